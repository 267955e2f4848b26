"""A new snippet → its file in the workspace, never over another."""

from __future__ import annotations

from pathlib import Path

from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.library.aliases import ids_meant
from docgen.library.snippets import Snippets, file_identity
from docgen.source.workspace import Workspace, shown


def free_file(id: str, workspace: Workspace) -> Path:
    """Return the file that a new snippet of this id gets.

    Raises DocgenError for what cannot be an id, and for one that the workspace, the shipped
    library or an alias has already.
    """
    if not all(file_identity(f"{part}.md") == (part, 1) for part in id.split("/")):
        raise DocgenError("N062", id=id)
    if ids_meant(id, Snippets(workspace)):
        raise DocgenError("N061", id=id)
    return workspace.own("snippets") / f"{id}.md"


def save_new(path: Path, id: str, content: str) -> None:
    """Write a snippet's file. Raises DocgenError where it is there by now, or cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except FileExistsError as exc:
        raise DocgenError("N061", Place(shown(path)), id=id) from exc
    except OSError as exc:
        raise DocgenError("W003", Place(shown(path)), reason=exc.strerror or str(exc)) from exc
