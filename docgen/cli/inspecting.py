"""``docgen inspect``."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.base.locale import language, say
from docgen.cli.options import fail_on, output_format, translated, verbose, workspace_option

if TYPE_CHECKING:
    from docgen.base.diagnostics import Diagnostic, Report
    from docgen.checks.inspect import Inspection
    from docgen.model.profile import Profile

Looked = dict[str, "Inspection | None"]


@click.command(
    "inspect",
    help=say(
        "检查任何 .docx 的格式（GB/T 9704-2012，或单位自己的格式）。",
        "Judge the format of any .docx by GB/T 9704-2012 or a house profile.",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--profile", default="", help=say("按哪个格式检查。", "The profile to judge by."))
@click.option(
    "--kind",
    default="",
    help=say(
        "文种，如 通知；不写就看文件自己的标题。", "The kind, e.g. 通知; else from the title."
    ),
)
@click.option(
    "--fix",
    "fix",
    metavar="OUT.docx",
    help=say("把能确定的改好，另存到这里；不动文字。", "Mend what is certain, into this new file."),
)
@workspace_option
@fail_on
@verbose
@output_format
@translated
def inspect_command(
    files: tuple[str, ...],
    profile: str,
    kind: str,
    fix: str | None,
    workspace: str,
    fail_on: str,
    verbose: bool,
    output_format: str,
) -> None:
    from docgen.base.errors import DocgenError
    from docgen.build import Result
    from docgen.cli import reporting
    from docgen.cli.given import chosen_profile, content_of, known_kind

    kind = known_kind(kind)
    if fix and len(files) > 1:
        raise DocgenError("F119")
    contents = {name: content_of(name) for name in files}
    result = Result()
    rules = chosen_profile(profile, workspace, result.report, output_format)
    looked, mended, written = _judged(contents, rules, kind, fix, result.report)
    if output_format == "json":
        click.echo(_as_json(looked, mended, result.report, written))
    else:
        reporting.print_diagnostics(result.report.sorted(), verbose=verbose)
        _print_mended(mended, written, verbose=verbose)
        for line in _lines(looked):
            click.echo(line)
        click.echo(_summary(len(looked), reporting.totals(result)))
    sys.exit(reporting.exit_status(result, fail_on))


def _judged(
    contents: dict[str, bytes], profile: Profile, kind: str, fix: str | None, report: Report
) -> tuple[Looked, list[Diagnostic], list[dict[str, str]]]:
    """Judge every file, or mend the one; return what was looked at, mended and written."""
    from docgen.base.diagnostics import Report as NewReport
    from docgen.base.place import Place
    from docgen.checks.inspect import inspect_format
    from docgen.source.workspace import shown

    looked: Looked = {}
    for name, data in contents.items():
        place = Place(shown(Path(name)))
        own = NewReport()
        looked[place.file] = inspect_format(data, profile, place, own, kind)
        if fix is None or looked[place.file] is None:
            report.extend(own)
        else:
            from docgen.checks.inspect.fix import fixed

            done = fixed(data, profile, kind, place)
            report.extend(done.left)
            status = _write(Path(name), Path(fix), done.data, report)
            written = [{"path": shown(Path(fix)), "status": status}] if status else []
            return looked, list(done.mended), written
    return looked, [], []


def _write(source: Path, target: Path, data: bytes, report: Report) -> str:
    """Write the mended file where nothing else is; return ``written``, ``unchanged`` or ``""``."""
    from docgen.base.place import Place
    from docgen.source.workspace import shown
    from docgen.write import write_output

    place = Place(shown(source))
    if os.path.realpath(target) == os.path.realpath(source):
        report.add("F118", place)
        return ""
    if target.suffix.lower() != ".docx":
        report.add("F120", place, path=shown(target))
        return ""
    if target.exists() and (not target.is_file() or target.read_bytes() != data):
        report.add("F108", place, path=shown(target))
        return ""
    written = write_output(target, data, report)
    return written.status if written.status != "failed" else ""


def _print_mended(
    mended: list[Diagnostic], written: Iterable[dict[str, str]], *, verbose: bool
) -> None:
    for path in written:
        done = (
            say("没有变化", "unchanged")
            if path["status"] == "unchanged"
            else say("已写", "written")
        )
        click.echo(f"{path['path']}  {done}")
        for diagnostic in mended:
            if verbose or diagnostic.severity.word != "info":
                click.echo(say("  已改：", "  mended: ") + diagnostic.message(language()))
        click.echo(say(f"  共改了{len(mended)}处", f"  {len(mended)} mended"))


def _lines(looked: Looked) -> list[str]:
    """Return for each file by what it was judged."""
    from docgen.cli.reporting import counted

    lines = []
    for name, inspection in looked.items():
        if inspection is None:
            continue
        kind = inspection.kind or say("文种不明", "kind unknown")
        by = say("按 GB/T 9704-2012", "by GB/T 9704-2012") if inspection.statutory else (
            say("不是法定公文，按办公惯例", "not a statutory kind, by office practice")
        )  # fmt: skip
        count = say(f"{inspection.checked}段", counted(inspection.checked, "paragraph"))
        lines.append(f"{name}  {kind}  {by}  {count}")
    return lines


def _summary(files: int, totals: str) -> str:
    from docgen.cli.reporting import counted

    return say(f"检查了{files}个文件：{totals}", f"{counted(files, 'file')} checked: {totals}")


def _as_json(
    looked: Looked, mended: list[Diagnostic], report: Report, written: list[dict[str, str]]
) -> str:
    files = [
        {"file": name, **(inspection._asdict() if inspection else {"kind": None})}
        for name, inspection in looked.items()
    ]
    whole = {
        "files": files,
        "outputs": written,
        "mended": [_described(diagnostic) for diagnostic in mended],
        "diagnostics": [_described(diagnostic) for diagnostic in report.sorted()],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _described(diagnostic: Diagnostic) -> dict[str, Any]:
    from docgen.base.diagnostics import Words
    from docgen.cli.reporting import as_json

    facts = {}
    for name in ("parameter", "carrier", "count", "sample"):
        fact = diagnostic.facts.get(name)
        facts[name] = getattr(fact, language()) if isinstance(fact, Words) else fact
    return {**as_json(diagnostic), **facts}
