"""nbgrader's own test files, with the scores that its tests assert (`nbgrader/tests/apps/test_nbgrader_autograde.py`).

`hippograd grade-course` gives them; that `nbgrader autograde` does is what nbgrader's tests are for.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from nbgrader.tests import apps

from tests import commands
from tests.system.other_courses.conftest import nbgrader

FILES = Path(apps.__file__).parent / "files"
SCORE = """
select notebook.name, submitted_assignment.student_id, sum(coalesce(grade.manual_score, grade.auto_score, 0)),
max(grade.needs_manual_grade)
from grade join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
join notebook on submitted_notebook.notebook_id = notebook.id
group by notebook.name, submitted_assignment.student_id
"""
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

LATE = """
from nbgrader.plugins import BasePlugin


class Blank(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 0.125
"""


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = tmp_path_factory.mktemp("files") / "course"
    (course / "source" / "ps1").mkdir(parents=True)
    for notebook, source in SOURCES.items():
        shutil.copy(FILES / f"{source}.ipynb", course / "source" / "ps1" / f"{notebook}.ipynb")
    shutil.copy(FILES / "autotests.yml", course)
    (course / "late_here.py").write_text(LATE)
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\nc.ClearSolutions.code_stub = dict(python='# YOUR CODE HERE')\n"
        "c.AssignLatePenalties.plugin_class = 'late_here.Blank'\n"
    )
    made = nbgrader(course, "generate_assignment", "ps1")
    assert made.returncode == 0, made.stderr
    with sqlite3.connect(course / "gradebook.db") as connection:
        connection.execute("update assignment set duedate = '2015-02-02 14:58:23.948203'")
    for (notebook, student), (file, _) in HANDED_IN.items():
        folder = course / "submitted" / student / "ps1"
        folder.mkdir(parents=True, exist_ok=True)
        handed = FILES / f"{file}.ipynb" if file else course / "release" / "ps1" / f"{notebook}.ipynb"
        shutil.copy(handed, folder / f"{notebook}.ipynb")
    shutil.copy(FILES / f"{UNCHANGED}.ipynb", course / "submitted" / "bar" / "ps1" / "plain copy.ipynb")
    late = course / "submitted" / "bar" / "ps1" / "timestamp.txt"
    late.write_text("2015-02-02 14:58:23.948204 UTC")  # a millionth of a second too late
    return course


def scores(course: Path) -> Scores:
    with sqlite3.connect(course / "gradebook.db") as connection:
        return {(row[0], row[1]): row[2] for row in connection.execute(SCORE)}


def penalties(course: Path) -> set[tuple[str, float | None]]:
    query = (
        "select submitted_assignment.student_id, late_submission_penalty from submitted_notebook join "
        "submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id where "
        "late_submission_penalty is not null"
    )
    with sqlite3.connect(course / "gradebook.db") as connection:
        return set(connection.execute(query))


@pytest.fixture(scope="module")
def ours(handed_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = tmp_path_factory.mktemp("ours") / "course"
    shutil.copytree(handed_in, course)
    elsewhere = tmp_path_factory.mktemp("elsewhere")  # the late plugin is the course's, wherever the command runs
    command = ["hippograd", "grade-course", str(course), str(course / "submitted"), "-a", "ps1"]
    done = commands.run(*command, cwd=elsewhere)
    assert done.returncode == 0, done.stdout + done.stderr
    return course


ASSERTED = {place: score for place, (_, score) in HANDED_IN.items()}


def test_hippograd_gives_the_scores_that_nbgraders_tests_assert(ours: Path) -> None:
    found = scores(ours)
    assert {place: score for place, score in found.items() if place in ASSERTED} == ASSERTED
    assert {score for place, score in found.items() if place not in ASSERTED} == {0}  # was not handed in
    assert penalties(ours) == {("bar", 0.125), ("bar", 0)}  # no more than there is


def test_a_late_plugin_that_cannot_be_imported_is_one_line_before_anything_is_graded(
    handed_in: Path, tmp_path: Path
) -> None:
    course = tmp_path / "course"
    shutil.copytree(handed_in, course)
    (course / "late_here.py").write_text("import no_such_module_anywhere\n")
    command = ["hippograd", "grade-course", str(course), str(course / "submitted"), "-a", "ps1"]
    done = commands.run(*command, cwd=tmp_path)
    assert done.returncode == 2
    assert "No module named 'no_such_module_anywhere'" in " ".join(done.stderr.split())
    assert scores(course) == {}


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
        ("cell-type-changed.ipynb", "NotebookValidationError: 'outputs' is a required property."),
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


def test_a_notebook_without_graded_cells_has_its_row(tmp_path: Path) -> None:
    folder = tmp_path / "course" / "source" / "ps1"
    folder.mkdir(parents=True)
    about = {"locked": True, "solution": False, "grade": False, "task": False, "grade_id": "read", "schema_version": 3}
    cell = {"cell_type": "markdown", "id": "a", "metadata": {"nbgrader": about}, "source": "Read chapter 1."}
    (folder / "p1.ipynb").write_text(source_without_marks([cell]))
    shutil.copy(folder / "p1.ipynb", tmp_path / "amber01.ipynb")
    command = ["hippograd", "grade-course", "course", "amber01.ipynb", "-a", "ps1", "--json", "rows.jsonl"]
    done = commands.run(*command, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    row = json.loads((tmp_path / "rows.jsonl").read_text())
    assert (row["student"], row["status"], row["tasks"]) == ("amber01", "graded", [])
    (line,) = (line.split() for line in done.stdout.splitlines() if "amber01" in line)
    assert "0/0" in line
    assert "?" not in line
