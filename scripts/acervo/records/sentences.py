"""The table of everything that can be wrong, in Spanish: code → sentence.

In: nothing. Out: `SENTENCES`. Never: logic. Editors read every text here; none comes from a library.
"""

from typing import NamedTuple

from acervo.records.problems import Severity


class Sentence(NamedTuple):
    """Words for one kind of problem; both texts are templates over its details."""

    message: str
    fix: str = ""
    severity: Severity = "error"
    hint: bool = False
    """Whether the field's own hint and example help."""


WARNING: Severity = "warning"

SENTENCES: dict[str, Sentence] = {
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
    "folder_reserved": Sentence(
        "las rutas aún no se publican: data/{folder} debe quedar vacía",
        "Guarde la ficha fuera de data hasta que existan.",
    ),
    "folder_unknown": Sentence("no hay fichas de «{folder}»", "Las carpetas son: {folders}."),
    "folder_stray": Sentence("las fichas van en la carpeta de su tipo", "Las carpetas son: {folders}."),
    "folder_inside": Sentence("las fichas no van en subcarpetas", "Muévala a «{suggestion}»."),
    "id_name": Sentence(
        "«{id}» no puede ser un id: lleva solo minúsculas sin acentos, números y guiones",
        "Use por ejemplo «{suggestion}».",
    ),
    "id_length": Sentence("el id «{id}» debe tener de {shortest} a {longest} signos", "Elija uno más claro."),
    "id_reserved": Sentence("«{id}» es un nombre reservado", "Agréguele una palabra que lo distinga."),
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
    "office_dates": Sentence("el cargo termina ({end}) antes de empezar ({start})", "Corrija la fecha equivocada."),
    # Between records
    "unknown_reference": Sentence("no existe «{id}» en {where}", hint=True),
    "refers_to_draft": Sentence("«{id}» es un borrador y no tiene página", "Quite la mención, o publique {path}."),
    "refers_to_withdrawn": Sentence("«{id}» se retiró del acervo", "Quite la mención, o devuelva {path}."),
    "circle": Sentence("estas fichas se contienen en círculo: {circle}", "Quite uno de los pasos."),
    "chapter_beyond": Sentence(
        "hay un capítulo que empieza después del final: la grabación dura {duration}", "Corrija el momento equivocado."
    ),
    "passage_beyond": Sentence(
        "hay un pasaje que pasa del final: la grabación dura {duration}", "Corrija el momento equivocado."
    ),
    "video_twice": Sentence("el video {video} ya es la grabación de {path}", "Deje una sola ficha por video."),
    "id_twice": Sentence("el id «{id}» ya es el de {path}", "Cambie uno de los dos."),
    "former_id_living": Sentence("«{id}» no puede ser un id anterior: hoy es el de {path}", "Quítelo de `formerly`."),
    "former_id_twice": Sentence("«{id}» ya es un id anterior de {path}", "Déjelo en una sola ficha."),
    "names_alike": Sentence(
        "el nombre se parece mucho a «{other}», de {path}",
        "Si es la misma persona, una las fichas; si son dos, agregue el nombre de la otra a `variants`.",
        WARNING,
    ),
    "topics_alike": Sentence(
        "el tema «{other}» tiene el mismo nombre", "Deje uno y ponga el id del otro en su `formerly`."
    ),
    "before_series": Sentence(
        "la fecha {date} es anterior al ciclo, que empezó en {period}",
        "Corrija la fecha, o el periodo en {path}.",
    ),
    "after_series": Sentence(
        "la fecha {date} es posterior al ciclo, que fue de {period}",
        "Corrija la fecha, o el periodo en {path}.",
    ),
    "lost_address": Sentence(
        "la dirección publicada {address} ya no lleva a ninguna ficha",
        "Ponga «{id}» en `formerly` de la ficha que la sustituye, o devuelva la ficha y retírela con `withdrawn`.",
    ),
    "published_draft": Sentence(
        "la ficha ya se publicó y no puede volver a ser borrador",
        "Quite `draft`, o retírela con `withdrawn`, que deja un aviso.",
    ),
    "ledger_line": Sentence(
        "«{text}» no es una dirección",
        "Devuelva el renglón a como estaba: este archivo lo escribe el programa.",
    ),
    "stale_file": Sentence("no corresponde a lo que dicen hoy las fichas y el programa", "Ejecute: {command}"),
    "new_addresses": Sentence("hay direcciones nuevas que aún no están en este libro", "Ejecute: {command}", WARNING),
    "snapshot": Sentence("{reason}", "Borre este archivo y ejecute: acervo fetch --all"),
    "captions_overlap": Sentence(
        "empieza en {start}, cuando el anterior no ha terminado ({end})",
        "Escuche ese momento y corrija el tiempo equivocado.",
        WARNING,
    ),
    "captions_fast": Sentence(
        "son {speed} signos por segundo: nadie alcanza a leerlo (lo usual son 17)",
        "Alargue el tiempo, divídalo o una dos subtítulos breves.",
        WARNING,
    ),
    "captions_long": Sentence(
        "dura {seconds} segundos en pantalla (lo usual son 7 como máximo)", "Divídalo en varios.", WARNING
    ),
    "captions_rows": Sentence("tiene {rows} renglones y caben 2", "Divídalo en varios.", WARNING),
    "captions_wide": Sentence(
        "este renglón tiene {width} signos y caben 42", "Pártalo en dos renglones donde haya una pausa.", WARNING
    ),
    "captions_beyond": Sentence(
        "empieza en {start} y el video dura {duration}", "Revise que los subtítulos sean de este video.", WARNING
    ),
    "captions_credit": Sentence(
        "están revisados y no dicen quién lo hizo", "Escriba un nombre en «crédito», si la persona quiere.", WARNING
    ),
    "captions_newer": Sentence(
        "hay subtítulos más nuevos que esperan a una persona",
        "Compárelos con {name}, pase lo que sirva y borre este archivo.",
        WARNING,
    ),
    "captions_name": Sentence(
        "el sitio no lee este archivo: su nombre no corresponde a lo que dice adentro", "Cámbiele el nombre a {name}."
    ),
    "captions_more": Sentence(
        "hay {count} advertencias más de las mismas clases", "Para verlas todas: acervo captions check {path}", WARNING
    ),
    "captions_file": Sentence("{reason}", "Corrija ese renglón, o borre el archivo y tráigalo otra vez."),
}
"""Code → sentence. A name in braces is a detail of the problem."""
