"""W: paths, output files and what stands in their way."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

WRITING: dict[str, Entry] = {
    "W001": Entry(
        "有人改过这个文件，已保留；新生成的放在 {new}",
        "this file was changed by hand and is kept; the new one is {new}",
        "把需要的改动搬回 YAML；要覆盖就加 --force（会留备份）。",
        "Move what you need into the YAML; --force overwrites it and keeps a backup.",
    ),
    "W002": Entry(
        "它和 {other} 会写到同一个文件 {output}", "it and {other} would write the same file {output}",
        "改其中一个的文件名。", "Rename one of them.",
    ),
    "W003": Entry(
        "写不进去：{reason}", "cannot write: {reason}",
        "看看文件夹有没有写的权限、磁盘有没有空间、文件是不是正打开着。",
        "Check permissions, disk space and whether the file is open elsewhere.",
    ),
    "W004": Entry(
        "原来的文件已备份到 {backup}", "the file that was here is kept as {backup}",
        "核对无误后可以删掉备份。", "Delete the backup when you are sure.",
        Severity.INFO,
    ),
    "W010": Entry(
        "没有这个文件或文件夹", "no such file or folder",
        "看看路径是否写对。", "Check the path.",
    ),
    "W011": Entry(
        "这里没有可以生成的文件", "there is nothing to build here",
        "建一个 documents/ 文件夹，把 .yaml 或 .md 文件放进去，每个文件写明文种，如 kind: speech（文种: 讲话稿）。",
        "Make a folder documents/, put .yaml or .md files into it, and give each its kind: speech …",
    ),
    "W013": Entry(
        "输出文件夹“{output}”在工作区外面", "the output folder '{output}' lies outside the workspace",
        "docgen.yaml 只能指定工作区里面的文件夹；要写到别处，用 -o。",
        "docgen.yaml may name a folder inside the workspace; use -o for others.",
    ),
    "W014": Entry(
        "docgen 自己出了错，这个文件没有生成（{reason}）", "internal error, not built ({reason})",
        "加 --debug 看详情，并请报告。", "Use --debug for details, and please report it.",
    ),
    "W016": Entry(
        "“{day}”不是一天", "'{day}' is no day",
        "写成 2026-03-01 或 2026年3月1日。", "Write 2026-03-01 or 2026年3月1日.",
    ),
    "W017": Entry(
        "已经有这个文件了，没有动它", "the file is there already; it was left alone",
        "用 --name 另起一个名字。", "Give another name with --name.",
    ),
    "W012": Entry(
        "不认识输出格式“{format}”", "unknown output format '{format}'",
        "{known}", "{known}",
    ),
}  # fmt: skip
