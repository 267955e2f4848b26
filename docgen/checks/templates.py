"""A template tried on made-up documents: minimal, full and hostile.

Takes a compiled template and a kind; reports what fails, and what of a document it would
leave out.
"""

from __future__ import annotations

from docgen.base.diagnostics import Report, Words
from docgen.checks.specimen import MODES, specimen
from docgen.compose import compose
from docgen.library.snippets import Snippets
from docgen.render.docx import render_docx
from docgen.render.reading import read_texts
from docgen.render.template import Template
from docgen.source.workspace import Workspace

_MODE_WORDS = {
    "minimal": Words("最少的", "minimal"),
    "full": Words("完整的", "full"),
    "hostile": Words("刁钻的", "hostile"),
}


def check_template(template: Template, kind: str, workspace: Workspace, report: Report) -> None:
    """Report what goes wrong when `template` renders made-up documents of `kind`."""
    if not template.check_names(kind, report):
        return
    for mode in MODES:
        composed = compose(specimen(kind, mode, workspace), Snippets(workspace, Report()), Report())
        found = Report()
        data = render_docx(composed, template, found)
        if data is None:
            _tell(found, mode, report)
            return
        printed = iter(read_texts(data))
        lost = [text for text in composed.tree.texts() if text not in printed]
        if lost and template.has_body:
            shown = lost[0] if len(lost[0]) <= 30 else lost[0][:30] + "…"
            report.add("T042", template.place, sample=_MODE_WORDS[mode], text=shown)
            return


def _tell(found: Report, mode: str, report: Report) -> None:
    """Report what made-up data brought to light; a field that is not given, as such."""
    for diagnostic in found:
        if diagnostic.code == "T031":
            spot = diagnostic.facts["spot"]
            report.add("T043", diagnostic.place, spot=spot, sample=_MODE_WORDS[mode])
        else:
            report.extend([diagnostic])
