"""A copy of the course with three submissions in nbgrader's layout: one in time, one late, one with an extension."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hippograd.proofs.filling import filled_notebook, notebook_text
from tests import commands
from tests.conftest import Class, copy_course

A = "1_linear_regression"
BIN = Path(sys.executable).parent


def run(course: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `hippograd` or `nbgrader` in a course."""
    whole = os.environ | {"HIPPOGRAD_COHORT": "2027", "HIPPOGRAD_ROOT": str(course)} | environment
    return commands.run(*command, cwd=course, env=whole)


def hand_in(folder: Path, cohort: str, assignment: str, texts: dict[str, str]) -> None:
    """Put notebooks into a course whose work loses points when it is late: in grace, late, and with an extension."""
    with open(folder / "assignments" / "cohorts.toml", "a", encoding="utf-8") as file:
        file.write(f"""
[{cohort}.late]
grace_minutes = 10
lost_per_day = 0.25
lost_at_most = 0.5
days = 7

[{cohort}.late.deadlines]
{assignment} = 2026-11-01T12:00:00+01:00
""")
    for name in ("ours", cohort):
        (folder / "records" / name).mkdir(parents=True)
        (folder / "records" / name / "extensions.toml").write_text(f"[{assignment}]\ncedar01 = 48\n")
    times = {"amber01": "01 11:05", "basil01": "02 12:00", "cedar01": "03 10:00"}
    for student, text in texts.items():
        path = folder / "submitted" / student / assignment
        path.mkdir(parents=True)
        (path / f"{assignment}.ipynb").write_text(text)
        (path / "timestamp.txt").write_text(f"2026-11-{times[student]}:00 UTC")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, classroom: Class) -> Path:
    folder = tmp_path_factory.mktemp("course")
    copy_course(folder, "nbgrader_config.py", "release")
    blank = notebook_text(filled_notebook(classroom.cells, {}))
    wrong = classroom.text(w_star="def fit(model):\n    model.W = -1\n\nLinearModel.fit = fit", fit_1d="1 / 0")
    hand_in(folder, "2027", A, {"amber01": classroom.text(), "basil01": wrong, "cedar01": blank})
    return folder
