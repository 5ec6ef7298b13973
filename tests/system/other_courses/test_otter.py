"""A course for Otter: its rules beside `otter run`, and its marks where those of every course go."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from hippograd.sandbox.servers import ForkServer
from tests import commands
from tests.refusals import refused
from tests.system.other_courses.otter_course import (
    HALF,
    RIGHT,
    SEQUENCE,
    TESTS,
    hand_in,
    notebook,
    ok,
    our_scores,
)
from tests.system.other_courses.test_otter_attacks import otter_grader, points


def graded(folder: Path, source: Path, submissions: Path, *more: object) -> subprocess.CompletedProcess[str]:
    words = ["grade-course", source, submissions, "-a", "hw", "--json", folder / "rows.jsonl", *more]
    done = commands.hippograd(*words, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


# rules


def test_points_of_otters_own_files_in_the_form_that_otter_7_refuses(tmp_path: Path) -> None:
    """Without `OK_FORMAT`, and from a folder instead of a zip."""
    for name, text in {**TESTS, "old": ok("old", {"code": ">>> half(3)\n1.5"}, points=None)}.items():
        file = tmp_path / "tests" / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text.removeprefix("OK_FORMAT = True\n\n").replace("OK_FORMAT = False\n", ""))
    (tmp_path / "otter_config.json").write_text('{"plugins": ["some.Plugin"]}')
    done = graded(tmp_path, tmp_path, hand_in(tmp_path / "handed_in", {"right": RIGHT}))
    assert "some.Plugin" in done.stderr + done.stdout, "what is left out is said"
    rows = our_scores(tmp_path / "rows.jsonl")["right"]
    assert rows["old"] == (1, 1, [True])
    assert {name: rows[name][:2] for name in ("none", "listed", "own", "zero", "whole", "functions")} == {
        "none": (1, 1), "listed": (3.5, 3.5), "own": (2, 2), "zero": (0, 0), "whole": (3, 3), "functions": (4, 4),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("config", "right", "half_right"),
    [
        ({"points_possible": 40}, {"a": 20, "b": 20}, {"a": 20, "b": 0}),
        ({"score_threshold": 0.5}, {"a": 1, "b": 1}, {"a": 1, "b": 1}),
        ({"score_threshold": 0.6}, {"a": 1, "b": 1}, {"a": 0, "b": 0}),
        ({"score_threshold": 0.6, "points_possible": 4}, {"a": 2, "b": 2}, {"a": 0, "b": 0}),
        ({"seed": 3, "seed_variable": "x"}, {"a": 1, "b": 0}, {"a": 1, "b": 0}),
    ],
)
def test_the_total_is_what_the_configuration_says(
    tmp_path: Path, server: ForkServer, config: dict[str, Any], right: dict[str, float], half_right: dict[str, float]
) -> None:
    """With `seed_variable`, it is set before each cell and not random numbers."""
    tests = {"a": ok("a", ">>> half(3)\n1.5"), "b": ok("b", ">>> x\n4")}
    grader = otter_grader(tmp_path, server, tests, **config)
    assert points(grader, [HALF, "x = 4", "pass"]) == right
    assert points(grader, [HALF, "y = 4"]) == half_right


def test_a_notebook_of_another_assignment_is_not_graded_and_messages_are_the_instructors(
    tmp_path: Path, server: ForkServer
) -> None:
    case = {"code": ">>> half(3)\n1.5", "success_message": "Well done.", "failure_message": "Look at odd numbers."}
    grader = otter_grader(tmp_path, server, {"a": ok("a", case)}, assignment_name="hw1")
    for cell, said in ((HALF, "Well done."), ("", "Look at odd numbers.")):
        data = json.dumps(notebook([cell], {"otter": {"assignment_name": "hw1"}})).encode()
        (check,) = grader.grade(data, student="u", file="u.ipynb").result.tasks[0].checks
        assert (check.message, check.public) == (said, False)
    other = grader.grade(json.dumps(notebook([HALF])).encode(), student="u", file="u.ipynb").result
    assert other.status == "not_gradable"
    assert other.problem is not None
    assert other.problem.code == "otter-other-assignment"


def test_what_ends_the_process_costs_its_cell_or_its_question(tmp_path: Path, server: ForkServer) -> None:
    hidden = {"code": ">>> x\n1"}
    tests = {"a": ok("a", ">>> half(3)\n1.5"), "b": ok("b", ">>> 1\n1", ">>> gone()\n1", points=2)}
    tests["c"] = ok("c", hidden)
    grader = otter_grader(tmp_path, server, tests)
    end = "import os\ndef gone():\n    os._exit(1)"
    assert points(grader, [HALF, "import os\nos._exit(1)", end, "x = 1"]) == {"a": 1, "b": 1, "c": 1}


def test_the_next_value_of_a_sequence_is_none_that_equals_anything(tmp_path: Path, server: ForkServer) -> None:
    tests = {f"q{place}": ok(f"q{place}", SEQUENCE[0]) for place in range(8)}
    own = next(cell for cell in RIGHT if isinstance(cell, str) and "def sequence" in cell)
    assert set(points(otter_grader(tmp_path, server, tests), [own]).values()) == {1}


# forms, and what is refused


def test_a_notebook_with_tests_in_its_metadata_is_a_course(tmp_path: Path) -> None:
    test = {"name": "a", "points": 2, "suites": [{"cases": [{"code": ">>> half(3)\n1.5"}]}]}
    own = {"otter": {"OK_FORMAT": True, "tests": {"a": test, "functions": TESTS["functions"]}}}
    (tmp_path / "hw.ipynb").write_text(json.dumps(notebook([], own)))
    graded(tmp_path, tmp_path / "hw.ipynb", hand_in(tmp_path / "handed_in", {"right": [HALF]}))
    rows = our_scores(tmp_path / "rows.jsonl")["right"]
    assert {name: row[0] for name, row in rows.items()} == {"a": 2, "functions": 4}


@pytest.mark.parametrize(
    ("config", "tests", "code"),
    [
        ({"grade_from_log": True}, {"a": ok("a", ">>> 1\n1")}, "otter-config-refused"),
        ({"lang": "r"}, {"a": ok("a", ">>> 1\n1")}, "otter-config-refused"),
        ({}, {}, "otter-nothing"),
        ({}, {"a": ok("a", ">>> 1\n1", points=[1, 2])}, "otter-test-bad"),
        ({}, {"a": ok("a", {"code": ">>> 1\n1", "points": 3}, points=2)}, "otter-test-bad"),
        ({}, {"a": "test = made()"}, "otter-test-bad"),
        ({}, {"a": "x = 1"}, "otter-test-bad"),
        ({}, {"a": ok("a", ">>> 1\n1"), "A": ok("A", ">>> 1\n1")}, "otter-names-alike"),
    ],
)
def test_what_cannot_be_graded_so_is_refused_before_anything_is_made(
    tmp_path: Path, config: dict[str, Any], tests: dict[str, str], code: str
) -> None:
    with refused(code):
        otter_grader(tmp_path, None, tests, **config)
    assert [path.name for path in tmp_path.iterdir()] == ["hw-autograder.zip"]


# a course that `otter assign` made

MASTER = [
    (
        "raw",
        "# ASSIGNMENT CONFIG\nname: hw\nfiles:\n  - data.csv\ngenerate:\n  seed: 42",
    ),
    ("code", "import numpy as np\n\ndata = np.loadtxt('data.csv')"),
    ("raw", "# BEGIN QUESTION\nname: Q 1\npoints: 2"),
    ("markdown", "Write `square`."),
    ("raw", "# BEGIN SOLUTION"),
    ("code", "def square(x):\n    return x**2 # SOLUTION"),
    ("raw", "# END SOLUTION"),
    ("raw", "# BEGIN TESTS"),
    ("code", "square(2) == 4"),
    ("code", "# HIDDEN\nsquare(-data[2])"),
    ("raw", "# END TESTS"),
    ("raw", "# END QUESTION"),
    ("raw", "# BEGIN QUESTION\nname: why\nmanual: true\npoints: 3"),
    ("markdown", "Why is it never negative?"),
    ("raw", "# BEGIN SOLUTION"),
    ("markdown", "Signs cancel."),
    ("raw", "# END SOLUTION"),
    ("raw", "# END QUESTION"),
]
ANSWERS = {
    "ada01": ("def square(x):\n    return x**2", "A product of *equal* signs."),
    "basil02": ("def square(x):\n    return x * abs(x)", "_Type your answer here, replacing this text._"),
}


@pytest.fixture(scope="module")
def assigned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `dist/`, as `otter assign` makes it, and what was handed in."""
    folder = tmp_path_factory.mktemp("assigned")
    master = notebook([])
    outputs = {"square(2) == 4": "True", "# HIDDEN\nsquare(-data[2])": "np.float64(9.0)"}
    for kind, text in MASTER:
        cell: dict[str, Any] = {"id": f"c{len(master['cells'])}", "cell_type": kind, "metadata": {}, "source": text}
        if kind == "code":
            shown = {"output_type": "execute_result", "execution_count": 1, "metadata": {}}
            shown["data"] = {"text/plain": outputs.get(text, "")}
            cell |= {"execution_count": 1, "outputs": [shown] if text in outputs else []}
        master["cells"].append(cell)
    (folder / "hw.ipynb").write_text(json.dumps(master))
    (folder / "data.csv").write_text("1\n2\n3\n")
    command = [Path(sys.executable).with_name("otter"), "assign", "hw.ipynb", "dist", "--no-run-tests"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    released = json.loads((folder / "dist" / "student" / "hw.ipynb").read_text())
    (folder / "handed_in").mkdir()
    for student, answers in ANSWERS.items():
        handed = json.loads(json.dumps(released))
        own = [cell for cell in handed["cells"] if "otter_answer_cell" in cell["metadata"].get("tags", ())]
        for cell, answer in zip(own, answers, strict=True):
            cell["source"] = answer
        (folder / "handed_in" / f"{student}.ipynb").write_text(json.dumps(handed))
    return folder


@pytest.fixture(scope="module")
def course(assigned: Path) -> Path:
    graded(assigned, assigned / "dist" / "autograder", assigned / "handed_in", "--master", "hw.ipynb")
    return assigned / "dist" / "autograder" / "hippograd"


def test_what_otter_assign_made_is_graded_with_hidden_cases_and_the_files_beside(assigned: Path, course: Path) -> None:
    rows = our_scores(assigned / "rows.jsonl")
    assert rows == {"ada01": {"q_1": (2, 2, [True, True])}, "basil02": {"q_1": (1, 2, [True, False])}}


def test_marks_go_where_those_of_every_course_go(course: Path, tmp_path: Path) -> None:
    def run(*words: object) -> str:
        done = commands.hippograd("--root", course, *words, cwd=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("feedback", "-a", "hw", "--unmarked")
    page = course / "records" / "class" / "feedback" / "basil02" / "1_hw" / "1_hw.html"
    assert "square(2) == 4" not in page.read_text(), "of a hidden case nothing is shown, of a public one that it holds"
    assert "Does not hold: Q 1 - 2" in page.read_text()
    assert "np.float64(9.0)" not in page.read_text()
    run("export", "--to", tmp_path / "marks.csv", "--unmarked")
    assert "ada01" in (tmp_path / "marks.csv").read_text()
    run("report", "hw")
    assert "1.5 of 2" in run("regrade", "hw", "--preview")


def test_a_written_answer_waits_for_its_points_and_a_blank_one_does_not(course: Path) -> None:
    for student, waits in (("ada01", True), ("basil02", False)):
        path = course / "records" / "class" / "autograded" / student / "1_hw" / "1_hw.ipynb"
        cells = json.loads(path.read_text())["cells"]
        (written,) = [cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why"]
        assert written["metadata"]["nbgrader"]["points"] == 3
        assert (written["source"] == ANSWERS[student][1]) == waits


def test_a_changed_test_grades_everybody_anew_and_an_equal_one_nobody(assigned: Path, course: Path) -> None:
    copy = assigned.parent / "changed"
    shutil.copytree(assigned, copy)
    zipped = next((copy / "dist" / "autograder").glob("*.zip"))
    arguments = (copy, copy / "dist" / "autograder", copy / "handed_in", "--master", "hw.ipynb")

    def seconds() -> set[tuple[str, float]]:
        rows = map(json.loads, (copy / "rows.jsonl").read_text().splitlines())
        return {(row["student"], row["seconds"]) for row in rows}

    took = seconds()
    graded(*arguments)
    assert seconds() == took, "what is graded already is not graded again"
    with zipfile.ZipFile(zipped) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    test = next(name for name in files if name.startswith("tests/"))
    files[test] = files[test].replace(b"np.float64(9.0)", b"np.float64(-9.0)")
    with zipfile.ZipFile(zipped, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    graded(*arguments)
    rows = our_scores(copy / "rows.jsonl")
    assert {student: row["q_1"][0] for student, row in rows.items()} == {"ada01": 1, "basil02": 2}


def test_a_master_notebook_is_refused_with_what_to_do(assigned: Path) -> None:
    done = commands.hippograd("grade-course", assigned / "hw.ipynb", assigned / "handed_in", "-a", "hw", cwd=assigned)
    assert done.returncode == 2
    assert "otter assign" in done.stderr
