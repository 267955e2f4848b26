"""函: in the form of a letter (GB/T 9704-2012 10.1), its text as it is written."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.base.diagnostics import Words
from docgen.compose import official_head as head
from docgen.compose.bodied import own_opening, tell_sections
from docgen.compose.draft import Draft
from docgen.compose.of_meeting import blank, lacking
from docgen.compose.official_foot import close
from docgen.model.documents import Letter
from docgen.model.tree import Named, Paragraph


def automatic_title(document: Letter, draft: Draft) -> str:
    """Return a blank: what a letter asks for, only its writer knows."""
    lacking(draft, "C030", document, Words("标题（title）", "a title (title)"))
    return blank("标题")


def byline(document: Letter, draft: Draft) -> list[Paragraph]:
    """A letter has no lines under its title."""
    return []


def compose(document: Letter, draft: Draft) -> None:
    """Write the letter's text, and what follows it."""
    draft.used.note(document, "meeting")
    draft.say(own_opening(document, draft))
    tell_sections(document, draft)
    close(document, draft)


def named(document: Letter, draft: Draft) -> Iterable[Named]:
    """Return what the head and the foot say; the mark is the office's name without 文件."""
    yield head.mark(document, draft)
    yield head.copy_number(document, draft)
    yield head.number(document, draft)
    yield head.secrecy(document, draft)
    yield head.urgency(document, draft)
    yield head.addressee(document, draft, expected=True)
    yield head.told(document, "copies_to", draft)
