"""Days of the week as offices write them: （星期四）. Takes a `When`, gives words."""

from __future__ import annotations

import datetime

from docgen.model.values import Day, When

NAMES = "一二三四五六日"


def weekday(day: Day) -> str:
    """Return 星期四; ``""`` for a month."""
    if not day.day:
        return ""
    return "星期" + NAMES[datetime.date(day.year, day.month, day.day).weekday()]


def with_weekday(when: object) -> str:
    """Return a date with its weekday in brackets, 2026年3月12日（星期四）; a span, a month and a
    blank as they are, ``""`` for None."""
    if not isinstance(when, When):
        return str(when or "")
    single = when.end is None or when.end == when.start
    name = weekday(when.start) if single else ""
    return f"{when}（{name}）" if name else str(when)
