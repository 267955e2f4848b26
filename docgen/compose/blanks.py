"""Where the 〔待填〕 of a document were typed.

Takes the tree and the records it came from, gives (words, place) for every blank that is
printed: the place of the value it was typed in, or of the paragraph where a snippet has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.base.place import Place
from docgen.model.keys import Record, table
from docgen.model.tree import Tree
from docgen.model.values import BLANK, Blank, Text


def blanks(tree: Tree, records: list[Record]) -> list[tuple[str, Place]]:
    """Return every printed blank once, with its place."""
    typed: dict[str, list[Place]] = {}
    for record in records:
        for words, place in _typed(record):
            typed.setdefault(words, []).append(place)
    found: dict[tuple[str, Place], None] = {}
    printed = [(paragraph.text, paragraph.origin) for paragraph in tree.paragraphs()]
    printed += [(named.words, named.origin) for named in tree.named]
    for text, made in printed:
        for words in BLANK.findall(text):
            origin = made.place
            places = typed.get(words, [origin])
            near = [place for place in places if place.file == origin.file] or places
            found.update({(words, place): None for place in near})
    return list(found)


def _typed(record: Record) -> Iterator[tuple[str, Place]]:
    for name, key in table(type(record)).items():
        value = getattr(record, key.attribute)
        yield from _in(value, record, name)


def _in(value: Any, record: Record, name: str) -> Iterator[tuple[str, Place]]:
    if isinstance(value, Record):
        yield from _typed(value)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            each = f"{name}[{index}]"
            yield from _in(item, record, each if record.gives(each) else name)
    elif isinstance(value, str | Blank | Text):
        words = value.source if isinstance(value, Text) else str(value)
        place = value.place if isinstance(value, Text) else record.where(name)
        for blank in BLANK.findall(words):
            yield blank, place
