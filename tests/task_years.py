"""A year of tasks as large as one likes: a plan's YAML made of parts, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

# What is in none of the titles may not be in a title that is made of them.
DOES = ("推进", "完善", "开展", "落实", "建成", "清理", "办好", "规范", "健全", "抓实")
WHAT = ("档案数字化", "库房安全排查", "村级综合服务", "养老服务站点", "农村饮水管护", "校车安全",
        "基层减负清单", "政务服务窗口", "老旧小区改造", "河湖巡查", "林火防控", "技能培训",
        "家庭医生签约", "产业园区用地", "招商项目")  # fmt: skip
HOW = ("逐家检查、列单管理，每月通报一次进度，年底前逐项销号。",
       "先试点后推开，6月底前形成可以照办的流程，下半年在全市推开。",
       "由牵头单位每季度会商一次，难题提交市政府常务会议研究。")  # fmt: skip
DUES = ("6月30日前", "8月底前", "第二季度", "年底前", "长期坚持", "2026-09-30", "每季度一次",
        "上半年", "10月中旬前", "2026年11月", "视工程进度", "3月至5月")  # fmt: skip
STATUSES = ("", "doing", "planned", "done", "stopped")


def units(count: int) -> list[str]:
    """Return units' names, no two alike."""
    return [f"市第{number}工作局" for number in range(1, count + 1)]


def tasks_of(count: int, unit_count: int) -> Iterator[dict[str, str]]:
    """Yield tasks; every unit leads some and takes part in others."""
    named = units(unit_count)
    for at in range(count):
        status = STATUSES[at % len(STATUSES)]
        yield {
            "id": f"T-{at + 1:03}",
            "title": f"{DOES[at % 10]}{WHAT[at // 10 % 15]}（第{at // 150 + 1}批）",
            "text": HOW[at % 3] * (1 + at % 4),
            "owner": named[at % unit_count],
            "partners": ", ".join(islice(cycle(named), at + 1, at + 1 + at % 4)),
            "due": DUES[at % len(DUES)],
            "measure": "全部销号，群众满意率95%以上",
            "status": status,
            "done_on": "2026-05-20" if status == "done" else "",
        }


def plan(count: int = 300, unit_count: int = 60, sections: int = 6) -> str:
    """Return an annual plan in YAML."""
    lines = [
        "kind: annual-plan",
        "year: 2026",
        "org: 示例市人民政府",
        "date: 2026-01-10",
        "sections:",
    ]
    tasks = list(tasks_of(count, unit_count))
    each = -(-count // sections)
    for at in range(0, count, each):
        lines += [f"  - title: 第{at // each + 1}方面的工作", "    tasks:"]
        for task in tasks[at : at + each]:
            lines += _task(task)
    return "\n".join(lines) + "\n"


def _task(task: dict[str, str]) -> Iterator[str]:
    sign = "      - "
    for key, words in task.items():
        if words:
            yield f"{sign}{key}: [{words}]" if key == "partners" else f"{sign}{key}: {words}"
            sign = "        "
