"""The tables of the records: two languages, no name for two things."""

from __future__ import annotations

import pytest

from docgen.compose import COMPOSERS
from docgen.model.documents import DOCUMENTS
from docgen.model.keys import Record, spellings, table
from docgen.model.library import SnippetCard
from docgen.model.sources import SOURCES
from docgen.model.terms import DOCUMENT_KINDS
from docgen.render.blank.kinds import KINDS


def all_records() -> list[type[Record]]:
    found: list[type[Record]] = []
    waiting: list[type[Record]] = [Record]
    while waiting:
        cls = waiting.pop()
        waiting += cls.__subclasses__()
        found.append(cls)
    return [cls for cls in found if table(cls)]


@pytest.mark.parametrize("cls", all_records(), ids=lambda cls: cls.__name__)
def test_no_name_serves_two_keys(cls: type[Record]) -> None:
    names = [name for key in table(cls).values() for name in key.names()]
    assert sorted(names) == sorted(set(names))
    assert len(spellings(cls)) == len(names)


@pytest.mark.parametrize("cls", all_records(), ids=lambda cls: cls.__name__)
def test_every_key_has_a_chinese_name_and_says_what_it_holds(cls: type[Record]) -> None:
    for key in table(cls).values():
        assert any("\u4e00" <= char <= "\u9fff" for char in key.zh)
        assert key.doc


def test_every_kind_is_there() -> None:
    assert set(SOURCES) == {"meeting", "instruction", "policy"}
    assert set(DOCUMENTS) == {term.code for term in DOCUMENT_KINDS.terms}
    assert set(DOCUMENTS) == set(COMPOSERS) == set(KINDS)
    assert len(DOCUMENTS) == 10
    assert "params" in table(SnippetCard)


def test_a_record_is_not_changed_once_it_is_read() -> None:
    with pytest.raises(AttributeError, match="title"):
        SnippetCard().title = "another"  # type: ignore[misc]
