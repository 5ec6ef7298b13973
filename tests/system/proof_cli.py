"""The command line: what a user sees when something is wrong, and the commands that need no long run.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Class
from tests.system.test_cli import A


def test_pytest_grades_one_submission_check_by_check(tmp_path: Path, classroom: Class) -> None:
    file = tmp_path / "amber01.ipynb"
    file.write_text(classroom.text(fit_1d=classroom.reference["fit_1d"].replace("/", "*")))
    command = [sys.executable, "-m", "pytest", f"autograder/graders/{A}", "-p", "no:cacheprovider"]
    named = os.environ | {"HIPPOGRAD_SUBMISSION": str(file), "HIPPOGRAD_COHORT": "2027"}
    right = subprocess.run([*command, "-k", "w_star"], cwd=ROOT, env=named, capture_output=True, text=True, timeout=300)
    assert right.returncode == 0, right.stdout
    wrong = subprocess.run([*command, "-k", "fit_1d"], cwd=ROOT, env=named, capture_output=True, text=True, timeout=300)
    assert wrong.returncode == 1
    assert "FAILED" in wrong.stdout
    missing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert "HIPPOGRAD_SUBMISSION=FILE pytest … names it" in missing.stdout + missing.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_ends_nothing(closed: str, tmp_path: Path) -> None:
    command = f"{sys.executable} -m hippograd doctor {closed}"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
