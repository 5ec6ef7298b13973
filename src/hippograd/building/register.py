"""Entering an assignment into a gradebook, as nbgrader does when it makes a release."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, BaseCell, GradeCell, Notebook, SolutionCell, SourceCell, TaskCell, new_uuid
from sqlalchemy import insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from hippograd.building.released import released_cells
from hippograd.course import Offering
from hippograd.course.kernel import NOTEBOOK_METADATA
from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError, place_of, unusable
from hippograd.nbgrader_env import COURSE_ID, Gradebook, alone_in

Row = dict[str, Any]


def register(offering: Offering, db_url: str, cells: list[ReleasedCell] | None = None) -> None:
    """Enter an assignment, its notebook and its cells into nbgrader's gradebook; again and again without harm.

    A new assignment is entered in one transaction; one that the gradebook has as it is stays untouched. What has
    changed is left to nbgrader, which knows what may be.

    Parameters
    ----------
    offering : Offering
        What to enter.
    db_url : str
        The gradebook, any SQLAlchemy URL.
    cells : list of ReleasedCell, optional
        What `released_cells` gives, where it was asked already.

    Raises
    ------
    HippogradError
        When the source is wrong, or the gradebook holds submissions for other cells than the source has.
    """
    rows = _rows(released_cells(offering) if cells is None else cells)
    try:
        with alone_in(db_url), Gradebook(db_url) as book, Session(book.engine) as session:
            name = offering.assignment.name
            known = session.scalars(select(Notebook).join(Notebook.assignment).where(Assignment.name == name)).all()
            if session.scalar(select(Assignment.id).filter_by(name=name)) is None:
                _enter(session, name, rows)
                session.commit()
                return
            if [one.name for one in known] == [name]:
                entered = _entered(session, known[0])
                if entered == rows:
                    return
                if known[0].submissions:
                    _require_same_cells(offering, db_url, entered, rows)
    except SQLAlchemyError as error:
        raise unusable(db_url, error) from None
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
    """What nbgrader keeps of each cell, by table and the cell's name."""
    rows: dict[str, dict[str, Row]] = {kind.__name__: {} for kind in (GradeCell, SolutionCell, TaskCell, SourceCell)}
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


def _enter(session: Session, name: str, rows: dict[str, dict[str, Row]]) -> None:
    assignment, notebook = new_uuid(), new_uuid()
    session.execute(insert(Assignment).values(id=assignment, name=name, course_id=COURSE_ID))
    kernel = json.dumps(NOTEBOOK_METADATA["kernelspec"])
    session.execute(insert(Notebook).values(id=notebook, name=name, assignment_id=assignment, kernelspec=kernel))
    for table in (GradeCell, SolutionCell, TaskCell, SourceCell):
        made = [{"id": new_uuid(), "name": name, **row} for name, row in rows[table.__name__].items()]
        if not made:
            continue
        if issubclass(table, BaseCell):
            base = [{"id": row["id"], "name": row.pop("name"), "notebook_id": notebook} for row in made]
            session.execute(insert(BaseCell.__table__), [{**row, "type": table.__name__} for row in base])
            session.execute(insert(table.__table__), made)
        else:
            session.execute(insert(table.__table__), [{**row, "notebook_id": notebook} for row in made])


def _entered(session: Session, notebook: Notebook) -> dict[str, dict[str, Row]]:
    """The rows of a notebook that a gradebook has, as `_rows` gives them."""
    found: dict[str, dict[str, Row]] = {}
    for table in (GradeCell, SolutionCell, TaskCell, SourceCell):
        columns = {column.name for column in table.__table__.columns} - {"id", "name", "notebook_id"}
        cells = session.scalars(select(table).where(table.notebook_id == notebook.id))
        found[table.__name__] = {cell.name: {column: getattr(cell, column) for column in columns} for cell in cells}
    return found
