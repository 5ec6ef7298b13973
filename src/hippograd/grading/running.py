"""A submission's cells, running behind the wall: which of them run, and in which process."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import msgspec

from gradekit.cell_names import needed_places
from gradekit.proxy import Student
from hippograd.grading.notebook import LARGEST, LEFT_OUT
from hippograd.grading.plan import Plan
from hippograd.intake.matching.cells import MatchedCell
from hippograd.sandbox.clock import running_time
from hippograd.sandbox.process import CellRun, StudentGone, StudentProcess
from hippograd.sandbox.servers import ForkServer

MOST_OUTPUT = LARGEST
"""Bytes of the outputs of all cells of a notebook that are kept, in memory and in the cache."""


class RunningNotebook:
    """A submission's cells, running in a student's process that is replaced whenever it is lost."""

    def __init__(
        self,
        server: ForkServer,
        cells: list[MatchedCell],
        plan: Plan,
        everything: bool = False,
        until: float | None = None,
        *,
        quotes: bool = True,
    ) -> None:
        self._server = server
        self._quotes = quotes
        self._cells = cells_to_run(cells, everything)
        self._all = cells
        self._plan = plan
        self.until = running_time() + plan.submission_seconds if until is None else until
        self._process: StudentProcess | None = None
        self.runs: dict[str, CellRun] = {}
        """What each cell gave, by name."""
        self.lost: dict[str, StudentGone] = {}
        """The cells that ended the process, by name; they are left out when the rest runs again."""
        self.shown_lost: dict[str, StudentGone] = {}
        """Those of them that did before the first check: the later ones may say what hidden inputs student code met."""
        self._is_checked = False
        self._kept: dict[str, dict[str, Any]] = {}
        """What one check of a task leaves for the next: a measurement that takes long is made once."""

    def process(self) -> StudentProcess:
        """Return a process in which all cells have run, except those that ended one."""
        while self._process is None or self._process.gone is not None:
            if running_time() >= self.until:
                raise StudentGone("timeout", "the time that one submission has was used up")
            self._process = self._server.spawn([cell.source for cell in self._cells])
            self._run_cells(self._process)
        return self._process

    def student(self, seconds: float, task: str = "") -> Student:
        """Return the names that the cells leave, for checks of a task whose requests each have `seconds`; see
        `process`."""
        process = self.process()
        self._is_checked = True
        return process.student(seconds, self.until, self._last_before_check(task), quotes=self._quotes)

    def _last_before_check(self, task: str) -> str:
        """Return the last cell that has run before a task's check, or with its answer where that stands below."""
        runs, last, found = {id(cell) for cell in self._cells if cell.name not in self.lost}, "", ""
        for cell in self._all:
            if id(cell) in runs:
                last = cell.name
            if cell.released is not None and cell.released.task == task and cell.kind in ("answer", "check"):
                found = last
        return found

    def _run_cells(self, process: StudentProcess) -> None:
        room = MOST_OUTPUT
        for cell in self._cells:
            if cell.name in self.lost:
                continue
            try:
                run = process.run_cell(cell.source, cell.name, self._plan.cell_deadline, self.until)
                room -= len(msgspec.msgpack.encode(run))
                # Outputs of a later process are not shown: by then student code may have met hidden inputs.
                self.runs.setdefault(cell.name, run if room >= 0 else _left_out(run))
            except StudentGone as raised:
                gone = StudentGone(raised.cause, raised.detail)  # anew, see `StudentProcess.gone`
                self.lost[cell.name] = gone
                if not self._is_checked:
                    self.shown_lost[cell.name] = gone
                return

    @cached_property
    def fixtures(self) -> dict[str, Any]:
        """What checks may ask for by name: the plan's, and `source`, the code of the student's own as text."""
        own = [cell.source for cell in self._cells if cell.kind in ("answer", "own") or not cell.is_blank]
        return {**self._plan.fixtures, "source": own}

    def fixtures_for(self, seconds: float, task: str) -> dict[str, Any]:
        """Return these, and what a check needs to call a student's function without what it remembers."""

        def in_a_fresh_process() -> Student:
            self.close()  # the next one is started when it is asked for
            return self.student(seconds, task)

        return {**self.fixtures, "in_a_fresh_process": in_a_fresh_process, "kept": self._kept.setdefault(task, {})}

    @property
    def gone(self) -> StudentGone | None:
        """Why the present process is gone, if it is."""
        return self._process.gone if self._process is not None else None

    def close(self, why: StudentGone | None = None) -> None:
        """End the process; see `StudentProcess.close`."""
        if self._process is not None:
            self._process.close(why)


def cells_to_run(cells: list[MatchedCell], everything: bool = False) -> list[MatchedCell]:
    """Return the cells that can decide a mark, in order.

    That is all code but checks and the course's own demonstrations; of these only such as define a name that a cell
    which runs looks up. Names that exist after "restart and run all" so exist when the notebook is graded.
    """
    code = [cell for cell in cells if cell.cell_type == "code" and cell.source.strip() and cell.kind != "check"]
    if everything:
        return code
    places = needed_places([cell.source for cell in code], [is_demonstration(cell) for cell in code])
    return [code[place] for place in places]


def is_demonstration(cell: MatchedCell) -> bool:
    """Return whether a cell only shows something, and is as it was released."""
    return cell.kind == "demo" and cell.is_blank


def _left_out(run: CellRun) -> CellRun:
    """Return what stays of a cell's outputs when they are too large."""
    error = {"output_type": "error", "ename": "Error", "evalue": LEFT_OUT, "traceback": []} if run.error else None
    return CellRun([{"output_type": "stream", "name": "stdout", "text": LEFT_OUT}], error)
