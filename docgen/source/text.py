"""A file's bytes as text.

Takes a path, gives text with ``\\n`` line ends, whatever its encoding (UTF-8 with or without
a byte order mark, UTF-16, GB18030) and its line ends; or a diagnostic and None.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from docgen.base.diagnostics import Report
from docgen.base.place import Place

# One file holds one document's facts; more is somebody's mistake.
MAX_BYTES = 1024 * 1024

# What a YAML file may not hold as it stands: what XML forbids, the C1 controls, and the
# separators (NEL, LS, PS) that YAML would turn into line breaks behind the writer's back.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\u2028\u2029]|[\ud800-\udfff]|[\ufeff\ufffe\uffff]"
)


def read_text(path: Path, place: Place, report: Report) -> str | None:
    """Return the text of `path`, or None after reporting why not."""
    try:
        if path.stat().st_size > MAX_BYTES:
            report.add("L001", place, size=path.stat().st_size, limit=MAX_BYTES)
            return None
        data = path.read_bytes()
    except FileNotFoundError:
        report.add("S001", place)
        return None
    except OSError as exc:
        report.add("S002", place, reason=exc.strerror or str(exc))
        return None
    return decode(data, place, report)


def decode(data: bytes, place: Place, report: Report) -> str | None:
    """Return `data` as text with ``\\n`` line ends; report characters no document can hold."""
    text = _decoded(data)
    if text is None:
        report.add("S003", place)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    wrong = list(_UNWRITABLE.finditer(text))
    for match in wrong:
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        at = Place(place.file, line, column)
        report.add("S004", at, char=f"U+{ord(match.group()):04X}")
    return None if wrong else text


def _decoded(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        # Whatever is not UTF-8 in this field was typed on a Chinese Windows.
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def split_front_matter(text: str) -> tuple[str, str, int] | None:
    """Return (front matter, body, the body's first line number), or None without front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return None
