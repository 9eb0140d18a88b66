"""What can be wrong between the records, and with what is generated of them.

In: nothing. Out: `ARCHIVE`. Never: logic.
"""

from acervo.records.checks.sentences.sentence import WARNING, Sentence

ARCHIVE: dict[str, Sentence] = {
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
    "step_beyond": Sentence(
        "el paso llega a {moment}, y la grabación de «{id}» dura {duration}", "Corrija el momento equivocado."
    ),
    "step_section_unknown": Sentence(
        "«{section}» no es una sección de {path}", "Escriba el título como está en esa ficha: {sections}."
    ),
    "step_without_sections": Sentence(
        "{path} no tiene secciones", "Quite `section`: el paso lleva al documento completo."
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
    "same_series_day": Sentence(
        "es del mismo ciclo y del mismo día que {path}",
        "Si son dos sesiones, diga la hora de cada una en `start_time`; si es la misma, deje una sola ficha.",
        WARNING,
    ),
    "withdrawn_name": Sentence(
        "aquí está escrito el nombre de quien se retiró del acervo ({record})",
        "Dígalo de otro modo, sin el nombre. Si viene de YouTube, pida que allá se cambie, o retire también esa ficha.",
        WARNING,
    ),
    "lost_address": Sentence(
        "la dirección publicada {address} ya no lleva a ninguna ficha",
        "Ponga «{id}» en `formerly` de la ficha que la sustituye, o devuelva la ficha y retírela con `withdrawn`.",
    ),
    "lost_short": Sentence(
        "la dirección corta {address} ya no lleva a ninguna conferencia",
        "Devuelva la ficha a la que llevaba, o ponga su id de antes en `formerly` de la que la sustituye.",
    ),
    "short_clash": Sentence(
        "la dirección corta {address} sería la misma para «{one}» y «{other}»",
        "Dé otro nombre al archivo de la que aún no se publica.",
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
        "hay más advertencias de las mismas clases: {count}", "Para verlas todas: acervo captions check {path}", WARNING
    ),
    "captions_file": Sentence("{reason}", "Corrija ese renglón, o borre el archivo y tráigalo otra vez."),
}
