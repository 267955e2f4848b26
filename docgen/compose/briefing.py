"""简报: of a meeting, what was said and decided there; or of anything else, as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.base.diagnostics import Words
from docgen.compose.bodied import own_opening, tell_sections
from docgen.compose.draft import Draft
from docgen.compose.meeting_facts import title_of
from docgen.compose.of_meeting import blank, lacking, meeting_of
from docgen.compose.official_head import required, told
from docgen.compose.spirit import opening_of, tell_spirit
from docgen.compose.task_facts import note_of
from docgen.language.numbering import mark
from docgen.model.documents import Briefing
from docgen.model.sources import Meeting
from docgen.model.tree import Named, Origin, Paragraph, Role
from docgen.model.values import BLANK, Blank

# What the template writes around the figures, and how an office may type it.
_NUMBER = re.compile(r"第?\s*(\d+)\s*期?")
_COPIES = re.compile(r"(?:共印)?\s*(\d+)\s*份?")

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
        title, said = draft.texts.field(decision, "title"), draft.texts.body(decision)
        draft.used.note(decision, *_CHARGED)
        origin = Origin(decision.at).along(draft.texts.origin(decision, "title").snippets)
        note = note_of(decision, _CHARGED, draft)
        sign = "会议议定，" if alone else mark("arabic", number)
        draft.item(sign, title, said, "arabic", origin, run_in=True, note=note)


def named(document: Briefing, draft: Draft) -> Iterable[Named]:
    """Return its name, number, who issues it and when, and at its end who gets it (惯)."""
    yield required(document, "mark", Words("名称", "its name"), draft)
    yield _figures(document, "number", "期号", "第12期", _NUMBER, draft)
    yield _issuer(document, draft)
    draft.used.note(document, "issued_on", "date")
    day = "issued_on" if document.issued_on else "date"
    words = str(document.issued_on or document.date or blank("日期"))
    yield Named("issued_on", words, Origin(document.where(day)))
    for name in ("report_to", "send_to", "issue_to"):
        yield told(document, name, draft)
    if document.copies:
        yield _figures(document, "copies", "份数", "共印120份", _COPIES, draft)
    else:
        yield told(document, "copies", draft)


def _issuer(document: Briefing, draft: Draft) -> Named:
    if document.issuer or not document.org:
        return required(document, "issuer", Words("编印单位", "its editor"), draft)
    return Named("issuer", document.org, Origin(document.where("org")))


def _figures(
    document: Briefing, name: str, what: str, example: str, form: re.Pattern[str], draft: Draft
) -> Named:
    """Return a number that the template puts words around; words that were typed go."""
    given = required(document, name, Words(what, f"its {name}"), draft)
    found = form.fullmatch(given.words)
    if found:
        return given._replace(value=found[1])
    if not BLANK.search(given.words):
        key, digits = Words(f"{what}（{name}）", name), re.sub(r"\D", "", example)
        facts = {"key": key, "words": given.words, "example": example, "digits": digits}
        draft.report.add("C047", document.where(name), **facts)
    return given
