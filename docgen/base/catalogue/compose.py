"""C: texts, counts and what a document is made of."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

COMPOSE: dict[str, Entry] = {
    "C001": Entry(
        "“{text}”里的 {{{{ }}}} 写法不对（{reason}）", "'{text}' is not a proper text ({reason})",
        "检查花括号是否成对、引号是否半角、名字是否写对。",
        "Check paired braces, ASCII quotes and names.",
    ),
    "C002": Entry(
        "“{text}”里的“{name}”不知道是什么", "unknown name '{name}' in '{text}'",
        "{known}", "{known}",
    ),
    "C003": Entry(
        "“{text}”要用的一项没有填写", "'{text}' uses a field that is not given",
        "把那一项填上，或写 {{% if … %}}。", "Give that field, or guard it with {{% if … %}}.",
    ),
    "C004": Entry(
        "“{text}”引用的是一组内容，不能直接印出来", "'{text}' prints a whole record or list",
        "写到具体的一项，如 speaker.name。", "Name one of its fields, e.g. speaker.name.",
    ),
    "C005": Entry(
        "“{text}”用了不认识的过滤器（{reason}）", "unknown filter in '{text}' ({reason})",
        "可以用 cn_date（中文日期）、cn_number（中文数字）、cn_count（数量）、names（名单）。",
        "Use cn_date, cn_number, cn_count or names.",
    ),
    "C006": Entry(
        "“{text}”用了不允许的写法", "'{text}' does what a text must not do",
        "正文里只能取用内容，不能调用方法。", "Texts may read values, not call methods.",
    ),
    "C007": Entry(
        "“{text}”算不出来（{reason}）", "'{text}' cannot be rendered ({reason})",
        "检查过滤器的用法和值的类型。", "Check filters and the types of values.",
    ),
    "C008": Entry(
        "这段话引用了自己，绕成了圈", "this text refers to itself in a circle",
        "把其中一处写成文字。", "Write one of them out.",
    ),
    "C009": Entry(
        "正文和片段同时写了，正文没有用上", "both text and snippet are given; the text is not used",
        "只留一个。", "Keep one of them.",
    ),
    "C010": Entry(
        "这一行有 {cells} 格，表格有 {columns} 栏", "this row has {cells} cells, the table {columns} columns",
        "补上空格子（''）或去掉多的。", "Add empty cells ('') or remove the extra ones.",
    ),
    "C011": Entry(
        "来源“{name}”里没有任务", "source '{name}' has no tasks",
        "在来源里写 tasks（任务），或去掉这一项。", "Write tasks in the source, or remove this item.",
    ),
    "C012": Entry(
        "{kind}不会印出这一项，它没有用上", "this value is not printed in the document ({kind})",
        "删掉它，或在正文里用 {{{{ }}}} 引用。", "Remove it, or use it in a text.",
        Severity.WARNING,
    ),
    "C013": Entry(
        "来源里的这一项没有写进任何文件", "no document prints this value of the source",
        "不必理会，除非它本该出现。", "Ignore it unless it should have appeared.",
        Severity.INFO,
    ),
    "C014": Entry(
        "还有没填的内容：{blank}", "a blank is still to be filled in: {blank}",
        "填上以后再用 --final 生成定稿。", "Fill it in before building with --final.",
    ),
    "C016": Entry(
        "这一点没有标题也没有内容，只会印出一个序号", "a point with neither title nor text prints only its mark",
        "写上标题（title）或内容（text），或删掉它。", "Give it a title or a text, or remove it.",
    ),
    "C017": Entry(
        "“{words}”开头已有序号，程序还会再加一个", "'{words}' already begins with a mark; docgen adds one",
        "删掉自己写的序号。", "Remove the one that was typed.",
        Severity.WARNING,
    ),
    "C015": Entry(
        "文件里什么正文也没有", "the document has no text at all",
        "至少写一段或一个部分。", "Write at least a paragraph or a section.",
        Severity.WARNING,
    ),
    "C020": Entry(
        "片段库里没有讲“{topic}”的要点或段落", "the library has no point or paragraph on '{topic}'",
        "{known}", "{known}",
    ),
    "C021": Entry(
        "讲“{topic}”的片段都不能用在这里：{tried}", "no snippet on '{topic}' can be used here: {tried}",
        "换一个主题，或写出内容（text）。", "Choose another topic, or write the text.",
    ),
    "C022": Entry(
        "写了主题，就不能再写内容或片段", "a topic together with a text or a snippet",
        "只留一个。", "Keep one of them.",
    ),
    "C023": Entry(
        "来源里不能写主题：会上讲了什么，程序不能代选", "no topic in a source: what was said cannot be chosen",
        "写出内容（text），或指定片段（snippet）。", "Write the text, or name a snippet.",
    ),
    "C024": Entry(
        "主题“{topic}”选用了片段 {id}（{title}）", "topic '{topic}': snippet {id} was chosen ({title})",
        "要换一个，就把主题（topic）改成片段（snippet）。", "To have another, name it as snippet instead.",
        Severity.INFO,
    ),
    "C025": Entry(
        "选用的片段“{id}”没有变体“{variant}”，用了全文", "the chosen snippet '{id}' has no variant '{variant}'; its main text is used",
        "{known}", "{known}",
        Severity.WARNING,
    ),
    "C026": Entry(
        "{key}要写大于 0 的整数，最多四位，这里是“{words}”",
        "{key} must be a whole number above 0, of at most four figures, not '{words}'",
        "如 {example}。", "For example {example}.",
    ),
    "C030": Entry(
        "{kind}里应当有{part}，现在印的是〔待填〕", "missing in {kind}: {part}; 〔待填〕 is printed",
        "写上它，或在定稿前填好。", "Give it, or fill it in before the final build.",
        Severity.WARNING,
    ),
    "C031": Entry(
        "{kind}里的{part}要等开会才知道，先印〔待填〕", "only known after the meeting, in {kind}: {part}; 〔待填〕 is printed",
        "会后补上，再生成一遍。", "Add it afterwards and build again.",
        Severity.INFO,
    ),
    "C027": Entry(
        "约 {minutes} 分钟，{characters} 字；要求 {wanted} 分钟", "about {minutes} minutes, {characters} characters; {wanted} minutes are wanted",
        "按每分钟 {pace} 字算。", "At {pace} characters a minute.",
        Severity.INFO,
    ),
    "C028": Entry(
        "约 {minutes} 分钟，{characters} 字；要求 {wanted} 分钟", "about {minutes} minutes, {characters} characters; {wanted} minutes are wanted",
        "按每分钟 {pace} 字算，{advice}。", "At {pace} characters a minute: {advice}.",
        Severity.WARNING,
    ),
    "C029": Entry(
        "主题“{topic}”没有讲{own}的片段可用，选了讲{other}的 {id}（{title}）",
        "topic '{topic}': nothing usable on {own}; {id} ({title}), which was chosen, is on {other}",
        "读一遍合不合用；不合用就写出内容（text），或指定片段（snippet）。",
        "Read whether it fits; else write the text, or name a snippet.",
        Severity.WARNING,
    ),
}  # fmt: skip
