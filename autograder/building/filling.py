"""Filling a release as a student would: the notebooks that prove the graders, and those of the sample class."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.course.released import ReleasedCell


def filled_notebook(cells: Sequence[ReleasedCell], answers: Mapping[str, str]) -> dict[str, Any]:
    """A release whose blanks are filled.

    Parameters
    ----------
    cells : sequence of ReleasedCell
        The release.
    answers : mapping of str to str
        Source of the answer cell, or text of the written answer, by task; tasks that are not named stay blank.

    Returns
    -------
    dict
        JSON of a notebook in nbformat 4.5.
    """
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
    """The course's own answers, by task."""
    return {cell.task: cell.reference for cell in cells if cell.kind in ("answer", "written")}


def notebook_text(notebook: Mapping[str, Any]) -> str:
    """A notebook as JupyterLab writes it."""
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
