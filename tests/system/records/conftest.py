"""A copy of the course with three submissions in nbgrader's layout: one in time, one late, one with an extension."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hippograd.proofs.filling import filled_notebook, notebook_text
from tests.conftest import Class, copy_course

A = "1_linear_regression"
BIN = Path(sys.executable).parent
LATE = f"""
[2026.late]
grace_minutes = 10
lost_per_day = 0.25
lost_at_most = 0.5
days = 7

[2026.late.deadlines]
{A} = 2026-11-01T12:00:00+01:00
"""
EXTENSIONS = f"[{A}]\ncedar01 = 48\n"


def run(course: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `hippograd` or `nbgrader` in a course."""
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=course,
        env=os.environ | {"HIPPOGRAD_COHORT": "2026", "HIPPOGRAD_ROOT": str(course)} | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, classroom: Class) -> Path:
    folder = tmp_path_factory.mktemp("course")
    copy_course(folder, "nbgrader_config.py", "release")
    with open(folder / "assignments" / "cohorts.toml", "a", encoding="utf-8") as file:
        file.write(LATE)
    for name in ("ours", "2026"):
        (folder / "records" / name).mkdir(parents=True)
        (folder / "records" / name / "extensions.toml").write_text(EXTENSIONS)
    blank = notebook_text(filled_notebook(classroom.cells, {}))
    wrong = classroom.text(w_star="def fit(model):\n    model.W = -1\n\nLinearModel.fit = fit", fit_1d="1 / 0")
    handed_in = {
        "amber01": (classroom.text(), "2026-11-01 11:05:00 UTC"),  # five minutes after the deadline
        "basil01": (wrong, "2026-11-02 12:00:00 UTC"),  # on the second day
        "cedar01": (blank, "2026-11-03 10:00:00 UTC"),
    }
    for student, (text, timestamp) in handed_in.items():
        path = folder / "submitted" / student / A
        path.mkdir(parents=True)
        (path / f"{A}.ipynb").write_text(text)
        (path / "timestamp.txt").write_text(timestamp)
    return folder
