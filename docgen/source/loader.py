"""Files → records: a document with the sources it names.

Data come in here. Takes the path of a document, gives a `Loaded`; faults of the document
and of its sources are all reported.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.base.place import Place
from docgen.model.documents import (
    DOCUMENTS,
    AnnualPlan,
    Document,
    Speech,
    TaskTable,
    TransmissionOutline,
)
from docgen.model.sources import SOURCES, Source
from docgen.model.terms import DOCUMENT_KINDS, SOURCE_KINDS
from docgen.model.values import BLANK
from docgen.source.nodes import Mapping, Scalar, kind_of
from docgen.source.schema import read_record
from docgen.source.text import read_text
from docgen.source.workspace import (
    DIRECTORY_FILES,
    Workspace,
    document_files,
    shown,
    source_files,
    whole,
)
from docgen.source.yaml import parse_mapping

if TYPE_CHECKING:
    from docgen.model.directory import Directory


class Loaded(NamedTuple):
    """A document and the sources it names, by the name typed."""

    path: Path
    workspace: Workspace
    document: Document
    sources: dict[str, Source]
    complete: bool = True  # whether every source it names was read
    directory: Directory | None = None  # the people and units that the workspace lists
    member: str = ""  # its name in the set of the meeting in `path`; "": the file is its own
    plan: Loaded | None = None  # the plan whose tasks it lists, with its own sources

    def concerns(self, place: Place) -> bool:
        """Whether what is said of `place` is said of this document or of one of its sources."""
        if self.plan is not None and self.plan.concerns(place):
            return True
        files = {self.document.at.file, *(source.at.file for source in self.sources.values())}
        if place.file not in files or not self.member or place.file != self.document.at.file:
            return place.file in files
        own = self.document.at.key
        others = own[: len(own) - len(self.member)]
        inside = place.key == own or place.key.startswith((f"{own}.", f"{own}["))
        return inside or not place.key.startswith(others)


class Loader:
    """Reads documents and sources of one run; a source that several documents name, once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._sources: dict[Path, Source | None] = {}
        self._plans: dict[Path, Loaded | None] = {}
        self._roots: dict[Path, Mapping | None] = {}  # of meetings with a set
        self._directories: dict[Path, Directory | None] = {}

    def root(self, path: Path) -> Mapping | None:
        """Return the root mapping of a YAML or Markdown file."""
        place = Place(shown(path), 1, 1)
        text = read_text(path, place, self.report)
        if text is None:
            return None
        if path.suffix.lower() == ".md":
            from docgen.source.markdown import parse_document  # few documents are Markdown

            return parse_document(text, place, self.report)
        return parse_mapping(text, place, self.report)

    def document(self, path: Path, workspace: Workspace, member: str = "") -> Loaded | None:
        """Return the document in `path` with its sources, or None: not one, or reported.

        `member`: the paper of this name in the set that the meeting in `path` asks for.
        """
        root = self._member(path, member) if member else self.root(path)
        if root is None:
            return None
        cls = self._document_class(root)
        document = read_record(root, cls, self.report) if cls else None
        if document is None:
            return None
        names = [
            (name, place)
            for name, place in _named_sources(document, path, workspace)
            if not BLANK.fullmatch(name)  # 〔待填：会议〕: none yet
        ]
        named = {name: self._source_named(name, place, path, workspace) for name, place in names}
        self._repeated(document, named)
        sources = {name: source for name, source in named.items() if source is not None}
        complete = len(sources) == len(named)
        listed = self.directory(workspace)
        plan = self._plan_named(document, path, workspace)
        complete = complete and (plan is not None or not getattr(document, "plan", ""))
        return Loaded(path, workspace, document, sources, complete, listed, member, plan)

    def plan(self, path: Path, workspace: Workspace, asked: Place | None = None) -> Loaded | None:
        """Return the plan in `path` with its sources, or None: no plan, or reported. `asked`:
        where a document names it."""
        path = whole(path)
        if path not in self._plans:
            self._plans[path] = self.document(path, workspace)
        loaded = self._plans[path]
        if loaded is None or isinstance(loaded.document, AnnualPlan):
            return loaded
        kind = Words(str(loaded.document.kind), loaded.document.kind.code)
        self.report.add("C051", asked or loaded.document.at, name=path.name, kind=kind)
        return None

    def _plan_named(self, document: Document, path: Path, workspace: Workspace) -> Loaded | None:
        """Return the plan that a breakdown table names, None after reporting why not."""
        if not isinstance(document, TaskTable) or not document.plan:
            return None
        name, place = document.plan, document.where("plan")
        found = _plan_file(name, path, workspace)
        if found is not None and whole(found).is_relative_to(workspace.root):
            return self.plan(found, workspace, place)
        if found is not None:
            self.report.add("S037", place, name=name)
            return None
        names = [each.stem for each in document_files(workspace.root)]
        self.report.add("C050", place, name=name, known=suggestion(name, names))
        return None

    def _member(self, path: Path, member: str) -> Mapping | None:
        from docgen.source.sets import member_root  # few documents are in a set

        if path not in self._roots:
            self._roots[path] = self.root(path)
        root = self._roots[path]
        return member_root(root, member, path.name, self.report) if root else None

    def directory(self, workspace: Workspace) -> Directory | None:
        """Return the people and units that a workspace lists, read once; None without any."""
        root = workspace.root
        if root not in self._directories:
            self._directories[root] = None
            if any((root / name).is_file() for name in DIRECTORY_FILES):
                from docgen.source.directory import read_directory  # few workspaces have one

                self._directories[root] = read_directory(workspace, self.report)
        return self._directories[root]

    def _repeated(self, document: Document, named: dict[str, Source | None]) -> None:
        """Report a source that an outline passes on twice."""
        if not isinstance(document, TransmissionOutline):
            return
        first: dict[str, str] = {}
        for index, name in enumerate(document.sources):
            source = named.get(name)
            if source is not None and source.at.file in first:
                place = document.where(f"sources[{index}]")
                self.report.add("S038", place, name=name, other=first[source.at.file])
            elif source is not None:
                first[source.at.file] = name

    def source(self, path: Path) -> Source | None:
        """Return the source in `path`, or None after reporting why not."""
        path = whole(path)
        if path not in self._sources:
            self._sources[path] = self._read_source(path)
        return self._sources[path]

    def _read_source(self, path: Path) -> Source | None:
        root = self.root(path)
        kind = self._kind(root) if root else None
        if root is None or kind is None:
            return None
        term = SOURCE_KINDS.find(kind.text)
        if term is None:
            code = "S032" if DOCUMENT_KINDS.find(kind.text) else "S031"
            known = suggestion(kind.text, SOURCE_KINDS.words())
            self.report.add(code, kind.place, kind=kind.text, known=known)
            return None
        return read_record(root, SOURCES[term.code], self.report)

    def _document_class(self, root: Mapping) -> type[Document] | None:
        kind = self._kind(root)
        if kind is None:
            return None
        term = DOCUMENT_KINDS.find(kind.text)
        if term is not None:
            return DOCUMENTS[term.code]
        known = suggestion(kind.text, DOCUMENT_KINDS.words())
        if SOURCE_KINDS.find(kind.text):
            self.report.add("S033", kind.place, kind=kind.text)
        else:
            self.report.add("S031", kind.place, kind=kind.text, known=known)
        return None

    def _kind(self, root: Mapping) -> Scalar | None:
        kind = kind_of(root)
        if isinstance(kind, Scalar) and not kind.null:
            return kind
        if kind is not None and not isinstance(kind, Scalar):
            wanted, found = Words("一个文种", "one kind"), Words("几个值", "several values")
            self.report.add("S028", kind.place, wanted=wanted, found=found)
            return None
        keys = [key.text for key, _ in root.pairs]
        zh = any("\u4e00" <= char <= "\u9fff" for key in keys for char in key)
        name = Words("文种（kind）", "kind (文种)")
        doc = "如 讲话稿、会议" if zh else "speech, meeting …"
        self.report.add("S023", root.place, key=name, record=Words("文件", "file"), doc=doc)
        return None

    def _source_named(
        self, name: str, place: Place, document: Path, workspace: Workspace
    ) -> Source | None:
        path = _source_file(name, document, workspace)
        if path is not None and whole(path).is_relative_to(workspace.root):
            return self.source(path)
        if path is not None:
            self.report.add("S037", place, name=name)
            return None
        names = [path.name for path in source_files(workspace.root)]
        self.report.add("S035", place, name=name, known=suggestion(name, names))
        return None


def _named_sources(document: Document, path: Path, workspace: Workspace) -> list[tuple[str, Place]]:
    """Return the source files that a document names, with the place of each name.

    A speech's occasion may be plain words: it is a source where there is such a file.
    """
    if isinstance(document, TransmissionOutline):
        return [(name, document.where(f"sources[{i}]")) for i, name in enumerate(document.sources)]
    if isinstance(document, Speech):
        is_file = document.occasion.endswith((".yaml", ".yml")) or _source_file(
            document.occasion, path, workspace
        )
        return [(document.occasion, document.where("occasion"))] if is_file else []
    if isinstance(document, AnnualPlan | TaskTable):
        return _sources_of_tasks(document)
    if getattr(document, "meeting", ""):
        return [(document.meeting, document.where("meeting"))]  # type: ignore[attr-defined]
    return []


def _sources_of_tasks(document: AnnualPlan | TaskTable) -> list[tuple[str, Place]]:
    if isinstance(document, TaskTable):
        named = [(document.meeting, document.where("meeting"))] if document.meeting else []
        items = list(document.tasks)
    else:
        named, items = [], [item for section in document.sections for item in section.tasks]
    return [*named, *((item.from_, item.where("from")) for item in items if item.from_)]


def _source_file(name: str, document: Path, workspace: Workspace) -> Path | None:
    """Return the file that a source's name means: in meetings/, beside the document, or at the
    workspace's root; its ending may be left out."""
    for folder in (workspace.root / "meetings", document.parent, workspace.root):
        for ending in ("", ".yaml", ".yml"):
            path = folder / f"{name}{ending}"
            if name and _is_file(path):
                return path
    return None


def _plan_file(name: str, document: Path, workspace: Workspace) -> Path | None:
    """Return the file that a plan's name means: in documents/, beside the document, or at the
    workspace's root; its ending may be left out."""
    for folder in (workspace.root / "documents", document.parent, workspace.root):
        for ending in ("", ".yaml", ".yml", ".md"):
            path = folder / f"{name}{ending}"
            if _is_file(path):
                return path
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, or with a NUL, is no file's
        return False


def is_source(root: Mapping) -> bool:
    """Whether a file's root says that it is a source (会议, 指示, 文件)."""
    kind = kind_of(root)
    return isinstance(kind, Scalar) and SOURCE_KINDS.find(kind.text) is not None
