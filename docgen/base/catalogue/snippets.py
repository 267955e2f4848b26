"""N: the phrase library."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

SNIPPETS: dict[str, Entry] = {
    "N001": Entry(
        "没有片段“{id}”", "no snippet '{id}'",
        "{known}用 docgen snippets list 看全部。", "{known} See docgen snippets list.",
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
        "片段“{id}”的参数“{name}”没有给（{doc}）", "parameter '{name}' of snippet '{id}' is not given ({doc})",
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
}  # fmt: skip
