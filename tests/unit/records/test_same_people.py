"""A gradebook of other ids is refused, a class that grows or hands in a part at a time is not."""

from __future__ import annotations

import pytest

from hippograd.errors import HippogradError
from hippograd.records.people import refuse_other_people

FOUR = ["a1", "b2", "c3", "d4"]


@pytest.mark.parametrize("students", [["A1", "B2", "C3", "d4"], ["w", "x", "y", "z"], ["x", "y", "z", "d4"]])
@pytest.mark.parametrize("is_roster", [True, False])
def test_most_ids_being_new_is_refused_and_they_are_named(students: list[str], is_roster: bool) -> None:
    with pytest.raises(HippogradError) as error:
        refuse_other_people(FOUR, students, is_roster=is_roster)
    assert error.value.code == ("roster-other-ids" if is_roster else "students-other-ids")
    assert error.value.data["new"] == sorted({*students} - {*FOUR})
    assert error.value.data["gone"] == sorted({*FOUR} - {*students})


@pytest.mark.parametrize(
    ("entered", "students"),
    [
        ([], FOUR),
        (FOUR, FOUR),
        (FOUR[:3], [*FOUR, "e5", "f6", "g7", "h8", "i9"]),
        (FOUR, ["a1"]),
        (FOUR, ["e5", "f6"]),
        (["x", "y"], FOUR),
        (FOUR, ["a1", "b2", "x", "y"]),
    ],
    ids=["none yet", "the same", "a class that grew", "one of them", "two new", "trials", "a half"],
)
def test_others_are_not_refused(entered: list[str], students: list[str]) -> None:
    refuse_other_people(entered, students, is_roster=True)
