"""Damaged notebooks get the marks that their answers deserve; `pytest -s` prints the table."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from hippograd.course.regions import without_scheme
from hippograd.errors import HippogradError
from hippograd.grading.result import Graded, Result
from hippograd.intake import read_notebook
from hippograd.intake.matching.cells import same_text
from tests.conftest import Class
from tests.damaged.recipes import DESCENT, LINEAR, RECIPES, Recipe

CASES = [
    pytest.param(recipe, assignment, id=f"{recipe.name}-{assignment[0]}")
    for recipe in RECIPES
    for assignment in recipe.assignments[-1:]
]
"""The shorter notebook; the longer one, and the table of all, belong to `make proof`."""


class Desk:
    """Grades damaged notebooks, and keeps the count."""

    def __init__(self, classes: dict[str, Class]) -> None:
        self.classes = classes
        self.rows: list[tuple[str, str, int, int]] = []
        self._points: dict[tuple[str, str], dict[str, float]] = {}

    def right_points(self, recipe: Recipe, assignment: str) -> dict[str, float]:
        """The points of each task: those of the whole notebook, except for what cannot be kept."""
        points = dict(self._whole(assignment, recipe.answers | recipe.instead))
        return points | dict.fromkeys(recipe.loses, 0)

    def _whole(self, assignment: str, answers: dict[str, str]) -> dict[str, float]:
        key = (assignment, json.dumps(answers))
        if key not in self._points:
            self._points[key] = points_of(self.classes[assignment].result(**answers))
        return self._points[key]

    def damaged(self, recipe: Recipe, assignment: str) -> Graded:
        desk = self.classes[assignment]
        notebook = json.loads(desk.text(**recipe.answers))
        for cell in notebook["cells"]:
            cell["source"] = without_scheme(cell["source"])  # students do not get it
        made = recipe.damage(notebook)
        return desk.grade(made if isinstance(made, bytes) else json.dumps(made))

    def print_table(self) -> None:
        right, marks = (sum(row[column] for row in self.rows) for column in (2, 3))
        print(f"\n{'damage':50} {'assignment':22} right marks")
        for name, assignment, good, all_marks in self.rows:
            print(f"{name:50} {assignment:22} {good:2} of {all_marks:2}")
        print(f"{len({row[0] for row in self.rows})} kinds of damage: {right} of {marks} marks are right")


def points_of(result: Result) -> dict[str, float]:
    return {task.name: task.points for task in result.tasks}


def lost_words(graded: Graded, reference: dict[str, str]) -> list[str]:
    """Written answers that neither stand where they are marked, nor are asked about."""
    assert graded.notebook is not None
    asked = " ".join(note.text for note in graded.result.notes if note.for_staff)
    cells = {cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in graded.notebook["cells"]}
    found = []
    for task, cell in cells.items():
        if task in reference and cell["cell_type"] == "markdown" and task not in asked:
            whole = same_text(cell["source"], reference[task])
            found += [] if whole or "First thought.\n\nSecond thought." in cell["source"] else [task]
    return found


@pytest.fixture(scope="module")
def desk(classroom: Class, descent_classroom: Class) -> Iterator[Desk]:
    made = Desk({LINEAR: classroom, DESCENT: descent_classroom})
    yield made
    made.print_table()


@pytest.mark.parametrize(("recipe", "assignment"), CASES)
def test_a_damaged_notebook_gets_the_right_marks(desk: Desk, recipe: Recipe, assignment: str) -> None:
    require_right_marks(desk, recipe, assignment)


def require_right_marks(desk: Desk, recipe: Recipe, assignment: str) -> None:
    graded = desk.damaged(recipe, assignment)
    result = graded.result
    if not recipe.gradable:
        assert result.status == "not_gradable"
        assert result.problem is not None
        assert result.problem.message
        assert result.problem.remedy
        return
    right, given = desk.right_points(recipe, assignment), points_of(result)
    desk.rows.append((recipe.name, assignment, sum(given.get(t) == p for t, p in right.items()), len(right)))
    assert given == right, "\n".join(map(str, result.notes))
    lost = lost_words(graded, desk.classes[assignment].reference)
    assert not lost or not recipe.keeps_words, "\n".join(map(str, result.notes))
    assert any(note.for_staff for note in result.notes) == recipe.asks, "\n".join(map(str, result.notes))


def test_there_are_forty_kinds_of_damage() -> None:
    assert len({recipe.name for recipe in RECIPES if recipe.gradable}) >= 40


@pytest.mark.parametrize(
    "encoding", [f"utf-{bits}{end}" for bits in (16, 32) for end in ("", "-le", "-be")] + ["utf-8-sig"]
)
def test_text_in_any_unicode_form_is_read(encoding: str) -> None:
    data = '{"cells": [{"cell_type": "code", "source": "ü = 1"}]}'.encode(encoding)
    assert [cell.text for cell in read_notebook(data, "ada")] == ["ü = 1"]


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        pytest.param(b'{"cells": [{"cell_type": "code", "source": "x =', "its JSON is cut short", id="JSON"),
        pytest.param('{"cells": []'.encode("utf-16")[:-1], "its text is broken off", id="text"),
    ],
)
def test_of_a_file_that_is_cut_short_it_is_said_so_and_what_to_ask_for(data: bytes, cause: str) -> None:
    with pytest.raises(HippogradError, match=f"amber01.ipynb is damaged: {cause}") as error:
        read_notebook(data, "amber01.ipynb")
    assert "hand it in again" in error.value.remedy
