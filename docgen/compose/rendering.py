"""One text → its words; what is wrong in it is reported at its place."""

from __future__ import annotations

import re

from docgen.base.diagnostics import Report, Words, clipped, suggestion
from docgen.base.han import FORBIDDEN
from docgen.language.jinja import Fault, Scope, fault_of, names_of, render_text
from docgen.model.values import Text

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STRAY = re.compile(r"\}\}|%\}|#\}|｛｛|｝｝|｛%|%｝")

_FAULTS = {
    "syntax": "C001",
    "unknown": "C002",
    "empty": "C003",
    "record": "C004",
    "filter": "C005",
    "forbidden": "C006",
    "failed": "C007",
}


def render(text: Text, scope: Scope, report: Report) -> str:
    """Return a text's words, or ``""`` after reporting why it has none."""
    if not _is_readable(text, list(scope), report):
        return ""
    try:
        words = render_text(text.source, scope)
    except Exception as exc:  # every fault of a text is told at its place
        _tell(fault_of(exc), text, list(scope), report)
        return ""
    for match in FORBIDDEN.finditer(words):
        report.add("S005", text.place, char=f"U+{ord(match.group()):04X}")
    return "" if FORBIDDEN.search(words) else words


def check_text(text: Text, names: list[str], report: Report) -> None:
    """Report a text that cannot be read, or that names what is none of `names`."""
    _is_readable(text, names, report)


def _is_readable(text: Text, names: list[str], report: Report) -> bool:
    """Whether a text can be read and all it names is known; what is wrong is reported."""
    stray = _STRAY.search(_TAG.sub("", text.source))
    if stray:
        found = stray.group()
        reason = Words(f"花括号是全角的“{found}”", f"full-width '{found}'")
        if found.isascii():
            reason = Words(f"“{found}”前面没有开头", f"nothing opens '{found}'")
        _tell(Fault("syntax", 1, reason=reason), text, names, report)
        return False
    if "{" not in text.source:
        return True
    try:
        asked = names_of(text.source)
    except Exception as exc:  # as above
        _tell(fault_of(exc), text, names, report)
        return False
    unknown = [name for name in asked if name not in names]
    for name in unknown:
        _tell(Fault("unknown", asked[name], name), text, names, report)
    return not unknown


def _tell(fault: Fault, text: Text, names: list[str], report: Report) -> None:
    lines = text.source.split("\n")
    # Only a text typed with | keeps the file's lines.
    at = fault.line - 1 if text.literal and fault.line <= len(lines) else 0
    shown = lines[at] if text.literal else text.source
    place = text.place.down(at)
    known = list(fault.known) or names
    report.add(
        _FAULTS[fault.kind], place,
        name=fault.name, text=clipped(shown, 30),
        reason=fault.reason, known=suggestion(fault.name, known, limit=16),
    )  # fmt: skip
