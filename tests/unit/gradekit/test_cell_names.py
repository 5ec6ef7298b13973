"""Which demonstrations run before a notebook is graded."""

import pytest

from gradekit.cell_names import needed_places


@pytest.mark.parametrize(
    ("cells", "demonstrations"),
    [
        (["S: a = 1", "x = a"], [0]),
        (["a = 1", "S: a = 2", "x = a"], [1]),
        (["a = 1", "x = a", "S: a = 2"], []),
        (["def a(): ...", "def x(): return a()", "S: a = 2"], []),
        (["def a(): ...\ndef x(): return a()", "S: a = 2"], []),
        (["def a(): ...", "S: a = 2", "def x(): return a()"], [1]),
        (["S: a = 1", "def x(): return a\nx()", "a = 2"], [0]),
        (["S: a = 1", "a = a + 1", "x = a"], [0]),
        (["def x(): return a", "S: a = 1"], [1]),
        (["S: b = 1", "S: a = b", "x = a"], [0, 1]),
        (["b = 1", "S: a = b", "S: b = 2", "x = a"], [1]),
    ],
)
def test_a_demonstration_runs_where_it_sets_what_stands_at_a_name_that_is_looked_up(
    cells: list[str], demonstrations: list[int]
) -> None:
    shown = [cell.startswith("S: ") for cell in cells]
    places = needed_places([cell.removeprefix("S: ") for cell in cells], shown)
    assert [place for place in places if shown[place]] == demonstrations
