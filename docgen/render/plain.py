"""The Document tree as plain text and as Markdown."""

from __future__ import annotations

from docgen.base.han import join_lines
from docgen.model.tree import Grid, Paragraph, Role, Tree

_LEVELS = {
    Role.TITLE: "# ",
    Role.HEADING_1: "## ",
    Role.HEADING_2: "### ",
    Role.HEADING_3: "#### ",
    Role.HEADING_4: "##### ",
    Role.ATTACHMENT_TITLE: "## ",
}


def render_txt(tree: Tree) -> bytes:
    """Return the document's paragraphs, one a line; a table's cells are parted by tabs."""
    lines = [paragraph.text for paragraph in tree.front]
    for block in tree.blocks:
        if isinstance(block, Grid):
            rows = [block.head, *block.rows] if any(block.head) else list(block.rows)
            lines += ["\t".join(_flat(cell) for cell in row) for row in rows]
        else:
            lines.append(block.text)
    return ("\n".join(lines) + "\n").encode()


def render_md(tree: Tree) -> bytes:
    """Return the document as Markdown: headings and tables; text is as it was typed."""
    pieces = [_paragraph(paragraph) for paragraph in tree.front]
    for block in tree.blocks:
        pieces.append(_table(block) if isinstance(block, Grid) else _paragraph(block))
    return ("\n\n".join(pieces) + "\n").encode()


def _paragraph(paragraph: Paragraph) -> str:
    level = _LEVELS.get(paragraph.role, "")
    text = _flat(paragraph.text) if level else paragraph.text.replace("\n", "  \n")
    return level + text


def _table(grid: Grid) -> str:
    rows = [grid.head, ("---",) * len(grid.head), *grid.rows]
    return "\n".join(
        "| " + " | ".join(_flat(cell).replace("|", "\\|") for cell in row) + " |" for row in rows
    )


def _flat(text: str) -> str:
    return join_lines(text.split("\n"))


PLAIN = {"txt": render_txt, "md": render_md}
