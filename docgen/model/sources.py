"""What was said above: a meeting, an instruction, a policy document; one file each."""

from __future__ import annotations

from docgen.model.keys import (
    Record,
    date,
    fact,
    facts,
    passages,
    planned,
    record,
    records,
    term,
    text,
)
from docgen.model.meeting_parts import AgendaItem, Attendee, Contact, Decision, Reply
from docgen.model.parts import Passage, Person, Point, Speaker, Task
from docgen.model.terms import LEVELS, SOURCE_KINDS, Term
from docgen.model.values import Blank, Text, When


class Spirit(Point, zh="精神要点", shorthand="text"):
    by: str = fact("主体", "谁说的：会议、××同志；不写就没有“会议指出”这几个字", also=("主语",))
    verb: str = fact("谓语", "指出、强调、要求……", also=("动词",))


class Source(Record, zh="来源"):
    """What every source has, whatever its kind."""

    kind: Term = term("文种", SOURCE_KINDS, "会议、指示或文件", required=True, also=("种类",))
    title: str = fact("名称", "全称", required=True, also=("标题", "会议名称"))
    level: Term | Blank | None = term(
        "级别", LEVELS, "决定传达的先后", required=True, also=("层级",)
    )
    date: When | Blank | None = date("时间", "日、月或起止", also=("日期", "会议日期"))
    opening: Text | None = text("开头", "代替程序写的第一句话", also=("概况",))
    after: Text | None = text("接续", "接在第一句话后面的话", also=("续写",))
    spirit: tuple[Spirit, ...] = records("精神", Spirit, "精神要点，按顺序", also=("精神要点",))
    tasks: tuple[Task, ...] = records("任务", Task, "部署的任务", also=("任务清单",))


class Meeting(Source, zh="会议"):
    org: str = fact("主办单位", "谁召开的，全称；成套文件没写单位时用它", also=("单位",))
    form: str = fact("形式", "如 电视电话会议", also=("会议形式",))
    time: str = fact("开始时刻", "几点开始，如 9:00、下午2:30", also=("开始时间",))
    place: str = fact("地点", "在哪里开", also=("会议地点",))
    host: Person | None = record("主持人", Person, "谁主持", also=("主持",))
    speakers: tuple[Speaker, ...] = records("讲话人", Speaker, "谁讲话，按顺序", also=("讲话",))
    purpose: Text | None = text("主要任务", "会议的主要任务，不带句号", also=("会议内容", "议题"))
    scope: tuple[str, ...] = facts("参会范围", "通知谁来开会，各类人员", also=("参加人员",))
    agenda: tuple[AgendaItem, ...] = records("议程", AgendaItem, "各项议程，按顺序")
    present: tuple[Attendee, ...] = records("出席", Attendee, "出席的人", also=("出席人员",))
    absent: tuple[Attendee, ...] = records("请假", Attendee, "请假的人", also=("请假人员",))
    observers: tuple[Attendee, ...] = records("列席", Attendee, "列席的人", also=("列席人员",))
    decisions: tuple[Decision, ...] = records("议定事项", Decision, "会上定了什么")
    reply: Reply | None = record("回执", Reply, "哪天前、向谁报参会名单", also=("报名",))
    contact: Contact | None = record("联系人", Contact, "会务联系人")
    notes: tuple[Passage, ...] = passages("会务要求", "着装、入场、交通等", also=("有关要求",))
    documents: tuple[str, ...] = planned("成套文件", "要生成哪些文件：文种，各有自己的内容")


class Instruction(Source, zh="指示"):
    by: str = fact("作出者", "谁作出的，如 省委主要负责同志", also=("作出人",))
    subject: str = fact("事由", "对什么作出的，如 老干部工作", also=("事项",))
    form: str = fact("形式", "重要指示、批示……，不写就是“指示”")


class Policy(Source, zh="文件"):
    issuer: str = fact("印发机关", "谁印发的", also=("发文机关",))
    number: str = fact("文号", "如 ×办发〔2026〕3号", also=("发文字号",))


SOURCES: dict[str, type[Source]] = {
    "meeting": Meeting,
    "instruction": Instruction,
    "policy": Policy,
}
