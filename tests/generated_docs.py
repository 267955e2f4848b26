"""The generated blocks of docs/format.md, commands.md, profiles.md, templates.md and
directory.md, made from the code."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import yaml

from conftest import ROOT
from docgen.library.contracts import contract
from docgen.library.profiles import standard
from docgen.model import documents, library, listed, parts, sources, terms
from docgen.model.keys import Key, Record, part_of, table
from docgen.model.profile import Parameter
from docgen.model.terms import Vocabulary

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
    modules = (documents, sources, parts, library, listed)
    return next(vars(each)[name] for each in modules if name in vars(each))


MAKERS = {
    "keys": lambda name: key_table(record_called(name)),
    "terms": lambda name: term_table(getattr(terms, name)),
    "help": help_of,
    "contract": contract_table,
    "profile": profile_tables,
}
BLOCK = re.compile(
    r"<!-- (keys|terms|help|profile|contract): ?(.+?) -->\n.*?<!-- /\1 -->", re.DOTALL
)


def generated(text: str) -> str:
    """Return a document with every generated block made anew."""

    def made(match: re.Match[str]) -> str:
        head = match.group().split("\n")[0]
        return f"{head}\n{MAKERS[match[1]](match[2])}\n<!-- /{match[1]} -->"

    return BLOCK.sub(made, text)
