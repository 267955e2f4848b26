"""Where a title breaks: by sense, never inside a word or a name, into 梯形 or 菱形 (7.3.1).

Takes a title on one line, the names in it that stay whole, and how many Han characters a line
holds; gives the lines. Joined they are the title again, but that a break between two Latin words
takes the place of their blank; a full-width blank between organs stays at the end of its line.

Every place between two characters has a cost: little before 关于 or after a date, much inside an
organ's name, a bracket or a word. Of all the ways to break, the cheapest wins, shape included.
Nothing is impossible, only dear: a title that fits in no good way still gets its lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import ceil, inf
from pathlib import Path
from typing import NamedTuple

from docgen.base.han import is_wide

# Widths against a Han character, as 小标宋 and Times New Roman set them at 22 pt.
_DIGIT, _CAPITAL, _LATIN = 0.64, 0.7, 0.5

_WORD = 2000.0  # the cost of a break inside a word
_GLYPH = 1e6  # inside what is seen as one character
_WHOLE = 300.0  # more, inside an organ's name or a bracket that fits on a line
_LONG = 4.0  # more, inside one that does not
# Places dearer than the first bar are tried only where the others give no lines, and so on.
_BARS = (250.0, _WORD, inf)

_HOURGLASS = 60.0  # 沙漏 is never right, but better than a broken name
_RECTANGLE, _ALIKE = 9.0, 0.6  # lines that differ by less are a rectangle
_MORE_LINES = 6.0
_MOST_LINES = 4  # of which every shape is weighed
_UNEVEN = 0.05  # for the square of a line's distance from the mean
_SHORT = (  # a line narrower than this, and its cost
    (3.0, 600.0), (4.0, 60.0), (5.0, 5.0),
)  # fmt: skip

_BLANKS = " \t\u3000"
_OPENING, _CLOSING = "《〈“‘（([「『【〔", "》〉”’）)]」』】〕"
_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_CN = "〇零一二三四五六七八九十百千"
_SPAN = "[—–～~-]"
# What is told by its form; compiled when the first long title comes.
_FORMS = {
    "preposition": "关于[对将在向]?",
    "time": rf"(?:[0-9]{{4}}|[〇{_CN[1:11]}]{{4}})年度?(?:[0-9]{{1,2}}(?:{_SPAN}[0-9]{{1,2}})?月"
    rf"(?:[0-9]{{1,2}}日)?|[上下]半年|[春夏秋冬]季(?:学期)?|第[{_CN}0-9]季度)?"
    rf"|[0-9]{{1,2}}(?:{_SPAN}[0-9]{{1,2}})?月(?:[0-9]{{1,2}}[日号])?|第[{_CN}0-9]季度",
    "noun": rf"(?:党的[{_CN}]+[大届]|[{_CN}]+届(?=[{_CN}]中))(?:[{_CN}]中全会)?(?:精神)?",
    "ordinal": rf"第[{_CN}0-9×]+[届次期批号个轮条项章名]?",
    "number": r"[0-9]+(?:[.．,，:：/—–～~-][0-9]+)*[余多]?[万亿]?(?:周年|万元|平方米|公里|个"
    r"|[年日号时分秒次届期批名项件条户家人天元吨亩岁米座台套篇起位类%％‰℃])",
    "latin": r"{0}+(?:[-.&'’/+]{0}+)*".format("[A-Za-z0-9À-ÖØ-ɏͰ-ԯ]"),
    "name": "×{2,}[省市县区州镇乡村]?",
    "blank": f"[{_BLANKS}]+",
    "opening": f"[{re.escape(_OPENING)}]",
    "closing": f"[{re.escape(_CLOSING)}]",
    "stop": "[、，。；：？！…—～·,.;:?!%％]+",
}
_COUNTED = rf"[{_CN}两几]+(?:年|周年|个|项|批|名|起|件|条|次|届|方面)"

_PARTICLES = ("preposition", "conjunction", "besides", "of", "place")  # short, but sure
_ISSUING = {"关于", "印发", "转发", "批转", "发布", "公布"}
_NAMED = ("place", "unknown", "organ", "name")
# Words that begin something new, even after a word that is in no list.
_BEGINNING = ("time", "opening", "preposition", "besides", "adverb", "verb")
_BEFORE_LIST = ("stop", "verb", "preposition", "conjunction", "opening", "closing", "blank")
# Pairs that rather belong together: 设备|购置, 示例市|第十届, 衔接|推进.
_CLOSE = {("noun", "verb"), ("place", "ordinal"), ("verb", "verb")}


class Word(NamedTuple):
    """A piece of a title that stays whole, and its class."""

    text: str
    kind: str


class Lexicon(NamedTuple):
    """The words of titles by class, and what a break before and after each class costs."""

    kinds: dict[str, str]
    before: dict[str, float]
    after: dict[str, float]
    longest: int
    forms: re.Pattern[str]
    counted: re.Pattern[str]


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


class Widths:
    """How wide the pieces of a title are, in Han characters."""

    def __init__(self, title: str) -> None:
        self.edges = [0.0]
        self.last = [0]  # for each place, where the blanks before it begin
        for index, char in enumerate(title):
            self.edges.append(self.edges[-1] + _char_width(char))
            self.last.append(self.last[-1] if char in _BLANKS else index + 1)

    def of(self, start: int, end: int) -> float:
        """Return the width of a line; blanks at its end take no room. Sums are of hundredths."""
        return round(self.edges[max(self.last[end], start)] - self.edges[start], 2)


def _char_width(char: str) -> float:
    if char.isascii() and char.isdigit():
        return _DIGIT
    if ord(char) >= 0x2000 or is_wide(char):  # ambiguous marks are full-width in Chinese faces
        return 1.0
    return _CAPITAL if char.isupper() else _LATIN


# What a break costs


def break_costs(title: str, names: Sequence[str], limit: float) -> list[float]:
    """Return what a line's end costs at each place of a title, from 0 to its length."""
    words = _read(title, names, limit)
    places = [0]
    for word in words:
        places.append(places[-1] + len(word.text))
    costs = [_WORD] * (len(title) + 1)
    for index in range(1, len(words)):
        costs[places[index]] = _between(words, index)
    for first, last in (*_brackets(words), *_organs(words)):
        start, end = places[first], places[last]
        fits = Widths(title[start:end]).edges[-1] <= limit
        extra = _WHOLE if fits else _LONG
        costs[start + 1 : end] = [cost + extra for cost in costs[start + 1 : end]]
    for place in range(1, len(title)):
        if _is_glued(title, place):
            costs[place] = _GLYPH
    return costs


def _between(words: list[Word], index: int) -> float:
    """Return what a break before the word at `index` costs."""
    lexicon = _lexicon()
    left, right = words[index - 1], words[index]
    if _is_one_name(words, index):
        return _WHOLE
    if left.text == "、" and _is_short_list(words, index):
        return 25.0  # 全国、全省 is one thing said shortly
    if right.text == "关于" and left.kind != "opening":
        return 1.0
    before = lexicon.before[right.kind]
    if right.kind == "head" and len(right.text) >= 4:
        before -= 2.0  # 专题研讨班 stands by itself more than 活动
    lone = 15.0 * sum(word.kind == "unknown" and len(word.text) == 1 for word in (left, right))
    return _after(words, index) + before + lone


def _after(words: list[Word], index: int) -> float:
    """Return what it costs to end a line with the word before `index`, the next one seen."""
    left, right = words[index - 1], words[index]
    earlier = words[index - 2] if index > 1 else Word("", "")
    if left.kind == "attribute" and earlier.text == "、":
        return 2.0  # what follows belongs to all of the list
    if left.kind == "unknown" and right.kind in _BEGINNING and len(right.text) > 1:
        return 3.0
    if left.kind == "blank" and right.kind in ("prefix", *_NAMED):
        return 5.0  # organs that issue together
    after = _lexicon().after[left.kind]
    if left.kind == "organ" and right.kind in ("noun", "head", "attribute"):
        after += 5.0  # 市委|农村工作会议
    joined = earlier.kind == "conjunction"  # 转变和优化|环境
    quoted = left.text in "”’" and (right.kind != "head" or len(right.text) <= 2)
    return after + 6.0 * (joined or quoted or (left.kind, right.kind) in _CLOSE)


def _is_one_name(words: list[Word], index: int) -> bool:
    """Whether the words on both sides of a place are one name: 示例市|财政局, 第三|中学,
    办法|（试行）, （工）|委."""
    left, right = words[index - 1], words[index]
    return (
        (left.kind in _NAMED and (right.kind == "organ" or _is_bare_ordinal(right)))
        or _is_bare_ordinal(left)
        or _is_remark(words[index : index + 3], 2)
        or (right.kind == "unknown" and _is_remark(words[max(0, index - 3) : index], 1))
    )


def _is_short_list(words: list[Word], index: int) -> bool:
    """Whether the 、 before the word at `index` stands between short words that share the next."""
    alone = index < 3 or words[index - 3].kind in _BEFORE_LIST
    return index > 1 and alone and max(len(words[index - 2].text), len(words[index].text)) <= 2


def _is_bare_ordinal(word: Word) -> bool:
    """Whether a number is part of a name: 第三中学, 市委第五巡察组."""
    return word.kind == "ordinal" and word.text[-1] in _CN + "0123456789×"


def _is_remark(words: list[Word], longest: int) -> bool:
    """Whether these are a bracket so short that it hangs on what is before it: （试行）."""
    texts = [word.text for word in words]
    return len(texts) == 3 and texts[0] in "（(" and texts[2] in "）)" and len(texts[1]) <= longest


def _brackets(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Yield the first word and the word after each bracket that is closed."""
    opened: list[tuple[str, int]] = []
    for index, (text, kind) in enumerate(words):
        if kind == "opening":
            opened.append((_CLOSING[_OPENING.index(text)], index))
        elif kind == "closing" and text in [closing for closing, _ in opened]:
            while opened:
                closing, first = opened.pop()
                if closing == text:
                    yield first, index + 1
                    break


def _organs(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Yield the first word and the word after each organ that issues: at the title's or a
    bracket's beginning, after a blank, 、 or 转发."""
    for first, (_, kind) in enumerate(words):
        previous = words[first - 1] if first else Word("", "opening")
        begins = previous.kind in ("opening", "blank") or previous.text in ("、", *_ISSUING)
        if begins and kind in ("prefix", "place", "unknown", "organ", "name"):
            last = _organ_end(words, first)
            if last > first:
                yield first, last


def _organ_end(words: list[Word], first: int) -> int:
    last = first
    acting = False
    for index in range(first, len(words)):
        text, kind = words[index]
        if text == "关于":
            return index
        acting = acting or kind == "verb"  # 市全面深化改革委员会, but not 市推进 and 省委
        if kind in ("time", "ordinal", "opening", "closing", "blank", "stop", "preposition"):
            break
        if text in _ISSUING or (acting and (kind == "organ" or last > first)):
            break
        if kind in ("organ", "suffix"):
            last = index + 1
    return last


def _is_glued(title: str, place: int) -> bool:
    """Whether the character at `place` is seen as one with that before it."""
    before, char = title[place - 1], title[place]
    if char < "\u0300" or is_wide(char):
        return False
    if char in _FLAGS:  # two letters each
        letters = title[:place]
        return (len(letters) - len(letters.rstrip(_FLAGS))) % 2 == 1
    skin = "\U0001f3fb" <= char <= "\U0001f3ff"
    return skin or before == "\u200d" or unicodedata.category(char)[0] == "M" or char == "\u200d"


# Words


@cache
def _lexicon() -> Lexicon:
    """Return the words of the field, read when the first long title comes."""
    kinds: dict[str, str] = {}
    before: dict[str, float] = {}
    after: dict[str, float] = {}
    kind = ""
    for line in Path(__file__).with_name("title_words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind, *costs = line.strip("[]").split()
            before[kind], after[kind] = map(float, costs)
        elif not line.startswith("#"):
            kinds.update(dict.fromkeys(line.split(), kind))
    forms = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in _FORMS.items()))
    return Lexicon(kinds, before, after, max(map(len, kinds)), forms, re.compile(_COUNTED))


def _read(title: str, names: Sequence[str], limit: float) -> list[Word]:
    """Return a title as words: names, what has a form of its own, and words of the lexicon."""
    whole = {name for name in names if len(name) > 1 and Widths(name).edges[-1] <= limit}
    longest_first = sorted(whole, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
    words: list[Word] = []
    place = 0
    for found in pattern.finditer(title):
        words += _formed(title[place : found.start()])
        words.append(Word(found[0], _name_kind(found[0])))
        place = found.end()
    return [*words, *_formed(title[place:])]


def _name_kind(name: str) -> str:
    return "place" if _lexicon().kinds.get(name[-1]) == "place" else "name"


def _formed(text: str) -> Iterator[Word]:
    place = 0
    for found in _lexicon().forms.finditer(text):
        yield from _merged(_segmented(text[place : found.start()]))
        yield Word(found[0], str(found.lastgroup))
        place = found.end()
    yield from _merged(_segmented(text[place:]))


def _segmented(text: str) -> list[Word]:
    """Return the fewest words that make up `text`, with what is in no list between them."""
    # For each place the cheapest way to it: the cost, and the last word.
    ways: list[tuple[float, Word]] = [(0.0, Word("", ""))]
    for end in range(1, len(text) + 1):
        ways.append(min(_words_ending(text, end, ways), key=lambda way: way[0]))
    words: list[Word] = []
    end = len(text)
    while end:
        words.append(ways[end][1])
        end -= len(words[-1].text)
    return words[::-1]


def _words_ending(
    text: str, end: int, ways: list[tuple[float, Word]]
) -> Iterator[tuple[float, Word]]:
    """Yield every way to a place: what it costs, and its last word."""
    lexicon = _lexicon()
    for start in range(max(0, end - lexicon.longest), end):
        piece = text[start:end]
        kind = lexicon.kinds.get(piece) or ("number" if lexicon.counted.fullmatch(piece) else "")
        cost, last = ways[start]
        unknown = 1.5 + 1.5 * len(piece) + 0.6 * (len(piece) == 1)
        yield cost + unknown, Word(piece, "unknown")
        if kind and (kind != "place" or last.kind == "unknown"):
            cheap = len(piece) > 1 or kind in _PARTICLES
            yield cost + (1.0 if cheap else 2.4), Word(piece, kind)


def _merged(words: Iterable[Word]) -> list[Word]:
    """Return words with unknown pieces together, and with 市 or 县 after them as a place."""
    merged: list[Word] = []
    for word in words:
        after_unknown = bool(merged) and merged[-1].kind == "unknown"
        if after_unknown and word.kind in ("unknown", "place"):
            merged[-1] = Word(merged[-1].text + word.text, word.kind)
        else:
            merged.append(word)
    return merged


# The lines


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
    ways: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for end in range(1, length + 1):
        best: tuple[float, tuple[int, ...]] = (inf, ())
        for start in range(end - 1, -1, -1):
            width = widths.of(start, end)
            if width > limit and start < end - 1:
                break
            cost = ways[start][0] + _UNEVEN * (0.85 * limit - width) ** 2 + _short(width)
            best = min(best, (cost + (costs[end] if end < length else 0.0), (*ways[start][1], end)))
        ways.append(best)
    return ways[length][1]
