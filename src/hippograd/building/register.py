"""Entering an assignment into a gradebook, as nbgrader does when it makes a release."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hippograd.building.released import released_cells
from hippograd.course import Offering
from hippograd.course.released import NOTEBOOK_METADATA, ReleasedCell
from hippograd.errors import HippogradError, place_of
from hippograd.store.gradebook import Gradebook, Row


def register(offering: Offering, db_url: str, cells: list[ReleasedCell] | None = None) -> None:
    """Enter an assignment, its notebook and its cells into nbgrader's gradebook; again and again without harm.

    A new assignment is entered in one transaction; one that the gradebook has as it is stays untouched. What has
    changed is left to nbgrader, which knows what may be.
    """
    rows = _rows(released_cells(offering) if cells is None else cells)
    name, book = offering.assignment.name, Gradebook(db_url)
    book.make()
    with book.alone():
        if not book.has_assignment(name):
            book.enter_assignment(name, json.dumps(NOTEBOOK_METADATA["kernelspec"]), rows)
            return
        entered, has_submissions = book.cells_of(name)
    if entered == {name: rows}:
        return
    if list(entered) == [name] and has_submissions:
        _require_same_cells(offering, db_url, entered[name], rows)
    from hippograd.building.converting import generate  # takes most of a second to import

    with tempfile.TemporaryDirectory(prefix="hippograd-") as work:
        generate(offering, Path(work), db_url)


def _require_same_cells(
    offering: Offering, db_url: str, entered: dict[str, dict[str, Row]], rows: dict[str, dict[str, Row]]
) -> None:
    """Refuse cells that have come or gone since submissions were entered, as nbgrader does, and name them."""
    before, now = ({name for table in kinds.values() for name in table} for kinds in (entered, rows))
    changes = {"new": now - before, "gone": before - now}
    if before != now:
        told = "; ".join(f"{what}: {', '.join(sorted(names))}" for what, names in changes.items() if names)
        raise HippogradError(
            "gradebook-other-cells", notebook=offering.assignment.notebook, gradebook=place_of(db_url), told=told
        )


def _rows(cells: list[ReleasedCell]) -> dict[str, dict[str, Row]]:
    """Return what nbgrader keeps of each cell, by table and the cell's name."""
    rows: dict[str, dict[str, Row]] = {kind: {} for kind in ("GradeCell", "SolutionCell", "TaskCell", "SourceCell")}
    for cell in cells:
        marked = cell.metadata.get("nbgrader", {})
        graded = {"max_score": float(marked.get("points", 0)), "cell_type": cell.cell_type}
        if marked.get("grade"):
            rows["GradeCell"][cell.grade_id] = graded
        if marked.get("solution"):
            rows["SolutionCell"][cell.grade_id] = {}
        if marked.get("task"):
            rows["TaskCell"][cell.grade_id] = graded
        if marked:
            rows["SourceCell"][cell.grade_id] = {
                "cell_type": cell.cell_type,
                "locked": marked.get("locked", False),
                "source": cell.source,
                "checksum": marked.get("checksum"),
            }
    return rows
