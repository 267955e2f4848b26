"""The private font configuration of the LibreOffice child: stand-ins for the standard's faces.

Gives a fonts.conf in a folder of ours. The system's own configuration stays in force and a
font that is really installed always wins; only where it is missing do free stand-ins of the
same width take its place, so that the page can be measured. Nothing of it enters a document.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

# Where the system keeps its own: Linux, Homebrew on Apple silicon and on Intel, MacPorts.
_SYSTEM = (
    "/etc/fonts/fonts.conf",
    "/opt/homebrew/etc/fonts/fonts.conf",
    "/usr/local/etc/fonts/fonts.conf",
    "/opt/local/etc/fonts/fonts.conf",
)
# TeX Live's Fandol faces are not in a font folder that the desktop knows.
_FANDOL = "fonts/opentype/public/fandol"
_TEX_TREES = (
    "/usr/share/texlive/texmf-dist",
    "/usr/share/texmf-dist",
    "/usr/share/texmf",
    "/usr/local/texlive/texmf-dist",
)

# Fandol has all of GB 2312; the faces after it cover rarer characters in names.
_FANGSONG = (
    "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "方正仿宋简体",
    "华文仿宋", "STFangsong",
)  # fmt: skip
_KAITI = (
    "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "方正楷体简体",
    "华文楷体", "STKaiti",
)  # fmt: skip
_HEITI = ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti")
_XIAOBIAOSONG = (
    "方正小标宋简体", "方正小标宋_GBK", "方正小标宋", "FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S",
    "小标宋体", "小标宋", "华文中宋", "STZhongsong",
)  # fmt: skip
_SONGTI = ("宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GBK", "华文宋体", "STSong")
_SANS = ("等线", "等线 Light", "DengXian", "微软雅黑", "Microsoft YaHei")
_TIMES = ("Times New Roman",)


class _Role(NamedTuple):
    """Names of one face in documents, and free faces that may stand in, the best first."""

    names: tuple[str, ...]
    stand_ins: tuple[str, ...]


_ROLES = (
    _Role(_FANGSONG, ("FandolFang R", "FandolFang", "Noto Serif CJK SC", "Noto Serif SC")),
    _Role(_KAITI, ("FandolKai", "LXGW WenKai", "AR PL KaitiM GB", "AR PL UKai CN")),
    _Role(_HEITI, ("Noto Sans CJK SC", "Noto Sans SC", "FandolHei", "WenQuanYi Zen Hei")),
    _Role(_SANS, ("Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Zen Hei", "FandolHei")),
    # Fandol's 宋 has ascent and descent like the real ones; Noto's would move a mark by 2 mm.
    _Role(_XIAOBIAOSONG, ("FandolSong", "Noto Serif CJK SC SemiBold", "Noto Serif CJK SC Black")),
    _Role(_SONGTI, ("Noto Serif CJK SC", "Noto Serif SC", "FandolSong", "AR PL SungtiL GB")),
    _Role(_TIMES, ("Liberation Serif", "Tinos", "TeX Gyre Termes", "FreeSerif")),
)


def font_config(folder: Path) -> Path:
    """Write fonts.conf into `folder` and return its path."""
    # Caches of our own come first, since fontconfig writes to the first it may write to;
    # it still reads the system's and the user's, so that nothing is scanned twice.
    lines = [
        '<?xml version="1.0"?>',
        '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
        "<fontconfig>",
        f"<cachedir>{escape(str(folder / 'font-cache'))}</cachedir>",
        *(f'<include ignore_missing="yes">{escape(path)}</include>' for path in _system()),
        *(f"<dir>{escape(str(path))}</dir>" for path in _fandol()),
        *(_alias(name, role) for role in _ROLES for name in role.names),
        *_heavier(),
        "</fontconfig>",
    ]
    path = folder / "fonts.conf"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def font_environment(folder: Path) -> dict[str, str]:
    """Return the environment of a child that is to see the stand-ins."""
    return {**os.environ, "FONTCONFIG_FILE": str(font_config(folder))}


def substitutes(families: Iterable[str]) -> dict[str, str]:
    """Return wanted family → family really used, for each that is not installed itself.

    ``""`` where there is nothing that was meant to stand in. Without fontconfig (Windows, a
    Mac without it) nothing is known, and nothing is returned.
    """
    wanted = list(dict.fromkeys(family for family in families if family))
    if not wanted or shutil.which("fc-match") is None:
        return {}
    with tempfile.TemporaryDirectory(prefix="docgen-") as name:
        environment = font_environment(Path(name))
        found = {family: _matched(family, environment) for family in wanted}
    return {
        family: next((name for name in names if name in _accepted(family)), "")
        for family, names in found.items()
        if family.casefold() not in {name.casefold() for name in names}
    }


def _matched(family: str, environment: Mapping[str, str]) -> list[str]:
    """Return every name of the font that fontconfig takes for a family."""
    # In a pattern, - : , and \ have a meaning of their own.
    pattern = "".join("\\" + char if char in "\\-:," else char for char in family)
    done = subprocess.run(
        ["fc-match", "-f", "%{family}", pattern],
        env=environment, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    return [name for name in done.stdout.decode("utf-8", "replace").split(",") if name]


def _accepted(family: str) -> set[str]:
    """Return what stands in on purpose, not because fontconfig knew nothing better."""
    return {name for role in _ROLES if family in role.names for name in (*role[0], *role[1])}


def _alias(name: str, role: _Role) -> str:
    """Return the rule that lets other names of the face, then stand-ins, follow a name."""
    others = (other for other in (*role.names, *role.stand_ins) if other != name)
    accepted = "".join(f"<family>{escape(other)}</family>" for other in others)
    return (
        f'<alias binding="strong"><family>{escape(name)}</family>'
        f"<accept>{accepted}</accept></alias>"
    )


def _heavier() -> list[str]:
    """Return the rules that draw what stands in for 小标宋 as heavy as it is; none where the
    real one is installed, which needs no more weight."""
    if any(name in _installed() for name in _XIAOBIAOSONG):
        return []
    return [
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit></match>'
        for name in _XIAOBIAOSONG
    ]


@cache
def _installed() -> frozenset[str]:
    """Return the families of this machine, as far as fontconfig knows them."""
    if shutil.which("fc-list") is None:
        return frozenset()
    done = subprocess.run(["fc-list", ":", "family"], capture_output=True, timeout=60, check=False)
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return frozenset(name.strip() for line in lines for name in line.split(","))


def _system() -> list[str]:
    """Return the configurations that are in force: the one that was set, else the system's
    and the user's."""
    own = os.environ.get("FONTCONFIG_FILE", "")
    if own:
        return [own]
    home = os.environ.get("XDG_CONFIG_HOME", "")
    user = (Path(home) if home else Path.home() / ".config") / "fontconfig"
    paths = [*map(Path, _SYSTEM), user / "conf.d", user / "fonts.conf"]
    return [str(path) for path in paths if path.exists()]


def _fandol() -> list[Path]:
    tex = os.environ.get("TEXMFDIST", "")
    trees = [*([tex] if tex else []), *_TEX_TREES]
    return [path for tree in trees if (path := Path(tree, _FANDOL)).is_dir()]
