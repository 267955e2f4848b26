"""Posts and names in running text: 市委常委、秘书长王××同志.

Takes a text, gives the names that have a post before them, and says whether two posts are the
same: the same rank (市长 is not 副市长) of a unit that may be the same. Abbreviations agree: the
post a text says may leave out parts of the one it is compared with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.language.recognise_names import may_be_one, scattered
from docgen.language.recognise_patterns import Lazy

_RANK = (
    "书记|市长|省长|州长|盟长|县长|区长|乡长|镇长|旗长|主席|秘书长|常委|委员|局长|厅长|部长|司长|处长|科长|"
    "主任|院长|检察长|校长|馆长|站长|所长|队长|会长|理事长|董事长|总经理|经理|专员|组长|政委|司令员|参谋长|"
    "调研员|巡视员|总指挥|指挥长|指挥|支书|村长|社长|总编辑|台长|行长|总工程师"
)
_POST = Lazy(rf"(?P<grade>常务副|第一副|副|代理|代)?(?P<rank>{_RANK})$")
_MASKED = r"[\u4e00-\u9fff](?:[×✕＊*]{1,3}|[xX]{2}|某{1,2})"
_HAN = r"\u4e00-\u9fff"
# A name after a post is surely one before 同志 or what a person does.
_PLAIN = rf"[{_HAN}]{{2,3}}(?=同志|主持|出席|讲话|作[重总动表]|通报|宣读)"
_NAME = Lazy(rf"{_MASKED}|(?<=[记长席委员任察员挥官师])(?:{_PLAIN})")
# The commonest surnames: what begins with another is hardly a name.
_SURNAMES = set(
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜"
    "范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
)
# What stands before a post and is no part of it.
_LEADS = Lazy(
    r".*(?:(?:请|由|有|和|与|及|是|为|向|对|让|经|听取|感谢|欢迎|邀请|受|的|下面|现在|首先|接着|同志|"
    r"主持人|主持|讲话人|出席|参加|会议|其中|分别|项)|[：:“”《》（）()])"
)
_BREAK = "，。；！？\n\u3000 "


@dataclass(frozen=True)
class SaidPerson:
    """A name with the post that stands before it (``""``: none)."""

    start: int  # of the post, else of the name
    stop: int
    name: str
    post: str
    at: int  # where the name begins


def people_in(text: str, known: frozenset[str] = frozenset()) -> list[SaidPerson]:
    """Return the people that a text names: those `known`, and who is surely a name."""
    found = {match.start(): match[0] for match in _NAME.finditer(text) if _is_name(match[0])}
    for name in known:
        for match in re.finditer(re.escape(name), text):
            found[match.start()] = name
    return [_person(text, at, found[at]) for at in sorted(found)]


def _is_name(words: str) -> bool:
    return bool(re.fullmatch(_MASKED, words)) or words[0] in _SURNAMES


def _person(text: str, at: int, name: str) -> SaidPerson:
    post = post_before(text, at)
    return SaidPerson(at - len(post), at + len(name), name, post, at)


def post_before(text: str, at: int) -> str:
    """Return the post that ends before `at`: 市委常委、秘书长; ``""`` where none does."""
    first = max((text.rfind(mark, 0, at) for mark in _BREAK), default=-1) + 1
    *earlier, last = text[first:at].split("、")
    if not _POST.search(last):
        return ""
    pieces = [_LEADS.sub("", last)]
    for piece in reversed(earlier):
        # 市委常委、秘书长王××: a piece before 、 is of this post where a post ends it.
        if len(pieces[0]) < len(last) and _LEADS.match(last):
            break
        if not _POST.search(piece):
            break
        last = piece
        pieces.insert(0, _LEADS.sub("", piece))
    return "、".join(pieces)


def same_post(said: str, fact: str) -> bool:
    """Whether a text that says `said` may mean the post `fact`; True where that is not known."""
    ours, theirs = _ranks(said), _ranks(fact)
    if not ours or not theirs or said in fact:
        return said not in fact or _whole_in(said, fact)
    return ours <= theirs and all(_unit_fits(each, fact) for each in _split(said))


def _whole_in(said: str, fact: str) -> bool:
    """Whether words that stand in a post are a post of it: 市长 in 副市长 is none."""
    return not _ranks(said) or not _ranks(fact) or _ranks(said) <= _ranks(fact)


def _split(post: str) -> list[str]:
    return [part for part in re.split("[、，,兼]", post) if part]


def _ranks(post: str) -> set[str]:
    """Return the ranks of a post: {常委, 秘书长}; 常务副 is 副."""
    found = (_POST.search(part) for part in _split(post))
    return {_grade(match["grade"]) + match["rank"] for match in found if match}


def _grade(words: str | None) -> str:
    return "副" if words and "副" in words else ""


def _unit_fits(said: str, fact: str) -> bool:
    """Whether the unit before a rank may be that of one of the posts in `fact`."""
    match = _POST.search(said)
    unit = said[: match.start()] if match else ""
    if len(unit) < 2 or not match:
        return True
    rank = _ranks(said)
    others = [part for part in _split(fact) if _ranks(part) == rank]
    units = [part[: found.start()] for part in others if (found := _POST.search(part))]
    return any(_may_be(unit, each) for each in units)


def _may_be(said: str, fact: str) -> bool:
    """Whether two units may be one: 市住建局 and 市住房和城乡建设局, 示例市水利局 and 市水利局."""
    if not fact or may_be_one(said, fact):
        return True
    tails = (said[at:] for at in range(len(said) - 1))
    return any(len(tail) > 2 and scattered(tail, fact) for tail in tails)
