"""Filling a release as a student would: the notebooks that prove the graders, and those of the sample class."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gradekit.cell_names import defined_names
from hippograd.course.released import ReleasedCell
from hippograd.proofs import shape_alone


def filled_notebook(cells: Sequence[ReleasedCell], answers: Mapping[str, str]) -> dict[str, Any]:
    """Return a release whose blanks are filled."""
    found = []
    for cell in cells:
        source = answers.get(cell.task, cell.source) if cell.kind in ("answer", "written") else cell.source
        entry: dict[str, Any] = {
            "id": cell.id,
            "cell_type": cell.cell_type,
            "metadata": cell.metadata,
            "source": source,
        }
        if cell.cell_type == "code":
            entry |= {"execution_count": None, "outputs": []}
        found.append(entry)
    return {"cells": found, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def reference_answers(cells: Sequence[ReleasedCell]) -> dict[str, str]:
    """Return the course's own answers, by task."""
    return {cell.task: cell.reference for cell in cells if cell.kind in ("answer", "written")}


def with_cells(notebook: dict[str, Any], place: int, above: Sequence[str], below: Sequence[str]) -> dict[str, Any]:
    """Return a notebook with a student's own code cells above and below the cell at `place`."""
    cells = notebook["cells"]
    own: list[dict[str, Any]] = [
        {
            "id": f"own-{place}-{number}",
            "cell_type": "code",
            "metadata": {},
            "source": source,
            "execution_count": None,
            "outputs": [],
        }
        for number, source in enumerate([*above, *below])
    ]
    around = [*own[: len(above)], cells[place], *own[len(above) :]]
    return notebook | {"cells": [*cells[:place], *around, *cells[place + 1 :]]}


def notebook_text(notebook: Mapping[str, Any]) -> str:
    """Return a notebook as JupyterLab writes it."""
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def shapes_only(answer: str, filling: str) -> str:
    """Return an answer that keeps the shapes of another and none of its values, see `shape_alone`."""
    tool = Path(shape_alone.__file__).read_text(encoding="utf-8")
    names = defined_names(answer)
    whole = sorted(name for name in names if name.partition(".")[0] not in names - {name})  # not the parts of a class
    return f"{tool}\n\n{answer}\n\nkeep_shapes_only(globals(), {whole!r}, {filling!r})\n"
