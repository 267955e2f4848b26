"""Days and weekdays in running text: 2026年3月12日（星期四）, 三月十二日, 3月12日至13日, 2026/3/12.

Takes a text, gives each day it says with the place of its words. A month alone and a day that
there is not (2月30日) are none.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from docgen.language.periods import number
from docgen.language.recognise_patterns import Lazy
from docgen.language.weekdays import NAMES
from docgen.model.values import Day, When

_N = r"(?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?P<year>[\d０-９]{4}|[〇○零一二三四五六七八九]{4})\s*年"
_NEAR = r"(?P<near>去年|上年|前年|今年|本年|明年|次年)"
_TO = r"\s*(?:至|到|[—–~～－-]{1,2})\s*"
_DAY = Lazy(
    rf"(?<![\d０-９一二三四五六七八九十])(?:{_YEAR}|{_NEAR})?\s*(?P<month>{_N})\s*月\s*(?P<day>{_N})"
    rf"(?:\s*[日号])?(?:{_TO}(?:(?P<to_month>{_N})月)?(?P<to_day>{_N})(?=[日号]))?(?<=[\d０-９十一二三四五六七八九日号])[日号]?"
)
_FIGURES = Lazy(
    r"(?<![\d./-])(?P<y>20\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d/-])"
)
_WEEKDAY = Lazy(r"\s*[（(]?\s*(?:星期|礼拜|周)([一二三四五六日天])(?![至到—]|以|前|期)\s*[）)]?")
_NEAR_YEARS = {"去": -1, "上": -1, "前": -2, "今": 0, "本": 0, "明": 1, "次": 1}
# 3月20日（星期五）下午5时前, 3月20日下班前: no day on which something is, but by which.
_BEFORE = Lazy(
    r"\s*(?:[（(][^（）()]{0,6}[）)])?(?:上午|下午|中午|晚上?)?[\d０-９一二三四五六七八九十:：时点分半整]{0,7}"
    r"(?:下班)?(?:之|以)?前(?!往|来|去|后|期)"
)
# What has a day as its beginning or measures from it is on no such day.
_SINCE = Lazy(r"\s*(?:以来|以后|之后|后|起|至今|开始实施|印发|发布|施行)")


@dataclass(frozen=True)
class SaidDay:
    """A day as a text says it: `year` 0 where it does not, `near` −1 for 去年; `end` the last of
    a span; `weekday` 四 where it is told; `before`: it is a deadline, `since`: a beginning."""

    start: int
    stop: int
    words: str
    month: int
    day: int
    year: int = 0
    near: int | None = None
    end: tuple[int, int] | None = None
    weekday: str = ""
    before: bool = False
    since: bool = False

    def year_in(self, year: int) -> int:
        """Return its year, where the text is of `year`."""
        return self.year or year + (self.near or 0)

    def weekday_in(self, year: int) -> str:
        """Return the weekday that it is in a year it does not say: 四."""
        try:
            return NAMES[datetime.date(self.year_in(year), self.month, self.day).weekday()]
        except ValueError:
            return ""


def days_in(text: str) -> list[SaidDay]:
    """Return the days that a text says, in their order."""
    found = [_said(match, text) for match in _DAY.finditer(text) if _is_day(match)]
    found += [_figures(match, text) for match in _FIGURES.finditer(text)]
    return sorted((each for each in found if _exists(each)), key=lambda each: each.start)


def _is_day(match: re.Match[str]) -> bool:
    """Whether 日 or 号 is said: 3月12 may be anything."""
    return match[0].endswith(("日", "号"))


def _said(match: re.Match[str], text: str) -> SaidDay:
    year = _digits(match["year"]) if match["year"] else 0
    near = _NEAR_YEARS[match["near"][0]] if match["near"] else None
    month = _whole(match["month"])
    end = None
    if match["to_day"]:
        end = (_whole(match["to_month"] or match["month"]), _whole(match["to_day"]))
    return _with_rest(SaidDay(match.start(), match.end(), match[0], month,
                              _whole(match["day"]), year, near, end), text)  # fmt: skip


def _figures(match: re.Match[str], text: str) -> SaidDay:
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    return _with_rest(SaidDay(match.start(), match.end(), match[0], month, day, year), text)


def _with_rest(said: SaidDay, text: str) -> SaidDay:
    """Return a day with what follows it: its weekday, and whether it is a deadline."""
    weekday = _WEEKDAY.match(text, said.stop)
    stop = weekday.end() if weekday else said.stop
    name = weekday[1].replace("天", "日") if weekday else ""
    before = bool(_BEFORE.match(text, stop))
    since = bool(_SINCE.match(text, stop))
    return SaidDay(said.start, stop, text[said.start : stop].strip(), said.month, said.day,
                   said.year, said.near, said.end, name, before, since)  # fmt: skip


def _exists(said: SaidDay) -> bool:
    try:
        datetime.date(said.year or 2024, said.month, said.day)
    except ValueError:
        return False
    return True


def _whole(words: str) -> int:
    return number(words.translate(_HALF))


def _digits(words: str) -> int:
    return int(words.translate(_HALF | _HAN))


_HALF = {ord(full): str(at) for at, full in enumerate("０１２３４５６７８９")}
_HAN = {ord(han): str(at) for at, han in enumerate("〇一二三四五六七八九")} | {
    ord("零"): "0", ord("○"): "0"}  # fmt: skip


def covers(when: When, said: SaidDay) -> bool:
    """Whether a day (a span) is `when`, or lies in it; what is not said is not judged."""
    if said.year and not when.start.year <= said.year <= (when.end or when.start).year:
        return False
    last = when.end or when.start
    year = said.year or when.start.year
    ends = [(said.month, said.day), *([said.end] if said.end else [])]
    return all(_key(when.start, 0) <= (year, *each) <= _key(last, 31) for each in ends)


def _key(day: Day, none: int) -> tuple[int, int, int]:
    return day.year, day.month, day.day or none
