"""A cell of a workbook → the text that it says, or why it says none for certain.

Takes openpyxl's cell, gives a `Said`. What Excel has made of what somebody typed (a day, a number)
is turned back only where it is certain; a formula, an error, true and false are refused.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.base.diagnostics import Words, clipped
from docgen.tasks.notes import iso_day, plain_figures

if TYPE_CHECKING:
    from openpyxl.cell import Cell

DAYS = ("due", "done_on")
# Excel counts days from 1900 (or 1904): 2000-01-01 to 2099-12-31, where plans are.
_FIRST_DAY, _LAST_DAY = 36_526, 73_050
# A number of more figures than these is not kept as it was typed (IEEE 754 double).
_FIGURES = 15
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SLASHED = re.compile(r"\d{4}[/.]\d{1,2}(?:[/.]\d{1,2})?")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")


# Of a number format: conditions, colours and locales, the width of a character, a filling.
_FORMAT_ONLY = re.compile(r"\[(?!\$[^-\]])[^\]]*\]|[Gg]eneral|G/通用格式|_.|\*.")
_FIGURE_MARKS = set("0#?.,%;@()+-/Ee \\")


class Said(NamedTuple):
    """What a cell says; `number`: it was a number, so 7 and 07 are the same; `fault`: it cannot
    be told what it says."""

    text: str = ""
    number: bool = False
    fault: Words | None = None


def said(cell: Cell, last: object, key: str, epoch: datetime.datetime) -> Said:
    """Return what a cell in the column of `key` says; `last`: what its formula gave when the file
    was saved; `epoch`: from when the workbook counts days."""
    value: Any = cell.value
    if value is None:
        return Said()
    if cell.data_type == "f":
        return Said(fault=_formula(value, last))
    if cell.data_type == "e":
        return _refused(f"是一个错误值 {value}", f"is the error {value}")
    if isinstance(value, bool):
        return _refused(f"是逻辑值 {value!s}".upper(), f"is the truth value {str(value).upper()}")
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return _day(value, key)
    if isinstance(value, int | float):
        return _number(value, cell.number_format, key, epoch)
    return _words(unescaped(str(value)), key)


def unescaped(words: str) -> str:
    """Return words as they were before a workbook escaped them (ECMA-376 22.9.2.19)."""
    if "_x" in words:
        words = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), words)
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _refused(zh: str, en: str) -> Said:
    return Said(fault=Words(zh, en))


def _formula(value: object, last: object) -> Words:
    text = clipped(str(getattr(value, "text", value) or ""), 40)
    if last is None:
        return Words(f"是公式 {text}，没有存下结果", f"is the formula {text}, no result stored")
    return Words(f"是公式 {text}，上次的结果是“{last}”", f"is the formula {text}, last '{last}'")


def _day(value: Any, key: str) -> Said:
    if not isinstance(value, datetime.date):
        return _refused(f"是一个时刻 {value}", f"is a time of day, {value}")
    day = value.date() if isinstance(value, datetime.datetime) else value
    if key not in DAYS:
        return _refused(f"被表格当成了日期 {day}", f"was taken for the day {day} by the program")
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return _refused(f"带着钟点：{value}", f"has an hour: {value}")
    return Said(day.isoformat())


def _number(value: int | float, shown_as: str, key: str, epoch: datetime.datetime) -> Said:
    if value != value or value in (float("inf"), float("-inf")):
        return _refused("不是一个数", "is no number")
    whole = int(value) if value == int(value) else None
    if key in DAYS:
        return _serial(whole, epoch) if whole is not None else _no_day(f"{value:.15g}")
    if abs(value) >= 10**_FIGURES:
        return _refused(
            f"是超过{_FIGURES}位的数字，表格存不准", f"has more than {_FIGURES} figures, not exact"
        )
    if _beside(shown_as):
        return _refused(
            f"是数字 {value:g}，显示的单位（格式 {shown_as}）没有写在格里",
            f"is the number {value:g}; its unit is only shown by the format {shown_as}",
        )
    if shown_as.endswith("%"):
        return Said(f"{round(value * 100, 10):g}%")
    return Said(str(whole) if whole is not None else repr(value), number=True)


def _beside(shown_as: str) -> str:
    """Return what a number format shows besides the number (ECMA-376 18.8.31): a unit, a mark."""
    plain = _FORMAT_ONLY.sub("", shown_as)
    return "" if set(plain) <= _FIGURE_MARKS else plain


def _no_day(words: str) -> Said:
    # 2026.10 as a number is 2026.1: no telling which month was typed.
    return _refused(
        f"是数字 {words}，分不清是哪一天；写成 2026-10-31 或 2026年10月",
        f"is the number {words}, which is no day for certain; write 2026-10-31 or 2026年10月",
    )


def _serial(whole: int, epoch: datetime.datetime) -> Said:
    """A day whose format was lost: 46203 is 30 June 2026."""
    if not _FIRST_DAY <= whole <= _LAST_DAY:
        return Said(str(whole), number=True)
    return Said((epoch + datetime.timedelta(days=whole)).date().isoformat())


def _words(words: str, key: str) -> Said:
    wrong = _UNWRITABLE.search(words)
    if wrong:
        char = f"U+{ord(wrong.group()):04X}"
        return _refused(f"里有文件不能保存的字符 {char}", f"holds {char}, which no file can")
    if key in DAYS:
        return _words_of_day(words)
    return Said(words)


def _words_of_day(words: str) -> Said:
    plain = plain_figures(words).strip()
    if plain.isascii() and plain.isdigit() and _FIRST_DAY <= int(plain) <= _LAST_DAY:
        # Only a text: counted from 1900, as almost every workbook does.
        return _serial(int(plain), datetime.datetime(1899, 12, 30))
    if _SLASHED.fullmatch(plain):
        day = iso_day(plain)
        return (
            Said(day)
            if day
            else _refused(f"写的 {plain} 没有这一天", f"holds {plain}, and there is no such day")
        )
    # Full-width figures are folded where the words are a day: else they are somebody's words.
    return Said(plain if iso_day(plain) else words)
