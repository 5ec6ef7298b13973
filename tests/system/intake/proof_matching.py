"""What is whole is left alone, what lost its ids is recognised, and what was done is said.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import pytest

from hippograd.building.released import released_cells
from hippograd.course import Cohort, Course, Offering
from hippograd.course.regions import without_scheme
from hippograd.intake.matching.cells import same_text
from hippograd.proofs.answers import read_corpus
from hippograd.proofs.filling import filled_notebook, reference_answers
from tests.system.intake.test_matching import matched

ANSWERS_TO_TWO_TASKS = {"subclass_of_the_same_name"}
"""They define a class that another task asks for, so that only the cell's id tells which they answer."""


@pytest.mark.parametrize("name", ["0_neural_data", "1_linear_regression", "2_gradient_descent"])
def test_every_answer_of_the_corpus_finds_its_task_without_ids(
    linear_course: Course, cohort: Cohort, name: str
) -> None:
    assignment = linear_course.assignment(name)
    released = released_cells(Offering(linear_course, assignment, cohort))
    for variant in read_corpus(linear_course, assignment):
        if variant.name in ANSWERS_TO_TWO_TASKS:
            continue
        answers = reference_answers(released) | {variant.task: variant.source}
        notebook = filled_notebook(released, answers)
        for cell in notebook["cells"]:
            cell["metadata"], cell["id"], cell["source"] = {}, "", without_scheme(cell["source"])
        cells, notes = matched(notebook, released)
        found = {
            cell.released.task: cell.source for cell in cells if cell.released and cell.kind in ("answer", "written")
        }
        assert [task for task, text in answers.items() if not same_text(found[task], text)] == [], variant.name
        assert not any(note.for_staff or "missing" in note.text for note in notes), (variant.name, notes)
