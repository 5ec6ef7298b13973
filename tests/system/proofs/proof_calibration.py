"""Bounds that depend on training: how they follow from the runs, and how they get into the file.

What takes long, or depends on moments and load.
"""

import shutil

from hippograd.course import Course
from hippograd.proofs.calibration import calibrate
from tests.conftest import ROOT
from tests.refusals import refused


def test_stopped_it_goes_on_at_the_answer_where_it_was(tmp_path):
    root = shutil.copytree(ROOT / "examples" / "scaling", tmp_path / "scaling")
    answers = root / "autograder" / "answers" / "1_scaling" / "shifted.py"
    known = answers.read_text("utf-8") + "\n# %% right zero\ndef shifted(x):\n    return "
    answers.write_text(f"{known}1 / 0\n", "utf-8")

    def run():
        said = []
        course = Course(root)
        (found,) = calibrate(course, course.cohort("2031"), ["shifted"], 2, said.append)
        return said, found.values

    with refused("answer-fails"):
        run()
    answers.write_text(f"{known}scaled(x) + shift\n", "utf-8")
    said, values = run()
    assert [line.split(":")[0] for line in said[1:3]] == ["  2 of 3 answers have run before", "  zero"]
    assert {name: len(set(runs)) for name, runs in values.items()} == dict.fromkeys(values, 1)
