"""``docgen templates``."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

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

# A plain file name, on Windows too; short enough for every file system.
_NAME = re.compile(r"(?!\.)[^\\/:*?\"<>|\x00-\x1f]{1,60}(?<![ .])")


@click.group("templates", help=say("Word 模板。", "Word templates."))
def templates_command() -> None:
    pass


@templates_command.command("list", help=say("列出可用的模板。", "List the templates."))
@workspace_option
@output_format
@translated
def templates_list(workspace: str, output_format: str) -> None:
    from docgen.base.diagnostics import Report
    from docgen.library.templates import template_files
    from docgen.source.workspace import find_workspace, shown

    files = template_files(find_workspace(existing_folder(workspace), Report()))
    if output_format == "json":
        print_value({name: path.as_posix() for name, path in files.items()})
        return
    width = max((len(name) for name in files), default=0)
    for name, path in sorted(files.items()):
        click.echo(f"{name:<{width}}  {shown(path)}")


@templates_command.command(
    "show", help=say("显示一个模板的标签和样式。", "Show a template's tags and styles.")
)
@click.argument("name")
@workspace_option
@output_format
@translated
def templates_show(name: str, workspace: str, output_format: str) -> None:
    from docgen.base.diagnostics import Report
    from docgen.base.errors import DocgenError
    from docgen.base.place import NOWHERE, Place
    from docgen.cli.reporting import print_diagnostics
    from docgen.library.templates import find_template
    from docgen.render.template import compile_template
    from docgen.source.workspace import find_workspace, shown

    report = Report()
    found = find_workspace(existing_folder(workspace), Report())
    path = find_template(name, found, NOWHERE, report)
    if path is None:
        fault = next(iter(report))
        raise DocgenError(fault.code, fault.place, **fault.facts)
    template = compile_template(path.read_bytes(), Place(shown(path)), report)
    print_diagnostics(report)
    if template is None:
        sys.exit(1)
    tags = [(spot.words(), spot.text) for part in template.parts for spot in part.spots]
    told: dict[str, Any] = {
        "template": shown(path),
        "tags": [text for _, text in tags if "{" in text],
        "names": sorted({name for part in template.parts for name in part.code.names}),
        "styles": sorted(template.styles.paragraphs),
        "character_styles": sorted(template.styles.characters),
    }
    if output_format == "json":
        print_value(told)
        return
    click.echo(told["template"])
    for title, key in ((say("标签", "tags"), "tags"), (say("名字", "names"), "names"),
                       (say("段落样式", "paragraph styles"), "styles"),
                       (say("字符样式", "character styles"), "character_styles")):  # fmt: skip
        click.echo(f"{title}:")
        for item in told[key]:
            click.echo(f"  {item}")


@templates_command.command(
    "new",
    help=say(
        "按格式做一个新模板，放进工作区的 templates/，再到 Word 里改。",
        "Write a conforming template into the workspace's templates/, to be edited in Word.",
    ),
)
@click.argument("name")
@click.option("--kind", required=True, help=say("文种，如 通知。", "The kind, e.g. notice."))
@click.option("--profile", default="", help=say("按哪个格式做。", "The profile to follow."))
@workspace_option
@translated
def templates_new(name: str, kind: str, profile: str, workspace: str) -> None:
    from docgen.base.diagnostics import Report
    from docgen.base.errors import DocgenError
    from docgen.base.place import Place
    from docgen.cli.given import chosen_profile
    from docgen.cli.reporting import print_diagnostics
    from docgen.library.templates import kind_called
    from docgen.render.blank import make_template
    from docgen.source.workspace import find_workspace, shown
    from docgen.write import write_output

    report = Report()
    rules = chosen_profile(profile, workspace, report, "text")
    own = find_workspace(Path(workspace), report).own("templates")
    name = name.removesuffix(".docx")
    path = own / f"{name}.docx"
    if not _NAME.fullmatch(name) or path.exists():
        raise DocgenError("T005", Place(shown(path)))
    written = write_output(path, make_template(kind_called(kind), rules), report)
    print_diagnostics(report)
    if written.status == "failed":
        sys.exit(1)
    click.echo(f"{shown(written.path)}  " + say("已做好", "written"))


@templates_command.command(
    "check",
    help=say(
        "检查模板（不写名字就是全部）：标签、名字、样式，以及与格式不同的地方。",
        "Check templates (default: all): tags, names, styles, and where they leave the profile.",
    ),
)
@click.argument("names", nargs=-1)
@click.option("--profile", default="", help=say("按哪个格式检查。", "The profile to judge by."))
@workspace_option
@fail_on
@verbose
@output_format
@translated
def templates_check(
    names: tuple[str, ...],
    profile: str,
    workspace: str,
    fail_on: str,
    verbose: bool,
    output_format: str,
) -> None:
    from docgen.build import Build
    from docgen.cli import reporting
    from docgen.cli.given import chosen_profile

    build = Build()
    rules = chosen_profile(profile, workspace, build.report, output_format)
    result = build.check_templates(Path(workspace), names, rules)
    if output_format == "json":
        reporting.print_json(result.report.sorted(), templates=result.templates)
    else:
        reporting.print_diagnostics(result.report.sorted(), verbose=verbose)
        many = f"{result.templates} template" + "s" * (result.templates != 1)
        said = say(f"检查了{result.templates}个模板：", f"{many} checked: ")
        click.echo(said + reporting.totals(result))
    sys.exit(reporting.exit_status(result, fail_on))
