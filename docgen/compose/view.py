"""A record as texts and templates see it: ``{{ speaker.name }}``, ``{{ 讲话人.姓名 }}``.

Every field answers to its English, its Chinese and its accepted other names; a text comes
out rendered; a fixed value prints its Chinese word and has ``.code``.
"""

from __future__ import annotations

from collections.abc import Callable

from docgen.model.keys import Record, spellings, table
from docgen.model.sources import SOURCES, Source

_SOURCE_NAMES = {name for cls in SOURCES.values() for name in spellings(cls)}

# Gives the value of one field as it is shown: (record, English name) → value.
Show = Callable[[Record, str], object]


class View:
    """A read-only face of one record; it has its fields and nothing else."""

    __slots__ = ("_record", "_show")

    def __init__(self, record: Record, show: Show) -> None:
        self._record = record
        self._show = show

    def __getattr__(self, name: str) -> object:
        field = spellings(type(self._record)).get(name)
        if field is None and isinstance(self._record, Source) and name in _SOURCE_NAMES:
            return None  # a loop over all sources may ask for what only meetings have
        if field is None:
            raise AttributeError(name)
        return self._show(self._record, field)

    def known_names(self) -> list[str]:
        """Return the names it answers to, for messages."""
        keys = table(type(self._record)).values()
        return [key.name for key in keys] + [key.zh for key in keys]
