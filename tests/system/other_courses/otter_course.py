"""A small course of Otter's with every rule in it, what students hand in, and what Otter itself gives for it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Cells = list[tuple[str, dict[str, Any]] | str]


def ok(name: str, *cases: str | dict[str, Any], **more: Any) -> str:
    """A test file in the OK format; cases that are texts are public."""
    said = [{"code": case, "hidden": False} if isinstance(case, str) else case for case in cases]
    test = {"name": name, "suites": [{"cases": said, "type": "doctest"}], **more}
    return f"OK_FORMAT = True\n\ntest = {test!r}\n"


SEQUENCE = (
    """
>>> numbers = sequence()
>>> next(numbers) == 0 and next(numbers) == 1
True
""",
    """
\t>>> numbers = sequence()
\t>>> for _ in range(4):
\t... \tprint(next(numbers))
\t0
\t1
\t1
\t2
""",
)  # as in test/test_grade/files/tests/q6.py of otter-grader, Copyright UC Berkeley Data Science, BSD-3-Clause
EXCEPTIONS = """
from otter.test_files import test_case

OK_FORMAT = False
name = "functions"
points = 4


def close(one, other):
    return abs(one - other) < 1e-9


@test_case(points=1, success_message="Well done.", failure_message="Look at 0.")
def test_public(env):
    assert env["half"](0) == 0


@test_case(None, None, True)
def test_named(half, no_such_name):
    assert no_such_name is None
    assert close(half(3), 1.5)


@test_case(hidden=True, points=0)
def test_nothing(half):
    assert half(2) == 1, "no"
"""

TESTS = {
    "none": ok("none", ">>> half(4) == 2\nTrue", {"code": ">>> half(5) == 2.5\nTrue"}),
    "listed": ok("listed", ">>> half(4)\n2.0", ">>> half(7)\n3.5", points=[1, 2.5]),
    "own": ok("own", {"code": ">>> half(2)\n1.0", "points": 1}, ">>> half(3)\n1.5", ">>> half(0)\n0.0", points=2),
    "zero": ok("zero", ">>> half(2)\n1.0", points=0),
    "whole": ok("whole", ">>> half(2)\n1.0", ">>> half(3)\n1.5", points=3, all_or_nothing=True),
    "nothing": ok("nothing", ">>> half(2)\n2.0", ">>> half(3)\n1.5", points=[0, 2], all_or_nothing=True),
    "unsaid": ok("unsaid", {"code": ">>> half(2)\n1.0", "points": 2}, ">>> half(3)\n1.5"),
    "functions": EXCEPTIONS,
    "prints": ok(
        "prints",
        ">>> for k in range(3):\n...     half(2 * k)\n0.0\n1.0\n2.0",
        ">>> print(half(2), end='')\n1.0",
        ">>> import sys\n>>> sys.stderr.write('x') and None\n>>> half(2); half(4)\n1.0\n2.0",
        ">>> {'b': half(2), 'a': [half(k) for k in range(30)]}['b']\n1.0",
        ">>> sorted({half(k) for k in (2, 4)})\n[1.0, 2.0]",
        ">>> sys.path and None",
        ">>> print('a\\n\\nb') or half(2)\na\n<BLANKLINE>\nb\n1.0",
        points=7,
    ),
    "flags": ok(
        "flags",
        ">>> list(range(30)) # doctest: +ELLIPSIS\n[0, 1, ..., 29]",
        ">>> print('a   b', half(2)) # doctest: +NORMALIZE_WHITESPACE\na b 1.0",
        ">>> half(1) # doctest: +SKIP\nnever",
        ">>> half('x') # doctest: +IGNORE_EXCEPTION_DETAIL\nTraceback (most recent call last):\nTypeError: whatever",
        ">>> {}['no']\nTraceback (most recent call last):\n  ...\nKeyError: 'no'",
        ">>> half(1/0)\n0.0",
        ">>> half(2) +\n1.0",
        ">>> no_such_name",
        points=[1] * 8,
    ),
    "before": ok("before", ">>> x\n1"),
    "between": ok("between", ">>> y\n1"),
    "twice": ok("twice", ">>> z\n2"),
    "behind": ok("behind", ">>> w\n1"),
    "last": ok("last", ">>> x\n3", ">>> 'ignored' in globals()\nFalse"),
    "loop": ok("loop", ">>> v\n5"),
    "seeded": ok("seeded", ">>> drawn == again\nTrue", ">>> round(other, 6) == round(drawn, 6)\nTrue", points=2),
    "after_error": ok("after_error", ">>> kept\n1", ">>> lost\n1", points=2),
    "sequence": ok("sequence", *SEQUENCE, points=5, hidden=True, all_or_nothing=False),
    "state": ok("state", ">>> counter = counter + 1\n>>> counter\n1", ">>> counter\n1", points=2),
}  # fmt: skip
CONFIG = {"seed": 7, "show_hidden": False}

HALF = "def half(x):\n    return x / 2"
RIGHT: Cells = [
    "import otter\nimport numpy as np\ngrader = otter.Notebook()",
    HALF,
    'grader.check("none")',
    "x = 1",
    'grader.check("before")',
    "x = 2",
    'y = 1\ngrader.check("between")\ny = 2',
    'z = 1\ngrader.check("twice")',
    'z = 2\ngrader.check("twice")',
    ("w = 1", {"otter": {"tests": ["behind"]}}),
    "w = 2\nx = 3",
    ("ignored = 1", {"tags": ["otter_ignore"]}),
    'v = 5\nfor name in ("loop", "functions"):\n    grader.check(name)',
    "v = 6",
    "drawn = np.random.rand()",
    "again = np.random.rand()",
    "%%time\nother = np.random.rand()",
    "kept = 1\nraise ValueError('no')\nlost = 1",
    "def sequence():\n    yield 0\n    a, b = 0, 1\n    while True:\n        yield b\n        a, b = b, a + b",
    "counter = 0",
    'grader.check("no_such_question")\ncounter = 7',
    "grader.check_all()\ngrader.export(run_tests=True)",
]


def changed(cells: Cells, *changes: tuple[str, str]) -> Cells:
    found = list(cells)
    for before, after in changes:
        found = [after if cell == before else cell for cell in found]
    assert found != cells
    return found


SUBMISSIONS: dict[str, Cells | str] = {
    "right": RIGHT,
    "whole_numbers": changed(RIGHT, (HALF, "def half(x):\n    return x // 2")),
    "prints_too": changed(RIGHT, (HALF, "def half(x):\n    print('half')\n    return x / 2")),
    "blank": changed(RIGHT, (HALF, "def half(x):\n    ...")),
    "broken": changed(RIGHT, (HALF, "def half(x:\n    ..."), ("x = 1", "x = 1 / 0")),
    "script": f'import otter\n\nx, w = 1, 1\notter.Notebook().check("before")\n\n{HALF}\n\nx = 3\ny = 1\n',
}

STOCK = """
import json, pathlib, sys
from contextlib import redirect_stdout
from otter.run import main

found = {}
for path in sys.argv[2:]:
    with redirect_stdout(sys.stderr):
        graded = main(path, autograder=sys.argv[1], output_dir=None, no_logo=True)
    found[pathlib.Path(path).stem] = {
        name: [file.score, file.possible, [case.passed for case in file.test_case_results]]
        for name, file in graded.results.items()
    }
print(json.dumps(found))
"""
Scores = dict[str, dict[str, tuple[float, float, list[bool]]]]


def notebook(cells: Cells, metadata: Mapping[str, Any] | None = None) -> dict[str, Any]:
    entries = [(cell, {}) if isinstance(cell, str) else cell for cell in cells]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    made = [
        {"id": f"c{k}", "cell_type": "code", "metadata": about, "source": text, "outputs": [], "execution_count": None}
        for k, (text, about) in enumerate(entries)
    ]
    return {"cells": made, "metadata": {**kernel, **(metadata or {})}, "nbformat": 4, "nbformat_minor": 5}


def zip_of(path: Path, tests: Mapping[str, str], config: Mapping[str, Any], files: Mapping[str, str] = {}) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("otter_config.json", json.dumps(config))
        for name, text in tests.items():
            archive.writestr(f"tests/{name}.py", text)
        for name, text in files.items():
            archive.writestr(f"files/{name}", text)
    return path


def hand_in(folder: Path, submissions: Mapping[str, Cells | str]) -> Path:
    folder.mkdir(parents=True)
    for student, work in submissions.items():
        if isinstance(work, str):
            (folder / f"{student}.py").write_text(work)
        else:
            (folder / f"{student}.ipynb").write_text(json.dumps(notebook(work)))
    return folder


def stock_scores(zipped: Path, folder: Path) -> Scores:
    """What `otter run` gives."""
    command = [sys.executable, "-c", STOCK, str(zipped), *map(str, sorted(folder.iterdir()))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder.parent)
    assert done.returncode == 0, done.stderr[-3000:]
    read = json.loads(done.stdout)
    return {who: {name: (*row[:2], row[2]) for name, row in rows.items()} for who, rows in read.items()}


def our_scores(results: Path) -> Scores:
    """What the file of results says."""
    rows = [json.loads(line) for line in results.read_text().splitlines()]
    return {
        re.sub(r"\W", "_", row["student"]): {
            task["name"]: (task["points"], task["max_points"], [check["passed"] for check in task["checks"]])
            for task in row["tasks"]
        }
        for row in rows
    }
