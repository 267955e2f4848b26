"""A document as Markdown with YAML front matter → the same nodes that YAML gives.

Headings are sections, the headings below them points (or a plan's tasks), paragraphs their
text; text is not Markdown: ``*``, ``1.``, ``-``, ``<`` are what was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docgen.base.diagnostics import Report, Words
from docgen.base.han import join_lines
from docgen.base.place import Place
from docgen.source.nodes import Mapping, Node, Scalar, Sequence, kind_of
from docgen.source.text import split_front_matter
from docgen.source.yaml import parse_mapping

# Where the body of each kind goes: text before the first heading, headings, and what the
# second level of headings is called.
_LAYOUT = {
    "speech": ("opening", "sections", "points"),
    "annual-plan": ("guiding", "sections", "tasks"),
    "transmission-outline": ("opening", "implementation", "points"),
}
_LAYOUT |= dict.fromkeys(
    ("notice", "letter", "minutes", "briefing"), ("opening", "sections", "points")
)
# The others take their parts from a meeting or a plan.
_PLAIN = ("opening", "", "")
# The same in Chinese, for messages about files whose front matter is.
_CHINESE = {
    "opening": "开头", "guiding": "总体思路", "sections": "部分", "implementation": "贯彻意见",
}  # fmt: skip


# A table's row: its line and its cells.
Row = tuple[int, list[str]]


@dataclass(eq=False)
class _Part:
    """A heading with what stands below it; the body itself is a part without a title."""

    title: str
    line: int
    level: int
    paragraphs: list[tuple[int, str]] = field(default_factory=list)
    tables: list[tuple[int, list[Row]]] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)


def parse_document(text: str, place: Place, report: Report) -> Mapping | None:
    """Return a Markdown document's text as the mapping its YAML form would be."""
    split = split_front_matter(text)
    if split is None:
        report.add("S029", place)
        return None
    front, body, first = split
    mapping = parse_mapping(front, Place(place.file, 2, 1), report)
    return mapping and _with_body(mapping, _parts(body, first), report)


def _with_body(mapping: Mapping, body: _Part, report: Report) -> Mapping:
    from docgen.model.terms import DOCUMENT_KINDS

    typed = kind_of(mapping)
    kind = DOCUMENT_KINDS.find(typed.text) if isinstance(typed, Scalar) else None
    if kind is None:  # the loader reports it
        return mapping
    opening, headings, below = _LAYOUT.get(kind.code, _PLAIN)
    if not headings and body.parts:
        place = Place(mapping.place.file, body.parts[0].line, 1)
        report.add("S039", place, kind=Words(str(kind), kind.code))
    plain = headings == "implementation"
    if mapping.get("文种", "种类"):
        opening, headings = _CHINESE[opening], _CHINESE.get(headings, "")
    _one_table_each(body, mapping.place.file, report)
    if body.paragraphs:
        place = Place(mapping.place.file, body.paragraphs[0][0], 1, opening)
        mapping.pairs.append((Scalar(opening, place), _passages(body, place)))
    for line, _ in body.tables:
        report.add("S030", Place(mapping.place.file, line, 1))
    if body.parts and headings:
        place = Place(mapping.place.file, body.parts[0].line, 1, headings)
        made = [
            _node(part, place.child(i), below, lead=not plain) for i, part in enumerate(body.parts)
        ]
        mapping.pairs.append((Scalar(headings, place), Sequence(place, made)))
    return mapping


def _node(part: _Part, at: Place, below: str, *, lead: bool) -> Node:
    """Return a part as a section (its paragraphs are the lead) or a point (they are its text)."""
    at = Place(at.file, part.line, 1, at.key)
    made = Mapping(at)
    _put(made, "title", Scalar(part.title, at.child("title")))
    if part.paragraphs:
        place = Place(at.file, part.paragraphs[0][0], 1, at.key)
        if lead:
            _put(made, "lead", _passages(part, place.child("lead")))
        else:
            joined = "\n\n".join(text for _, text in part.paragraphs)
            _put(made, "text", Scalar(joined, place.child("text")))
    if part.parts:
        nodes = [
            _node(sub, at.child(below).child(i), "points", lead=False)
            for i, sub in enumerate(part.parts)
        ]
        _put(made, below, Sequence(at.child(below), nodes))
    for line, table in part.tables[:1]:
        _put(made, "table", _table(table, Place(at.file, line, 1, at.child("table").key)))
    return made


def _one_table_each(part: _Part, file: str, report: Report) -> None:
    for line, _ in part.tables[1:] if part.title else ():
        report.add("S036", Place(file, line, 1))
    for below in part.parts:
        _one_table_each(below, file, report)


def _put(mapping: Mapping, name: str, node: Node) -> None:
    mapping.pairs.append((Scalar(name, node.place), node))


def _passages(part: _Part, place: Place) -> Sequence:
    items: list[Node] = [
        Scalar(text, Place(place.file, line, 1, place.child(i).key))
        for i, (line, text) in enumerate(part.paragraphs)
    ]
    return Sequence(place, items)


def _cells(line: str) -> list[str]:
    """Return the cells of one typed table row; ``\\|`` is a bar in a cell."""
    row = line.strip().removeprefix("|")
    row = row[:-1] if row.endswith("|") and not row.endswith("\\|") else row
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)]


def _table(rows: list[Row], place: Place) -> Mapping:
    made = Mapping(place)
    head, *rest = (_row(row, place) for row in rows)
    _put(made, "head", head)
    _put(made, "rows", Sequence(place.child("rows"), list(rest)))
    return made


def _row(row: Row, table: Place) -> Sequence:
    line, cells = row
    place = Place(table.file, line, 1, table.key)
    return Sequence(place, [Scalar(cell, place) for cell in cells])


def _parts(body: str, first: int) -> _Part:
    """Return the body as a tree of headings; `first` is the line number of its first line."""
    from markdown_it import MarkdownIt

    # zero: no emphasis, lists, code, HTML or escapes; a writer's * and 1. are text.
    tokens = MarkdownIt("zero").enable(["heading", "table"]).parse(body)
    root = _Part("", first, 0)
    stack = [root]
    rows: list[Row] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        line = first + token.map[0] if token.map else first
        if token.type == "heading_open" and following:
            level = int(token.tag[1:])
            while stack[-1].level >= level:
                stack.pop()
            part = _Part(following.content, line, level)
            stack[-1].parts.append(part)
            stack.append(part)
        elif token.type == "paragraph_open" and following:
            stack[-1].paragraphs.append((line, join_lines(following.content.split("\n"))))
        elif token.type == "table_open":
            rows = []
            stack[-1].tables.append((line, rows))
        elif token.type == "tr_open" and token.map:
            # markdown-it drops the cells that a heading row has not; the schema reports them.
            rows.append((line, _cells(body.split("\n")[token.map[0]])))
    return root
