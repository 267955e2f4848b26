"""信函格式: the mark, the two red double lines, the first line below (GB/T 9704-2012 10.1).

Gives paragraphs with tags and the first page's footer. Lengths in twips.
"""

from __future__ import annotations

from docgen.model.profile import Profile
from docgen.render.blank.ink import INK_BOTTOM, INK_HEIGHT, INK_TOP, INK_TOP_TEXT
from docgen.render.blank.styles import MARKS, RED
from docgen.render.blank.xml import EMU_A_TWIP, NO_ROOM, NS, paragraph, positions, text_box, when

# The height of a double line in the text, in points, and what it takes of a footer, in twips:
# measured in LibreOffice 7.4.
_DOUBLE_LINE = 4.5
_BORDER = 120
# The longest mark, in characters, that fits between the paper's edges at its usual size.
_FITTING = 14


def letter_top(profile: Profile, words: str, properties: str) -> str:
    """Return the mark of a letter and its first line: `words`, with `properties` of their own.

    A long name of the office is set smaller, and the line below it stands higher.
    """
    tops = [
        _mark(profile, style, profile.pt("head.mark_size") * scale)
        + paragraph(
            "CopyNumber",
            words,
            properties.format(_first_line(profile, profile.pt("head.mark_size") * scale)),
        )
        for style, scale in MARKS[1:]
    ]
    return when(f"mark|length <= {_FITTING}", tops[0], otherwise=(tops[1],))


def _mark(profile: Profile, style: str, points: float) -> str:
    """Return the mark 30 mm below the paper's edge, a double line (上粗下细) 4 mm below it (10.1).

    A text box at its place on the paper, in the text: a header that grows pushes the text
    down, in each program by another distance.
    """
    size = points * 20
    line = round(size * 1.2)
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
    space = round(profile.pt("letter.line_distance") - INK_BOTTOM * points)
    mark = paragraph(style, "{{ mark }}", _double("thickThinSmallGap", space) + spacing)
    width = profile.twips("letter.line_width")
    left = (profile.twips("page.width") - width) // 2
    top = round(profile.twips("letter.mark_top") - INK_TOP * size)
    place = positions(("page", str(left * EMU_A_TWIP)), ("page", str(top * EMU_A_TWIP)), "wrapNone")
    box = text_box("发文机关标志", mark, (width, line * 2), place, box='anchor="t"')
    return paragraph("Imprint", box, NO_ROOM)


def _first_line(profile: Profile, points: float) -> str:
    """Return the spacing of a letter's first line: 7/8 of a character of 3号 between it and the
    double line (10.1)."""
    line = (
        profile.pt("letter.mark_top")
        + INK_HEIGHT * points
        + profile.pt("letter.line_distance")
        + _DOUBLE_LINE
    )
    start = line + profile.pt("body.size") * 7 / 8 - INK_TOP_TEXT
    before = round((start - profile.pt("page.top")) * 20)
    pitch = profile.twips("text.pitch")
    return f'<w:spacing w:before="{before}" w:after="0" w:line="{pitch}" w:lineRule="exact"/>'


def letter_footer(profile: Profile, room: int) -> str:
    """Return the first page's footer of a letter: the double line (上细下粗) 20 mm above the
    paper's edge, no page number. `room` is the footer's height."""
    beside = (profile.twips("page.width") - profile.twips("letter.line_width")) // 2
    left, right = beside - profile.twips("page.left"), beside - profile.twips("page.right")
    indent = f'<w:ind w:left="{left}" w:right="{right}"/>'
    # A footer that needs more room than it has makes the type area of the page shorter.
    before = room - 20 - _BORDER
    spacing = f'<w:spacing w:before="{before}" w:after="0" w:line="20" w:lineRule="exact"/>'
    line = paragraph("Imprint", "", _double("thinThickSmallGap", 0) + spacing + indent)
    return f"<w:ftr {NS}>{line}</w:ftr>"


def _double(kind: str, space: int) -> str:
    border = f'<w:bottom w:val="{kind}" w:sz="24" w:space="{space}" w:color="{RED}"/>'
    return f"<w:pBdr>{border}</w:pBdr>"
