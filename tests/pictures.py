"""Page one of each kind as a picture, for the documentation: ``make pictures``."""

from __future__ import annotations

from conftest import ROOT
from docgen.render.blank.kinds import KINDS
from docgen.render.office import need_office
from docgen.render.pages import page_pictures
from test_pages import rendered

IMAGES = ROOT / "docs" / "images"
_DPI = 64


def draw() -> None:
    """Write docs/images/KIND.png for every kind."""
    pdfs = need_office().to_pdf({kind: rendered(kind) for kind in KINDS})
    for kind, pdf in pdfs.items():
        (IMAGES / f"{kind}.png").write_bytes(page_pictures(pdf, dpi=_DPI)[0])


if __name__ == "__main__":
    draw()
