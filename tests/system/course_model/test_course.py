"""What is known about a course, on a small course of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hippograd.building.notebooks import load_notebook
from hippograd.course import Course, course_above
from hippograd.course.toml import editable_toml, put_table, read_toml
from hippograd.kit import load_file
from hippograd.records.folder import Records
from tests.refusals import refused

ROOT = Path(__file__).parents[3]
FIXTURE = ROOT / "examples" / "scaling"
DESCRIPTION = Path("assignments", "1_scaling", "assignment.toml")
GRADER = Path("autograder", "graders", "1_scaling", "test_scaled.py")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIXTURE, tmp_path / "course"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def read_all(course: Course) -> None:
    assert course.cohort().numbers
    assert course.assignment("1_scaling").points


@pytest.mark.parametrize("name", ["../2031", "a b", "-c", ".hidden", "2031/x", ""])
def test_a_cohort_that_is_no_plain_word_is_refused(root: Path, name: str) -> None:
    with open(root / "assignments" / "cohorts.toml", "a", encoding="utf-8") as file:
        file.write(f'\n["{name}"]\nfactor = 2\n')
    with refused("cohort-name-bad"):
        Course(root).cohort("2031")


def test_the_root_is_found_from_any_folder_inside_the_course(root: Path) -> None:
    assert course_above(root / "autograder" / "graders") == root


def test_files_that_a_windows_editor_wrote_with_a_byte_order_mark_are_read(root: Path) -> None:
    course = Course(root)
    notebook = course.assignment("1_scaling").notebook
    for file in (*(root / "assignments").rglob("*.toml"), notebook):
        file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8-sig")
    read_all(Course(root))
    assert load_notebook(notebook).cells
    cohorts = root / "assignments" / "cohorts.toml"
    assert editable_toml(cohorts)["2030"]
    put_table(cohorts, "[2030.late]", "[2030.late]\nlost_per_day = 0.1\n")
    assert read_toml(cohorts)["2030"]["late"] == {"lost_per_day": 0.1}


def test_outside_a_course_the_error_names_the_missing_file(tmp_path: Path) -> None:
    with refused("course-not-found"):
        course_above(tmp_path)


def test_the_newest_cohort_is_the_default_and_numbers_count_as_numbers(root: Path) -> None:
    assert Course(root).default_cohort == "2031"
    edit(root / "assignments" / "cohorts.toml", "[2030", "[2100")
    assert Course(root).cohorts == ["2031", "2100"]


def test_an_unknown_cohort_is_refused_with_the_known_ones(root: Path) -> None:
    with refused("cohort-unknown", name="1999", known=["2030", "2031"]):
        Course(root).cohort("1999")


def test_a_cohort_has_its_numbers_by_attribute_and_its_bounds_apart_from_them(root: Path) -> None:
    cohort = Course(root).cohort("2030")
    assert cohort.namespace.scaling.factor == 2.5
    assert cohort.namespace.name == "2030"
    assert cohort.bounds == {"shifted": 0.125}
    assert "bound" not in str(cohort.public)
    assert Course(root).cohort("2031").bounds == {}


def test_tasks_have_their_order_numbers_and_the_points_of_their_checks(root: Path) -> None:
    assignment = Course(root).assignment("1_scaling")
    described = [(task.number, task.name, task.auto_points, task.written_points) for task in assignment.tasks]
    assert described == [("1.1", "scaled", 2.5, 0), ("1.2", "why_linear", 0, 2), ("1.3", "shifted", 2, 1)]
    assert assignment.points == 7.5
    assert assignment.task("shifted").needs == ("scaled",)


def test_a_task_has_one_grade_id_for_each_of_its_marks(root: Path) -> None:
    assignment = Course(root).assignment("1_scaling")
    ids = {task.name: task.grade_ids for task in assignment.tasks}
    assert ids == {
        "scaled": {"scaled": 2.5},
        "why_linear": {"why_linear": 2},
        "shifted": {"shifted": 2, "shifted_written": 1},
    }


def test_an_unknown_assignment_or_task_is_refused_with_the_known_ones(root: Path) -> None:
    with refused("assignment-unknown", known=["1_scaling"]):
        Course(root).assignment("7_unheard_of")
    with refused("task-unknown", known=["scaled", "why_linear", "shifted"]):
        Course(root).assignment("1_scaling").task("unheard_of")


@pytest.mark.parametrize(
    ("part", "meant"),
    [("1", "1_up"), ("Up", "1_up"), ("10_up_down", "10_up_down"), ("down", "10_up_down"), ("wn", "10_up_down")],
)
def test_a_part_that_only_one_assignment_has_names_it(tmp_path: Path, part: str, meant: str) -> None:
    for name in ("1_up", "10_up_down"):
        (tmp_path / "assignments" / name).mkdir(parents=True)
        (tmp_path / "assignments" / name / "assignment.toml").touch()
    course = Course(tmp_path)
    if part == "Up":
        with refused("assignment-ambiguous", part="Up", found=["1_up", "10_up_down"]):
            course.called(part)
    else:
        assert course.called(part) == meant
    with refused("assignment-unknown", name="10_up_don"):
        course.called("10_up_don")


def test_an_assignment_adds_its_requirements_to_the_common_ones(root: Path) -> None:
    edit(root / DESCRIPTION, 'data = ["ruler"]', 'data = ["ruler"]\nrequirements = ["torch>=2.4", "numpy>=2"]')
    requirements = Course(root).assignment("1_scaling").requirements
    assert requirements == (
        "ipykernel>=6.29",
        "numpy>=2",
        "otter-grader>=7",
        "torch>=2.4",
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        pytest.param(DESCRIPTION, 'title = "Scaling"', "title =", "toml-bad", id="no TOML"),
        pytest.param(DESCRIPTION, 'title = "Scaling"', "", "value-bad", id="no title"),
        pytest.param(DESCRIPTION, "minutes = 5", "minutes = 0", "value-bad", id="no time"),
        pytest.param(
            DESCRIPTION,
            "minutes = 5",
            'minutes = "5"',
            "value-bad",
            id="time as text",
        ),
        pytest.param(
            DESCRIPTION,
            "minutes = 5",
            "minuets = 5",
            "value-bad",
            id="misspelt key",
        ),
        pytest.param(DESCRIPTION, '"ruler"', "1", "value-bad", id="session as number"),
        pytest.param(DESCRIPTION, '"why_linear"', '"why linear"', "task-name-bad", id="bad name"),
        pytest.param(DESCRIPTION, "written = 2", "", "task-without-grader", id="no grader"),
        pytest.param(DESCRIPTION, '"why_linear"', '"scaled"', "cell-twice", id="same name"),
        pytest.param(DESCRIPTION, '"shifted"', '"moved"', "grader-without-task", id="stray grader"),
        pytest.param(Path("assignments/cohorts.toml"), "[2031", "[2031]]\n[2031", "toml-bad", id="bad cohorts"),
        pytest.param(
            Path("assignments/cohorts.toml"),
            "[2031.scaling]",
            f"x = {'[' * 100_000}\n[2031.scaling]",
            "toml-bad",
            id="lists without end",
        ),
        pytest.param(Path("assignments/calibration.toml"), "bound =", "bond =", "value-bad", id="bound"),
        pytest.param(GRADER, "import numpy", "import unheard_of", "module-not-loaded", id="import error"),
        pytest.param(GRADER, 'Task("scaled")', 'Task("other")', "grader-without-declaration", id="other task"),
        pytest.param(GRADER, "@check(points=1", "# @check(points=1", "grader-without-check", id="no checks"),
        pytest.param(GRADER, "@check(points=1.5)\n", "", "grader-function-unmarked", id="a forgotten mark"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_in_one_line(root: Path, file: Path, old: str, new: str, code: str) -> None:
    edit(root / file, old, new)
    with refused(code) as raised:
        read_all(Course(root))
    assert "\n" not in str(raised.value)
    assert file.name in str(raised.value)
    assert raised.value.remedy


def beside_a_fake(tmp_path: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Import a library in a working directory that holds another of its name."""
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").write_text("raise SystemExit('a student’s file was loaded')")
    program = (
        "from pathlib import Path; from hippograd.course import Course; "
        f"Course(Path({str(ROOT)!r})).kit; import {name}; print({name}.__file__)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(tmp_path)])}
    environment.pop("PYTHONSAFEPATH", None)  # which whatever started worker processes here before has set
    return subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )


def test_a_folder_of_its_name_in_the_working_directory_never_replaces_the_library_of_the_course(tmp_path: Path) -> None:
    done = beside_a_fake(tmp_path, "decoding")
    assert Path(done.stdout.strip()).parent == ROOT / "autograder" / "decoding"


def test_a_folder_called_gradekit_in_the_working_directory_is_never_loaded(tmp_path: Path) -> None:
    done = beside_a_fake(tmp_path, "gradekit")
    assert "is not the gradekit of this hippograd" in done.stderr
    assert "was loaded" not in done.stdout + done.stderr.replace("raise SystemExit", "")


def test_a_copy_of_the_source_notebook_is_not_released(root: Path) -> None:
    (root / "assignments" / "1_scaling" / "1_scaling-Copy1.ipynb").write_text("{}")
    with refused("notebook-second"):
        Course(root).assignment("1_scaling")


def test_a_file_of_the_course_that_raises_is_named_with_its_line_and_forgotten(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text("x = 1\nraise ValueError('odd')\n", "utf-8")
    with refused("module-not-loaded", where=" at line 2", error="ValueError", cause="odd"):
        load_file(tmp_path / "odd.py", "odd_file")
    assert "odd_file" not in sys.modules


@pytest.mark.parametrize("name", ["DL #1?", "DL%20x", "[2027] DL", "a*"])
def test_a_folder_that_nbgrader_or_its_database_would_take_for_another_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    for kind in (Course, Records):
        with refused("path-bad"):
            kind(folder)
