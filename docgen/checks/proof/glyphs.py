"""Fonts and glyphs: which fonts really drew the page, and which characters none of them has.

Takes pages and the manuscript; gives what stood in for what, and reports characters that are
printed as an empty box or were borrowed from another font.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from docgen.base.catalogue.entry import Severity
from docgen.base.diagnostics import Words
from docgen.checks.proof.lines import HAN
from docgen.checks.proof.manuscript import Manuscript
from docgen.checks.proof.printed import Page
from docgen.checks.proof.sheet import Character
from docgen.checks.proof.verdict import Verdict, said_pages
from docgen.render.fontconfig import substitutes

_SHOWN = 20  # characters that a message names


class Glyphs(NamedTuple):
    """What drew the pages."""

    fonts: tuple[str, ...]  # as the PDF names them
    substituted: Mapping[str, str]  # family that is not installed → what stood in; "": by chance
    latin: frozenset[str]  # those that no Hanzi are set in
    missing: Mapping[str, list[int]]  # character without a glyph → its pages
    borrowed: Mapping[str, list[int]]  # character that came from another font → its pages


def read_glyphs(pages: Sequence[Page], manuscript: Manuscript) -> Glyphs:
    """Look at every printed character."""
    fonts: dict[str, None] = {}
    missing: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        for char in page.sheet.characters:
            fonts[char.font.name] = None
            if char.is_missing:
                missing[char.text].append(page.number)
    names = tuple(name for name in fonts if name)
    wanted = (*manuscript.families, *manuscript.latin)
    latin = frozenset(manuscript.latin) - frozenset(manuscript.families)
    return Glyphs(names, substitutes(wanted), latin, missing, _borrowed(pages))


def judge_glyphs(glyphs: Glyphs, verdict: Verdict) -> None:
    """Report fonts that are not installed, characters without a glyph or with a foreign one."""
    meant = {family: real for family, real in glyphs.substituted.items() if real}
    if meant:
        zh = "、".join(f"{family} → {real}" for family, real in meant.items())
        verdict.note("F235", fonts=zh)
    chance = {family for family, real in glyphs.substituted.items() if not real}
    # A font that only a few Latin letters are set in moves little on the page.
    for families, grade in (
        (chance - glyphs.latin, Severity.WARNING),
        (chance & glyphs.latin, Severity.INFO),
    ):
        if families:
            verdict.note("F236", grade, fonts=_quoted(sorted(families)))
    if glyphs.missing:
        verdict.note("F237", **_said(glyphs.missing))
    foreign = {char: pages for char, pages in glyphs.borrowed.items() if char not in glyphs.missing}
    if foreign:
        # A stand-in's gaps say nothing of the font that will print the document.
        grade = Severity.INFO if meant else Severity.WARNING
        verdict.note("F238", grade, **_said(foreign))


def _borrowed(pages: Sequence[Page]) -> dict[str, list[int]]:
    """Return Hanzi that were drawn in another font than most of those set in the same way."""
    drawn = list(_faces(pages))
    usual: dict[str, Counter[str]] = defaultdict(Counter)
    for face, _, char in drawn:
        usual[face][char.font.name] += 1
    found: dict[str, list[int]] = defaultdict(list)
    for face, page, char in drawn:
        if char.font.name != usual[face].most_common(1)[0][0]:
            found[char.text].append(page)
    return found


def _faces(pages: Sequence[Page]) -> Iterator[tuple[str, int, Character]]:
    """Yield each Hanzi of the text with its formatting in the manuscript and its page."""
    for page in pages:
        for printed in page.body:
            if printed.of is None or printed.at < 0:
                continue
            for n, char in enumerate(printed.line.characters):
                if HAN.match(char.text):
                    yield printed.of.face(printed.at + n), page.number, char


def _said(characters: Mapping[str, list[int]]) -> dict[str, Any]:
    shown = "".join(list(characters)[:_SHOWN]) + ("…" if len(characters) > _SHOWN else "")
    codes = " ".join(f"U+{ord(char):04X}" for char in list(characters)[:_SHOWN])
    pages = said_pages(page for pages in characters.values() for page in pages)
    return {"characters": shown, "codes": codes, "pages": pages}


def _quoted(families: Sequence[str]) -> Words:
    return Words("、".join(f"“{family}”" for family in families), ", ".join(families))
