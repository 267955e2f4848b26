"""What the commands of tasks share: plans by name, a day, files written and told of."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.base.diagnostics import Report, harmless
from docgen.base.errors import DocgenError
from docgen.base.locale import say

if TYPE_CHECKING:
    from docgen.tasks.loading import Plan
    from docgen.write import Written

force = click.option(
    "--force",
    is_flag=True,
    help=say("覆盖手工改过的文件（留备份）。", "Overwrite files edited by hand (keeps a backup)."),
)


def day_given(words: str) -> date:
    """Return a day as typed, ``""``: today. Raises DocgenError for what is no single day."""
    from docgen.source.dates import parse_day

    if not words:
        return date.today()
    try:
        day = parse_day(words)
    except ValueError:
        day = None
    if day is None or not day.day:
        raise DocgenError("W016", day=words)
    return date(day.year, day.month, day.day)


def plans_named(names: Iterable[str], report: Report, output_format: str = "text") -> list[Plan]:
    """Return the plans that were named; with a fault in one, all faults are printed and the
    command ends with status 1."""
    from docgen.tasks.loading import load_plan

    found = [load_plan(name, report) for name in names]
    plans = [plan for plan in found if plan is not None]
    if len(plans) < len(found) or report.failed:
        end_with(report, output_format)
    return plans


def end_with(report: Report, output_format: str = "text") -> None:
    """Print what was found and end with status 1."""
    from docgen.cli.reporting import print_diagnostics, print_json

    if output_format == "json":
        print_json(report.sorted())
    else:
        print_diagnostics(report.sorted(), verbose=False)
    sys.exit(1)


def write(path: Path, data: bytes, report: Report, *, force: bool) -> Written:
    """Write one output by the rules of `build`: what a person edited is kept."""
    from docgen.write import write_output

    return write_output(path, data, report, force=force)


def written_line(written: Written, told: str = "") -> str:
    """Return one output as its line: where, what was done, what is in it."""
    from docgen.source.workspace import shown

    done = {
        "written": say("已生成", "written"),
        "unchanged": say("没有变化", "unchanged"),
        "kept": say("有人改过，已保留", "edited by hand, kept"),
        "failed": say("没有写成", "failed"),
    }[written.status]
    return "  ".join(part for part in (harmless(shown(written.path)), done, told) if part)


def status_of(report: Report) -> int:
    """Return the exit status: 1 where there is an error."""
    return int(report.failed)
