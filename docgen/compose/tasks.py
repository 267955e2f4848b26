"""Tasks: told as numbered items, and as the rows of a table. One list serves both."""

from __future__ import annotations

from docgen.base.place import Place
from docgen.compose.draft import Draft
from docgen.language.numbers import Count
from docgen.language.punctuation import bare
from docgen.model.parts import Task
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
_NOTED = ("owner", "partners", "due", "measure", "source")


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
    note = _note(task, source, draft) if noted else ""
    draft.require_words(task)
    title = draft.texts.heading(task)
    said = draft.texts.body(task)
    headed = draft.texts.headed(task)
    draft.item(sign, title, said, "arabic", headed, run_in=True, note=note)


def _note(task: Task, source: str, draft: Draft) -> str:
    draft.used.note(task, *_NOTED)
    cells = [(heading, _cell(task, name, source, draft)) for heading, name, _ in _COLUMNS[1:]]
    told = [f"{heading}：{cell}" for heading, cell in cells if cell]
    return f"（{'；'.join(told)}）" if told else ""


def _cell(task: Task, name: str, source: str, draft: Draft) -> str:
    value = getattr(task, name)
    if name == "source":
        return value or source
    if name == "owner":
        return _unit(value, task.where(name), draft)
    if name == "partners":
        places = [task.where(f"partners[{index}]") for index in range(len(value))]
        return "、".join(_unit(*each, draft) for each in zip(value, places, strict=True))
    return "" if value is None else str(value)


def _unit(words: str, place: Place, draft: Draft) -> str:
    """Return a unit as it is printed: in full where the workspace lists it."""
    if draft.directory is None or not words:
        return words
    from docgen.library.directory import in_full  # few workspaces list their units

    return in_full(words, draft.directory, draft.document.date, place, draft.report)


def task_grid(tasks: list[tuple[Task, str]], draft: Draft, origin: Origin) -> Grid:
    """Return the breakdown table of tasks, each with the source it was taken from (or ``""``).

    A column that no task fills is left out.
    """
    titles = [_title(task, draft) for task, _ in tasks]
    own = {(at, 1): origin for at, (_, origin) in enumerate(titles)}
    told = zip(titles, tasks, strict=True)
    rows = [(title, *_filled(task, source, draft)) for (title, _), (task, source) in told]
    kept = [i for i in range(len(_COLUMNS)) if i == 0 or any(row[i] for row in rows)]
    head = ("序号", *(_COLUMNS[i][0] for i in kept))
    body = tuple((str(n), *(row[i] for i in kept)) for n, row in enumerate(rows, start=1))
    origins = (origin, *(Origin(task.at) for task, _ in tasks))
    return Grid(head, body, origins, (3, *(_COLUMNS[i][2] for i in kept)), own)


def _filled(task: Task, source: str, draft: Draft) -> list[str]:
    draft.used.note(task, *_NOTED)
    return [_cell(task, name, source, draft) for _, name, _ in _COLUMNS[1:]]


def _title(task: Task, draft: Draft) -> tuple[str, Origin]:
    """Return a task's name, of one without a name the first clause of its text; and where it
    came from."""
    title = draft.texts.heading(task)
    if title:
        return bare(title), draft.texts.headed(task)
    said = draft.texts.body(task)
    return (bare(said[0][0]), said[0][1]) if said else ("", Origin(task.at))
