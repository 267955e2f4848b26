"""``docgen tasks by owner``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.base.diagnostics import Report
from docgen.base.locale import say
from docgen.cli.options import output_format, print_value, translated, verbose
from docgen.cli.task_files import force, plans_named, status_of, write, written_line

if TYPE_CHECKING:
    from docgen.tasks.loading import Plan


@click.group("by", help=say("按单位分开。", "A plan's tasks parted."))
def tasks_by() -> None:
    pass


@tasks_by.command(
    "owner",
    help=say(
        "每个单位一份任务清单（.docx）：牵头的、配合的分开列，序号不变。",
        "One list for each unit (.docx): what it leads, what it takes part in; numbers stay.",
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
def tasks_by_owner(plan: str, output: str, force: bool, verbose: bool, output_format: str) -> None:
    from docgen.cli.reporting import as_json, print_diagnostics

    report = Report()
    (found,) = plans_named([plan], report, output_format)
    told = write_extracts(found, Path(output), report, force=force)
    if output_format == "json":
        outputs = [{name: each[name] for name in ("unit", "path", "status")} for each in told]
        print_value({"outputs": outputs, "diagnostics": [as_json(d) for d in report.sorted()]})
    else:
        print_diagnostics(report.sorted(), verbose=verbose)
        for each in told:
            click.echo(each["told"])
    sys.exit(status_of(report))


def write_extracts(
    plan: Plan, folder: Path, report: Report, *, force: bool
) -> list[dict[str, str]]:
    """Write each unit's tasks into `folder`; return what was done, unit by unit. Raises
    DocgenError where no task names a unit."""
    from docgen.base.errors import DocgenError
    from docgen.base.place import Place
    from docgen.source.workspace import shown
    from docgen.tasks.extracts import extract
    from docgen.tasks.file_names import file_names
    from docgen.tasks.turned_page import TurnedPages
    from docgen.tasks.units import by_unit

    for task in plan.tasks:
        if not task.leads:
            report.add("X082", task.task.where("owner"))
    units = by_unit(plan.tasks)
    if not units:
        raise DocgenError("X083", Place(plan.file))
    pages = TurnedPages(plan.loaded.workspace, report)
    names = file_names(own.unit for own in units)
    told = []
    for own in units:
        data = pages.docx(extract(own, plan))
        if data is None:
            break  # the template is at fault, which was told
        written = write(folder / f"{names[own.unit]}.docx", data, report, force=force)
        counts = f"牵头{len(own.leads)}项，配合{len(own.partners)}项"
        english = f"leads {len(own.leads)}, takes part in {len(own.partners)}"
        line = written_line(written, say(counts, english))
        told.append(
            {"unit": own.unit, "path": shown(written.path), "status": written.status, "told": line}
        )
    return told
