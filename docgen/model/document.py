"""What every document has, whatever its kind."""

from __future__ import annotations

from docgen.model.keys import Record, date, fact, term, text
from docgen.model.terms import DOCUMENT_KINDS, NUMBERING, Term
from docgen.model.values import Blank, Text, When


class Document(Record, zh="文件"):
    """What every document has. `title` None or the word ``auto``: built by the composer."""

    kind: Term = term("文种", DOCUMENT_KINDS, "写什么", required=True, also=("种类",))
    title: Text | None = text("标题", "auto（自动）或写明；竖线 | 处换行", also=("题目",))
    org: str = fact("单位", "发文或落款的单位，全称", also=("落款单位",))
    date: When | Blank | None = date("日期", "成文日期；提法按这一天选", also=("成文日期",))
    template: str = fact("模板", "另用一个模板的名字")
    numbering: Term | None = term(
        "编号", NUMBERING, "第三层序号连续编（连续）还是每部分重编（重新）"
    )
