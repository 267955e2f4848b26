"""Dates and document numbers as they should have been written.

Takes what was typed, gives it in the form of the standard; ``""`` where that is not certain.
"""

from __future__ import annotations

import re

_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {
    "○": "0", "零": "0", "O": "0", "o": "0"
}  # fmt: skip
_DATE = re.compile(r"(.{4})\s*[年./-]\s*(.{1,3}?)\s*[月./-]\s*(.{1,3}?)\s*[日号]?")
_NUMBER = re.compile(r"\D*((?:19|20)\d\d)\D+(\d+)号")


def corrected_date(typed: str) -> str:
    """Return ``2026年1月5日`` for 二〇二六年一月五日, 2026.1.5 or 2026年01月05日."""
    match = _DATE.fullmatch(typed)
    if match is None:
        return ""
    year = "".join(_DIGITS.get(char, char) for char in match[1])
    month, day = _number(match[2]), _number(match[3])
    if not (year.isascii() and year.isdigit() and 1 <= month <= 12 and 1 <= day <= 31):
        return ""
    return f"{year}年{month}月{day}日"


def corrected_number(typed: str) -> str:
    """Return ``〔2026〕1号`` for [2026]第01号."""
    match = _NUMBER.fullmatch(typed)
    return f"〔{match[1]}〕{int(match[2])}号" if match and int(match[2]) else ""


def _number(typed: str) -> int:
    """Return 1–99 written in figures or Chinese numerals, 0 for what is neither."""
    if typed.isascii():
        return int(typed) if typed.isdigit() else 0
    tens, ten, ones = typed.rpartition("十")
    if not all(char in _DIGITS for char in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return 0
    high = int(_DIGITS[tens]) if tens else 1
    return (high * 10 if ten else 0) + (int(_DIGITS[ones]) if ones else 0)
