"""The small course of the examples, for what does not hang on what a course teaches."""

from __future__ import annotations

import shutil
from pathlib import Path

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.grading.pool import Setup
from hippograd.intake import Submission, find_submissions
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from hippograd.proofs.sample_class import make_sample_class
from tests.conftest import ROOT

A = "1_scaling"
COHORT = "2030"
ANSWERS = ("x * factor", "x + factor", "x * 2")


def copy_scaling(folder: Path) -> Path:
    """Copy the course into a folder."""
    return Path(shutil.copytree(ROOT / "examples" / "scaling", folder / "scaling"))


def hand_in_distinct(root: Path, folder: Path, count: int, seconds: float = 0.0) -> Path:
    """Fill notebooks, no two with the same code, three with different marks; each runs for some time."""
    folder.mkdir(parents=True)
    course = Course(root)
    cells = released_cells(Offering.of(course, A, course.cohort(COHORT)))
    for number in range(count):
        answer = (
            f"import time\n\ntime.sleep({seconds})\n\n\ndef scaled(x):  # {number}\n    return {ANSWERS[number % 3]}"
        )
        text = notebook_text(filled_notebook(cells, reference_answers(cells) | {"scaled": answer}))
        (folder / f"student{number:02d}.ipynb").write_text(text)
    return folder


def setup_of(root: Path, cell_seconds: float = 1.0) -> Setup:
    """What a worker needs to grade the course's assignment."""
    course = Course(root)
    cells = released_cells(Offering.of(course, A, course.cohort(COHORT)))
    return Setup(str(root), A, COHORT, cells, cell_seconds=cell_seconds)


def hand_in_of_every_kind(root: Path, folder: Path, students: int, seed: int) -> list[Submission]:
    """Make a sample class, and read it as a folder that is graded."""
    course = Course(root)
    make_sample_class(Offering.of(course, A, course.cohort(COHORT)), folder, students=students, seed=seed)
    return find_submissions([folder], A)
