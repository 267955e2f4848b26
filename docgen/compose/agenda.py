"""议程: when, where and who, then item by item what is done, by whom and how long."""

from __future__ import annotations

from docgen.base.diagnostics import Words
from docgen.compose.draft import Draft
from docgen.compose.meeting_facts import called, labelled, place_of, presenter_of, title_of, when_of
from docgen.compose.of_meeting import blank, lacking, meeting_of
from docgen.language.numbering import mark
from docgen.language.punctuation import bare
from docgen.model.documents import Agenda
from docgen.model.meeting_parts import AgendaItem
from docgen.model.sources import Meeting
from docgen.model.tree import Origin, Paragraph, Role, Run


def automatic_title(document: Agenda, draft: Draft) -> str:
    """Return the meeting's name＋议程."""
    meeting = meeting_of(document, draft.texts.sources)
    return (title_of(meeting, draft) if meeting else "") + "议程"


def byline(document: Agenda, draft: Draft) -> list[Paragraph]:
    """Return the line under the title: the day."""
    draft.used.note(document, "date")
    words = f"（{document.date or blank('会议日期')}）"
    return [Paragraph(Role.BYLINE, (Run(words),), Origin(document.where("date")))]


def compose(document: Agenda, draft: Draft) -> None:
    """Write the agenda's body."""
    draft.used.note(document, "meeting", "org")
    draft.say(draft.texts.passages(document, "opening"))
    meeting = meeting_of(document, draft.texts.sources)
    if meeting is not None:
        _facts(meeting, draft)
        _items(meeting, draft)
    draft.say(draft.texts.passages(document, "closing"))


def _facts(meeting: Meeting, draft: Draft) -> None:
    labelled("时　间", when_of(meeting, draft), Origin(meeting.where("date")), draft)
    labelled("地　点", place_of(meeting, draft), Origin(meeting.where("place")), draft)
    host = called(meeting.host, draft) if meeting.host else blank("主持人")
    labelled("主持人", host, Origin(meeting.where("host")), draft)
    if meeting.scope:
        draft.used.note(meeting, "scope")
        labelled("参加人员", "；".join(meeting.scope), Origin(meeting.where("scope")), draft)


def _items(meeting: Meeting, draft: Draft) -> None:
    if not meeting.agenda:
        lacking(draft, "C030", meeting, Words("议程（agenda）", "the agenda"))
        draft.add(Role.BODY, blank("各项议程"), Origin(meeting.where("agenda")))
    for number, item in enumerate(meeting.agenda, start=1):
        _item(item, number, draft)


def _item(item: AgendaItem, number: int, draft: Draft) -> None:
    draft.used.note(item, "title", "minutes")
    heading = mark("section", number) + bare(item.title)
    draft.add(Role.HEADING_1, heading, Origin(item.where("title")))
    long = f"约{item.minutes}分钟" if item.minutes else ""
    told = "　".join(part for part in (presenter_of(item, draft), long) if part)
    if told:
        draft.add(Role.BODY, told, Origin(item.at))
