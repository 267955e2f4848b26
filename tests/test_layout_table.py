"""What settings give 22 lines of 28 characters, measured: the wrong ones must measure wrong.

Each row is a page of nothing but Hanzi with other settings. They were measured once by hand
(LibreOffice 7.4.7); this table keeps them, and shows that the measuring can tell.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest

from docgen.base.diagnostics import Report
from docgen.base.place import NOWHERE
from docgen.checks.proof import Proof, proof
from docgen.library.profiles import standard
from docgen.render.office import need_office
from specimens import Sample
from test_template import libreoffice

pytestmark = pytest.mark.slow

_DEFAULT = ""  # snap to grid: on, since nothing says otherwise
_GRID_312 = '<w:docGrid w:type="lines" w:linePitch="312"/>'
_CELLS = '<w:docGrid w:type="{}" w:linePitch="579" w:charSpace="-849"/>'


class Row(NamedTuple):
    """Settings and what they give: lines on a full page, characters on a full line, and the
    findings that follow."""

    sample: Sample
    lines: int
    chars: int
    found: set[str]


ROWS = {
    "exact 579, spacing -5, snap off": Row(Sample(), 22, 28, set()),
    "exact 579, spacing -5, snap on": Row(Sample(snap=_DEFAULT), 22, 28, set()),
    "exact 579, spacing -5, no grid": Row(Sample(grid=""), 22, 28, set()),
    "spacing -4": Row(Sample(spacing=-4), 22, 27, {"F210"}),
    "spacing -4, a wider text area": Row(Sample(spacing=-4, right=1470), 22, 27, {"F210"}),
    "exact 580": Row(Sample(line=580), 21, 28, {"F213"}),
    "exact 580, bottom 1978": Row(Sample(line=580, bottom=1978, grid=""), 22, 28, set()),
    "exact 560, no spacing": Row(Sample(line=560, spacing=0, grid=""), 22, 27, {"F210", "F216"}),
    "exact 579 snapped to 312": Row(
        Sample(grid=_GRID_312, snap=_DEFAULT), 20, 28, {"F213", "F215"}
    ),
    "exact 560 snapped to 312": Row(
        Sample(line=560, spacing=0, grid=_GRID_312, snap=_DEFAULT), 20, 27, {"F210", "F213", "F215"}
    ),
    # The page keeps whole rows of the grid only, and starts them lower.
    "exact 579 beside a grid of 312": Row(Sample(grid=_GRID_312), 21, 28, {"F213", "F215"}),
    "linesAndChars": Row(
        Sample(grid=_CELLS.format("linesAndChars"), snap=_DEFAULT), 22, 14, {"F210"}
    ),
    "linesAndChars, automatic lines": Row(
        Sample(line=276, rule="auto", grid=_CELLS.format("linesAndChars"), snap=_DEFAULT),
        19, 14, {"F210", "F213"},
    ),
    "snapToChars": Row(
        Sample(grid=_CELLS.format("snapToChars"), snap=_DEFAULT), 22, 14, {"F210", "F215"}
    ),
    "automatic lines on a grid of 579": Row(
        Sample(line=276, rule="auto", spacing=0, snap=_DEFAULT), 19, 27, {"F210", "F213"}
    ),
    # Right by another reckoning (GB/T 33476.2), wrong by the standard's own.
    "compensated margins, exact 592": Row(
        Sample(line=592, top=1960, bottom=1847, grid=""), 22, 28, {"F215", "F219"}
    ),
}  # fmt: skip


@cache
def measured() -> dict[str, tuple[Proof, Report]]:
    """Measure all rows, printed by LibreOffice in one run."""
    libreoffice()
    text = 28 * 22 * 2 + 100  # two full pages and some lines
    documents = {name: row.sample.document(row.sample.plain(text)) for name, row in ROWS.items()}
    pdfs = need_office().to_pdf(documents)
    found = {}
    for name, document in documents.items():
        report = Report()
        found[name] = proof(document, pdfs[name], standard(), NOWHERE, report), report
    return found


@pytest.mark.parametrize("name", ROWS)
def test_settings_give_what_the_table_says(name: str) -> None:
    grid = measured()[name][0].grid
    assert {page.lines for page in grid.pages} == {ROWS[name].lines}
    assert set(grid.counts) == {ROWS[name].chars}


@pytest.mark.parametrize("name", ROWS)
def test_wrong_settings_are_found_and_right_ones_are_not(name: str) -> None:
    report = measured()[name][1]
    # Fonts that are not installed are told in every one of them.
    assert {found.code for found in report} - {"F235"} == ROWS[name].found


def test_the_first_line_s_place() -> None:
    """37 mm to the line's box; a grid of 312 starts 2.5 mm lower, compensated margins higher."""
    names = ("exact 579, spacing -5, no grid", "exact 579 beside a grid of 312",
             "compensated margins, exact 592")  # fmt: skip
    tops = [measured()[name][0].margins[1].top for name in names]
    assert tops == pytest.approx([37.0, 39.5, 34.6], abs=0.1)


def test_28_pt_leaves_the_foot_empty() -> None:
    page = measured()["exact 560, no spacing"][0].margins[0]
    assert page.bottom == pytest.approx(35 + 7.5, abs=0.5)
