"""What follows the text: the blank lines before it, 署名 and 成文日期 at the right, 附件 on a new
page.

Takes a comparison under way and adds deviations. GB/T 9704-2012 7.3.4 to 7.3.7.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from docgen.base.diagnostics import Words
from docgen.checks.inspect import setting, words
from docgen.checks.inspect.levels import Carrier, Found, Levels
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.units import attribute, child, is_on

if TYPE_CHECKING:
    from docgen.checks.inspect.compare import Comparison

_BLANKED = {"attachment_note": "attachment_note.blank_before",
            "signature": "signature.blank_before",
            "attachment_title": "attachment.title_blank"}  # fmt: skip
# Nearly a line of space is a line.
_NEARLY = 0.75
_SLACK = 0.3
# Indents of so many cells are how somebody moved a line to the right.
_PUSHED = 8


def check_endings(comparison: Comparison) -> None:
    """Compare blank lines, the signature and its date, and the attachments' pages."""
    body = [p for p in comparison.judged.paragraphs if p.where == "body"]
    for above, paragraph in pairwise(body):
        key = _BLANKED.get(paragraph.role)
        if key is not None and not paragraph.blank and above.role != paragraph.role:
            _blank_before(comparison, above, paragraph, key)
        if paragraph.role == "attachment" and not paragraph.blank:
            _new_page(comparison, above, paragraph)
    signed = comparison.judged.in_role("signature", "date")
    for above, paragraph in pairwise(signed):
        if (above.role, paragraph.role) == ("signature", "date"):
            _signed(comparison, above, paragraph)


def _blank_before(comparison: Comparison, above: Paragraph, paragraph: Paragraph, key: str) -> None:
    """Compare the blank line before a paragraph: an empty paragraph, or space of its own."""
    resolver, pitch = comparison.resolver, comparison.pitch
    found = resolver.gap(resolver.of_paragraph(paragraph), "before", pitch)
    after = resolver.gap(resolver.of_paragraph(above), "after", pitch).value
    if above.blank or max(found.value, after) >= _NEARLY * pitch:
        return
    twips = round(pitch * 20)
    comparison.add(key, found, Words("没有空行", "none"), paragraph, property="blank_before",
                   mend=lambda h: setting.set_gap(h, "before", twips))  # fmt: skip


def _new_page(comparison: Comparison, above: Paragraph, paragraph: Paragraph) -> None:
    """Compare whether 附件 begins a page: by its own property, a break, or a section."""
    for _, properties in comparison.resolver.of_paragraph(paragraph):
        switch = child(properties, "pageBreakBefore")
        if switch is not None and is_on(switch):
            return
    breaks = above.text.rstrip(" \u3000\n").endswith("\f") or paragraph.text.lstrip().startswith(
        "\f"
    )
    sections = comparison.judged.sections
    section = sections[paragraph.section] if paragraph.section < len(sections) else None
    kind = attribute(child(section, "type"), "val")
    if (
        breaks
        or "\f" in paragraph.text
        or (above.section != paragraph.section and kind != "continuous")
    ):
        return
    own = Carrier("paragraph", "own", "段落自身的格式", "the paragraph's own formatting",
                  paragraph.element)  # fmt: skip
    comparison.add("attachment.new_page", Found(False, own), words.same("否"), paragraph,
                   mend=setting.set_page_break)  # fmt: skip


def _signed(comparison: Comparison, signature: Paragraph, date: Paragraph) -> None:
    """Compare how far signature and date stand from the right edge.

    Unsealed (7.3.5.2) the longer one is 2 cells away, and the date begins 2 cells right of the
    signature; sealed (7.3.5.1) the date is 4 cells away. So neither is nearer than here.
    """
    if _is_sealed(date):
        _right(
            comparison, date, "date.sealed_right", comparison.profile.number("date.sealed_right")
        )
        return
    longer = _width(signature) - _width(date)
    least = comparison.profile.number("date.right")
    nearest = min(least, longer) if longer >= 0 else least
    _right(comparison, signature, "signature.right", comparison.profile.number("signature.right"))
    _right(comparison, date, "date.right", nearest, max(longer, 0.0) or least)


def _is_sealed(date: Paragraph) -> bool:
    """Whether docgen's own style says that a seal is put on the date."""
    return date.style is not None and date.style.name.endswith("（盖章）")


def _right(
    comparison: Comparison, paragraph: Paragraph, key: str, least: float, wanted: float = 0.0
) -> None:
    resolver, profile = comparison.resolver, comparison.profile
    levels = resolver.of_paragraph(paragraph)
    align = resolver.align(levels)
    if align.value in ("left", "both") and _is_at_left(comparison, paragraph, levels):
        _at_left(comparison, paragraph, key, align, wanted or least)
    if align.value != "right":
        return
    found = resolver.indent(levels, "right")
    size = profile.pt("body.size")
    cells = found.value[1] / size if found.value[0] is None else found.value[0]
    text = paragraph.text
    cells += sum(1.0 if char == "\u3000" else 0.5 for char in text[len(text.rstrip()) :])
    if cells >= least - _SLACK:
        return
    room, one = wanted or least, profile.twips("body.size") + profile.twips("text.spacing")

    def mend(holder: Any) -> None:
        setting.set_side(holder, "right", room, round(room * one))

    comparison.add(key, found, words.cells(cells), paragraph, wanted=words.cells(room), mend=mend)


def _is_at_left(comparison: Comparison, paragraph: Paragraph, levels: Levels) -> bool:
    """Whether nothing pushes a paragraph from the left edge: no indent, no typed blanks."""
    if paragraph.text != paragraph.text.lstrip():
        return False
    size = comparison.profile.pt("body.size")
    indents = [comparison.resolver.indent(levels, name).value for name in ("first", "left")]
    cells: float = sum(length / size if found is None else found for found, length in indents)
    return cells < _PUSHED


def _at_left(
    comparison: Comparison, paragraph: Paragraph, key: str, align: Found, cells: float
) -> None:
    """Report a signature or date at the left."""
    one = comparison.profile.twips("body.size") + comparison.profile.twips("text.spacing")

    def mend(_: Any) -> None:
        setting.set_align(paragraph.element, "right")
        setting.set_first(paragraph.element, 0, 0)
        setting.set_side(paragraph.element, "left", 0, 0)
        setting.set_side(paragraph.element, "right", cells, round(cells * one))

    wanted = Words(f"右空{cells:g}字", f"{cells:g} cells from the right edge")
    comparison.add(key, align, Words("居左", "at the left"), paragraph, wanted=wanted, mend=mend)


def _width(paragraph: Paragraph) -> float:
    """Return the width of a paragraph's text in cells."""
    text = paragraph.shown
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)
