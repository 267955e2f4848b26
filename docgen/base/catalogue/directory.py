"""S06, S07: people.yaml and orgs.yaml, and the units that tasks name."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

DIRECTORY: dict[str, Entry] = {
    "S060": Entry(
        "{what}“{name}”写了两次，第{line}行已经有了", "{what} '{name}' is listed twice; see line {line}",
        "{mend}", "{mend}",
    ),
    "S061": Entry(
        "“{name}”不止一个{what}这样叫：{owners}", "'{name}' may be more than one {what}: {owners}",
        "只留给一个，别的写全；说不清指谁时照写照印。", "Leave it to one; while it is ambiguous it is printed as typed.",
        Severity.WARNING,
    ),
    "S062": Entry(
        "orgs.yaml 里没有“{name}”", "'{name}' is not in orgs.yaml",
        "{known}没写错就把它加进 orgs.yaml。", "{known} If it is right, add it to orgs.yaml.",
        Severity.WARNING,
    ),
    "S063": Entry(
        "“{name}”是几个单位的简称：{owners}", "'{name}' is short for several units: {owners}",
        "写全称。", "Write the full name.",
        Severity.WARNING,
    ),
    "S064": Entry(
        "单位绕成了圈：{circle}", "units lead round in a circle: {circle}",
        "改其中一个的 parent（上级）或 next（改称）。", "Change the parent or the next of one of them.",
    ),
    "S065": Entry(
        "“{name}”改称“{next}”，没有写到哪一天为止", "'{name}' becomes '{next}', but not when",
        "在 until（止）里写上。", "Give it an until.",
        Severity.WARNING,
    ),
    "S066": Entry(
        "“{name}”任{title}的两段时间重叠，另一段在第{line}行", "two terms of '{name}' as {title} overlap; see line {line}",
        "改起止日期，或合成一段。", "Change the dates, or make one term of them.",
    ),
    "S067": Entry(
        "“{name}”和“{other}”同时任{title}，见第{line}行", "'{name}' and '{other}' are both {title} at one time; see line {line}",
        "给前一任写上 to（止），或改起止日期。", "End the earlier term, or change the dates.",
        Severity.WARNING,
    ),
    "S068": Entry(
        "“{name}”到 {until} 为止，文件日期是 {day}", "'{name}' ended with {until}; the document is of {day}",
        "{after}确实要用旧名就不必理会。", "{after} Ignore this if the old name is meant.",
        Severity.WARNING,
    ),
    "S069": Entry(
        "“{name}”的任期超过了“{org}”的存续时间（到 {until}）", "the term of '{name}' goes beyond '{org}', which ended with {until}",
        "在那一天结束这段任职，另写在新单位的任职。", "End the term on that day, and give the post in the new unit.",
        Severity.WARNING,
    ),
    "S070": Entry(
        "“{name}”的级别写的是{level}，比上级“{parent}”（{above}）还高", "'{name}' ({level}) is higher than its parent '{parent}' ({above})",
        "改 level（级别）或 parent（上级）。", "Change the level or the parent.",
        Severity.WARNING,
    ),
}  # fmt: skip
