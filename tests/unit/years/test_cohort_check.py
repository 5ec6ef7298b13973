"""What is wrong with the tables of a cohort is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hippograd.cli import app
from hippograd.course import Course
from tests.conftest import ROOT, copy_course


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[2027.session]", "[2027.late]\nlost_per_day = 3\n\n[2027.session]", "lost_per_day"),
        ("[2027.session]", "[2027.late.deadlines]\n1_linear_regression = 'soon'\n\n[2027.session]", "is not a time"),
        ("[2027.session]", "[2027.late.deadlines]\n9_linear = 2026-11-01\n\n[2027.session]", "9_linear"),
        ("[2027.session]", "[2027.total]\nbest = -1\n\n[2027.session]", "best"),
        (f'current = "{Course(ROOT).default_cohort}"', 'current = "2031"', "current = 2031 is not a cohort"),
        ("seed = 41", "seed = 42", "seed"),
    ],
    ids=["a share of 3", "no time", "no assignment", "best of -1", "no current cohort", "data of another seed"],
)
def test_the_check_of_a_cohort_looks_at_policies_and_data(
    old: str, new: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_course(tmp_path)
    monkeypatch.setenv("HIPPOGRAD_ROOT", str(root))
    file = root / "assignments" / "cohorts.toml"
    text = file.read_text()
    file.write_text(text.replace(old, new, 1) if old in text else f"{new}\n{text}")
    done = CliRunner().invoke(app, ["cohort", "check", "2027"])
    assert done.exit_code == 1
    assert said in done.output
    assert len(done.output.strip().splitlines()) == 1
    file.write_text(text)
    assert (
        CliRunner().invoke(app, ["cohort", "check"]).output
        == f"Nothing is wrong with {', '.join(Course(ROOT).cohorts)}.\n"
    )
