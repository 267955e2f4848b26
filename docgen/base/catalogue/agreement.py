"""X00–X04: what the papers of one meeting, or a plan and its table, say differently."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

_MEND = "改这里；要是会议变了，就改会议文件，各份材料一起变。"
_MEND_EN = "Mend it here; if the meeting has changed, change its file and all papers follow."

AGREEMENT: dict[str, Entry] = {
    "X001": Entry(
        "{paper}写的是“{words}”，{day}是{weekday}", "'{words}' in {paper}, but {day} is a {weekday}",
        "日期和星期总有一个错，核对以后改过来。", "Either the date or the weekday is wrong.",
    ),
    "X002": Entry(
        "{paper}写的开会日期是“{words}”，会议文件是{fact}（{where}）",
        "the meeting is on '{words}' in {paper}, but on {fact} in its file ({where})",
        _MEND, _MEND_EN,
    ),
    "X003": Entry(
        "{paper}写的开会时刻是“{words}”，会议文件是{fact}（{where}）",
        "the meeting begins at '{words}' in {paper}, but at {fact} in its file ({where})",
        _MEND, _MEND_EN,
    ),
    "X004": Entry(
        "{paper}写的开会地点是“{words}”，会议文件是“{fact}”（{where}）",
        "the meeting is held at '{words}' in {paper}, but at '{fact}' in its file ({where})",
        _MEND, _MEND_EN,
    ),
    "X005": Entry(
        "{paper}把会议叫作“{words}”，会议文件是“{fact}”（{where}）",
        "the meeting is '{words}' in {paper}, but '{fact}' in its file ({where})",
        _MEND, _MEND_EN,
    ),
    "X006": Entry(
        "{paper}的标题写的是“{words}”，会议文件是“{fact}”（{where}）",
        "the title of {paper} names '{words}'; the meeting's file says '{fact}' ({where})",
        "改标题，或去掉它，让程序写（auto）。", "Mend the title, or leave it to docgen (auto).",
    ),
    "X007": Entry(
        "{paper}的日期是{words}，会议在{fact}开（{where}）", "the date of {paper} is {words}; the meeting is on {fact} ({where})",
        "去掉这个日期，就用会议的。", "Leave the date out and the meeting's is used.",
    ),
    "X008": Entry(
        "{paper}的日期是{words}，会议在{fact}开（{where}）：{order}",
        "the date of {paper} is {words}; the meeting is on {fact} ({where}): {order}",
        "看看哪一个日期写错了。", "See which of the two dates is wrong.",
        Severity.WARNING,
    ),
    "X009": Entry(
        "{paper}写的是“{words}”，今年的这一天是{weekday}", "'{words}' in {paper}: this year that day is a {weekday}",
        "核对日期和星期；说的是别的年份，就写上年份。", "Check date and weekday; if another year is meant, say which.",
        Severity.WARNING,
    ),
    "X010": Entry(
        "{paper}写“{words}”，会议文件的议程有{fact}项（{where}）", "'{words}' in {paper}, but the agenda has {fact} ({where})",
        "改数字，或补上、删去一项议程。", "Mend the number, or the agenda.",
    ),
    "X011": Entry(
        "{paper}写到“{words}”，会议文件的议程只有{fact}项（{where}）", "'{words}' in {paper}, but the agenda has only {fact} ({where})",
        "改序数，或补上这一项议程。", "Mend the number, or add the item to the agenda.",
    ),
    "X012": Entry(
        "{paper}写“{words}”的地方说的是“{item}”，它在议程里是第{fact}项（{where}）",
        "'{words}' in {paper} is said of '{item}', which is item {fact} of the agenda ({where})",
        "改序数，或换成那一项的内容。", "Mend the number, or what is said of it.",
    ),
    "X013": Entry(
        "{paper}写“{words}”，下面列了{fact}个（{where}）", "'{words}' in {paper}, but {fact} are listed ({where})",
        "改数字；写成 {{{{ count }}}}（数量）就由程序数。", "Mend the number; {{{{ count }}}} lets docgen count.",
    ),
    "X014": Entry(
        "{paper}写“{words}”，列出的任务是{fact}项（{where}）", "'{words}' in {paper}, but the list of tasks has {fact} ({where})",
        "改数字，或补上、删去任务。", "Mend the number, or the tasks.",
    ),
    "X015": Entry(
        "{paper}写“{words}”，会议文件的议定事项有{fact}项（{where}）", "'{words}' in {paper}, but the list of decisions has {fact} ({where})",
        "改数字，或补上、删去议定事项。", "Mend the number, or the decisions.",
    ),
    "X016": Entry(
        "{paper}写“{words}”，下面分了{fact}点（{where}）", "'{words}' in {paper}, but the points that follow are {fact} ({where})",
        "改数字；写成 {{{{ count }}}}（数量）就由程序数。", "Mend the number; {{{{ count }}}} lets docgen count.",
        Severity.WARNING,
    ),
    "X017": Entry(
        "标题“{words}”说的是{count}个会议或文件，来源只有{fact}个（{where}）",
        "the title '{words}' announces {count} meetings or documents, but the sources are {fact} ({where})",
        "补上来源，或改标题；不写标题就由程序写。", "Add the source, mend the title, or leave it to docgen.",
    ),
    "X020": Entry(
        "{paper}写的是“{words}”，会议文件里{name}是“{fact}”（{where}）",
        "'{words}' in {paper}, but in the meeting's file {name} is {fact} ({where})",
        "改职务；会议文件写错了就改会议文件。", "Mend the post, here or in the meeting's file.",
    ),
    "X021": Entry(
        "{paper}写的是“{words}”，会议文件里{post}是{fact}（{where}）",
        "'{words}' in {paper}, but in the meeting's file {post} is {fact} ({where})",
        "改姓名；会议文件写错了就改会议文件。", "Mend the name, here or in the meeting's file.",
    ),
    "X022": Entry(
        "{paper}先介绍{first}、后介绍{second}，people.yaml 里{second}在前",
        "{first} stands before {second} in {paper}; people.yaml has {second} first",
        "按先后改过来；开场和介绍不写，就由程序按先后写。", "Change the order; docgen keeps it where it writes the introductions.",
    ),
    "X023": Entry(
        "{paper}先介绍{first}、后介绍{second}，会议文件的出席名单里{second}在前（{where}）",
        "{first} stands before {second} in {paper}; the list of those present has {second} first ({where})",
        "按名单的先后改；名单不按先后排的，写一份 people.yaml。", "Keep the list's order, or give the order in people.yaml.",
        Severity.WARNING,
    ),
    "X024": Entry(
        "{paper}的{role}写的是{words}，会议文件是{fact}（{where}）", "the {role} is {words} in {paper}, but {fact} in the meeting's file ({where})",
        "只留会议文件里的，这里去掉。", "Keep the meeting's and leave it out here.",
    ),
    "X025": Entry(
        "{paper}里{name}的职务写的是“{words}”，会议文件是“{fact}”（{where}）",
        "{name} is '{words}' in {paper}, but '{fact}' in the meeting's file ({where})",
        "只留会议文件里的，这里去掉。", "Keep the meeting's and leave it out here.",
    ),
    "X026": Entry(
        "讲话人{words}不在会议文件的讲话人里（{fact}，{where}）", "the speaker {words} is not among those of the meeting ({fact}, {where})",
        "改讲话人，或在会议文件的讲话人（speakers）里写上。", "Change the speaker, or add one to the meeting's speakers.",
        Severity.WARNING,
    ),
    "X027": Entry(
        "{paper}的联系人是{words}，会议文件是{fact}（{where}）", "the contact of {paper} is {words}; the meeting's is {fact} ({where})",
        "两个都对就不必理会；否则只留会议文件里的。", "Ignore this if both are right; else keep the meeting's.",
        Severity.WARNING,
    ),
    "X028": Entry(
        "{name}在这里是“{words}”，前面写的是“{fact}”（{where}）", "{name} is '{words}' here and '{fact}' before ({where})",
        "同一个人就写成一样；是两个人就不必理会。", "Make them one, unless these are two people.",
        Severity.WARNING,
    ),
    "X030": Entry(
        "{paper}写的报名截止是“{words}”，会议文件的回执是{fact}（{where}）",
        "replies are due '{words}' in {paper}, but {fact} in the meeting's reply ({where})",
        _MEND, _MEND_EN,
    ),
    "X031": Entry(
        "回执截止{words}，比开会（{fact}，{where}）还晚", "replies are due on {words}, after the meeting ({fact}, {where})",
        "改回执的截止日期，或会议的时间。", "Change the reply's date, or the meeting's.",
    ),
    "X032": Entry(
        "{paper}写“{item}”的时限是“{words}”，任务里写的是{fact}（{where}）",
        "'{item}' is due '{words}' in {paper}, but {fact} where it is listed ({where})",
        "改成一样。", "Make them one.",
    ),
    "X033": Entry(
        "{paper}写“{item}”由“{words}”牵头，任务里写的是{fact}（{where}）",
        "'{item}' is led by '{words}' in {paper}, but by {fact} where it is listed ({where})",
        "改成一样。", "Make them one.",
    ),
    "X034": Entry(
        "任务“{item}”的{what}这里是“{words}”，另一处是“{fact}”（{where}）",
        "task '{item}': its {what} is '{words}' here and '{fact}' elsewhere ({where})",
        "只留一处；表里的任务取自计划和会议，不必再写。", "Keep one of them; a table takes its tasks from the plan and the meeting.",
    ),
    "X035": Entry(
        "“{item}”的内容写到“{words}”，完成时限是{fact}（{where}）", "the text of '{item}' says '{words}'; it is due {fact} ({where})",
        "看看时限是不是写早了。", "See whether it is due too early.",
        Severity.WARNING,
    ),
    "X036": Entry(
        "{paper}写的名单报给“{words}”，会议文件的回执是报“{fact}”（{where}）",
        "replies go to '{words}' in {paper}, but to '{fact}' in the meeting's reply ({where})",
        _MEND, _MEND_EN,
        Severity.WARNING,
    ),
    "X037": Entry(
        "任务“{item}”不在计划里（{where}）", "task '{item}' is not in the plan ({where})",
        "补进计划，表里就有了；不是这份计划的，另列一张表。", "Add it to the plan and the table has it; or give it a table of its own.",
        Severity.WARNING,
    ),
    "X038": Entry(
        "任务“{item}”的{what}这里是“{words}”，同一年的另一份文件是“{fact}”（{where}）",
        "task '{item}': its {what} is '{words}' here, but '{fact}' in another document of this year ({where})",
        "改成一样；表里写上 plan（计划），就取自计划，不必再写。", "Make them one; with plan: the table takes its tasks from there.",
        Severity.WARNING,
    ),
    "X040": Entry(
        "第{number}段：{what}写成了“{words}”，按来源是“{fact}”（{where}）",
        "paragraph {number}: {what} was changed to '{words}'; the source says '{fact}' ({where})",
        "改回来；要是事情变了，改来源再生成。", "Change it back; or change the source and build again.",
    ),
    "X041": Entry(
        "第{number}段：{what}“{fact}”没有了（{where}）", "paragraph {number}: {what} '{fact}' is gone ({where})",
        "补上；不要它就从来源里去掉。", "Put it back, or take it out of the source.",
        Severity.WARNING,
    ),
    "X042": Entry(
        "少了一段“{words}”（{where}）", "a paragraph is missing: '{words}' ({where})",
        "补上；不要它就从来源里去掉。", "Put it back, or take it out of the source.",
        Severity.WARNING,
    ),
    "X043": Entry(
        "第{number}段：{what}还是“{words}”，来源已经改成“{fact}”（{where}）",
        "paragraph {number}: {what} is still '{words}'; the source says '{fact}' now ({where})",
        "用 docgen build 再生成一次；手工改过的地方另外抄过去。", "Build it again, and carry over what was edited by hand.",
    ),
    "X044": Entry(
        "来源在生成以后改过，{count}段的文字和现在生成的不同", "the sources have changed since: {count} paragraphs would be worded differently",
        "用 docgen build 再生成一次。", "Build it again.",
        Severity.INFO,
    ),
    "X045": Entry(
        "找不到生成它的文件（{files}）", "what it was built from was not found ({files})",
        "用 --source 写明工作区在哪个文件夹。", "Name the workspace's folder with --source.",
    ),
    "X046": Entry(
        "它的来源 {source} 现在有错误，生成不出来，没有比", "its source {source} has errors now, so nothing was compared",
        "先用 docgen check 看那个文件，改好再来。", "Mend that file first (docgen check).",
    ),
    "X047": Entry(
        "第{number}段“{words}”移了位置，序号和来源的次序不同了（{where}）",
        "paragraph {number} '{words}' was moved; its number is no longer that of the source ({where})",
        "移回去，或在来源里换次序再生成。", "Move it back, or reorder the source and build again.",
        Severity.WARNING,
    ),
}  # fmt: skip
