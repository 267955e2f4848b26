"""The names that are known where a passage stands.

Takes the records of its document and the workspace's directory and settings; gives `Known`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.library.adopting.proposals import Known, is_place
from docgen.model.directory import Directory
from docgen.model.documents import Document
from docgen.model.keys import Record, table
from docgen.model.library import Settings
from docgen.model.parts import Person, Task
from docgen.model.sources import Meeting


def known_names(
    records: Iterable[Record], directory: Directory | None, settings: Settings
) -> Known:
    """Return the people, units and places that a document and its sources name, and that the
    workspace lists."""
    people: set[str] = set()
    units, places = {settings.org}, set()
    for record in (each for one in records for each in _all(one)):
        if isinstance(record, Person):
            people.add(record.name)
        elif isinstance(record, Document):
            units.add(record.org)
        elif isinstance(record, Task):
            units.update(name for name in (record.owner, *record.partners) if "各" not in name)
        elif isinstance(record, Meeting):
            places.add(record.place)
    if directory is not None:
        people.update(name for each in directory.people for name in (each.name, *each.aliases))
        above = {each.parent for each in directory.orgs if is_place(each.parent)}
        places |= above
        units |= {name for each in directory.orgs for name in (each.name, *each.short)} - above
    return Known(frozenset(people), frozenset(units), frozenset(places)).with_places()


def _all(record: Record) -> Iterator[Record]:
    """Yield a record and every record in it."""
    yield record
    for key in table(type(record)).values():
        value = getattr(record, key.attribute)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield from _all(part)
