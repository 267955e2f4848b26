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
        data = render_docx(composed, template, report)
        if data is None:
            return
        printed = iter(read_texts(data))
        lost = [text for text in composed.tree.texts() if text not in printed]
        if lost:
            shown = lost[0] if len(lost[0]) <= 30 else lost[0][:30] + "…"
            report.add("T042", template.place, sample=_MODE_WORDS[mode], text=shown)
            return
