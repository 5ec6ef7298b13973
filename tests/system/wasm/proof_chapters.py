"""The solved chapters in Pyodide, under Node: every code cell runs, and every public check holds."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.system.wasm.bundle import bundle, node

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
    folder = Path(shutil.copytree(ROOT / "release" / "2027" / chapter, target / chapter))
    solution = (ROOT / "solutions" / "2027" / chapter / f"{chapter}.ipynb").read_text("utf-8")
    (folder / f"{chapter}.ipynb").write_text(re.sub(r"fewer\(\d+, (\d+)", shorter, solution), "utf-8")
    return folder


def shorter(found: re.Match[str]) -> str:
    """Trainings of a fifth of what a browser does otherwise, and half of what it repeats."""
    few = int(found[1])
    return f"fewer({few}, {few // 5 if few > 12 else few // 2 if few < 5 else few}"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_solved_chapter_runs_in_pyodide_and_its_public_checks_hold(chapter: str, tmp_path: Path) -> None:
    found = in_pyodide(solved(chapter, tmp_path), HERE / "chapter.py")
    print(f"\n{chapter}: {found}")
    assert found["raised"] == {}
    assert found["held"] == found["checks"] > 0
    assert found["platform"] == "emscripten"
    assert not found["otter"]
    assert "hold in their public checks" in found["says"]


def test_the_last_look_in_a_browser_waits_for_cells_that_wait(tmp_path: Path) -> None:
    folder = solved("0_neural_data", tmp_path)
    file = folder / "0_neural_data.ipynb"
    notebook = json.loads(file.read_text("utf-8"))
    start = "import asyncio\ntask = asyncio.create_task(asyncio.sleep(0.05, 'waited'))"
    cells = [
        start,
        "assert await asyncio.gather(task, asyncio.sleep(0.01)) == ['waited', None]",
        "await asyncio.Future()",
    ]
    notebook["cells"] += [
        {"cell_type": "code", "id": f"own{n}", "metadata": {}, "source": cell, "outputs": [], "execution_count": None}
        for n, cell in enumerate(cells)
    ]
    file.write_text(json.dumps(notebook), "utf-8")
    found = in_pyodide(folder, HERE / "last_look.py")
    assert found["kept"]
    raised = [line.strip() for line in found["says"] if ", `" in line]
    assert len(raised) == 1
    assert raised[0].endswith("RuntimeError: this cell waits for what does not come")
