"""A chapter and tasks that the commands write build, grade and prove themselves before anybody edits them.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

from pathlib import Path

from hippograd.authors.skeletons import new_chapter, new_task
from hippograd.building.build import build
from hippograd.course import Course
from hippograd.proofs.graders import verify_course
from tests.system.authors.test_skeletons import root

__all__ = ["root"]


def test_a_new_chapter_with_a_further_task_and_question_proves_itself(root: Path) -> None:
    new_chapter(Course(root), "2_doubling", "Doubling")
    new_task(Course(root), "2_doubling", "again", is_written=False)
    new_task(Course(root), "2_doubling", "why_again", is_written=True)
    new_task(Course(root), "2_doubling", "softmax_loss", is_written=False, signature="softmax(Z, k)")
    course = Course(root)
    cohort = course.cohort("2030")
    build(course, cohort, ["2_doubling"])
    said: list[str] = []
    found = verify_course(course, cohort, ["2_doubling"], 1, True, lambda line: said.append(str(line)))
    assert list(found) == []
    assert "  2_doubling: the solution gets 6 of 6" in said
    readme = (root / "release" / "2030" / "2_doubling" / "README.md").read_text("utf-8")
    assert "Why again" in readme


def test_the_answers_of_one_task_are_proved_alone(root: Path) -> None:
    new_chapter(Course(root), "2_doubling", "Doubling")
    new_task(Course(root), "2_doubling", "again", is_written=False)
    course = Course(root)
    cohort = course.cohort("2030")
    build(course, cohort, ["2_doubling"])
    (course.answers_folder / "2_doubling" / "doubled.py").unlink()
    said: list[str] = []
    corpus = (course, cohort, ["2_doubling"], 1, True, lambda line: said.append(str(line)))
    assert list(verify_course(*corpus, ["again"])) == []
    found = verify_course(*corpus)
    assert [problem.partition(" to prove")[0] for problem in found] == [
        f"2_doubling/doubled: there is no {side} answer" for side in ("right", "wrong")
    ]
