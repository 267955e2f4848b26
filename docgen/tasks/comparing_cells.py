"""Whether two cells say the same, and whether what a cell says can be a task's."""

from __future__ import annotations

import re

from docgen.base.diagnostics import Words
from docgen.model.terms import TASK_STATUS
from docgen.model.values import BLANK
from docgen.source.dates import parse_day
from docgen.tasks.notes import iso_day, noted, parted, plain_figures

# A number alone, or 7/1: which year, and whether a day or a month, nobody can tell.
_NO_DAY = re.compile(r"\d+(?:\.\d+)?|\d{1,2}[/.-]\d{1,2}")


def same(key: str, one: str, two: str, *, number: bool = False) -> bool:
    """Whether two cells of the column of `key` say the same; blanks at the end of lines, and how
    a day is written, are not said. `number`: the first was one, so that 7 is 07."""
    one, two = tidy(one), tidy(two)
    if one == two:
        return True
    if number and _as_number(one) is not None:
        return _as_number(one) == _as_number(two)
    if key in ("due", "done_on"):
        return bool(iso_day(one)) and iso_day(one) == iso_day(two)
    if key == "status":
        found = TASK_STATUS.find(one)
        return found is not None and found is TASK_STATUS.find(two)
    if key == "partners":
        return parted(one) == parted(two)
    if key == "progress":
        return noted(one) == noted(two)
    return key == "section" and bare_section(one) == bare_section(two)


def tidy(words: str) -> str:
    """Return words without what an editor of tables leaves at their ends."""
    return "\n".join(line.rstrip() for line in words.replace("\r\n", "\n").split("\n")).strip()


def bare_section(words: str) -> str:
    """Return a section's title without its number."""
    sign, comma, rest = words.partition("、")
    numbered = comma and sign.strip() and set(sign.strip()) <= set("一二三四五六七八九十百")
    return "".join((rest if numbered else words).split())


def _as_number(words: str) -> float | None:
    try:
        return float(words)
    except ValueError:
        return None


def problem(key: str, words: str) -> Words | None:
    """Return why what a cell says cannot be a task's; None where it can."""
    words = tidy(words)
    if not words:
        return None
    if key == "status" and TASK_STATUS.find(words) is None:
        known = "、".join(term.zh for term in TASK_STATUS.terms)
        return Words(
            f"没有“{words}”这种状态，可以写 {known}", f"no status '{words}'; write {known}"
        )
    if key in ("due", "done_on") and _NO_DAY.fullmatch(plain_figures(words)):
        return Words(f"“{words}”分不清是哪一天，写成 2026-06-30 或 2026年6月",
                     f"'{words}' is no day for certain: 2026-06-30 or 2026年6月")  # fmt: skip
    if key == "done_on" and not iso_day(words) and not BLANK.fullmatch(words):
        return Words(f"“{words}”不是一天，写成 2026-06-30", f"'{words}' is no day: 2026-06-30")
    if key == "due":
        try:
            parse_day(words)
        except ValueError:
            return Words(f"没有“{words}”这一天", f"there is no day '{words}'")
    return None
