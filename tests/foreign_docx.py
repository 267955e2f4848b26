"""Files that docgen did not make: what Word, WPS and python-docx leave, and what is no .docx.

Each function gives the bytes of one file, written here from the formats themselves. `FOREIGN`
holds those with text to judge, `NO_DOCX` those that must be refused in plain words, `ODD` those
that only must not break anything; `notice` is a red-head notice as the standard has it.
"""

# ruff: noqa: E501 (XML is read best unbroken)

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable

from docgen.render.package import pack, read_package, write_package

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": _MAIN,
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": f"{_DRAWING}/wordprocessingDrawing",
        "a": f"{_DRAWING}/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
# A part's name → its content type and, below word/, the kind of its relation.
TYPES = {
    "word/document.xml": (f"{_WML}.document.main+xml", ""),
    "word/styles.xml": (f"{_WML}.styles+xml", "styles"),
    "word/settings.xml": (f"{_WML}.settings+xml", "settings"),
    "word/numbering.xml": (f"{_WML}.numbering+xml", "numbering"),
    "word/fontTable.xml": (f"{_WML}.fontTable+xml", "fontTable"),
    "word/footnotes.xml": (f"{_WML}.footnotes+xml", "footnotes"),
    "word/endnotes.xml": (f"{_WML}.endnotes+xml", "endnotes"),
    "word/comments.xml": (f"{_WML}.comments+xml", "comments"),
    "word/header1.xml": (f"{_WML}.header+xml", "header"),
    "word/footer1.xml": (f"{_WML}.footer+xml", "footer"),
    "word/footer2.xml": (f"{_WML}.footer+xml", "footer"),
    "word/theme/theme1.xml": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme"),
}


# -- a package from its parts --------------------------------------------------------------


def docx(parts: dict[str, str]) -> bytes:
    """Return a .docx of the parts (`word/…` → XML without its head), wired up.

    A part's relation is called after it: ``footer1``.
    """
    made = {name: HEAD + xml for name, xml in parts.items()}
    made["[Content_Types].xml"] = _content_types(parts)
    made["_rels/.rels"] = _relations([("main", "officeDocument", "word/document.xml")])
    related = [
        (name.split("/")[-1].removesuffix(".xml"), TYPES[name][1], name.removeprefix("word/"))
        for name in parts
        if name in TYPES and TYPES[name][1]
    ]
    made["word/_rels/document.xml.rels"] = _relations(related)
    return write_package(pack(name, xml.encode()) for name, xml in made.items())


def _content_types(names: Iterable[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPES[name][0]}"/>'
        for name in names
        if name in TYPES
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: list[tuple[str, str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for id, kind, target in targets
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def part(tag: str, inside: str) -> str:
    """Return a part of WordprocessingML: `<w:tag>` around its content."""
    return f'<w:{tag} {NAMESPACES} mc:Ignorable="w14">{inside}</w:{tag}>'


def p(text: str = "", ppr: str = "", rpr: str = "") -> str:
    """Return a paragraph with one run; ``\n`` is a line break."""
    inside = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return raw(run(inside, rpr) if text else "", ppr)


def run(text: str, rpr: str = "") -> str:
    props = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{text}</w:t></w:r>'


def raw(runs: str, ppr: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{runs}</w:p>"


def styled(id: str, text: str, ppr: str = "", rpr: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{id}"/>{ppr}', rpr)


def style(
    name: str, id: str, ppr: str = "", rpr: str = "", *, based: str = "", kind: str = "paragraph"
) -> str:
    default = ' w:default="1"' if name in ("Normal", "Default Paragraph Font") else ""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    pprs = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    rprs = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{id}"><w:name w:val="{name}"/>'
        f"{parent}<w:qFormat/>{pprs}{rprs}</w:style>"
    )


def defaults(rpr: str, ppr: str = "") -> str:
    inside = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{rpr}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault>{inside}</w:pPrDefault></w:docDefaults>"
    )


def theme(latin: str, han: str, heading: str = "") -> str:
    """Return a theme whose fonts for Chinese are named by the script, as Word has them."""

    def fonts(tag: str, typeface: str) -> str:
        return (
            f'<a:{tag}><a:latin typeface="{latin}"/><a:ea typeface=""/><a:cs typeface=""/>'
            f'<a:font script="Jpan" typeface="游明朝"/><a:font script="Hans" '
            f'typeface="{typeface}"/></a:{tag}>'
        )

    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in {
            "dk1": "000000", "lt1": "FFFFFF", "dk2": "0E2841", "lt2": "E8E8E8",
            "accent1": "4472C4", "accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000",
            "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
        }.items()
    )  # fmt: skip
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = f'<a:ln w="6350">{fill}</a:ln>' * 3
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{_DRAWING}/main" name="Office"><a:themeElements>'
        f'<a:clrScheme name="Office">{colours}</a:clrScheme><a:fontScheme name="Office">'
        f"{fonts('majorFont', heading or han)}{fonts('minorFont', han)}</a:fontScheme>"
        f'<a:fmtScheme name="Office"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        f"{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>"
        f"{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


# -- the words -----------------------------------------------------------------------------

TITLE = "示例市教育局关于做好2026年老年大学招生工作的通知"
NOTICE = (
    TITLE,
    "各县区教育局，市直各学校：",
    "为做好今年老年大学招生工作，现将有关事项通知如下。",
    "一、报名时间",
    "报名自2026年2月20日开始，到3月10日结束，各学习点同时受理，先到先得，额满为止。",
    "（一）现场报名",
    "本市年满55周岁的居民，持居民身份证到就近的学习点登记，工作人员当场核对、当场答复。",
    "（二）网上报名",
    "行动不便的老同志，可以由家人代为填写登记表，也可以请社区工作人员上门帮助办理。",
    "二、工作要求",
    "各单位要把招生计划、课程和时间张贴在学习点门口，并向老同志说明“先报先学”的办法。",
    "附件：2026年老年大学招生计划表",
    "示例市教育局",
    "2026年1月5日",
)
SPEECH = (
    "在全市老干部工作会议上的讲话",
    "王××",
    "（2026年3月2日）",
    "同志们：",
    "今天，我们召开全市老干部工作会议，主要任务是总结去年工作，研究部署今年任务。",
    "一、把准今年工作的方向",
    "老干部工作的对象年年在变，高龄、独居、异地居住的老同志一年比一年多，办法也要跟着变。",
)


def typed(lines: Iterable[str] = NOTICE) -> str:
    """Return the lines as somebody types them into a new file: no style, no format."""
    return "".join(p(line) for line in lines)


# -- what three programs begin with --------------------------------------------------------

_WORD_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" '
    'w:left="1800" w:header="851" w:footer="992" w:gutter="0"/><w:cols w:space="425"/>'
    '<w:docGrid w:type="lines" w:linePitch="312"/>'
)
_THEME_FONTS = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
    'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
)
_LANG = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
_WORD_SETTINGS = (
    '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
    '<w:defaultTabStop w:val="420"/><w:drawingGridVerticalSpacing w:val="156"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/>'
    "<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
    "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
)
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
    'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"><w:lsdException w:name="Normal" '
    'w:uiPriority="0" w:qFormat="1"/></w:latentStyles>'
)
_WORD_HEADING = (
    '<w:keepNext/><w:keepLines/><w:spacing w:before="340" w:after="330" w:line="578" '
    'w:lineRule="auto"/><w:outlineLvl w:val="0"/>'
)
_WORD_STYLES = {
    "2016": defaults(f'{_THEME_FONTS}<w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="22"/>{_LANG}')
    + _LATENT
    + style("Normal", "a", '<w:widowControl w:val="0"/><w:jc w:val="both"/>'),
    "2024": defaults(
        f'{_THEME_FONTS}<w:kern w:val="2"/><w:sz w:val="22"/><w:szCs w:val="24"/>{_LANG}',
        '<w:spacing w:after="160" w:line="278" w:lineRule="auto"/>',
    )
    + _LATENT
    + style("Normal", "a", '<w:widowControl w:val="0"/>'),
}  # fmt: skip
_WORD_OTHERS = (
    style("Default Paragraph Font", "a0", kind="character")
    + style("heading 1", "1", _WORD_HEADING,
            '<w:b/><w:bCs/><w:kern w:val="44"/><w:sz w:val="44"/><w:szCs w:val="44"/>', based="a")
    + style("Title", "a3", '<w:spacing w:before="240" w:after="60"/><w:jc w:val="center"/>'
            '<w:outlineLvl w:val="0"/>', '<w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme='
            '"majorEastAsia" w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/><w:b/><w:bCs/>'
            '<w:sz w:val="32"/><w:szCs w:val="32"/>', based="a")
    + style("List Paragraph", "a4", '<w:ind w:firstLineChars="200" w:firstLine="420"/>', based="a")
)  # fmt: skip


def word(
    body: str,
    year: str = "2016",
    extra: dict[str, str] | None = None,
    lacking: Iterable[str] = (),
) -> bytes:
    """Return a new document of the Chinese Word with something in it, other parts or fewer."""
    sect = f'<w:sectPr w:rsidR="00A77B3E">{_WORD_PAGE}</w:sectPr>'
    latin, han = ("Calibri", "宋体") if year == "2016" else ("等线", "等线")
    parts = {
        "word/document.xml": part("document", f"<w:body>{body}{sect}</w:body>"),
        "word/styles.xml": part("styles", _WORD_STYLES[year] + _WORD_OTHERS),
        "word/settings.xml": part("settings", _WORD_SETTINGS),
        "word/theme/theme1.xml": theme(latin, han, "等线 Light" if year == "2024" else ""),
    }
    parts.update(extra or {})
    return docx({name: xml for name, xml in parts.items() if name not in lacking})


def word_with_styles() -> bytes:
    """Return a notice for which somebody used Word's own Title and heading 1."""
    ids = {0: "a3", 3: "1", 9: "1"}
    return word("".join(styled(ids.get(n, "a"), line) for n, line in enumerate(NOTICE)))


def wps(lines: Iterable[str] = NOTICE) -> bytes:
    """Return a new document of WPS with text in it: its own page, 等线 only by hint, 10.5 pt."""
    rpr = '<w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    body = "".join(p(line, f"<w:rPr>{rpr}</w:rPr>", rpr) for line in lines)
    page = _WORD_PAGE.replace('w:linePitch="312"', 'w:linePitch="312" w:charSpace="0"')
    fonts = (
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" '
        'w:cs="Times New Roman"/>'
    )
    styles = (
        defaults(fonts)
        + style("Normal", "1", '<w:widowControl w:val="0"/><w:jc w:val="both"/>',
                '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
                'w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/><w:kern w:val="2"/>'
                f'<w:sz w:val="21"/><w:szCs w:val="24"/>{_LANG}')
        + style("Default Paragraph Font", "2", kind="character")
    )  # fmt: skip
    return docx(
        {
            "word/document.xml": part("document", f"<w:body>{body}<w:sectPr>{page}</w:sectPr></w:body>"),
            "word/styles.xml": part("styles", styles),
            "word/settings.xml": part("settings", _WORD_SETTINGS),
            "word/theme/theme1.xml": theme("Calibri", "宋体"),
        }
    )  # fmt: skip


def python_docx(lines: Iterable[str] = NOTICE) -> bytes:
    """Return a file made with python-docx's default template: a heading and paragraphs."""
    import docx as library

    document = library.Document()
    first, *rest = lines
    document.add_heading(first, 0)
    for line in rest:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# -- things that stand in people's files ---------------------------------------------------


def text_box(inside: str, id: int = 1, anchor: str = "") -> str:
    """Return a run with a text box as Word 2010 and later write it: a shape, and VML for others."""
    size = '<wp:extent cx="5616000" cy="900000"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    place = anchor or (
        '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
    )
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" '
        'distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        f'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>{place}{size}'
        f'<wp:wrapTopAndBottom/><wp:docPr id="{id}" name="文本框 {id}"/>'
        '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/'
        'office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="5616000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>'
        f'<wps:txbx>{box}</wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
        '<w:pict><v:shape id="_x0000_s1026" style="position:absolute;width:442.2pt;height:71pt" '
        f'stroked="f"><v:textbox inset="0,0,0,0">{box}</v:textbox></v:shape></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: tuple[str, ...]) -> str:
    made = "".join(
        "<w:tr>"
        + "".join(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{p(cell)}</w:tc>' for cell in row)
        + "</w:tr>"
        for row in rows
    )  # fmt: skip
    grid = '<w:gridCol w:w="2000"/>' * len(rows[0])
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


_WHO = 'w:id="{}" w:author="王××" w:date="2026-01-05T08:00:00Z"'


def with_text_boxes() -> bytes:
    boxes = raw(text_box(p("示例市教育局文件")) + text_box(p("（此件公开发布）"), 2))
    return word(boxes + typed())


def with_tables() -> bytes:
    outer = table(("序号", "学习点", "计划"), ("1", "城关学习点", "120"), ("2", "河西学习点", "80"))
    nested = outer.replace(p("120"), table(("上午", "下午"), ("60", "60")) + p())
    return word(typed() + outer + p() + nested + p())


def with_tracked_changes() -> bytes:
    inserted = f"<w:ins {_WHO.format(1)}>{run('现将有关事项通知如下。')}</w:ins>"
    deleted = (
        f'<w:del {_WHO.format(2)}><w:r><w:rPr><w:sz w:val="72"/></w:rPr>'
        "<w:delText>特此通知。</w:delText></w:r></w:del>"
    )
    mark = f"<w:rPr><w:ins {_WHO.format(3)}/></w:rPr>"
    changed = (
        f'<w:jc w:val="center"/><w:pPrChange {_WHO.format(4)}><w:pPr><w:jc w:val="left"/></w:pPr>'
        "</w:pPrChange>"
    )
    moved = (
        f'<w:moveFromRangeStart {_WHO.format(5)} w:name="m1"/><w:moveFrom {_WHO.format(6)}>'
        f'{run("先到先得。")}</w:moveFrom><w:moveFromRangeEnd w:id="5"/>'
    )
    body = p(TITLE, changed) + raw(inserted + deleted, mark) + raw(run("报名。") + moved)
    return word(body + typed(NOTICE[1:]))


def with_comments() -> bytes:
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    marked = f'<w:commentRangeStart w:id="0"/>{run("同志们：")}<w:commentRangeEnd w:id="0"/>'
    comment = f'<w:comment {_WHO.format(0)} w:initials="W">{p("这里再核一下。")}</w:comment>'
    body = typed(SPEECH[:3]) + raw(marked + reference) + typed(SPEECH[4:])
    return word(body, extra={"word/comments.xml": part("comments", comment)})


def numbering(*levels: tuple[str, str, str]) -> str:
    """Return a numbering part: one list, its levels as (number format, text, indent)."""
    made = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent}</w:pPr></w:lvl>"
        for n, (form, text, indent) in enumerate(levels)
    )
    return part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{made}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )


def with_automatic_numbers() -> bytes:
    marks = {"一、": 0, "二、": 0, "（一）": 1, "（二）": 1}
    body = ""
    for line in NOTICE:
        mark = next((mark for mark in marks if line.startswith(mark)), "")
        level = f'<w:numPr><w:ilvl w:val="{marks.get(mark, 0)}"/><w:numId w:val="1"/></w:numPr>'
        body += p(line.removeprefix(mark), level if mark else "")
    hang = '<w:ind w:left="420" w:hanging="420"/>'
    levels = numbering(
        ("chineseCountingThousand", "%1、", hang),
        ("chineseCountingThousand", "（%2）", hang),
        ("decimal", "%3.", hang),
    )
    return word(body, extra={"word/numbering.xml": levels})


def with_footnotes() -> bytes:
    reference = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    small = '<w:sz w:val="18"/>'
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{raw("<w:r><w:separator/></w:r>")}</w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0">'
        f"{raw('<w:r><w:continuationSeparator/></w:r>')}</w:footnote>"
        f'<w:footnote w:id="1">{p("数据截至2025年12月31日。", "", small)}</w:footnote>'
    )
    body = typed(NOTICE[:4]) + raw(run(NOTICE[4]) + reference) + typed(NOTICE[5:])
    return word(body, extra={"word/footnotes.xml": part("footnotes", notes)})


def with_theme_fonts() -> bytes:
    """Return a file whose runs say 仿宋 by name and 等线 by theme; the theme wins."""
    both = (
        '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋" w:eastAsiaTheme="majorEastAsia"/>'
        '<w:sz w:val="32"/>'
    )
    return word("".join(p(line, "", both) for line in NOTICE), "2024")


def with_content_controls() -> bytes:
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(TITLE)}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink w:anchor="x">{run("登记表")}</w:hyperlink>'
    inline = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('各县区教育局')}</w:sdtContent></w:sdt>"
    tag = f'<w:smartTag w:uri="x" w:element="y">{run("2026年")}</w:smartTag>'
    field = f'<w:fldSimple w:instr=" DATE ">{run("1月5日")}</w:fldSimple>'
    body = block + raw(inline + run("：")) + raw(link + tag + field) + typed(NOTICE[2:])
    return word(body)


def with_formulas() -> bytes:
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    return word(typed(NOTICE[:3]) + raw(run("其中，") + formula) + typed(NOTICE[3:]))


def with_several_sections() -> bytes:
    """Return a file with a landscape section between two upright ones, in two columns at the end."""
    wide = _WORD_PAGE.replace(
        '<w:pgSz w:w="11906" w:h="16838"/>',
        '<w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    )
    body = (
        typed()
        + p(ppr=f"<w:sectPr>{_WORD_PAGE}</w:sectPr>")
        + table(("序号", "学习点"), ("1", "城关"))
        + p(ppr=f"<w:sectPr>{wide}</w:sectPr>")
        + typed(NOTICE[2:5])
    )
    return word(body)


def with_a_header() -> bytes:
    """Return a file with a header line, and a page number in Word's own form in the middle."""
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    number = field + run("1") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = typed() + p(
        ppr='<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        f'<w:footerReference w:type="default" r:id="footer1"/>{_WORD_PAGE}</w:sectPr>'
    )
    extra = {
        "word/header1.xml": part("hdr", p("示例市教育局", "<w:jc w:val='center'/>")),
        "word/footer1.xml": part("ftr", raw(number, "<w:jc w:val='center'/>")),
    }
    return word(body + typed(NOTICE[2:4]), extra=extra)


def without_styles() -> bytes:
    return word(typed(), lacking=["word/styles.xml", "word/theme/theme1.xml"])


def without_settings() -> bytes:
    return word(typed(), lacking=["word/settings.xml"])


def without_theme() -> bytes:
    """Return a file whose styles name theme fonts, and whose theme is gone."""
    return word(typed(), lacking=["word/theme/theme1.xml"])


FOREIGN: dict[str, Callable[[], bytes]] = {
    "Word 2016": lambda: word(typed()),
    "Word 2024": lambda: word(typed(), "2024"),
    "Word, a speech": lambda: word(typed(SPEECH)),
    "Word, with its styles": word_with_styles,
    "WPS": wps,
    "WPS, a speech": lambda: wps(SPEECH),
    "python-docx": python_docx,
    "python-docx, a speech": lambda: python_docx(SPEECH),
    "text boxes": with_text_boxes,
    "tables": with_tables,
    "tracked changes": with_tracked_changes,
    "comments": with_comments,
    "automatic numbers": with_automatic_numbers,
    "footnotes": with_footnotes,
    "theme fonts": with_theme_fonts,
    "content controls": with_content_controls,
    "formulas": with_formulas,
    "several sections": with_several_sections,
    "a header": with_a_header,
    "no styles": without_styles,
    "no settings": without_settings,
    "no theme": without_theme,
}


# -- what is no .docx, or cannot be judged -------------------------------------------------


def strict() -> bytes:
    """Return a document in the namespaces of ISO/IEC 29500 strict, which few programs write."""
    swaps = {
        _MAIN: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        _OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    parts = {}
    for name, content in read_package(word(typed())).items():
        for old, new in swaps.items():
            content = content.replace(old.encode(), new.encode())
        parts[name] = content
    return write_package(pack(name, content) for name, content in parts.items())


def _ole(stream: str) -> bytes:
    """Return the head of an OLE2 file, as the .doc of Word 97 and the .wps of WPS are."""
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff0900")
    return head + bytes(480) + stream.encode("utf-16-le") + bytes(1024)


def _zip(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _changed(name: str, content: bytes | None) -> bytes:
    parts = read_package(word(typed()))
    if content is None:
        del parts[name]
    else:
        parts[name] = content
    return write_package(pack(each, part) for each, part in parts.items())


NO_DOCX: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "text": lambda: "关于放假的通知\n".encode(),
    "text in GBK": lambda: "关于放假的通知\n".encode("gbk"),
    "an old .doc": lambda: _ole("WordDocument"),
    "a .wps": lambda: _ole("WpsDocument"),
    "an .rtf": lambda: rb"{\rtf1\ansi x}",
    "a PDF": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a web page": lambda: "<html><body>通知</body></html>".encode(),
    "an empty zip": lambda: _zip(),
    "a zip of something else": lambda: _zip(**{"a.txt": "x"}),
    "a spreadsheet": lambda: _zip(**{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}),
    "an .odt": lambda: _zip(mimetype="application/vnd.oasis.opendocument.text"),
    "half a file": lambda: word(typed())[:1500],
    "no document part": lambda: _changed("word/document.xml", None),
    "a damaged document part": lambda: _changed("word/document.xml", b"<w:document"),
    "another root": lambda: _changed("word/document.xml", b"<a/>"),
    "a DOCTYPE": lambda: _changed("word/document.xml", b"<!DOCTYPE a><a/>"),
    "strict namespaces": strict,
}


# -- odd, and still a .docx ----------------------------------------------------------------


def _circle() -> str:
    return (
        defaults("<w:sz w:val='32'/>")
        + style("Normal", "a", based="b")
        + style("甲", "b", based="c")
        + style("乙", "c", based="b")
    )


def _nonsense() -> str:
    """Return paragraphs whose values are units, words and nothing."""
    wrong = [
        '<w:spacing w:line="28pt" w:lineRule="exact"/>',
        '<w:spacing w:line="" w:before="x"/>',
        '<w:ind w:firstLine="2cm" w:left="-"/>',
        '<w:ind w:firstLineChars="2.0"/>',
        '<w:jc w:val="nowhere"/>',
        '<w:numPr><w:ilvl w:val="12"/><w:numId w:val="99"/></w:numPr>',
        '<w:outlineLvl w:val="x"/>',
    ]
    runs = ['<w:sz w:val="16pt"/>', '<w:sz w:val="x"/>', "<w:sz/>", '<w:color w:val="red"/>',
            "<w:rFonts/>", '<w:rFonts w:eastAsia=""/>', '<w:spacing w:val=""/>', '<w:b w:val="x"/>']  # fmt: skip
    return "".join(p(NOTICE[4], each) for each in wrong) + "".join(
        p(NOTICE[4], "", each) for each in runs
    )


def _bare(inside: str) -> bytes:
    return docx({"word/document.xml": part("document", inside)})


ODD: dict[str, Callable[[], bytes]] = {
    "no body": lambda: _bare(""),
    "an empty body": lambda: _bare("<w:body/>"),
    "only a section": lambda: _bare(f"<w:body><w:sectPr>{_WORD_PAGE}</w:sectPr></w:body>"),
    "no section": lambda: _bare(f"<w:body>{typed()}</w:body>"),
    "an empty section": lambda: _bare(f"<w:body>{typed()}<w:sectPr/></w:body>"),
    "only a table": lambda: word(table(("序号", "名称"), ("1", "甲")) + p()),
    "only a text box": lambda: word(raw(text_box(p("通知")))),
    "styles in a circle": lambda: word(typed(), extra={"word/styles.xml": part("styles", _circle())}),
    "styles that are not there": lambda: word("".join(styled("zz", line) for line in NOTICE)),
    "damaged styles": lambda: _changed("word/styles.xml", b"<w:styles"),
    "damaged settings": lambda: _changed("word/settings.xml", b""),
    "a damaged theme": lambda: _changed("word/theme/theme1.xml", b"<a:theme"),
    "values that are none": lambda: word(_nonsense()),
    "a footer that is not there": lambda: word(
        typed() + p(ppr='<w:sectPr><w:footerReference w:type="default" r:id="gone"/></w:sectPr>')
    ),
    "a page without size": lambda: _bare(
        f'<w:body>{typed()}<w:sectPr><w:pgSz/><w:pgMar w:top=""/><w:docGrid/></w:sectPr></w:body>'
    ),
    "lengths in units": lambda: _bare(
        f'<w:body>{typed()}<w:sectPr><w:pgSz w:w="210mm" w:h="297mm"/><w:pgMar w:top="37mm" '
        'w:right="26mm" w:bottom="35mm" w:left="28mm"/></w:sectPr></w:body>'
    ),
    "a thousand paragraphs": lambda: word(typed(NOTICE[2:12] * 100)),
}  # fmt: skip


# -- a red-head notice as the standard has it ----------------------------------------------

FANGSONG, HEITI, KAITI = "仿宋_GB2312", "黑体", "楷体_GB2312"
XIAOBIAOSONG, SONGTI = "方正小标宋简体", "宋体"
_LINE = '<w:spacing w:before="{}" w:after="0" w:line="579" w:lineRule="exact"/>'
_INDENTS = {
    0: '<w:ind w:firstLineChars="0" w:firstLine="0"/>',
    2: '<w:ind w:firstLineChars="200" w:firstLine="630"/>',
}
_RULE = '<w:{} w:val="single" w:sz="{}" w:space="{}" w:color="{}"/>'


def _fonts(font: str) -> str:
    return (
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="Times New Roman"/>'
    )


def _own(
    name: str,
    font: str = FANGSONG,
    half: int = 32,
    indent: int | str = 0,
    align: str = "both",
    *,
    line: str = _LINE.format(0),
    before: int = 0,
    border: str = "",
    more: str = "",
) -> str:
    """Return one style of the notice, called by its name; its id is its name's too."""
    spacing = line.replace('w:before="0"', f'w:before="{before}"', 1)
    edge = f"<w:pBdr>{border}</w:pBdr>" if border else ""
    place = _INDENTS.get(indent, "") if isinstance(indent, int) else indent
    tight = '<w:spacing w:val="-5"/>' if half == 32 else ""
    ppr = f'{edge}{spacing}{place}<w:jc w:val="{align}"/>'
    size = f'{tight}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    colour, _, _ = more.partition("|")
    return style(name, name, ppr, f"{_fonts(font)}{colour}{size}", based="Normal")


def _notice_styles() -> str:
    big = '<w:spacing w:before="0" w:after="0" w:line="1158" w:lineRule="exact"/>'
    thin = '<w:spacing w:before="257" w:after="0" w:line="280" w:lineRule="exact"/>'
    beside = '<w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/>'
    hang = '<w:ind w:leftChars="200" w:left="1575" w:hangingChars="300" w:hanging="945"/>'
    normal = (
        '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:snapToGrid w:val="0"/>'
    )
    red = '<w:color w:val="FF0000"/>'
    return "".join(
        [
            defaults(f'{_fonts(FANGSONG)}<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>{_LANG}'),
            style("Normal", "Normal", normal),
            style("Default Paragraph Font", "DefaultParagraphFont", kind="character"),
            _own("份号"),
            _own("密级", HEITI),
            _own("发文机关标志", XIAOBIAOSONG, 72, align="center", line=big, more=red),
            _own("发文字号", align="center", border=_RULE.format("bottom", 12, 11, "FF0000")),
            _own("公文标题", XIAOBIAOSONG, 44, align="center"),
            _own("主送机关"),
            _own("公文正文", indent=2),
            _own("一级标题", HEITI, indent=2),
            _own("二级标题", KAITI, indent=2),
            _own("三级标题", indent=2),
            _own("附件说明", indent=hang, before=579),
            _own("署名", align="right", before=579),
            _own("成文日期", align="right"),
            _own("附注", indent=2),
            _own("附件标签", HEITI),
            _own("附件标题", XIAOBIAOSONG, 44, align="center", before=579),
            _own("版记", half=28, indent=beside, line=_LINE.format(0)),
            _own("页码", SONGTI, 28, line=thin, indent=""),
            style("西文", "西文", "", '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>',
                  based="DefaultParagraphFont", kind="character"),
        ]
    )  # fmt: skip


def page_number_footer(side: str) -> str:
    """Return a footer with — 1 —, one cell from the `side` it stands at."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("1")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    place = (
        f'<w:pStyle w:val="页码"/><w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/>'
    )
    return part("ftr", raw(run("— ") + field + run(" —"), place))


def _latin(text: str) -> str:
    """Return runs, digits in the style for Latin."""
    pieces, made = [""], ""
    for char in text:
        if pieces[-1] and char.isascii() != pieces[-1][-1].isascii():
            pieces.append("")
        pieces[-1] += char
    for piece in pieces:
        made += run(piece, '<w:rStyle w:val="西文"/>' if piece.isascii() else "") if piece else ""
    return made


def _line(style_name: str, text: str, ppr: str = "") -> str:
    return raw(_latin(text), f'<w:pStyle w:val="{style_name}"/>{ppr}')


def _gap(cells: int) -> str:
    return f'<w:ind w:rightChars="{cells * 100}" w:right="{cells * 315}"/>'


def _imprint() -> str:
    first = f"<w:pBdr>{_RULE.format('top', 8, 0, '000000')}</w:pBdr>"
    both = _RULE.format("top", 6, 0, "000000") + _RULE.format("bottom", 8, 0, "000000")
    # 7.4.3: one line, the date at its right end; 8844 less a cell of 280 on each side.
    tab = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
    made = _latin("2026年1月6日印发")
    issued = f"{run('示例市人民政府办公室')}<w:r><w:tab/></w:r>{made}"
    last = f'<w:pStyle w:val="版记"/><w:pBdr>{both}</w:pBdr>{tab}'
    return _line("版记", "抄送：市委办公室，市人大常委会办公室。", first) + raw(issued, last)


NOTICE_PAGE = (
    '<w:footerReference w:type="default" r:id="footer1"/>'
    '<w:footerReference w:type="even" r:id="footer2"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" '
    'w:left="1588" w:header="851" w:footer="1447" w:gutter="0"/><w:cols w:space="425"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/>'
)


def _notice_body() -> str:
    empty = styled("公文正文", "")
    tiny = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    title = "示例市人民政府办公室关于做好\n2026年老年大学招生工作的通知"
    return "".join(
        [
            _line("份号", "000001"),
            _line("密级", "机密★1年"),
            _line("密级", "加急"),
            styled("发文机关标志", "示例市人民政府办公室文件", '<w:spacing w:before="200" w:after="0" '
                   'w:line="1158" w:lineRule="exact"/>'),
            empty * 2,
            _line("发文字号", "示政办发〔2026〕1号"),
            empty * 2,
            styled("公文标题", title),
            empty,
            _line("主送机关", "各县区人民政府，市直各单位："),
            _line("公文正文", "为做好2026年老年大学招生工作，经市人民政府同意，现将有关事项通知如下。"),
            _line("一级标题", "一、报名时间和地点"),
            _line("公文正文", "报名自2026年2月20日开始，到3月10日结束，各学习点同时受理，额满为止。"),
            _line("二级标题", "（一）现场报名"),
            _line("公文正文", "本市年满55周岁的居民，持居民身份证到就近的学习点登记，“先报先学”，当场核对。"),
            _line("二级标题", "（二）网上报名"),
            _line("三级标题", "1.由家人代为填写"),
            _line("公文正文", "行动不便的老同志，可以由家人代为填写登记表，也可以请社区工作人员上门办理。"),
            _line("三级标题", "2.由单位集中填报"),
            _line("公文正文", "离退休干部较多的单位，可以指定专人集中填报，报名结果由单位通知本人。"),
            _line("一级标题", "二、工作要求"),
            _line("公文正文", "各学习点要把招生计划、课程和时间张贴在门口，对咨询的老同志耐心解释。"),
            _line("附件说明", "附件：2026年老年大学招生计划表", "<w:keepNext/>"),
            _line("署名", "示例市人民政府办公室", _gap(2)),
            _line("成文日期", "2026年1月5日", _gap(3)),
            _line("附注", "（联系人：王××，联系电话：0000-0000000）"),
            styled("附件标签", "附件", "<w:pageBreakBefore/>"),
            styled("附件标题", "2026年老年大学招生计划表"),
            empty,
            _line("公文正文", "全市设学习点12个，开设课程36门，计划招生4800人，具体安排以各学习点公布的为准。"),
            raw(text_box(_imprint()), f'<w:pStyle w:val="公文正文"/>{tiny}'),
        ]
    )  # fmt: skip


def notice() -> bytes:
    """Return a red-head notice, unsealed, with an attachment and its 版记 in a text box."""
    body = f"{_notice_body()}<w:sectPr>{NOTICE_PAGE}</w:sectPr>"
    settings = (
        '<w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    )
    return docx(
        {
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/styles.xml": part("styles", _notice_styles()),
            "word/settings.xml": part("settings", settings),
            "word/footer1.xml": page_number_footer("right"),
            "word/footer2.xml": page_number_footer("left"),
        }
    )
