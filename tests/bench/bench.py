"""docgen against plain docxtpl, interleaved in one run: ``make bench``.

Same template, same data. *Rendering*: a compiled template to a .docx in memory against
``DocxTemplate(...).render(...)`` and ``save``; and the same written to a file. *Cold*:
``docgen build`` of one document against a script that reads the same YAML and uses docxtpl.
Prints a table; asserts nothing.
"""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "examples/retired-cadres/documents/city-speech.yaml"
TEMPLATE = ROOT / "templates/speech.docx"
ROUNDS, REPEATS, COLD = 9, 20, 15

# What a user of docxtpl writes: the paragraphs in a loop, each with its style left alone.
PLAIN = """
import sys, yaml
from docxtpl import DocxTemplate
data = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
template = DocxTemplate(sys.argv[2])
template.render({"title": data["title"], "byline": data["byline"],
                 "paragraphs": data["paragraphs"]}, autoescape=True)
template.save(sys.argv[3])
"""


def looped_template(path: Path) -> None:
    """Write the shipped template with a loop over plain paragraphs where the body goes."""
    from docgen.render.package import pack, read_package, write_package

    parts = read_package(TEMPLATE.read_bytes())
    document = parts["word/document.xml"].decode()
    start = document.rindex("<w:p>", 0, document.index("{{p body }}"))
    end = document.index("</w:p>", start) + len("</w:p>")
    paragraph = document[start:end]
    tags = ("{%p for paragraph in paragraphs %}", "{{ paragraph }}", "{%p endfor %}")
    loop = "".join(paragraph.replace("{{p body }}", tag) for tag in tags)
    parts["word/document.xml"] = (document[:start] + loop + document[end:]).encode()
    path.write_bytes(write_package(pack(name, part) for name, part in parts.items()))


def composed() -> tuple[object, object]:
    """Return the example composed, and its template compiled."""
    from docgen.base.diagnostics import Report
    from docgen.base.place import Place
    from docgen.compose import compose
    from docgen.library.snippets import Snippets
    from docgen.render.template import compile_template
    from docgen.source.loader import Loader
    from docgen.source.workspace import find_workspace

    report = Report()
    workspace = find_workspace(DOCUMENT, report)
    loaded = Loader(report).document(DOCUMENT, workspace)
    assert loaded is not None
    made = compose(loaded, Snippets(workspace), report)
    template = compile_template(TEMPLATE.read_bytes(), Place("speech.docx"), report)
    assert not report.failed
    return made, template


def milliseconds(run: Callable[[], object], times: int) -> float:
    start = time.perf_counter()
    for _ in range(times):
        run()
    return (time.perf_counter() - start) * 1000 / times


def rendering(folder: Path) -> dict[str, list[float]]:
    """Return milliseconds a document, engine → one figure a round."""
    from docxtpl import DocxTemplate

    from docgen.base.diagnostics import Report
    from docgen.render.docx import render_docx

    made, template = composed()
    tree = made.tree  # type: ignore[attr-defined]
    looped, out = folder / "looped.docx", folder / "out.docx"
    looped_template(looped)
    data = {
        "title": tree.front[0].text,
        "byline": [line.text for line in tree.front[1:]],
        "paragraphs": [block.text for block in tree.blocks],
    }

    def plain(target: object) -> None:
        document = DocxTemplate(str(looped))
        document.render(data, autoescape=True)
        document.save(target)

    def ours() -> bytes:
        return render_docx(made.tree, made.scope, template, Report()) or b""  # type: ignore[arg-type]

    contenders = {
        "docxtpl": (lambda: plain(io.BytesIO()), REPEATS),
        "docgen": (ours, REPEATS * 10),
        "docxtpl, file": (lambda: plain(str(out)), REPEATS),
        "docgen, file": (lambda: out.write_bytes(ours()), REPEATS * 10),
    }
    found: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(ROUNDS):
        for name, (run, times) in contenders.items():
            found[name].append(milliseconds(run, times))
    return found


def cold(folder: Path) -> dict[str, list[float]]:
    """Return milliseconds of a whole process, engine → one figure a round."""
    import yaml

    made, _ = composed()
    tree = made.tree  # type: ignore[attr-defined]
    looped, script, data = folder / "looped.docx", folder / "plain.py", folder / "data.yaml"
    script.write_text(PLAIN)
    plain_data = {
        "title": tree.front[0].text,
        "byline": [line.text for line in tree.front[1:]],
        "paragraphs": [block.text for block in tree.blocks],
    }
    data.write_text(yaml.safe_dump(plain_data, allow_unicode=True), encoding="utf-8")
    commands = {
        "docxtpl": [sys.executable, str(script), str(data), str(looped), str(folder / "a.docx")],
        "docgen": [
            str(Path(sys.executable).with_name("docgen")),
            "build",
            str(DOCUMENT),
            "-o",
            str(folder),
        ],
        "docgen --help": [str(Path(sys.executable).with_name("docgen")), "--help"],
    }
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(COLD):
        for name, command in commands.items():
            (folder / "city-speech.docx").unlink(missing_ok=True)
            run = lambda command=command: subprocess.run(  # noqa: E731
                command, check=True, capture_output=True, cwd=ROOT, env=os.environ
            )
            found[name].append(milliseconds(run, 1))
    return found


def show(title: str, found: dict[str, list[float]]) -> None:
    """Print each engine's figures, and how its median compares with docxtpl's at the same task."""
    print(f"\n{title} (ms: minimum, median, maximum)")
    for name, figures in found.items():
        median = statistics.median(figures)
        task = name.partition(",")[2]
        ratio = median / statistics.median(found[f"docxtpl,{task}" if task else "docxtpl"])
        print(
            f"  {name:<14} {min(figures):8.2f} {median:8.2f} {max(figures):8.2f}   "
            f"{ratio:.2f} of docxtpl's, 1/{1 / ratio:.1f}"
        )


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        show("Rendering one speech, template compiled once", rendering(folder))
        show("Cold: one document, one process", cold(folder))


if __name__ == "__main__":
    main()
