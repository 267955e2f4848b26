"""``docgen build`` and ``docgen check``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.base.locale import say
from docgen.cli.options import fail_on, output_format, show_traces, translated, verbose


@click.command(
    "build",
    help=say(
        "生成 PATHS（文件或文件夹，默认当前文件夹）里的文件。",
        "Build the documents in PATHS (files or folders; default: the current folder).",
    ),
)
@click.argument("paths", nargs=-1)
@click.option("-o", "--output", help=say("输出文件夹。", "The output folder."))
@click.option(
    "--format",
    "formats",
    default="docx",
    show_default=True,
    help=say(
        "输出格式，逗号分开：docx,pdf,png,txt,md。", "Formats, by commas: docx,pdf,png,txt,md."
    ),
)
@click.option(
    "--final",
    is_flag=True,
    help=say("定稿：还有〔待填〕就不生成。", "Refuse documents with blanks."),
)
@click.option(
    "--force",
    is_flag=True,
    help=say("覆盖手工改过的文件（留备份）。", "Overwrite files edited by hand (keeps a backup)."),
)
@click.option(
    "--strip",
    is_flag=True,
    help=say(
        "不在文件里记各段的来历（snippets why 就看不了）。",
        "Leave out where each paragraph came from (snippets why needs it).",
    ),
)
@fail_on
@verbose
@output_format
@translated
def build_command(
    paths: tuple[str, ...],
    output: str | None,
    formats: str,
    final: bool,
    force: bool,
    strip: bool,
    fail_on: str,
    verbose: bool,
    output_format: str,
) -> None:
    from docgen.build import Build
    from docgen.cli import reporting
    from docgen.source.workspace import shown

    result = Build().build(
        [Path(path) for path in paths or (".",)],
        output=Path(output) if output else None,
        formats=[name.strip() for name in formats.split(",") if name.strip()],
        final=final,
        force=force,
        strip=strip,
    )
    show_traces(result.crashes)
    if output_format == "json":
        reporting.print_json(result.report.sorted(), result.outputs)
    else:
        reporting.print_diagnostics(result.report.sorted(), verbose=verbose)
        minutes, choices = reporting.minutes_of(result.report), reporting.choices_of(result.report)
        for each in result.outputs:
            source, target = reporting.origin_of(each.job), shown(each.written.path)
            click.echo(reporting.output_line(each, target, minutes.get(source, "")))
            if source in choices:  # once for a document, however many formats
                click.echo(choices.pop(source))
        for job in result.refused:
            click.echo(reporting.refusal_line(job.name))
        if reporting.worth_a_total(result):
            click.echo(reporting.totals(result))
    sys.exit(reporting.exit_status(result, fail_on))


@click.command(
    "check",
    help=say(
        "检查 PATHS 里的文件、片段和模板：全部在内存里生成一遍，什么也不写。"
        "PATHS 是生成的 .docx 时，看手工改过以后和来源还合不合。",
        "Check documents, snippets and templates in PATHS: everything is rendered in memory, "
        "nothing is written. A built .docx is compared with what it was built from.",
    ),
)
@click.argument("paths", nargs=-1)
@click.option(
    "--source",
    metavar="DIR",
    help=say(
        "生成那份 .docx 的工作区，默认从它的位置往上找。",
        "The workspace that a .docx was built from; default: found from where it lies.",
    ),
)
@fail_on
@verbose
@output_format
@translated
def check_command(
    paths: tuple[str, ...], source: str | None, fail_on: str, verbose: bool, output_format: str
) -> None:
    from docgen.build import Build
    from docgen.cli import reporting

    built = [path for path in paths if path.lower().endswith(".docx")]
    if built:
        from docgen.cli.checking import check_built  # most checks are of sources

        result = check_built(built, [path for path in paths if path not in built], source)
    else:
        result = Build().check([Path(path) for path in paths or (".",)])
    show_traces(result.crashes)
    if output_format == "json":
        reporting.print_json(
            result.report.sorted(), documents=result.documents, templates=result.templates
        )
    else:
        reporting.print_diagnostics(result.report.sorted(), verbose=verbose)
        click.echo(reporting.looked_at(result) + say("：", ": ") + reporting.totals(result))
    sys.exit(reporting.exit_status(result, fail_on))
