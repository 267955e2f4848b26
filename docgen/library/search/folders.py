"""The folders of a workspace's library, found without reading its settings.

Takes a file or folder, gives the workspace's own ``snippets`` and the shipped. The workspace is
the one that source/workspace.py finds, whose YAML reader alone would take a third of a search.
"""

from __future__ import annotations

import os
from pathlib import Path

from docgen.library.shipped import shipped


def library_folders(path: Path) -> list[Path]:
    """Return the library's folders for the workspace that `path` lies in."""
    start = Path(os.path.abspath(path))
    return [_root_of(start if start.is_dir() else start.parent) / "snippets", shipped("snippets")]


def _root_of(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / "docgen.yaml").is_file() or (folder / "meetings").is_dir():
            return folder
        if folder == start and (folder / "documents").is_dir():
            return folder
        if folder.name in ("documents", "meetings"):
            return folder.parent
    return start
