"""Which files a library has, and whether one of them has changed.

Takes folders, gives a line for each snippet file: its times, its size, its folder's number and
its path in it. Two listings differ where a file was changed, added or deleted.
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

# A file written so shortly before it was listed may be written again within the same tick of the
# file system's clock: the same times, the same size, other words.
_TICK = 50_000_000  # ns; Linux stamps files every 1 to 10 ms
_UNSETTLED = "?"

# Where a folder can be opened, its files are found from it and not from the root each time.
_BY_NUMBER = os.scandir in os.supports_fd


class Listing:
    """The lines of all ``.md`` files below some folders, links to folders not followed. They
    are looked at in a thread: the system takes its time over ten thousand of them."""

    def __init__(self, folders: list[Path]) -> None:
        self._lines: list[str] = []
        self._fault: BaseException | None = None
        self._thread = threading.Thread(target=self._look, args=(folders,))
        self._thread.start()

    def lines(self) -> list[str]:
        """Return the lines, when all are there."""
        self._thread.join()
        if self._fault is not None:
            raise self._fault
        return self._lines

    def _look(self, folders: list[Path]) -> None:
        try:
            for number, folder in enumerate(folders):
                waiting = [(os.fspath(folder), f"{number} ")]
                while waiting:
                    _list(*waiting.pop(), waiting, self._lines)
        except BaseException as exc:  # the thread that waits must know: else nothing is there
            self._fault = exc


def _list(where: str, prefix: str, waiting: list[tuple[str, str]], lines: list[str]) -> None:
    """Add the lines of one folder, and the folders in it to those `waiting`."""
    try:
        folder = os.open(where, os.O_RDONLY) if _BY_NUMBER else where
    except OSError:  # gone meanwhile, or not ours to read: the library does without it too
        return
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name.endswith(".md"):
                    at = entry.stat()
                    lines.append(f"{at.st_mtime_ns} {at.st_ctime_ns} {at.st_size} {prefix}{name}")
                elif name[0] != "." and entry.is_dir(follow_symlinks=False):
                    waiting.append((os.path.join(where, name), f"{prefix}{name}/"))
    except OSError:
        return
    finally:
        if isinstance(folder, int):
            os.close(folder)


def settled(lines: list[str]) -> list[str]:
    """Return the lines to remember: those of files written this very moment match no later
    listing, so that they are read again."""
    now = time.time_ns()
    return [_UNSETTLED + line if _is_recent(line, now) else line for line in lines]


def _is_recent(line: str, now: int) -> bool:
    changed, created, _ = line.split(" ", 2)
    return abs(now - max(int(changed), int(created))) < _TICK


def file_of(line: str) -> tuple[int, str]:
    """Return (folder's number, path in it) of a line."""
    number, path = line.split(" ", 4)[3:]
    return int(number), path
