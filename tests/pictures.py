"""A page of each kind as a picture, for the documentation: ``make pictures``."""

from __future__ import annotations

from conftest import ROOT
from docgen.base.diagnostics import Report
from docgen.render.blank.kinds import KINDS
from docgen.render.docx import render_docx
from docgen.render.office import need_office
from docgen.render.pages import page_pictures
from test_pages import template
from test_template import example

IMAGES = ROOT / "docs" / "images"
_DPI = 64
_PAGE = {"task-table": 1}  # which page shows what the kind is: the table, not the words before it


def printed(kind: str) -> bytes:
    """Return the kind's example as .docx."""
    tree, scope = example(kind)
    data = render_docx(tree, scope, template(kind), Report())
    assert data is not None
    return data


def draw() -> None:
    """Write docs/images/KIND.png for every kind, of its example."""
    pdfs = need_office().to_pdf({kind: printed(kind) for kind in KINDS})
    for kind, pdf in pdfs.items():
        picture = page_pictures(pdf, dpi=_DPI)[_PAGE.get(kind, 0)]
        (IMAGES / f"{kind}.png").write_bytes(picture)


if __name__ == "__main__":
    draw()
