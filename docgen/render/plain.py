"""The Document tree as plain text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

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

# What a template puts around the words under a name: 版头 (7.2), 版记 (7.4), 报尾.
_AROUND = {
    "addressee": "{}：",
    "copies_to": "抄送：{}。",
    "report_to": "报：{}。",
    "send_to": "送：{}。",
    "issue_to": "发：{}。",
    "printed_on": "{}印发",
    "copies": "（共印{}份）",
}
# A briefing's number is a figure only; all others are whole.
_NUMBERS = {"briefing": "第{}期"}
# Words that stand on the line of others, at its right; without those they are not printed.
_BESIDE = {"issued_on": "issuer", "printed_on": "printer", "signers": "number"}
_GAP = "\u3000\u3000"
# What stands below the title, and what below the text; all else is above the title.
_UNDER = ("addressee",)
_FOOT = ("copies_to", "report_to", "send_to", "issue_to", "printer", "copies")


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
    above = [each.name for each in tree.named if each.name not in (*_FOOT, *_UNDER, *_BESIDE)]
    return [*_lines(tree, above), *tree.front, *_lines(tree, _UNDER)]


def _foot(tree: Tree) -> list[Paragraph]:
    """Return what stands below the body."""
    return _lines(tree, _FOOT)


def _lines(tree: Tree, names: Iterable[str]) -> list[Paragraph]:
    """Return the lines of these names, as far as they say anything."""
    given = {each.name: each for each in tree.named}
    beside = {first: given.get(second) for second, first in _BESIDE.items()}
    lines = []
    for named in (given[name] for name in names if name in given):
        right = beside.get(named.name)
        text = _beside(_words(named, tree.kind), right) if right else _words(named, tree.kind)
        if text:
            lines.append(Paragraph(Role.BODY, (Run(text),), named.origin))
    return lines


def _beside(words: str, right: Named) -> str:
    """Return a line of words with those at its right; of several 签发人 only the last pair
    stands on the line of the number (7.2.6)."""
    if right.name != "signers":
        return _GAP.join(filter(None, (words, _words(right, "")))) if words else ""
    lines = [f"签发人：{right.value[0]}", *right.value[1:]] if right.value else [""]
    lines[-1] = _GAP.join(filter(None, (words, lines[-1])))
    return "\n".join(lines)


def _words(named: Named, kind: str) -> str:
    """Return what is printed of a name, ``""`` for nothing."""
    value = named.value
    if not isinstance(value, str):
        # Records are the rows of a table, which stands in the blocks too.
        texts = [item for item in value if isinstance(item, str)]
        value = ("\n" if named.name == "joint" else "，").join(texts)
    around = _NUMBERS.get(kind, "{}") if named.name == "number" else _AROUND.get(named.name, "{}")
    return around.format(value) if value else ""


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
