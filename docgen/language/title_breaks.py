"""What it costs to end a line at each place of a title.

Takes a title, the names in it and the limit of a line; gives a cost for every place: little before
关于 or after a date, much inside a word, an organ's name or a bracket.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from docgen.base.han import is_wide
from docgen.language.title_widths import Widths
from docgen.language.title_words import CLOSING, CN, OPENING, Word, lexicon, words_of

INSIDE_WORD = 2000.0  # the cost of a break inside a word
_GLYPH = 1e6  # inside what is seen as one character
_WHOLE = 300.0  # more, inside an organ's name or a bracket that fits on a line
_LONG = 4.0  # more, inside one that does not

_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_ISSUING = {"关于", "印发", "转发", "批转", "发布", "公布"}
_NAMED = ("place", "unknown", "organ", "name")
# Words that begin something new, even after a word that is in no list.
_BEGINNING = ("time", "opening", "preposition", "besides", "adverb", "verb")
_BEFORE_LIST = ("stop", "verb", "preposition", "conjunction", "opening", "closing", "blank")
# Pairs that rather belong together: 设备|购置, 示例市|第十届, 衔接|推进.
_CLOSE = {("noun", "verb"), ("place", "ordinal"), ("verb", "verb")}


def break_costs(title: str, names: Sequence[str], limit: float) -> list[float]:
    """Return what a line's end costs at each place of a title, from 0 to its length."""
    words = words_of(title, names, limit)
    places = [0]
    for word in words:
        places.append(places[-1] + len(word.text))
    costs = [INSIDE_WORD] * (len(title) + 1)
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
    known = lexicon()
    left, right = words[index - 1], words[index]
    if _is_one_name(words, index):
        return _WHOLE
    if left.text == "、" and _is_short_list(words, index):
        return 25.0  # 全国、全省 is one thing said shortly
    if right.text == "关于" and left.kind != "opening":
        return 1.0
    before = known.before[right.kind]
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
    after = lexicon().after[left.kind]
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
    return word.kind == "ordinal" and word.text[-1] in CN + "0123456789×"


def _is_remark(words: list[Word], longest: int) -> bool:
    """Whether these are a bracket so short that it hangs on what is before it: （试行）."""
    texts = [word.text for word in words]
    return len(texts) == 3 and texts[0] in "（(" and texts[2] in "）)" and len(texts[1]) <= longest


def _brackets(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Yield the first word and the word after each bracket that is closed."""
    opened: list[tuple[str, int]] = []
    for index, (text, kind) in enumerate(words):
        if kind == "opening":
            opened.append((CLOSING[OPENING.index(text)], index))
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
