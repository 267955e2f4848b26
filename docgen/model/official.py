"""Documents with the head and foot of official ones: 通知, 函, 纪要, 简报."""

from __future__ import annotations

from docgen.model.document import Document
from docgen.model.keys import (
    Record,
    date,
    fact,
    facts,
    passages,
    record,
    records,
    switch,
    term,
    text,
)
from docgen.model.meeting_parts import Contact
from docgen.model.parts import Passage, Point, Section, Table
from docgen.model.terms import SERIES, Term
from docgen.model.values import Blank, Text, When


class Attachment(Record, zh="附件", shorthand="title"):
    title: Text | None = text("标题", "附件的名称，不带序号", required=True, also=("名称",))
    text: tuple[Passage, ...] = passages("内容", "附件里的话", also=("正文",))
    points: tuple[Point, ...] = records("要点", Point, "附件里分条的内容", also=("分条",))
    table: Table | None = record("表格", Table, "附件里的表格")


class Bodied(Document, zh="公文"):
    """What documents with a body in sections have; `meeting` is where their facts are."""

    meeting: str = fact("会议", "哪个会议的：来源文件名")
    opening: tuple[Passage, ...] = passages("开头", "第一部分之前的话", also=("导语",))
    sections: tuple[Section, ...] = records("部分", Section, "各部分", also=("章节",))
    series: Term | None = term("分条方式", SERIES, "各部分没写时用它", also=("序列",))
    run_in: bool | None = switch("接排", "各部分没写时用它")
    closing: tuple[Passage, ...] = passages("结尾", "最后的话", also=("结束语",))


class Issued(Bodied, zh="公文"):
    """What is sent to others: its head (GB/T 9704-2012 7.2), its attachments and its foot."""

    mark: str = fact("发文机关标志", "版头的大字，不写就按单位", also=("标志",))
    copy_number: str = fact("份号", "六位数字；涉密文件必填")
    secrecy: str = fact("密级", "密级和保密期限，如 机密★1年")
    urgency: str = fact("紧急程度", "特急或加急")
    number: str = fact("发文字号", "如 示府办发〔2026〕8号", also=("文号",))
    addressee: str = fact("主送机关", "不带冒号", also=("主送",))
    attachments: tuple[Attachment, ...] = records("附件", Attachment, "附件，按顺序")
    contact: Contact | None = record("联系人", Contact, "附注里的联系人；不写就用会议的")
    sealed: bool | None = switch("盖章", "加盖印章：署名和日期按盖章的位置")
    copies_to: tuple[str, ...] = facts("抄送机关", "抄送机关", also=("抄送",))


class Notice(Issued, zh="通知"):
    joint: tuple[str, ...] = facts("联合发文机关", "联合行文的各机关，主办的在前")
    signers: tuple[str, ...] = facts("签发人", "上行文的签发人")
    printer: str = fact("印发机关", "版记里的印发机关，不写就是发文单位")
    printed_on: When | Blank | None = date("印发日期", "不写就是成文日期")


class Letter(Issued, zh="函"):
    pass


class Serial(Bodied, zh="刊物"):
    """What comes out in numbers: its name, its number, who issues it and when."""

    mark: str = fact("名称", "版头的大字，如 ××简报、××会议纪要", also=("发文机关标志", "简报名称"))
    number: str = fact("期号", "纪要如 〔2026〕5号，简报只写期数", also=("文号",))
    issuer: str = fact("编印单位", "红线上方左边，不写就是单位")
    issued_on: When | Blank | None = date("印发的日子", "红线上方右边，不写就是成文日期")


class Minutes(Serial, zh="纪要"):
    copies_to: tuple[str, ...] = facts("抄送机关", "发给谁", also=("发送", "抄送"))
    printer: str = fact("印发机关", "版记里的印发机关，不写就是编印单位")
    printed_on: When | Blank | None = date("印发日期", "不写就是成文日期")


class Briefing(Serial, zh="简报"):
    report_to: tuple[str, ...] = facts("报", "报送的上级")
    send_to: tuple[str, ...] = facts("送", "送的平级")
    issue_to: tuple[str, ...] = facts("发", "发的下级")
    copies: str = fact("份数", "共印多少份，只写数字")
