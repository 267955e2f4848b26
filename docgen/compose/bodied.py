"""The sections of a document with a body (通知, 函, 简报 …): 一、 with lead, points and table."""

from __future__ import annotations

from docgen.compose.draft import Draft
from docgen.compose.texts import Said
from docgen.model.official import Bodied
from docgen.model.parts import Section


def own_opening(document: Bodied, draft: Draft) -> Said:
    """Return the opening that is typed; its {{ count }} is that of the sections."""
    draft.texts.counted = len(document.sections)
    return draft.texts.passages(document, "opening")


def tell_sections(document: Bodied, draft: Draft, *, after: int = 0) -> None:
    """Add the sections that are typed, numbered on from the `after` that stand before them."""
    for number, section in enumerate(document.sections, start=after + 1):
        _section(section, number, document, draft)


def _section(section: Section, number: int, document: Bodied, draft: Draft) -> None:
    title = draft.texts.field(section, "title")
    draft.section(title, number, draft.texts.origin(section, "title"))
    series = section.series or document.series
    lead = draft.texts.passages(section, "lead")
    if section.points and series and series.code == "inline":
        draft.say(draft.inline(lead, section.points))
    else:
        draft.say(lead)
        run_ins = section.run_in if section.run_in is not None else document.run_in
        draft.points(section.points, series, run_ins=run_ins)
    draft.table(section.table)
