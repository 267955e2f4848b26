"""Bytes → files, without ever losing what a person edited.

A file that is there is overwritten only where it is exactly what docgen wrote; else the new
one goes beside it. Writing is a temporary file in the same folder, then a rename.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import NamedTuple

from docgen.base.diagnostics import Report
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.render.package import DamagedError, read_package
from docgen.render.properties import is_as_written
from docgen.source.workspace import DIGESTS, digests_in, shown

# Read once: asking for it means setting it, for the whole process.
_UMASK = os.umask(0)
os.umask(_UMASK)


class Written(NamedTuple):
    """What became of one output: ``written``, ``unchanged``, ``kept`` (a new one lies beside
    it) or ``failed``."""

    path: Path
    status: str


def write_output(path: Path, data: bytes, report: Report, *, force: bool = False) -> Written:
    """Write `data` to `path` unless a person edited what is there; report what was done."""
    place = Place(shown(path))
    try:
        return _write(path, data, place, report, force)
    except OSError as exc:
        report.add("W003", place, reason=exc.strerror or str(exc))
        return Written(path, "failed")


def write_new(path: Path, content: str) -> None:
    """Write a file that is not there yet. Raises DocgenError where it is, or cannot be."""
    place = Place(shown(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except FileExistsError as exc:
        raise DocgenError("W017", place) from exc
    except OSError as exc:
        raise DocgenError("W003", place, reason=exc.strerror or str(exc)) from exc


def _write(path: Path, data: bytes, place: Place, report: Report, force: bool) -> Written:
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_bytes() if path.exists() else None
    if old == data:
        return Written(path, "unchanged")
    if old is None or _is_ours(path, old):
        _replace(path, data)
        return Written(path, "written")
    if force:
        backup = path.with_name(f"{path.stem}.bak-{_short(old)}{path.suffix}")
        _replace(backup, old)
        _replace(path, data)
        report.add("W004", place, backup=shown(backup))
        return Written(path, "written")
    beside = _free_name(path, data)
    _replace(beside, data)
    report.add("W001", place, new=shown(beside))
    return Written(path, "kept")


def remove_pages(target: Path, pages: int) -> None:
    """Remove the pictures ``NAME-N.png`` of an earlier, longer version beyond `pages`: those
    that docgen wrote and nobody edited."""
    number = pages + 1
    while (path := target.with_name(f"{target.name}-{number}.png")).is_file():
        if _is_ours(path, path.read_bytes()):
            path.unlink()
        number += 1


def _free_name(path: Path, data: bytes) -> Path:
    """Return ``name.new.docx``, or with a number where a person edited that one too."""
    number = 1
    while True:
        mark = "new" if number == 1 else f"new-{number}"
        beside = path.with_name(f"{path.stem}.{mark}{path.suffix}")
        if not beside.exists():
            return beside
        old = beside.read_bytes()
        if old == data or _is_ours(beside, old):
            return beside
        number += 1


def _is_ours(path: Path, content: bytes) -> bool:
    """Whether the file is, to the byte of every part, what docgen wrote."""
    if path.suffix == ".docx":
        try:
            return is_as_written(read_package(content))
        except DamagedError:
            return False
    return digests_in(path.parent).get(path.name) == hashlib.sha256(content).hexdigest()


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=".docgen-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        # mkstemp makes files for their owner only; an office shares its folder.
        os.chmod(name, 0o666 & ~_UMASK)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if path.suffix not in (".docx", ".json"):
        digests = digests_in(path.parent) | {path.name: hashlib.sha256(data).hexdigest()}
        import json  # as in `digests_in`

        _replace(path.parent / DIGESTS, json.dumps(digests, indent=1, sort_keys=True).encode())


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]
