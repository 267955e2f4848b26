"""``docgen compare``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from docgen.base.diagnostics import Report, clipped, harmless
from docgen.base.locale import say
from docgen.cli.options import output_format, print_value, translated, verbose
from docgen.cli.task_files import end_with

if TYPE_CHECKING:
    from docgen.base.place import Place
    from docgen.tasks.comparing import Comparison, Kept, Reused
    from docgen.tasks.loading import Plan, PlannedTask

_NAMES = {
    "title": ("任务", "task"),
    "section": ("部分", "section"),
    "text": ("内容", "text"),
    "owner": ("牵头单位", "owner"),
    "partners": ("配合单位", "partners"),
    "due": ("完成时限", "due"),
    "measure": ("完成标志", "measure"),
}
_REASONS = {
    "id": ("编号相同", "same id"),
    "title": ("名称相同", "same title"),
    "alike": ("名称相近", "titles alike"),
}
_LONG = 36  # characters of a value that are quoted


@click.command(
    "compare",
    help=say(
        "比较两份工作要点（如去年的和今年的）：哪些任务延续、改动、没有再列、新增，哪些段落几乎照搬。"
        "别的文种只比段落。",
        "Two plans, such as last year's and this year's: tasks kept, changed, dropped, new; "
        "paragraphs taken over nearly unchanged. Other kinds: paragraphs alone.",
    ),
)
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@verbose
@output_format
@translated
def compare_command(old: str, new: str, verbose: bool, output_format: str) -> None:
    from docgen.cli.reporting import as_json, print_diagnostics
    from docgen.tasks.comparing import compared
    from docgen.tasks.loading import load

    report = Report()
    plans = [load(name, report) for name in (old, new)]
    one, other = plans
    if one is None or other is None:
        end_with(report, output_format)
        return
    found = compared(one, other)
    if output_format == "json":
        said = [as_json(diagnostic) for diagnostic in report.sorted()]
        print_value({**_described(found), "diagnostics": said})
    else:
        if verbose:
            print_diagnostics(report.sorted())
        for line in _told(found):
            click.echo(harmless(line) if line else line)
    sys.exit(0)


# -- text --------------------------------------------------------------------------------------


def _told(found: Comparison) -> Iterator[str]:
    yield f"A  {_named(found.old)}"
    yield f"B  {_named(found.new)}"
    if found.old.tasks and found.new.tasks:
        yield ""
        yield _counts(found)
        changed = [each for each in found.kept if each.changes]
        yield from _listed(say("改动", "Changed"), (line for k in changed for line in _change(k)))
        yield from _listed(say("没有再列", "Dropped"), map(_task, found.dropped))
        yield from _listed(say("新增", "New"), map(_task, found.added))
    yield ""
    yield from _paragraphs(found)


def _named(plan: Plan) -> str:
    tasks = say(f"{len(plan.tasks)}项任务", f"{len(plan.tasks)} tasks") if plan.tasks else ""
    return "  ".join(part for part in (plan.file, plan.title, tasks) if part)


def _counts(found: Comparison) -> str:
    changed = sum(1 for each in found.kept if each.changes)
    kept, dropped, added = len(found.kept), len(found.dropped), len(found.added)
    return say(
        f"任务：延续{kept}项（其中有改动{changed}项），没有再列{dropped}项，新增{added}项。",
        f"Tasks: {kept} kept ({changed} of them changed), {dropped} dropped, {added} new.",
    )


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield ""
        yield heading + say("：", ":")
        yield from (f"  {line}" for line in told)


def _task(task: PlannedTask) -> str:
    owner = f"（{task.owner}）" if task.owner else ""
    return f"{task.label}  {task.title}{owner}"


def _change(each: Kept) -> Iterator[str]:
    old, new, by, share = each.pair
    why = say(*_REASONS[by]) + (f" {share:.0%}" if by == "alike" else "")
    yield f"{old.label} → {new.label}  {new.title}" + say(f"（{why}）", f" ({why})")
    for change in each.changes:
        before, after = _values(change.old, change.new)
        yield "    " + say(*_NAMES[change.field]) + say("：", ": ") + f"{before} → {after}"


def _values(old: str, new: str) -> tuple[str, str]:
    """Return what changed as it is quoted: of long texts from a little before the first place
    where they differ."""
    start = 0
    if max(len(old), len(new)) > _LONG:
        pairs = enumerate(zip(old, new, strict=False))
        differ = next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))
        start = max(0, differ - _LONG // 3)
    return _quoted(old, start), _quoted(new, start)


def _quoted(words: str, start: int) -> str:
    if not words:
        return say("（没有写）", "(nothing)")
    return ("…" if start else "") + clipped(words[start:], _LONG)


def _paragraphs(found: Comparison) -> Iterator[str]:
    count, aside = len(found.reused), found.snippets
    yield say(
        f"段落：B 有{count}段与 A 基本相同" + ("。" if not count else "："),
        f"Paragraphs: {count} of B are nearly the same as in A" + ("." if not count else ":"),
    )
    for each in found.reused:
        yield "  " + _reuse(each)
    if aside:
        yield say(
            f"（{aside}段出自片段库，不算。）",
            f"({aside} came from the phrase library: not counted.)",
        )


def _reuse(each: Reused) -> str:
    old, new = (_at(paragraph.origin.place) for paragraph in (each.old, each.new))
    return f"{old} → {new}  {each.share:.0%}  {clipped(each.new.text, _LONG)}"


def _at(place: Place) -> str:
    return f"{place.file}:{place.line}"


# -- JSON --------------------------------------------------------------------------------------


def _described(found: Comparison) -> dict[str, Any]:
    return {
        "old": _plan(found.old),
        "new": _plan(found.new),
        "kept": [_kept(each) for each in found.kept if not each.changes],
        "changed": [_kept(each) for each in found.kept if each.changes],
        "dropped": [_brief(task) for task in found.dropped],
        "new_tasks": [_brief(task) for task in found.added],
        "paragraphs": [_reused(each) for each in found.reused],
        "paragraphs_from_snippets": found.snippets,
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {"file": plan.file, "title": plan.title, "year": plan.year, "tasks": len(plan.tasks)}


def _brief(task: PlannedTask) -> dict[str, Any]:
    return {
        "number": task.label, "id": task.id or None, "title": task.title,
        "owner": task.owner or None, "line": task.place.line,
    }  # fmt: skip


def _kept(each: Kept) -> dict[str, Any]:
    return {
        "old": _brief(each.pair.old),
        "new": _brief(each.pair.new),
        "by": each.pair.by,
        "likeness": round(each.pair.share, 2),
        "changes": {change.field: [change.old, change.new] for change in each.changes},
    }


def _reused(each: Reused) -> dict[str, Any]:
    return {
        "old": _at(each.old.origin.place),
        "new": _at(each.new.origin.place),
        "share": round(each.share, 2),
        "text": each.new.text,
    }
