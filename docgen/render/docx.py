"""The Document tree and a compiled template → the bytes of a .docx. Nothing else makes one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docgen.base.diagnostics import Report
from docgen.language.jinja import Scope
from docgen.model.tree import Block, Grid, Tree
from docgen.render.body import Body, BodyWriter
from docgen.render.package import Packed, pack, write_package
from docgen.render.properties import CORE, CUSTOM, core_xml, digest_for, sealed
from docgen.render.provenance import provenance_xml
from docgen.render.template import DOCUMENT, Part, Template


def render_docx(
    tree: Tree, scope: Scope, template: Template, report: Report, root: Path | None = None
) -> bytes | None:
    """Return the document as .docx bytes, or None after reporting why not.

    `scope` holds what the template may name besides the body; `root` is the workspace that the
    origins of paragraphs are told from, None where they are to be left out.

    The same input gives the same bytes, whatever the clock, locale or process.
    """
    kind = tree.kind
    if kind not in template.checked:
        template.checked[kind] = template.check_names(kind, report)
    if not template.checked[kind]:
        template.check_names(kind, report)
        return None
    blocks = _for_body(tree, template)
    if not template.has_body and blocks:
        report.add("T041", template.place)
        return None
    lacking = template.styles.missing_for(blocks) if template.has_body else []
    if lacking:
        for style in lacking:
            report.add("T040", template.place, style=style)
        return None
    body = BodyWriter(template.styles).write(blocks) if template.has_body else None
    scope = scope | dict.fromkeys(("body", "正文"), lambda: body)
    rendered = [(part, _rendered(part, scope, template, report)) for part in template.parts]
    printed = [(part, xml) for part, xml in rendered if xml is not None]
    if len(printed) < len(rendered):
        return None
    parts = [_packed(part, xml) for part, xml in printed]
    xml = next((xml for part, xml in printed if part.name == DOCUMENT), "")
    parts += _origins(tree, blocks, xml, body, template, root)
    return _written([*parts, *template.fixed, pack(CORE, core_xml(tree))], template)


def _for_body(tree: Tree, template: Template) -> tuple[Block, ...]:
    """Return what ``{{p body }}`` prints: all but a table whose rows the template prints itself."""
    if not any(isinstance(block, Grid) and block.named for block in tree.blocks):
        return tree.blocks
    names = {name for part in template.parts for name in part.code.names}
    return tuple(
        block
        for block in tree.blocks
        if not (isinstance(block, Grid) and names.intersection(block.named))
    )


def _origins(
    tree: Tree,
    blocks: tuple[Block, ...],
    xml: str,
    body: Body | None,
    template: Template,
    root: Path | None,
) -> Iterable[Packed]:
    """Return the part that says where paragraphs came from, and those that point to it."""
    wired = template.wired
    if root is None:
        return wired.without
    written = body.__html__() if body else ""
    content = provenance_xml(tree, blocks, xml, written, root, template.place)
    return (*wired.parts, pack(wired.name, content))


def _rendered(part: Part, scope: Scope, template: Template, report: Report) -> str | None:
    try:
        return part.code.render(scope)
    except Exception as exc:  # whatever a tag does is told at its paragraph
        template.explain(exc, part, report)
        return None


def _packed(part: Part, xml: str) -> Packed:
    if not part.repeats:
        return pack(part.name, xml.encode())
    from docgen.render.repair import repaired  # few templates need it

    return pack(part.name, repaired(xml))


def _written(parts: list[Packed], template: Template) -> bytes:
    digest = digest_for(parts, template.custom)
    return write_package([*parts, pack(CUSTOM, sealed(template.custom, digest))])
