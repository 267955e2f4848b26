"""纪要 (GB/T 9704-2012 10.3): who met where on what, what was said and decided, who was there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from docgen.base.diagnostics import Words
from docgen.compose.bodied import tell_sections
from docgen.compose.decisions import tell_decisions
from docgen.compose.draft import Draft
from docgen.compose.meeting_facts import called, labelled, listed, purpose_of, title_of
from docgen.compose.of_meeting import blank, lacking, meeting_of
from docgen.compose.official_head import required, told
from docgen.compose.serial_numbers import number_of_minutes
from docgen.compose.spirit import tell_spirit
from docgen.model.documents import Minutes
from docgen.model.sources import Meeting
from docgen.model.tree import Named, Origin, Paragraph, Role
from docgen.model.values import Blank, Day, When

_ENDING = "现纪要如下。"
# A meeting's name that the office's name stands before: 局务会议, 党组（扩大）会议.
_OWN = re.compile(r"[^省市县区旗州盟年全]{1,8}会议?")
# What a meeting does about its matter, said right after its name.
_DOES = re.compile(
    r"(?:专题)?(?:研究|讨论|审议|听取|部署|总结|安排|传达|学习|通报|复盘|分析|协调|调度|推进)"
)
# A matter short enough to stand in a title.
_MATTER = re.compile(r"研究[^，。；、：\n]{2,24}")
_HOUR = re.compile(r"(上午|下午|晚上|中午|早上)?\s*(\d{1,2})\s*[:时点]")


def automatic_title(document: Minutes, draft: Draft) -> str:
    """Return 研究……的会议纪要, where the matter is that short; else the meeting's name＋纪要."""
    meeting = meeting_of(document, draft.texts.sources)
    if meeting is None:
        lacking(draft, "C030", document, Words("标题（title）", "a title (title)"))
        return blank("标题")
    matter = purpose_of(meeting, draft)
    if _MATTER.fullmatch(matter):
        return f"{matter}的会议纪要"
    return f"{title_of(meeting, draft)}纪要"


def byline(document: Minutes, draft: Draft) -> list[Paragraph]:
    """Minutes have no lines under their title."""
    return []


def compose(document: Minutes, draft: Draft) -> None:
    """Write the minutes' text."""
    draft.used.note(document, "meeting")
    meeting = meeting_of(document, draft.texts.sources)
    decided = meeting.decisions if meeting else ()
    draft.texts.counted = len(decided) or len(document.sections)
    opening = draft.texts.passages(document, "opening")
    if opening or meeting is None:
        draft.say(opening)
    else:
        draft.add(Role.BODY, _opening(meeting, document, draft), Origin(meeting.where("title")))
    headed = _held(meeting, document, draft) if meeting else 0
    tell_sections(document, draft, after=headed)
    draft.say(draft.texts.passages(document, "closing"))
    if meeting is not None:
        _attendance(meeting, draft)


def _opening(meeting: Meeting, document: Minutes, draft: Draft) -> str:
    """4月8日上午，副市长陈××在市政府第二会议室主持召开……，研究……。现纪要如下。"""
    draft.used.note(meeting, "place")
    if meeting.host is None:
        lacking(draft, "C030", meeting, Words("主持人（host）", "its host (host)"))
    host = called(meeting.host, draft) if meeting.host else blank("主持人")
    where = f"在{meeting.place}" if meeting.place else ""
    held = f"{_day(meeting, document, draft)}，{host}{where}主持召开{title_of(meeting, draft)}"
    matter = purpose_of(meeting, draft)
    if matter:
        held += f"，{matter}" if _DOES.match(matter) else f"，主要任务是{matter}"
    return f"{held}。{_ENDING}"


def _day(meeting: Meeting, document: Minutes, draft: Draft) -> str:
    """Return the day without the year that the head has (3月6日上午)."""
    draft.used.note(meeting, "date", "time")
    when = meeting.date
    if not isinstance(when, When):
        if when is None:
            lacking(draft, "C030", meeting, Words("时间（date）", "its date (date)"))
        return str(when or blank("会议时间"))
    head = document.issued_on or document.date
    same = isinstance(head, When) and head.year == when.year
    words = str(when).removeprefix(f"{when.year}年") if same else str(when)
    single = when.end in (None, when.start) and when.start.day
    return words + (part_of_day(meeting.time) if single else "")


def part_of_day(time: str) -> str:
    """Return 上午, 下午 or 晚上 of an hour, ``""`` where it is not certain."""
    found = _HOUR.match(unicodedata.normalize("NFKC", time).strip())
    if not found or int(found[2]) > 23:
        return ""
    if found[1]:
        return "上午" if found[1] == "早上" else found[1]
    hour = int(found[2])
    if hour < 6:
        return ""  # 2:30 may be meant for the afternoon
    return "上午" if hour < 12 else "下午" if hour < 18 else "晚上"


def _held(meeting: Meeting, document: Minutes, draft: Draft) -> int:
    """Add what was said and decided, a blank as long as nobody has noted it; return how many
    headings 一、… that took."""
    tell_spirit(meeting, draft)
    headed = tell_decisions(meeting, draft)
    if not (meeting.spirit or meeting.decisions or document.opening or document.sections):
        lacking(
            draft, "C031", meeting, Words("议定事项（decisions）", "what was decided (decisions)")
        )
        draft.add(Role.BODY, blank("议定事项"), Origin(meeting.where("decisions")))
    return headed


def _attendance(meeting: Meeting, draft: Draft) -> None:
    """10.3: 出席, 请假, 列席 below the text."""
    if not meeting.present:
        lacking(draft, "C031", meeting, Words("出席人员（present）", "who was there (present)"))
    draft.used.note(meeting, "present", "absent", "observers")
    present = listed(meeting.present, meeting, draft) or blank("出席人员")
    labelled("出席", present, Origin(meeting.where("present")), draft)
    for name, label in (("absent", "请假"), ("observers", "列席")):
        people = getattr(meeting, name)
        if people:
            labelled(label, listed(people, meeting, draft), Origin(meeting.where(name)), draft)


def named(document: Minutes, draft: Draft) -> Iterable[Named]:
    """Return the head (10.3) and the foot (7.4)."""
    yield _mark(document, draft)
    yield number_of_minutes(document, draft)
    issuer = _default(document, "issuer", "org", Words("编印单位", "its editor"), draft)
    yield issuer._replace(name="issuer")
    issued = _dated(document, "issued_on", draft)
    yield issued
    yield told(document, "copies_to", draft)
    if document.printer:
        yield told(document, "printer", draft)
    else:
        yield issuer._replace(name="printer")
    yield (
        _dated(document, "printed_on", draft)
        if document.printed_on
        else issued._replace(name="printed_on")
    )


def _mark(document: Minutes, draft: Draft) -> Named:
    """Return ×××纪要: the office's name, and the meeting's where it is one of the office's own."""
    if document.mark or not document.org:
        return required(document, "mark", Words("名称", "its name"), draft)
    meeting = meeting_of(document, draft.texts.sources)
    title = meeting.title if meeting else ""
    if title.startswith(document.org):
        words = title
    else:
        words = document.org + (title if _OWN.fullmatch(title) else "会议")
    return Named("mark", words + "纪要", Origin(document.where("org")))


def _default(document: Minutes, name: str, other: str, what: Words, draft: Draft) -> Named:
    if getattr(document, name) or not getattr(document, other):
        return required(document, name, what, draft)
    return told(document, other, draft)


def _dated(document: Minutes, name: str, draft: Draft) -> Named:
    draft.used.note(document, name, "date")
    given: When | Blank | Day | None = getattr(document, name)
    key = name if given else "date"
    return Named(name, str(given or document.date or blank("日期")), Origin(document.where(key)))
