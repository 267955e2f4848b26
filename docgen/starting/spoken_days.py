"""Days as people say them: 下周二, 明天, 3月24日. Takes words and today, gives a `Day`."""

from __future__ import annotations

import datetime
import re

from docgen.language.weekdays import NAMES
from docgen.model.values import Day
from docgen.source.dates import parse_day, parse_day_of_any_year

_NEAR = {"今天": 0, "明天": 1, "后天": 2, "today": 0, "tomorrow": 1}
_WEEK = re.compile(r"(本|这|下|下下)?个?(?:周|星期|礼拜)([一二三四五六日天])")
_WEEKS = {None: 0, "本": 0, "这": 0, "下": 1, "下下": 2}


def spoken_day(words: str, today: datetime.date) -> Day | None:
    """Return the day that words mean, None for no day; a day without a year is the next one that
    comes. Raises ValueError for a day that does not exist (2月30日)."""
    words = words.strip()
    if words in _NEAR:
        return _day(today + datetime.timedelta(days=_NEAR[words]))
    week = _WEEK.fullmatch(words)
    if week is not None:
        return _day(_in_week(week, today))
    found = parse_day(words)
    if found is None:
        found = parse_day_of_any_year(words)
    if found is None or found.year:
        return found if found is None or found.day else None
    this = Day(today.year, found.month, found.day)
    coming = this if this.iso >= today.isoformat() else Day(today.year + 1, found.month, found.day)
    datetime.date(coming.year, coming.month, coming.day)
    return coming


def _in_week(week: re.Match[str], today: datetime.date) -> datetime.date:
    monday = today - datetime.timedelta(days=today.weekday())
    at = NAMES.index("日" if week[2] == "天" else week[2])
    day = monday + datetime.timedelta(weeks=_WEEKS[week[1]], days=at)
    # 周二 alone, said on a Friday, is the coming one.
    return day + datetime.timedelta(weeks=1) if week[1] is None and day < today else day


def _day(date: datetime.date) -> Day:
    return Day(date.year, date.month, date.day)
