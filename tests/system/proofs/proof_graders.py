"""The proofs find what is wrong: a solution that loses points, a wrong answer that keeps them, a mutant that lives.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from hippograd.building.build import build
from hippograd.course import Course
from hippograd.proofs.graders import (
    verify_course,
)
from tests.conftest import ROOT


def test_what_is_wrong_is_said_with_its_chapter_and_no_bounds_are_an_empty_file(tmp_path: Path) -> None:
    course = Course(shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling"))
    (course.assignments_folder / "calibration.toml").unlink()
    grader = course.graders_folder / "1_scaling" / "test_shifted.py"
    text = grader.read_text("utf-8").partition("def calibration_run")[0]
    grader.write_text(text.replace("cohort, bounds", "cohort").replace(', atol=bounds["shifted"] / 1e6', ""), "utf-8")
    with open(course.answers_folder / "1_scaling" / "shifted.py", "a", encoding="utf-8") as answers:
        answers.write("\n# %% right that_is_wrong\ndef shifted(x):\n    return 1\n")
    build(course, course.cohort("2030"))
    said: list[str] = []
    for problem in verify_course(course, course.cohort("2030"), ["1_scaling"], 1, True, lambda _: said.append("")):
        said.append(problem)
    assert "that_is_wrong: is right but gets 0" in "".join(said)
    assert said[-1] == "", "the rewrites come after it"
