"""N06: a passage of a document becomes a snippet."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

ADOPTING: dict[str, Entry] = {
    "N060": Entry(
        "没有说取哪一段，这个文件里有{count}段", "which passage? this file has {count}",
        "加 --paragraph、--lines 或 --key，见下面的清单。", "Add --paragraph, --lines or --key; see the list.",
    ),
    "N061": Entry(
        "已经有片段“{id}”", "there is a snippet '{id}' already",
        "换一个编号；要改原来的，直接改那个文件，或加新版本 {id}@2.md。",
        "Choose another id; to change it edit its file, or add the version {id}@2.md.",
    ),
    "N062": Entry(
        "“{id}”不能作片段的编号", "'{id}' cannot be the id of a snippet",
        "写成 类别/名称，如 closing/study；不带 .md 和 @2。", "Write topic/name, such as closing/study, without .md or @2.",
    ),
    "N063": Entry(
        "这个文件里没有{what}", "this file has no {what}",
        "{known}", "{known}",
    ),
    "N064": Entry(
        "这一段里的“{text}”算不出来，花括号照字面收进片段", "'{text}' cannot be worked out here; its braces are taken as they stand",
        "在片段里把它改成参数或写成文字。", "In the snippet, make it a parameter or words.",
        Severity.WARNING,
    ),
    "N065": Entry(
        "不能从这种文件里取片段", "no snippet can be taken from this kind of file",
        "可以用 .yaml、.yml、.md、.txt、.docx。", "Take it from .yaml, .yml, .md, .txt or .docx.",
    ),
    "N066": Entry(
        "“{key}”这里没有自己的文字", "there is no text at '{key}' itself",
        "{known}", "{known}",
    ),
    "N067": Entry(
        "--lines 要写成 12 或 12-15，写的是“{words}”", "--lines wants 12 or 12-15, not '{words}'",
        "写第几行到第几行。", "Give the first and the last line.",
    ),
    "N068": Entry(
        "这一段收进片段后不能原样印出来，没有写", "the snippet would not give this passage back exactly; nothing was written",
        "去掉里面特殊的字符再试，并请报告。", "Remove its unusual characters, and please report it.",
    ),
    "N069": Entry(
        "这段话片段库里已经有了：{id}（{title}），{share}相同", "the library has this passage already: {id} ({title}), {share} the same",
        "直接引用 {id}，或改那个文件；确实要另收一份，加 --force。",
        "Use {id}, or change its file; --force adds another.",
    ),
    "N070": Entry(
        "这一段就是片段“{id}”", "this passage is the snippet '{id}'",
        "直接引用 {id}，或改那个文件；确实要另收一份，从它印出来的 .docx 里取，加 --force。",
        "Use {id}, or change its file; to add another, take it from the .docx with --force.",
    ),
}  # fmt: skip
