"""``docgen tasks carry-over``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.base.locale import say
from docgen.cli.options import output_format, print_value, translated


@click.command(
    "carry-over",
    help=say(
        "用没有完成的任务起头，写一份明年的计划；已有的文件从不覆盖。",
        "Start next year's plan from the unfinished tasks; no file is ever overwritten.",
    ),
)
@click.argument("plan", metavar="PLAN")
@click.option("--to", "year", type=click.IntRange(1900, 2999), required=True, metavar="YEAR",
              help=say("哪一年的计划。", "The year of the new plan."))  # fmt: skip
@click.option("-o", "--output", required=True, metavar="FILE.yaml",
              help=say("写到哪个文件。", "The file to write."))  # fmt: skip
@output_format
@translated
def tasks_carry_over(plan: str, year: int, output: str, output_format: str) -> None:
    from docgen.base.diagnostics import Report
    from docgen.cli.reporting import as_json, print_diagnostics
    from docgen.source.workspace import shown
    from docgen.tasks.carry_over import carry_over
    from docgen.tasks.loading import load_plan
    from docgen.tasks.saving import save_new

    report = Report()
    loaded = load_plan(plan, report)
    over = carry_over(loaded, year) if loaded else None
    if over:
        save_new(Path(output), over.text.encode())
    if output_format == "json":
        counts = {"carried": over.carried, "done": over.done, "stopped": over.stopped,
                  "empty": list(over.empty)} if over else {}  # fmt: skip
        found = [as_json(each) for each in report.sorted()]
        print_value({"path": shown(Path(output)) if over else None, **counts,
                     "diagnostics": found})  # fmt: skip
    else:
        if not over:
            print_diagnostics(report.sorted(), verbose=False)
        else:
            click.echo(f"{shown(Path(output))}  " + say(
                f"已生成  转入{over.carried}项，已完成{over.done}项，已取消{over.stopped}项",
                f"written  {over.carried} carried over, {over.done} done, {over.stopped} stopped",
            ))  # fmt: skip
            if over.empty:
                names = say("、", ", ").join(over.empty)
                click.echo(say(f"  没有剩下任务的部分：{names}", f"  sections left empty: {names}"))
    sys.exit(int(over is None))
