"""Lengths, sizes and switches as WordprocessingML writes them.

Takes attribute values, gives points and truth; None where a value says nothing usable.
"""

from __future__ import annotations

import re
from typing import Any

from docgen.render.xml import W

# ST_UniversalMeasure (ECMA-376-1 22.9.2.15).
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)")
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
# Longer than any page of Word (22 inches), and than any count here: a damaged value.
_FAR = 1e7
_FALSE = {"0", "false", "off"}


def points(value: str | None, plain: float = 1 / 20) -> float | None:
    """Return a measure in points; a plain number counts `plain` points (twips by default)."""
    if value is None:
        return None
    match = _MEASURE.fullmatch(value.strip())
    try:
        length = float(match[1]) * _POINTS[match[2]] if match else float(value) * plain
    except ValueError:
        return None
    return length if abs(length) < _FAR else None


def number(value: str | None) -> float | None:
    """Return a plain number, or None."""
    return points(value, 1.0)


def attribute(element: Any | None, name: str) -> str | None:
    """Return an attribute of WordprocessingML's own namespace, or None."""
    if element is None:
        return None
    value: str | None = element.get(f"{W}{name}")
    return value


def is_on(element: Any) -> bool:
    """Whether a switch (``w:b``, ``w:snapToGrid``) is on; without a value it is."""
    return (attribute(element, "val") or "1").lower() not in _FALSE


def child(element: Any | None, name: str) -> Any | None:
    """Return the first child of a name, or None."""
    return None if element is None else element.find(f"{W}{name}")
