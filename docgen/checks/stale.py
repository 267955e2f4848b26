"""Which phrases of a built document are out of use by now.

Takes the origins in a .docx, the library of its workspace and a day; reports each paragraph
with words of a snippet whose window has closed, that was superseded, reworded or is gone, and
what took its place. A paragraph that a person edited is judged by the words that are left.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from docgen.base.diagnostics import Report, Words, clipped
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.checks.fates import Fate, Fates
from docgen.checks.origins import Origins, Told, read_origins
from docgen.checks.rewording import Wording, wording
from docgen.library.snippets import Snippets
from docgen.source.workspace import Workspace, find_workspace, shown, whole


class Looked(NamedTuple):
    """How many files were judged, and how many do not say where their paragraphs came from."""

    files: int
    unknown: int


def report_stale(
    origins: Origins, fates: Fates, place: Place, report: Report, *, at_home: bool = True
) -> None:
    """Report every paragraph with words that are out of use.

    `at_home`: the library is surely that of the document's workspace; else a snippet that it
    lacks, or has in other words, proves nothing.
    """
    lost = dict.fromkeys(label for row in origins.gone for label in row.snippets)
    for told in origins.paragraphs:
        if told.row is not None:
            for label in told.row.snippets:
                _judge(told, label, fates, place, report, at_home=at_home)
        elif told.near is not None:
            for label in told.near.snippets:
                _judge_edited(told, label, fates, place, report, at_home=at_home)
        else:
            _judge_new(told, lost, fates, place, report)


def _judge(
    told: Told, label: str, fates: Fates, place: Place, report: Report, *, at_home: bool
) -> None:
    """Judge a paragraph that is as it was printed."""
    fate = fates.of(label)
    if fate is not None:
        code = "N040" if fate.code == "N035" and not at_home else fate.code
        _tell(code, told, label, fate, place, report)
    elif at_home and wording(told.text, fates.snippet(label)) in (Wording.PART, Wording.NONE):
        _tell("N042", told, label, Fate("N042"), place, report)


def _judge_edited(
    told: Told, label: str, fates: Fates, place: Place, report: Report, *, at_home: bool
) -> None:
    """Judge a paragraph that stands where another was printed: that one, probably."""
    fate = fates.of(label)
    if fate is None:
        return
    left = wording(told.text, fates.snippet(label))
    code = "N036"
    if fate.code == "N035" and not at_home:
        code = "N040"
    elif left is Wording.WHOLE:
        code = fate.code
    elif left is Wording.NONE:
        code = "N041"
    _tell(code, told, label, fate, place, report)


def _judge_new(told: Told, lost: Iterable[str], fates: Fates, place: Place, report: Report) -> None:
    """Judge a paragraph that nobody printed by the snippets of those that are gone."""
    for label in lost:
        fate = fates.of(label)
        if fate is not None and wording(told.text, fates.snippet(label)) is Wording.WHOLE:
            _tell(fate.code, told, label, fate, place, report)


def _tell(code: str, told: Told, label: str, fate: Fate, place: Place, report: Report) -> None:
    successor = Words("", "")
    if fate.by:
        successor = Words(f"接替它的是 {fate.by}。", f"Its successor is {fate.by}.")
    words = clipped("".join(told.text.split()), 12)
    facts = {"last": fate.last, "by": fate.by, "successor": successor, "why": _why(fate)}
    report.add(code, place, number=told.number, words=words, id=label, **facts)


def _why(fate: Fate) -> Words:
    if fate.code == "N033":
        return Words(f"只用到 {fate.last}", f"was valid until {fate.last}")
    if fate.code == "N034":
        return Words(f"已被“{fate.by}”取代", f"was superseded by '{fate.by}'")
    return Words("片段库里已经没有了", "is no longer in the library")


def report_stale_files(paths: list[Path], given: Workspace, day: str, report: Report) -> Looked:
    """Report what is out of use in the .docx of `paths` (files or folders; none: the output
    folder of `given`); return how many could be looked at, and how many not.

    Each is judged by the library of the workspace that it was built from, else by `given`'s.
    Raises DocgenError for a path that is not there.
    """
    libraries: dict[Path, Fates] = {}
    files = unknown = 0
    if not paths and not given.output.exists():
        report.add("N039", Place(shown(given.output)))
        return Looked(0, 0)
    for path in _documents(paths or [given.output], report):
        origins = _read(path, report)
        if origins is None:
            unknown += 1
            continue
        files += 1
        home = _home(path, origins, given)
        workspace = given if home in (None, given.root) else find_workspace(home, report)
        if workspace.root not in libraries:
            libraries[workspace.root] = Fates(Snippets(workspace), day, report)
        fates = libraries[workspace.root]
        report_stale(origins, fates, Place(shown(path)), report, at_home=home is not None)
    return Looked(files, unknown)


def _documents(paths: list[Path], report: Report) -> list[Path]:
    """Return the .docx at and below `paths`; Word's own lock files are none."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise DocgenError("W010", Place(path.as_posix()))
        inside = sorted(path.rglob("*.docx")) if path.is_dir() else [path]
        inside = [each for each in inside if each.is_file() and not each.name.startswith("~$")]
        if not inside:
            report.add("N039", Place(shown(path)))
        found |= dict.fromkeys(inside)
    return list(found)


def _read(path: Path, report: Report) -> Origins | None:
    """Return the origins in a file; without any nothing can be said of it."""
    place, found = Place(shown(path)), Report()
    try:
        origins = read_origins(path.read_bytes(), place, found)
    except OSError as exc:
        raise DocgenError("F121", place, reason=exc.strerror or str(exc)) from exc
    for diagnostic in found:
        if diagnostic.code == "N030":
            report.add("N037", place)
        else:
            report.extend([diagnostic])
    return origins


def _home(path: Path, origins: Origins, given: Workspace) -> Path | None:
    """Return the workspace a document was built from: where the files of its rows lie."""
    rows = [told.row for told in origins.paragraphs if told.row is not None]
    files = {row.file for row in rows if not row.file.endswith(".docx") and _is_below(row.file)}
    for folder in (given.root, *whole(path).parents):
        if any(os.path.isfile(folder / file) for file in files):  # a file's name may be anything
            return folder
    return None


def _is_below(file: str) -> bool:
    """Whether a row's file can lie below its workspace; docgen writes no other."""
    paths = (PurePosixPath(file), PureWindowsPath(file))
    return not any(path.anchor or ".." in path.parts for path in paths)
