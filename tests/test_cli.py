"""The command line: what is asked, what is told, and with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from conftest import Workspace
from docgen.build import Build
from docgen.cli import cli
from docgen.library.templates import TEMPLATED
from test_template import libreoffice

SPEECH = "kind: speech\ntitle: 讲话\nopening: 我来了。\n"
BLANK = "kind: speech\ntitle: 讲话\nopening: 〔待填：开场〕，〔待填：开场〕。\nspeaker: 〔待填〕\n"
FAULTY = "kind: speech\ntitle: 讲话\nopening: 我来了。\nnobody: 谁\n"
WARNED = "kind: speech\ntitle: 讲话\noccasion: 座谈会\nopening: 我来了。\n"
OWN = "snippets/own/a.md"
SNIPPET = "---\ntitle: 自己的片段\nuse: point\n---\n办。\n"


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(cli, arguments, env=environment)


def told(*arguments: str) -> Any:
    """Return what a command prints as JSON, and only that."""
    return json.loads(run(*arguments, "--output-format", "json").stdout)


def outputs() -> list[str]:
    """Return the .docx files below the current folder."""
    return sorted(path.as_posix() for path in Path().rglob("*.docx"))


# -- exit status ---------------------------------------------------------------------------

STATUS: dict[str, tuple[str, list[str], int]] = {
    "clean": (SPEECH, ["build"], 0),
    "clean, checked": (SPEECH, ["check"], 0),
    "a blank": (BLANK, ["build"], 0),
    "a blank, checked": (BLANK, ["check"], 0),
    "a warning": (WARNED, ["build"], 0),
    "a warning that counts": (WARNED, ["build", "--fail-on", "warning"], 1),
    "a warning checked": (WARNED, ["check", "--fail-on", "warning"], 1),
    "nothing to warn of": (SPEECH, ["check", "--fail-on", "info"], 0),
    "an error": (FAULTY, ["build"], 1),
    "an error checked": (FAULTY, ["check"], 1),
    "a final with blanks": (BLANK, ["build", "--final"], 1),
    "a final": (SPEECH, ["build", "--final"], 0),
    "a path that is not there": (SPEECH, ["build", "nowhere"], 2),
    "a checked path that is not there": (SPEECH, ["check", "nowhere"], 2),
    "an unknown format": (SPEECH, ["build", "--format", "odt"], 2),
    "an unknown format among known ones": (SPEECH, ["build", "--format", "docx,doc"], 2),
    "no format": (SPEECH, ["build", "--format", ""], 2),
    "an unknown option": (SPEECH, ["build", "--nope"], 2),
    "an unknown command": (SPEECH, ["bild"], 2),
    "snippets": (SPEECH, ["snippets", "list"], 0),
    "a snippet": (SPEECH, ["snippets", "show", "closing/call"], 0),
    "no such snippet": (SPEECH, ["snippets", "show", "closing/cal"], 2),
    "snippets of nowhere": (SPEECH, ["snippets", "list", "-w", "nowhere"], 2),
    "templates": (SPEECH, ["templates", "list"], 0),
    "a template": (SPEECH, ["templates", "show", "speech"], 0),
    "no such template": (SPEECH, ["templates", "show", "speach"], 2),
    "templates of nowhere": (SPEECH, ["templates", "list", "-w", "nowhere"], 2),
    "help": (SPEECH, ["--help"], 0),
    "the version": (SPEECH, ["--version"], 0),
}


@pytest.mark.parametrize(("document", "command", "status"), STATUS.values(), ids=STATUS)
def test_the_exit_status(
    document: str, command: list[str], status: int, workspace: Workspace
) -> None:
    workspace({"documents/a.yaml": document})
    result = run(*command)
    assert result.exit_code == status
    assert result.output
    assert "Traceback" not in result.output


REFUSED = ["a path that is not there", "an error", "a final with blanks", "an unknown format",
           "an unknown format among known ones"]  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_writes_nothing(name: str, workspace: Workspace) -> None:
    document, command, _ = STATUS[name]
    workspace({"documents/a.yaml": document})
    run(*command)
    assert outputs() == []


# -- build ---------------------------------------------------------------------------------


def test_build_tells_what_it_made(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": BLANK})
    assert run("build").output == "build/a.docx  已生成  3段  3处待填\n"
    assert run("build").output == "build/a.docx  没有变化  3段  3处待填\n"


def test_a_fault_is_a_place_and_a_hint(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": FAULTY, "documents/b.yaml": SPEECH})
    first, hint, *rest = run("build", DOCGEN_LANG="en").output.splitlines()
    assert first == "documents/a.yaml:4:1: error S020: Speech has no key 'nobody'"
    assert hint.startswith("  hint: ")
    assert rest == [
        "build/b.docx  built  2 paragraphs",
        "documents/a.yaml  has errors, not built",
        "1 error, 0 warnings",
    ]


def test_a_final_names_every_blank_once(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": BLANK})
    found = told("build", "--final")
    assert found["outputs"] == []
    assert [f"{d['line']}:{d['column']} {d['code']}" for d in found["diagnostics"]] == [
        "3:10 C014",
        "4:10 C014",
    ]


def test_force_overwrites_what_was_edited_and_says_where_it_is_kept(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": SPEECH, "build/a.docx": "改过"})
    assert run("build").output.startswith("build/a.docx: error W001")
    backup, _, *rest = run("build", "--force").output.splitlines()
    assert backup.startswith("build/a.docx: info W004")
    assert rest[0] == "build/a.docx  已生成  2段"
    assert [path for path in outputs() if ".bak-" in path and path in backup]


def test_formats(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": SPEECH + "sections: [甲]\n"})
    assert run("build", "--format", "txt, md,docx,txt").exit_code == 0
    assert {path.name for path in Path("build").glob("[!.]*")} == {"a.docx", "a.txt", "a.md"}
    assert Path("build/a.txt").read_text("utf-8") == "讲话\n我来了。\n一、甲\n"
    assert Path("build/a.md").read_text("utf-8") == "# 讲话\n\n我来了。\n\n## 一、甲\n"


TREE = {
    "documents/a.yaml": SPEECH,
    "documents/sub/b.yaml": SPEECH,
    "documents/sub/c.md": "---\nkind: speech\n---\n我来了。\n",
    "documents/README.md": "# 说明\n",
    "documents/.hidden.yaml": SPEECH,
    "meetings/m.yaml": "kind: meeting\ntitle: 会议\nlevel: city\n",
}
TWO = {f"{name}/documents/{each}": SPEECH for name in ("one", "two") for each in ("a.yaml",)}
ALL = ["build/a.docx", "build/sub/b.docx", "build/sub/c.docx"]
LAYOUTS = {
    "the workspace": (TREE, [], ALL),
    "its documents": (TREE, ["documents"], ALL),
    "a folder": (TREE, ["documents/sub"], ["build/sub/b.docx", "build/sub/c.docx"]),
    "a file": (TREE, ["documents/sub/b.yaml"], ["build/sub/b.docx"]),
    "a file twice": (TREE, ["documents/a.yaml", "documents/../documents/a.yaml"], ["build/a.docx"]),
    "elsewhere": (TREE, [".", "-o", "out"], ["out/a.docx", "out/sub/b.docx", "out/sub/c.docx"]),
    "documents elsewhere": (
        TREE, ["documents", "-o", "out"], ["out/a.docx", "out/sub/b.docx", "out/sub/c.docx"],
    ),
    "a folder elsewhere": (TREE, ["documents/sub", "-o", "o/p"], ["o/p/b.docx", "o/p/c.docx"]),
    "a file elsewhere": (TREE, ["documents/sub/b.yaml", "-o", "out"], ["out/b.docx"]),
    "a folder of the settings": (
        {"docgen.yaml": "output: 成品\n", "documents/a.yaml": SPEECH}, [], ["成品/a.docx"],
    ),
    "two workspaces": (TWO, [], ["one/build/a.docx", "two/build/a.docx"]),
    "two workspaces elsewhere": (TWO, ["-o", "out"], ["out/one/a.docx", "out/two/a.docx"]),
    "no workspace": ({"a.yaml": SPEECH}, ["a.yaml"], ["build/a.docx"]),
}  # fmt: skip


@pytest.mark.parametrize(("files", "arguments", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_outputs_lie_as_their_sources(
    files: dict[str, str], arguments: list[str], expected: list[str], workspace: Workspace
) -> None:
    workspace(files)
    for _ in range(2):  # outputs are no documents
        assert run("build", *arguments).exit_code == 0
        assert outputs() == expected


def test_two_sources_for_one_output_are_refused_before_any_work(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": SPEECH, "documents/a.md": "---\nkind: speech\n---\n好。\n",
               "documents/b.yaml": SPEECH})  # fmt: skip
    result = run("build")
    assert result.exit_code == 1
    assert "documents/a.yaml: error W002" in result.output
    assert outputs() == []


def test_nothing_to_build_is_said(workspace: Workspace) -> None:
    workspace({"empty/notes.txt": ""})
    result = run("build", "empty")
    assert (result.exit_code, "W011" in result.output) == (1, True)
    assert run("check", "empty").exit_code == 0


def test_check_writes_nothing(workspace: Workspace) -> None:
    root = workspace(TREE)
    before = sorted(root.rglob("*"))
    assert run("check").output == "检查了3个文件、10个模板：0个错误，0个警告\n"
    assert sorted(root.rglob("*")) == before


def test_what_only_informs_is_shown_on_request(workspace: Workspace) -> None:
    meeting = "kind: meeting\ntitle: 会议\nlevel: city\nform: 视频会议\n"
    workspace({"meetings/m.yaml": meeting, "documents/a.yaml": SPEECH.replace(
        "title: 讲话", "occasion: m.yaml")})  # fmt: skip
    assert "C013" not in run("build").output
    assert "meetings/m.yaml:4:7: info C013" in run("build", "-v").output
    assert run("check", "--fail-on", "info").exit_code == 1


# -- JSON ----------------------------------------------------------------------------------


def test_a_build_as_json(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": BLANK})
    assert told("build") == {
        "outputs": [
            {
                "source": "documents/a.yaml",
                "path": "build/a.docx",
                "status": "written",
                "paragraphs": 3,
                "blanks": 3,
                "minutes": None,
                "characters": None,
                "chosen": [],
            }
        ],
        "diagnostics": [],
    }


@pytest.mark.parametrize("command", ["build", "check"])
def test_diagnostics_as_json(command: str, workspace: Workspace) -> None:
    workspace({"documents/a.yaml": SPEECH + "date: 2026-02-30\n"})
    found = told(command)
    assert found["outputs"] == []
    (fault,) = found["diagnostics"]
    assert fault.pop("hint")
    assert fault.pop("message")
    assert fault == {
        "code": "S025", "severity": "error", "file": "documents/a.yaml",
        "line": 4, "column": 7, "key": "date",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("command", "code"),
    [(["build", "nowhere"], "W010"), (["snippets", "show", "nothing"], "N001")],
)
def test_what_cannot_run_says_so_as_json_too(
    command: list[str], code: str, workspace: Workspace
) -> None:
    workspace({"documents/a.yaml": SPEECH})
    assert [fault["code"] for fault in told(*command)["diagnostics"]] == [code]


# -- snippets and templates ----------------------------------------------------------------


def test_snippets_are_listed_the_own_ones_among_them(workspace: Workspace) -> None:
    workspace({OWN: SNIPPET, OWN.replace("a.", "a@2."): SNIPPET, "documents/a.yaml": ""})
    lines = [line.split() for line in run("snippets", "list").output.splitlines()]
    assert ["own/a", "要点", "自己的片段"] in lines
    assert ["own/a@2", "要点", "自己的片段"] in lines
    assert "closing/call" in [line[0] for line in lines]
    listed = told("snippets", "list")
    assert [each["id"] for each in listed] == [line[0] for line in lines]


def test_a_snippet_is_shown(workspace: Workspace) -> None:
    card = "valid: {from: 2026-01-01}\nparams: {unit: 各单位}\ntags: [甲]\nuse:"
    shown = SNIPPET.replace("use:", card) + "\n# short\n快办。\n"
    workspace({OWN: shown, "documents/a.yaml": ""})
    words = run("snippets", "show", "own/a").output
    for said in ("own/a", "自己的片段", "2026-01-01", "unit", "办。", "[short]", "快办。"):
        assert said in words
    (found,) = told("snippets", "show", "own/a")
    assert found == {
        "id": "own/a", "title": "自己的片段", "use": "point", "heading": None, "tags": ["甲"],
        "aliases": [], "levels": [], "kinds": [],
        "valid": {"from": "2026-01-01", "to": None, "next": None}, "supersedes": [],
        "source": None, "members": [], "frame": [], "wrong": [], "verbatim": False,
        "digest": None, "params": {"unit": {
            "type": "text", "required": False, "default": "各单位", "choices": [], "doc": None,
        }},
        "samples": [], "variants": {"main": "办。", "short": "快办。"},
        "file": "snippets/own/a.md",
    }  # fmt: skip


@pytest.mark.parametrize(("id", "shown"), [("own/a", 2), ("own/a@1", 1), ("own/a@2", 1)])
def test_versions_are_shown(id: str, shown: int, workspace: Workspace) -> None:
    workspace({OWN: SNIPPET, OWN.replace("a.", "a@2."): SNIPPET, "documents/a.yaml": ""})
    assert len(told("snippets", "show", id)) == shown


def test_a_version_that_is_not_there_is_said(workspace: Workspace) -> None:
    workspace({OWN: SNIPPET, "documents/a.yaml": ""})
    result = run("snippets", "show", "own/a@7")
    assert (result.exit_code, "own/a@7" in result.output) == (2, True)


def test_a_faulty_snippet_does_not_hide_the_others(workspace: Workspace) -> None:
    workspace({OWN: "没有说明\n", "documents/a.yaml": ""})
    result = run("snippets", "list")
    assert result.exit_code == 1
    assert "snippets/own/a.md:1:1: error S029" in result.output
    assert "closing/call" in result.output
    assert "closing/call" in [each["id"] for each in told("snippets", "list")]


def test_templates_are_listed_and_shown(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": ""})
    names = [line.split()[0] for line in run("templates", "list").output.splitlines()]
    assert names == sorted(TEMPLATED)
    assert sorted(told("templates", "list")) == names
    shown = told("templates", "show", "speech")
    assert {"{{ title }}", "{{p body }}"} <= set(shown["tags"])
    assert {"title", "byline", "body"} <= set(shown["names"])
    assert "公文正文" in shown["styles"]
    assert "西文" in shown["character_styles"]
    words = run("templates", "show", "speech").output
    assert all(said in words for said in ("{{p body }}", "公文正文", "西文", "byline"))


# -- language, help, faults of our own -----------------------------------------------------

SPEAKS = [
    ({"DOCGEN_LANG": "zh", "LC_ALL": "en_US.UTF-8"}, "没有这个文件"),
    ({"DOCGEN_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "no such file"),
    ({"DOCGEN_LANG": "", "LC_ALL": "zh_CN.UTF-8"}, "没有这个文件"),
    ({"DOCGEN_LANG": "", "LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "no such file"),
]


@pytest.mark.parametrize(("environment", "words"), SPEAKS)
def test_it_speaks_the_user_s_language(environment: dict[str, str], words: str) -> None:
    assert words in run("build", "nowhere", **environment).output


def python(code: str, **environment: str) -> str:
    """Return what a fresh Python prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment},
        capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("language", "words"), [("zh", "生成公文"), ("en", "Official Chinese")])
def test_help_speaks_the_language_and_imports_nothing_heavy(language: str, words: str) -> None:
    code = """
import sys
from docgen.cli import cli
cli(["--help"], standalone_mode=False)
print({name.partition(".")[0] for name in sys.modules}
      & {"docx", "docxtpl", "lxml", "jinja2", "markdown_it", "pydantic", "yaml"})
"""
    *help_lines, imported = python(code, DOCGEN_LANG=language).splitlines()
    assert words in "".join(help_lines)
    assert imported == "set()"


@pytest.mark.slow
def test_a_plain_build_imports_nothing_that_it_does_not_need(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": "kind: speech\nclosing: {snippet: closing/call}\n"})
    code = f"""
import sys
from docgen.cli import cli
cli(["build", {str(root)!r}], standalone_mode=False)
"""
    told = """
asked = ("compose.topics", "compose.topic_faults", "compose.about", "library.topics",
         "library.verbatim", "cli.usage", "base.catalogue")
print("imported:", sorted(name for name in asked if "docgen." + name in sys.modules))
"""
    wrapped = "import atexit, sys\natexit.register(lambda: exec(" + repr(told) + "))\n" + code
    assert "imported: []" in python(wrapped).splitlines()


@pytest.mark.slow
def test_a_module_run_speaks_utf_8_without_colours(workspace: Workspace) -> None:
    workspace({"documents/a.yaml": FAULTY})
    done = subprocess.run(
        [sys.executable, "-m", "docgen", "build"], capture_output=True, check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.decode().startswith("documents/a.yaml:4:1: error S020: “讲话稿”")


FAULTS = {
    "zh": "docgen 自己出了错（RuntimeError: 坏了）",
    "en": "internal error (RuntimeError: 坏了)",
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("command", "traced"),
    [(["build"], False), (["build", "--debug"], True), (["--debug", "build"], True)],
    ids=["plain", "debug behind", "debug before"],
)
def test_a_fault_of_our_own_is_one_line(
    command: list[str], traced: bool, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("坏了")

    monkeypatch.setattr(Build, "build", broken)
    result = run(*command, DOCGEN_LANG=language)
    assert result.exit_code == 2
    assert result.stdout.startswith(FAULTS[language])
    assert ("Traceback" in result.output) == traced


# -- pages ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_pages_as_pdf_and_pictures(workspace: Workspace) -> None:
    """One PDF, a picture a page; pictures of pages that are gone go too, but no edited one."""
    libreoffice()
    long = SPEECH.replace("我来了。", "春眠不觉晓，处处闻啼鸟。" * 150)
    root = workspace({"documents/a.yaml": long})
    built = run("build", "--format", "pdf,png").output
    made = sorted(path.name for path in (root / "build").glob("a*"))
    assert made == ["a-1.png", "a-2.png", "a-3.png", "a-4.png", "a.pdf"]
    assert all(name in built for name in made)
    assert (root / "build/a.pdf").read_bytes().startswith(b"%PDF")
    (root / "build/a-4.png").write_bytes(b"edited")
    workspace({"documents/a.yaml": SPEECH})
    run("build", "--format", "png")
    assert sorted(path.name for path in (root / "build").glob("a-*")) == ["a-1.png", "a-4.png"]


def test_without_libreoffice_no_page_is_made(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH})
    result = CliRunner().invoke(
        cli, ["build", "--format", "docx,pdf"],
        env={"DOCGEN_LANG": "zh", "DOCGEN_SOFFICE": "/nonexistent/soffice"},
    )  # fmt: skip
    assert result.exit_code == 2
    assert "F202" in result.output
    assert not (root / "build/a.pdf").exists()


def test_a_new_template_conforms_and_is_never_written_over(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH, "profiles/house.yaml": HOUSE})
    made = run("templates", "new", "我的函", "--kind", "函", "--profile", "house")
    assert made.exit_code == 0
    before = (root / "templates/我的函.docx").read_bytes()
    assert run("templates", "new", "我的函", "--kind", "函").exit_code == 2
    assert (root / "templates/我的函.docx").read_bytes() == before
    assert run("templates", "check", "我的函", "--profile", "house").exit_code == 0
    told_of = run("templates", "check", "我的函").output
    assert "仿宋" in told_of


HOUSE = "extends: gbt9704\nfonts: {fangsong: 宋体}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("build --forse", "没有选项“--forse”。是不是“--force”"),
        ("build --output-format x", "--output-format 不能是“x”。可以用：text、json"),
        ("buidl", "没有命令“buidl”。是不是“build”？"),
        ("snippets frob", "没有命令“frob”。可以用：list、"),
        ("snippets show", "还要写 ID"),
        ("snippets add a.txt", "还要写选项 --id"),
        ("snippets show a b", "多写了“b”"),
        ("snippets search a --limit 0", "--limit 不能是“0”：要写整数，不小于 1"),
        ("snippets search a --limit x", "--limit 不能是“x”：要写整数，不小于 1"),
        ("snippets search a --limit", "选项“--limit”后面要写它的值"),
        ("build --final=1", "选项“--final”后面不写值"),
    ],
)
def test_what_is_wrong_with_a_command_line_is_said_in_its_language(words: str, said: str) -> None:
    chinese = CliRunner().invoke(cli, words.split(), env={"DOCGEN_LANG": "zh"})
    assert chinese.exit_code == 2
    assert f"错误：{said}" in chinese.stderr
    assert "Error" not in chinese.stderr
    english = CliRunner().invoke(cli, words.split(), env={"DOCGEN_LANG": "en"})
    assert english.exit_code == 2
    assert "Error: " in english.stderr
