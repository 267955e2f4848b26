"""Spoils: one value of a document made wrong in one carrier; and changes that harm nothing.

`SPOILS` is the table of the first, `HARMLESS` of the second. An edit changes an opened .docx;
`Spoil.applied` and `changed` take the bytes of a file and give the bytes of the other.
"""

# ruff: noqa: E501 (a table reads best with one line for each)

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from lxml import etree

from docgen.render.package import pack, read_package, write_package
from docgen.render.xml import W, parse_xml
from foreign_docx import TYPES, numbering, part, style, theme, word

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
_TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS_NS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# ECMA-376-1 (transitional): the order of children.
_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "settings": "writeProtection view zoom mirrorMargins evenAndOddHeaders",
    "pBdr": "top left bottom right between bar",
}


class Docx:
    """An opened .docx: its parts, read when asked for, and what stands in them."""

    def __init__(self, data: bytes) -> None:
        self.parts = read_package(data)
        self._roots: dict[str, Any] = {}

    def root(self, name: str = DOCUMENT) -> Any:
        if name not in self._roots:
            self._roots[name] = parse_xml(self.parts[name])
        return self._roots[name]

    def close(self, name: str) -> None:
        """Forget what was read of a part, because its bytes are others now."""
        self._roots.pop(name, None)

    def data(self) -> bytes:
        for name, root in self._roots.items():
            self.parts[name] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        return write_package(pack(name, content) for name, content in self.parts.items())

    def style(self, name: str) -> Any:
        """Return the style called `name`."""
        for each in self.root(STYLES).iter(f"{W}style"):
            if each.find(f"{W}name").get(f"{W}val") == name:
                return each
        raise LookupError(name)

    def ancestry(self, name: str) -> Iterator[Any]:
        """Yield a style and those it is based on."""
        each = self.style(name)
        while each is not None:
            yield each
            based = each.find(f"{W}basedOn")
            parent = based.get(f"{W}val") if based is not None else None
            found = [s for s in each.getparent() if s.get(f"{W}styleId") == parent]
            each = found[0] if parent and found else None

    def paragraphs(self, name: str) -> list[Any]:
        """Return the paragraphs with text in the style called `name`; Choice, not Fallback."""
        id = self.style(name).get(f"{W}styleId")
        return [
            p
            for p in self.root().iter(f"{W}p")
            if p.find(f"{W}pPr/{W}pStyle") is not None
            and p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == id
            and "".join(p.itertext(f"{W}t")).strip()
        ]

    def footers(self) -> dict[str, str]:
        """Return default, even → the part of the last section's footer."""
        rels = self.root("word/_rels/document.xml.rels")
        targets = {rel.get("Id"): f"word/{rel.get('Target')}" for rel in rels}
        section = list(self.root().iter(f"{W}sectPr"))[-1]
        return {
            each.get(f"{W}type"): targets[each.get(f"{{{_OFFICE}}}id")]
            for each in section.iter(f"{W}footerReference")
        }

    def add_part(self, stem: str, xml: str, kind: str, content_type: str) -> None:
        """Add `word/stem.xml`, its relation and its content type; once."""
        name = f"word/{stem}.xml"
        if name in self.parts:
            return
        self.parts[name] = xml.encode()
        rels = self.root("word/_rels/document.xml.rels")
        etree.SubElement(
            rels,
            f"{_RELS_NS}Relationship",
            {"Id": f"added{len(rels)}", "Type": f"{_OFFICE}/{kind}", "Target": f"{stem}.xml"},
        )
        etree.SubElement(
            self.root("[Content_Types].xml"),
            f"{_TYPES_NS}Override",
            {"PartName": f"/{name}", "ContentType": content_type},
        )


Edit = Callable[[Docx], None]
Where = Callable[[Docx], list[Any]]  # the properties (pPr, rPr, sectPr …) to change


def changed(data: bytes, *edits: Edit) -> bytes:
    """Return a file after the edits."""
    opened = Docx(data)
    for edit in edits:
        edit(opened)
    return opened.data()


def child(owner: Any, tag: str) -> Any:
    """Return the child called `tag`, made in its place where it is not there."""
    found = owner.find(f"{W}{tag}")
    if found is not None:
        return found
    made = etree.Element(f"{W}{tag}")
    order = _ORDER.get(etree.QName(owner).localname, "").split()
    if tag in ("pPr", "rPr") and tag not in order:
        at = _place_of_properties(owner, tag)
    else:
        later = set(order[order.index(tag) + 1 :]) if tag in order else set()
        if etree.QName(owner).localname == "settings":
            earlier = set(order[: order.index(tag)])
            at = sum(1 for each in owner if etree.QName(each).localname in earlier)
        else:
            names = [etree.QName(each).localname for each in owner]
            at = next((n for n, name in enumerate(names) if name in later), len(names))
    owner.insert(at, made)
    return made


def _place_of_properties(owner: Any, tag: str) -> int:
    if etree.QName(owner).localname != "style":
        return 0
    return next((n for n, each in enumerate(owner) if each.tag == f"{W}rPr"), len(owner))


# -- carriers ------------------------------------------------------------------------------


def in_style(name: str, kind: str) -> Where:
    return lambda docx: [child(docx.style(name), kind)]


def in_parent(name: str, kind: str) -> Where:
    """A new style between the style `name` and the one it was based on."""

    def where(docx: Docx) -> list[Any]:
        own = docx.style(name)
        parent = [s for s in own.getparent() if s.get(f"{W}styleId") == "Draft"]
        if not parent:
            made = copy.deepcopy(own)
            for each in list(made):
                if etree.QName(each).localname not in ("name", "basedOn"):
                    made.remove(each)
            made.set(f"{W}styleId", "Draft")
            made.find(f"{W}name").set(f"{W}val", "底稿")
            own.addprevious(made)
            own.find(f"{W}basedOn").set(f"{W}val", "Draft")
            parent = [made]
        return [child(parent[0], kind)]

    return where


def in_defaults(kind: str) -> Where:
    def where(docx: Docx) -> list[Any]:
        holder = docx.root(STYLES).find(f"{W}docDefaults/{W}{kind}Default")
        return [child(holder, kind)]

    return where


def on_paragraphs(name: str, count: int = 1, first: int = 0) -> Where:
    """The first `count` paragraphs in a style (0: all)."""

    def where(docx: Docx) -> list[Any]:
        found = docx.paragraphs(name)[first:]
        return [child(p, "pPr") for p in (found[:count] if count else found)]

    return where


def on_runs(name: str, count: int = 1, first: int = 0) -> Where:
    """Every run with Chinese in the first `count` paragraphs in a style (0: all)."""

    def where(docx: Docx) -> list[Any]:
        found = docx.paragraphs(name)[first:]
        runs = [run for p in (found[:count] if count else found) for run in p.findall(f"{W}r")]
        return [child(r, "rPr") for r in runs if not "".join(r.itertext(f"{W}t")).isascii()]

    return where


def on_digits(name: str) -> Where:
    """Every run of digits in the paragraphs in a style."""

    def where(docx: Docx) -> list[Any]:
        runs = [run for p in docx.paragraphs(name) for run in p.findall(f"{W}r")]
        return [child(r, "rPr") for r in runs if "".join(r.itertext(f"{W}t")).isdecimal()]

    return where


def on_marks(name: str, count: int = 1) -> Where:
    """The paragraph marks of the first paragraphs in a style."""
    return lambda docx: [child(ppr, "rPr") for ppr in on_paragraphs(name, count)(docx)]


def in_section(nth: int = -1) -> Where:
    return lambda docx: [list(docx.root().iter(f"{W}sectPr"))[nth]]


def only(owner: Any) -> Where:
    """One element that is at hand."""
    return lambda docx: [owner]


def in_settings(docx: Docx) -> list[Any]:
    return [docx.root(SETTINGS)]


def in_footer(kind: str, *which: str) -> Where:
    """The page number's paragraph (pPr) or runs (rPr) in the default or even footer, or both."""

    def where(docx: Docx) -> list[Any]:
        parts = docx.footers()
        roots = [docx.root(parts[each]) for each in which or ("default", "even")]
        if kind == "pPr":
            return [child(p, "pPr") for root in roots for p in root.iter(f"{W}p")]
        return [child(r, "rPr") for root in roots for r in root.iter(f"{W}r")]

    return where


# -- edits ---------------------------------------------------------------------------------


def put(where: Where, tag: str, **values: str) -> Edit:
    """Give the child `tag` of the properties these attributes; its others stay."""

    def edit(docx: Docx) -> None:
        for owner in where(docx):
            made = child(owner, tag)
            for name, value in values.items():
                made.set(f"{W}{name}", value)

    return edit


def drop(where: Where, *tags: str) -> Edit:
    def edit(docx: Docx) -> None:
        for owner in where(docx):
            for tag in tags:
                for each in owner.findall(f"{W}{tag}"):
                    owner.remove(each)

    return edit


def forget(where: Where, tag: str, *names: str) -> Edit:
    """Take attributes away."""

    def edit(docx: Docx) -> None:
        for owner in where(docx):
            for each in owner.findall(f"{W}{tag}"):
                for name in names:
                    each.attrib.pop(f"{W}{name}", None)

    return edit


def bare(name: str, kind: str, tag: str) -> Edit:
    """Take what a style and those it is based on say of `tag`, so that another carrier rules."""

    def edit(docx: Docx) -> None:
        for each in docx.ancestry(name):
            for found in each.findall(f"{W}{kind}/{W}{tag}"):
                found.getparent().remove(found)

    return edit


def face(where: Where, font: str) -> Edit:
    """Set a font for Chinese and for the marks that take the Latin one."""
    return put(where, "rFonts", ascii=font, hAnsi=font, eastAsia=font)


def both(*edits: Edit) -> Edit:
    def edit(docx: Docx) -> None:
        for each in edits:
            each(docx)

    return edit


def via_parent(name: str, kind: str, tag: str, **values: str) -> Edit:
    """Move a value to a style that `name` is based on, wrong."""
    return both(bare(name, kind, tag), put(in_parent(name, kind), tag, **values))


def via_defaults(name: str, kind: str, tag: str, **values: str) -> Edit:
    """Let docDefaults rule a value of one style, and be wrong."""
    return both(bare(name, kind, tag), put(in_defaults(kind), tag, **values))


def via_theme(name: str, slot: str = "minorEastAsia", han: str = "等线") -> Edit:
    """Let a style's Chinese font come from the theme, which beats the named one."""

    def add(docx: Docx) -> None:
        kind = "application/vnd.openxmlformats-officedocument.theme+xml"
        docx.add_part("theme/theme1", theme("Calibri", han), "theme", kind)

    return both(add, put(in_style(name, "rPr"), "rFonts", eastAsiaTheme=slot))


def text(name: str, old: str, new: str, nth: int = 0) -> Edit:
    """Write something else in the nth paragraph of a style that has `old`."""

    def edit(docx: Docx) -> None:
        found = [p for p in docx.paragraphs(name) if old in "".join(p.itertext(f"{W}t"))]
        node = next(t for t in found[nth].iter(f"{W}t") if old in (t.text or ""))
        node.text = node.text.replace(old, new, 1)

    return edit


def whole_text(name: str, new: str) -> Edit:
    """Write another text in the first paragraph of a style, in one run."""

    def edit(docx: Docx) -> None:
        first, *others = docx.paragraphs(name)[0].findall(f"{W}r")
        for each in others:
            each.getparent().remove(each)
        for extra in list(first)[:-1]:
            if extra.tag != f"{W}rPr":
                first.remove(extra)
        first.findall(f"{W}t")[-1].text = new

    return edit


def page_number(before: str, after: str, *which: str, instruction: str = " PAGE ") -> Edit:
    """Write other words around the page number, or another field."""

    def edit(docx: Docx) -> None:
        parts = docx.footers()
        for each in which or ("default", "even"):
            texts = list(docx.root(parts[each]).iter(f"{W}t"))
            texts[0].text, texts[-1].text = before, after
            for node in docx.root(parts[each]).iter(f"{W}instrText"):
                node.text = instruction

    return edit


def no_page_number(*which: str) -> Edit:
    def edit(docx: Docx) -> None:
        parts = docx.footers()
        for each in which or ("default", "even"):
            for run in list(docx.root(parts[each]).iter(f"{W}r")):
                run.getparent().remove(run)

    return edit


def two_sections(docx: Docx) -> None:
    """End a section, like the last one, before the middle of the text."""
    found = docx.paragraphs("公文正文")
    own = copy.deepcopy(list(docx.root().iter(f"{W}sectPr"))[-1])
    child(found[len(found) // 2], "pPr").append(own)


def numbered(form: str, words: str, **indent: str) -> Edit:
    """Let first-level headings take their marks from a list."""
    chars = "".join(f' w:{name}="{value}"' for name, value in indent.items())

    def edit(docx: Docx) -> None:
        ind = f"<w:ind{chars}/>" if chars else ""
        part = numbering((form, words, ind))
        docx.add_part("numbering", part, "numbering", f"{_WML}.numbering+xml")
        for paragraph in docx.paragraphs("一级标题"):
            node = next(paragraph.iter(f"{W}t"))
            node.text = re.sub("^[一二三四五六七八九十]+、", "", node.text)
            owner = child(child(paragraph, "pPr"), "numPr")
            child(owner, "ilvl").set(f"{W}val", "0")
            child(owner, "numId").set(f"{W}val", "1")

    return edit


# -- the spoils ----------------------------------------------------------------------------


class Spoil(NamedTuple):
    """One value made wrong: in which file, which parameter of the profile, through which
    carrier, and why it matters; `owner` is the style that the carrier must name."""

    base: str
    parameter: str
    carrier: str
    why: str
    edit: Edit
    owner: str = ""
    certain: bool | None = True  # --fix mends it (None: it may)

    @property
    def name(self) -> str:
        return f"{self.base}: {self.parameter} by {self.carrier}, {self.why}"

    def applied(self, data: bytes) -> bytes:
        return changed(data, self.edit)


_BODY, _TITLE = "公文正文", "公文标题"
_H1, _H2, _H3 = "一级标题", "二级标题", "三级标题"
_EXACT = {"before": "0", "after": "0", "lineRule": "exact"}
_CHARS = {"firstLineChars": "0", "firstLine": "0"}

_PAGE = (
    Spoil("speech", "page.width", "section", "Letter's width", put(in_section(), "pgSz", w="12240")),
    Spoil("halves", "page.width", "first section", "B5's width", put(in_section(0), "pgSz", w="10318")),
    Spoil("notice", "page.height", "section", "Letter's height", put(in_section(), "pgSz", h="15840")),
    Spoil("halves", "page.height", "first section", "B5's height", put(in_section(0), "pgSz", h="14570")),
    Spoil("speech", "page.top", "section", "Word's own", put(in_section(), "pgMar", top="1440")),
    Spoil("notice", "page.top", "section", "25 mm", put(in_section(), "pgMar", top="1418")),
    Spoil("halves", "page.top", "first section", "3 cm", put(in_section(0), "pgMar", top="1701")),
    Spoil("speech", "page.left", "section", "Word's own", put(in_section(), "pgMar", left="1800")),
    Spoil("notice", "page.left", "section", "a gutter", put(in_section(), "pgMar", gutter="284")),
    Spoil("halves", "page.left", "first section", "2 cm", put(in_section(0), "pgMar", left="1134")),
    Spoil("outline", "page.right", "section", "Word's own", put(in_section(), "pgMar", right="1800")),
    Spoil("halves", "page.right", "first section", "2 cm", put(in_section(0), "pgMar", right="1134")),
    Spoil("plan", "page.bottom", "section", "Word's own", put(in_section(), "pgMar", bottom="1440")),
    Spoil("halves", "page.bottom", "first section", "5 cm", put(in_section(0), "pgMar", bottom="2835")),
    Spoil("speech", "text.pitch", "section", "the grid of Word's own page",
          put(in_section(), "docGrid", linePitch="312")),
    Spoil("halves", "text.pitch", "first section", "the grid of Word's own page",
          put(in_section(0), "docGrid", linePitch="312")),
    Spoil("notice", "text.chars", "section", "a grid of characters, 14 to a line in LibreOffice",
          put(in_section(), "docGrid", type="linesAndChars", charSpace="-849")),
    Spoil("halves", "text.chars", "first section", "characters snapped to the grid",
          put(in_section(0), "docGrid", type="snapToChars", charSpace="-849")),
)  # fmt: skip

_PARAGRAPHS = (
    Spoil("speech", "text.pitch", "paragraph", "28 pt by hand in one",
          put(on_paragraphs(_BODY), "spacing", line="560", lineRule="exact")),
    Spoil("speech", "text.pitch", "paragraphs", "28 pt by hand in all",
          put(on_paragraphs(_BODY, 0), "spacing", line="560", lineRule="exact")),
    Spoil("speech", "text.pitch", "style", "28 pt", put(in_style(_BODY, "pPr"), "spacing", line="560"), _BODY),
    Spoil("notice", "text.pitch", "style", "one and a half lines",
          put(in_style(_BODY, "pPr"), "spacing", line="360", lineRule="auto"), _BODY),
    Spoil("speech", "text.pitch", "based-on style", "30 pt",
          via_parent(_BODY, "pPr", "spacing", line="600", **_EXACT), "底稿"),
    Spoil("outline", "text.pitch", "docDefaults", "double",
          via_defaults(_BODY, "pPr", "spacing", before="0", after="0", line="480", lineRule="auto")),
    Spoil("speech", "text.space_before", "style", "half a line",
          put(in_style(_BODY, "pPr"), "spacing", before="290"), _BODY),
    Spoil("notice", "text.space_before", "paragraph", "half a line, in lines",
          put(on_paragraphs(_BODY), "spacing", beforeLines="50", before="289")),
    Spoil("outline", "text.space_before", "based-on style", "6 pt",
          via_parent(_BODY, "pPr", "spacing", line="579", **{**_EXACT, "before": "120"}), "底稿"),
    Spoil("speech", "text.space_after", "paragraphs", "8 pt by hand in all",
          put(on_paragraphs(_BODY, 0), "spacing", after="160")),
    Spoil("plan", "text.space_after", "docDefaults", "Word's 8 pt",
          both(via_defaults(_BODY, "pPr", "spacing", after="160"),
               put(in_style(_BODY, "pPr"), "spacing", before="0", line="579", lineRule="exact"))),
    Spoil("notice", "text.space_after", "style", "6 pt under headings",
          put(in_style(_H1, "pPr"), "spacing", after="120"), _H1),
    Spoil("speech", "body.indent", "style", "none", put(in_style(_BODY, "pPr"), "ind", **_CHARS), _BODY),
    Spoil("speech", "body.indent", "paragraph", "none in one", put(on_paragraphs(_BODY, 1, 2), "ind", **_CHARS)),
    Spoil("notice", "body.indent", "paragraphs", "four cells in all",
          put(on_paragraphs(_BODY, 0), "ind", firstLineChars="400", firstLine="1260")),
    Spoil("outline", "body.indent", "based-on style", "one cell",
          via_parent(_BODY, "pPr", "ind", firstLineChars="100", firstLine="315"), "底稿"),
    Spoil("speech", "body.indent", "docDefaults", "a 10.5 pt file's",
          via_defaults(_BODY, "pPr", "ind", firstLine="210")),
    Spoil("speech", "body.turnover", "style", "turnover lines pushed in",
          put(in_style(_BODY, "pPr"), "ind", leftChars="100", left="315"), _BODY),
    Spoil("notice", "body.turnover", "paragraph", "turnover lines pushed in",
          put(on_paragraphs(_BODY), "ind", left="630")),
    Spoil("speech", "body.align", "style", "centred", put(in_style(_BODY, "pPr"), "jc", val="center"), _BODY),
    Spoil("notice", "body.align", "paragraph", "right", put(on_paragraphs(_BODY), "jc", val="right")),
    Spoil("speech", "title.align", "style", "left", put(in_style(_TITLE, "pPr"), "jc", val="left"), _TITLE),
    Spoil("notice", "title.align", "paragraph", "justified", put(on_paragraphs(_TITLE), "jc", val="both")),
    Spoil("outline", "title.align", "based-on style", "right",
          via_parent(_TITLE, "pPr", "jc", val="right"), "底稿"),
    Spoil("speech", "title.indent", "paragraph", "two cells",
          put(on_paragraphs(_TITLE), "ind", firstLineChars="200", firstLine="880")),
    Spoil("notice", "title.indent", "style", "two cells",
          put(in_style(_TITLE, "pPr"), "ind", firstLineChars="200", firstLine="880"), _TITLE),
    Spoil("notice", "addressee.indent", "paragraph", "two cells",
          put(on_paragraphs("主送机关"), "ind", firstLineChars="200", firstLine="630")),
    Spoil("notice", "addressee.indent", "style", "two cells",
          put(in_style("主送机关", "pPr"), "ind", firstLineChars="200", firstLine="630"), "主送机关"),
    Spoil("speech", "salutation.indent", "style", "two cells",
          put(in_style("称呼", "pPr"), "ind", firstLineChars="200", firstLine="630"), "称呼"),
    Spoil("speech", "heading_1.indent", "style", "none", put(in_style(_H1, "pPr"), "ind", **_CHARS), _H1),
    Spoil("notice", "heading_1.indent", "paragraph", "none", put(on_paragraphs(_H1), "ind", **_CHARS)),
    Spoil("notice", "heading_1.indent", "numbering", "a list's own",
          numbered("chineseCounting", "%1、", left="420", hanging="420")),
    Spoil("notice", "heading_2.indent", "style", "four cells",
          put(in_style(_H2, "pPr"), "ind", firstLineChars="400", firstLine="1260"), _H2),
    Spoil("notice", "attachment_note.indent", "style", "flush",
          put(in_style("附件说明", "pPr"), "ind", leftChars="0", left="945"), "附件说明"),
    Spoil("plan", "attachment_note.indent", "paragraph", "four cells",
          put(on_paragraphs("附件说明"), "ind", leftChars="400", left="2205")),
    Spoil("notice", "attachment.indent", "style", "two cells",
          put(in_style("附件标签", "pPr"), "ind", firstLineChars="200", firstLine="630"), "附件标签"),
    Spoil("notice", "attachment.new_page", "paragraph", "on the page of the text",
          drop(on_paragraphs("附件标签"), "pageBreakBefore")),
    Spoil("notice", "signature.right", "paragraph", "at the very edge",
          put(on_paragraphs("署名"), "ind", rightChars="0", right="0")),
    Spoil("notice", "date.right", "paragraph", "at the very edge",
          put(on_paragraphs("成文日期"), "ind", rightChars="0", right="0")),
    Spoil("notice", "signature.right", "style", "at the left", put(in_style("署名", "pPr"), "jc", val="left"), "署名"),
    Spoil("notice", "date.right", "style", "at the left", put(in_style("成文日期", "pPr"), "jc", val="left"), "成文日期"),
    Spoil("notice", "text.space_after", "style", "10 pt under the addressees",
          put(in_style("主送机关", "pPr"), "spacing", after="200"), "主送机关"),
    Spoil("notice", "note.indent", "style", "none", put(in_style("附注", "pPr"), "ind", **_CHARS), "附注"),
)  # fmt: skip

_CHARACTERS = (
    Spoil("speech", "body.font", "run", "宋体 in one paragraph", face(on_runs(_BODY), "宋体")),
    Spoil("notice", "body.font", "runs", "宋体 in all", face(on_runs(_BODY, 0), "宋体")),
    Spoil("speech", "body.font", "style", "宋体", face(in_style(_BODY, "rPr"), "宋体"), _BODY),
    Spoil("outline", "body.font", "based-on style", "楷体",
          via_parent(_BODY, "rPr", "rFonts", ascii="楷体", hAnsi="楷体", eastAsia="楷体"), "底稿"),
    Spoil("speech", "body.font", "docDefaults", "宋体",
          via_defaults(_BODY, "rPr", "rFonts", ascii="宋体", hAnsi="宋体", eastAsia="宋体")),
    Spoil("speech", "body.font", "theme", "等线 by the theme, 仿宋 by name", via_theme(_BODY)),
    Spoil("notice", "body.font", "theme", "微软雅黑 by the theme", via_theme(_BODY, "majorEastAsia", "微软雅黑")),
    Spoil("speech", "body.size", "run", "小三 in one paragraph", put(on_runs(_BODY), "sz", val="30")),
    Spoil("notice", "body.size", "style", "四号", put(in_style(_BODY, "rPr"), "sz", val="28"), _BODY),
    Spoil("outline", "body.size", "based-on style", "小四", via_parent(_BODY, "rPr", "sz", val="24"), "底稿"),
    Spoil("speech", "body.size", "docDefaults", "五号", via_defaults(_BODY, "rPr", "sz", val="21")),
    Spoil("speech", "body.bold", "style", "bold", put(in_style(_BODY, "rPr"), "b"), _BODY),
    Spoil("notice", "body.bold", "runs", "bold paragraphs by hand", put(on_runs(_BODY, 0), "b", val="1")),
    Spoil("speech", "text.colour", "style", "red", put(in_style(_BODY, "rPr"), "color", val="FF0000"), _BODY),
    Spoil("notice", "text.colour", "runs", "blue, as somebody marks a change",
          put(on_runs(_BODY), "color", val="0070C0")),
    Spoil("notice", "text.colour", "paragraph style of headings", "a theme's blue",
          put(in_style(_H1, "rPr"), "color", val="2F5496", themeColor="accent1", themeShade="BF"), _H1),
    Spoil("speech", "text.spacing", "style", "no tightening: 27 to a line",
          drop(in_style(_BODY, "rPr"), "spacing"), _BODY),
    Spoil("notice", "text.chars", "runs", "characters of 90%", put(on_runs(_BODY, 0), "w", val="90")),
    Spoil("speech", "text.chars", "style", "characters of 90%", put(in_style(_BODY, "rPr"), "w", val="90"), _BODY),
    Spoil("notice", "text.spacing", "runs", "1 pt apart", put(on_runs(_BODY), "spacing", val="20")),
    Spoil("speech", "title.font", "style", "黑体", face(in_style(_TITLE, "rPr"), "黑体"), _TITLE),
    Spoil("notice", "title.font", "runs", "宋体", face(on_runs(_TITLE), "宋体")),
    Spoil("plan", "title.font", "theme", "等线", via_theme(_TITLE, "majorEastAsia")),
    Spoil("outline", "title.font", "based-on style", "黑体",
          via_parent(_TITLE, "rPr", "rFonts", ascii="黑体", hAnsi="黑体", eastAsia="黑体"), "底稿"),
    Spoil("speech", "title.size", "style", "三号", put(in_style(_TITLE, "rPr"), "sz", val="32"), _TITLE),
    Spoil("notice", "title.size", "runs", "小二", put(on_runs(_TITLE), "sz", val="36")),
    Spoil("outline", "title.size", "docDefaults", "一号", via_defaults(_TITLE, "rPr", "sz", val="52")),
    Spoil("speech", "title.bold", "style", "bold", put(in_style(_TITLE, "rPr"), "b"), _TITLE),
    Spoil("notice", "title.bold", "runs", "bold", put(on_runs(_TITLE), "b")),
    Spoil("speech", "byline.font", "style", "仿宋", face(in_style("题注", "rPr"), "仿宋_GB2312"), "题注"),
    Spoil("speech", "byline.size", "runs", "四号", put(on_runs("题注"), "sz", val="28")),
    Spoil("notice", "addressee.font", "style", "黑体", face(in_style("主送机关", "rPr"), "黑体"), "主送机关"),
    Spoil("speech", "heading_1.font", "style", "仿宋", face(in_style(_H1, "rPr"), "仿宋_GB2312"), _H1),
    Spoil("notice", "heading_1.font", "runs", "楷体", face(on_runs(_H1), "楷体_GB2312")),
    Spoil("notice", "heading_1.font", "theme", "等线", via_theme(_H1)),
    Spoil("notice", "heading_1.size", "style", "小三", put(in_style(_H1, "rPr"), "sz", val="30"), _H1),
    Spoil("speech", "heading_1.bold", "runs", "bold", put(on_runs(_H1, 0), "b")),
    Spoil("speech", "heading_2.font", "style", "黑体", face(in_style(_H2, "rPr"), "黑体"), _H2),
    Spoil("notice", "heading_2.font", "runs", "仿宋", face(on_runs(_H2), "仿宋_GB2312")),
    Spoil("notice", "heading_2.bold", "style", "bold", put(in_style(_H2, "rPr"), "b"), _H2),
    Spoil("notice", "heading_3.font", "style", "黑体", face(in_style(_H3, "rPr"), "黑体"), _H3),
    Spoil("plan", "heading_3.font", "character style", "黑体 in what begins a paragraph",
          face(in_style("三级标题接排", "rPr"), "黑体"), "三级标题接排"),
    Spoil("notice", "signature.font", "style", "楷体", face(in_style("署名", "rPr"), "楷体_GB2312"), "署名"),
    Spoil("plan", "date.size", "runs", "四号", put(on_runs("成文日期"), "sz", val="28")),
    Spoil("notice", "note.font", "style", "楷体", face(in_style("附注", "rPr"), "楷体_GB2312"), "附注"),
    Spoil("notice", "attachment.label_font", "style", "仿宋", face(in_style("附件标签", "rPr"), "仿宋_GB2312"), "附件标签"),
    Spoil("plan", "attachment.label_font", "runs", "仿宋", face(on_runs("附件标签"), "仿宋_GB2312")),
    Spoil("notice", "attachment.label_size", "runs", "四号", put(on_runs("附件标签"), "sz", val="28")),
    Spoil("plan", "table.font", "style", "楷体", face(in_style("表格文字", "rPr"), "楷体_GB2312"), "表格文字"),
    Spoil("plan", "table.size", "style", "二号", put(in_style("表格文字", "rPr"), "sz", val="44"), "表格文字"),
    Spoil("speech", "fonts.western", "character style", "Calibri for digits",
          put(in_style("西文", "rPr"), "rFonts", ascii="Calibri", hAnsi="Calibri"), "西文", certain=None),
    Spoil("notice", "fonts.western", "runs", "Arial for the digits of the text",
          put(on_digits(_BODY), "rFonts", ascii="Arial", hAnsi="Arial"), certain=None),
    Spoil("speech", "text.marks", "style", "quotation marks in a Latin face",
          put(in_style(_BODY, "rPr"), "rFonts", ascii="Times New Roman", hAnsi="Times New Roman"), _BODY, certain=None),
    Spoil("notice", "text.marks", "runs", "quotation marks in a Latin face",
          put(on_runs(_BODY, 0), "rFonts", ascii="Times New Roman", hAnsi="Times New Roman"), certain=None),
)  # fmt: skip

_RED = (
    Spoil("notice", "head.mark_colour", "style", "black", put(in_style("发文机关标志", "rPr"), "color", val="000000"), "发文机关标志"),
    Spoil("notice", "head.mark_colour", "runs", "blue", put(on_runs("发文机关标志"), "color", val="0000FF")),
    Spoil("notice", "head.mark_font", "style", "黑体", face(in_style("发文机关标志", "rPr"), "黑体"), "发文机关标志"),
    Spoil("notice", "head.mark_font", "runs", "宋体", face(on_runs("发文机关标志"), "宋体")),
    Spoil("notice", "head.mark_font", "theme", "等线", via_theme("发文机关标志")),
    Spoil("notice", "head.mark_align", "style", "left", put(in_style("发文机关标志", "pPr"), "jc", val="left"), "发文机关标志"),
    Spoil("notice", "head.mark_align", "paragraph", "left", put(on_paragraphs("发文机关标志"), "jc", val="left")),
    Spoil("notice", "head.number_font", "style", "黑体", face(in_style("发文字号", "rPr"), "黑体"), "发文字号"),
    Spoil("notice", "head.number_font", "runs", "楷体", face(on_runs("发文字号"), "楷体_GB2312")),
    Spoil("notice", "head.number_size", "style", "四号", put(in_style("发文字号", "rPr"), "sz", val="28"), "发文字号"),
    Spoil("notice", "head.number_size", "based-on style", "小三", via_parent("发文字号", "rPr", "sz", val="30"), "底稿"),
    Spoil("notice", "head.number_align", "paragraph", "right", put(on_paragraphs("发文字号"), "jc", val="right")),
    Spoil("notice", "head.secrecy_font", "style", "仿宋", face(in_style("密级", "rPr"), "仿宋_GB2312"), "密级"),
    Spoil("notice", "head.secrecy_size", "runs", "四号", put(on_runs("密级"), "sz", val="28")),
    Spoil("notice", "head.copy_number_size", "style", "四号", put(in_style("份号", "rPr"), "sz", val="28"), "份号"),
    Spoil("notice", "head.line_colour", "style", "black",
          put(lambda docx: [docx.style("发文字号").find(f"{W}pPr/{W}pBdr")], "bottom", color="000000"), "发文字号"),
    Spoil("notice", "head.line_distance", "style", "close to the number",
          put(lambda docx: [docx.style("发文字号").find(f"{W}pPr/{W}pBdr")], "bottom", space="1"), "发文字号"),
    Spoil("notice", "imprint.font", "style", "楷体", face(in_style("版记", "rPr"), "楷体_GB2312"), "版记"),
    Spoil("notice", "imprint.size", "style", "三号", put(in_style("版记", "rPr"), "sz", val="32"), "版记"),
    Spoil("notice", "imprint.offset", "style", "none",
          put(in_style("版记", "pPr"), "ind", leftChars="0", left="0", rightChars="0", right="0"), "版记"),
    Spoil("notice", "imprint.outer_line", "paragraph", "2.25 pt",
          put(lambda docx: [docx.paragraphs("版记")[0].find(f"{W}pPr/{W}pBdr")], "top", sz="18")),
)  # fmt: skip

_PAGE_NUMBER = (
    Spoil("notice", "page_number.font", "style", "仿宋", face(in_style("页码", "rPr"), "仿宋_GB2312"), "页码"),
    Spoil("speech", "page_number.font", "runs", "Calibri", put(in_footer("rPr"), "rFonts", ascii="Calibri", hAnsi="Calibri")),
    Spoil("notice", "page_number.font", "based-on style", "黑体",
          via_parent("页码", "rPr", "rFonts", ascii="黑体", hAnsi="黑体", eastAsia="黑体"), "底稿"),
    Spoil("speech", "page_number.size", "style", "小五", put(in_style("页码", "rPr"), "sz", val="18"), "页码"),
    Spoil("notice", "page_number.size", "runs", "小五 on odd pages", put(in_footer("rPr", "default"), "sz", val="18")),
    Spoil("plan", "page_number.size", "docDefaults", "三号", via_defaults("页码", "rPr", "sz", val="32")),
    Spoil("notice", "page_number.form", "text", "no dashes", page_number("", ""), certain=False),
    Spoil("speech", "page_number.form", "text", "第1页", page_number("第", "页"), certain=False),
    Spoil("plan", "page_number.form", "text", "hyphens", page_number("- ", " -"), certain=False),
    Spoil("outline", "page_number.form", "section", "roman",
          put(in_section(), "pgNumType", fmt="lowerRoman"), certain=False),
    Spoil("speech", "page_number.form", "footer", "the number of pages instead",
          page_number("— ", " —", instruction=" NUMPAGES "), certain=False),
    Spoil("speech", "page_number.form", "footer", "no number at all", no_page_number(), certain=False),
    Spoil("notice", "page_number.form", "section", "another first page, without a number",
          put(in_section(), "titlePg"), certain=False),
    Spoil("speech", "page_number.position", "settings", "odd and even alike", drop(in_settings, "evenAndOddHeaders")),
    Spoil("notice", "page_number.position", "settings", "odd and even alike", put(in_settings, "evenAndOddHeaders", val="0")),
    Spoil("notice", "page_number.position", "paragraphs", "in the middle",
          both(drop(in_footer("pPr"), "ind"), put(in_footer("pPr"), "jc", val="center"))),
    Spoil("plan", "page_number.position", "style", "in the middle",
          both(drop(in_footer("pPr"), "ind", "jc"), put(in_style("页码", "pPr"), "jc", val="center")), "页码"),
    Spoil("speech", "page_number.position", "paragraph", "right on even pages too",
          both(drop(in_footer("pPr", "even"), "ind"), put(in_footer("pPr", "even"), "jc", val="right"),
               put(in_footer("pPr", "even"), "ind", rightChars="100", right="280"))),
    Spoil("notice", "page_number.offset", "nothing said", "at the very edge", drop(in_footer("pPr"), "ind")),
    Spoil("plan", "page_number.offset", "paragraphs", "at the very edge, by hand",
          both(put(in_footer("pPr", "default"), "ind", rightChars="0", right="0"),
               put(in_footer("pPr", "even"), "ind", leftChars="0", left="0"))),
    Spoil("speech", "page_number.offset", "paragraph", "two cells on even pages",
          put(in_footer("pPr", "even"), "ind", leftChars="200", left="560")),
    Spoil("speech", "page_number.distance", "section", "7 mm taken for the footer's",
          put(in_section(), "pgMar", footer="397")),
    Spoil("halves", "page_number.distance", "first section", "Word's own", put(in_section(0), "pgMar", footer="992")),
    Spoil("notice", "page_number.distance", "style", "12 pt under it",
          put(in_style("页码", "pPr"), "spacing", after="240"), "页码"),
)  # fmt: skip

_WORDS = (
    Spoil("speech", "heading_1.mark", "text", "一，", text(_H1, "二、", "二，"), certain=False),
    Spoil("notice", "heading_1.mark", "text", "1、 for 一、", text(_H1, "二、", "2、"), certain=False),
    Spoil("speech", "heading_1.mark", "numbering", "a full stop", numbered("chineseCounting", "%1."), certain=False),
    Spoil("notice", "heading_2.mark", "text", "half-width", text(_H2, "（一）", "(一)"), certain=False),
    Spoil("speech", "heading_2.mark", "text", "、 after it", text(_H2, "（二）", "（二）、"), certain=False),
    Spoil("notice", "heading_3.mark", "text", "、 for the full stop",
          both(whole_text(_H3, "1、由家人代为填写")), certain=False),
    Spoil("notice", "head.number_form", "text", "square brackets", whole_text("发文字号", "示政办发[2026]1号"), certain=False),
    Spoil("notice", "head.number_form", "text", "round brackets", whole_text("发文字号", "示政办发（2026）1号"), certain=False),
    Spoil("notice", "head.number_form", "text", "第1号", whole_text("发文字号", "示政办发〔2026〕第1号"), certain=False),
    Spoil("notice", "head.number_form", "text", "01号", whole_text("发文字号", "示政办发〔2026〕01号"), certain=False),
    Spoil("notice", "head.number_form", "text", "a year of two digits", whole_text("发文字号", "示政办发〔26〕1号"), certain=False),
    Spoil("notice", "date.form", "text", "Hanzi", whole_text("成文日期", "二〇二六年一月五日"), certain=False),
    Spoil("notice", "date.form", "text", "padded", whole_text("成文日期", "2026年01月05日"), certain=False),
    Spoil("plan", "date.form", "text", "full stops", whole_text("成文日期", "2026.2.25"), certain=False),
    Spoil("notice", "addressee.mark", "text", "a full stop", text("主送机关", "：", "。"), certain=False),
    Spoil("notice", "addressee.mark", "text", "half-width", text("主送机关", "：", ":"), certain=False),
    Spoil("notice", "attachment_note.form", "text", "half-width", text("附件说明", "附件：", "附件:"), certain=False),
    Spoil("notice", "title.book_marks", "text", "《》 around a plan",
          text(_TITLE, "2026年老年大学招生工作的通知", "《招生计划》编制工作的通知"), certain=False),
    Spoil("notice", "title.line_limit", "text", "a line of 23",
          text(_TITLE, "2026年老年大学招生工作的通知", "2026年全市老年大学春季学期招生有关工作的通知"), certain=False),
    Spoil("notice", "text.levels", "text", "（一） before 一、",
          both(text(_H1, "一、报名时间和地点", "（一）报名时间和地点"),
               put(on_paragraphs(_H1), "pStyle", val=_H2)), certain=False),
    Spoil("notice", "attachment_note.end_mark", "text", "a full stop",
          text("附件说明", "计划表", "计划表。"), certain=False),
    Spoil("notice", "title.end_mark", "text", "a full stop", text(_TITLE, "的通知", "的通知。"), certain=False),
    Spoil("notice", "attachment_note.blank_before", "style", "no empty line",
          put(in_style("附件说明", "pPr"), "spacing", before="0"), "附件说明"),
)  # fmt: skip

_SHIPPED = (
    Spoil("shipped", "head.mark_colour", "style", "black", put(in_style("发文机关标志（长）", "rPr"), "color", val="000000"), "发文机关标志（长）"),
    Spoil("shipped", "head.mark_font", "runs", "黑体", face(on_runs("发文机关标志（长）"), "黑体")),
    Spoil("shipped", "head.mark_align", "paragraph", "left", put(on_paragraphs("发文机关标志（长）"), "jc", val="left")),
    Spoil("shipped", "head.secrecy_font", "runs", "仿宋", face(on_runs("密级和紧急程度", 0), "仿宋_GB2312")),
    Spoil("shipped", "head.secrecy_size", "style", "四号", put(in_style("密级和紧急程度", "rPr"), "sz", val="28"), "密级和紧急程度"),
    Spoil("shipped", "head.number_align", "style", "right", put(in_style("发文字号", "pPr"), "jc", val="right"), "发文字号"),
    Spoil("shipped", "head.line_colour", "paragraph", "black",
          put(lambda docx: [docx.paragraphs("发文字号")[0].find(f"{W}pPr/{W}pBdr")], "bottom", color="000000")),
    Spoil("shipped", "head.line_distance", "paragraph", "close to the number",
          put(lambda docx: [docx.paragraphs("发文字号")[0].find(f"{W}pPr/{W}pBdr")], "bottom", space="1")),
    Spoil("shipped", "imprint.font", "runs", "楷体", face(on_runs("版记", 0), "楷体_GB2312")),
    Spoil("shipped", "imprint.size", "runs", "五号", put(on_runs("版记", 0), "sz", val="21")),
    Spoil("shipped", "imprint.offset", "paragraph", "the copies at the very edge",
          put(on_paragraphs("版记"), "ind", leftChars="300", left="840")),
    Spoil("shipped", "date.sealed_right", "paragraph", "at the very edge",
          put(on_paragraphs("成文日期（盖章）"), "ind", rightChars="0", right="0")),
    Spoil("shipped", "page_number.distance", "paragraphs", "12 pt under it by hand",
          put(in_footer("pPr"), "spacing", after="240")),
    Spoil("shipped", "body.font", "style", "宋体", face(in_style(_BODY, "rPr"), "宋体"), _BODY),
    Spoil("minutes", "attendance.font", "character style", "仿宋", face(in_style("出席标签", "rPr"), "仿宋_GB2312"), "出席标签"),
    Spoil("minutes", "attendance.font", "runs", "楷体",
          face(lambda docx: [child(p.find(f"{W}r"), "rPr") for p in docx.paragraphs("出席人员")], "楷体_GB2312")),
    Spoil("minutes", "attendance.size", "style", "四号", put(in_style("出席人员", "rPr"), "sz", val="28"), "出席人员"),
    Spoil("minutes", "attendance.indent", "style", "flush",
          put(in_style("出席人员", "pPr"), "ind", leftChars="0", left="945"), "出席人员"),
    Spoil("letter", "addressee.indent", "style", "two cells",
          put(in_style("主送机关", "pPr"), "ind", firstLineChars="200", firstLine="630"), "主送机关"),
    Spoil("letter", "page.left", "section", "Word's own", put(in_section(), "pgMar", left="1800")),
)  # fmt: skip

SPOILS = (*_PAGE, *_PARAGRAPHS, *_CHARACTERS, *_RED, *_PAGE_NUMBER, *_WORDS, *_SHIPPED)


# -- what harms nothing --------------------------------------------------------------------


def _runs(docx: Docx, *, everywhere: bool = False) -> list[Any]:
    """Return the runs with text of the document, in footers too where `everywhere`."""
    names = [name for name in docx.parts if re.fullmatch(r"word/footer\d*\.xml", name)]
    roots = [docx.root(name) for name in ([DOCUMENT, *names] if everywhere else [DOCUMENT])]
    return [r for root in roots for r in root.iter(f"{W}r") if r.find(f"{W}t") is not None]


def _made(tag: str, **values: str) -> Any:
    return etree.Element(f"{W}{tag}", {f"{W}{name}": value for name, value in values.items()})


def _parsed(xml: str) -> Any:
    """Return the first element of a part written by hand."""
    return parse_xml(part("body", xml).encode())[0]


def split_runs(docx: Docx) -> None:
    for run in _runs(docx, everywhere=True):
        words = run.findall(f"{W}t")
        if len(words) == 1 and len(run) == len(run.findall(f"{W}rPr")) + 1:
            second = copy.deepcopy(run)
            middle = len(words[0].text or "") // 2
            second.find(f"{W}t").text = (words[0].text or "")[middle:]
            words[0].text = (words[0].text or "")[:middle]
            run.addnext(second)


def each_run(*puts: tuple[str, dict[str, str]]) -> Edit:
    """Say something of every run that changes nothing."""

    def edit(docx: Docx) -> None:
        for run in _runs(docx, everywhere=True):
            for tag, values in puts:
                made = child(child(run, "rPr"), tag)
                for name, value in values.items():
                    made.set(f"{W}{name}", value)

    return edit


def before_each_run(*made: Callable[[int], Any]) -> Edit:
    def edit(docx: Docx) -> None:
        for n, run in enumerate(_runs(docx)):
            for make in made:
                run.addprevious(make(n))

    return edit


def wrapped(tag: str, **values: str) -> Edit:
    """Put the second run of every paragraph into an element."""

    def edit(docx: Docx) -> None:
        for paragraph in docx.root().iter(f"{W}p"):
            runs = paragraph.findall(f"{W}r")
            if len(runs) > 1:
                outer = _made(tag, **values)
                runs[1].addprevious(outer)
                outer.append(runs[1])

    return edit


def _rsids(docx: Docx) -> None:
    for n, each in enumerate(docx.root().iter(f"{W}p", f"{W}r")):
        each.set(f"{W}rsidR", f"00{n % 9:06X}")


def _rename_ids(docx: Docx) -> None:
    """As every other program that saves a .docx does; the names stay."""
    new = {s.get(f"{W}styleId"): f"a{n}" for n, s in enumerate(docx.root(STYLES).iter(f"{W}style"))}
    for each in docx.root(STYLES).iter(f"{W}style"):
        each.set(f"{W}styleId", new[each.get(f"{W}styleId")])
    for name in [n for n in docx.parts if re.fullmatch(r"word/\w+\.xml", n)]:
        for each in docx.root(name).iter(
            *(f"{W}{t}" for t in ("pStyle", "rStyle", "basedOn", "next", "link"))
        ):
            each.set(f"{W}val", new.get(each.get(f"{W}val"), each.get(f"{W}val")))


def _repeat_style(docx: Docx) -> None:
    """Give every paragraph what its style says, once more."""
    ids = {s.get(f"{W}styleId"): s for s in docx.root(STYLES).iter(f"{W}style")}
    for ppr in docx.root().iter(f"{W}pPr"):
        named = ppr.find(f"{W}pStyle")
        said = ids[named.get(f"{W}val")].find(f"{W}pPr") if named is not None else None
        for each in said if said is not None else ():
            if ppr.find(each.tag) is None:
                tag = etree.QName(each).localname
                ppr.replace(child(ppr, tag), copy.deepcopy(each))


def _empty_end(docx: Docx) -> None:
    last = list(docx.root().iter(f"{W}sectPr"))[-1]
    last.addprevious(_parsed('<w:p><w:pPr><w:rPr><w:sz w:val="21"/></w:rPr></w:pPr></w:p>'))


def _tracked(docx: Docx) -> None:
    """Insert a word with its author; delete others, which no longer count."""
    run = docx.paragraphs("公文正文")[0].find(f"{W}r")
    who = {f"{W}id": "901", f"{W}author": "王××", f"{W}date": "2026-01-05T08:00:00Z"}
    inserted, deleted = _made("ins"), _made("del")
    for each, number in ((inserted, "901"), (deleted, "902")):
        each.attrib.update({**who, f"{W}id": number})
    run.addprevious(deleted)
    deleted.append(
        _parsed(
            '<w:r><w:rPr><w:b/><w:sz w:val="72"/></w:rPr><w:delText>特此通知。</w:delText></w:r>'
        )
    )
    run.addprevious(inserted)
    inserted.append(run)


def _commented(docx: Docx) -> None:
    run = docx.paragraphs("公文正文")[0].find(f"{W}r")
    run.addprevious(_made("commentRangeStart", id="0"))
    run.addnext(
        _parsed('<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:commentReference w:id="0"/></w:r>')
    )
    run.addnext(_made("commentRangeEnd", id="0"))
    words = '<w:p><w:r><w:rPr><w:rFonts w:eastAsia="等线"/></w:rPr><w:t>再核。</w:t></w:r></w:p>'
    comments = part("comments", f'<w:comment w:id="0" w:author="王××">{words}</w:comment>')
    docx.add_part("comments", comments, "comments", f"{_WML}.comments+xml")


def _footnote(docx: Docx) -> None:
    run = docx.paragraphs("公文正文")[0].find(f"{W}r")
    run.addnext(
        _parsed(
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
        )
    )
    words = '<w:p><w:r><w:footnoteRef/></w:r><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>截至去年年底。</w:t></w:r></w:p>'
    notes = part("footnotes", f'<w:footnote w:id="1">{words}</w:footnote>')
    docx.add_part("footnotes", notes, "footnotes", f"{_WML}.footnotes+xml")


def _start_and_end(docx: Docx) -> None:
    """Say start and end for left and right, as newer programs do."""
    for name in [n for n in docx.parts if re.fullmatch(r"word/\w+\.xml", n)]:
        for ind in docx.root(name).iter(f"{W}ind"):
            for old, new in (("left", "start"), ("right", "end")):
                for suffix in ("", "Chars"):
                    value = ind.attrib.pop(f"{W}{old}{suffix}", None)
                    if value is not None:
                        ind.set(f"{W}{new}{suffix}", value)
        for jc in docx.root(name).iter(f"{W}jc"):
            value = jc.get(f"{W}val")
            jc.set(f"{W}val", {"left": "start", "right": "end"}.get(value, value))


def _twips_only(docx: Docx) -> None:
    """As LibreOffice saves: indents without their number of characters."""
    for name in [n for n in docx.parts if re.fullmatch(r"word/\w+\.xml", n)]:
        for ind in docx.root(name).iter(f"{W}ind"):
            for key in [key for key in ind.attrib if key.endswith("Chars")]:
                del ind.attrib[key]


def first_lines(**values: str) -> Edit:
    """Say the first-line indent of two cells in another way."""

    def edit(docx: Docx) -> None:
        for ind in docx.root(STYLES).iter(f"{W}ind"):
            if ind.get(f"{W}firstLineChars") == "200":
                del ind.attrib[f"{W}firstLineChars"], ind.attrib[f"{W}firstLine"]
                ind.attrib.update({f"{W}{name}": value for name, value in values.items()})

    return edit


def _unused(docx: Docx) -> None:
    """Add what a file collects over the years and nothing uses."""
    wild = '<w:rFonts w:eastAsia="华文彩云"/><w:color w:val="00FF00"/><w:sz w:val="96"/>'
    for id, made in (("x1", "heading 9"), ("x2", "样式1"), ("x3", "批注框文本")):
        docx.root(STYLES).append(
            _parsed(style(made, id, '<w:jc w:val="right"/>', wild, based="Normal"))
        )
    docx.add_part(
        "theme/theme1", theme("Calibri", "等线"), "theme", TYPES["word/theme/theme1.xml"][0]
    )
    docx.add_part("numbering", numbering(("bullet", "●", "")), "numbering", f"{_WML}.numbering+xml")
    fonts = part("fonts", '<w:font w:name="等线"><w:altName w:val="DengXian"/></w:font>')
    docx.add_part("fontTable", fonts, "fontTable", f"{_WML}.fontTable+xml")


def _prefixes(docx: Docx) -> None:
    """Name the namespaces otherwise."""
    for name in [n for n in docx.parts if re.fullmatch(r"word/\w+\.xml", n)]:
        content = docx.parts[name]
        for old, new in (
            (b"xmlns:w=", b"xmlns:ns0="),
            (b"<w:", b"<ns0:"),
            (b"</w:", b"</ns0:"),
            (b" w:", b" ns0:"),
        ):
            content = content.replace(old, new)
        docx.parts[name] = content


def _content_controls(docx: Docx) -> None:
    for paragraph in docx.root().findall(f"{W}body/{W}p")[:6]:
        control, inside = _made("sdt"), _made("sdtContent")
        control.append(_made("sdtPr"))
        control.append(inside)
        paragraph.addprevious(control)
        inside.append(paragraph)


def other_names(names: dict[str, str]) -> Edit:
    """Call the fonts by another accepted name."""

    def edit(docx: Docx) -> None:
        for name in [n for n in docx.parts if re.fullmatch(r"word/\w+\.xml", n)]:
            for fonts in docx.root(name).iter(f"{W}rFonts"):
                for key, value in fonts.attrib.items():
                    fonts.set(key, names.get(value, value))

    return edit


def _simple_field(docx: Docx) -> None:
    """Write the page number's field in its short form."""
    for name in docx.footers().values():
        for paragraph in docx.root(name).iter(f"{W}p"):
            first, *middle, _ = paragraph.findall(f"{W}r")
            field = _made("fldSimple", instr="PAGE   \\* MERGEFORMAT")
            first.addnext(field)
            field.append(copy.deepcopy(next(r for r in middle if r.find(f"{W}t") is not None)))
            for run in middle:
                paragraph.remove(run)


def _reverse_styles(docx: Docx) -> None:
    root = docx.root(STYLES)
    found = root.findall(f"{W}style")
    for each in found:
        root.remove(each)
    root.extend(reversed(found))


def _indent(docx: Docx) -> None:
    """Lay the XML out for reading, with a remark."""
    for name in (DOCUMENT, STYLES):
        etree.indent(docx.root(name))
        docx.root(name).insert(0, etree.Comment("x"))


def _style_below(docx: Docx) -> None:
    """Let the text take a style that adds nothing to ours."""
    own = docx.style("公文正文").get(f"{W}styleId")
    docx.root(STYLES).append(_parsed(style("正文缩进", "below", based=own)))
    put(on_paragraphs("公文正文", 0), "pStyle", val="below")(docx)


def _page_break(docx: Docx) -> None:
    run = docx.paragraphs("一级标题")[1].find(f"{W}r")
    run.addprevious(_parsed('<w:r><w:br w:type="page"/></w:r>'))


def _settings(docx: Docx) -> None:
    root = docx.root(SETTINGS)
    child(root, "zoom").set(f"{W}percent", "80")
    root.insert(0, _made("view", val="print"))
    rsids = _parsed('<w:rsids><w:rsidRoot w:val="00A77B3E"/></w:rsids>')
    root.find(f"{W}themeFontLang").addprevious(rsids)


def _other_file(docx: Docx) -> None:
    docx.parts["customXml/item1.xml"] = b"<a/>"
    docx.parts["docProps/app.xml"] = b"<Properties/>"


def _all_sections(tag: str, **values: str) -> Edit:
    return put(lambda docx: list(docx.root().iter(f"{W}sectPr")), tag, **values)


_NAMES = {
    "仿宋_GB2312": "仿宋", "楷体_GB2312": "KaiTi", "黑体": "SimHei", "宋体": "SimSun",
    "方正小标宋简体": "方正小标宋_GBK",
}  # fmt: skip

HARMLESS: dict[str, Edit] = {
    "split runs": split_runs,
    "rsids": _rsids,
    "renamed style ids": _rename_ids,
    "empty runs": before_each_run(lambda n: _parsed('<w:r><w:rPr><w:b/><w:sz w:val="72"/></w:rPr></w:r>')),
    "proofing marks": before_each_run(lambda n: _made("proofErr", type="spellStart")),
    "bookmarks": before_each_run(
        lambda n: _made("bookmarkStart", id=str(n), name="_GoBack" if not n else f"b{n}"),
        lambda n: _made("bookmarkEnd", id=str(n)),
    ),
    "page breaks Word remembers": before_each_run(lambda n: _parsed("<w:r><w:lastRenderedPageBreak/></w:r>")),
    "a page break by hand": _page_break,
    "languages": each_run(("lang", {"val": "en-US", "eastAsia": "zh-CN"}), ("noProof", {})),
    "bold off": each_run(("b", {"val": "0"}), ("bCs", {"val": "false"})),
    "marks of the paragraphs": put(on_marks("公文正文", 0), "sz", val="21"),
    "hints": each_run(("rFonts", {"hint": "eastAsia"})),
    "fonts of other scripts": each_run(("rFonts", {"cs": "Arial"}), ("bCs", {}), ("szCs", {"val": "20"})),
    "the style's values repeated on paragraphs": _repeat_style,
    "the style's values repeated on runs": both(
        face(on_runs("公文正文", 0), "仿宋_GB2312"), put(on_runs("公文正文", 0), "sz", val="32"),
        put(on_runs("公文正文", 0), "spacing", val="-5"), put(on_runs("公文正文", 0), "color", val="000000"),
    ),
    "the colour automatic": put(on_runs("公文正文", 0), "color", val="auto"),
    "an empty paragraph at the end": _empty_end,
    "tracked changes": _tracked,
    "comments": _commented,
    "a footnote": _footnote,
    "start and end": _start_and_end,
    "indents in twips only": _twips_only,
    "indents of 640 twips": first_lines(firstLine="640"),
    "indents with Word's own twips": first_lines(firstLineChars="200", firstLine="640"),
    "indents whose characters are cancelled": first_lines(firstLineChars="0", firstLine="630"),
    "unused parts and styles": _unused,
    "other prefixes": _prefixes,
    "content controls": _content_controls,
    "hyperlinks": wrapped("hyperlink", anchor="b1"),
    "smart tags": wrapped("smartTag", uri="x", element="y"),
    "insertions": wrapped("ins", id="7", author="王××"),
    "other names of the fonts": other_names(_NAMES),
    "English names of the fonts": other_names({"仿宋_GB2312": "FangSong_GB2312", "楷体_GB2312": "KaiTi_GB2312"}),
    "the right font by the theme": via_theme("公文正文", "minorEastAsia", "仿宋"),
    "Word's rounding of A4": _all_sections("pgSz", w="11907", h="16840", code="9"),
    "margins within a millimetre": _all_sections("pgMar", top="2100", left="1600", right="1470"),
    "the header's distance": _all_sections("pgMar", header="0"),
    "no grid": drop(in_section(), "docGrid"),
    "a short page number field": _simple_field,
    "styles in another order": _reverse_styles,
    "a style below ours": _style_below,
    "laid out XML": _indent,
    "other settings": _settings,
    "other parts": _other_file,
    "two sections alike": two_sections,
    "automatic numbers in the right form": numbered("chineseCounting", "%1、"),
}  # fmt: skip


# -- no styles at all ----------------------------------------------------------------------


def flattened(docx: Docx) -> None:
    """Move all that styles say onto paragraphs and runs, as files look that were formatted by
    hand: only the words can tell then what a paragraph is."""
    ids = {s.get(f"{W}styleId"): s for s in docx.root(STYLES).iter(f"{W}style")}
    names = [n for n in docx.parts if re.fullmatch(r"word/(document|footer\d*)\.xml", n)]
    for paragraph in [p for name in names for p in docx.root(name).iter(f"{W}p")]:
        ppr = child(paragraph, "pPr")
        named = ppr.find(f"{W}pStyle")
        chain = _chain(ids, named.get(f"{W}val") if named is not None else "")
        for run in paragraph.findall(f"{W}r"):
            rpr = child(run, "rPr")
            own = rpr.find(f"{W}rStyle")
            faces = _chain(ids, own.get(f"{W}val") if own is not None else "")
            _take(rpr, [*faces, *chain], "rPr")
            drop(only(rpr), "rStyle")(docx)
        _take(ppr, chain, "pPr")
        drop(only(ppr), "pStyle", "outlineLvl")(docx)
    for each in [s for s in ids.values() if s.get(f"{W}customStyle") or not s.get(f"{W}default")]:
        each.getparent().remove(each)


def _chain(ids: dict[str, Any], id: str) -> list[Any]:
    """Return a style and those it is based on, the nearest first."""
    found = []
    while id in ids:
        found.append(ids[id])
        based = ids[id].find(f"{W}basedOn")
        id = based.get(f"{W}val") if based is not None else ""
    return found


def _take(owner: Any, chain: list[Any], kind: str) -> None:
    for each in [e for s in chain for e in s.findall(f"{W}{kind}/*")]:
        made = child(owner, etree.QName(each).localname)
        if etree.QName(each).localname == "pBdr" and not len(made):
            made.extend(copy.deepcopy(list(each)))
        for key, value in each.attrib.items():
            if key not in made.attrib:
                made.set(key, value)


# -- habits that are right -----------------------------------------------------------------


def by_hand(docx: Docx) -> None:
    """Flatten a file and give it the styles and the theme of a new document of Word, as if all
    had been set by hand there."""
    flattened(docx)
    new = Docx(word(""))
    docx.parts[STYLES] = new.parts[STYLES]
    docx.close(STYLES)
    docx.add_part(
        "theme/theme1", theme("Calibri", "宋体"), "theme", TYPES["word/theme/theme1.xml"][0]
    )


def _contents(docx: Docx) -> None:
    """A table of contents before the text."""
    docx.root(STYLES).append(_parsed(style("toc 1", "TOC1", based="Normal")))
    first = docx.paragraphs("公文正文")[0]
    for number, words in enumerate(("一、报名时间和地点", "二、工作要求"), start=1):
        tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8834"/></w:tabs>'
        end = f"<w:r><w:tab/></w:r><w:r><w:t>{number}</w:t></w:r>"
        first.addprevious(
            _parsed(
                f'<w:p><w:pPr><w:pStyle w:val="TOC1"/>{tabs}</w:pPr><w:r><w:t>{words}</w:t></w:r>{end}</w:p>'
            )
        )


def _title_in_two(docx: Docx) -> None:
    """The title's lines as two paragraphs."""
    first = docx.paragraphs("公文标题")[0]
    second = copy.deepcopy(first)
    for paragraph, gone in ((first, 1), (second, 0)):
        lost = [list(paragraph.iter(f"{W}t"))[gone], *paragraph.iter(f"{W}br")]
        for each in lost:
            each.getparent().remove(each)
    first.addnext(second)


def _two_attachments(docx: Docx) -> None:
    first = docx.paragraphs("附件说明")[0]
    second = copy.deepcopy(first)
    for paragraph, words, hanging in (
        (first, "附件：1.招生计划表", 4),
        (second, "2.老年大学课程表", 1),
    ):
        for run in paragraph.findall(f"{W}r")[1:]:
            paragraph.remove(run)
        next(paragraph.iter(f"{W}t")).text = words
        values = {
            "leftChars": f"{600 - hanging * 100}",
            "left": "1890",
            "hangingChars": f"{hanging}00",
            "hanging": f"{hanging * 315}",
        }
        put(only(paragraph.find(f"{W}pPr")), "ind", **values)(docx)
    put(only(second.find(f"{W}pPr")), "spacing", before="0", line="579", lineRule="exact")(docx)
    first.addnext(second)
    next(docx.paragraphs("附件标签")[0].iter(f"{W}t")).text = "附件1"


def _spaces_for_indents(docx: Docx) -> None:
    """Two wide spaces typed before each paragraph, and no indent."""
    for name in ("公文正文", "一级标题", "二级标题", "三级标题"):
        for paragraph in docx.paragraphs(name):
            first = paragraph.find(f"{W}r/{W}t")
            if first is not None:
                first.text = "　　" + (first.text or "")
        put(in_style(name, "pPr"), "ind", **_CHARS)(docx)


def spaces_beside(side: str, *cells: int) -> Edit:
    """署名 and 成文日期 put in their place with typed spaces: after them, or before."""

    def edit(docx: Docx) -> None:
        for name, count in zip(("署名", "成文日期"), cells, strict=True):
            put(on_paragraphs(name), "ind", rightChars="0", right="0")(docx)
            put(on_paragraphs(name), "jc", val=side)(docx)
            first = docx.paragraphs(name)[0]
            gap = _parsed(f"<w:r><w:t>{'　' * count}</w:t></w:r>")
            first.insert(1, gap) if side == "left" else first.append(gap)

    return edit


def _run_in_heading(docx: Docx) -> None:
    """（一）现场报名。 and its text in one paragraph, the heading in 楷体."""
    heading, text = docx.paragraphs("二级标题")[0], docx.paragraphs("公文正文")[2]
    face(on_runs("二级标题"), "楷体_GB2312")(docx)
    next(heading.iter(f"{W}t")).text = "（一）现场报名。"
    for run in reversed(heading.findall(f"{W}r")):
        text.insert(1, run)
    heading.getparent().remove(heading)


def _framed_number(docx: Docx) -> None:
    """The page number in a frame at the outer side, as Word's own menu makes it."""
    place = {
        "wrap": "around",
        "vAnchor": "text",
        "hAnchor": "margin",
        "xAlign": "outside",
        "y": "1",
    }
    put(in_footer("pPr"), "framePr", **place)(docx)
    for name in docx.footers().values():
        docx.root(name).append(_made("p"))


def _number_in_a_control(docx: Docx) -> None:
    """The page number's paragraph in a content control, as newer Word's menu makes it."""
    for name in docx.footers().values():
        paragraph = docx.root(name).find(f"{W}p")
        control, inside = _made("sdt"), _made("sdtContent")
        control.extend([_made("sdtPr"), inside])
        paragraph.addprevious(control)
        inside.append(paragraph)


def _no_red_head(docx: Docx) -> None:
    """A copy that begins with its title."""
    for name in ("份号", "密级", "发文机关标志", "发文字号"):
        for paragraph in docx.paragraphs(name):
            paragraph.getparent().remove(paragraph)


def _joint(docx: Docx) -> None:
    """Two organs sign."""
    own = docx.paragraphs("署名")[0]
    other = copy.deepcopy(own)
    next(other.iter(f"{W}t")).text = "示例市发展改革委员会"
    own.addprevious(other)


# What offices do to the notice, and rightly.
HABITS: dict[str, Edit] = {
    "nothing": lambda docx: None,
    "a table of contents": _contents,
    "a title in two paragraphs": _title_in_two,
    "two attachments": _two_attachments,
    "spaces for indents": _spaces_for_indents,
    "spaces after the date": spaces_beside("right", 2, 3),
    "spaces before the date": spaces_beside("left", 17, 19),
    "a heading that runs in": _run_in_heading,
    "the page number in a frame": _framed_number,
    "the page number in a control": _number_in_a_control,
    "no red head": _no_red_head,
    "two organs that sign": _joint,
}
