"""主持词: opens a meeting, calls its items one by one, sums up and dismisses."""

from __future__ import annotations

import re

from docgen.base.diagnostics import Words, suggestion
from docgen.compose.draft import Draft
from docgen.compose.host_words import Call, comrade, is_same, speaks, words_for
from docgen.compose.introductions import open_meeting
from docgen.compose.meeting_facts import side_by_side, title_of
from docgen.compose.of_meeting import blank, lacking, meeting_of
from docgen.language.numbers import Count, cn_number
from docgen.language.punctuation import bare, colon
from docgen.model.documents import HostingScript
from docgen.model.meeting_papers import HostWords
from docgen.model.meeting_parts import AgendaItem
from docgen.model.parts import Person
from docgen.model.sources import Meeting
from docgen.model.terms import SERIES
from docgen.model.tree import Origin, Paragraph, Role, Run

_SALUTATION = "同志们"
_DISMISSAL = "散会"
# 第三项, 三, 3
_NUMBER = re.compile(r"第?\s*(\d+|[一二三四五六七八九十]+)\s*项?(?:议程)?")


def automatic_title(document: HostingScript, draft: Draft) -> str:
    """Return the meeting's name＋主持词."""
    meeting = meeting_of(document, draft.texts.sources)
    return (title_of(meeting, draft) if meeting else "") + "主持词"


def byline(document: HostingScript, draft: Draft) -> list[Paragraph]:
    """Return the lines under the title: who hosts, and the day."""
    meeting = meeting_of(document, draft.texts.sources)
    host = _host(document, meeting)
    if host is not None:
        draft.used.note(host, "name", "post")
        words, origin = "　".join(part for part in (host.post, host.name) if part), Origin(host.at)
    else:
        record = meeting or document
        lacking(draft, "C030", record, Words("主持人（host）", "its host (host)"))
        words, origin = blank("主持人"), Origin(record.where("host"))
    draft.used.note(document, "date")
    day = f"（{document.date or blank('会议日期')}）"
    return [
        Paragraph(Role.BYLINE, (Run(words),), origin),
        Paragraph(Role.BYLINE, (Run(day),), Origin(document.where("date"))),
    ]


def compose(document: HostingScript, draft: Draft) -> None:
    """Write what the host says."""
    draft.used.note(document, "meeting", "org", "salutation")
    salutation = colon(document.salutation or _SALUTATION)
    draft.add(Role.SALUTATION, salutation, Origin(document.where("salutation")))
    meeting = meeting_of(document, draft.texts.sources)
    if meeting is not None:
        host = _host(document, meeting)
        draft.texts.counted = len(meeting.agenda)
        open_meeting(document, meeting, host, draft)
        _items(document, meeting, host, draft)
        _sum_up(document, meeting, host, draft)
    _require(document, draft)
    _dismiss(document, draft)


def _host(document: HostingScript, meeting: Meeting | None) -> Person | None:
    return document.host or (meeting.host if meeting else None)


def _items(document: HostingScript, meeting: Meeting, host: Person | None, draft: Draft) -> None:
    own = _own_words(document, meeting, draft)
    total = len(meeting.agenda)
    for number, item in enumerate(meeting.agenda, start=1):
        typed = own.get(number)
        built = words_for(Call(item, number, total, host), draft)
        if typed is not None:
            words = draft.texts.field(typed, "text")
            draft.add(Role.BODY, words, draft.texts.origin(typed, "text"))
            continue
        for words in built:
            draft.add(Role.BODY, words, Origin(item.at))


def _own_words(document: HostingScript, meeting: Meeting, draft: Draft) -> dict[int, HostWords]:
    """Return the typed words by the number of their item; those for no item are reported."""
    found: dict[int, HostWords] = {}
    titles = [bare(item.title) for item in meeting.agenda]
    for typed in document.links:
        draft.used.note(typed, "item", "text")
        number, place = _number_of(typed.item, meeting.agenda), typed.where("item")
        if number == 0:
            known = suggestion(typed.item, titles)
            draft.report.add("C053", place, item=typed.item, known=known)
        elif number in found:
            draft.report.add("C054", place, number=cn_number(number))
        else:
            found[number] = typed
    return found


def _number_of(words: str, agenda: tuple[AgendaItem, ...]) -> int:
    """Return which item is meant, by its number, its title or a part of one title; 0: none."""
    match = _NUMBER.fullmatch(words.strip())
    if match:
        spelled = {cn_number(n): n for n in range(1, len(agenda) + 1)}
        number = int(match[1]) if match[1].isdecimal() else spelled.get(match[1], 0)
        return number if number <= len(agenda) else 0
    wanted = bare(words.strip())
    same = [n for n, item in enumerate(agenda, start=1) if bare(item.title) == wanted]
    close = [n for n, item in enumerate(agenda, start=1) if wanted and wanted in item.title]
    return (same or (close if len(close) == 1 else [0]))[0]


def _sum_up(document: HostingScript, meeting: Meeting, host: Person | None, draft: Draft) -> None:
    """Add the summary; without one, who spoke, and a blank for what they said."""
    typed = draft.texts.passages(document, "summary")
    if typed:
        draft.say(typed)
        return
    lacking(draft, "C031", document, Words("小结（summary）", "the summary (summary)"))
    words = _who_spoke(meeting, host, draft) + blank("会议小结")
    draft.add(Role.BODY, words, Origin(document.where("summary")))


def _who_spoke(meeting: Meeting, host: Person | None, draft: Draft) -> str:
    """刚才，郑××同志、示例区人民政府作了发言，陈××同志作了讲话。"""
    spoke: dict[str, list[str]] = {}
    for item in meeting.agenda:
        act = "讲话" if bare(item.title).endswith("讲话") else "发言"
        who = item.presenter
        if not speaks(bare(item.title)):
            continue
        if who is not None and not is_same(who, host):
            spoke.setdefault(act, []).append(comrade(Person(name=who.name), draft))
        spoke.setdefault(act, []).extend(item.presenters if who is None else ())
    groups = [(side_by_side(dict.fromkeys(names)), act) for act, names in spoke.items() if names]
    sign = "；" if any("，" in names for names, _ in groups) else "，"
    told = sign.join(f"{names}作了{act}" for names, act in groups)
    return f"刚才，{told}。" if told else ""


def _require(document: HostingScript, draft: Draft) -> None:
    """Add how the meeting is to be carried out: 一是……"""
    points = document.requirements
    if not points:
        return
    words = f"就贯彻落实这次会议精神，再提{Count(len(points))}点要求。"
    draft.add(Role.BODY, words, Origin(document.where("requirements")))
    draft.points(points, SERIES["shi" if len(points) > 1 else "none"])


def _dismiss(document: HostingScript, draft: Draft) -> None:
    said = draft.texts.passages(document, "closing")
    draft.say(said)
    if not (said and _DISMISSAL in said[-1][0]):
        draft.add(Role.BODY, f"{_DISMISSAL}。", Origin(document.where("closing")))
