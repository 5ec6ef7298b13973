"""The graders know answers as right and wrong with other numbers, too: those that the next cohort is drawn with."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from pathlib import Path

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.course.cohorts import read_by_notebooks
from hippograd.course.root import COHORTS
from hippograd.files import write_whole
from hippograd.proofs.answers import answers_file, read_corpus
from hippograd.proofs.graders import _corpus
from hippograd.years.tables import with_cohort
from tests.conftest import ROOT, copy_course

CHAPTER = "2_gradient_descent"
OF_SESSIONS = ("session", "one_hot", "grid", "unseen", "sessions")
"""The tables that go with recorded sessions, which take long to make."""

RIGHT_OF = 3
"""One right answer in so many is graded: most differ in how they are written, and not in what they calculate."""


def test_right_answers_keep_their_points_and_each_mistake_is_found(tmp_path: Path) -> None:
    course, whole = Course(copy_course(tmp_path)), Course(ROOT)
    assignment, old = course.assignment(CHAPTER), course.tables(course.cohorts[-1])
    earlier = [read_by_notebooks(course.tables(name)) for name in course.cohorts]
    assert course.kit.draw_numbers is not None
    drawn = {**course.kit.draw_numbers(earlier[-1], earlier, 28), **{name: old[name] for name in OF_SESSIONS}}
    text = (course.root / COHORTS).read_text("utf-8")
    write_whole(course.root / COHORTS, with_cohort(text, "drawn", drawn, course.cohorts[-1], "drawn").encode())
    sessions = course.root / "autograder" / "sessions"
    shutil.copytree(sessions / course.cohorts[-1], sessions / "drawn")
    course = Course(course.root)

    cells: dict[Path, list[str]] = defaultdict(list)
    seen = Counter[tuple[str, str]]()
    for one in read_corpus(whole, assignment, "drawn"):
        seen[one.task, one.diagnosis] += 1
        if seen[one.task, one.diagnosis] % RIGHT_OF == 1 if one.is_correct else seen[one.task, one.diagnosis] == 1:
            head = f"right {one.name}" if one.is_correct else f"wrong {one.name} → {one.diagnosis}"
            points = f"# points: {one.points}\n" if one.points is not None else ""
            cells[answers_file(course, assignment, one.task)].append(f"# %% {head}\n{points}{one.source}")
    for file, texts in cells.items():
        write_whole(file, "\n".join(texts).encode())
    offering = Offering.of(course, CHAPTER, course.cohort("drawn"))
    problems, kept = _corpus(offering, released_cells(offering), 2, lambda _: None, ())
    assert [line for line in problems if "a mutant" not in line] == []
    assert kept
