"""Where a workspace begins, and how its files are called in messages.

Takes any path, gives the folder that is its workspace, or the path in words. Apart from
source/workspace.py, because a search has no time to wait for the reader of settings.
"""

from __future__ import annotations

import os
from pathlib import Path

SETTINGS = "docgen.yaml"

# Folders that make a workspace.
_OWN = ("documents", "meetings")


def shown(path: Path) -> str:
    """Return `path` as messages show it: relative to the current folder where it lies below."""
    try:
        return whole(path).relative_to(Path.cwd()).as_posix() or "."
    except ValueError:
        return path.as_posix()


def whole(path: Path) -> Path:
    """Return a path from the root, without ``..``; links stay what they are called."""
    return Path(os.path.abspath(path))


def root_of(path: Path) -> Path:
    """Return the folder that is the workspace of a file or folder: the nearest with settings or
    ``meetings``, or whose ``documents`` it is or lies in; or itself with its ``documents``. (A
    folder further up that happens to have ``documents`` may be somebody's home.)"""
    start = whole(path)
    start = start if start.is_dir() else start.parent
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file() or (folder / "meetings").is_dir():
            return folder
        if folder == start and (folder / "documents").is_dir():
            return folder
        if folder.name in _OWN:
            return folder.parent
    return start
