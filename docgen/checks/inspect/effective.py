"""What a paragraph or run really looks like, and where that comes from.

Takes the levels a property may come from, gives each value with its `Carrier`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from docgen.checks.inspect.levels import UNSET, Carrier, Carriers, Found, Levels
from docgen.checks.inspect.sheet import Sheet
from docgen.checks.inspect.theme import ThemeFonts
from docgen.checks.inspect.units import attribute, child, is_on, number, points

_SLOTS = {"eastAsia": "eastAsiaTheme", "ascii": "asciiTheme", "hAnsi": "hAnsiTheme"}
# Word's own default, where nothing gives a size (ECMA-376-1 17.3.2.38).
_DEFAULT_SIZE = 10.0
_LINE = 240  # auto line spacing counts 240ths of a line


class Line(NamedTuple):
    """Line spacing: ``exact`` and ``atLeast`` in points, ``auto`` in lines."""

    rule: str
    amount: float


class Resolver(Carriers):
    """Resolves the values of one document."""

    def __init__(self, sheet: Sheet, themes: ThemeFonts) -> None:
        super().__init__(sheet)
        self._themes = themes

    def font(self, levels: Levels, slot: str) -> Found:
        """Return the family of a slot: ``eastAsia``, ``ascii`` or ``hAnsi``; ``""``: none said.

        On one element the theme's font beats a named one (ECMA-376-1 17.3.2.26).
        """
        for carrier, properties in levels:
            fonts = child(properties, "rFonts")
            reference, named = attribute(fonts, _SLOTS[slot]), attribute(fonts, slot)
            if reference:
                family = self._themes.family(reference)
                zh = f"{carrier.zh}引用的主题字体（{reference}）"
                en = f"the theme font ({reference}) of {carrier.en}"
                return Found(family, Carrier("theme", carrier.key, zh, en, carrier.holder))
            if named:
                return Found(named, carrier)
        return Found("", UNSET, unset=True)

    def size(self, levels: Levels) -> Found:
        """Return the size in points."""
        for carrier, properties in levels:
            size = points(attribute(child(properties, "sz"), "val"), 1 / 2)
            if size is not None:
                return Found(size, carrier)
        return Found(_DEFAULT_SIZE, UNSET, unset=True)

    def bold(self, levels: Levels) -> Found:
        """Return whether it is bold. Bold in a paragraph style and a character style cancel
        each other (ECMA-376-1 17.7.3)."""
        bold, cause, kinds = False, UNSET, set()
        for carrier, properties in levels:
            found = child(properties, "b")
            if found is None:
                continue
            if carrier.kind == "run":
                return Found(is_on(found), carrier)
            kind = carrier.key.split(":")[0]
            if kind in kinds:
                continue
            kinds.add(kind)
            if is_on(found):
                bold, cause = (True if kind == "defaults" else not bold), carrier
        return Found(bold, cause, unset=cause is UNSET)

    def colour(self, levels: Levels) -> Found:
        """Return the colour as six hexadecimal digits, ``auto`` or a theme colour's name."""
        for carrier, properties in levels:
            colour = child(properties, "color")
            if colour is not None:
                theme = attribute(colour, "themeColor")
                return Found(theme or (attribute(colour, "val") or "auto").upper(), carrier)
        return Found("auto", UNSET, unset=True)

    def spacing(self, levels: Levels) -> Found:
        """Return the character spacing in points."""
        for carrier, properties in levels:
            spacing = points(attribute(child(properties, "spacing"), "val"))
            if spacing is not None:
                return Found(spacing, carrier)
        return Found(0.0, UNSET, unset=True)

    def scale(self, levels: Levels) -> Found:
        """Return how wide characters are set, in per cent."""
        for carrier, properties in levels:
            scale = number((attribute(child(properties, "w"), "val") or "").rstrip("%"))
            if scale is not None:
                return Found(scale, carrier)
        return Found(100.0, UNSET, unset=True)

    def align(self, levels: Levels) -> Found:
        """Return ``left``, ``right``, ``center``, ``both`` …"""
        for carrier, properties in levels:
            align = attribute(child(properties, "jc"), "val")
            if align:
                return Found({"start": "left", "end": "right"}.get(align, align), carrier)
        return Found("left", UNSET, unset=True)

    def line(self, levels: Levels) -> Found:
        """Return the line spacing; its rule and its amount may come from two places, the
        nearer is the cause."""
        amount = rule = None
        cause: Carrier | None = None
        for carrier, properties in levels:
            spacing = child(properties, "spacing")
            given = attribute(spacing, "line"), attribute(spacing, "lineRule")
            if any(given) and (amount is None or rule is None):
                cause = cause or carrier
                amount, rule = amount or given[0], rule or given[1]
                if amount is not None and given[0] is not None:
                    break
        rule = rule or "auto"
        if amount is None or cause is None:
            return Found(Line("auto", 1.0), UNSET, unset=True)
        value = (number(amount) or _LINE) / _LINE if rule == "auto" else points(amount) or 0.0
        return Found(Line(rule, value), cause)

    def gap(self, levels: Levels, side: str, pitch: float) -> Found:
        """Return the space ``before`` or ``after`` a paragraph in points."""
        for carrier, properties in levels:
            spacing = child(properties, "spacing")
            automatic = attribute(spacing, f"{side}Autospacing")
            if automatic in ("1", "true", "on"):
                return Found(14.0, carrier)  # what Word gives a paragraph of the web
            lines = number(attribute(spacing, f"{side}Lines"))
            if lines:
                return Found(lines / 100 * pitch, carrier)
            gap = points(attribute(spacing, side))
            if gap is not None:
                return Found(gap, carrier)
        return Found(0.0, UNSET, unset=True)

    def border(self, levels: Levels, side: str) -> Found:
        """Return the border element of a side, or None."""
        for carrier, properties in levels:
            border = child(child(properties, "pBdr"), side)
            if border is not None:
                shown = attribute(border, "val") not in (None, "nil", "none")
                return Found(border if shown else None, carrier)
        return Found(None, UNSET, unset=True)

    def indent(self, levels: Levels, name: str) -> Found:
        """Return (cells or None, points) of the ``first``, ``left`` or ``right`` indent.

        On one element cells beat twips, cells of 0 say nothing; the nearest element that says
        either wins.
        """
        for carrier, properties in levels:
            found = _indent(child(properties, "ind"), name)
            if found is not None:
                return Found(found, carrier)
        return Found((None, 0.0), UNSET, unset=True)


_FIRST = (("firstLine", 1), ("hanging", -1))
_SIDES = {"left": ("left", "start"), "right": ("right", "end")}


def _indent(indent: Any, name: str) -> tuple[float | None, float] | None:
    signs = _FIRST if name == "first" else [(side, 1) for side in _SIDES[name]]
    said = list(_said(indent, signs))
    if not said:
        return None
    cells = next((amount for amount, in_cells in said if in_cells and amount), None)
    if cells is not None and name == "left":
        # Word counts leftChars without the hanging cells beside it, left with them.
        cells += (number(attribute(indent, "hangingChars")) or 0) / 100
    twips = next((amount for amount, in_cells in said if not in_cells), None)
    if cells is not None:
        return cells, twips or 0.0
    return None, twips or 0.0


def _said(indent: Any, signs: Any) -> Iterator[tuple[float, bool]]:
    """Yield (cells, True) and (points, False) of every attribute that is there."""
    # hanging beats firstLine where both are there (ECMA-376-1 17.3.1.12).
    for name, sign in reversed(list(signs)):
        cells = number(attribute(indent, f"{name}Chars"))
        if cells is not None:
            yield cells / 100 * sign, True
        length = points(attribute(indent, name))
        if length is not None:
            yield length * sign, False
