"""传达提纲: passes on what was said above, source by source, and says how it is carried out."""

from __future__ import annotations

from docgen.compose.draft import Draft
from docgen.compose.sentence import opening_sentence
from docgen.compose.tasks import tell_tasks
from docgen.compose.texts import Said, paragraphs_of
from docgen.compose.titles import spirit_of, transmission_title
from docgen.language.punctuation import lead_in
from docgen.model.documents import TransmissionOutline
from docgen.model.sources import Source, Spirit
from docgen.model.terms import RANK, SERIES, Term
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
    draft.say(_opening(source, draft))
    for spirit in source.spirit:
        _spirit(spirit, draft)


def _opening(source: Source, draft: Draft) -> Said:
    """Return the built sentence, or the words that replace it, with what follows."""
    after = draft.texts.field(source, "after")
    if source.opening is not None:
        words, origin = draft.texts.field(source, "opening"), Origin(source.opening.place)
        origin = origin.along(draft.texts.origin(source, "opening").snippets)
    else:
        words, origin = opening_sentence(source, draft.used), Origin(source.where("title"))
    origin = origin.along(draft.texts.origin(source, "after").snippets)
    return [(paragraph, origin) for paragraph in paragraphs_of(words + after)]


def _spirit(spirit: Spirit, draft: Draft) -> None:
    draft.used.note(spirit, "by", "verb")
    if not spirit.points:
        draft.require_words(spirit)
    said = draft.texts.body(spirit)
    title = draft.texts.heading(spirit)
    who = f"{spirit.by}{spirit.verb}"
    if who and said:
        (text, origin), *rest = said
        said = [(f"{who}，{text}", origin), *rest]
    elif who:
        said = [(lead_in(who) if spirit.points else f"{who}。", Origin(spirit.at))]
    series = spirit.series or _default_series(spirit)
    said, done = draft.with_points(said, spirit.points, series)
    if title:
        draft.item("", title, said, "none", draft.texts.headed(spirit), run_in=spirit.run_in)
    else:
        draft.say(said)
    if not done:
        draft.points(spirit.points, series, run_ins=spirit.run_in)
    draft.table(spirit.table)


def _default_series(spirit: Spirit) -> Term | None:
    """Plain points of one spirit item stay in its paragraph; points with headings are numbered."""
    plain = all(not (p.title or p.points or p.snippet or p.table) for p in spirit.points)
    return SERIES["inline"] if plain else None
