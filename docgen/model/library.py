"""The records of the library: a snippet's front matter, and a workspace's settings."""

from __future__ import annotations

from typing import NamedTuple

from docgen.base.place import Place
from docgen.model.keys import (
    Record,
    date,
    fact,
    facts,
    named,
    record,
    records,
    switch,
    term,
    terms,
    values,
)
from docgen.model.terms import DOCUMENT_KINDS, LEVELS, NATURES, PARAM_TYPES, USES, Term
from docgen.model.values import Blank, Facts, Text, When


class Window(Record, zh="有效期"):
    from_: When | Blank | None = date("起", "从哪一天起可用，含这一天", also=("自",))
    to: When | Blank | None = date("止", "到哪一天止，含这一天", also=("至",))
    next: str = fact("替代", "过期后用哪个片段", also=("接替",))


class Origin(Record, zh="出处"):
    title: str = fact("名称", "文件、会议或讲话的名称", also=("标题",))
    number: str = fact("文号", "发文字号")
    date: When | Blank | None = date("日期", "日期", also=("时间",))
    nature: Term | None = term("性质", NATURES, "原文、转述或自拟")


class Param(Record, zh="参数", shorthand="default"):
    type: Term | None = term("类型", PARAM_TYPES, "不写就是文字")
    default: str | None = fact("默认", "不给参数时用的值")
    choices: tuple[str, ...] = facts("选项", "类型为选项时可以取的值")
    required: bool | None = switch("必填", "true：一定要给")
    doc: str = fact("说明", "填什么")


class Sample(Record, zh="样例"):
    with_: tuple[tuple[str, Facts], ...] = values("参数", "参数")
    variant: str = fact("变体", "哪个变体")
    expect: str = fact("期望", "应当得到的文字", required=True)


class SnippetCard(Record, zh="片段"):
    """A snippet's front matter."""

    title: str = fact("名称", "片段库里的名字", required=True)
    use: Term = term("用途", USES, "用在哪里", required=True)
    heading: str = fact("标题", "作要点时的小标题", also=("小标题",))
    tags: tuple[str, ...] = facts("标签", "便于查找的词")
    aliases: tuple[str, ...] = facts("别名", "也可以用这些名字引用", also=("又名",))
    supersedes: tuple[str, ...] = facts("取代", "取代了哪些片段")
    levels: tuple[Term, ...] = terms("适用级别", LEVELS, "哪些级别可以这样说")
    kinds: tuple[Term, ...] = terms("适用文种", DOCUMENT_KINDS, "哪些文种可以用")
    members: tuple[str, ...] = facts("成员", "这一组提法依次有哪几项")
    frame: tuple[str, ...] = facts("搭配", "与它搭配的动词或句式，如 增强")
    wrong: tuple[str, ...] = facts("误写", "一定是错的写法")
    valid: Window | None = record("有效期", Window, "什么时候可以这样说")
    source: Origin | None = record("出处", Origin, "出自哪里")
    params: tuple[tuple[str, Param], ...] = named("参数", Param, "可以填的参数")
    verbatim: bool | None = switch("原文锁定", "true：引文，不许改")
    digest: str = fact("校验", "原文的校验值，锁定后由 snippets check 给出")
    samples: tuple[Sample, ...] = records("样例", Sample, "参数与应得的文字")


class Snippet(NamedTuple):
    """A phrase or passage of the library: its card and its body in variants.

    `id` is the path without ending and version (``building/branch``); `variants` maps a
    name to its text, the main body under ``""``.
    """

    id: str
    version: int
    card: SnippetCard
    variants: dict[str, Text]
    place: Place
    shipped: bool = False

    @property
    def label(self) -> str:
        """The id with its version, ``building/branch@2``; the first version is not marked."""
        return self.id if self.version == 1 else f"{self.id}@{self.version}"


class Settings(Record, zh="工作区设置"):
    """`docgen.yaml`."""

    org: str = fact("单位", "文件没写单位时用它")
    profile: str = fact("格式", "版式按哪个格式，不写就是 gbt9704；自己的放在 profiles/")
    pace: str = fact("语速", "讲话稿每分钟讲多少字，不写就是 240")
    output: str = fact("输出", "生成的文件放在哪个文件夹，不写就是 build", also=("输出文件夹",))
