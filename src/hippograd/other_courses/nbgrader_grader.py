"""Grading a notebook whose tests are cells: all cells run in one confined process, marks are what test cells leave.

The tests run beside the student's code, as in nbgrader; a student who knows how can forge them. What the wall protects
here is everything else: the grader, the gradebook, the machine, other students' work.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from gradekit.cell_names import defined_names, looked_up_names
from hippograd.grading.cache import Cache
from hippograd.grading.grader import GRADED_AGAIN, Grader
from hippograd.grading.notebook import executed_notebook, limited, shortened
from hippograd.grading.plan import Plan
from hippograd.grading.result import CheckResult, Graded, Result, TaskResult, task_status
from hippograd.intake import Note, SubmittedCell
from hippograd.intake.matching.cells import MatchedCell
from hippograd.intake.matching.match import match_cells
from hippograd.other_courses.nbgrader_course import MadeOfNbgrader
from hippograd.other_courses.running import Running
from hippograd.other_courses.small_course import MADE_OF
from hippograd.sandbox.clock import running_time
from hippograd.sandbox.process import ServerGone, StudentProcess
from hippograd.sandbox.servers import ForkServer

SHARE_AGAIN = 0.1
"""Of its time, what a cell has that calls what has hung before: an endless loop costs about one time-out."""

_NUMBER = re.compile(r"(?:np|numpy)\.\w+\((.+)\)")


class NbgraderGrader(Grader):
    """Grades notebooks of any nbgrader course, one after the other."""

    def __init__(self, plan: Plan, server: ForkServer, *, everything: bool = False, cache: Cache | None = None) -> None:
        super().__init__(plan, server)  # where tests run among cells, no result of one is kept
        folder = plan.assignment.folder
        self._made = msgspec.json.decode((folder / MADE_OF).read_bytes(), type=MadeOfNbgrader)
        self._files = {name: folder / "files" / name for name in self._made.files}
        self._released = {cell.grade_id: cell for cell in plan.cells}

    def _matched(self, submitted: list[SubmittedCell], told: str, file: str) -> tuple[list[MatchedCell], list[Note]]:
        return match_cells(submitted, self._made.cells, file)

    def _grade_cells(self, blank: Result, cells: list[MatchedCell], notes: list[Note]) -> Graded:
        try:
            running = self._run(cells)
        except ServerGone:
            with self._server.again():
                running = self._run(cells)
            notes = [*notes, GRADED_AGAIN]
        found = {cell.name: self._task(cell, running) for cell in cells if cell.kind == "check"}
        tasks = [found[cell.grade_id][0] for cell in self._made.cells if cell.kind == "check"]
        notes = [*notes, *(note for _, odd in found.values() for note in odd)]
        shown, cut = shortened([one for place in range(len(cells)) for one in self._as_known(cells, place)])
        notes = limited([*notes, *cut])
        return self._finished(blank, notes, tasks, executed_notebook(shown, running.runs, running.lost, tasks, notes))

    def _run(self, cells: list[MatchedCell]) -> Running:
        code = [cell for cell in cells if cell.cell_type == "code" and cell.source.strip()]
        until = running_time() + self.plan.submission_seconds
        running = Running(self._server, self._files, self._beside, self.plan.cell_deadline, until)

        def everything(process: StudentProcess) -> None:
            late = [name for name, gone in running.lost.items() if gone.cause == "timeout"]
            hung = frozenset[str]().union(*(_answers_called(name, code) for name in late))
            for cell in code:
                if cell.name not in running.lost:
                    share = SHARE_AGAIN if cell.kind == "check" and hung & looked_up_names(cell.source) else 1
                    running.cell(process, cell.name, cell.source, share)

        running.run(everything)
        running.late(code)
        return running

    def _task(self, cell: MatchedCell, running: Running) -> tuple[TaskResult, list[Note]]:
        """Return what a test cell earned, and a note where it gave points that it cannot give."""
        info = self.plan.assignment.task(self._made.tasks[cell.name])
        (check,) = info.checks
        run, gone = running.runs.get(cell.name), running.lost.get(cell.name)
        points, why, given = earned([*run.outputs, run.error] if run else [], check.points)
        if gone is not None:
            points, why = 0.0, gone.message
        cause = gone.cause if gone is not None else "raised" if run and run.error else "value" if why else ""
        passed, said = points == check.points and not why, gone.message if gone is not None else ""
        most = check.points
        one = CheckResult(check.name, info.title, check.public, points, most, passed, said, why, cause)
        odd = [Note.of("test-points-odd", test=cell.name, points=given, most=most)] if given is not None else []
        return TaskResult(info.name, info.title, points, most, task_status([one], False, False), [one]), odd

    def _as_known(self, cells: list[MatchedCell], place: int) -> list[MatchedCell]:
        """Return a cell as the gradebook knows it: test cells, and what people mark."""
        cell = cells[place]
        plain = replace(cell, released=None)
        if cell.name not in self._made.tasks or cell.released is None:
            return [plain]
        released = self._released[self._made.tasks[cell.name]]
        if cell.kind == "check":
            return [MatchedCell(released.grade_id, "code", self._made.shown[cell.name], released, None)]
        answer = [cell]
        if cell.kind == "question":  # a task of nbgrader's: its answer is what students put behind it
            behind = [one.released is None or one.kind == "plain" for one in cells[place + 1 :]]
            answer = cells[place + 1 : place + 1 + [*behind, False].index(False)]
        text = "\n\n".join(f"```python\n{one.source}\n```" if one.cell_type == "code" else one.source for one in answer)
        is_blank = all(one.is_blank for one in answer)
        written = MatchedCell(released.grade_id, "markdown", released.source if is_blank else text, released, None)
        return [*([plain] if cell.cell_type == "code" or cell.kind == "question" else []), written]


def earned(outputs: Sequence[dict[str, Any] | None], most: float) -> tuple[float, str, float | None]:
    """Return the points that nbgrader takes from a test cell, what is wrong, and a number that it cannot give.

    A cell with an error or text on stderr earns nothing; one whose result is a number earns that, any other all.
    """
    last: float | None = None
    for output in filter(None, outputs):
        if output["output_type"] == "error":
            return 0.0, f"{output['ename']}: {output['evalue']}"[:500], None
        if output["output_type"] == "stream" and output["name"] == "stderr":
            return 0.0, output["text"][:500], None
        if output["output_type"] == "execute_result":
            last = _number(output["data"].get("text/plain", ""))
    if last is None:
        return most, "", None
    points = 0.0 if math.isnan(last) else min(max(last, 0.0), most)
    why = f"The test gave {points:g} of {most:g} points." if points < most else ""
    return points, why, last if last != points else None


def _answers_called(name: str, cells: list[MatchedCell]) -> frozenset[str]:
    """Return what a test cell takes from cells that students fill."""
    called = looked_up_names(next((cell.source for cell in cells if cell.name == name), ""))
    return called.intersection(name for cell in cells if cell.kind == "answer" for name in defined_names(cell.source))


def _number(text: str) -> float | None:
    """Return a number as it is shown; numpy 2 puts its type around it."""
    typed = _NUMBER.fullmatch(text)
    try:
        return float(typed[1] if typed else text)
    except ValueError:
        return None
