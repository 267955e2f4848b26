"""A library of 10,000 snippets, whole processes in one run: ``python tests/bench/library.py``.

*First search*: no index yet, against a script that reads every file and composes its front
matter (``yaml.compose``, libyaml's), with lists in brackets and with lists on lines. *Search*:
from the index, against ``python -c 'import click, sqlite3'``. *Build*: a speech that uses five
snippets, with a library of 10,000 against one of ten. Prints each median with its limit, and
ends with 1 where one is over it. Modules are compiled before, as they are where docgen is
installed.
"""

from __future__ import annotations

import os
import random
import re
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

# So many times the first command's median each of the others may take.
SEARCH, FIRST, BUILD = 3.0, 2.0, 1.3

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


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["DOCGEN_CACHE"] = str(folder / "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        many = made_workspace(folder / "many", SNIPPETS)
        few = made_workspace(folder / "few", FEW)
        block = in_blocks(many, folder / "block")
        within = [
            searches(many),
            first_searches(many, folder / "cache", "lists in brackets"),
            first_searches(block, folder / "cache", "lists on lines"),
            builds(many, few),
        ]
        return 0 if all(within) else 1


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


def in_blocks(workspace: Path, root: Path) -> Path:
    """Return a copy of a workspace whose snippets have their tags on lines of their own."""
    shutil.copytree(workspace, root)
    for path in (root / "snippets").rglob("*.md"):
        text = path.read_text("utf-8")
        lines = re.sub(r"(?m)^tags: \[(.*), (.*)\]$", r"tags:\n  - \1\n  - \2", text, count=1)
        path.write_text(lines, encoding="utf-8")
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


def searches(workspace: Path) -> bool:
    """Compare searches from the index with the start of the libraries they need."""
    rare, common = (docgen("snippets", "search", word) for word in ("党支部", "工作"))
    run(rare, workspace)
    changing = iter(range(ROUNDS))
    commands = {
        "import click, sqlite3": [sys.executable, "-c", "import click, sqlite3"],
        "search": rare,
        "search, many hits": common,
        "search, two words": [*rare, "学习"],
        "search, no hits": docgen("snippets", "search", "鲸鱼骨头"),
        "search, as JSON": [*common, "--output-format", "json"],
        "search, conditions": [*rare, "--use", "要点", "--level", "市", "--on", "2026-02-08"],
        "search, file changed": rare,
    }

    def change(name: str) -> None:
        if name == "search, file changed":
            path = workspace / "snippets/topic1/s1.md"
            path.write_text(path.read_text("utf-8") + f"改{next(changing)}。\n", encoding="utf-8")
            time.sleep(0.1)

    own = {"search, file changed"}  # reads a file: not from the index alone
    found = measured(commands, workspace, ROUNDS, change)
    return show(f"Search among {SNIPPETS}", found, SEARCH, own)


def first_searches(workspace: Path, cache: Path, how: str) -> bool:
    """Compare the search that makes the index with reading the same files."""
    commands = {
        "compose front matter": [sys.executable, "-c", COMPOSE, "snippets"],
        "docgen reads all": [sys.executable, "-c", READ, "."],
        "first search": [*docgen("snippets", "search"), "党支部"],
    }

    def forget(name: str) -> None:
        shutil.rmtree(cache, ignore_errors=True)

    found = measured(commands, workspace, FIRST_ROUNDS, forget)
    return show(f"First search, {how}", found, FIRST, {"docgen reads all"})


def builds(many: Path, few: Path) -> bool:
    """Compare a build with a large library with the same build with a small one."""
    found: dict[str, list[float]] = {f"library of {FEW}": [], f"library of {SNIPPETS}": []}
    for _ in range(ROUNDS):
        for name, workspace in zip(found, (few, many), strict=True):
            shutil.rmtree(workspace / "build", ignore_errors=True)
            found[name].append(run(docgen("build", "documents"), workspace))
    return show(f"Build a document that uses {USED} snippets", found, BUILD, set())


def docgen(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "docgen", *arguments]


def measured(
    commands: dict[str, list[str]], folder: Path, rounds: int, before: Callable[[str], None]
) -> dict[str, list[float]]:
    """Return milliseconds of each command, one figure a round, the commands in turn."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():  # what is read for the first time is not measured
        run(command, folder)
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


def show(title: str, found: dict[str, list[float]], limit: float, own: set[str]) -> bool:
    """Print each command's figures, and how its median compares with the first one's; return
    whether all are within the limit. For those in `own` there is none."""
    print(f"\n{title} (ms: minimum, median, maximum; × the first; limit)")
    (yardstick, *others) = found
    within = True
    for name, figures in found.items():
        median = statistics.median(figures)
        ratio = median / statistics.median(found[yardstick])
        said = ""
        if name in others and name not in own:
            said = f"   limit {limit:.1f}  {'ok' if ratio <= limit else 'OVER'}"
            within = within and ratio <= limit
        told = f"{min(figures):8.1f} {median:8.1f} {max(figures):8.1f}"
        print(f"  {name:<22} {told}   {ratio:.2f}{said}")
    return within


if __name__ == "__main__":
    sys.exit(main())
