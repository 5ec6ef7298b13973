"""What a test cell leaves, and the points that nbgrader takes from it."""

from __future__ import annotations

from typing import Any

import pytest

from hippograd.other_courses.nbgrader_grader import earned

ERROR = {"output_type": "error", "ename": "AssertionError", "evalue": "", "traceback": []}
WARNING = {"output_type": "stream", "name": "stderr", "text": "beware"}


def value(text: str) -> dict[str, Any]:
    return {"output_type": "execute_result", "data": {"text/plain": text}, "metadata": {}, "execution_count": None}


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
    points, why, odd = earned(outputs, 2)
    assert (points, bool(why), odd) == (expected, expected < 2, None)


@pytest.mark.parametrize(("text", "expected"), [("3", 2), ("-1", 0), ("nan", 0), ("inf", 2), ("np.float64(nan)", 0)])
def test_a_number_that_the_cell_cannot_give_is_shown_to_the_ta(text: str, expected: float) -> None:
    points, _, odd = earned([value(text)], 2)
    assert points == expected
    assert odd is not None
