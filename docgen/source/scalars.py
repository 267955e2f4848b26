"""A value → how it is written in YAML, so that source/yaml.py reads exactly this value again.

Takes a text and the style wanted; gives the first spelling that reads back: plain, in single
quotes, as a ``|`` block, in double quotes. Every spelling is tried by reading it, not by rules of
our own about what YAML might make of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import east_asian_width

import yaml

from docgen.base.diagnostics import Report
from docgen.base.han import touch
from docgen.base.place import Place
from docgen.source.nodes import Mapping, Scalar
from docgen.source.yaml import parse

# A value of a key: words, several, records of them, or nothing.
Value = Any
Pairs = dict[str, Any]


class Flow(dict[str, Any]):
    """Pairs that are written in braces, on one line."""


_PROBE = Place("")
_RESOLVER = yaml.resolver.Resolver()
# What double quotes must escape for YAML's sake (1.1, 5.7), or would fold or hide.
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# As wide as lines of YAML are in this field's files; a Han character is two wide.
_WIDTH = 100


def scalar(
    text: str, *, style: str = "", column: int = 0, flow: bool = False,
    block: bool = True, lines: bool = False,
) -> str:  # fmt: skip
    """Return how a text is written as the value of a key in `column`.

    `style`: the one that the value had; `flow`: inside braces or brackets; `block`: whether a
    ``|`` block may stand here; `lines`: whether a plain value may run over several lines.
    """
    found = _spellings(text, style, column, lines)
    for spelling in found:
        if "\n" in spelling and (flow or (spelling[0] in "|>" and not block)):
            continue
        if reads_as(spelling, text, column, flow=flow):
            return spelling
    return _double(text)


def _spellings(text: str, style: str, column: int, lines: bool) -> Iterator[str]:
    many = "\n" in text
    if style in ("|", ">") or (many and not style):
        yield _block(text, style or "|", column)
        yield _block(text, "|", column)
    if style == '"' and not many:
        yield _double(text)
    if not style and not many and _is_words(text):
        if lines:
            yield _wrapped(text, column)
        yield text
    if not many:
        yield _single(text)
    yield _block(text, "|", column)


def _is_words(text: str) -> bool:
    """Whether other programs too read a plain value as words, or as a day (which is how dates are
    written here): not 07, 1e3, yes, null."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag.endswith((":str", ":timestamp")) if text else False


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda match: _escape(match.group()), text) + '"'


def _escape(char: str) -> str:
    return _SHORT.get(char) or f"\\u{ord(char):04x}"


def _block(text: str, mark: str, column: int) -> str:
    # Where the first line is empty or begins with a blank, YAML must be told the indentation.
    told = "2" if text[:1] in (" ", "\n", "") else ""
    pad = " " * (column + 2)
    body = "\n".join(pad + line if line else "" for line in text.split("\n"))
    return f"{mark}{told}\n{body}"


def _wrapped(text: str, column: int) -> str:
    """Return a long text in lines, broken only where reading joins them with nothing."""
    pad = "\n" + " " * (column + 2)
    made, width, last = "", column + 8, ""
    for char in text:
        if width >= _WIDTH and last and touch(last, char) and char not in "#，。；：、！？”’）》":
            made, width = made + pad, column + 2
        made += char
        width += 2 if east_asian_width(char) in "WFA" else 1
        last = char
    return made


def reads_as(spelling: str, text: str, column: int = 0, *, flow: bool = False) -> bool:
    """Whether a spelling is read as exactly this text, without a warning."""
    report = Report()
    before = "{k: " if flow else " " * column + "k: "
    after = ", z: z}" if flow else ""
    root = parse(before + spelling + after, _PROBE, report)
    if not isinstance(root, Mapping) or len(report) or len(root.pairs) != 1 + flow:
        return False
    value = root.pairs[0][1]
    return isinstance(value, Scalar) and not value.null and value.text == text


def value(given: Value, *, column: int, flow: bool, indent: int = 2) -> str:
    """Return what is written behind ``key:`` for a value that was not there before."""
    if not given:
        return ""
    if isinstance(given, str):
        return " " + scalar(given, column=column, flow=flow, lines=True)
    if isinstance(given, dict):
        return " " + flow_item(given)
    if flow or isinstance(given[0], str):
        return " " + flow_list(given)
    lead = "\n" + " " * (column + indent) + "- "
    return "".join(lead + pairs(item, column + indent + 2) for item in given)


def flow_list(given: Sequence[str] | Sequence[Pairs]) -> str:
    """Return a list in brackets."""
    return f"[{', '.join(flow_item(item) for item in given)}]"


def flow_item(item: str | Pairs) -> str:
    """Return an item of a list in brackets."""
    if isinstance(item, str):
        return scalar(item, flow=True)
    return "{" + ", ".join(f"{key}:{value(each, column=0, flow=True)}" for key, each in
                           item.items()) + "}"  # fmt: skip


def pairs(item: Pairs, column: int, indent: int = 2) -> str:
    """Return keys and values, each on a line of its own; the first line without its indent."""
    lines = [
        f"{key}:{value(each, column=column, flow=False, indent=indent)}"
        for key, each in item.items()
    ]
    return ("\n" + " " * column).join(lines)
