"""Checkout, editable install and wheel find the same templates and snippets, in any folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT

pytestmark = pytest.mark.slow


def run(command: list[str], folder: Path, **environment: str) -> str:
    ran = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": "", "PYTHONUTF8": "1", **environment},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def pip(python: Path, *arguments: str) -> None:
    """Run pip; without a package index there is nothing to test, except where there must be."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if ran.returncode and not os.environ.get("CI"):
        pytest.skip(f"NOT TESTED: pip {arguments[0]} failed: {ran.stderr[-200:]}")
    assert ran.returncode == 0, ran.stderr


def fresh(folder: Path) -> Path:
    """Return the Python of a new, empty environment."""
    venv.create(folder, with_pip=True)
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def seen_by(docgen: list[str], folder: Path, **environment: str) -> dict[str, object]:
    """Return what an installation finds and makes, run in a folder of its own."""
    folder.mkdir()
    shutil.copytree(ROOT / "examples" / "archives", folder / "work")
    snippets = run([*docgen, "snippets", "list", "--output-format", "json"], folder, **environment)
    templates = run(
        [*docgen, "templates", "list", "--output-format", "json"], folder, **environment
    )
    run([*docgen, "build", "work", "-o", "out"], folder, **environment)
    return {
        "snippets": [(each["id"], each["variants"]) for each in json.loads(snippets)],
        "templates": sorted(json.loads(templates)),
        "documents": {p.name: p.read_bytes() for p in sorted((folder / "out").glob("*.docx"))},
    }


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("checkout") / "any"
    found = seen_by([sys.executable, "-m", "docgen"], folder, PYTHONPATH=str(ROOT))
    assert len(found["templates"]) == 10  # type: ignore[arg-type]
    assert len(found["snippets"]) >= 40  # type: ignore[arg-type]
    assert len(found["documents"]) == 2  # type: ignore[arg-type]
    return found


def test_a_wheel_carries_everything(tmp_path: Path, checkout: dict[str, object]) -> None:
    python = fresh(tmp_path / "env")
    pip(python, "wheel", "--no-deps", "--quiet", "--wheel-dir", str(tmp_path), ".")
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in names if name.startswith(("tests", "examples"))]
    pip(python, "install", "--quiet", str(wheel))
    assert seen_by([str(python), "-m", "docgen"], tmp_path / "any") == checkout


def test_an_editable_install_finds_the_checkout_s(
    tmp_path: Path, checkout: dict[str, object]
) -> None:
    python = fresh(tmp_path / "env")
    pip(python, "install", "--quiet", "--editable", ".")
    assert seen_by([str(python), "-m", "docgen"], tmp_path / "any") == checkout
