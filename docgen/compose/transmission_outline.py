"""传达提纲: passes on what was said above, source by source, and says how it is carried out."""

from __future__ import annotations

from docgen.base.diagnostics import Words
from docgen.compose.draft import Draft
from docgen.compose.of_meeting import blank, lacking
from docgen.compose.spirit import opening_of, tell_spirit
from docgen.compose.tasks import tell_tasks
from docgen.compose.titles import spirit_of, transmission_title
from docgen.model.documents import TransmissionOutline
from docgen.model.sources import Source
from docgen.model.terms import RANK, Term
from docgen.model.tree import Origin, Paragraph, Role, Run


def automatic_title(document: TransmissionOutline, draft: Draft) -> str:
    """Return the title that the sources give."""
    ordered = sources_in_order(document, draft)
    for source in ordered:
        draft.used.note(source, "title")
    return transmission_title(ordered)


def byline(document: TransmissionOutline, draft: Draft) -> list[Paragraph]:
    """Return the lines under the title: who passes on, and when."""
    lines: list[Paragraph] = []
    if document.org:
        draft.used.note(document, "org")
        lines.append(_line(document.org, document, "org"))
    if document.date:
        draft.used.note(document, "date")
        lines.append(_line(f"（{document.date}）", document, "date"))
    return lines


def _line(text: str, document: TransmissionOutline, name: str) -> Paragraph:
    return Paragraph(Role.BYLINE, (Run(text),), Origin(document.where(name)))


def sources_in_order(document: TransmissionOutline, draft: Draft) -> list[Source]:
    """Return the sources from the highest level down; one level keeps the listed order."""
    draft.used.note(document, "sources")
    named = draft.texts.sources
    listed = [named[name] for name in document.sources if name in named]
    return sorted(listed, key=_rank)


def _rank(source: Source) -> int:
    return RANK[source.level.code] if isinstance(source.level, Term) else len(RANK)


def compose(document: TransmissionOutline, draft: Draft) -> None:
    """Write the outline's body."""
    draft.say(draft.texts.passages(document, "opening"))
    number = 0
    for number, source in enumerate(sources_in_order(document, draft), start=1):
        _source(source, number, draft)
        if document.tasks is not None and document.tasks.code == "show":
            tell_tasks(source, draft)
    if document.implementation:
        title = draft.texts.field(document, "implementation_title") or "贯彻落实意见"
        origin = Origin(document.where("implementation"))
        origin = origin.along(draft.texts.origin(document, "implementation_title").snippets)
        draft.section(title, number + 1, origin)
        draft.points(document.implementation, document.series)
    draft.say(draft.texts.passages(document, "closing"))


def _source(source: Source, number: int, draft: Draft) -> None:
    draft.used.note(source, "title")
    draft.section(spirit_of(source), number, Origin(source.where("title")))
    draft.say(opening_of(source, draft))
    tell_spirit(source, draft)
    in_set = bool(draft.document.at.key)
    if in_set and not (source.spirit or source.after or source.opening):
        # Before the meeting nothing can be passed on; its sentence alone would read as if it were.
        lacking(draft, "C031", source, Words("会议精神（spirit）", "what was said (spirit)"))
        draft.add(Role.BODY, blank("会议精神"), Origin(source.where("spirit")))
