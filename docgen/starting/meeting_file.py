"""The answers about a new meeting → its file, in either language.

Takes field → value as the questions give them, and the kinds of the papers that are wanted;
gives the YAML text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from docgen.model.keys import Key, Record, part_of, table
from docgen.model.sources import Meeting
from docgen.model.terms import DOCUMENT_KINDS, LEVELS, SOURCE_KINDS
from docgen.starting.plain_yaml import Value, lines
from docgen.starting.questions import QUESTIONS

# What the name of a meeting says of its level.
_LEVELS = {
    "全国": "national", "全省": "province", "全区": "district", "全市": "city", "全县": "county",
    "全镇": "township", "全乡": "township", "全街道": "township", "全局": "unit",
}  # fmt: skip
# The papers that a meeting usually needs, in the order in which they are written.
PAPERS = (
    "notice", "agenda", "hosting-script", "speech", "transmission-outline", "minutes", "briefing",
    "task-table", "letter",
)  # fmt: skip


def level_of(title: str) -> str:
    """Return the code of the level that a meeting's name tells, else ``""``."""
    return next((code for word, code in _LEVELS.items() if title.startswith(word)), "")


def meeting_yaml(answers: dict[str, Value], papers: Iterable[str], *, chinese: bool) -> str:
    """Return the file of a meeting."""
    values: dict[str, Value] = {"kind": str(SOURCE_KINDS["meeting"]) if chinese else "meeting"}
    values |= _filled(answers)
    title = str(answers.get("title") or "")
    level = LEVELS[code] if (code := level_of(title)) else None
    values["level"] = (str(level) if chinese else level.code) if level else "〔待填：级别〕"
    # A paper takes all from the meeting until somebody writes more.
    asked = [_word(code, chinese) for code in papers]
    named = cast("dict[str, Value]", _named(_ordered(values), Meeting, chinese))
    if asked:
        named[table(Meeting)["documents"].zh if chinese else "documents"] = dict.fromkeys(asked, "")
    return "\n".join(lines(named)) + "\n"


def _word(code: str, chinese: bool) -> str:
    return str(DOCUMENT_KINDS[code]) if chinese else code


def _filled(answers: dict[str, Value]) -> dict[str, Value]:
    """Return the answers as the record's values; what the papers need and nobody said is a
    blank."""
    values: dict[str, Value] = {}
    for question in QUESTIONS:
        value = answers.get(question.field) or ""
        if not value and question.needed:
            value = f"〔待填：{question.needed}〕"
            value = {"name": value} if question.field == "host" else value
        field, _, part = question.field.partition(".")
        if value and part:
            holder = values.setdefault(field, {})
            assert isinstance(holder, dict)
            holder[part] = value
        elif value:
            values[field] = value
    if isinstance(values.get("reply"), dict) and "by" not in cast(
        "dict[str, Value]", values["reply"]
    ):
        cast("dict[str, Value]", values["reply"])["by"] = "〔待填：截止日期〕"
    return values


def _ordered(values: dict[str, Value]) -> dict[str, Value]:
    """Return values in the order of the record's table, name first."""
    front = ("kind", "title", "level", "org", "date", "time", "form", "place")
    return {name: values[name] for name in (*front, *values) if name in values}


def _named(value: Value, cls: type[Record] | None, chinese: bool) -> Value:
    """Return a value with its keys in the language of the file."""
    if isinstance(value, list):
        return [_named(each, cls, chinese) for each in value]
    if not isinstance(value, dict) or cls is None:
        return value
    keys = table(cls)
    return {
        (keys[name].zh if chinese else name): _named(each, _part(keys[name]), chinese)
        for name, each in value.items()
    }


def _part(key: Key) -> type[Record] | None:
    return part_of(key) if key.shape in ("record", "records") else None
