"""What everybody may see, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippograd.course import Course
from hippograd.years.publishing import publish
from tests.conftest import ROOT
from tests.refusals import refused


@pytest.mark.parametrize("place", [ROOT, ROOT / "public", ROOT.parent])
def test_a_folder_of_the_course_is_refused(place: Path) -> None:
    course = Course(ROOT)
    with refused("publish-inside"):
        publish(course, course.cohort("2027"), place)
