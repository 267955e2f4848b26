"""The traps of this field that break a YAML file, found line by line.

A syntax error ends YAML's parse, so when a file does not parse these rules look at its
lines and report all of them at once, each with the spelling that works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.model.keys import all_spellings

# A value after `key: ` or `- `, as it stands on its line.
_VALUE = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[^\s:#'\"\[{][^:#]*: +)?)(?P<value>\S.*?)\s*$")
_BLOCK = re.compile(r"(?:^|[:\-]\s+)[|>][+\-0-9]*\s*(?:#.*)?$")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def report_traps(text: str, place: Place, report: Report) -> bool:
    """Report every trap in the lines of `text`; return whether there was one.

    `place` is the place of the text's first line.
    """
    found = False
    above = ""
    for number, line in _written_lines(text):
        for code, column, facts in _traps_of(line, text):
            if code == "S016" and _continues(line, above):
                continue  # words of the value above, which happen to be a key's
            found = True
            report.add(code, Place(place.file, place.line + number, column), **facts)
        above = line
    return found


def _continues(line: str, above: str) -> bool:
    """Whether a line goes on with the value that the line above begins: it stands deeper."""
    opened = _VALUE.match(above)
    if opened is None or not opened["lead"].rstrip().endswith(":"):
        return False
    key = re.match(r"\s*(?:- +)*", above)
    return key is not None and len(line) - len(line.lstrip(" ")) > key.end()


def _written_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are YAML: not comments, not the inside of a | or > scalar."""
    block_indent: int | None = None
    for number, line in enumerate(text.split("\n")):
        stripped = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None and (not stripped or indent > block_indent):
            continue
        block_indent = indent if _BLOCK.search(line) else None
        if stripped and not stripped.startswith("#"):
            yield number, line


def _traps_of(line: str, text: str) -> Iterator[tuple[str, int, dict[str, object]]]:
    lead = line[: len(line) - len(line.lstrip(" \t\u3000\u00a0"))]
    if "\t" in lead:
        yield "S014", lead.index("\t") + 1, {}
    wide = next((i for i, char in enumerate(lead) if char in "\u3000\u00a0"), None)
    if wide is not None:
        yield "S015", wide + 1, {}
    key = re.match(r"\s*(?:- +)*\{?\s*([\w-]{1,20})：", line)
    if key and key.group(1) in all_spellings():
        yield "S016", key.end(1) + 1, {"key": key.group(1)}
    yield from _value_traps(line, text)
    for match in _SURROGATE.finditer(line):
        yield "S005", match.start() + 1, {"char": "U+" + match.group()[2:].upper()}


def _value_traps(line: str, text: str) -> Iterator[tuple[str, int, dict[str, object]]]:
    mark = _yaml_mark(line, text)
    if mark:
        yield "S010", line.index(mark) + 1, {"what": mark}
        return
    match = _VALUE.match(line)
    if match is None:
        return
    value, column = match["value"], match.start("value") + 1
    if value[0] in "*&!%@`":
        yield "S017", column, {"char": value[0], "quoted": _quoted(value)}
    elif value.startswith(("{{", "{%", "{#")):
        yield "S012", column, {}
    elif value[0] in "[{":
        yield from _flow_traps(value, column)
    elif value[0] in "'\"" and not _closed(value) and value.count(value[0]) > 1:
        yield "S018", column, {"quoted": _quoted(value)}
    elif re.search(r"[^\s'\"]: \S", value) and match["lead"].rstrip().endswith(":"):
        yield "S019", column, {"quoted": _quoted(value)}


def _flow_traps(value: str, column: int) -> Iterator[tuple[str, int, dict[str, object]]]:
    if "{{" in value:
        at = value.index("{{")
        if value[:at].count('"') % 2 == 0 and value[:at].count("'") % 2 == 0:
            yield "S012", column + at, {}
    for match in re.finditer(r"(?<=[\[,:] )[*&!%@`]|(?<=[\[,])[*&!%@`]", value):
        item = re.split(r"[,\]}]", value[match.start() :])[0].strip()
        yield "S017", column + match.start(), {"char": item[0], "quoted": _quoted(item)}


# An anchor before a collection or alone, a tag, an alias: meant as such, not as text.
_MARK = re.compile(r"(?:^|: |- )\s*(&[^\s,\[\]{}]+(?=\s*(?:$|[\[{]))|!!\S+|\*\w+(?=\s*$))")


def _yaml_mark(line: str, text: str) -> str:
    """Return the anchor, alias or tag that a line's value begins with; ``""``: it is text."""
    match = _MARK.search(line.strip())
    mark = match.group(1) if match else ""
    if mark.startswith("*") and f"&{mark[1:]}" not in text:
        return ""
    return mark


def _closed(value: str) -> bool:
    """Whether a quoted value's quotation ends where the value ends."""
    quote = value[0]
    body = value[1:].split(" #")[0].rstrip()
    inner = body[:-1].replace("\\" + quote, "").replace(quote * 2, "")
    return body.endswith(quote) and quote not in inner


def _quoted(value: str) -> str:
    """Return the value in single quotes, as YAML takes it literally."""
    return "'" + value.replace("'", "''") + "'"
