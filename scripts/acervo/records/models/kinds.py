"""The kinds of record there are: folder, model, words on screen, place among the addresses.

In: the models of each record type. Out: the table `KINDS`.
Never: anything that depends on a record's content.
"""

from dataclasses import dataclass

from acervo.records.models.conference import Conference
from acervo.records.models.document import Document
from acervo.records.models.evaluation import Evaluation
from acervo.records.models.institution import Institution
from acervo.records.models.network import Network
from acervo.records.models.parts import Record
from acervo.records.models.route import Route
from acervo.records.models.series import Series
from acervo.records.models.speaker import Speaker
from acervo.records.models.topic import Topic


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record."""

    folder: str
    """The folder under data/, or for topics the name of the one file, and the `refers_to` of fields."""
    model: type[Record]
    segment: str
    """The first part of its addresses."""
    label: str
    plural: str


KINDS: dict[str, Kind] = {
    kind.folder: kind
    for kind in (
        Kind("conferences", Conference, "conferencias", "Conferencia", "Conferencias"),
        Kind("speakers", Speaker, "personas", "Persona", "Personas"),
        Kind("documents", Document, "documentos", "Documento", "Documentos"),
        Kind("networks", Network, "redes", "Red", "Redes"),
        Kind("institutions", Institution, "instituciones", "Institución", "Instituciones"),
        Kind("series", Series, "ciclos", "Ciclo", "Ciclos"),
        Kind("routes", Route, "rutas", "Ruta", "Rutas"),
        Kind("evaluations", Evaluation, "evaluaciones", "Evaluación", "Evaluaciones"),
        Kind("topics", Topic, "temas", "Tema", "Temas"),
    )
}
"""Record kinds by folder, in the order in which readers meet them."""
