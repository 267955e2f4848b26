"""The table of a record: what each field is called, holds and means.

A record is a class whose fields are declared with `fact`, `text`, `record` …; the declaration
*is* the schema: English name (the attribute), Chinese name, accepted
others, type, whether it must be given, and a line of explanation. `table(cls)` gives it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, ClassVar, NoReturn, Self, dataclass_transform

from docgen.base.place import NOWHERE, Place
from docgen.model.terms import Vocabulary


@dataclass(frozen=True)
class Key:
    """One row of a record's table. `shape` says how the value is read (see source/schema.py)."""

    zh: str
    shape: str
    doc: str
    default: Any = None
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


def _declare(shape: str, zh: str, doc: str, of: Any = None, **more: Any) -> Any:
    return Key(zh, shape, doc, of=of, **more)


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


def year(zh: str, doc: str, **more: Any) -> Any:
    """A year of four digits. Absent: None."""
    return _declare("year", zh, doc, **more)


def switch(zh: str, doc: str, **more: Any) -> Any:
    """true or false, 是 or 否. Absent: None."""
    return _declare("switch", zh, doc, **more)


def term(zh: str, vocabulary: Vocabulary, doc: str, **more: Any) -> Any:
    """One of a fixed vocabulary. Absent: None."""
    return _declare("term", zh, doc, vocabulary, **more)


def terms(zh: str, vocabulary: Vocabulary, doc: str, **more: Any) -> Any:
    """A list of fixed values. Absent: ``()``."""
    return _declare("terms", zh, doc, vocabulary, default=(), **more)


def record(zh: str, cls: type[Record] | Callable[[], type[Record]], doc: str, **more: Any) -> Any:
    """One record of class `cls`. Absent: None."""
    return _declare("record", zh, doc, cls, **more)


def records(zh: str, cls: type[Record] | Callable[[], type[Record]], doc: str, **more: Any) -> Any:
    """A list of records of class `cls`. Absent: ``()``."""
    return _declare("records", zh, doc, cls, default=(), **more)


def named(zh: str, cls: type[Record], doc: str, **more: Any) -> Any:
    """A mapping from names the user invents to records. Absent: an empty mapping."""
    return _declare("named", zh, doc, cls, default=(), **more)


def values(zh: str, doc: str, **more: Any) -> Any:
    """A mapping from names the user invents to a fact or several. Absent: an empty mapping."""
    return _declare("values", zh, doc, default=(), **more)


def planned(zh: str, doc: str, **more: Any) -> Any:
    """A mapping from names to documents that are read on their own (source/sets.py); only the
    names are kept. Absent: ``()``."""
    return _declare("planned", zh, doc, default=(), **more)


def rows(zh: str, doc: str, **more: Any) -> Any:
    """The rows of a table, each a list of facts. Absent: ``()``."""
    return _declare("rows", zh, doc, default=(), **more)


@dataclass_transform(eq_default=False, frozen_default=True, kw_only_default=True)
class Record:
    """What every record is: its fields, the place where it begins, and the places of its
    values.

    ``class Person(Record, zh="人员", shorthand="name")``: `zh` names it in messages; with
    `shorthand` a plain value in the file stands for that one field (``host: 李××``). Not a
    dataclass: making fifty of those at every start takes longer than reading a document.
    """

    at: Place = NOWHERE
    marks: Mapping[str, Place] = MappingProxyType({})

    record_name: ClassVar[str] = "记录"
    shorthand: ClassVar[str] = ""
    keys_by_name: ClassVar[dict[str, Key]] = {}
    names_by_spelling: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls, *, zh: str, shorthand: str = "") -> None:
        own = {name: key for name, key in vars(cls).items() if isinstance(key, Key)}
        keys = dict(cls.keys_by_name)
        for attribute, declared in own.items():
            key = replace(declared, attribute=attribute)
            keys[key.name] = key
            setattr(cls, attribute, key.default)
        cls.record_name, cls.shorthand = zh, shorthand or cls.shorthand
        cls.keys_by_name = keys
        cls.names_by_spelling = {word: key.name for key in keys.values() for word in key.names()}

    def __init__(self, **values: Any) -> None:
        # What is not given stays the class's: the key's default.
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{name}: a record is not changed once it is read")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.at} {self.at.key}>"

    def but(self, **values: Any) -> Self:
        """Return the same record with some fields replaced."""
        return type(self)(**{**self.__dict__, **values})

    def where(self, name: str) -> Place:
        """Return the place of one field's value (``partners[0]``: of one item); where the file
        does not give it, the place of the record."""
        return self.marks.get(name) or self.at.child(name)

    def gives(self, name: str) -> bool:
        """Whether the file gives this field."""
        return name in self.marks


def table(cls: type[Record]) -> dict[str, Key]:
    """Return the record's table: English name → `Key`, in the order of declaration."""
    return cls.keys_by_name


def spellings(cls: type[Record]) -> dict[str, str]:
    """Return every accepted spelling of the record's keys → English name."""
    return cls.names_by_spelling


def all_spellings() -> frozenset[str]:
    """Return every spelling of every key of every record."""
    found: set[str] = set()
    waiting = Record.__subclasses__()
    while waiting:
        cls = waiting.pop()
        waiting += cls.__subclasses__()
        found.update(spellings(cls))
    return frozenset(found)


def part_of(key: Key) -> type[Record]:
    """Return the record class a ``record``/``records``/``named`` key holds."""
    of = key.of
    made: type[Record] = of if isinstance(of, type) else of()
    return made
