"""C050–C059: what host's scripts, minutes and breakdown tables take from a meeting or a plan."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

MEETING_PAPERS: dict[str, Entry] = {
    "C050": Entry(
        "找不到计划“{name}”", "no plan '{name}'",
        "在 documents/ 里和文件旁边都没有找到。{known}", "It is neither in documents/ nor beside the document. {known}",
    ),
    "C051": Entry(
        "“{name}”是{kind}，不是工作要点，里面没有一年的任务", "'{name}' ({kind}) is not an annual plan: it has no year of tasks",
        "计划（plan）要写一个工作要点的文件名。", "Name the file of an annual-plan.",
    ),
    "C052": Entry(
        "没有哪项任务由“{unit}”牵头或配合", "no task is led or partnered by '{unit}'",
        "{known}", "{known}",
    ),
    "C053": Entry(
        "串词写给“{item}”，议程里没有这一项", "these words are for '{item}', which the agenda does not have",
        "写第几项的数字，或议程里的名称。{known}", "Give the item's number, or its title in the agenda. {known}",
    ),
    "C054": Entry(
        "第{number}项议程的串词写了两次", "the words for item {number} are given twice",
        "只留一处。", "Keep one of them.",
    ),
    "C055": Entry(
        "这项议定事项没有写{missing}", "this decision has no {missing}",
        "议定了的事，要写明谁落实、何时完成；还没有定的，不必理会。", "Say who carries it out, and by when; ignore this where it was left open.",
        Severity.INFO,
    ),
    "C056": Entry(
        "“{words}”是会上的讨论，不是议定事项", "'{words}' is what was discussed, not what was decided",
        "只写定下来的事；讨论的意见写进精神（spirit），如 会议认为。", "Write only what was decided; views belong under spirit.",
        Severity.WARNING,
    ),
}  # fmt: skip
