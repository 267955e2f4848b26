"""X030–X035: the last day to reply, the dues and owners of tasks and decisions."""

from __future__ import annotations

import datetime

from docgen.base.diagnostics import Report
from docgen.checks.agreement.listed import Item
from docgen.checks.agreement.passages import Passage
from docgen.checks.agreement.shared import Shared, line_of
from docgen.language.deadlines import deadline
from docgen.language.recognise import covers, days_in
from docgen.language.recognise_names import may_be_one
from docgen.language.recognise_patterns import Lazy
from docgen.model.values import BLANK, Blank, Day, When

# The list of who comes: 责任人名单 is another.
_REPLIES = Lazy(r"(?:参会|参加|出席|与会|参训|会议|代表)[^，。；]{0,8}名单|回执|报名")
_CLOSES = Lazy(r"(?:名单|回执|报名)[^，。；]{0,8}截止(?:时间|日期)?(?:[为是到：:]|至)?$")
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
LIMIT = Lazy(
    rf"(?:(?:\d{{4}}年|今年|明年|年)?{_N}月(?:份)?(?:{_N}[日号]|底|末|初|中旬|上旬|下旬)?|(?:今年)?(?:年底|上半年|第?[一二三四]季度末?))"
    r"(?:之|以)?前"
)
_LEADS = Lazy(
    r"(?:牵头|责任|承办)单位(?:[:：为是])+(?P<owner>[^，。；、）]{2,24})|由(?P<by>[^，。；、由]{2,24}?)(?:牵头|负责|承办)"
)
_SHORTEST = 5  # characters of a title that is no common phrase


def check_reply(sentence: str, passage: Passage, shared: Shared, report: Report) -> None:
    """Report another last day to reply than the meeting's file gives."""
    reply = shared.meeting.reply
    if reply is None or not passage.near or not _REPLIES.search(sentence):
        return
    by = reply.by if isinstance(reply.by, When) else _day_in(reply.by, shared)
    said_days = days_in(sentence)
    ends = [*(each.start for each in said_days[1:]), len(sentence)]
    for said, end in zip(said_days, ends, strict=False):
        after = sentence[said.stop : end]
        meant = _REPLIES.search(after) if said.before else _CLOSES.search(sentence[: said.start])
        if by is not None and meant and not covers(by, said):
            where, words = line_of(reply.where("by")), said.words + "前" * said.before
            facts = {"words": words, "fact": str(reply.by), "where": where}
            report.add("X030", passage.place, paper=passage.paper, **facts)


def _day_in(words: object, shared: Shared) -> When | None:
    said = days_in(words) if isinstance(words, str) else []
    if len(said) != 1 or not (said[0].year or shared.year):
        return None
    return When(Day(said[0].year_in(shared.year), said[0].month, said[0].day))


def check_reply_date(shared: Shared, report: Report) -> None:
    """Report replies that are due after the meeting."""
    reply = shared.meeting.reply
    by = reply.by if reply is not None else None
    when = by if isinstance(by, When) else _day_in(by, shared)
    if reply is not None and when and shared.day and when.start.iso > shared.day.start.iso:
        where = line_of(shared.meeting.where("date"))
        facts = {"words": str(by), "fact": str(shared.meeting.date), "where": where}
        report.add("X031", reply.where("by"), **facts)


def check_items(
    sentence: str, passage: Passage, items: list[Item], year: int, report: Report
) -> None:
    """Report a sentence on one task or decision that gives it another due or owner."""
    named = _named(sentence, items)
    if len({item.title for item in named}) != 1:
        return
    _judge_due(sentence, passage, named[0], year, report)
    _judge_owner(sentence, passage, named[0], report)


def _named(sentence: str, items: list[Item]) -> list[Item]:
    """Return the items whose titles a sentence has, not those that stand only in a longer title:
    燃气管网改造 in 完成老旧燃气管网改造."""
    found = [item for item in items if len(item.title) >= _SHORTEST and item.title in sentence]
    named = []
    for item in sorted(found, key=lambda each: -len(each.title)):
        if item.title in sentence:
            named.append(item)
            same = [each for each in found if each.title == item.title and each is not item]
            named += [each for each in same if each not in named]
            sentence = sentence.replace(item.title, "\0")
    return named


def _judge_due(sentence: str, passage: Passage, item: Item, year: int, report: Report) -> None:
    limits = LIMIT.findall(sentence)
    fact = last_day(item.record.due, year)
    said = last_day(limits[0], year) if len(limits) == 1 else None
    if fact and said and fact != said:
        _tell("X032", passage, item, limits[0], str(item.record.due), "due", report)


def _judge_owner(sentence: str, passage: Passage, item: Item, report: Report) -> None:
    found = _LEADS.search(sentence)
    said = (found["owner"] or found["by"]).removesuffix("同志") if found else ""
    fact = item.record.owner
    if said and fact and not BLANK.search(fact) and not may_be_one(said, fact):
        _tell("X033", passage, item, said, fact, "owner", report)


def last_day(due: When | Blank | str | None, year: int) -> datetime.date | None:
    """Return the last day of a due; None for one that is no day."""
    try:
        found = deadline(due, year or None)
    except ValueError:
        return None  # told where the plan is read
    return found.last if found and not found.standing else None


def _tell(
    code: str, passage: Passage, item: Item, words: str, fact: str, name: str, report: Report
) -> None:
    where = line_of(item.record.where(name))
    facts = {"words": words, "item": item.title, "fact": fact, "where": where}
    report.add(code, passage.place, paper=passage.paper, **facts)
