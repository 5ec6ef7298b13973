"""The damaged notebooks of the longer assignment."""

from __future__ import annotations

import pytest

from tests.damaged.recipes import RECIPES, Recipe
from tests.system.intake.test_damaged import Desk, desk, require_right_marks

__all__ = ["desk"]


@pytest.mark.parametrize(
    ("recipe", "assignment"),
    [pytest.param(one, name, id=one.name) for one in RECIPES for name in one.assignments[:-1]],
)
def test_a_damaged_notebook_gets_the_right_marks(desk: Desk, recipe: Recipe, assignment: str) -> None:
    require_right_marks(desk, recipe, assignment)
