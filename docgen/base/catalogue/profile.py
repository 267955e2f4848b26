"""F0: what may be wrong in a format profile."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry

PROFILE: dict[str, Entry] = {
    "F001": Entry(
        "没有叫“{name}”的格式", "no format profile called '{name}'",
        "{known}单位自己的格式放在工作区的 profiles/ 里。", "{known} A house profile lies in the workspace's profiles/.",
    ),
    "F002": Entry(
        "格式里没有“{name}”这一项", "a format has no parameter '{name}'",
        "{known}全部参数见 docs/profiles.md。", "{known} All parameters: docs/profiles.md.",
    ),
    "F003": Entry(
        "“{name}”要写成：{wanted}", "'{name}' must be {wanted}",
        "照这样改。", "Write it so.",
    ),
    "F004": Entry(
        "“{name}”在第{line}行已经写过", "'{name}' is already given on line {line}",
        "只留一处。", "Keep one.",
    ),
    "F005": Entry(
        "这几项互相矛盾：{reason}", "these contradict each other: {reason}",
        "改其中一项，使它们对得上。", "Change one of them so that they agree.",
    ),
    "F006": Entry(
        "格式绕回了自己：{circle}", "profiles extend each other in a circle: {circle}",
        "把其中一个的 extends 改成 gbt9704。", "Let one of them extend gbt9704.",
    ),
    "F007": Entry(
        "格式没有写 extends（从哪个格式改起）", "the profile does not say what it extends",
        "加一行 extends: gbt9704。", "Add the line extends: gbt9704.",
    ),
    "F008": Entry(
        "docgen 自带的格式文件坏了", "docgen's own profile is damaged",
        "重新安装 docgen。", "Install docgen again.",
    ),
    "F009": Entry(
        "照这个格式做不出模板：有的距离小到放不下要放的东西（{reason}）",
        "no template can be made so: a distance is too small for what stands there ({reason})",
        "看看页码距离、发文机关标志的位置和大小、信函红线的位置，改得合乎实际。",
        "See the distance of the page number, the place and size of the mark, a letter's lines.",
    ),
}  # fmt: skip
