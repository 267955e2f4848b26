"""How the lines of a YAML value become text: no blank gets between two Chinese characters."""

from __future__ import annotations

import pytest

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.source.nodes import Scalar
from docgen.source.yaml import parse_mapping

# What is typed after `text: `, and the text it is.
PLAIN = {
    "one line": ("过去一年", "过去一年"),
    "Han at both sides": ("过去\n  一年", "过去一年"),
    "Latin at both sides": ("annual\n  report", "annual report"),
    "Latin after Han": ("使用\n  docgen 生成", "使用 docgen 生成"),
    "Han after Latin": ("版本 v2\n  发布", "版本 v2 发布"),
    "digits after a full-width comma": ("会议指出，\n  2026年是", "会议指出，2026年是"),
    "an opening bracket after Latin": ("GB/T 9704\n  （格式）", "GB/T 9704（格式）"),
    "an ASCII comma": ("yes,\n  no", "yes, no"),
    "quotation marks": ("落实“三是”\n  “四要”", "落实“三是”“四要”"),
    "a dash": ("一年——\n  不平凡的一年", "一年——不平凡的一年"),
    "a rare character": ("𠮷\n  镕", "𠮷镕"),
    "an ideographic zero": ("二〇\n  二六年", "二〇二六年"),
    "blanks at the line's end": ("过去  \n  一年", "过去一年"),
    "deeper indentation": ("过去\n      一年\n    来", "过去一年来"),
    "an empty line": ("第一段\n\n  第二段", "第一段\n\n第二段"),
    "two empty lines": ("第一段\n\n\n  第二段", "第一段\n\n第二段"),
    "a comment below": ("过去\n  一年\n# 说明", "过去一年"),
    "a comment beside": ("过去\n  一年  # 说明", "过去一年"),
    "in a list": ("[过去\n  一年, 今年]", "过去一年"),
    "an emoji before": ("😀，好\n  的", "😀，好的"),
}
QUOTED = {
    "single, Han": ("'过去\n  一年'", "过去一年"),
    "single, Latin": ("'annual\n  report'", "annual report"),
    "single, a quote at the break": ("'it''s\n  ''here'''", "it's 'here'"),
    "single, an empty line": ("'第一段\n\n  第二段'", "第一段\n\n第二段"),
    "single, a backslash is one": (r"'C:\new'", r"C:\new"),
    "single, a star": ("'*同志\n  讲话'", "*同志讲话"),
    "double, Han": ('"过去\n  一年"', "过去一年"),
    "double, Latin": ('"annual\n  report"', "annual report"),
    "double, an empty line": ('"第一段\n\n  第二段"', "第一段\n\n第二段"),
    "double, an escaped line break": (r'"第一行\n第二行"', "第一行\n第二行"),
    "double, both kinds of break": ('"第一\\n第二\n  行"', "第一\n第二行"),
    "double, an escaped end of line": ('"过去\\\n  一年"', "过去一年"),
    "double, Latin, escaped end": ('"over\\\n  all"', "overall"),
    "double, a blank before the end": ('"to \\\n  all"', "to all"),
    "double, a backslash before the break": ('"甲\\\\\n  乙"', "甲\\ 乙"),
    "double, an escaped quote": ('"他说\\"好\\"\n  了"', '他说"好" 了'),
    "double, braces": ('"{{ count }}点\n  意见"', "{{ count }}点意见"),
}
BLOCK = {
    "folded, Han": (">\n  过去\n  一年", "过去一年"),
    "folded, Latin": (">\n  annual\n  report", "annual report"),
    "folded, an empty line": (">\n  第一段\n\n  第二段", "第一段\n\n第二段"),
    "folded, stripped": (">-\n  过去\n  一年\n", "过去一年"),
    "folded, kept": (">+\n  过去\n  一年\n\n", "过去一年"),
    "folded, a remark beside the mark": (">  # 说明\n  过去\n  一年", "过去一年"),
    "folded, a number sign is text": (">\n  第 #1 号\n  文件", "第 #1 号文件"),
    "folded, a colon is text": (">\n  目标: 好\n  更好", "目标: 好更好"),
    "literal": ("|\n  过去\n  一年", "过去\n一年"),
    "literal, an empty line": ("|\n  第一段\n\n  第二段", "第一段\n\n第二段"),
    "literal, stripped": ("|-\n  过去\n  一年\n", "过去\n一年"),
}


def value(typed: str) -> str:
    """Return the first text of what is typed after ``text: ``."""
    report = Report()
    root = parse_mapping(f"before: 𠮷😀\ntext: {typed}\n", Place("a.yaml", 1, 1), report)
    assert root is not None
    assert len(report) == 0
    node = root.get("text")
    while not isinstance(node, Scalar):
        node = node.items[0]  # type: ignore[union-attr]
    return node.text


@pytest.mark.parametrize(("typed", "text"), PLAIN.values(), ids=PLAIN)
def test_plain(typed: str, text: str) -> None:
    assert value(typed) == text


@pytest.mark.parametrize(("typed", "text"), QUOTED.values(), ids=QUOTED)
def test_quoted(typed: str, text: str) -> None:
    assert value(typed) == text


@pytest.mark.parametrize(("typed", "text"), BLOCK.values(), ids=BLOCK)
def test_block(typed: str, text: str) -> None:
    assert value(typed) == text


@pytest.mark.parametrize("words", ["过去一年", "annual report", "第一段\n\n第二段"])
def test_every_style_of_the_same_lines_is_the_same_text(words: str) -> None:
    lines = words.replace("过去", "过去\n  ").replace("annual ", "annual\n  ")
    lines = lines.replace("\n\n第", "\n\n  第")
    assert {value(style) for style in (lines, f"'{lines}'", f'"{lines}"', f">\n  {lines}")} == {
        words
    }
