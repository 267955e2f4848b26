"""S: what may be wrong in a YAML or Markdown file. L: limits."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

SOURCE: dict[str, Entry] = {
    "S001": Entry(
        "找不到这个文件", "no such file",
        "看看路径和文件名是否写对。", "Check the path and the file's name.",
    ),
    "S002": Entry(
        "文件读不出来：{reason}", "cannot read the file: {reason}",
        "看看它是不是文件、有没有读取的权限。",
        "Check that it is a file and that you may read it.",
    ),
    "S003": Entry(
        "文件的编码认不出来", "cannot tell the file's encoding",
        "在编辑器里另存为 UTF-8。", "Save it as UTF-8 in your editor.",
    ),
    "S004": Entry(
        "这里有一个看不见的控制字符 {char}", "an invisible control character {char}",
        "删掉它；多半是从别的程序粘贴过来的。",
        "Delete it; it was probably pasted from another program.",
    ),
    "S005": Entry(
        "转义写出了 Word 不能保存的字符 {char}", "an escape gives {char}, which Word cannot hold",
        "删掉这个转义。", "Remove the escape.",
    ),
    "S006": Entry(
        "文件是空的", "the file is empty",
        "至少要写文种，如 文种: 讲话稿。", "Write at least its kind, e.g. kind: speech.",
    ),
    "S007": Entry(
        "文件应当由几个“键: 值”组成，这里不是", "the file should be a mapping of keys to values",
        "每行写成“键: 值”，冒号用半角，后面空一格。",
        "Write lines of 'key: value', with a space after the colon.",
    ),
    "S008": Entry(
        "从这里起 YAML 读不下去了", "YAML cannot be read from here on",
        "看这一行和上一行：缩进是否对齐、引号和括号是否成对、半角冒号后是否空一格；"
        "含特殊符号的值用单引号括起来。",
        "Look at this line and the one above: indentation, paired quotes and brackets, a space "
        "after the colon; put values with special marks in single quotes.",
    ),
    "S009": Entry(
        "一个文件里有两份内容（--- 之后又开始了一份）", "a second document begins in the same file",
        "分成两个文件。", "Split it into two files.",
    ),
    "S010": Entry(
        "不能用 YAML 的锚点、别名、合并和标签：{what}",
        "YAML anchors, aliases, merges and tags are not used here: {what}",
        "如果是文字，用单引号括起来；如果想引用别处，请写出来，或用片段。",
        "If it is text, put it in single quotes; to reuse wording, use a snippet.",
    ),
    "S011": Entry(
        "“{cut}”被 YAML 当作注释去掉了，只剩“{kept}”",
        "YAML takes '{cut}' for a comment; only '{kept}' is left",
        "是正文就把整个值用单引号括起来；是注释就在 # 后面空一格。",
        "Put the whole value in single quotes, or a space after # if it is a comment.",
        Severity.WARNING,
    ),
    "S012": Entry(
        "{{{{ }}}} 放在值的开头或 {{…}} 里面时要加引号",
        "{{{{ }}}} must be quoted at the start of a value or inside {{…}}",
        "把整个值用双引号括起来，如 text: \"{{{{ count }}}}点意见\"。",
        "Put the whole value in quotes, e.g. text: \"{{{{ count }}}} …\".",
    ),
    "S013": Entry(
        "键应当是一个词，这里是一个列表或一组“键: 值”", "a key must be a word",
        "检查括号和缩进。", "Check brackets and indentation.",
    ),
    "S014": Entry(
        "缩进里有制表符（Tab）", "a tab in the indentation",
        "缩进只用空格，每层两格。", "Indent with spaces only, two for each level.",
    ),
    "S015": Entry(
        "缩进里有全角空格", "a full-width space in the indentation",
        "改成半角空格。", "Use ordinary spaces.",
    ),
    "S016": Entry(
        "“{key}”后面是全角冒号“：”", "a full-width colon after '{key}'",
        "改成半角冒号，后面空一格：{key}: ……", "Use an ASCII colon and a space: {key}: …",
    ),
    "S017": Entry(
        "值以“{char}”开头，YAML 会把它当作记号", "a value that begins with '{char}' is YAML's mark",
        "用单引号括起来：{quoted}", "Put it in single quotes: {quoted}",
    ),
    "S018": Entry(
        "值的开头有引号，引号后面还有字", "text follows the closing quote",
        "把整个值括起来：{quoted}；或改用中文引号“ ”。",
        "Quote the whole value: {quoted}; or use “ ” inside.",
    ),
    "S019": Entry(
        "值里有半角冒号加空格，YAML 会把它当作又一个键", "': ' inside a value reads as another key",
        "用单引号括起来：{quoted}；或改用全角冒号“：”。",
        "Put it in single quotes: {quoted}; or use a full-width colon.",
    ),
    "S020": Entry(
        "“{record}”里没有“{key}”这个键", "{record} has no key '{key}'",
        "{known}", "{known}",
    ),
    "S021": Entry(
        "“{key}”写了两次，第{line}行已经有“{other}”", "'{key}' is given twice: '{other}' is on line {line}",
        "两处说的是同一个键，只留一处。", "They mean the same key; keep one.",
    ),
    "S022": Entry(
        "“{cut}”成了一个没有值的键：花括号里的逗号会把值切断",
        "'{cut}' became a key without a value: a comma inside {{…}} cuts the value",
        "把含逗号的值用双引号括起来，或分行写。", "Quote the value with the comma, or write it on lines.",
    ),
    "S023": Entry(
        "“{record}”缺少{key}：{doc}", "{record} lacks {key}",
        "补上这一项。", "Add it.",
    ),
    "S024": Entry(
        "“{words}”不是日期", "'{words}' is not a date",
        "写成 2026-02-08、2026年2月8日、2026年3月，或 {{from: 2026-02-08, to: 2026-02-10}}。",
        "Write 2026-02-08, 2026年2月8日, 2026年3月 or {{from: 2026-02-08, to: 2026-02-10}}.",
    ),
    "S025": Entry(
        "没有“{words}”这一天", "there is no day '{words}'",
        "核对月份和日子。", "Check month and day.",
    ),
    "S026": Entry(
        "起止颠倒：{start} 在 {end} 之后", "the span ends before it begins: {start}, {end}",
        "把起止两天对调。", "Swap the two days.",
    ),
    "S027": Entry(
        "{key}不能写“{words}”", "{key} cannot be '{words}'",
        "{known}", "{known}",
    ),
    "S028": Entry(
        "这里应当是{wanted}，写的是{found}", "expected {wanted}, found {found}",
        "照上面说的改。", "Write it as expected.",
    ),
    "S029": Entry(
        "文件开头没有两行 --- 之间的说明", "no front matter between two lines of ---",
        "第一行写 ---，接着写键和值，再写一行 ---，然后是正文。",
        "Begin with ---, then keys and values, then ---, then the text.",
    ),
    "S030": Entry(
        "表格前面没有标题，不知道放在哪一部分", "a table before the first heading belongs nowhere",
        "把表格放到一个标题（# ……）下面。", "Put the table below a heading.",
    ),
    "S031": Entry(
        "没有“{kind}”这个文种", "there is no kind '{kind}'",
        "{known}", "{known}",
    ),
    "S032": Entry(
        "“{kind}”是要写的文件，不能当作来源", "'{kind}' is a document, not a source",
        "来源的文种是 会议、指示或文件。", "A source is a meeting, an instruction or a policy.",
    ),
    "S033": Entry(
        "“{kind}”是来源，不是要写的文件", "'{kind}' is a source, not a document",
        "把它放进 meetings/，在文件里用 来源 引用它。",
        "Put it into meetings/ and name it under sources in a document.",
    ),
    "S036": Entry(
        "一个标题下面只能有一个表格", "only one table below a heading",
        "给第二个表格另起一个标题，或并成一个表格。", "Give the second table a heading, or join them.",
    ),
    "S037": Entry(
        "来源“{name}”在工作区外面", "the source '{name}' lies outside the workspace",
        "把它放进 meetings/。", "Put it into meetings/.",
    ),
    "S038": Entry(
        "来源“{name}”和“{other}”是同一个文件，会传达两遍", "'{name}' and '{other}' are one source, passed on twice",
        "去掉一处。", "Remove one of them.",
    ),
    "S039": Entry(
        "{kind}不能写成 Markdown 的标题：它的内容出自会议", "{kind} takes no headings in Markdown: its parts are the meeting's",
        "用 YAML 写，或删掉标题。", "Write it as YAML, or remove the headings.",
    ),
    "S040": Entry(
        "“{name}”不能做文件名", "'{name}' cannot be the name of a file",
        "去掉斜线、冒号、问号这类符号。", "Leave out slashes, colons, question marks and the like.",
    ),
    "S041": Entry(
        "不知道“{name}”是什么文种", "'{name}' is no kind of document",
        "{known}自己起名的，在里面写明文种（kind）。", "{known} Under a name of your own, give the kind.",
    ),
    "S035": Entry(
        "找不到来源“{name}”", "no source '{name}'",
        "在文件旁边和 meetings/ 里都没有找到。{known}",
        "It is neither beside the document nor in meetings/. {known}",
    ),
}  # fmt: skip

LIMITS: dict[str, Entry] = {
    "L001": Entry(
        "文件有 {size} 字节，超过上限 {limit}", "the file has {size} bytes, more than {limit}",
        "一个文件只写一份材料，请拆开。", "Keep one document to a file; split it.",
    ),
    "L002": Entry(
        "嵌套超过 {limit} 层", "nested more than {limit} levels deep",
        "检查有没有多余的括号。", "Look for stray brackets.",
    ),
    "L003": Entry(
        "文件里的项目超过 {limit} 个", "the file has more than {limit} items",
        "拆成几个文件。", "Split it into several files.",
    ),
}  # fmt: skip
