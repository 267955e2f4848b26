"""What several commands are given: a file's bytes, a profile by name, a kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.base.errors import DocgenError
from docgen.base.place import NOWHERE, Place

if TYPE_CHECKING:
    from docgen.base.diagnostics import Report
    from docgen.model.profile import Profile


def content_of(name: str) -> bytes:
    """Return the bytes of a file. Raises DocgenError where it cannot be read."""
    path = Path(name)
    if not path.exists() or path.is_dir():
        raise DocgenError("W010", Place(name))
    try:
        return path.read_bytes()
    except OSError as exc:
        raise DocgenError("F121", Place(name), reason=exc.strerror or str(exc)) from exc


def chosen_profile(name: str, workspace: Path, report: Report) -> Profile:
    """Return the profile asked for, else the workspace's, else the standard.

    Raises DocgenError for one that does not exist or has faults: all of them are in `report`
    then, but the last, which is raised.
    """
    from docgen.cli.reporting import print_diagnostics
    from docgen.library.profiles import find_profile
    from docgen.source.workspace import find_workspace

    found = find_workspace(workspace, report)
    named = found.settings.where("profile") if not name and found.settings.profile else NOWHERE
    profile = find_profile(name or found.settings.profile, found, named, report)
    if profile is not None:
        return profile
    faults = report.sorted()
    print_diagnostics(faults[:-1])
    raise DocgenError(faults[-1].code, faults[-1].place, **faults[-1].facts)


def known_kind(kind: str) -> str:
    """Return a kind's Chinese name, ``""`` for none. Raises DocgenError for an unknown one."""
    from docgen.base.diagnostics import suggestion
    from docgen.checks.inspect.kinds import KINDS, named_kind

    if kind and not named_kind(kind):
        raise DocgenError("F107", name=kind, known=suggestion(kind, KINDS, limit=30))
    return named_kind(kind) if kind else ""
