"""``docgen proof``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.base.locale import language, say
from docgen.cli.options import (
    fail_on,
    output_format,
    print_value,
    translated,
    verbose,
    workspace_option,
)

if TYPE_CHECKING:
    from docgen.base.diagnostics import Report
    from docgen.checks.proof import Figure, Proof
    from docgen.model.profile import Profile


@click.command(
    "proof",
    help=say(
        "量 .docx 排出来的页面：每行字数、每页行数、页边、页码（要装 LibreOffice）。",
        "Measure the printed pages of a .docx: characters, lines, margins, page numbers "
        "(needs LibreOffice).",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--profile", default="", help=say("按哪个格式检查。", "The profile to judge by."))
@click.option("--kind", default="", help=say("文种，如 通知。", "The kind, e.g. 通知."))
@workspace_option
@fail_on
@verbose
@output_format
@translated
def proof_command(
    files: tuple[str, ...],
    profile: str,
    kind: str,
    workspace: str,
    fail_on: str,
    verbose: bool,
    output_format: str,
) -> None:
    from docgen.build import Result
    from docgen.cli import reporting
    from docgen.cli.given import chosen_profile, content_of, known_kind
    from docgen.source.workspace import shown

    result = Result()
    kind = known_kind(kind)
    contents = {shown(Path(name)): content_of(name) for name in files}
    rules = chosen_profile(profile, workspace, result.report, output_format)
    proofs = _proofs(contents, rules, kind, result.report)
    if output_format == "json":
        said = [reporting.as_json(diagnostic) for diagnostic in result.report.sorted()]
        measured = {name: proof.as_dict() for name, proof in proofs.items()}
        print_value({"proofs": measured, "diagnostics": said})
    else:
        for name, proof in proofs.items():
            click.echo(name)
            for figure in proof.figures():
                click.echo(_line(figure))
        reporting.print_diagnostics(result.report.sorted(), verbose=verbose)
        many = reporting.counted(len(files), "file")
        done = say(f"量了{len(files)}个文件：", f"{many} measured: ")
        click.echo(done + reporting.totals(result))
    sys.exit(reporting.exit_status(result, fail_on))


def _proofs(
    contents: dict[str, bytes], profile: Profile, kind: str, report: Report
) -> dict[str, Proof]:
    """Print every file in one run of LibreOffice and measure its pages."""
    from docgen.base.diagnostics import Report as NewReport
    from docgen.base.place import Place
    from docgen.checks.inspect import inspect_format
    from docgen.checks.proof import proof
    from docgen.render.office import need_office

    statutory = {}
    for name, data in contents.items():
        found = NewReport()
        inspection = inspect_format(data, profile, Place(name), found, kind)
        if inspection is None:  # no .docx, and the report says what it is
            report.extend(found)
        else:
            statutory[name] = inspection.statutory
    printed = need_office().to_pdf({name: contents[name] for name in statutory})
    return {
        name: proof(contents[name], pdf, profile, Place(name), report, statutory=statutory[name])
        for name, pdf in printed.items()
    }


def _line(figure: Figure) -> str:
    label = figure.label.zh if language() == "zh" else figure.label.en
    unit = figure.unit.zh if language() == "zh" else figure.unit.en
    if not figure.value:  # what was not measured must not look like a pass
        return "  " + say(f"{label}：没有可量的", f"{label}: nothing to measure")
    return "  " + say(f"{label}：{figure.value}{unit}", f"{label}: {figure.value} {unit}".rstrip())
