"""A source's opening sentence, built from whatever facts it has.

2026年2月8日，全省档案工作会议在省会以电视电话会议形式召开，省委常委、秘书长张××出席会议并讲话。
"""

from __future__ import annotations

from itertools import groupby

from docgen.compose.titles import cited
from docgen.compose.used import Used
from docgen.model.parts import Person, Speaker
from docgen.model.sources import Instruction, Meeting, Policy, Source

_SPOKE = "出席会议并讲话"


def opening_sentence(source: Source, used: Used) -> str:
    """Return the sentence that says when, where and how; grammatical whichever facts are
    missing. The facts it says are noted as used."""
    used.note(source, "title", "date")
    when = f"{source.date}，" if source.date else ""
    if isinstance(source, Meeting):
        return when + "，".join([_held(source, used), *_who(source, used)]) + "。"
    if isinstance(source, Instruction):
        return when + _instructed(source, used)
    if isinstance(source, Policy):
        return when + _issued(source, used)
    raise AssertionError(source)  # SOURCES lists no other


def _held(meeting: Meeting, used: Used) -> str:
    used.note(meeting, "form", "place")
    where = f"在{meeting.place}" if meeting.place else ""
    how = f"以{meeting.form.removesuffix('形式')}形式" if meeting.form else ""
    # Bare, “会议召开” hangs in the air; with a time, a place or a form it does not.
    done = "召开" if meeting.date or where or how else "已经召开"
    return f"{meeting.title}{where}{how}{done}"


def _who(meeting: Meeting, used: Used) -> list[str]:
    used.note(meeting, "host", "speakers")
    host = meeting.host
    both = [who for who in meeting.speakers if host and _is_same(host, who)]
    roles = [
        (person(who), "主持会议并" * (who in both) + _role(who, who in both))
        for who in meeting.speakers
    ]
    clauses = [_clause(group) for group in _runs(roles)]
    return [*clauses, *([f"{person(host)}主持会议"] if host and not both else [])]


def _is_same(host: Person, speaker: Speaker) -> bool:
    """Whether host and speaker are one: 李×× alone is a mask that many wear."""
    return host.name == speaker.name and host.post in ("", speaker.post)


def _role(speaker: Speaker, hosts: bool) -> str:
    role = speaker.role or _SPOKE
    return role.removeprefix("出席会议并") if hosts else role


def _runs(roles: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Return the people in turn, those together who did the same."""
    return [list(group) for _, group in groupby(roles, key=lambda each: each[1])]


def _clause(people: list[tuple[str, str]]) -> str:
    """Return who did what; a post with a 、 of its own is set off by ，."""
    names = [name for name, _ in people]
    mark = "，" if any("、" in name for name in names) else "、"
    return mark.join(names) + people[0][1]


def person(who: Person | Speaker) -> str:
    """Return post and name as one: 省委副秘书长李××."""
    return f"{who.post}{who.name}"


def _instructed(source: Instruction, used: Used) -> str:
    if not source.by:
        # The title says whose it is.
        return f"{source.title}下达。"
    used.note(source, "by", "subject", "form")
    about = f"对{source.subject}" if source.subject else ""
    return f"{source.by}{about}作出{source.form or '指示'}。"


def _issued(source: Policy, used: Used) -> str:
    used.note(source, "issuer", "number")
    number = f"（{source.number}）" if source.number else ""
    title = cited(source)
    return f"{source.issuer}印发{title}{number}。" if source.issuer else f"{title}{number}印发。"
