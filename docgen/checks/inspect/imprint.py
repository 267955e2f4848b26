"""版记: how far its text stands from the edges, how thick its lines are.

Takes a comparison under way and adds deviations. GB/T 9704-2012 7.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.checks.inspect import setting, words
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.units import attribute, number
from docgen.model.profile import Measure

if TYPE_CHECKING:
    from docgen.checks.inspect.compare import Comparison

_MM = 25.4 / 72
_SLACK = 0.3


def check_imprint(comparison: Comparison) -> None:
    """Compare every paragraph of 版记 that stands in the text, in a text box or a frame."""
    found = [p for p in comparison.judged.in_role("imprint") if p.where != "cell"]
    for paragraph in found:
        _offset(comparison, paragraph)
    for paragraph, side, key in _rules(comparison, found):
        _weight(comparison, paragraph, side, key)


def _offset(comparison: Comparison, paragraph: Paragraph) -> None:
    resolver, profile = comparison.resolver, comparison.profile
    wanted, size = profile.number("imprint.offset"), profile.pt("imprint.size")
    levels = resolver.of_paragraph(paragraph)
    first, left = resolver.indent(levels, "first"), resolver.indent(levels, "left")
    start = _cells(first.value, size) + _cells(left.value, size)
    blanks = len(paragraph.text) - len(paragraph.text.lstrip("\u3000"))
    if paragraph.text.startswith("\t") or abs(start + blanks - wanted) <= _SLACK:
        return
    hang = _cells(first.value, size)

    def mend(holder: Any) -> None:
        cells = wanted - min(hang, 0)
        setting.set_side(holder, "left", cells, round(cells * size * 20))
        if "\t" not in paragraph.text:
            setting.set_side(holder, "right", wanted, round(wanted * size * 20))

    cause = first if left.unset else left
    comparison.add("imprint.offset", cause, words.cells(start + blanks), paragraph, code="F117",
                   mend=None if blanks else mend)  # fmt: skip


def _cells(value: tuple[float | None, float], size: float) -> float:
    cells, length = value
    return length / size if cells is None else cells


def _rules(comparison: Comparison, found: list[Paragraph]) -> list[tuple[Paragraph, str, str]]:
    """Return (paragraph, side, parameter) of every line: the first and the last are thicker."""
    sides = []
    for paragraph in found:
        levels = comparison.resolver.of_paragraph(paragraph)
        for side in ("top", "bottom"):
            if comparison.resolver.border(levels, side).value is not None:
                sides.append((paragraph, side))
    rules = []
    for index, (paragraph, side) in enumerate(sides):
        edge = (index == 0 and paragraph is found[0] and side == "top") or (
            index == len(sides) - 1 and paragraph is found[-1] and side == "bottom"
        )
        rules.append((paragraph, side, "imprint.outer_line" if edge else "imprint.inner_line"))
    return rules


def _weight(comparison: Comparison, paragraph: Paragraph, side: str, key: str) -> None:
    levels = comparison.resolver.of_paragraph(paragraph)
    border = comparison.resolver.border(levels, side)
    weight = (number(attribute(border.value, "sz")) or 0.0) / 8 * _MM
    tolerance, wanted = comparison.profile[key].tolerance, comparison.profile.mm(key)
    slack = tolerance.mm if isinstance(tolerance, Measure) else 0.1
    if abs(weight - wanted) > slack + 0.01:
        eighths = round(wanted / _MM * 8)
        said = words.same(f"{weight:.2f} mm")
        comparison.add(key, border, said, paragraph, code="F117",
                       mend=lambda h: setting.set_border(h, side, sz=eighths))  # fmt: skip
