"""``docgen tasks all``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.base.diagnostics import Report
from docgen.base.locale import say
from docgen.cli.options import output_format, print_value, translated, verbose
from docgen.cli.task_files import force, plans_named, status_of, write, written_line

if TYPE_CHECKING:
    from docgen.tasks.loading import Plan

_UNITS = "各单位"


@click.command(
    "all",
    help=say(
        "一次生成全部：任务分解表（.docx）、工作簿（.xlsx）和各单位的清单（放在“各单位”里）。",
        "At once: the table (.docx), the workbook (.xlsx), each unit's list (in 各单位).",
    ),
)
@click.argument("plan")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="DIR",
    help=say("放在哪个文件夹。", "The folder for them."),
)
@force
@verbose
@output_format
@translated
def tasks_all(plan: str, output: str, force: bool, verbose: bool, output_format: str) -> None:
    from docgen.cli.reporting import as_json, print_diagnostics
    from docgen.cli.tasks_by import write_extracts

    report = Report()
    (found,) = plans_named([plan], report, output_format)
    told = list(_whole(found, Path(output), report, force=force))
    told += write_extracts(found, Path(output, _UNITS), report, force=force)
    if output_format == "json":
        outputs = [{name: each[name] for name in each if name != "told"} for each in told]
        print_value({"outputs": outputs, "diagnostics": [as_json(d) for d in report.sorted()]})
    else:
        print_diagnostics(report.sorted(), verbose=verbose)
        for each in told:
            click.echo(each["told"])
    sys.exit(status_of(report))


def _whole(plan: Plan, folder: Path, report: Report, *, force: bool) -> Iterator[dict[str, str]]:
    """Write the table and the workbook; yield what was done."""
    from docgen.source.workspace import shown
    from docgen.tasks.table import table_docx
    from docgen.tasks.workbook import export

    made = {
        f"{plan.name}-任务分解表.docx": table_docx(plan, report),
        f"{plan.name}-任务.xlsx": export(plan, report),
    }
    count = say(f"{len(plan.tasks)}项任务", f"{len(plan.tasks)} tasks")
    for name, data in made.items():
        if data is not None:
            written = write(folder / name, data, report, force=force)
            line = written_line(written, count)
            yield {"path": shown(written.path), "status": written.status, "told": line}
