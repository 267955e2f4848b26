"""Units and documents as names of files: such that any system takes, no two alike."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

# What Windows, macOS or Linux does not take in a name; and its ends.
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
# A name has 255 bytes, an ending and a mark of docgen's own among them; a Han takes 3.
_BYTES = 180


def file_names(words: Iterable[str]) -> dict[str, str]:
    """Return each of `words` → a name for its file, without ending. Where two would be one file
    (also on systems that take A and a for the same), a digest tells them apart."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for each in dict.fromkeys(words):
        name = _fit(each)
        if name.casefold() in taken:
            name = f"{name}-{_digest(each)}"
        taken.add(name.casefold())
        names[each] = name
    return names


def _fit(words: str) -> str:
    name = _UNFIT.sub("_", words).strip(" .") or "_"
    if _DEVICES.fullmatch(name):
        name = f"_{name}"
    if len(name.encode()) > _BYTES:
        clipped = name.encode()[:_BYTES].decode("utf-8", "ignore")
        name = f"{clipped}-{_digest(words)}"
    return name


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:6]
