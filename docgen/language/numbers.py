"""Chinese numerals.

Takes whole numbers, gives 一, 十二, 一百零五; and 两 where a measure word follows.
"""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def cn_number(number: int) -> str:
    """Return 1–9999 in Chinese numerals as they are read: 十二, 二十, 一百零五. Others: digits."""
    if number == 0:
        return "零"
    if not 0 < number < 10_000:
        return str(number)
    out = ""
    digits = str(number)
    for position, digit in enumerate(digits):
        unit = len(digits) - position - 1
        if digit != "0":
            out += _DIGITS[int(digit)] + _UNITS[unit]
        elif not out.endswith("零"):
            out += "零"
    out = out.rstrip("零")
    # 10–19 are read without the leading 一: 十二, not 一十二.
    return out[1:] if 10 <= number < 20 else out


class Count:
    """A number of things: prints as said before a measure word (两点, 三点, 十二项);
    `digits` in Arabic figures."""

    def __init__(self, number: int) -> None:
        self.digits = str(number)
        self._words = "两" if number == 2 else cn_number(number)

    def __str__(self) -> str:
        return self._words
