"""One snippet file: front matter, body, variants.

Takes ``snippets/<topic>/<name>.md``, gives a `Snippet`; ``# name`` on a line of its own
opens a variant. The body is a text: not Markdown.
"""

from __future__ import annotations

import re
from pathlib import Path

from docgen.base.diagnostics import Report
from docgen.base.han import join_lines
from docgen.base.place import Place
from docgen.library.params import check_declared
from docgen.model.library import Snippet, SnippetCard
from docgen.model.values import Text, When
from docgen.source.schema import read_record
from docgen.source.text import read_text, split_front_matter
from docgen.source.workspace import shown
from docgen.source.yaml import parse_mapping

_VARIANT = re.compile(r"#[ \t]+(\S+)[ \t]*")


def read_snippet(path: Path, id: str, version: int, report: Report) -> Snippet | None:
    """Return the snippet in `path`, or None after reporting why not."""
    place = Place(shown(path), 1, 1)
    text = read_text(path, place, report)
    if text is None:
        return None
    split = split_front_matter(text)
    if split is None:
        report.add("S029", place)
        return None
    front, body, first = split
    mapping = parse_mapping(front, Place(place.file, 2, 1), report)
    card = read_record(mapping, SnippetCard, report) if mapping else None
    if card is None:
        return None
    _check_window(card, report)
    variants = _variants(body, Place(place.file, first, 1), report)
    if not variants[""].source:
        report.add("N006", variants[""].place, id=id)
        return None
    snippet = Snippet(id, version, card, variants, place)
    check_declared(snippet, report)
    if card.verbatim or card.digest:
        from docgen.library.verbatim import check_verbatim  # few are quotations

        check_verbatim(snippet, report)
    return snippet


def front_matter(path: Path) -> str:
    """Return a file's front matter as typed, and maybe more; ``""`` for one nobody can read.

    For looking words up in all files of a library: not a character is checked.
    """
    try:
        head = path.read_bytes().partition(b"\n---")[0]
        return head.decode()
    except OSError:
        return ""
    except UnicodeDecodeError:  # GB18030, UTF-16: what decides is in the source floor
        return read_text(path, Place(path.name), Report()) or ""


def _check_window(card: SnippetCard, report: Report) -> None:
    valid = card.valid
    first, last = (valid.from_, valid.to) if valid else (None, None)
    if not (valid and isinstance(first, When) and isinstance(last, When)):
        return
    if last.start.iso < first.start.iso:
        report.add("S026", valid.where("from"), start=first, end=last)


def _variants(body: str, place: Place, report: Report) -> dict[str, Text]:
    """Return variant name → text; the main body under ``""``."""
    lines: dict[str, tuple[int, list[str]]] = {"": (0, [])}
    name = ""
    for number, line in enumerate(body.split("\n")):
        opened = _VARIANT.fullmatch(line)
        if opened:
            name = opened.group(1)
            if name in lines:
                at, earlier = place.down(number), place.line + lines[name][0] - 1
                report.add("S021", at, key=name, other=name, line=earlier)
            lines[name] = (number + 1, [])
        else:
            lines[name][1].append(line)
    return {name: _text(typed, place.down(start)) for name, (start, typed) in lines.items()}


def _text(lines: list[str], place: Place) -> Text:
    blank = next((i for i, line in enumerate(lines) if line.strip()), 0)
    return Text(join_lines(lines), place.down(blank))
