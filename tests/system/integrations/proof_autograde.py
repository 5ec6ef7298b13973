"""`nbgrader autograde` and formgrader's button take whatever file a student handed in, as `hippograd grade` does."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Class, copy_course
from tests.gradebooks import COMMENTS, MARKS, rows
from tests.system.records.conftest import A, run

GRADED = ["amber01", "basil01", "cedar01", "delta01", "ember01"]
NOT_GRADABLE = ["fjord01", "grove01"]
BUTTON = f"""
import sys
from nbgrader.apps import NbGraderAPI
from traitlets.config import PyFileConfigLoader
config = PyFileConfigLoader("nbgrader_config.py", path=".").load_config()
done = NbGraderAPI(config=config).autograde("{A}", sys.argv[1])
print(done["success"], done.get("log"))
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, classroom: Class) -> Path:
    """A course with submissions in nbgrader's layout, most of them not called like the assignment; graded by us."""
    folder = tmp_path_factory.mktemp("course")
    copy_course(folder, "nbgrader_config.py", "release")
    for student in GRADED + NOT_GRADABLE:
        (folder / "submitted" / student / A).mkdir(parents=True)
    right, wrong = classroom.text(), classroom.text(fit_1d="1 / 0")
    (folder / "submitted" / "amber01" / A / f"{A}.ipynb").write_text(right)
    (folder / "submitted" / "basil01" / A / f"{A} (final version 2).ipynb").write_text(wrong)
    (folder / "submitted" / "cedar01" / A / "draft.ipynb").write_text(wrong)
    (folder / "submitted" / "cedar01" / A / f"{A}-1.ipynb").write_text(right)
    with zipfile.ZipFile(folder / "submitted" / "delta01" / A / "work.zip", "w") as archive:
        archive.writestr("my_work.ipynb", wrong)
    (folder / "submitted" / "ember01" / A / "My Work.IPYNB").write_text(right, encoding="utf-16")
    (folder / "submitted" / "fjord01" / A / f"{A}.ipynb").write_text(right[:2000])
    (folder / "submitted" / "grove01" / A / "essay.txt").write_text("I was ill.")
    done = run(folder, "hippograd", "grade", "submitted", "-a", A, "--records", "records/ours", "-j", "1")
    assert done.returncode == 1, done.stderr
    return folder


@pytest.fixture(scope="module")
def autograded(course: Path) -> subprocess.CompletedProcess[str]:
    return run(course, "nbgrader", "autograde", A)


def notebooks_in(records: Path) -> list[str]:
    return sorted(path.relative_to(records / "autograded").as_posix() for path in records.glob("autograded/**/*.ipynb"))


def test_a_notebook_of_any_name_has_the_marks_that_hippograd_grade_gives(
    course: Path, autograded: subprocess.CompletedProcess[str]
) -> None:
    ours, theirs = course / "records" / "ours", course / "records" / "2027"
    for query in (MARKS, COMMENTS):
        assert rows(theirs / "gradebook.db", query) == rows(ours / "gradebook.db", query)
    scores = {(row[0], row[1]): row[2] for row in rows(theirs / "gradebook.db", MARKS)}
    assert [scores[student, "w_star"] for student in GRADED] == [4] * 5
    assert [scores[student, "fit_1d"] > 0 for student in GRADED] == [True, False, True, False, True]
    assert notebooks_in(theirs) == notebooks_in(ours) == [f"{student}/{A}/{A}.ipynb" for student in GRADED]


def test_what_cannot_be_graded_is_named_with_its_cause_and_leaves_no_row_and_no_folder(
    course: Path, autograded: subprocess.CompletedProcess[str]
) -> None:
    assert autograded.returncode == 1
    assert f"Not graded, and left as before: {', '.join(NOT_GRADABLE)}." in autograded.stderr
    assert "grove01: There is no notebook in what was handed in: essay.txt." in autograded.stderr
    assert "Traceback" not in autograded.stderr
    exported = run(course, "nbgrader", "export")
    assert exported.returncode == 0, exported.stderr
    lines = (course / "grades.csv").read_text().splitlines()[1:]
    assert [line.split(",")[3] for line in lines] == GRADED
    assert sorted(path.name for path in (course / "records" / "2027" / "autograded").iterdir()) == GRADED


def test_formgraders_button_grades_a_renamed_notebook(
    course: Path, autograded: subprocess.CompletedProcess[str]
) -> None:
    before = rows(course / "records" / "2027" / "gradebook.db", MARKS)
    shutil.rmtree(course / "records" / "2027" / "autograded" / "basil01")
    done = run(course, "python", "-c", BUTTON, "basil01")
    assert done.stdout.startswith("True"), done.stdout + done.stderr
    assert f"basil01/{A}/{A}.ipynb" in notebooks_in(course / "records" / "2027")
    assert rows(course / "records" / "2027" / "gradebook.db", MARKS) == before
    refused = run(course, "python", "-c", BUTTON, "grove01")
    assert refused.stdout.startswith("False")
    assert "no notebook in what was handed in" in refused.stdout


def test_grading_all_again_with_force_empties_no_folder(course: Path) -> None:
    submitted = course / "submitted" / "amber01" / A / f"{A}.ipynb"
    text = submitted.read_text()
    marks = rows(course / "records" / "2027" / "gradebook.db", MARKS)
    submitted.write_text(text[:2000])
    done = run(course, "nbgrader", "autograde", A, "--force")
    submitted.write_text(text)
    assert done.returncode == 1
    assert notebooks_in(course / "records" / "2027") == [f"{student}/{A}/{A}.ipynb" for student in GRADED]
    assert rows(course / "records" / "2027" / "gradebook.db", MARKS) == marks
    written = run(course, "hippograd", "feedback", "-a", A, "-j", "1", "--unmarked")
    assert "(5 pages)" in written.stdout, written.stderr


def test_feedback_that_cannot_be_written_names_the_folder(course: Path) -> None:
    (course / "records" / "ours" / "feedback").write_text("no folder")
    done = run(course, "hippograd", "feedback", "-a", A, "--records", "records/ours", "-j", "1", "--unmarked")
    assert done.returncode == 2
    said = " ".join(done.stderr.split())
    assert "[Errno " in said
    assert "Make room in records/ours/feedback, or check its permissions" in said


def test_feedback_from_a_gradebook_that_is_not_there_makes_none(course: Path) -> None:
    done = run(course, "hippograd", "feedback", "-a", A, "--records", "records/ours", "--db", "sqlite:///wrong.db")
    assert done.returncode == 2
    assert "(gradebook-missing)" in done.stderr
    assert not (course / "wrong.db").exists()
