"""Values in words, as messages print them, in both languages."""

from __future__ import annotations

from docgen.base.diagnostics import Words
from docgen.checks.inspect.effective import Line
from docgen.model.profile import SIZES, Parameter, Profile

_ALIGN = {
    "left": ("左对齐", "left"), "right": ("右对齐", "right"), "center": ("居中", "centred"),
    "both": ("两端对齐", "justified"), "distribute": ("分散对齐", "distributed"),
}  # fmt: skip
ALIGNMENTS = {zh: name for name, (zh, _) in _ALIGN.items()}
_ALIGN_EN = dict(_ALIGN.values())
_RULES = {"auto": ("{0:g}倍行距", "{0:g} lines"), "exact": ("{0:g} pt", "{0:g} pt"),
          "atLeast": ("最小值 {0:g} pt", "at least {0:g} pt")}  # fmt: skip
_COLOURS = {"FF0000": "红", "000000": "黑"}
_COLOURS_EN = {"红": "red", "黑": "black"}


def same(words: str) -> Words:
    """Return words that both languages share."""
    return Words(words, words)


def size(points: float) -> Words:
    """Return a type size by its number and in points."""
    name = next((name for name, each in SIZES.items() if each == points), "")
    return Words(f"{name}（{points:g} pt）", f"{points:g} pt") if name else same(f"{points:g} pt")


def family(name: str) -> Words:
    """Return a font's name; what there is where none is named."""
    return Words(f"“{name}”", f"'{name}'") if name else Words("没有指定中文字体", "no font named")


def face(parameter: Parameter, profile: Profile) -> Words:
    """Return a face by its name in the field (仿宋): any of its families will do."""
    if isinstance(parameter.value, str) and f"fonts.{parameter.value}" in profile:
        named = profile[f"fonts.{parameter.value}"]
        return Words(named.zh, named.en) if not named.house else family(profile.font(named.key))
    return family(profile.font(parameter.key))


def latin(name: str) -> Words:
    """Return the name of a font of Latin letters."""
    return family(name) if name else Words("没有指定字体", "no font named")


def line(value: Line) -> Words:
    """Return line spacing."""
    if value == Line("auto", 1.0):
        return Words("单倍行距", "single")
    zh, en = _RULES.get(value.rule, _RULES["exact"])
    return Words(zh.format(round(value.amount, 2)), en.format(round(value.amount, 2)))


def align(value: str) -> Words:
    """Return an alignment."""
    return Words(*_ALIGN.get(value, (value, value)))


def cells(value: float) -> Words:
    """Return a width in cells."""
    return Words(f"{round(value, 1):g}字", _many(round(value, 1), "cell"))


def _many(count: float, word: str) -> str:
    return f"{count:g} {word}" if count == 1 else f"{count:g} {word}s"


def length(points: float) -> Words:
    """Return a length in points."""
    return same(f"{round(points, 2):g} pt")


def millimetres(value: float) -> Words:
    """Return a length in millimetres."""
    return same(f"{round(value, 1):g} mm")


def bold(value: bool) -> Words:
    """Return whether something is bold."""
    return Words("加粗", "bold") if value else Words("不加粗", "not bold")


def colour(value: str) -> Words:
    """Return a colour."""
    if value in _COLOURS:
        return Words(f"{_COLOURS[value]}（{value}）", f"{_COLOURS_EN[_COLOURS[value]]} ({value})")
    if len(value) == 6 and set(value) <= set("0123456789ABCDEF"):
        return same(value)
    return Words(f"主题颜色（{value}）", f"a theme colour ({value})")


def wanted(parameter: Parameter, profile: Profile) -> Words:
    """Return what a parameter should be."""
    value = parameter.value
    if parameter.key.endswith("font"):
        return face(parameter, profile)
    if isinstance(value, bool):
        return bold(value) if parameter.key.endswith("bold") else same(parameter.shown)
    if parameter.key.endswith("size") and not isinstance(value, str | tuple | float):
        return Words(
            f"{parameter.shown}（{value.pt:g} pt）", f"{value.pt:g} pt ({parameter.shown})"
        )
    if parameter.shown in _COLOURS_EN:
        return Words(parameter.shown, _COLOURS_EN[parameter.shown])
    if parameter.shown.endswith("行"):
        return Words(parameter.shown, _many(profile.number(parameter.key), "line"))
    if parameter.shown in _ALIGN_EN:
        return Words(parameter.shown, _ALIGN_EN[parameter.shown])
    if parameter.shown.endswith("字"):
        return cells(profile.number(parameter.key))
    return same(parameter.shown)
