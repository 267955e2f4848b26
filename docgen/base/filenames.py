"""Names of files that are made of data: a title, a unit, a date.

Gives names that Windows, macOS and Linux all take, one component long, never a way out of a
folder; and `filled`, the tiny formatter of name patterns, which knows fields and nothing else.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from docgen.base.limits import limit

# Controls, what Windows refuses, separators; marks that turn or hide text (U+202E, U+200B …).
_UNFIT = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*]|[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udfff]'
)
# Windows keeps these for devices, whatever their ending.
_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=$|\.)", re.I)
_FIELD = re.compile(r"\{(\w+)\}")
_DIGITS = 8


class UnknownFieldError(ValueError):
    """A name pattern with a field that there is not; its words are the field's name."""


def file_name(words: str) -> str:
    """Return words as a file's name, without an ending; ``_`` where nothing is left of them."""
    name = unicodedata.normalize("NFC", " ".join(_UNFIT.sub("", _lines(words)).split()))
    name = name.strip(" .") or "_"
    if _DEVICES.match(name):
        name = "_" + name
    return _short(name)


def _lines(words: str) -> str:
    return words.replace("\n", " ").replace("\t", " ")


def _short(name: str) -> str:
    """Return a name within the limit; a longer one ends in a digest that keeps it apart."""
    most = limit("name_bytes")
    data = name.encode()
    if len(data) <= most:
        return name
    mark = "~" + hashlib.sha256(data).hexdigest()[:_DIGITS]
    kept = data[: max(0, most - len(mark))].decode("utf-8", "ignore")
    return kept.rstrip(" .") + mark


def same_file(name: str) -> str:
    """Return what is equal for two names that some system takes for one file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def filled(pattern: str, fields: Mapping[str, str]) -> str:
    """Return a pattern such as ``{date}-{title}`` with its fields filled in, each as a name.

    Raises UnknownFieldError for a field there is not, and for a brace that is none of a field's:
    there are no attributes, items or formats to reach for.
    """

    def fill(match: re.Match[str]) -> str:
        if match[1] not in fields:
            raise UnknownFieldError(match[1])
        return fields[match[1]]

    left = _FIELD.sub("", pattern)
    if "{" in left or "}" in left:
        raise UnknownFieldError(pattern)
    return file_name(_FIELD.sub(fill, pattern))
