"""X006, X017: the title of a paper names its meeting, and as many as there are sources."""

from __future__ import annotations

import re

from docgen.base.diagnostics import Report
from docgen.checks.agreement.naming import relation
from docgen.checks.agreement.passages import paper_of
from docgen.checks.agreement.shared import Shared, line_of
from docgen.language.recognise_patterns import Lazy
from docgen.model.document import Document
from docgen.model.documents import TransmissionOutline
from docgen.model.values import Text

# What a written title names its meeting in, by kind.
_NAMES = {
    "speech": Lazy(r"在(?P<name>.+?(?:会议|大会|会))上的"),
    "notice": Lazy(r"关于(?:召开|举行|举办)(?P<name>.+?(?:会议|大会|会))的"),
    "agenda": Lazy(r"(?P<name>.+?(?:会议|大会|会))(?:的)?(?:议程|日程)"),
    "hosting-script": Lazy(r"(?P<name>.+?(?:会议|大会|会))(?:上的)?(?:的)?主持"),
    "minutes": Lazy(r"(?P<name>.+?(?:会议|大会))(?:的)?纪要"),
    "briefing": Lazy(r"(?P<name>.+?(?:会议|大会))(?:在.+)?(?:召开|举行)"),
    "task-table": Lazy(r"(?P<name>.+?(?:会议|大会))(?:精神)?(?:的)?(?:任务|部署)"),
}
# 专题会议纪要 is what a series of minutes is called, and 会议纪要 is what they are.
_SERIES = Lazy(
    r"(?:专题|常务|办公|局务|院务|校务|党组|党委|常委会?|主任|全体|联席|局长|协调|例|的)会议?$|^会议$"
)
_LEVEL = r"(?:中央|全国|全省|全市|全县|全区|全州|全盟|全旗|省委|市委|县委|区委|省|市|县|区)"
_ENDS = Lazy(
    r"(?:会议|大会|全会|座谈会|推进会|动员会|部署会|调度会|指示|批示|讲话|意见|通知|决定|办法|条例|规划)$"
)


def check_title(document: Document, title: str, shared: Shared, report: Report) -> None:
    """Report a written title that names another meeting."""
    pattern = _NAMES.get(document.kind.code)
    found = pattern.search(title) if pattern and _is_written(document) else None
    if found is None or _SERIES.search(found["name"]):
        return
    name = re.sub(r"^.*关于(?:召开|举行|举办)?", "", found["name"])
    if relation("，" + name, shared.meeting.title) == "other":
        where = line_of(shared.meeting.where("title"))
        facts = {"words": name, "fact": shared.meeting.title, "where": where}
        report.add("X006", document.where("title"), paper=paper_of(document), **facts)


def _is_written(document: Document) -> bool:
    written = document.title
    return isinstance(written, Text) and written.source.strip() not in ("auto", "自动", "")


def check_announced(document: Document, title: str, sources: int, report: Report) -> None:
    """Report an outline's written title that announces more than it passes on."""
    if not isinstance(document, TransmissionOutline) or not _is_written(document):
        return
    count = announced(title)
    if count > sources:
        where = line_of(document.where("sources"))
        facts = {"words": title, "count": count, "fact": sources, "where": where}
        report.add("X017", document.where("title"), **facts)


def announced(title: str) -> int:
    """Return how many meetings and documents the title of an outline announces, 0 where that is
    not certain: 全国、全省组织部长会议、老干部局长会议 are four."""
    named = re.sub(r"(?:精神)?(?:的)?传达(?:学习)?(?:提纲|材料).*$", "", title)
    if named == title or "等" in named or "《" in named:
        return 0
    count = levels = 0
    families: list[str] = []
    for part in re.split(r"精神(?:及|和|以及|、)|[、及]|和(?=全|省|市|县|区)|以及", named):
        part = part.strip().removesuffix("精神")
        if re.fullmatch(_LEVEL, part):
            if families:
                count, levels, families = count + max(levels, 1) * len(families), 0, []
            levels += 1
        elif not _ENDS.search(part):
            return 0
        elif families and re.match(_LEVEL, part):
            count, levels, families = count + max(levels, 1) * len(families), 1, [part]
        else:
            levels += bool(re.match(_LEVEL, part)) or not levels
            families.append(part)
    return count + max(levels, 1) * len(families)
