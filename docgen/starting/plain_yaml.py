"""Plain values as YAML that docgen reads back as they are: texts, lists, mappings.

A mapping of a few short values stands on one line, {姓名: 李××, 职务: 局长}.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

# Words that YAML reads as they stand, in and out of {…}.
_PLAIN = re.compile(r"[\u4e00-\u9fff〇×A-Za-z0-9“”‘’（）《》〈〉〔〕，。；：、！？…—·％\-./]+")
_NOTHING = {"null", "~", "-", "---", "..."}
_SHORT = 60  # characters that a mapping on one line may take

Value = str | list["Value"] | dict[str, "Value"]


def scalar(words: str) -> str:
    """Return words as a YAML value on one line."""
    if _PLAIN.fullmatch(words) and words not in _NOTHING and not words.startswith("-"):
        return words
    # What JSON puts between its quotes means the same between YAML's.
    return json.dumps(words, ensure_ascii=False)


def lines(values: dict[str, Value], indent: str = "") -> Iterator[str]:
    """Yield the lines of a mapping; ``""`` is a key without a value."""
    for key, value in values.items():
        yield from _pair(key, value, indent)


def _pair(key: str, value: Value, indent: str) -> Iterator[str]:
    flow = _flow(value)
    if flow is not None:
        yield f"{indent}{key}:{' ' if flow else ''}{flow}"
        return
    yield f"{indent}{key}:"
    if isinstance(value, dict):
        yield from lines(value, indent + "  ")
    else:
        for item in value:
            yield from _item(item, indent + "  ")


def _item(item: Value, indent: str) -> Iterator[str]:
    flow = _flow(item)
    if flow is not None:
        yield f"{indent}- {flow}"
        return
    first, *rest = lines(item, indent + "  ") if isinstance(item, dict) else _pair("", item, indent)
    yield f"{indent}- {first.strip()}"
    yield from rest


def _flow(value: Value) -> str | None:
    """Return a value on one line, None where it needs several."""
    if isinstance(value, str):
        return scalar(value) if value else ""
    if isinstance(value, list) or not all(
        isinstance(each, str) and each for each in value.values()
    ):
        return None
    pairs = ", ".join(f"{key}: {scalar(str(each))}" for key, each in value.items())
    return f"{{{pairs}}}" if len(pairs) <= _SHORT else None
