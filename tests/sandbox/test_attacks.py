"""Every attack of the corpus: it earns, leaks and leaves nothing, and the next submission gets its marks."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.building.filling import filled_notebook
from autograder.grading.grader import Grader
from autograder.grading.plan import Plan
from autograder.sandbox.client import ForkServer

from ..conftest import ROOT, Class

ATTACKS = sorted((ROOT / "tests" / "corpus" / "attacks").glob("*.py"))
TRACES = ("/tmp/boom", "/tmp/answers.txt", "/dev/shm/answers.txt", "/dev/shm/answers", "/var/tmp/answers.txt")


@pytest.fixture(scope="module")
def grader(linear_plan: Plan, server: ForkServer) -> Grader:
    return Grader(replace(linear_plan, cell_seconds=2, submission_seconds=20), server)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda path: path.stem)
def test_an_attack_earns_nothing_and_harms_nobody(
    grader: Grader, server: ForkServer, classroom: Class, attack: Path
) -> None:
    notebook = filled_notebook(classroom.cells, {})
    cell = {"id": "attack", "cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    notebook["cells"].insert(3, cell | {"source": attack.read_text()})
    attacked = grader.grade(json.dumps(notebook).encode(), student="umber01", file="umber01.ipynb")

    assert attacked.result.status == "graded"
    assert attacked.result.points == 0
    assert attacked.notebook is not None
    outputs = [json.dumps(cell.get("outputs")) for cell in attacked.notebook["cells"]]
    assert not any("got through" in shown for shown in outputs), "the attack reports that it got through"
    hidden = [check for task in attacked.result.tasks for check in task.checks if not check.public]
    assert not any("HIDDEN" in check.message for check in hidden)
    assert not any(os.path.exists(trace) for trace in TRACES)

    following = grader.grade(classroom.text().encode(), student="amber01", file="amber01.ipynb").result
    assert following.points == following.max_points
    with server.spawn() as process:
        assert process.run_cell("import os; print(os.listdir('.'))", "x", 5).outputs[0]["text"] == "[]\n"
