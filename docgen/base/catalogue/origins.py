"""N03, N04: where the paragraphs of a built document came from."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

ORIGINS: dict[str, Entry] = {
    "N030": Entry(
        "这个文件里没有记下各段的来历", "this file does not say where its paragraphs came from",
        "它不是 docgen 生成的，或者生成时用了 --strip；用 docgen build 再生成一次。",
        "docgen did not build it, or with --strip; build it again.",
    ),
    "N031": Entry(
        "各段的来历读不出来（{reason}）", "its record of origins cannot be read ({reason})",
        "{mend}用 docgen build 再生成一次。", "{mend} the document again.",
    ),
    "N032": Entry(
        "没有第{number}段，这个文件有{count}段", "there is no paragraph {number}; the file has {count}",
        "不加 --paragraph 看各段的编号；空段不算。", "Leave out --paragraph to see the numbers; empty ones do not count.",
    ),
    "N033": Entry(
        "第{number}段“{words}”用的片段“{id}”只用到 {last}", "paragraph {number} '{words}': snippet '{id}' was valid until {last}",
        "{successor}把文件的 date（日期）改成印发的那一天，或换用别的片段，再运行 docgen build。",
        "{successor} Set the document's date to the day it is issued, or use another snippet; then run docgen build.",
        Severity.WARNING,
    ),
    "N034": Entry(
        "第{number}段“{words}”用的片段“{id}”已被“{by}”取代", "paragraph {number} '{words}': snippet '{id}' was superseded by '{by}'",
        "换用“{by}”，再生成一次。", "Use '{by}' and build again.",
        Severity.WARNING,
    ),
    "N035": Entry(
        "第{number}段“{words}”用的片段“{id}”，片段库里已经没有了", "paragraph {number} '{words}': snippet '{id}' is no longer in the library",
        "{successor}换一个片段，再生成一次。", "{successor} Use another snippet and build again.",
        Severity.WARNING,
    ),
    "N036": Entry(
        "第{number}段“{words}”改过字，这里原来用的片段“{id}”{why}",
        "paragraph {number} '{words}' was edited; snippet '{id}', which stood there, {why}",
        "看看旧提法还在不在。{successor}", "See whether the old phrase is still there. {successor}",
        Severity.WARNING,
    ),
    "N037": Entry(
        "没有记下各段的来历，查不了", "it does not say where its paragraphs came from, so nothing was looked at",
        "不是 docgen 生成的，或者生成时用了 --strip；查不带 --strip 生成的那一份。",
        "docgen did not build it, or with --strip; look at the one that was built without.",
        Severity.WARNING,
    ),
    "N038": Entry(
        "“{date}”不是日期", "'{date}' is no date",
        "写成 2026-02-08 或 2026年2月8日。", "Write it as 2026-02-08.",
    ),
    "N039": Entry(
        "这里没有 .docx 文件", "there is no .docx file here",
        "先用 docgen build 生成，或写明文件放在哪里。", "Build the documents first, or say where they are.",
        Severity.WARNING,
    ),
    "N040": Entry(
        "第{number}段“{words}”用的片段“{id}”，这里的片段库没有；找不到这个文件的工作区，不能判断",
        "paragraph {number} '{words}': snippet '{id}' is not in this library; the document's workspace was not found",
        "用 -w 写明它的工作区。", "Name its workspace with -w.",
        Severity.INFO,
    ),
    "N041": Entry(
        "第{number}段“{words}”改写过，片段“{id}”的旧提法看来不在了（它{why}）",
        "paragraph {number} '{words}' was rewritten; the old words of snippet '{id}', which {why}, seem to be gone",
        "核对一遍；再生成时会用回片段的文字。", "Compare it once more; building it again brings the snippet's words back.",
        Severity.INFO,
    ),
    "N042": Entry(
        "第{number}段“{words}”用的片段“{id}”，片段库里的文字后来改过",
        "paragraph {number} '{words}': the words of snippet '{id}' were changed in the library since",
        "再生成一次，就是新的文字。", "Build again to have the new words.",
        Severity.WARNING,
    ),
}  # fmt: skip
