"""Whether a paper says what its meeting's file, its plan and its other papers say.

Takes a composed document with its sources; reports every date, weekday, hour, place, name, post,
number, title and deadline that surely speaks of a shared fact and says it differently. What may
be about something else is left alone.
"""

from __future__ import annotations

from docgen.base.diagnostics import Report
from docgen.checks.agreement import counts, deadlines, people, replying, titles, values, when_where
from docgen.checks.agreement.holding import held_in
from docgen.checks.agreement.naming import names_it
from docgen.checks.agreement.passages import Passage, meeting_for, passages_of
from docgen.checks.agreement.shared import Shared
from docgen.compose import Composed
from docgen.compose.of_meeting import meeting_of
from docgen.language.recognise import SaidDay, covers
from docgen.model.document import Document
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.keys import Record
from docgen.model.meeting_parts import Decision
from docgen.model.parts import Task
from docgen.model.plan import planned_in
from docgen.model.sources import Meeting
from docgen.model.values import When
from docgen.source.loader import Loaded


def check_agreement(loaded: Loaded, composed: Composed, report: Report) -> None:
    """Report where a document says a shared fact differently."""
    Agreement(loaded, composed, report).check()


class Agreement:
    """One document with the facts it shares."""

    def __init__(self, loaded: Loaded, composed: Composed, report: Report) -> None:
        self.loaded, self.composed, self.report = loaded, composed, report
        self.document: Document = composed.document
        sources = list(loaded.sources.values())
        self.meetings = [source for source in sources if isinstance(source, Meeting)]
        self.shared = {each.at.file: Shared(each, loaded.directory) for each in self.meetings}
        meeting = meeting_of(self.document, loaded.sources)
        self.main = self.shared[meeting.at.file] if meeting is not None else None
        self.items = deadlines.items_of(self._tasks())
        self.parts = counts.parts_of(self.document)

    def check(self) -> None:
        self._check_values()
        for passage in passages_of(self.loaded, self.composed):
            self.check_passage(passage)

    def _check_values(self) -> None:
        document, report = self.document, self.report
        title = self.composed.tree.title
        titles.check_announced(document, title, len(self.loaded.sources), report)
        deadlines.check_same_tasks(self.items, self.year, report)
        deadlines.check_texts(self.items, self.year, report)
        for shared in self.shared.values():
            deadlines.check_reply_date(shared, report)
            values.check_posts(shared, report)
        if self.main is not None:
            titles.check_title(document, title, self.main, report)
            for check in (values.check_date, values.check_host, values.check_speaker):
                check(document, self.main, report)
            values.check_contact(document, self.main, report)

    def check_passage(self, passage: Passage) -> None:
        """Report what one paragraph says differently."""
        judged: set[str] = set()
        for sentence in passage.sentences():
            meeting = meeting_for(sentence, passage.place, self.meetings)
            if meeting is not None:
                judged |= self._check_sentence(sentence, passage, self.shared[meeting.at.file])
            counts.check_sections(sentence, passage, self.document, self.report)
            deadlines.check_items(sentence, passage, self.items, self.year, self.report)
            self._check_task_count(sentence, passage)
        when_where.check_weekdays(passage, self.year, judged, self.report)
        counts.check_points(passage, self.parts, self.report)
        if self.main is not None:
            counts.check_links(self.document, passage, self.main, self.report)

    def _check_sentence(self, sentence: str, passage: Passage, shared: Shared) -> set[str]:
        report = self.report
        judged = when_where.check_when_where(sentence, passage, shared, report)
        for said in _days_of(sentence, passage, shared):
            if said.weekday and said.words not in judged:
                when_where.check_weekday_of(said, passage, shared, report)
                judged.add(said.words)
        if shared is self.main and self.document.kind.code != "letter":
            when_where.check_name(sentence, passage, shared, report)
        counts.check_agenda(sentence, passage, shared, report)
        counts.check_decisions(sentence, passage, shared, report)
        people.check_people(sentence, passage, shared, report)
        deadlines.check_reply(sentence, passage, shared, report)
        if passage.near:
            replying.check_reply_to(sentence, passage, shared, report)
            replying.check_contact_words(sentence, passage, shared, report)
        return judged

    def _check_task_count(self, sentence: str, passage: Passage) -> None:
        record, numbers = self._counted()
        near = passage.near or isinstance(self.document, TaskTable)
        if record is not None and near:
            table = isinstance(self.document, TaskTable)
            sure = table or (self.main is not None and names_it(sentence, self.main))
            counts.check_tasks(sentence, passage, record, numbers, sure, self.report)

    def _counted(self) -> tuple[Record | None, set[int]]:
        """Return the record that has the tasks, and the numbers of tasks that may be said."""
        if isinstance(self.document, AnnualPlan):
            return None, set()
        record: Record | None = self.main.meeting if self.main else None
        numbers = {len(self.main.meeting.tasks)} if self.main else set()
        if isinstance(self.document, TaskTable):
            record = record if record is not None and record.gives("tasks") else self.document
            numbers |= {len(self._tasks(with_decisions=False))}
        return record, numbers - {0}

    def _tasks(self, *, with_decisions: bool = True) -> list[Task | Decision]:
        """Return the tasks of the plan, the meetings and the document."""
        found: list[Task | Decision] = []
        plan = self.loaded.plan
        if plan is not None and isinstance(plan.document, AnnualPlan | TaskTable):
            found += [each.task for each in planned_in(plan.document, plan.sources)]
        if with_decisions:
            for meeting in self.meetings:
                found += [*meeting.tasks, *meeting.decisions]
        if isinstance(self.document, AnnualPlan | TaskTable):
            found += [each.task for each in planned_in(self.document, self.loaded.sources)]
        return list({(task.at.file, task.at.key): task for task in found}.values())

    @property
    def year(self) -> int:
        """The year that plain days in the paper are of."""
        if self.main is not None and self.main.year:
            return self.main.year
        year = getattr(self.document, "year", None)
        if isinstance(year, int):
            return year
        date = self.document.date
        return date.start.year if isinstance(date, When) else 0


def _days_of(sentence: str, passage: Passage, shared: Shared) -> list[SaidDay]:
    """Return the days of a sentence that are the meeting's: their year is known."""
    held = held_in(sentence, passage, shared)
    days = [each.day for each in held if each.day is not None]
    return [day for day in days if shared.day is not None and covers(shared.day, day)]
