"""`hippograd grade` and `nbgrader autograde` leave the same gradebook."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from nbgrader.api import InvalidEntry
from sqlalchemy.exc import OperationalError

from hippograd.errors import unusable
from tests.conftest import Class
from tests.gradebooks import COMMENTS, DEADLINES, MARKS, PENALTIES, SOURCES, SUBMISSIONS, rows
from tests.system.records.conftest import A, run

SCORE = """
select sum(coalesce(grade.manual_score, grade.auto_score))
from grade join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
where submitted_assignment.student_id = 'basil01'
"""


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


def test_both_commands_leave_the_same_tables(course: Path) -> None:
    graded = run(course, "hippograd", "grade", "submitted", "-a", A, "--records", "records/ours", "-j", "1")
    assert graded.returncode == 0, graded.stderr
    autograded = run(course, "nbgrader", "autograde", A)
    assert autograded.returncode == 0, autograded.stderr
    ours, theirs = course / "records" / "ours" / "gradebook.db", course / "records" / "2026" / "gradebook.db"
    for query in (MARKS, COMMENTS, SOURCES, SUBMISSIONS, DEADLINES, PENALTIES):
        assert rows(ours, query) == rows(theirs, query)
        assert rows(ours, query)
    scores = {(row[0], row[1]): row[2] for row in rows(ours, MARKS)}
    assert scores["amber01", "w_star"] == 4
    assert scores["basil01", "w_star"] < 4
    assert scores["cedar01", "w_star"] == 0
    assert scores["amber01", "interpret_weights"] is None


def test_what_is_late_loses_what_the_cohort_says_unless_it_is_within_grace_or_an_extension(course: Path) -> None:
    gradebook = course / "records" / "ours" / "gradebook.db"
    assert rows(gradebook, DEADLINES) == [(A, "2026-11-01 11:00:00.000000", "default_course")]
    score = sum(row[2] or 0 for row in rows(gradebook, MARKS) if row[0] == "basil01")  # type: ignore[misc]
    assert score > 0
    assert rows(gradebook, PENALTIES) == [("amber01", None), ("basil01", score / 2), ("cedar01", None)]


def test_grading_again_changes_marks_and_keeps_what_a_person_entered(course: Path) -> None:
    gradebook = course / "records" / "ours" / "gradebook.db"
    with sqlite3.connect(gradebook) as connection:
        connection.execute("update grade set manual_score = 3 where auto_score is null")
    again = run(course, "hippograd", "grade", "submitted", "-a", A, "--records", "records/ours", "-j", "1")
    assert again.returncode == 0, again.stderr
    marks = rows(gradebook, MARKS)
    assert {row[3] for row in marks if row[2] is None} == {3}
    assert all(row[5] for row in marks if row[2] is None)


def test_feedback_pages_show_scores_and_run_no_script(course: Path, classroom: Class) -> None:
    attack = classroom.text(interpret_weights="<script>alert(1)</script><img src=x onerror=alert(2)> my answer")
    (course / "evil01.ipynb").write_text(attack)
    graded = run(course, "hippograd", "grade", "evil01.ipynb", "-a", A, "--records", "records/ours", "-j", "1")
    assert graded.returncode == 0, graded.stderr
    written = run(course, "hippograd", "feedback", "-a", A, "--records", "records/ours", "-j", "1", "--unmarked")
    assert written.returncode == 0, written.stderr
    pages = sorted((course / "records" / "ours" / "feedback").glob("*/*/*.html"))
    gradebook = course / "records" / "ours" / "gradebook.db"
    (score,) = rows(gradebook, SCORE)[0]
    penalties = {row[0]: row[1] for row in rows(gradebook, PENALTIES)}
    assert penalties["basil01"] == score / 2, "what was marked by hand since then counts"  # type: ignore[operator]
    assert [page.parts[-3] for page in pages] == ["amber01", "basil01", "cedar01", "evil01"]
    page = pages[-1].read_text()
    assert "my answer" in page
    assert "4 of 4" in page
    assert "<script>alert" not in page
    assert "onerror=" not in page
    assert "<details>" in page
    assert "MARK SCHEME" not in page
