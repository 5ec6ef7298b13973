"""Marks in nbgrader's gradebook, as `nbgrader autograde` leaves them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import nbformat
from nbgrader import utils
from sqlalchemy import Connection

from hippograd.grading.result import Result
from hippograd.store.desk_marks import digest_of_cell
from hippograd.store.gradebook import ByHand, Gradebook, NotebookMarks
from hippograd.store.lateness import Lateness

# nbgrader logs the traceback of what is said here in one sentence.
logging.getLogger("tornado.application").addFilter(lambda record: not str(record.msg).startswith("Rolling back"))


def enter_result(
    book: Gradebook,
    result: Result,
    notebooks: Mapping[str, dict[str, Any]],
    timestamp: str = "",
    *,
    is_other: bool = False,
    lateness: Lateness | None = None,
    also: Callable[[Connection], None] = lambda _: None,
) -> dict[str, ByHand]:
    """Enter one graded submission, whole or not at all."""

    def found(name: str) -> NotebookMarks:
        if name not in notebooks:
            return NotebookMarks({}, is_there=False)
        return _marks_of(notebooks[name], result)

    times = {"timestamp": utils.parse_utc(timestamp) if timestamp else None} if timestamp or is_other else {}
    return book.enter(result.student, result.assignment, found, lateness, also, **times)


def _marks_of(executed: dict[str, Any], result: Result) -> NotebookMarks:
    cells = [cell for cell in executed["cells"] if "nbgrader" in cell["metadata"]]
    named = {cell.metadata.nbgrader["grade_id"]: cell for cell in map(nbformat.from_dict, cells)}
    ungradable = {task.name for task in result.tasks if task.status == "not_gradable"}
    answers = {name: cell for name, cell in named.items() if utils.is_solution(cell)}
    return NotebookMarks(
        {
            name: None if name in ungradable else utils.determine_grade(cell)[0]
            for name, cell in named.items()
            if utils.is_grade(cell)
        },
        {name: digest_of_cell(cell) for name, cell in answers.items()},
        frozenset(
            name
            for name, cell in answers.items()
            if cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
        ),
    )
