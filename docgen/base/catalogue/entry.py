"""One row of the message catalogue."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How grave a diagnostic is; only an error keeps a document from being written."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        return self.name.lower()


class Entry(NamedTuple):
    """What a code says, in both languages; ``{…}`` are the diagnostic's facts."""

    zh: str
    en: str
    hint_zh: str
    hint_en: str
    severity: Severity = Severity.ERROR
