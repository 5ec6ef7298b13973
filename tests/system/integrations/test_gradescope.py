"""The Gradescope zip, unpacked and run as Gradescope does, and by `otter run`."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

import nbformat
import pytest

from hippograd.course import Assignment, Cohort, Course, Offering
from hippograd.grading.result import CheckResult, Result, TaskResult
from hippograd.intake import Note
from hippograd.integrations.gradescope import grade, handed_in, results
from hippograd.integrations.gradescope_zip import gradescope_zip
from tests.conftest import Class, tasks_of

SCRIPTS = sysconfig.get_path("scripts")
WRONG = {
    "w_star": "def fit(self):\n    self.W = 2 * self.Y_train @ np.linalg.pinv(self.X_train)\n\nLinearModel.fit = fit",
    "fit_1d": "1 / 0",
    "count_linear_parameters": "",
}
Output = dict[str, Any]


@pytest.fixture(scope="module")
def zip_file(
    linear_course: Course,
    linear_regression: Assignment,
    cohort: Cohort,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    target = tmp_path_factory.mktemp("zip") / "autograder.zip"
    return gradescope_zip(
        Offering(linear_course, linear_regression, cohort), target, hidden="after_published", tier="container"
    )


@pytest.fixture(scope="module")
def unpacked(zip_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gradescope's layout with the zip in it; only `submission` and `results` are to be changed."""
    root = tmp_path_factory.mktemp("gradescope") / "autograder"
    with zipfile.ZipFile(zip_file) as archive:
        archive.extractall(root / "source")
    shutil.copy(root / "source" / "run_autograder", root)
    (root / "run_autograder").chmod(0o755)
    return root


@pytest.fixture
def autograder(unpacked: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same with nothing handed in yet."""
    monkeypatch.chdir(unpacked)
    for name in ("submission", "results"):
        shutil.rmtree(unpacked / name, ignore_errors=True)
        (unpacked / name).mkdir()
    return unpacked


def command(root: Path) -> dict[str, Any]:
    """How Gradescope starts the entry: in its folder, with nothing of this project in the environment."""
    environment = {"PATH": f"{SCRIPTS}:/usr/bin:/bin", "HOME": "/root"}
    return {"args": [str(root / "run_autograder")], "cwd": root, "env": environment}


def run(root: Path, *before: str) -> Output:
    """Run the entry to its end and read its results."""
    started = command(root)
    done = subprocess.run(**started | {"args": [*before, *started["args"]]}, timeout=300, check=False)
    assert done.returncode == 0
    return results_of(root)


def results_of(root: Path) -> Output:
    """What the entry left, held against the format that Gradescope documents."""
    output = json.loads((root / "results" / "results.json").read_text())
    assert isinstance(output["score"], int | float)
    assert "execution_time" not in output  # students see it, and it could carry a hidden input
    for test in output["tests"]:
        assert test["visibility"] in ("visible", "hidden", "after_due_date", "after_published")
        assert set(test) <= {"score", "max_score", "status", "name", "number", "output", "tags", "visibility"}
    return output


def marks(output: Output) -> dict[str, float]:
    found: dict[str, float] = {}
    for test in output["tests"]:
        for task in test.get("tags", []):
            found[task] = found.get(task, 0) + test["score"]
    return found


def test_the_entry_gives_the_marks_of_hippograd_grade_and_hides_what_is_hidden(
    autograder: Path, classroom: Class
) -> None:
    text = classroom.text(**WRONG)
    (autograder / "submission" / "my work.ipynb").write_text(text)
    expected = classroom.grade(text).result
    output = run(autograder)
    assert marks(output) == {task.name: task.points for task in expected.tasks}
    assert output["score"] == expected.points
    assert f"sandbox tier: {expected.tier}" in output["output"]
    w_star = [test for test in output["tests"] if test["tags"] == ["w_star"]]
    assert [(test["number"], test["visibility"]) for test in w_star] == [("1.7", "visible"), ("1.7", "after_published")]
    assert "W is not right: it is twice what it should be." in w_star[1]["output"]
    hidden = [check for check in tasks_of(expected)["w_star"].checks if not check.public and check.detail]
    assert hidden
    assert all(check.detail not in w_star[1]["output"] for check in hidden)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "No file was handed in."),
        ({"work.ipynb": '{"cells": [{"cell_'}, "work.ipynb"),
        ({"a.ipynb": "{}", "b.ipynb": "{}"}, "2 notebooks were handed in: a.ipynb, b.ipynb."),
    ],
    ids=["no file", "cut short", "two notebooks"],
)
def test_a_file_that_cannot_be_graded_is_explained_and_gets_no_mark(
    autograder: Path, files: dict[str, str], said: str
) -> None:
    for name, text in files.items():
        (autograder / "submission" / name).write_text(text)
    output = grade(autograder)
    assert output["output"].startswith("Not graded.")
    assert said in output["output"]
    assert (output["score"], output["tests"][0]["visibility"]) == (0, "hidden")
    assert str(autograder) not in output["output"]


def test_a_doubt_about_a_notebook_is_shown_to_the_staff_only(autograder: Path, classroom: Class) -> None:
    nb = nbformat.reads(classroom.text(), as_version=4)
    place, cell = next((place, cell) for place, cell in enumerate(nb.cells) if cell.id == "fit-1d-answer")
    nb.cells.insert(place, nbformat.from_dict({**cell, "source": cell.source.replace("def fit_1d", "def fit_1d ")}))
    nb.cells[place]["source"] += "\nprint(1)"
    (autograder / "submission" / "work.ipynb").write_text(json.dumps(nb))
    output = grade(autograder)
    (staff,) = [test for test in output["tests"] if test["name"] == "For the teaching staff"]
    assert staff["visibility"] == "hidden"
    assert staff["output"].startswith("Please check:")
    assert "Please check:" not in output["output"]


def test_what_is_shown_holds_nothing_that_a_terminal_obeys(linear_regression: Assignment) -> None:
    check = CheckResult("c", "idea", True, 0, 2, False, "a\x1b[2Jb\n\u202etxt", "\x9b31m")
    task = TaskResult("w_star", "W*", 0, 2, "failed", [check])
    result = Result("x", "1_linear_regression", "2027", "f", "graded", [task], notes=[Note("\x07", for_staff=True)])
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", str(_texts(results(result, linear_regression, "visible")))
    )


def _texts(output: dict[str, Any]) -> list[str]:
    return [output["output"], *(text for test in output["tests"] for text in (test["name"], test["output"]))]


def test_what_was_handed_in_late_says_so_with_the_students_own_due_date(tmp_path: Path) -> None:
    metadata = tmp_path / "submission_metadata.json"
    said: dict[str, Any] = {
        "created_at": "2026-11-02T10:00:00.000000-05:00",
        "assignment": {"due_date": "2026-11-01T23:59:00.000000-05:00"},
        "users": [{"email": "amber@example.org"}],
    }
    metadata.write_text(json.dumps(said))
    assert handed_in(metadata) == (
        "amber@example.org",
        [Note.of("handed-in-after-due", time="2026-11-02T10:00:00.000000-05:00")],
    )
    said["users"][0]["assignment"] = {"due_date": "2026-11-03T23:59:00.000000-05:00"}
    metadata.write_text(json.dumps(said))
    assert handed_in(metadata) == ("amber@example.org", [])
    for odd in ("{}", '{"users": ' + "[" * 100_000):
        metadata.write_text(odd)
        assert handed_in(metadata) == ("submission", [])


def test_an_image_that_was_not_built_leaves_results(autograder: Path, classroom: Class) -> None:
    (autograder / "submission" / "work.ipynb").write_text(classroom.text())
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/root"}
    done = subprocess.run(**command(autograder) | {"env": environment}, timeout=60, check=False)
    assert done.returncode == 0
    output = results_of(autograder)
    assert output["output"].startswith("Not graded. The autograder failed.")
    assert "could not start because the image was not built" in output["tests"][0]["output"]


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("autograder/graders/1_linear_regression/test_w_star.py", "raise RuntimeError('broken')", "RuntimeError"),
        ("hippograd.json", "{}", "hippograd.json cannot be read"),
        ("assignments/1_linear_regression/assignment.toml", "=", "assignment.toml"),
        ("src/hippograd/sandbox/wire.py", "import nothing_of_this_name", "ModuleNotFoundError"),
    ],
    ids=["grader", "order", "assignment", "package"],
)
def test_a_fault_of_ours_is_shown_to_the_staff_and_is_no_mark(
    autograder: Path, classroom: Class, file: str, text: str, said: str
) -> None:
    (autograder / "submission" / "work.ipynb").write_text(classroom.text())
    broken = autograder / "source" / file
    whole = broken.read_text()
    broken.write_text(text)
    try:
        output = run(autograder)
    finally:
        broken.write_text(whole)
    assert output["output"].startswith("Not graded. The autograder failed. That is not your doing.")
    if file != "src/hippograd/sandbox/wire.py":  # then not even the entry can be imported
        assert said in output["tests"][0]["output"]


def test_the_zip_is_otters_always_the_same_and_holds_one_assignment_only(
    zip_file: Path, linear_course: Course, linear_regression: Assignment, cohort: Cohort, tmp_path: Path
) -> None:
    again = gradescope_zip(
        Offering(linear_course, linear_regression, cohort),
        tmp_path / "again.zip",
        hidden="after_published",
        tier="container",
    )
    assert again.read_bytes() == zip_file.read_bytes()
    with zipfile.ZipFile(zip_file) as archive:
        names = archive.namelist()
        archive.extract("setup.sh", tmp_path)
        assert "torch==" in archive.read("environment.yml").decode()
    assert {"setup.sh", "run_autograder", "environment.yml", "otter_config.json", "tests/w_star.py"} <= set(names)
    assert not [name for name in names if "2_gradient_descent" in name or name.startswith("solutions/")]
    assert subprocess.run(["bash", "-n", tmp_path / "setup.sh"], check=False).returncode == 0
