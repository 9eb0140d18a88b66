"""The strict YAML reader: text in, plain dictionaries, lists and texts out; nothing typed, nothing expanded.

In: the bytes of a record. Out: a tree, and every flaw that can be known at once.
Never: builds an object, follows an alias, lets a foreign exception escape, or works without bounds:
it walks the parser's events and stops pulling them at the first limit.
"""

from typing import Any, NamedTuple

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from acervo.records.problems import Flaw
from acervo.records.text import syntax
from acervo.records.text.events import MAX_DEPTH, MAX_EVENTS, PARSE_ERRORS, PARSER, Parser
from acervo.records.text.places import Places
from acervo.records.text.proof import LINE_BREAK, Proof

MAX_BYTES = 200_000

_NULLS = ("~", "null")
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")
_SCRATCH = "\0"
"""Where the value of a repeated key goes; no clean key can be equal."""


class Reading(NamedTuple):
    """What a text says, as far as it can be read."""

    tree: dict[str, Any] | None
    """Dictionaries, lists and texts; None when the text cannot be read to its end."""
    flaws: tuple[Flaw, ...]


class _Stop(Exception):
    """Reading cannot go on; holds the flaw that says why."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.code)
        self.flaw = flaw


def read(data: bytes, parser: Parser = PARSER) -> Reading:
    """Read one record: UTF-8, at most MAX_BYTES.

    Empty values are left out of the tree; texts are trimmed and composed (NFC). A tree with flaws is as
    complete as it can be: it holds the first of two equal keys, and the text before a ` #`.
    """
    if len(data) > MAX_BYTES:
        return Reading(None, (Flaw("too_big", 1, 1, {"size": len(data), "limit": MAX_BYTES}),))
    if data[:2] in _OTHER_ENCODINGS or b"\0" in data[:4]:
        return Reading(None, (Flaw("encoding", 1, 1),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Reading(None, (_wrong_encoding(data, error.start),))
    proof = Proof(text)
    try:
        tree = _root(_build(parser, proof))
    except _Stop as stop:
        tree = None
        proof.flaws.append(stop.flaw)
    if proof.careful:
        proof.read_signs(whole=tree is not None)
    if any(flaw.code == "duplicate" for flaw in proof.flaws):
        _name_first_lines(proof, Places(proof.text, parser))
    return Reading(tree, tuple(proof.flaws))


def _build(parser: Parser, proof: Proof) -> list[Any]:
    """Walk the events into a list that holds the root, if there is one.

    This loop is the hot path of the whole archive: it asks of an event only what a sound text needs.
    """
    top: list[Any] = []
    box: Any = top
    key: str | None = None
    in_mapping = False
    stack: list[tuple[Any, bool]] = []
    hollow: list[dict[str, Any]] = []
    careful, hashes = proof.careful, proof.hashes
    documents = 0
    event: Any = None
    try:
        next_event = parser(proof.text).get_event
        for _ in range(MAX_EVENTS):
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if event.style:
                    value = value.strip()
                elif hashes:
                    proof.read_end(event)
                if careful:
                    value = proof.read_value(value, event)
                if event.anchor is not None or event.tag is not None:
                    proof.add("sign", event, sign="&" if event.anchor else "!")
                if key is not None:
                    box[key] = value
                    if not value:
                        hollow.append(box)
                    elif value in _NULLS and not event.style:
                        proof.add("null", event, value=value)
                    key = None
                elif not in_mapping:
                    box.append(value)
                    if not value and stack:
                        proof.read_empty_item(event)
                elif value in box:
                    proof.add("duplicate", event, key=value)
                    hollow.append(box)
                    key = _SCRATCH
                else:
                    key = value
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    proof.add("sign", event, sign="&" if event.anchor else "!")
                inner: Any = {} if kind is MappingStartEvent else []
                if key is not None:
                    box[key] = inner
                    key = None
                elif in_mapping:
                    raise _Stop(proof.flaw("key_shape", event))
                else:
                    box.append(inner)
                stack.append((box, in_mapping))
                if len(stack) > MAX_DEPTH:
                    raise _Stop(proof.flaw("too_deep", event, limit=MAX_DEPTH))
                box, in_mapping = inner, kind is MappingStartEvent
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                box, in_mapping = stack.pop()
            elif kind is AliasEvent:
                raise _Stop(proof.flaw("sign", event, sign="*"))
            elif kind is DocumentStartEvent:
                documents += 1
                if event.version or event.tags:
                    raise _Stop(proof.flaw("directive", event))
                if documents > 1:
                    raise _Stop(proof.flaw("documents", event))
            elif kind is StreamEndEvent:
                break
        else:
            raise _Stop(proof.flaw("too_many", event, limit=MAX_EVENTS))
    except PARSE_ERRORS as error:
        raise _Stop(syntax.explain(error, proof.lines, event)) from None
    for emptied in hollow:
        for name in [name for name, value in emptied.items() if value == "" or name == _SCRATCH]:
            del emptied[name]
    return top


def _root(top: list[Any]) -> dict[str, Any]:
    root = top[0] if top else ""
    if isinstance(root, dict):
        return root
    raise _Stop(Flaw("top_list" if isinstance(root, list) else "top_text" if root else "empty", 1, 1))


def _name_first_lines(proof: Proof, places: Places) -> None:
    for index, flaw in enumerate(proof.flaws):
        if flaw.code == "duplicate":
            first, _ = places.repeated.get((flaw.line, flaw.column), (flaw.line, flaw.column))
            proof.flaws[index] = flaw._replace(details={**flaw.details, "first": first})


def _wrong_encoding(data: bytes, offset: int) -> Flaw:
    before = LINE_BREAK.split(data[:offset].decode("utf-8-sig"))
    return Flaw("encoding", len(before), len(before[-1]) + 1)
