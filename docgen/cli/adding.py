"""``docgen snippets add``: a passage of a document becomes a snippet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.base.locale import say
from docgen.cli.options import (
    WORDS,
    existing_folder,
    known_terms,
    output_format,
    print_value,
    translated,
)

if TYPE_CHECKING:
    from docgen.base.diagnostics import Report
    from docgen.base.place import Place
    from docgen.checks.adopting import Read
    from docgen.library.adopting import Adopted, Passage, Proposal
    from docgen.library.adopting.choosing import Wanted
    from docgen.library.adopting.passages import Candidate
    from docgen.model.terms import Term
    from docgen.source.workspace import Workspace


@click.command(
    "add",
    help=say(
        "把一份文件（.yaml、.md、.txt、.docx）里的一段收进片段库，日期、地方、单位、人名换成参数。",
        "Make a passage of a file (.yaml, .md, .txt, .docx) a snippet, with parameters for its "
        "dates, places, units and people.",
    ),
)
@click.argument("file", metavar="FILE")
@click.option(
    "--id", required=True, type=WORDS, metavar="TOPIC/NAME", help=say("片段的编号。", "Its id.")
)
@click.option(
    "--paragraph",
    "number",
    type=click.IntRange(min=1),
    help=say("第几段（空段不算）。", "Which paragraph; empty ones do not count."),
)
@click.option(
    "--lines", type=WORDS, metavar="A-B", default="", help=say("第几行到第几行。", "Which lines.")
)
@click.option(
    "--key",
    type=WORDS,
    default="",
    metavar="KEY",
    help=say("哪一项，如 sections[0].points[1]。", "Which field of the document."),
)
@click.option(
    "--use", type=WORDS, default="", help=say("用途，如 要点、结尾。", "Its use, such as point.")
)
@click.option(
    "--title", type=WORDS, default="", help=say("在片段库里的名称。", "Its title in the library.")
)
@click.option("--dry-run", is_flag=True, help=say("只显示，不写。", "Show it, write nothing."))
@click.option(
    "--force",
    is_flag=True,
    help=say("片段库里已经有的也收。", "Add it though the library has it already."),
)
@click.option(
    "-w",
    "--workspace",
    default="",
    metavar="DIR",
    help=say("收进哪个工作区，默认 FILE 所在的。", "The workspace; default: FILE's."),
)
@output_format
@translated
def snippets_add(
    file: str,
    id: str,
    number: int | None,
    lines: str,
    key: str,
    use: str,
    title: str,
    dry_run: bool,
    force: bool,
    workspace: str,
    output_format: str,
) -> None:
    from docgen.base.diagnostics import Report
    from docgen.base.errors import DocgenError
    from docgen.base.place import Place
    from docgen.checks.adopting import gives_back, read_passages
    from docgen.library.adopting import adopt
    from docgen.library.adopting.choosing import Wanted
    from docgen.library.adopting.saving import free_file, save_new

    if sum(map(bool, (number, lines, key))) > 1:
        raise click.UsageError(
            say("--paragraph、--lines、--key 只能写一个", "give one of --paragraph, --lines, --key")
        )
    report = Report()
    path = existing_folder(file)
    home = _workspace(path, workspace, report)
    target = free_file(id, home)
    read = read_passages(path, _source_workspace(path, home, report), report)
    if read is None:
        _print_faults(report, output_format)
        sys.exit(1)
    wanted, place = Wanted(number, lines, key), Place(file)
    quiet = output_format == "json"
    passage, own = _passage(read, place, wanted, _use(use), report, quiet=quiet)
    adopted = adopt(passage, title, read.known)
    if not force:
        if own:
            raise DocgenError("N070", place, id=own)
        _refuse_twice(adopted, passage, home, place)
    if not gives_back(adopted, passage):
        raise DocgenError("N068", place)
    if not dry_run:
        save_new(target, id, adopted.content)
    _tell(id, target, adopted, dry_run, report, output_format)


def _workspace(file: Path, given: str, report: Report) -> Workspace:
    """Return the workspace that is named; else the file's, if it lies in one; else the current
    folder's."""
    from docgen.source.workspace import SETTINGS, find_workspace

    if given:
        return find_workspace(existing_folder(given), report)
    found = find_workspace(file, report)
    own = any((found.root / name).exists() for name in (SETTINGS, "documents", "meetings"))
    if own or file.suffix.lower() in (".yaml", ".yml", ".md"):
        return found
    return find_workspace(Path("."), report)


def _source_workspace(file: Path, home: Workspace, report: Report) -> Workspace:
    """Return the workspace that a file's sources lie in: a document's own."""
    from docgen.source.workspace import DOCUMENT_ENDINGS, find_workspace

    return find_workspace(file, report) if file.suffix.lower() in DOCUMENT_ENDINGS else home


def _refuse_twice(adopted: Adopted, passage: Passage, home: Workspace, place: Place) -> None:
    """Raise DocgenError for a passage that the library has already."""
    from docgen.base.errors import DocgenError
    from docgen.checks.adopting import alike
    from docgen.library.snippets import Snippets

    found = alike(adopted, passage, Snippets(home))
    if found is not None:
        share = f"{found.share:.0%}"
        raise DocgenError("N069", place, id=found.label, title=found.title, share=share)


def _passage(
    read: Read, place: Place, wanted: Wanted, use: Term | None, report: Report, *, quiet: bool
) -> tuple[Passage, str]:
    """Return the passage that is asked for, and the snippet that it is, if any.

    Raises DocgenError where there is no such; what there is is listed, unless `quiet`, where
    nothing was asked for.
    """
    from docgen.base.errors import DocgenError
    from docgen.checks.adopting import as_printed
    from docgen.library.adopting import Passage
    from docgen.library.adopting.choosing import chosen, counted
    from docgen.library.adopting.passages import at_key

    if is_at := at_key(read.references, wanted.key):
        raise DocgenError("N070", place, id="、".join(each.snippet for each in is_at))
    try:
        found, at = chosen(read.candidates, read.plain, wanted, place)
    except DocgenError as exc:
        if exc.diagnostic.code == "N060" and not quiet:
            for index, each in enumerate(counted(read.candidates), start=1):
                click.echo(_listed(index, *each))
        raise
    told = [part for each in found for part in as_printed(each, read, report)]
    paragraphs = tuple(told if at is None else told[at : at + 1] or told)
    heading = found[0].heading if len(found) == 1 else ""
    snippet = found[0].snippet if len(found) == 1 else ""
    foreign = read.loaded is None
    return Passage(paragraphs, read.title, use or found[0].use, heading, foreign), snippet


def _use(word: str) -> Term | None:
    from docgen.base.errors import DocgenError
    from docgen.model.terms import USES

    term = USES.find(word) if word else None
    if word and term is None:
        known = known_terms(word, USES)
        raise DocgenError("N051", option="--use", value=word, known=known)
    return term


def _print_faults(report: Report, output_format: str) -> None:
    from docgen.cli.reporting import print_diagnostics, print_json

    (print_json if output_format == "json" else print_diagnostics)(report.sorted())


# -- what is said -----------------------------------------------------------------------------


def _listed(index: int, candidate: Candidate, at: int) -> str:
    from docgen.base.diagnostics import clipped, harmless

    words = clipped("".join(candidate.paragraphs[at].split()), 20)
    line = say(f"第{candidate.place.line}行", f"line {candidate.place.line}")
    where = [line if candidate.place.line else "", candidate.place.key]
    return harmless("  ".join(filter(None, (f"{index:>3}", *where, words))))


def _tell(
    id: str,
    target: Path,
    adopted: Adopted,
    dry_run: bool,
    report: Report,
    output_format: str,
) -> None:
    from docgen.cli.reporting import as_json, print_diagnostics
    from docgen.source.workspace import shown

    if output_format == "json":
        params = [
            {"name": each.name, "type": each.type, "default": each.value, "times": each.times}
            for each in adopted.proposed
        ]
        print_value(
            {
                "id": id,
                "title": adopted.title,
                "use": adopted.use.code,
                "file": shown(target),
                "written": not dry_run,
                "params": params,
                "content": adopted.content,
                "diagnostics": [as_json(each) for each in report.sorted()],
            }
        )
        return
    print_diagnostics(report.sorted(), err=True)
    click.echo(f"{id}  {adopted.use}  {adopted.title}")
    for each in adopted.proposed:
        click.echo(_proposed(each))
    if not adopted.proposed:
        click.echo(
            "  " + say("没有日期、地方、单位、人名，没有参数", "no names or dates, no parameters")
        )
    if dry_run:
        click.echo("\n" + adopted.content, nl=False)
    else:
        click.echo(say(f"已写入 {shown(target)}", f"written to {shown(target)}"))


def _proposed(proposal: Proposal) -> str:
    from docgen.base.diagnostics import harmless

    times = (
        say(f"（{proposal.times}处）", f" ({proposal.times} times)") if proposal.times > 1 else ""
    )
    return harmless(f"  {proposal.name}  {proposal.doc}  {proposal.value}{times}")
