"""The facts that a paragraph says: what docgen can recognise, and the words of the sources' facts.

Takes a text and the facts of a document's records; gives `ToldFact`s that do not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.base.diagnostics import Words
from docgen.base.place import Place
from docgen.checks.agreement.deadlines import LIMIT, last_day
from docgen.checks.agreement.listed import plain_title
from docgen.language.recognise import days_in
from docgen.language.recognise_hours import hours_in
from docgen.language.recognise_numbers import counts_in
from docgen.language.recognise_patterns import Lazy
from docgen.model.keys import Record, table
from docgen.model.values import BLANK, Text

# Facts that steer or are not printed as words of their own.
_NOT_WORDS = {"template", "snippet", "variant", "id", "sources", "meeting", "plan", "occasion",
              "minutes", "numbering", "by_owner", "item", "time", "from", "by", "verb", "role",
              "form", "reason", "salutation", "how", "copies", "documents"}  # fmt: skip
# A number with its measure word; 第三 and 〔2026〕6号 are none.
_FIGURES = Lazy(
    r"(?<![\d.第〔〕:：/-])(?P<number>\d+(?:[,，]\d{3})*(?:\.\d+)?)"
    r"(?P<unit>\s*[万亿千百]*(?:[%％‰]|[\u4e00-\u9fff]))"
)
_HAN_UNITS = (
    r"[项点条名份人万亿个件次座处段页篇家户期场辆册卷天周]|分钟|小时|个月|年|元|公里|米|个百分点"
)
_SHORTEST = 2
_NUMBER = Words("数目", "the number")


@dataclass(frozen=True)
class ToldFact:
    """A fact as a paragraph says it: `value` is what is compared, `place` the record's where it is
    one of the sources' words."""

    what: Words
    words: str
    value: object
    start: int
    stop: int
    place: Place | None = None


@dataclass(frozen=True)
class Fact:
    """The words of one fact of the user's files: what they are, and their place."""

    what: Words
    words: str
    place: Place


def facts_of(records: Iterable[Record]) -> list[Fact]:
    """Return the facts of records and of those below them, the longest first."""
    found: dict[str, Fact] = {}
    for record in records:
        for fact in _facts_in(record):
            found.setdefault(fact.words, fact)
    return sorted(found.values(), key=lambda fact: -len(fact.words))


def _facts_in(record: Record) -> Iterator[Fact]:
    for key in table(type(record)).values():
        value = getattr(record, key.attribute)
        what = Words(key.zh, key.name)
        for at, each in enumerate(value if isinstance(value, tuple) else (value,)):
            many = isinstance(value, tuple)
            if isinstance(each, Record):
                yield from _facts_in(each)
            elif key.name in _NOT_WORDS:
                continue
            elif isinstance(each, Text) and key.name == "title" and "{{" not in each.source:
                yield from _fact(what, plain_title(each.source), each.place)
            elif isinstance(each, str):
                yield from _fact(
                    what, each, record.where(f"{key.name}[{at}]" if many else key.name)
                )


def _fact(what: Words, words: str, place: Place) -> Iterator[Fact]:
    words = words.strip().rstrip("。；")
    if len(words) >= _SHORTEST and not BLANK.search(words) and words not in ("auto", "自动"):
        yield Fact(what, words, place)


def told_in(text: str, facts: Iterable[Fact], year: int) -> list[ToldFact]:
    """Return the facts that a paragraph says, in their order; of those that overlap the longest
    (a day in 6月30日前 is a part of the deadline)."""
    candidates = [*_recognised(text, year), *_known(text, facts)]
    taken: list[ToldFact] = []
    for each in sorted(candidates, key=lambda told: (told.start - told.stop, told.start)):
        if all(each.stop <= other.start or other.stop <= each.start for other in taken):
            taken.append(each)
    return sorted(taken, key=lambda told: told.start)


def _known(text: str, facts: Iterable[Fact]) -> Iterator[ToldFact]:
    for fact in facts:
        if fact.words not in text:
            continue
        for found in re.finditer(re.escape(fact.words), text):
            yield ToldFact(
                fact.what, fact.words, fact.words, found.start(), found.end(), fact.place
            )


def _recognised(text: str, year: int) -> Iterator[ToldFact]:
    for limit in LIMIT.finditer(text):
        value: object = last_day(limit[0], year) or limit[0]
        yield ToldFact(Words("时限", "the deadline"), limit[0], value, limit.start(), limit.end())
    for day in days_in(text):
        value = (day.year_in(year), day.month, day.day, day.end, day.weekday)
        yield ToldFact(Words("日期", "the date"), day.words, value, day.start, day.stop)
    for hour in hours_in(text):
        value = hour.minutes
        yield ToldFact(Words("时刻", "the hour"), hour.words, value, hour.start, hour.stop)
    for count in counts_in(text, _HAN_UNITS):
        value = (str(count.count), count.words[-1])
        yield ToldFact(_NUMBER, count.words, value, count.start, count.stop)
    for found in _FIGURES.finditer(text):
        value = (re.sub("[,，]", "", found["number"]), found["unit"].strip())
        yield ToldFact(_NUMBER, found[0], value, found.start(), found.end())
