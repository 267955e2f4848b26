"""任务分解表: what it says of itself, then the tasks of a plan, of a meeting, its own, as rows."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.base.diagnostics import Words
from docgen.compose.draft import Draft
from docgen.compose.meeting_facts import title_of
from docgen.compose.of_meeting import blank, lacking, meeting_of
from docgen.compose.table_rows import Row, Shown, blank_row, rows_of
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.keys import spellings
from docgen.model.tree import Grid, Named, Origin, Paragraph, Role, Run

# The columns, their widths in parts; the last stands where a task has a source.
_HEAD = ("序号", "任务", "牵头单位", "配合单位", "完成时限", "完成标志", "任务来源")
_WIDTHS = (3, 13, 7, 9, 9, 9, 7)
# What a template may call the rows.
_NAMES = tuple(word for word, name in spellings(TaskTable).items() if name == "tasks")


def automatic_title(document: TaskTable, draft: Draft) -> str:
    """Return 单位＋年度＋工作任务分解表, or 会议＋任务分解表; a unit's own names the unit."""
    meeting = meeting_of(document, draft.texts.sources)
    plan = _plan(draft)
    year = document.year or (plan.year if plan else None)
    draft.used.note(document, "org", "year", "by_owner")
    unit = f"（{document.by_owner}）" if document.by_owner else ""
    if meeting is not None and plan is None and year is None:
        return f"{title_of(meeting, draft)}任务分解表{unit}"
    return f"{_org(document, draft)}{year or blank('年度')}年工作任务分解表{unit}"


def byline(document: TaskTable, draft: Draft) -> list[Paragraph]:
    """Return the lines under the title: whose table it is, and of when."""
    lines: list[Paragraph] = []
    org = _org(document, draft)
    if org:
        lines.append(_line(org, Origin(document.where("org"))))
    if document.date:
        draft.used.note(document, "date")
        lines.append(_line(f"（{document.date}）", Origin(document.where("date"))))
    return lines


def compose(document: TaskTable, draft: Draft) -> None:
    """Write the words before the table, and the table."""
    draft.used.note(document, "plan", "meeting", "year", "org")
    rows = rows_of(document, draft)
    draft.texts.counted = len(rows)
    draft.say(draft.texts.passages(document, "opening"))
    if not rows:
        rows = [blank_row(document)]
        _tell_missing(document, draft)
    draft.rows = tuple(Shown(row) for row in rows)
    draft.blocks.append(_grid(rows, _listed_in(document)))


def named(document: TaskTable, draft: Draft) -> Iterable[Named]:
    """Return the rows, which the template prints on pages that are turned."""
    yield Named("tasks", draft.rows, _listed_in(document))


def _plan(draft: Draft) -> AnnualPlan | None:
    found = draft.plan.document if draft.plan else None
    return found if isinstance(found, AnnualPlan) else None


def _org(document: TaskTable, draft: Draft) -> str:
    plan = _plan(draft)
    draft.used.note(document, "org")
    return document.org or (plan.org if plan else "")


def _line(words: str, origin: Origin) -> Paragraph:
    return Paragraph(Role.BYLINE, (Run(words),), origin)


def _tell_missing(document: TaskTable, draft: Draft) -> None:
    """Report a table without tasks, but not one whose tasks could not be found."""
    part = Words("任务（tasks）", "its tasks (tasks)")
    meeting = meeting_of(document, draft.texts.sources)
    if meeting is not None:
        lacking(draft, "C031", meeting, part)
    elif not (document.plan or document.by_owner or document.meeting):
        lacking(draft, "C030", document, part)


def _listed_in(document: TaskTable) -> Origin:
    """Return where the document says which tasks it lists."""
    names = ("plan", "meeting", "tasks")
    return Origin(document.where(next((each for each in names if document.gives(each)), "tasks")))


def _grid(rows: list[Row], origin: Origin) -> Grid:
    columns = 7 if any(row.source for row in rows) else 6
    cells = tuple((str(n), *row.cells)[:columns] for n, row in enumerate(rows, start=1))
    own = {(at, 1): row.named for at, row in enumerate(rows)}
    origins = (origin, *(row.origin for row in rows))
    return Grid(_HEAD[:columns], cells, origins, _WIDTHS[:columns], own, named=_NAMES)
