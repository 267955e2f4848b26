"""New content of a person's own file, and new files: whole or not at all, the old one kept."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.source.workspace import shown


def save_changed(path: Path, before: bytes, content: bytes) -> Path:
    """Put `content` in the place of what a file holds, `before`; return where that is kept now.

    The copy is called ``plan.yaml.bak-1a2b3c4d``, after what it holds: no copy is ever written
    over another, and none is taken for a document. Raises DocgenError where it cannot be done, or
    where somebody saved the file in the meantime.
    """
    path = Path(os.path.realpath(path))  # a link stays one
    try:
        if path.read_bytes() != before:
            reason = "somebody saved it in the meantime / 有人刚刚保存过它"
            raise DocgenError("W003", Place(shown(path)), reason=reason)
        backup = path.with_name(f"{path.name}.bak-{hashlib.sha256(before).hexdigest()[:8]}")
        if not (backup.is_file() and backup.read_bytes() == before):
            _replace(backup, before, path)
        _replace(path, content, path)
    except OSError as exc:
        raise DocgenError("W003", Place(shown(path)), reason=exc.strerror or str(exc)) from exc
    return backup


def save_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises DocgenError where it is, or cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError as exc:
        raise DocgenError("X099", Place(shown(path))) from exc
    except OSError as exc:
        raise DocgenError("W003", Place(shown(path)), reason=exc.strerror or str(exc)) from exc


def _replace(path: Path, data: bytes, like: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=".docgen-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        shutil.copymode(like, name)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise
