"""Putting a submission's cells beside the released ones: which is whose, what is missing, what was changed."""

from __future__ import annotations

import re
from itertools import pairwise

from gradekit.cell_names import defined_names, imported_names, looked_up_names, within_reach
from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError
from hippograd.intake.matching.cells import (
    NEEDED,
    MatchedCell,
    changed_locked_cells,
    has_own_code,
    is_changed,
    is_given,
    matched_cell,
)
from hippograd.intake.matching.notebooks import SubmittedCell
from hippograd.intake.matching.repair import repaired_notebook
from hippograd.intake.notes import Note

TASKS = ("answer", "written", "check")
"""Kinds of cells that a task is made of."""

_RESET = re.compile(r"^\s*%reset\b(?!_)", re.MULTILINE)


def match_cells(
    cells: list[SubmittedCell], released: list[ReleasedCell], label: str
) -> tuple[list[MatchedCell], list[Note]]:
    """Match a submission's cells with the released ones, and put right what is damaged.

    Cells are recognised by nbgrader's id, then by the cell's. Only where that leaves something open are they read more
    closely (`hippograd.intake.matching.repair`).
    """
    twins = twins_by_id(cells, released)
    matched = [
        matched_cell(cell, cell.cell_type, cell.text, released[twin] if twin is not None else None, place)
        for place, (cell, twin) in enumerate(zip(cells, twins, strict=True), 1)
    ]
    if _is_whole(matched, twins, released):
        return matched, changed_locked_cells(matched)
    matched, notes = repaired_notebook(cells, twins, released)
    has_tasks = any(cell.kind in TASKS for cell in released)
    if has_tasks and not any(cell.kind in TASKS and cell.submitted is not None for cell in matched):
        raise HippogradError("notebook-without-tasks", file=label)
    return matched, notes


def answers_most(matched: list[MatchedCell], released: list[ReleasedCell]) -> bool:
    """Return whether at least half of the tasks that want code have some."""
    found = sum(cell.kind == "answer" and cell.submitted is not None and not cell.is_blank for cell in matched)
    return 2 * found >= sum(cell.kind == "answer" for cell in released)


def twins_by_id(cells: list[SubmittedCell], released: list[ReleasedCell]) -> list[int | None]:
    """For each submitted cell the place in the release of the cell whose id it has; two may have the same."""
    by_grade_id = {cell.grade_id: place for place, cell in enumerate(released) if cell.grade_id}
    by_id = {cell.id: place for place, cell in enumerate(released)}
    return [by_grade_id.get(cell.grade_id, by_id.get(cell.own_id)) for cell in cells]


def given_anew(matched: list[MatchedCell]) -> dict[str, str]:
    """For each task, a sentence on each of its names that another of the student's cells sets too, or takes away.

    A task's names are those that its answer defines, those that it should define, and those that it needs from above.
    Checks look at them as the whole notebook leaves them.
    """
    code = [cell for cell in matched if cell.cell_type == "code"]
    code = code[: within_reach([cell.source for cell in code])]
    meant: dict[str, int] = {}
    for place, cell in enumerate(code):
        for name in sorted(_own_names(cell) | (defined_names(cell.source) if cell.kind == "answer" else set())):
            meant.setdefault(name, place)
    anew: dict[str, int] = {}
    for place, cell in enumerate(code):
        if cell.kind in ("answer", "own"):
            names = defined_names(cell.source) - imported_names(cell.source) - _own_names(cell)
            anew |= {name: place for name in names if meant.get(name, place) < place}
    resets = [place for place, cell in enumerate(code) if cell.kind in ("answer", "own") and _RESET.search(cell.source)]
    found = {}
    for place, cell in enumerate(code):
        if cell.kind == "answer" and cell.released is not None:
            names = _own_names(cell) | defined_names(cell.source) | looked_up_names(cell.source)
            theirs = [name for name in sorted(names & anew.keys()) if anew[name] != place]
            sentences = [_said_anew(name, code[anew[name]]) for name in theirs]
            if resets and place < resets[-1]:
                sentences += [
                    f"{_called(code[resets[-1]])} has `%reset`, which takes away all names that are set above it."
                ]
            if sentences:
                found[cell.released.task] = " ".join(sentences)
    return found


def _own_names(cell: MatchedCell) -> frozenset[str]:
    """Return what a cell of the release, or the course's own answer in it, defines."""
    return defined_names(cell.released.reference or cell.released.source) if cell.released is not None else frozenset()


def _said_anew(name: str, cell: MatchedCell) -> str:
    said = f"{_called(cell)} sets `{name}` too, perhaps to something else"
    return f"{said}; what the end of the notebook leaves was graded."


def _called(cell: MatchedCell) -> str:
    who = f"the answer to {cell.released.task}" if cell.released is not None else cell.name
    return f"{who[0].upper()}{who[1:]}"


def _is_whole(matched: list[MatchedCell], twins: list[int | None], released: list[ReleasedCell]) -> bool:
    """Return whether ids say all: each cell that is needed occurs once, in order, and no answer may stand elsewhere."""
    places = [twin for twin in twins if twin is not None]
    if any(later <= earlier for earlier, later in pairwise(places)):
        return False
    if any(cell.released is not None and cell.released.cell_type != cell.cell_type for cell in matched):
        return False
    there = set(places)
    if any((cell.kind in NEEDED or is_given(cell)) and place not in there for place, cell in enumerate(released)):
        return False
    if any((cell.kind in ("setup", "question") and is_changed(cell)) or has_own_code(cell) for cell in matched):
        return False
    return not any(cell.kind == "answer" and cell.is_blank for cell in matched)
