"""A snippet's front matter read by its lines, where it is as plain as nearly all are.

Takes the YAML between the two ``---``, gives a `SnippetCard` with the keys that a search asks
for; None for whatever is not plain, which the YAML reader then reads. (Reading ten thousand
files as YAML with positions takes four times as long as everything else in a first search.)
Nothing is judged here: ``docgen check`` tells what is wrong in the rest.
"""

from __future__ import annotations

import re
from typing import Any

from docgen.model.keys import spellings, table
from docgen.model.library import SnippetCard, Window
from docgen.model.terms import Term
from docgen.model.values import When
from docgen.source.dates import parse_when

# What a search asks for; the other keys are passed over, with all that stands under them.
_ASKED = {"title", "use", "heading", "tags", "aliases", "levels", "kinds", "valid"}

# A value that means the same in every YAML: no mark of YAML's in it, and not null.
_WORDS = r"\w“”‘’《》（）〔〕「」·×、，。；：！？…—～%/.+@()\-"
_PLAIN = re.compile(rf"(?!null$)[\w“‘《（〔「·×](?:[{_WORDS} ]*[{_WORDS}])?")
_QUOTED = re.compile(r"\"([^\"\\]+)\"|'([^']+)'")
_CLOSED = {"{": "}", "[": "]", '"': '"', "'": "'"}


class _NotPlainError(Exception):
    """The YAML reader has to read this one."""


def plain_card(front: str) -> SnippetCard | None:
    """Return the card in `front`, or None where it is not plain."""
    try:
        values = {key: _value(key, typed) for key, typed in _typed(front).items()}
    except _NotPlainError:
        return None
    if not values.get("title") or values.get("use") is None:
        return None
    return SnippetCard(**values)


# A value as typed: what stands after the colon, or the lines below it.
_Typed = str | list[str]


def _typed(front: str) -> dict[str, _Typed]:
    """Return English name → value as typed, for the keys that a search asks for."""
    names = spellings(SnippetCard)
    found: dict[str, str] = {}
    below: dict[str, list[str]] = {}
    known: set[str] = set()
    name = ""
    for line in front.split("\n"):
        if line[:1] in ("", " ", "-", "#"):
            if name in found and line.strip() and line[0] != "#":
                below.setdefault(name, []).append(line)
            continue
        spelling, _, value = line.partition(":")
        name = names.get(spelling, "")
        if not name or name in known or value[:1].strip():
            raise _NotPlainError
        known.add(name)
        if name in _ASKED:
            found[name] = value.strip(" ")
        elif not _is_closed(value.strip(" ")):
            raise _NotPlainError
    return found | {name: _block(found[name], lines) for name, lines in below.items()}


def _block(value: str, lines: list[str]) -> list[str]:
    """Return the lines of a list or mapping below its key; they all begin at one column."""
    indents = {len(line) - len(line.lstrip(" ")) for line in lines}
    if value or len(indents) > 1:
        raise _NotPlainError
    return [line.strip(" ") for line in lines]


def _is_closed(value: str) -> bool:
    """Whether what is passed over ends on its line, or in the indented lines below it."""
    if value[:1] in _CLOSED:
        return len(value) > 1 and value.endswith(_CLOSED[value[0]])
    plain = value[:1] not in ("&", "*", "!", "%", "@", "`", "?") and value[:2] != "- "
    return plain and ": " not in value and not value.endswith(":")


def _value(name: str, typed: _Typed) -> Any:
    """Return the value of one key, as source/schema.py would."""
    if name == "valid":
        return _window(typed)
    key = table(SnippetCard)[name]
    if key.shape in ("fact", "term"):
        words = _scalar(typed)
        return words if key.shape == "fact" else _term(key.of.find(words))
    items = tuple(_scalar(item) for item in _items(typed, "[]"))
    return items if key.shape == "facts" else tuple(_term(key.of.find(item)) for item in items)


def _term(term: Term | None) -> Term:
    if term is None:
        raise _NotPlainError
    return term


def _scalar(typed: _Typed) -> str:
    if isinstance(typed, list):
        raise _NotPlainError
    if _PLAIN.fullmatch(typed):
        return typed
    quoted = _QUOTED.fullmatch(typed)
    if quoted is None:
        raise _NotPlainError
    return quoted[1] or quoted[2]


def _items(typed: _Typed, brackets: str) -> list[str]:
    """Return the items between brackets, or on their lines; one value alone is a list of one."""
    if isinstance(typed, list):
        return [_item(line) if brackets == "[]" else line for line in typed]
    if typed[:1] != brackets[0]:
        return [typed]
    inner = typed[1:-1].strip(" ")
    if typed[-1:] != brackets[1] or any(mark in inner for mark in "\"'[]{}"):
        raise _NotPlainError
    return [item.strip(" ") for item in inner.split(",")] if inner else []


def _item(line: str) -> str:
    if not line.startswith("- "):
        raise _NotPlainError
    return line[2:].strip(" ")


def _window(typed: _Typed) -> Window:
    if typed[:1] != "{" and isinstance(typed, str):
        raise _NotPlainError
    names, keys = spellings(Window), table(Window)
    values: dict[str, Any] = {}
    for item in _items(typed, "{}"):
        spelling, colon, value = item.partition(": ")
        name = names.get(spelling, "")
        if not colon or not name or name in values:
            raise _NotPlainError
        words = _scalar(value.strip(" "))
        values[name] = words if name == "next" else _when(words)
    return Window(**{keys[name].attribute: value for name, value in values.items()})


def _when(words: str) -> When:
    try:
        when = parse_when(words)
    except ValueError:
        when = None
    if when is None:
        raise _NotPlainError
    return when
