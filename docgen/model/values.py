"""The values a field may hold besides plain words: texts, dates and blanks.

A *fact* is a plain ``str`` and is printed as typed. A *text* (`Text`) is a Jinja text
that compose renders exactly once. `Blank` is 〔待填：…〕 in a field that is not words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.base.place import Place

# One fact, or several: what is given for a parameter of a snippet.
Facts = str | tuple[str, ...]

BLANK = re.compile(r"〔待填(?:：[^〔〕]*)?〕")


@dataclass(frozen=True)
class Text:
    """A text as typed, with the place of its first character; rendered once, in compose."""

    source: str
    place: Place
    literal: bool = False  # typed with |: its lines are the file's


@dataclass(frozen=True)
class Blank:
    """〔待填：…〕 where a date, a number or a fixed value will stand."""

    words: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Day:
    """A calendar day, or a month when `day` is 0."""

    year: int
    month: int
    day: int = 0

    def __str__(self) -> str:
        # GB/T 9704-2012 7.3.5.4: Arabic digits, full year, no zero before month or day.
        return f"{self.year}年{self.month}月" + (f"{self.day}日" if self.day else "")

    @property
    def iso(self) -> str:
        """The day as ``2026-02-08``; a month stands for its first day."""
        return f"{self.year:04d}-{self.month:02d}-{max(self.day, 1):02d}"


@dataclass(frozen=True)
class When:
    """A day or month, or a span from `start` to `end`; prints as Chinese offices write it."""

    start: Day
    end: Day | None = None

    def __str__(self) -> str:
        if self.end is None or self.end == self.start:
            return str(self.start)
        first, last = self.start, self.end
        if first.year != last.year or not (first.day and last.day):
            # 2026年12月至2027年1月; within a year the year is said once.
            tail = str(last) if first.year != last.year else str(last).split("年", 1)[1]
            return f"{first}至{tail}"
        if first.month != last.month:
            return f"{first}至{last.month}月{last.day}日"
        return f"{first}至{last.day}日"

    @property
    def code(self) -> str:
        """The date as ISO, ``2026-02-08`` or ``2026-02-08/2026-02-10``."""
        return self.start.iso + (f"/{self.end.iso}" if self.end else "")

    @property
    def year(self) -> int:
        return self.start.year
