"""``docgen snippets``."""

from __future__ import annotations

import sys
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from docgen.base.locale import say
from docgen.cli.options import (
    existing_folder,
    fail_on,
    output_format,
    print_value,
    translated,
    verbose,
    workspace_option,
)

if TYPE_CHECKING:
    from docgen.base.diagnostics import Report
    from docgen.library.snippets import Snippets
    from docgen.model.library import Snippet


# Command → the module here that has it, as snippets_NAME; imported when it is asked for.
ELSEWHERE = {
    "search": "searching",
    "used": "origins",
    "why": "origins",
    "stale": "origins",
    "add": "adding",
}


class SnippetCommands(click.Group):
    """The commands of this module and of `ELSEWHERE`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.commands, *ELSEWHERE]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"docgen.cli.{ELSEWHERE[cmd_name]}")
        command: click.Command = getattr(module, f"snippets_{cmd_name}")
        return command


@click.group("snippets", cls=SnippetCommands, help=say("片段库。", "The phrase library."))
def snippets_command() -> None:
    pass


@snippets_command.command("list", help=say("列出全部片段。", "List the snippets."))
@workspace_option
@output_format
@translated
def snippets_list(workspace: str, output_format: str) -> None:
    library, report = _library(workspace)
    found = list(library.all(report))
    if output_format == "json":
        print_value([_described(snippet) for snippet in found])
    else:
        width = max((len(snippet.label) for snippet in found), default=0)
        for snippet in found:
            click.echo(f"{snippet.label:<{width}}  {snippet.card.use}  {snippet.card.title}")
    _finish(report)


@snippets_command.command("show", help=say("显示一个片段。", "Show one snippet."))
@click.argument("id")
@workspace_option
@output_format
@translated
def snippets_show(id: str, workspace: str, output_format: str) -> None:
    from docgen.base.diagnostics import suggestion
    from docgen.base.errors import DocgenError

    library, report = _library(workspace)
    name, _, version = id.partition("@")
    found = [s for s in library.versions(name, report) if version in ("", str(s.version))]
    if not found:
        raise DocgenError("N001", id=id, known=suggestion(id, library.ids(), limit=8, cutoff=0.75))
    if output_format == "json":
        print_value([_described(snippet) for snippet in found])
    else:
        click.echo("\n\n".join(_told(snippet) for snippet in found))
    _finish(report)


@snippets_command.command(
    "check",
    help=say(
        "检查片段库：参数、别名、有效期、引用、样例，重复和近似的，没有用到的，快过期的。",
        "Check the library: parameters, aliases, windows, references, samples, duplicates and "
        "near-duplicates, unused ones, those about to expire.",
    ),
)
@click.option(
    "--expiring",
    type=click.IntRange(0),
    default=0,
    metavar=say("天数", "DAYS"),
    help=say("几天以内过期的也说。", "Tell what expires within so many days."),
)
@click.option("--on", "on", default="", help=say("按哪一天算，默认今天。", "From this day."))
@workspace_option
@fail_on
@verbose
@output_format
@translated
def snippets_check(
    expiring: int, on: str, workspace: str, fail_on: str, verbose: bool, output_format: str
) -> None:
    from docgen.base.diagnostics import Report
    from docgen.build import Result
    from docgen.checks.near_duplicates import check_duplicates
    from docgen.checks.snippet_use import snippet_uses
    from docgen.checks.snippets import check_library
    from docgen.cli import reporting
    from docgen.source.workspace import find_workspace

    result, folder = Result(), existing_folder(workspace)
    found = find_workspace(folder, result.report)
    used = snippet_uses(folder, Report())
    library = check_library(found, result.report, used=used, on=_day(on), days=expiring)
    check_duplicates(library, result.report)
    count = len(library.ids())
    if output_format == "json":
        reporting.print_json(result.report.sorted(), snippets=count)
    else:
        reporting.print_diagnostics(result.report.sorted(), verbose=verbose)
        said = say(f"检查了{count}个片段：", f"{count} snippets checked: ")
        click.echo(said + reporting.totals(result))
    sys.exit(reporting.exit_status(result, fail_on))


def _day(typed: str) -> date:
    from docgen.base.errors import DocgenError
    from docgen.source.dates import parse_when

    if not typed:
        return date.today()
    try:
        when = parse_when(typed)
    except ValueError:
        when = None
    if when is None:
        raise DocgenError("W016", day=typed)
    return date.fromisoformat(when.start.iso)


def _library(workspace: str) -> tuple[Snippets, Report]:
    from docgen.base.diagnostics import Report
    from docgen.library.snippets import Snippets
    from docgen.source.workspace import find_workspace

    report = Report()
    return Snippets(find_workspace(existing_folder(workspace), report)), report


def _finish(report: Report) -> None:
    from docgen.cli.reporting import print_diagnostics

    # The list is the result; what is wrong with single snippets does not go into it.
    print_diagnostics(report.sorted(), err=True)
    sys.exit(1 if report.failed else 0)


def _described(snippet: Snippet) -> dict[str, Any]:
    from docgen.library.snippets import FOREVER, window

    first, last = window(snippet)
    card = snippet.card
    return {
        "id": snippet.label,
        "title": card.title,
        "use": getattr(card.use, "code", None),
        "tags": list(card.tags),
        "levels": [str(getattr(level, "code", level)) for level in card.levels],
        "valid": {
            "from": None if first == FOREVER[0] else first,
            "to": None if last == FOREVER[1] else last,
        },
        "params": {name: param.doc or name for name, param in card.params},
        "variants": {name or "main": text.source for name, text in snippet.variants.items()},
        "file": snippet.place.file,
    }


def _told(snippet: Snippet) -> str:
    told = _described(snippet)
    valid = told["valid"]
    lines = [
        f"{told['id']}  {snippet.card.use}  {told['title']}",
        say("标签", "tags") + f": {'、'.join(told['tags']) or '—'}",
        say("有效期", "valid") + f": {valid['from'] or ''}～{valid['to'] or ''}",
        say("参数", "params") + f": {'、'.join(told['params']) or '—'}",
        say("文件", "file") + f": {told['file']}",
    ]
    for name, text in told["variants"].items():
        lines += ["", f"[{name}]", text]
    return "\n".join(lines)
