"""Each mistake that the corpus knows is caught and named: one answer for each task and diagnosis. The rest: verify."""

import pytest

from hippograd.course import Course, Offering
from hippograd.proofs.answers import read_corpus
from hippograd.proofs.graders import try_answers
from tests.conftest import KNOWN, ROOT

COURSE = Course(ROOT)
TASKS = [
    pytest.param(name, task.name, id=task.name)
    for name in COURSE.assignments
    for task in COURSE.assignment(name).tasks
    if task.is_auto
]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """This course with the secret of the tests: a few diagnoses hang on what a check draws."""
    root = tmp_path_factory.mktemp("course")
    graders = root / "autograder" / "graders"
    graders.mkdir(parents=True)
    for folder in (root, root / "autograder", graders):
        for path in (ROOT / folder.relative_to(root)).iterdir():
            if path.name not in ("autograder", "graders", COURSE.secret_file.name, ".venv", ".git"):
                (folder / path.name).symlink_to(path)
    (graders / COURSE.secret_file.name).write_text(KNOWN, encoding="utf-8")
    return Course(root)


@pytest.mark.parametrize(("assignment", "task"), TASKS)
def test_one_answer_of_each_diagnosis_is_caught_for_it(course: Course, assignment: str, task: str) -> None:
    offering = Offering.of(course, assignment, course.cohort("2027"))
    variants = read_corpus(course, offering.assignment, offering.cohort.name)
    first = {one.diagnosis: one.name for one in reversed(variants) if one.task == task and not one.is_correct}
    said: list[object] = []
    wanted = [f"{task}/{name}" for name in first.values()]
    assert try_answers(offering, wanted, 1, said.append, longest=10) == []
    assert len(said) >= len(first)
