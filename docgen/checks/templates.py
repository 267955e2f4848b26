"""A template tried on made-up documents: minimal, full and hostile.

Takes a compiled template and a kind; reports what fails, and what of a document it would
leave out.
"""

from __future__ import annotations

import re

from docgen.base.diagnostics import Report, Words, clipped
from docgen.checks.specimen import MODES, contract_sample, specimen
from docgen.compose import compose
from docgen.language.jinja import Scope
from docgen.library.snippets import Snippets
from docgen.model.documents import DOCUMENTS
from docgen.model.tree import Grid, Tree
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
        tree, scope = sample(kind, mode, workspace)
        found = Report()
        data = render_docx(tree, scope, template, found)
        if data is None:
            _tell(found, mode, report)
            return
        lost = _lost(tree, read_texts(data))
        if lost and template.has_body:
            shown = clipped(lost[0], 30)
            report.add("T042", template.place, sample=_MODE_WORDS[mode], text=shown)
            return


def sample(kind: str, mode: str, workspace: Workspace) -> tuple[Tree, Scope]:
    """Return a made-up document of `kind`, and what a template may name of it."""
    if kind in DOCUMENTS:
        composed = compose(specimen(kind, mode, workspace), Snippets(workspace), Report())
        return composed.tree, composed.scope
    return contract_sample(kind, mode)


def _lost(tree: Tree, printed: list[str]) -> list[str]:
    """Return what of a document is not printed: paragraphs of the body, in order, and the words
    of the title and the lines under it, wherever a template has them."""
    whole = "".join(printed).replace("\n", "")
    words = [re.split("[　（）]", line.text.replace("\n", "")) for line in tree.front]
    missing = [word for line in words for word in line if word not in whole]
    rest = iter(printed)
    named = [block for block in tree.blocks if isinstance(block, Grid) and block.named]
    missing += [row[1] for grid in named for row in grid.rows if row[1] not in whole]
    body = Tree(tree.kind, (), tuple(b for b in tree.blocks if b not in named), "").texts()
    return missing + [text for text in body if text not in rest]


def _tell(found: Report, mode: str, report: Report) -> None:
    """Report what made-up data brought to light; a field that is not given, as such."""
    for diagnostic in found:
        if diagnostic.code == "T031":
            spot = diagnostic.facts["spot"]
            report.add("T043", diagnostic.place, spot=spot, sample=_MODE_WORDS[mode])
        else:
            report.extend([diagnostic])
