"""What a .docx says will be printed: its text in order, its paragraphs, its pages' sizes.

Takes the bytes of a .docx; gives a `Manuscript`, against which the printed lines are laid.
Only what decides where lines may end is read here; the format itself is `inspect`'s.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from lxml import etree

from docgen.checks.inspect.theme import ThemeFonts
from docgen.render.package import read_package
from docgen.render.xml import W, parse_xml

_TWIPS = 20
_MAIN = "word/document.xml"
_PARAGRAPH, _TABLE, _BOX = f"{W}p", f"{W}tbl", f"{W}txbxContent"
# Text that was deleted or moved away is not printed; a Fallback repeats its Choice.
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr"}
_DRAWN = ("}drawing", "}pict", "}AlternateContent")
_SPACE = re.compile(r"\s+")


class Paragraph(NamedTuple):
    """One paragraph: its text without spaces, where in it lines are broken by hand, and what
    keeps it from its neighbours. `exact` is its line's height in points where that is fixed."""

    text: str
    breaks: frozenset[int]  # positions in the text before which a line was broken by hand
    new_page: bool  # a page break stands before it, in it or at the end of the one before
    in_table: bool
    in_box: bool  # in a text box or a frame
    keep_next: bool
    exact: float
    faces: tuple[tuple[int, str], ...] = ()  # where in the text each run's formatting starts
    hanging: bool = False  # its further lines stand right of the first: a label's, a number's

    def face(self, at: int) -> str:
        """Return the formatting of a character of the text, in words that only compare."""
        return next((face for start, face in reversed(self.faces) if start <= at), "")


class Area(NamedTuple):
    """A section's page and its margins, in points."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    title_page: bool


@dataclass(frozen=True)
class Manuscript:
    """A document as it was written."""

    paragraphs: tuple[Paragraph, ...]
    areas: tuple[Area, ...]
    families: tuple[str, ...]  # fonts that Hanzi are asked to be set in
    latin: tuple[str, ...]  # fonts that only Latin letters and digits are
    mirrored: bool  # the inner and outer margin change sides

    @cached_property
    def text(self) -> str:
        """All text that is not in boxes; a box stands anywhere on the page."""
        return "".join("" if p.in_box else p.text for p in self.paragraphs)

    @cached_property
    def starts(self) -> list[int]:
        """Where in the text each paragraph starts."""
        at, starts = 0, []
        for paragraph in self.paragraphs:
            starts.append(at)
            at += 0 if paragraph.in_box else len(paragraph.text)
        return starts

    def at(self, position: int) -> int:
        """Return the index of the paragraph in which a position of the text lies."""
        return bisect_right(self.starts, position) - 1

    def areas_of(self, width: float, height: float) -> list[Area]:
        """Return the sections that have pages of this size; all, where none has."""
        fits = [a for a in self.areas if abs(a.width - width) < 3 and abs(a.height - height) < 3]
        return fits or list(self.areas)

    def has_page_break(self, after: int, until: int) -> bool:
        """Whether a page was ended by hand after one paragraph and before or in another."""
        return any(paragraph.new_page for paragraph in self.paragraphs[after + 1 : until + 1])

    def blanks(self, after: int, until: int) -> int:
        """Return how many empty paragraphs stand between two."""
        between = self.paragraphs[after + 1 : until]
        return sum(1 for p in between if not p.text and not p.in_box and not p.in_table)


def read_manuscript(document: bytes) -> Manuscript:
    """Return what a .docx says. Raises DamagedError, KeyError (no body) or XMLSyntaxError."""
    parts = read_package(document)
    body: Any = parse_xml(parts[_MAIN]).find(f"{W}body")
    if body is None:
        raise KeyError("w:body")
    styles = _Styles(parts.get("word/styles.xml"), _theme(parts))
    settings = parts.get("word/settings.xml", b"")
    sections = list(body.iter(f"{W}sectPr"))
    paragraphs = tuple(_Reader(styles, sections).read(body))
    families = tuple(dict.fromkeys(styles.families(body, "eastAsia")))
    latin = tuple(dict.fromkeys(styles.families(body, "ascii", "hAnsi")))
    mirrored = b"<w:mirrorMargins/>" in settings
    return Manuscript(paragraphs, tuple(map(_area, sections)), families, latin, mirrored)


def _theme(parts: dict[str, bytes]) -> ThemeFonts:
    theme, settings = parts.get("word/theme/theme1.xml"), parts.get("word/settings.xml")
    return ThemeFonts(
        parse_xml(theme) if theme else None, parse_xml(settings) if settings else None
    )


class _Styles:
    """Paragraph properties, looked up in a paragraph, then its styles, then the defaults."""

    def __init__(self, part: bytes | None, theme: ThemeFonts) -> None:
        root = parse_xml(part) if part else None
        self._root, self._theme = root, theme
        self._styles: dict[str, Any] = {}
        self._default = ""
        for style in root.iter(f"{W}style") if root is not None else ():
            self._styles[style.get(f"{W}styleId")] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._default = style.get(f"{W}styleId")

    def value(self, paragraph: Any, name: str, attribute: str = "val") -> str | None:
        """Return an attribute of a paragraph property (``spacing``), or None."""
        for properties in self._chain(paragraph):
            found = properties.find(W + name)
            if found is not None and (attribute == "val" or found.get(W + attribute) is not None):
                return str(found.get(W + attribute, "1"))
        return None

    def _chain(self, paragraph: Any) -> Iterator[Any]:
        own = paragraph.find(f"{W}pPr")
        named = own.find(f"{W}pStyle") if own is not None else None
        style = named.get(f"{W}val") if named is not None else self._default
        yield from () if own is None else (own,)
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield from self._styles[style].findall(f"{W}pPr")
            based = self._styles[style].find(f"{W}basedOn")
            style = based.get(f"{W}val") if based is not None else ""
        if self._root is not None:
            yield from self._root.iterfind(f"{W}docDefaults/{W}pPrDefault/{W}pPr")

    def families(self, body: Any, *faces: str) -> Iterator[str]:
        """Yield the fonts of the defaults, of the styles that are used, and of the text."""
        used = {
            found.get(f"{W}val") for tag in ("pStyle", "rStyle") for found in body.iter(W + tag)
        }
        roots = [self._styles[id] for id in sorted(used & set(self._styles))]
        defaults = [] if self._root is None else self._root.findall(f"{W}docDefaults")
        for root in (*defaults, *roots, body):
            for fonts in root.iter(f"{W}rFonts"):
                yield from filter(None, (self._family(fonts, face) for face in faces))

    def _family(self, fonts: Any, face: str) -> str:
        """Return the family of a face; a theme's font beats the one that is named (17.3.2.26)."""
        reference = fonts.get(f"{W}{face}Theme")
        named = str(fonts.get(W + face) or "")
        return (self._theme.family(reference) if reference else "") or named


class _Reader:
    """Walks a body and yields its paragraphs, those of text boxes after the one they hang on."""

    def __init__(self, styles: _Styles, sections: list[Any]) -> None:
        self._styles = styles
        # How a section starts stands in its own properties, which come after it.
        self._starts = [_continuous(section) for section in sections[1:]]
        self._new_page = False  # a break was met and the next paragraph stands on a new page

    def read(self, parent: Any, *, table: bool = False, box: bool = False) -> Iterator[Paragraph]:
        for element in parent:
            if element.tag == _PARAGRAPH:
                framed = self._styles.value(element, "framePr") is not None
                yield self._paragraph(element, table=table, box=box or framed)
                for inner in _boxes(element):
                    yield from self.read(inner, table=table, box=True)
            elif isinstance(element.tag, str) and element.tag not in _SKIPPED:
                yield from self.read(element, table=table or element.tag == _TABLE, box=box)

    def _paragraph(self, element: Any, *, table: bool, box: bool) -> Paragraph:
        text, breaks, ended = "", set(), False
        style = _value(element.find(f"{W}pPr/{W}pStyle")) or ""
        faces: list[tuple[int, str]] = []
        before = self._new_page or _on(self._styles.value(element, "pageBreakBefore"))
        for words, face in _words(element):
            if words == "\f":
                # A break before any text moves this paragraph, one after it the next.
                before, ended = before or not text, bool(text)
            elif words == "\n":
                breaks.add(len(text))
            else:
                faces.append((len(text), style + face))
                text += _SPACE.sub("", words)
        if not box:
            ends = element.find(f"{W}pPr/{W}sectPr") is not None
            continuous = self._starts.pop(0) if ends and self._starts else False
            self._new_page = ended or (ends and not continuous)
        exact = self._styles.value(element, "spacing", "lineRule") == "exact"
        height = self._styles.value(element, "spacing", "line") if exact else None
        keep = _on(self._styles.value(element, "keepNext"))
        points = _number(height) / _TWIPS
        fixed = frozenset(breaks), before, table, box, keep, points
        hanging = _number(self._styles.value(element, "ind", "hanging")) > 0
        return Paragraph(text, *fixed, tuple(faces), hanging)


def _words(element: Any, face: str = "") -> Iterator[tuple[str, str]]:
    """Yield a paragraph's text in pieces, each with its run's formatting; ``\\n`` is a line
    broken by hand, ``\\f`` a page."""
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or "", face
        elif tag in (f"{W}br", f"{W}cr"):
            yield "\f" if child.get(f"{W}type") == "page" else "\n", face
        elif tag == f"{W}noBreakHyphen":
            yield "-", face
        elif tag == f"{W}r":
            properties = child.find(f"{W}rPr")
            yield from _words(child, "" if properties is None else _as_text(properties))
        elif isinstance(tag, str) and tag not in _SKIPPED and not tag.endswith(_DRAWN):
            yield from _words(child, face)


def _as_text(properties: Any) -> str:
    return etree.tostring(properties, encoding="unicode", with_tail=False)


def _boxes(element: Any) -> Iterator[Any]:
    for found in element.iter(_BOX):
        above = [parent.tag for parent in found.iterancestors()]
        inside = above[: above.index(_PARAGRAPH)] if _PARAGRAPH in above else above
        if not any(str(tag).endswith("}Fallback") for tag in inside):
            yield found


def _area(section: Any) -> Area:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")

    def points(of: Any, name: str, usual: int) -> float:
        return (_number(of.get(W + name)) if of is not None else usual) / _TWIPS

    # Without values Word takes Letter, and an inch and a quarter (ECMA-376-1 17.6.13).
    top, bottom = points(margins, "top", 1440), points(margins, "bottom", 1440)
    right, left = points(margins, "right", 1800), points(margins, "left", 1800)
    width, height = points(size, "w", 12240), points(size, "h", 15840)
    title = _on(_value(section.find(f"{W}titlePg")))
    # A negative margin holds even where the header is taller (17.6.11).
    return Area(width, height, abs(top), right, abs(bottom), left, title)


def _continuous(section: Any) -> bool:
    return _value(section.find(f"{W}type")) == "continuous"


def _value(element: Any) -> str | None:
    return None if element is None else str(element.get(f"{W}val", "1"))


def _on(value: str | None) -> bool:
    return value is not None and value not in {"0", "false", "off", "none"}


def _number(value: str | None) -> float:
    try:
        return float(value or 0)
    except ValueError:
        return 0.0
