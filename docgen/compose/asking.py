"""Which points and tasks name a topic, and leave their text to the library.

Takes a record, gives them. Apart from compose/topics.py, which chooses: most documents ask nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.base.diagnostics import Report
from docgen.model.keys import Record, table
from docgen.model.parts import Point, Task
from docgen.model.sources import Source

# What may name a topic.
Asking = Point | Task


def asking(record: Record) -> Iterator[Asking]:
    """Yield the points and tasks of a record that name a topic, in the order of the file."""
    if isinstance(record, Point | Task) and record.gives("topic"):
        yield record
    for key in table(type(record)).values():
        if key.shape == "records":
            for part in getattr(record, key.attribute):
                yield from asking(part)


def refuse_topics(source: Source, report: Report) -> None:
    """Report topics in a source: it says what was said, and that nobody can choose."""
    for point in asking(source):
        report.add("C023", point.where("topic"))
