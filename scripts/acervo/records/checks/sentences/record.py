"""What can be wrong in a record by itself: in one of its fields, or between them.

In: nothing. Out: `RECORD`. Never: logic.
"""

from acervo.records.checks.sentences.sentence import WARNING, Sentence

RECORD: dict[str, Sentence] = {
    # One field
    "missing": Sentence("falta este campo", hint=True),
    "unknown_field": Sentence("no existe el campo `{name}`", "Los campos posibles son: {fields}."),
    "not_fields": Sentence("aquí van campos (`nombre: valor`), no {shape}", hint=True),
    "not_list": Sentence("aquí va una lista, un renglón por elemento: `- elemento`", hint=True),
    "not_text": Sentence("aquí va un texto, no {shape}", hint=True),
    "choice": Sentence("«{value}» no es uno de los valores posibles", "Use uno de estos: {choices}."),
    "list_empty": Sentence("la lista está vacía", "Escriba al menos un elemento.", hint=True),
    "list_long": Sentence("la lista tiene {length} elementos y el límite es {limit}"),
    "text_long": Sentence(
        "el texto tiene {length} signos y el límite es {limit}",
        "Resúmalo, o use la descripción o una sección.",
    ),
    "text_shape": Sentence("«{value}» no tiene la forma de este dato", hint=True),
    "line_break": Sentence("este texto va en un solo renglón", "Una los renglones, o use `>-` en lugar de `|`."),
    "date_shape": Sentence("«{value}» no es una fecha como 2024, 2024-05 o 2024-05-25", hint=True),
    "date_impossible": Sentence("la fecha «{value}» no existe en el calendario"),
    "date_year": Sentence("la fecha «{value}» queda fuera del periodo de 1900 a 2199"),
    "date_order": Sentence("en «{value}» el final es anterior al principio"),
    "date_whole": Sentence("aquí va un día completo, sin duda: año, mes y día", hint=True),
    "time_shape": Sentence("«{value}» no es una hora de 00:00 a 23:59", hint=True),
    "time_zone": Sentence(
        "«{value}» lleva una zona horaria, y las horas de las fichas son siempre las del centro de México",
        "Pase la hora a la del centro de México y quite la zona.",
        hint=True,
    ),
    "day_time_shape": Sentence("«{value}» no es un día con su hora, como 2026-05-20 09:00", hint=True),
    "count_shape": Sentence("«{value}» no es un número entero, sin comas ni signos", hint=True),
    "amount_shape": Sentence("«{value}» no es una cantidad de dinero, como 30000 o 30,000.50", hint=True),
    "moment_shape": Sentence("«{value}» no es un momento de la grabación", hint=True),
    "url_shape": Sentence("«{value}» no es una dirección completa (https://…)", hint=True),
    "url_userinfo": Sentence(
        "la dirección lleva un usuario o una contraseña antes de la arroba", "Escriba la dirección pública."
    ),
    "video_shape": Sentence("«{value}» no es el identificador de un video de YouTube", hint=True),
    "channel_shape": Sentence("«{value}» no es el identificador de un canal de YouTube", hint=True),
    "pattern_brace": Sentence("en «{value}» hay una llave que no abre o no cierra un lugar", hint=True),
    "pattern_place": Sentence("en «{value}» hay entre llaves un lugar que no existe", hint=True),
    "pattern_title": Sentence("en «{value}» no se dice dónde va el título", hint=True),
    "pattern_twice": Sentence(
        "en «{value}» hay un lugar repetido",
        "Deje uno; lo que no importe puede ser `anything`, cuantas veces haga falta.",
    ),
    "pattern_glued": Sentence(
        "en «{value}» hay dos lugares sin un texto que los separe",
        "Escriba entre ellos el signo o la palabra que va ahí.",
    ),
    "flag_shape": Sentence("aquí solo va `true` o `false`", hint=True),
    "id_shape": Sentence("«{value}» no es un id", hint=True),
    # One record
    "no_source": Sentence(
        "la ficha no dice de dónde salen sus datos",
        "Agregue al menos una fuente, o `draft: true` mientras la busca.",
        hint=True,
    ),
    "one_version": Sentence(
        "un dato en conflicto lleva al menos dos versiones", "Agregue la otra, o pase el dato a su campo."
    ),
    "withdrawn_draft": Sentence(
        "una ficha retirada no puede ser borrador",
        "Quite `draft`; la página retirada sigue respondiendo con su aviso.",
    ),
    "end_without_start": Sentence(
        "hay hora de término y falta la de inicio", "Agregue `start_time`, o quite `end_time`."
    ),
    "end_before_start": Sentence("termina a las {end}, antes de empezar a las {start}", "Corrija la hora equivocada."),
    "published_nowhere": Sentence(
        "la grabación está publicada y la ficha no dice dónde",
        "Agregue `youtube` o una de `copies`; si no se conocen, use `unknown`.",
    ),
    "unpublished_somewhere": Sentence(
        "hay una grabación y su estado es «{state}»", "Corrija `state`, o quite la grabación."
    ),
    "chapter_order": Sentence(
        "el capítulo empieza en {start}, y el anterior en {before}",
        "Póngalos en orden, o corrija el momento equivocado.",
    ),
    "passage_end": Sentence(
        "el pasaje empieza en {start} y termina en {end}", "Corrija el momento equivocado, o quite `end`."
    ),
    "passage_article": Sentence(
        "el pasaje cita una parte de un documento y no dice de cuál", "Agregue `document`, con el id de su ficha."
    ),
    "passage_empty": Sentence(
        "el pasaje no dice de qué se habla", "Agregue `topics`, `document`, `conference` o `note`."
    ),
    "step_empty": Sentence(
        "el paso no dice qué se ve o se lee",
        "Agregue `conference`, `document` o `topic`; si el acervo no lo tiene, diga en `gap` qué falta.",
    ),
    "step_several": Sentence(
        "el paso es varias cosas a la vez: {fields}", "Deje una, y haga un paso de cada una de las otras."
    ),
    "step_moments": Sentence(
        "hay un momento y el paso no es de una conferencia", "Agregue `conference`, o quite el momento."
    ),
    "step_section": Sentence(
        "hay una sección y el paso no es de un documento", "Agregue `document`, o quite `section`."
    ),
    "step_end": Sentence("el paso va de {start} a {end}", "Corrija el momento equivocado; el final va después."),
    "previous_unexplained": Sentence(
        "hay fechas anteriores y la sesión sigue en pie como estaba",
        "Ponga `status: rescheduled` si `date` es la fecha nueva, o `postponed` si aún no la hay.",
    ),
    "rescheduled_nowhere": Sentence(
        "se pospuso con fecha nueva y la ficha no dice cuál", "Agregue `date`, o use `postponed` si aún no la hay."
    ),
    "rescheduled_from_nowhere": Sentence(
        "se pospuso y la ficha no dice qué fecha tenía", "Agregue `previous_dates` con esa fecha."
    ),
    "rescheduled_same": Sentence(
        "la fecha anterior {date} es la misma que la nueva", "Corrija la que esté mal: `date` es la nueva."
    ),
    "postponed_ahead": Sentence(
        "se pospuso sin fecha nueva, y la ficha tiene una que aún no llegaba: {date}",
        "Si es la que tenía, pásela a `previous_dates`; si es la nueva, use `status: rescheduled`.",
    ),
    "cancelled_published": Sentence(
        "se canceló y tiene una grabación publicada", "Corrija `status`, o el estado de la grabación."
    ),
    "window_order": Sentence("cierra el {closes}, y abre el {opens}", "Corrija el día o la hora equivocada."),
    "registration_late": Sentence(
        "la inscripción cierra el {closes}, después de la sesión, que termina el {end}",
        "Corrija el día o la hora equivocada.",
    ),
    "access_nowhere": Sentence(
        "hay acceso y no se dice por dónde",
        "Agregue `url`, o `private: true` si el enlace se envía a quien se inscribe.",
    ),
    "access_exposed": Sentence(
        "el enlace es privado y está escrito en la ficha, que cualquiera puede leer en el repositorio",
        "Quite `url` y deje `private: true`; el sitio no lo publica en ningún caso.",
        WARNING,
    ),
    "access_without_day": Sentence(
        "hay un enlace de acceso y no se sabe el día de la sesión",
        "Agregue `date` con el día completo y sin duda, o quite el acceso mientras no se sepa.",
    ),
    "access_another_day": Sentence(
        "el acceso se muestra el {told}, y la sesión es el {date}", "Corrija el día equivocado."
    ),
    "schedule_day": Sentence("la regla es de cada mes y no dice qué día", "Agregue `day`, de 1 a 31."),
    "schedule_weekday": Sentence(
        "la regla es de cada semana y no dice qué día", "Agregue `weekday`, por ejemplo `wednesday`."
    ),
    "schedule_idle": Sentence("con la frecuencia «{frequency}» este campo no se usa", "Quítelo, o cambie `frequency`."),
    "schedule_ends": Sentence("la regla termina el {end}, antes de empezar el {start}", "Corrija el día equivocado."),
    "exception_elsewhere": Sentence(
        "la regla no da el día {date}", "Escriba en `on` el día que da la regla, y en `moved_to` al que se pasó."
    ),
    "exception_same": Sentence("la excepción pasa el {date} al mismo día", "Corrija `moved_to`, o quítelo."),
    "exception_twice": Sentence("ya hay una excepción para el {date}", "Deje una sola."),
    "plan_twice": Sentence("el año {year} ya está", "Deje uno solo."),
    "office_dates": Sentence("el cargo termina ({end}) antes de empezar ({start})", "Corrija la fecha equivocada."),
    "honorific_in_name": Sentence(
        "el nombre empieza con un tratamiento: «{honorific}»", "Póngalo en `honorific`, y aquí solo el nombre.", WARNING
    ),
    "figure_differs": Sentence(
        "el número {number} no es el que está escrito: «{text}»", "Corrija el que esté mal copiado, o quite el número."
    ),
    "outcome_twice": Sentence("el periodo {period} ya está en esta actividad", "Deje uno por periodo."),
    "outcome_outside": Sentence(
        "el periodo {period} queda fuera del de la actividad, {of}", "Corrija el que esté equivocado."
    ),
    "sum_differs": Sentence(
        "el plan dice {given} y sus actividades suman {sum}",
        "Si así está en el original, dígalo en `oddities` con las dos cifras; si no, corrija la mal copiada.",
        WARNING,
    ),
    "people_exceed": Sentence(
        "la actividad dice {number} personas, más que todo el plan ({of})",
        "Si así está en el original, dígalo en `oddities` con las dos cifras; si no, corrija la mal copiada.",
        WARNING,
    ),
    "label_twice": Sentence(
        "otra actividad ya lleva la etiqueta «{label}»",
        "Si así está en el original, dígalo en `oddities` con esa etiqueta; si no, corríjala.",
        WARNING,
    ),
}
