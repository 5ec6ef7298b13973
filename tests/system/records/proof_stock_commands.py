"""nbgrader's other commands with the repository's configuration, on the real course."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from tests.conftest import Class
from tests.system.records.conftest import A, run


def test_validate_names_the_checks_that_fail(course: Path, classroom: Class) -> None:
    home = course / "home"
    shutil.copytree(course / "release" / "2027" / A, home)
    (home / f"{A}.ipynb").write_text(classroom.text(count_linear_parameters="n_linear_parameters = 'many'"))
    patient = ("--Execute.timeout=300", "--Execute.iopub_timeout=60")  # on a busy machine
    done = run(home, "nbgrader", "validate", *patient, f"{A}.ipynb")
    said = done.stdout + done.stderr
    assert "The following cell failed:" in said, said
    assert 'grader.check("count_linear_parameters")' in said
    assert 'grader.check("four_cells_by_hand")' not in said


def test_what_zip_collect_unpacks_is_autograded_and_can_be_asked_for(course: Path, classroom: Class) -> None:
    shutil.rmtree(course / "submitted")
    archive = course / "downloaded" / A / "archive"
    archive.mkdir(parents=True)
    (archive / f"delta01_2026-11-01-10-00-00-{A}.ipynb").write_text(classroom.text())
    collected = run(course, "nbgrader", "zip_collect", A, "--force")
    assert collected.returncode == 0, collected.stderr
    stamp = (course / "submitted" / "delta01" / A / "timestamp.txt").read_text()
    assert datetime.fromisoformat(stamp).replace(tzinfo=UTC) == datetime(2026, 11, 1, 10, 0).astimezone()
    added = run(course, "nbgrader", "db", "student", "add", "delta01", "--last-name", "Delta")
    assert added.returncode == 0, added.stderr
    graded = run(course, "nbgrader", "autograde", A)
    assert graded.returncode == 0, graded.stderr
    listed = run(course, "nbgrader", "db", "student", "list")
    assert "delta01 (Delta, None)" in listed.stdout + listed.stderr
    exported = run(course, "nbgrader", "export")
    assert exported.returncode == 0, exported.stderr
    (row,) = (course / "grades.csv").read_text().splitlines()[1:]
    assert row.split(",")[3] == "delta01"
    assert ",16.0," in row
