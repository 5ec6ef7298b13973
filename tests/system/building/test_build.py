"""Releases and solutions: made by real nbgrader and a real kernel, compared byte for byte."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest

from hippograd.building.build import build
from hippograd.building.kernel import run_notebook
from hippograd.building.zips import zip_release
from hippograd.course import Course, Offering
from hippograd.errors import HippogradError
from hippograd.files import beside, digests
from tests.conftest import ROOT
from tests.refusals import refused

Edit = Callable[..., None]
PROJECT = Path(__file__).parents[3]


def release_of(course: Course, cohort: str = "2030") -> Path:
    return course.release_folder / cohort / "1_scaling"


def solution_of(course: Course) -> Path:
    return course.solutions_folder / "2030" / "1_scaling" / "1_scaling.ipynb"


def source_of(course: Course) -> Path:
    return course.assignment("1_scaling").notebook


def check(course: Course) -> list[str]:
    return build(Course(course.root), course.cohort("2030"), check=True)


def edit_text(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_release_holds_notebook_kit_data_checks_tests_requirements_and_readme_and_nothing_else(built: Course) -> None:
    kit = {f"gradekit/{path.name}" for path in (PROJECT / "src/gradekit").glob("*.*")}
    kit |= {f"scaling/{path.name}" for path in (built.root / "autograder/scaling").glob("*.py")}
    assert set(digests(release_of(built))) == kit | {
        "1_scaling.ipynb",
        "README.md",
        "checks/tasks.json",
        "checks/scaled.py",
        "checks/shifted.py",
        "data/cohort.json",
        "data/ruler.csv",
        "requirements.txt",
        "tests/scaled.py",
        "tests/shifted.py",
    }


def test_a_release_shows_blanks_and_no_solution_mark_scheme_or_output(built: Course, cell: Any) -> None:
    nb = nbformat.read(release_of(built) / "1_scaling.ipynb", as_version=4)
    blank = '# YOUR CODE HERE\nraise NotImplementedError("this blank is still empty")'
    assert cell(nb, "shifted-answer").source == blank
    assert cell(nb, "why-written").source == "YOUR ANSWER HERE"
    assert cell(nb, "why-question").source.rstrip().endswith("Why is stretching linear?")
    assert "bound" not in (release_of(built) / "data" / "cohort.json").read_text()


def test_two_builds_give_the_same_bytes_whatever_the_hash_seed_and_the_day(built: Course, tmp_path: Path) -> None:
    again = Course(built.root)
    before = digests(built.release_folder)
    program = (
        "import sys, time; from pathlib import Path; time.time = lambda: 2e9\n"
        "from hippograd.building.build import build; from hippograd.course import Course\n"
        "course = Course(Path(sys.argv[1])); build(course, course.cohort('2030'))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "123", "PYTHONPATH": str(PROJECT), "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", program, str(again.root)], env=environment, check=True)
    assert digests(again.release_folder) == before


def test_another_cohort_gets_other_numbers_and_another_session(course: Course) -> None:
    for name in course.cohorts:
        build(course, course.cohort(name))
    first, second = (release_of(course, cohort) for cohort in ("2030", "2031"))
    for name in ("1_scaling.ipynb", "data/cohort.json", "data/ruler.csv"):
        assert (first / name).read_bytes() != (second / name).read_bytes()


def test_the_manifest_states_tasks_points_and_the_sum_of_every_file(built: Course) -> None:
    manifest = json.loads((built.release_folder / "2030" / "manifest.json").read_text())
    entry = manifest["assignments"]["1_scaling"]
    assert entry["files"] == digests(release_of(built))
    assert [(task["name"], task["auto_points"], task["written_points"]) for task in entry["tasks"]] == [
        ("scaled", 2.5, 0),
        ("why_linear", 0, 2),
        ("shifted", 2, 1),
    ]


def test_the_solution_is_solved_executed_and_without_mark_schemes(built: Course, cell: Any) -> None:
    nb = nbformat.read(solution_of(built), as_version=4)
    assert cell(nb, "scaled-answer").source.endswith("return 2.5 * x")
    assert cell(nb, "scaled-demo").outputs[0].text == "['Ada', 'Émilie'] 3.0\n"
    text = solution_of(built).read_text()
    for unwanted in ("BEGIN", "MARK SCHEME", "additivity", "iopub", built.root.name):
        assert unwanted not in text
    assert all(one.execution_count for one in nb.cells if one.cell_type == "code")


def test_the_solution_runs_without_this_process_paths(course: Course, edit_cell: Edit, monkeypatch: Any) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere/else")
    source = (
        "import os, pathlib\n"
        "assert 'PYTHONPATH' not in os.environ\n"
        "assert os.environ['OMP_NUM_THREADS'] == '1'\n"
        "folders = sorted(path.name for path in pathlib.Path().iterdir() if path.is_dir())\n"
        "assert folders == ['checks', 'data', 'gradekit', 'scaling', 'tests']"
    )
    edit_cell(source_of(course), "scaled-demo", source=source)
    build(course, course.cohort("2030"))


def test_what_a_release_shares_with_the_course_is_a_link_however_often_it_is_built(built: Course) -> None:
    build(built, built.cohort("2030"))
    link = release_of(built) / "scaling"
    assert link.is_symlink()
    assert link.resolve() == built.root / "autograder" / "scaling"
    assert (release_of(built) / "data" / "ruler.csv").resolve() == built.root / "autograder" / "rulers" / "2030.csv"
    assert check(built) == []


def test_a_solution_that_raises_is_named_and_nothing_is_replaced(built: Course, edit_cell: Edit) -> None:
    before = digests(built.root / "release"), digests(built.root / "solutions")
    edit_cell(source_of(built), "scaled-demo", source="print(1 / 0)")
    with refused("solution-raises", cell="scaled-demo", error="ZeroDivisionError", said="division by zero"):
        build(built, built.cohort("2030"))
    assert (digests(built.root / "release"), digests(built.root / "solutions")) == before
    assert not list(built.release_folder.rglob(".building-*"))


def test_when_the_disk_fails_the_old_release_stays_and_the_error_is_one_line(built: Course, monkeypatch: Any) -> None:
    before = digests(built.root / "release"), digests(built.root / "solutions")
    rename = os.rename

    def full(source: Path, target: Path) -> None:
        if Path(target) == release_of(built) and "replaced" not in str(source):
            raise OSError(errno.ENOSPC, "No space left on device", str(target))
        rename(source, target)

    monkeypatch.setattr(os, "rename", full)
    with pytest.raises(HippogradError, match="No space left on device"):
        build(built, built.cohort("2030"))
    assert (digests(built.root / "release"), digests(built.root / "solutions")) == before


def test_what_a_killed_run_left_is_cleared_away_and_what_another_works_in_is_not(tmp_path: Path) -> None:
    left = tmp_path / ".building-killed"
    (left / "half").mkdir(parents=True)
    os.utime(left, (0, 0))
    with beside(tmp_path / "one") as held:
        assert not left.exists()
        os.utime(held, (0, 0))
        with beside(tmp_path / "two"):
            assert held.exists()
    ignored = ["git", "-C", str(ROOT), "check-ignore", "autograder/sessions/.building-x", "release/2027/.building-x"]
    assert len(subprocess.run(ignored, capture_output=True, check=True).stdout.splitlines()) == 2


def test_data_that_the_assignment_does_not_name_are_said_to_be_missing_there(course: Course) -> None:
    edit_text(course.root / "assignments" / "1_scaling" / "assignment.toml", '"ruler"', "")
    with refused("release-without-data", missing="ruler.csv", known=["nothing"]) as raised:
        build(Course(course.root), course.cohort("2030"))
    assert "`data` in" in raised.value.remedy
    assert "assignment.toml, which names nothing" in raised.value.remedy


def test_a_solution_that_fails_its_own_check_is_no_solution(built: Course, edit_cell: Edit) -> None:
    wrong = "### BEGIN SOLUTION\ndef scaled(x):\n    return x + 1\n### END SOLUTION"
    edit_cell(source_of(built), "scaled-answer", source=wrong)
    with refused("solution-raises", cell="scaled-check", error="TaskNotDone") as error:
        build(built, built.cohort("2030"))
    assert error.value.code == "solution-raises"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        pytest.param(
            "assert_close(at(student, FIXED_POINT), 0.0)", "missing 1 required positional argument: 'name'", id="call"
        ),
        pytest.param('at(student, FIXED_POINT); {}["b"]', "KeyError: 'b'", id="key"),
    ],
)
def test_a_check_that_fails_by_itself_with_the_courses_own_answer_is_at_fault(
    course: Course, line: str, error: str
) -> None:
    grader = course.assignment("1_scaling").task("scaled").grader
    assert grader is not None
    right = 'assert_close(at(student, FIXED_POINT), 0.0, "scaled(0)")'
    text = grader.read_text()
    grader.write_text(text.replace(right, line))
    with refused("solution-fails-check", cell="scaled-check") as raised:
        build(course, course.cohort("2030"))
    assert error in raised.value.message
    assert re.search(r"scaled\.py, line \d+", raised.value.message)
    assert raised.value.remedy == "Correct the grader."


def test_a_release_that_is_not_there_is_one_line(course: Course) -> None:
    lines = build(course, course.cohort("2030"), check=True)
    assert lines == ["release/2030/1_scaling is missing: run hippograd build 1_scaling --cohort 2030"]


@pytest.mark.parametrize("damage", ["other bytes", "no file"])
def test_a_session_that_is_not_the_cohorts_stops_the_build(course: Course, damage: str) -> None:
    session = course.root / "autograder" / "rulers" / "2030.csv"
    if damage == "no file":
        session.unlink()
    else:
        session.write_bytes(session.read_bytes() + b"\0")
    with pytest.raises(HippogradError, match=r"2030\.csv is (missing, the|not the ruler that cohort 2030 states)"):
        build(course, course.cohort("2030"))
    assert not release_of(course).exists()


def test_check_finds_nothing_in_a_fresh_build_and_writes_nothing(built: Course) -> None:
    stamp = time.time() - 1000
    for path in built.root.rglob("*"):
        os.utime(path, (stamp, stamp))
    assert check(built) == []
    changed = [path for path in built.root.rglob("*") if abs(path.stat().st_mtime - stamp) > 1]
    assert [path for path in changed if "__pycache__" not in path.parts] == []  # Python's own, of the graders


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(lambda c: (release_of(c) / "README.md").write_text("x"), ["README.md differs"], id="edited"),
        pytest.param(lambda c: (release_of(c) / "data/ruler.csv").unlink(), ["ruler.csv is missing"], id="removed"),
        pytest.param(lambda c: (release_of(c) / "extra.py").write_text(""), ["extra.py does not belong"], id="added"),
        pytest.param(lambda c: solution_of(c).unlink(), ["solutions/.*is missing"], id="no solution"),
        pytest.param(lambda c: solution_of(c).write_text("{"), ["solutions/.*is not a notebook"], id="broken solution"),
        pytest.param(
            lambda c: edit_text(source_of(c), "return cohort.scaling.factor", "return 0 + cohort.scaling.factor"),
            ["solutions/.*other cells"],
            id="another solution",
        ),
        pytest.param(
            lambda c: edit_text(c.graders_folder / "1_scaling/test_scaled.py", "0.0, ", "0, "),
            ["checks/scaled.py differs", "solutions/.*other checks", "manifest.json differs"],
            id="another public check",
        ),
        pytest.param(
            lambda c: edit_text(c.graders_folder / "1_scaling/test_scaled.py", "points=1.5", "points=2"),
            ["1_scaling.ipynb differs", "README.md differs", "solutions/.*other cells", "manifest.json differs"],
            id="other points",
        ),
        pytest.param(
            lambda c: edit_text(c.assignments_folder / "cohorts.toml", "factor = 2.5", "factor = 3.5"),
            ["cohort.json differs", "solutions/.*other cells", "manifest.json differs"],
            id="another number",
        ),
    ],
)
def test_check_names_every_file_that_is_not_what_the_sources_give(
    built: Course, change: Callable[[Course], Any], expected: list[str]
) -> None:
    change(built)
    course = Course(built.root)
    found = "\n".join(build(course, course.cohort("2030"), check=True))
    for line in expected:
        with_remedy = rf"{line}.*: run hippograd build 1_scaling --cohort 2030"
        assert any(re.search(with_remedy, one) for one in found.split("\n")), found


def test_in_the_students_folder_a_right_answer_passes_its_check_and_a_wrong_one_gets_a_hint(
    built: Course, cell: Any
) -> None:
    nb = nbformat.read(release_of(built) / "1_scaling.ipynb", as_version=4)
    cell(nb, "scaled-answer").source = "def scaled(x):\n    return 3 * x"
    executed, stop = run_notebook(nb, release_of(built))
    assert "✓ Zero stays where it is." in cell(executed, "scaled-check").outputs[0].text
    assert stop is not None
    assert (stop.cell_id, stop.error) == ("shifted-answer", "NotImplementedError")
    cell(nb, "scaled-answer").source = "def scaled(x):\n    return x + 1"
    _, stop = run_notebook(nb, release_of(built))
    assert stop is not None
    assert (stop.cell_id, stop.error) == ("scaled-check", "TaskNotDone")
    assert "✗ Zero stays where it is." in stop.text


def test_the_zip_of_a_release_is_the_folder_with_files_for_containers_and_always_the_same_bytes(
    built: Course, tmp_path: Path
) -> None:
    offering = Offering.of(built, "1_scaling", built.cohort("2030"))
    first = zip_release(offering, tmp_path / "first.zip").read_bytes()
    for path in release_of(built).rglob("*"):
        os.utime(path, (1e9, 1e9))
    (release_of(built) / "__pycache__").mkdir()
    (release_of(built) / "__pycache__" / "x.pyc").write_bytes(b"")
    second = zip_release(offering, tmp_path / "sub" / "second.zip").read_bytes()
    assert first == second
    with zipfile.ZipFile(tmp_path / "first.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    unpacked = digests(tmp_path / "unpacked" / "1_scaling")
    assert unpacked.keys() - digests(release_of(built)).keys() == {".devcontainer/devcontainer.json", "runtime.txt"}
    assert unpacked.items() >= digests(release_of(built)).items()
    shutil.rmtree(release_of(built))
    with refused("release-missing") as raised:
        zip_release(offering, tmp_path / "third.zip")
    assert raised.value.remedy == "Run `hippograd build 1_scaling --cohort 2030` first."
