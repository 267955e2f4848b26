"""通知 of a meeting: when, where, who, what for, and what those who come have to do.

Takes a meeting and a draft; adds numbered sections, one for each fact there is. What an office
expects and the meeting's file does not give is a blank, and is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.base.diagnostics import Words
from docgen.compose.draft import Draft
from docgen.compose.meeting_facts import place_of, purpose_of, title_of, when_of
from docgen.compose.of_meeting import blank, lacking
from docgen.compose.texts import Said
from docgen.language.numbering import mark
from docgen.language.numbers import Count
from docgen.language.punctuation import bare, ends_open
from docgen.model.meeting_parts import Reply
from docgen.model.sources import Meeting
from docgen.model.tree import Origin
from docgen.model.values import When


class Part(NamedTuple):
    """A section of the notice: its heading, the paragraphs below it, then numbered items."""

    title: str
    origin: Origin
    said: Said
    items: Said = []  # noqa: RUF012  never changed


def convened(meeting: Meeting, draft: Draft) -> Said:
    """Return the sentence that opens the notice."""
    words = f"经研究，决定召开{title_of(meeting, draft)}。现将有关事项通知如下。"
    return [(words, Origin(meeting.where("title")))]


def tell_meeting(meeting: Meeting, draft: Draft) -> int:
    """Add the sections of the notice; return how many."""
    parts = list(_parts(meeting, draft))
    for number, part in enumerate(parts, start=1):
        draft.section(part.title, number, part.origin)
        draft.say(part.said)
        for at, (words, origin) in enumerate(part.items, start=1):
            draft.item(mark("arabic", at), "", [(words, origin)], "arabic", origin)
    return len(parts)


def _parts(meeting: Meeting, draft: Draft) -> Iterator[Part]:
    yield _fact("会议时间", meeting, "date", _time(meeting, draft))
    yield _fact("会议地点", meeting, "place", _place(meeting, draft))
    yield _fact("参加人员", meeting, "scope", _scope(meeting, draft))
    if meeting.purpose is not None or meeting.agenda:
        yield _content(meeting, draft)
    yield _requirements(meeting, draft)


def _fact(title: str, meeting: Meeting, name: str, words: str) -> Part:
    origin = Origin(meeting.where(name))
    return Part(title, origin, [(_ended(words), origin)])


def _time(meeting: Meeting, draft: Draft) -> str:
    """Return day, weekday and hour; a month without its day, a day without its hour says so."""
    words, date = when_of(meeting, draft), meeting.date
    single = isinstance(date, When) and date.end in (None, date.start)
    if not date or (isinstance(date, When) and single and not date.start.day):
        _lack(meeting, draft, Words("会议日期（date）", "the day (date)"))
        return words + blank("日期和时刻") * bool(date)
    if single and not meeting.time:
        _lack(meeting, draft, Words("开始时刻（time）", "the hour (time)"))
        return words + blank("开始时刻")
    return words


def _place(meeting: Meeting, draft: Draft) -> str:
    if not meeting.place:
        _lack(meeting, draft, Words("会议地点（place）", "the place (place)"))
    draft.used.note(meeting, "form")
    form = meeting.form.removesuffix("形式")
    return place_of(meeting, draft) + (f"，会议以{form}形式召开" if form else "")


def _scope(meeting: Meeting, draft: Draft) -> str:
    if not meeting.scope:
        _lack(meeting, draft, Words("参会范围（scope）", "who is to come (scope)"))
    draft.used.note(meeting, "scope")
    return "；".join(each.rstrip("；;。") for each in meeting.scope) or blank("参加人员")


def _content(meeting: Meeting, draft: Draft) -> Part:
    """Return what the meeting is for and the items of its agenda."""
    purpose = purpose_of(meeting, draft)
    origin = draft.texts.origin(meeting, "purpose")
    said = [(_ended(f"会议的主要任务是：{purpose}"), origin)] if purpose else []
    items = _agenda(meeting, draft)
    at = Origin(meeting.where("agenda"))
    if len(items) == 1:
        said.append((f"会议的议程是：{items[0][0]}", at))
    elif items:
        said.append((f"会议有{Count(len(items))}项议程：", at))
    heading = Origin(meeting.where("purpose" if purpose else "agenda"))
    return Part("会议内容", heading, said, items if len(items) > 1 else [])


def _agenda(meeting: Meeting, draft: Draft) -> Said:
    last = len(meeting.agenda) - 1
    items: Said = []
    for at, item in enumerate(meeting.agenda):
        draft.used.note(item, "title")
        mark_after = "。" if at == last else "；"
        items.append((bare(item.title) + mark_after, Origin(item.where("title"))))
    return items


def _requirements(meeting: Meeting, draft: Draft) -> Part:
    """Return how to reply, and what else those who come should know."""
    reply = [(_reply(meeting, draft), Origin(meeting.where("reply")))]
    said = [*reply, *draft.texts.passages(meeting, "notes")]
    ended = [(_ended(words), origin) for words, origin in said]
    several = len(ended) > 1
    heading = Origin(meeting.where("reply" if meeting.reply else "notes"))
    return Part("有关要求", heading, [] if several else ended, ended if several else [])


def _reply(meeting: Meeting, draft: Draft) -> str:
    reply = meeting.reply
    if reply is None:
        _lack(meeting, draft, Words("报名的办法（reply）", "how to reply (reply)"))
        due, to = blank("报名截止日期"), blank("报送单位")
        return f"请于{due}前将参会人员名单报{to}。"
    draft.used.note(reply, "by", "to", "how")
    how = f"（{bare(reply.how)}）" if reply.how else ""
    names = f"将参会人员名单报{bare(reply.to)}" if reply.to else "报送参会人员名单"
    return f"请于{_before(reply)}{names}{how}。"


def _before(reply: Reply) -> str:
    words = bare(str(reply.by or blank("报名截止日期")))
    return words if words.endswith(("前", "内")) else f"{words}前"


def _ended(words: str) -> str:
    return words + "。" if ends_open(words) else words


def _lack(meeting: Meeting, draft: Draft, part: Words) -> None:
    lacking(draft, "C030", meeting, part)
