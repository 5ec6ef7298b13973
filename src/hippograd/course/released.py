"""The cells of a released notebook, as the grader must know them."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

CellKind = Literal["setup", "answer", "check", "question", "written", "demo", "plain"]


class ReleasedCell(msgspec.Struct, frozen=True):
    """One cell of a release."""

    id: str
    """The cell's id in the notebook."""

    grade_id: str
    """nbgrader's name of it; empty for demonstrations and ordinary cells."""

    kind: CellKind
    """What the cell is for."""

    task: str
    """Grade id of the task's check or written answer that it belongs to; empty for the rest."""

    cell_type: str
    """``"code"`` or ``"markdown"``."""

    source: str
    """Its text as the gradebook keeps it: blanks empty, mark schemes in place."""

    metadata: dict[str, Any]
    """Its metadata, nbgrader's included."""

    reference: str = ""
    """The course's own answer, for a cell that students fill."""


NOTEBOOK_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
