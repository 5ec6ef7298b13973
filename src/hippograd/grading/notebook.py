"""The notebook as it was graded: for nbgrader's gradebook and formgrader, and for the student's feedback."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from hippograd.grading.result import CheckResult, TaskResult
from hippograd.intake.matching.cells import MatchedCell
from hippograd.sandbox.client import CellRun, StudentGone

KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}

SHOWN = ("text/plain", "text/html", "text/markdown", "text/latex", "image/svg+xml")
"""Kinds of output that are text; pages for students clean them."""

PICTURES = ("image/png", "image/jpeg", "image/gif")
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")


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
        return _plain_outputs([*run.outputs, run.error] if run.error is not None else run.outputs)
    if cell.kind == "demo" and cell.submitted is not None:
        return _plain_outputs(cell.submitted.kept_outputs)
    return []


def _plain_outputs(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those outputs that have nbformat's form, in the kinds that a page shows without running anything.

    All outputs are a student's to choose: those of this run too, as they come from the student's process.
    """
    found: list[dict[str, Any]] = []
    for output in outputs:
        kind, data = output.get("output_type"), output.get("data")
        if kind == "stream":
            name = "stderr" if output.get("name") == "stderr" else "stdout"
            found.append({"output_type": kind, "name": name, "text": _text(output.get("text"))})
        elif kind == "error":
            lines = output.get("traceback")
            entry = {name: _text(output.get(name)) for name in ("ename", "evalue")}
            traceback = [_text(line) for line in lines] if isinstance(lines, list) else []
            found.append({"output_type": kind, **entry, "traceback": traceback})
        elif kind in ("display_data", "execute_result") and isinstance(data, dict):
            shown = {name: _text(data[name]) for name in SHOWN if name in data}
            shown |= {name: value for name, value in _pictures(data) if BASE64.fullmatch(value)}
            count = {"execution_count": None} if kind == "execute_result" else {}
            found.append({"output_type": kind, "data": shown, "metadata": {}, **count})
    return found


def _pictures(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((name, _text(data[name])) for name in PICTURES if name in data)


def _text(value: Any) -> str:
    """Text in one piece; nbformat allows a list of lines."""
    if isinstance(value, list):
        return "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""


def _unique_id(cell: MatchedCell, place: int, taken: set[str]) -> str:
    wish = cell.released.id if cell.released is not None else f"own-{place}"
    if wish in taken:
        wish = f"{wish[:50]}-{place}"
    taken.add(wish)
    return wish
