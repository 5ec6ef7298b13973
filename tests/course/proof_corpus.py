"""Each mistake that the corpus knows is caught and named: one answer for each task and diagnosis. The rest: verify."""

import pytest

from hippograd.course import Course, Offering
from hippograd.proofs.answers import read_corpus
from hippograd.proofs.graders import try_answers
from tests.conftest import ROOT

COURSE = Course(ROOT)
TASKS = [
    pytest.param(name, task.name, id=task.name)
    for name in COURSE.assignments
    for task in COURSE.assignment(name).tasks
    if task.is_auto
]


@pytest.mark.parametrize(("assignment", "task"), TASKS)
def test_one_answer_of_each_diagnosis_is_caught_for_it(assignment: str, task: str) -> None:
    offering = Offering.of(COURSE, assignment, COURSE.cohort("2027"))
    variants = read_corpus(COURSE, offering.assignment, offering.cohort.name)
    first = {one.diagnosis: one.name for one in reversed(variants) if one.task == task and not one.is_correct}
    said: list[object] = []
    wanted = [f"{task}/{name}" for name in first.values()]
    assert try_answers(offering, wanted, 1, said.append, longest=10) == []
    assert len(said) >= len(first)
