"""Documents made up from the tables of their records, to try templates on.

Gives, for a kind, a *minimal* document (only what must be given), a *full* one (every
field) and a *hostile* one (every field, with text that breaks careless engines).
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from docgen.base.place import Place
from docgen.language.jinja import Scope
from docgen.library.contracts import contract
from docgen.model.documents import DOCUMENTS
from docgen.model.keys import Key, part_of, table
from docgen.model.sources import SOURCES
from docgen.model.terms import DOCUMENT_KINDS, SOURCE_KINDS
from docgen.model.tree import Paragraph, Role, Run, Tree
from docgen.model.values import Day, Text, When
from docgen.source.loader import Loaded
from docgen.source.workspace import Workspace

MODES = ("minimal", "full", "hostile")
HOSTILE = "R&D <b>《<政府工作报告>》“引”——……]]>&amp; 镕喆堃𠮷😀 ±½"

# How deep points nest in a full document: as deep as the numbering goes.
_DEPTH = 3
# Left out: they name files that a specimen does not have, or exclude what is there.
_LEFT_OUT = {"snippet", "with", "variant", "from", "template", "plan", "by_owner"}


def specimen(kind: str, mode: str, workspace: Workspace) -> Loaded:
    """Return a made-up document of `kind` as if it had been loaded."""
    maker = _Maker(mode)
    document = maker.record(DOCUMENTS[kind], f"{kind}.yaml", kind=DOCUMENT_KINDS[kind])
    sources: dict[str, Any] = {}
    for name, cls in SOURCES.items():
        sources[f"{name}.yaml"] = maker.record(cls, f"{name}.yaml", kind=SOURCE_KINDS[name])
    if "meeting" in table(type(document)):
        named = {"meeting.yaml": sources["meeting.yaml"]}
        return Loaded(Path(f"{kind}.yaml"), workspace, document.but(meeting="meeting.yaml"), named)
    if "sources" not in table(type(document)):
        return Loaded(Path(f"{kind}.yaml"), workspace, document, {})
    return Loaded(Path(f"{kind}.yaml"), workspace, document.but(sources=tuple(sources)), sources)


def contract_sample(kind: str, mode: str) -> tuple[Tree, Scope]:
    """Return a context of a kind's contract as a tree and what a template may name of it."""
    agreed = contract(kind)
    assert agreed is not None, kind
    given = agreed.contexts[mode if mode in agreed.contexts else "full"]
    if mode == "hostile":
        texts = {name for name, value in given.items() if isinstance(value, str)}
        given = given | dict.fromkeys(texts, HOSTILE)
        given["body"] = (*given.get("body", ()), Paragraph(Role.BODY, (Run(HOSTILE),)))
    scope: Scope = {name: partial(_itself, value) for name, value in agreed.scope(given).items()}
    return agreed.tree(given), scope


def _itself(value: object) -> object:
    return value


class _Maker:
    def __init__(self, mode: str) -> None:
        self.mode = mode

    def record(self, cls: type[Any], file: str, key: str = "", depth: int = 0, **fixed: Any) -> Any:
        """Return a record with its fields filled as the mode asks."""
        at = Place(file, 1, 1, key)
        values: dict[str, Any] = dict(fixed)
        marks: dict[str, Place] = {name: at.child(name) for name in fixed}
        for name, field in table(cls).items():
            if name in fixed or name in _LEFT_OUT:
                continue
            if self.mode == "minimal" and not (field.required or name in ("title", "text")):
                continue
            value = self._value(field, at.child(name), depth)
            if value is not None:
                values[field.attribute] = value
                marks[name] = at.child(name)
        return cls(at=at, marks=marks, **values)

    def _value(self, field: Key, at: Place, depth: int) -> Any:
        if field.shape in ("record", "records"):
            return self._parts(field, at, depth)
        words = HOSTILE if self.mode == "hostile" else f"示例{field.zh}"
        simple: dict[str, Any] = {
            "fact": words,
            "facts": (words, words),
            "text": Text(words, at),
            "passages": (Text(words, at),),
            "date": When(Day(2026, 2, 8)),
            "due": When(Day(2026, 6, 30)),
            "year": 2026,
            "switch": True,
            "values": (),
            "rows": ((words, words), (words, words)),
            "planned": None,
        }
        if field.shape in ("term", "terms"):
            term = field.of.terms[0]
            return term if field.shape == "term" else (term,)
        return simple.get(field.shape)

    def _parts(self, field: Key, at: Place, depth: int) -> Any:
        cls = part_of(field)
        if depth >= _DEPTH:
            return None
        if field.shape == "record":
            return self.record(cls, at.file, at.key, depth + 1)
        places = [at.child(index) for index in range(2)]
        return tuple(self.record(cls, at.file, place.key, depth + 1) for place in places)
