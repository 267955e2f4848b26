"""Where in a template something stands, said so that a Word user can find it.

A number alone is not what a Word user can count, so a spot names the part, the paragraph,
the table row it may be in, and the first words of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from docgen.base.diagnostics import Words, clipped
from docgen.render.xml import W

_PARTS = (
    (r"word/document\.xml", "正文", "body"),
    (r"word/header\d*\.xml", "页眉", "header"),
    (r"word/footer\d*\.xml", "页脚", "footer"),
    (r"word/footnotes\.xml", "脚注", "footnotes"),
    (r"word/endnotes\.xml", "尾注", "endnotes"),
)
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Spot(NamedTuple):
    """One paragraph of a part: its number (1-based), where it is, and its whole text."""

    part: str
    number: int
    text: str
    table: int = 0
    row: int = 0
    in_row: str = ""  # what else is written in its table row
    in_cell: str = ""  # what else is written in its cell
    carries: Words | None = None  # what it holds that is no text, and goes where it goes

    def words(self) -> Words:
        """Return the spot as messages say it."""
        zh, en = part_words(self.part)
        shown = clipped(self.text, 40)
        zh += f"第{self.number}段"
        en += f", paragraph {self.number}"
        if self.table:
            zh += f"（表{self.table}第{self.row}行）"
            en += f" (table {self.table}, row {self.row})"
        return Words(f"{zh}“{shown}”", f"{en} '{shown}'")


def is_rendered(name: str) -> bool:
    """Whether a part may hold tags: body, headers, footers, notes."""
    return any(re.fullmatch(pattern, name) for pattern, _, _ in _PARTS)


def part_words(name: str) -> tuple[str, str]:
    """Return a part's Chinese and English name."""
    return next((zh, en) for pattern, zh, en in _PARTS if re.fullmatch(pattern, name))


def spots_of(part: str, root: Any) -> list[Spot]:
    """Return the paragraphs of a part in document order, each with its own text.

    The same order and number in which ``<w:p`` stands in the part's source; what stands in
    an mc:Fallback is counted but has no text, since it repeats the Choice beside it.
    """
    tables = {table: index for index, table in enumerate(root.iter(f"{W}tbl"), start=1)}
    return [
        _spot(part, number, paragraph, tables)
        for number, paragraph in enumerate(root.iter(f"{W}p"), start=1)
    ]


# What a paragraph may hold besides text: ECMA-376-1 17.6.17, 20.4, 17.3.3.
_CARRIED = (
    ("sectPr", Words("分节符", "a section break")),
    ("drawing", Words("图片或文本框", "a picture or text box")),
    ("pict", Words("图片或文本框", "a picture or text box")),
    ("object", Words("嵌入的对象", "an embedded object")),
    ("footnoteReference", Words("脚注", "a footnote")),
    ("endnoteReference", Words("尾注", "an endnote")),
)


def _carried(paragraph: Any) -> Words | None:
    found = (
        words for tag, words in _CARRIED if next(paragraph.iter(f"{W}{tag}"), None) is not None
    )
    return next(found, None)


def _spot(part: str, number: int, paragraph: Any, tables: dict[Any, int]) -> Spot:
    repeated = any(True for _ in paragraph.iterancestors(FALLBACK))
    text = "" if repeated else "".join(_own_text(paragraph))
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    if row is None:
        return Spot(part, number, text, carries=_carried(paragraph) if "{" in text else None)
    table = next(row.iterancestors(f"{W}tbl"))
    position = [r for r in table.iter(f"{W}tr") if next(r.iterancestors(f"{W}tbl")) is table]
    cell = next(paragraph.iterancestors(f"{W}tc"), row)
    others = [p for p in row.iter(f"{W}p") if p is not paragraph]
    in_row = "".join(text for p in others for text in _own_text(p)).strip()
    near = [p for p in others if next(p.iterancestors(f"{W}tc"), None) is cell]
    in_cell = "".join(text for p in near for text in _own_text(p)).strip()
    return Spot(part, number, text, tables[table], position.index(row) + 1, in_row, in_cell)


def _own_text(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(f"{W}t"):
        if next(node.iterancestors(f"{W}p")) is paragraph:
            yield node.text or ""
