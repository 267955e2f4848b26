"""The one page that explains everything: load → compose → render → write.

Takes paths of documents or folders; gives a `Result`: what was written and every diagnostic.
Faults of one document never stop the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from docgen.base.diagnostics import Report, suggestion
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.compose import Composed, compose
from docgen.compose.blanks import blanks
from docgen.compose.used import Used, unused
from docgen.library.snippets import Snippets
from docgen.library.templates import find_template, template_files
from docgen.model.documents import DOCUMENTS
from docgen.model.keys import Record
from docgen.model.sources import Source
from docgen.render.docx import render_docx
from docgen.render.plain import render_md, render_txt
from docgen.render.template import Template, compile_template
from docgen.source.loader import Loaded, Loader, is_source
from docgen.source.workspace import Workspace, document_files, find_workspace, shown, source_files
from docgen.write import Written, write_output

FORMATS = ("docx", "txt", "md")

T = TypeVar("T")


@dataclass(frozen=True)
class Job:
    """One document to build, and the file to write, without its ending."""

    path: Path
    workspace: Workspace
    target: Path


@dataclass(frozen=True)
class Output:
    """One file that was (or would have been) written, and what stands in the document."""

    source: Path
    written: Written
    paragraphs: int
    blanks: int


@dataclass
class Result:
    """What a run did."""

    report: Report = field(default_factory=Report)
    outputs: list[Output] = field(default_factory=list)
    documents: int = 0
    templates: int = 0


class Build:
    """One run. What several documents share is read and compiled once."""

    def __init__(self) -> None:
        self.result = Result()
        self.report = self.result.report
        self._loader = Loader(self.report)
        self._snippets: dict[Path, Snippets] = {}
        self._templates: dict[Path, Template | None] = {}
        self._used = Used()
        self._sources: dict[str, Source] = {}

    def build(
        self,
        paths: Iterable[Path],
        *,
        output: Path | None = None,
        formats: Iterable[str] = ("docx",),
        final: bool = False,
        force: bool = False,
    ) -> Result:
        """Build every document under `paths` into `output`, else into its workspace's own."""
        asked = _known_formats(formats)
        for job in self._jobs(paths, output):
            loaded = self._loader.document(job.path, job.workspace)
            composed = self._composed(loaded, final=final) if loaded else None
            if loaded is None or composed is None:
                continue
            for format, data in self._rendered(loaded, composed, asked):
                target = job.target.with_name(f"{job.target.name}.{format}")
                written = write_output(target, data, self.report, force=force)
                self._note(job, composed, written)
        self._tell_unused()
        return self.result

    def check(self, paths: Iterable[Path]) -> Result:
        """Load, compose and render everything under `paths` in memory; write nothing."""
        paths = [Path(path) for path in paths]
        kinds: dict[Path, set[str]] = {}
        for job in self._jobs(paths, None, empty_is_fault=False):
            self.result.documents += 1
            loaded = self._loader.document(job.path, job.workspace)
            composed = self._composed(loaded) if loaded else None
            if loaded is None or composed is None:
                continue
            template = self._template_file(loaded)
            if template:
                kinds.setdefault(template, set()).add(composed.tree.kind)
            list(self._rendered(loaded, composed, ["docx"]))
        for workspace in _distinct(find_workspace(path, self.report) for path in paths):
            self._check_library(workspace, kinds)
        self._tell_unused()
        return self.result

    # -- the stages ----------------------------------------------------------------------

    def _jobs(
        self, paths: Iterable[Path], output: Path | None, *, empty_is_fault: bool = True
    ) -> list[Job]:
        """Return the documents to build; two that would write one file are reported."""
        jobs: list[Job] = []
        for path in map(Path, paths):
            if not path.exists():
                raise DocgenError("W010", Place(path.as_posix()))
            found = [path] if path.is_file() else self._documents_in(path, output)
            if not found and empty_is_fault:
                self.report.add("W011", Place(shown(path)))
            jobs += [self._job(each, path, output) for each in found]
        return self._without_clashes(_distinct(jobs))

    def _documents_in(self, folder: Path, output: Path | None) -> list[Path]:
        """Return the documents below a folder: sources among them and past outputs are not."""
        found = []
        for path in document_files(folder):
            if output is not None and path.resolve().is_relative_to(output.resolve()):
                continue
            probe = Loader(Report())
            root = probe.root(path)
            if root is None or not is_source(root):
                found.append(path)
        return found

    def _job(self, path: Path, asked: Path, output: Path | None) -> Job:
        workspace = find_workspace(path, self.report)
        base = workspace.root if output is None or asked.is_file() else asked.resolve()
        inside = path.resolve().relative_to(base) if path.resolve().is_relative_to(base) else path
        parts = [part for part in inside.parent.parts if part != "documents"]
        if output is not None and asked.is_file():
            parts = []
        return Job(path, workspace, Path(output or workspace.output, *parts, path.stem))

    def _without_clashes(self, jobs: list[Job]) -> list[Job]:
        first: dict[str, Job] = {}
        for job in jobs:
            # Windows and macOS take A.docx and a.docx for one file.
            name = str(job.target).casefold()
            if name in first:
                self.report.add(
                    "W002", Place(shown(job.path)),
                    other=shown(first[name].path), output=shown(job.target) + ".docx",
                )  # fmt: skip
            first.setdefault(name, job)
        return [] if len(first) < len(jobs) else jobs

    def _composed(self, loaded: Loaded, *, final: bool = False) -> Composed | None:
        """Return the document composed, or None where there was an error in its files."""
        before = Report()
        composed = compose(loaded, self._library(loaded.workspace), before)
        self._used.add(composed.used)
        self._sources.update({source.at.file: source for source in loaded.sources.values()})
        if final:
            records: list[Record] = [loaded.document, *loaded.sources.values()]
            for words, place in blanks(composed.tree, records):
                before.add("C014", place, blank=words)
        self.report.extend(before)
        return None if self._faulty(loaded, before) else composed

    def _faulty(self, loaded: Loaded, found: Report) -> bool:
        """Whether the document, one of its sources or a snippet it uses has an error."""
        files = {loaded.document.at.file, *(s.at.file for s in loaded.sources.values())}
        read = (d for d in self.report if d.place.file in files and d.severity.word == "error")
        return found.failed or any(read)

    def _rendered(
        self, loaded: Loaded, composed: Composed, formats: Iterable[str]
    ) -> Iterable[tuple[str, bytes]]:
        for format in formats:
            if format == "docx":
                template = self._template(loaded)
                data = render_docx(composed, template, self.report) if template else None
                if data is not None:
                    yield format, data
            else:
                yield format, _PLAIN[format](composed.tree)

    def _template_file(self, loaded: Loaded) -> Path | None:
        document = loaded.document
        name = document.template or document.kind.code
        return find_template(name, loaded.workspace, document.where("template"), self.report)

    def _template(self, loaded: Loaded) -> Template | None:
        path = self._template_file(loaded)
        return self._compiled(path) if path else None

    def _compiled(self, path: Path) -> Template | None:
        if path not in self._templates:
            place = Place(shown(path))
            self._templates[path] = compile_template(path.read_bytes(), place, self.report)
        return self._templates[path]

    def _library(self, workspace: Workspace) -> Snippets:
        if workspace.root not in self._snippets:
            self._snippets[workspace.root] = Snippets(workspace, self.report)
        return self._snippets[workspace.root]

    # -- what is said at the end ---------------------------------------------------------

    def _note(self, job: Job, composed: Composed, written: Written) -> None:
        tree = composed.tree
        self.result.outputs.append(Output(job.path, written, len(tree.texts()), tree.blanks))

    def _tell_unused(self) -> None:
        for source in self._sources.values():
            for place in unused(source, self._used):
                self.report.add("C013", place)

    def _check_library(self, workspace: Workspace, kinds: dict[Path, set[str]]) -> None:
        """Check the sources nobody names, all snippets, and every template on made-up data."""
        from docgen.checks.templates import check_template

        for path in source_files(workspace.root):
            self._loader.source(path)
        for _ in self._library(workspace).all():
            pass
        for name, path in template_files(workspace).items():
            self.result.templates += 1
            template = self._compiled(path)
            serves = kinds.get(path, set()) | ({name} & set(DOCUMENTS))
            if template is not None:
                for kind in sorted(serves):
                    check_template(template, kind, workspace, self.report)


_PLAIN = {"txt": render_txt, "md": render_md}


def _known_formats(formats: Iterable[str]) -> list[str]:
    asked = list(dict.fromkeys(formats))
    for format in asked:
        if format not in FORMATS:
            raise DocgenError("W012", format=format, known=suggestion(format, FORMATS))
    return asked


def _distinct(items: Iterable[T]) -> list[T]:
    kept: list[T] = []
    for item in items:
        if item not in kept:
            kept.append(item)
    return kept
