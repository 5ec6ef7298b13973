"""Deadlines and late policies set by a command."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hippograd.cli import app
from hippograd.course import Course
from hippograd.course.late import late_policy
from tests.conftest import copy_course


@pytest.mark.parametrize("cohort", ["2026", "2027"])
def test_what_is_not_named_stays_and_what_cannot_be_used_is_not_written(
    cohort: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_course(tmp_path)
    monkeypatch.setenv("HIPPOGRAD_ROOT", str(root))
    file = root / "assignments" / "cohorts.toml"
    before = file.read_text()

    def late(*options: str) -> str:
        return CliRunner().invoke(app, ["cohort", "late", cohort, *options]).output

    due = "1_linear_regression=2027-11-01T23:59+00:00"
    shown = late("--lost-per-day", "0.1", "--free-days", "3", "--deadline", due)
    assert "lost_per_day = 0.1" in shown
    late("--section", "Thu", "--deadline", due.replace("11-01", "11-03"), "--days", "7")
    text = file.read_text()
    assert set(before.splitlines()) <= set(text.splitlines())
    policy = Course(root).cohort(cohort).late
    assert (policy.lost_per_day, policy.free_days, policy.days) == (0.1, 3, 7)
    assert policy.sections["Thu"]["1_linear_regression"] > policy.deadlines["1_linear_regression"]
    other = Course(root).cohort("2027" if cohort == "2026" else "2026")
    assert other.late == late_policy(other.name, {})
    for wrong in (due.replace("1_linear", "9_linear"), "1_linear_regression", "1_linear_regression=soon"):
        assert CliRunner().invoke(app, ["cohort", "late", cohort, "--deadline", wrong]).exception is not None
        assert file.read_text() == text
