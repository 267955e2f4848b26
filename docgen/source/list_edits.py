"""A list in brackets or on lines → the edits that make it another, item by item.

Takes the text, the list's span and what it is to hold; gives edits that leave every item that stays
as it is, with its comments. Raises `CommentError` where an item that goes or is replaced has a
comment: nobody but its author knows whose it is then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from docgen.source import scalars
from docgen.source.spans import Span, comments


class Edit(NamedTuple):
    """``text[start:end]`` becomes `words`."""

    start: int
    end: int
    words: str


class Kept(int):
    """An item of a list that stays as it stands: which one it was."""


class CommentError(Exception):
    """A comment stands where the text would be replaced: at which character."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class ListEditor:
    def __init__(self, text: str, top: Span, indent: int) -> None:
        self.text, self.indent = text, indent
        self.comments = [at for at, _ in comments(text, top)]

    def refuse_comments(self, start: int, span: Span) -> None:
        """Raise CommentError where one stands from `start` to the end of a value; on its last line
        too, unless a bracket closes it: what stands behind that is the key's."""
        last = span.end if span.flow else self.line_end(span.end)
        for at in self.comments:
            if start <= at < last:
                raise CommentError(at)

    def line_end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found

    def edits(self, old: Span, value: Sequence[Any]) -> list[Edit]:
        """Return the edits that make a list that holds something another that does."""
        items = _kept(old, value)
        if old.flow:
            self.refuse_comments(old.start, old)
            words = (self._flow_item(old, item) for item in items)
            return [Edit(old.start, old.end, f"[{', '.join(words)}]")]
        wanted = [int(item) if isinstance(item, Kept) else -1 for item in items]
        matcher = SequenceMatcher(None, range(len(old.items)), wanted, autojunk=False)
        return [
            edit
            for tag, a, b, c, d in matcher.get_opcodes()
            if tag != "equal"
            for edit in self._changed(old, a, b, items[c:d])
        ]

    def _changed(self, old: Span, a: int, b: int, new: Sequence[Any]) -> Iterator[Edit]:
        """Yield what makes the items from `a` to before `b` the new ones."""
        for at, item in zip(range(a, b), new, strict=False):
            self._refuse(old, at)
            yield self._replaced(old, at, self._value(old, item))
        for at in range(a + len(new), b):
            self._refuse(old, at)
            span = old.items[at]
            yield Edit(self.text.rindex("\n", 0, span.start), self.line_end(span.end), "")
        more = [f"- {self._written(old, self._value(old, item))}" for item in new[b - a :]]
        if more:
            yield self._inserted(old, b, more)

    def _replaced(self, old: Span, at: int, item: Any) -> Edit:
        span = old.items[at]
        if span.kind == "scalar" and isinstance(item, str):
            words = scalars.scalar(item, style=span.style, column=old.column)
        else:
            words = self._written(old, item)
        return Edit(span.start, span.end, words)

    def _inserted(self, old: Span, before: int, more: Sequence[str]) -> Edit:
        pad = "\n" + " " * old.column
        if before:
            at = self.line_end(old.items[before - 1].end)
            return Edit(at, at, "".join(pad + words for words in more))
        above = len(self.text[: old.start].rstrip(" \n"))
        if self._is_comment_line(above):
            raise CommentError(max(at for at in self.comments if at < above))
        return Edit(old.start, old.start, "".join(words + pad for words in more))

    def _is_comment_line(self, end: int) -> bool:
        """Whether the line that ends here is a comment and nothing else."""
        start = self.text.rfind("\n", 0, end) + 1
        return self.text[start:end].lstrip().startswith("#")

    def _refuse(self, old: Span, at: int) -> None:
        """Raise CommentError for a comment above an item, within it or behind it."""
        above = self.line_end(old.items[at - 1].end) if at else self.above(old)
        span = old.items[at]
        self.refuse_comments(above, Span(span.kind, span.start, span.end, span.column))

    def above(self, old: Span) -> int:
        """Return where the line of a list's key ends: what stands on that line is the key's."""
        at = old.start
        while at:
            line = self.text.rfind("\n", 0, at - 1) + 1
            words = self.text[line:at].strip()
            if words and not words.startswith("#"):
                return min(self.line_end(line), old.start)
            at = line
        return 0

    def _value(self, old: Span, item: Any) -> Any:
        """Return an item's words; one that stays but for its place is written anew."""
        return old.items[item].text if isinstance(item, Kept) else item

    def _written(self, old: Span, item: Any) -> str:
        if isinstance(item, str):
            return scalars.scalar(item, column=old.column)
        return scalars.pairs(item, old.column + 2, self.indent)

    def _flow_item(self, old: Span, item: Any) -> str:
        if isinstance(item, Kept):
            span = old.items[item]
            return self.text[span.start : span.end]
        return scalars.flow_item(item)


def _kept(old: Span, value: Sequence[Any]) -> list[Any]:
    """Return what a list is to hold with the words that it has already as `Kept`."""
    if not all(isinstance(item, str) for item in value):
        return list(value)
    had = [item.text if item.kind == "scalar" else "" for item in old.items]
    made: list[Any] = list(value)
    matcher = SequenceMatcher(None, had, list(value), autojunk=False)
    for a, c, size in matcher.get_matching_blocks():
        made[c : c + size] = [Kept(a + n) for n in range(size)]
    return made
