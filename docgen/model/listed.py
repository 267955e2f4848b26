"""The records of a workspace's directory: ``people.yaml`` and ``orgs.yaml``.

Who holds which post from when to when, and which units there are under which names.
"""

from __future__ import annotations

from docgen.model.keys import Record, date, fact, facts, records, term
from docgen.model.terms import LEVELS, Term
from docgen.model.values import Blank, When

PEOPLE, ORGS = "people.yaml", "orgs.yaml"

# A day before and after every other, where a beginning or an end is not given.
ALWAYS, FOREVER = "0001-01-01", "9999-12-31"


class Tenure(Record, zh="任职", shorthand="post"):
    """One post that one person holds, from one day to another."""

    post: str = fact("职务", "职务，如 局长；单位写在“单位”里", required=True, also=("职位",))
    org: str = fact("单位", "在哪个单位", also=("任职单位",))
    from_: When | Blank | None = date("起", "从哪一天起，含这一天", also=("自", "任职日期"))
    to: When | Blank | None = date("止", "到哪一天止，含这一天", also=("至", "免职日期"))
    order: str = fact("排序", "任这个职务时排第几", also=("位次",))


class ListedPerson(Record, zh="名册人员", shorthand="name"):
    name: str = fact("姓名", "姓名；重名的区分开，如 李××（女）", required=True)
    aliases: tuple[str, ...] = facts("别名", "还会怎样称呼他，如 李局长", also=("称呼", "又名"))
    order: str = fact("排序", "名单里排第几，整数", also=("位次",))
    posts: tuple[Tenure, ...] = records("任职", Tenure, "任过哪些职务", also=("职务",))


class ListedOrg(Record, zh="名册单位", shorthand="name"):
    name: str = fact("名称", "全称", required=True, also=("全称",))
    short: tuple[str, ...] = facts("简称", "简称，可以有几个")
    level: Term | Blank | None = term("级别", LEVELS, "哪一级", also=("层级",))
    parent: str = fact("上级", "属于哪个地方或单位", also=("隶属",))
    order: str = fact("排序", "同一上级下面排第几，整数", also=("位次",))
    from_: When | Blank | None = date("起", "从哪一天起有，含这一天", also=("自", "成立"))
    until: When | Blank | None = date("止", "到哪一天止，含这一天", also=("至", "撤销"))
    next: str = fact("改称", "此后叫什么、由谁接替", also=("接替",))


class People(Record, zh="人员名册"):
    """`people.yaml`."""

    people: tuple[ListedPerson, ...] = records("人员", ListedPerson, "一人一项", required=True)


class Orgs(Record, zh="单位名册"):
    """`orgs.yaml`."""

    orgs: tuple[ListedOrg, ...] = records("单位", ListedOrg, "一个单位一项", required=True)


def first_day(when: When | Blank | None) -> str:
    """Return the day on which something begins, as ISO; `ALWAYS` where that is not given."""
    return when.start.iso if isinstance(when, When) else ALWAYS


def last_day(when: When | Blank | None) -> str:
    """Return the last day of something, as ISO; a month ends with its last day, what has no end
    on `FOREVER`."""
    if not isinstance(when, When):
        return FOREVER
    day = when.end or when.start
    return day.iso if day.day else f"{day.iso[:8]}31"
