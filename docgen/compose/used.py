"""What of the user's files has been printed, and what has not.

Composers note each field as they print it; what is left over is reported, so nothing
written is silently left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.base.place import Place
from docgen.model.keys import Record, table

# Shapes that steer rather than print.
_STEERING = {"term", "terms", "switch", "planned"}
_RECORDS = {"record", "records"}


class Used:
    """The fields that have been printed, by file and key path."""

    def __init__(self) -> None:
        self._keys: set[tuple[str, str]] = set()

    def note(self, record: Record, *names: str) -> None:
        """Note that these fields of a record are printed."""
        for name in names:
            place = record.where(name)
            self._keys.add((place.file, place.key))

    def add(self, other: Used) -> None:
        self._keys |= other._keys

    def covers(self, place: Place) -> bool:
        """Whether the value at `place`, or one that holds it, has been printed."""
        key = place.key
        while key:
            if (place.file, key) in self._keys:
                return True
            key = key[: max(key.rfind("."), key.rfind("["))] if "." in key or "[" in key else ""
        return False


def unused(record: Record, used: Used) -> Iterator[Place]:
    """Yield the places of a record's values, and its parts', that have not been printed."""
    for name, key in table(type(record)).items():
        if not record.gives(name) or key.shape in _STEERING or used.covers(record.where(name)):
            continue
        value = getattr(record, key.attribute)
        if key.shape in _RECORDS:
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Record):
                    yield from unused(part, used)
        elif value not in (None, "", ()):
            yield record.where(name)
