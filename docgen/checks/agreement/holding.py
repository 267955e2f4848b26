"""Where a sentence says that this meeting is held: its day, hour and place.

Takes a sentence and the meeting's facts; gives `Held`s. A day is tied to the meeting by the words
around it (会议定于……召开, 会议时间：……); one that may be anything else's is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.checks.agreement.naming import is_again, is_ours, relation
from docgen.checks.agreement.passages import Passage
from docgen.checks.agreement.shared import Shared
from docgen.language.periods import number
from docgen.language.recognise import SaidDay, covers, days_in
from docgen.language.recognise_hours import SaidHour, hours_in, parts_in
from docgen.language.recognise_patterns import Lazy

_HAN = r"[\u4e00-\u9fff“”《》（）·\d]"
_VERB = Lazy(r"召开|举行|举办|开会|参加会议|出席会议|(?<=会议)(?:正式|准时)?开始")
_OBJECT = Lazy(
    rf"(?:了|的|过)?({_HAN}{{0,36}}?(?:会议|大会|会|班))(?!中心|[议室厅员场期务上后前计])"
)
_SUBJECT = Lazy(rf"({_HAN}{{0,36}}?(?:会议|大会|[谈进员署训习结讨流]会))(?!中心|[室厅员场务])")
_LABEL = Lazy(
    r"(?:会议|开会|召开)(?:召开)?(?:的)?时\s*间\s*(?:[:：为是在]|定[在于为]|改[为到在]|调整[为到])|^\s*时[\s\u3000]*间\s*[:：]|会期\s*[:：为是]\s*"
)
_PLACE_LABEL = Lazy(
    r"(?:(?:会议|开会|召开)(?:的)?地\s*点\s*(?:[:：为是在]|设?[在于]|改[为到在])|^\s*地[\s\u3000]*点\s*[:：])\s*(?P<place>[^，。；\s]{2,30})"
)
_PLACE = Lazy(
    r"[在到](?P<place>[^，。；、：]{2,30}?)(?:以[^，。；]{0,20}形式)?(?:正式|准时|隆重|胜利)?$"
)
_REACH = 48  # characters between a day and 召开: a place and a title stand there
_NOT_BETWEEN = Lazy(r"[。；！？]|印发|报送|反馈|报名|通知|精神|以来|之后")
_DAY_ALONE = Lazy(r"于(\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?!前|之|以)")
_RUMOUR = Lazy(r"上次|上年|去年|往年|上一次|前次|以往")


@dataclass(frozen=True)
class Held:
    """What a sentence says of when and where this meeting is."""

    day: SaidDay | None = None
    hours: tuple[SaidHour, ...] = ()
    place: str = ""
    sure: bool = True  # not told of a bare 会议 alone


def held_in(sentence: str, passage: Passage, shared: Shared) -> Iterator[Held]:
    """Yield what a sentence of a passage says of this meeting."""
    days = days_in(sentence)
    if passage.near:
        yield from _labelled(sentence, days, shared)
    before = passage.text.partition(sentence)[0]
    for verb in _VERB.finditer(sentence):
        how = _how(sentence, verb, before, passage, shared)
        if how:
            held = _around(sentence, verb, days, shared, how == "sure")
            if _fits(held, how, sentence[: verb.start()], passage, shared):
                yield held


def _how(sentence: str, verb: re.Match[str], before: str, passage: Passage, shared: Shared) -> str:
    """Return how sure it is that this meeting is held: ``sure``, ``short`` (a name that may be
    short for its own), ``bare`` (会议 alone), ``""`` (another is)."""
    led = sentence[: verb.start()]
    if _RUMOUR.search(led) or is_again(led):
        return ""
    found = _of(sentence, verb, shared)
    if found in ("same", "this"):
        return "sure"
    if found == "plain" and passage.near and is_ours(led, before, shared):
        return "bare"
    return found if found == "short" else ""


def _fits(held: Held, how: str, led: str, passage: Passage, shared: Shared) -> bool:
    """Whether what may be this meeting is not another: one of a like name on another day, one
    that is held after it."""
    if how == "sure" or shared.day is None:
        return True
    if how == "short":
        return held.day is not None and covers(shared.day, held.day)
    last = (shared.day.end or shared.day.start).iso
    later = held.day is not None and _iso(held.day, shared.year) > last
    calls = passage.kind in ("notice", "agenda") and re.search("会议[^，。；]*$|定于|拟于", led)
    return not later or bool(calls)


def _iso(said: SaidDay, year: int) -> str:
    return f"{said.year_in(year):04}-{said.month:02}-{said.day:02}"


def named_after(sentence: str, verb: re.Match[str]) -> str:
    """Return the name of what is held, as it stands after 召开; ``""`` where none does."""
    found = _OBJECT.match(sentence, verb.end())
    return found[1] if found else ""


def _of(sentence: str, verb: re.Match[str], shared: Shared) -> str:
    """Return what that which is held is to the meeting."""
    if verb[0] in ("开会", "参加会议", "出席会议"):
        return "plain"
    held = named_after(sentence, verb)
    if held:
        # 召开会议: the pattern of plain words begins with what stands before it.
        return relation("，" + held, shared.meeting.title, shared.level)
    subjects = list(_SUBJECT.finditer(sentence, 0, verb.start()))
    if not subjects:
        return "other"
    words = "，" + sentence[subjects[-1].start() : subjects[-1].end()]
    return relation(words, shared.meeting.title, shared.level)


def _around(
    sentence: str, verb: re.Match[str], days: list[SaidDay], shared: Shared, sure: bool
) -> Held:
    before = [day for day in days if day.stop <= verb.start()]
    day = before[-1] if before else None
    if day is not None and not _belongs(day, sentence[day.stop : verb.start()]):
        day = None
    if day is None and not before:
        day = _day_alone(sentence[: verb.start()], shared)
    start = day.stop if day is not None else max(0, verb.start() - 14)
    hours = _hours(sentence, start, verb.start(), at_once=day is not None)
    return Held(day, hours, _place_before(sentence, verb), sure)


def _day_alone(led: str, shared: Shared) -> SaidDay | None:
    """Return a day without its month (于11日召开): it is of the meeting's month."""
    found = _DAY_ALONE.search(led)
    if found is None or shared.day is None:
        return None
    return SaidDay(found.start(1), found.end(), found[0].removeprefix("于"),
                   shared.day.start.month, number(found[1]), shared.year)  # fmt: skip


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


def _labelled(sentence: str, days: list[SaidDay], shared: Shared) -> Iterator[Held]:
    if _RUMOUR.search(sentence):
        return
    for label in _LABEL.finditer(sentence):
        day = next((each for each in days if 0 <= each.start - label.end() <= 2), None)
        start = day.stop if day else label.end()
        hours = _hours(sentence, start, len(sentence), at_once=True)
        yield Held(day if day and not day.since else None, hours)
    for label in _PLACE_LABEL.finditer(sentence):
        yield Held(place=label["place"])
