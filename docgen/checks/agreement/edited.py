"""Whether a .docx that somebody edited still says what its sources say.

Takes its origins and those of the same document as it would be built now; reports the facts that
were changed by hand (X040–X042, X047) and those that the sources have changed since (X043, X044).
A wording that says the same facts is nobody's fault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher

from docgen.base.diagnostics import Report, clipped
from docgen.base.place import Place
from docgen.checks.agreement.naming import relation
from docgen.checks.agreement.pairing import Pairs, paired
from docgen.checks.agreement.shared import line_of, tell
from docgen.checks.agreement.told_facts import Fact, ToldFact, told_in
from docgen.checks.origins import Origins, Told
from docgen.language.recognise_names import may_be_one
from docgen.language.recognise_patterns import Lazy
from docgen.language.recognise_posts import same_post
from docgen.render.provenance import Row

_MARK = Lazy(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．])")
_UNITS = {"owner", "partners", "org", "to", "presenters", "issuer", "printer"}
_OPEN = "，。；：、！？（）()“”　 "


@dataclass(frozen=True)
class Edited:
    """A .docx as it is, the same document as it would be built now, and the facts of both."""

    now: Origins
    fresh: Origins
    facts: list[Fact]
    year: int
    places: dict[str, Place]  # by key path: where a paragraph's words came from

    def told(self, text: str) -> list[ToldFact]:
        return told_in(text, self.facts, self.year)

    def where(self, told: ToldFact | None, row: Row | None) -> str:
        """Return where a fact, or else a paragraph, comes from."""
        if told is not None and told.place is not None:
            return line_of(told.place)
        if row is None:
            return ""
        place = self.places.get(row.key)
        return line_of(place) if place else f"{row.file} {row.key}".strip()


def check_edited(
    edited: Edited, file: Place, report: Report, check_new: Callable[[Told], None]
) -> None:
    """Report what a .docx says differently; `check_new` is asked about paragraphs that somebody
    wrote or changed without changing a fact."""
    pairs = paired(edited.now, edited.fresh)
    stale = len(pairs.new_in_sources) + len(pairs.gone_from_sources)
    for now, fresh in pairs.changed:
        by_hand = now.row is None
        differences = _differences(edited, _one_line(fresh.text), _one_line(now.text))
        for fact, words in differences:
            _tell(edited, now, fresh, fact, words, by_hand, file, report)
        stale += not by_hand and not differences
        if by_hand and not differences:
            check_new(now)
    for now in pairs.written:
        check_new(now)
    _tell_missing(edited, pairs, file, report)
    _tell_moved(edited, pairs, file, report)
    if stale:
        report.add("X044", file, count=stale)


def _one_line(text: str) -> str:
    """Return a paragraph without the breaks and gaps that are layout."""
    return re.sub(r"[\n\t]", "", text)


def _tell(
    edited: Edited, now: Told, fresh: Told, fact: ToldFact, words: str, by_hand: bool, file: Place,
    report: Report,
) -> None:  # fmt: skip
    where = edited.where(fact, fresh.row)
    told = {"number": now.number, "what": fact.what, "fact": fact.words, "where": where}
    code = ("X040" if words else "X041") if by_hand else "X043"
    if code != "X041":
        told["words"] = clipped(words or "（没有）", 30)
    # A number may be counted anew by whoever mended the words around it.
    tell(report, code, file, sure=code != "X040" or fact.what.en != "the number", **told)


def _tell_missing(edited: Edited, pairs: Pairs, file: Place, report: Report) -> None:
    for fresh in pairs.deleted:
        if edited.told(fresh.text):
            where = edited.where(None, fresh.row)
            report.add("X042", file, words=clipped("".join(fresh.text.split()), 20), where=where)


def _tell_moved(edited: Edited, pairs: Pairs, file: Place, report: Report) -> None:
    for now, fresh in pairs.moved:
        if _MARK.match(fresh.text) and edited.told(fresh.text):
            words, where = clipped(now.text, 16), edited.where(None, fresh.row)
            report.add("X047", file, number=now.number, words=words, where=where)


def _differences(edited: Edited, fresh: str, now: str) -> list[tuple[ToldFact, str]]:
    """Return the facts of a paragraph that it does not say any more, each with what it says in
    their stead (``""``: nothing)."""
    mapped = _mapper(fresh, now)
    theirs = edited.told(now)
    left = Counter(_key(each) for each in theirs)
    # Of names that stand twice, those that still stand where they stood come first.
    facts = edited.told(fresh)
    stay = [now[slice(*mapped(fact.start, fact.stop))] == fact.words for fact in facts]
    lost = []
    for at in sorted(range(len(facts)), key=lambda at: not stay[at]):
        fact = facts[at]
        if left[_key(fact)]:
            left[_key(fact)] -= 1
        elif now.count(fact.words) < fresh.count(fact.words):
            lost.append(fact)
    spare = [each for each in theirs if left[_key(each)]]
    found = [(fact, _instead(fact, mapped(fact.start, fact.stop), now, spare)) for fact in lost]
    return [(fact, words) for fact, words in found if not _agrees(fact, words)]


def _key(fact: ToldFact) -> tuple[str, object]:
    return fact.what.zh if fact.place is None else "", fact.value


def _instead(fact: ToldFact, span: tuple[int, int], now: str, spare: list[ToldFact]) -> str:
    """Return what stands where a fact stood: another fact of the kind, else the words there."""
    start, stop = span
    for each in spare:
        if each.what == fact.what and each.start < max(stop, start + 1) and each.stop > start:
            return each.words
    return now[start:stop].strip(_OPEN)


def _mapper(fresh: str, now: str) -> Callable[[int, int], tuple[int, int]]:
    """Return what gives the part of `now` that stands where a part of `fresh` stood."""
    codes = SequenceMatcher(None, fresh, now, autojunk=False).get_opcodes()

    def mapped(start: int, stop: int) -> tuple[int, int]:
        first, last = len(now), 0
        for tag, i1, i2, j1, j2 in codes:
            if (i2 <= start and not i1 == i2 == start) or i1 >= stop:
                continue
            if tag == "equal":
                first = min(first, j1 + max(start - i1, 0))
                last = max(last, j2 - max(i2 - stop, 0))
            elif i1 != i2:
                first, last = min(first, j1), max(last, j2)
        return (first, last) if first < last else (first if first < len(now) else 0, 0)

    return mapped


def _agrees(fact: ToldFact, words: str) -> bool:
    """Whether other words say the same fact: 水利局 for 市水利局, 防汛会议 for its whole name."""
    name = fact.what.en
    if not words or fact.place is None:
        return False
    if name == "post":
        return same_post(words, fact.words) and same_post(fact.words, words)
    if name in _UNITS:
        return may_be_one(words, fact.words)
    if name != "title" or not fact.words.endswith("会议"):
        return False  # 200万页 is not short for 2100万页
    return relation("，" + words, fact.words) in ("same", "short")
