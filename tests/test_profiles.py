"""Format profiles: the standard is whole, and what an office changes of it takes effect.

What is told of a faulty profile is in tests/bad/profile-*.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import Workspace as Write
from docgen.base.catalogue import CATALOGUE
from docgen.base.diagnostics import Diagnostic, Report
from docgen.base.errors import DocgenError
from docgen.base.place import NOWHERE, Place
from docgen.checks.inspect import inspect_format
from docgen.checks.templates import sample
from docgen.cli import cli
from docgen.library import profiles
from docgen.library.house_profile import contradictions
from docgen.library.profiles import find_profile, profile_files, standard
from docgen.model.profile import STRENGTHS, Measure, Parameter, Profile, parse_measure
from docgen.render.blank import make_template
from docgen.render.docx import render_docx
from docgen.render.package import read_package
from docgen.render.template import compile_template
from docgen.source.workspace import Workspace

BAD = Path(__file__).parent / "bad"
EVERY = list(standard().parameters.values())
each_parameter = pytest.mark.parametrize("parameter", EVERY, ids=lambda each: each.key)


def find(name: str, folder: Path) -> tuple[Profile | None, list[Diagnostic]]:
    report = Report()
    return find_profile(name, Workspace(folder), NOWHERE, report), list(report)


def house(text: str, folder: Path, **others: str) -> Profile:
    """Return the profile of a file that is right; `others` are further profiles beside it."""
    (folder / "profiles").mkdir(exist_ok=True)
    for name, words in {"house": text, **others}.items():
        (folder / "profiles" / f"{name}.yaml").write_text(words, "utf-8")
    profile, faults = find("house", folder)
    assert faults == []
    assert profile is not None
    return profile


def changed(profile: Profile) -> dict[str, str]:
    """Return what of a profile is not the standard's: key → value as messages show it."""
    return {
        key: parameter.shown
        for key, parameter in profile.parameters.items()
        if parameter.value != standard()[key].value
    }


# -- the standard ----------------------------------------------------------------------------


@each_parameter
def test_a_parameter_has_its_clause_or_is_practice(parameter: Parameter) -> None:
    assert parameter.clause or parameter.strength.code == "practice"
    assert parameter.strength in STRENGTHS.terms


@each_parameter
def test_a_parameter_is_named_in_both_languages(parameter: Parameter) -> None:
    assert parameter.zh
    assert not parameter.zh.isascii()
    assert parameter.en.isascii()
    assert not parameter.house


def test_no_two_parameters_are_called_the_same() -> None:
    for names in ([each.zh for each in EVERY], [each.en for each in EVERY]):
        assert [name for name in names if names.count(name) > 1] == []


def test_every_chinese_name_leads_to_its_parameter() -> None:
    """A house profile writes the name without what follows it in brackets."""
    spellings = profiles._standard().spellings
    assert {spellings[each.zh.split("（")[0]] for each in EVERY} == set(standard().parameters)


@pytest.mark.parametrize("parameter", [p for p in EVERY if p.key.endswith("font")], ids=str)
def test_every_face_is_one_of_the_fonts(parameter: Parameter) -> None:
    assert standard().fonts(parameter.key)


def test_a_choice_settles_parameters_that_there_are() -> None:
    for key, words in profiles._standard().choices.items():
        assert standard().word(key) in words
        for settled in words.values():
            assert set(settled) <= set(standard().parameters)


def test_the_standard_does_not_contradict_itself() -> None:
    assert contradictions(standard()) == []


def test_a_damaged_installation_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "gbt9704.yaml").write_text("page: {top: 37 mm\n", "utf-8")
    monkeypatch.setattr(profiles, "_SHIPPED", tmp_path)
    profiles._standard.cache_clear()
    with pytest.raises(DocgenError) as raised:
        standard()
    assert raised.value.diagnostic.code == "F008"
    monkeypatch.undo()
    assert standard().name == "gbt9704"


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("37 mm", 104.88), ("37毫米", 104.88), ("28.95 pt", 28.95), ("-0.25磅", -0.25),
        ("2号", 22), ("二号", 22), ("小四", 12), ("小4", 12), ("初号", 42), ("3", None),
        ("8号", None), ("mm", None), ("3 cm", None), ("三字", None), ("", None),
    ],
)  # fmt: skip
def test_lengths_and_sizes(words: str, points: float | None) -> None:
    measure = parse_measure(words)
    assert (measure and round(measure.pt, 2)) == points


# -- house profiles --------------------------------------------------------------------------

CHANGES = {
    "millimetres": (
        "page:\n  right: 25 mm\n  left: 29 mm", {"page.left": "29 mm", "page.right": "25 mm"},
    ),
    "毫米": ("letter: {line_width: 165 毫米}", {"letter.line_width": "165 毫米"}),
    "points": ("head: {mark_size: 40 pt}", {"head.mark_size": "40 pt"}),
    "磅": ("head: {mark_size: 40 磅}", {"head.mark_size": "40 磅"}),
    "a type size": ("title: {size: 小二}", {"title.size": "小二"}),
    "a type size in points": ("title: {size: 20 pt}", {"title.size": "20 pt"}),
    "cells": ("date: {sealed_right: 3字}", {"date.sealed_right": "3字"}),
    "lines": ("head: {title_blank: 1行}", {"head.title_blank": "1行"}),
    "是": ("heading_3: {bold: 是}", {"heading_3.bold": "是"}),
    "true": ("heading_3: {bold: true}", {"heading_3.bold": "是"}),
    "one word of several": ("page_number: {position: 居中}", {"page_number.position": "居中"}),
    "a word that settles others": (
        "page: {margins: 补偿}",
        {"page.margins": "补偿", "page.top": "34.58 mm", "page.bottom": "32.58 mm",
         "page.area_height": "229.84 mm", "text.pitch": "29.6 pt"},
    ),
    "one font": ("fonts: {fangsong: 仿宋}", {"fonts.fangsong": "仿宋"}),
    "several fonts": ("fonts:\n  kaiti: [楷体, 楷体_GB2312]", {"fonts.kaiti": "楷体"}),
    "a face": ("body: {font: kaiti}", {"body.font": "kaiti"}),
    "a font's own name": ("title: {font: 华康标宋}", {"title.font": "华康标宋"}),
    "a Chinese name": ("发文机关标志字号: 40 pt", {"head.mark_size": "40 pt"}),
    "a Chinese name, its bracket left out": ("天头: 36.5 mm", {"page.top": "36.5 mm"}),
    "a Chinese name in a group": ("title:\n  标题字号: 小二", {"title.size": "小二"}),
    "a whole key": ("title.size: 小二", {"title.size": "小二"}),
    "nothing": ("", {}),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGES)
def test_a_house_profile_changes_what_it_names(case: str, tmp_path: Path) -> None:
    text, wanted = CHANGES[case]
    profile = house(f"extends: gbt9704\n{text}\n", tmp_path)
    assert changed(profile) == wanted
    assert {key for key, each in profile.parameters.items() if each.house} == set(wanted)


def test_what_a_choice_settles_may_be_given_otherwise(tmp_path: Path) -> None:
    for order in ("margins: 补偿, bottom: 32.9 mm", "bottom: 32.9 mm, margins: 补偿"):
        profile = house(f"extends: gbt9704\npage: {{{order}}}\n", tmp_path)
        assert profile["page.bottom"].shown == "32.9 mm"
        assert profile["page.top"].shown == "34.58 mm"


def test_the_strength_and_the_clause_stay(tmp_path: Path) -> None:
    own = house("extends: gbt9704\n天头: 36.5 mm\n", tmp_path)["page.top"]
    rule = standard()["page.top"]
    assert own.shown != rule.shown
    assert (own.clause, own.strength, own.tolerance) == (rule.clause, rule.strength, rule.tolerance)


def test_a_title_is_the_profile_s_own_or_the_group_of_the_title(tmp_path: Path) -> None:
    named = house("title: 本局的格式\nextends: gbt9704\n", tmp_path)
    assert (named.title, changed(named)) == ("本局的格式", {})
    group = house("extends: gbt9704\ntitle: {size: 小二}\n", tmp_path)
    assert (group.title, changed(group)) == ("house", {"title.size": "小二"})
    both = house("标题: 本局的格式\ntitle: {size: 小二}\n继承: gbt9704\n", tmp_path)
    assert (both.title, changed(both)) == ("本局的格式", {"title.size": "小二"})


def test_profiles_extend_each_other(tmp_path: Path) -> None:
    profile = house(
        "extends: bureau\npage_number: {position: 居中}\n",
        tmp_path,
        bureau="extends: province\ntitle: {size: 小二}\nfonts: {kaiti: 楷体}\n",
        province="extends: gbt9704\nfonts: {fangsong: 仿宋, kaiti: 华文楷体}\n",
    )
    assert profile.name == "house"
    assert changed(profile) == {
        "fonts.fangsong": "仿宋",
        "fonts.kaiti": "楷体",
        "title.size": "小二",
        "page_number.position": "居中",
    }


def test_the_standard_stays_as_it_is(tmp_path: Path) -> None:
    house("extends: gbt9704\npage: {margins: 补偿}\n", tmp_path)
    assert standard()["page.top"].shown == "37 mm"
    assert changed(standard()) == {}


def test_a_circle_of_three_is_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    for name, base in (("a", "b"), ("b", "c"), ("c", "a")):
        (folder / f"{name}.yaml").write_text(f"extends: {base}\n", "utf-8")
    profile, faults = find("a", tmp_path)
    assert profile is None
    assert [fault.code for fault in faults] == ["F006"]
    assert "a → b → c → a" in faults[0].message("zh")


def test_a_workspace_may_not_replace_the_standard(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "gbt9704.yaml").write_text("extends: gbt9704\n天头: 1 mm\n", "utf-8")
    profile, faults = find("gbt9704", tmp_path)
    assert faults == []
    assert profile is standard()


def test_profiles_end_in_yaml_or_yml(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    for name in ("a.yaml", "b.yml", "c.txt"):
        (tmp_path / "profiles" / name).write_text("extends: gbt9704\n", "utf-8")
    assert set(profile_files(Workspace(tmp_path))) == {"gbt9704", "a", "b"}


# -- faults ----------------------------------------------------------------------------------


def test_every_fault_of_a_profile_has_its_story() -> None:
    codes = {code for code in CATALOGUE if code.startswith("F00")} - {
        "F008",
        "F009",
    }  # F009: tests/test_template.py
    told = "".join(path.read_text("utf-8") for path in BAD.glob("profile-*/expected.txt"))
    assert [code for code in sorted(codes) if f"error {code}:" not in told] == []


AGREEING = [
    "page: {left: 30 mm, right: 24 mm}",
    "page: {left: 30 mm, area_width: 154 mm}\ntext: {chars: 27字}",
    "page: {top: 35 mm, area_height: 227 mm}",
    "page: {left: 28.3 mm, right: 26 mm}",  # 0.3 mm is rounding
    "text: {pitch: 28 pt}",  # does not fill the page, but 22 lines are what fits
    "text: {pitch: 29 pt, lines: 21行}",
    "text: {spacing: 0 pt, chars: 27字}",
    "body: {size: 四号}\ntext: {chars: 32字}",
]
CONTRADICTING = {
    "page: {left: 30 mm}": "纸宽",
    "page: {area_width: 158 mm}": "纸宽",
    "page: {width: 200 mm}": "纸宽",
    "page: {bottom: 30 mm}": "纸高",
    "text: {pitch: 29 pt}": "放得下 21",
    "text: {pitch: 27 pt}": "放得下 23",
    "text: {lines: 23行}": "放得下 22",
    "text: {spacing: 0 pt}": "放得下 27",
    "text: {chars: 30字}": "放得下 28",
    "body: {size: 四号}": "放得下 32",
    "text: {pitch: 0 pt}": "放得下 0",
}


@pytest.mark.parametrize("text", AGREEING)
def test_what_agrees_is_taken(text: str, tmp_path: Path) -> None:
    assert changed(house(f"extends: gbt9704\n{text}\n", tmp_path))


@pytest.mark.parametrize("text", CONTRADICTING)
def test_what_cannot_be_true_together_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "house.yaml").write_text(f"extends: gbt9704\n{text}\n", "utf-8")
    profile, faults = find("house", tmp_path)
    assert profile is None
    assert [fault.code for fault in faults] == ["F005"]
    assert CONTRADICTING[text] in faults[0].message("zh")
    assert faults[0].place.line == 2


# -- what follows a profile ------------------------------------------------------------------


def printed(kind: str, profile: Profile, folder: Path) -> bytes:
    """Return a made-up document of a kind, printed with the profile's own template."""
    report = Report()
    template = compile_template(make_template(kind, profile), Place(kind), report, kind)
    assert template is not None
    tree, scope = sample(kind, "full", Workspace(folder))
    data = render_docx(tree, scope, template, report)
    assert data is not None
    return data


def inspected(document: bytes, profile: Profile, kind: str) -> dict[str, str]:
    """Return the parameters that a document leaves, and how grave that is."""
    report = Report()
    inspect_format(document, profile, NOWHERE, report, kind)
    return {str(each.facts["parameter"]): each.severity.word for each in report}


FOLLOWED = {
    "page: {margins: 补偿}": ("document", 'w:top="1960"'),
    "page: {left: 30 mm, right: 24 mm}": ("document", 'w:left="1701"'),
    "title: {size: 小二}": ("styles", '<w:sz w:val="36"/>'),
    "fonts: {heiti: 方正黑体_GBK}": ("styles", 'w:eastAsia="方正黑体_GBK"'),
    "body: {font: kaiti}": ("styles", '<w:rPrDefault><w:rPr><w:rFonts w:ascii="楷体_GB2312"'),
    "page_number: {position: 居中}": ("footer2", '<w:jc w:val="center"/>'),
    "page_number: {offset: 2字}": ("footer2", 'w:leftChars="200"'),
    "head: {line_weight: 2 pt}": ("document", '<w:bottom w:val="single" w:sz="16"'),
    "head: {mark_size: 40 pt}": ("styles", '<w:sz w:val="80"/>'),
}


@pytest.mark.parametrize("text", FOLLOWED)
def test_a_new_template_follows_the_profile(text: str, tmp_path: Path) -> None:
    profile = house(f"extends: gbt9704\n{text}\n", tmp_path)
    part, wanted = FOLLOWED[text]
    own, usual = (
        read_package(make_template("notice", each))[f"word/{part}.xml"].decode()
        for each in (profile, standard())
    )
    assert wanted in own
    assert wanted not in usual


@pytest.mark.parametrize("text", FOLLOWED)
def test_a_new_template_conforms_to_its_own_profile_alone(text: str, tmp_path: Path) -> None:
    profile = house(f"extends: gbt9704\n{text}\n", tmp_path)
    assert inspected(printed("notice", profile, tmp_path), profile, "notice") == {}
    # What the standard gives no figure for has a wide tolerance.
    found = inspected(printed("notice", standard(), tmp_path), profile, "notice")
    assert bool(found) == ("head:" not in text)


GRAVITIES = {
    "page: {top: 35 mm, area_height: 227 mm}": ("page.top", "error", "warning"),  # 规
    "body: {font: heiti}": ("body.font", "warning", "warning"),  # 一般
    "page: {right: 24 mm, left: 30 mm}": ("page.right", "warning", "warning"),  # 推
    "head: {line_weight: 3 pt}": ("head.line_weight", "info", "info"),  # 惯
}


@pytest.mark.parametrize("text", GRAVITIES)
def test_how_binding_a_parameter_is_decides_how_grave_a_finding_is(
    text: str, tmp_path: Path
) -> None:
    """A kind outside the fifteen of the 条例 is judged by practice, and so never an error."""
    document = printed("notice", house(f"extends: gbt9704\n{text}\n", tmp_path), tmp_path)
    key, grade, by_practice = GRAVITIES[text]
    assert inspected(document, standard(), "notice")[key] == grade
    assert inspected(document, standard(), "简报")[key] == by_practice


def test_a_workspace_names_its_profile(workspace: Write) -> None:
    """In docgen.yaml, for every command; --profile beats it."""
    workspace(
        {
            "docgen.yaml": "格式: house\n",
            "profiles/house.yaml": "extends: gbt9704\npage_number: {position: 居中}\n",
        }
    )

    def run(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(cli, [*arguments])
        return done.exit_code, done.output

    assert run("templates", "new", "notice", "--kind", "通知")[0] == 0
    assert run("templates", "check", "notice")[0] == 0
    status, told = run("templates", "check", "notice", "--profile", "gbt9704")
    assert status == 1
    assert "页码位置" in told
    assert run("inspect", "templates/notice.docx", "--profile", "hause")[0] == 2


def test_a_measure_knows_its_unit() -> None:
    assert standard().measure("text.lines") == Measure(22, "行", "22行")
    assert standard().mm("page.top") == 37
    assert standard().twips("page.top") == 2098
    assert standard().number("text.chars") == 28
