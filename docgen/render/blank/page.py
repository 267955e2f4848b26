"""The page of a template: its sections and the page numbers below its type area.

Takes a profile, gives sectPr elements and footers. GB/T 9704-2012 5.1, 5.2.1, 7.5 and 8.
"""

from __future__ import annotations

from docgen.model.profile import Profile
from docgen.render.blank.xml import EMU_A_TWIP, NS, field, paragraph, positions, text, text_box

# The page number's own line, exact; its dash stands in the middle of it.
NUMBER_LINE = 280
# A turned dash stands left of the middle of its line: measured in LibreOffice 7.4, in twips.
_TURNED_DASH = 43
# One cell of the page number's 4号.
_NUMBER_CELL = 280


def cell(profile: Profile) -> int:
    """Return the width of one character cell of the text in twips: size and spacing."""
    return profile.twips("body.size") + profile.twips("text.spacing")


def _number_before(profile: Profile) -> int:
    """Return the space above the page number that puts its dash `distance` below the 版心.

    Word sets footers from below, LibreOffice from above; with this space and the footer
    distance of `_footer_distance` both fill the room exactly and agree.
    """
    return profile.twips("page_number.distance") - NUMBER_LINE // 2


def footer_distance(profile: Profile) -> int:
    """Return the distance of the footer from the bottom edge of the paper in twips."""
    return profile.twips("page.bottom") - _number_before(profile) - NUMBER_LINE


def portrait(profile: Profile, references: str, *, footer: int = 0, extra: str = "") -> str:
    """Return the sectPr of upright pages; `footer`: its distance, where not the page number's."""
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{profile.twips("page.width")}" w:h="{profile.twips("page.height")}"/>'
        f'<w:pgMar w:top="{profile.twips("page.top")}" w:right="{profile.twips("page.right")}" '
        f'w:bottom="{profile.twips("page.bottom")}" w:left="{profile.twips("page.left")}" '
        f'w:header="851" w:footer="{footer or footer_distance(profile)}" w:gutter="0"/>'
        f'<w:cols w:space="425"/>{extra}'
        f'<w:docGrid w:type="lines" w:linePitch="{profile.twips("text.pitch")}"/></w:sectPr>'
    )


def landscape(profile: Profile, references: str) -> str:
    """Return the sectPr of pages that are turned: the upright page, its left edge on top (8)."""
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{profile.twips("page.height")}" w:h="{profile.twips("page.width")}" '
        'w:orient="landscape"/>'
        f'<w:pgMar w:top="{profile.twips("page.left")}" w:right="{profile.twips("page.top")}" '
        f'w:bottom="{profile.twips("page.right")}" w:left="{profile.twips("page.bottom")}" '
        'w:header="851" w:footer="851" w:gutter="0"/><w:cols w:space="425"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{profile.twips("text.pitch")}"/></w:sectPr>'
    )


def number_footer(profile: Profile, side: str, *, after: int = 0) -> str:
    """Return a footer with — 1 — at the ``right`` of odd or the ``left`` of even pages (7.5).

    `after` is room below it, where the footer ends nearer to the edge of the paper.
    """
    return _footer(_number(profile, side, _number_before(profile), after))


def turned_footer(profile: Profile, side: str) -> str:
    """Return the footer of a landscape page: the number where upright pages have it (8).

    The page's bottom is the turned page's left; a text box stands there, its text turned.
    """
    width, height = profile.twips("page.area_width"), NUMBER_LINE
    left = profile.twips("page.bottom") - profile.twips("page_number.distance") - height // 2
    left += _TURNED_DASH
    top = profile.twips("page.left")
    place = positions(("page", str(left * EMU_A_TWIP)), ("page", str(top * EMU_A_TWIP)), "wrapNone")
    number = _number(profile, side, 0, 0)
    turned = 'vert="vert" anchor="ctr"'
    box = text_box("页码", number, (height, width), place, box=turned)
    return _footer(paragraph("PageNumber", box))


def _number(profile: Profile, side: str, before: int, after: int) -> str:
    """Return the paragraph of the page number, at one side or in the middle."""
    cells = profile.number("page_number.offset")
    align, twips = side, round(cells * _NUMBER_CELL)
    indent = f'<w:ind w:{side}Chars="{cells * 100:g}" w:{side}="{twips}"/>'
    if profile.word("page_number.position") == "居中":
        align, indent = "center", ""
    spacing = (
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="{NUMBER_LINE}" '
        'w:lineRule="exact"/>'
    )
    number = text("— ") + field("PAGE", "1") + text(" —")
    return paragraph("PageNumber", number, f'{spacing}{indent}<w:jc w:val="{align}"/>')


def _footer(inside: str) -> str:
    return f"<w:ftr {NS}>{inside}</w:ftr>"
