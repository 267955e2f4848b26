"""Hours in running text: 上午9时30分, 下午2:30, 九点半, 15：00.

Takes a text, gives each hour with the place of its words; also the part of a day alone (上午).
三点意见, 9个小时, 每小时 and 提前15分钟 are no hours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.language.periods import number
from docgen.language.recognise_patterns import Lazy

_PART = r"(?P<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)"
_HAN = r"[一二三四五六七八九十两]{1,3}"
_HOURS = Lazy(
    rf"(?<![\d０-９:：.％%])(?:{_PART}\s*)?(?:"
    r"(?P<clock>[01]?\d|2[0-4])\s*[:：]\s*(?P<minute>[0-5]\d)(?![\d:：％%])|"
    rf"(?P<hour>\d{{1,2}}|{_HAN})(?P<unit>时|点)(?!间|候|期|代|刻|常|段|左右的意见)"
    rf"(?:(?P<half>半)|整|钟|(?P<minutes>\d{{1,2}}|{_HAN})分(?!钟))?)"
)
_PARTS = Lazy(_PART)
_AFTERNOON = ("下午", "傍晚", "晚上", "晚")
# What stands after an hour that is one: 三点意见 and 九时代 have other things there.
_AFTER = Lazy(
    r"[，。；、\s（(）)—至到—-]|前|准时|正式|在|于|召开|举行|开|开始|报到|签到|入场|集合|左右|以|起|$"
)
_BEFORE = Lazy(
    r"\s*(?:之|以)?前|\s*(?:准时)?(?:到|抵达)?(?:[^，。；]{0,12})(?:报到|签到|入场|集合|乘车|发车|就座|就坐)"
)
_NOON = 12 * 60


@dataclass(frozen=True)
class SaidHour:
    """An hour as a text says it, in minutes of the day; `vague`: by the clock of twelve, perhaps.
    `whole`: a part of the day alone, whose first minute it is. `before`: until or before the
    meeting, not when it begins."""

    start: int
    stop: int
    words: str
    minutes: int
    vague: bool = False
    whole: bool = False
    before: bool = False

    def agrees(self, fact: SaidHour) -> bool:
        """Whether this may be the hour `fact`."""
        if self.whole:
            first, last = _SPANS[self.words]
            return first <= fact.minutes <= last
        if self.vague or fact.vague:
            return self.minutes % _NOON == fact.minutes % _NOON
        return self.minutes == fact.minutes


# First and last minute at which a meeting begins that is said to be 上午, 下午 …
_SPANS = {
    "凌晨": (0, 360), "清晨": (240, 540), "早上": (300, 600), "早晨": (300, 600),
    "上午": (300, 730), "中午": (660, 870), "下午": (720, 1140), "傍晚": (1020, 1200),
    "晚上": (1050, 1439), "晚": (1050, 1439),
}  # fmt: skip


def hours_in(text: str) -> list[SaidHour]:
    """Return the hours that a text says, in their order."""
    return [_said(match, text) for match in _HOURS.finditer(text) if _is_hour(match, text)]


def parts_in(text: str) -> list[SaidHour]:
    """Return the parts of a day that a text says without an hour."""
    taken = {at for hour in hours_in(text) for at in range(hour.start, hour.stop)}
    return [
        SaidHour(found.start(), found.end(), found[0], _SPANS[found[0]][0], whole=True)
        for found in _PARTS.finditer(text)
        if found.start() not in taken
    ]


def hour_of(words: str) -> SaidHour | None:
    """Return the one hour that a fact says, None where it says none or several."""
    found = hours_in(words)
    return found[0] if len(found) == 1 else None


def _is_hour(match: re.Match[str], text: str) -> bool:
    if match["clock"]:
        return True
    sure = match["part"] or match["half"] or match["minutes"] or match[0][-1] in "整钟"
    if not sure and (match["unit"] == "点" or not match["hour"].isdecimal()):
        # 9点开会 is an hour, 讲3点意见 and 一时 are not.
        sure = match["hour"].isdecimal() and bool(
            re.match("准时|正式|开会|在|召开", text[match.end() :])
        )
    elif not sure:
        sure = bool(_AFTER.match(text, match.end()))
    return bool(sure) and number(match["hour"]) <= 24


def _said(match: re.Match[str], text: str) -> SaidHour:
    hour = int(match["clock"]) if match["clock"] else number(match["hour"])
    minute = 30 if match["half"] else int(match["minute"] or 0)
    minute = number(match["minutes"]) if match["minutes"] else minute
    part = match["part"] or ""
    if hour < 12 and (part in _AFTERNOON or (part == "中午" and hour < 3)):
        hour += 12
    vague = not part and hour < 8
    before = bool(_BEFORE.match(text, match.end()))
    return SaidHour(match.start(), match.end(), match[0], hour * 60 + minute, vague, before=before)
