"""``docgen snippets``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from docgen.base.locale import say
from docgen.cli.options import (
    existing_folder,
    output_format,
    print_value,
    translated,
    workspace_option,
)

if TYPE_CHECKING:
    from docgen.base.diagnostics import Report
    from docgen.library.snippets import Snippets
    from docgen.model.library import Snippet


@click.group("snippets", help=say("片段库。", "The phrase library."))
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
