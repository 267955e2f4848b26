"""What is wrong in the user's files, as values.

A `Diagnostic` is a code, a place and the facts its message needs; the words come
from the catalogue when it is shown, so one diagnostic speaks both languages.
A `Report` collects them; nothing stops at the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.base.place import Place

if TYPE_CHECKING:
    from docgen.base.catalogue import Entry, Severity

_CONTROL = re.compile("[\\x00-\\x1f\\x7f-\\x9f]")


@dataclass(frozen=True)
class Words:
    """A fact of a message that is itself worded differently in the two languages."""

    zh: str
    en: str


@dataclass(frozen=True)
class Diagnostic:
    """One fault: its code in the catalogue, its place, and the message's facts; `graded` where
    its severity is not the code's but that of the rule it breaks."""

    code: str
    place: Place
    facts: Mapping[str, object] = field(default_factory=dict)
    graded: Severity | None = None

    @property
    def entry(self) -> Entry:
        from docgen.base.catalogue import CATALOGUE  # a run without faults needs no words

        return CATALOGUE[self.code]

    @property
    def severity(self) -> Severity:
        return self.entry.severity if self.graded is None else self.graded

    def message(self, language: str) -> str:
        """Return what is wrong, in ``zh`` or ``en``."""
        return self._said(self.entry.zh if language == "zh" else self.entry.en, language)

    def hint(self, language: str) -> str:
        """Return what to do about it, in ``zh`` or ``en``."""
        return self._said(self.entry.hint_zh if language == "zh" else self.entry.hint_en, language)

    def _said(self, pattern: str, language: str) -> str:
        facts = {name: _in(fact, language) for name, fact in self.facts.items()}
        return pattern.format_map(facts)


def clipped(words: str, length: int) -> str:
    """Return words as a message quotes them: the first `length` characters, then ……"""
    return words if len(words) <= length else words[:length] + "…"


def harmless(words: str) -> str:
    """Return words that a terminal does not obey: control characters shown, not sent."""
    return _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", words)


def _in(fact: object, language: str) -> object:
    words = (fact.zh if language == "zh" else fact.en) if isinstance(fact, Words) else fact
    if not isinstance(words, str):
        return words
    # One line, whatever was typed; and a terminal must not obey what a file says.
    return harmless(words.replace("\n", " "))


class Report:
    """The diagnostics of a run, in the order they were found."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._known: set[tuple[object, ...]] = set()

    def add(self, code: str, place: Place, **facts: object) -> None:
        """Record one fault; the same fault at the same place is recorded once."""
        self.extend([Diagnostic(code, place, facts)])

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Record what another report found; each fault once."""
        for diagnostic in diagnostics:
            identity = (diagnostic.code, diagnostic.place, repr(diagnostic.facts))
            if identity not in self._known:
                self._known.add(identity)
                self._found.append(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def sorted(self) -> list[Diagnostic]:
        """Return the diagnostics by file, line and column; those of one place as found."""
        return sorted(self._found, key=lambda d: (d.place.file, d.place.line, d.place.column))

    def count(self, severity: Severity) -> int:
        """Return how many are of exactly this severity."""
        return sum(1 for d in self._found if d.severity is severity)

    @property
    def failed(self) -> bool:
        """Whether there is an error among them."""
        return any(diagnostic.severity.word == "error" for diagnostic in self._found)


def nearest(name: str, known: Sequence[str], cutoff: float = 0.0) -> str:
    """Return the one of `known` that `name` was probably meant to be, or ``""``."""
    from difflib import get_close_matches  # only a run with faults needs it

    # Short Latin words are alike by chance (range, org); two Han of four are not.
    cutoff = cutoff or (0.65 if name.isascii() else 0.5)
    close = get_close_matches(name, known, n=1, cutoff=cutoff)
    return close[0] if close else ""


def suggestion(name: str, known: Sequence[str], limit: int = 12, cutoff: float = 0.0) -> Words:
    """Return "Did you mean …?" where one of `known` is close to `name`, else the list of them."""
    close = nearest(name, known, cutoff)
    if close:
        return Words(f"是不是“{close}”？", f"Did you mean '{close}'?")
    if not known:
        return Words("", "")
    few = list(known)[:limit]
    more = len(known) > limit
    return Words(
        "可以用：" + "、".join(few) + (" 等。" if more else "。"),
        "Known: " + ", ".join(few) + (", …" if more else "."),
    )
