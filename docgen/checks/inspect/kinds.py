"""Whether a document is one of the statutory kinds, which alone the standard binds.

Takes the kind that was named, the document's properties and its title; gives its name in
Chinese (``""``: unknown) and whether it is statutory (条例 第八条 has fifteen).
"""

from __future__ import annotations

import re

STATUTORY = ("决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示",
             "批复", "议案", "函", "纪要")  # fmt: skip
PRACTICE = ("讲话稿", "传达提纲", "工作要点", "任务分解表", "主持词", "议程", "简报")
KINDS = (*STATUTORY, *PRACTICE)

_ALSO = {
    "notice": "通知", "minutes": "纪要", "会议纪要": "纪要", "letter": "函", "令": "命令",
    "transmission-outline": "传达提纲", "提纲": "传达提纲", "speech": "讲话稿", "讲话": "讲话稿",
    "annual-plan": "工作要点", "要点": "工作要点", "年度计划": "工作要点", "agenda": "议程",
    "年度工作要点": "工作要点", "task-table": "任务分解表", "hosting-script": "主持词",
    "briefing": "简报",
}  # fmt: skip
_TAIL = re.compile(r"[（(〔][^（(〔]{0,12}[）)〕]$")


def named_kind(word: str) -> str:
    """Return the kind that a word names, ``""`` where it names none."""
    word = word.strip()
    return word if word in KINDS else _ALSO.get(word, "")


def kind_of_title(title: str, *, official: bool) -> str:
    """Return the kind that a title ends with.

    报告, 意见 and 决定 also end titles of speeches and books: only ``关于…的报告``, or a
    document with a number or addressees (`official`), is one.
    """
    title = _TAIL.sub("", re.sub(r"\s", "", title).rstrip("。，；：:"))
    for kind in PRACTICE:
        if title.endswith(kind):
            return kind
    if title.endswith(("讲话", "致辞", "发言")):
        return "讲话稿"
    if not (official or "关于" in title or title.endswith("纪要")):
        return ""
    kind = next((kind for kind in STATUTORY if title.endswith(kind)), "")
    return kind or ("命令" if title.endswith("令") and official else "")


def is_statutory(kind: str) -> bool:
    """Whether the standard binds documents of a kind."""
    return kind in STATUTORY
