"""Grading a notebook whose tests are cells: all cells run in one confined process, marks are what test cells leave.

The tests run beside the student's code, as in nbgrader; a student who knows how can forge them. What the wall protects
here is everything else: the grader, the gradebook, the machine, other students' work.
"""

from __future__ import annotations

import atexit
import math
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import nbformat
from nbgrader import utils

from gradekit.cell_names import defined_names, looked_up_names
from hippograd.files import new_folder
from hippograd.grading.notebook import limited, notebook_of, shortened
from hippograd.grading.result import TaskResult, TaskStatus
from hippograd.intake import Note, read_notebook
from hippograd.intake.matching.cells import MatchedCell
from hippograd.intake.matching.match import match_cells
from hippograd.other_courses.harmless import harmless
from hippograd.other_courses.running import Output, Running
from hippograd.other_courses.source import SourceNotebook
from hippograd.sandbox.clock import running_time
from hippograd.sandbox.process import ServerGone, StudentGone, StudentProcess
from hippograd.sandbox.servers import ForkServer

NOTEBOOK_SECONDS = 600.0
"""How long all cells of a notebook may run, with what is repeated after a loss, s."""

SHARE_AGAIN = 0.1
"""Of its time, what a cell has that calls what has hung before: an endless loop costs about one time-out."""

_NUMBER = re.compile(r"(?:np|numpy)\.\w+\((.+)\)")


class GradedNotebook(msgspec.Struct, frozen=True):
    """The test cells of a notebook with their points, the notebook as it ran, and what a person should know."""

    tasks: list[TaskResult]
    notebook: dict[str, Any]
    notes: list[Note]


@cache
def plain_server(tier: str, shared: str = "") -> ForkServer:
    """Return one warm fork server for all notebooks of this process, whose students' processes find no data."""
    server = ForkServer(new_folder(), tier=tier, shared=Path(shared) if shared else None)
    atexit.register(server.close)
    return server


class PlainGrader:
    """Grades notebooks of any nbgrader course, one after the other."""

    def __init__(self, server: ForkServer, cell_seconds: float) -> None:
        self._server = server
        self._cell_seconds = cell_seconds

    def grade(self, data: bytes, source: SourceNotebook, label: str, files: Mapping[str, Path]) -> GradedNotebook:
        """Grade one notebook."""
        cells, notes = match_cells(read_notebook(data, label), source.cells, label)
        try:
            running = self._run(cells, files)
        except ServerGone:
            with self._server.again():
                running = self._run(cells, files)
        outputs = {cell.name: running.outputs(cell.name) for cell in cells if cell.cell_type == "code"}
        tests = [cell for cell in cells if cell.kind == "check" and cell.name in running.runs]
        odd = [note for cell in tests for note in _odd_points(cell, outputs[cell.name])]
        outputs |= {cell.name: _test_outputs(cell, outputs[cell.name]) for cell in tests}
        shown, cut = shortened(cells)
        notes = limited([*notes, *odd, *cut])
        told = [note for note in notes if not note.for_staff]  # nbgrader's own page shows students every cell
        notebook = notebook_of(shown, lambda cell: outputs[cell.name], told)
        return GradedNotebook(_tasks(notebook, running.lost), harmless(notebook, shown), notes)

    def _run(self, cells: list[MatchedCell], files: Mapping[str, Path]) -> Running:
        code = [cell for cell in cells if cell.cell_type == "code" and cell.source.strip()]
        running = Running(self._server, files, self._cell_seconds, running_time() + NOTEBOOK_SECONDS)

        def everything(process: StudentProcess) -> None:
            late = [name for name, gone in running.lost.items() if gone.cause == "timeout"]
            hung = frozenset[str]().union(*(_answers_called(name, code) for name in late))
            for cell in code:
                if cell.name not in running.lost:
                    share = SHARE_AGAIN if cell.kind == "check" and hung & looked_up_names(cell.source) else 1
                    running.cell(process, cell.name, cell.source, share)

        running.run(everything)
        for cell in code:
            if cell.name not in running.runs:
                running.lost.setdefault(cell.name, StudentGone("timeout", "the notebook ran for too long"))
        return running


def _answers_called(name: str, cells: list[MatchedCell]) -> frozenset[str]:
    """Return what a test cell takes from cells that students fill."""
    called = looked_up_names(next((cell.source for cell in cells if cell.name == name), ""))
    return called.intersection(name for cell in cells if cell.kind == "answer" for name in defined_names(cell.source))


def _test_outputs(cell: MatchedCell, outputs: list[Output]) -> list[Output]:
    """Outputs of a test cell, so that nbgrader takes the right points from them.

    nbgrader goes through them until one decides. An error decides wherever it stands, so the result of the cell goes
    last; and a result that is a number decides only where it is one that the cell can give.
    """
    results = _results(outputs)
    others = [output for output in outputs if output["output_type"] != "execute_result"]
    others += [{"output_type": "display_data", "data": result["data"], "metadata": {}} for result in results[:-1]]
    if not results:
        return others
    result = results[-1]
    number = _number(result["data"].get("text/plain", ""))
    if number is None:
        return [*others, result]
    kept = 0.0 if math.isnan(number) else min(max(number, 0.0), _points(cell))
    return [*others, {**result, "data": {**result["data"], "text/plain": repr(kept)}}]


def _odd_points(cell: MatchedCell, outputs: list[Output]) -> list[Note]:
    """Return a note where a test cell gave a number of points that it cannot give."""
    results = _results(outputs)
    number = _number(results[-1]["data"].get("text/plain", "")) if results else None
    points = _points(cell)
    if number is None or 0 <= number <= points:
        return []
    return [Note.of("test-points-odd", test=cell.name, points=number, most=points)]


def _results(outputs: list[Output]) -> list[Output]:
    return [output for output in outputs if output["output_type"] == "execute_result"]


def _points(cell: MatchedCell) -> float:
    return float(cell.released.metadata["nbgrader"]["points"]) if cell.released is not None else 0.0


def _number(text: str) -> float | None:
    """Return a number as it is shown; numpy 2 puts its type around it."""
    typed = _NUMBER.fullmatch(text)
    try:
        return float(typed[1] if typed else text)
    except ValueError:
        return None


def _tasks(notebook: dict[str, Any], lost: Mapping[str, StudentGone]) -> list[TaskResult]:
    """Return a row for each test cell."""
    found = []
    for cell in nbformat.from_dict(notebook).cells:
        if utils.is_grade(cell) and not utils.is_solution(cell) and cell.cell_type == "code":
            name = cell.metadata.nbgrader["grade_id"]
            points, most = utils.determine_grade(cell)
            error = next((output for output in cell.outputs if output.output_type == "error"), None)
            note = f"{error.ename}: {error.evalue}"[:500] if error is not None else ""
            status = _status(points, most, lost.get(name))
            found.append(TaskResult(name, name, points, most, status, [], note))
    return found


def _status(points: float, most: float, gone: StudentGone | None) -> TaskStatus:
    if gone is not None:
        return gone.cause  # type: ignore[return-value]
    if points == most:
        return "passed"
    return "partial" if points else "failed"
