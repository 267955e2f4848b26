"""Which documents use which snippet: every document of a folder is composed, nothing rendered."""

from __future__ import annotations

from pathlib import Path

from docgen.base.diagnostics import Report
from docgen.compose import compose
from docgen.library.snippets import Snippets
from docgen.render.provenance import versioned
from docgen.source.loader import Loader, is_source
from docgen.source.workspace import document_files, find_workspace, shown

# Snippet with version → document → how many of its paragraphs have words of it.
Uses = dict[str, dict[str, int]]


def snippet_uses(folder: Path, report: Report) -> Uses:
    """Return the uses of snippets in the documents below `folder`, each in its workspace.

    Includes count, and the heading that a snippet gives; the faults of documents are reported.
    """
    loader = Loader(report)
    libraries: dict[Path, Snippets] = {}
    found: Uses = {}
    for path in document_files(folder):
        if _is_source_file(path):
            continue
        workspace = find_workspace(path, report)
        loaded = loader.document(path, workspace)
        if loaded is None:
            continue
        library = libraries.setdefault(workspace.root, Snippets(workspace))
        for paragraph in compose(loaded, library, report).tree.paragraphs():
            for label in map(versioned, paragraph.origin.snippets if paragraph.text else ()):
                documents = found.setdefault(label, {})
                documents[shown(path)] = documents.get(shown(path), 0) + 1
    return dict(sorted(found.items()))


def _is_source_file(path: Path) -> bool:
    """Whether a file outside ``documents/`` is a source (as `docgen.jobs` has it)."""
    if path.parent.name == "documents":
        return False
    root = Loader(Report()).root(path)
    return root is not None and is_source(root)
