"""``docgen tasks status``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.base.diagnostics import Report
from docgen.base.errors import DocgenError
from docgen.base.locale import say
from docgen.cli.options import output_format, print_value, translated, verbose
from docgen.cli.task_files import day_given, force, plans_named, status_of

if TYPE_CHECKING:
    from docgen.tasks.loading import Plan
    from docgen.tasks.status import Stand

_WITHIN = 30  # docgen/tasks/status.py has it too; --help must not wait for that
_FORMATS = ("docx", "png", "svg")


@click.command(
    "status",
    help=say(
        "任务完成、到期、逾期的情况。PLAN 是工作要点、任务分解表或有任务的会议；"
        "成套文件里的一份写成“会议.yaml#名字”。",
        "Which tasks are done, due, overdue. PLAN is a plan, a task table or a meeting with tasks; "
        "FILE#NAME is a paper of a meeting's set.",
    ),
)
@click.argument("plans", nargs=-1, required=True, metavar="PLAN…")
@click.option(
    "--on",
    default="",
    metavar="DATE",
    help=say("看哪一天的情况，默认今天。", "The day to tell of; default: today."),
)
@click.option(
    "--within",
    default=_WITHIN,
    show_default=True,
    type=click.IntRange(min=0),
    help=say("还有几天到期的算“到期”。", "Days before its last in which a task is due."),
)
@click.option(
    "--by",
    type=click.Choice(["owner"]),
    help=say("按牵头单位计数。", "Count by leading unit."),
)
@click.option(
    "--format",
    "formats",
    default="",
    metavar="FORMATS",
    help=say("另写成页面和图：docx,png,svg。", "Write a page and a picture too."),
)
@click.option(
    "-o",
    "--output",
    default="",
    metavar="DIR",
    help=say("页面和图放在哪个文件夹。", "The folder for them."),
)
@force
@verbose
@output_format
@translated
def tasks_status(
    plans: tuple[str, ...],
    on: str,
    within: int,
    by: str | None,
    formats: str,
    output: str,
    force: bool,
    verbose: bool,
    output_format: str,
) -> None:
    from docgen.cli.reporting import print_diagnostics
    from docgen.cli.status_lines import told
    from docgen.tasks.status import stand

    day, asked, report = day_given(on), _asked(formats, output), Report()
    found = plans_named(dict.fromkeys(plans), report, output_format)
    stands = [[stand(task, day, within) for task in plan.tasks] for plan in found]
    files: list[dict[str, str]] = []
    if asked:
        from docgen.cli.tasks_pages import write_pages

        files = write_pages(found, stands, day, asked, Path(output), report, force=force)
    if output_format == "json":
        _print_json(found, stands, day, files, report)
    else:
        print_diagnostics(report.sorted(), verbose=verbose)
        for plan, each in zip(found, stands, strict=True):
            for line in told(plan, each, day, by_owner=bool(by)):
                click.echo(line)
        for file in files:
            click.echo(file["told"])
    sys.exit(status_of(report))


def _asked(formats: str, output: str) -> list[str]:
    """Return the formats asked for. Raises DocgenError for one there is not, and for a folder
    without a format or a format without a folder."""
    asked = list(dict.fromkeys(name.strip() for name in formats.split(",") if name.strip()))
    for name in asked:
        if name not in _FORMATS:
            from docgen.base.diagnostics import suggestion

            raise DocgenError("X086", format=name, known=suggestion(name, _FORMATS))
    if asked and not output:
        raise DocgenError("X084")
    if output and not asked:
        raise DocgenError("X085")
    return asked


# -- JSON --------------------------------------------------------------------------------------


def _print_json(
    plans: Sequence[Plan],
    stands: Sequence[Sequence[Stand]],
    on: date,
    files: list[dict[str, str]],
    report: Report,
) -> None:
    from docgen.cli.reporting import as_json

    print_value(
        {
            "on": on.isoformat(),
            "plans": [_described(*each) for each in zip(plans, stands, strict=True)],
            "outputs": [{name: file[name] for name in ("path", "status")} for file in files],
            "diagnostics": [as_json(diagnostic) for diagnostic in report.sorted()],
        }
    )


def _described(plan: Plan, stands: Sequence[Stand]) -> dict[str, Any]:
    from docgen.tasks.status import STATES, counted, counted_by_unit

    codes = [term.code for term in STATES.terms]
    counts = counted(stands)
    return {
        "file": plan.file,
        "title": plan.title,
        "year": plan.year,
        "counts": {code: counts[code] for code in codes},
        "owners": {
            unit: {code: each[code] for code in codes if each[code]}
            for unit, each in counted_by_unit(stands).items()
        },
        "tasks": [_task(each) for each in stands],
    }


def _task(each: Stand) -> dict[str, Any]:
    task = each.task
    limit = task.deadline
    return {
        "id": task.id or None,
        "number": task.label,
        "section": task.section or None,
        "title": task.title,
        "owner": task.owner or None,
        "partners": task.partners,
        "due": task.due or None,
        "first": _iso(limit.first) if limit else None,
        "last": _iso(limit.last) if limit else None,
        "standing": bool(limit and limit.standing),
        "state": each.state,
        "days": each.days,
        "done_on": _iso(task.done_on),
        "late": each.late,
        "progress": [{"date": note.on or None, "text": note.words} for note in task.progress],
        "line": task.place.line,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
