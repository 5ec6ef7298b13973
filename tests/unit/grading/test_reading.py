"""`hippograd check` and pytest read one file as `hippograd grade` does: no link, no pipe, no more than the limit."""

from __future__ import annotations

import os
import signal
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hippograd.course import Course, Offering
from hippograd.errors import HippogradError
from hippograd.grading.explaining import DebuggedSubmission, checked, looks_like
from hippograd.grading.plan import Plan
from hippograd.intake.finding.archives import LARGEST_FILE
from tests.conftest import ROOT

SOLUTION = ROOT / "solutions" / "2027" / "1_linear_regression" / "1_linear_regression.ipynb"
ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "is not a regular file"),
    "link": (lambda path: path.symlink_to(SOLUTION), "is a symbolic link"),
    "link to a device": (lambda path: path.symlink_to("/dev/zero"), "is a symbolic link"),
    "folder": (Path.mkdir, "is not a regular file"),
    "too large": (lambda path: (path.touch(), os.truncate(path, LARGEST_FILE + 1)), "more than 512"),
    "missing": (lambda path: None, "cannot be read: No such file"),
}


@pytest.fixture(params=ODD)
def odd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A file that is none, with what is said of it; a reader that waits for it fails."""

    def late(*_: object) -> None:
        pytest.fail("it is still being read")

    make, said = ODD[request.param]
    make(tmp_path / "ada.ipynb")
    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(5)
    yield tmp_path / "ada.ipynb", said
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def test_check_refuses_what_is_no_plain_file(odd: tuple[Path, str], linear_course: Course) -> None:
    with pytest.raises(HippogradError, match=odd[1]):
        looks_like(linear_course, odd[0])


def test_pytest_refuses_what_is_no_plain_file(odd: tuple[Path, str], linear_plan: Plan) -> None:
    with pytest.raises(HippogradError, match=odd[1]):
        DebuggedSubmission(linear_plan, odd[0])


def test_check_says_what_it_takes_in_place_of_a_zip(tmp_path: Path, linear_course: Course) -> None:
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.write(SOLUTION, "ada.ipynb")
    offering = Offering.of(linear_course, "1_linear_regression", linear_course.cohort("2027"))
    for read in (lambda: looks_like(linear_course, path), lambda: checked(offering, path, "1.6", "unconfined")):
        with pytest.raises(HippogradError, match="is a zip, and this is about one notebook") as refused:
            read()
        assert "autograded/<student>/" in refused.value.remedy
