"""What can be wrong in a text, before it is a record: its encoding, its YAML, its signs, the name of its file.

In: nothing. Out: `WRITING`. Never: logic.
"""

from acervo.records.checks.sentences.sentence import WARNING, Sentence

WRITING: dict[str, Sentence] = {
    # The text as such
    "too_big": Sentence(
        "el archivo tiene {size} bytes y el límite es {limit}", "Divida la ficha o enlace el documento largo."
    ),
    "encoding": Sentence(
        "el archivo no está en UTF-8",
        "Guárdelo como UTF-8 (en su editor: Guardar como › Codificación › UTF-8).",
    ),
    "empty": Sentence("el archivo está vacío", "Escriba los campos de la ficha, o borre el archivo."),
    "top_list": Sentence(
        "la ficha empieza como lista",
        "Escriba campos, uno por renglón, sin guion: `title: Guía para legislar`.",
    ),
    "top_text": Sentence(
        "la ficha es un texto suelto, no una serie de campos",
        "Escriba un campo por renglón: `title: Guía para legislar`.",
    ),
    "unreadable": Sentence(
        "no se entiende lo que sigue a este punto",
        "Revise comillas, dos puntos y sangría de este renglón y del anterior.",
    ),
    "too_deep": Sentence(
        "hay más de {limit} niveles, uno dentro de otro",
        "Una ficha necesita cuatro; revise la sangría y los corchetes.",
    ),
    "too_many": Sentence("el archivo tiene demasiados elementos", "Divida la ficha."),
    # YAML
    "tab": Sentence("hay un tabulador donde va un espacio", "Cambie el tabulador por dos espacios por nivel."),
    "colon": Sentence(
        "el texto lleva «: » y no está entre comillas",
        'Escríbalo entre comillas: `title: "Género: una mirada"`.',
    ),
    "glued_colon": Sentence("falta un espacio después de los dos puntos", "Escriba `campo: valor`, con un espacio."),
    "glued_dash": Sentence("falta un espacio después del guion de la lista", "Escriba `- elemento`, con un espacio."),
    "no_colon": Sentence(
        "este renglón no tiene la forma `campo: valor`",
        "Si continúa el texto anterior, sángrelo dos espacios más que su campo; "
        "si es un campo, le faltan los dos puntos.",
    ),
    "dash_inside": Sentence(
        "la lista empieza en el mismo renglón que su campo",
        "Ponga cada `- elemento` en su propio renglón, debajo del campo.",
    ),
    "indent": Sentence(
        "la sangría de este renglón no coincide con la de los campos de su grupo",
        "Alinéelo con los demás: los campos de un mismo grupo empiezan en la misma columna.",
    ),
    "bracket": Sentence(
        "la lista o el grupo entre corchetes no se cierra",
        "Ciérrelo con `]` o `}}`, o escriba un elemento por renglón con guion.",
    ),
    "quotes": Sentence(
        "hay texto después de las comillas que cierran",
        "Si el texto lleva comillas dentro, use «» o “”, o enciérrelo todo entre comillas simples: "
        "`'Día \"Naranja\"'`.",
    ),
    "quote_open": Sentence(
        "estas comillas no se cierran en su lugar", "Ciérrelas al final del texto; dentro de él use «» o “”."
    ),
    "escape": Sentence(
        "la barra `\\` entre comillas dobles forma una clave que no existe",
        "Use comillas simples, o escriba `\\\\`.",
    ),
    "sign": Sentence(
        "un texto no puede empezar con «{sign}» sin comillas",
        "Escríbalo entre comillas. (Las anclas, los alias y las etiquetas de YAML no se usan en las fichas.)",
    ),
    "misplaced_sign": Sentence("aquí no puede ir «{sign}»", "Si es parte del texto, escriba el texto entre comillas."),
    "directive": Sentence(
        "las fichas no llevan renglones que empiezan con `%`", "Bórrelo, o escriba el texto entre comillas."
    ),
    "documents": Sentence(
        "el archivo tiene más de una ficha", "Ponga cada ficha en su archivo; borre el renglón `---` o `...`."
    ),
    "key_shape": Sentence(
        "el nombre de un campo debe ser una palabra, no una lista ni un grupo",
        "Si es parte de un texto, escríbalo entre comillas.",
    ),
    "duplicate": Sentence(
        "el campo `{key}` ya está en el renglón {first}",
        "Deje uno solo; si son varios valores, haga una lista debajo de uno.",
    ),
    "merge_key": Sentence("`<<` no se usa en las fichas", "Escriba los campos completos."),
    "null": Sentence(
        "`{value}` no es un valor",
        "Si el dato no se sabe, deje el campo fuera; si es un texto, póngalo entre comillas.",
    ),
    "empty_item": Sentence("este elemento de la lista está vacío", "Escríbalo, o borre el guion."),
    "hash": Sentence(
        "« #» corta el texto: lo que sigue se toma por comentario y se pierde",
        "Si es parte del texto, escríbalo todo entre comillas; si es un comentario, póngalo en su propio renglón.",
    ),
    "hash_line": Sentence(
        "este renglón empieza con `#`: es un comentario y no se publica",
        "Si es parte del texto de arriba, escriba ese texto entre comillas; "
        "si es un comentario, deje un espacio después de `#`.",
        WARNING,
    ),
    # Signs
    "control": Sentence(
        "hay un signo de control que nadie ve ({sign})", "Bórrelo y vuelva a escribir esa palabra a mano."
    ),
    "odd_blank": Sentence(
        "hay un espacio especial ({sign}) donde va un espacio normal",
        "Bórrelo y escriba un espacio con la barra.",
    ),
    "invisible": Sentence(
        "hay un signo invisible ({sign}), quizá copiado de una página; no se publica",
        "Bórrelo y escriba un espacio si hace falta.",
        WARNING,
    ),
    "mixed_script": Sentence(
        "la palabra «{word}» mezcla letras de dos alfabetos que se ven iguales",
        "Vuelva a escribirla a mano.",
        WARNING,
    ),
    "garbled": Sentence(
        "el texto tiene signos de una mala conversión («{trace}»)",
        "Compárelo con la fuente y corrija las letras.",
        WARNING,
    ),
    # Names of files and folders
    "file_hidden": Sentence("«{name}» no es una ficha", "Bórrelo del repositorio: es un archivo oculto o temporal."),
    "file_extension": Sentence("las fichas terminan en .yml, en minúsculas", "Cámbiele el nombre a «{suggestion}»."),
    "folder_unknown": Sentence("no hay fichas de «{folder}»", "Las carpetas son: {folders}."),
    "folder_stray": Sentence("las fichas van en la carpeta de su tipo", "Las carpetas son: {folders}."),
    "folder_inside": Sentence("las fichas no van en subcarpetas", "Muévala a «{suggestion}»."),
    "id_name": Sentence(
        "«{id}» no puede ser un id: lleva solo minúsculas sin acentos, números y guiones",
        "Use por ejemplo «{suggestion}».",
    ),
    "id_length": Sentence("el id «{id}» debe tener de {shortest} a {longest} signos", "Elija uno más claro."),
    "id_reserved": Sentence("«{id}» es un nombre reservado", "Agréguele una palabra que lo distinga."),
}
