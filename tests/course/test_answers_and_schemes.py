"""Each task of this course has answers that prove its grader, each question a rubric."""

from __future__ import annotations

import itertools

from hippograd.building.cells import role_of
from hippograd.building.converting import stamped_notebook
from hippograd.course import Course
from hippograd.course.regions import scheme_of
from hippograd.course.rubric import read_rubric
from hippograd.proofs.answers import read_corpus
from tests.conftest import ROOT


def test_every_auto_task_has_its_corpus() -> None:
    course = Course(ROOT)
    for name in course.assignments:
        assignment = course.assignment(name)
        for task, cohort in itertools.product((task for task in assignment.tasks if task.is_auto), course.cohorts):
            variants = [one for one in read_corpus(course, assignment, cohort) if one.task == task.name]
            right = [one for one in variants if one.is_correct]
            assert len(right) >= 5, f"{name}/{task.name}, {cohort}"
            assert len(variants) - len(right) >= 8, f"{name}/{task.name}, {cohort}"
            assert len({one.source for one in right}) == len(right)


def test_every_scheme_of_the_course_is_a_rubric_with_at_least_two_items() -> None:
    course = Course(ROOT)
    found = 0
    for name in course.assignments:
        assignment = course.assignment(name)
        points = {task.written_id: task.written_points for task in assignment.tasks if task.is_written}
        for cell in stamped_notebook(assignment, course.cohort()).cells:
            role = role_of(cell, assignment.notebook)
            if role is not None and role.kind == "question":
                assert len(read_rubric(scheme_of(cell.source), points[role.task]).items) >= 2
                found += 1
    assert found == 14
