"""The facts that the papers of a meeting share, ready to be compared.

Takes a `Meeting` and the people of its workspace; gives `Shared`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from docgen.base.diagnostics import Diagnostic, Report
from docgen.base.place import Place
from docgen.language.weekdays import with_weekday
from docgen.model.directory import Directory
from docgen.model.parts import Person
from docgen.model.sources import Meeting
from docgen.model.values import BLANK, When

if TYPE_CHECKING:
    from docgen.language.recognise_hours import SaidHour

# What the sentence has that speaks of somebody in this part.
_HOSTS = ("主持",)
_SPEAKS = ("讲话", "出席", "部署", "强调", "指出", "要求", "动员", "总结")
_PRESENTS = ("通报", "汇报", "发言", "讲话", "介绍", "部署", "宣读", "传达")
_ATTENDS = ("出席", "参加", "到会", "列席", "请假")


@dataclass(frozen=True)
class Known:
    """A person of the meeting, and what is said of one in this part."""

    person: Person
    parts: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def post(self) -> str:
        return self.person.post


@dataclass(frozen=True)
class Shared:
    """The facts of one meeting."""

    meeting: Meeting
    directory: Directory | None = None

    @property
    def day(self) -> When | None:
        """The day as a fact to compare with: a month alone is none."""
        date = self.meeting.date
        return date if isinstance(date, When) and date.start.day else None

    @property
    def year(self) -> int:
        """The year that a text of this meeting is of, 0 where that is unknown."""
        date = self.meeting.date
        return date.start.year if isinstance(date, When) else 0

    @property
    def level(self) -> str:
        """The code of its level: city."""
        return getattr(self.meeting.level, "code", "")

    @property
    def day_words(self) -> str:
        return with_weekday(self.meeting.date)

    @cached_property
    def hour(self) -> SaidHour | None:
        from docgen.language.recognise_hours import hour_of  # most texts say none

        return hour_of(self.meeting.time)

    @cached_property
    def people(self) -> tuple[Known, ...]:
        """Everybody that the meeting's file gives, with a name that is filled in."""
        found = (Known(person, parts) for person, parts in people_of(self.meeting))
        return tuple(each for each in found if each.name and not BLANK.search(each.name))

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(each.name for each in self.people if len(each.name) > 1)

    def posts_of(self, name: str) -> list[str]:
        """Return every post that somebody of this name is known by: in the meeting's file, and
        on its day in people.yaml."""
        posts = [each.post for each in self.people if each.name == name and each.post]
        if self.directory is not None and posts:
            listed = self.directory.post_of(name, self.meeting.date)
            posts += [listed] if listed else []
        return posts

    def called(self, name: str) -> list[Known]:
        return [each for each in self.people if each.name == name and each.post]


def people_of(meeting: Meeting) -> Iterator[tuple[Person, tuple[str, ...]]]:
    """Yield the people of a meeting's file in its order, with what is said of one in that part."""
    if meeting.host is not None:
        yield meeting.host, _HOSTS
    yield from ((each, _SPEAKS) for each in meeting.speakers)
    yield from ((item.presenter, _PRESENTS) for item in meeting.agenda if item.presenter)
    for people in (meeting.present, meeting.absent, meeting.observers):
        yield from ((each, _ATTENDS) for each in people)


def line_of(place: Place) -> str:
    """Return a place as a message names the other of two: file and line."""
    return f"{place.file}:{place.line}" if place.line else place.file


def warn(report: Report, code: str, place: Place, **facts: object) -> None:
    """Record what is likely, but not certain."""
    from docgen.base.catalogue import Severity  # a run without faults needs no words

    report.extend([Diagnostic(code, place, facts, Severity.WARNING)])


def tell(report: Report, code: str, place: Place, *, sure: bool, **facts: object) -> None:
    """Record a fault: an error where it is certain, else a warning."""
    (report.add if sure else partial(warn, report))(code, place, **facts)
