"""N: the phrase library."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

SNIPPETS: dict[str, Entry] = {
    "N001": Entry(
        "没有片段“{id}”", "no snippet '{id}'",
        "{known}用 docgen snippets search 查找，list 看全部。",
        "{known} Look for it with docgen snippets search, or list.",
    ),
    "N002": Entry(
        "片段“{id}”在 {day} 不能用：{windows}", "snippet '{id}' is not valid on {day}: {windows}",
        "接替它的是 {next}；也可以核对文件日期。", "Its successor is {next}; or check the document's date.",
    ),
    "N003": Entry(
        "片段的两个版本有效期重叠：{labels} {since}都有效",
        "versions with overlapping windows: {labels} are both valid {since}",
        "改其中一个的 valid。", "Change the window of one of them.",
    ),
    "N004": Entry(
        "指定的片段“{id}”在 {day} 已过期或尚未启用（{window}）",
        "the pinned snippet '{id}' is outside its window on {day} ({window})",
        "确实要用这个版本就不必理会。", "Ignore this if that version is meant.",
        Severity.WARNING,
    ),
    "N005": Entry(
        "文件没有日期，不能用有有效期的片段“{id}”（{windows}）",
        "the document has no date, so snippet '{id}' with a window cannot be used ({windows})",
        "写上日期。", "Give the document a date.",
    ),
    "N006": Entry(
        "片段“{id}”没有正文", "snippet '{id}' has no body",
        "在第二行 --- 下面写正文。", "Write its body below the second ---.",
    ),
    "N007": Entry(
        "片段互相引用，绕成了圈：{circle}", "snippets include each other in a circle: {circle}",
        "去掉其中一处引用。", "Remove one of the includes.",
    ),
    "N008": Entry(
        "片段“{id}”没有变体“{variant}”", "snippet '{id}' has no variant '{variant}'",
        "{known}", "{known}",
    ),
    "N009": Entry(
        "片段“{id}”没有参数“{name}”", "snippet '{id}' has no parameter '{name}'",
        "{known}", "{known}",
    ),
    "N010": Entry(
        "片段“{id}”的参数“{name}”没有给{doc}", "parameter '{name}' of snippet '{id}' is not given{doc}",
        "在 with（参数）里写上。", "Give it under with.",
    ),
    "N011": Entry(
        "片段“{id}”的参数“{name}”不能是“{value}”", "parameter '{name}' of snippet '{id}' cannot be '{value}'",
        "{known}", "{known}",
    ),
    "N013": Entry(
        "片段“{id}”在 {day} 不能用：{windows}", "snippet '{id}' is not valid on {day}: {windows}",
        "核对文件日期，或换一个片段。", "Check the document's date, or take another snippet.",
    ),
    "N012": Entry(
        "片段“{id}”的样例不符：得到“{got}”", "a sample of snippet '{id}' does not match: got '{got}'",
        "改正文，或改 expect。", "Change the body or the expectation.",
    ),
    "N014": Entry(
        "别名“{alias}”不止一个片段用：{ids}", "alias '{alias}' belongs to several snippets: {ids}",
        "引用时写编号，并改掉多余的别名。", "Refer to the id, and change the surplus alias.",
    ),
    "N015": Entry(
        "片段“{id}”只用于{kinds}，这份文件是{kind}", "snippet '{id}' is only for {kinds}; this document is {kind}",
        "换一个片段；确实能用，就写进它的 kinds（适用文种）。", "Take another, or add the kind to its kinds.",
        Severity.WARNING,
    ),
    "N016": Entry(
        "片段“{id}”只用于这些级别：{levels}；这里是“{here}”", "snippet '{id}' is only for {levels}; this is '{here}'",
        "换一个片段；确实能用，就写进它的 levels（适用级别）。", "Take another, or add the level to its levels.",
        Severity.WARNING,
    ),
    "N017": Entry(
        "片段“{id}”的参数“{name}”不能是“{value}”", "parameter '{name}' of snippet '{id}' cannot be '{value}'",
        "要写{wanted}。", "It wants {wanted}.",
    ),
    "N018": Entry(
        "片段“{id}”的参数“{name}”自相矛盾：{reason}", "parameter '{name}' of snippet '{id}' contradicts itself: {reason}",
        "改这个参数的写法。", "Change how it is declared.",
    ),
    "N019": Entry(
        "片段“{id}”的参数“{name}”在正文里没有用到", "parameter '{name}' of snippet '{id}' is used in no text of it",
        "正文里用上它，或删去。", "Use it in the body, or remove it.",
        Severity.WARNING,
    ),
    "N020": Entry(
        "片段互相取代，绕成了圈：{circle}", "snippets supersede each other in a circle: {circle}",
        "旧的片段不能写 supersedes（取代）新的。", "The older one must not supersede the newer.",
    ),
    "N021": Entry(
        "原文锁定的片段“{id}”没有写清出处，缺{missing}", "the locked quotation '{id}' lacks in its source: {missing}",
        "在 source（出处）里补上。", "Add it under source.",
    ),
    "N022": Entry(
        "原文锁定的片段“{id}”没有校验值", "the locked quotation '{id}' has no digest",
        "与原文逐字核对，然后加一行 digest: {digest}", "Compare it with the original, then add digest: {digest}",
    ),
    "N023": Entry(
        "片段“{id}”锁定的原文被改动过", "the locked quotation '{id}' was changed",
        "改回原文；是原来录错了，核对后把 digest 从 {locked} 改成 {digest}",
        "Restore it; or, if the original says so, change digest from {locked} to {digest}",
    ),
    "N024": Entry(
        "原文锁定的片段“{id}”里有花括号", "the locked quotation '{id}' has braces in it",
        "原文照录；要填的内容放到引用它的片段里。", "Quote word for word; what varies belongs around it.",
    ),
    "N025": Entry(
        "原文锁定的片段“{id}”写了有效期", "the locked quotation '{id}' has a window",
        "引文不会过期，删去 valid（有效期）。", "A quotation does not expire: remove valid.",
    ),
    "N026": Entry(
        "片段“{id}”到 {day} 为止，接替它的“{next}”到那时也已过期", "snippet '{id}' ends on {day}, and its successor '{next}' has ended by then",
        "改 valid 的 next（替代），或改有效期。", "Change the successor, or the windows.",
    ),
    "N027": Entry(
        "片段“{id}”到 {day} 为止，没有接替它的", "snippet '{id}' ends on {day} and has no successor",
        "写一个新的版本，或写 next（替代）。", "Write a new version, or name its next.",
        Severity.WARNING,
    ),
    "N044": Entry(
        "片段“{id}”到 {day} 为止，接替它的是“{next}”", "snippet '{id}' ends on {day}; its successor is '{next}'",
        "日期在后的文件用“{next}”。", "Documents of later dates take '{next}'.",
        Severity.INFO,
    ),
    "N028": Entry(
        "没有一份文件用片段“{id}”", "no document uses snippet '{id}'",
        "用不着就删去。", "Remove it if it is not needed.",
        Severity.INFO,
    ),
    "N029": Entry(
        "片段“{id}”已被“{by}”取代", "snippet '{id}' was superseded by '{by}'",
        "换用“{by}”。", "Use '{by}'.",
        Severity.WARNING,
    ),
    "N045": Entry(
        "片段“{id}”在 {day} 还不能用：{windows}", "snippet '{id}' is not valid yet on {day}: {windows}",
        "它从 {first} 起才能用。{then}核对文件日期，或换一个片段。",
        "It is valid from {first}. {then} Check the document's date, or take another snippet.",
    ),
    "N046": Entry(
        "片段“{id}”写了校验值，但没有锁定，改了字也不会提醒", "snippet '{id}' has a digest but is not locked: no change of it is told",
        "是引文，写 verbatim: true（原文锁定）；不是，删去 digest（校验）。",
        "A quotation wants verbatim: true; else remove the digest.",
        Severity.WARNING,
    ),
}  # fmt: skip
