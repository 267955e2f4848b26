"""``docgen tasks import``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.base.diagnostics import clipped, harmless
from docgen.base.locale import say
from docgen.cli.options import output_format, print_value, translated

if TYPE_CHECKING:
    from docgen.tasks.importing import Import, Told


@click.command(
    "import",
    help=say(
        "把 Excel 表格里改过的任务写回计划：只改变了的那几处，YAML 别的地方一字不动；"
        "有一处放不进去就什么也不写。",
        "Write the tasks changed in a workbook back into the plan: only what was changed, every "
        "other byte of the YAML stays. If anything cannot be placed, nothing is written.",
    ),
)
@click.argument("workbook", metavar="FILE.xlsx")
@click.argument("plan", metavar="PLAN")
@click.option("--dry-run", is_flag=True,
              help=say("只列出会改什么，不写。", "List the changes, write nothing."))  # fmt: skip
@click.option("--partial", is_flag=True,
              help=say("表格只有一部分任务（如一个单位交回的），没有的不动。",
                       "The workbook holds only some tasks; leave the others alone."))  # fmt: skip
@output_format
@translated
def tasks_import(
    workbook: str, plan: str, dry_run: bool, partial: bool, output_format: str
) -> None:
    from docgen.base.diagnostics import Report
    from docgen.cli.reporting import as_json, print_diagnostics
    from docgen.source.workspace import shown
    from docgen.tasks.importing import read_import
    from docgen.tasks.loading import load

    report, read = Report(), Report()
    loaded = load(plan, read)
    before = loaded.loaded.path.read_bytes() if loaded else b""
    found = read_import(Path(workbook), loaded, report, partial=partial) if loaded else None
    # What was said of the plan's own deadlines is not what was asked for.
    report.extend(d for d in read if loaded is None and d.severity.word != "info")
    content = found.content if found and not report.failed else None
    backup = ""
    if loaded and content is not None and content != before and not dry_run:
        from docgen.tasks.saving import save_changed

        backup = shown(save_changed(loaded.loaded.path, before, content))
    done = "refused" if content is None else "unchanged" if content == before else "written"
    if dry_run and done == "written":
        done = "dry-run"
    if output_format == "json":
        told = [each._asdict() for each in found.told] if found else []
        diagnostics = [as_json(each) for each in report]
        print_value({"plan": plan, "status": done, "changes": told,
                     "backup": backup or None, "diagnostics": diagnostics})  # fmt: skip
    else:
        print_diagnostics(report)
        for each in found.told if found else ():
            click.echo(_line(each))
        click.echo(_ending(done, found, plan, backup))
    sys.exit(int(done == "refused"))


def _line(told: Told) -> str:
    """Return one change as a line: its cell, the task, what became what."""
    task = _short(told.task, 24)
    if not told.column:
        where = say(f"（{told.new}）", f" ({told.new})") if told.new else ""
        return f"{told.cell}  " + say("新任务", "new task") + f"  {task}{where}"
    old = _short(told.old, 30) or say("空", "nothing")
    new = _short(told.new, 30) or say("空", "nothing")
    return f"{told.cell}  {task}  {told.column}{say('：', ': ')}{old} → {new}"


def _short(words: str, length: int) -> str:
    return harmless(clipped(words.replace("\n", " ⏎ "), length))


def _ending(done: str, found: Import | None, plan: str, backup: str) -> str:
    count = len(found.told) if found else 0
    places: Any = say(f"{count}处改动", f"{count} changes" if count != 1 else "1 change")
    if done == "refused":
        return f"{plan}  " + say("没有写：先改好上面的", "nothing written: mend the above first")
    if done == "unchanged":
        return f"{plan}  " + say("没有改动", "no changes")
    if done == "dry-run":
        return f"{plan}  " + say(f"会有{places}，没有写", f"{places}, nothing written")
    kept = say(f"，原来的在 {backup}", f"; the old one is {backup}")
    return f"{plan}  " + say(f"已写入{places}", f"{places} written") + kept
