"""Indents of paragraphs, in cells (字).

A cell is as wide as the text's characters: its size, with or without the character spacing.
Cells beat twips in Word, LibreOffice drops them; so either may say it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.checks.inspect import setting, words
from docgen.checks.inspect.levels import Carrier, Found, Levels
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.role_patterns import NOTE_LABEL
from docgen.model.profile import Profile

if TYPE_CHECKING:
    from docgen.checks.inspect.compare import Comparison

# A deviation of less than this is rounding: 28 twips at 3号.
_SLACK = 0.15
_FIRST = {
    "body": "body.indent", "heading_1": "heading_1.indent", "heading_2": "heading_2.indent",
    "heading_3": "heading_3.indent", "heading_4": "heading_4.indent", "note": "note.indent",
}  # fmt: skip
_FLUSH = {"addressee": "addressee.indent", "salutation": "salutation.indent",
          "attachment": "attachment.indent"}  # fmt: skip
# Blanks before the text cannot be taken away without changing text.
_TYPED = Carrier("text", "blanks", "段首的空格", "the blanks before the text")
_CENTRED = ("title", "attachment_title")


def cell_width(profile: Profile, size: float) -> tuple[float, float]:
    """Return the least and greatest width of a cell: of text of a size, or of the size it
    should have, with or without the spacing."""
    spacing = profile.pt("text.spacing")
    widths = (size, size + spacing, profile.pt("body.size"), profile.pt("body.size") + spacing)
    return min(widths), max(widths)


def check_indents(comparison: Comparison, paragraph: Paragraph, levels: Levels) -> None:
    """Compare a paragraph's indents with those of its role."""
    role = paragraph.role
    if comparison.resolver.align(levels).value in ("center", "right", "distribute"):
        if role in _CENTRED:
            _centred(comparison, paragraph, levels)
        return
    if role in _FIRST:
        _first(comparison, paragraph, levels, _FIRST[role])
    elif role in _FLUSH:
        is_flush = comparison.profile.number(_FLUSH[role]) == 0
        (_flush if is_flush else _first)(comparison, paragraph, levels, _FLUSH[role])
    elif role == "attachment_note" and NOTE_LABEL.match(paragraph.shown):
        _hanging(comparison, paragraph, levels, "attachment_note.indent")
    elif role == "attendance":
        _hanging(comparison, paragraph, levels, "attendance.indent")


def in_cells(
    value: tuple[float | None, float], widths: tuple[float, float], wanted: float
) -> float:
    """Return an indent in cells; as near to what is wanted as the width of a cell allows."""
    cells, length = value
    if cells is not None:
        return cells
    return min((length / width for width in widths), key=lambda each: abs(each - wanted))


def _first(comparison: Comparison, paragraph: Paragraph, levels: Levels, key: str) -> None:
    """Compare the first line's indent and that of the lines it turns over to."""
    resolver, widths = comparison.resolver, comparison.cell(paragraph)
    wanted = comparison.profile.number(key)
    first, left = resolver.indent(levels, "first"), resolver.indent(levels, "left")
    own, side = in_cells(first.value, widths, wanted), in_cells(left.value, widths, 0)
    cells = _typed_blanks(paragraph)
    turned = abs(side) > _SLACK
    if abs(side + own + cells - wanted) > _SLACK and not (turned and _is(own + cells, wanted)):
        shown = side + own + cells
        cause = left if turned and first.unset else first
        _add_first(comparison, paragraph, key, cause, shown)
    elif turned and paragraph.role == "body":
        twips = 0
        comparison.add("body.turnover", left, words.cells(side), paragraph,
                       mend=lambda h: setting.set_side(h, "left", 0, twips))  # fmt: skip
    elif turned and not _is(side + own + cells, wanted):
        _add_first(comparison, paragraph, key, left, side + own + cells)


def _hanging(comparison: Comparison, paragraph: Paragraph, levels: Levels, key: str) -> None:
    """Compare where 附件： or 出席： begins; the further lines hang below the name."""
    resolver, widths = comparison.resolver, comparison.cell(paragraph)
    wanted = comparison.profile.number(key)
    first, left = resolver.indent(levels, "first"), resolver.indent(levels, "left")
    side = in_cells(left.value, widths, wanted - in_cells(first.value, widths, 0))
    cells = side + in_cells(first.value, widths, wanted - side) + _typed_blanks(paragraph)
    if _is(cells, wanted):
        return
    hang = in_cells(first.value, widths, 0)
    one = _cell_twips(comparison.profile)

    def mend(holder: Any) -> None:
        if hang >= 0:
            setting.set_first(holder, wanted, round(wanted * one))
            setting.set_side(holder, "left", 0, 0)
        else:
            setting.set_side(holder, "left", wanted - hang, round((wanted - hang) * one))

    comparison.add(key, first if left.unset else left, words.cells(cells),
                   paragraph, mend=None if _typed_blanks(paragraph) else mend)  # fmt: skip


def _is(cells: float, wanted: float) -> bool:
    return abs(cells - wanted) <= _SLACK


def _typed_blanks(paragraph: Paragraph) -> float:
    """Return how many cells of blanks a person typed before the text."""
    text = paragraph.text
    blanks = text[: len(text) - len(text.lstrip(" \u3000\u00a0\u2002\u2003"))]
    return sum(1 if char in "\u3000\u2003" else 0.5 for char in blanks)


def _add_first(
    comparison: Comparison, paragraph: Paragraph, key: str, found: Found, cells: float
) -> None:
    wanted = comparison.profile.number(key)
    twips = round(wanted * _cell_twips(comparison.profile))

    def mend(holder: object) -> None:
        setting.set_first(holder, wanted, twips)
        setting.set_side(holder, "left", 0, 0)

    typed = _typed_blanks(paragraph)
    found = found._replace(carrier=_TYPED) if typed else found
    comparison.add(key, found, words.cells(cells), paragraph, property="indent",
                   mend=None if typed else mend)  # fmt: skip


def _cell_twips(profile: Profile) -> int:
    return profile.twips("body.size") + profile.twips("text.spacing")


def _flush(comparison: Comparison, paragraph: Paragraph, levels: Levels, key: str) -> None:
    """Compare a paragraph that begins and turns over at the left edge."""
    resolver, widths = comparison.resolver, comparison.cell(paragraph)
    wanted = comparison.profile.number(key)
    first, left = resolver.indent(levels, "first"), resolver.indent(levels, "left")
    own, side = in_cells(first.value, widths, wanted), in_cells(left.value, widths, wanted)
    whole = own + side + _typed_blanks(paragraph)
    if _is(whole, wanted) and _is(side, wanted):
        return
    cause = left if abs(side - wanted) > _SLACK else first
    _add_first(comparison, paragraph, key, cause, whole if not _is(whole, wanted) else side)


def _centred(comparison: Comparison, paragraph: Paragraph, levels: Levels) -> None:
    """Compare a centred paragraph: an indent would push it off the middle."""
    resolver, widths = comparison.resolver, comparison.cell(paragraph)
    for name in ("first", "left", "right"):
        found = resolver.indent(levels, name)
        cells = in_cells(found.value, widths, 0)
        if name != "right" and _balanced(comparison, levels, widths):
            continue
        if name == "first" and not _is(cells, 0):
            _add_first(comparison, paragraph, "title.indent", found, cells)
            return
        if name == "left" and not _is(cells, 0):
            _add_first(comparison, paragraph, "title.indent", found, cells)
            return


def _balanced(comparison: Comparison, levels: Levels, widths: tuple[float, float]) -> bool:
    """Whether left and right indents are the same, and the first line's none."""
    sides = [
        in_cells(comparison.resolver.indent(levels, name).value, widths, 0)
        for name in ("left", "right", "first")
    ]
    return _is(sides[0], sides[1]) and _is(sides[2], 0)
