"""The rubrics of an assignment, from the mark schemes in its source notebook."""

from __future__ import annotations

from hippograd.building.cells import role_of
from hippograd.building.notebooks import load_notebook
from hippograd.course import Assignment
from hippograd.course.regions import scheme_of
from hippograd.course.rubric import Rubric, read_rubric


def rubrics_of(assignment: Assignment) -> dict[str, Rubric]:
    """Return the rubric of each written task, by the grade id of its answer."""
    found = {}
    for cell in load_notebook(assignment.notebook).cells:
        role = role_of(cell, assignment.notebook)
        if role is not None and role.kind == "question":
            found[role.task] = read_rubric(scheme_of(cell.source))
    return found
