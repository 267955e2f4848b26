"""Days, months, quarters and half years in words → the days from the first to the last.

Takes one clause such as 8月下旬, 二季度末, 6月30日前, 3月至5月; gives a `Period`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import NamedTuple


class Period(NamedTuple):
    """From `first` (None: not told) to `last` (None: it has no end)."""

    last: datetime.date | None
    first: datetime.date | None = None


_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "两": 2, "首": 1,
}  # fmt: skip
_N = r"(?:\d{1,2}|[一二三四五六七八九十两首]{1,3})"
_YEAR = (
    r"(?:(?P<year>(?:\d{4}|[〇○零一二三四五六七八九]{4}|\d{2}(?=年)))年度?|"
    r"(?P<near>今年|本年度?|当年|明年|次年|来年|翌年|去年|上年)(?:的)?)"
)
_NEAR = {"明": 1, "次": 1, "来": 1, "翌": 1, "去": -1, "上": -1}
# What follows the time: 前, and what is to be done then.
_REST = (
    r"(?P<before>之前|以前|前|为止|止)?(?P<within>之内|以内|内|期间|左右)?"
    r"(?P<from>起|开始|以来|后)?"
    r"(?P<tail>(?:(?<=前)|(?<=底)|(?<=末)).{0,16}|"
    r"(?:全部|全面|基本|力争|陆续)?(?:完成|建成|办结|落实|推进|实施|见效|结束|启动|投用|到位).{0,6})?"
)
_BODIES = (
    r"(?P<day_month>" + _N + r")月份?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]",
    r"(?P<month>" + _N + r")月份?(?P<third>底|末|初|中旬|上旬|下旬|中|上半月|下半月)?",
    r"第?(?P<quarter>" + _N + r")季度?(?P<part>底|末|初)?",
    r"(?P<half>上|下)半年(?:底|末)?",
    r"(?P<quarters>前[一二两三])(?:个)?季度(?:底|末)?",
    r"(?P<whole>年底|底|年末|末|岁末|年终|年内|内|年中|中|年初|初|度)",
    r"(?P<feast>五一|七一|八一|十一|国庆|元旦)(?:劳动|建党|建军)?(?:国际)?节?",
)
_PERIOD = re.compile(f"{_YEAR}?(?:{'|'.join(_BODIES)}){_REST}")
_WHOLE_YEAR = re.compile(_YEAR + _REST)
_FIGURES = re.compile(
    r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?:(?P=sep)(?P<d>\d{1,2}))?" + _REST
)
_TO = re.compile(r"[至到—–~－-]+")
_FEASTS = {"五一": (5, 1), "七一": (7, 1), "八一": (8, 1), "十一": (10, 1), "国庆": (10, 1),
           "元旦": (1, 1)}  # fmt: skip
# A 旬 has ten days; 0 is the month's last.
_THIRDS = {
    "初": (1, 10), "上旬": (1, 10), "中": (11, 20), "中旬": (11, 20), "下旬": (21, 0),
    "上半月": (1, 15), "下半月": (16, 0),
}  # fmt: skip
_DAY = datetime.timedelta(days=1)
_LEAP = 2024  # of a year that is not known, 2月29日 may be


def number(words: str) -> int:
    """Return 二十一 or 21 as a number."""
    if words.isdecimal():
        return int(words)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return 10 * (number(tens) if tens else 1) + (number(ones) if ones else 0)
    return int("".join(str(_DIGITS[char]) for char in words))


def span(clause: str, year: int | None) -> Period | None:
    """Return 3月至5月, 一至三季度, 6月1日—15日; None where the clause is no span."""
    if _FIGURES.fullmatch(clause):
        return None
    parts = _TO.split(clause)
    if len(parts) != 2 or not all(parts):
        return None
    start, end = _with_units(*parts)
    begun = period(start, year)
    if begun is None or begun.last is None:
        return None
    ended = period(end, begun.last.year)
    if ended is None or ended.last is None:
        return None
    if ended.last < begun.last and not re.match(_YEAR, end):
        ended = period(end, begun.last.year + 1) or ended  # 11月至2月
    if ended.last is None or ended.last < begun.last:
        raise ValueError(clause)
    return Period(ended.last, begun.first or begun.last)


def _with_units(start: str, end: str) -> tuple[str, str]:
    """Return both ends of a span with the units they share: 3至5月, 6月1日至15日."""
    unit = next((unit for unit in ("季度", "月") if unit in end), "")
    if unit and re.fullmatch(f"(?:{_YEAR})?第?{_N}", start):
        return start + unit, end
    month = re.match(f"(?:{_YEAR})?{_N}月", start)
    if month and re.match(rf"{_N}[日号]", end):
        bare = re.fullmatch(rf".*月{_N}", start)
        return start + ("日" if bare else ""), re.sub(_YEAR, "", month[0]) + end
    return start, end


def period(clause: str, year: int | None) -> Period | None:
    """Return the days that a clause tells, None where it tells none or the year is not known.

    Raises ValueError for a day, month or quarter that there is not.
    """
    figures = _FIGURES.fullmatch(clause)
    if figures:
        one = int(figures["y"]), int(figures["m"])
        days = _day(*one, int(figures["d"])) if figures["d"] else _months(*one, one[1])
        return _ended(days, figures)
    match = _PERIOD.fullmatch(clause)
    if match is not None:
        return _in_year(match, _year_of(match, year))
    whole = _WHOLE_YEAR.fullmatch(clause)
    told = _year_of(whole, year) if whole else None
    return _ended(_months(told, 1, 12), whole) if whole and told else None


def _year_of(match: re.Match[str], year: int | None) -> int | None:
    if match["year"]:
        told = number(match["year"])
        return told + 2000 if told < 100 else told
    if match["near"] and year:
        return year + _NEAR.get(match["near"][0], 0)
    return year


def _in_year(match: re.Match[str], year: int | None) -> Period | None:
    for name, read in _READERS.items():
        if match[name]:
            if name == "whole" and not (match["year"] or match["near"] or "年" in match[name]):
                return None  # 底 alone is no time
            found = read(year or _LEAP, match)
            return _ended(found, match) if year else None
    return None


def _ended(found: Period, match: re.Match[str]) -> Period:
    """Return a period as what follows it bounds it: 7月前 ends before July begins, 7月底前 and
    7月1日前 have the day in it; 7月起 has no end."""
    told = match.groupdict()
    if told["from"]:
        return Period(None, found.first or found.last)
    if not told["before"] or told["before"] in ("为止", "止"):
        return found
    if found.first and _is_whole(told):
        return Period(found.first - _DAY)
    return Period(found.last)


def _is_whole(told: dict[str, str | None]) -> bool:
    """Whether a time was named whole, a year or a month, and not a day or a part of it."""
    if told.get("feast"):
        return True
    if told.get("month"):
        return not told.get("third")
    named = ("day_month", "quarter", "half", "quarters", "whole", "d")
    return not any(told.get(name) for name in named)


def _day(year: int, month: int, day: int) -> Period:
    return Period(datetime.date(year, month, day))


def _months(year: int, first: int, last: int) -> Period:
    opening = datetime.date(year, first, 1)
    closing = datetime.date(year + last // 12, last % 12 + 1, 1) - _DAY
    if not first <= last <= 12:
        raise ValueError(last)
    return Period(closing, opening)


def _read_day(year: int, match: re.Match[str]) -> Period:
    return _day(year, number(match["day_month"]), number(match["day"]))


def _read_month(year: int, match: re.Match[str]) -> Period:
    month = number(match["month"])
    whole = _months(year, month, month)
    third = match["third"] or ""
    if third in ("底", "末"):
        return Period(whole.last)  # a day, not a stretch
    first, last = _THIRDS.get(third, (1, 0))
    closing = datetime.date(year, month, last) if last else whole.last
    return Period(closing, datetime.date(year, month, first))


def _read_quarter(year: int, match: re.Match[str]) -> Period:
    which = number(match["quarter"])
    if not 1 <= which <= 4:
        raise ValueError(which)
    first = 3 * which - 2
    if match["part"] == "初":
        return _months(year, first, first)
    found = _months(year, first, first + 2)
    return Period(found.last) if match["part"] else found


def _read_half(year: int, match: re.Match[str]) -> Period:
    return _months(year, 1, 6) if match["half"] == "上" else _months(year, 7, 12)


def _read_quarters(year: int, match: re.Match[str]) -> Period:
    return _months(year, 1, 3 * number(match["quarters"][1:]))


def _read_whole(year: int, match: re.Match[str]) -> Period:
    part = match["whole"].replace("年", "")
    if part.startswith("初"):
        return _months(year, 1, 3)
    if part.startswith("中"):
        return Period(datetime.date(year, 6, 30))
    whole = _months(year, 1, 12)
    return whole if part in ("内", "度") else Period(whole.last)


def _read_feast(year: int, match: re.Match[str]) -> Period:
    day = datetime.date(year, *_FEASTS[match["feast"]])
    return Period(day, day)


_READERS: dict[str, Callable[[int, re.Match[str]], Period]] = {
    "day_month": _read_day,
    "month": _read_month,
    "quarter": _read_quarter,
    "half": _read_half,
    "quarters": _read_quarters,
    "whole": _read_whole,
    "feast": _read_feast,
}
