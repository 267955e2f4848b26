"""The table of a record: what each field is called, holds and means.

A record is a frozen dataclass whose fields are declared with `fact`, `text`, `record` …;
the declaration *is* the schema: English name (the attribute), Chinese name, accepted
others, type, whether it must be given, and a line of explanation. `table(cls)` gives it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar, dataclass_transform

from docgen.base.place import NOWHERE, Place
from docgen.model.terms import Vocabulary

T = TypeVar("T")


@dataclass(frozen=True)
class Key:
    """One row of a record's table. `shape` says how the value is read (see source/schema.py)."""

    zh: str
    shape: str
    doc: str
    required: bool = False
    also: tuple[str, ...] = ()
    of: Any = None
    attribute: str = ""

    @property
    def name(self) -> str:
        """The English name; Python's own words (``from``, ``with``) end in ``_`` as attributes."""
        return self.attribute.rstrip("_")

    def names(self) -> tuple[str, ...]:
        """Return every spelling that means this key: English, Chinese, accepted others."""
        return (self.name, self.zh, *self.also)


def _declare(
    shape: str,
    zh: str,
    doc: str,
    of: Any = None,
    *,
    default: Any = None,
    required: bool = False,
    also: tuple[str, ...] = (),
) -> Any:
    key = Key(zh, shape, doc, required, also, of)
    return field(default=default, metadata={"key": key})


def fact(zh: str, doc: str, **more: Any) -> Any:
    """A fact: printed as typed, ``{{`` and all. Absent: ``""``."""
    return _declare("fact", zh, doc, default="", **more)


def facts(zh: str, doc: str, **more: Any) -> Any:
    """A list of facts; one fact alone is a list of one. Absent: ``()``."""
    return _declare("facts", zh, doc, default=(), **more)


def text(zh: str, doc: str, **more: Any) -> Any:
    """A text: a Jinja text, rendered once in compose. Absent: None."""
    return _declare("text", zh, doc, **more)


def passages(zh: str, doc: str, **more: Any) -> Any:
    """A text, a snippet reference, or a list of them. Absent: ``()``."""
    return _declare("passages", zh, doc, default=(), **more)


def date(zh: str, doc: str, **more: Any) -> Any:
    """A day, a month or a span. Absent: None."""
    return _declare("date", zh, doc, **more)


def due(zh: str, doc: str, **more: Any) -> Any:
    """A date, or words such as 8月底前, kept as typed. Absent: None."""
    return _declare("due", zh, doc, **more)


def integer(zh: str, doc: str, **more: Any) -> Any:
    """A whole number. Absent: None."""
    return _declare("integer", zh, doc, **more)


def switch(zh: str, doc: str, **more: Any) -> Any:
    """true or false, 是 or 否. Absent: None."""
    return _declare("switch", zh, doc, **more)


def term(zh: str, vocabulary: Vocabulary, doc: str, **more: Any) -> Any:
    """One of a fixed vocabulary. Absent: None."""
    return _declare("term", zh, doc, vocabulary, **more)


def terms(zh: str, vocabulary: Vocabulary, doc: str, **more: Any) -> Any:
    """A list of fixed values. Absent: ``()``."""
    return _declare("terms", zh, doc, vocabulary, default=(), **more)


def record(zh: str, cls: type | Callable[[], type], doc: str, **more: Any) -> Any:
    """One record of class `cls`. Absent: None."""
    return _declare("record", zh, doc, cls, **more)


def records(zh: str, cls: type | Callable[[], type], doc: str, **more: Any) -> Any:
    """A list of records of class `cls`. Absent: ``()``."""
    return _declare("records", zh, doc, cls, default=(), **more)


def named(zh: str, cls: type, doc: str, **more: Any) -> Any:
    """A mapping from names the user invents to records. Absent: an empty mapping."""
    return _declare("named", zh, doc, cls, default=(), **more)


def values(zh: str, doc: str, **more: Any) -> Any:
    """A mapping from names the user invents to facts. Absent: an empty mapping."""
    return _declare("values", zh, doc, default=(), **more)


def rows(zh: str, doc: str, **more: Any) -> Any:
    """The rows of a table, each a list of facts. Absent: ``()``."""
    return _declare("rows", zh, doc, default=(), **more)


@dataclass_transform(eq_default=False, frozen_default=True, kw_only_default=True)
def keyed(zh: str, *, shorthand: str = "") -> Callable[[type[T]], type[T]]:
    """Make a class a record called `zh` in messages. With `shorthand`, a plain value in the
    file stands for that one field (``points: [做实……]`` for ``{text: 做实……}``)."""

    def wrap(cls: type[T]) -> type[T]:
        made = dataclass(frozen=True, kw_only=True, eq=False)(cls)
        made.record_name = zh  # type: ignore[attr-defined]
        made.shorthand = shorthand  # type: ignore[attr-defined]
        return made

    return wrap


@keyed("记录")
class Record:
    """What every record has: the place where it begins in its file."""

    at: Place = NOWHERE
    marks: Mapping[str, Place] = field(default_factory=dict, repr=False, compare=False)

    def where(self, name: str) -> Place:
        """Return the place of one field's value (``partners[0]``: of one item); where the file
        does not give it, the place of the record."""
        return self.marks.get(name) or self.at.child(name)

    def gives(self, name: str) -> bool:
        """Whether the file gives this field."""
        return name in self.marks


_tables: dict[type, dict[str, Key]] = {}
_spellings: dict[type, dict[str, str]] = {}


def table(cls: type) -> dict[str, Key]:
    """Return the record's table: English name → `Key`, in the order of declaration."""
    if cls not in _tables:
        keys = [(each.name, each.metadata.get("key")) for each in fields(cls)]
        made = [replace(key, attribute=name) for name, key in keys if key is not None]
        _tables[cls] = {key.name: key for key in made}
    return _tables[cls]


def spellings(cls: type) -> dict[str, str]:
    """Return every accepted spelling of the record's keys → English name."""
    if cls not in _spellings:
        _spellings[cls] = {word: key.name for key in table(cls).values() for word in key.names()}
    return _spellings[cls]


def part_of(key: Key) -> type:
    """Return the record class a ``record``/``records``/``named`` key holds."""
    of = key.of
    made: type = of if isinstance(of, type) else of()
    return made
