"""A house profile: what an office changes of the standard.

Takes the root of its file and the profile it extends, gives the changed `Profile`, or None
after reporting every wrong key, value and unit, and what cannot be true together.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.base.diagnostics import Report, Words, nearest, suggestion
from docgen.base.place import Place
from docgen.library.standard_profile import SWITCHES, Standard
from docgen.model.profile import Measure, Parameter, Profile, Value, parse_measure
from docgen.source.nodes import Mapping, Node, Scalar, Sequence

_OWN_KEYS = {"name", "title", "extends", "名称", "标题", "继承"}
_LENGTHS = ("mm", "pt", "号")


def apply_house(
    root: Mapping, name: str, base: Profile, standard: Standard, report: Report
) -> Profile | None:
    """Return `base` with what the house profile changes; None where something in it is wrong."""
    house = _House(base, standard, report)
    before = len(report)
    for key, node in root.pairs:
        # ``title`` alone is the profile's own; with keys below it, the group of the title.
        if key.text not in _OWN_KEYS or isinstance(node, Mapping):
            house.take(key, node)
    profile = replace(base, name=name, title=_title(root) or name, parameters=house.parameters)
    if len(report) == before:
        for keys, words in contradictions(profile):
            place = next((house.places[key] for key in keys if key in house.places), root.place)
            report.add("F005", place, reason=words)
    return profile if len(report) == before else None


def _title(root: Mapping) -> str:
    named = (node.text for key, node in root.pairs if key.text in ("title", "标题")
             and isinstance(node, Scalar))  # fmt: skip
    return next(named, "")


class _House:
    """Takes the pairs of a house profile one by one."""

    def __init__(self, base: Profile, standard: Standard, report: Report) -> None:
        self.standard, self.report = standard, report
        self.parameters = dict(base.parameters)
        self.places: dict[str, Place] = {}
        self.groups = {key.split(".")[0] for key in base.parameters}

    def take(self, key: Scalar, node: Node) -> None:
        """Take a group of parameters, or one by its whole or Chinese name."""
        if key.text in self.groups:
            if not isinstance(node, Mapping):
                self.report.add("F003", node.place, name=key.text, wanted=_PAIRS)
                return
            for name, value in node.pairs:
                self._set(f"{key.text}.{name.text}", name, value)
            return
        self._set(key.text, key, node)

    def _set(self, typed: str, at: Scalar, node: Node) -> None:
        key = self.standard.spellings.get(typed) or self.standard.spellings.get(at.text)
        if key is None:
            self._unknown(typed, at)
            return
        if key in self.places:
            self.report.add("F004", at.place, name=typed, line=self.places[key].line)
            return
        parameter = self.parameters[key]
        self.places[key] = node.place
        value = self._value(parameter, node)
        if value is None:
            return
        self.parameters[key] = parameter._replace(value=value, house=True)
        for other, settled in self.standard.choices.get(key, {}).get(str(value), {}).items():
            if other not in self.places:
                changed = self.parameters[other]._replace(value=settled, house=True)
                self.parameters[other] = changed

    def _unknown(self, typed: str, at: Scalar) -> None:
        group, dot, name = typed.rpartition(".")
        inside = [key.split(".")[1] for key in self.parameters if key.startswith(f"{group}.")]
        if dot and inside:
            hint = suggestion(name, inside, limit=24)
        else:
            close = nearest(typed, self._names())
            hint = suggestion(close or typed, [close] if close else sorted(self.groups), limit=24)
        self.report.add("F002", at.place, name=typed, known=hint)

    def _names(self) -> list[str]:
        """Return what a key at the root may be: a group, a whole key, a Chinese name."""
        last = {key.split(".")[1]: key for key in self.parameters}
        return [*sorted(self.groups), *self.standard.spellings, *last]

    def _value(self, parameter: Parameter, node: Node) -> Value | None:
        """Return the node as the parameter's kind of value, or None after reporting."""
        choices = self.standard.choices.get(parameter.key)
        if isinstance(parameter.value, tuple):
            return self._fonts(parameter, node)
        if not isinstance(node, Scalar) or node.null:
            return self._wrong(parameter, node, Words("一个值", "one value"))
        text = node.text.strip()
        if choices:
            words = Words("、".join(choices), ", ".join(choices))
            return text if text in choices else self._wrong(parameter, node, words)
        if isinstance(parameter.value, bool):
            words = Words("是或否", "是 or 否 (true or false)")
            return SWITCHES[text] if text in SWITCHES else self._wrong(parameter, node, words)
        if isinstance(parameter.value, Measure):
            return self._measure(parameter, parameter.value, node)
        if parameter.key.endswith("font"):
            return self._face(parameter, node)
        return text

    def _measure(self, parameter: Parameter, old: Measure, node: Scalar) -> Value | None:
        measure = parse_measure(node.text)
        units = _LENGTHS if old.unit in _LENGTHS else (old.unit,)
        if measure is None or measure.unit not in units:
            zh, en = f"带单位的值，如 {old.typed}", f"a value with its unit, e.g. {old.typed}"
            words = Words(zh, en)
            return self._wrong(parameter, node, words)
        return measure

    def _face(self, parameter: Parameter, node: Scalar) -> Value | None:
        """Return a face of ``fonts``, or a family that is named itself."""
        text = node.text.strip()
        faces = [key.removeprefix("fonts.") for key in self.parameters if key.startswith("fonts.")]
        if text in faces:
            return text
        if text.isascii() and text.islower():
            words = Words(
                "、".join(faces) + "，或字体的名字", ", ".join(faces) + ", or a font's name"
            )
            return self._wrong(parameter, node, words)
        return (text,)

    def _fonts(self, parameter: Parameter, node: Node) -> Value | None:
        items = node.items if isinstance(node, Sequence) else [node]
        names = [i.text.strip() for i in items if isinstance(i, Scalar) and i.text.strip()]
        if not names or len(names) < len(items):
            return self._wrong(parameter, node, Words("一个或几个字体名", "one or more font names"))
        return tuple(names)

    def _wrong(self, parameter: Parameter, node: Node, wanted: Words) -> Value | None:
        name = Words(f"{parameter.zh}（{parameter.key}）", f"{parameter.en} ({parameter.key})")
        self.report.add("F003", node.place, name=name, wanted=wanted)
        return None


_PAIRS = Words("几个“键: 值”", "a mapping of keys to values")


def contradictions(profile: Profile) -> list[tuple[tuple[str, ...], Words]]:
    """Return what of a profile cannot be true together: (keys, why).

    Sums may be off by what rounding to tenths of a millimetre or twips makes.
    """
    found: list[tuple[tuple[str, ...], Words]] = []
    for keys in (
        ("page.left", "page.area_width", "page.right", "page.width"),
        ("page.top", "page.area_height", "page.bottom", "page.height"),
    ):
        *parts, whole = (profile[key] for key in keys)
        total = sum(profile.mm(key) for key in keys[:-1])
        if abs(total - profile.mm(keys[-1])) > 0.6:
            zh = "＋".join(f"{each.zh} {each.shown}" for each in parts)
            en = " + ".join(f"{each.en} {each.shown}" for each in parts)
            words = Words(f"{zh} ≠ {whole.zh} {whole.shown}", f"{en} ≠ {whole.en} {whole.shown}")
            found.append((keys, words))
    return (
        found
        + _fits(
            profile,
            ("text.lines", "text.pitch", "page.area_height"),
            profile.pt("text.pitch"),
        )
        + _fits(
            profile,
            ("text.chars", "text.spacing", "body.size", "page.area_width"),
            profile.pt("body.size") + profile.pt("text.spacing"),
        )
    )


def _fits(
    profile: Profile, keys: tuple[str, ...], step: float
) -> list[tuple[tuple[str, ...], Words]]:
    """Return a contradiction where not exactly so many lines or characters fit."""
    count, room = profile.number(keys[0]), profile.pt(keys[-1])
    fitting = int((room + 0.2) / step) if step > 0 else 0
    if fitting == count:
        return []
    named = [profile[key] for key in keys]
    zh = "、".join(f"{each.zh} {each.shown}" for each in named[1:])
    en = ", ".join(f"{each.en} {each.shown}" for each in named[1:])
    words = Words(
        f"{zh}：放得下 {fitting}，不是 {count:g}（{named[0].zh}）",
        f"{en}: {fitting} fit, not {count:g} ({named[0].en})",
    )
    return [(keys, words)]
