"""The fonts of a paragraph's runs: Han, the marks shared with Latin, letters and digits.

A heading that goes on as text on its own line (（一）×××。……) has two faces, and so has a
paragraph with a note in brackets; such runs may have either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.checks.inspect import setting, words
from docgen.checks.inspect.fonts import canonical, has_han, has_latin, has_shared, is_one_of
from docgen.checks.inspect.levels import Found, Levels
from docgen.checks.inspect.marks import heading_end, level_of
from docgen.checks.inspect.paragraphs import Paragraph, Run
from docgen.checks.inspect.units import attribute, child

if TYPE_CHECKING:
    from docgen.checks.inspect.compare import Comparison

# Character styles of docgen that say which heading's face their text has.
_FACES = {"二级标题接排": "heading_2.font", "三级标题接排": "heading_3.font",
          "四级标题接排": "heading_4.font", "出席标签": "attendance.font",
          "责任说明": "byline.font", "段首句": "body.font"}  # fmt: skip
_SERIES = re.compile("[一二三四五六七八九十]{1,2}[是要]|首先|其次")


def check_fonts(comparison: Comparison, paragraph: Paragraph, named: dict[str, str]) -> None:
    """Compare the fonts of every run."""
    key = named.get("font")
    if key is None and paragraph.role != "attendance":
        return
    for run, levels in comparison.texts(paragraph):
        keys = _keys(comparison, paragraph, run, key or "body.font")
        _han(comparison, paragraph, run, levels, keys)
        han = comparison.resolver.font(levels, "eastAsia").value
        if is_one_of(han, _accepted(comparison, keys)):  # else its Latin is the least of it
            _shared(comparison, paragraph, run, levels, keys)
            _latin(comparison, paragraph, run, levels, keys)


def _keys(comparison: Comparison, paragraph: Paragraph, run: Run, key: str) -> list[str]:
    """Return the parameters whose faces a run may have; it is measured by the first."""
    chain = comparison.judged.sheet.chain("character", run.style) if run.style else ()
    face = next((_FACES[style.name] for style in chain if style.name in _FACES), "")
    if face:
        return [face]
    if paragraph.role == "number" and ("签发人" in paragraph.text or "\t" in paragraph.text):
        return [key, "head.signer_font"]
    if paragraph.role == "attendance":
        return ["body.font", "attendance.font"]
    if paragraph.role != "body":
        return [key]
    level = level_of(paragraph.shown)
    offset = len(paragraph.mark)
    if run.start + len(run.text.rstrip()) + offset <= heading_end(paragraph.mark + paragraph.text):
        if level:
            return [key, f"heading_{level}.font"]
        if _SERIES.match(paragraph.shown):
            return [key, "fonts.kaiti", "fonts.heiti"]
    if _is_in_brackets(paragraph.text, run):
        return [key, "fonts.kaiti"]
    return [key]


def _is_in_brackets(text: str, run: Run) -> bool:
    """Whether a run is a note in brackets, or part of one: （责任单位：…）, in 楷体 by practice."""
    depth = 0
    for place, char in enumerate(text[: run.start + len(run.text)]):
        depth += char in "（("
        if place >= run.start and not depth and char not in "。 \u3000":
            return False
        depth -= char in "）)" and depth > 0
    return True


def _accepted(comparison: Comparison, keys: list[str]) -> tuple[str, ...]:
    return tuple(name for key in keys for name in comparison.profile.fonts(key))


def _han(
    comparison: Comparison, paragraph: Paragraph, run: Run, levels: Levels, keys: list[str]
) -> None:
    if not has_han(run.text):
        return
    found = comparison.resolver.font(levels, "eastAsia")
    if is_one_of(found.value, _accepted(comparison, keys)):
        return
    family = comparison.profile.font(keys[0])
    comparison.add(keys[0], found, words.family(found.value), paragraph, code="F111", run=run,
                   property="font", mend=lambda h: setting.set_font(h, family))  # fmt: skip


def _shared(
    comparison: Comparison, paragraph: Paragraph, run: Run, levels: Levels, keys: list[str]
) -> None:
    """“ ” —— …… that fall into a Latin font: narrow quotes, a short dash."""
    if not has_shared(run.text) or _hinted(levels):
        return
    found = comparison.resolver.font(levels, "hAnsi")
    if _is_han_font(comparison, levels, found, keys):
        return
    wanted = words.wanted(comparison.profile[keys[0]], comparison.profile)
    comparison.add("text.marks", found, words.latin(found.value), paragraph, code="F111",
                   run=run, wanted=wanted, mend=setting.set_hint)  # fmt: skip


def _latin(
    comparison: Comparison, paragraph: Paragraph, run: Run, levels: Levels, keys: list[str]
) -> None:
    if not has_latin(run.text):
        return
    found = comparison.resolver.font(levels, "ascii")
    western = comparison.profile.fonts("fonts.western")
    if is_one_of(found.value, western) or _is_han_font(comparison, levels, found, keys):
        return
    family = western[0]
    comparison.add("fonts.western", found, words.latin(found.value), paragraph, code="F111",
                   run=run, wanted=words.family(family),
                   mend=lambda h: setting.set_western(h, family))  # fmt: skip


def _hinted(levels: Levels) -> bool:
    hints = (attribute(child(found, "rFonts"), "hint") for _, found in levels)
    return next((hint for hint in hints if hint), "") == "eastAsia"


def _is_han_font(comparison: Comparison, levels: Levels, found: Found, keys: list[str]) -> bool:
    """Whether a font is the one of the role, or at least the one that its Han have."""
    han = comparison.resolver.font(levels, "eastAsia").value
    return is_one_of(found.value, _accepted(comparison, keys)) or (
        bool(han) and canonical(found.value) == canonical(han)
    )
