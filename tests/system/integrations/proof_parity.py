"""The three ways to grade give the same marks."""

import subprocess
import sys

from tests.conftest import ROOT


def test_hippograd_nbgrader_and_the_gradescope_zip_give_equal_marks_on_right_and_wrong_answers() -> None:
    """One right and one wrong answer to each task; `benchmarks/parity.py` without options takes the whole corpus."""
    command = [sys.executable, "benchmarks/parity.py", "1_linear_regression", "--cohort", "2027", "--notebooks", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "| 1_linear_regression | 16 | 2 | 16 | 8 | 0 |"
