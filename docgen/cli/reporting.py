"""Diagnostics and results in words: text for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from docgen.base.diagnostics import Diagnostic, Report, harmless
from docgen.base.locale import language, say
from docgen.model.keys import spellings
from docgen.model.sources import Meeting
from docgen.source.root import shown

if TYPE_CHECKING:
    from docgen.build import Output, Result
    from docgen.jobs import Job

# How the key paths of the papers in a set begin.
SET_KEYS = tuple(f"{word}." for word, name in spellings(Meeting).items() if name == "documents")
_LENGTH = ("C027", "C028")
_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def diagnostic_lines(diagnostic: Diagnostic, speech: str) -> str:
    """Return ``path:line:col: error S012: message`` and its hint line."""
    where = harmless(str(diagnostic.place))
    word = diagnostic.severity.word
    head = f"{where}: " if where else ""
    styled = click.style(f"{word} {diagnostic.code}", fg=_COLOURS[word], bold=True)
    hint = diagnostic.hint(speech)
    return f"{head}{styled}: {diagnostic.message(speech)}" + (f"\n  hint: {hint}" if hint else "")


def print_diagnostics(
    diagnostics: Iterable[Diagnostic], *, verbose: bool = True, err: bool = False
) -> None:
    """Print diagnostics; those that only inform are left out unless `verbose`."""
    for diagnostic in diagnostics:
        if verbose or diagnostic.severity.word != "info" or diagnostic.code == "W004":
            click.echo(diagnostic_lines(diagnostic, language()), err=err)


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as JSON has it."""
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.word,
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "key": place.key or None,
        "message": diagnostic.message(language()),
        "hint": diagnostic.hint(language()),
    }


def print_json(found: Iterable[Diagnostic], outputs: Iterable[Output] = (), **counts: int) -> None:
    """Print a whole result as one JSON object."""
    import json  # a run that prints text starts without it

    found = list(found)
    files = [
        {
            "source": output.job.path.as_posix(),
            **({"member": output.job.member} if output.job.member else {}),
            "path": shown(output.written.path),
            "status": output.written.status,
            "paragraphs": output.paragraphs,
            "blanks": output.blanks,
            **_told_of(origin_of(output.job), found),
        }
        for output in outputs
    ]
    said = [as_json(diagnostic) for diagnostic in found]
    whole = {**counts, "outputs": files, "diagnostics": said}
    click.echo(json.dumps(whole, ensure_ascii=False, indent=2))


def _told_of(document: Where, found: list[Diagnostic]) -> dict[str, Any]:
    """Return how long a document takes, null where it was not measured, and what the library
    chose for it."""
    own = [diagnostic for diagnostic in found if _where(diagnostic) == document]
    length = next((each.facts for each in own if each.code in _LENGTH), {})
    minutes = float(str(length["minutes"])) if length else None
    chosen = [each for each in own if each.code == "C024"]
    return {
        "minutes": int(minutes) if minutes is not None and minutes.is_integer() else minutes,
        "characters": length.get("characters"),
        "chosen": [
            {
                **{name: each.facts[name] for name in ("topic", "id", "title", "foreign")},
                "line": each.place.line,
                "key": each.place.key,
            }
            for each in chosen
        ],
    }


def output_line(output: Output, path: str, minutes: str = "") -> str:
    """Return one output as its line: where, what was done, how long (of a speech in minutes
    too), what is still blank."""
    done = {
        "written": say("已生成", "built"),
        "unchanged": say("没有变化", "unchanged"),
        "kept": say("有人改过，已保留", "edited by hand, kept"),
        "failed": say("没有写成", "failed"),
    }[output.written.status]
    length = say(f"{output.paragraphs}段", counted(output.paragraphs, "paragraph"))
    blanks = say(f"{output.blanks}处待填", counted(output.blanks, "blank")) if output.blanks else ""
    spoken = say(f"约{minutes}分钟", f"about {minutes} minutes") if minutes else ""
    return "  ".join(part for part in (harmless(path), done, length, spoken, blanks) if part)


# A document's file, and its name in the set of a meeting ("": it is in none).
Where = tuple[str, str]


def origin_of(job: Job) -> Where:
    """Return where the findings on a document lie."""
    return shown(job.path), job.member


def _where(diagnostic: Diagnostic) -> Where:
    place = diagnostic.place
    inside = place.key.split(".", 1)[1] if place.key.startswith(SET_KEYS) else ""
    return place.file, inside.split(".", 1)[0]


def minutes_of(report: Report) -> dict[Where, str]:
    """Return document → how many minutes it takes, of the speeches that were given a length."""
    found = [diagnostic for diagnostic in report if diagnostic.code in _LENGTH]
    return {_where(diagnostic): str(diagnostic.facts["minutes"]) for diagnostic in found}


def choices_of(report: Report) -> dict[Where, str]:
    """Return document → the line that names the snippets which the library chose for it."""
    chosen: dict[Where, list[str]] = {}
    for diagnostic in report.sorted():
        if diagnostic.code == "C024":
            chosen.setdefault(_where(diagnostic), []).append(str(diagnostic.facts["id"]))
    return {
        file: say(f"  选用 {len(ids)} 个片段：", f"  {counted(len(ids), 'snippet')} chosen: ")
        + say("、", ", ").join(ids)
        for file, ids in chosen.items()
    }


def refusal_line(path: str) -> str:
    """Return the line of a document that was not built."""
    return f"{path}  " + say("有错误，没有生成", "has errors, not built")


def worth_a_total(result: Result) -> bool:
    """Whether there was anything to count."""
    return any(diagnostic.severity.word != "info" for diagnostic in result.report)


def totals(result: Result) -> str:
    """Return how many errors and warnings there were."""
    words = [diagnostic.severity.word for diagnostic in result.report]
    errors, warnings = words.count("error"), words.count("warning")
    return say(
        f"{errors}个错误，{warnings}个警告",
        f"{counted(errors, 'error')}, {counted(warnings, 'warning')}",
    )


def looked_at(result: Result) -> str:
    """Return how much a check has looked at."""
    documents, templates = result.documents, result.templates
    return say(
        f"检查了{documents}个文件、{templates}个模板",
        f"{counted(documents, 'document')}, {counted(templates, 'template')} checked",
    )


def counted(number: int, word: str) -> str:
    """Return ``1 file``, ``2 files``."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def exit_status(result: Result, fail_on: str) -> int:
    """Return 0, or 1 where a diagnostic is at or above `fail_on`."""
    words = ("info", "warning", "error")
    grave = words[words.index(fail_on) :]
    return int(any(diagnostic.severity.word in grave for diagnostic in result.report))
