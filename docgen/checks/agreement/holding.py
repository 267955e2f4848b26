"""Where a sentence says that this meeting is held: its day, hour and place.

Takes a sentence and the meeting's title; gives `Held`s. A day is tied to the meeting by the words
around it (会议定于……召开, 会议时间：……); one that may be anything else's is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.language.recognise import SaidDay, days_in
from docgen.language.recognise_hours import SaidHour, hours_in, parts_in

_HAN = r"[\u4e00-\u9fff“”《》（）·\d]"
_VERB = re.compile(r"召开|举行|举办|开会|参加会议|出席会议|(?<=会议)(?:正式|准时)?开始")
_OBJECT = re.compile(
    rf"(?:了|的|过)?({_HAN}{{0,36}}?(?:会议|大会|会|班))(?![议室厅员场期务上后前计])"
)
_SUBJECT = re.compile(rf"({_HAN}{{0,36}}?(?:会议|大会|[谈进员署训习结讨流]会))(?![室厅员场务])")
# “会议” without anything that says which.
_PLAIN = re.compile(
    r"(?:^|[，。；：、于将拟兹是开]|(?:本次|这次|此次|该次|今天的|全体|我们的|本))(?:会议|大会)$"
)
_THIS = re.compile(r"(?:本次|这次|此次|今天的)(?:会议|大会)$")
_LABEL = re.compile(
    r"(?:会议|开会|召开)(?:召开)?(?:的)?时\s*间\s*(?:[:：为是在]|定[在于为]|改[为到在]|调整[为到])|^\s*时[\s\u3000]*间\s*[:：]"
)
_PLACE_LABEL = re.compile(
    r"(?:(?:会议|开会|召开)(?:的)?地\s*点\s*(?:[:：为是在]|设?[在于]|改[为到在])|^\s*地[\s\u3000]*点\s*[:：])\s*(?P<place>[^，。；\s]{2,30})"
)
_PLACE = re.compile(
    r"[在到](?P<place>[^，。；、：]{2,30}?)(?:以[^，。；]{0,20}形式)?(?:正式|准时|隆重|胜利)?$"
)
_REACH = 48  # characters between a day and 召开: a place and a title stand there
_NOT_BETWEEN = re.compile(r"[。；！？]|印发|报送|反馈|报名|通知|精神|以来|之后")
_RUMOUR = re.compile(r"上次|上年|去年|往年|上一次|前次|以往")


@dataclass(frozen=True)
class Held:
    """What a sentence says of when and where this meeting is."""

    day: SaidDay | None = None
    hours: tuple[SaidHour, ...] = ()
    place: str = ""


def relation(words: str, title: str) -> str:
    """Return what a name that ends in 会议 is to the meeting of this title: ``same``, ``this``
    (这次会议), ``plain`` (会议), or ``other``."""
    if title and (title in words or _short_for(words, title)):
        return "same"
    if _THIS.search(words):
        return "this"
    return "plain" if _PLAIN.search(words) else "other"


def _short_for(words: str, title: str) -> bool:
    """Whether the end of `words` is the title with words left out, or brought: 全市防汛会议."""
    for at in range(len(words) - 4):
        tail = words[at:]
        if tail[:2] != title[:2]:
            continue
        if _scattered(tail, title) or _scattered(title, tail):
            return True
    return False


def _scattered(few: str, many: str) -> bool:
    rest = iter(many)
    return all(char in rest for char in few)


def held_in(sentence: str, title: str, *, near: bool) -> Iterator[Held]:
    """Yield what a sentence says of this meeting; `near`: plain 会议 means it."""
    days = days_in(sentence)
    if near:
        yield from _labelled(sentence, days)
    for verb in _VERB.finditer(sentence):
        wanted = {"same", "this", *(["plain"] if near else [])}
        if _RUMOUR.search(sentence[: verb.start()]) or _of(sentence, verb, title) not in wanted:
            continue
        yield _around(sentence, verb, days)


def named_after(sentence: str, verb: re.Match[str]) -> str:
    """Return the name of what is held, as it stands after 召开; ``""`` where none does."""
    found = _OBJECT.match(sentence, verb.end())
    return found[1] if found else ""


def _of(sentence: str, verb: re.Match[str], title: str) -> str:
    """Return what that which is held is to the meeting."""
    if verb[0] in ("开会", "参加会议", "出席会议"):
        return "plain"
    held = named_after(sentence, verb)
    if held:
        # 召开会议: the pattern of plain words begins with what stands before it.
        return relation("，" + held, title)
    subjects = list(_SUBJECT.finditer(sentence, 0, verb.start()))
    if not subjects:
        return "other"
    last = subjects[-1]
    return relation("，" + sentence[last.start() : last.end()], title)


def _around(sentence: str, verb: re.Match[str], days: list[SaidDay]) -> Held:
    before = [day for day in days if day.stop <= verb.start()]
    day = before[-1] if before else None
    if day is not None and not _belongs(day, sentence[day.stop : verb.start()]):
        day = None
    start = day.stop if day is not None else max(0, verb.start() - 14)
    hours = _hours(sentence, start, verb.start(), at_once=day is not None)
    return Held(day, hours, _place_before(sentence, verb))


def _belongs(day: SaidDay, between: str) -> bool:
    fits = len(between) <= _REACH and not _NOT_BETWEEN.search(between)
    return fits and not day.before and not day.since


def _place_before(sentence: str, verb: re.Match[str]) -> str:
    found = _PLACE.search(sentence[: verb.start()])
    return found["place"] if found and verb[0] != "开始" else ""


def _hours(sentence: str, start: int, stop: int, *, at_once: bool) -> tuple[SaidHour, ...]:
    """Return the hour right after a day, or else before the verb."""
    for hour in [*hours_in(sentence), *parts_in(sentence)]:
        close = hour.start <= start + 3 if at_once else hour.start >= start
        if close and start <= hour.start and hour.stop <= stop and not hour.before:
            return (hour,)
    return ()


def _labelled(sentence: str, days: list[SaidDay]) -> Iterator[Held]:
    for label in _LABEL.finditer(sentence):
        day = next((each for each in days if 0 <= each.start - label.end() <= 2), None)
        start = day.stop if day else label.end()
        hours = _hours(sentence, start, len(sentence), at_once=True)
        yield Held(day if day and not day.since else None, hours)
    for label in _PLACE_LABEL.finditer(sentence):
        yield Held(place=label["place"])
