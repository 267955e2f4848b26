"""What is said of one task, and of a decision: who leads, who helps, by when, by what measure.

Each is said in one way, wherever it stands: in a note at the end of a paragraph, in a cell.
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.base.place import Place
from docgen.compose.draft import Draft
from docgen.language.punctuation import bare
from docgen.model.meeting_parts import Decision
from docgen.model.parts import Task
from docgen.model.tree import Origin

# What is told of a task besides its name and text, by its label.
TOLD = {
    "owner": "牵头单位",
    "partners": "配合单位",
    "due": "完成时限",
    "measure": "完成标志",
    "source": "任务来源",
}
# What is kept for a task's progress; no paper that hands tasks out prints it.
_KEPT = ("id", "status", "done_on", "progress")


def note_used(task: Task, draft: Draft) -> None:
    """Note what a paper that lists a task says of it, and what is kept beside it."""
    draft.used.note(task, *TOLD, *_KEPT)


def note_of(record: Task | Decision, names: Iterable[str], draft: Draft, source: str = "") -> str:
    """Return the note at the end of its text: （牵头单位：……；完成时限：……）."""
    cells = [(TOLD[name], told(record, name, draft, source)) for name in names]
    parts = [f"{label}：{cell}" for label, cell in cells if cell]
    return f"（{'；'.join(parts)}）" if parts else ""


def told(record: Task | Decision, name: str, draft: Draft, source: str = "") -> str:
    """Return one of the facts in words; a task without a source of its own has `source`."""
    value = getattr(record, name)
    if name == "source":
        return value or source
    if name == "owner":
        return unit(value, record.where(name), draft)
    if name == "partners":
        return "、".join(units(record, draft))
    return "" if value is None else str(value)


def units(record: Task | Decision, draft: Draft) -> list[str]:
    """Return the partners as they are printed."""
    places = [record.where(f"partners[{index}]") for index in range(len(record.partners))]
    return [unit(*each, draft) for each in zip(record.partners, places, strict=True)]


def unit(words: str, place: Place, draft: Draft) -> str:
    """Return a unit as it is printed: in full where the workspace lists it."""
    if draft.directory is None or not words:
        return words
    from docgen.library.directory import in_full  # few workspaces list their units

    return in_full(words, draft.directory, draft.document.date, place, draft.report)


def name_of(task: Task, draft: Draft) -> tuple[str, Origin]:
    """Return a task's name, of one without a name the first clause of its text; and where it
    came from."""
    title = draft.texts.heading(task)
    if title:
        return bare(title), draft.texts.headed(task)
    said = draft.texts.body(task)
    return (bare(said[0][0]), said[0][1]) if said else ("", Origin(task.at))
