"""The styles of a template, from a profile: every role of a document has one, by its name.

Lengths in twips (1/20 pt), sizes in half points.
"""

from __future__ import annotations

from typing import NamedTuple

from docgen.model.profile import Profile
from docgen.model.tree import Face, Role
from docgen.render.blank.page import NUMBER_LINE, cell
from docgen.render.blank.xml import NS
from docgen.render.body import WESTERN
from docgen.render.xml import escaped

RED = "FF0000"
# A line of 版记 in 4号, exact.
IMPRINT_LINE = 480
# The sizes a long name of the issuing office is set in, in points: (style, size).
MARKS = (("Mark", 1.0), ("MarkLong", 0.74), ("MarkLonger", 0.54))
_MARK_NAMES = {
    "Mark": "发文机关标志",
    "MarkLong": "发文机关标志（长）",
    "MarkLonger": "发文机关标志（特长）",
}


class Style(NamedTuple):
    """A paragraph style: where the profile has its face and size, and its place on the line.

    `indent` is the first line's, `left` and `hanging` are in cells; `before` and `after` in
    lines. `line` is the exact line height in twips, 0: the text's own.
    """

    name: str
    id: str
    font: str
    size: str
    indent: float = 0
    left: float = 0
    hanging: float = 0
    right: float = 0
    align: str = "both"
    before: float = 0
    after: float = 0
    keep: bool = False
    outline: int | None = None
    line: int = 0
    at_least: bool = False
    scale: float = 1
    colour: str = ""

    @property
    def group(self) -> str:
        """The group of the profile that has its parameters."""
        return self.size.partition(".")[0]


_ALIGNMENTS = {"两端对齐": "both", "左对齐": "left"}


def _of(role: str, id: str, group: str, **more: object) -> Style:
    return Style(role, id, f"{group}.font", f"{group}.size", **more)  # type: ignore[arg-type]


def _heading(level: int, role: Role) -> Style:
    group = f"heading_{level}"
    return _of(role, f"Heading{level}", group, indent=2, keep=True, outline=level - 1)


PARAGRAPHS = (
    _of(Role.TITLE, "Title", "title", align="center", keep=True),
    _of(Role.BYLINE, "Byline", "byline", align="center"),
    _of(Role.ADDRESSEE, "Addressee", "addressee"),
    _of(Role.SALUTATION, "Salutation", "salutation"),
    _of(Role.BODY, "Body", "body", indent=2),
    _heading(1, Role.HEADING_1),
    _heading(2, Role.HEADING_2),
    _heading(3, Role.HEADING_3),
    _heading(4, Role.HEADING_4),
    _of(Role.ATTACHMENT_NOTE, "AttachmentNote", "attachment_note", left=5, hanging=3, before=1),
    _of(Role.SIGNATURE, "Signature", "signature", align="right", before=1, keep=True),
    _of(Role.DATE, "Date", "date", align="right"),
    _of(Role.SEALED_SIGNATURE, "SealedSignature", "signature", align="right", before=1, keep=True),
    _of(Role.SEALED_DATE, "SealedDate", "date", align="right"),
    _of(Role.NOTE, "Note", "note", indent=2),
    Style(Role.ATTENDANCE, "Attendance", "body.font", "attendance.size", left=5, hanging=3),
    Style(Role.ATTACHMENT_LABEL, "AttachmentLabel", "attachment.label_font",
          "attachment.label_size", keep=True),
    _of(Role.ATTACHMENT_TITLE, "AttachmentTitle", "title", align="center", before=1, after=1,
        keep=True),
    Style(Role.TABLE_HEAD, "TableHead", "table.head_font", "table.size", align="center",
          line=300, at_least=True),
    Style(Role.TABLE_CELL, "TableCell", "table.font", "table.size", align="left", line=300,
          at_least=True),
    Style("页码", "PageNumber", "page_number.font", "page_number.size", line=NUMBER_LINE),
)  # fmt: skip

# What only kinds with a head or an imprint print.
OFFICIAL = (
    Style("份号", "CopyNumber", "body.font", "head.copy_number_size", align="left"),
    Style("密级和紧急程度", "Secrecy", "head.secrecy_font", "head.secrecy_size", align="left"),
    *(
        Style(_MARK_NAMES[id], id, "head.mark_font", "head.mark_size", align="center",
              scale=scale, colour=RED)
        for id, scale in MARKS
    ),
    Style("发文字号", "DocumentNumber", "head.number_font", "head.number_size", align="center"),
    Style("版记", "Imprint", "imprint.font", "imprint.size", line=IMPRINT_LINE),
)  # fmt: skip

_CHARACTERS = (
    (WESTERN, "Western", "", ""),
    (Face.HEADING_2, "RunIn2", "heading_2.font", "heading_2.font"),
    (Face.HEADING_3, "RunIn3", "heading_3.font", "heading_3.font"),
    (Face.HEADING_4, "RunIn4", "heading_4.font", "heading_4.font"),
    (Face.SERIES, "Series", "body.font", "body.font"),
    (Face.NOTE, "Responsible", "byline.font", "byline.font"),
    (Face.LABEL, "Label", "attendance.font", "attendance.font"),
)


def styles_xml(profile: Profile, *, official: bool) -> str:
    """Return word/styles.xml; `official`: with the styles of heads and imprints."""
    writer = _Writer(profile)
    wanted = PARAGRAPHS + (OFFICIAL if official else ())
    paragraphs = "".join(writer.paragraph(style) for style in wanted)
    characters = "".join(writer.character(*face) for face in _CHARACTERS)
    return (
        f"<w:styles {NS}>{writer.defaults()}{_NORMAL}{_DEFAULT_CHARACTER}{_DEFAULT_TABLE}"
        f"{paragraphs}{characters}</w:styles>"
    )


class _Writer:
    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.western = profile.font("fonts.western")

    def fonts(self, font: str) -> str:
        font = escaped(font)
        # ascii = hAnsi = eastAsia: “ ” —— …… × keep the style's face in Word, WPS, LibreOffice.
        return (
            f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" '
            f'w:cs="{escaped(self.western)}"/>'
        )

    def defaults(self) -> str:
        size = round(self.profile.pt("body.size") * 2)
        return (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{self.fonts(self.profile.font('body.font'))}"
            f'<w:kern w:val="2"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault/></w:docDefaults>"
        )

    def paragraph(self, style: Style) -> str:
        """Return a paragraph style."""
        points = self.profile.pt(style.size)
        half = round(points * style.scale * 2)
        keep = "<w:keepNext/>" if style.keep else ""
        outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
        # Only text of the body's size is set so many to a line.
        at_pitch = half == round(self.profile.pt("body.size") * 2)
        tight = f'<w:spacing w:val="{self.profile.twips("text.spacing")}"/>' if at_pitch else ""
        colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
        bold = "<w:b/><w:bCs/>" if self._is_bold(style) else ""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
            f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
            f"<w:pPr>{keep}{self._line(style, half)}{self._indent(style)}"
            f'<w:jc w:val="{self._align(style)}"/>{outline}</w:pPr>'
            f"<w:rPr>{self.fonts(self.profile.font(style.font))}{bold}{colour}{tight}"
            f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
        )

    def _is_bold(self, style: Style) -> bool:
        key = f"{style.group}.bold"
        return key in self.profile and self.profile.switch(key)

    def _align(self, style: Style) -> str:
        by_profile = style.group == "body" and style.align == "both"
        return _ALIGNMENTS[self.profile.word("body.align")] if by_profile else style.align

    def _line(self, style: Style, half: int) -> str:
        if style.at_least:
            return '<w:spacing w:before="40" w:after="40" w:line="300" w:lineRule="atLeast"/>'
        blank = self.profile.twips("text.pitch")
        before, after = round(self._blank_before(style) * blank), round(style.after * blank)
        pitch = self.profile.twips("title.pitch") if style.group == "title" else blank
        # A mark is taller than a line of text.
        line = style.line or (pitch if half * 10 <= pitch else half * 12)
        return (
            f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'
        )

    def _blank_before(self, style: Style) -> float:
        key = f"{style.group}.blank_before"
        by_profile = style.before and key in self.profile
        return self.profile.number(key) if by_profile else style.before

    def _indent(self, style: Style) -> str:
        # Word takes the Chars, LibreOffice the twips; both are given.
        one = cell(self.profile)
        key = f"{style.group}.indent"
        indent = self.profile.number(key) if key in self.profile else style.indent
        if style.hanging:
            # Twips alone: with both, Word counts leftChars without the hanging cells.
            left, hanging = round((style.hanging + indent) * one), round(style.hanging * one)
            return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'
        return f'<w:ind w:firstLineChars="{indent * 100:g}" w:firstLine="{round(indent * one)}"/>'

    def character(self, name: str, id: str, latin: str, east_asia: str) -> str:
        """Return a character style; without a face of its own it is that of Latin letters."""
        as_text = self.profile.word("text.latin") != "西文"
        western = self.profile.font("body.font") if as_text else self.western
        font = escaped(self.profile.font(latin) if latin else western)
        east = f' w:eastAsia="{escaped(self.profile.font(east_asia))}"' if east_asia else ""
        return (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{id}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
            f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"{east}/></w:rPr></w:style>'
        )


_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/>'
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/>'
    '<w:snapToGrid w:val="0"/></w:pPr></w:style>'
)
_DEFAULT_CHARACTER = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
_DEFAULT_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
