"""Whether a paper says what its meeting's file, its plan and its other papers say.

Takes a composed document with its sources; reports every date, weekday, hour, place, name, post,
number, title and deadline that surely speaks of a shared fact and says it differently. What may
be about something else is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docgen.base.diagnostics import Report
from docgen.checks.agreement.listed import distinct, has_to_be_compared, items_of, tasks_of
from docgen.checks.agreement.passages import Passage, meeting_for, passages_of
from docgen.checks.agreement.shared import Shared, people_of
from docgen.compose import Composed
from docgen.compose.of_meeting import meeting_of
from docgen.model.document import Document
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.keys import Record
from docgen.model.sources import Meeting
from docgen.model.values import Text, When
from docgen.source.loader import Loaded

if TYPE_CHECKING:
    from docgen.language.recognise import SaidDay

# The rules are imported where a text has what they look for: most papers of most offices have
# nothing of it, and pay for nothing.
_HELD = ("召开", "举行", "举办", "开会", "参加会议", "出席会议", "会议开始", "会议正式", "会议准时")
_LABELS = ("时间：", "时间:", "地点", "会期", "会议时间", "开会时间", "召开时间")
_WEEKDAYS = ("星期", "礼拜", "周")
_REPLIES = ("名单", "回执", "报名", "联系人")


def _any(words: Iterable[str], text: str) -> bool:
    return any(each in text for each in words)


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
        decisions = (each for meeting in self.meetings for each in meeting.decisions)
        given = (each for meeting in self.meetings for each in meeting.tasks)
        self.items = items_of(distinct([*tasks_of(loaded), *given, *decisions]))
        self.titles = tuple({item.title for item in self.items})
        names = ("sections", "requirements", "implementation")
        self.numbered = any(getattr(self.document, name, ()) for name in names)

    def check(self) -> None:
        self._check_values()
        if has_to_be_compared(self.items) or (self.loaded.plan and self.items):
            self._check_lists()
        for passage in passages_of(self.loaded, self.composed):
            self.check_passage(passage)

    def _check_values(self) -> None:
        document, report = self.document, self.report
        if isinstance(document.title, Text):
            from docgen.checks.agreement import titles

            title = self.composed.tree.title
            titles.check_announced(document, title, len(self.loaded.sources), report)
            if self.main is not None:
                titles.check_title(document, title, self.main, report)
        for shared in self.shared.values():
            self._check_meeting(shared)
        people = ("speaker", "host", "contact")
        if self.main is not None and any(document.gives(name) for name in ("date", *people)):
            from docgen.checks.agreement import values

            for check in (values.check_date, values.check_host, values.check_speaker):
                check(document, self.main, report)
            values.check_contact(document, self.main, report)

    def _check_meeting(self, shared: Shared) -> None:
        """Report what one meeting's file says twice."""
        if shared.meeting.reply is not None:
            from docgen.checks.agreement.deadlines import check_reply_date

            check_reply_date(shared, self.report)
        people = [person.name for person, _ in people_of(shared.meeting)]
        if len(people) > len(set(people)):
            from docgen.checks.agreement.values import check_posts

            check_posts(shared, self.report)

    def _check_lists(self) -> None:
        from docgen.checks.agreement import lists

        lists.check_same_tasks(self.items, self.year, self.report)
        lists.check_texts(self.items, self.year, self.report)
        lists.check_listed(self.loaded, self.report)

    def check_passage(self, passage: Passage) -> None:
        """Report what one paragraph says differently."""
        judged: set[str] = set()
        for sentence in passage.sentences():
            meeting = meeting_for(sentence, passage.place, self.meetings)
            if meeting is not None:
                judged |= self._check_sentence(sentence, passage, self.shared[meeting.at.file])
            if _any(self.titles, sentence):
                from docgen.checks.agreement.deadlines import check_items

                check_items(sentence, passage, self.items, self.year, self.report)
            self._check_task_count(sentence, passage)
        if _any(_WEEKDAYS, passage.text) and _any("日号", passage.text):
            from docgen.checks.agreement.when_where import check_weekdays

            check_weekdays(passage, self.year, judged, self.report)
        if (self.numbered or self.main is not None) and _any("点个项件条", passage.text):
            self._check_counts(passage)

    def _check_counts(self, passage: Passage) -> None:
        from docgen.checks.agreement import counts

        for sentence in passage.sentences():
            counts.check_sections(sentence, passage, self.document, self.report)
        counts.check_points(passage, counts.parts_of(self.document), self.report)
        if self.main is not None:
            counts.check_links(self.document, passage, self.main, self.report)

    def _check_sentence(self, sentence: str, passage: Passage, shared: Shared) -> set[str]:
        report = self.report
        judged: set[str] = set()
        labelled = passage.near and _any(_LABELS, sentence.replace("\u3000", ""))  # 时　间：
        if labelled or _any(_HELD, sentence):
            judged = self._check_held(sentence, passage, shared)
        if passage.near and _any("项个条名回报联", sentence):
            self._check_near(sentence, passage, shared)
        # 县长 of 县委副书记、县长: a rank is two characters.
        known = {*shared.names, *(each.post[-2:] for each in shared.people if each.post)}
        if _any(known, sentence) or (shared.meeting.host and "主持" in sentence):
            from docgen.checks.agreement.people import check_people

            check_people(sentence, passage, shared, report)
        return judged

    def _check_near(self, sentence: str, passage: Passage, shared: Shared) -> None:
        """Report what a paper of the meeting itself says of its agenda, decisions and replies."""
        if (shared.meeting.agenda or shared.meeting.decisions) and _any("项个条", sentence):
            from docgen.checks.agreement import counts

            counts.check_agenda(sentence, passage, shared, self.report)
            counts.check_decisions(sentence, passage, shared, self.report)
        meeting = shared.meeting
        if (meeting.reply or meeting.contact) and _any(_REPLIES, sentence):
            from docgen.checks.agreement import deadlines, replying

            deadlines.check_reply(sentence, passage, shared, self.report)
            replying.check_reply_to(sentence, passage, shared, self.report)
            replying.check_contact_words(sentence, passage, shared, self.report)

    def _check_held(self, sentence: str, passage: Passage, shared: Shared) -> set[str]:
        from docgen.checks.agreement import when_where

        report = self.report
        judged = when_where.check_when_where(sentence, passage, shared, report)
        for said in _days_of(sentence, passage, shared):
            if said.weekday and said.words not in judged:
                when_where.check_weekday_of(said, passage, shared, report)
                judged.add(said.words)
        if shared is self.main and self.document.kind.code != "letter":
            when_where.check_name(sentence, passage, shared, report)
        return judged

    def _check_task_count(self, sentence: str, passage: Passage) -> None:
        record, numbers = self._counted()
        near = passage.near or isinstance(self.document, TaskTable)
        if record is not None and near and "任务" in sentence:
            from docgen.checks.agreement import counts
            from docgen.checks.agreement.naming import names_it

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
            numbers |= {len(tasks_of(self.loaded))}
        return record, numbers - {0}

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
    from docgen.checks.agreement.holding import held_in
    from docgen.language.recognise import covers

    held = held_in(sentence, passage, shared)
    days = [each.day for each in held if each.day is not None]
    return [day for day in days if shared.day is not None and covers(shared.day, day)]
