"""What `nbgrader zip_collect` reads in the names of files."""

from __future__ import annotations

import re

import pytest

from hippograd.integrations.collecting import NAMES

BLACKBOARD = "ada01_attempt_2026-11-01-10-11-12"


@pytest.mark.parametrize(
    ("name", "student", "file", "time"),
    [
        ("ada01.ipynb", "ada01", "ada01.ipynb", None),
        ("class_2026/ada01.ipynb", "ada01", "ada01.ipynb", None),
        ("ada01_1_linear_regression.ipynb", "ada01", "1_linear_regression.ipynb", None),
        ("12345_my_work.ipynb", "12345", "my_work.ipynb", None),
        (f"1_linear_regression_{BLACKBOARD}_my_work.ipynb", "ada01", "my_work.ipynb", "2026-11-01-10-11-12"),
        (f"{BLACKBOARD}_work.ipynb", "ada01", "work.ipynb", "2026-11-01-10-11-12"),
        ("lovelaceada_12345_67890_work-1.ipynb", "lovelaceada", "work-1.ipynb", None),
        ("lovelaceada_LATE_12345_67890_work.ipynb", "lovelaceada", "work.ipynb", None),
        ("Ada Lovelace_123_assignsubmission_file_/work.ipynb", "Ada Lovelace", "work.ipynb", None),
        ("class/Ada Lovelace_123_assignsubmission_file_work.ipynb", "Ada Lovelace", "work.ipynb", None),
    ],
)
def test_a_name_tells_the_student_the_file_and_the_time(name: str, student: str, file: str, time: str | None) -> None:
    found = re.match(NAMES, f"/my_course/downloaded/1_linear_regression/extracted/{name}")
    assert found is not None
    assert found.groupdict() == {"student_id": student, "file_id": file, "timestamp": time}


@pytest.mark.parametrize(
    "name", ["1_linear_regression.ipynb", "1_linear_regression_ada01.ipynb", "class/ada01/work.ipynb"]
)
def test_a_name_that_does_not_begin_with_the_student_is_left_out(name: str) -> None:
    assert re.match(NAMES, f"/my_course/downloaded/1_linear_regression/extracted/{name}") is None
