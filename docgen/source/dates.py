"""Dates as they are typed → `When`.

Takes ``2022-02-08``, ``2022年2月8日``, ``2026年3月``, ``2026-03``; gives a `When`, or None when
the words are no date. Raises ValueError for a day that does not exist (2月30日).
"""

from __future__ import annotations

import datetime
import re

from docgen.model.values import Day, When

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?"
    r"|年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)"
)


_NO_YEAR = re.compile(r"(\d{1,2})月(\d{1,2})日")
_LEAP = 2024


def parse_day(words: str) -> Day | None:
    """Return the day (or month) that `words` spell, or None; ValueError if there is none such."""
    match = _DATE.fullmatch(words.strip())
    if match is None:
        return None
    year = int(match["year"])
    month = int(match["m"] or match["month"])
    day = int(match["d"] or match["day"] or 0)
    datetime.date(year, month, day or 1)
    return Day(year, month, day)


def parse_day_of_any_year(words: str) -> Day | None:
    """Return 6月30日 as a day of the year 0, or None; ValueError if no year has it."""
    match = _NO_YEAR.fullmatch(words.strip())
    if match is None:
        return None
    month, day = int(match[1]), int(match[2])
    datetime.date(_LEAP, month, day)
    return Day(0, month, day)


def parse_when(words: str) -> When | None:
    """Return the date that `words` spell, or None; ValueError if there is none such."""
    day = parse_day(words)
    return When(day) if day else None
