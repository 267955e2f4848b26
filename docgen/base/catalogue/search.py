"""N050–N059: searching the phrase library, and what is in it twice."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

SEARCH: dict[str, Entry] = {
    "N050": Entry(
        "没有说要找什么", "nothing to search for",
        "写上要找的词，或 --use、--tag 等条件：docgen snippets search 党支部 --use 要点。",
        "Give words, or a condition such as --use or --tag: docgen snippets search 党支部 --use point.",
    ),
    "N051": Entry(
        "{option} 不能是“{value}”", "{option} cannot be '{value}'",
        "{known}", "{known}",
    ),
    "N052": Entry(
        "--on 的日期“{words}”不能认", "--on: '{words}' is no date",
        "写成 2026-02-08 或 2026年2月8日。", "Write 2026-02-08, or 2026年2月8日.",
    ),
    "N053": Entry(
        "没有找到“{words}”", "nothing found for '{words}'",
        "换一个短一些的词，或去掉 --use、--on 等条件。", "Try a shorter word, or drop --use, --on and the like.",
        Severity.WARNING,
    ),
    "N054": Entry(
        "没有一个片段同时有“{words}”，下面的有其中一部分",
        "no snippet has all of '{words}'; these have some of them",
        "看下面列的是哪几个词，或少写几个词。", "See which words these have, or give fewer.",
        Severity.INFO,
    ),
    "N055": Entry(
        "没有“{words}”这个词，下面的用字相近", "'{words}' is nowhere; these come near it",
        "换一个短一些的词。", "Try a shorter word.",
        Severity.INFO,
    ),
    "N056": Entry(
        "有{count}个片段文件读不出来，没有找它", "files that cannot be read as snippets were not searched: {count}",
        "运行 docgen snippets check 看哪里有错。", "docgen snippets check tells what is wrong.",
        Severity.WARNING,
    ),
    "N057": Entry(
        "片段“{id}”与“{other}”正文一样", "snippets '{id}' and '{other}' have the same text",
        "留一个，另一个的名称写进它的 aliases（别名）。", "Keep one, and put the other's name into its aliases.",
        Severity.WARNING,
    ),
    "N058": Entry(
        "片段“{id}”有{share}与“{other}”相同", "{share} of snippet '{id}' is also in '{other}'",
        "合成一个，或把相同的话另做一个片段来引用。",
        "Make them one, or make the shared words a snippet that both include.",
        Severity.WARNING,
    ),
}  # fmt: skip
