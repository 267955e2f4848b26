"""The Document tree and a compiled template → the bytes of a .docx. Nothing else makes one."""

from __future__ import annotations

from docgen.base.diagnostics import Report
from docgen.language.jinja import Scope
from docgen.model.tree import Tree
from docgen.render.body import BodyWriter
from docgen.render.package import Packed, pack, write_package
from docgen.render.properties import CORE, CUSTOM, core_xml, digest_for, sealed
from docgen.render.template import Part, Template


def render_docx(tree: Tree, scope: Scope, template: Template, report: Report) -> bytes | None:
    """Return the document as .docx bytes, or None after reporting why not.

    `scope` holds what the template may name besides the body.

    The same input gives the same bytes, whatever the clock, locale or process.
    """
    kind = tree.kind
    if kind not in template.checked:
        template.checked[kind] = template.check_names(kind, report)
    if not template.checked[kind]:
        template.check_names(kind, report)
        return None
    if not template.has_body and tree.blocks:
        report.add("T041", template.place)
        return None
    lacking = template.styles.missing_for(tree.blocks) if template.has_body else []
    if lacking:
        for style in lacking:
            report.add("T040", template.place, style=style)
        return None
    body = BodyWriter(template.styles).write(tree.blocks) if template.has_body else None
    scope = scope | dict.fromkeys(("body", "正文"), lambda: body)
    rendered = [_rendered(part, scope, template, report) for part in template.parts]
    parts = [part for part in rendered if part is not None]
    if len(parts) < len(rendered):
        return None
    return _written([*parts, *template.fixed, pack(CORE, core_xml(tree))], template)


def _rendered(part: Part, scope: Scope, template: Template, report: Report) -> Packed | None:
    try:
        xml = part.code.render(scope)
    except Exception as exc:  # whatever a tag does is told at its paragraph
        template.explain(exc, part, report)
        return None
    if not part.repeats:
        return pack(part.name, xml.encode())
    from docgen.render.repair import repaired  # few templates need it

    return pack(part.name, repaired(xml))


def _written(parts: list[Packed], template: Template) -> bytes:
    digest = digest_for(parts, template.custom)
    return write_package([*parts, pack(CUSTOM, sealed(template.custom, digest))])
