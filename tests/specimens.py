"""Made-up .docx files, from the raw OOXML of their pages: what a page is measured on.

`Sample` holds the settings of a page; its `document` gives the bytes. The default is the recipe
for 22 lines of 28 characters; every test changes what it is about.
"""

from __future__ import annotations

from dataclasses import dataclass

from docgen.render.package import pack, read_package, write_package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

FANGSONG, XIAOBIAOSONG, SONGTI = "仿宋_GB2312", "方正小标宋简体", "宋体"
GRID = '<w:docGrid w:type="lines" w:linePitch="579"/>'
HAN = "国"
_NUMBER_LINE = 280  # twips; the footer fills what is between the text and its own distance
_TWO_CELLS = '<w:ind w:firstLineChars="200" w:firstLine="630"/>'
_SETTINGS = f'{_HEAD}<w:settings xmlns:w="{W}"><w:evenAndOddHeaders/></w:settings>'
# The grid's cells are those of the default size.
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts '
    f'w:ascii="{FANGSONG}" w:hAnsi="{FANGSONG}" w:eastAsia="{FANGSONG}"/><w:sz w:val="32"/>'
    '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
    'w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    "</w:styles>"
)


def run(text: str, *, font: str = FANGSONG, size: int = 32, more: str = "") -> str:
    """Return a run; `size` in half points, `more` other properties that come before it."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>'
    properties = f'<w:rPr>{fonts}{more}<w:sz w:val="{size}"/></w:rPr>'
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


@dataclass(frozen=True)
class Sample:
    """A page: each field is a setting as OOXML has it (twips; text spacing in twips)."""

    line: int = 579
    rule: str = "exact"
    spacing: int = -5
    snap: str = '<w:snapToGrid w:val="0"/>'
    grid: str = GRID
    top: int = 2098
    bottom: int = 1984
    left: int = 1588
    right: int = 1474
    landscape: bool = False
    number_before: int = 257  # of the page number's line; it puts the dash 7 mm down
    sides: tuple[str, str] = ("right", "left")  # of the number on odd and even pages
    number: bool = True
    number_form: tuple[str, str] = ("— ", " —")

    def paragraph(
        self, text: str, *, indent: str = "", align: str = "both", keep: bool = False,
        more: str = "", size: int = 32, font: str = FANGSONG,
    ) -> str:  # fmt: skip
        """Return a paragraph of plain text set as the page is."""
        kept = "<w:keepNext/>" if keep else ""
        rule = f'w:lineRule="{self.rule}"'
        spacing = f'<w:spacing w:before="0" w:after="0" w:line="{self.line}" {rule}/>'
        line = f'{kept}<w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/>{self.snap}'
        tight = f'<w:spacing w:val="{self.spacing}"/>' if self.spacing else ""
        properties = f'<w:pPr>{line}{spacing}{indent}<w:jc w:val="{align}"/></w:pPr>'
        runs = run(text, size=size, font=font, more=more + tight) if text else ""
        return f"<w:p>{properties}{runs}</w:p>"

    def body(self, text: str, *, more: str = "", keep: bool = False) -> str:
        """Return a paragraph indented by two characters."""
        return self.paragraph(text, indent=_TWO_CELLS, more=more, keep=keep)

    def plain(self, characters: int) -> str:
        """Return one paragraph of nothing but Hanzi, flush left."""
        return self.paragraph(HAN * characters)

    def document(self, *paragraphs: str) -> bytes:
        """Return the .docx."""
        footers = [self._footer(side) if self.number else _footer("") for side in self.sides]
        parts = {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
            "word/_rels/document.xml.rels": _relations(
                [
                    ("settings", "settings.xml"),
                    ("footer", "odd.xml"),
                    ("footer", "even.xml"),
                    ("styles", "styles.xml"),
                ]
            ),
            "word/settings.xml": _SETTINGS,
            "word/styles.xml": _STYLES,
            "word/odd.xml": footers[0],
            "word/even.xml": footers[1],
            "word/document.xml": self._document("".join(paragraphs)),
        }
        return write_package(pack(name, xml.encode()) for name, xml in parts.items())

    def section(self) -> str:
        """Return the sectPr of the page."""
        size, footer = 'w:w="11906" w:h="16838"', self.bottom - self.number_before - _NUMBER_LINE
        if self.landscape:
            size = 'w:w="16838" w:h="11906" w:orient="landscape"'
        return (
            '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
            f'<w:footerReference w:type="even" r:id="rId3"/><w:pgSz {size}/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}" '
            f'w:left="{self.left}" w:header="851" w:footer="{footer}" w:gutter="0"/>'
            f"{self.grid}</w:sectPr>"
        )

    def _document(self, body: str) -> str:
        names = f'xmlns:w="{W}" xmlns:r="{R}"'
        return f"{_HEAD}<w:document {names}><w:body>{body}{self.section()}</w:body></w:document>"

    def _footer(self, side: str) -> str:
        def char(kind: str) -> str:
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

        before, after = (run(text, font=SONGTI, size=28) for text in self.number_form)
        field = (
            f'<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>{char("separate")}'
        )
        number = char("begin") + field + run("1", font=SONGTI, size=28) + char("end")
        height = 'w:line="280" w:lineRule="exact"'
        spacing = f'<w:spacing w:before="{self.number_before}" w:after="0" {height}/>'
        indent = f'<w:ind w:{side}="280"/>' if side != "center" else ""
        properties = f'<w:pPr>{spacing}{indent}<w:jc w:val="{side}"/></w:pPr>'
        return _footer(f"{properties}{before}{number}{after}")


def changed(document: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """Return a .docx with one thing in a part replaced, which must stand there."""
    parts = read_package(document)
    assert old in parts[part].decode(), old
    parts[part] = parts[part].decode().replace(old, new).encode()
    return write_package(pack(name, content) for name, content in parts.items())


def _footer(inside: str) -> str:
    return f'{_HEAD}<w:ftr xmlns:w="{W}"><w:p>{inside}</w:p></w:ftr>'


def _types() -> str:
    kinds = {"document": "document.main", "settings": "settings", "styles": "styles"}
    kinds |= {"odd": "footer", "even": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'
