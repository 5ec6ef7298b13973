"""`hippograd grade` and `nbgrader autograde` leave the same gradebook."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import InvalidEntry
from sqlalchemy.exc import OperationalError

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.errors import unusable
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from tests.conftest import ROOT, taken_back
from tests.gradebooks import COMMENTS, DEADLINES, MARKS, PENALTIES, SOURCES, SUBMISSIONS, rows
from tests.system.records.conftest import hand_in, run
from tests.system.reports.conftest import Done, hippograd

A = "1_scaling"
SCORE = """
select sum(coalesce(grade.manual_score, grade.auto_score))
from grade join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
where submitted_assignment.student_id = 'basil01'
"""


def text(course: Path, **answers: str) -> str:
    """A notebook that is right, with some answers in its place."""
    read = Course(course)
    cells = released_cells(Offering.of(read, A, read.cohort("2030")))
    return notebook_text(filled_notebook(cells, reference_answers(cells) | answers))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("course") / "scaling"
    shutil.copytree(ROOT / "examples" / "scaling", folder)
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    read = Course(folder)
    blank = notebook_text(filled_notebook(released_cells(Offering.of(read, A, read.cohort("2030"))), {}))
    wrong = text(folder, scaled="def scaled(x):\n    return x * 2", shifted="1 / 0")
    hand_in(folder, "2030", A, {"amber01": text(folder), "basil01": wrong, "cedar01": blank})
    return folder


@pytest.fixture(scope="module")
def graded(course: Path) -> Path:
    done = ours(course, "grade", course / "submitted", "--tier", "unconfined")
    assert done.returncode == 0, done.stderr
    return course / "records" / "ours"


@pytest.fixture
def records(graded: Path) -> Iterator[Path]:
    """The graded class, as it was graded."""
    with taken_back(graded):
        yield graded


def ours(course: Path, command: str, *words: object) -> Done:
    """Run `hippograd` on records of its own."""
    return hippograd(course, command, *words, "-a", A, "-c", "2030", "-j", 1, "--records", course / "records" / "ours")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InvalidEntry("(sqlite3.OperationalError) attempt to write a readonly database\n[SQL: …]"), "attempt to write"),
        (OperationalError("select 1", {}, sqlite3.OperationalError("unable to open database file")), "unable to open"),
        (OperationalError("select 1", {}, sqlite3.OperationalError()), "OperationalError"),
        (InvalidEntry(), "InvalidEntry"),
    ],
    ids=["of nbgrader", "of the driver", "without a word", "of nbgrader without a word"],
)
def test_a_gradebook_that_refuses_is_one_line_without_the_drivers_name(error: Exception, said: str) -> None:
    assert f"The gradebook sqlite:///a.db cannot be used: {said}" in unusable("sqlite:///a.db", error).message


def test_both_commands_leave_the_same_tables(course: Path, graded: Path) -> None:
    autograded = run(course, "nbgrader", "autograde", A, HIPPOGRAD_COHORT="2030")
    assert autograded.returncode == 0, autograded.stderr
    mine, theirs = graded / "gradebook.db", course / "records" / "2030" / "gradebook.db"
    for query in (MARKS, COMMENTS, SOURCES, SUBMISSIONS, DEADLINES, PENALTIES):
        assert rows(mine, query) == rows(theirs, query)
        assert rows(mine, query)
    scores = {(row[0], row[1]): row[2] for row in rows(mine, MARKS)}
    assert scores["amber01", "scaled"] == 2.5
    assert scores["basil01", "scaled"] < 2.5
    assert scores["cedar01", "scaled"] == 0
    assert scores["amber01", "why_linear"] is None


def test_what_is_late_loses_what_the_cohort_says_unless_it_is_within_grace_or_an_extension(graded: Path) -> None:
    gradebook = graded / "gradebook.db"
    assert rows(gradebook, DEADLINES) == [(A, "2026-11-01 11:00:00.000000", "default_course")]
    score = sum(row[2] or 0 for row in rows(gradebook, MARKS) if row[0] == "basil01")  # type: ignore[misc]
    assert score > 0
    assert rows(gradebook, PENALTIES) == [("amber01", None), ("basil01", score / 2), ("cedar01", None)]


def test_grading_again_changes_marks_and_keeps_what_a_person_entered(course: Path, records: Path) -> None:
    gradebook = records / "gradebook.db"
    mark_by_hand(gradebook, 3)
    again = ours(course, "grade", course / "submitted", "--tier", "unconfined")
    assert again.returncode == 0, again.stderr
    marks = rows(gradebook, MARKS)
    assert {row[3] for row in marks if row[2] is None} == {3}
    assert all(row[5] for row in marks if row[2] is None)


def mark_by_hand(gradebook: Path, points: float) -> None:
    """What somebody enters in formgrader."""
    with sqlite3.connect(gradebook) as connection:
        connection.execute("update grade set manual_score = ? where auto_score is null", [points])


def test_feedback_pages_show_scores_and_run_no_script(course: Path, records: Path) -> None:
    mark_by_hand(records / "gradebook.db", 3)
    attack = text(course, why_linear="<script>alert(1)</script><img src=x onerror=alert(2)> my answer")
    (course / "evil01.ipynb").write_text(attack)
    graded = ours(course, "grade", course / "evil01.ipynb", "--tier", "unconfined")
    assert graded.returncode == 0, graded.stderr
    written = ours(course, "feedback", "--unmarked")
    assert written.returncode == 0, written.stderr
    pages = sorted((records / "feedback").glob("*/*/*.html"))
    gradebook = records / "gradebook.db"
    (score,) = rows(gradebook, SCORE)[0]
    penalties = {row[0]: row[1] for row in rows(gradebook, PENALTIES)}
    assert penalties["basil01"] == score / 2, "what was marked by hand since then counts"  # type: ignore[operator]
    assert [page.parts[-3] for page in pages] == ["amber01", "basil01", "cedar01", "evil01"]
    page = pages[-1].read_text()
    assert "my answer" in page
    assert "2.5 of 2.5" in page
    assert "<script>alert" not in page
    assert "onerror=" not in page
    assert "<details>" in page
    assert "MARK SCHEME" not in page
