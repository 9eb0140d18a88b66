"""The words of the synthetic archive: phrases that any grammar of the corpus can join.

In: nothing. Out: tables of Spanish phrases, and names that nobody bears.
Never: a real person, office or event; whoever reads the result sees that it was put together by a machine.
"""

from itertools import product

OPENINGS = (
    "Herramientas para", "Claves para", "Retos de", "Avances en", "Diálogo sobre", "Panorama de",
    "Aprendizajes de", "Miradas a", "Rutas hacia", "Experiencias de", "Balance de", "Propuestas para",
    "Preguntas sobre", "Evidencia de", "Debate sobre", "Acercamiento a",
)  # fmt: skip
"""How a title starts; a phrase of `SUBJECTS` follows."""

SUBJECTS = (
    "la igualdad sustantiva", "el presupuesto con perspectiva de género",
    "la corresponsabilidad en los cuidados", "el lenguaje incluyente", "la paridad en los cargos",
    "el acceso a la justicia", "la prevención de las violencias", "la armonización legislativa",
    "el trabajo del hogar", "la participación política", "el derecho a la ciudad", "la educación para la paz",
    "el uso del tiempo", "la salud mental en el trabajo", "la brecha digital",
    "el acompañamiento a las víctimas", "la economía feminista", "el registro de los datos",
    "la justicia abierta", "el consentimiento", "la movilidad segura", "las masculinidades corresponsables",
    "la interculturalidad", "el liderazgo de las jóvenes", "la accesibilidad universal",
    "el acoso en los espacios públicos", "la profesionalización del servicio público",
    "la memoria de las mujeres", "el deporte sin estereotipos", "la ciencia hecha por mujeres",
    "el envejecimiento digno", "la maternidad libre y elegida", "la deuda alimentaria",
    "el arte como denuncia", "la vivienda adecuada", "la migración y el refugio",
    "el cambio climático y el género", "la banca para el desarrollo", "el testimonio de las sobrevivientes",
    "la lactancia en el trabajo", "la gestión menstrual", "el gobierno abierto", "la seguridad ciudadana",
    "el enfoque diferencial", "la representación en los medios", "el emprendimiento rural",
    "la evaluación de los programas", "la niñez protegida",
)  # fmt: skip
"""What is spoken of, with its article."""

SCOPES = (
    "en los congresos locales", "en el servicio público", "desde los municipios", "en las escuelas rurales",
    "en la vida cotidiana", "en tiempos de emergencia", "en las zonas metropolitanas",
    "ante los nuevos medios", "en las universidades", "desde la sociedad civil", "en el ámbito laboral",
    "en los hospitales públicos", "en las comunidades indígenas", "en la frontera norte",
    "en la frontera sur", "en las costas y las islas", "en los órganos autónomos", "en el transporte público",
    "con los pueblos afromexicanos", "en el campo", "en los tribunales", "en las redes sociales",
    "en los deportes de equipo", "en las bibliotecas públicas",
)  # fmt: skip

ANGLES = (
    "lecciones de una década", "una agenda pendiente", "qué dicen los datos", "buenas prácticas compartidas",
    "retos y oportunidades", "una conversación entre generaciones", "lo que sigue",
    "marco normativo y práctica", "experiencias comparadas", "una guía para empezar",
    "cinco ideas para la acción", "de la norma a los hechos", "voces desde el territorio",
    "hallazgos de una encuesta", "preguntas frecuentes", "una mirada interseccional", "qué funciona y qué no",
    "balance de los compromisos", "una ruta de trabajo", "casos para aprender",
)  # fmt: skip

ACTORS = (
    "La ponencia", "El panel", "La mesa de trabajo", "La primera intervención", "La relatoría",
    "El equipo organizador", "La sesión de preguntas", "El intercambio final", "La persona moderadora",
    "El grupo invitado", "La exposición", "El caso de estudio", "La investigación presentada",
    "La última parte", "El diagnóstico", "La red anfitriona",
)  # fmt: skip

VERBS = (
    "explicó", "puso en duda", "documentó", "comparó", "ordenó en etapas", "describió con detalle",
    "situó en su contexto", "relacionó con los cuidados", "llevó a la práctica", "resumió", "midió",
    "discutió", "ilustró", "revisó", "defendió", "tradujo en indicadores", "abrió a debate",
    "vinculó con la norma vigente",
)  # fmt: skip
"""Each takes a phrase of `SUBJECTS` as its object."""

CIRCUMSTANCES = (
    "con ejemplos de varias entidades", "a partir de una encuesta de hogares",
    "con cifras de los últimos diez años", "paso por paso y sin tecnicismos",
    "desde la experiencia de quienes atienden al público", "con una línea del tiempo que llega hasta hoy",
    "junto con un glosario de términos básicos", "y señaló qué información hace falta",
    "mediante tres casos resueltos", "con atención a las diferencias por edad",
    "y propuso compromisos verificables", "sin perder de vista los costos",
    "con materiales de descarga libre", "a la luz de los tratados internacionales",
    "y dejó preguntas para la sesión siguiente", "con la voz de las organizaciones locales",
    "según los registros administrativos disponibles", "de acuerdo con las actas de las reuniones",
    "en un ejercicio que se repite cada año", "y explicó cómo dar seguimiento",
)  # fmt: skip

HEADINGS = (
    "Contenido", "Preguntas que abrió", "Acuerdos", "Para seguir leyendo", "Método", "Conclusiones",
    "Materiales",
)  # fmt: skip

OFFICES = (
    "Titular de la Unidad", "Directora General", "Secretaria Técnica", "Investigadora",
    "Coordinador de Programas", "Consejera", "Jefa de Departamento", "Subdirectora de Proyectos",
    "Asesor Parlamentario", "Magistrada", "Relatora", "Presidenta de la Comisión", "Enlace de Igualdad",
    "Profesora de Tiempo Completo", "Analista", "Vocal Ejecutiva",
)  # fmt: skip

BODIES = (
    "Instituto", "Unidad", "Comisión", "Observatorio", "Centro", "Consejo", "Secretaría", "Dirección",
    "Archivo", "Red",
)  # fmt: skip

STATES = (
    "AGU", "BCN", "CAM", "CHP", "CHH", "COA", "COL", "DUR", "GRO", "GUA", "HID", "JAL", "MIC", "MOR", "NAY",
    "OAX",
)  # fmt: skip

GIVEN_NAMES = (
    "Amaranta", "Belisario", "Citlali", "Domitila", "Evangelina", "Fortunato", "Graciela", "Hortensia",
    "Ifigenia", "Jacaranda", "Leocadio", "Macedonia", "Nicanor", "Obdulia", "Perpetua", "Quirino", "Rosaura",
    "Sinforosa", "Tranquilino", "Ubaldina", "Valeriana", "Wenceslao", "Xochiquetzal", "Yolotzin", "Zenobia",
    "Eleuterio", "Crisóforo", "Marisol del Mar", "Donají", "Itzayana",
)  # fmt: skip

_STEMS = (
    "Arbam", "Belcur", "Condiv", "Dremoll", "Esguin", "Folzar", "Gastup", "Hurniq", "Ilvosk", "Jeprad",
    "Luntex", "Marvib", "Nogelt", "Ospruz", "Pindac", "Quefor", "Rastiv", "Sulmeg", "Tordab", "Urcelp",
    "Vintoz", "Wexrud", "Yamlun", "Zocrim",
)  # fmt: skip
_ENDINGS = (
    "andero", "olinde", "uzquia", "ebarri", "izonda", "umarque", "aveches", "opelay", "edrosa", "itulbe",
    "ucañor", "astivel",
)  # fmt: skip

SURNAMES = tuple(stem + ending for ending, stem in product(_ENDINGS, _STEMS))
"""Surnames that nobody bears, far enough from each other that no two look like a slip of the pen."""
