"""The official format as data: what each parameter should be, where that is said, how strictly.

A `Profile` maps ``group.name`` (``page.top``) to a `Parameter`. Values are a `Measure`
(a length, a type size, cells, lines), a number, a fixed word, or a list of fonts, the first of
which is written and all of which are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from docgen.model.terms import Term, Vocabulary

# How binding a value is; only 规 can be an error.
STRENGTHS = Vocabulary(
    "strength",
    Term("must", "规"),
    Term("usual", "一般"),
    Term("recommended", "荐"),
    Term("allowed", "可"),
    Term("derived", "推"),
    Term("practice", "惯"),
)

_POINTS_A_MM = 72 / 25.4

# Type sizes by number, in points.
SIZES = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0,
    "三号": 16.0, "小三": 15.0, "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0,
}  # fmt: skip
_ORDER = "初一二三四五"

_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)\s*(mm|毫米|pt|磅|字|行)")
_UNITS = {"毫米": "mm", "磅": "pt"}


@dataclass(frozen=True)
class Measure:
    """A length (mm, pt), a type size (号, kept in pt), a width in cells (字), a height in
    lines (行)."""

    amount: float
    unit: str
    typed: str

    @property
    def pt(self) -> float:
        """The length in points."""
        return self.amount * _POINTS_A_MM if self.unit == "mm" else self.amount

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self.amount if self.unit == "mm" else self.amount / _POINTS_A_MM

    @property
    def twips(self) -> int:
        """The length in twentieths of a point, as OOXML has it."""
        return round(self.pt * 20)

    def __str__(self) -> str:
        return self.typed


def parse_measure(words: str) -> Measure | None:
    """Return ``37 mm``, ``28.95 pt``, ``3号``, ``2字`` or ``22行`` as a measure, else None."""
    words = words.strip()
    match = _MEASURE.fullmatch(words)
    if match:
        unit = _UNITS.get(match[2], match[2])
        return Measure(float(match[1]), unit, words)
    points = _size(words)
    return None if points is None else Measure(points, "号", words)


def _size(words: str) -> float | None:
    """Return the points of 二号, 2号 or 小四."""
    if words in SIZES:
        return SIZES[words]
    match = re.fullmatch(r"(小?)(\d)号?", words)
    if match is None or int(match[2]) >= len(_ORDER) or not words.endswith(("号", match[2])):
        return None
    name = "小" + _ORDER[int(match[2])] if match[1] else _ORDER[int(match[2])] + "号"
    return SIZES.get(name) if match[1] or words.endswith("号") else None


Value = Measure | float | bool | str | tuple[str, ...]


class Parameter(NamedTuple):
    """One parameter of the format: its value, the clause that gives it, how binding it is."""

    key: str
    value: Value
    clause: str
    strength: Term
    zh: str
    en: str
    tolerance: Measure | None = None
    house: bool = False  # given by a house profile, not by the standard

    @property
    def shown(self) -> str:
        """The value as messages print it."""
        value = self.value
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, tuple):
            return value[0]
        return f"{value:g}" if isinstance(value, float) else str(value)


@dataclass(frozen=True)
class Profile:
    """A format: every parameter by its key. ``extends`` chains are already resolved."""

    name: str
    title: str
    parameters: Mapping[str, Parameter]

    def __getitem__(self, key: str) -> Parameter:
        return self.parameters[key]

    def __contains__(self, key: str) -> bool:
        return key in self.parameters

    def measure(self, key: str) -> Measure:
        """Return a length, size, width or height."""
        value = self.parameters[key].value
        assert isinstance(value, Measure), key
        return value

    def pt(self, key: str) -> float:
        """Return a length or type size in points."""
        return self.measure(key).pt

    def mm(self, key: str) -> float:
        """Return a length in millimetres."""
        return self.measure(key).mm

    def twips(self, key: str) -> int:
        """Return a length in twips (1/20 pt)."""
        return self.measure(key).twips

    def number(self, key: str) -> float:
        """Return a number, or the number of cells (字) or lines (行)."""
        value = self.parameters[key].value
        assert isinstance(value, Measure | float), key
        return value.amount if isinstance(value, Measure) else value

    def word(self, key: str) -> str:
        """Return a fixed word or a text."""
        value = self.parameters[key].value
        assert isinstance(value, str), key
        return value

    def switch(self, key: str) -> bool:
        """Return whether something is so."""
        value = self.parameters[key].value
        assert isinstance(value, bool), key
        return value

    def fonts(self, key: str) -> tuple[str, ...]:
        """Return the accepted families of a face, the one that is written first.

        A style names its face (``body.font``: fangsong); ``fonts.fangsong`` lists the families.
        """
        value = self.parameters[key].value
        if isinstance(value, str):
            return self.fonts(f"fonts.{value}")
        assert isinstance(value, tuple), key
        return value

    def font(self, key: str) -> str:
        """Return the family that is written into a document."""
        return self.fonts(key)[0]

    def group(self, name: str) -> dict[str, Parameter]:
        """Return the parameters of one group, by their names without it."""
        start = name + "."
        return {
            key.removeprefix(start): parameter
            for key, parameter in self.parameters.items()
            if key.startswith(start)
        }
