"""The tasks and decisions that a document shares, with their titles as they are compared.

Takes a loaded document, or records; gives tasks and `Item`s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from docgen.language.punctuation import bare
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.meeting_parts import Decision
from docgen.model.parts import Task
from docgen.model.plan import planned_in
from docgen.source.loader import Loaded


class Item(NamedTuple):
    """A task or a decision as it is compared: its plain title, and the record."""

    title: str
    record: Task | Decision


def items_of(records: Iterable[Task | Decision]) -> list[Item]:
    """Return the tasks and decisions whose titles are plain words."""
    found = []
    for record in records:
        typed = record.title or record.text
        words = typed.source.strip() if typed else ""
        if words and "{{" not in words:
            found.append(Item(plain_title(words), record))
    return found


def plain_title(words: str) -> str:
    """Return a title as it is compared: 关于责任人公示。 is 责任人公示."""
    return re.sub(r"\s", "", bare(words)).removeprefix("关于")


def tasks_of(loaded: Loaded) -> list[Task | Decision]:
    """Return the tasks of a plan or a table, and of the plan that a table is of."""
    found: list[Task | Decision] = []
    for each in (loaded.plan, loaded):
        if each is not None and isinstance(each.document, AnnualPlan | TaskTable):
            found += [planned.task for planned in planned_in(each.document, each.sources)]
    return distinct(found)


def distinct(records: Iterable[Task | Decision]) -> list[Task | Decision]:
    """Return each record once, by its place."""
    return list({(each.at.file, each.at.key): each for each in records}.values())


def has_to_be_compared(items: list[Item]) -> bool:
    """Whether a title or id stands twice, or a text may have a due of its own."""
    titles = [item.title for item in items]
    ids = [id for item in items if (id := getattr(item.record, "id", ""))]
    texts = (item.record.text for item in items)
    return (
        len(set(titles)) < len(titles)
        or len(set(ids)) < len(ids)
        or any(text is not None and "前" in text.source for text in texts)
    )
