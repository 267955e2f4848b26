"""When a task must be done, as offices say it → the last day.

Takes 8月底前, 6月30日前, 上半年, 第二季度末, 8月下旬, 长期, 每季度一次, 2026年3月至5月 … and the
year of the plan; gives a `Deadline`. Full-width digits and Chinese numerals are read too.

Read in favour of who has the task: 7月初 lasts to the 10th, 6月30日前 has the 30th in it. What
is no time by itself (汛期前, 换届前, 一个月内) is not guessed.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import NamedTuple

from docgen.language.periods import Period, period, span
from docgen.model.values import Blank, Day, When


class Deadline(NamedTuple):
    """When a task must be done: its words, the last day and the first (None: not told), and
    whether it has no end (长期, 每季度一次)."""

    words: str
    last: datetime.date | None = None
    first: datetime.date | None = None
    standing: bool = False


_STANDING = re.compile(
    r"长期|常年|全年|终年|持续|经常|日常|常态|定期|随时|始终|贯穿|"
    r"每(?:年|半年|季|月|旬|周|两周|星期|日|天|个)|[按逐](?:年|季|月|旬|周|日)|年年"
)
_WHOLE_YEAR = re.compile(r"全年|终年")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
# A day in figures is one word: what parts the clauses would part it.
_CLAUSES = re.compile(r"[，,；;、。\s]+|(?<=前)(?:并|和|及)|(?:并|和|以及)(?=\d{1,2}月)")
_BEFORE_IT = re.compile(
    r"^(?:(?:原则上|力争|争取|确保|务必|最迟|最晚|不晚于|不迟于|截至|截止到?|截止|于|在|到|自|从|分别|拟|计划|"
    r"时间|时限|完成时限)[:为]?)+"
)


def deadline(due: When | Blank | str | None, year: int | None) -> Deadline | None:
    """Return when `due` is, of a plan of `year`; None for a blank and for words that tell no
    time. Raises ValueError for a day or month that there is not (13月底, 2月30日前)."""
    if isinstance(due, When):
        return _of_date(due)
    if not isinstance(due, str) or not due.strip():
        return None
    standing = bool(_STANDING.search(due))
    found = [each for clause in _clauses(due) if (each := _told(clause, year))]
    lasts = [each.last for each in found if each.last]
    firsts = [each.first for each in found if each.first]
    if standing and year and not found and _WHOLE_YEAR.search(due):
        lasts, firsts = [datetime.date(year, 12, 31)], [datetime.date(year, 1, 1)]
    standing = standing or any(each.last is None for each in found)
    if not (standing or lasts):
        return None
    first = min(firsts) if firsts and len(firsts) == len(found or firsts) else None
    return Deadline(due, max(lasts, default=None), first, standing)


def _of_date(due: When) -> Deadline:
    last = _closing(due.end or due.start)
    told = due.end is not None or not due.start.day
    return Deadline(str(due), last, _opening(due.start) if told else None)


def _opening(day: Day) -> datetime.date:
    return datetime.date(day.year, day.month, day.day or 1)


def _closing(day: Day) -> datetime.date:
    if day.day:
        return datetime.date(day.year, day.month, day.day)
    following = datetime.date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def _clauses(words: str) -> list[str]:
    """Return the clauses of a deadline, without what stands in brackets: 3月启动，6月底前完成."""
    plain = _ASIDE.sub("", unicodedata.normalize("NFKC", words))
    return [clause for clause in _CLAUSES.split(plain) if clause]


def _told(clause: str, year: int | None) -> Period | None:
    if _STANDING.search(clause):
        return None  # 每月10日前 is no one day
    clause = _BEFORE_IT.sub("", clause)
    return span(clause, year) or period(clause, year)
