"""The figures of a proof, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docgen.base.diagnostics import Words
from docgen.checks.proof.folio import sides
from docgen.checks.proof.margins import EDGES

if TYPE_CHECKING:
    from docgen.checks.proof import Figure, Proof

_MM, _PT, _NONE = Words("毫米", "mm"), Words("磅", "pt"), Words("", "")
_PAGES = Words("页", "pages")


def figures(proof: Proof) -> list[Figure]:
    """Return each figure with its label; those that the pages do not show are empty."""
    grid, head, ending = proof.grid, proof.head, proof.ending
    pages = Counter(page.lines for page in grid.pages)
    rows = [
        ("pages", "页数", "pages", str(proof.pages), _PAGES),
        (
            "chars",
            "写满的行（字数×行数）",
            "full lines (characters × lines)",
            counted(grid.counts),
            _NONE,
        ),
        ("pitch", "相邻汉字的距离", "pitch of neighbouring Hanzi", spread(grid.pitches), _PT),
        ("lines", "写满的页（行数×页数）", "full pages (lines × pages)", counted(pages), _NONE),
        ("line_pitch", "行距", "line pitch", number(grid.line_pitch, 2), _PT),
    ]
    for edge, words in EDGES.items():
        measured = [at for page in proof.margins if (at := page.of(edge)) is not None]
        rows.append((edge, words.zh, words.en, spread(measured, 1), _MM))
    below = spread([folio.below for folio in proof.folios], 1)
    rows.append(("page_number", "页码在版心下", "page number below the type area", below, _MM))
    if head is not None:
        rows += [
            ("mark_top", "发文机关标志上边", "top of the issuing mark", number(head.mark_top), _MM),
            ("line_below", "红线在上一行下", "red line below", number(head.line_below), _MM),
        ]
        if head.second_line is not None:
            second = number(head.second_line)
            rows.append(("second_line", "下红线距页边", "second line off the edge", second, _MM))
    if ending.imprint:
        off = f"{ending.imprint_off:+.1f}"
        rows.append(("imprint", "版记末线距版心下边", "imprint off the foot", off, _MM))
    rows.append(("fonts", "字体", "fonts", ", ".join(proof.glyphs.fonts), _NONE))
    return [_figure(*row) for row in rows]


def as_dict(proof: Proof) -> dict[str, Any]:
    """Return everything that was measured, of plain values."""
    grid, glyphs = proof.grid, proof.glyphs
    return {
        "pages": proof.pages,
        "chars": {str(cells): count for cells, count in sorted(grid.counts.items())},
        "pitch": [round(pitch, 3) for pitch in grid.pitches],
        "lines": {str(page.number): page.lines for page in grid.pages},
        "line_pitch": round(grid.line_pitch, 3),
        "margins": {
            str(page.page): {
                edge: None if (at := page.of(edge)) is None else round(at, 2) for edge in EDGES
            }
            for page in proof.margins
        },
        "page_numbers": [
            {
                "page": folio.page,
                "text": folio.text,
                "below": round(folio.below, 2),
                "side": folio.side,
                "aside": round(folio.aside, 2),
            }
            for folio in proof.folios
        ],
        "sides": sides(proof.folios),
        "head": None if proof.head is None else _rounded(proof.head._asdict()),
        "ending": _rounded(proof.ending._asdict()),
        "fonts": list(glyphs.fonts),
        "substituted": dict(glyphs.substituted),
        "missing": dict(glyphs.missing),
        "borrowed": dict(glyphs.borrowed),
    }


def counted(counts: Counter[int]) -> str:
    """Return how often each count was found, the commonest first: 28×97, 27×3."""
    return ", ".join(f"{count}×{times}" for count, times in counts.most_common())


def spread(measured: Iterable[float], places: int = 2) -> str:
    """Return the range of what was measured: 15.71–15.78."""
    values = sorted(round(value, places) for value in measured)
    if not values:
        return ""
    return "–".join(dict.fromkeys(f"{value:.{places}f}" for value in (values[0], values[-1])))


def number(value: float | None, places: int = 1) -> str:
    """Return one measure, ``""`` where there is none."""
    return f"{value:.{places}f}" if value else ""


def _figure(key: str, zh: str, en: str, value: str, unit: Words) -> Figure:
    from docgen.checks.proof import Figure

    return Figure(key, Words(zh, en), value, unit)


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: round(value, 2) if isinstance(value, float) else value
        for name, value in values.items()
    }
