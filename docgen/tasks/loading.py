"""A plan and its tasks, with the words that are printed of them.

Takes the path of an annual plan, a task table or a meeting with tasks (``FILE#NAME``: a paper of
its set), gives a `Plan`; all that is wrong in its files is reported, and then there is none.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from docgen.base.diagnostics import Report, suggestion
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.checks.tasks import check_plan, plan_tasks, year_of
from docgen.compose import Composed, compose
from docgen.compose.texts import Texts
from docgen.compose.used import Used
from docgen.language.numbering import mark
from docgen.library.snippets import Snippets
from docgen.model.documents import AnnualPlan, TaskTable
from docgen.model.plan import Planned, planned_in
from docgen.model.sources import Source
from docgen.model.terms import DOCUMENT_KINDS
from docgen.source.loader import Loaded, Loader, is_source
from docgen.source.workspace import Workspace, find_workspace, shown
from docgen.tasks.planned import Note, PlannedTask, planned_task, unit_of


class Plan(NamedTuple):
    """A plan as it was read and, of a document, composed; its year where it tells one."""

    loaded: Loaded
    composed: Composed | None
    title: str
    year: int | None
    tasks: tuple[PlannedTask, ...]

    @property
    def file(self) -> str:
        return shown(self.loaded.path)

    @property
    def name(self) -> str:
        """What files made of it are called."""
        return self.loaded.member or self.loaded.path.stem


def load_plan(name: str, report: Report) -> Plan | None:
    """Return the plan called `name` with its tasks, or None after reporting why not. Raises
    DocgenError for a file there is not, or one without tasks."""
    plan = load(name, report)
    if plan is not None and not plan.tasks and not report.failed:
        raise DocgenError("X080", Place(plan.file))
    return plan


def load(name: str, report: Report) -> Plan | None:
    """Return what is called `name`, whatever its kind; its tasks may be none."""
    loaded = _read(name, report)
    plan = _composed(loaded, report) if loaded is not None else None
    return None if report.failed else plan


def _read(name: str, report: Report) -> Loaded | None:
    """Return a document with its sources, None after reporting why not."""
    path, member = _parted(name)
    workspace = find_workspace(path, report)
    loaded = _loaded(path, member, workspace, Loader(report))
    return loaded if loaded and loaded.complete and not report.failed else None


def _composed(loaded: Loaded, report: Report) -> Plan:
    snippets = Snippets(loaded.workspace)
    composed = None if _stands_in(loaded) else compose(loaded, snippets, report)
    document = composed.document if composed else loaded.document
    texts = Texts(document, loaded.sources, snippets, report, Used())
    title = _headline(composed) if composed else f"{_only_source(loaded).title}任务"
    texts.automatic["title"] = lambda: title
    check_plan(loaded, report)
    return Plan(loaded, composed, title, year_of(loaded), tuple(_tasks(loaded, texts)))


def _headline(composed: Composed) -> str:
    """Return a title as one line; where it was broken for the page there is no blank."""
    return composed.tree.front[0].text.replace("\n", "")


def _tasks(loaded: Loaded, texts: Texts) -> list[PlannedTask]:
    """Return the tasks in the order in which they are printed."""
    document, year = loaded.document, year_of(loaded)
    if isinstance(document, TaskTable):
        told = [planned_task(0, each, "", _of_plan(loaded, texts), loaded, year)
                for each in plan_tasks(loaded)]  # fmt: skip
        own = planned_in(document, loaded.sources)
        told += [planned_task(0, each, "", texts, loaded, year) for each in own]
        unit = unit_of(document, "by_owner", document.by_owner, loaded, texts)
        told = [each for each in told if not unit or unit in (*each.leads, *each.assists)]
        return [each._replace(number=number) for number, each in enumerate(told, start=1)]
    if not isinstance(document, AnnualPlan):
        return []
    restarts = _restarts(document)
    told = [
        planned_task(*each, texts, loaded, year) for each in _numbered(document, loaded, restarts)
    ]
    return [each._replace(restarts=True) for each in told] if restarts else told


def _of_plan(loaded: Loaded, texts: Texts) -> Texts:
    """Return what renders the texts of the plan that a table is of."""
    plan = loaded.plan
    if plan is None:
        return texts
    library = texts.snippets.library
    return Texts(plan.document, plan.sources, library, texts.report, texts.used)


def _parted(name: str) -> tuple[Path, str]:
    """Return the file and the paper's name of ``FILE#NAME``."""
    whole = Path(name)
    if whole.is_file():
        return whole, ""
    file, _, member = name.rpartition("#")
    if file and Path(file).is_file():
        return Path(file), member
    if whole.is_dir():
        raise DocgenError("X087", Place(name))
    raise DocgenError("W010", Place(name))


def _loaded(path: Path, member: str, workspace: Workspace, loader: Loader) -> Loaded | None:
    """Return a document; of a meeting (or another source) the table of its tasks."""
    if member:
        return _paper(path, member, workspace, loader)
    root = loader.root(path)
    if root is None:
        return None
    if not is_source(root):
        return loader.document(path, workspace)
    source = loader.source(path)
    if source is None:
        return None
    table = TaskTable(kind=DOCUMENT_KINDS["task-table"], meeting=path.name, date=source.date)
    table = table.but(at=source.at, marks={"meeting": source.at})
    listed = loader.directory(workspace)
    return Loaded(path, workspace, table, {path.name: source}, True, listed)


def _paper(path: Path, member: str, workspace: Workspace, loader: Loader) -> Loaded | None:
    from docgen.source.sets import members

    root = loader.root(path)
    asked = members(root) if root is not None else []
    if root is not None and member not in asked:
        known = suggestion(member, asked)
        raise DocgenError("X081", Place(shown(path)), name=path.name, member=member, known=known)
    return loader.document(path, workspace, member) if root is not None else None


def _stands_in(loaded: Loaded) -> bool:
    """Whether the document is only there to list the tasks of a source."""
    return any(loaded.document.at == source.at for source in loaded.sources.values())


def _only_source(loaded: Loaded) -> Source:
    return next(iter(loaded.sources.values()))


def _numbered(
    document: AnnualPlan, loaded: Loaded, restarts: bool
) -> list[tuple[int, Planned, str]]:
    """Return each task with its number and the mark of its section, as they are printed."""
    sections = {id(section): at for at, section in enumerate(document.sections, start=1)}
    within: Counter[int] = Counter()
    found = []
    for number, each in enumerate(planned_in(document, loaded.sources), start=1):
        at = sections[id(each.section)]
        within[at] += 1
        found.append((within[at] if restarts else number, each, mark("section", at)))
    return found


def _restarts(document: AnnualPlan) -> bool:
    numbering = document.numbering
    many = len(document.sections) > 1
    return many and numbering is not None and numbering.code == "restart"


__all__ = ["Note", "Plan", "PlannedTask", "load", "load_plan"]
