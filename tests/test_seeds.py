"""The seeds can be said: every paragraph of each seed comes out of the engine word for word.

A seed is a real document as somebody downloaded it; its words are not ours to ship. A recipe
in ``tests/seeds/`` names ranges of it, never its words, and the test fills them in:

    15          line 15 of the seed (lines and characters count from 1)
    15:3-20     its characters 3 to 20, both included; 15:3 one, 15:3- and 15:-20 open ends
    15:3-+17:-9 ranges joined with nothing between them

    seed: 000.txt
    noise: [1, 50]                      # no part of the document, listed one by one
    paragraphs: [5, 15:3-+17:-9]        # the cleaned seed, in order
    generated: [<22>…]                  # paragraphs that the engine adds, if any
    files:                              # the workspace; <…> is the text of a range
      documents/d.yaml: {kind: speech, title: "<5>"}

Between the cleaned seed and the .docx stand only the marks of GB/T 9704-2012 7.3.3 (``1.``
for ``1、``, full-width ``（一）``) and the 。 that a heading on its own line does not take.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.build import Build
from docgen.model.tree import HEADINGS, Role
from docgen.render.reading import read_paragraphs

RECIPES = Path(__file__).parent / "seeds"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

Spot = tuple[int, int]  # line and character, from 0
Printed = list[tuple[str, str]]  # style and text of paragraphs

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason=f"NOT TESTED: the seeds are not here ({SEEDS}); they are not ours"
)

every_recipe = pytest.mark.parametrize("name", sorted(p.name for p in RECIPES.glob("*.yaml")))

_RANGE = re.compile(r"(?P<line>\d+)(?P<part>:(?P<first>\d*)(?P<to>-(?P<last>\d*))?)?")
_HEADING_STYLES = {role.value for role in HEADINGS.values()}


class Recipe:
    """One recipe and the seed it speaks of."""

    def __init__(self, name: str) -> None:
        # BaseLoader: 15:30 is a range here, not YAML's sixty-based number.
        self.data = yaml.load((RECIPES / name).read_text("utf-8"), yaml.BaseLoader)
        self.lines = (SEEDS / self.data["seed"]).read_text("utf-8").split("\n")

    def spots(self, ranges: str) -> Iterator[Spot]:
        """Yield the characters that ranges name; one beyond its line is a KeyError."""
        for each in ranges.split("+"):
            match = _RANGE.fullmatch(each)
            if match is None:
                raise KeyError(f"no range: {each}")
            line = int(match["line"]) - 1
            first = int(match["first"] or 1)
            last = first if match["part"] and not match["to"] else int(match["last"] or 0)
            length = len(self.lines[line])
            if not 1 <= first <= (last or length) <= length:
                raise KeyError(f"beyond the line: {each}")
            yield from ((line, char) for char in range(first - 1, last or length))

    def words(self, ranges: str) -> str:
        """Return the text that ranges name."""
        return "".join(self.lines[line][char] for line, char in self.spots(ranges))

    def filled(self, value: Any) -> Any:
        """Return a value of the recipe with the text of every ``<…>`` in it."""
        if isinstance(value, dict):
            return {key: self.filled(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.filled(each) for each in value]
        return re.sub(r"<([\d:+-]+)>", lambda match: self.words(match[1]), value)

    def paragraphs(self) -> list[str]:
        """Return the cleaned seed with the marks of GB/T 9704 for the typed ones."""
        return [_marked(self.words(each)) for each in self.data["paragraphs"]]

    def write(self, root: Path) -> Path:
        """Write the workspace; return its document."""
        for name, value in self.data["files"].items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            filled = self.filled(value)
            path.write_text(
                yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=1 << 20), "utf-8"
            )
        (document,) = (root / "documents").iterdir()
        return document


def _marked(words: str) -> str:
    """Return a paragraph with the mark that GB/T 9704 has for the one it was typed with."""
    words = re.sub(r"^(\d+)、", r"\1.", words)
    return re.sub(r"^\(([一二三四五六七八九十]+)\)", r"（\1）", words)


def printed(document: Path, output: Path) -> Printed:
    """Return the paragraphs of the built document; each line of its title is one."""
    result = Build().build([document], output=output)
    faults = [f"{d.place}: {d.code} {d.message('en')}" for d in result.report]
    assert not faults
    (written,) = output.glob("*.docx")
    found: Printed = []
    for style, text in read_paragraphs(written.read_bytes()):
        lines = text.split("\n") if style == Role.TITLE.value else [text]
        found += [(style, line) for line in lines if line]
    return found


def expected(wanted: list[str], found: Printed) -> list[str]:
    """Return the wanted paragraphs, those that came out as headings without their end mark."""
    styles = [style for style, _ in found] + [""] * len(wanted)
    return [
        words.removesuffix("。") if style in _HEADING_STYLES else words
        for words, style in zip(wanted, styles, strict=False)
    ]


def told(wanted: list[str], found: Printed) -> bool:
    """Whether the document has the wanted paragraphs, all of them, in order, and no other."""
    return [text for _, text in found] == expected(wanted, found)


def test_every_seed_has_a_recipe() -> None:
    named = {Recipe(path.name).data["seed"] for path in RECIPES.glob("*.yaml")}
    assert named == {path.name for path in SEEDS.glob("*.txt")}


@every_recipe
def test_a_recipe_leaves_nothing_of_its_seed_out(name: str) -> None:
    """Noise and paragraphs name every character that is not a blank, each once."""
    recipe = Recipe(name)
    named = Counter(
        spot
        for ranges in (*recipe.data["noise"], *recipe.data["paragraphs"])
        for spot in recipe.spots(ranges)
    )
    assert max(named.values()) == 1
    written = {
        (line, char)
        for line, words in enumerate(recipe.lines)
        for char, letter in enumerate(words)
        if not letter.isspace()
    }
    assert not written - named.keys()


@every_recipe
def test_a_recipe_holds_none_of_its_seeds_words(name: str) -> None:
    seed = "".join(Recipe(name).lines)
    runs = re.findall("[\u4e00-\u9fff]{2,}", (RECIPES / name).read_text("utf-8"))
    assert not [run for run in runs if run in seed]


@every_recipe
def test_a_seed_can_be_said(name: str, tmp_path: Path) -> None:
    recipe = Recipe(name)
    generated = recipe.filled(recipe.data.get("generated", []))
    found = printed(recipe.write(tmp_path), tmp_path / "out")
    assert [text for _, text in found if text in generated] == generated
    found = [(style, text) for style, text in found if text not in generated]
    wanted = recipe.paragraphs()
    assert [text for _, text in found] == expected(wanted, found)
    assert told(wanted, found)


@every_recipe
def test_a_wrong_character_and_a_lost_paragraph_are_seen(name: str) -> None:
    wanted = Recipe(name).paragraphs()
    found = [("", words) for words in wanted]
    assert told(wanted, found)
    for index, words in enumerate(wanted):
        before, after = found[:index], found[index + 1 :]
        assert not told(wanted, [*before, ("", words[:-2] + "×" + words[-1]), *after])
        assert not told(wanted, [*before, *after])
        assert not told(wanted, [*before, ("", words), ("", words), *after])


def test_the_automatic_title_of_an_outline_is_the_seeds(tmp_path: Path) -> None:
    """Of one instruction and four meetings in two families: the same words."""
    recipe = Recipe("000.yaml")
    title = recipe.filled(recipe.data["files"]["documents/outline.yaml"]["title"])
    recipe.data["files"]["documents/outline.yaml"]["title"] = "auto"
    found = printed(recipe.write(tmp_path), tmp_path / "out")
    words = "".join(text for style, text in found if style == Role.TITLE.value)
    assert words == title.replace("|", "")
