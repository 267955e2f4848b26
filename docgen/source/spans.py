"""YAML text → where each value stands in it, from its first character to behind its last.

Takes a text that source/yaml.py has read without a fault; gives its root `Span`. Apart from the
nodes, since only a file that is changed in place needs to know where its values end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# One step of a path of keys: a mapping's key as typed, or a sequence's index.
Step = str | int


@dataclass(eq=False)
class Span:
    """A value: ``text[start:end]``. `kind` is ``scalar``, ``sequence`` or ``mapping``; `style` of a
    scalar YAML's quote or block mark (``""``: plain); `flow`: between brackets or braces."""

    kind: str
    start: int
    end: int
    column: int
    style: str = ""
    flow: bool = False
    text: str = ""  # of a key, as YAML reads it
    items: list[Span] = field(default_factory=list)
    pairs: list[tuple[Span, Span]] = field(default_factory=list)

    def at(self, path: tuple[Step, ...]) -> Span:
        """Return the value that a path leads to. Raises KeyError or IndexError for none."""
        span = self
        for step in path:
            span = span.items[step] if isinstance(step, int) else span.pair(step)[1]
        return span

    def pair(self, key: str) -> tuple[Span, Span]:
        """Return a key and its value. Raises KeyError where it is not given."""
        for pair in self.pairs:
            if pair[0].text == key:
                return pair
        raise KeyError(key)

    @property
    def empty(self) -> bool:
        """Whether nothing at all is written where the value would stand."""
        return self.kind == "scalar" and self.start == self.end


def spans(text: str) -> Span:
    """Return the root of a text that holds one value."""
    events: Iterator[Any] = filter(_is_part, yaml.parse(text, Loader=_LOADER))
    return _span(next(events), events, text)


def _is_part(event: Any) -> bool:
    return isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent)


def _span(event: Any, events: Iterator[Any], text: str) -> Span:
    mark: Any = event.start_mark
    start, column = mark.index, mark.column
    if isinstance(event, yaml.ScalarEvent):
        last: Any = event.end_mark
        end = last.index
        if event.style in ("|", ">"):  # ends with the last line that holds anything
            end = start + len(text[start:end].rstrip())
        return Span("scalar", start, end, column, event.style or "", text=event.value)
    flow = bool(event.flow_style)
    kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "sequence"
    made = Span(kind, start, start, column, flow=flow)
    # The depth of a file is bounded before (source/yaml.py, MAX_DEPTH).
    inner = next(events)
    while not isinstance(inner, yaml.CollectionEndEvent):
        found = _span(inner, events, text)
        if kind == "mapping":
            made.pairs.append((found, _span(next(events), events, text)))
            made.end = made.pairs[-1][1].end
        else:
            made.items.append(found)
            made.end = found.end
        inner = next(events)
    closing: Any = inner.end_mark
    if flow:
        made.end = closing.index
    return made


_COMMENT = re.compile(r"#[^\n]*")


def comments(text: str, top: Span) -> list[tuple[int, str]]:
    """Return each comment with its place: what begins with # and stands in no value."""
    found: list[tuple[int, str]] = []
    at = 0
    for scalar in (*_scalars(top), Span("scalar", len(text), len(text), 0)):
        start = scalar.start
        if scalar.style in ("|", ">"):  # behind the mark of a block one may stand too
            line = text.find("\n", start)
            start = len(text) if line < 0 else line
        found += [(m.start(), m.group().rstrip()) for m in _COMMENT.finditer(text, at, start)]
        at = max(at, scalar.end)
    return found


def _scalars(span: Span) -> Iterator[Span]:
    """Yield the single values of a value, as they follow each other in the text."""
    if span.kind == "scalar":
        yield span
    for item in span.items:
        yield from _scalars(item)
    for key, value in span.pairs:
        yield from _scalars(key)
        yield from _scalars(value)


def steps(key: str) -> tuple[Step, ...]:
    """Return a place's path of keys, ``sections[0].tasks[1]``, step by step."""
    found: list[Step] = []
    for part in key.split("."):
        name, *indexes = part.split("[")
        found += [name] if name else []
        found += [int(index.rstrip("]")) for index in indexes]
    return tuple(found)
