"""Papers for the meeting itself: 议程 and 主持词. Their facts are the meeting's."""

from __future__ import annotations

from docgen.model.document import Document
from docgen.model.keys import Record, fact, passages, record, records, text
from docgen.model.parts import Passage, Person, Point
from docgen.model.values import Text


class Agenda(Document, zh="议程"):
    meeting: str = fact("会议", "哪个会议的：来源文件名", required=True)
    opening: tuple[Passage, ...] = passages("开头", "各项议程前的话", also=("说明",))
    closing: tuple[Passage, ...] = passages("结尾", "各项议程后的话", also=("备注",))


class HostWords(Record, zh="串词"):
    """What the host says before an item of the agenda, in place of the built words."""

    item: str = fact("议程", "第几项（数字），或议程的名称", required=True, also=("项目",))
    text: Text | None = text("串词", "这一项之前的话", required=True, also=("内容",))


class HostingScript(Document, zh="主持词"):
    meeting: str = fact("会议", "哪个会议的：来源文件名", required=True)
    host: Person | None = record("主持人", Person, "谁主持；不写就用会议的")
    salutation: str = fact("称呼", "如 同志们；冒号由程序加", also=("称谓",))
    opening: tuple[Passage, ...] = passages("开场", "代替程序写的开场和介绍", also=("开头", "导语"))
    background: tuple[Passage, ...] = passages("背景", "会议的背景和主要任务", also=("主要任务",))
    links: tuple[HostWords, ...] = records("串词", HostWords, "代替程序写的串词")
    summary: tuple[Passage, ...] = passages("小结", "议程都进行完以后的小结", also=("会议小结",))
    requirements: tuple[Point, ...] = records("贯彻要求", Point, "怎样贯彻，分条", also=("要求",))
    closing: tuple[Passage, ...] = passages(
        "结尾", "散会前最后的话，不写就是“散会。”", also=("散会",)
    )
