"""The example course is built, graded and proved by the same commands, with nothing of this course at hand."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

WITHOUT = """
import sys
for name in ("torch", "ratinabox", "decoding"):
    sys.modules[name] = None
from hippograd.cli import main
main()
"""


@pytest.fixture(scope="module")
def scaling(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built."""
    folder = tmp_path_factory.mktemp("example") / "scaling"
    shutil.copytree(ROOT / "examples" / "scaling", folder)
    run(folder, "build", "--cohort", "2030")
    return folder


def run(root: Path, *arguments: str | Path) -> str:
    """What a command prints, on a machine without this course's libraries."""
    command = [sys.executable, "-c", WITHOUT, "--root", str(root), *map(str, arguments)]
    done = subprocess.run(command, cwd=root.parent, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_proves_itself(scaling: Path) -> None:
    said = run(scaling, "verify", "--corpus", "--cohort", "2030", "-j", "1")
    assert said.endswith("All of it holds.\n")


def test_its_zip_for_gradescope_holds_the_engine_and_no_answer(scaling: Path, tmp_path: Path) -> None:
    run(scaling, "gradescope", "1_scaling", "--cohort", "2030", "-o", tmp_path / "scaling.zip")
    names = zipfile.ZipFile(tmp_path / "scaling.zip").namelist()
    assert {"src/hippograd/grading/grader.py", "src/gradekit/checks.py", "autograder/scaling/__init__.py"} <= set(names)
    assert not [name for name in names if "/answers/" in name or "decoding" in name]


def test_pytest_gives_its_checks_what_this_course_alone_has(tmp_path: Path) -> None:
    course = tmp_path / "scaling"
    shutil.copytree(ROOT / "examples" / "scaling", course)
    grader = course / "autograder" / "graders" / "1_scaling" / "test_scaled.py"
    asking = '@check(points=0)\ndef test_ruler(ruler):\n    """It has marks."""\n    require(len(ruler) == 4, "?")\n'
    grader.write_text(f"{grader.read_text()}\n\n{asking}")
    submission = course / "assignments" / "1_scaling" / "1_scaling.ipynb"
    named = {"HIPPOGRAD_ROOT": str(course), "HIPPOGRAD_COHORT": "2031", "HIPPOGRAD_SUBMISSION": str(submission)}
    command = [sys.executable, "-m", "pytest", grader, "-k", "ruler"]
    done = subprocess.run(command, cwd=course, env=os.environ | named, capture_output=True, text=True, timeout=300)
    assert "1 passed" in done.stdout
