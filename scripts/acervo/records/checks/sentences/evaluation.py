"""What can be wrong in the figures of an evaluation, and in what a record tells of people.

In: nothing. Out: `EVALUATION`. Never: logic.
"""

from acervo.records.checks.sentences.sentence import WARNING, Sentence

EVALUATION: dict[str, Sentence] = {
    # Evaluations
    "evaluation_of_nothing": Sentence(
        "la evaluación no dice qué se evaluó", "Agregue `conference`, `series`, `network` o `document`."
    ),
    "months_missing": Sentence("el momento es «Meses después» y falta cuántos", "Agregue `months`, por ejemplo 4."),
    "months_besides": Sentence("hay meses y el momento no es «Meses después»", "Quite `months`, o use `later`."),
    "more_answered": Sentence(
        "respondieron {answered} personas y se invitó a {invited}", "Corrija el número equivocado."
    ),
    "answered_missing": Sentence(
        "hay preguntas y la ficha no dice cuántas personas respondieron", "Agregue `answered`."
    ),
    "answers_measure": Sentence(
        "todas las respuestas de una pregunta van en personas, o todas en porcentaje",
        "Escriba `n` en cada una; `percent` solo si la fuente no da personas.",
    ),
    "counts_sum": Sentence(
        "las respuestas suman {sum} y respondieron {answered} personas",
        "Corrija el número equivocado, o agregue una respuesta «Sin respuesta» con las que faltan.",
    ),
    "percents_sum": Sentence(
        "los porcentajes suman {sum}, no 100",
        "Corrija el porcentaje equivocado, o agregue una respuesta «Sin respuesta» con lo que falta.",
    ),
    "attendance_answered": Sentence(
        "se cuenta a {n} de quienes respondieron, y respondieron {answered}", "Corrija el número equivocado."
    ),
    "shares_sum": Sentence(
        "las partes suman {sum} y el total es {n}",
        "Corrija el número equivocado, o agregue una parte «Sin dato» con las que faltan.",
    ),
    "step_unknown": Sentence("«{value}» no es un paso de esta escala", "Los pasos son: {steps}."),
    "step_order": Sentence(
        "«{value}» está repetido o fuera de orden", "Ponga los pasos del más bajo al más alto, cada uno una vez."
    ),
    "through_options": Sentence(
        "las opciones sin orden no van de una a otra", "Quite `through`; junte las pocas en «Otras respuestas»."
    ),
    "few_people": Sentence(
        "son menos de {minimum} personas, y no se publica lo que dicen tan pocas",
        "Quite el dato y lo que depende de él; en `unknowns` puede decir que respondieron menos de {minimum}.",
    ),
    "few_missing": Sentence("se deduce cuántas personas no respondieron, y son menos de {minimum}", "Quite `invited`."),
    "few_answers": Sentence(
        "son menos de {minimum} personas",
        "Júntela con la respuesta de al lado: `answer` con la más baja, `through` con la más alta y `n` con la suma.",
    ),
    "few_answers_option": Sentence(
        "son menos de {minimum} personas",
        "Júntela con las demás que sean pocas, y con otra que no lo sea, en una respuesta «Otras respuestas».",
    ),
    "few_share": Sentence(
        "son menos de {minimum} personas",
        "Júntela con las demás que sean pocas, y con otra que no lo sea, en una parte «Otras».",
    ),
    "personal_question": Sentence(
        "esta pregunta pide {what}: sus respuestas no van en una evaluación", "Quite la pregunta entera."
    ),
    "personal_text": Sentence(
        "aquí hay algo que parece {what}", "Quítelo: una evaluación no lleva datos personales (LGPDPPSO 10 a 15)."
    ),
    "private_mail": Sentence(
        "hay un correo de los que abren las personas, no de una institución",
        "Quítelo, o ponga el institucional: las fichas son públicas (LGPDPPSO 10 a 12).",
        WARNING,
    ),
    "personal_name": Sentence(
        "esto parece el nombre de una persona",
        "Quítelo; si es de una institución o un lugar, escríbalo con la palabra que lo diga: «Alcaldía Benito Juárez».",
    ),
}
