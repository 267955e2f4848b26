"""The generated blocks of docs/format.md and docs/commands.md, made from the code."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from docgen.model import documents, library, parts, sources, terms
from docgen.model.keys import Key, Record, part_of, table
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
    "values": "几个“名称: 值”，值是事实",
    "rows": "列表，每行是事实的列表",
}


def link(words: str, heading: str) -> str:
    return f"[{words}](#{heading.lower().replace(' ', '-')})"


def holds(key: Key) -> str:
    """Return how the value of a key is written."""
    if key.shape in ("record", "records", "named"):
        cls = part_of(key)
        return SHAPES[key.shape].format(link(cls.record_name, f"{cls.record_name} {cls.__name__}"))
    if key.shape in ("term", "terms"):
        return SHAPES[key.shape].format(link(key.of.name, f"固定值 {key.of.name}"))
    return SHAPES[key.shape]


def key_table(cls: type[Record]) -> str:
    """Return the Markdown table of a record's keys."""
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
            holds(key),
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
    return next(vars(m)[name] for m in (documents, sources, parts, library) if name in vars(m))


MAKERS = {
    "keys": lambda name: key_table(record_called(name)),
    "terms": lambda name: term_table(getattr(terms, name)),
    "help": help_of,
}
BLOCK = re.compile(r"<!-- (keys|terms|help): ?(.+?) -->\n.*?<!-- /\1 -->", re.DOTALL)


def generated(text: str) -> str:
    """Return a document with every generated block made anew."""

    def made(match: re.Match[str]) -> str:
        head = match.group().split("\n")[0]
        return f"{head}\n{MAKERS[match[1]](match[2])}\n<!-- /{match[1]} -->"

    return BLOCK.sub(made, text)
