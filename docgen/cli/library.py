"""``docgen snippets list``, ``show`` and ``check``."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

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
    from docgen.base.diagnostics import Diagnostic, Report
    from docgen.library.snippets import Snippets


@click.command("list", help=say("列出全部片段。", "List the snippets."))
@workspace_option
@output_format
@translated
def snippets_list(workspace: str, output_format: str) -> None:
    from docgen.cli.snippet_card import described

    library, report = _library(workspace)
    found = list(library.all(report))
    if output_format == "json":
        print_value([described(snippet) for snippet in found])
    else:
        width = max((len(snippet.label) for snippet in found), default=0)
        for snippet in found:
            click.echo(f"{snippet.label:<{width}}  {snippet.card.use}  {snippet.card.title}")
    _finish(report)


@click.command("show", help=say("显示一个片段。", "Show one snippet."))
@click.argument("id")
@workspace_option
@output_format
@translated
def snippets_show(id: str, workspace: str, output_format: str) -> None:
    from docgen.base.diagnostics import harmless
    from docgen.cli.asked import asked_snippet
    from docgen.cli.snippet_card import described, told

    library, report = _library(workspace)
    name, version = asked_snippet(id, library)
    found = [s for s in library.versions(name, report) if version in ("", str(s.version))]
    if output_format == "json":
        print_value([described(snippet) for snippet in found])
    elif found:
        whole = "\n\n".join(told(snippet) for snippet in found)
        click.echo("\n".join(map(harmless, whole.split("\n"))))
    _finish(report)


@click.command(
    "check",
    help=say(
        "检查工作区自己的片段：参数、别名、有效期、引用、样例，重复和近似的，没有用到的，快过期的。",
        "Check the workspace's own snippets: parameters, aliases, windows, references, samples, "
        "duplicates and near-duplicates, unused ones, those about to expire.",
    ),
)
@click.option(
    "--expiring",
    type=click.IntRange(0, 36_500),  # a hundred years
    default=0,
    metavar=say("天数", "DAYS"),
    help=say(
        "几天以内过期的也列出来，自带的片段也在内。",
        "Tell what expires within so many days, shipped snippets too.",
    ),
)
@click.option(
    "--shipped",
    is_flag=True,
    help=say("自带的片段也检查。", "Check the shipped snippets too."),
)
@click.option("--on", "on", default="", help=say("按哪一天算，默认今天。", "From this day."))
@workspace_option
@fail_on
@verbose
@output_format
@translated
def snippets_check(
    expiring: int,
    shipped: bool,
    on: str,
    workspace: str,
    fail_on: str,
    verbose: bool,
    output_format: str,
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
    library = check_library(
        found, result.report, used=used, on=_day(on), days=expiring, shipped=shipped
    )
    check_duplicates(library, result.report, shipped=shipped)
    count = len(library.ids() if shipped else library.own_ids())
    if output_format == "json":
        reporting.print_json(result.report.sorted(), snippets=count)
    else:
        # What was asked for by --expiring is told though it only informs.
        told = [d for d in result.report.sorted() if verbose or d.code == "N044" or _matters(d)]
        reporting.print_diagnostics(told)
        many = reporting.counted(count, "snippet")
        said = say(f"检查了{count}个片段：", f"{many} checked: ")
        click.echo(said + reporting.totals(result))
    sys.exit(reporting.exit_status(result, fail_on))


def _matters(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity.word != "info"


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
