"""A library of 10,000 snippets, whole processes in one run: ``python tests/bench/library.py``.

*First search*: no index yet, against a script that reads every file and composes its front
matter (``yaml.compose``, libyaml's). *Search*: from the index, against ``python -c 'import
click, sqlite3'``. *Build*: a speech that uses five snippets, with a library of 10,000 against
one of ten. Prints a table; asserts nothing.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SNIPPETS, FEW, TOPICS, USED = 10_000, 10, 20, 5
ROUNDS, FIRST_ROUNDS = 21, 5

COMPOSE = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.md")):
    text = path.read_text(encoding="utf-8")
    yaml.compose(text.split("---\\n", 2)[1], Loader=yaml.CSafeLoader)
"""

# As docgen itself reads every snippet: with positions, against the table of keys.
READ = """
import sys
from pathlib import Path
from docgen.base.diagnostics import Report
from docgen.library.snippets import Snippets
from docgen.source.workspace import find_workspace
report = Report()
for _ in Snippets(find_workspace(Path(sys.argv[1]), report)).all(report):
    pass
"""

_USES = ["要点", "段落", "开头", "结尾", "过渡", "point", "paragraph"]
_LEVELS = ["省", "市", "县", "区", "乡镇", "单位"]
_KINDS = ["讲话稿", "工作要点", "传达提纲"]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["DOCGEN_CACHE"] = str(folder / "cache")
        many = made_workspace(folder / "many", SNIPPETS)
        few = made_workspace(folder / "few", FEW)
        searches(many)
        first_searches(many, folder / "cache")
        builds(many, few)


def made_workspace(root: Path, snippets: int) -> Path:
    """Write a workspace with so many snippets and a speech that uses the first five."""
    words = random.Random(1)
    stock = pieces(words)
    for number in range(snippets):
        path = root / "snippets" / f"topic{number % TOPICS}" / f"s{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made_snippet(words, stock, number), encoding="utf-8")
    points = "".join(f"      - {{snippet: topic{n % TOPICS}/s{n}}}\n" for n in range(USED))
    (root / "documents").mkdir()
    (root / "docgen.yaml").write_text("org: 示例市档案局\n", encoding="utf-8")
    (root / "documents/speech.yaml").write_text(
        "kind: speech\ntitle: 在会议上的讲话\ndate: 2026-03-01\n"
        f"sections:\n  - title: 抓好落实\n    points:\n{points}",
        encoding="utf-8",
    )
    return root


def pieces(words: random.Random) -> list[str]:
    """Return pieces of two to six characters of what the shipped snippets say."""
    found: list[str] = []
    for path in sorted((ROOT / "snippets").rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        han = "".join(char for char in body if "\u4e00" <= char <= "\u9fff")
        at = 0
        while at < len(han):
            length = words.randint(2, 6)
            found.append(han[at : at + length])
            at += length
    return found


def made_snippet(words: random.Random, stock: list[str], number: int) -> str:
    """Return a snippet's file: made-up sentences, the keys that a real one has."""

    def some(length: int) -> str:
        return "".join(words.choices(stock, k=length))

    lines = [
        f"title: {some(2)}",
        f"use: {words.choice(_USES)}",
        f"heading: {some(2)}",
        f"tags: [{some(1)}, {some(1)}]",
    ]
    if number % 3 == 0:
        lines.append(f"levels: [{', '.join(words.sample(_LEVELS, 2))}]")
    if number % 4 == 0:
        lines.append(f"kinds: [{words.choice(_KINDS)}]")
    if number % 5 == 0:
        lines.append(f"valid: {{from: 20{words.randint(15, 25)}-05-01, to: 2029-12-31}}")
    if number % 3 == 1:
        lines.append("params:\n  unit: {type: text, default: 各单位, doc: 由谁来做}")
    lines.append("source: {nature: 自拟}")
    body = "。\n".join("，".join(some(3) for _ in range(3)) for _ in range(5))
    lines.append(f"samples:\n  - variant: short\n    expect: {some(8)}")
    return "---\n" + "\n".join(lines) + f"\n---\n{body}。\n\n# short\n{some(8)}。\n"


def searches(workspace: Path) -> None:
    """Compare searches from the index with the start of the libraries they need."""
    rare, common = (docgen("snippets", "search", word) for word in ("党支部", "工作"))
    run(rare, workspace)
    changing = iter(range(ROUNDS))
    commands = {
        "import click, sqlite3": [sys.executable, "-c", "import click, sqlite3"],
        "search": rare,
        "search, many hits": common,
        "search, two words": [*rare, "学习"],
        "search, conditions": [*rare, "--use", "要点", "--level", "市", "--on", "2026-02-08"],
        "search, file changed": rare,
    }

    def change(name: str) -> None:
        if name == "search, file changed":
            path = workspace / "snippets/topic1/s1.md"
            path.write_text(path.read_text("utf-8") + f"改{next(changing)}。\n", encoding="utf-8")
            time.sleep(0.1)

    show(f"Search among {SNIPPETS}", measured(commands, workspace, ROUNDS, change))


def first_searches(workspace: Path, cache: Path) -> None:
    """Compare the search that makes the index with reading the same files."""
    commands = {
        "compose front matter": [sys.executable, "-c", COMPOSE, "snippets"],
        "docgen reads all": [sys.executable, "-c", READ, "."],
        "first search": [*docgen("snippets", "search"), "党支部"],
    }

    def forget(name: str) -> None:
        shutil.rmtree(cache, ignore_errors=True)

    show("First search", measured(commands, workspace, FIRST_ROUNDS, forget))


def builds(many: Path, few: Path) -> None:
    """Compare a build with a large library with the same build with a small one."""
    found: dict[str, list[float]] = {f"library of {FEW}": [], f"library of {SNIPPETS}": []}
    for _ in range(ROUNDS):
        for name, workspace in zip(found, (few, many), strict=True):
            shutil.rmtree(workspace / "build", ignore_errors=True)
            found[name].append(run(docgen("build", "documents"), workspace))
    show(f"Build a document that uses {USED} snippets", found)


def docgen(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "docgen", *arguments]


def measured(
    commands: dict[str, list[str]], folder: Path, rounds: int, before: Callable[[str], None]
) -> dict[str, list[float]]:
    """Return milliseconds of each command, one figure a round, the commands in turn."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            before(name)
            found[name].append(run(command, folder))
    return found


def run(command: list[str], folder: Path) -> float:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environment)
    return (time.perf_counter() - start) * 1000


def show(title: str, found: dict[str, list[float]]) -> None:
    """Print each command's figures, and how its median compares with the first one's."""
    print(f"\n{title} (ms: minimum, median, maximum; × the first)")
    yardstick = statistics.median(next(iter(found.values())))
    for name, figures in found.items():
        median = statistics.median(figures)
        print(
            f"  {name:<22} {min(figures):8.1f} {median:8.1f} {max(figures):8.1f}"
            f"   {median / yardstick:.2f}"
        )


if __name__ == "__main__":
    main()
