"""The facts of a meeting as its papers say them: when, where, who, in which order.

Each is said in one way, so that the papers of a set agree; what is not known yet is a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from docgen.compose.draft import Draft
from docgen.compose.of_meeting import blank
from docgen.compose.sentence import person
from docgen.language.weekdays import with_weekday
from docgen.model.meeting_parts import AgendaItem, Attendee
from docgen.model.parts import Person
from docgen.model.sources import Meeting
from docgen.model.tree import Face, Origin, Paragraph, Role, Run
from docgen.model.values import When

P = TypeVar("P", bound=Person)

# How a main task may be typed, though its key says it already.
_LABEL = re.compile(
    r"\A(?:(?:这次|本次|此次)?会议的?)?(?:主要)?(?:任务|议题|目的|内容|议程)(?:是|为|[：:])[：:，,]?\s*"
)

# A label and its words: 时　间 …
_COLON = "："


def when_of(meeting: Meeting, draft: Draft) -> str:
    """Return day, weekday and hour: 2026年3月12日（星期四）9:00. The hour of several days is that
    of the first: 2026年7月30日（星期四）9:00至8月1日; that of a month is not said."""
    draft.used.note(meeting, "date")
    when = meeting.date
    if isinstance(when, When) and not when.start.day:
        return str(when)
    draft.used.note(meeting, "time")
    if isinstance(when, When) and when.end not in (None, when.start) and meeting.time:
        rest = str(when).removeprefix(str(when.start))
        # A span within a month says the day alone; after the hour it needs the month again.
        to = rest if "月" in rest else f"至{when.start.month}月{rest.removeprefix('至')}"
        return with_weekday(When(when.start)) + meeting.time + to
    return (with_weekday(when) or blank("会议时间")) + meeting.time


def place_of(meeting: Meeting, draft: Draft) -> str:
    """Return where it is held."""
    draft.used.note(meeting, "place")
    return meeting.place or blank("会议地点")


def title_of(meeting: Meeting, draft: Draft) -> str:
    """Return its name."""
    draft.used.note(meeting, "title")
    return meeting.title


def purpose_of(meeting: Meeting, draft: Draft) -> str:
    """Return its main task, without an end mark and without 主要任务是, which the papers say;
    ``""`` where none is given."""
    typed = draft.texts.field(meeting, "purpose").strip().rstrip("。；;")
    return _LABEL.sub("", typed, count=1)


def in_rank(people: Sequence[P], meeting: Meeting, draft: Draft) -> list[P]:
    """Return people in the order of precedence of the workspace's people.yaml on the meeting's
    day; without one, and who is not listed in it, as typed."""
    if draft.directory is None:
        return list(people)
    day = meeting.date.start if isinstance(meeting.date, When) else None
    names = [each.name for each in people]
    order = {name: at for at, name in enumerate(draft.directory.in_order(names, day))}
    return sorted(people, key=lambda each: order[each.name])


def called(who: Person, draft: Draft) -> str:
    """Return post and name as one: 市委副秘书长李××."""
    draft.used.note(who, "name", "post")
    return person(who)


def listed(people: Sequence[Attendee], meeting: Meeting, draft: Draft) -> str:
    """Return those present in order of precedence, each with the unit they stand for in
    brackets; those of one unit together: 陈××，孙××、周××（市住建局）."""
    groups: list[tuple[str, list[str]]] = []
    for each in in_rank(people, meeting, draft):
        draft.used.note(each, "name", "post", "org", "reason")
        if groups and groups[-1][0] == each.org:
            groups[-1][1].append(person(each))
        else:
            groups.append((each.org, [person(each)]))
    told = [side_by_side(names) + (f"（{org}）" if org else "") for org, names in groups]
    inner = any("，" in side_by_side(names) for _, names in groups)
    return ("；" if inner else "，").join(told)


def side_by_side(names: Iterable[str]) -> str:
    """Return names joined by 、; by ， or ； where one of them holds the lesser marks itself:
    市委常委、秘书长王××，副市长陈××."""
    each = list(names)
    marks = "".join(each)
    sign = "；" if "，" in marks else "，" if "、" in marks else "、"
    return sign.join(each)


def presenter_of(item: AgendaItem, draft: Draft) -> str:
    """Return who speaks to an item: post and name, or the units in turn; ``""`` for nobody."""
    draft.used.note(item, "presenters")
    if item.presenter is not None:
        return called(item.presenter, draft)
    return side_by_side(item.presenters)


def labelled(label: str, words: str, origin: Origin, draft: Draft) -> None:
    """Add a line of facts with its label: 地　点：……"""
    runs = (Run(label + _COLON, Face.LABEL), Run(words))
    draft.blocks.append(Paragraph(Role.ATTENDANCE, runs, origin))
