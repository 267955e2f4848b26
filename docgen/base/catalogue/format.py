"""F1: where the format of a .docx leaves its profile."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

_ZH = "{carrier}：{name} {found}，应为{wanted}（{ground}）{extent}"
_EN = "{carrier}: {name} is {found}, should be {wanted} ({ground}){extent}"


def _deviation(zh: str, en: str) -> Entry:
    # How grave it is, is for the strength of the rule to say (`Diagnostic.graded`).
    return Entry(_ZH, _EN, zh, en, Severity.WARNING)


FORMAT: dict[str, Entry] = {
    "F101": Entry(
        "这是旧版的 .doc 或 .wps 文件，无法检查", "this is an old .doc or .wps file and cannot be judged",
        "用 Word 或 WPS 打开，另存为 .docx 再检查。", "Open it in Word or WPS, save it as .docx, and try again.",
    ),
    "F102": Entry(
        "这不是 .docx 文件", "this is no .docx file",
        "检查文件是不是选错了；文本、PDF 要先在 Word 或 WPS 里做成 .docx。", "Is it the right file? Text or PDF must be made a .docx first.",
    ),
    "F103": Entry(
        "这个压缩包里没有 Word 正文", "there is no Word document in this package",
        "表格、幻灯片和普通压缩包不能检查；换成 .docx。", "A workbook, slides or a plain archive cannot be judged; give a .docx.",
    ),
    "F104": Entry(
        "文件坏了：{part} 读不出来", "the file is damaged: {part} cannot be read",
        "用 Word 或 WPS 打开修复，另存一份再检查。", "Open it in Word or WPS, let it repair the file, save a copy.",
    ),
    "F105": Entry(
        "文件存成了“严格 Open XML”格式，无法检查", "the file is saved as 'Strict Open XML' and cannot be judged",
        "在 Word 里另存为普通的“Word 文档（*.docx）”。", "In Word save it as the ordinary 'Word Document (*.docx)'.",
    ),
    "F106": Entry(
        "文件坏了，打不开", "the file is damaged and cannot be opened",
        "重新取一份；是加了密的，先去掉密码。", "Get a fresh copy; if it has a password, remove it first.",
    ),
    "F107": Entry(
        "没有叫“{name}”的文种", "no kind called '{name}'",
        "{known}", "{known}",
    ),
    "F108": Entry(
        "没有写 {path}：那里已经有一个不同的文件", "{path} was not written: a different file is there",
        "换一个文件名，或者先把那个文件移走。", "Choose another name, or move that file away.",
    ),
    "F109": Entry(
        "修改会动到文字，没有写", "mending would have changed the text; nothing was written",
        "请把这个文件交给 docgen 的维护者看看。", "Please show this file to the maintainers of docgen.",
    ),
    "F110": _deviation(
        "在“布局—页面设置”里改。", "Change it in the page setup.",
    ),
    "F111": _deviation(
        "是样式的，改样式一处就行；是文字自己的，选中改字体。", "If it is a style's, change the style; if the text's own, select it and change the font.",
    ),
    "F112": _deviation(
        "是样式的，改样式一处就行；是段落自己的，在“段落”里改。", "If it is a style's, change the style; if the paragraph's own, change it under Paragraph.",
    ),
    "F113": _deviation(
        "层次序数依次是“一、”“（一）”“1.”“（1）”。", "The levels are marked 一、 （一） 1. （1）.",
    ),
    "F114": _deviation(
        "按意思断行，每行不超过20个字，排成梯形或菱形。", "Break it by sense, at most 20 characters a line, in a trapezoid or a rhombus.",
    ),
    "F115": _deviation(
        "在页脚里改；一般是4号宋体，一字线加数字，单页居右空1字，双页居左空1字。", "Change the footer; usually 4号 SongTi, a number between dashes, right on odd pages and left on even ones, one cell in.",
    ),
    "F116": _deviation(
        "改这一段的文字。", "Change the words of this paragraph.",
    ),
    "F117": _deviation(
        "改版头、版记里的这一处。", "Change this part of the head or the imprint.",
    ),
    "F118": Entry(
        "--fix 的输出就是原文件", "--fix would overwrite its own input",
        "换一个文件名；原文件不动。", "Choose another name; the input stays as it is.",
    ),
    "F119": Entry(
        "--fix 一次只修一个文件", "--fix mends one file at a time",
        "一次给一个文件。", "Give one file at a time.",
    ),
    "F120": Entry(
        "--fix 要写成 .docx，不是 {path}", "--fix writes a .docx, not {path}",
        "文件名用 .docx 结尾。", "Let the name end in .docx.",
    ),
    "F121": Entry(
        "读不出来：{reason}", "cannot be read: {reason}",
        "看看有没有读的权限，文件是不是正打开着。", "Check permissions and whether the file is open elsewhere.",
    ),
}  # fmt: skip
