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
        "换新版的 docgen，或用 docgen build 再生成一次。", "Use a newer docgen, or build the document again.",
    ),
    "N032": Entry(
        "没有第{number}段，这个文件有{count}段", "there is no paragraph {number}; the file has {count}",
        "不加 --paragraph 看各段的编号；空段不算。", "Leave out --paragraph to see the numbers; empty ones do not count.",
    ),
    "N033": Entry(
        "第{number}段“{words}”用的片段“{id}”只用到 {last}", "paragraph {number} '{words}': snippet '{id}' was valid until {last}",
        "{successor}改好文件日期或换用片段，再生成一次。", "{successor} Change the date or the snippet and build again.",
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
        "第{number}段“{words}”有人改过或新写过，原来用的片段“{id}”已经停用",
        "paragraph {number} '{words}' was edited or is new; snippet '{id}', which stood there, is out of use",
        "看看旧提法还在不在。", "See whether the old phrase is still there.",
        Severity.INFO,
    ),
    "N037": Entry(
        "没有记下各段的来历，查不了", "it does not say where its paragraphs came from, so nothing was looked at",
        "不是 docgen 生成的，或者生成时用了 --strip。", "docgen did not build it, or with --strip.",
        Severity.INFO,
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
}  # fmt: skip
