"""Snippets: the version of the day, parameters, variants, includes, and what check tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Workspace
from docgen.build import Build, Result
from docgen.library.shipped import shipped

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
    assert told(root) == ((["（2026年3月15日）", "提法。"], []) if holds else ([], ["N013"]))


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


@pytest.mark.parametrize(("sample", "codes"), SAMPLES.values(), ids=SAMPLES)
def test_samples_are_tried(sample: str, codes: list[str], workspace: Workspace) -> None:
    asking = ASKING.replace("params:", f"samples:\n  - {sample}\nparams:")
    root = workspace({"snippets/own/a.md": asking, "documents/a.yaml": SPEECH + "opening: 好。\n"})
    assert [diagnostic.code for diagnostic in Build().check([root]).report] == codes


def test_a_sample_is_tried_within_its_window(workspace: Workspace) -> None:
    sample = "samples: [{expect: 说今年提法。}]\nvalid: {from: 2026-05-01, to: 2026-05-31}\n"
    root = workspace({
        **VERSIONS,
        "snippets/own/outer.md": snippet("说{{ snippet('own/a') }}", sample),
        "documents/a.yaml": SPEECH + "opening: 好。\n",
    })  # fmt: skip
    assert [diagnostic.code for diagnostic in Build().check([root]).report] == []


def test_the_shipped_library_is_in_order(workspace: Workspace) -> None:
    root = workspace({"documents/a.yaml": SPEECH + "opening: 好。\n"})
    assert hints(Build().check([root])) == []
