"""A new snippet → its file in the workspace, never over another."""

from __future__ import annotations

import os
from pathlib import Path

from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.library.aliases import ids_meant
from docgen.library.snippets import Snippets, file_identity
from docgen.source.workspace import Workspace, shown


def free_file(id: str, workspace: Workspace) -> Path:
    """Return the file that a new snippet of this id gets.

    Raises DocgenError for what cannot be an id or has no topic (类别) before its name, and for
    one that the workspace, the shipped library or an alias has already.
    """
    if not all(file_identity(f"{part}.md") == (part, 1) for part in id.split("/")):
        raise DocgenError("N062", id=id)
    if ids_meant(id, Snippets(workspace)):
        raise DocgenError("N061", id=id)
    if "/" not in id:
        raise DocgenError("N062", id=id)
    return workspace.own("snippets") / f"{id}.md"


def _put(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, and never over another."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        try:
            os.link(new, path)
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            with path.open("xb") as file:
                file.write(data)
    finally:
        new.unlink(missing_ok=True)


def save_new(path: Path, id: str, content: str) -> None:
    """Write a snippet's file. Raises DocgenError where it is there by now, or cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(path, content.encode())
    except FileExistsError as exc:
        raise DocgenError("N061", Place(shown(path)), id=id) from exc
    except OSError as exc:
        raise DocgenError("W003", Place(shown(path)), reason=exc.strerror or str(exc)) from exc
