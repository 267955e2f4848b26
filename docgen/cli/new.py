"""``docgen new``: a meeting's file from answers, or a document's file to fill in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.base.locale import language, say
from docgen.cli.options import existing_folder, translated, workspace_option

if TYPE_CHECKING:
    from docgen.starting.plain_yaml import Value
    from docgen.starting.questions import Question


@click.command(
    "new",
    help=say(
        "新写一个文件。KIND 写 会议：逐项问，写成 meetings/ 里的文件；写文种（通知、讲话稿……）："
        "在 documents/ 里写一个待填的。已有的文件不覆盖。",
        "Start a file. KIND meeting: answer the questions, and meetings/ has its file. Any kind of "
        "document: a file in documents/ to fill in. Nothing is overwritten.",
    ),
)
@click.argument("kind", metavar="KIND")
@click.option("-n", "--name", default="", help=say("文件名，不带 .yaml。", "The file's name."))
@click.option(
    "--papers",
    default="",
    help=say(
        "会议要哪些文件，逗号分开；默认九种都要，写 无 就一种也不要。",
        "The papers of the meeting, by commas; default: all nine; 'none': no papers.",
    ),
)
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="FIELD=ANSWER",
    help=say(
        "先答好一项（可重复），如 --set date=下周二；配合 --no-input 一项也不问。",
        "Answer one question beforehand (repeatable), e.g. --set date=2026-03-24.",
    ),
)
@click.option(
    "--no-input", is_flag=True, help=say("什么也不问，没答的待填。", "Ask nothing; leave blanks.")
)
@workspace_option
@translated
def new_command(
    kind: str, name: str, papers: str, given: tuple[str, ...], no_input: bool, workspace: str
) -> None:
    from docgen.model.terms import SOURCE_KINDS

    root = existing_folder(workspace)
    meeting = SOURCE_KINDS.find(kind)
    if meeting is not None and meeting.code == "meeting":
        _new_meeting(root, name, papers, dict(_given(given)), ask=not no_input)
    else:
        _new_document(root, kind, name)


def _new_document(root: Path, kind: str, name: str) -> None:
    from docgen.library.templates import kind_called
    from docgen.starting.skeleton import skeleton

    code = kind_called(kind)
    content = skeleton(code, chinese=language() == "zh")
    _save(root / "documents" / f"{_fit(name) or code}.yaml", content)


def _new_meeting(root: Path, name: str, papers: str, given: dict[str, str], *, ask: bool) -> None:
    from docgen.starting.meeting_file import meeting_yaml
    from docgen.starting.questions import QUESTIONS

    wanted = _papers(papers)  # before anything is asked
    answers: dict[str, Value] = {}
    for question in QUESTIONS:
        typed = given.pop(question.field, None)
        if typed is not None:
            answers[question.field] = _read(question, typed)
        elif ask:
            answers[question.field] = _asked(question)
    if given:
        fields = "、".join(question.field for question in QUESTIONS)
        raise click.UsageError(
            say(
                f"没有“{next(iter(given))}”这一项；有：", f"no field '{next(iter(given))}'; known: "
            )
            + fields
        )
    content = meeting_yaml(answers, wanted, chinese=language() == "zh")
    called = name or str(answers.get("title") or "") or "meeting"
    path = _save(root / "meetings" / f"{_fit(called) or 'meeting'}.yaml", content)
    if wanted:
        click.echo(say(f"生成全套：docgen build {path}", f"build the set: docgen build {path}"))


def _papers(words: str) -> list[str]:
    from docgen.library.templates import kind_called
    from docgen.starting.meeting_file import PAPERS

    if words.strip() in ("无", "none"):
        return []
    listed = [word.strip() for word in re.split("[,，、]", words) if word.strip()]
    return [kind_called(word) for word in listed] or list(PAPERS)


def _given(pairs: tuple[str, ...]) -> list[tuple[str, str]]:
    for pair in pairs:
        if "=" not in pair:
            raise click.UsageError(
                say(f"--set {pair}：要写成 项=答", f"--set {pair}: FIELD=ANSWER")
            )
    return [(field.strip(), answer) for field, _, answer in (p.partition("=") for p in pairs)]


def _read(question: Question, typed: str) -> Value:
    from docgen.starting.questions import UnreadableError

    parts = re.split("[；;]", typed) if question.many else [typed]
    try:
        read = [question.read(part, date.today()) for part in parts]
    except UnreadableError as exc:
        wanted = exc.wanted.zh if language() == "zh" else exc.wanted.en
        raise click.UsageError(f"{question.field}={typed}: {wanted}") from exc
    return [each for each in read if each] if question.many else read[0]


def _asked(question: Question) -> Value:
    """Ask until the answer can be read; a question for many, until one is empty."""
    found: list[Any] = []
    while True:
        answer = _ask_once(question, len(found))
        if not question.many or not answer:
            return found if question.many else answer
        found.append(answer)


def _ask_once(question: Question, asked: int) -> Value:
    from docgen.starting.questions import UnreadableError

    label = question.asked.zh if language() == "zh" else question.asked.en
    example = say(f"（如 {question.example}）", f" (e.g. {question.example})") if not asked else ""
    number = f" {asked + 1}" if question.many else ""
    while True:
        typed = click.prompt(label + number + example, default="", show_default=False)
        try:
            answer = question.read(typed, date.today())
        except UnreadableError as exc:
            click.echo("  " + (exc.wanted.zh if language() == "zh" else exc.wanted.en))
            continue
        if isinstance(answer, str) and answer and answer != typed.strip():
            click.echo(f"  → {_with_weekday(answer)}")
        return answer


def _with_weekday(iso: str) -> str:
    from docgen.language.weekdays import with_weekday
    from docgen.source.dates import parse_when

    return with_weekday(parse_when(iso)) or iso


def _fit(name: str) -> str:
    """Return a name that may be a file's, ``""`` for none."""
    from docgen.base.filenames import file_name

    typed = name.removesuffix(".yaml")
    return file_name("".join(typed.split())) if typed.strip(" .") else ""


def _save(path: Path, content: str) -> str:
    from docgen.source.workspace import shown
    from docgen.write import write_new

    write_new(path, content)
    click.echo(say(f"已写入 {shown(path)}", f"written to {shown(path)}"))
    return shown(path)
