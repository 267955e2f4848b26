"""The chart of 任务进展 as a picture: an SVG, drawn here so that it needs no program.

Takes how tasks stand, gives XML; the same input gives the same bytes. Lengths in pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from unicodedata import east_asian_width

from docgen.render.xml import escaped
from docgen.tasks.gantt import GROUNDS, LEGEND, MONTHS, Month, months
from docgen.tasks.progress_page import due_words, state_words
from docgen.tasks.status import Stand, day_words, summary

_EDGE, _ROW, _TOP = 24, 26, 96
_MONTH = 40
# Left edges: number, task, unit, deadline, state; then the months.
_AT = (24, 60, 330, 480, 600)
_CHART = 668
_WIDTH = _CHART + MONTHS * _MONTH + _EDGE
_SIZE = 13  # of the letters
_INK, _LINE, _PALE = "#222222", "#999999", "#DDDDDD"


def progress_svg(title: str, stands: Sequence[Stand], year: int, on: date) -> bytes:
    """Return the picture of how tasks stand on a day."""
    bottom = _TOP + len(stands) * _ROW
    height = bottom + 56
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" font-size="{_SIZE}" '
        f'fill="{_INK}">',
        f"<title>{escaped(title)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#FFFFFF"/>',
        _words(_WIDTH / 2, 32, title, 'text-anchor="middle" font-size="20" font-weight="bold"'),
        _words(_WIDTH / 2, 58, f"截至{day_words(on)}，{summary(stands)}", 'text-anchor="middle"'),
        *_head(),
    ]
    for at, each in enumerate(stands):
        drawn += _row(each, _TOP + at * _ROW, year, on)
    drawn += [*_grid(bottom), *_today(year, on, bottom), *_legend(bottom + 30), "</svg>\n"]
    return "\n".join(drawn).encode()


def _words(x: float, y: float, words: str, more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}"{" " if more else ""}{more}>{escaped(words)}</text>'


def _head() -> Iterator[str]:
    for x, words in zip(_AT, ("序号", "任务", "牵头单位", "完成时限", "状态"), strict=True):
        yield _words(x, _TOP - 10, words, 'font-weight="bold"')
    for number in range(MONTHS):
        middle = _CHART + (number + 0.5) * _MONTH
        yield _words(
            middle, _TOP - 10, f"{number + 1}月", 'text-anchor="middle" font-weight="bold"'
        )


def _row(each: Stand, top: int, year: int, on: date) -> Iterator[str]:
    task = each.task
    cells = (task.label, task.title, task.owner, due_words(task, year), state_words(each))
    edges = (*_AT[1:], _CHART)
    base = top + _ROW - 8
    whole = f"{task.title}（{task.owner}）" if task.owner else task.title
    yield f"<g><title>{escaped(whole)}</title>"
    for x, edge, words in zip(_AT, edges, cells, strict=True):
        yield _words(x, base, _clipped(words, edge - x - 8))
    for number, month in enumerate(months(each, year, on)):
        yield from _cell(month, _CHART + number * _MONTH, top)
    yield "</g>"


def _cell(month: Month, x: int, top: int) -> Iterator[str]:
    if month.ground:
        yield (
            f'<rect x="{x}" y="{top + 4}" width="{_MONTH}" height="{_ROW - 8}" '
            f'fill="#{GROUNDS[month.ground]}"/>'
        )
    if month.mark:
        yield _words(x + _MONTH / 2, top + _ROW - 8, month.mark, 'text-anchor="middle"')


def _grid(bottom: int) -> Iterator[str]:
    for y in range(_TOP, bottom + 1, _ROW):
        yield _line(_EDGE, y, _WIDTH - _EDGE, y, _LINE if y in (_TOP, bottom) else _PALE)
    for number in range(MONTHS + 1):
        x = _CHART + number * _MONTH
        yield _line(x, _TOP, x, bottom, _PALE)


def _today(year: int, on: date, bottom: int) -> Iterator[str]:
    if on.year == year:
        x = _CHART + (on.month - 1 + (on.day - 0.5) / 31) * _MONTH
        yield _line(round(x), _TOP, round(x), bottom, _INK, 'stroke-dasharray="4 3"')


def _line(x1: int, y1: int, x2: int, y2: int, colour: str, more: str = "") -> str:
    ends = f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
    return f'<line {ends} stroke="{colour}"{" " if more else ""}{more}/>'


def _legend(y: int) -> Iterator[str]:
    x = _AT[0]
    for ground, mark, words in LEGEND:
        fill = GROUNDS[ground]
        yield f'<rect x="{x}" y="{y - 13}" width="28" height="18" fill="#{fill}"/>'
        yield _words(x + 14, y + 1, mark, 'text-anchor="middle"') if mark else ""
        yield _words(x + 36, y + 1, words)
        x += 36 + _width(words) + 28


def _width(words: str) -> int:
    """Return about how many pixels words take: a Han is as wide as its size."""
    return round(sum(1 if east_asian_width(c) in "WFA" else 0.55 for c in words) * _SIZE)


def _clipped(words: str, room: int) -> str:
    """Return words as far as there is room for them; all of them are in the row's own title."""
    if _width(words) <= room:
        return words
    while words and _width(words + "…") > room:
        words = words[:-1]
    return words + "…"
