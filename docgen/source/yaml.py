"""YAML text → nodes with positions.

Takes the text of one file, gives its root `Mapping`, or None after reporting every fault.
Built on libyaml's *events*: its composer crashes the interpreter on deep nesting, follows
aliases without end and drops duplicate keys; events are flat, and positions come free.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import yaml

from docgen.base.diagnostics import Report
from docgen.base.han import FORBIDDEN
from docgen.base.place import Place
from docgen.source.fold import folded
from docgen.source.nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 32
MAX_NODES = 50_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# Faults that may be one of the field's traps: those are told with their remedy instead.
_MAYBE_TRAPS = {"S010", "S012", "S013"}


class _RefusedError(Exception):
    """The file must not be read on; carries the fault."""

    def __init__(self, code: str, place: Place, **facts: object) -> None:
        super().__init__(code)
        self.code, self.place, self.facts = code, place, facts


def parse_mapping(text: str, place: Place, report: Report) -> Mapping | None:
    """Return the one mapping that the file's text holds; `place` is the text's first line."""
    before = len(report)
    node = parse(text, place, report)
    if node is None:
        if len(report) == before:
            report.add("S006", place)
        return None
    if not isinstance(node, Mapping):
        if isinstance(node, Scalar) and _traps(text, place, report):
            return None
        report.add("S007", place)
        return None
    return node


def parse(text: str, place: Place, report: Report) -> Node | None:
    """Return the root node of YAML text, or None: nothing in it, or a fault was reported."""
    tree = _Tree(text, place, report)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            tree.take(event)
    except _RefusedError as refused:
        if refused.code not in _MAYBE_TRAPS or not _traps(text, place, report):
            report.add(refused.code, refused.place, **refused.facts)
        return None
    except yaml.MarkedYAMLError as exc:
        if not _traps(text, place, report):
            _report_syntax(exc, text, place, report)
        return None
    return tree.root


def _traps(text: str, place: Place, report: Report) -> bool:
    """Report the field's own traps in a text that did not parse; return whether there were any."""
    from docgen.source.traps import report_traps as look  # only a faulty file needs it

    return look(text, place, report)


def _report_syntax(exc: yaml.MarkedYAMLError, text: str, place: Place, report: Report) -> None:
    mark = exc.problem_mark or exc.context_mark
    if exc.context_mark and mark and mark.line >= text.rstrip().count("\n") + 1:
        # What is not closed runs on to the end: say where it was opened.
        mark = exc.context_mark
    at = place if mark is None else Place(place.file, place.line + mark.line, mark.column + 1)
    report.add("S008", at)


class _Tree:
    """Builds the nodes from events, without recursion."""

    def __init__(self, text: str, place: Place, report: Report) -> None:
        self.text, self.origin, self.report = text, place, report
        self.root: Node | None = None
        self.open: list[tuple[Mapping | Sequence, Scalar | None]] = []
        self.count = 0
        self.documents = 0

    def take(self, event: Any) -> None:
        """Add what one event says."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._add(self._scalar(event))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_marks(event)
            self._enter(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse("S010", event, what=f"*{event.anchor}")
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse("S009", event)

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        line = self.origin.line + mark.line
        key = self._path()
        return Place(self.origin.file, line, mark.column + 1, key)

    def _path(self) -> str:
        if not self.open:
            return ""
        holder, key = self.open[-1]
        if isinstance(holder, Sequence):
            return holder.place.child(len(holder.items)).key
        return holder.place.child(key.text).key if key else holder.place.key

    def _scalar(self, event: Any) -> Scalar:
        place = self._place(event)
        # libyaml says '' for the plain style, the Python parser None.
        style = event.style or None
        raw = self.text[event.start_mark.index : event.end_mark.index]
        text = folded(raw, style, event.value)
        if style in ("|", ">"):
            text = text.rstrip("\n")
        for match in FORBIDDEN.finditer(text):
            self.report.add("S005", place, char=f"U+{ord(match.group()):04X}")
        if style is None:
            self._warn_of_cut(event, place)
        null = style is None and text in ("", "~", "null")
        return Scalar("" if null else text, place, null, style in ("|", ">"), style == "|")

    def _warn_of_cut(self, event: Any, place: Place) -> None:
        """YAML takes ` #` for the start of a comment: ``甲 #1 乙`` would silently be 甲."""
        end = event.end_mark.index
        rest = self.text[end : self.text.find("\n", end) if "\n" in self.text[end:] else None]
        comment = rest.lstrip()
        if event.value and comment.startswith("#") and comment[1:2].strip():
            self.report.add("S011", place, kept=event.value, cut=comment)

    def _enter(self, event: Any) -> None:
        place = self._place(event)
        made: Mapping | Sequence
        if isinstance(event, yaml.MappingStartEvent):
            made = Mapping(place, flow=bool(event.flow_style))
        else:
            made = Sequence(place)
        self._add(made)
        self.open.append((made, None))
        if len(self.open) > MAX_DEPTH:
            self._refuse("L002", event, limit=MAX_DEPTH)

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            raise _RefusedError("L003", self.origin, limit=MAX_NODES)
        if not self.open:
            self.root = None if isinstance(node, Scalar) and node.null else node
            return
        holder, key = self.open[-1]
        if isinstance(holder, Sequence):
            holder.items.append(node)
        elif key is None:
            self.open[-1] = (holder, self._key(node))
        else:
            holder.pairs.append((key, node))
            self.open[-1] = (holder, None)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            if node.text == "<<":
                raise _RefusedError("S010", node.place, what="<<")
            return replace(node, place=node.place.child(node.text))
        # {{ x }} unquoted at the start of a value is a mapping in a mapping.
        raise _RefusedError("S012" if self._braces(node.place) else "S013", node.place)

    def _braces(self, place: Place) -> bool:
        line = self.text.split("\n")[place.line - self.origin.line]
        return "{{" in line

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor:
            self._refuse("S010", event, what=f"&{event.anchor}")
        if event.tag:
            self._refuse("S010", event, what=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _refuse(self, code: str, event: Any, **facts: object) -> None:
        raise _RefusedError(code, self._place(event), **facts)
