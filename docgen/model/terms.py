"""The fixed words of the field: each has an English code and the Chinese word it prints as.

Gives vocabularies: `LEVELS`, `KINDS`, `SERIES` … ; a file may use either language or
an accepted other.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """One fixed value: ``province`` prints as 省; `also` are other spellings that mean it."""

    code: str
    zh: str
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.zh


class Vocabulary:
    """A closed list of terms, found by code, Chinese word or accepted other."""

    def __init__(self, name: str, *terms: Term) -> None:
        self.name = name
        self.terms = terms
        self._by_word = {word: t for t in terms for word in (t.code, t.zh, *t.also)}

    def find(self, word: str) -> Term | None:
        """Return the term that `word` spells, or None."""
        return self._by_word.get(word.strip())

    def __getitem__(self, code: str) -> Term:
        return self._by_word[code]

    def words(self) -> list[str]:
        """Return every accepted spelling, codes first."""
        return [t.code for t in self.terms] + [t.zh for t in self.terms]


LEVELS = Vocabulary(
    "level",
    Term("central", "中央"),
    Term("national", "全国", ("国家",)),
    Term("province", "省", ("自治区", "直辖市", "省级")),
    Term("city", "市", ("州", "盟", "市级")),
    Term("county", "县", ("县级",)),
    Term("district", "区", ("旗", "区级")),
    Term("township", "乡镇", ("乡", "镇", "街道")),
    Term("unit", "单位", ("本单位",)),
)

# 区 and 县 are of one rank; sources are passed on from the highest level down.
RANK = {
    "central": 0,
    "national": 1,
    "province": 2,
    "city": 3,
    "county": 4,
    "district": 4,
    "township": 5,
    "unit": 6,
}

SOURCE_KINDS = Vocabulary(
    "source kind",
    Term("meeting", "会议"),
    Term("instruction", "指示", ("批示", "重要指示")),
    Term("policy", "文件"),
)

DOCUMENT_KINDS = Vocabulary(
    "kind",
    Term("transmission-outline", "传达提纲", ("提纲",)),
    Term("speech", "讲话稿", ("讲话",)),
    Term("annual-plan", "工作要点", ("年度工作要点", "年度计划")),
    Term("notice", "通知", ("会议通知",)),
    Term("agenda", "议程", ("会议议程",)),
    Term("hosting-script", "主持词", ("主持稿",)),
    Term("minutes", "纪要", ("会议纪要",)),
    Term("briefing", "简报", ("会议简报",)),
    Term("task-table", "任务分解表", ("任务表",)),
    Term("letter", "函"),
)

SERIES = Vocabulary(
    "series",
    Term("yao", "一要", ("要",)),
    Term("shi", "一是", ("是",)),
    Term("paren", "（一）", ("(一)", "括号")),
    Term("arabic", "1.", ("1", "1．", "数字")),
    Term("inline", "连写", ("分号",)),
    Term("none", "不编号", ("无",)),
)

NUMBERING = Vocabulary(
    "numbering",
    Term("continue", "连续", ("接续",)),
    Term("restart", "重新", ("重编",)),
)

TASK_DISPLAY = Vocabulary(
    "tasks",
    Term("show", "列出", ("显示",)),
    Term("hide", "不列", ("隐藏",)),
)

TASK_STATUS = Vocabulary(
    "status",
    Term("planned", "未启动", ("未开始", "待办")),
    Term("doing", "进行中", ("推进中", "在办")),
    Term("done", "已完成", ("完成", "办结")),
    Term("stopped", "已取消", ("取消", "中止", "不再办理")),
)

USES = Vocabulary(
    "use",
    Term("phrase", "提法"),
    Term("opening", "开头"),
    Term("transition", "过渡"),
    Term("paragraph", "段落"),
    Term("point", "要点"),
    Term("closing", "结尾"),
    Term("quote", "引语"),
)

NATURES = Vocabulary(
    "nature", Term("own", "自拟"), Term("verbatim", "原文"), Term("retold", "转述")
)

PARAM_TYPES = Vocabulary(
    "type",
    Term("text", "文字"),
    Term("date", "日期"),
    Term("int", "整数"),
    Term("enum", "选项"),
    Term("org", "单位"),
    Term("person", "人员"),
    Term("list", "列表"),
)
