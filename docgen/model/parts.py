"""The records that sources and documents share: people, passages, points, tasks, tables."""

from __future__ import annotations

from docgen.model.keys import (
    Record,
    date,
    due,
    fact,
    facts,
    passages,
    record,
    records,
    rows,
    switch,
    term,
    text,
    values,
)
from docgen.model.terms import SERIES, TASK_STATUS, Term
from docgen.model.values import Blank, Facts, Text, When


class Person(Record, zh="人员", shorthand="name"):
    name: str = fact("姓名", "姓名，可以写成 李××")
    post: str = fact("职务", "职务，全称，如 省委常委、秘书长", also=("职位",))


class Speaker(Person, zh="讲话人", shorthand="name"):
    role: str = fact("活动", "在会上做了什么，不写就是“出席会议并讲话”", also=("角色",))


class SnippetRef(Record, zh="片段引用"):
    snippet: str = fact("片段", "片段的编号，如 closing/call；@2 指定版本", required=True)
    with_: tuple[tuple[str, Facts], ...] = values("参数", "片段的参数，照写照印")
    variant: str = fact("变体", "片段里 # 后面的名字，如 short")


Passage = Text | SnippetRef


class Table(Record, zh="表格"):
    head: tuple[str, ...] = facts("表头", "各栏的名称")
    rows: tuple[tuple[str, ...], ...] = rows("表行", "每行一个列表", required=True)


class Point(Record, zh="要点", shorthand="text"):
    title: Text | None = text("标题", "这一点的小标题；末尾标点由程序定")
    text: Text | None = text("内容", "这一点的正文", also=("正文",))
    snippet: str = fact("片段", "从片段库取正文", also=("引用",))
    with_: tuple[tuple[str, Facts], ...] = values("参数", "片段的参数")
    variant: str = fact("变体", "片段的变体")
    topic: tuple[str, ...] = facts("主题", "一个或几个词，由程序从片段库里选正文")
    series: Term | None = term("分条方式", SERIES, "下一层各点怎样编号", also=("序列",))
    points: tuple[Point, ...] = records("要点", lambda: Point, "下一层的各点", also=("分条",))
    run_in: bool | None = switch("接排", "小标题与正文同在一段（true）或独占一行（false）")
    table: Table | None = record("表格", Table, "跟在这一点后面的表格")


class Progress(Record, zh="进展", shorthand="text"):
    date: When | Blank | None = date("日期", "哪一天的进展")
    text: str = fact("进展", "做到了哪一步", required=True, also=("内容",))


class Task(Record, zh="任务", shorthand="text"):
    title: Text | None = text("任务", "任务名称", also=("标题", "名称"))
    text: Text | None = text("内容", "做什么、怎么做", also=("正文", "措施"))
    snippet: str = fact("片段", "从片段库取正文", also=("引用",))
    with_: tuple[tuple[str, Facts], ...] = values("参数", "片段的参数")
    variant: str = fact("变体", "片段的变体")
    topic: tuple[str, ...] = facts("主题", "一个或几个词，由程序从片段库里选正文")
    owner: str = fact("牵头单位", "牵头单位，全称", also=("责任单位",))
    partners: tuple[str, ...] = facts("配合单位", "配合单位", also=("协办单位",))
    due: When | Blank | str | None = due("完成时限", "日期，或 8月底前 这样的话", also=("时限",))
    measure: str = fact("完成标志", "以什么算完成", also=("工作目标",))
    source: str = fact("任务来源", "出自哪次会议、哪个文件", also=("来源",))
    id: str = fact("编号", "任务的编号，一年里不变，如 T-07；表格往返靠它认任务")
    status: Term | None = term("状态", TASK_STATUS, "未启动、进行中、已完成、已取消")
    done_on: When | Blank | None = date("完成日期", "哪一天完成的")
    progress: tuple[Progress, ...] = records(
        "进展", Progress, "办理进展，按时间", also=("进展情况",)
    )


class PlanItem(Task, zh="计划任务", shorthand="text"):
    from_: str = fact("取自", "来源文件的名字：把它的任务都列到这里，牵头单位和来源照抄")


class Section(Record, zh="部分", shorthand="title"):
    title: Text | None = text("标题", "一级标题，不带序号", required=True)
    lead: tuple[Passage, ...] = passages("导语", "标题下、各点前的话", also=("总起",))
    series: Term | None = term("分条方式", SERIES, "各点怎样编号", also=("序列",))
    points: tuple[Point, ...] = records("要点", Point, "这一部分的各点", also=("分条",))
    run_in: bool | None = switch("接排", "各点的小标题与正文同在一段或独占一行")
    table: Table | None = record("表格", Table, "跟在这一部分后面的表格")


class PlanSection(Record, zh="计划部分", shorthand="title"):
    title: Text | None = text("标题", "一级标题，不带序号", required=True)
    lead: tuple[Passage, ...] = passages("导语", "标题下、各任务前的话", also=("总起",))
    tasks: tuple[PlanItem, ...] = records("任务", PlanItem, "这一部分的任务", required=True)
