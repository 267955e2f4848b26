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
from docgen.source.root import SETTINGS, root_of, shown, whole
from docgen.source.schema import read_record
from docgen.source.text import read_text
from docgen.source.yaml import parse_mapping

__all__ = [
    "DIGESTS", "DIRECTORY_FILES", "DOCUMENT_ENDINGS", "SETTINGS", "Workspace", "digests_in",
    "document_files", "find_workspace", "shown", "source_files", "whole",
]  # fmt: skip

# Who there is, beside the documents (model/listed.py).
DIRECTORY_FILES = ("people.yaml", "orgs.yaml")
# Beside outputs that cannot carry a digest themselves (.txt, .md): file name → sha256.
DIGESTS = ".docgen-digests.json"
DOCUMENT_ENDINGS = (".yaml", ".yml", ".md")

# Folders of a workspace that hold no documents.
_OTHER = {"meetings", "snippets", "templates", "profiles", "build"}
_NO_MEETINGS = (_OTHER | {"documents"}) - {"meetings"}


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


def find_workspace(path: Path, report: Report) -> Workspace:
    """Return the workspace of a file or folder; its settings' faults are reported."""
    root = root_of(path)
    return Workspace(root, _settings(root, report))


def _settings(root: Path, report: Report) -> Settings:
    path = root / SETTINGS
    place = Place(shown(path), 1, 1)
    text = read_text(path, place, report) if path.is_file() else None
    # Settings with nothing but comments set nothing.
    lines = [line.strip() for line in (text or "").split("\n")]
    said = any(line and not line.startswith("#") for line in lines)
    node = parse_mapping(text, place, report) if text and said else None
    settings = read_record(node, Settings, report) if node else None
    if settings is None:
        return Settings()
    if settings.output and not whole(root / settings.output).is_relative_to(root):
        report.add("W013", settings.where("output"), output=settings.output)
        return settings.but(output="")
    return settings


def document_files(folder: Path) -> Iterator[Path]:
    """Yield the files below `folder` that may be documents, in the order of their names.

    Not those of ``meetings/``, ``snippets/``, ``templates/``, ``build/`` and hidden folders,
    nor READMEs.
    """
    for where, folders, names in os.walk(folder):
        hidden = {name for name in folders if name.startswith(".")}
        folders[:] = sorted(set(folders) - _OTHER - hidden)
        # What docgen wrote there is no document to build again.
        made = set(digests_in(Path(where))) if DIGESTS in names else set()
        if "documents" not in (folder.name, *Path(where).relative_to(folder).parts):
            made.update(DIRECTORY_FILES)
        for name in sorted(set(names) - made):
            path = Path(where, name)
            plain = path.suffix.lower() in DOCUMENT_ENDINGS and not name.startswith(".")
            if plain and name != SETTINGS and path.stem.split(".")[0].upper() != "README":
                yield path


def meeting_files(folder: Path) -> Iterator[Path]:
    """Yield the files of every ``meetings/`` below `folder`, or of `folder` where it is one."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in _NO_MEETINGS
        )
        if "meetings" in (folder.name, *Path(where).relative_to(folder).parts):
            yield from (
                Path(where, name)
                for name in sorted(names)
                if Path(name).suffix.lower() in (".yaml", ".yml") and not name.startswith(".")
            )


def digests_in(folder: Path) -> dict[str, str]:
    """Return the digests of the outputs in a folder that carry none themselves."""
    import json  # only a folder with such outputs needs it

    try:
        read = json.loads((folder / DIGESTS).read_text("utf-8"))
    except (OSError, ValueError):
        # Lost or damaged: every text file then counts as edited, which loses nothing.
        return {}
    return read if isinstance(read, dict) else {}


def source_files(root: Path) -> list[Path]:
    """Return the files of a workspace's ``meetings/``."""
    found = (root / "meetings").rglob("*") if (root / "meetings").is_dir() else iter(())
    return sorted(path for path in found if path.suffix.lower() in (".yaml", ".yml"))
