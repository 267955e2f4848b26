"""Nodes → records, by the record's own table.

Takes a `Mapping` and a record class, gives the record; every unknown key, wrong type,
impossible date and missing value is reported at its place, in one pass. A record with
faults is still made where it can be, so that later stages find theirs too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar, cast

from docgen.base.diagnostics import Report, Words, clipped, suggestion
from docgen.base.han import FORBIDDEN
from docgen.base.place import Place
from docgen.model.keys import Key, Record, part_of, spellings, table
from docgen.model.parts import SnippetRef
from docgen.model.terms import LEVELS, Term
from docgen.model.values import BLANK, Blank, Facts, Text, When
from docgen.source.dates import parse_day, parse_day_of_any_year, parse_when
from docgen.source.nodes import Mapping, Node, Scalar, Sequence

R = TypeVar("R", bound=Record)

# English name → the key and the node that the file gives for it.
Given = dict[str, tuple[Key, Node]]

_TRUE = {"true": True, "是": True, "有": True, "false": False, "否": False, "无": False}


def read_record(node: Node, cls: type[R], report: Report) -> R | None:
    """Return `node` as a record of class `cls`, or None where it is no mapping at all."""
    return cast("R | None", _Reader(report).record(node, cls))


class _Reader:
    """Reads nodes by shape; the methods of `_SHAPES` are the shapes of model/keys.py."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def record(self, node: Node, cls: type[Record]) -> Any:
        shorthand = cls.shorthand
        if isinstance(node, Scalar) and shorthand and not node.null:
            key = table(cls)[shorthand]
            self._not_a_key(node, cls)
            value = self.value(node, key)
            return cls(at=node.place, marks={shorthand: node.place}, **{key.attribute: value})
        if not isinstance(node, Mapping):
            self._wrong(node, Words("几个“键: 值”", "a mapping of keys to values"))
            return None
        given = self._given(node, cls)
        read = {key.attribute: self.value(value, key) for key, value in given.values()}
        made = {name: value for name, value in read.items() if value is not None}
        self._missing(node, cls, given)
        return cls(at=node.place, marks=_marks(given), **made)

    def _given(self, node: Mapping, cls: type[Record]) -> Given:
        """Return English name → (key, value) for the known keys; report the others."""
        known, keys = spellings(cls), table(cls)
        given: Given = {}
        first: dict[str, Scalar] = {}
        for typed, value in node.pairs:
            name = known.get(typed.text)
            if name is None:
                self._unknown(typed, value, cls, node)
            elif name in given:
                self.report.add(
                    "S021", typed.place, key=typed.text,
                    other=first[name].text, line=first[name].place.line,
                )  # fmt: skip
            else:
                first[name], given[name] = typed, (keys[name], value)
        return given

    def _not_a_key(self, node: Scalar, cls: type[Record]) -> None:
        """Report ``- 内容：加强……``: a full-width colon has made a whole text of it."""
        key, colon, _ = node.text.partition("：")
        if colon and key.strip() in spellings(cls):
            self.report.add("S016", _after(node.place, key), key=key.strip())

    def _unknown(self, typed: Scalar, value: Node, cls: type[Record], node: Mapping) -> None:
        if FORBIDDEN.search(typed.text):
            return  # reported where it was read
        if typed.text[:1] in ("\u3000", "\u00a0"):
            self.report.add("S015", typed.place)
            return
        if "：" in typed.text:
            key = typed.text.split("：")[0]
            self.report.add("S016", _after(typed.place, key), key=key)
            return
        if node.flow and isinstance(value, Scalar) and value.null:
            self.report.add("S022", typed.place, cut=typed.text)
            return
        chinese = any("\u4e00" <= char <= "\u9fff" for char in typed.text)
        names = [key.zh if chinese else key.name for key in table(cls).values()]
        hint = suggestion(typed.text, names, limit=30)
        self.report.add("S020", typed.place, key=typed.text, record=_name(cls), known=hint)

    def _missing(
        self, node: Mapping, cls: type[Record], given: dict[str, tuple[Key, Node]]
    ) -> None:
        for key in table(cls).values():
            value = given.get(key.name)
            if key.required and (value is None or _is_empty(value[1])):
                place = node.place if value is None else value[1].place
                self.report.add("S023", place, key=_both(key), record=_name(cls), doc=key.doc)

    def value(self, node: Node, key: Key) -> Any:
        """Return the value of one field, or None where nothing was written or it was wrong."""
        if isinstance(node, Scalar) and node.null:
            return None
        return _SHAPES[key.shape](self, node, key)

    def fact(self, node: Node, key: Key) -> str | None:
        if isinstance(node, Scalar):
            return node.text
        self._wrong(node, Words("一个值", "one value"))
        return None

    def facts(self, node: Node, key: Key) -> tuple[str, ...]:
        items = node.items if isinstance(node, Sequence) else [node]
        return tuple(fact for item in items if (fact := self.fact(item, key)) is not None)

    def text(self, node: Node, key: Key) -> Text | None:
        fact = self.fact(node, key)
        if fact is None:
            return None
        scalar = cast("Scalar", node)
        return Text(fact, _text_place(scalar), scalar.literal)

    def passages(self, node: Node, key: Key) -> tuple[Any, ...]:
        items = node.items if isinstance(node, Sequence) else [node]
        read = [
            self.text(item, key) if isinstance(item, Scalar) else self.record(item, SnippetRef)
            for item in items
        ]
        return tuple(passage for passage in read if passage is not None)

    def date(self, node: Node, key: Key) -> When | Blank | None:
        if isinstance(node, Mapping):
            return self._span(node)
        words = self.fact(node, key)
        if words is None or BLANK.fullmatch(words):
            return Blank(words) if words else None
        return self._when(words, node.place)

    def _when(self, words: str, place: Place) -> When | None:
        try:
            when = parse_when(words)
        except ValueError:
            self.report.add("S025", place, words=words)
            return None
        if when is None:
            self.report.add("S024", place, words=words)
        return when

    def _span(self, node: Mapping) -> When | None:
        days: dict[str, Any] = {}
        for typed, value in node.pairs:
            name = {"from": "from", "起": "from", "自": "from", "to": "to", "止": "to", "至": "to"}
            end = name.get(typed.text)
            if end is None or end in days or not isinstance(value, Scalar):
                self.report.add(
                    "S020", typed.place, key=typed.text, record=Words("日期", "date"),
                    known=suggestion(typed.text, _ends(node)),
                )  # fmt: skip
                return None
            days[end] = self._when(value.text, value.place)
        if days.get("from") is None or days.get("to") is None:
            if len(days) < 2:
                missing = Words("起止（from、to）", "from and to")
                record, doc = Words("日期", "date"), "两天都要写"
                self.report.add("S023", node.place, key=missing, record=record, doc=doc)
            return None
        start, end_day = days["from"].start, days["to"].start
        if end_day.iso < start.iso:
            self.report.add("S026", node.place, start=start, end=end_day)
            return None
        return When(start, end_day)

    def due(self, node: Node, key: Key) -> When | Blank | str | None:
        """A date where the words are one, else the words (8月底前, 长期)."""
        if isinstance(node, Mapping):
            return self._span(node)
        words = self.fact(node, key)
        if words is None:
            return None
        try:
            day = parse_day(words) or parse_day_of_any_year(words)
        except ValueError:
            self.report.add("S025", node.place, words=words)
            return None
        return When(day) if day and day.year else words

    def year(self, node: Node, key: Key) -> int | Blank | None:
        words = self.fact(node, key)
        if words is None or BLANK.fullmatch(words):
            return Blank(words) if words else None
        digits = words.removesuffix("年")
        if digits.isascii() and digits.isdigit() and len(digits) == 4:
            return int(digits)
        self._wrong(node, Words("四位数字的年份", "a year of four digits"))
        return None

    def switch(self, node: Node, key: Key) -> bool | None:
        words = self.fact(node, key)
        if words is not None and words not in _TRUE:
            self._wrong(node, Words("“是”或“否”（true、false）", "true or false"))
        return None if words is None else _TRUE.get(words)

    def term(self, node: Node, key: Key) -> Term | Blank | None:
        words = self.fact(node, key)
        if words is None:
            return None
        if BLANK.fullmatch(words):
            # A level is printed and may be left blank; what only steers is then as if not given.
            return Blank(words) if key.of is LEVELS else None
        found: Term | None = key.of.find(words)
        if found is None:
            known = suggestion(words, key.of.words(), limit=20)
            self.report.add("S027", node.place, key=_both(key), words=words, known=known)
        return found

    def terms(self, node: Node, key: Key) -> tuple[Any, ...]:
        items = node.items if isinstance(node, Sequence) else [node]
        return tuple(term for item in items if (term := self.term(item, key)) is not None)

    def one(self, node: Node, key: Key) -> Any:
        return self.record(node, part_of(key))

    def records(self, node: Node, key: Key) -> tuple[Any, ...]:
        if isinstance(node, Mapping):
            self._wrong(node, Words("一个列表，每项以 - 开头", "a list, each item after '- '"))
            return ()
        items = node.items if isinstance(node, Sequence) else [node]
        read = [self.record(item, part_of(key)) for item in items]
        return tuple(record for record in read if record is not None)

    def named(self, node: Node, key: Key) -> tuple[tuple[str, Any], ...]:
        pairs = self._pairs(node)
        read = [(name.text, self._param(value, key)) for name, value in pairs]
        return tuple((name, record) for name, record in read if record is not None)

    def _param(self, node: Node, key: Key) -> Any:
        # `unit:` alone declares a parameter with nothing said about it.
        empty = isinstance(node, Scalar) and node.null
        return part_of(key)(at=node.place) if empty else self.record(node, part_of(key))

    def values(self, node: Node, key: Key) -> tuple[tuple[str, Facts], ...]:
        read = [(name.text, self._one_or_several(value, key)) for name, value in self._pairs(node)]
        return tuple((name, given) for name, given in read if given is not None)

    def _one_or_several(self, node: Node, key: Key) -> Facts | None:
        if isinstance(node, Scalar) and node.null:
            return None  # as if its name were not there
        return self.facts(node, key) if isinstance(node, Sequence) else self.fact(node, key)

    def planned(self, node: Node, key: Key) -> tuple[str, ...]:
        return tuple(name.text for name, _ in self._pairs(node))

    def rows(self, node: Node, key: Key) -> tuple[tuple[str, ...], ...]:
        if not isinstance(node, Sequence):
            self._wrong(node, Words("几行，每行一个列表", "rows, each a list"))
            return ()
        return tuple(self.facts(row, key) for row in node.items)

    def _pairs(self, node: Node) -> list[tuple[Scalar, Node]]:
        if not isinstance(node, Mapping):
            self._wrong(node, Words("几个“名称: 值”", "names with their values"))
            return []
        seen: dict[str, Scalar] = {}
        for name, _ in node.pairs:
            if name.text in seen:
                self.report.add(
                    "S021", name.place, key=name.text,
                    other=name.text, line=seen[name.text].place.line,
                )  # fmt: skip
            seen.setdefault(name.text, name)
        return node.pairs

    def _wrong(self, node: Node, wanted: Words) -> None:
        self.report.add("S028", node.place, wanted=wanted, found=_what(node))


_SHAPES: dict[str, Callable[[_Reader, Node, Key], Any]] = {
    "fact": _Reader.fact,
    "facts": _Reader.facts,
    "text": _Reader.text,
    "passages": _Reader.passages,
    "date": _Reader.date,
    "due": _Reader.due,
    "year": _Reader.year,
    "switch": _Reader.switch,
    "term": _Reader.term,
    "terms": _Reader.terms,
    "record": _Reader.one,
    "records": _Reader.records,
    "named": _Reader.named,
    "values": _Reader.values,
    "planned": _Reader.planned,
    "rows": _Reader.rows,
}


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.null or not node.text
    return isinstance(node, Sequence) and not node.items


def _ends(node: Mapping) -> list[str]:
    """Return the keys of a span in the language it is typed in."""
    english = any(typed.text in ("from", "to") for typed, _ in node.pairs)
    return ["from", "to"] if english else ["起", "止"]


def _marks(given: Given) -> dict[str, Place]:
    """Return field name → place of its value, ``name[i]`` → place of its items, and
    ``with.name`` → place of a value under a name that the user invented."""
    marks: dict[str, Place] = {}
    for name, (key, value) in given.items():
        if isinstance(value, Scalar) and value.null:
            continue
        marks[name] = value.place
        items = value.items if isinstance(value, Sequence) else [value]
        marks.update({f"{name}[{i}]": item.place for i, item in enumerate(items)})
        if key.shape == "values" and isinstance(value, Mapping):
            marks.update({f"{name}.{typed.text}": node.place for typed, node in value.pairs})
    return marks


def _text_place(node: Scalar) -> Place:
    """Return the place where a scalar's own text begins: below the mark of a | or > scalar."""
    return node.place.down(1) if node.block else node.place


def _after(place: Place, words: str) -> Place:
    return replace(place, column=place.column + len(words))


def _name(cls: type[Record]) -> Words:
    return Words(cls.record_name, cls.__name__)


def _both(key: Key) -> Words:
    return Words(f"“{key.zh}”（{key.name}）", f"{key.name} ({key.zh})")


def _what(node: Node) -> Words:
    if isinstance(node, Scalar) and node.null:
        return Words("空的", "nothing")
    if isinstance(node, Scalar):
        shown = clipped(node.text, 20)
        return Words(f"“{shown}”", f"'{shown}'")
    if isinstance(node, Sequence):
        return Words("一个列表", "a list")
    return Words("几个“键: 值”", "a mapping")
