"""What a test cell leaves, and the points that nbgrader takes from it."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest
from nbgrader import utils

from hippograd.course.released import ReleasedCell
from hippograd.intake import Note
from hippograd.intake.matching.cells import MatchedCell
from hippograd.other_courses.grader import _odd_points, _test_outputs

METADATA = {"nbgrader": {"grade": True, "solution": False, "locked": True, "grade_id": "t", "points": 2}}
ERROR = {"output_type": "error", "ename": "AssertionError", "evalue": "", "traceback": []}
WARNING = {"output_type": "stream", "name": "stderr", "text": "beware"}


def value(text: str) -> dict[str, Any]:
    return {"output_type": "execute_result", "data": {"text/plain": text}, "metadata": {}, "execution_count": None}


def points(*outputs: dict[str, Any]) -> tuple[float, list[Note]]:
    """The points that nbgrader takes, and the notes."""
    released = ReleasedCell("t", "t", "check", "t", "code", "", METADATA)
    test = MatchedCell("t", "code", "", released, None)
    left, notes = _test_outputs(test, list(outputs)), _odd_points(test, list(outputs))
    cell = nbformat.from_dict({"cell_type": "code", "metadata": METADATA, "source": "", "outputs": left})
    return utils.determine_grade(cell)[0], notes


@pytest.mark.parametrize(
    ("outputs", "expected"),
    [
        ([], 2),
        ([ERROR], 0),
        ([WARNING], 0),
        ([value("1.5")], 1.5),
        ([value("0")], 0),
        ([value("'text'")], 2),
        ([value("True")], 2),
        ([value("np.float64(0.5)")], 0.5),
        ([value("'text'"), ERROR], 0),
        ([value("2"), ERROR], 0),
        ([value("1"), WARNING], 0),
        ([value("2"), value("1")], 1),
    ],
)
def test_errors_count_wherever_they_stand_and_the_last_value_is_the_cells(
    outputs: list[dict[str, Any]], expected: float
) -> None:
    assert points(*outputs) == (expected, [])


@pytest.mark.parametrize(("text", "expected"), [("3", 2), ("-1", 0), ("nan", 0), ("inf", 2), ("np.float64(nan)", 0)])
def test_a_number_that_the_cell_cannot_give_is_shown_to_the_ta(text: str, expected: float) -> None:
    found, notes = points(value(text))
    assert found == expected
    assert [note.for_staff for note in notes] == [True]
