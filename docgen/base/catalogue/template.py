"""T: what may be wrong in a Word template."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

TEMPLATE: dict[str, Entry] = {
    "T001": Entry(
        "没有叫“{name}”的模板", "no template called '{name}'",
        "{known}用 docgen templates list 看全部。", "{known} See docgen templates list.",
    ),
    "T002": Entry(
        "这不是完好的 .docx 文件（{reason}）", "not a sound .docx file ({reason})",
        "用 Word 或 WPS 打开，另存为 .docx；旧的 .doc 也要这样转换。",
        "Open it in Word or WPS and save it as .docx; convert an old .doc the same way.",
    ),
    "T003": Entry(
        "模板里有一个部件不是合法的 XML（{reason}）", "a part of the template is not proper XML ({reason})",
        "用 Word 或 WPS 打开，另存一次。", "Open it in Word or WPS and save it again.",
    ),
    "T004": Entry(
        "docgen 自带的模板说明坏了", "the contract of a shipped template is damaged",
        "重新安装 docgen。", "Install docgen again.",
    ),
    "T005": Entry(
        "这里不能放新模板：已经有这个文件，或名字不能作文件名", "no new template here: the file exists, or the name cannot be a file's",
        "换一个名字。", "Choose another name.",
    ),
    "T006": Entry(
        "没有叫“{kind}”的文种", "no kind called '{kind}'",
        "{known}", "{known}",
    ),
    "T010": Entry(
        "{spot}：花括号是全角的“{found}”", "{spot}: full-width braces '{found}'",
        "改成半角 {{{{ }}}} 或 {{% %}}。", "Use ASCII {{{{ }}}} or {{% %}}.",
    ),
    "T011": Entry(
        "{spot}：“{found}”没有收尾", "{spot}: '{found}' is not closed in its paragraph",
        "在同一段里补上收尾的括号。", "Close it in the same paragraph.",
    ),
    "T012": Entry(
        "{spot}：“{found}”前面没有开头", "{spot}: '{found}' closes nothing",
        "在同一段里补上开头的括号，或删掉它。", "Open it in the same paragraph, or delete it.",
    ),
    "T013": Entry(
        "{spot}：“{tag}”旁边还有字“{beside}”，生成时会被删掉",
        "{spot}: text beside '{tag}' would be deleted: '{beside}'",
        "让 {{%p … %}} 独占一段（{{%tr … %}} 独占一行，{{%tc … %}} 独占一格），其余的字另放。",
        "Put the tag alone in its paragraph ({{%tr: row, {{%tc: cell).",
    ),
    "T014": Entry(
        "{spot}：正文 {{{{p body }}}} 已经放过一次", "{spot}: {{{{p body }}}} stands here a second time",
        "只留一处。", "Keep one.",
    ),
    "T015": Entry(
        "{spot}：“{word}”没有收尾", "{spot}: '{word}' is not ended",
        "在后面补上 {end}。", "Add {end} after it.",
    ),
    "T016": Entry(
        "{spot}：“{tag}”不在表格里", "{spot}: '{tag}' stands outside a table",
        "{{%tr 和 {{%tc 只能写在表格里；段落用 {{%p。", "Use {{%tr and {{%tc in tables, {{%p for paragraphs.",
    ),
    "T017": Entry(
        "{spot}：“{tag}”里面不能有 % 或 }}", "{spot}: no % or }} inside '{tag}'",
        "换一种写法，或先用 {{% set %}} 算好。", "Write it otherwise, or compute it with {{% set %}} first.",
    ),
    "T018": Entry(
        "{spot}：正文要写成 {{{{p body }}}} 独占一段，这里是“{tag}”",
        "{spot}: the body must be {{{{p body }}}} alone in its paragraph, not '{tag}'",
        "改成 {{{{p body }}}}。", "Write {{{{p body }}}}.",
    ),
    "T019": Entry(
        "{spot}：不认识“{word}”", "{spot}: unknown tag '{word}'",
        "{known}", "{known}",
    ),
    "T020": Entry(
        "{spot}：“{word}”前面没有对应的 if 或 for", "{spot}: '{word}' without its if or for",
        "补上开头，或删掉它。", "Add the opening tag, or delete this one.",
    ),
    "T021": Entry(
        "{spot}：{tag} 写法不对（{reason}）", "{spot}: {tag} is not proper ({reason})",
        "检查名字、引号和括号。", "Check names, quotes and brackets.",
    ),
    "T022": Entry(
        "{spot}：没有过滤器“{name}”", "{spot}: no filter '{name}'",
        "{known}", "{known}",
    ),
    "T023": Entry(
        "{spot}：“{tag}”会把字印到段落外面，Word 打不开", "{spot}: '{tag}' would print outside any paragraph",
        "只有正文用 {{{{p body }}}}；其他的去掉 {{{{ 后面的字母。",
        "Only the body takes {{{{p body }}}}; take the letter after {{{{ away.",
    ),
    "T024": Entry(
        "{part}：标签写在了不是正文的地方（书签名、域代码、图片说明……）：“{tag}”",
        "{part}: a tag where there is no text (bookmark, field code, picture …): '{tag}'",
        "标签只能写在正文里。", "Put tags into the text only.",
    ),
    "T025": Entry(
        "{spot}：“{tag}”所在的段还带着{carried}，生成时会一起丢掉",
        "{spot}: the paragraph of '{tag}' also holds {carried}, which would be lost with it",
        "在它前面或后面另起一段，把{carried}放到那里。", "Put {carried} into a paragraph of its own.",
    ),
    "T027": Entry(
        "{spot}：“{word}”在这一段开头，到{at}才用“{end}”结束",
        "{spot}: '{word}' begins in this paragraph and ends in another ({at}: '{end}')",
        "跨段的要写 {{%p … %}}（表格的行写 {{%tr … %}}），两头都独占一段。",
        "Across paragraphs write {{%p … %}} (rows: {{%tr … %}}), each alone in its paragraph.",
    ),
    "T026": Entry(
        "这个模板没有按任何文种试过：名字和属性里都看不出文种",
        "this template was tried on no kind: neither its name nor its properties say which",
        "在 Word 的“文件—信息—主题”里写上文种，如 通知。", "Write its kind, e.g. 通知, into File > Info > Subject in Word.",
        Severity.INFO,
    ),
    "T030": Entry(
        "{spot}：没有“{name}”这个名字", "{spot}: unknown name '{name}'",
        "{known}", "{known}",
    ),
    "T031": Entry(
        "{spot}：要印的一项文件里没有填写", "{spot}: prints a field that the document does not give",
        "在文件里填上，或在模板里写 {{%p if … %}}。", "Give it in the document, or guard it with {{%p if … %}}.",
    ),
    "T032": Entry(
        "{spot}：引用的是一组内容，不能直接印出来", "{spot}: prints a whole record or list",
        "写到具体的一项，如 speaker.name。", "Name one of its fields, e.g. speaker.name.",
    ),
    "T033": Entry(
        "{spot}：用了不允许的写法", "{spot}: does what a template must not do",
        "模板里只能取用内容，不能调用方法。", "Templates may read values, not call methods.",
    ),
    "T034": Entry(
        "{spot}：算不出来（{reason}）", "{spot}: cannot be rendered ({reason})",
        "检查过滤器的用法和值的类型。", "Check filters and the types of values.",
    ),
    "T035": Entry(
        "{spot}：要印的内容里有 Word 不能保存的字符 {char}", "{spot}: {char} cannot be held by Word",
        "在文件里删掉这个字符。", "Delete it from the document.",
    ),
    "T040": Entry(
        "模板里没有样式“{style}”", "the template lacks the style '{style}'",
        "在 Word 里新建这个名字的样式，或从自带模板复制。",
        "Add a style of that name in Word, or copy it from a shipped template.",
    ),
    "T041": Entry(
        "模板里没有 {{{{p body }}}}，正文印不出来", "the template has no {{{{p body }}}}, so the text is not printed",
        "在一个空段里写 {{{{p body }}}}。", "Write {{{{p body }}}} in a paragraph of its own.",
    ),
    "T042": Entry(
        "用{sample}样例数据生成后，少了一段：“{text}”",
        "rendered with {sample} data, a paragraph is missing: '{text}'",
        "看看模板是不是漏了 {{{{ title }}}}、{{{{p body }}}} 或题注。",
        "See whether {{{{ title }}}}, {{{{p body }}}} or the byline is left out.",
        Severity.WARNING,
    ),
    "T043": Entry(
        "{spot}：文件不写这一项时就印不出来（用{sample}样例试过）",
        "{spot}: fails where a document does not give this field (tried with {sample} data)",
        "在模板里写 {{%p if … %}}。", "Guard it with {{%p if … %}}.",
        Severity.WARNING,
    ),
}  # fmt: skip
