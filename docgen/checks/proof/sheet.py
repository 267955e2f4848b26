"""What is printed on each page of a PDF: characters, rules and fonts, as they lie on the sheet.

Takes the bytes of a PDF; gives a `Sheet` per page. Lengths are points, measured from the left
and the top edge of the page as a ruler would be.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_POINTS_A_MM = 72 / 25.4
_NEVER_DRAWN = {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"}  # control, format, separators, zero width
_NAME = 256  # bytes; a font's name is far shorter


def mm(points: float) -> float:
    """Return points as millimetres."""
    return points / _POINTS_A_MM


class Box(NamedTuple):
    """A rectangle on the page; `top` is the smaller number."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


class Font(NamedTuple):
    """A font of the PDF: its name without the subset's tag, and the outline that it draws for
    a character it does not have, per point of type size (ISO 32000-1 9.7.6.3, glyph 0)."""

    name: str
    embedded: bool
    missing: Box | None


class Colour(NamedTuple):
    red: int
    green: int
    blue: int

    @property
    def is_red(self) -> bool:
        return self.red > 150 and self.green < 100 and self.blue < 100


class Character(NamedTuple):
    """One printed character: its origin on the baseline, em box and ink."""

    text: str
    x: float
    baseline: float
    box: Box
    ink: Box
    size: float
    font: Font
    colour: Colour
    is_turned: bool = False  # it is read with the right edge of the page up

    @property
    def is_missing(self) -> bool:
        """Whether the font's box for a missing glyph is printed in its place, or nothing."""
        if self.is_turned or self.text.isspace() or unicodedata.category(self.text) in _NEVER_DRAWN:
            return False
        at = (self.x, self.baseline)
        drawn = Box(*(edge - origin for edge, origin in zip(self.ink, at * 2, strict=True)))
        if drawn.width < 0.02 and drawn.height < 0.02:
            return True
        tofu = self.font.missing
        return tofu is not None and all(
            abs(is_at - of * self.size) < 0.006 * self.size
            for is_at, of in zip(drawn, tofu, strict=True)
        )


class Rule(NamedTuple):
    """A straight line or a bar, printed across the page or down it."""

    box: Box
    colour: Colour


@dataclass(frozen=True)
class Sheet:
    """One page: its number from 1, its size, and what is printed on it."""

    number: int
    width: float
    height: float
    characters: list[Character] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height

    def turned(self) -> Sheet:
        """Return the page as it lies in the pile: a landscape page turned upright, with what is
        read upright then. Its left edge is the foot."""
        characters = [_turned(c, self.width) for c in self.characters if c.is_turned]
        return Sheet(self.number, self.height, self.width, characters)


def _turned(char: Character, width: float) -> Character:
    def box(of: Box) -> Box:
        return Box(of.top, width - of.right, of.bottom, width - of.left)

    turned = char._replace(box=box(char.box), ink=box(char.ink), is_turned=False)
    return turned._replace(x=char.baseline, baseline=width - char.x)


def read_sheets(pdf: bytes) -> list[Sheet]:
    """Return every page of a PDF. Raises ValueError where it is none."""
    import pypdfium2  # heavy, and only a proof needs it

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as exc:
        raise ValueError(str(exc)) from exc
    try:
        fonts: dict[int, Font] = {}
        return [_sheet(page, number, fonts) for number, page in enumerate(document, start=1)]
    finally:
        document.close()


def _sheet(page: Any, number: int, fonts: dict[int, Font]) -> Sheet:
    width, height = page.get_size()
    characters = list(_Text(page, height, fonts).characters())
    return Sheet(number, width, height, characters, list(_rules(page, height)))


class _Text:
    """The characters of one page, through PDFium's own functions: its Python layer has no
    origins, fonts or colours."""

    def __init__(self, page: Any, height: float, fonts: dict[int, Font]) -> None:
        import pypdfium2.raw as raw

        self._raw, self._height, self._fonts = raw, height, fonts
        self._page = page.get_textpage()  # kept, or it is closed under our hands
        self._text = self._page.raw

    def characters(self) -> Iterator[Character]:
        high = 0  # PDFium gives a character beyond U+FFFF as two surrogates
        for index in range(self._raw.FPDFText_CountChars(self._text)):
            code = self._raw.FPDFText_GetUnicode(self._text, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
            high = 0
            if self._raw.FPDFText_IsGenerated(self._text, index) != 1:
                yield self._character(index, chr(code))

    def _character(self, index: int, text: str) -> Character:
        raw, page = self._raw, self._text
        x, y = _doubles(2)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        left, right, bottom, top = _doubles(4)
        raw.FPDFText_GetCharBox(page, index, left, right, bottom, top)
        loose = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(page, index, loose)
        return Character(
            text,
            x.value,
            self._height - y.value,
            self._box(loose.left, loose.top, loose.right, loose.bottom),
            self._box(left.value, top.value, right.value, bottom.value),
            raw.FPDFText_GetFontSize(page, index),
            self._font(index),
            _colour(lambda *into: raw.FPDFText_GetFillColor(page, index, *into)),
            abs(raw.FPDFText_GetCharAngle(page, index) - math.pi / 2) < 0.1,
        )

    def _box(self, left: float, top: float, right: float, bottom: float) -> Box:
        return Box(left, self._height - top, right, self._height - bottom)

    def _font(self, index: int) -> Font:
        drawn = self._raw.FPDFText_GetTextObject(self._text, index)
        handle = self._raw.FPDFTextObj_GetFont(drawn) if drawn else None
        if not handle:
            return Font("", False, None)
        known = ctypes.addressof(handle.contents)
        if known not in self._fonts:
            self._fonts[known] = self._new_font(handle)
        return self._fonts[known]

    def _new_font(self, handle: Any) -> Font:
        buffer = ctypes.create_string_buffer(_NAME)
        self._raw.FPDFFont_GetBaseFontName(handle, buffer, _NAME)
        name = buffer.value.decode("utf-8", "replace")
        embedded = self._raw.FPDFFont_GetIsEmbedded(handle) == 1
        return Font(name.rsplit("+", 1)[-1], embedded, self._missing(handle))

    def _missing(self, handle: Any) -> Box | None:
        """Return the outline of glyph 0 around its origin, with its top above (negative)."""
        raw = self._raw
        path = raw.FPDFFont_GetGlyphPath(handle, 0, 1.0)
        count = raw.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
        x, y = ctypes.c_float(), ctypes.c_float()
        points = []
        for n in range(count):
            raw.FPDFPathSegment_GetPoint(raw.FPDFGlyphPath_GetGlyphPathSegment(path, n), x, y)
            points.append((x.value, -y.value))
        if not points:
            return None
        across, down = zip(*points, strict=True)
        return Box(min(across), min(down), max(across), max(down))


def _rules(page: Any, height: float) -> Iterator[Rule]:
    """Yield the page's lines and bars, whatever they are drawn with."""
    import pypdfium2.raw as raw

    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(drawn.raw, filled, stroked)
        points = _points(drawn.raw)
        if not points or not (filled.value or stroked.value):
            continue  # only clips
        width = ctypes.c_float()
        if stroked.value:
            raw.FPDFPageObj_GetStrokeWidth(drawn.raw, width)
        paint = raw.FPDFPageObj_GetFillColor if filled.value else raw.FPDFPageObj_GetStrokeColor
        colour = _colour(lambda *into, d=drawn, p=paint: p(d.raw, *into))
        yield Rule(_around(points, width.value / 2, height), colour)


def _points(drawn: Any) -> list[tuple[float, float]]:
    """Return a path's points on the page. PDFium's own bounds are wider than its ink."""
    import pypdfium2.raw as raw

    x, y, matrix = ctypes.c_float(), ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    points = []
    for n in range(raw.FPDFPath_CountSegments(drawn)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(drawn, n), x, y)
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        points.append((across, matrix.b * x.value + matrix.d * y.value + matrix.f))
    return points


def _around(points: list[tuple[float, float]], half: float, height: float) -> Box:
    """Return the box of a path's ink: half the pen's width beside a line, nothing at its ends."""
    across, up = zip(*points, strict=True)
    left, right, bottom, top = min(across), max(across), min(up), max(up)
    if right - left > top - bottom:
        return Box(left, height - top - half, right, height - bottom + half)
    return Box(left - half, height - top, right + half, height - bottom)


def _colour(ask: Callable[..., Any]) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]  # the last is opacity
    ask(*parts)
    return Colour(*(part.value for part in parts[:3]))


def _doubles(count: int) -> list[ctypes.c_double]:
    return [ctypes.c_double() for _ in range(count)]
