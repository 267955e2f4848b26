"""Where a template leaves the format: a made-up document printed with it is inspected.

What is found lies in the template's styles, sections, headers and footers; the words of the
document are ours.
"""

from __future__ import annotations

from docgen.base.diagnostics import Report
from docgen.checks.inspect import inspect_format
from docgen.checks.templates import sample
from docgen.model.profile import Profile
from docgen.render.docx import render_docx
from docgen.render.template import Template
from docgen.source.workspace import Workspace

# What lies in the words of a document, which here are ours.
_OF_THE_WORDS = ("title.line_limit", "title.shape", "title.end_mark", "title.book_marks")


def check_format(
    template: Template, kind: str, workspace: Workspace, profile: Profile, report: Report
) -> None:
    """Report where the pages that `template` prints for `kind` leave the profile."""
    tree, scope = sample(kind, "full", workspace)
    data = render_docx(tree, scope, template, Report())
    found = Report()
    if data is not None:
        inspect_format(data, profile, template.place, found, kind)
    report.extend(d for d in found if d.facts.get("parameter") not in _OF_THE_WORDS)
