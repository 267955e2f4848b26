"""Tasks: told as numbered items, and as the rows of a table. One list serves both."""

from __future__ import annotations

from docgen.compose.draft import Draft
from docgen.compose.task_facts import TOLD, name_of, note_of, note_used, told
from docgen.compose.titles import cited
from docgen.language.numbers import Count
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.parts import Task
from docgen.model.plan import Planned, planned_in
from docgen.model.sources import Instruction, Meeting, Source
from docgen.model.tree import Grid, Origin, Role

# Column heading, what it holds, its width in parts.
_COLUMNS = (
    ("工作任务", "title", 8),
    ("牵头单位", "owner", 5),
    ("配合单位", "partners", 6),
    ("完成时限", "due", 7),
    ("完成标志", "measure", 6),
    ("任务来源", "source", 5),
)


def tell_tasks(source: Source, draft: Draft) -> None:
    """Add a source's tasks as numbered items, after a line that says how many."""
    if not source.tasks:
        return
    count = Count(len(source.tasks))
    who = "会议" if isinstance(source, Meeting) else "文件"
    lead = f"{who}部署了{count}项任务："
    if isinstance(source, Instruction):
        lead = f"落实{source.form or '指示'}，要抓好{count}项任务："
    draft.add(Role.BODY, lead, Origin(source.where("tasks")))
    for number, task in enumerate(source.tasks, start=1):
        tell_task(task, f"{number}.", draft)


def tell_task(task: Task, sign: str, draft: Draft, *, noted: bool = True, source: str = "") -> None:
    """Add one task: mark, name, text, and (if `noted`) who, by when and by what measure."""
    if noted:
        note_used(task, draft)
    note = note_of(task, TOLD, draft, source) if noted else ""
    draft.require_words(task)
    title = draft.texts.heading(task)
    said = draft.texts.body(task)
    headed = draft.texts.headed(task)
    draft.item(sign, title, said, "arabic", headed, run_in=True, note=note)


def planned_tasks(document: AnnualPlan | TaskTable, draft: Draft) -> list[Planned]:
    """Return the tasks of a plan or a table (model/plan.py); one that takes the tasks of a
    source without any is told."""
    sources = draft.texts.sources
    own = document.tasks if isinstance(document, TaskTable) else ()
    within = document.sections if isinstance(document, AnnualPlan) else ()
    for item in (*own, *(item for section in within for item in section.tasks)):
        draft.used.note(item, "from")
        source = sources.get(item.from_)
        if source is not None:
            draft.used.note(source, "title")
            if not source.tasks:
                draft.report.add("C011", item.where("from"), name=item.from_)
    return planned_in(document, sources)


def source_of(planned: Planned) -> str:
    """Return how the source is cited that a task was taken from, ``""`` for none."""
    return cited(planned.source) if planned.source else ""


def task_grid(tasks: list[Planned], draft: Draft, origin: Origin) -> Grid:
    """Return the breakdown table that ends a plan, each task with the source it was taken from.

    A column that no task fills is left out.
    """
    titles = [name_of(each.task, draft) for each in tasks]
    own = {(at, 1): origin for at, (_, origin) in enumerate(titles)}
    both = zip(titles, tasks, strict=True)
    rows = [(title, *_filled(each, draft)) for (title, _), each in both]
    kept = [i for i in range(len(_COLUMNS)) if i == 0 or any(row[i] for row in rows)]
    head = ("序号", *(_COLUMNS[i][0] for i in kept))
    body = tuple((str(n), *(row[i] for i in kept)) for n, row in enumerate(rows, start=1))
    origins = (origin, *(Origin(each.task.at) for each in tasks))
    return Grid(head, body, origins, (3, *(_COLUMNS[i][2] for i in kept)), own)


def _filled(planned: Planned, draft: Draft) -> list[str]:
    note_used(planned.task, draft)
    source = source_of(planned)
    return [told(planned.task, name, draft, source) for _, name, _ in _COLUMNS[1:]]
