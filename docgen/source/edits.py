"""Changes of values → edits of the text that holds them, each as small as it can be.

Takes a text with its nodes and spans; gives the edits in order. Raises KeyError, IndexError or
TypeError for a change of what the text does not have, CommentError where a comment would be lost;
what the edits give is judged by who asked (source/patch.py reads it again).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from docgen.source import scalars
from docgen.source.list_edits import Edit, ListEditor
from docgen.source.nodes import Mapping, Scalar
from docgen.source.scalars import Pairs, Value
from docgen.source.spans import Span, Step


class Change(NamedTuple):
    """What one key is to hold: of the mapping at `path`, or the item of this index. `shorthand`:
    under which key a mapping's plain words stand where the file has only them."""

    path: tuple[Step, ...]
    key: Step
    value: Value
    shorthand: str = ""


class Addition(NamedTuple):
    """A new item at the end of the list at `path`."""

    path: tuple[Step, ...]
    item: str | Pairs


def edits_for(
    text: str, root: Mapping, top: Span, changes: Iterable[Change | Addition]
) -> list[Edit]:
    """Return the edits that make `changes`, by position; at one position the deepest first."""
    editor = _Editor(text, root, top)
    found: list[tuple[int, int, int, Edit]] = []
    for number, change in enumerate(_grouped(changes, top)):
        made, depth = editor.edits(change)
        found += [(edit.start, -depth, number, edit) for edit in made]
    return [edit for *_, edit in sorted(found)]


def _grouped(changes: Iterable[Change | Addition], top: Span) -> list[Any]:
    """Return the changes with those of one shorthand item together."""
    made: list[Any] = []
    short: dict[tuple[Step, ...], list[Change]] = {}
    for change in changes:
        words = isinstance(change, Change) and change.shorthand
        if words and isinstance(change, Change) and top.at(change.path).kind == "scalar":
            if change.path not in short:
                made.append(short.setdefault(change.path, []))
            short[change.path].append(change)
        else:
            made.append(change)
    return made


class _Editor:
    def __init__(self, text: str, root: Mapping, top: Span) -> None:
        self.text, self.root, self.top = text, root, top
        self.indent = _indent_of(top)
        self.lists = ListEditor(text, top, self.indent)

    def edits(self, change: Change | Addition | list[Change]) -> tuple[list[Edit], int]:
        """Return the edits of one change and how deep they lie."""
        if isinstance(change, list):
            return [self._unfolded(change)], len(change[0].path)
        if isinstance(change, Addition):
            return [self._added(self.top.at(change.path), change.item)], len(change.path)
        holder = self.top.at(change.path)
        if isinstance(change.key, int):
            assert isinstance(change.value, str)
            return [self._item(holder, change.key, change.value)], len(change.path) + 1
        known = [pair for pair in holder.pairs if pair[0].text == change.key]
        if not known:
            return [self._inserted(holder, change.key, change.value)], len(change.path)
        (key, old), depth = known[0], len(change.path) + 1
        if change.value and not isinstance(change.value, str) and old.kind == "sequence":
            return self.lists.edits(old, change.value), depth
        return [self._put(key.column, old, holder, change.value)], depth

    # -- a key that is there ----------------------------------------------------------------

    def _put(self, column: int, old: Span, holder: Span, value: Value) -> Edit:
        flow = holder.flow
        if old.kind != "scalar":
            self.lists.refuse_comments(self.lists.above(old), old)
        if not value:
            start = old.end if old.empty else self._behind_key(old)
            return Edit(start, old.end, " " if flow else "")
        if isinstance(value, str) and old.kind == "scalar":
            return self._scalar(old, value, column, flow)
        if isinstance(value, str):
            words = " " + scalars.scalar(value, column=column, flow=flow)
            return Edit(self._behind_key(old), old.end, words)
        return self._list(old, value, column, flow)

    def _scalar(self, old: Span, value: str, column: int, flow: bool) -> Edit:
        raw = self.text[old.start : old.end]
        block = not self._rest_of_line(old.end)
        words = scalars.scalar(
            value, style=old.style, column=column, flow=flow, block=block, lines="\n" in raw
        )
        if not old.empty:
            return Edit(old.start, old.end, words)
        # `{due: }` has its blank already; `{due}` not even its colon.
        colon = self.text[: old.start].rstrip(" \t\n").endswith(":")
        lead = "" if colon and self.text[old.start - 1] == " " else " "
        return Edit(old.start, old.end, ("" if colon else ":") + lead + words)

    def _list(self, old: Span, value: Sequence[Any], column: int, flow: bool) -> Edit:
        if old.kind == "scalar" and len(value) == 1 and isinstance(value[0], str):
            return self._scalar(old, value[0], column, flow)
        words = scalars.value(value, column=column, flow=flow, indent=self.indent)
        return Edit(self._behind_key(old), old.end, words)

    def _item(self, holder: Span, index: int, value: str) -> Edit:
        old = holder.items[index]
        return self._scalar(old, value, holder.column, holder.flow)

    # -- a key or an item that is new ----------------------------------------------------------

    def _inserted(self, holder: Span, key: str, value: Value) -> Edit:
        if holder.kind != "mapping":
            raise TypeError(key)
        if not value:
            return Edit(holder.end, holder.end, "")  # it was not there anyway
        if holder.flow:
            words = f"{key}:{scalars.value(value, column=0, flow=True)}"
            return self._in_brackets(holder, words, [pair[1] for pair in holder.pairs])
        column = holder.pairs[0][0].column
        words = scalars.value(value, column=column, flow=False, indent=self.indent)
        return self._new_line(holder.pairs[-1][1].end, f"{' ' * column}{key}:{words}")

    def _added(self, holder: Span, item: str | Pairs) -> Edit:
        if holder.kind != "sequence":
            raise TypeError(item)
        if holder.flow:
            return self._in_brackets(holder, scalars.flow_item(item), holder.items)
        column = holder.column
        if isinstance(item, str):
            words = scalars.scalar(item, column=column)
        else:
            words = scalars.pairs(item, column + 2, self.indent)
        last = holder.items[-1]
        spaced = len(holder.items) > 1 and self._spaced(holder.items[-2].end, last.start)
        blank = "\n" if spaced else ""
        return self._new_line(last.end, f"{blank}{' ' * column}- {words}")

    def _unfolded(self, changes: list[Change]) -> Edit:
        """Words alone become a mapping, so that another key can stand beside them."""
        *above, index = changes[0].path
        holder = self.top.at(tuple(above))
        old = self.top.at(changes[0].path)
        node: Any = self.root
        for step in changes[0].path:
            node = node.items[step] if isinstance(step, int) else node.get(step)
        assert isinstance(node, Scalar)
        item: Pairs = {changes[0].shorthand: node.text}
        item |= {str(change.key): change.value for change in changes}
        if holder.kind != "sequence":
            raise TypeError(index)
        words = scalars.flow_item(item) if holder.flow else scalars.pairs(
            item, holder.column + 2, self.indent
        )  # fmt: skip
        return Edit(old.start, old.end, words)

    # -- where in the text ------------------------------------------------------------------------

    def _in_brackets(self, holder: Span, words: str, before: Sequence[Span]) -> Edit:
        at = before[-1].end if before else holder.start + 1
        return Edit(at, at, f", {words}" if before else words)

    def _new_line(self, end: int, words: str) -> Edit:
        """Return `words` as a line below the one where a value ends, behind its comment."""
        found = self.text.find("\n", end)
        at = len(self.text) if found < 0 else found
        return Edit(at, at, "\n" + words)

    def _behind_key(self, old: Span) -> int:
        at = old.start
        while self.text[at - 1] in " \t\n":
            at -= 1
        return at

    def _rest_of_line(self, end: int) -> str:
        return self.text[end:].split("\n", 1)[0].strip()

    def _spaced(self, start: int, end: int) -> bool:
        return any(not line.strip() for line in self.text[start:end].split("\n")[1:-1])


def _indent_of(top: Span) -> int:
    """Return by how much the lists of a file are indented below their keys: 2 or nothing."""
    waiting = [top]
    while waiting:
        span = waiting.pop()
        for key, value in span.pairs:
            if value.kind == "sequence" and not value.flow and value.items:
                return value.column - key.column
            waiting.append(value)
        waiting += span.items
    return 2
