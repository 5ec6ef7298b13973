"""An nbgrader course of another subject: two notebooks, public and hidden tests, partial credit, manual marks."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import commands

BIN = Path(sys.executable).parent
P1 = "ps1/first"
Cells = list[dict[str, Any]]

FIRST = [
    ("plain", "markdown", "intro", 0, "# Squares"),
    ("locked", "code", "setup", 0, 'import numpy as np\n\ndata = np.loadtxt("data.csv")'),
    ("solution", "code", "square", 0, "def square(x):\n    ### BEGIN SOLUTION\n    return x**2\n    ### END SOLUTION"),
    ("test", "code", "public", 1, "assert square(2) == 4"),
    (
        "test",
        "code",
        "hidden",
        2,
        "assert square(1) == 1\n### BEGIN HIDDEN TESTS\nassert square(-3) == 9\n### END HIDDEN TESTS",
    ),
    ("test", "code", "shown", 1, "square(2)\nassert square(2) == 4"),
    ("test", "code", "share", 2, "2 * np.mean([square(1) == 1, square(-3) == 9])"),
    ("solution", "code", "total", 0, "### BEGIN SOLUTION\ntotal = float(data.sum())\n### END SOLUTION"),
    ("test", "code", "partial", 3, "score = 1 if isinstance(total, float) else 0\nscore + (2 if total == 10 else 0)"),
    ("solution", "code", "one", 0, "### BEGIN SOLUTION\ndef one():\n    return 1\n### END SOLUTION"),
    ("test", "code", "is_one", 1, "assert one() == 1"),
    ("test", "code", "last", 1, "assert square(3) == 9"),
]  # fmt: skip
SECOND = [
    ("manual", "markdown", "why", 2, "Because it is."),
    ("manual", "code", "draw", 1, "### BEGIN SOLUTION\npicture = 'a line'\n### END SOLUTION"),
    ("solution", "code", "word", 0, "### BEGIN SOLUTION\nword = 'square'\n### END SOLUTION"),
    ("test", "code", "has_word", 1, "assert word == 'square'"),
]
KINDS = {
    "locked": {"locked": True, "solution": False, "grade": False},
    "solution": {"locked": False, "solution": True, "grade": False},
    "test": {"locked": True, "solution": False, "grade": True},
    "manual": {"locked": False, "solution": True, "grade": True},
}


def notebook(rows: list[tuple[str, str, str, int, str]]) -> dict[str, Any]:
    cells = []
    for kind, cell_type, name, points, source in rows:
        cell: dict[str, Any] = {"cell_type": cell_type, "id": name, "metadata": {}, "source": source}
        if kind in KINDS:
            cell["metadata"]["nbgrader"] = {**KINDS[kind], "task": False, "grade_id": name, "schema_version": 3}
            if KINDS[kind]["grade"]:
                cell["metadata"]["nbgrader"]["points"] = points
        if cell_type == "code":
            cell |= {"execution_count": None, "outputs": []}
        cells.append(cell)
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


def put(name: str, source: str) -> Callable[[Cells], None]:
    """Another text in one cell."""

    def edit(cells: Cells) -> None:
        next(cell for cell in cells if cell["id"] == name)["source"] = source

    return edit


def delete(name: str) -> Callable[[Cells], None]:
    return lambda cells: cells.remove(next(cell for cell in cells if cell["id"] == name))


def double(name: str, source: str) -> Callable[[Cells], None]:
    """The same cell once more before, with another text."""

    def edit(cells: Cells) -> None:
        place = next(index for index, cell in enumerate(cells) if cell["id"] == name)
        cells.insert(place, {**cells[place], "id": "copy", "source": source})

    return edit


SOLVED = [
    put("square", "def square(x):\n    return x**2"),
    put("total", "total = float(data.sum())"),
    put("one", "def one():\n    return 1"),
]
ODD = put("square", "def square(x):\n    return x * abs(x)")
STUDENTS: dict[str, list[Callable[[Cells], None]]] = {
    "right": [*SOLVED, put("intro", "# Squares, by me")],
    "blank": [],
    "odd": [*SOLVED, ODD, put("total", "total = 10")],
    "edited": [*SOLVED, ODD, put("hidden", "assert True")],
    "deleted": [*SOLVED, delete("hidden")],
    "doubled": [*SOLVED, double("square", "def square(x):\n    return 5")],
    "endless": [*SOLVED, put("one", "while True:\n    pass")],
    "valued": [
        *SOLVED,
        put("square", "get_ipython().ast_node_interactivity = 'all'\n\ndef square(x):\n    return 'none'"),
    ],
    "broken": [*SOLVED, put("square", "def square(x):\n    return 3")],
    "killed": [*SOLVED, put("one", "import os\nos._exit(1)")],
}


def nbgrader(course: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return commands.run("nbgrader", *arguments, cwd=course)


@pytest.fixture(scope="session")
def other_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course with its release made and all submissions in; nothing graded yet. Not to be changed."""
    course = tmp_path_factory.mktemp("other")
    source = course / "source" / "ps1"
    source.mkdir(parents=True)
    (source / "first.ipynb").write_text(json.dumps(notebook(FIRST)))
    (source / "second.ipynb").write_text(json.dumps(notebook(SECOND)))
    (source / "data.csv").write_text("1\n2\n3\n4\n")
    settings = ["c = get_config()", "c.Execute.timeout = 8", "c.Execute.iopub_timeout = 60", ""]
    (course / "nbgrader_config.py").write_text("\n".join(settings))
    made = nbgrader(course, "generate_assignment", "ps1")
    assert made.returncode == 0, made.stderr
    release = course / "release" / "ps1"
    for student, edits in STUDENTS.items():
        folder = course / "submitted" / student / "ps1"
        shutil.copytree(release, folder)
        first = json.loads((folder / "first.ipynb").read_text())
        for edit in edits:
            edit(first["cells"])
        (folder / "first.ipynb").write_text(json.dumps(first))
        (folder / "timestamp.txt").write_text("2026-11-02 10:00:00 UTC")
    right = course / "submitted" / "right" / "ps1"
    (right / "mine.py").write_text("word = 'square'\n")
    second = json.loads((right / "second.ipynb").read_text())
    put("word", "from mine import word")(second["cells"])
    put("why", "It grows.")(second["cells"])
    (right / "second.ipynb").write_text(json.dumps(second))
    (course / "submitted" / "blank" / "ps1" / "second.ipynb").unlink()
    return course
