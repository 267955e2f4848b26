"""The one page that explains everything: load → compose → render → write.

Takes paths of documents or folders; gives a `Result`: what was written and every diagnostic.
Faults of one document never stop the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from docgen.base.diagnostics import Report, suggestion
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.compose import Composed, compose, report_leftovers
from docgen.compose.used import Used, unused
from docgen.jobs import Job, find_jobs
from docgen.library.snippets import Snippets
from docgen.library.templates import TEMPLATED, template_files
from docgen.model.profile import Profile
from docgen.model.sources import Source
from docgen.model.tree import Tree
from docgen.render.renderer import FORMATS, PAGED, Renderer
from docgen.source.loader import Loaded, Loader
from docgen.source.workspace import Workspace, find_workspace, source_files
from docgen.write import Written, remove_pages, write_output


class Output(NamedTuple):
    """One file that was written (or kept), and what stands in it."""

    job: Job
    written: Written
    paragraphs: int
    blanks: int


@dataclass(eq=False)
class Result:
    """What a run did: what it wrote and what not, how much it looked at, all it found wrong."""

    report: Report = field(default_factory=Report)
    outputs: list[Output] = field(default_factory=list)
    refused: list[Job] = field(default_factory=list)  # documents with errors, not written
    crashes: list[Exception] = field(default_factory=list)  # docgen's own faults
    documents: int = 0
    templates: int = 0


class Build:
    """One run. What several documents share is read and compiled once."""

    def __init__(self) -> None:
        self.result = Result()
        self.report = self.result.report
        self._read = Report()  # what reading files found, apart from what composing finds
        self._loader = Loader(self._read)
        self._renderer = Renderer(self.report)
        self._libraries: dict[Path, Snippets] = {}
        self._sources: dict[str, Source] = {}
        self._profiles: dict[Path, Profile | None] = {}
        self._used = Used()
        self._tried: set[Path] = set()  # templates
        self._lists: dict[Path, list[Loaded]] = {}  # plans and tables of tasks, by workspace

    def build(
        self,
        paths: Iterable[Path],
        *,
        output: Path | None = None,
        formats: Iterable[str] = ("docx",),
        final: bool = False,
        force: bool = False,
        strip: bool = False,
    ) -> Result:
        """Build every document under `paths` into `output`, else into its workspace's own.

        `final` refuses a document with blanks; `force` overwrites (with a backup) what a
        person edited; `strip` leaves out where paragraphs came from. Raises DocgenError for a
        path or format that does not exist.
        """
        asked, paths = _known(formats), list(paths)
        self._renderer.strip = strip
        paged = [format for format in asked if format in PAGED]
        flat = [format for format in asked if format not in PAGED]
        printed: list[tuple[Job, Tree, bytes]] = []
        wanted = list(dict.fromkeys(["docx", *flat])) if paged else flat
        if paged:
            from docgen.render.office import need_office

            need_office()  # raises DocgenError before anything is written
        for job in find_jobs(paths, output, self.report):
            ready = self._rendered(job, wanted, final=final)
            if ready is None:
                continue
            tree, outputs = ready
            if paged:
                printed.append((job, tree, dict(outputs)[".docx"]))
            for ending, data in outputs:
                if ending[1:] in flat:
                    self._write(job, tree, ending, data, force=force)
        self._print(printed, paged, force=force)
        self._tell_unused(paths)
        return self.result

    def check(self, paths: Iterable[Path]) -> Result:
        """Load, compose and render everything under `paths` in memory; write nothing.

        Documents, the sources nobody names, all snippets, and every template on made-up data.
        """
        paths = list(paths)
        workspaces = self._workspaces(paths)
        for job in find_jobs(paths, None, self.report, empty_is_fault=False):
            self.result.documents += 1
            workspaces.setdefault(job.workspace.root, job.workspace)
            self._rendered(job, ["docx"])
        for workspace in workspaces.values():
            self._check_library(workspace)
        for root, lists in self._lists.items():
            if len(lists) > 1:
                from docgen.checks.agreement.lists import check_lists

                check_lists(lists, workspaces[root].settings.org, self.report)
        self._tell_unused(paths)
        return self.result

    def _rendered(
        self, job: Job, formats: list[str], *, final: bool = False
    ) -> tuple[Tree, list[tuple[str, bytes]]] | None:
        """Return a document's tree and its bytes in each format; None, and noted as refused,
        where it has errors. What docgen itself gets wrong stops this document only."""
        try:
            ready = self._composed(job, final=final)
            outputs = list(self._renderer.outputs(*ready, formats)) if ready else []
        except DocgenError:
            raise
        except Exception as exc:  # told, with its trace under --debug; the others go on
            self.result.crashes.append(exc)
            reason = f"{type(exc).__name__}: {exc}"
            self.report.add("W014", Place(job.name), reason=reason)
            ready, outputs = None, []
        if ready is None or len(outputs) < len(formats):
            self.result.refused.append(job)
            return None
        return ready[1].tree, outputs

    def fresh(self, job: Job) -> tuple[Loaded, Composed, bytes] | None:
        """Return a document composed and its .docx, written nowhere; None where it has errors."""
        ready = self._composed(job, agreeing=False)
        outputs = list(self._renderer.outputs(*ready, ["docx"])) if ready else []
        return (*ready, outputs[0][1]) if ready and outputs else None

    def _composed(
        self, job: Job, *, final: bool = False, agreeing: bool = True
    ) -> tuple[Loaded, Composed] | None:
        """Load and compose one document; None where there was an error in its files, or where it
        must say what its sources say (`agreeing`) and does not."""
        loaded = self._loader.document(job.path, job.workspace, job.member)
        self.report.extend(self._read)
        if loaded is None:
            return None
        self._profile(job.workspace)
        found = Report()
        composed = compose(loaded, self._library(job.workspace), found)
        if agreeing:
            _check_agreement(loaded, composed, found)
        if final:
            from docgen.compose.blanks import blanks

            for words, place in blanks(composed.tree, [loaded.document, *loaded.sources.values()]):
                found.add("C014", place, blank=words)
        if loaded.document.kind.code in ("annual-plan", "task-table"):
            from docgen.checks.tasks import check_plan  # few documents have tasks

            check_plan(loaded, found)
            self._lists.setdefault(job.workspace.root, []).append(loaded)
        self.report.extend(found)
        self._used.add(composed.used)
        self._sources.update({source.at.file: source for source in loaded.sources.values()})
        if found.failed or self._misread(loaded):
            return None
        report_leftovers(composed, self.report)
        return loaded, composed

    def _misread(self, loaded: Loaded) -> bool:
        """Whether reading the document or one of its sources found an error."""
        errors = (d for d in self._read if d.severity.word == "error" and loaded.concerns(d.place))
        return not loaded.complete or any(errors)

    def _library(self, workspace: Workspace) -> Snippets:
        if workspace.root not in self._libraries:
            self._libraries[workspace.root] = Snippets(workspace)
        return self._libraries[workspace.root]

    def _workspaces(self, paths: Iterable[Path]) -> dict[Path, Workspace]:
        """Return root → workspace of the paths themselves; those below them come with their
        documents."""
        found = [find_workspace(Path(path), self.report) for path in paths]
        return {workspace.root: workspace for workspace in found}

    def _check_library(self, workspace: Workspace) -> None:
        from docgen.checks.snippets import check_snippets

        for path in source_files(workspace.root):
            self._loader.source(path)
        directory = self._loader.directory(workspace)
        self.report.extend(self._read)
        check_snippets(self._library(workspace), self.report)
        if directory is not None:
            from docgen.checks.directory import check_directory

            check_directory(directory, self.report)
        profile = self._profile(workspace)
        if not workspace.settings.profile:
            from docgen.library.profiles import standard

            profile = standard()
        for name, path in template_files(workspace).items():
            if path in self._tried:
                continue  # a shipped one, which another workspace has too
            self._tried.add(path)
            self.result.templates += 1
            own = path.is_relative_to(workspace.root)
            self._check_template(name, path, workspace, profile if own else None)

    def _profile(self, workspace: Workspace) -> Profile | None:
        """Return the workspace's own profile; None where it has none, or one with faults, which
        are reported."""
        settings = workspace.settings
        if settings.profile and workspace.root not in self._profiles:
            from docgen.library.profiles import find_profile  # few workspaces have one

            found = find_profile(
                settings.profile, workspace, settings.where("profile"), self.report
            )
            self._profiles[workspace.root] = found
        return self._profiles.get(workspace.root)

    def check_templates(self, folder: Path, names: Iterable[str], profile: Profile) -> Result:
        """Check the templates called `names` (none: all) that the workspace of `folder` uses,
        and where their pages leave `profile`. Raises DocgenError for a name there is not."""
        workspace = find_workspace(folder, self.report)
        files = template_files(workspace)
        for name in names:
            if name.removesuffix(".docx") not in files:
                raise DocgenError("T001", name=name, known=suggestion(name, sorted(files)))
        for name in [name.removesuffix(".docx") for name in names] or sorted(files):
            self.result.templates += 1
            self._check_template(name, files[name], workspace, profile)
        return self.result

    def _check_template(
        self, name: str, path: Path, workspace: Workspace, profile: Profile | None = None
    ) -> None:
        """Try a template on the kinds it is for: by its name, its properties, its documents."""
        from docgen.checks.templates import check_template

        template = self._renderer.template(path, name if name in TEMPLATED else "")
        if template is None or self._renderer.is_faulty(template):
            return
        kinds = self._renderer.kinds(path) | ({name, template.kind} & set(TEMPLATED))
        if not kinds:
            self.report.add("T026", template.place)
        for kind in sorted(kinds):
            check_template(template, kind, workspace, self.report)
            if profile is not None:
                from docgen.checks.template_format import check_format

                check_format(template, kind, workspace, profile, self.report)

    def _print(
        self, printed: list[tuple[Job, Tree, bytes]], formats: list[str], *, force: bool
    ) -> None:
        """Write the pages of documents, in formats that LibreOffice must make first."""
        if not printed:
            return
        from docgen.render.paged import paged_outputs

        jobs = {job.name: (job, tree) for job, tree, _ in printed}
        documents = {job.name: data for job, _, data in printed}
        pages: Counter[str] = Counter()
        for name, ending, data in paged_outputs(documents, formats, self.report):
            self._write(*jobs[name], ending, data, force=force)
            pages[name] += ending.endswith(".png")
        for name, count in (+pages).items():
            remove_pages(jobs[name][0].target, count)

    def _write(self, job: Job, tree: Tree, ending: str, data: bytes, *, force: bool) -> None:
        target = job.target.with_name(job.target.name + ending)
        written = write_output(target, data, self.report, force=force)
        self.result.outputs.append(Output(job, written, len(tree.texts()), tree.blanks))

    def _tell_unused(self, paths: Iterable[Path]) -> None:
        """Inform of what no document prints of a source. A single document, or documents that
        could not be built, say nothing of it."""
        if self.result.refused or not all(Path(path).is_dir() for path in paths):
            return
        for source in self._sources.values():
            for place in unused(source, self._used):
                self.report.add("C013", place)


def _check_agreement(loaded: Loaded, composed: Composed, report: Report) -> None:
    """Report where a paper says otherwise than its meeting, its plan and its other papers."""
    meeting = any(source.kind.code == "meeting" for source in loaded.sources.values())
    if (meeting or composed.document.kind.code in ("annual-plan", "task-table")) and not (
        report.failed  # what a fault left out would be told as missing
    ):
        from docgen.checks.agreement import check_agreement  # few documents are of a meeting

        check_agreement(loaded, composed, report)


def _known(formats: Iterable[str]) -> list[str]:
    asked = list(dict.fromkeys(formats)) or [""]
    for format in asked:
        if format not in FORMATS:
            raise DocgenError("W012", format=format, known=suggestion(format, FORMATS))
    return asked
