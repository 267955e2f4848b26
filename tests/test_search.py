"""``snippets search``: what is found and why, an index that never lies, near-duplicates."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from conftest import ROOT, Workspace
from docgen.base.diagnostics import Report
from docgen.base.place import Place
from docgen.checks.near_duplicates import (
    SHARE,
    Passage,
    check_duplicates,
    han,
    near_duplicates,
    runs,
)
from docgen.cli.searching import snippets_search
from docgen.library.search.entries import read_entry
from docgen.library.search.folders import library_folders
from docgen.library.search.listing import Listing, settled
from docgen.library.search.plain_card import plain_card
from docgen.library.search.store import cache_folder, is_whole, keep
from docgen.library.snippet_file import read_snippet
from docgen.library.snippets import Snippets
from docgen.model.keys import table
from docgen.model.library import SnippetCard
from docgen.source.schema import read_record
from docgen.source.text import split_front_matter
from docgen.source.workspace import find_workspace
from docgen.source.yaml import parse_mapping

SNIPPETS = {
    "docgen.yaml": "org: 示例市档案局\n",
    "snippets/boat/ferry.md": """---
title: 渡船夜航
use: point
heading: 管好渡船
tags: [渡船, 水上]
aliases: [摆渡]
levels: [市, 县]
kinds: [讲话稿]
params: {unit: {default: 各渡口}}
source: {nature: 自拟}
---
{{ unit }}每晚八点前清点渡船，缆绳要系牢。“甲板”干净，渡船的灯要亮。

# short
夜里查一遍缆绳。
""",
    "snippets/boat/pier.md": """---
title: 码头值守
use: 结尾
tags: [水上]
valid: {from: 2022-05-01, to: 2024-12-31}
source: {nature: 自拟}
---
码头有人值守，渡船靠岸先看水位。
舷梯下面不许站人。
""",
    "snippets/boat/pier@2.md": """---
title: 码头值守
use: 结尾
tags: [水上]
valid: {from: 2025-01-01}
source: {nature: 自拟}
---
码头昼夜有人值守，水位每两小时报一次。
""",
    "snippets/lamp.md": """---
title: "灯塔: 保养"
use: paragraph
levels: [unit]
source: {nature: 自拟}
---
灯塔的镜片每周擦一次，航标ABC１２号另记。
""",
}


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return this test's own cache folder."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("DOCGEN_CACHE", str(folder))
    return folder


@pytest.fixture
def boats(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with four snippets, their files written a moment ago. Its searches see
    no shipped ones."""
    root = workspace(SNIPPETS)
    monkeypatch.setattr("docgen.library.search.folders.shipped", lambda name: root / "none")
    settle()
    return root


def settle() -> None:
    """Let the file system's clock go on: what is written later has another time."""
    time.sleep(0.06)


def search(*arguments: str) -> dict[str, Any]:
    result = CliRunner().invoke(snippets_search, [*arguments, "--output-format", "json"])
    told: dict[str, Any] = json.loads(result.stdout)
    assert result.exit_code == (2 if "results" not in told else 0), result.output
    return told


def ids(*arguments: str) -> list[str]:
    return [hit["id"] for hit in search(*arguments)["results"]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # In the title before in the text.
        ("渡船", ["boat/ferry", "boat/pier"]),
        ("渡船夜航", ["boat/ferry"]),
        ("摆渡", ["boat/ferry"]),
        ("管好", ["boat/ferry"]),
        ("boat/pier", ["boat/pier@2", "boat/pier"]),
        ("舷", ["boat/pier"]),
        # Across the end of a line, in a variant, inside quotation marks and without them.
        ("位舷", []),
        ("水位。舷梯", ["boat/pier"]),
        ("查一遍缆绳", ["boat/ferry"]),
        ("甲板干净", ["boat/ferry"]),
        ("“甲板”干净", ["boat/ferry"]),
        # Not across a parameter, nor from one variant into the next.
        ("unit", ["lamp"]),
        ("亮夜", []),
        ("¶", []),
        ("。夜", []),
        # Half-width and full-width, large and small.
        ("abc12号", ["lamp"]),
        ("灯塔:保养", ["lamp"]),
        # Several words: all of them.
        ("渡船 缆绳", ["boat/ferry"]),
        ("渡船 水位", ["boat/pier"]),
        ("水上 结尾", ["boat/pier@2", "boat/pier"]),
        ("缆绳 讲话稿", ["boat/ferry"]),
        # None has all: those with most of them.
        ("渡船 缆绳 舷梯", ["boat/ferry", "boat/pier"]),
        ("缆绳 无此词语", ["boat/ferry"]),
        # None has any: those that come near.
        ("渡船缆绳系牢", ["boat/ferry"]),
        ("鲸鱼骨", []),
    ],
)
def test_words_find_the_best_first(boats: Path, words: str, expected: list[str]) -> None:
    assert ids(*words.split()) == expected
    assert ids(*words.split()) == expected  # now from the index


@pytest.mark.parametrize(
    ("word", "id", "reasons"),
    [
        ("渡船", "boat/ferry", ["title", "heading", "tag", "body"]),
        ("渡船", "boat/pier", ["body"]),
        ("摆渡", "boat/ferry", ["alias"]),
        ("结尾", "boat/pier", ["term"]),
        ("closing", "boat/pier", ["term"]),
        ("县", "boat/ferry", ["term"]),
        ("ferry", "boat/ferry", ["id"]),
    ],
)
def test_the_reason_is_told(boats: Path, word: str, id: str, reasons: list[str]) -> None:
    found = {hit["id"]: hit["reasons"] for hit in search(word, "--limit", "500")["results"]}
    assert found[id] == {word: reasons}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--tag", "水上"], ["boat/pier@2", "boat/ferry", "boat/pier"]),
        (["--tag", "水"], []),
        (["--tag", "水上", "--tag", "渡船"], ["boat/ferry"]),
        (["--tag", "水上", "--use", "closing"], ["boat/pier@2", "boat/pier"]),
        (["岸", "--use", "结尾", "--use", "要点"], ["boat/pier"]),
        # Where none is named, every level and every kind may use it.
        (["--tag", "水上", "--level", "市"], ["boat/pier@2", "boat/ferry", "boat/pier"]),
        (["--tag", "水上", "--level", "省"], ["boat/pier@2", "boat/pier"]),
        (["--tag", "水上", "--kind", "speech"], ["boat/pier@2", "boat/ferry", "boat/pier"]),
        (["--tag", "水上", "--kind", "工作要点"], ["boat/pier@2", "boat/pier"]),
        # A window holds its first and its last day.
        (["码头", "--on", "2022-04-30"], []),
        (["码头", "--on", "2022年5月1日"], ["boat/pier"]),
        (["码头", "--on", "2024-12-31"], ["boat/pier"]),
        (["码头", "--on", "2025-01"], ["boat/pier@2"]),
        (["渡船", "--on", "1999-01-01"], ["boat/ferry"]),
        (["水上", "--limit", "1"], ["boat/pier@2"]),
    ],
)  # fmt: skip
def test_conditions_narrow_the_search(boats: Path, options: list[str], expected: list[str]) -> None:
    assert ids(*options) == expected


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], "N050"),
        (["“”"], "N050"),
        (["--use", "结"], "N051"),
        (["--level", "镇子"], "N051"),
        (["--kind", "诗"], "N051"),
        (["--tag", "“"], "N050"),
        (["\ue000"], "N050"),
        (["--on", "明天"], "N052"),
        (["--on", "2026-02-30"], "N052"),
    ],
)
def test_a_wrong_question_is_an_error(boats: Path, arguments: list[str], code: str) -> None:
    assert [each["code"] for each in search(*arguments)["diagnostics"]] == [code]


@pytest.mark.parametrize(
    ("words", "codes"),
    [("渡船", []), ("鲸鱼骨", ["N053"]), ("缆绳 无此词语", ["N054"]), ("渡船缆绳系牢", ["N055"])],
)
def test_a_poor_answer_says_so(boats: Path, words: str, codes: list[str]) -> None:
    assert [each["code"] for each in search(*words.split())["diagnostics"]] == codes


def test_text_shows_reason_window_and_words_around(boats: Path) -> None:
    result = CliRunner().invoke(snippets_search, ["渡船"])
    assert result.stdout == (
        "boat/ferry  要点  渡船夜航\n"
        "  标题、小标题、标签、正文  "
        "〔各渡口〕每晚八点前清点渡船，缆绳要系牢。“甲板”干净，渡船的灯要亮。／夜里查一…\n"
        "boat/pier  结尾  码头值守  已过期（止 2024-12-31）\n"
        "  正文  码头有人值守，渡船靠岸先看水位。舷梯下面不许站人。\n"
    )


def sailing(window: str, text: str = "帆船。") -> str:
    return f"---\ntitle: 帆船\nuse: point\n{window}---\n{text}\n"


WINDOWS = {
    "snippets/a/over.md": sailing("valid: {to: 2018-12-31}\n"),
    "snippets/b/over-later.md": sailing("valid: {to: 2022-12-25}\n"),
    "snippets/c/since-2019.md": sailing("valid: {from: 2019-01-01}\n"),
    "snippets/d/since-2021.md": sailing("valid: {from: 2021-01-01}\n"),
    "snippets/e/always.md": sailing(""),
    "snippets/f/far.md": sailing("valid: {from: 9998-01-01}\n"),
    "snippets/g/next-week.md": sailing("valid: {from: 9997-01-01}\n"),
}


def test_what_is_valid_comes_first_and_what_is_not_says_so(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace(WINDOWS)
    monkeypatch.setattr("docgen.library.search.folders.shipped", lambda name: root / "none")
    lines = CliRunner().invoke(snippets_search, ["帆船"]).stdout.splitlines()[::2]
    assert [line.partition("帆船")[0].split()[0] for line in lines] == [
        "d/since-2021", "c/since-2019", "e/always", "b/over-later", "a/over", "g/next-week",
        "f/far",
    ]  # fmt: skip
    assert lines[3].endswith("  已过期（止 2022-12-25）")
    assert lines[5].endswith("  未到期（起 9997-01-01）")
    states = [hit["state"] for hit in search("帆船")["results"]]
    assert states == ["valid"] * 3 + ["expired"] * 2 + ["future"] * 2


def test_an_expired_title_comes_after_a_valid_text(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = sailing("", "也讲帆船。").replace("title: 帆船", "title: 别的")
    root = workspace({"snippets/a.md": WINDOWS["snippets/a/over.md"], "snippets/b.md": text})
    monkeypatch.setattr("docgen.library.search.folders.shipped", lambda name: root / "none")
    assert ids("帆船") == ["b", "a"]


def test_the_day_asked_for_decides_which_is_nearest(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace(WINDOWS)
    monkeypatch.setattr("docgen.library.search.folders.shipped", lambda name: root / "none")
    assert ids("帆船", "--on", "2020-01-01") == ["c/since-2019", "b/over-later", "e/always"]


def test_shipped_meetings_are_found_nearest_to_the_day_first() -> None:
    plenums = [id for id in ids("全会", "--on", "2019-12-01") if "-plenum-" in id]
    assert plenums[:4] == [f"phrases/congresses/nineteenth-plenum-{n}" for n in (4, 3, 2, 1)]
    assert plenums[4].startswith("phrases/congresses/eighteenth-")


def test_the_words_around_a_hit_read_as_the_text_does(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = """params:
  when: {type: day, doc: 哪一天}
  crew: {default: "船员"}
  who: 船东
  bare: {required: true}
samples:
  - with: {bare: 甲}
"""
    text = (
        '{{ when }}，{{ crew }}和{{ who }}按{{ snippet("p/short") }}、{{ snippet("p/day") }}、'
        "{{ snippet('p/long') }}办{{ bare }}。\n\n# short\n短的。"
    )
    phrase = sailing("").replace("use: point", "use: phrase")
    root = workspace({
        "snippets/a.md": sailing(front, text),
        "snippets/p/short.md": phrase.replace("帆船。", "三查两报\n\n# long\n长的"),
        "snippets/p/day.md": phrase.replace("title: 帆船", "title: 当日规矩"),
        "snippets/p/day@2.md": phrase.replace("title: 帆船", "title: 今日规矩"),
        "snippets/p/long.md": phrase.replace("title: 帆船", "title: 长文").replace(
            "帆船。", "长" * 60
        ),
    })  # fmt: skip
    monkeypatch.setattr("docgen.library.search.folders.shipped", lambda name: root / "none")
    (hit,) = [hit for hit in search("帆船", "--use", "point")["results"] if hit["id"] == "a"]
    shown = "〔哪一天〕，〔船员〕和〔船东〕按三查两报、〔今日规矩〕、〔长文〕办〔bare〕。…"
    assert hit["excerpt"] == shown


def test_more_than_the_limit_is_counted(boats: Path) -> None:
    assert "还有2条" in CliRunner().invoke(snippets_search, ["水上", "--limit", "1"]).stderr


def test_own_snippets_hide_the_shipped_of_their_id(workspace: Workspace) -> None:
    boats = workspace(SNIPPETS)
    shipped = ROOT / "snippets/building/branch.md"
    title = read_snippet(shipped, "building/branch", 1, Report()).card.title  # type: ignore[union-attr]
    assert "building/branch" in ids(title)
    own = boats / "snippets/building/branch.md"
    own.parent.mkdir()
    own.write_text("没有头部，读不出来\n", encoding="utf-8")
    assert "building/branch" not in ids(title)
    own.unlink()
    assert "building/branch" in ids(title)


def test_files_that_cannot_be_read_are_told(boats: Path) -> None:
    (boats / "snippets/bad.md").write_text("---\ntitle: 甲\nuse: point\n---\n", encoding="utf-8")
    told = [(each["code"], each["file"]) for each in search("渡船")["diagnostics"]]
    assert told == [("N056", "snippets/bad.md")] * 1
    assert [(d["code"], d["file"]) for d in search("渡船")["diagnostics"]] == told


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_files_whose_names_are_no_text_are_passed_over(boats: Path) -> None:
    folder = os.fsencode(boats / "snippets")
    for name in ("渡船".encode("gb18030") + b".md", "渡船\n夜航.md".encode()):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(SNIPPETS["snippets/boat/ferry.md"])
    assert ids("渡船") == ids("渡船") == ["boat/ferry", "boat/pier"]


def test_the_words_to_choose_from_are_in_the_user_s_language(
    boats: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for speech, words in (("zh", "可以用：中央、全国、"), ("en", "Known: central, national, ")):
        monkeypatch.setenv("DOCGEN_LANG", speech)
        (told,) = search("--level", "xx")["diagnostics"]
        assert told["hint"].startswith(words)
        assert "…" not in told["hint"]


@pytest.mark.parametrize("words", ["\udcff", "党\udc80"])
def test_bytes_that_are_no_text_are_refused(boats: Path, words: str) -> None:
    for arguments in ([words], ["--tag", words]):
        result = CliRunner().invoke(snippets_search, arguments)
        assert result.exit_code == 2
        assert "internal" not in result.output
        assert "bytes that are no text" in result.output or "不是文字" in result.output


def test_no_number_of_words_is_too_many(boats: Path) -> None:
    page = "".join(chr(0x4E00 + n) for n in range(500))
    assert ids(page) == []
    assert ids(*page) == ids(*page[:1000])
    assert ids(*page, "渡船") != []
    assert ids("缆绳要系牢" + page[:100]) == []
    body = SNIPPETS["snippets/boat/ferry.md"].split("---\n")[2]
    assert ids(*(body[i : i + 1] for i in range(len(body)) if body[i] > "一"), *["系牢"] * 400)
    text = "".join(char for char in body * 12 if "一" < char < "龥")
    assert ids(text + "鲸") == ["boat/ferry"]
    assert ids("缆绳", "--limit", "100000") == ["boat/ferry"]
    assert CliRunner().invoke(snippets_search, ["缆绳", "--limit", "9" * 30]).exit_code == 2


@pytest.mark.parametrize(
    "line",
    ["levels: [〔待填〕]", "kinds: [讲话稿, 〔待填：哪些〕]", "use: 〔待填〕", "title: 〔待填〕",
     "tags: [〔待填〕]", "valid: {from: 〔待填〕}", "valid: 〔待填〕", "aliases: 〔待填〕"],
)  # fmt: skip
def test_a_blank_in_one_file_stops_no_search(boats: Path, line: str) -> None:
    key = line.partition(":")[0]
    rest = {"title": "title: 题", "use": "use: point"}
    rest.pop(key, None)
    front = "\n".join([*rest.values(), line])
    (boats / "snippets/blank.md").write_text(f"---\n{front}\n---\n缆绳。\n", encoding="utf-8")
    assert set(ids("缆绳")) == {"blank", "boat/ferry"}


# What a hit is worth: each of these must come before the next.
RANKED = {
    "whole-title": ("title: 帆", "正文"), "whole-alias": ("title: 甲\naliases: [帆]", "帆帆"),
    "in-title": ("title: 帆船", "正文"), "heading": ("title: 甲\nheading: 帆船", "正文"),
    "in-alias": ("title: 甲\naliases: [帆船]", "帆"), "tag": ("title: 甲\ntags: [帆]", "帆"),
    "in-tag": ("title: 甲\ntags: [帆船]", "帆"), "often": ("title: 甲", "帆帆帆"),
    "once": ("title: 甲", "帆"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("whole-title", "in-title"), ("whole-alias", "in-alias"), ("in-title", "heading"),
        ("in-title", "in-tag"), ("in-alias", "in-tag"), ("heading", "in-tag"), ("tag", "in-tag"),
        ("in-tag", "often"), ("often", "once"), ("in-alias", "often"), ("heading", "once"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("names", ["az", "za"])
def test_what_a_hit_is_worth(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, better: str, worse: str, names: str
) -> None:
    files = {}
    for name, which in zip(names, (better, worse), strict=True):
        front, body = RANKED[which]
        files[f"snippets/{name}.md"] = f"---\n{front}\nuse: point\n---\n{body}。\n"
    root = workspace(files)
    monkeypatch.setattr("docgen.library.search.folders.shipped", lambda name: root / "none")
    assert ids("帆") == list(names)
    assert ids("帆", "--limit", "1") == [names[0]]


# The index: nothing that happens to the files or to it may change an answer.


def change_text(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("靠岸", "鲸鱼骨"), encoding="utf-8")


def change_text_and_nothing_else(file: Path) -> None:
    at = file.stat()
    file.write_text(file.read_text("utf-8").replace("靠岸先", "鲸鱼骨"), encoding="utf-8")
    os.utime(file, ns=(at.st_atime_ns, at.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (at.st_size, at.st_mtime_ns)


def put_another_in_its_place(file: Path) -> None:
    new = file.with_suffix(".new")
    new.write_text(file.read_text("utf-8").replace("靠岸先", "鲸鱼骨"), encoding="utf-8")
    new.replace(file)


@pytest.mark.parametrize(
    "change", [change_text, change_text_and_nothing_else, put_another_in_its_place]
)
def test_a_changed_file_is_seen_at_once(boats: Path, change: Any) -> None:
    assert ids("鲸鱼骨") == []
    change(boats / "snippets/boat/pier.md")
    assert ids("鲸鱼骨") == ["boat/pier"]
    assert "boat/pier" not in ids("岸先")


def test_two_changes_within_one_tick_of_the_clock_are_both_seen(boats: Path) -> None:
    file = boats / "snippets/boat/pier.md"
    first = file.read_text("utf-8")
    stamp = time.time_ns()
    for words in ("鲸鱼骨", "海豚尾", "企鹅蛋"):
        file.write_text(first.replace("靠岸先", words), encoding="utf-8")
        os.utime(file, ns=(stamp, stamp))
        assert ids(words) == ["boat/pier"]


def test_a_file_written_this_very_moment_is_read_again() -> None:
    now = time.time_ns()
    hour = now - 3600 * 10**9
    times = ((hour, hour), (hour, now), (now, hour))
    lines = [f"{changed} {made} 9 0 a.md" for changed, made in times]
    assert [line in lines for line in settled(lines)] == [True, False, False]


def test_added_renamed_and_deleted_files_are_seen_at_once(boats: Path) -> None:
    assert ids("渡船") == ["boat/ferry", "boat/pier"]
    new = boats / "snippets/deep/er/new.md"
    new.parent.mkdir(parents=True)
    new.write_text(SNIPPETS["snippets/boat/ferry.md"], encoding="utf-8")
    assert ids("渡船") == ["boat/ferry", "deep/er/new", "boat/pier"]
    new.rename(new.with_name("other.md"))
    assert ids("渡船") == ["boat/ferry", "deep/er/other", "boat/pier"]
    (boats / "snippets/boat/ferry.md").unlink()
    assert ids("渡船") == ["deep/er/other", "boat/pier"]


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def overwritten(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + b"\0" * 200 + data[middle + 200 :]


def one_word_changed(data: bytes) -> bytes:
    assert "缆绳".encode() in data
    return data.replace("缆绳".encode(), "鲸鱼".encode())


@pytest.mark.parametrize(
    "damage",
    [cut, overwritten, one_word_changed, lambda data: b"", lambda data: b"\0" * len(data),
     lambda data: "不是索引".encode() * 100, lambda data: data + b"\0"],
)  # fmt: skip
def test_a_damaged_index_is_made_again_without_a_word(
    boats: Path, cache: Path, damage: Any
) -> None:
    before = CliRunner().invoke(snippets_search, ["缆绳"])
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    after = CliRunner().invoke(snippets_search, ["缆绳"])
    assert (after.output, after.exit_code) == (before.output, 0)
    assert "boat/ferry" in after.output
    assert len(file.read_bytes()) == len(whole)
    assert list(cache.iterdir()) == [file]
    assert ids("鲸鱼") == []


def test_an_index_that_is_gone_once_it_was_looked_at_is_made_again(
    boats: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ids("缆绳") == ["boat/ferry"]
    settle()
    assert ids("缆绳") == ["boat/ferry"]

    def gone(file: Path) -> bool:
        whole = is_whole(file)
        file.unlink(missing_ok=True)
        return whole

    monkeypatch.setattr("docgen.library.search.index.is_whole", gone)
    assert ids("缆绳") == ["boat/ferry"]


def test_a_whole_file_that_is_no_database_is_made_again(boats: Path, cache: Path) -> None:
    assert ids("缆绳") == ["boat/ferry"]
    (file,) = cache.iterdir()
    keep(file, "不是数据库".encode() * 1000)
    assert is_whole(file)
    assert ids("缆绳") == ["boat/ferry"]
    assert file.read_bytes().startswith(b"SQLite")


def test_an_index_that_nobody_has_renewed_for_long_is_deleted(boats: Path, cache: Path) -> None:
    now = time.time()
    for name, days in (("snippets-old.sqlite", 91), ("snippets-new.sqlite", 80), ("mine", 400)):
        (cache / name).write_bytes(b"")
        os.utime(cache / name, (now, now - days * 24 * 3600))
    assert ids("缆绳") == ["boat/ferry"]
    left = {file.name for file in cache.iterdir()}
    assert {"snippets-new.sqlite", "mine"} < left
    assert "snippets-old.sqlite" not in left


def test_an_index_of_another_version_is_made_again(
    boats: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("docgen.library.search.store._FORMAT", 0)
        older.setattr("docgen.library.search.entries.normal_body", lambda body: "鲸鱼骨")
        assert ids("鲸鱼骨") == ["boat/pier@2", "boat/ferry", "lamp", "boat/pier"]
    (old,) = cache.iterdir()
    monkeypatch.setattr("docgen.library.search.index.index_file", lambda folders: old)
    assert ids("缆绳") == ["boat/ferry"]
    assert ids("鲸鱼骨") == []


def run_search(words: str, **environment: str) -> subprocess.Popen[str]:
    code = "from docgen.cli.searching import snippets_search; snippets_search()"
    return subprocess.Popen(
        [sys.executable, "-c", code, *words.split()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment,
    )


@pytest.mark.slow
def test_processes_at_once_do_each_other_no_harm(boats: Path, cache: Path) -> None:
    for _ in range(3):
        answers = [process.communicate() for process in [run_search("渡船") for _ in range(4)]]
        assert len(set(answers)) == 1
        assert answers[0][0].startswith("boat/ferry")
        assert answers[0][1] == ""
        (boats / "snippets/boat/ferry.md").touch()
    assert len(list(cache.iterdir())) == 1


@pytest.mark.slow
def test_the_order_is_the_same_whatever_the_seed_of_hashes(boats: Path) -> None:
    answers = [run_search("渡船 水 的", PYTHONHASHSEED=str(n)).communicate() for n in range(3)]
    assert len(set(answers)) == 1


@pytest.mark.slow
def test_a_search_from_the_index_imports_nothing_heavy(boats: Path) -> None:
    run_search("渡船").communicate()
    code = (
        "import sys, atexit\n"
        "heavy = {'yaml', 'jinja2', 'docx', 'docxtpl', 'lxml', 'markdown_it', 'pypdfium2'}\n"
        "atexit.register(lambda: print('heavy:', sorted(heavy & set(sys.modules))))\n"
        "from docgen.cli.searching import snippets_search; snippets_search()"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, "渡船", "--use", "要点", "--on", "2026-01-01"],
        capture_output=True, encoding="utf-8", check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert "boat/ferry" in told.stdout
    assert told.stdout.endswith("heavy: []\n")


def test_without_a_place_for_the_index_the_search_works(
    boats: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path_factory.mktemp("blocked") / "file"
    blocked.write_text("")
    monkeypatch.setenv("DOCGEN_CACHE", str(blocked / "cache"))
    assert ids("渡船") == ids("渡船") == ["boat/ferry", "boat/pier"]


def test_nothing_is_written_into_the_workspace(
    boats: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(boats.rglob("*"))
    assert ids("渡船")
    # Not even where the user's home is the workspace.
    monkeypatch.delenv("DOCGEN_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(boats / ".cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(boats / "AppData"))
    monkeypatch.setenv("HOME", str(boats))
    assert ids("渡船")
    assert sorted(boats.rglob("*")) == before


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x/c"}, "/x/c/docgen"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/h/.cache/docgen"),
        ("linux", {}, "/h/.cache/docgen"),
        ("linux", {"HOME": "rel"}, os.path.abspath("rel/.cache/docgen")),
        ("darwin", {"XDG_CACHE_HOME": "/x/c"}, "/h/Library/Caches/docgen"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/docgen/Cache"),
        ("linux", {"DOCGEN_CACHE": "/d", "XDG_CACHE_HOME": "/x/c"}, "/d"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the table's paths are POSIX paths")
def test_the_index_lies_where_caches_lie(
    platform: str, environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DOCGEN_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ({"HOME": "/h"} | environment).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder() == Path(expected)


def test_what_the_system_refuses_to_list_stops_nothing_but_docgens_own_faults_do(
    boats: Path,
) -> None:
    assert Listing([boats / "nowhere"]).lines() == []
    with pytest.raises(TypeError):
        Listing([None]).lines()  # type: ignore[list-item]


# The quick reader of front matter, and the quick way to the folders, against the real ones.

ASKED = ("title", "use", "heading", "tags", "aliases", "levels", "kinds")


def assert_reads_alike(front: str) -> bool:
    """Compare the two readers; return whether the quick one read it."""
    quick = plain_card(front)
    if quick is None:
        return False
    mapping = parse_mapping(front, Place("x.md", 2, 1), Report())
    real = mapping and read_record(mapping, SnippetCard, Report())
    assert real, front
    for name in ASKED:
        assert getattr(quick, name) == getattr(real, name), (name, front)
    assert (quick.valid is None) == (real.valid is None)
    if quick.valid and real.valid:
        found = [(w.from_, w.to, w.next) for w in (quick.valid, real.valid)]
        assert found[0] == found[1]
    return True


def test_the_quick_reader_reads_the_shipped_snippets_as_the_real_one() -> None:
    files = sorted((ROOT / "snippets").rglob("*.md"))
    fronts = [split_front_matter(path.read_text("utf-8")) for path in files]
    read = [assert_reads_alike(front[0]) for front in fronts if front]
    assert sum(read) > len(files) / 2


@pytest.mark.parametrize("key", ["title", "use", "tags", "levels", "valid", "heading", "source"])
@pytest.mark.parametrize(
    "value",
    ["甲 # 乙", "甲: 乙", "'甲: 乙'", '"甲\\n乙"', "[甲, 乙]", "[甲, [乙]]", "{甲: 乙}", "|\n  甲",
     "甲\n  乙", "", "~", "null", "&a 甲", "*甲", "!甲", "[市, 县]", "市", "要点", "2022", "- 甲",
     "\n  - 市", "\n- 市", "{from: 2022-05-01, to: 2024-12, next: a/b}", "{起: 2022年5月1日}",
     "{from: 2022-02-30}", "{from: [甲]}", "{from: 2022-05-01,\nto: 2023-01-01}", "[甲,\n乙]",
     "[甲,\ntags: 乙]", "'甲\ntitle: 乙'", "[]", "{}", "[甲, ]", "〔待填〕", "“甲”乙", "甲 ", " 甲",
     "\n  - 市\n  - 县", "\n- 市\n- 县", "\n  - 市: 县", "\n  - - 市", "\n  -市",
     "\n  - 市\n\n  - 县", "\n  - 市 # 县", "\n  # 市\n  - 县", "\n  - '市'", "\n  - ",
     "\n  - 〔待填〕",
     "甲\n  - 乙", "\n  from: 2022-05-01\n  to: 2024-12", "\n  from: '2022-05-01'",
     "\n  from:\n  to: 2024-12", "\n  - from: 2022-05-01",
     "\n  from: 2022-05-01\n  from: 2023-05-01",
     "\n\t- 市", "\n  市", "\n  市\n  县",
     "\t甲", "甲\t", "yes", "@甲", "%甲", "`甲", "甲,乙", "[甲 , “乙” ]", "甲-乙", "甲:", "甲。 "],
)  # fmt: skip
def test_the_quick_reader_reads_as_the_real_one_or_not_at_all(key: str, value: str) -> None:
    others = {"title": "题", "use": "要点"}
    others.pop(key, None)
    for lines in ([*others.items(), (key, value)], [(key, value), *others.items()]):
        assert_reads_alike("\n".join(f"{name}: {typed}" for name, typed in lines))


@pytest.mark.parametrize("lines", ["\n  - 市\n - 县", "\n - 市\n  - 县", "\n- 市\n  - 县"])
def test_the_quick_reader_leaves_uneven_lines_to_the_real_one(lines: str) -> None:
    assert plain_card(f"title: 甲\nuse: point\nlevels:{lines}") is None


def test_the_quick_reader_knows_every_key() -> None:
    assert set(ASKED) | {"valid"} <= set(table(SnippetCard))
    window = "有效期: {起: 2022-05-01, 替代: 丁}"
    block = "tags:\n  - 乙\n  - “丙”\nlevels:\n- 市\nvalid:\n  from: 2022-05-01\n  to: 2024-12"
    assert assert_reads_alike(f"title: 甲\nuse: 要点\n{block}\nheading: 丁")
    assert assert_reads_alike(f"名称: 甲\n用途: 要点\n标签: [乙, 丙]\n{window}")
    assert plain_card("title: 甲\nuse: point\ncolour: 红") is None
    assert plain_card("title: 甲\nuse: point\ntitle: 乙") is None
    assert plain_card("title: 甲") is None


def test_entries_of_a_file_in_another_encoding_are_the_same(tmp_path: Path) -> None:
    text = SNIPPETS["snippets/boat/ferry.md"]
    entries = []
    for data in (text.encode(), text.replace("\n", "\r\n").encode("gb18030")):
        path = tmp_path / "ferry.md"
        path.write_bytes(data)
        entries.append(read_entry(path, "boat/ferry", 1))
    assert entries[0] is not None
    assert entries[0] == entries[1]


@pytest.mark.parametrize(
    ("files", "start"),
    [
        ({"docgen.yaml": "", "documents/a/b.yaml": ""}, "documents/a"),
        ({"meetings/m.yaml": "", "documents/a/b.yaml": ""}, "documents/a/b.yaml"),
        ({"documents/b.yaml": ""}, "."),
        ({"documents/b.yaml": ""}, "documents"),
        ({"documents/deep/b.yaml": ""}, "documents/deep"),
        ({"x/y/z.yaml": ""}, "x/y"),
        ({"x/meetings/a/z.yaml": ""}, "x/meetings/a"),
    ],
)
def test_the_folders_are_those_of_the_workspace(
    workspace: Workspace, files: dict[str, str], start: str
) -> None:
    path = workspace(files) / start
    assert library_folders(path) == Snippets(find_workspace(path, Report())).folders


# Near-duplicates.

HAN = [chr(0x4E00 + number) for number in range(2000)]


def sentence(words: random.Random, length: int = 40) -> str:
    return "".join(words.choice(HAN) for _ in range(length))


def test_no_near_duplicate_is_missed() -> None:
    """Against every pair compared."""
    words = random.Random(4)
    pool = [sentence(words) for _ in range(30)]
    texts = ["，".join(words.sample(pool, 5)) for _ in range(150)]
    passages = [Passage(str(number), str(number), text) for number, text in enumerate(texts)]
    ranks = {each: (len(han(each.text)), each.label) for each in passages}
    expected = {
        one.label
        for one in passages
        for two in passages
        if ranks[one] < ranks[two]
        and len(runs(one.text) & runs(two.text)) > SHARE * len(runs(one.text))
    }
    assert 10 < len(expected) < 140
    assert {pair.shorter.label for pair in near_duplicates(passages)} == expected


def alike(one: str, two: str, owner: str = "b") -> list[float]:
    pairs = near_duplicates([Passage("a", "a", one), Passage(owner, "b", two)])
    return [round(pair.share, 2) for pair in pairs]


def test_the_share_is_that_of_the_shorter_and_must_be_passed() -> None:
    words = random.Random(5)
    text = sentence(words, 104)  # a hundred runs of five
    assert alike(text, sentence(words, 300)) == []
    assert alike(text, text[:49] + sentence(words, 300)) == []  # 45 of 100
    assert alike(text, text[:50] + sentence(words, 300)) == [0.46]
    assert alike(text, text) == [1.0]
    assert alike(text, text, owner="a") == []
    assert alike(text[:59], text) == []
    assert alike(text[:60], text) == [1.0]


def test_only_han_counts() -> None:
    text = sentence(random.Random(6), 80)
    marked = "，".join(text[i : i + 3] for i in range(0, 80, 3))
    assert alike(text, marked + "{{ 片段('甲乙丙丁戊己') }} 2026 abc") == [1.0]


def snippet(text: str, more: str = "") -> str:
    return f"---\ntitle: 题\nuse: paragraph\n{more}source: {{nature: 自拟}}\n---\n{text}\n"


def duplicates(root: Path) -> list[tuple[str, object, object]]:
    report = Report()
    check_duplicates(Snippets(find_workspace(root, report)), report)
    own = [each for each in report if "zz/" in str(each.facts["id"])]
    return [(each.code, each.facts["id"], each.facts["other"]) for each in own]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("", "", [("N057", "zz/b", "zz/a")]),
        ("", "changed", [("N058", "zz/a", "zz/b")]),
        ("supersedes: [zz/b]\n", "", []),
        ("", "supersedes: [zz/a]\n", []),
        ("valid: {to: 2021-12-31, next: zz/b}\n", "", []),
        ("valid: {to: 2021-12-31}\n", "valid: {from: 2022-01-01}\n", []),
        ("valid: {to: 2022-01-01}\n", "valid: {from: 2022-01-01}\n", [("N057", "zz/b", "zz/a")]),
    ],
)
def test_snippets_that_say_the_same_are_told(
    workspace: Workspace, first: str, second: str, expected: list[tuple[str, str, str]]
) -> None:
    text = sentence(random.Random(7), 100)
    other, second = (text[:60] + "鲸" * 60, "") if second == "changed" else (text, second)
    root = workspace({
        "docgen.yaml": "",
        "snippets/zz/a.md": snippet(text, first),
        "snippets/zz/b.md": snippet(other, second),
        "snippets/zz/c.md": snippet("短。\n\n# long\n" + sentence(random.Random(8), 100)),
    })  # fmt: skip
    assert duplicates(root) == expected


def test_no_two_shipped_snippets_are_near_duplicates(workspace: Workspace) -> None:
    library = Snippets(find_workspace(workspace({"docgen.yaml": ""}), Report()))
    passages = [
        Passage(each.id, each.label, text.source)
        for each in library.all(Report())
        for text in each.variants.values()
    ]
    pairs = list(near_duplicates(passages))
    assert [(pair.shorter.label, pair.longer.label, pair.share) for pair in pairs] == []
