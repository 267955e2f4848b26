"""``docgen tasks export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.base.locale import say
from docgen.cli.options import output_format, translated


@click.command(
    "export",
    help=say(
        "把计划（工作要点、任务分解表、会议）里的任务写成 Excel 表格，改好后用 tasks import 写回。",
        "Write a plan's tasks as a workbook (.xlsx); 'tasks import' takes it back.",
    ),
)
@click.argument("plan", metavar="PLAN")
@click.option("-o", "--output", metavar="FILE.xlsx", default="",
              help=say("写到哪个文件；不写就是输出文件夹里的 PLAN.xlsx。",
                       "The file to write; default: PLAN.xlsx in the output folder."))  # fmt: skip
@click.option("--force", is_flag=True,
              help=say("覆盖改过的表格（留备份）。",
                       "Overwrite a workbook edited since (keeps a backup)."))  # fmt: skip
@output_format
@translated
def tasks_export(plan: str, output: str, force: bool, output_format: str) -> None:
    from docgen.base.diagnostics import Report
    from docgen.cli.options import print_value
    from docgen.cli.reporting import as_json, print_diagnostics
    from docgen.source.workspace import shown
    from docgen.tasks.loading import load_plan
    from docgen.tasks.workbook import export
    from docgen.write import write_output

    report = Report()
    loaded = load_plan(plan, report)
    data = export(loaded, report) if loaded else None
    written = None
    if loaded and data is not None:
        target = Path(output) if output else loaded.loaded.workspace.output / f"{loaded.name}.xlsx"
        written = write_output(target, data, report, force=force)
    count = len(loaded.tasks) if loaded else 0
    path = shown(written.path) if written else ""
    if output_format == "json":
        status = written.status if written else "refused"
        found = [as_json(each) for each in report.sorted()]
        print_value({"path": path, "status": status, "tasks": count, "diagnostics": found})
    else:
        print_diagnostics(report.sorted(), verbose=False)
        if written:
            click.echo(f"{path}  " + _told(written.status, count))
    sys.exit(int(report.failed))


def _told(status: str, count: int) -> str:
    tasks = say(f"{count}项任务", f"{count} tasks")
    done = {
        "written": say("已生成", "written"),
        "unchanged": say("没有变化", "unchanged"),
        "kept": say("有人改过，已保留", "edited since, kept"),
        "failed": say("没有写成", "failed"),
    }[status]
    return f"{done}  {tasks}"
