"""The released cells of an assignment, with what only the grader may see of them."""

from __future__ import annotations

import json
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
from nbformat import NotebookNode

from hippograd.building.cells import role_of
from hippograd.building.stamp import stamped_notebook
from hippograd.course import Offering
from hippograd.course.regions import BEGIN_SOLUTION, END_SOLUTION, without_markers
from hippograd.course.released import CellKind, ReleasedCell
from hippograd.errors import NO_JSON, HippogradError
from hippograd.files import sha256, write_whole

CACHE = ".cache"
"""The folder of the course that keeps what takes long to make; it may be removed at any time."""


class _Kept(msgspec.Struct, frozen=True):
    """What nbgrader made of a notebook, and of which."""

    of: str
    cells: list[ReleasedCell]


def released_cells(offering: Offering) -> list[ReleasedCell]:
    """Return the cells as nbgrader enters them into the gradebook, with the reference answers beside them.

    nbgrader makes them once for each state of a source notebook: importing it for this takes longer than a mark.
    """
    stamped = stamped_notebook(offering.assignment, offering.cohort)
    key = _key(stamped)
    path = offering.course.root / CACHE / f"{offering.assignment.name}-{offering.cohort.name}.json"
    with suppress(OSError, *NO_JSON):
        kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
        if kept.of == key:
            return kept.cells
    cells = _as_entered(stamped, offering)
    with suppress(OSError, HippogradError):  # a course that cannot be written to is graded all the same
        path.parent.mkdir(mode=0o700, exist_ok=True)  # for this user alone: it holds answers
        write_whole(path, msgspec.json.encode(_Kept(key, cells)))
    return cells


def _key(stamped: NotebookNode) -> str:
    """Of a notebook, of nbgrader and of the code that puts it to work."""
    sources = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    text = json.dumps([stamped, version("nbgrader"), sha256(sources)], sort_keys=True)
    return sha256(text.encode())


def _as_entered(stamped: NotebookNode, offering: Offering) -> list[ReleasedCell]:
    """Return the cells after the steps of nbgrader's that come before it enters them."""
    from nbgrader.preprocessors import ClearSolutions, ComputeChecksums, LockCells

    from hippograd.building.converting import converter_config

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
