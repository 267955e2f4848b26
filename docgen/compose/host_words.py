"""What the host says to call an item of the agenda: 首先，进行第一项，请……同志通报……。

Takes an item, its place in the agenda and who hosts; gives the paragraphs to be read out. What
a speaker does is taken from the item's title where the title says it, and never made up.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from docgen.compose.draft import Draft
from docgen.compose.meeting_facts import called
from docgen.language.numbers import cn_number
from docgen.language.punctuation import bare
from docgen.model.meeting_parts import AgendaItem
from docgen.model.parts import Person

_SAID = (
    "通报|汇报|报告|介绍|讲话|讲解|讲授|发言|宣读|宣布|传达|部署|安排|总结|解读|说明|点评|致辞|致词|"
    "表态|述职|领学|演示|授课"
)
# What one who has the floor does: 作报告, 作交流发言. 作 and 做 of other things are no speaking.
_ACT = re.compile(f"{_SAID}|(?<![工合操运协动写制炒])[作做](?=[^，。]{{0,20}}(?:{_SAID}))")
# What a meeting does as one; in their titles 报告, 安排 … are what it does it about.
_TOGETHER = re.compile(
    "(?:集体|分组|分团|逐项|现场|共同)?"
    "(?:审议|审查|审定|讨论|研究|酝酿|表决|票决|选举|推选|测评|评议|表彰|颁|观看|参观|学习|签订|签署)"
)
# What is said at an item that the meeting does as one, or that names no other act.
_TALK = re.compile("(?:发言|讲话|汇报|交流)$")
# A document's name says nothing of what is done with it.
_NAMED = re.compile("《[^《》]*》|“[^“”]*”|「[^「」]*」")
# What several do in turn, one word each.
_IN_TURN = ("述职", "汇报", "通报", "介绍", "报告", "表态")
# A unit that is named as if it were a person is no 同志.
_UNIT = re.compile(
    r"[局委办部院校厅处室科馆站所队镇乡区县市企]$|政府|中心|公司|街道|集团|协会|大学"
)


class Call(NamedTuple):
    """An item that is called: the `number`-th of `total`; `host` calls it."""

    item: AgendaItem
    number: int
    total: int
    host: Person | None


def words_for(call: Call, draft: Draft) -> list[str]:
    """Return what the host says, a paragraph for each time somebody is called."""
    item, lead = call.item, _lead(call)
    draft.used.note(item, "title", "presenters")
    title = bare(item.title)
    if item.presenter is not None:
        return [f"{lead}{_called_on(item.presenter, title, call, draft)}。"]
    if len(item.presenters) == 1:
        act = _act(title, item.presenters)
        if not act and not speaks(title):
            return [f"{lead}{title}。"]
        return [
            f"{lead}{'' if act else title + '。'}请{item.presenters[0]}{act or _plain(title)}。"
        ]
    if item.presenters and speaks(title):
        return [f"{lead}{title}。{_turn(item, 0, title)}", *_later_turns(item, title)]
    return [f"{lead}{title}。"]


def _lead(call: Call) -> str:
    """Return the words that lead to an item; no two neighbours begin alike."""
    if call.total == 1:
        return "下面，"
    if call.number == 1:
        link = "首先"
    elif call.number == call.total > 2:
        link = "最后"
    else:
        link = "接下来" if call.number % 2 else "下面"
    return f"{link}，进行第{cn_number(call.number)}项，"


def _called_on(who: Person, title: str, call: Call, draft: Draft) -> str:
    act = _act(title, (who.name,), who)
    if not act and not speaks(title):
        return title
    name = "由我" if is_same(who, call.host) else f"请{comrade(who, draft)}"
    draft.used.note(who, "name", "post")
    if act:
        return name + act
    return f"{title}，{name}{_plain(title)}"


def _turn(item: AgendaItem, at: int, title: str) -> str:
    """Return how one of several is called."""
    last = at == len(item.presenters) - 1
    link = "先请" if at == 0 else "接着，请" if at == 1 else "再请" if last else "请"
    return f"{link}{item.presenters[at]}{_plain(title)}。"


def _later_turns(item: AgendaItem, title: str) -> list[str]:
    return [_turn(item, at, title) for at in range(1, len(item.presenters))]


def _plain(title: str) -> str:
    """Return what somebody does where a title does not say it of them."""
    if title.endswith("讲话"):
        return "讲话"
    words = _unnamed(title)
    heard = "汇报" if "听取" in words else "发言"
    return next((word for word in _IN_TURN if word in words), heard)


def speaks(title: str) -> bool:
    """Whether a title says that somebody speaks: what it does not say, a host does not add.
    审议工作报告 does not, 研究经费，市财政局汇报 does."""
    words = _unnamed(title)
    if _TOGETHER.match(words):
        _, comma, after = words.rpartition("，")
        return bool(_TALK.search(words) or (comma and _ACT.search(after)))
    return bool(_ACT.search(words) or _TALK.search(words) or "听取" in words)


def _unnamed(title: str) -> str:
    """Return a title without the names of documents in it."""
    return _NAMED.sub(lambda found: "×" * len(found[0]), title)


def _act(title: str, names: tuple[str, ...], who: Person | None = None) -> str:
    """Return what a title says that its speaker does: 通报去年情况, of 市水利局通报去年情况 and
    the head of 市水利局; ``""`` where it says it of somebody else, or does not say it."""
    named = [found.span() for found in _NAMED.finditer(title)]
    for found in _ACT.finditer(title):
        if any(start <= found.start() < end for start, end in named):
            continue
        subject = title[: found.start()].removesuffix("同志")
        if not subject or any(_means(subject, name, who) for name in names):
            return title[found.start() :]
    return ""


def _means(subject: str, name: str, who: Person | None) -> bool:
    """Whether the subject of a title is this speaker: by name, by post, or by unit."""
    post = who.post if who else ""
    if name and subject.startswith(name):
        return subject[len(name) :] in post  # the name, then a post: 局长
    return subject == post + name or (bool(post) and post.startswith(subject))


def is_same(who: Person, host: Person | None) -> bool:
    """Whether a speaker is the host: 李×× alone is a mask that many wear."""
    return host is not None and who.name == host.name and host.post in ("", who.post)


def comrade(who: Person, draft: Draft) -> str:
    """Return post and name as a host says them: 副市长陈××同志."""
    words = called(who, draft)
    unit = not who.post and len(who.name) > 3 and _UNIT.search(who.name)
    return words if unit or words.endswith("同志") else f"{words}同志"
