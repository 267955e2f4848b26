"""The generated blocks of docs/format.md, kinds.md, sets.md, commands.md, profiles.md,
templates.md and directory.md, made from the code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from conftest import ROOT
from docgen.base.diagnostics import Report
from docgen.compose import compose
from docgen.compose.used import Used
from docgen.library.contracts import contract
from docgen.library.profiles import standard
from docgen.library.snippets import Snippets
from docgen.model import (
    documents,
    library,
    listed,
    meeting_papers,
    meeting_parts,
    official,
    parts,
    terms,
)
from docgen.model import sources as model_sources
from docgen.model.keys import Key, Record, part_of, table
from docgen.model.profile import Parameter
from docgen.model.sources import Source
from docgen.model.terms import DOCUMENT_KINDS, Vocabulary
from docgen.source.loader import Loader
from docgen.source.workspace import Workspace

SHAPES = {
    "fact": "事实",
    "facts": "事实，可以是列表",
    "text": "正文",
    "passages": "正文或片段引用，可以是列表",
    "date": "日期",
    "due": "日期或文字",
    "year": "四位数字的年份",
    "switch": "是或否",
    "term": "固定值 {}",
    "terms": "固定值 {}，可以是列表",
    "record": "{}",
    "records": "列表，每项是{}",
    "named": "几个“名称: 值”，值是{}",
    "values": "几个“名称: 值”，值是事实，可以是列表",
    "rows": "列表，每行是事实的列表",
    "planned": "几个“文种: 内容”，见 [sets.md](sets.md)",
}


def link(words: str, heading: str, page: str = "") -> str:
    return f"[{words}]({page}#{heading.lower().replace(' ', '-')})"


def holds(key: Key, vocabularies: str = "") -> str:
    """Return how the value of a key is written; the fixed values are on the page `vocabularies`."""
    if key.shape in ("record", "records", "named"):
        cls = part_of(key)
        return SHAPES[key.shape].format(link(cls.record_name, f"{cls.record_name} {cls.__name__}"))
    if key.shape in ("term", "terms"):
        heading = f"固定值 {key.of.name}"
        return SHAPES[key.shape].format(link(key.of.name, heading, vocabularies))
    return SHAPES[key.shape]


def key_table(cls: type[Record]) -> str:
    """Return the Markdown table of a record's keys."""
    vocabularies = "format.md" if cls.__module__ == listed.__name__ else ""
    lines = [
        "| 中文 | English | 也可以写 | 填什么 | 写法 | 必填 |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for key in table(cls).values():
        also = "、".join(f"`{word}`" for word in key.also)
        doc = key.doc.replace("|", "\\|")
        cells = [
            f"`{key.zh}`",
            f"`{key.name}`",
            also,
            doc,
            holds(key, vocabularies),
            "是" if key.required else "",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def term_table(vocabulary: Vocabulary) -> str:
    """Return the Markdown table of a vocabulary."""
    lines = ["| 中文（印出来的词） | English | 也可以写 |", "| --- | --- | --- |"]
    for each in vocabulary.terms:
        also = "、".join(f"`{word}`" for word in each.also)
        lines.append(f"| `{each.zh}` | `{each.code}` | {also} |")
    return "\n".join(lines)


GROUPS = {
    "page": "页面",
    "fonts": "字体",
    "text": "文字",
    "title": "标题",
    "byline": "题注",
    "addressee": "主送机关",
    "salutation": "称呼",
    "body": "正文",
    "heading_1": "一级标题",
    "heading_2": "二级标题",
    "heading_3": "三级标题",
    "heading_4": "四级标题",
    "attachment_note": "附件说明",
    "signature": "署名",
    "date": "成文日期",
    "note": "附注",
    "attachment": "附件",
    "page_number": "页码",
    "head": "版头",
    "imprint": "版记",
    "letter": "信函",
    "attendance": "纪要的出席人员",
    "table": "表格",
}


def profile_tables(name: str) -> str:
    """Return a heading and a Markdown table of the parameters for each group of a profile."""
    whole = yaml.safe_load((ROOT / "docgen" / "profiles" / f"{name}.yaml").read_text("utf-8"))
    groups = dict.fromkeys(key.split(".")[0] for key in standard().parameters)
    return "\n\n".join(_group_table(group, whole[group]) for group in groups)


def _group_table(group: str, written: dict[str, dict[str, object]]) -> str:
    lines = [
        f"### {GROUPS[group]} {group}\n",
        "| 名称 | 键 | 值 | 条款 | 强度 | 允许差 |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, parameter in standard().group(group).items():
        choices = written[name].get("choices")
        value = _valued(parameter, list(choices) if isinstance(choices, dict) else [])
        slack = f"±{parameter.tolerance}" if parameter.tolerance else ""
        cells = [parameter.zh, f"`{name}`", value, parameter.clause, parameter.strength.zh, slack]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _valued(parameter: Parameter, choices: list[str]) -> str:
    """Return a value as the table prints it, with the words it may be where there are several."""
    if isinstance(parameter.value, tuple):
        return "、".join(parameter.value)
    face = f"fonts.{parameter.value}"
    if face in standard():
        return f"{standard()[face].zh}（`{parameter.value}`）"
    others = "、".join(choice for choice in choices if choice != parameter.value)
    return parameter.shown + (f"；也可以是{others}" if others else "")


def contract_table(kind: str) -> str:
    """Return the Markdown table of the names that a kind's templates may use."""
    agreed = contract(kind)
    assert agreed is not None, kind
    lines = ["| 名字 | 中文名 | 印什么 | 一定有 |", "| --- | --- | --- | --- |"]
    for name, card in agreed.names.items():
        doc = card.doc + (f"；每项有 `{card.fields.replace(' ', '`、`')}`" if card.fields else "")
        doc += "（列表）" if card.type and card.type.code == "list" else ""
        lines.append(f"| `{name}` | `{card.zh}` | {doc} | {'是' if card.required else ''} |")
    return "\n".join(lines)


def help_of(command: str) -> str:
    """Return a command's --help in Chinese, 100 columns wide, in a code block."""
    program, *words = command.split()
    code = f"from docgen.cli import cli; cli({[*words, '--help']!r}, prog_name={program!r})"
    environment = {**os.environ, "DOCGEN_LANG": "zh", "COLUMNS": "100", "PYTHONUTF8": "1"}
    output = subprocess.check_output(
        [sys.executable, "-c", code], env=environment, encoding="utf-8"
    )
    return f"```text\n{output.rstrip()}\n```"


def record_called(name: str) -> type[Record]:
    return next(vars(module)[name] for module in _MODULES if name in vars(module))


_MODULES = (
    documents,
    official,
    meeting_papers,
    meeting_parts,
    model_sources,
    parts,
    library,
    listed,
)


# A meeting of which nothing is known yet, and one of which everything is.
BARE = "kind: meeting\ntitle: 碰头会\nlevel: unit\n"
WHOLE = """kind: meeting
title: 碰头会
level: unit
org: 示例市档案局
date: 2026-03-12
time: 9:00
form: 现场会议
place: 三楼会议室
host: {name: 李××, post: 局长}
speakers: [{name: 王××, post: 副市长}]
purpose: 部署全年工作
scope: [各科负责人]
agenda: [{title: 通报情况, presenters: [办公室], minutes: 5}]
present: [{name: 王××, post: 副市长}]
absent: [{name: 孙××, post: 科长}]
observers: [{name: 周××, post: 馆长}]
decisions: [{text: 查一遍库房。, owner: 办公室, due: 6月底前}]
reply: {by: 2026-03-09, to: 办公室, how: 电话}
contact: {name: 何××}
notes: [请提前入场。]
after: 会议还看了现场。
spirit: [家底要清。]
tasks: [{title: 查库房, owner: 办公室, due: 6月底前}]
"""


def paper(kind: str, meeting: str) -> tuple[Used, Source | None, Report]:
    """Compose a paper of which only its kind and its meeting are given (``""``: not even that)."""
    with TemporaryDirectory() as folder:
        root, report = Path(folder), Report()
        file = root / "meetings" / "m.yaml"
        file.parent.mkdir()
        own = root / "documents" / "a.yaml"
        own.parent.mkdir()
        own.write_text(f"kind: {kind}\n", "utf-8")
        file.write_text(f"{meeting}documents:\n  {kind}:\n", "utf-8")
        loader, workspace = Loader(report), Workspace(root)
        loaded = (
            loader.document(file, workspace, kind) if meeting else loader.document(own, workspace)
        )
        if loaded is None:
            return Used(), None, report
        if report.failed:
            return Used(), None, report
        made = compose(loaded, Snippets(workspace), report)
        return made.used, next(iter(loaded.sources.values()), None), report


def missing(kind: str) -> str:
    """Return what is said of a document that gives nothing but its kind: of a meeting of which
    only the name is known, where it is about one, and of none."""
    told = []
    alone = kind in ("speech", "transmission-outline", "annual-plan")
    cases = {BARE: "为会议的，会议只有名称和级别：", "": "不为会议的，只写了文种："}
    if alone:
        cases = {"": "只写了文种："}
    for meeting, words in cases.items():
        *_, report = paper(kind, meeting)
        lines = [
            f"{d.severity.word} {d.code}: {d.message('zh')}"
            for d in sorted(report, key=lambda d: (d.severity.word != "error", d.code))
        ]
        if lines:
            told.append("\n".join([f"{words}\n\n```text", *lines, "```"]))
    return "\n\n".join(told) or "没有必填的，缺什么都能生成。"


def taken(_: str) -> str:
    """Return the Markdown table of what each paper of a set takes from its meeting."""
    kinds = [term for term in DOCUMENT_KINDS.terms if term.code != "annual-plan"]
    made = {term.code: paper(term.code, WHOLE) for term in kinds}
    lines = [
        "| 会议的键 | " + " | ".join(term.zh for term in kinds) + " |",
        "|" + " --- |" * (len(kinds) + 1),
    ]
    for key in table(model_sources.Meeting).values():
        if key.name in ("kind", "level", "opening", "documents"):
            continue
        cells = ["●" if _takes(*made[term.code][:2], key) else "" for term in kinds]
        lines.append(f"| `{key.zh}`（{key.name}） | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _takes(used: Used, source: Source | None, key: Key) -> bool:
    """Whether a paper prints something of a key of its meeting."""
    assert source is not None
    value = getattr(source, key.attribute)
    assert source.gives(key.name), key.name
    parts = value if isinstance(value, tuple) else (value,)
    inside = [p for p in parts if isinstance(p, Record)]
    places = [source.where(key.name)]
    places += [part.where(name) for part in inside for name in table(type(part))]
    return any(used.covers(place) for place in places)


MAKERS = {
    "missing": missing,
    "taken": taken,
    "keys": lambda name: key_table(record_called(name)),
    "terms": lambda name: term_table(getattr(terms, name)),
    "help": help_of,
    "contract": contract_table,
    "profile": profile_tables,
}
BLOCK = re.compile(
    r"<!-- (keys|terms|help|profile|contract|missing|taken): ?(.+?) -->\n.*?<!-- /\1 -->", re.DOTALL
)


def generated(text: str) -> str:
    """Return a document with every generated block made anew."""

    def made(match: re.Match[str]) -> str:
        head = match.group().split("\n")[0]
        return f"{head}\n{MAKERS[match[1]](match[2])}\n<!-- /{match[1]} -->"

    return BLOCK.sub(made, text)
