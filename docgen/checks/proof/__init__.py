"""The real page: a document and the PDF that LibreOffice made of it → what was measured.

`proof` reports where the pages leave the profile and returns the figures. It takes bytes, so it
proves anybody's .docx; what cannot be seen on the page is left to `inspect`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from lxml import etree

from docgen.base.diagnostics import Report, Words
from docgen.base.errors import DocgenError
from docgen.base.place import Place
from docgen.checks.proof.ending import Ending, judge_ending, read_ending
from docgen.checks.proof.folio import Folio, judge_folios, read_folios
from docgen.checks.proof.glyphs import Glyphs, judge_glyphs, read_glyphs
from docgen.checks.proof.grid import Grid, judge_grid, read_grid
from docgen.checks.proof.head import Head, judge_head, read_head
from docgen.checks.proof.manuscript import Manuscript, read_manuscript
from docgen.checks.proof.margins import (
    Margins,
    judge_margins,
    judge_paper,
    judge_turned,
    read_margins,
)
from docgen.checks.proof.printed import Page, read_pages
from docgen.checks.proof.sheet import Sheet, read_sheets
from docgen.checks.proof.verdict import Verdict
from docgen.model.profile import Profile
from docgen.render.package import DamagedError


class Figure(NamedTuple):
    """One measured figure, as people read it."""

    key: str  # its name for programs
    label: Words
    value: str  # "" where the pages do not show it
    unit: Words


class Proof(NamedTuple):
    """What was measured on the pages of one document."""

    pages: int
    grid: Grid
    margins: Sequence[Margins]
    folios: Sequence[Folio]
    head: Head | None
    ending: Ending
    glyphs: Glyphs

    def figures(self) -> list[Figure]:
        """Return the figures in the order in which an office asks for them."""
        from docgen.checks.proof.figures import figures

        return figures(self)

    def as_dict(self) -> dict[str, Any]:
        """Return everything that was measured, of plain values."""
        from docgen.checks.proof.figures import as_dict

        return as_dict(self)


def proof(
    document: bytes,
    pdf: bytes,
    profile: Profile,
    place: Place,
    report: Report,
    *,
    statutory: bool = True,
) -> Proof:
    """Measure a document's pages and report where they leave the profile.

    Raises DocgenError where the document or the PDF cannot be read: nothing was proved then.
    """
    manuscript, sheets = _read(document, pdf, place)
    pages = read_pages(sheets, manuscript)
    verdict = Verdict(profile, place, report, statutory)
    measured = _measured(pages, manuscript, verdict)
    _judge(measured, pages, manuscript, verdict)
    return measured


def _read(document: bytes, pdf: bytes, place: Place) -> tuple[Manuscript, list[Sheet]]:
    try:
        manuscript = read_manuscript(document)
    except (DamagedError, KeyError, etree.XMLSyntaxError):
        raise DocgenError("F203", place) from None
    try:
        return manuscript, read_sheets(pdf)
    except ValueError as exc:
        raise DocgenError("F205", place, reason=str(exc)) from None


def _measured(pages: list[Page], manuscript: Manuscript, verdict: Verdict) -> Proof:
    grid = read_grid(pages, manuscript, verdict.profile)
    return Proof(
        len(pages),
        grid,
        read_margins(pages, grid),
        read_folios(pages, verdict, mirrored=manuscript.mirrored),
        read_head(pages, verdict),
        read_ending(pages, verdict),
        read_glyphs(pages, manuscript),
    )


def _judge(measured: Proof, pages: list[Page], manuscript: Manuscript, verdict: Verdict) -> None:
    if not any(page.body for page in pages):
        verdict.note("F206")
        return
    judge_paper(pages, verdict)
    judge_grid(measured.grid, verdict)
    judge_margins(measured.margins, manuscript, measured.grid, verdict)
    judge_turned(pages, verdict)
    letter = measured.head is not None and measured.head.is_letter
    judge_folios(measured.folios, pages, verdict, letter=letter)
    if measured.head is not None:
        judge_head(measured.head, verdict)
    judge_ending(measured.ending, verdict)
    judge_glyphs(measured.glyphs, verdict)
