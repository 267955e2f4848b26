"""The page numbers of a document: PAGE fields in its footers and headers.

Takes a judged document, gives each `Number` with where it is printed.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from docgen.checks.inspect.judged import Judged
from docgen.checks.inspect.levels import Carrier, Found
from docgen.checks.inspect.paragraphs import Paragraph
from docgen.checks.inspect.units import attribute, child, number, points
from docgen.render.xml import W

_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# Half of the type area in EMU: a wider text box has no side.
_WIDE = 2_800_000
BLANKS = " \u3000\u00a0\t"


class Number(NamedTuple):
    """A page number: the paragraph that prints it, in which story, for which pages."""

    paragraph: Paragraph
    story: Any
    part: str
    pages: str  # default, even, first
    section: int


def page_numbers(judged: Judged) -> list[Number]:
    """Return the page numbers in footers and headers, each once."""
    found: dict[tuple[str, str], Number] = {}
    for index, section in enumerate(judged.sections):
        for reference in section:
            if reference.tag not in (f"{W}footerReference", f"{W}headerReference"):
                continue
            pages = reference.get(f"{W}type", "default")
            story = judged.opened.story(reference)
            if story is None or (story[0], pages) in found:
                continue
            for paragraph in judged.reader.story(story[1], story[0]):
                if _has_page_field(paragraph.element):
                    paragraph.role = "page_number"
                    found[story[0], pages] = Number(paragraph, story[1], story[0], pages, index)
    return list(found.values())


def footers_of(judged: Judged, section: int) -> dict[str, str]:
    """Return pages → part of the footers of a section: its own, else those of the one before."""
    found: dict[str, str] = {}
    for each in judged.sections[: section + 1]:
        for reference in each.iterfind(f"{W}footerReference"):
            story = judged.opened.story(reference)
            if story is not None:
                found[reference.get(f"{W}type", "default")] = story[0]
    return found


def _has_page_field(paragraph: Any) -> bool:
    codes = [node.text or "" for node in paragraph.iter(f"{W}instrText")]
    codes += [node.get(f"{W}instr", "") for node in paragraph.iter(f"{W}fldSimple")]
    inside = paragraph.find(f".//{W}txbxContent")
    return inside is None and bool(_PAGE.match("".join(codes)))


def frame_side(paragraph: Paragraph) -> Found | None:
    """Return the side of the frame or text box that a number stands in (as Word's and WPS's own
    do), ``""`` for one that stands elsewhere; None where it stands in the footer itself."""
    frame = child(child(paragraph.element, "pPr"), "framePr")
    if frame is not None and attribute(frame, "xAlign"):
        carrier = Carrier(
            "paragraph", "own", "页码的图文框", "the number's frame", paragraph.element
        )
        return Found(attribute(frame, "xAlign"), carrier)
    if paragraph.where != "box":
        return None
    anchor = next(paragraph.element.iterancestors(f"{_WP}anchor"), None)
    extent = None if anchor is None else anchor.find(f"{_WP}extent")
    if extent is not None and (number(extent.get("cx")) or 0) > _WIDE:
        return None  # as wide as the text: what stands in it has its own side
    align = None if anchor is None else anchor.find(f"{_WP}positionH/{_WP}align")
    box = Carrier("box", "box", "页码的文本框", "the number's text box", anchor)
    return Found("" if align is None else (align.text or "").strip(), box)


def is_turned(judged: Judged, section: int) -> bool:
    """Whether the pages of a section are turned."""
    size = child(judged.sections[section], "pgSz")
    width, height = points(attribute(size, "w")), points(attribute(size, "h"))
    return width is not None and height is not None and width > height
