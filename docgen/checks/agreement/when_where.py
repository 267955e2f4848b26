"""X001–X005, X009: days, weekdays, hours, the place and the name of the meeting in the texts."""

from __future__ import annotations

import re

from docgen.base.diagnostics import Report, Words
from docgen.checks.agreement.holding import Held, held_in
from docgen.checks.agreement.naming import relation
from docgen.checks.agreement.passages import Passage
from docgen.checks.agreement.shared import Shared, line_of, tell
from docgen.language.recognise import SaidDay, covers, days_in
from docgen.language.recognise_names import may_be_one
from docgen.language.recognise_patterns import Lazy
from docgen.language.weekdays import NAMES
from docgen.model.values import BLANK

_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# What makes a place one room or house, so that two of them can be told apart.
_VENUE = Lazy(
    r"室|厅|礼堂|会堂|中心|宾馆|酒店|饭店|大厦|楼|馆|剧院|影院|党校|学校|广场|招待所|俱乐部|大院|基地|现场$"
)
_OPENS = Lazy(
    r"(?:(?P<today>今天|现在)|经研究，?决定|研究决定|决定|定于[^，。]{0,40}?|拟于[^，。]{0,40}?)，?(?:我们)?(?:在这里|在此|在[^，。]{2,20}?)?(?:隆重)?召开"
    r"(?P<name>[^，。；、：]{2,40}?(?:会议|大会))(?![议室厅员场期务])"
)
# The first words of a briefing: on its day this meeting was held.
_BEGINS = Lazy(
    r"(?P<day>[\d年月日号一二三四五六七八九十〇]{4,16})(?:上午|下午)?，(?P<name>[^，。；、：在]{4,40}?(?:会议|大会))(?:在[^，。]{2,30})?"
    r"(?:隆重|顺利|胜利)?(?:召开|举行)"
)


def check_when_where(sentence: str, passage: Passage, shared: Shared, report: Report) -> set[str]:
    """Report what a sentence says of day, hour and place of the meeting and its file does not;
    return the words of the days that were judged."""
    judged: set[str] = set()
    for held in held_in(sentence, passage, shared):
        if held.day is not None and _judge_day(held.day, held.sure, passage, shared, report):
            judged.add(held.day.words)
        elif held.day is None or shared.day is None or covers(shared.day, held.day):
            _judge_hours(held, passage, shared, report)
            _judge_place(held, passage, shared, report)
    return judged


def _judge_day(said: SaidDay, sure: bool, passage: Passage, shared: Shared, report: Report) -> bool:
    """Report a day that is not the meeting's; False where it may be another meeting's or its
    weekday is still to be judged."""
    day = shared.day
    if day is None or covers(day, said):
        return False
    if said.near is not None and said.near < 0:
        return False
    same = (said.month, said.day) == (day.start.month, day.start.day)
    if said.year and said.year != day.start.year and not same:
        return False  # of another year, and another day: another meeting of this name
    _tell("X002", passage, said.words, shared.day_words, shared, "date", report, sure=sure)
    return True


def _judge_hours(held: Held, passage: Passage, shared: Shared, report: Report) -> None:
    for hour in held.hours:
        if shared.hour is not None and not hour.agrees(shared.hour):
            fact = shared.meeting.time
            _tell("X003", passage, hour.words, fact, shared, "time", report, sure=held.sure)


def _judge_place(held: Held, passage: Passage, shared: Shared, report: Report) -> None:
    said, fact = held.place.strip("“”（）()"), shared.meeting.place
    if said and fact and not BLANK.search(fact) and _other_place(said, fact):
        _tell("X004", passage, said, fact, shared, "place", report, sure=held.sure)


def _other_place(said: str, fact: str) -> bool:
    """Whether two places are surely two: rooms or houses, neither of which is short for the
    other."""
    if not _VENUE.search(said) or not _VENUE.search(fact):
        return False
    ours, theirs = _letters(said), _letters(fact)
    return not may_be_one(ours, theirs)


def _letters(words: str) -> str:
    return re.sub(r"[\s（）()“”\"·]", "", words)


def check_name(sentence: str, passage: Passage, shared: Shared, report: Report) -> None:
    """Report a sentence that opens or calls another meeting than this, and a briefing that
    begins with another."""
    title = shared.meeting.title
    for found in _OPENS.finditer(sentence) if passage.own else ():
        name = found["name"]
        other = relation("，" + name, title, shared.level) == "other" and not _is_above(name, title)
        if other and name[0] not in "这本此一" and _by_us(sentence, found, passage):
            _tell_name(name, passage, shared, report, sure=True)
    begins = _BEGINS.match(sentence) if passage.kind == "briefing" and passage.own else None
    if begins and passage.text.startswith(sentence) and passage.leads:
        name, days = begins["name"], days_in(begins["day"])
        known = shared.day is not None and days and covers(shared.day, days[0])
        if known and name[:2] == title[:2] and relation("，" + name, title) == "other":
            _tell_name(name, passage, shared, report, sure=False)


def _by_us(sentence: str, found: re.Match[str], passage: Passage) -> bool:
    """Whether it is held today; or by the notice, and nobody else is named who may decide it."""
    led = re.split("[，。；]", sentence[: found.start()])[-1]
    others = re.search(r"上级|省|会议|各|[政委]府?$|部门", led)
    return bool(found["today"]) or (passage.kind == "notice" and not others)


def _tell_name(name: str, passage: Passage, shared: Shared, report: Report, *, sure: bool) -> None:
    _tell("X005", passage, name, shared.meeting.title, shared, "title", report, sure=sure)


def _is_above(name: str, title: str) -> bool:
    """Whether a meeting is surely one of another level: 省里定于4月召开全省档案工作会议."""
    levels = ("全国", "全省", "全市", "全县", "全区")
    differ = name[:2] != title[:2] and name[:2] in levels and title[:2] in levels
    return differ and name[2:] != title[2:]


def check_weekdays(passage: Passage, year: int, judged: set[str], report: Report) -> None:
    """Report days whose weekday is another: X001 where the year is told, X009 where neither this
    year nor its neighbours have it so."""
    for said in days_in(passage.text):
        if not said.weekday or said.words in judged:
            continue
        if said.year or (said.near is not None and year):
            _judge_weekday("X001", said, said.year_in(year), passage, report)
        elif year and all(said.weekday_in(each) != said.weekday for each in _around(year)):
            _judge_weekday("X009", said, year, passage, report)


def _around(year: int) -> tuple[int, int, int]:
    return year, year - 1, year + 1


def check_weekday_of(said: SaidDay, passage: Passage, shared: Shared, report: Report) -> None:
    """Report the meeting's own day with a wrong weekday: its year is known."""
    _judge_weekday("X001", said, shared.year, passage, report)


def _judge_weekday(code: str, said: SaidDay, year: int, passage: Passage, report: Report) -> None:
    weekday = said.weekday_in(year)
    if weekday in ("", said.weekday):
        return
    day = f"{year}年{said.month}月{said.day}日"
    named = Words(f"星期{weekday}", _ENGLISH[NAMES.index(weekday)])
    words = {"words": said.words, "weekday": named, "day": day}
    report.add(code, passage.place, paper=passage.paper, **words)


def _tell(
    code: str, passage: Passage, said: str, fact: str, shared: Shared, name: str, report: Report,
    *, sure: bool = True,
) -> None:  # fmt: skip
    facts = {"paper": passage.paper, "words": said, "fact": fact}
    where = line_of(shared.meeting.where(name))
    tell(report, code, passage.place, sure=sure, where=where, **facts)
