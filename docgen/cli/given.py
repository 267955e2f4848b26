"""What several commands are given: a file's bytes, a profile by name, a kind."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.base.errors import DocgenError
from docgen.base.place import NOWHERE, Place
from docgen.cli.options import existing_folder

if TYPE_CHECKING:
    from docgen.base.diagnostics import Report
    from docgen.model.profile import Profile


def content_of(name: str) -> bytes:
    """Return the bytes of a file. Raises DocgenError where it cannot be read."""
    path = Path(name)
    try:
        if not path.is_file():
            raise DocgenError("W010", Place(name))
        return path.read_bytes()
    except OSError as exc:
        raise DocgenError("F121", Place(name), reason=exc.strerror or str(exc)) from exc


def chosen_profile(name: str, workspace: str, report: Report, output_format: str) -> Profile:
    """Return the profile asked for, else the workspace's, else the standard.

    One with faults ends the command: they are printed, all at once, and the status is 2.
    """
    from docgen.cli.reporting import print_diagnostics, print_json
    from docgen.library.profiles import find_profile
    from docgen.source.workspace import find_workspace

    found = find_workspace(existing_folder(workspace), report)
    named = NOWHERE if name else found.settings.where("profile")
    profile = find_profile(name or found.settings.profile, found, named, report)
    if profile is not None:
        return profile
    if output_format == "json":
        print_json(report.sorted())
    else:
        print_diagnostics(report.sorted())
    sys.exit(2)


def known_kind(kind: str) -> str:
    """Return a kind's Chinese name, ``""`` for none. Raises DocgenError for an unknown one."""
    from docgen.base.diagnostics import suggestion
    from docgen.checks.inspect.kinds import KINDS, named_kind

    if kind and not named_kind(kind):
        raise DocgenError("F107", name=kind, known=suggestion(kind, KINDS, limit=30))
    return named_kind(kind) if kind else ""
