"""工作要点: the year's guiding thought and its tasks, numbered through, with their table."""

from __future__ import annotations

from docgen.compose.draft import Draft
from docgen.compose.tasks import planned_tasks, source_of, task_grid, tell_task
from docgen.model.documents import AnnualPlan
from docgen.model.parts import PlanSection
from docgen.model.plan import Planned
from docgen.model.tree import Origin, Paragraph, Role


def automatic_title(document: AnnualPlan, draft: Draft) -> str:
    """Return 单位＋年度＋工作要点."""
    draft.used.note(document, "org", "year")
    return f"{document.org}{document.year}年工作要点"


def byline(document: AnnualPlan, draft: Draft) -> list[Paragraph]:
    """A plan has no lines under its title; it is signed at its end."""
    return []


def compose(document: AnnualPlan, draft: Draft) -> None:
    """Write the plan's body, its signature and, if asked, the table of its tasks."""
    draft.used.note(document, "year")
    draft.say(draft.texts.passages(document, "guiding"))
    tasks = planned_tasks(document, draft)
    before = 0
    for number, section in enumerate(document.sections, start=1):
        own = [each for each in tasks if each.section is section]
        _section(section, number, own, before, document, draft)
        before += len(own)
    draft.say(draft.texts.passages(document, "closing"))
    if document.task_table and tasks:
        _announce(document, draft)
        draft.sign(document)
        _table(document, tasks, draft)
    else:
        draft.sign(document)


def _section(
    section: PlanSection,
    number: int,
    tasks: list[Planned],
    before: int,
    document: AnnualPlan,
    draft: Draft,
) -> None:
    """Add one section with its tasks, numbered on from the `before` that stand above."""
    title = draft.texts.field(section, "title")
    draft.section(title, number, draft.texts.origin(section, "title"))
    draft.say(draft.texts.passages(section, "lead"))
    restart = document.numbering is not None and document.numbering.code == "restart"
    for index, each in enumerate(tasks, start=1 if restart else before + 1):
        source, noted = source_of(each), not document.task_table
        tell_task(each.task, f"{index}.", draft, noted=noted, source=source)


def _announce(document: AnnualPlan, draft: Draft) -> None:
    """GB/T 9704-2012 7.3.4: 附件说明 one line below the body, no mark after the name."""
    words = f"附件：{document.year}年工作任务分解表"
    draft.add(Role.ATTACHMENT_NOTE, words, Origin(document.where("task_table")))


def _table(document: AnnualPlan, tasks: list[Planned], draft: Draft) -> None:
    """GB/T 9704-2012 7.3.7: 附件 on a new page, its label flush left, its title centred."""
    origin = Origin(document.where("task_table"))
    draft.add(Role.ATTACHMENT_LABEL, "附件", origin, new_page=True)
    draft.add(Role.ATTACHMENT_TITLE, f"{document.year}年工作任务分解表", origin)
    draft.blocks.append(task_grid(tasks, draft, origin))
