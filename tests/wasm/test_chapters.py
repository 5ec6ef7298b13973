"""The solved chapters in Pyodide, under Node: every code cell runs, every public check holds, nothing takes long."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.wasm.bundle import bundle, node

pytestmark = pytest.mark.slow
HERE = Path(__file__).parent
CHAPTERS = ("0_neural_data", "1_linear_regression", "2_gradient_descent", "3_backpropagation")


def in_pyodide(folder: Path, script: Path) -> dict[str, Any]:
    """What a script says in its last line, with this folder as its own."""
    command = [node(), str(HERE / "run.mjs"), str(bundle()), str(folder), str(script)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def solved(chapter: str, target: Path) -> Path:
    """A student's folder of a chapter, with the course's own answers."""
    folder = Path(shutil.copytree(ROOT / "release" / "2026" / chapter, target / chapter))
    shutil.copy(ROOT / "solutions" / "2026" / chapter / f"{chapter}.ipynb", folder)
    return folder


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_solved_chapter_runs_in_pyodide_and_its_public_checks_hold(chapter: str, tmp_path: Path) -> None:
    found = in_pyodide(solved(chapter, tmp_path), HERE / "chapter.py")
    print(f"\n{chapter}: {found}")
    assert found["raised"] == {}
    assert found["held"] == found["checks"] > 0
    assert found["platform"] == "emscripten"
    assert not found["otter"]
    assert "hold in their public checks" in found["says"]
