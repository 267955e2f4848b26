"""版头 and 版记 of official documents: what stands above the red line and at the very end.

GB/T 9704-2012 7.2, 7.4 and 10. Gives paragraphs with tags; a template's names are those of the
contract beside it (``templates/notice.yaml``). Lengths in twips.
"""

from __future__ import annotations

from docgen.model.profile import Profile
from docgen.render.blank.page import cell
from docgen.render.blank.styles import MARKS, RED
from docgen.render.blank.xml import (
    EMU_A_TWIP,
    NO_ROOM,
    NS,
    each,
    paragraph,
    positions,
    tabs,
    tag,
    text,
    text_box,
    when,
)

# 份号, 密级, 紧急程度 always take these lines, so that the mark stays where 7.2.4 has it.
_LINES_ABOVE = 3
# Where the top of a Hanzi stands in an exact line of 1.2 times its size: measured in
# LibreOffice 7.4 with a font of the usual metrics (ascent 0.88, descent 0.12 of its size).
_INK_TOP = 0.203
# The longest marks, in characters, that fit into the type area at each size of MARKS.
_FITTING = (9, 12)
# From the bottom of a line's box to the bottom of its Hanzi, as a part of their size (as above):
# in a mark, and in a line of text with Latin digits, which reach lower.
_INK_BOTTOM = 0.045
_INK_BOTTOM_TEXT = 0.19
# From the top of an exact line of text to the top of its Hanzi, in points (as above).
_INK_TOP_TEXT = 11
# The height of a mark's Hanzi as a part of their size, and of a double line, in points.
_INK_HEIGHT, _DOUBLE_LINE = 0.97, 4.5
# What a double line takes of a footer, in twips (as above).
_BORDER = 120
# A blank of one cell at the left of a line that has tab stops: an indent would shorten its rule.
_CELL = "\u3000"


def red_head(profile: Profile) -> tuple[str, ...]:
    """Return the head of a document with a red line: 份号 to the two blank lines above the
    title."""
    blank = paragraph("Body")
    return (
        when("copy_number", paragraph("CopyNumber", "{{ copy_number }}")),
        when("secrecy", paragraph("Secrecy", "{{ secrecy }}")),
        when("urgency", paragraph("Secrecy", "{{ urgency }}")),
        *(when(f"not {name}", blank) for name in ("copy_number", "secrecy", "urgency")),
        *_mark(profile, _LINES_ABOVE * profile.twips("text.pitch")),
        *[blank] * round(profile.number("head.number_blank")),
        *_number(profile),
        *[blank] * round(profile.number("head.title_blank")),
    )


def plain_mark(profile: Profile) -> tuple[str, ...]:
    """Return a head with nothing above its mark (纪要, 简报): the mark and two blank lines."""
    blank = paragraph("Body")
    return (*_mark(profile, 0, joint=False), blank, blank)


def _mark(profile: Profile, above: int, *, joint: bool = True) -> tuple[str, ...]:
    """Return the mark, its top edge 35 mm below the top of the type area (7.2.4)."""
    sized = []
    for style, scale in MARKS:
        size = profile.twips("head.mark_size") * scale
        before = round(profile.twips("head.mark_top") - above - _INK_TOP * size)
        spacing = (
            f'<w:spacing w:before="{before}" w:after="0" w:line="{round(size * 1.2)}" '
            'w:lineRule="exact"/>'
        )
        sized.append(paragraph(style, "{{ mark }}", spacing))
    short, long, longer = _FITTING[0], _FITTING[1], sized[2]
    one = (
        tag(f"if mark|length <= {short}"), sized[0],
        tag(f"elif mark|length <= {long}"), sized[1],
        tag("else"), longer, tag("endif"),
    )  # fmt: skip
    if not joint:
        return one
    return (tag("if joint"), _joint_mark(profile, above), tag("else"), *one, tag("endif"))


def _joint_mark(profile: Profile, above: int) -> str:
    """Return the mark of a joint document: the offices one below the other, the first on top,
    文件 at the right, in the middle of their height (7.2.4)."""
    style, scale = MARKS[1]
    size = profile.twips("head.mark_size") * scale
    before = round(profile.twips("head.mark_top") - above - _INK_TOP * size)
    width = profile.twips("page.area_width")
    left = width * 3 // 4
    line = f'<w:spacing w:before="0" w:after="0" w:line="{round(size * 1.2)}" w:lineRule="exact"/>'
    offices = each(
        "office in joint", paragraph(style, "{{ office }}", line + '<w:jc w:val="distribute"/>')
    )
    words = paragraph(style, "{{ mark }}", line)
    space = f'<w:spacing w:before="0" w:after="0" w:line="{before}" w:lineRule="exact"/>'
    return (
        paragraph("Body", "", space)
        + f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        "</w:tblPr>"
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{width - left}"/></w:tblGrid>'
        f"<w:tr>{_cell(left, offices)}{_cell(width - left, words)}</w:tr></w:tbl>"
    )


def _cell(width: int, inside: str, borders: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}'
        f'<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'
    )


def _number(profile: Profile) -> tuple[str, ...]:
    """Return 发文字号, centred; or at the left with 签发人 at the right (7.2.5, 7.2.6)."""
    area, one = profile.twips("page.area_width"), cell(profile)
    edge = area - one
    # Two names of three characters with a blank between them end one cell from the edge.
    names = edge - 7 * one
    label = names - 4 * one
    kai = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{0}"/>'.format(
        profile.font("head.signer_font")
    )
    rule = _red_line(profile)
    upward = (
        text(_CELL + "{{ number }}\t签发人：") + text("{{ signers[0] }}", kai),
        tabs(("right", edge)) + '<w:jc w:val="left"/>',
    )
    stops = tabs(("left", label), ("left", names)) + '<w:jc w:val="left"/>'
    first = text("{% if loop.first %}\t签发人：\t{% else %}\t\t{% endif %}")
    last = text(_CELL + "{{ number }}") + first
    pair = text("{{ line }}", kai)
    return (
        tag("if signers|length == 1"),
        paragraph("DocumentNumber", upward[0], rule + upward[1]),
        tag("elif signers"),
        tag("for line in signers"),
        tag("if loop.last"),
        paragraph("DocumentNumber", last + pair, rule + stops),
        tag("else"),
        paragraph("DocumentNumber", first + pair, stops),
        tag("endif"),
        tag("endfor"),
        tag("else"),
        paragraph("DocumentNumber", "{{ number }}", rule),
        tag("endif"),
    )


def _red_line(profile: Profile) -> str:
    """Return the red line below a paragraph: a border 4 mm below its characters (7.2.7)."""
    size = profile.pt("head.number_size")
    space = round(profile.pt("head.line_distance") - _INK_BOTTOM_TEXT * size)
    weight = round(profile.pt("head.line_weight") * 8)
    return (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{weight}" w:space="{space}" '
        f'w:color="{RED}"/></w:pBdr>'
    )


def issue_line(profile: Profile) -> tuple[str, ...]:
    """Return the line of a briefing or of minutes: who issues it, the date, the red line."""
    edge = profile.twips("page.area_width") - cell(profile)
    stops = tabs(("right", edge)) + '<w:jc w:val="left"/>'
    words = _CELL + "{{ issuer }}\t{{ issued_on }}"
    blank = paragraph("Body")
    return (paragraph("DocumentNumber", words, _red_line(profile) + stops), blank, blank)


# -- 版记 ------------------------------------------------------------------------------------


def imprint(profile: Profile, rows: tuple[tuple[str, str], ...], *, ruled: bool = True) -> str:
    """Return 版记 at the bottom of the last page's type area (7.4).

    Paragraphs in one frame. A rule is a paragraph as high as the rule is thick and black all
    over: LibreOffice does not frame paragraphs with borders, and lifts a text box that grows
    with its text by 2 mm. `rows` are (condition, paragraph).
    """
    outer, inner = _rule(profile, "imprint.outer_line"), _rule(profile, "imprint.inner_line")
    inside = [outer] if ruled else []
    for number, (condition, words) in enumerate(rows, start=1):
        later = " or ".join(name for name, _ in rows[number:])
        between = [when(f"{condition} and ({later})", inner)] if later and ruled else []
        inside += [when(condition, words), *between]
    # A frame stands beside a paragraph that is not in it.
    return "".join([*inside, *([outer] if ruled else []), paragraph("Imprint", "", NO_ROOM)])


def _framed(profile: Profile) -> str:
    """Return what puts a paragraph into the frame; equal ones stand in one frame."""
    return (
        f'<w:framePr w:w="{profile.twips("page.area_width")}" w:wrap="notBeside" '
        'w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    )


def _rule(profile: Profile, key: str) -> str:
    """Return a rule of 版记: 0.35 mm above and below, 0.25 mm between (7.4.1)."""
    line = f'<w:spacing w:before="0" w:after="0" w:line="{profile.twips(key)}" w:lineRule="exact"/>'
    black = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
    return paragraph("Imprint", "", _framed(profile) + black + line)


def listed(profile: Profile, label: str, value: str, *, end: str = "。") -> str:
    """Return ``抄送：甲，乙。``, its further lines below the first name (7.4.2)."""
    one = profile.twips("imprint.size")
    edge = round(profile.number("imprint.offset") * one)
    hang = (len(label) + 1) * one
    indent = (
        f'<w:ind w:leftChars="{(len(label) + 2) * 100}" w:left="{edge + hang}" w:rightChars="100" '
        f'w:right="{edge}" w:hangingChars="{(len(label) + 1) * 100}" w:hanging="{hang}"/>'
    )
    return paragraph("Imprint", f"{label}：{value}{end}", _framed(profile) + indent)


def printed(profile: Profile, left: str, right: str) -> str:
    """Return one line with words one cell from either edge: 印发机关 and 印发日期 (7.4.3)."""
    one = round(profile.number("imprint.offset") * profile.twips("imprint.size"))
    stops = tabs(("right", profile.twips("page.area_width") - one))
    indent = f'<w:ind w:leftChars="100" w:left="{one}"/><w:jc w:val="left"/>'
    return paragraph("Imprint", f"{left}\t{right}", _framed(profile) + stops + indent)


# -- 信函 ------------------------------------------------------------------------------------


def letter_mark(profile: Profile) -> str:
    """Return the mark of a letter 30 mm below the paper's edge, a double line (上粗下细) 4 mm
    below it (10.1).

    A text box at its place on the paper, in the text: a header that grows pushes the text
    down, in each program by another distance.
    """
    size = _letter_size(profile) * 20
    line = round(size * 1.2)
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
    space = round(profile.pt("letter.line_distance") - _INK_BOTTOM * size / 20)
    mark = paragraph("MarkLong", "{{ mark }}", _double("thickThinSmallGap", space) + spacing)
    width = profile.twips("letter.line_width")
    left = (profile.twips("page.width") - width) // 2
    top = round(profile.twips("letter.mark_top") - _INK_TOP * size)
    place = positions(("page", str(left * EMU_A_TWIP)), ("page", str(top * EMU_A_TWIP)), "wrapNone")
    box = text_box("发文机关标志", mark, (width, line * 2), place, box='anchor="t"')
    return paragraph("Imprint", box, NO_ROOM)


def _letter_size(profile: Profile) -> float:
    return profile.pt("head.mark_size") * MARKS[1][1]


def letter_first_line(profile: Profile) -> str:
    """Return the spacing of a letter's first line: 7/8 of a character of 3号 between it and the
    double line (10.1)."""
    line = (
        profile.pt("letter.mark_top")
        + _INK_HEIGHT * _letter_size(profile)
        + profile.pt("letter.line_distance")
        + _DOUBLE_LINE
    )
    start = line + profile.pt("body.size") * 7 / 8 - _INK_TOP_TEXT
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
