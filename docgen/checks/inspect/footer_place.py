"""How far below the text the page number stands, from the geometry of the footer.

Word sets a footer upward from its distance to the paper's edge; the dash stands in the middle of
the number's line. Takes a page number, adds a deviation where that is not the profile's 7 mm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.checks.inspect import words
from docgen.checks.inspect.effective import Line
from docgen.checks.inspect.findings import Deviation, Findings, Mend
from docgen.checks.inspect.judged import Judged
from docgen.checks.inspect.levels import Carrier, Found
from docgen.checks.inspect.page_numbers import footers_of
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.setting import put, set_gap
from docgen.checks.inspect.units import attribute, child, points
from docgen.model.profile import Measure

if TYPE_CHECKING:
    from docgen.checks.inspect.page_numbers import Number

_MM = 25.4 / 72
# Word's distance where a section says none.
_USUAL = 36.0
# A line whose height is the font's own: about so many times its size, and so unsure in mm.
_NATURAL, _UNSURE = 1.3, 2.0


def check_places(judged: Judged, findings: Findings, numbers: list[Number], section: int) -> None:
    """Compare how far below the text the numbers of one section stand."""
    properties = judged.sections[section]
    size = child(properties, "pgSz")
    width, height = points(attribute(size, "w")), points(attribute(size, "h"))
    if width is not None and height is not None and width > height:
        return
    footers = footers_of(judged, section)
    for number in numbers:
        printed = footers.get(number.pages) == number.part and number.pages != "first"
        if printed and number.paragraph.where != "box":
            _compare(judged, findings, number, properties)


def _compare(judged: Judged, findings: Findings, number: Number, section: Any) -> None:
    profile, margins = judged.profile, child(section, "pgMar")
    footer = points(attribute(margins, "footer"))
    footer = _USUAL if footer is None else footer
    measured = _measured(judged, number)
    if measured is None:
        return
    wanted, bottom = profile.mm("page_number.distance"), profile.pt("page.bottom")
    own = points(attribute(margins, "bottom"))
    # A wrong bottom margin is a fault of its own, and so measured from either.
    places = [each - footer - measured.below for each in (bottom, own or bottom)]
    distance = min((place * _MM for place in places), key=lambda each: abs(each - wanted))
    tolerance = profile["page_number.distance"].tolerance
    slack = tolerance.mm if isinstance(tolerance, Measure) else 0.5
    slack += 0.05 if measured.sure else _UNSURE
    if abs(distance - wanted) <= slack:
        return
    _add(judged, findings, section, measured, distance, slack)


def _add(
    judged: Judged, findings: Findings, section: Any, measured: _Measured, distance: float,
    slack: float,
) -> None:  # fmt: skip
    """Report the space below the number where that alone is wrong, else the footer's distance."""
    profile, margins = judged.profile, child(section, "pgMar")
    parameter, after = profile["page_number.distance"], measured.after
    carrier = Carrier(
        "section", "section", "页面设置的页脚距边界", "the footer's distance", section
    )
    room = profile.pt("page.bottom") - profile.pt("page_number.distance")

    def mend() -> None:
        put(margins, footer=round((room - measured.below) * 20))

    def mend_after() -> None:
        set_gap(judged.holder(measured.paragraph, after.carrier), "after", 0)

    change: Mend | None = mend
    if margins is None or room - measured.below < 0:
        change = None
    without = distance + after.value * _MM
    if after.value and abs(without - profile.mm("page_number.distance")) <= slack:
        carrier, change = after.carrier, mend_after
    findings.add(
        Deviation(
            "F115", parameter, carrier, words.millimetres(distance),
            words.wanted(parameter, profile), subject=section, mend=change,
        )
    )  # fmt: skip


class _Measured(NamedTuple):
    """How much of a footer stands below the middle of the number's line in points, whether that
    is exact, and the space after the number itself."""

    below: float
    sure: bool
    after: Found
    paragraph: Paragraph


def _measured(judged: Judged, number: Number) -> _Measured | None:
    """Measure a footer; None where the number stands in a frame."""
    if child(child(number.paragraph.element, "pPr"), "framePr") is not None:
        return None
    story = [p for p in judged.reader.story(number.story, number.part) if p.where == "story"]
    place = next(
        (n for n, each in enumerate(story) if each.element is number.paragraph.element), None
    )
    if place is None:
        return None
    heights = [_height(judged, paragraph) for paragraph in story[place:]]
    _, line, after, _ = heights[0]
    below = line / 2 + after + sum(sum(each[:3]) for each in heights[1:])
    levels = judged.resolver.of_paragraph(number.paragraph)
    found = judged.resolver.gap(levels, "after", judged.profile.pt("text.pitch"))
    return _Measured(below, all(each[3] for each in heights), found, number.paragraph)


def _height(judged: Judged, paragraph: Paragraph) -> tuple[float, float, float, bool]:
    """Return the space before a footer's paragraph, its line, the space after, and whether the
    line's height is exact."""
    resolver, pitch = judged.resolver, judged.profile.pt("text.pitch")
    levels = resolver.of_paragraph(paragraph)
    before = resolver.gap(levels, "before", pitch).value
    after = resolver.gap(levels, "after", pitch).value
    line: Line = resolver.line(levels).value
    natural = (judged.size(paragraph) or judged.profile.pt("page_number.size")) * _NATURAL
    if line.rule == "exact":
        return before, line.amount, after, True
    if line.rule == "atLeast":
        return before, max(line.amount, natural), after, line.amount > natural
    return before, natural * line.amount, after, False
