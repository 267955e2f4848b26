"""The passages of a file, and the one that is meant.

Takes a document's or source's record, or plain lines; gives `Candidate`s in the order of the
file. One is found by its paragraph's number, by lines or by its key, in either language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.base.han import join_lines
from docgen.base.place import NOWHERE, Place
from docgen.model.keys import Key, Record, table
from docgen.model.terms import USES, Term
from docgen.model.values import Text

Path = tuple[Key | int, ...]

# What a passage is for, by the field it stands in; elsewhere it is a paragraph.
_USES = {
    "opening": "opening", "guiding": "opening", "lead": "transition", "closing": "closing",
    "points": "point", "implementation": "point", "tasks": "point", "spirit": "point",
}  # fmt: skip
# Texts that are headings, not passages.
_HEADINGS = ("title", "implementation_title")
_SEGMENT = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_CLOSED = tuple("。！？…：；”’」』")
_INDENTED = ("\u3000", "  ", "\t")


class Candidate(NamedTuple):
    """A passage that could be meant: its paragraphs as they stand, where they begin, and, in a
    document, the field it is the text of."""

    paragraphs: tuple[str, ...]
    place: Place = NOWHERE
    path: Path = ()
    record: Record | None = None
    text: Text | None = None
    snippet: str = ""  # the snippet that it is of, where that is known

    @property
    def use(self) -> Term:
        names = [key.name for key in self.path if isinstance(key, Key)]
        found = [_USES[name] for name in reversed(names) if name in _USES]
        return USES[found[0] if found else "paragraph"]

    @property
    def heading(self) -> str:
        """The heading that a point or task has for this text, where it is plain words."""
        last = self.path[-1] if self.path else 0
        title = getattr(self.record, "title", None)
        if not isinstance(title, Text) or "{" in title.source or isinstance(last, int):
            return ""
        return title.source.strip() if last.name == "text" else ""


# -- of records -------------------------------------------------------------------------------


def candidates_of(record: Record) -> list[Candidate]:
    """Return the texts of a document or source, headings left out, in the order of the file."""
    found = list(_texts(record, ()))
    return sorted(found, key=lambda each: (each.place.line, each.place.column))


def _texts(record: Record, path: Path) -> Iterator[Candidate]:
    for key in table(type(record)).values():
        value, at = getattr(record, key.attribute), (*path, key)
        if key.shape == "text" and key.name not in _HEADINGS and isinstance(value, Text):
            yield _candidate(value, at, record)
        elif key.shape == "passages":
            texts = ((i, each) for i, each in enumerate(value) if isinstance(each, Text))
            yield from (_candidate(each, (*at, i), record) for i, each in texts)
        elif isinstance(value, Record):
            yield from _texts(value, at)
        elif key.shape == "records":
            for index, each in enumerate(value):
                yield from _texts(each, (*at, index))


def references_of(record: Record, path: Path = ()) -> Iterator[Candidate]:
    """Yield what of a document or source is no text of its own but a snippet."""
    keys = table(type(record))
    if "snippet" in keys and (named := str(getattr(record, keys["snippet"].attribute))):
        yield Candidate((), path=(*path, keys["snippet"]), snippet=named)
    for key in keys.values():
        value, at = getattr(record, key.attribute), (*path, key)
        if isinstance(value, Record):
            yield from references_of(value, at)
        elif key.shape in ("records", "passages"):
            parts = ((index, each) for index, each in enumerate(value) if isinstance(each, Record))
            for index, each in parts:
                yield from references_of(each, (*at, index))


def _candidate(text: Text, path: Path, record: Record) -> Candidate:
    return Candidate(paragraphs(text.source), text.place, path, record, text)


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, without the blanks around them."""
    parts = (part.strip() for part in re.split(r"\n[ \t]*\n\s*", text))
    return tuple(part for part in parts if part)


def at_key(candidates: Iterable[Candidate], key: str) -> list[Candidate]:
    """Return the passages that a key leads to: a text, that of a point, or a list of texts."""
    asked = [int(index) if index else name.strip() for name, index in _SEGMENT.findall(key)]
    found = []
    for each in candidates:
        below = len(each.path) - len(asked)  # the text of a point, one of a list
        deepest = 2 if each.snippet else 1  # the snippet of one of a list
        if asked and 0 <= below <= deepest and all(map(_is, each.path, asked)):
            found.append(each)
    return found


def _is(step: Key | int, asked: str | int) -> bool:
    return asked in step.names() if isinstance(step, Key) else step == asked


# -- of plain text ----------------------------------------------------------------------------


def candidates_in(text: str, file: str, before: int = 0) -> list[Candidate]:
    """Return the paragraphs of a plain text, each with the line where it begins; `before`: how
    many lines of the file stand above it.

    A line goes on with the one before it, unless that one is closed (。), a line between them
    is empty, or it is indented.
    """
    found: list[tuple[int, list[str]]] = []
    fresh = True
    for number, line in enumerate(text.split("\n"), start=before + 1):
        if not line.strip():
            fresh = True
            continue
        if fresh or line.startswith(_INDENTED):
            found.append((number, []))
        found[-1][1].append(line.strip())
        fresh = line.rstrip().endswith(_CLOSED)
    return [Candidate((join_lines(lines),), Place(file, at, 1)) for at, lines in found]
