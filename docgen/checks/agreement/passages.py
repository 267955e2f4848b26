"""The user's own texts as they are printed, sentence by sentence, and what meeting each is about.

Takes a composed document; gives `Passage`s. What docgen itself wrote from the facts agrees with
them and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.base.diagnostics import Words
from docgen.base.place import Place
from docgen.compose import Composed
from docgen.language.recognise_patterns import Lazy
from docgen.model.document import Document
from docgen.model.keys import Record, table
from docgen.model.parts import SnippetRef
from docgen.model.sources import Meeting
from docgen.model.tree import Role
from docgen.model.values import Text
from docgen.source.loader import Loaded

_ENDS = Lazy(r"(?<=[。！？；\n])")
# In these papers “会议” is the meeting they are for; an outline or a letter may speak of others.
OF_THE_MEETING = {"notice", "agenda", "hosting-script", "minutes", "briefing"}


@dataclass(frozen=True)
class Passage:
    """A paragraph of somebody's words. `own`: it stands in the paper, not in its meeting's file;
    `near`: plain “会议” in it is the meeting."""

    text: str
    place: Place
    paper: Words
    own: bool
    near: bool
    kind: str = ""  # the code of the paper's
    leads: bool = True  # it stands first in the paper

    def sentences(self) -> list[str]:
        return [part for part in _ENDS.split(self.text) if part.strip()]


def passages_of(loaded: Loaded, composed: Composed) -> Iterator[Passage]:
    """Yield the paragraphs that are somebody's words."""
    document = composed.document
    typed = set(_texts_in(document))
    for source in loaded.sources.values():
        typed.update(_texts_in(source))
    near, first = document.kind.code in OF_THE_MEETING, True
    for paragraph in composed.tree.paragraphs():
        place = paragraph.origin.place
        if paragraph.role is Role.TITLE or (place not in typed and not paragraph.origin.snippet):
            continue
        own = in_paper(place, document)
        paper = paper_of(document) if own else Words("会议文件", "the meeting's file")
        yield Passage(paragraph.text, place, paper, own, near or not own, document.kind.code, first)
        first = False


def paper_of(document: Document) -> Words:
    """Return what messages call a paper."""
    return Words(str(document.kind), f"the {document.kind.code}")


def in_paper(place: Place, document: Document) -> bool:
    """Whether a place is the paper's own: in its file, or in its part of a set."""
    if place.file != document.at.file:
        return False
    own = document.at.key
    return not own or place.key == own or place.key.startswith((f"{own}.", f"{own}["))


def meeting_for(sentence: str, place: Place, meetings: list[Meeting]) -> Meeting | None:
    """Return the one meeting that a sentence at `place` may be about."""
    named = [each for each in meetings if each.title and each.title in sentence]
    at_home = [each for each in meetings if each.at.file == place.file]
    for found in (named, at_home, meetings):
        if len(found) == 1:
            return found[0]
    return None


def _texts_in(record: Record) -> Iterator[Place]:
    """Yield the place of every text below a record."""
    for key in table(type(record)).values():
        value = getattr(record, key.attribute)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Text):
                yield each.place
            elif isinstance(each, SnippetRef):
                yield each.where("snippet")
            elif isinstance(each, Record):
                yield from _texts_in(each)
