"""What loops and conditions in a template leave behind, mended in the rendered part.

docxtpl does this for every document; here only parts whose template has a table, a drawing
or a bookmark of its own need it. Takes and gives the XML of one part.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from docgen.render.xml import W, parse_xml

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def repaired(xml: str) -> bytes:
    """Return a rendered part with cells that have a paragraph, table grids as wide as their
    rows, drawings numbered apart, and each bookmark once."""
    root = parse_xml(xml.encode())
    for cell in root.iter(f"{W}tc"):
        if cell.find(f"{W}p") is None and cell.find(f"{W}tbl") is None:
            etree.SubElement(cell, f"{W}p")
    for table in root.iter(f"{W}tbl"):
        _fit_grid(table)
    for number, drawing in enumerate(root.iter(f"{_WP}docPr"), start=1):
        drawing.set("id", str(number))
    _single_bookmarks(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _fit_grid(table: Any) -> None:
    """Give a table as many grid columns as its widest row has cells (``{%tc for %}``)."""
    grid = table.find(f"{W}tblGrid")
    rows = table.findall(f"{W}tr")
    if grid is None or not rows:
        return
    columns = grid.findall(f"{W}gridCol")
    wanted = max(sum(_span(cell) for cell in row.findall(f"{W}tc")) for row in rows)
    if not columns or wanted == len(columns):
        return
    width = sum(int(column.get(f"{W}w", "0")) for column in columns) // max(wanted, 1)
    for column in columns:
        grid.remove(column)
    for _ in range(wanted):
        etree.SubElement(grid, f"{W}gridCol").set(f"{W}w", str(width))


def _span(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(span.get(f"{W}val", "1")) if span is not None else 1


def _single_bookmarks(root: Any) -> None:
    """Keep the first of each bookmark's name and id; a loop has repeated the others."""
    for tag, key in ((f"{W}bookmarkStart", f"{W}name"), (f"{W}bookmarkEnd", f"{W}id")):
        seen: set[str] = set()
        for mark in list(root.iter(tag)):
            name = mark.get(key, "")
            if name in seen:
                mark.getparent().remove(mark)
            seen.add(name)
