"""What the archive has of each topic that a curriculum teaches: its shelves, the empty ones too.

In: the archive, and a document or network. Out: counts by what and topic. Never: opens a record.
"""

from acervo.archive.archive import Archive
from acervo.records.catalogue.entry import Key


def shelves(archive: Archive, key: Key) -> tuple[tuple[str, int], ...]:
    """Count the conferences, those with a recording, and the documents of each topic of a record's curriculum.

    Each count is named `conferences:` (or `recordings:`, `documents:`) and the topic's id. The record itself and the
    documents that name it are not counted: that they speak of the topic is no help in learning it.
    """
    topics = dict.fromkeys(
        id_ for place, _, id_, _ in archive.entries[key].references if place.startswith("curriculum.")
    )
    found: list[tuple[str, int]] = []
    for topic in topics:
        conferences = archive.named_by(("topics", topic), "conferences")
        recordings = sum(archive.entries[one].state == "published" for one in conferences)
        documents = {*archive.named_by(("topics", topic), "documents")} - {key, *archive.named_by(key, "documents")}
        found += [
            (f"conferences:{topic}", len(conferences)),
            (f"recordings:{topic}", recordings),
            (f"documents:{topic}", len(documents)),
        ]
    return tuple(found)
