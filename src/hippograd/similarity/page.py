"""The page of what is alike, with the evidence side by side."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hippograd.course import Assignment
from hippograd.records.rendering import rendered
from hippograd.similarity.answers import OWN_CELLS
from hippograd.similarity.looking import Looked
from hippograd.text import day_of

_TEMPLATE = Path(__file__).with_name("templates") / "similar.html.j2"

LEAST_SHARE = 0.2
"""Of two answers that are shown side by side."""


def similar_page(assignment: Assignment, cohort: str, looked: Looked, most: int = 20) -> str:
    """Return the page as HTML."""
    tasks = task_labels(assignment)
    page = {
        "title": assignment.title,
        "name": assignment.name,
        "cohort": cohort,
        "made": day_of(date.today()),
        "looked": looked,
        "found": looked.found,
        "tasks": tasks,
        "too_short": [tasks.get(name, name) for name in looked.found.too_short],
        "most": most,
        "least": LEAST_SHARE,
    }
    return rendered(_TEMPLATE, "feedback.css similar.css", page=page)


def task_labels(assignment: Assignment) -> dict[str, str]:
    """Number and title of each task, by the names of its cells and its own."""
    labels = {OWN_CELLS: "Cells of their own"}
    for task in assignment.tasks:
        label = f"{task.number} {task.title}"
        labels |= {task.answer_id: label, task.name: label}
        if task.is_written:
            labels[task.written_id] = f"{label}, in words" if task.is_auto else label
    return labels
