"""``docgen snippets why``, ``used`` and ``stale``: where words came from, and went."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
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
    from docgen.checks.origins import Origins, Told
    from docgen.render.provenance import Row


@click.command(
    "why",
    help=say(
        "一份生成的 .docx 里，每一段来自哪个文件的哪一项、哪个片段。改过、另存过的也行。",
        "Say of every paragraph of a built .docx which file, key and snippet it came from; edited "
        "and saved again by other programs too.",
    ),
)
@click.argument("file", metavar="FILE.docx")
@click.option(
    "--paragraph",
    "number",
    type=click.IntRange(min=1),
    help=say("只看第几段（空段不算）。", "Only this paragraph; empty ones do not count."),
)
@output_format
@translated
def snippets_why(file: str, number: int | None, output_format: str) -> None:
    from docgen.base.diagnostics import Report
    from docgen.base.errors import DocgenError
    from docgen.base.place import Place
    from docgen.checks.origins import read_origins
    from docgen.cli.given import content_of
    from docgen.source.workspace import shown

    report, place = Report(), Place(shown(Path(file)))
    origins = read_origins(content_of(file), place, report)
    if origins is None:
        _print_faults(report, output_format)
        sys.exit(1)
    paragraphs = origins.paragraphs
    if number is not None and number > len(paragraphs):
        raise DocgenError("N032", place, number=number, count=len(paragraphs))
    asked = [told for told in paragraphs if number in (None, told.number)]
    if output_format == "json":
        told = [_described(each) for each in asked]
        gone = [_row(row) for row in origins.gone]
        print_value({"file": place.file, "paragraphs": told, "gone": gone, "diagnostics": []})
        return
    for each in asked:
        click.echo(_line(each, len(str(len(paragraphs)))))
    if number is None:
        click.echo(_summary(origins))


@click.command(
    "used",
    help=say(
        "哪些文件用了哪个片段（不写 ID 就是全部片段）。",
        "Which documents use which snippet (without ID: all).",
    ),
)
@click.argument("ids", nargs=-1, metavar="[ID]…")
@workspace_option
@output_format
@translated
def snippets_used(ids: tuple[str, ...], workspace: str, output_format: str) -> None:
    from docgen.base.diagnostics import Report
    from docgen.checks.snippet_use import snippet_uses
    from docgen.cli.reporting import as_json, print_diagnostics

    report = Report()
    folder = existing_folder(workspace)
    uses = _asked(ids, snippet_uses(folder, report), folder)
    grave = [each for each in report.sorted() if each.severity.word == "error"]
    if output_format == "json":
        found = [
            {"id": label, "documents": [{"file": f, "paragraphs": n} for f, n in files.items()]}
            for label, files in uses.items()
        ]
        print_value({"snippets": found, "diagnostics": [as_json(each) for each in grave]})
    else:
        print_diagnostics(grave, err=True)
        nobody = say("没有文件用", "used by no document")
        for label, files in uses.items():
            click.echo(f"{label}  " + (say("、", ", ").join(map(_use, files.items())) or nobody))
        if not uses:
            click.echo(say("这里没有文件用片段。", "No document here uses a snippet."))
    sys.exit(1 if grave else 0)


@click.command(
    "stale",
    help=say(
        "哪些生成的 .docx（默认工作区的输出文件夹）里还有已经过期、被取代或撤掉的提法。",
        "Which built .docx (default: the workspace's output folder) contain a phrase that has "
        "since expired, was superseded or removed.",
    ),
)
@click.argument("paths", nargs=-1)
@click.option("--on", "day", default="", help=say("按哪一天看，默认今天。", "The day; today."))
@workspace_option
@fail_on
@verbose
@output_format
@translated
def snippets_stale(
    paths: tuple[str, ...],
    day: str,
    workspace: str,
    fail_on: str,
    verbose: bool,
    output_format: str,
) -> None:
    from docgen.build import Result
    from docgen.checks.stale import report_stale_files
    from docgen.cli import reporting
    from docgen.source.workspace import find_workspace

    result = Result()
    home = find_workspace(existing_folder(workspace), result.report)
    on = _day(day)
    files, unknown = report_stale_files([Path(path) for path in paths], home, on, result.report)
    if output_format == "json":
        reporting.print_json(result.report.sorted(), files=files, unknown=unknown)
    else:
        reporting.print_diagnostics(result.report.sorted(), verbose=verbose)
        counted = reporting.counted(files, "file")
        many = say(f"按 {on} 查了{files}个文件", f"{counted} checked as of {on}")
        lost = say(f"，{unknown}个查不了", f", {unknown} could not be") if unknown else ""
        click.echo(many + lost + say("：", ": ") + reporting.totals(result))
    sys.exit(reporting.exit_status(result, fail_on))


def _print_faults(report: Report, output_format: str) -> None:
    from docgen.cli.reporting import print_diagnostics, print_json

    if output_format == "json":
        print_json(report.sorted())
    else:
        print_diagnostics(report.sorted())


def _asked(
    ids: tuple[str, ...], uses: dict[str, dict[str, int]], folder: Path
) -> dict[str, dict[str, int]]:
    """Return the uses of what was asked for; DocgenError for what is not there."""
    from docgen.base.diagnostics import Report
    from docgen.cli.asked import asked_snippet
    from docgen.library.snippets import Snippets
    from docgen.source.workspace import find_workspace

    found: dict[str, dict[str, int]] = {}
    library = Snippets(find_workspace(folder, Report())) if ids else None
    for reference in ids:
        mine = {label: files for label, files in uses.items() if reference in (label, _id(label))}
        if library is not None and not mine:
            id, version = asked_snippet(reference, library)
            mine = {
                label: files
                for label, files in uses.items()
                if _id(label) == id and version in ("", label.partition("@")[2])
            } or {f"{id}@{version}" if version else id: {}}
        found |= mine
    return found if ids else uses


def _id(label: str) -> str:
    return label.partition("@")[0]


def _use(use: tuple[str, int]) -> str:
    from docgen.cli.reporting import counted

    file, count = use
    return file + say(f"（{count}段）", f" ({counted(count, 'paragraph')})")


def _day(typed: str) -> str:
    """Return a day as ISO, today for ``""``. Raises DocgenError."""
    import datetime

    from docgen.base.errors import DocgenError
    from docgen.source.dates import parse_day

    if not typed:
        return datetime.date.today().isoformat()
    try:
        day = parse_day(typed)
    except ValueError:
        day = None
    if day is None:
        raise DocgenError("N038", date=typed)
    return day.iso


def _line(told: Told, width: int) -> str:
    from docgen.base.diagnostics import clipped, harmless

    words = clipped("".join(told.text.split()), 16)
    return harmless("  ".join([f"{told.number:>{width}}", words, *_from(told)]))


def _from(told: Told) -> Iterator[str]:
    if told.near is not None:
        stood = "  ".join(_place(told.near))
        yield say(f"文字改过；生成时这里是：{stood}", f"edited; built here was: {stood}")
        return
    if told.row is None:
        yield say("来历不明", "unknown")
        return
    yield from _place(told.row)
    if told.status != "same":
        yield say("（移过）", "(moved)") if told.status == "moved" else say("（复制）", "(copy)")


def _place(row: Row) -> Iterator[str]:
    if row.file.endswith(".docx"):
        yield say(f"模板 {row.file}", f"template {row.file}")
    else:
        yield row.file
    if row.key:
        yield row.key
    yield from row.snippets


def _summary(origins: Origins) -> str:
    from docgen.cli.reporting import counted

    all_ = len(origins.paragraphs)
    edited = sum(1 for told in origins.paragraphs if told.near is not None)
    unknown = sum(1 for told in origins.paragraphs if told.row is None) - edited
    gone = len(origins.gone)
    changed = say(f"{edited}段文字改过，", f"{edited} edited, ") if edited else ""
    return say(
        f"共{all_}段：{changed}{unknown}段来历不明，生成时的段落已不见{gone}段",
        f"{counted(all_, 'paragraph')}: {changed}{unknown} unknown; {gone} of those built are gone",
    )


def _described(told: Told) -> dict[str, Any]:
    row = _row(told.row) if told.row else {"file": None, "key": None, "snippets": []}
    return {
        "paragraph": told.number,
        "text": told.text,
        "status": told.status,
        **row,
        "instead_of": _row(told.near) if told.near else None,
    }


def _row(row: Row) -> dict[str, Any]:
    return {"file": row.file, "key": row.key or None, "snippets": list(row.snippets)}
