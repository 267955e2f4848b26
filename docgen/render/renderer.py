"""Documents → the bytes of each output format; templates are found and compiled once a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from docgen.base.diagnostics import Report, Words
from docgen.base.place import Place
from docgen.compose import Composed
from docgen.library.templates import find_template
from docgen.render.docx import render_docx
from docgen.render.template import Template, compile_template
from docgen.source.loader import Loaded
from docgen.source.workspace import shown

# The formats a document can be written in. A new output is one module and one line here.
FORMATS = ("docx", "pdf", "png", "txt", "md")
# Those that are made of the .docx, for all documents at once (render/paged.py).
PAGED = ("pdf", "png")


class Renderer:
    """The templates of one run."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.strip = False  # leave the origins of paragraphs out of what is written
        self._templates: dict[Path, Template | None] = {}
        self._asked: dict[Path, set[str]] = {}

    def file(self, loaded: Loaded) -> Path | None:
        """Return the file of a document's template: the one it names, else its kind's."""
        document = loaded.document
        name = document.template or document.kind.code
        return find_template(name, loaded.workspace, document.where("template"), self.report)

    def kinds(self, path: Path) -> set[str]:
        """Return the kinds of document that a template has been asked for in this run."""
        return self._asked.get(path, set())

    def template(self, path: Path, kind: str) -> Template | None:
        """Return the template in `path` compiled for a kind, or None: its faults were reported."""
        if path not in self._templates:
            self._templates[path] = self._compiled(path, Place(shown(path)), kind)
        return self._templates[path]

    def _compiled(self, path: Path, place: Place, kind: str) -> Template | None:
        try:
            data = path.read_bytes()
        except OSError as exc:
            reason = exc.strerror or str(exc)
            self.report.add("T002", place, reason=Words(f"读不出来：{reason}", reason))
            return None
        return compile_template(data, place, self.report, kind)

    def is_faulty(self, template: Template) -> bool:
        """Whether rendering a document has already found a fault in a template."""
        return any(diagnostic.place == template.place for diagnostic in self.report)

    def _docx(self, loaded: Loaded, composed: Composed, template: Template) -> bytes | None:
        root = None if self.strip else loaded.workspace.root
        return render_docx(composed.tree, composed.scope, template, self.report, root)

    def outputs(
        self, loaded: Loaded, composed: Composed, formats: Iterable[str]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield (ending of the file's name, bytes) of each format that could be rendered."""
        for format in formats:
            if format != "docx":
                from docgen.render.plain import PLAIN  # few are asked for

                yield f".{format}", PLAIN[format](composed.tree)
                continue
            path = self.file(loaded)
            if path is not None:
                self._asked.setdefault(path, set()).add(composed.tree.kind)
            template = self.template(path, composed.tree.kind) if path else None
            data = self._docx(loaded, composed, template) if template else None
            if data is not None:
                yield ".docx", data
