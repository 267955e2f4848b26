"""Where a title breaks: by sense, never inside a word or a name, into 梯形 or 菱形 (7.3.1).

Takes a title on one line, the names in it that stay whole, and how many Han characters a line
holds; gives the lines. Joined they are the title again, but that a break between two Latin words
takes the place of their blank. Any other blank stays at the end of its line (the full-width one
between organs too: take it off before centring).

Every place between two characters has a cost: little before 关于 or after a date, much inside an
organ's name, a bracket or a word. Of all the ways to break, the cheapest wins, shape included.
Nothing is impossible, only dear: a title that fits in no good way still gets its lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, inf

from docgen.language.title_breaks import INSIDE_WORD, break_costs
from docgen.language.title_widths import Widths

# Places dearer than the first bar are tried only where the others give no lines, and so on.
_BARS = (250.0, INSIDE_WORD, inf)

_HOURGLASS = 60.0  # 沙漏 is never right, but better than a broken name
_RECTANGLE, _ALIKE = 9.0, 0.6  # lines that differ by less are a rectangle
_MORE_LINES = 6.0
_MOST_LINES = 4  # of which every shape is weighed
_UNEVEN = 0.05  # for the square of a line's distance from the mean
_SHORT = (  # a line narrower than this, and its cost
    (3.0, 600.0), (4.0, 60.0), (5.0, 5.0),
)  # fmt: skip


def title_lines(title: str, names: Sequence[str] = (), limit: float = 20) -> list[str]:
    """Return the lines of `title`, none wider than `limit`; one that fits is one line.

    `names` are organs, persons and places that no break may divide.
    """
    widths = Widths(title)
    if widths.of(0, len(title)) <= limit:
        return [title]
    costs = break_costs(title, names, limit)
    ends = _shapely(widths, costs, limit) or _filled(widths, costs, limit)
    lines = [title[start:end] for start, end in zip((0, *ends), ends, strict=False)]
    return [*map(_unspaced, lines, lines[1:]), lines[-1]]


def _unspaced(line: str, following: str) -> str:
    """Return a line without the blank that a break between two Latin words replaces."""
    bare = line.rstrip(" ")
    latin = bare[-1:].isascii() and following[:1].isascii()
    return bare if bare and latin else line


def _shapely(widths: Widths, costs: list[float], limit: float) -> tuple[int, ...]:
    """Return where the lines end, at best; nothing where a title is too long to weigh all
    shapes or cannot be broken into so few lines."""
    length = len(costs) - 1
    fewest = ceil(widths.of(0, length) / limit)
    for bar in _BARS if fewest <= _MOST_LINES else ():
        places = [place for place in range(1, length) if costs[place] < bar]
        most = fewest + (bar < inf and fewest < _MOST_LINES)
        found = [
            (_cost(ends, widths, costs) + _MORE_LINES * (count - fewest), ends)
            for count in range(fewest, most + 1)
            for ends in _partitions(widths, places, 0, count, limit)
        ]
        if found and min(found)[0] < bar:
            return min(found)[1]
    return ()


def _partitions(
    widths: Widths, places: list[int], start: int, count: int, limit: float
) -> Iterator[tuple[int, ...]]:
    """Yield the ends of `count` lines from `start` on, none wider than `limit`."""
    length = len(widths.edges) - 1
    left = widths.of(start, length)
    if count == 1 and left <= limit:
        yield (length,)
    if count == 1 or left > count * limit:
        return
    for index, place in enumerate(places):
        if widths.of(start, place) > limit:
            return
        for ends in _partitions(widths, places[index + 1 :], place, count - 1, limit):
            yield (place, *ends)


def _cost(ends: tuple[int, ...], widths: Widths, costs: list[float]) -> float:
    lines = [widths.of(start, end) for start, end in zip((0, *ends), ends, strict=False)]
    return sum(costs[end] for end in ends[:-1]) + shape_cost(lines)


def shape_cost(lines: list[float]) -> float:
    """Return how bad lines of these widths look: uneven, short, a rectangle, an hourglass."""
    mean = sum(lines) / len(lines)
    cost = sum(_UNEVEN * (width - mean) ** 2 + _short(width) for width in lines)
    if max(lines) - min(lines) < _ALIKE:
        cost += _RECTANGLE
    return cost + (_HOURGLASS if is_hourglass(lines) else 0.0)


def is_hourglass(lines: list[float]) -> bool:
    """Whether a line is narrower than one before it and one after it."""
    return any(
        max(lines[:index]) > width < max(lines[index + 1 :])
        for index, width in enumerate(lines[1:-1], 1)
    )


def _short(width: float) -> float:
    return next((cost for least, cost in _SHORT if width < least), 0.0)


def _filled(widths: Widths, costs: list[float], limit: float) -> tuple[int, ...]:
    """Return where the lines of a very long title end: by sense, most of each line filled."""
    length = len(costs) - 1
    ways: list[tuple[float, int]] = [(0.0, 0)]  # the cost of each end, and where its line begins
    for end in range(1, length + 1):
        best = (inf, 0)
        for start in range(end - 1, -1, -1):
            width = widths.of(start, end)
            if width > limit and start < end - 1:
                break
            cost = ways[start][0] + _UNEVEN * (0.85 * limit - width) ** 2 + _short(width)
            best = min(best, (cost, start))
        ways.append((best[0] + (costs[end] if end < length else 0.0), best[1]))
    ends = [length]
    while ways[ends[-1]][1]:
        ends.append(ways[ends[-1]][1])
    return tuple(ends[::-1])
