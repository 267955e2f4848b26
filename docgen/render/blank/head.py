"""版头 of official documents: what stands above the title (GB/T 9704-2012 7.2).

Gives paragraphs with tags; a template's names are those of the contract beside it
(``templates/notice.yaml``). Lengths in twips.
"""

from __future__ import annotations

from docgen.model.profile import Profile
from docgen.render.blank.ink import INK_BOTTOM_TEXT, INK_TOP
from docgen.render.blank.page import cell
from docgen.render.blank.styles import MARKS, RED
from docgen.render.blank.xml import each, paragraph, tabs, tag, text, when
from docgen.render.xml import escaped

# 份号, 密级, 紧急程度 always take these lines, so that the mark stays where 7.2.4 has it.
_LINES_ABOVE = 3
# The longest marks, in characters, that fit into the type area at each size of MARKS.
_FITTING = (9, 12)
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
        before = round(profile.twips("head.mark_top") - above - INK_TOP * size)
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
    # Fourteen characters at the smallest size: the full names of most offices.
    style, scale = MARKS[2]
    size = profile.twips("head.mark_size") * scale
    before = round(profile.twips("head.mark_top") - above - INK_TOP * size)
    width = profile.twips("page.area_width")
    left = width * 5 // 6
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
    # A label that ended just at its stop would push the names to the next one.
    label = names - 4 * one - one // 4
    kai = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{0}"/>'.format(
        escaped(profile.font("head.signer_font"))
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
    space = round(profile.pt("head.line_distance") - INK_BOTTOM_TEXT * size)
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
