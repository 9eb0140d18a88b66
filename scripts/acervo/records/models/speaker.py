"""The fields of a person's record: the authority file of names.

In: nothing. Out: frozen models. Never: private data (LGPDPPSO 10–12: public role only).
"""

from acervo.records.models.fields import EdtfDate, Id, Line, Part, Url, field, refers_to, several
from acervo.records.models.parts import Record


class Office(Part):
    """An office a person held or was seen to hold."""

    title: Line = field("Cargo", "Como lo dice la fuente.", "Presidenta del Senado", required=True)
    institution: Id = refers_to("institutions", "Institución", "El id de la institución.", "senado")
    seen: EdtfDate | None = field(
        "Visto en", "Fecha en que una fuente lo muestra en el cargo.", "2024-02", default=None
    )
    start: EdtfDate | None = field("Desde", "Inicio del cargo, si se sabe.", "2023-02-05", default=None)
    end: EdtfDate | None = field("Hasta", "Fin del cargo, si se sabe.", "2024-09-30", default=None)
    note: Line = field("Nota", "Lo que precise el periodo.", "LXIII Legislatura")
    source: Line = field("Fuente", "Dirección o nombre de la fuente del cargo.", "https://www.senado.gob.mx/b651")


class Speaker(Record):
    """A person in any public role; `title` is the name as it is shown."""

    given_name: Line = field("Nombre de pila", "Sin apellidos ni títulos.", "Minou", required=True)
    family_name: Line = field(
        "Apellidos", "Los dos, si se conocen; por ellos se ordena.", "Tavárez Mirabal", required=True
    )
    honorific: Line = field("Tratamiento", "Como lo da la fuente.", "Mtra.")
    variants: tuple[Line, ...] = several(
        "Otras formas del nombre",
        "Como lo escriben otras fuentes; la búsqueda las encuentra.",
        ["Zulma Eunice Campos Mata"],
    )
    offices: tuple[Office, ...] = several(
        "Cargos",
        "Con fechas, del más reciente al más antiguo.",
        [{"title": "Titular", "institution": "senado-utig"}],
    )
    web: Url = field("Página pública", "Su página institucional.", "https://www.senado.gob.mx/persona")
