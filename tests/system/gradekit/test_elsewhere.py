"""The kit on other systems: no encoding of the machine's, no line ends or paths of one system, no font that one has."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import types
from pathlib import Path

import pytest

from gradekit.checks import LocalStudent, check, run_check
from gradekit.public_checks import read_release
from gradekit.saved import copy_from_colab, read_saved
from tests.conftest import ROOT

KIT = [*(ROOT / "src" / "gradekit").glob("*.py"), *(ROOT / "autograder" / "decoding").glob("*.py")]
NAME = "1_linear_regression"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A solved release with the line ends of Windows in all its texts, below a folder with a space and an umlaut."""
    copy = Path(shutil.copytree(ROOT / "release" / "2027" / NAME, tmp_path / "Käfig 1" / NAME))
    shutil.copy(ROOT / "solutions" / "2027" / NAME / f"{NAME}.ipynb", copy)
    for path in copy.rglob("*"):
        if path.suffix in (".py", ".json", ".ipynb", ".md", ".txt"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    notebook = copy / f"{NAME}.ipynb"
    notebook.write_bytes(b"\xef\xbb\xbf" + notebook.read_bytes())  # as some editors of Windows begin a file
    return copy


def test_a_last_look_needs_no_encoding_of_the_machine_and_no_line_ends_of_unix(folder: Path) -> None:
    strict = ["-X", "utf8=0", "-X", "warn_default_encoding", "-W", "error::EncodingWarning:gradekit"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    environment = {**kept, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(folder)}
    command = [sys.executable, *strict, "-m", "decoding.check", f"{NAME}.ipynb"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    said = done.stdout.decode("utf-8").splitlines()
    assert said[-1] == f"✓ {NAME}.ipynb IS READY: hand in this one file.", (said, done.stderr.decode()[-2000:])


def test_the_kit_opens_no_text_in_the_encoding_of_the_machine_and_names_no_font_or_root() -> None:
    found = []
    for path in KIT:
        source = path.read_text("utf-8")
        found += [
            f"{path.name}: {call}" for call in re.findall(r"\.(?:read|write)_text\(.*", source) if "utf-8" not in call
        ]
        found += [
            f"{path.name}: {word}"
            for word in re.findall(r"fontname|font\.family|os\.sep|[\"']/(?:tmp|home|dev)\b", source)
        ]
    assert found == []


def test_a_line_of_a_check_is_named_whatever_separates_folders() -> None:
    source = '@check(points=1)\ndef test_it(student):\n    "It holds."\n    student.none[1]\n'
    defined: dict[str, object] = {"check": check}
    exec(compile(source, r"C:\course\checks\w_star.py", "exec"), defined)
    outcome = run_check(defined["test_it"].check, LocalStudent({"none": []}), {}, cohort="2027", task="w_star")  # type: ignore[attr-defined]
    assert outcome.detail.splitlines()[0] == "w_star.py, line 4"


def test_on_colab_what_is_on_the_screen_is_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colab itself cannot be had here: a module in its place answers as its own front end does."""
    shown = {"cells": [{"cell_type": "markdown", "source": ["On the screen."], "metadata": {}}], "metadata": {}}
    colab = types.ModuleType("google.colab")
    colab._message = types.SimpleNamespace(blocking_request=lambda request, timeout_sec: {"ipynb": shown})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "google.colab", colab)
    release = read_release(folder)
    copy_from_colab(release)
    assert [cell.source for cell in read_saved(folder / release.notebook).cells] == ["On the screen."]
