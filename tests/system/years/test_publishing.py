"""What everybody may see, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippograd.course import Course
from hippograd.years.publishing import publish
from tests.conftest import ROOT, copy_course
from tests.refusals import refused


def test_a_release_that_shows_a_secret_is_not_published(tmp_path: Path) -> None:
    root = copy_course(tmp_path / "course", "release")
    page = root / "release" / "2027" / "1_linear_regression" / "README.md"
    page.write_text(page.read_text() + "\n" + Course(root).secret)
    course = Course(root)
    with refused("leaks"):
        publish(course, course.cohort("2027"), tmp_path / "public")
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize("place", [ROOT, ROOT / "public", ROOT.parent])
def test_a_folder_of_the_course_is_refused(place: Path) -> None:
    course = Course(ROOT)
    with refused("publish-inside"):
        publish(course, course.cohort("2027"), place)
