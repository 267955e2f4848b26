"""One row of the message catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How grave a diagnostic is; only an error keeps a document from being written."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a code says, in both languages; ``{…}`` are the diagnostic's facts."""

    zh: str
    en: str
    hint_zh: str
    hint_en: str
    severity: Severity = Severity.ERROR
