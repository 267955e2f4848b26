"""The opening sentence of a meeting, over every combination of the facts it may have.

The golden table is meant to be read aloud.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

from conftest import assert_golden
from docgen.compose.sentence import opening_sentence
from docgen.compose.used import Used
from docgen.model.parts import Person, Speaker
from docgen.model.sources import Instruction, Meeting, Policy
from docgen.model.values import Day, When

GOLDEN = Path(__file__).parent / "golden" / "opening-sentences.txt"

DATES = {
    "日": When(Day(2026, 2, 8)),
    "起止": When(Day(2026, 2, 8), Day(2026, 2, 10)),
    "月": When(Day(2026, 2)),
    "无日期": None,
}
FORMS = {"有形式": "电视电话会议", "无形式": ""}
PLACES = {"有地点": "省会", "无地点": ""}
HOSTS = {"有主持": Person(name="李××", post="省委副秘书长"), "无主持": None}
FIRST = Speaker(name="张××", post="省委常委、秘书长")
SECOND = Speaker(name="王××", post="副省长")
SPEAKERS = {"无讲话": (), "一人讲话": (FIRST,), "二人讲话": (FIRST, SECOND)}


def meeting(**facts: object) -> Meeting:
    return Meeting(title="全省档案工作会议", **facts)


def row(date: str, form: str, place: str, host: str, speakers: str) -> str:
    made = meeting(
        date=DATES[date],
        form=FORMS[form],
        place=PLACES[place],
        host=HOSTS[host],
        speakers=SPEAKERS[speakers],
    )
    facts = " ".join((date, form, place, host, speakers))
    return f"{facts}\n    {opening_sentence(made, Used())}\n"


def test_every_combination_reads_well() -> None:
    combinations = product(DATES, FORMS, PLACES, HOSTS, SPEAKERS)
    assert_golden(GOLDEN, "".join(row(*names) for names in combinations))


def test_people_of_one_role_share_the_verb_and_others_do_not() -> None:
    mayor = Speaker(name="王××", post="市长")
    secretary = Speaker(name="张××", post="市委书记")
    said = opening_sentence(meeting(speakers=(secretary, mayor)), Used())
    assert said == "全省档案工作会议已经召开，市委书记张××、市长王××出席会议并讲话。"
    reporter = Speaker(name="钱××", post="局长", role="作工作报告")
    said = opening_sentence(meeting(speakers=(secretary, reporter)), Used())
    assert said == "全省档案工作会议已经召开，市委书记张××出席会议并讲话，局长钱××作工作报告。"


def test_who_hosts_and_speaks_is_named_once() -> None:
    made = meeting(host=Person(name="张××", post="市长"), speakers=(FIRST.but(post="市长"),))
    said = opening_sentence(made, Used())
    assert said == "全省档案工作会议已经召开，市长张××主持会议并讲话。"


def test_who_only_speaks_does_not_preside() -> None:
    host = Person(name="张××", post="省委副书记")
    both = (Speaker(name="李××", post="局长"), Speaker(name="张××", post="省委副书记"))
    said = opening_sentence(meeting(host=host, speakers=both), Used())
    assert said.endswith("局长李××出席会议并讲话，省委副书记张××主持会议并讲话。")
    said = opening_sentence(meeting(host=host, speakers=both[::-1]), Used())
    assert said.endswith("省委副书记张××主持会议并讲话，局长李××出席会议并讲话。")


def test_a_form_that_says_form_is_not_said_twice() -> None:
    said = opening_sentence(meeting(form="视频会议形式"), Used())
    assert said == "全省档案工作会议以视频会议形式召开。"


def test_instructions_and_policies_have_sentences_of_their_own() -> None:
    day = When(Day(2026, 1, 5))
    by = "省委主要负责同志"
    instruction = Instruction(title="批示", by=by, subject="档案工作", form="批示", date=day)
    assert opening_sentence(instruction, Used()) == f"2026年1月5日，{by}对档案工作作出批示。"
    assert opening_sentence(Instruction(title="××同志批示"), Used()) == "××同志批示下达。"
    policy = Policy(title="档案工作规定", issuer="省档案局", number="×档发〔2026〕1号", date=day)
    said = "2026年1月5日，省档案局印发《档案工作规定》（×档发〔2026〕1号）。"
    assert opening_sentence(policy, Used()) == said
    assert opening_sentence(Policy(title="档案工作规定"), Used()) == "《档案工作规定》印发。"
