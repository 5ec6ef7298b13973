"""nbgrader's exchange, the whole circle: what is released comes back, and each student fetches their own page."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests import commands
from tests.conftest import Class, copy_course

A = "1_linear_regression"
BIN = Path(sys.executable).parent
NAMES = {"amber01": f"{A}.ipynb", "basil01": "my own work.ipynb"}


def run(folder: Path, exchange: Path, *command: str, **environment: str) -> str:
    whole = os.environ | {"HOME": str(folder), "HIPPOGRAD_COHORT": "2027"} | environment
    shared = [f"--Exchange.root={exchange}", f"--Exchange.cache={folder / 'cache'}"] if command[0] == "nbgrader" else []
    done = commands.run(*command, *shared, cwd=folder, env=whole)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory, classroom: Class) -> Path:
    """A folder with the course, the exchange and each student's home, up to what was collected."""
    folder = tmp_path_factory.mktemp("collected")
    course, exchange = folder / "course", folder / "exchange"
    course.mkdir()
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    copy_course(course, "nbgrader_config.py", "release", "src")
    root = {"HIPPOGRAD_ROOT": str(course)}
    run(course, exchange, "nbgrader", "generate_assignment", A, "--force", **root)
    run(course, exchange, "nbgrader", "release_assignment", A, **root)
    for student, name in NAMES.items():
        home = folder / student
        home.mkdir()
        run(home, exchange, "nbgrader", "fetch_assignment", A, "--course=default_course")
        (home / A / f"{A}.ipynb").write_text(classroom.text(interpret_weights=f"the words of {student}"))
        (home / A / f"{A}.ipynb").rename(home / A / name)
        run(home, exchange, "nbgrader", "submit", A, "--course=default_course", f"--student={student}")
    run(course, exchange, "nbgrader", "collect", A, **root)
    return folder


@pytest.mark.parametrize("grading", ["hippograd", "nbgrader"])
def test_everybody_fetches_the_page_of_what_they_handed_in(collected: Path, tmp_path: Path, grading: str) -> None:
    shutil.copytree(collected, tmp_path, dirs_exist_ok=True, symlinks=True)
    course, exchange = tmp_path / "course", tmp_path / "exchange"
    root = {"HIPPOGRAD_ROOT": str(course)}
    if grading == "hippograd":
        run(course, exchange, "hippograd", "grade", "submitted", "-a", A, "-j", "1", **root)
        run(course, exchange, "hippograd", "feedback", "-a", A, "-j", "1", "--unmarked", **root)
    else:
        run(course, exchange, "nbgrader", "autograde", A, "--create", **root)
        run(course, exchange, "nbgrader", "generate_feedback", A, **root)
    run(course, exchange, "nbgrader", "release_feedback", A, **root)
    assert (course / "records" / "2027").stat().st_mode & 0o077 == 0
    assert all(page.stat().st_mode & 0o004 for page in exchange.glob("*/feedback/*.html")), "students read them there"
    for student, name in NAMES.items():
        home = tmp_path / student
        run(home, exchange, "nbgrader", "fetch_feedback", A, "--course=default_course", f"--student={student}")
        (page,) = (home / A / "feedback").rglob("*.html")
        assert page.stem == Path(name).stem
        assert f"the words of {student}" in page.read_text()
