"""The folders of a workspace's library, found without reading its settings.

Takes a file or folder, gives the workspace's own ``snippets`` and the shipped.
"""

from __future__ import annotations

from pathlib import Path

from docgen.library.shipped import shipped
from docgen.source.root import root_of


def library_folders(path: Path) -> list[Path]:
    """Return the library's folders for the workspace that `path` lies in."""
    return [root_of(path) / "snippets", shipped("snippets")]
