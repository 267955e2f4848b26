"""Patterns that are compiled when a text is first asked: most papers need few of them.

Takes the source of a regular expression; gives what is asked like a compiled one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from sys import maxsize


class Lazy:
    """A regular expression that is compiled at its first use."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def search(self, text: str, start: int = 0, stop: int = maxsize) -> re.Match[str] | None:
        return self.pattern.search(text, start, stop)

    def match(self, text: str, start: int = 0, stop: int = maxsize) -> re.Match[str] | None:
        return self.pattern.match(text, start, stop)

    def finditer(self, text: str, start: int = 0, stop: int = maxsize) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text, start, stop)

    def findall(self, text: str) -> list[str]:
        """Return what its one group, or else the whole of it, matched."""
        return self.pattern.findall(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(text)

    def sub(self, words: str, text: str) -> str:
        return self.pattern.sub(words, text)

    def split(self, text: str) -> list[str]:
        return self.pattern.split(text)
