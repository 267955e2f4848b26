"""Snippets: the version of the day, names, parameters, variants, includes, quotations under
lock, and what check tells."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, Workspace
from docgen.base.diagnostics import Report
from docgen.build import Build, Result
from docgen.checks.near_duplicates import check_duplicates, han
from docgen.checks.snippet_use import snippet_uses
from docgen.checks.snippets import check_library, expiring
from docgen.library import snippet_file
from docgen.library.shipped import shipped
from docgen.library.snippets import Snippets
from docgen.model.library import Snippet
from docgen.source.workspace import find_workspace

SPEECH = "kind: speech\ntitle: 讲话\n"


def snippet(body: str, card: str = "") -> str:
    return f"---\ntitle: 片段\nuse: point\n{card}---\n{body}\n"


def window(body: str, span: str) -> str:
    return snippet(body, f"valid: {{{span}}}\n")


def told(root: Path) -> tuple[list[str], list[str]]:
    """Build the only document; return its paragraphs below the title, and the faults' codes."""
    result = Build().build([root / "documents"], formats=["txt"])
    codes = [diagnostic.code for diagnostic in result.report]
    if not result.outputs:
        return [], codes
    (output,) = result.outputs
    return output.written.path.read_text("utf-8").splitlines()[1:], codes


def opening(reference: str, date: str = "") -> str:
    day = f"date: {date}\n" if date else ""
    return f"{SPEECH}{day}opening: {reference}\n"


def said(root: Path) -> str:
    """Return the last paragraph of the only document; nothing may be wrong with it."""
    paragraphs, codes = told(root)
    assert codes == []
    return paragraphs[-1]


@pytest.fixture
def own_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is shipped: what is checked is the workspace's own."""
    monkeypatch.setattr("docgen.library.snippets.shipped", lambda _: tmp_path / "nothing")


def hints(result: Result) -> list[str]:
    return [diagnostic.message("zh") + diagnostic.hint("zh") for diagnostic in result.report]


# -- the version of the day ----------------------------------------------------------------

VERSIONS = {
    "snippets/own/a.md": window("旧提法。", "to: 2025-12-31"),
    "snippets/own/a@2.md": window("今年提法。", "from: 2026-01-01, to: 2026-06-30"),
    "snippets/own/a@3.md": window("新提法。", "from: 2026年7月"),
}
DAYS = {
    "1949-10-01": "旧提法。",
    "2025-12-31": "旧提法。",
    "2026-01-01": "今年提法。",
    "2026年3月": "今年提法。",
    "2026-06-30": "今年提法。",
    "2026-07-01": "新提法。",
    "2099-01-01": "新提法。",
    "{from: 2026-06-30, to: 2026-07-02}": "今年提法。",
}


@pytest.mark.parametrize(("date", "text"), DAYS.items())
def test_the_version_of_the_day_is_taken(date: str, text: str, workspace: Workspace) -> None:
    root = workspace({**VERSIONS, "documents/a.yaml": opening("{snippet: own/a}", date)})
    assert said(root) == text


SPANS = {
    "the day before": ("from: 2026-03-16, to: 2026-03-31", False),
    "the first day": ("from: 2026-03-15, to: 2026-03-31", True),
    "the last day": ("from: 2026-02-01, to: 2026-03-15", True),
    "the day after": ("from: 2026-02-01, to: 2026-03-14", False),
    "the only day": ("from: 2026-03-15, to: 2026-03-15", True),
    "the first month": ("from: 2026-03", True),
    "the last month": ("to: 2026-03", True),
    "the month after": ("to: 2026-02", False),
    "from then on": ("from: 2026-03-15", True),
    "until then": ("to: 2026-03-15", True),
    "in Chinese": ("起: 2026年3月15日, 止: 2026年3月15日", True),
}


@pytest.mark.parametrize(("span", "holds"), SPANS.values(), ids=SPANS)
def test_a_window_holds_to_the_day(span: str, holds: bool, workspace: Workspace) -> None:
    document = opening("{snippet: own/a}", "2026-03-15")
    root = workspace({"snippets/own/a.md": window("提法。", span), "documents/a.yaml": document})
    code = "N045" if "2026-03-16" in span else "N013"
    assert told(root) == ((["（2026年3月15日）", "提法。"], []) if holds else ([], [code]))


def test_the_successor_is_named_and_not_followed(workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": window("旧。", "to: 2025-12-31, next: own/b"),
        "snippets/own/b.md": snippet("新。"),
        "documents/a.yaml": opening("{snippet: own/a}", "2026-03-01"),
    })  # fmt: skip
    result = Build().build([root])
    assert [diagnostic.code for diagnostic in result.report] == ["N002"]
    assert result.outputs == []
    (words,) = hints(result)
    assert "own/b" in words
    assert "2025-12-31" in words


@pytest.mark.parametrize(
    ("date", "codes"), [("2026-03-01", []), ("2025-03-01", ["N004"]), ("", [])]
)
def test_a_version_can_be_pinned(date: str, codes: list[str], workspace: Workspace) -> None:
    root = workspace({**VERSIONS, "documents/a.yaml": opening("{snippet: own/a@2}", date)})
    paragraphs, found = told(root)
    assert (paragraphs[-1], found) == ("今年提法。", codes)


def test_without_a_date_only_timeless_snippets_are_used(workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": snippet("常说。"),
        "snippets/own/b.md": window("有时说。", "from: 2020-01-01"),
        "documents/a.yaml": opening("{snippet: own/a}"),
    })  # fmt: skip
    assert said(root) == "常说。"
    workspace({"documents/a.yaml": opening("{snippet: own/b}")})
    assert told(root) == ([], ["N005"])


def test_a_text_inside_a_source_goes_by_the_date_of_the_source(workspace: Workspace) -> None:
    root = workspace({
        **VERSIONS,
        "meetings/m.yaml": "kind: meeting\ntitle: 全省会议\nlevel: province\ndate: 2025-12-30\n"
        "spirit:\n  - \"{{ snippet('own/a') }}\"\n  - {snippet: own/a}\n",
        "documents/a.yaml": "kind: transmission-outline\ntitle: 提纲\ndate: 2026-07-01\n"
        "sources: [m.yaml]\nopening: {snippet: own/a}\n"
        "closing: \"{{ snippet('own/a') }}\"\n",
    })  # fmt: skip
    paragraphs, codes = told(root)
    assert codes == []
    assert [words for words in paragraphs if words.endswith("提法。")] == [
        "新提法。", "旧提法。", "旧提法。", "新提法。"
    ]  # fmt: skip


# -- whose snippet -------------------------------------------------------------------------


def test_the_shipped_snippets_are_there(workspace: Workspace) -> None:
    reference = "{snippet: closing/study-and-act, with: {unit: 各股室}}"
    root = workspace({"documents/a.yaml": opening(reference)})
    assert said(root).startswith("各股室要在一周内传达")


def test_an_own_snippet_hides_all_versions_of_the_shipped_one(workspace: Workspace) -> None:
    assert (shipped("snippets") / "phrase" / "congress-spirit@2.md").exists()
    root = workspace({
        "snippets/phrase/congress-spirit.md": window("自己的提法。", "from: 2000-01-01"),
        "documents/a.yaml": opening("{snippet: phrase/congress-spirit}", "2026-03-01"),
    })  # fmt: skip
    assert said(root) == "自己的提法。"
    workspace({"documents/a.yaml": opening("{snippet: phrase/congress-spirit@2}", "2026-03-01")})
    assert told(root) == ([], ["N001"])


def test_a_shipped_snippet_uses_the_own_one_it_includes(workspace: Workspace) -> None:
    root = workspace({
        "snippets/phrase/congress-spirit.md": snippet("自己的提法。"),
        "documents/a.yaml": opening("{snippet: phrase/guiding, variant: short}", "2026-03-01"),
    })  # fmt: skip
    assert said(root).endswith("深入学习贯彻自己的提法。")


# -- parameters, variants, includes --------------------------------------------------------

ASKING = snippet(
    "{{ who }}要{{ what }}，{{ who }}负责。\n\n# short\n{{ who }}快办。",
    "params:\n  who: {type: text, doc: 谁来办}\n  what: {default: 办好, choices: [办好, 办实]}\n",
)
WITH_SPACE = "{snippet: own/a, with: {who: 各科室, what: 办实}}"
GIVEN = {
    "the default": ("{snippet: own/a, with: {who: 各科室}}", "各科室要办好，各科室负责。"),
    "a choice": (WITH_SPACE, "各科室要办实，各科室负责。"),
    "a variant": ("{snippet: own/a, with: {who: 各县}, variant: short}", "各县快办。"),
    "in a text": ("\"听着：{{ snippet('own/a', who='各县') }}\"", "听着：各县要办好，各县负责。"),
    "its variant": ("\"{{ snippet('own/a', 'short', who='各县') }}\"", "各县快办。"),
    "its variant by name": ("\"{{ 片段('own/a', variant='short', who='各县') }}\"", "各县快办。"),
    "a fact of the document": (
        "\"{{ snippet('own/a', who=speaker.name) }}\"",
        "王××要办好，王××负责。",
    ),
    "braces in a fact": (
        "{snippet: own/a, with: {who: '{{ date }}'}, variant: short}",
        "{{ date }}快办。",
    ),
    "marks of XML": ("{snippet: own/a, with: {who: 'R&D <部>'}, variant: short}", "R&D <部>快办。"),
    "a number": ("{snippet: own/a, with: {who: 08}, variant: short}", "08快办。"),
    "quotation marks": ("{snippet: own/a, with: {who: “三办”}, variant: short}", "“三办”快办。"),
}


@pytest.mark.parametrize(("reference", "text"), GIVEN.values(), ids=GIVEN)
def test_parameters_and_variants(reference: str, text: str, workspace: Workspace) -> None:
    document = opening(reference) + "speaker: 王××\n"
    assert said(workspace({"snippets/own/a.md": ASKING, "documents/a.yaml": document})) == text


REFUSED = {
    "a parameter that must be given": ("{snippet: own/a}", "N010"),
    "an unknown parameter": ("{snippet: own/a, with: {who: 甲, whom: 乙}}", "N009"),
    "no choice": ("{snippet: own/a, with: {who: 甲, what: 办砸}}", "N011"),
    "an unknown variant": ("{snippet: own/a, with: {who: 甲}, variant: long}", "N008"),
    "an unknown snippet": ("{snippet: own/b}", "N001"),
    "a path out of the library": ("{snippet: ../own/a}", "N001"),
}


@pytest.mark.parametrize(("reference", "code"), REFUSED.values(), ids=REFUSED)
def test_what_a_snippet_refuses(reference: str, code: str, workspace: Workspace) -> None:
    files = {
        "snippets/own/a.md": ASKING,
        "own/a.md": ASKING,
        "documents/a.yaml": opening(reference),
    }
    assert told(workspace(files)) == ([], [code])


INCLUDES = {
    "snippets/own/outer.md": snippet(
        "先说。{{ snippet('own/inner', unit=who) }}后说。", "params: {who: {default: 各地}}\n"
    ),
    "snippets/own/inner.md": snippet("{{ unit }}照办。", "params:\n  unit:\n    default: 各单位\n"),
}


def test_a_snippet_includes_another_with_its_parameters(workspace: Workspace) -> None:
    root = workspace({**INCLUDES, "documents/a.yaml": opening("{snippet: own/outer}")})
    assert said(root) == "先说。各地照办。后说。"
    workspace({"documents/a.yaml": opening("{snippet: own/outer, with: {who: 各市}}")})
    assert said(root) == "先说。各市照办。后说。"


def test_a_snippet_sees_the_document(workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": snippet("{{ org }}{{ 讲话人.姓名 }}要办好。"),
        "documents/a.yaml": opening("{snippet: own/a}") + "org: 市档案局\nspeaker: 王××\n",
    })  # fmt: skip
    assert "市档案局王××要办好。" in told(root)[0]


def test_an_included_snippet_does_not_see_the_parameters_of_the_outer(workspace: Workspace) -> None:
    root = workspace({
        **INCLUDES,
        "snippets/own/inner.md": snippet("{{ who }}照办。"),
        "documents/a.yaml": opening("{snippet: own/outer}"),
    })  # fmt: skip
    assert "C002" in told(root)[1]


def test_an_included_snippet_is_that_of_the_day(workspace: Workspace) -> None:
    root = workspace({
        **VERSIONS,
        "snippets/own/outer.md": snippet("说{{ snippet('own/a') }}"),
        "documents/a.yaml": opening("{snippet: own/outer}", "2026-06-30"),
    })  # fmt: skip
    assert said(root) == "说今年提法。"


def test_the_same_snippet_twice_is_no_circle(workspace: Workspace) -> None:
    root = workspace({
        **INCLUDES,
        "snippets/own/outer.md": snippet("{{ snippet('own/inner') }}{{ snippet('own/inner') }}"),
        "documents/a.yaml": opening("{snippet: own/outer}"),
    })  # fmt: skip
    assert said(root) == "各单位照办。各单位照办。"


def test_a_circle_is_told_with_its_way(workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": snippet("{{ snippet('own/b') }}"),
        "snippets/own/b.md": snippet("{{ snippet('own/a') }}"),
        "documents/a.yaml": opening("{snippet: own/a}"),
    })  # fmt: skip
    (words,) = hints(Build().build([root]))
    assert "own/a → own/b → own/a" in words


# -- in points, and on several lines -------------------------------------------------------

POINTS = {
    "the snippet's heading": ("{snippet: own/a}", ["（一）抓好落实", "快办。"]),
    "the point's own": ("{snippet: own/a, title: 办事}", ["（一）办事", "快办。"]),
    "a variant's text": ("{snippet: own/a, variant: short}", ["（一）抓好落实", "办。"]),
    "run in": ("{snippet: own/a, run_in: true}", ["（一）抓好落实。快办。"]),
    "points below": ("{snippet: own/a, points: [甲。]}", ["（一）抓好落实", "快办。", "1.甲。"]),
}


@pytest.mark.parametrize(("point", "printed"), POINTS.values(), ids=POINTS)
def test_a_point_from_a_snippet(point: str, printed: list[str], workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": snippet("快办。\n\n# short\n办。", "heading: 抓好落实\n"),
        "documents/a.yaml": f"{SPEECH}sections: [{{title: 甲, points: [{point}]}}]\n",
    })  # fmt: skip
    assert told(root) == (["一、甲", *printed], [])


BODIES = {
    "lines": ("一行，\n又一行。", ["一行，又一行。"]),
    "paragraphs": ("一段。\n\n又一段。", ["一段。", "又一段。"]),
    "no Markdown": ("*甲* **乙** 1. - <b> &amp; \\n", ["*甲* **乙** 1. - <b> &amp; \\n"]),
    "a number sign": ("第#1号，#话题#，\n#号", ["第#1号，#话题#，#号"]),
    "stars": ("**同志\n* 讲话", ["**同志 * 讲话"]),
    "empty lines around": ("\n\n一段。\n\n", ["一段。"]),
}


@pytest.mark.parametrize(("body", "printed"), BODIES.values(), ids=BODIES)
def test_the_body_of_a_snippet(body: str, printed: list[str], workspace: Workspace) -> None:
    document = opening("{snippet: own/a}")
    root = workspace({"snippets/own/a.md": snippet(body), "documents/a.yaml": document})
    assert told(root) == (printed, [])


# -- check ---------------------------------------------------------------------------------

SAMPLES = {
    "right": ("{with: {who: 甲}, expect: 甲要办好，甲负责。}", []),
    "right in a variant": ("{with: {who: 甲}, variant: short, expect: 甲快办。}", []),
    "wrong": ("{with: {who: 甲}, expect: 甲快办。}", ["N012"]),
    "a parameter missing": ("{expect: 快办。}", ["N010", "N012"]),
}


@pytest.mark.usefixtures("own_only")
@pytest.mark.parametrize(("sample", "codes"), SAMPLES.values(), ids=SAMPLES)
def test_samples_are_tried(sample: str, codes: list[str], workspace: Workspace) -> None:
    asking = ASKING.replace("params:", f"samples:\n  - {sample}\nparams:")
    root = workspace({"snippets/own/a.md": asking, "documents/a.yaml": SPEECH + "opening: 好。\n"})
    assert [diagnostic.code for diagnostic in Build().check([root]).report] == codes


@pytest.mark.usefixtures("own_only")
def test_a_sample_is_tried_within_its_window(workspace: Workspace) -> None:
    sample = "samples: [{expect: 说今年提法。}]\nvalid: {from: 2026-05-01, to: 2026-05-31}\n"
    root = workspace({
        **VERSIONS,
        "snippets/own/outer.md": snippet("说{{ snippet('own/a') }}", sample),
        "documents/a.yaml": SPEECH + "opening: 好。\n",
    })  # fmt: skip
    assert [diagnostic.code for diagnostic in Build().check([root]).report] == []


def test_the_shipped_library_is_in_order(workspace: Workspace) -> None:
    root, report = workspace({"documents/a.yaml": SPEECH + "opening: 好。\n"}), Report()
    check_library(find_workspace(root, report), report, shipped=True)
    assert [each.message("zh") for each in report] == []


# -- typed parameters ----------------------------------------------------------------------


def declared(param: str, body: str = "{{ x }}。") -> str:
    return snippet(body, f"params:\n  x: {param}\n")


TYPED = {
    "text": ("{type: text}", "甲、乙", "甲、乙。"),
    "a day": ("{type: date}", "2026-03-01", "2026年3月1日。"),
    "a day in Chinese": ("{type: date}", "2026年3月1日", "2026年3月1日。"),
    "a month": ("{type: date}", "2026-03", "2026年3月。"),
    "a number": ("{type: int}", "12", "12。"),
    "a choice": ("{type: enum, choices: [办好, 办实]}", "办实", "办实。"),
    "a choice of units": ("{type: org, choices: [各科, 各室]}", "各室", "各室。"),
    "a unit": ("{type: org}", "示例市档案局", "示例市档案局。"),
    "a person": ("{type: person}", "王××", "王××。"),
    "a list": ("{type: list}", "甲、乙 、丙", "甲、乙、丙。"),
    "a blank for a day": ("{type: date}", "〔待填：哪天〕", "〔待填：哪天〕。"),
    "a blank for a number": ("{type: int}", "〔待填〕", "〔待填〕。"),
    "a blank for a choice": ("{type: enum, choices: [甲]}", "〔待填〕", "〔待填〕。"),
}


@pytest.mark.usefixtures("own_only")
@pytest.mark.parametrize(("param", "given", "text"), TYPED.values(), ids=TYPED)
def test_a_parameter_is_of_its_type(
    param: str, given: str, text: str, workspace: Workspace
) -> None:
    document = opening(f"{{snippet: own/a, with: {{x: {given}}}}}")
    root = workspace({"snippets/own/a.md": declared(param), "documents/a.yaml": document})
    assert said(root) == text
    # and as a default, and as a sample
    whole = declared(param.replace("}", f", default: {given}}}")).replace(
        "params:", f"samples: [{{expect: {text}}}]\nparams:"
    )
    workspace({"snippets/own/a.md": whole, "documents/a.yaml": opening("{snippet: own/a}")})
    assert said(root) == text
    assert [each.code for each in Build().check([root]).report] == []


WRONG_TYPES = {
    "no date": ("{type: date}", "三月一日", "N017"),
    "a day that is none": ("{type: date}", "2026-02-30", "N017"),
    "Chinese numerals": ("{type: int}", "十二", "N017"),
    "a number with a unit": ("{type: int}", "12天", "N017"),
    "a number too long": ("{type: int}", "1234567890123456", "N017"),
    "no choice": ("{type: enum, choices: [办好, 办实]}", "办砸", "N011"),
    "nothing for a date": ("{type: date}", "''", "N017"),
}


@pytest.mark.usefixtures("own_only")
@pytest.mark.parametrize(("param", "given", "code"), WRONG_TYPES.values(), ids=WRONG_TYPES)
def test_a_value_of_the_wrong_type(param: str, given: str, code: str, workspace: Workspace) -> None:
    document = opening(f"{{snippet: own/a, with: {{x: {given}}}}}")
    root = workspace({"snippets/own/a.md": declared(param), "documents/a.yaml": document})
    assert told(root) == ([], [code])
    if given != "''":
        wrong = param.replace("}", f", default: {given}}}")
        workspace({"snippets/own/a.md": declared(wrong)})
        result = Build().check([root])
        assert [(d.code, d.place.file) for d in result.report if d.place.key == "params.x.default"]


LOOPS = {
    "a loop": ("{% for each in x %}{{ loop.index }}{{ each }}{% endfor %}", "1甲2乙3丙"),
    "its length": ("{{ x|length }}", "3"),
    "first and last": ("{{ x|first }}{{ x|last }}{{ x[1] }}", "甲丙乙"),
    "joined otherwise": ("{{ x|join('；') }}", "甲；乙；丙"),
    "one of them": ("{% if '甲' in x and '甲、' not in x %}有{% endif %}", "有"),
    "handed on": ("{{ snippet('own/b', y=x) }}", "甲乙丙"),
    "a list made there": ("{{ snippet('own/b', y=['丁', x[0]]) }}", "丁甲"),
}


@pytest.mark.parametrize(("body", "text"), LOOPS.values(), ids=LOOPS)
def test_a_text_can_loop_over_a_list(body: str, text: str, workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": declared("{type: list, default: 甲、乙、丙}", body),
        "snippets/own/b.md": snippet("{{ y|join }}", "params:\n  y: {type: list}\n"),
        "documents/a.yaml": opening("{snippet: own/a}"),
    })  # fmt: skip
    assert said(root) == text


RECKONED = {
    "a day of the document": ("{type: date}", "{{ snippet('own/a', x=date) }}", "2026年3月15日。"),
    "a number": ("{type: int}", "{{ snippet('own/a', x=1 + 2) }}", "3。"),
    "a count": ("{type: int}", "{{ snippet('own/a', x=count) }}", "2。"),
    "a number as words": ("{type: text}", "{{ snippet('own/a', x=7) }}", "7。"),
}


@pytest.mark.parametrize(("param", "text", "words"), RECKONED.values(), ids=RECKONED)
def test_a_text_hands_on_what_it_sees(
    param: str, text: str, words: str, workspace: Workspace
) -> None:
    root = workspace({
        "snippets/own/a.md": declared(param),
        "documents/a.yaml": f'{SPEECH}date: 2026-03-15\nsections: [甲, 乙]\nopening: "{text}"\n',
    })  # fmt: skip
    paragraphs, codes = told(root)
    assert codes == []
    assert words in paragraphs


def test_a_number_can_be_reckoned_with_and_a_date_taken_apart(workspace: Workspace) -> None:
    body = "{{ n + 1 }}天{% if due %}，{{ due.year }}年内{% endif %}。"
    params = "params: {n: {type: int}, due: {type: date, default: ''}}\n"
    root = workspace({
        "snippets/own/a.md": snippet(body, params),
        "documents/a.yaml": opening("{snippet: own/a, with: {n: 2}}"),
    })  # fmt: skip
    assert said(root) == "3天。"
    workspace({"documents/a.yaml": opening("{snippet: own/a, with: {n: 2, due: 2027-01}}")})
    assert said(root) == "3天，2027年内。"
    workspace({"documents/a.yaml": opening("{snippet: own/a, with: {n: 2, due: ''}}")})
    assert said(root) == "3天。"


CONTRADICTIONS = {
    "required with a default": ("{required: true, default: 甲}", ["N018"]),
    "neither": ("{required: false}", ["N018"]),
    "a choice without choices": ("{type: enum}", ["N018"]),
    "choices of a number": ("{type: int, choices: ['1']}", ["N018"]),
    "required": ("{required: true}", []),
    "optional": ("{required: false, default: ''}", []),
}


@pytest.mark.parametrize(("param", "codes"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_declaration_does_not_contradict_itself(
    param: str, codes: list[str], workspace: Workspace
) -> None:
    root = workspace({
        "snippets/own/a.md": declared(param),
        "documents/a.yaml": opening("{snippet: own/a, with: {x: 甲}}"),
    })  # fmt: skip
    assert [code for code in told(root)[1] if code == "N018"] == codes


def checked(root: Path) -> list[str]:
    return [diagnostic.code for diagnostic in Build().check([root]).report]


@pytest.mark.usefixtures("own_only")
def test_a_parameter_that_no_variant_uses_is_told(workspace: Workspace) -> None:
    params = "params: {甲: 一, 乙: 二, 丙: 三}\n"
    body = "{{ 甲 }}。\n\n# short\n{% if 乙 %}短。{% endif %}"
    root = workspace({
        "snippets/own/a.md": snippet(body, params),
        "documents/a.yaml": SPEECH + "opening: 好。\n",
    })  # fmt: skip
    (words,) = hints(Build().check([root]))
    assert "“丙”" in words


# -- aliases -------------------------------------------------------------------------------

ALIASED = {
    "snippets/own/a.md": snippet("旧。", "aliases: [两个抓实]\nvalid: {to: 2025-12-31}\n"),
    "snippets/own/a@2.md": snippet("新。", "又名: [两个抓实, “双抓”]\nvalid: {from: 2026-01-01}\n"),
    "snippets/own/b.md": snippet("说到两个抓实。"),
}


@pytest.mark.parametrize("reference", ["两个抓实", "'“双抓”'", "两个抓实@2", "' 两个抓实 '"])
def test_a_snippet_may_be_called_by_its_alias(reference: str, workspace: Workspace) -> None:
    document = opening(f"{{snippet: {reference}}}", "2026-03-01")
    root = workspace({**ALIASED, "documents/a.yaml": document})
    assert said(root) == "新。"
    workspace({"documents/a.yaml": opening("\"{{ 片段('两个抓实') }}\"", "2025-03-01")})
    assert said(root) == "旧。"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_an_alias_is_found_in_every_encoding(encoding: str, workspace: Workspace) -> None:
    root = workspace({**ALIASED, "documents/a.yaml": opening("{snippet: 两个抓实}", "2026-03-01")})
    for path in (root / "snippets").rglob("*.md"):
        path.write_bytes(path.read_text("utf-8").encode(encoding))
    assert said(root) == "新。"


@pytest.mark.usefixtures("own_only")
def test_an_alias_of_two_snippets_is_told_where_it_is_used_and_at_both(
    workspace: Workspace,
) -> None:
    root = workspace({
        **ALIASED,
        "snippets/own/c.md": snippet("丙。", "aliases: [丙, 两个抓实]\n"),
        "documents/a.yaml": opening("{snippet: 两个抓实}", "2026-03-01"),
    })  # fmt: skip
    assert told(root) == ([], ["N014"])
    found = [(each.code, str(each.place)) for each in Build().check([root]).report.sorted()]
    assert found == [
        ("N014", "documents/a.yaml:4:20"),
        ("N014", "snippets/own/a.md:4:11"),
        ("N014", "snippets/own/a@2.md:4:6"),
        ("N014", "snippets/own/c.md:4:14"),
    ]


@pytest.mark.usefixtures("own_only")
def test_an_alias_is_no_id_of_another(workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": snippet("甲。", "aliases: [own/b, own/a]\n"),
        "snippets/own/b.md": snippet("乙。"),
        "documents/a.yaml": opening("{snippet: own/b}"),
    })  # fmt: skip
    assert said(root) == "乙。"
    assert checked(root) == ["N014"]


def test_an_alias_of_a_hidden_snippet_is_gone(workspace: Workspace) -> None:
    root = workspace({
        "snippets/phrases/sets/confidences.md": snippet("自己的。"),
        "documents/a.yaml": opening("{snippet: 四个自信}", "2026-03-01"),
    })  # fmt: skip
    assert told(root) == ([], ["N001"])


def test_the_nearest_alias_is_named(workspace: Workspace) -> None:
    root = workspace({**ALIASED, "documents/a.yaml": opening("{snippet: 两个抓紧}", "2026-03-01")})
    (words,) = hints(Build().build([root]))
    assert "是不是“两个抓实”" in words


def test_only_what_may_be_meant_is_read(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = snippet_file.read_snippet

    def noted(path: Path, *rest: Any) -> Any:
        read.append(path.stem)
        return real(path, *rest)

    monkeypatch.setattr("docgen.library.snippets.read_snippet", noted)
    root = workspace({**ALIASED, "documents/a.yaml": opening("{snippet: own/b}", "2026-03-01")})
    assert said(root) == "说到两个抓实。"
    assert read == ["b"]
    read.clear()
    workspace({"documents/a.yaml": opening("{snippet: 两个抓实}", "2026-03-01")})
    assert said(root) == "新。"
    assert sorted(read) == ["a", "a@2"]


# -- what supersedes what ------------------------------------------------------------------


def test_what_supersedes_a_snippet_is_named_as_its_successor(workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": window("旧。", "to: 2025-12-31"),
        "snippets/own/b.md": snippet("新。", "supersedes: [own/a]\n"),
        "documents/a.yaml": opening("{snippet: own/a}", "2026-03-01"),
    })  # fmt: skip
    result = Build().build([root])
    assert [diagnostic.code for diagnostic in result.report] == ["N002"]
    assert "own/b" in hints(result)[0]


SUPERSEDED = {
    "another": ({"b": "supersedes: [own/a]\n"}, []),
    "by its alias": ({"a": "aliases: [老话]\n", "b": "supersedes: [老话]\n"}, []),
    "none such": ({"b": "supersedes: [own/a, own/z]\n"}, ["N001"]),
    "no such version": ({"b": "supersedes: [own/a@7]\n"}, ["N001"]),
    "an earlier version of its own": (
        {"a": "valid: {to: 2025-12-31}\n", "a@2": "valid: {from: 2026-01}\nsupersedes: [own/a]\n"},
        [],
    ),
    "itself": ({"a": "supersedes: [own/a]\n"}, ["N020"]),
    "a circle of three": (
        {"a": "supersedes: [own/b]\n", "b": "supersedes: own/c\n", "c": "supersedes: [own/a]\n"},
        ["N020"],
    ),
}  # fmt: skip


@pytest.mark.usefixtures("own_only")
@pytest.mark.parametrize(("cards", "codes"), SUPERSEDED.values(), ids=SUPERSEDED)
def test_what_is_superseded_is_there(
    cards: dict[str, str], codes: list[str], workspace: Workspace
) -> None:
    files = {f"snippets/own/{name}.md": snippet(f"{name}。") for name in "abc"}
    files |= {f"snippets/own/{name}.md": snippet(f"{name}。", card) for name, card in cards.items()}
    root = workspace({**files, "documents/a.yaml": SPEECH + "opening: 好。\n"})
    assert checked(root) == codes


SUCCESSORS = {
    "later": ("to: 2025-12-31, next: own/b", "from: 2026-01-01", []),
    "without a window": ("to: 2025-12-31, next: own/b", "", []),
    "its own version": ("to: 2025-12-31, next: own/b@1", "from: 2026-01-01", []),
    "ended before": ("to: 2025-12-31, next: own/b", "to: 2024-12-31", ["N026"]),
    "itself": ("to: 2025-12-31, next: own/a", "", ["N026"]),
    "no such version": ("to: 2025-12-31, next: own/b@2", "", ["N001"]),
}


@pytest.mark.usefixtures("own_only")
@pytest.mark.parametrize(("span", "after", "codes"), SUCCESSORS.values(), ids=SUCCESSORS)
def test_a_successor_is_there_and_comes_after(
    span: str, after: str, codes: list[str], workspace: Workspace
) -> None:
    root = workspace({
        "snippets/own/a.md": window("旧。", span),
        "snippets/own/b.md": window("新。", after) if after else snippet("新。"),
        "documents/a.yaml": SPEECH + "opening: 好。\n",
    })  # fmt: skip
    assert checked(root) == codes


# -- includes, tried without a document ----------------------------------------------------

INCLUDING = {
    "what there is": ("{{ snippet('own/b', 'short', unit='甲') }}", []),
    "an alias": ("{{ 片段('乙说', unit='甲') }}", []),
    "no such id": ("{{ snippet('own/z') }}", ["N001"]),
    "no such version": ("{{ snippet('own/b@3', unit='甲') }}", ["N001"]),
    "no such variant": ("{{ snippet('own/b', 'long', unit='甲') }}", ["N008"]),
    "no such variant by name": ("{{ snippet('own/b', variant='long', unit='甲') }}", ["N008"]),
    "no such parameter": ("{{ snippet('own/b', unit='甲', unti='乙') }}", ["N009"]),
    "a parameter missing": ("{{ snippet('own/b') }}", ["N010"]),
    "in a condition": ("{% if org %}{{ snippet('own/z') }}{% endif %}", ["N001"]),
    "in a variant": ("甲。\n\n# short\n{{ snippet('own/z') }}", ["N001"]),
    "an id that is made up there": ("{% set id = 'own/b' %}{{ snippet(id, unit='甲') }}", []),
}


@pytest.mark.usefixtures("own_only")
@pytest.mark.parametrize(("body", "codes"), INCLUDING.values(), ids=INCLUDING)
def test_what_a_snippet_includes_is_there(
    body: str, codes: list[str], workspace: Workspace
) -> None:
    included = "aliases: [乙说]\nparams: {unit: {required: true}}\n"
    root = workspace({
        "snippets/own/a.md": snippet(body),
        "snippets/own/b.md": snippet("{{ unit }}办。\n\n# short\n{{ unit }}快办。", included),
        "documents/a.yaml": SPEECH + "opening: 好。\n",
    })  # fmt: skip
    assert checked(root) == codes


def included(name: str) -> str:
    return "{{ snippet('own/" + name + "') }}"


CIRCLES = {
    "of one": ({"a": "a"}, ["own/a → own/a"]),
    "of three": ({"b": "c", "c": "a", "a": "b"}, ["own/a → own/b → own/c → own/a"]),
    "entered from outside": ({"a": "b", "b": "c", "c": "b"}, ["own/b → own/c → own/b"]),
    "two": ({"a": "a", "b": "c", "c": "b"}, ["own/a → own/a", "own/b → own/c → own/b"]),
    "a chain": ({"a": "b", "b": "c"}, []),
}


@pytest.mark.usefixtures("own_only")
@pytest.mark.parametrize(("edges", "ways"), CIRCLES.values(), ids=CIRCLES)
def test_a_circle_is_told_though_no_document_comes_by(
    edges: dict[str, str], ways: list[str], workspace: Workspace
) -> None:
    files = {f"snippets/own/{name}.md": snippet(f"{name}。") for name in "abc"}
    files |= {f"snippets/own/{a}.md": snippet(included(b)) for a, b in edges.items()}
    root = workspace({**files, "documents/a.yaml": SPEECH + "opening: 好。\n"})
    assert [each.facts["circle"] for each in Build().check([root]).report] == ways
    # A document that enters it elsewhere tells the same circle, once.
    workspace({"documents/a.yaml": opening("{snippet: own/c}")})
    assert {each.facts["circle"] for each in Build().check([root]).report} == set(ways)


@pytest.mark.usefixtures("own_only")
def test_versions_of_different_days_make_no_circle(workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": window(included("b"), "to: 2025-12-31"),
        "snippets/own/a@2.md": window("甲。", "from: 2026-01-01"),
        "snippets/own/b.md": window("乙。", "to: 2025-12-31"),
        "snippets/own/b@2.md": window(included("a"), "from: 2026-01-01"),
        "documents/a.yaml": opening("{snippet: own/b}", "2026-03-01"),
    })  # fmt: skip
    assert checked(root) == []


def test_a_circle_of_pinned_versions_is_one_whatever_their_days(workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": window(included("b@2"), "to: 2025-12-31"),
        "snippets/own/b@2.md": window(included("a@1"), "from: 2026-01-01"),
        "documents/a.yaml": SPEECH + "opening: 好。\n",
    })  # fmt: skip
    assert checked(root) == ["N007"]


# -- quotations under lock -----------------------------------------------------------------

QUOTED = "source: {title: 示例市档案工作守则, date: 2020-05-01, nature: 原文}\n"
LOCKED = "digest: 60fed227aa194452\n"
WHOLE = "digest: 60fed227aa194452e657be75ef7c84344c8665058a4c5d2539c3fa510d3e7a31\n"
WORDS = "档案一卷不少，\n手续一样不缺。"
UNDER_LOCK = {
    "in order": (QUOTED + LOCKED, WORDS, []),
    "its lines broken otherwise": (QUOTED + LOCKED, "档案一卷不少，手续\n一样不缺。\n\n", []),
    "its digest in capitals": (QUOTED + LOCKED.replace("fed", "FED"), WORDS, []),
    "its whole sha256": (QUOTED + WHOLE, WORDS, []),
    "the last digit of it wrong": (QUOTED + WHOLE.replace("7a31", "7a32"), WORDS, ["N023"]),
    "the last digit wrong": (QUOTED + LOCKED.replace("452", "453"), WORDS, ["N023"]),
    "more behind the digest": (QUOTED + LOCKED.strip() + "00\n", WORDS, ["N023"]),
    "too short a digest": (QUOTED + LOCKED.replace("452", ""), WORDS, ["N023"]),
    "a word changed": (QUOTED + LOCKED, WORDS.replace("不缺", "不少"), ["N023"]),
    "a mark changed": (QUOTED + LOCKED, WORDS.replace("，", "；"), ["N023"]),
    "a paragraph more": (QUOTED + LOCKED, WORDS.replace("\n", "\n\n"), ["N023"]),
    "a variant more": (QUOTED + LOCKED, WORDS + "\n\n# short\n档案一卷不少。", ["N023"]),
    "no digest": (QUOTED, WORDS, ["N022"]),
    "no source": (LOCKED, WORDS, ["N021"]),
    "no title": ("source: {date: 2020-05-01, nature: 原文}\n" + LOCKED, WORDS, ["N021"]),
    "no date": ("source: {title: 守则, nature: 原文}\n" + LOCKED, WORDS, ["N021"]),
    "a blank for a date": (
        "source: {title: 守则, date: 〔待填〕, nature: 原文}\n" + LOCKED, WORDS, ["N021"]
    ),
    "own words": (
        "source: {title: 守则, date: 2020-05-01, nature: 自拟}\n" + LOCKED, WORDS, ["N021"]
    ),
    "with a window": (QUOTED + LOCKED + "valid: {from: 2020-05-01}\n", WORDS, ["N025"]),
    "with a parameter": (
        QUOTED + "digest: 0000000000000000\nparams: {x: 甲}\n", "{{ x }}一卷不少。", ["N024"]
    ),
}  # fmt: skip


@pytest.mark.usefixtures("own_only")
@pytest.mark.parametrize(("card", "body", "codes"), UNDER_LOCK.values(), ids=UNDER_LOCK)
def test_a_quotation_is_locked(
    card: str, body: str, codes: list[str], workspace: Workspace
) -> None:
    root = workspace({
        "snippets/own/a.md": snippet(body, "verbatim: true\n" + card),
        "documents/a.yaml": opening("{snippet: own/a}", "2026-03-01"),
    })  # fmt: skip
    assert told(root)[1] == codes  # not only check: nobody prints a changed quotation
    assert checked(root) == codes


def test_the_digest_to_paste_unlocks(workspace: Workspace) -> None:
    card = "verbatim: true\n" + QUOTED
    root = workspace({
        "snippets/own/a.md": snippet(WORDS, card),
        "documents/a.yaml": opening("{snippet: own/a}"),
    })  # fmt: skip
    (found,) = Build().build([root]).report
    workspace({"snippets/own/a.md": snippet(WORDS, f"{card}digest: {found.facts['digest']}\n")})
    assert said(root) == WORDS.replace("\n", "")


# -- the whole library: unused, expiring ---------------------------------------------------


def library(root: Path) -> Snippets:
    return Snippets(find_workspace(root, Report()))


ENDING = [
    ("own/a", ""),
    ("own/later", "own/later@2"),
    ("own/next", "own/b"),
    ("own/old", "own/new"),
]
CLOSING = {
    "a day before it": (datetime.date(2026, 6, 29), 0, []),
    "from the day before": (datetime.date(2026, 6, 29), 1, ENDING),
    "on its last day": (datetime.date(2026, 6, 30), 0, ENDING),
    "after it": (datetime.date(2026, 7, 1), 29, []),
    "two": (datetime.date(2026, 6, 1), 60, [*ENDING, ("own/b", "")]),
    "within more days than there are": (datetime.date(2026, 7, 31), 9_999_999, [("own/b", "")]),
    "on the last day of all": (datetime.date.max, 1, []),
}


@pytest.mark.usefixtures("own_only")
@pytest.mark.parametrize(("on", "days", "closing"), CLOSING.values(), ids=CLOSING)
def test_what_expires_and_what_follows_it(
    on: datetime.date, days: int, closing: list[tuple[str, str]], workspace: Workspace
) -> None:
    root = workspace({
        "snippets/own/a.md": window("甲。", "to: 2026-06-30"),
        "snippets/own/b.md": window("乙。", "to: 2026-07"),
        "snippets/own/next.md": window("丙。", "to: 2026-06-30, next: own/b"),
        "snippets/own/later.md": window("丁。", "to: 2026-06-30"),
        "snippets/own/later@2.md": window("丁。", "from: 2026-07-01"),
        "snippets/own/old.md": window("戊。", "to: 2026-06-30"),
        "snippets/own/new.md": snippet("己。", "supersedes: [own/old]\n"),
    })  # fmt: skip
    found = expiring(library(root), on, days)
    assert [(each.snippet.label, each.successor) for each in found] == closing


@pytest.mark.usefixtures("own_only")
def test_check_library_tells_what_is_unused_and_what_expires(workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": window("甲。", "to: 2026-06-30"),
        "snippets/own/a@2.md": window("乙。", "from: 2026-07-01, to: 2026-07-31"),
        "snippets/own/b.md": snippet("丙。"),
        "snippets/own/c.md": snippet("{{ 丁"),
    })  # fmt: skip
    report = Report()
    day = datetime.date(2026, 7, 1)
    check_library(find_workspace(root, report), report, used=["own/a@2"], on=day, days=30)
    own = [each for each in report.sorted() if each.place.file.startswith("snippets/own")]
    assert [(each.code, str(each.place)) for each in own] == [
        ("N027", "snippets/own/a@2.md:4:31"),
        ("N028", "snippets/own/b.md:1:1"),
        ("N028", "snippets/own/c.md:1:1"),
        ("C001", "snippets/own/c.md:5:1"),
    ]
    quiet = Report()
    check_library(find_workspace(root, quiet), quiet)
    assert [each.code for each in quiet] == ["C001"]


# -- given in a document: lists, places, where a snippet may be said -----------------------


def test_a_list_may_be_given_as_a_list(workspace: Workspace) -> None:
    body = "{{ x }}：{% for each in x %}（{{ each }}）{% endfor %}"
    sample = "{with: {x: [甲、乙, 丙]}, expect: 甲、乙、丙：（甲、乙）（丙）}"
    card = f"samples: [{sample}]\nparams:\n  x: {{type: list}}\n"
    root = workspace({
        "snippets/own/a.md": snippet(body, card),
        "documents/a.yaml": opening("{snippet: own/a, with: {x: [甲、乙, 丙]}}"),
    })  # fmt: skip
    assert said(root) == "甲、乙、丙：（甲、乙）（丙）"
    assert checked(root) == []
    workspace({"documents/a.yaml": opening("{snippet: own/a, with: {x: [甲]}}")})
    assert said(root) == "甲：（甲）"
    workspace({"snippets/own/a.md": declared("{type: text}")})
    assert told(root) == ([], ["N017"])


def test_nothing_given_is_as_if_it_were_not_named(workspace: Workspace) -> None:
    root = workspace({
        "snippets/own/a.md": declared("{type: text, default: 甲}"),
        "documents/a.yaml": opening("{snippet: own/a, with: {x: }}"),
    })  # fmt: skip
    assert said(root) == "甲。"
    workspace({"snippets/own/a.md": declared("{type: text}")})
    assert told(root) == ([], ["N010"])


def test_a_wrong_value_is_told_where_it_stands(workspace: Workspace) -> None:
    params = "params: {n: {type: int}, day: {type: date}}\n"
    root = workspace({
        "snippets/own/a.md": snippet("{{ n }}天到{{ day }}。", params),
        "documents/a.yaml": opening(
            "\n  snippet: own/a\n  with:\n    n: 十\n    day: 昨天\n    dya: 2026-03-01"
        ),
    })  # fmt: skip
    found = Build().build([root]).report.sorted()
    assert [(each.code, each.place.line, each.place.column) for each in found] == [
        ("N017", 6, 8), ("N017", 7, 10), ("N009", 8, 10)
    ]  # fmt: skip


MEETING = "kind: meeting\ntitle: 全镇大会\nlevel: township\ndate: 2026-03-01\n"
KINDS = {
    "listed": ("kinds: [speech, notice]\n", []),
    "not listed": ("kinds: [notice, annual-plan]\n", ["N015"]),
    "all": ("", []),
}


@pytest.mark.parametrize(("card", "codes"), KINDS.values(), ids=KINDS)
def test_a_snippet_says_in_which_kinds_it_is_used(
    card: str, codes: list[str], workspace: Workspace
) -> None:
    root = workspace({
        "snippets/own/a.md": snippet("甲。", card),
        "documents/a.yaml": opening("{snippet: own/a}"),
    })  # fmt: skip
    assert told(root) == (["甲。"], codes)


LEVELS = {
    "a county's, for counties": ("org: 中共示例县委", "[county]", []),
    "a county's, for districts": ("org: 中共示例县委", "[district]", []),
    "a county's, for the own unit": ("org: 中共示例县委老干部局", "[unit]", []),
    "a county's, for provinces": ("org: 中共示例县委老干部局", "[province, city]", ["N016"]),
    "a city's may be a county's": ("org: 示例市人民政府", "[county]", []),
    "a city's, for townships": ("org: 示例市人民政府", "[township]", ["N016"]),
    "a district's of a city": ("org: 示例市江城区委组织部", "[city]", ["N016"]),
    "a new district's, unknown": ("org: 示例新区党工委", "[province]", []),
    "a bureau's, unknown": ("org: 示例市档案局", "[township]", []),
    "nobody's": ("salutation: 同志们", "[township]", []),
    "the speaker's": ("speaker: {name: 何××, post: 镇党委书记}", "[city]", ["N016"]),
    "the speaker's or the office's": (
        "org: 中共示例市委\nspeaker: {name: 何××, post: 镇党委书记}", "[township]", []
    ),
    "the meeting's": ("occasion: m.yaml", "[province]", ["N016"]),
    "the meeting's own": ("occasion: m.yaml", "[township]", []),
}  # fmt: skip


@pytest.mark.parametrize(("line", "levels", "codes"), LEVELS.values(), ids=LEVELS)
def test_a_snippet_says_at_which_levels_it_is_used(
    line: str, levels: str, codes: list[str], workspace: Workspace
) -> None:
    root = workspace({
        "meetings/m.yaml": MEETING,
        "snippets/own/a.md": snippet("甲。", f"levels: {levels}\n"),
        "documents/a.yaml": opening("{snippet: own/a}") + line + "\n",
    })  # fmt: skip
    paragraphs, found = told(root)
    assert (paragraphs[-1], [code for code in found if code[0] == "N"]) == ("甲。", codes)


PASSED_ON = {
    "higher than what is passed on": ("[national, province]", ["N016"]),
    "as high": ("[township]", []),
    "lower": ("[unit]", []),
}


@pytest.mark.parametrize(("levels", "codes"), PASSED_ON.values(), ids=PASSED_ON)
def test_an_outline_is_at_or_below_what_it_passes_on(
    levels: str, codes: list[str], workspace: Workspace
) -> None:
    outline = "kind: transmission-outline\ntitle: 提纲\nsources: [m.yaml]\ndate: 2026-03-02\n"
    root = workspace({
        "meetings/m.yaml": MEETING + "spirit: [要办好。]\n",
        "snippets/own/a.md": snippet("甲。", f"levels: {levels}\n"),
        "documents/a.yaml": outline + "closing: {snippet: own/a}\n",
    })  # fmt: skip
    assert told(root)[1] == codes


def test_a_text_in_a_source_is_of_its_level_and_includes_are_told_outside(
    workspace: Workspace,
) -> None:
    root = workspace({
        "meetings/m.yaml": MEETING + "spirit: [{snippet: own/outer}]\n",
        "snippets/own/outer.md": snippet(included("a")),
        "snippets/own/a.md": snippet("甲。", "levels: [city]\n"),
        "documents/a.yaml": "kind: transmission-outline\ntitle: 提纲\nsources: [m.yaml]\n"
        "date: 2026-03-02\norg: 中共示例市委\nclosing: {snippet: own/a}\n",
    })  # fmt: skip
    (found,) = Build().build([root]).report
    assert (found.code, str(found.place)) == ("N016", "meetings/m.yaml:5:20")
    assert "全镇大会" in found.message("zh")


# -- the shipped library: how much there is of it, and how long ------------------------------

HEADS = [
    "政治建设", "思想建设", "组织建设", "作用发挥", "精准服务", "文化养老", "信息化", "阵地建设",
    "队伍建设", "作风", "督查考核",
]  # fmt: skip
LINES = ["veterans", "archives", "flood", "governance", "party"]
# The least Han that a point or paragraph has: enough for who does what by when, and how it is
# checked; a short variant has the gist.
LEAST, LEAST_SHORT = 120, 40


@cache
def own_wording() -> list[Snippet]:
    """Return the shipped snippets of our own wording; the phrase book is not counted."""
    found = [each for each in library(shipped("templates")).all(Report()) if each.card.source]
    assert found
    return [
        each
        for each in found
        if each.card.source
        and getattr(each.card.source.nature, "code", "") == "own"
        and not each.id.startswith("phrases/")
    ]


def use(snippet: Snippet) -> str:
    return getattr(snippet.card.use, "code", "")


def test_there_are_enough_snippets_of_our_own_wording() -> None:
    own = {each.id: each for each in own_wording()}
    assert len(own) >= 150
    assert 3 * sum(bool(each.card.params) for each in own.values()) >= len(own)
    assert sum("short" in each.variants for each in own.values()) >= 30
    uses = Counter(map(use, own.values()))
    for name in ("opening", "transition", "closing", "point", "paragraph"):
        assert uses[name] >= 15, name


def test_points_and_paragraphs_are_long_enough() -> None:
    """What a parameter or an included phrase brings does not count."""
    lengths = {
        f"{each.label} {variant}": (len(han(text.source)), variant)
        for each in own_wording()
        if use(each) in ("point", "paragraph")
        for variant, text in each.variants.items()
    }
    assert len(lengths) >= 60
    least = {"": LEAST, "short": LEAST_SHORT}
    assert {name: n for name, (n, variant) in lengths.items() if n < least[variant]} == {}


@pytest.mark.parametrize("line", LINES)
def test_each_line_of_work_has_passages_on_every_head(line: str) -> None:
    passages = [each for each in own_wording() if each.id.split("/")[1] == line]
    tags = {tag for each in passages for tag in each.card.tags}
    assert [head for head in HEADS if head not in tags] == (
        [] if line == "veterans" else ["文化养老"]
    )


def test_each_is_used_in_an_example() -> None:
    """Phrases are not counted: a document of the year uses those of its day."""
    report = Report()
    used = {label.split("@")[0] for label in snippet_uses(ROOT / "examples", report)}
    assert not report.failed
    ids = {each.id for each in own_wording() if use(each) != "phrase"}
    assert sorted(ids - used) == []


def test_no_shipped_snippet_says_what_another_says() -> None:
    report = Report()
    check_duplicates(library(shipped("templates")), report, shipped=True)
    assert [each.message("zh") for each in report] == []


# -- the shipped library: what a strict reader of an office would strike out ------------------

# In one text measures are all in Arabic numerals: 10个工作日 beside 1名, not 十个工作日. What is
# counted without measuring (三件事, 头三天) stays in Chinese.
MEASURED = re.compile(
    r"(?<![几第头前末数一])[二两三四五六七八九十百]+(?:个工作日|小时|分钟|天|日内|个月|份|遍|户)"
)
FIXED_DAY = re.compile(r"\d{4}年|\d+月\d+日")
# Against the rules on money and on procedure, or too spoken for a paper.
STRUCK_OUT = ("先垫", "视同同意", "不许说", "工会经费", "缓付")
SPOKEN_TO = re.compile(r"您|你(?!们)|我(?!们|局|市|单位)|咱")


def texts_of(snippet: Snippet) -> list[str]:
    return [text.source.replace("\n", "") for text in snippet.variants.values()]


def counts(snippet: Snippet) -> set[str]:
    """Return how its whole numbers stand in its text; a year is no measure."""
    params = snippet.card.params
    whole = [name for name, param in params if param.type and param.type.code == "int"]
    return {f"{{{{ {name} }}}}" for name in whole if name != "year"}


def test_measures_are_written_in_one_way_within_a_text() -> None:
    for each in own_wording():
        for text in texts_of(each):
            arabic = re.search(r"\d+(?![\d月])", text) or any(
                count in text for count in counts(each)
            )
            found = MEASURED.findall(text)
            assert not (arabic and found), f"{each.label}: {found}"


def test_no_passage_has_a_day_of_its_own() -> None:
    """A day is asked for: a topic would bring last year's into this year's document."""
    for each in own_wording():
        if use(each) == "phrase":
            continue
        defaults = [param.default or "" for _, param in each.card.params]
        for text in (*texts_of(each), *defaults):
            assert not FIXED_DAY.search(text), each.label


def test_no_passage_says_what_the_rules_forbid() -> None:
    for each in own_wording():
        for text in texts_of(each):
            assert [words for words in STRUCK_OUT if words in text] == [], each.label


def test_what_is_spoken_to_somebody_is_not_for_notices_and_plans() -> None:
    papers = {"notice", "annual-plan"}
    for each in own_wording():
        kinds = {kind.code for kind in each.card.kinds}
        if not kinds or kinds & papers:
            for text in texts_of(each):
                assert not SPOKEN_TO.search(text), each.label


def test_a_passage_with_a_phrase_has_the_phrase_s_window() -> None:
    """The line of the day is included, not typed: it changes with the date of the document."""
    typed = ("“两个确立”", "“两个维护”", "“四个意识”")
    for each in own_wording():
        if use(each) != "phrase":
            for text in texts_of(each):
                assert [words for words in typed if words in text] == [], each.label
