"""How wide the pieces of a title are.

Takes characters, gives widths; the unit is a Han character.
"""

from __future__ import annotations

from docgen.base.han import is_wide

# Widths against a Han character, as 小标宋 and Times New Roman set them at 22 pt.
_DIGIT, _CAPITAL, _LATIN = 0.64, 0.7, 0.5

BLANKS = " \t\u3000"


class Widths:
    """How wide the pieces of a title are, in Han characters."""

    def __init__(self, title: str) -> None:
        self.edges = [0.0]
        self.last = [0]  # for each place, where the blanks before it begin
        for index, char in enumerate(title):
            self.edges.append(self.edges[-1] + _char_width(char))
            self.last.append(self.last[-1] if char in BLANKS else index + 1)

    def of(self, start: int, end: int) -> float:
        """Return the width of a line; blanks at its end take no room. Sums are of hundredths."""
        return round(self.edges[max(self.last[end], start)] - self.edges[start], 2)


def _char_width(char: str) -> float:
    if char.isascii() and char.isdigit():
        return _DIGIT
    if ord(char) >= 0x2000 or is_wide(char):  # ambiguous marks are full-width in Chinese faces
        return 1.0
    return _CAPITAL if char.isupper() else _LATIN
