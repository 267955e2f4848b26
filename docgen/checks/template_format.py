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


def check_format(
    template: Template, kind: str, workspace: Workspace, profile: Profile, report: Report
) -> None:
    """Report where the pages that `template` prints for `kind` leave the profile."""
    tree, scope = sample(kind, "full", workspace)
    data = render_docx(tree, scope, template, Report())
    if data is not None:
        inspect_format(data, profile, template.place, report, kind)
