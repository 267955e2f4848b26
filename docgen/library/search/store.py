"""Where the index is kept between two searches: one file in the user's cache directory.

Takes and gives SQLite databases. A file that is damaged, of another version or not ours to read
is as good as none; a cache that cannot be written to costs time and nothing else. It is never
in a workspace.
"""

from __future__ import annotations

import os
import sys
import time
import zlib
from pathlib import Path

from docgen import __version__

# Raise when the tables or what is put into them change.
_FORMAT = 2


# Where an SQLite file has the number that an application may set as it likes ("application ID",
# SQLite file format, 1.3.12): here the checksum of all the rest.
_CHECK = slice(68, 72)
_CHUNK = 1 << 18

# An index is made again in seconds; one that nobody has renewed for so long is in the way.
_KEPT_FOR = 90 * 24 * 3600


def cache_folder() -> Path:
    """Return ``DOCGEN_CACHE``, else docgen's folder where this system keeps caches."""
    # Absolute: a home may be given by a relative path.
    return Path(os.environ.get("DOCGEN_CACHE") or _usual()).absolute()


def _usual() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData/Local") / "docgen" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/docgen"
    # XDG Base Directory Specification: a relative path in the variable is to be ignored.
    named = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(named) if os.path.isabs(named) else Path.home() / ".cache") / "docgen"


def index_file(folders: list[Path]) -> Path | None:
    """Return the file of a library's index; None where there is no place for it."""
    try:
        cache = cache_folder()
    except RuntimeError:  # no home
        return None
    if "DOCGEN_CACHE" not in os.environ and cache.is_relative_to(folders[0].parent):
        return None  # a home that is a workspace
    # Two libraries whose files are called the same take turns; neither reads the other's.
    return cache / f"snippets-{zlib.crc32(name_of(folders).encode()):08x}.sqlite"


def name_of(folders: list[Path]) -> str:
    """Return what an index of these folders is marked with."""
    names = "|".join(ascii(os.fspath(folder)) for folder in folders)
    return f"docgen {__version__}, index {_FORMAT}, {names}"


def is_whole(file: Path) -> bool:
    """Whether `file` is what `keep` wrote, every byte of it."""
    try:
        with open(file, "rb", buffering=0) as data:
            chunk = memoryview(bytearray(_CHUNK))
            length = data.readinto(chunk)
            if length < _CHECK.stop:
                return False
            kept, chunk[_CHECK] = bytes(chunk[_CHECK]), bytes(4)
            check = 0
            while length:
                check = zlib.crc32(chunk[:length], check)
                length = data.readinto(chunk)
    except OSError:
        return False
    return check.to_bytes(4, "big") == kept


def keep(file: Path, database: bytes) -> None:
    """Keep a database in `file`, if that can be done. Another process never sees half of it."""
    import tempfile

    data = bytearray(database)
    data[_CHECK] = bytes(4)
    data[_CHECK] = zlib.crc32(data).to_bytes(4, "big")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="snippets-", suffix=".new", dir=file.parent)
    except OSError:
        return
    try:
        with open(handle, "wb") as new:
            new.write(data)
        os.replace(name, file)
        _forget_old(file.parent)
    except OSError:  # a full disk; on Windows: another process is reading the old one
        Path(name).unlink(missing_ok=True)


def _forget_old(cache: Path) -> None:
    """Delete the indexes of libraries that have not changed for long, or are no more."""
    for file in cache.glob("snippets-*"):
        if file.stat().st_mtime < time.time() - _KEPT_FOR:
            file.unlink(missing_ok=True)
