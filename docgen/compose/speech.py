"""讲话稿: salutation, opening, numbered sections with their points, closing."""

from __future__ import annotations

from docgen.base.diagnostics import Words
from docgen.compose.draft import Draft
from docgen.compose.of_meeting import blank, is_of_set, lacking
from docgen.language.punctuation import colon
from docgen.model.documents import Speech
from docgen.model.parts import Section
from docgen.model.tree import Origin, Paragraph, Role, Run


def automatic_title(document: Speech, draft: Draft) -> str:
    """Return 在……上的讲话, of the meeting where it is given."""
    draft.used.note(document, "occasion")
    source = draft.texts.sources.get(document.occasion)
    if source is not None:
        draft.used.note(source, "title")
    occasion = source.title if source else document.occasion
    return f"在{occasion}上的讲话" if occasion else "讲话"


def byline(document: Speech, draft: Draft) -> list[Paragraph]:
    """Return the lines under the title: who speaks, and when.

    Practice, not the standard: 3号楷体, the date in full-width brackets.
    """
    lines: list[Paragraph] = []
    speaker = document.speaker
    if speaker is not None and (speaker.name or speaker.post):
        draft.used.note(speaker, "name", "post")
        words = "　".join(part for part in (speaker.post, speaker.name) if part)
        lines.append(Paragraph(Role.BYLINE, (Run(words),), Origin(document.where("speaker"))))
    elif is_of_set(document, "speech"):
        lacking(draft, "C030", document, Words("讲话人（speaker）", "its speaker (speaker)"))
        origin = Origin(document.where("speaker"))
        lines.append(Paragraph(Role.BYLINE, (Run(blank("讲话人")),), origin))
    if document.date:
        draft.used.note(document, "date")
        words = f"（{document.date}）"
        lines.append(Paragraph(Role.BYLINE, (Run(words),), Origin(document.where("date"))))
    return lines


def compose(document: Speech, draft: Draft) -> None:
    """Write the speech's body."""
    if document.salutation:
        draft.used.note(document, "salutation")
        origin = Origin(document.where("salutation"))
        draft.add(Role.SALUTATION, colon(document.salutation), origin)
    draft.say(draft.texts.passages(document, "opening"))
    for number, section in enumerate(document.sections, start=1):
        _section(section, number, document, draft)
    draft.say(draft.texts.passages(document, "closing"))
    if document.gives("minutes"):
        from docgen.compose.speech_length import report_length  # few speeches are measured

        report_length(document, draft)


def _section(section: Section, number: int, document: Speech, draft: Draft) -> None:
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
