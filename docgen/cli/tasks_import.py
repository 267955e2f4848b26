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
              help=say("表格只有一部分任务（如一个单位交回的）或几栏，没有的不动。",
                       "It holds only some tasks or columns; leave the others."))  # fmt: skip
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
    from docgen.tasks.opening import is_plan

    report, read = Report(), Report()
    # The plan given first is told before the workbook is read as a plan.
    loaded = None if is_plan(Path(workbook), report) else load(plan, read)
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
                     "left": found.left if found else 0,
                     "absent_columns": list(found.absent) if found else [],
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
    left = _left(found) if found else ""
    if done == "unchanged":
        return f"{plan}  " + say("没有改动", "no changes") + left
    if done == "dry-run":
        return f"{plan}  " + say(f"会有{places}，没有写", f"{places}, nothing written") + left
    kept = say(f"，原来的在 {backup}", f"; the old one is {backup}")
    return f"{plan}  " + say(f"已写入{places}", f"{places} written") + kept + left


def _left(found: Import) -> str:
    """Return what the workbook does not hold, so that nobody takes it for unchanged."""
    zh, en = [], []
    if found.left:
        zh.append(f"{found.left}项任务")
        en.append(f"{found.left} tasks" if found.left != 1 else "1 task")
    zh += [f"“{heading}”一栏" for heading in found.absent]
    en += [f"the column {heading}" for heading in found.absent]
    if not zh:
        return ""
    return say(f"；表里没有的没有动：{'、'.join(zh)}",
               f"; left alone, not in the table: {', '.join(en)}")  # fmt: skip
