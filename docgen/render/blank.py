"""A template from nothing: page, styles and tags as GB/T 9704-2012 asks.

Gives the bytes of a .docx for each kind; ``make templates`` writes them to ``templates/``.
Built on a base of our own: python-docx's carries 438 KB of old styles, theme fonts that
override named ones, and a thumbnail. Lengths in twips (1/20 pt), sizes in half points.
"""

from __future__ import annotations

from dataclasses import dataclass

from docgen.model.tree import Face, Role
from docgen.render.body import WESTERN
from docgen.render.package import pack, write_package

XIAOBIAOSONG, HEITI, KAITI = "方正小标宋简体", "黑体", "楷体_GB2312"
FANGSONG, SONGTI, TIMES = "仿宋_GB2312", "宋体", "Times New Roman"

# 5.2.1: A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. The footer distance and the 257 before
# the page number put its dash 7 mm below the 版心 (7.5) in Word and in LibreOffice.
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" '
    'w:header="851" w:footer="1447" w:gutter="0"/>'
    '<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="579"/>'
)
# 22 lines in 12756 twips: 579 each, exact (28.95 pt); 580 would leave room for 21.
_LINE = '<w:spacing w:before="{before}" w:after="{after}" w:line="579" w:lineRule="exact"/>'
_CELL_LINE = '<w:spacing w:before="40" w:after="40" w:line="300" w:lineRule="atLeast"/>'
_PAGE_NUMBER_LINE = '<w:spacing w:before="257" w:after="0" w:line="280" w:lineRule="exact"/>'
# 28 characters in 8844 twips: 315 each, so a 3号 character (320) gives up 5.
_TIGHT = '<w:spacing w:val="-5"/>'

# Word takes the Chars, LibreOffice the twips; both are always given.
_TWO_CELLS = '<w:ind w:firstLineChars="200" w:firstLine="630"/>'
_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_HANGING = '<w:ind w:leftChars="500" w:left="1575" w:hangingChars="300" w:hanging="945"/>'


@dataclass(frozen=True)
class _Style:
    """A paragraph style: its face, size and place on the line."""

    name: str
    id: str
    font: str
    size: int = 32  # 3号
    indent: str = _FLUSH
    align: str = "both"
    before: int = 0
    after: int = 0
    keep: bool = False
    outline: int | None = None
    line: str = _LINE


_STYLES = (
    _Style(Role.TITLE, "Title", XIAOBIAOSONG, 44, align="center", keep=True),
    _Style(Role.BYLINE, "Byline", KAITI, align="center"),
    _Style(Role.SALUTATION, "Salutation", FANGSONG),
    _Style(Role.BODY, "Body", FANGSONG, indent=_TWO_CELLS),
    _Style(Role.HEADING_1, "Heading1", HEITI, indent=_TWO_CELLS, keep=True, outline=0),
    _Style(Role.HEADING_2, "Heading2", KAITI, indent=_TWO_CELLS, keep=True, outline=1),
    _Style(Role.HEADING_3, "Heading3", FANGSONG, indent=_TWO_CELLS, keep=True, outline=2),
    _Style(Role.HEADING_4, "Heading4", FANGSONG, indent=_TWO_CELLS, keep=True, outline=3),
    _Style(Role.ATTACHMENT_NOTE, "AttachmentNote", FANGSONG, indent=_HANGING, before=579),
    _Style(Role.SIGNATURE, "Signature", FANGSONG, align="right", before=579, keep=True),
    _Style(Role.DATE, "Date", FANGSONG, align="right"),
    _Style(Role.ATTACHMENT_LABEL, "AttachmentLabel", HEITI, keep=True),
    _Style(
        Role.ATTACHMENT_TITLE, "AttachmentTitle", XIAOBIAOSONG, 44,
        align="center", before=579, after=579, keep=True,
    ),
    _Style(Role.TABLE_HEAD, "TableHead", HEITI, 21, align="center", line=_CELL_LINE),
    _Style(Role.TABLE_CELL, "TableCell", FANGSONG, 21, align="left", line=_CELL_LINE),
    _Style("页码", "PageNumber", SONGTI, 28, line=_PAGE_NUMBER_LINE),
)  # fmt: skip

_FACES = (
    (WESTERN, "Western", TIMES, ""),
    (Face.HEADING_2, "RunIn2", KAITI, KAITI),
    (Face.HEADING_3, "RunIn3", FANGSONG, FANGSONG),
    (Face.HEADING_4, "RunIn4", FANGSONG, FANGSONG),
    (Face.SERIES, "Series", FANGSONG, FANGSONG),
    (Face.NOTE, "Note", KAITI, KAITI),
)

_BYLINE = ("{%p for line in byline %}", "{{ line }}", "{%p endfor %}")

# Kind → the lines under the title; the body follows after an empty line.
KINDS: dict[str, tuple[str, ...]] = {
    "transmission-outline": _BYLINE,
    "speech": _BYLINE,
    "annual-plan": (),
}

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_REL_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = (
    ("styles", "styles", "styles"),
    ("settings", "settings", "settings"),
    ("footer1", "footer", "footer"),
    ("footer2", "footer", "footer"),
)


def make_template(kind: str) -> bytes:
    """Return the shipped template of a kind; the same bytes every time."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(
            [(relation, f"{name}.xml") for name, relation, _ in _PARTS]
        ),
        "word/document.xml": _document(KINDS[kind]),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        # 7.5: odd pages right, even pages left, one cell from the edge.
        "word/footer1.xml": _footer("right", '<w:ind w:rightChars="100" w:right="280"/>'),
        "word/footer2.xml": _footer("left", '<w:ind w:leftChars="100" w:left="280"/>'),
    }
    return write_package(pack(name, (_HEAD + xml).encode()) for name, xml in parts.items())


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{kind}+xml"/>'
        for name, _, kind in _PARTS
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL_NS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{package}">{made}</Relationships>'


def _document(byline: tuple[str, ...]) -> str:
    paragraphs = [
        _paragraph("Title", "{{ title }}"),
        *(_paragraph("Byline", line) for line in byline),
        _paragraph("Body", ""),
        _paragraph("Body", "{{p body }}"),
    ]
    footers = (
        '<w:footerReference w:type="default" r:id="rId3"/>'
        '<w:footerReference w:type="even" r:id="rId4"/>'
    )
    return (
        f'<w:document {_NS} xmlns:r="{_REL_NS}"><w:body>{"".join(paragraphs)}'
        f"<w:sectPr>{footers}{_PAGE}</w:sectPr></w:body></w:document>"
    )


def _paragraph(style: str, text: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _fonts(font: str) -> str:
    # ascii = hAnsi = eastAsia: “ ” —— …… × keep the style's face in Word, WPS and LibreOffice.
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{TIMES}"/>'


def _styles() -> str:
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANGSONG)}"
        '<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/>'
        '<w:snapToGrid w:val="0"/></w:pPr></w:style>'
    )
    character = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    own = "".join(_paragraph_style(style) for style in _STYLES)
    faces = "".join(_character_style(*face) for face in _FACES)
    return f"<w:styles {_NS}>{defaults}{normal}{character}{table}{own}{faces}</w:styles>"


def _paragraph_style(style: _Style) -> str:
    keep = "<w:keepNext/>" if style.keep else ""
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    line = style.line.format(before=style.before, after=style.after)
    # Only 3号 text is set 28 to a line.
    tight = _TIGHT if style.size == 32 else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{keep}{line}{style.indent}<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
        f'<w:rPr>{_fonts(style.font)}{tight}<w:sz w:val="{style.size}"/>'
        f'<w:szCs w:val="{style.size}"/></w:rPr></w:style>'
    )


def _character_style(name: str, id: str, font: str, east_asia: str) -> str:
    east = f' w:eastAsia="{east_asia}"' if east_asia else ""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"{east}/></w:rPr></w:style>'
    )


def _settings() -> str:
    office = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {_NS}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        # A typed line break in justified text must not stretch the line before it.
        "<w:compat><w:doNotExpandShiftReturn/>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{office}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _footer(align: str, indent: str) -> str:
    def run(inside: str) -> str:
        return f"<w:r>{inside}</w:r>"

    def text(words: str) -> str:
        return run(f'<w:t xml:space="preserve">{words}</w:t>')

    field = (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + text("1")
        + run('<w:fldChar w:fldCharType="end"/>')
    )
    return (
        f'<w:ftr {_NS}><w:p><w:pPr><w:pStyle w:val="PageNumber"/>{indent}'
        f'<w:jc w:val="{align}"/></w:pPr>{text("— ")}{field}{text(" —")}</w:p></w:ftr>'
    )


if __name__ == "__main__":
    import sys
    from pathlib import Path

    for made in KINDS:
        Path(sys.argv[1], f"{made}.docx").write_bytes(make_template(made))
