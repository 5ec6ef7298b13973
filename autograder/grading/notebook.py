"""The notebook as it was graded: for nbgrader's gradebook and formgrader, and for the student's feedback."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from ..intake.matching import MatchedCell
from ..sandbox.client import CellRun, StudentGone
from .result import CheckResult, TaskResult

KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def executed_notebook(
    cells: list[MatchedCell],
    runs: dict[str, CellRun],
    lost: dict[str, StudentGone],
    tasks: list[TaskResult],
    notes: Sequence[str] = (),
) -> dict[str, Any]:
    """A notebook in nbformat 4.5 with what each cell gave.

    Cells that were run have the outputs of this run; demonstrations keep the student's own, marked as theirs. A check
    cell shows its report and, as its result, the points: the form in which nbgrader takes partial credit.

    Parameters
    ----------
    cells : list of MatchedCell
        The notebook that was graded.
    runs, lost : dict
        What each cell gave, or how it ended the process, by name.
    tasks : list of TaskResult
        The results of the automatic tasks.
    notes : sequence of str
        What was put right; shown in a cell at the top.

    Returns
    -------
    dict
        JSON of the notebook.
    """
    results = {task.name: task for task in tasks}
    executed = notebook_of(cells, lambda cell: _outputs(cell, runs, lost, results), notes)
    for cell, entry in zip(cells, executed["cells"][-len(cells) :], strict=True):
        if cell.submitted is not None and cell.name not in runs and cell.kind == "demo" and cell.cell_type == "code":
            entry["metadata"]["hippograd"] = {"outputs": "the student's own"}
    return executed


def notebook_of(
    cells: list[MatchedCell], outputs: Callable[[MatchedCell], list[dict[str, Any]]], notes: Sequence[str] = ()
) -> dict[str, Any]:
    """A notebook in nbformat 4.5: cells as they were graded, with outputs where they have code, notes at the top."""
    ids: set[str] = set()
    found = []
    for place, cell in enumerate(cells):
        entry: dict[str, Any] = {
            "id": _unique_id(cell, place, ids),
            "cell_type": cell.cell_type if cell.cell_type in ("code", "markdown", "raw") else "raw",
            "metadata": dict(cell.released.metadata) if cell.released is not None else {},
            "source": cell.source,
        }
        if cell.cell_type == "code":
            entry["execution_count"] = None
            entry["outputs"] = outputs(cell)
        found.append(entry)
    if notes:
        found.insert(0, _notes_cell(notes))
    return {"cells": found, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}


def _notes_cell(notes: Sequence[str]) -> dict[str, Any]:
    """The notes as text; names of students' files in them are not Markdown."""
    lines = [re.sub(r"([\\`*_{}\[\]<>#|$~!&])", r"\\\1", " ".join(note.split())) for note in notes]
    source = "**Before grading**\n\n" + "\n".join(f"- {line}" for line in lines)
    return {"id": "hippograd-notes", "cell_type": "markdown", "metadata": {}, "source": source}


def report(task: TaskResult) -> str:
    """What a student reads about one task: each check, its points, and why it does not hold."""
    lines = [f"{task.title}: {task.points:g} of {task.max_points:g}"]
    if task.note:
        lines.append(task.note)
    lines += [_check_lines(check) for check in task.checks]
    return "\n".join(lines) + "\n"


def _check_lines(check: CheckResult) -> str:
    mark = "✓" if check.passed else "✗"
    lines = [f"{mark} {check.points:g}/{check.max_points:g}  {check.idea}"]
    if check.message:
        lines.append(f"        {check.message}")
    if check.public and check.detail:
        lines += [f"        {line}" for line in check.detail.strip().splitlines()]
    return "\n".join(lines)


def _outputs(
    cell: MatchedCell, runs: dict[str, CellRun], lost: dict[str, StudentGone], results: dict[str, TaskResult]
) -> list[dict[str, Any]]:
    if cell.kind == "check":
        task = results.get(cell.name)
        if task is None or task.status == "not_gradable":
            return []
        points = {"text/plain": repr(float(task.points))}
        return [
            {"output_type": "stream", "name": "stdout", "text": report(task)},
            {"output_type": "execute_result", "data": points, "metadata": {}, "execution_count": None},
        ]
    if cell.name in lost:
        gone = lost[cell.name]
        return [{"output_type": "error", "ename": gone.diagnosis, "evalue": gone.message, "traceback": [gone.message]}]
    if cell.name in runs:
        run = runs[cell.name]
        return [*run.outputs, run.error] if run.error is not None else list(run.outputs)
    if cell.kind == "demo" and cell.submitted is not None:
        return _plain_outputs(cell.submitted.kept_outputs)
    return []


def _plain_outputs(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of a student's own outputs that have nbformat's form."""
    found = []
    for output in outputs:
        kind = output.get("output_type")
        if kind == "stream" and isinstance(output.get("text"), str | list):
            found.append({"output_type": kind, "name": "stdout", "text": _joined(output["text"])})
        elif kind in ("display_data", "execute_result") and isinstance(output.get("data"), dict):
            data = {str(name): _joined(value) for name, value in output["data"].items()}
            entry: dict[str, Any] = {"output_type": "display_data", "data": data, "metadata": {}}
            found.append(entry)
    return found


def _joined(text: Any) -> Any:
    """A text in one piece; files have it line by line."""
    return "".join(map(str, text)) if isinstance(text, list) else text


def _unique_id(cell: MatchedCell, place: int, taken: set[str]) -> str:
    wish = cell.released.id if cell.released is not None else f"own-{place}"
    if wish in taken:
        wish = f"{wish[:50]}-{place}"
    taken.add(wish)
    return wish
