"""The released cells are kept, and made anew whenever anything that they depend on has changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hippograd.building import released
from hippograd.building.released import CACHE, released_cells
from hippograd.course import Course, Offering

Edit = Callable[..., None]


@pytest.fixture
def offering(course: Course) -> Offering:
    return Offering(course, course.assignment("1_scaling"), course.cohort("2030"))


def made_by_nbgrader(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Filled with a name whenever nbgrader makes cells."""
    made: list[str] = []
    before = released._as_entered

    def counted(stamped: object, offering: Offering) -> object:
        made.append(offering.assignment.name)
        return before(stamped, offering)

    monkeypatch.setattr(released, "_as_entered", counted)
    return made


def test_cells_are_made_once(offering: Offering, monkeypatch: pytest.MonkeyPatch) -> None:
    made = made_by_nbgrader(monkeypatch)
    assert released_cells(offering) == released_cells(offering)
    assert made == ["1_scaling"]


def test_a_changed_source_and_another_cohort_have_cells_of_their_own(offering: Offering, edit_cell: Edit) -> None:
    before = released_cells(offering)
    edit_cell(offering.assignment.notebook, "imports", id="other-imports")
    assert [cell.id for cell in released_cells(offering)] != [cell.id for cell in before]


@pytest.mark.parametrize("content", ["", "{}", '{"of": "", "cells": []}'])
def test_a_damaged_file_is_made_anew(offering: Offering, content: str) -> None:
    before = released_cells(offering)
    (file,) = (offering.course.root / CACHE).iterdir()
    file.write_text(content)
    assert released_cells(offering) == before
    assert file.read_text() != content
    assert file.parent.stat().st_mode & 0o077 == 0
