"""The parts of a meeting that its papers share: items of the agenda, those present, decisions."""

from __future__ import annotations

from docgen.model.keys import Record, due, fact, facts, record, text
from docgen.model.parts import Person
from docgen.model.values import Blank, Text, When


class Contact(Person, zh="联系人", shorthand="name"):
    phone: str = fact("电话", "联系电话", also=("联系电话",))
    org: str = fact("单位", "联系人的单位")


class Attendee(Person, zh="参会人员", shorthand="name"):
    org: str = fact("单位", "代表哪个单位；写了就印在名字后的括号里")
    reason: str = fact("事由", "请假的原因，不印")


class AgendaItem(Record, zh="议程", shorthand="title"):
    title: str = fact(
        "事项", "这一项做什么，不带序号", required=True, also=("标题", "名称", "议题")
    )
    presenter: Person | None = record("发言人", Person, "谁来讲", also=("汇报人", "主讲人"))
    presenters: tuple[str, ...] = facts("发言单位", "几个单位或几个人依次讲", also=("汇报单位",))
    minutes: str = fact("时长", "多少分钟，整数", also=("分钟",))


class Decision(Record, zh="议定事项", shorthand="text"):
    title: Text | None = text("标题", "关于……；不带序号", also=("事项",))
    text: Text | None = text("内容", "议定了什么", also=("正文",))
    owner: str = fact("牵头单位", "谁落实", also=("责任单位",))
    partners: tuple[str, ...] = facts("配合单位", "谁配合", also=("协办单位",))
    due: When | Blank | str | None = due("完成时限", "日期，或 8月底前 这样的话", also=("时限",))


class Reply(Record, zh="回执", shorthand="by"):
    by: When | Blank | str | None = due("截止", "哪一天前报名单", required=True, also=("截止日期",))
    to: str = fact("报送", "报给谁", also=("报给",))
    how: str = fact("方式", "怎样报，如 电话、邮箱")
