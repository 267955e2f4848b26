"""The words around a hit, for a person to judge by.

Takes a snippet's file, the words asked for and the library's folders; gives some forty characters
of its text as it reads: a phrase that it includes in its own words, a parameter as what it is for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from docgen.library.search.normal_form import as_typed, normal

_BEFORE, _LENGTH = 10, 40

# Between two variants, of which no sentence goes on in the other.
BETWEEN = "／"
# The end of a line with the blanks around it; and a line that opens a variant.
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_VARIANT = re.compile(r"\s*^#[ \t]+\S+[ \t]*$\s*", re.MULTILINE)

_TAG = re.compile(r"\{\{-?\s*(.+?)\s*-?\}\}")
_CONTROL = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)
_INCLUDED = re.compile(r"""(?:snippet|片段)\s*\(\s*["']([^"'@]+)(?:@(\d+))?["'](.*)""")
_TITLE = r"(?m)^(?:title|名称):\s*[\"']?(.*?)[\"']?\s*$"
# The rest is compiled only when there is something to look for.
# Where a parameter's declaration says what it is for, and what it is when it is not given.
_PARAMS = r"(?m)^(?:params|参数):"
_DECLARED = r"(?:\n[ \t]+|[{{,][ \t]*){name}:[ \t]*(\{{[^{{}}]*\}}|[^\n{{}},]*(?:\n[ \t]{{4,}}.*)*)"
_SAID = r"(?:doc|说明):\s*([^,}\n]+)", r"(?:default|默认):\s*([^,}\n]+)"


def excerpt(file: Path, words: list[str], folders: list[Path]) -> str:
    """Return the text around the first of `words` that stands in it, else its beginning."""
    front, body = _parts(file)
    body = _VARIANT.sub(BETWEEN, _CONTROL.sub("", body.strip()))
    body = _BREAK.sub("", _TAG.sub(_spoken(front, folders), body)).removeprefix(BETWEEN)
    found = (as_typed(normal(word)).search(body) for word in words)
    at = min((match.start() for match in found if match), default=0)
    start = max(0, at - _BEFORE)
    opened = body.rfind("〔", 0, start)
    if opened > body.rfind("〕", 0, start):
        start = opened
    shown = body[start : start + _LENGTH]
    return ("…" if start else "") + shown + ("…" if start + _LENGTH < len(body) else "")


def _parts(file: Path) -> tuple[str, str]:
    """Return a file's front matter and its body."""
    try:
        text = file.read_text("utf-8", errors="replace")
    except OSError:  # gone since it was listed
        return "", ""
    front, _, body = text.partition("\n---\n")
    return front, body


def _spoken(front: str, folders: list[Path]) -> Callable[[re.Match[str]], str]:
    """Return what says in words what stands in ``{{ }}``."""

    def said(match: re.Match[str]) -> str:
        included = _INCLUDED.match(match[1])
        if included is not None:
            return _included(included[1], included[2], '"' in included[3], folders)
        name = re.split(r"\W", match[1], maxsplit=1)[0]
        return f"〔{_parameter(front, name) or match[1]}〕"

    return said


def _parameter(front: str, name: str) -> str:
    """Return what a parameter is for, else what it is by default."""
    params = re.split(_PARAMS, front, maxsplit=1)
    declared = re.search(_DECLARED.format(name=re.escape(name)), params[-1])
    if len(params) == 1 or declared is None:
        return ""
    found = next((match for said in _SAID if (match := re.search(said, declared[1]))), None)
    words = found[1] if found else "" if "{" in declared[1] else declared[1]
    return words.strip(" \"'\n")


def _included(id: str, version: str, other: bool, folders: list[Path]) -> str:
    """Return the words of a phrase that is included; its title where they are long, depend on
    the day or on more than the phrase, or an `other` variant than the main one is meant."""
    places = (folder / id for folder in folders)
    files = next(filter(None, map(_versions, places)), {})
    file = files.get(int(version)) if version else max(files.items())[1] if files else None
    if file is None:
        return f"〔{id}〕"
    front, body = _parts(file)
    main = _VARIANT.split(body.strip(), maxsplit=1)[0].strip()
    title = re.search(_TITLE, front)
    plain = len(files) == 1 or version
    if plain and not other and 0 < len(main) <= _LENGTH and "{" not in main:
        return main
    return f"〔{title[1] if title else id}〕"


def _versions(place: Path) -> dict[int, Path]:
    """Return version → file of the snippet at `place`, its path without the ending."""
    first = place.with_name(f"{place.name}.md")
    later = {path.stem.rpartition("@")[2]: path for path in place.parent.glob(f"{place.name}@*.md")}
    found = {int(number): path for number, path in later.items() if number.isdigit()}
    return {1: first, **found} if first.is_file() else found
