"""A title as words, each with its class.

Takes a title and the names in it; gives words: names, dates and numbers by their form, the words
of the field (title_words.txt, read once), and what is in no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from docgen.language.title_widths import BLANKS, Widths

OPENING, CLOSING = "《〈“‘（([「『【〔", "》〉”’）)]」』】〕"
CN = "〇零一二三四五六七八九十百千"
_SPAN = "[—–～~-]"
# What is told by its form; compiled when the first long title comes.
_FORMS = {
    "preposition": "关于[对将在向]?",
    "time": rf"(?:[0-9]{{4}}|[〇{CN[1:11]}]{{4}})年度?(?:[0-9]{{1,2}}(?:{_SPAN}[0-9]{{1,2}})?月"
    rf"(?:[0-9]{{1,2}}日)?|[上下]半年|[春夏秋冬]季(?:学期)?|第[{CN}0-9]季度)?"
    rf"|[0-9]{{1,2}}(?:{_SPAN}[0-9]{{1,2}})?月(?:[0-9]{{1,2}}[日号])?|第[{CN}0-9]季度",
    "noun": rf"(?:党的[{CN}]+[大届]|[{CN}]+届(?=[{CN}]中))(?:[{CN}]中全会)?(?:精神)?",
    "ordinal": rf"第[{CN}0-9×]+[届次期批号个轮条项章名]?",
    "number": r"[0-9]+(?:[.．,，:：/—–～~-][0-9]+)*[余多]?[万亿]?(?:周年|万元|平方米|公里|个"
    r"|[年日号时分秒次届期批名项件条户家人天元吨亩岁米座台套篇起位类%％‰℃])",
    "latin": r"{0}+(?:[-.&'’/+]{0}+)*".format("[A-Za-z0-9À-ÖØ-ɏͰ-ԯ]"),
    "name": "×{2,}[省市县区州镇乡村]?",
    "blank": f"[{BLANKS}]+",
    "opening": f"[{re.escape(OPENING)}]",
    "closing": f"[{re.escape(CLOSING)}]",
    "stop": "[、，。；：？！…—～·,.;:?!%％]+",
}
_COUNTED = rf"[{CN}两几]+(?:年|周年|个|项|批|名|起|件|条|次|届|方面)"

_PARTICLES = ("preposition", "conjunction", "besides", "of", "place")  # short, but sure


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


@cache
def lexicon() -> Lexicon:
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


def words_of(title: str, names: Sequence[str], limit: float) -> list[Word]:
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
    return "place" if lexicon().kinds.get(name[-1]) == "place" else "name"


def _formed(text: str) -> Iterator[Word]:
    place = 0
    for found in lexicon().forms.finditer(text):
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
    known = lexicon()
    for start in range(max(0, end - known.longest), end):
        piece = text[start:end]
        kind = known.kinds.get(piece) or ("number" if known.counted.fullmatch(piece) else "")
        cost, last = ways[start]
        yield cost + 1.5 + 1.5 * len(piece), Word(piece, "unknown")
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
