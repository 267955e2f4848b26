"""The message catalogue: complete in both languages, and nothing in it idle."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from docgen.base.catalogue import CATALOGUE
from docgen.base.diagnostics import Diagnostic
from docgen.base.locale import language
from docgen.base.place import NOWHERE

PACKAGE = Path(__file__).resolve().parents[1] / "docgen"
SOURCES = [p for p in PACKAGE.rglob("*.py") if "catalogue" not in p.parts]
USED = {
    code
    for path in SOURCES
    for code in re.findall(r'"([A-Z]\d{3})"', path.read_text("utf-8"))
    if code[0] in "SNCTWLFPX"
}


def facts_of(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def test_every_code_that_is_raised_has_its_words() -> None:
    assert set(CATALOGUE) >= USED


def test_no_code_is_idle() -> None:
    assert set(CATALOGUE) <= USED


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_both_languages_say_the_same_facts(code: str) -> None:
    entry = CATALOGUE[code]
    assert all((entry.zh, entry.en, entry.hint_zh, entry.hint_en))
    assert facts_of(entry.en) <= facts_of(entry.zh)
    assert not re.search("[\u4e00-\u9fff]", re.sub(r"〔待填〕|\d+年\d+月(\d+日)?", "", entry.en))


@pytest.mark.parametrize("code", sorted(CATALOGUE))
@pytest.mark.parametrize("speech", ["zh", "en"])
def test_every_message_can_be_said(code: str, speech: str) -> None:
    entry = CATALOGUE[code]
    patterns = (entry.zh, entry.en, entry.hint_zh, entry.hint_en)
    facts = dict.fromkeys(set().union(*map(facts_of, patterns)), "…")
    diagnostic = Diagnostic(code, NOWHERE, facts)
    said = diagnostic.message(speech) + diagnostic.hint(speech)
    assert "{{{" not in said


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"DOCGEN_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ({"DOCGEN_LANG": "", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"DOCGEN_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.GB18030"}, "zh"),
        ({"DOCGEN_LANG": "", "LC_ALL": "C.UTF-8"}, "en"),
        ({"DOCGEN_LANG": "", "LC_ALL": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_chosen_by_setting_or_locale(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language() == expected
