"""nbgrader's own test files, with the scores that its tests assert (`nbgrader/tests/apps/test_nbgrader_autograde.py`).

`hippograd grade-course` gives them; that `nbgrader autograde` does is what nbgrader's tests are for.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from nbgrader.tests import apps

from tests import commands
from tests.system.other_courses.conftest import nbgrader

FILES = Path(apps.__file__).parent / "files"
UNCHANGED = "submitted-unchanged"
Scores = dict[tuple[str, str], float]

SOURCES = {
    "plain": UNCHANGED,
    "simple": "autotest-simple",
    "hashed": "autotest-hashed",
    "multi": "autotest-multi",
    "concealed": "autotest-hidden",
    "variable": "validating-environment-variable",
    "slow": "timeout",
    "released": "test-hidden-tests",
}
"""The file of each notebook of the assignment `ps1`."""

HANDED_IN: dict[tuple[str, str], tuple[str, float]] = {
    ("plain", "foo"): (UNCHANGED, 1),
    ("plain", "bar"): ("submitted-changed", 2),
    ("plain", "spam"): ("submitted-cheat-attempt", 1),
    ("plain", "eggs"): ("submitted-cheat-attempt-alternative", 1),
    ("simple", "foo"): ("autotest-simple-unchanged", 0),
    ("simple", "bar"): ("autotest-simple-changed", 1),
    ("hashed", "foo"): ("autotest-hashed-unchanged", 0),
    ("hashed", "bar"): ("autotest-hashed-changed", 1),
    ("multi", "foo"): ("autotest-multi-unchanged", 0),
    ("multi", "bar"): ("autotest-multi-changed", 3),
    ("concealed", "foo"): ("autotest-hidden-unchanged", 0),
    ("concealed", "bar"): ("autotest-hidden-changed-wrong", 0),
    ("concealed", "baz"): ("autotest-hidden-changed-right", 1),
    ("variable", "foo"): ("validating-environment-variable", 0),
    ("slow", "foo"): ("timeout", 1),
    ("released", "foo"): ("", 1.5),
}
"""What each student hands in, the release where no file is named, and the score that nbgrader's tests assert."""


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = tmp_path_factory.mktemp("files") / "course"
    (course / "source" / "ps1").mkdir(parents=True)
    for notebook, source in SOURCES.items():
        shutil.copy(FILES / f"{source}.ipynb", course / "source" / "ps1" / f"{notebook}.ipynb")
    shutil.copy(FILES / "autotests.yml", course)
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\nc.ClearSolutions.code_stub = dict(python='# YOUR CODE HERE')\n"
    )
    made = nbgrader(course, "generate_assignment", "ps1")
    assert made.returncode == 0, made.stderr
    for (notebook, student), (file, _) in HANDED_IN.items():
        folder = course / "submitted" / student / "ps1"
        folder.mkdir(parents=True, exist_ok=True)
        handed = FILES / f"{file}.ipynb" if file else course / "release" / "ps1" / f"{notebook}.ipynb"
        shutil.copy(handed, folder / f"{notebook}.ipynb")
    shutil.copy(FILES / f"{UNCHANGED}.ipynb", course / "submitted" / "bar" / "ps1" / "plain copy.ipynb")
    return course


def test_hippograd_gives_the_scores_that_nbgraders_tests_assert(handed_in: Path) -> None:
    command = ["hippograd", "grade-course", str(handed_in), str(handed_in / "submitted"), "-a", "ps1"]
    commands.run(*command, cwd=handed_in.parent)
    found: Scores = {}
    for path in (handed_in / "hippograd" / "records" / "class").glob("*_ps1_*.jsonl"):
        for row in map(json.loads, path.read_text().splitlines()):
            if row["tasks"]:
                notebook = path.stem.partition("_ps1_")[2]
                found[notebook, row["student"]] = sum(task["points"] for task in row["tasks"])
    asserted = {place: score for place, (_, score) in HANDED_IN.items()}
    assert {place: score for place, score in found.items() if place in asserted} == asserted
    assert set(found) == set(asserted), "no notebook counts for another"


def source_without_marks(cells: list[dict[str, object]]) -> str:
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("print(1)", "has no cell of nbgrader's"),
        ("# ASSIGNMENT CONFIG\nx = 1", "is for Otter, not for nbgrader"),
        ("duplicate-grade-ids.ipynb", "refuses"),
        ("test-no-metadata-autotest.ipynb", "`nbgrader generate_assignment` says why."),
        ("cell-type-changed.ipynb", "has no cell of nbgrader's"),
    ],
    ids=["no tasks", "otter", "refused by nbgrader", "refused in a log", "refused at its end"],
)
def test_a_source_that_is_none_is_one_error_before_grading(tmp_path: Path, text: str, cause: str) -> None:
    folder = tmp_path / "course" / "source" / "ps1"
    folder.mkdir(parents=True)
    (tmp_path / "amber01.ipynb").write_text("{}")
    if text.endswith(".ipynb"):
        others = FILES.parent.parent / "preprocessors" / "files"
        shutil.copy(next(path for path in (FILES / text, others / text) if path.is_file()), folder / "p1.ipynb")
        shutil.copy(FILES / "autotests.yml", tmp_path / "course")
    else:
        cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": text, "outputs": [], "execution_count": None}
        (folder / "p1.ipynb").write_text(source_without_marks([cell]))
    command = ["hippograd", "grade-course", "course", "amber01.ipynb", "-a", "ps1"]
    done = commands.run(*command, cwd=tmp_path)
    assert done.returncode == 2, done.stdout + done.stderr
    said = " ".join(done.stderr.split())
    assert cause in said
    assert said.count("error ") == 1
    assert "Traceback" not in said
