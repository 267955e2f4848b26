"""One text → its words; what is wrong in it is reported at its place."""

from __future__ import annotations

from docgen.base.diagnostics import Report, Words, suggestion
from docgen.language.jinja import Fault, Scope, compile_text, fault_of, render_text
from docgen.model.values import Text

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
    try:
        return render_text(text.source, scope)
    except Exception as exc:  # every fault of a text is told at its place
        _tell(fault_of(exc), text, list(scope), report)
        return ""


def check_syntax(text: Text, report: Report) -> None:
    """Report a text that cannot even be read."""
    try:
        compile_text(text.source)
    except Exception as exc:  # as above
        _tell(fault_of(exc), text, [], report)


def _tell(fault: Fault, text: Text, names: list[str], report: Report) -> None:
    shown = text.source if len(text.source) <= 30 else text.source[:30] + "…"
    known = list(fault.known) or names
    hint = suggestion(fault.name, known, limit=16) if fault.name else Words("", "")
    report.add(
        _FAULTS[fault.kind], text.place,
        name=fault.name, text=shown, reason=fault.reason, known=hint,
    )  # fmt: skip
