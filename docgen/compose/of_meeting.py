"""What a paper takes from its meeting: who holds it, the day; and the meeting itself.

What nobody has written yet is a blank, 〔待填〕: nothing is invented.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.base.diagnostics import Words
from docgen.compose.draft import Draft
from docgen.model.document import Document
from docgen.model.keys import Record
from docgen.model.sources import Meeting, Source
from docgen.model.values import Blank, When

# Papers of the day itself: they are dated by the meeting.
_OF_THE_DAY = {"agenda", "hosting-script"}
# Papers that are always dated: 7.3.5.4, and the head of minutes and briefings.
_DATED = {"notice", "letter", "minutes", "briefing"}


def meeting_of(document: Document, sources: Mapping[str, Source]) -> Meeting | None:
    """Return the one meeting that a document is about, None where there is none or several."""
    name = getattr(document, "meeting", "") or getattr(document, "occasion", "")
    found = sources.get(name)
    return found if isinstance(found, Meeting) else None


def with_meeting(document: Document, sources: Mapping[str, Source]) -> Document:
    """Return a document with what it leaves to its meeting: its unit and its date."""
    meeting = meeting_of(document, sources)
    if meeting is not None and meeting.org and not document.org:
        document = document.but(org=meeting.org, marks=_marked(document, "org", meeting))
    if meeting is not None and is_of_set(document, "speech"):
        from docgen.compose.meeting_speaker import with_speaker  # most papers have none

        document = with_speaker(document, meeting)
    if document.date:
        return document
    kind = document.kind.code
    of_the_day = kind in _OF_THE_DAY or is_of_set(document, "speech")
    if meeting is not None and meeting.date and of_the_day:
        day = _first_day(meeting.date)
        return document.but(date=day, marks=_marked(document, "date", meeting))
    return document.but(date=Blank("〔待填：日期〕")) if kind in _DATED else document


def is_of_set(document: Document, kind: str) -> bool:
    """Whether a document is of this kind and lies in a meeting's file."""
    return document.kind.code == kind and bool(document.at.key)


def _first_day(date: When | Blank) -> When | Blank:
    return When(date.start) if isinstance(date, When) else date


def _marked(document: Document, name: str, meeting: Meeting) -> dict[str, object]:
    return {**document.marks, name: meeting.where(name)}


def blank(what: str) -> str:
    """Return the one spelling of what is still to be filled in."""
    return f"〔待填：{what}〕"


def lacking(draft: Draft, code: str, record: Record, part: Words) -> None:
    """Note a part that an office expects in a document of this kind: C030 one that can be
    written now, C031 one that comes with the meeting."""
    draft.lacks.setdefault(code, {}).setdefault(part, record.at)


def tell_lacking(draft: Draft) -> None:
    """Report what was noted, once for each code: a first draft lacks many parts at a time. The
    place is that of the record that all of them belong to."""
    kind = Words(str(draft.document.kind), draft.document.kind.code)
    for code, parts in draft.lacks.items():
        places = set(parts.values())
        place = places.pop() if len(places) == 1 else draft.document.at
        part = Words("、".join(each.zh for each in parts), ", ".join(each.en for each in parts))
        draft.report.add(code, place, kind=kind, part=part)
