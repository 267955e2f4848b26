"""The documents an office writes: one record for each kind.

A new kind is one class here and a line in `DOCUMENTS`, a term in `terms.py`, and a composer in
`compose/`; CONTRIBUTING.md lists the steps.
"""

from __future__ import annotations

from docgen.model.document import Document
from docgen.model.keys import fact, facts, passages, record, records, switch, term, text
from docgen.model.keys import year as a_year
from docgen.model.meeting_papers import Agenda, HostingScript
from docgen.model.official import Briefing, Letter, Minutes, Notice
from docgen.model.parts import Passage, PlanItem, PlanSection, Point, Section, Speaker
from docgen.model.terms import SERIES, TASK_DISPLAY, Term
from docgen.model.values import Blank, Text


class TransmissionOutline(Document, zh="传达提纲"):
    sources: tuple[str, ...] = facts(
        "来源", "传达哪些会议、指示、文件（文件名）", required=True, also=("传达来源",)
    )
    opening: tuple[Passage, ...] = passages("开头", "第一部分之前的话", also=("导语",))
    tasks: Term | None = term("任务", TASK_DISPLAY, "列出（show）或不列（hide）来源里的任务")
    implementation: tuple[Point, ...] = records(
        "贯彻意见", Point, "本单位怎样贯彻", also=("贯彻落实意见",)
    )
    implementation_title: Text | None = text("贯彻意见标题", "不写就是“贯彻落实意见”")
    series: Term | None = term("分条方式", SERIES, "贯彻意见各点怎样编号", also=("序列",))
    closing: tuple[Passage, ...] = passages("结尾", "最后的话", also=("结束语",))


class Speech(Document, zh="讲话稿"):
    occasion: str = fact("场合", "在哪个会议上讲：来源文件名，或会议名称", also=("会议",))
    speaker: Speaker | None = record("讲话人", Speaker, "谁讲", also=("讲话者",))
    minutes: str = fact("时长", "讲多少分钟，整数；生成时说明稿子的长短")
    salutation: str = fact("称呼", "如 同志们；冒号由程序加", also=("称谓",))
    opening: tuple[Passage, ...] = passages("开头", "开场的话", also=("导语",))
    sections: tuple[Section, ...] = records("部分", Section, "讲话的各部分", also=("章节",))
    series: Term | None = term("分条方式", SERIES, "各部分没写时用它", also=("序列",))
    run_in: bool | None = switch("接排", "各部分没写时用它")
    closing: tuple[Passage, ...] = passages("结尾", "最后的话", also=("结束语",))


class AnnualPlan(Document, zh="工作要点"):
    year: int | Blank | None = a_year("年度", "哪一年，四位数字", required=True, also=("年份",))
    guiding: tuple[Passage, ...] = passages("总体思路", "第一段", also=("指导思想", "总体要求"))
    sections: tuple[PlanSection, ...] = records(
        "部分", PlanSection, "各部分的任务", required=True, also=("章节",)
    )
    task_table: bool | None = switch("任务表", "文末附任务分解表", also=("任务分解表",))
    closing: tuple[Passage, ...] = passages("结尾", "最后的话", also=("结束语",))


class TaskTable(Document, zh="任务分解表"):
    plan: str = fact("计划", "哪个工作要点的任务：文件名", also=("工作要点",))
    meeting: str = fact("会议", "哪个会议部署的任务：来源文件名")
    year: int | Blank | None = a_year("年度", "哪一年，四位数字；不写就用计划的", also=("年份",))
    opening: tuple[Passage, ...] = passages("说明", "表前的话", also=("导语", "开头"))
    tasks: tuple[PlanItem, ...] = records("任务", PlanItem, "另加的任务", also=("任务清单",))
    by_owner: str = fact("承办单位", "只列它牵头或配合的任务")


DOCUMENTS: dict[str, type[Document]] = {
    "transmission-outline": TransmissionOutline,
    "speech": Speech,
    "annual-plan": AnnualPlan,
    "notice": Notice,
    "agenda": Agenda,
    "hosting-script": HostingScript,
    "minutes": Minutes,
    "briefing": Briefing,
    "task-table": TaskTable,
    "letter": Letter,
}

__all__ = [
    "DOCUMENTS",
    "Agenda",
    "AnnualPlan",
    "Briefing",
    "Document",
    "HostingScript",
    "Letter",
    "Minutes",
    "Notice",
    "Speech",
    "TaskTable",
    "TransmissionOutline",
]
