"""简报: of a meeting, what was said and decided there; or of anything else, as it is written."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.base.diagnostics import Words
from docgen.compose.bodied import own_opening, tell_sections
from docgen.compose.decisions import resolved
from docgen.compose.draft import Draft
from docgen.compose.meeting_facts import title_of
from docgen.compose.of_meeting import blank, lacking, meeting_of
from docgen.compose.official_head import required, told
from docgen.compose.serial_numbers import copies, issue
from docgen.compose.spirit import opening_of, tell_spirit
from docgen.compose.task_facts import note_of
from docgen.language.numbering import mark
from docgen.model.documents import Briefing
from docgen.model.sources import Meeting
from docgen.model.tree import Named, Origin, Paragraph, Role
from docgen.model.values import Blank

# Who carries a decision out, and by when.
_CHARGED = ("owner", "partners", "due")


def automatic_title(document: Briefing, draft: Draft) -> str:
    """Return 会议名称＋召开, the plain news; what a briefing makes of it, its editor writes."""
    meeting = meeting_of(document, draft.texts.sources)
    if meeting is None:
        lacking(draft, "C030", document, Words("标题（title）", "a title (title)"))
        return blank("标题")
    return f"{title_of(meeting, draft)}召开"


def byline(document: Briefing, draft: Draft) -> list[Paragraph]:
    """A briefing has no lines under its title."""
    return []


def compose(document: Briefing, draft: Draft) -> None:
    """Write the briefing's text."""
    draft.used.note(document, "meeting")
    meeting = meeting_of(document, draft.texts.sources)
    opening = own_opening(document, draft)
    if meeting is None:
        draft.say(opening)
    else:
        draft.say(opening or opening_of(_dated(meeting, draft), draft))
        _said_there(meeting, document, draft)
    tell_sections(document, draft)
    draft.say(draft.texts.passages(document, "closing"))


def _dated(meeting: Meeting, draft: Draft) -> Meeting:
    """Return a meeting with a blank for the day that nobody has written yet."""
    if meeting.date or meeting.opening:
        return meeting
    lacking(draft, "C030", meeting, Words("会议日期（date）", "the day (date)"))
    return meeting.but(date=Blank(blank("会议日期")))


def _said_there(meeting: Meeting, document: Briefing, draft: Draft) -> None:
    """Add what was said and decided; a blank as long as nobody has noted it."""
    tell_spirit(meeting, draft)
    _decided(meeting, draft)
    if not (meeting.spirit or meeting.decisions or document.opening or document.sections):
        part = Words("会议精神（spirit）", "what was said (spirit)")
        lacking(draft, "C031", meeting, part)
        draft.add(Role.BODY, blank("会议精神"), Origin(meeting.where("spirit")))


def _decided(meeting: Meeting, draft: Draft) -> None:
    decisions = meeting.decisions
    alone = len(decisions) == 1 and decisions[0].title is None
    if decisions and not alone:
        draft.add(Role.BODY, "会议议定以下事项：", Origin(meeting.where("decisions")))
    for number, decision in enumerate(decisions, start=1):
        if not (decision.title or decision.text):
            draft.report.add("C016", decision.at)
        title = draft.texts.field(decision, "title")
        draft.used.note(decision, *_CHARGED)
        origin = Origin(decision.at).along(draft.texts.origin(decision, "title").snippets)
        note = note_of(decision, _CHARGED, draft)
        if alone:
            draft.item("", "", resolved(decision, draft), "none", origin, note=note)
            continue
        said, sign = draft.texts.body(decision), mark("arabic", number)
        draft.item(sign, title, said, "arabic", origin, run_in=True, note=note)


def named(document: Briefing, draft: Draft) -> Iterable[Named]:
    """Return its name, number, who issues it and when, and at its end who gets it (惯)."""
    yield required(document, "mark", Words("名称", "its name"), draft)
    yield issue(document, draft)
    yield _issuer(document, draft)
    draft.used.note(document, "issued_on", "date")
    day = "issued_on" if document.issued_on else "date"
    words = str(document.issued_on or document.date or blank("日期"))
    yield Named("issued_on", words, Origin(document.where(day)))
    for name in ("report_to", "send_to", "issue_to"):
        yield told(document, name, draft)
    yield copies(document, draft)


def _issuer(document: Briefing, draft: Draft) -> Named:
    if document.issuer or not document.org:
        return required(document, "issuer", Words("编印单位", "its editor"), draft)
    return Named("issuer", document.org, Origin(document.where("org")))
