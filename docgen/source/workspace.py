"""Where a user's files are.

Takes any path, gives its `Workspace`: the nearest folder above with ``docgen.yaml``, or
with ``documents/`` or ``meetings/`` in it, else the file's own folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.model.library import Settings
from docgen.source.schema import read_record
from docgen.source.text import read_text
from docgen.source.yaml import parse_mapping

SETTINGS = "docgen.yaml"
DOCUMENT_ENDINGS = (".yaml", ".yml", ".md")

# Folders of a workspace that hold no documents.
_OTHER = {"meetings", "snippets", "templates", "profiles", "build"}


@dataclass(frozen=True)
class Workspace:
    """A folder with documents, meetings, its own snippets and templates."""

    root: Path
    settings: Settings = field(default_factory=Settings)

    @property
    def output(self) -> Path:
        """The folder that `build` writes to."""
        return self.root / (self.settings.output or "build")

    def own(self, folder: str) -> Path:
        """Return the workspace's own ``snippets`` or ``templates``."""
        return self.root / folder


def shown(path: Path) -> str:
    """Return `path` as messages show it: relative to the current folder where it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix() or "."
    except ValueError:
        return path.as_posix()


def find_workspace(path: Path, report: Report) -> Workspace:
    """Return the workspace of a file or folder; its settings' faults are reported."""
    start = path.resolve()
    start = start if start.is_dir() else start.parent
    root = next((folder for folder in (start, *start.parents) if _is_root(folder)), start)
    return Workspace(root, _settings(root, report))


def _is_root(folder: Path) -> bool:
    if (folder / SETTINGS).is_file():
        return True
    return (folder / "documents").is_dir() or (folder / "meetings").is_dir()


def _settings(root: Path, report: Report) -> Settings:
    path = root / SETTINGS
    place = Place(shown(path), 1, 1)
    text = read_text(path, place, report) if path.is_file() else None
    # An empty settings file sets nothing.
    node = parse_mapping(text, place, report) if text and text.strip() else None
    return (read_record(node, Settings, report) if node else None) or Settings()


def document_files(folder: Path) -> Iterator[Path]:
    """Yield the files below `folder` that may be documents, in the order of their names.

    Not those of ``meetings/``, ``snippets/``, ``templates/``, ``build/`` and hidden folders,
    nor READMEs.
    """
    for where, folders, names in os.walk(folder):
        hidden = {name for name in folders if name.startswith(".")}
        folders[:] = sorted(set(folders) - _OTHER - hidden)
        for name in sorted(names):
            path = Path(where, name)
            plain = path.suffix.lower() in DOCUMENT_ENDINGS and not name.startswith(".")
            if plain and name != SETTINGS and path.stem.split(".")[0].upper() != "README":
                yield path


def source_files(root: Path) -> list[Path]:
    """Return the files of a workspace's ``meetings/``."""
    found = (root / "meetings").rglob("*") if (root / "meetings").is_dir() else iter(())
    return sorted(path for path in found if path.suffix.lower() in (".yaml", ".yml"))
