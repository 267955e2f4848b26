"""版头: where 发文字号 stands, the red line below it.

Takes a comparison under way and adds deviations. GB/T 9704-2012 7.2. How far apart things are on
the page is measured on the page (``docgen proof``); here only what the file says outright.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.base.diagnostics import Words
from docgen.checks.inspect import setting, words
from docgen.checks.inspect.colours import is_red
from docgen.checks.inspect.levels import Found, Levels
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.units import attribute, number
from docgen.model.profile import Measure

if TYPE_CHECKING:
    from docgen.checks.inspect.compare import Comparison

_MM = 25.4 / 72
# From the border to the characters there is also what their line leaves below them: up to 6 pt.
_LEADING = 2.1


def check_head(comparison: Comparison) -> None:
    """Compare the document number's place and the red line, where there is a head."""
    if not comparison.judged.in_role("mark"):
        return
    for paragraph in comparison.judged.in_role("number", "line"):
        levels = comparison.resolver.of_paragraph(paragraph)
        if paragraph.role == "number" and not {"\t", "签"} & set(paragraph.text):
            _align(comparison, paragraph, levels)
        border = comparison.resolver.border(levels, "bottom")
        if border.value is not None:
            _line(comparison, paragraph, border)


def _align(comparison: Comparison, paragraph: Paragraph, levels: Levels) -> None:
    found = comparison.resolver.align(levels)
    wanted = words.ALIGNMENTS[comparison.profile.word("head.number_align")]
    if found.value != wanted:
        comparison.add("head.number_align", found, words.align(found.value), paragraph,
                       code="F117", mend=lambda h: setting.set_align(h, wanted))  # fmt: skip


def _line(comparison: Comparison, paragraph: Paragraph, border: Found) -> None:
    """Compare the red line: its colour, how far below the number, how thick."""
    profile, carrier = comparison.profile, border
    colour = (attribute(border.value, "color") or "auto").upper()
    if not is_red(colour):
        comparison.add("head.line_colour", carrier, words.colour(colour), paragraph, code="F117",
                       mend=lambda h: setting.set_border(h, "bottom", color="FF0000"))  # fmt: skip
    space = number(attribute(border.value, "space")) or 0.0
    wanted = profile.mm("head.line_distance")
    if abs(space * _MM - wanted) > _LEADING:
        points = round(profile.pt("head.line_distance"))
        said = Words(f"约 {space * _MM:.1f} mm", f"about {space * _MM:.1f} mm")
        comparison.add("head.line_distance", carrier, said, paragraph, code="F117",
                       mend=lambda h: setting.set_border(h, "bottom", space=points))  # fmt: skip
    weight = (number(attribute(border.value, "sz")) or 0.0) / 8
    tolerance = profile["head.line_weight"].tolerance
    slack = tolerance.pt if isinstance(tolerance, Measure) else 1.0
    if abs(weight - profile.pt("head.line_weight")) > slack:
        size = round(profile.pt("head.line_weight") * 8)
        comparison.add("head.line_weight", carrier, words.length(weight), paragraph, code="F117",
                       mend=lambda h: setting.set_border(h, "bottom", sz=size))  # fmt: skip
