"""Finding templates: the workspace's own first, then the shipped ones, by name."""

from __future__ import annotations

from pathlib import Path

from docgen.base.diagnostics import Report, suggestion
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.library.shipped import shipped
from docgen.model.terms import DOCUMENT_KINDS
from docgen.source.workspace import Workspace

# The kinds that templates are made for.
TEMPLATED = tuple(t.code for t in DOCUMENT_KINDS.terms)


def kind_called(word: str) -> str:
    """Return the code of the kind that a word names. Raises DocgenError for none."""
    found = DOCUMENT_KINDS.find(word)
    if found is None:
        known = DOCUMENT_KINDS.words()
        raise DocgenError("T006", kind=word, known=suggestion(word, known, limit=24))
    return found.code


def template_files(workspace: Workspace) -> dict[str, Path]:
    """Return name → file of every template a workspace can use."""
    found: dict[str, Path] = {}
    for folder in (shipped("templates"), workspace.own("templates")):
        if folder.is_dir():
            # ~$name.docx is Word's mark that somebody has the file open.
            files = [
                path
                for path in folder.glob("*.docx")
                if path.is_file() and not path.name.startswith("~$")
            ]
            found.update({path.stem: path for path in sorted(files)})
    return found


def find_template(name: str, workspace: Workspace, place: Place, report: Report) -> Path | None:
    """Return the file of the template called `name`, or None after reporting the known ones."""
    files = template_files(workspace)
    path = files.get(name.removesuffix(".docx"))
    if path is None:
        report.add("T001", place, name=name, known=suggestion(name, sorted(files)))
    return path
