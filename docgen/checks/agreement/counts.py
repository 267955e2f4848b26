"""X010–X016: numbers of items, points, tasks and decisions in the texts, and the item meant."""

from __future__ import annotations

import re
from typing import Any

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.checks.agreement.naming import names_it
from docgen.checks.agreement.passages import Passage
from docgen.checks.agreement.shared import Shared, line_of, tell
from docgen.language.punctuation import bare
from docgen.language.recognise_numbers import SaidCount, counts_in, ordinals_in
from docgen.language.recognise_patterns import Lazy
from docgen.model.document import Document
from docgen.model.documents import HostingScript
from docgen.model.keys import Record
from docgen.model.meeting_papers import HostWords
from docgen.model.parts import Point, Section

_ELSEWHERE = Lazy(r"上次|去年|往年|上一次|上年|刚才")
_ITEMS = r"[项个](?:会议)?(?:议程|议题|日程)"
_TASKS = r"[项个](?:重点|主要|具体|年度|工作|目标)*任务"
_LISTS_TASKS = (
    r"(?:会议|本表|下表|表中|要点|分解为?|共|列出|列|部署了?|明确了?|确定了?|安排了?)"
    r"(?:(?!细化|转化|拆|另)[^，。；、]){0,8}?"
)
_DECISIONS = r"[项个条](?:议定)?(?:事项|决定|议定意见)"
_DECIDES = r"(?:议定|决定|形成|明确|确定)(?:了|以下|如下|并通过了?)*"
_HOLDS = r"(?:会议|议程)[^，。；：]{0,4}?(?:共|有|包括|安排了?|分为?)+"
# 讲四个问题: after these verbs what is counted are the sections.
_SPEAKS = r"(?:我|下面|现在|这里)[^，。；：]{0,8}?(?:讲|谈|说)(?:以下|如下)?"
_SPOKEN = r"个问题|个方面|项内容|件事"
_FURTHER = Lazy(r"还|另外?|其中|同时|也|又|分别")
_POINTS = (
    r"点(?:意见|要求|看法|建议|希望|体会|想法|认识|工作要求|贯彻意见)|"
    r"个方面(?:的)?(?:意见|要求|看法|建议|体会)"
)
_CLAIMS = r"(?:我|下面|现|就|再|这里)[^，。；：]{0,12}?(?:讲|谈|说|提|提出|强调|作)(?:以下|如下)?"
_FOLLOWING = r"(?:以下|如下|做[到好]|抓[好住]|突出|把握|处理好|有|这|就是|记住)?"
_MEMBERS = (
    r"(?:个方面|件事|件大事|个重点|个环节|个关键|个问题|个关系|项工作|项重点|条要求|点要求|个字)"
)


def _counted(sentence: str, things: str, before: str = "") -> list[SaidCount]:
    """Return what a sentence counts, not what it tells of another time."""
    found = counts_in(sentence, things, before)
    return [each for each in found if not _ELSEWHERE.search(sentence[: each.start])]


def check_agenda(sentence: str, passage: Passage, shared: Shared, report: Report) -> None:
    """Report a wrong number of items, and an item that is not where the sentence says."""
    items = shared.meeting.agenda
    if not items or not passage.near:
        return
    after = _counted(sentence, r"项", r"议程(?:一共|总共|共|分为?|有|安排)+")
    after += _counted(sentence, r"[项个]内容", _HOLDS)
    for said in [*_counted(sentence, _ITEMS), *after]:
        if said.count != len(items):
            sure, meeting = names_it(sentence, shared), shared.meeting
            _tell("X010", passage, said.words, len(items), meeting, "agenda", report, sure=sure)
            return
    for ordinal in _ordinals(sentence):
        _judge_ordinal(ordinal, sentence, passage, shared, report)


def _ordinals(sentence: str) -> list[SaidCount]:
    """Return the items of the agenda that a sentence calls by number."""
    sure = ordinals_in(sentence, r"项(?:会议)?(?:议程|议题|日程)")
    led = re.search(r"(?:进行|开始|会议|议程)(?:会议)?(?:的)?第", sentence)
    found = sure or (ordinals_in(sentence, "项") if led else [])
    return [each for each in found if not _ELSEWHERE.search(sentence[: each.start])]


def _judge_ordinal(
    said: SaidCount, sentence: str, passage: Passage, shared: Shared, report: Report
) -> None:
    items = shared.meeting.agenda
    if said.count > len(items):
        _tell("X011", passage, said.words, len(items), shared.meeting, "agenda", report)
        return
    rest = sentence[said.stop :]
    named = [at for at, item in enumerate(items, 1) if bare(item.title) in rest]
    if len(named) == 1 and named[0] != said.count:
        other = items[named[0] - 1]
        _tell("X012", passage, said.words, named[0], other, "title", report, item=bare(other.title))


def check_links(document: Document, passage: Passage, shared: Shared, report: Report) -> None:
    """Report the host's words for one item that call it by another's number."""
    if not isinstance(document, HostingScript):
        return
    for link in document.links:
        if link.text is None or link.text.place != passage.place:
            continue
        at = _item_of(link, shared)
        for said in _ordinals(passage.text):
            if at and said.count != at and said.count <= len(shared.meeting.agenda):
                item = shared.meeting.agenda[at - 1]
                title = bare(item.title)
                _tell("X012", passage, said.words, at, item, "title", report, item=title)


def _item_of(link: HostWords, shared: Shared) -> int:
    items = shared.meeting.agenda
    if link.item.isdecimal():
        return int(link.item) if 0 < int(link.item) <= len(items) else 0
    return next((at for at, each in enumerate(items, 1) if bare(each.title) == bare(link.item)), 0)


def check_tasks(
    sentence: str, passage: Passage, record: Record, counts: set[int], sure: bool, report: Report
) -> None:
    """Report a wrong number of tasks; `counts`: those that are right, `record` has the tasks;
    `sure`: the tasks meant are these."""
    if not counts:
        return
    for said in _counted(sentence, _TASKS, _LISTS_TASKS):
        if said.count not in counts:
            fact = max(counts)
            _tell("X014", passage, said.words, fact, record, "tasks", report, sure=sure)


def check_decisions(sentence: str, passage: Passage, shared: Shared, report: Report) -> None:
    """Report a wrong number of decisions."""
    decisions = shared.meeting.decisions
    if not decisions or not passage.near:
        return
    for said in _counted(sentence, _DECISIONS, _DECIDES):
        led = re.split("[，；：]", sentence[: said.start])[-1]
        if said.count != len(decisions) and not _FURTHER.search(led):
            sure, meeting = names_it(sentence, shared) and "议定" in led, shared.meeting
            facts = (said.words, len(decisions), meeting, "decisions")
            _tell("X015", passage, *facts, report, sure=sure)


def check_sections(sentence: str, passage: Passage, document: Document, report: Report) -> None:
    """Report an opening that announces another number of points than there are sections."""
    name = "requirements" if isinstance(document, HostingScript) else "sections"
    parts = getattr(document, name, ())
    if not parts or not _leads(passage.place, document):
        return
    for said in [*_counted(sentence, _POINTS, _CLAIMS), *_counted(sentence, _SPOKEN, _SPEAKS)]:
        if said.count != len(parts):
            _tell("X013", passage, said.words, len(parts), document, name, report)


def _leads(place: Place, document: Document) -> bool:
    """Whether a text stands before the sections of its document."""
    names = ("opening", "summary") if isinstance(document, HostingScript) else ("opening",)
    wheres = [document.where(name) for name in names if document.gives(name)]
    return any(place.file == each.file and place.key.startswith(each.key) for each in wheres)


def check_points(passage: Passage, parts: list[Any], report: Report) -> None:
    """Report a section's lead that ends by announcing another number of points than follow."""
    for part in parts:
        if not _introduces(passage.place, part):
            continue
        last = passage.sentences()[-1].partition("：")[0].rstrip("。：")
        for said in counts_in(last, _MEMBERS, _FOLLOWING):
            if said.count != len(part.points) and len(last) - said.stop <= 12:
                _tell("X016", passage, said.words, len(part.points), part, "points", report)


def _introduces(place: Place, part: Section | Point) -> bool:
    if not part.points:
        return False
    texts = part.lead[-1:] if isinstance(part, Section) else (part.text,)
    return any(getattr(text, "place", None) == place for text in texts)


def parts_of(document: Document) -> list[Any]:
    """Return the sections and points of a document that have points below them."""
    found: list[Any] = []
    waiting = [*getattr(document, "sections", ()), *getattr(document, "requirements", ())]
    waiting += getattr(document, "implementation", ())
    while waiting:
        part = waiting.pop()
        if getattr(part, "points", ()):
            found.append(part)
            waiting += part.points
    return found


def _tell(
    code: str, passage: Passage, said: str, fact: int, record: Record, name: str, report: Report,
    *, sure: bool = True, **more: str,
) -> None:  # fmt: skip
    told = {"paper": passage.paper, "words": said, "fact": fact, **more}
    tell(report, code, passage.place, sure=sure, where=line_of(record.where(name)), **told)
