"""C040–C049: what official documents say in their heads, their feet and their attachments."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

PAPERS: dict[str, Entry] = {
    "C040": Entry(
        "标了密级“{secrecy}”，没有份号，现在印的是〔待填〕", "'{secrecy}' is given without a copy number; a blank is printed",
        "涉密文件要标份号，如 份号（copy_number）: \"000001\"。", "Classified documents carry one: copy_number: \"000001\".",
        Severity.WARNING,
    ),
    "C041": Entry(
        "紧急程度“{urgency}”不是规定的写法", "urgency '{urgency}' is not one of the fixed words",
        "写“特急”或“加急”；不急就不写。", "Write 特急 or 加急, or leave it out.",
        Severity.WARNING,
    ),
    "C042": Entry(
        "发文字号“{number}”应写作“{right}”", "the document number '{number}' should read '{right}'",
        "年份写全，放在六角括号〔〕里；不加“第”，不编虚位（1不编为01）。", "The whole year in 〔〕, no 第, no leading zero.",
        Severity.WARNING,
    ),
    "C043": Entry(
        "密级“{secrecy}”不是规定的写法", "secrecy '{secrecy}' is not in the fixed form",
        "写“绝密”“机密”或“秘密”，后面可以加保密期限，如 机密★1年。", "绝密, 机密 or 秘密, then a period such as 机密★1年.",
        Severity.WARNING,
    ),
    "C044": Entry(
        "份号“{number}”不是六位数字", "the copy number '{number}' is not six digits",
        "写六位阿拉伯数字，加引号，如 \"000012\"。", "Write six digits in quotes, such as \"000012\".",
        Severity.WARNING,
    ),
    "C045": Entry(
        "附件“{title}”没有内容，只列名称，不另起页", "attachment '{title}' has no content: it is named, but has no page",
        "要一起印出来，就写内容（text）、要点（points）或表格（table）。", "To print it too, give it a text, points or a table.",
        Severity.INFO,
    ),
    "C046": Entry(
        "联合发文机关里没有“{org}”，版头和署名都不会有它", "'{org}' is not among the joint offices: neither head nor signature has it",
        "主办的也要写进联合发文机关（joint），排在第一。", "List the host office in joint too, first of all.",
        Severity.WARNING,
    ),
    "C047": Entry(
        "{key}{form}，这里是“{words}”", "{key} {form}, not '{words}'",
        "前后的字由程序加，如“{example}”只写 {digits}。", "docgen adds the words around it: for “{example}” write {digits}.",
        Severity.WARNING,
    ),
}  # fmt: skip
