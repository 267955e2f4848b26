"""The Document tree as plain text and as Markdown."""

from __future__ import annotations

from docgen.base.han import join_lines
from docgen.model.tree import Grid, Named, Paragraph, Role, Run, Tree

_LEVELS = {
    Role.TITLE: "# ",
    Role.HEADING_1: "## ",
    Role.HEADING_2: "### ",
    Role.HEADING_3: "#### ",
    Role.HEADING_4: "##### ",
    Role.ATTACHMENT_TITLE: "## ",
}

# Named words that stand below the title, and those of the foot with their labels (7.4).
_UNDER = ("addressee",)
_FOOT = {
    "copies_to": "抄送：", "report_to": "报：", "send_to": "送：", "issue_to": "发：",
    "printer": "印发机关：", "printed_on": "印发日期：", "copies": "份数：",
}  # fmt: skip


def render_txt(tree: Tree) -> bytes:
    """Return the document's paragraphs, one a line; a table's cells are parted by tabs."""
    lines = [paragraph.text for paragraph in _front(tree)]
    for block in tree.blocks:
        if isinstance(block, Grid):
            rows = [block.head, *block.rows] if any(block.head) else list(block.rows)
            lines += ["\t".join(_flat(cell) for cell in row) for row in rows]
        else:
            lines.append(block.text)
    lines += [paragraph.text for paragraph in _foot(tree)]
    return ("\n".join(lines) + "\n").encode()


def render_md(tree: Tree) -> bytes:
    """Return the document as Markdown: headings and tables; text is as it was typed."""
    pieces = [_paragraph(paragraph) for paragraph in _front(tree)]
    for block in tree.blocks:
        pieces.append(_table(block) if isinstance(block, Grid) else _paragraph(block))
    pieces += [_paragraph(paragraph) for paragraph in _foot(tree)]
    return ("\n\n".join(pieces) + "\n").encode()


def _front(tree: Tree) -> list[Paragraph]:
    """Return what stands above the body: the head, the title and its lines, who is addressed."""
    head = [_line(each) for each in tree.named if each.name not in (*_FOOT, *_UNDER)]
    under = [_line(each, "：") for each in tree.named if each.name in _UNDER]
    return [
        *(each for each in head if each.text),
        *tree.front,
        *(e for e in under if e.text != "："),
    ]


def _foot(tree: Tree) -> list[Paragraph]:
    """Return what stands below the body."""
    told = [(_FOOT[each.name], each.words) for each in tree.named if each.name in _FOOT]
    return [Paragraph(Role.BODY, (Run(f"{label}{words}"),)) for label, words in told if words]


def _line(named: Named, mark: str = "") -> Paragraph:
    # Records are the rows of a table, which stands in the blocks too.
    words = named.words if all(isinstance(item, str) for item in named.value) else ""
    return Paragraph(Role.BODY, (Run(words + mark),), named.origin)


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
