"""S08, X08: the deadlines of tasks; a year's tasks counted, parted and compared."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

TASKS: dict[str, Entry] = {
    "S080": Entry(
        "没有“{words}”这样的日子", "there is no such time as '{words}'",
        "改完成时限，如 8月底前、6月30日前、第二季度。", "Correct the deadline, such as 8月底前 or 2026-06-30.",
    ),
    "S081": Entry(
        "完成时限“{words}”在{year}年以后", "the deadline '{words}' lies after {year}",
        "确实跨年就不必理会；不是就改时限。", "Ignore this if it does; else correct it.",
        Severity.WARNING,
    ),
    "S082": Entry(
        "完成时限“{words}”在{year}年以前", "the deadline '{words}' lies before {year}",
        "多半是去年的话没有改，改成今年的。", "Probably last year's: write this year's.",
        Severity.WARNING,
    ),
    "S083": Entry(
        "看不出“{words}”是哪一天，不计到期和逾期", "'{words}' tells no day: it is never due",
        "要计就写成 8月底前、6月30日前、长期 这样的话。", "To have it counted, write 8月底前, 2026-06-30 or 长期.",
        Severity.INFO,
    ),
    "S084": Entry(
        "编号“{id}”用在两项任务上，另一项在第{line}行", "two tasks have the id '{id}'; see line {line}",
        "改其中一个的编号。", "Change one of them.",
        Severity.WARNING,
    ),
    "X080": Entry(
        "这个文件里没有任务", "there are no tasks in this file",
        "给出一个工作要点、任务分解表，或有任务的会议。", "Name an annual plan, a task table or a meeting with tasks.",
    ),
    "X081": Entry(
        "“{name}”里没有叫“{member}”的文件", "'{name}' asks for no paper called '{member}'",
        "{known}", "{known}",
    ),
    "X082": Entry(
        "这项任务没有牵头单位，各单位的清单里没有谁牵头它", "this task has no unit that leads it",
        "写上 owner（牵头单位）。", "Give it an owner.",
        Severity.WARNING,
    ),
    "X083": Entry(
        "一个牵头单位、配合单位也没有写，分不出各单位的任务", "no task names a unit, so there is nothing to part",
        "在任务里写上 owner（牵头单位）、partners（配合单位）。", "Give the tasks owners and partners.",
    ),
    "X084": Entry(
        "写图表要有 -o，说明放在哪个文件夹", "pages need -o, the folder to write them to",
        "如 -o build。", "Such as -o build.",
    ),
    "X085": Entry(
        "写了 -o，没有写 --format，不知道写成什么", "-o is given without --format",
        "如 --format docx,png,svg。", "Such as --format docx,png,svg.",
    ),
    "X086": Entry(
        "不认识的写法“{format}”", "unknown format '{format}'",
        "{known}", "{known}",
    ),
    "X087": Entry(
        "这是一个文件夹", "this is a folder",
        "写明是里面的哪个文件。", "Name the file in it.",
    ),
}  # fmt: skip
