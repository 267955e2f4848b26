"""Units and documents as names of files: such that any system takes, no two alike."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from docgen.base.filenames import file_name, same_file


def file_names(words: Iterable[str]) -> dict[str, str]:
    """Return each of `words` → a name for its file, without ending. Where two would be one file
    (also on systems that take A and a for the same), a digest tells them apart."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for each in dict.fromkeys(words):
        name = file_name(each)
        if same_file(name) in taken:
            name = f"{name}-{_digest(each)}"
        taken.add(same_file(name))
        names[each] = name
    return names


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:6]
