"""The index of moments, made in the folder of a site: words first, then the shards that are not there yet.

In: the archive, the data folder, what the folder holds already. Out: the index's files, and what each was made of.
Never: opens captions that the site does not show, or makes anew what nothing has changed.
"""

from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from acervo.archive import addresses
from acervo.archive.archive import Archive
from acervo.archive.card import number_of
from acervo.archive.holding import CaptionFile, shown_captions
from acervo.archive.transcript import transcript
from acervo.outputs import moments
from acervo.outputs.moments import FORMAT, Router, Talk
from acervo.publishing import crew, memory, pagefind
from acervo.publishing.generations import Made, digest, renew
from acervo.records.catalogue.entry import Entry
from acervo.site import dates

FOLDER = moments.FOLDER


class _Text(NamedTuple):
    """A talk and the captions its words come from."""

    talk: Talk
    captions: CaptionFile
    fingerprint: int


class _Shard(NamedTuple):
    """Some talks, and the name that changes with them."""

    name: str
    talks: list[Talk]
    fingerprint: int


def index(
    joined: Archive, data: Path, folder: Path, before: Mapping[str, Made], records: Collection[str]
) -> dict[str, Made]:
    """Make the index in a folder that holds `before`; return all of it.

    Without transcripts it is an empty list of shards, so that a search asks for nothing that is not there.
    records: the files of the search of records, which stands in the folder; their names change with what they say.
    """
    texts = _texts(joined)
    held = {path: made for path, made in before.items() if path.startswith(FOLDER + "/")}
    made = _write_texts(texts, data, folder, held)
    shards = [_shard(talks) for talks in moments.shards([text.talk for text in texts])]
    routers = _routers(folder, held)
    missing = []
    for shard in shards:
        kept = {path: file for path, file in held.items() if path.startswith(f"{FOLDER}/{shard.name}/")}
        if shard.name in routers and all(file.fingerprint == shard.fingerprint for file in kept.values()):
            made |= kept
        else:
            missing.append(shard)

    def write(shard: _Shard) -> tuple[Router, dict[str, Made]]:
        words = ((folder / moments.text_path(talk.text)).read_bytes() for talk in shard.talks)
        router, contents = moments.shard(shard.name, shard.talks, words)
        return router, {
            path: renew(folder, path, content, shard.fingerprint, held) for path, content in contents.items()
        }

    for router, written in crew.spread(write, missing, chunk=1):
        routers[router.name] = router
        made |= written
    content = moments.list_file(routers[shard.name] for shard in shards)
    fingerprint = number_of("\n".join([memory.program(), digest(content), *sorted(records)]))
    made[moments.LIST] = renew(folder, moments.LIST, content, fingerprint, held)
    if not shards:
        return made
    if moments.PAGES in held and held[moments.PAGES].fingerprint == fingerprint:
        made[moments.PAGES] = held[moments.PAGES]
    else:
        named = dict(pagefind.names(folder, records))
        paths = ([addresses.record(("conferences", talk.id)) for talk in shard.talks] for shard in shards)
        content = moments.pages_file([named.get(path, "") for path in some] for some in paths)
        made[moments.PAGES] = renew(folder, moments.PAGES, content, fingerprint, held)
    return made


def _texts(joined: Archive) -> list[_Text]:
    """Return every talk whose words are shown, newest first."""
    program = memory.program() if joined.holdings else ""
    found = []
    for key in joined.order["conferences"]:
        held = joined.holdings.get(key)
        shown = shown_captions(joined.entries[key], held) if held else ()
        if shown:
            talk = _talk(joined.entries[key], shown[0])
            found.append(_Text(talk, shown[0], number_of(f"{program} {talk.text}")))
    return found


def _talk(entry: Entry, track: CaptionFile) -> Talk:
    name = blake2b(f"{FORMAT} {track.digest}".encode(), digest_size=4).hexdigest()
    return Talk(
        id=entry.id,
        title=entry.title,
        label=entry.label,
        date=dates.in_words(entry.date),
        year=entry.date[:4],
        by_machine=not track.human,
        language=track.language,
        text=f"{entry.id}.{name}",
    )


def _shard(talks: list[Talk]) -> _Shard:
    name = blake2b(f"{FORMAT} {talks}".encode(), digest_size=5).hexdigest()
    return _Shard(f"{talks[-1].year or 'sin-fecha'}-{name}", talks, number_of(f"{memory.program()} {name}"))


def _routers(folder: Path, held: Mapping[str, Made]) -> dict[str, Router]:
    """Return the routers of the shards that are held, by name."""
    if moments.LIST not in held:
        return {}
    return {router.name: router for router in moments.routers((folder / moments.LIST).read_bytes())}


def _write_texts(texts: Sequence[_Text], data: Path, folder: Path, held: Mapping[str, Made]) -> dict[str, Made]:
    """Write the words of the talks that are not held; return those of all."""
    made = {}
    missing = []
    for text in texts:
        path = moments.text_path(text.talk.text)
        if path in held and held[path].fingerprint == text.fingerprint:
            made[path] = held[path]
        else:
            missing.append(text)

    def write(text: _Text) -> tuple[str, Made]:
        path = moments.text_path(text.talk.text)
        read = transcript(text.captions.path, (data / text.captions.path).read_text(encoding="utf-8"))
        return path, renew(folder, path, moments.text(read.paragraphs), text.fingerprint, held)

    made.update(crew.spread(write, missing))
    return made
