"""The released cells of an assignment, with what only the grader may see of them."""

from __future__ import annotations

import json
from typing import Any

from nbgrader.preprocessors import ClearSolutions, ComputeChecksums, LockCells

from hippograd.building.cells import BEGIN_SOLUTION, END_SOLUTION, role_of, without_markers
from hippograd.building.converting import converter_config, stamped_notebook
from hippograd.course import Offering
from hippograd.course.released import CellKind, ReleasedCell


def released_cells(offering: Offering) -> list[ReleasedCell]:
    """The cells as nbgrader enters them into the gradebook, with the reference answers beside them.

    Parameters
    ----------
    offering : Offering
        Whose notebook.

    Returns
    -------
    list of ReleasedCell
        In the order of the notebook.
    """
    stamped = stamped_notebook(offering.assignment, offering.cohort)
    references = [without_markers(cell.source, BEGIN_SOLUTION, END_SOLUTION) for cell in stamped.cells]
    roles = [role_of(cell, offering.assignment.notebook) for cell in stamped.cells]
    config = converter_config(offering.course, offering.cohort)
    resources: dict[str, Any] = {}
    for step in (LockCells, ClearSolutions, ComputeChecksums):
        stamped, resources = step(config=config).preprocess(stamped, resources)
    found = []
    for cell, role, reference in zip(stamped.cells, roles, references, strict=True):
        kind: CellKind = role.kind if role is not None else "plain"  # type: ignore[assignment]
        found.append(
            ReleasedCell(
                id=cell.id,
                grade_id=cell.metadata.get("nbgrader", {}).get("grade_id", ""),
                kind=kind,
                task=role.task if role is not None else "",
                cell_type=cell.cell_type,
                source=cell.source,
                metadata=json.loads(json.dumps(cell.metadata)),
                reference=reference if kind in ("answer", "written") else "",
            )
        )
    return found
