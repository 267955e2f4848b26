"""Format profiles by name: a workspace's own (``profiles/``) first, then the shipped one.

Takes a name, gives a `Profile` with every parameter settled; a house profile names only what
it changes. A wrong key, value, unit or contradiction is reported at its place.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import docgen
from docgen.base.diagnostics import Report, suggestion
from docgen.base.errors import DocgenError
from docgen.base.place import NOWHERE, Place
from docgen.library.house_profile import apply_house
from docgen.library.standard_profile import Standard, read_standard
from docgen.model.profile import Profile
from docgen.source.nodes import Mapping, Scalar
from docgen.source.text import read_text
from docgen.source.workspace import Workspace, shown
from docgen.source.yaml import parse_mapping

STANDARD = "gbt9704"
_SHIPPED = Path(docgen.__file__).parent / "profiles"


def profile_files(workspace: Workspace | None) -> dict[str, Path]:
    """Return name → file of every profile that can be used."""
    found: dict[str, Path] = {}
    for folder in (_SHIPPED, *([workspace.own("profiles")] if workspace else [])):
        if folder.is_dir():
            files = sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])
            found.update({path.stem: path for path in files})
    return found


def standard() -> Profile:
    """Return GB/T 9704-2012 itself."""
    return _standard().profile


def find_profile(
    name: str, workspace: Workspace | None, place: Place, report: Report
) -> Profile | None:
    """Return the profile called `name` (``""``: the standard), or None after reporting why not.

    `place` is where it was named.
    """
    return _find(name or STANDARD, workspace, place, report, ())


def _find(
    name: str, workspace: Workspace | None, place: Place, report: Report, below: tuple[str, ...]
) -> Profile | None:
    if name == STANDARD:
        return standard()
    files = profile_files(workspace)
    if name in below:
        report.add("F006", place, circle=" → ".join((*below, name)))
        return None
    if name not in files:
        report.add("F001", place, name=name, known=suggestion(name, sorted(files)))
        return None
    where = Place(shown(files[name]), 1, 1)
    root = _root(files[name], where, report)
    if root is None:
        return None
    extends = root.get("extends", "继承")
    if not isinstance(extends, Scalar) or extends.null:
        report.add("F007", where)
        return None
    base = _find(extends.text.strip(), workspace, extends.place, report, (*below, name))
    return apply_house(root, name, base, _standard(), report) if base else None


def _root(path: Path, place: Place, report: Report) -> Mapping | None:
    text = read_text(path, place, report)
    return parse_mapping(text, place, report) if text is not None else None


@cache
def _standard() -> Standard:
    report = Report()
    root = _root(_SHIPPED / f"{STANDARD}.yaml", Place(f"{STANDARD}.yaml", 1, 1), report)
    if root is None or len(report):  # a damaged installation
        raise DocgenError("F008", NOWHERE)
    return read_standard(root)
