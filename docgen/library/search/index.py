"""The index of a library: one row for each snippet file, in SQLite.

Takes folders and a listing, gives a connection to a database that says what is in the files:
what was kept from the last search, or that with the files read anew that have changed since. A
kept database is never changed, only replaced by a whole new one: two processes never wait for
each other, and a damaged one cannot answer wrongly.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from docgen.library.search.listing import file_of, settled
from docgen.library.search.store import index_file, is_whole, keep, name_of

# `own`: in the workspace's folder, so it hides the shipped snippet of its id. A file that is no
# readable snippet has its row too, with nothing but its place: it hides, and is told of.
_TABLES = """
PRAGMA page_size = 16384;
CREATE TABLE listing (name TEXT, lines TEXT);
CREATE TABLE snippet (
    number INTEGER PRIMARY KEY, folder INTEGER, path TEXT, readable INTEGER, hidden INTEGER,
    id TEXT, version INTEGER, title TEXT, use TEXT, use_word TEXT, heading TEXT, tags TEXT,
    aliases TEXT, levels TEXT, kinds TEXT, first TEXT, last TEXT, next TEXT, n_title TEXT,
    n_heading TEXT, n_tags TEXT, n_aliases TEXT, n_id TEXT, n_terms TEXT, body INTEGER, text TEXT,
    UNIQUE (folder, path)
);
CREATE INDEX unread ON snippet (folder, path) WHERE NOT readable;
"""
_COLUMNS = 21


def restored(folders: list[Path]) -> sqlite3.Connection:
    """Return the index of the snippets in `folders` as it was last kept, else an empty one."""
    file = index_file(folders)
    kept = _opened(file, folders) if file is not None and is_whole(file) else None
    return kept or _empty()


def _opened(file: Path, folders: list[Path]) -> sqlite3.Connection | None:
    """Return the database in `file`, if it is the index of these folders; it may be gone since
    it was looked at, or be no database."""
    # Immutable: nobody writes to this file any more, so nothing need be locked.
    address = f"{file.as_uri()}?mode=ro&immutable=1"
    try:
        kept = sqlite3.connect(address, uri=True)
    except sqlite3.Error:
        return None
    try:
        if kept.execute("SELECT name FROM listing").fetchone() == (name_of(folders),):
            return kept
    except sqlite3.Error:
        pass
    kept.close()
    return None


def _empty() -> sqlite3.Connection:
    index = sqlite3.connect(":memory:", isolation_level=None)
    index.executescript(_TABLES)
    return index


def updated(
    index: sqlite3.Connection, lines: list[str], folders: list[Path]
) -> sqlite3.Connection | None:
    """Return the index with what has changed since, by a listing, and keep it; None where
    nothing has."""
    row = index.execute("SELECT lines FROM listing").fetchone()
    if row and row[0] == "\n".join(lines):
        return None
    before = row[0].split("\n") if row else []
    # No snippet's name has a line end in it, or bytes that are no text.
    fresh = [line for line in lines if line.isprintable()]
    gone, new = set(before) - set(fresh), set(fresh) - set(before)
    if row and not gone and not new:
        return None  # only the order, which the file system may choose
    changed = sqlite3.connect(":memory:", isolation_level=None)
    index.backup(changed)
    _change(changed, gone, sorted(new, key=file_of), folders)
    listing = (name_of(folders), "\n".join(settled(fresh)))
    changed.execute("DELETE FROM listing")
    changed.execute("INSERT INTO listing VALUES (?, ?)", listing)
    file = index_file(folders)
    # SQLite may be built without it; every search then reads all files.
    if file is not None and hasattr(changed, "serialize"):
        keep(file, changed.serialize())
    return changed


def _change(index: sqlite3.Connection, gone: set[str], new: list[str], folders: list[Path]) -> None:
    """Take out the rows of files that are `gone`, put in those of `new` ones."""
    index.execute("BEGIN")
    places = [file_of(line) for line in (*gone, *new) if line]
    index.executemany("DELETE FROM snippet WHERE folder = ? AND path = ?", places)
    marks = ", ".join("?" * (_COLUMNS + 4))
    index.executemany(f"INSERT INTO snippet VALUES (NULL, {marks})", _rows(new, folders))
    index.execute(_HIDE)
    index.execute("COMMIT")


# A workspace's own id hides the shipped one, all its versions (as in library/snippets.py).
_HIDE = """
UPDATE snippet SET hidden = id IN (SELECT id FROM snippet WHERE folder = 0) WHERE folder > 0
"""


def _rows(lines: list[str], folders: list[Path]) -> Iterator[tuple[object, ...]]:
    # What reads files is imported when there are files to read.
    from docgen.library.search.entries import read_entry
    from docgen.library.snippets import file_identity

    for line in lines:
        number, path = file_of(line)
        topic, _, name = path.rpartition("/")
        found = file_identity(name)
        if found is None:
            continue
        id = f"{topic}/{found[0]}" if topic else found[0]
        entry = read_entry(folders[number] / path, id, found[1])
        unread = (id, found[1], *[""] * (_COLUMNS - 2))
        yield number, path, entry is not None, False, *(entry or unread)
