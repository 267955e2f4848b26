"""What is asked about a new meeting, and how each answer is read.

Each question gives a value of the meeting's file; an empty answer leaves it out, or as 〔待填〕
where the papers need it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from docgen.base.diagnostics import Words
from docgen.language.recognise_numbers import whole
from docgen.starting.plain_yaml import Value
from docgen.starting.spoken_days import spoken_day

_PARTS = re.compile(r"[；;\n]")
_PEOPLE = re.compile(r"[；;，,\n]")
_ITEM = re.compile(r"[，,|｜]")
# 15分钟, 15
_MINUTES = re.compile(r"约?(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:分钟|分|min)?")
# A post has one of these; a name that does is a post with its name run on.
_POST = re.compile(r"长|书记|主任|委员|局|部|秘书|科|处")
_HOUR = re.compile(
    r"(?:上午|下午|晚上?)?\s*(?:[01]?\d|2[0-3])(?:[:：][0-5]\d|[时点](?:半|[0-5]?\d分?)?)"
)


class UnreadableError(ValueError):
    """An answer that cannot be read; its words say what is wanted, in both languages."""

    def __init__(self, wanted: Words) -> None:
        super().__init__(str(wanted))
        self.wanted = wanted


# Reads an answer: its words and today → the value, "" for nothing.
Read = Callable[[str, date], Value]


class Question(NamedTuple):
    """One question: the field that its answer fills, what is asked, an example of an answer."""

    field: str
    asked: Words
    example: str
    read: Read
    needed: str = ""  # what 〔待填：…〕 says where there is no answer
    many: bool = False  # asked again until the answer is empty


def words(answer: str, today: date) -> Value:
    return answer.strip()


def several(answer: str, today: date) -> Value:
    """Read 甲；乙；丙 as a list."""
    parts: list[Value] = [part.strip() for part in _PARTS.split(answer) if part.strip()]
    return parts or ""


def day(answer: str, today: date) -> Value:
    """Read a day, also 下周二, as 2026-03-24."""
    if not answer.strip():
        return ""
    try:
        found = spoken_day(answer, today)
    except ValueError:
        found = None
    if found is None:
        raise UnreadableError(
            Words(
                "写成 2026-03-24、3月24日、下周二 这样的日子", "a day such as 2026-03-24 or 3月24日"
            )
        )
    return found.iso


def hour(answer: str, today: date) -> Value:
    """Read 9:00, 下午3点半."""
    said = answer.strip().replace("：", ":")
    if said and not _HOUR.fullmatch(said):
        raise UnreadableError(Words("写成 9:00 或 下午3:00", "an hour such as 9:00"))
    return said


def person(answer: str, today: date) -> Value:
    """Read 市政府副秘书长 吴××: the post, a space, the name; a name alone is one."""
    said = re.sub(r"[：:\u3000]", " ", answer).strip()
    if not said:
        return ""
    post, _, name = said.rpartition(" ")
    if _ITEM.search(said) or (not post and len(name) > 2 and _POST.search(name)):
        raise UnreadableError(
            Words("职务和姓名之间空一格，如 副市长 陈××", "the post, a space, the name")
        )
    return {"name": name, "post": post.strip()} if post.strip() else {"name": name}


def people(answer: str, today: date) -> Value:
    """Read several people, parted by ；."""
    read = [person(part, today) for part in _PEOPLE.split(answer) if part.strip()]
    return read or ""


def agenda_item(answer: str, today: date) -> Value:
    """Read 市水利局通报情况，市水利局局长 郑××，15: what, who, how many minutes."""
    title, *rest = [part.strip() for part in _ITEM.split(answer)]
    if not title:
        return ""
    made: dict[str, Value] = {"title": title}
    for part in filter(None, rest):
        minutes = _MINUTES.fullmatch(part)
        if minutes and "minutes" not in made:
            made["minutes"] = str(whole(minutes[1]))
        elif "presenter" not in made and "minutes" not in made:
            made["presenter"] = person(part, today)
        else:
            raise UnreadableError(
                Words(f"“{part}”看不懂：写 事项，职务 姓名，分钟", f"'{part}': what, who, minutes")
            )
    return made


QUESTIONS = (
    Question(
        "title", Words("会议名称", "Name of the meeting"), "全市防汛备汛工作会议", words, "会议名称"
    ),
    Question(
        "org", Words("主办单位", "Who convenes it"), "示例市人民政府办公室", words, "主办单位"
    ),
    Question("date", Words("哪一天", "Which day"), "2026-03-24、3月24日、下周二", day, "会议日期"),
    Question("time", Words("几点", "At what time"), "15:00", hour, "开始时刻"),
    Question("place", Words("地点", "Where"), "市政府第一会议室", words, "会议地点"),
    Question("form", Words("形式", "In what form"), "现场会议、电视电话会议", words),
    Question(
        "host", Words("主持人（职务 姓名）", "Host (post name)"), "市政府副秘书长 吴××", person,
        "主持人",
    ),
    Question(
        "speakers", Words("谁讲话（职务 姓名；几个用分号）", "Who speaks (post name; …)"),
        "副市长 陈××", people,
    ),
    Question(
        "purpose", Words("会议的主要任务", "Its main task"),
        "检查今年备汛，把责任落实到堤到库", words,
    ),
    Question(
        "scope", Words("通知谁参加（几类用分号）", "Who is to attend (; between groups)"),
        "各区县分管负责同志；市水利局主要负责同志", several, "参加人员",
    ),
    Question(
        "agenda",
        Words("议程（事项，职务 姓名，分钟；空行结束）", "Agenda (what, who, minutes)"),
        "市水利局通报情况，市水利局局长 郑××，15", agenda_item, many=True,
    ),
    Question(
        "reply.by", Words("哪一天前报名单", "Names are sent in by"), "3月20日", day
    ),
    Question("reply.to", Words("名单报给谁", "Names are sent to"), "市政府办公室会议科", words),
    Question(
        "contact", Words("联系人（姓名）", "Contact (name)"), "何××", person
    ),
    Question("contact.phone", Words("联系电话", "Phone"), "××××××××", words),
)  # fmt: skip
