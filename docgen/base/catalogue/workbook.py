"""S09, X09: workbooks of tasks, what they change in a plan, and next year's plan."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

WORKBOOK: dict[str, Entry] = {
    "S090": Entry(
        "这个文件不能就地改：{reason}", "this file cannot be changed in place: {reason}",
        "请在编辑器里照着改，什么也没有写。", "Make the change in an editor; nothing was written.",
    ),
    "S091": Entry(
        "这是{kind}，不是 .xlsx 工作簿", "this is {kind}, not an .xlsx workbook",
        "{remedy}", "{remedy}",
    ),
    "S092": Entry(
        "表格太大：{what}", "the workbook is too large: {what}",
        "看看是不是给错了文件；多出来的图片、工作表和空行先删掉。",
        "Check that it is the right file; remove pictures, sheets and empty rows.",
    ),
    "S093": Entry(
        "找不到任务表：{what}", "cannot find the tasks: {what}",
        "把工作表命名为“任务”，第一行写编号、任务、牵头单位这些栏名。",
        "Name the sheet 任务, with headings such as 编号, 任务, 牵头单位 in its first row.",
    ),
    "S094": Entry(
        "{what}", "{what}",
        "{known}", "{known}",
    ),
    "S095": Entry(
        "“{column}”有{length}个字，表格的一格最多放{limit}个", "{column} has {length} characters; a cell holds {limit}",
        "把它写短，或分成几项任务。", "Shorten it, or make several tasks of it.",
    ),
    "S096": Entry(
        "“{column}”这一格{what}", "this cell of {column} {what}",
        "改成要写的文字，单元格格式设为“文本”；公式可以复制后“选择性粘贴”为数值。", "Type the words that are meant, in a cell formatted as text; paste a formula as its value.",
    ),
    "S097": Entry(
        "{range} 是合并单元格，分不清每一行是什么", "{range} is merged: no telling what each row of it says",
        "取消合并，每一格各写各的。", "Unmerge it and fill each cell.",
    ),
    "S098": Entry(
        "批注没有读进来：“{words}”", "the comment is not taken in: '{words}'",
        "要留下就写到“进展”一栏。", "To keep it, write it into 进展.",
        Severity.WARNING,
    ),
    "S099": Entry(
        "表里没有“{column}”这一栏了", "there is no column {column} any more",
        "放回这一栏，或重新导出一份；只交回几栏就加 --partial，没有的栏不动。",
        "Put it back, or export anew; with --partial the plan keeps what the table lacks.",
    ),
    "X090": Entry(
        "“{column}”两边都改了：原来是{was}，表格改成{theirs}，计划改成{ours}（{at}）",
        "{column} was changed on both sides: it was {was}, is {theirs} here and {ours} in the plan ({at})",
        "定一个，把表格和计划改成一样，再导入。", "Choose one, write it in both, and import again.",
    ),
    "X091": Entry(
        "“{task}”这一行对不上：{what}", "the row '{task}' cannot be placed: {what}",
        "新任务就把序号留空；原有的任务写上它的编号，或保持任务名称不变。",
        "Leave 序号 empty for a new task; for an old one give its id, or its name unchanged.",
    ),
    "X092": Entry(
        "表里没有序号{number}“{task}”这一行了", "the row of number {number}, '{task}', is gone",
        "不办的任务把状态改为“已取消”；只交回一部分就加 --partial；真要删，到计划里删。",
        "Set its status to 已取消; use --partial for a part of the table; to delete it, do so in the plan.",
    ),
    "X093": Entry(
        "“{column}”这一格不能在表格里改：{why}", "this cell of {column} cannot be changed here: {why}",
        "到那个文件里改，这一格改回原样。", "Change it in that file, and put this cell back.",
    ),
    "X094": Entry(
        "{what}", "{what}",
        "编号一年里不变，一个编号只给一项任务。", "An id stays for the year and is one task's only.",
    ),
    "X095": Entry(
        "{year}年不在计划的{last}年之后", "{year} does not follow the plan's year, {last}",
        "用 --to 写以后的年份，如 --to {next}。", "Give a later year, such as --to {next}.",
    ),
    "X096": Entry(
        "“{column}”这一格：{what}", "{column}: {what}",
        "改好这一格再导入。", "Correct the cell and import again.",
    ),
    "X097": Entry(
        "{what}", "{what}",
        "部分照计划里的标题写；换部分要到计划里换。",
        "Write a section's title as in the plan; to move a task, move it in the plan.",
    ),
    "X098": Entry(
        "这个表是从 {plan} 导出的，不是 {given}", "this workbook is of {plan}, not of {given}",
        "给出那个计划；文件改过名，就重新导出一份。", "Name that plan; if it was renamed, export it anew.",
    ),
    "X099": Entry(
        "已经有这个文件，没有动它", "this file is there already and was left alone",
        "换一个 -o，或先把它移走。", "Use another -o, or move it away.",
    ),
}  # fmt: skip
