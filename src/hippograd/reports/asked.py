"""A request beside what it is about: the check, the code, the diagnosis, the points."""

from __future__ import annotations

from collections.abc import Iterator

from hippograd.course import Assignment, points_text
from hippograd.grading.result import TaskResult
from hippograd.records.folder import Records
from hippograd.records.graded_cells import graded_cells
from hippograd.records.marks import Marks
from hippograd.records.requests import Request
from hippograd.records.results import read_results


def lines_beside(request: Request, assignment: Assignment, kept: Records, marks: Marks | None) -> Iterator[str]:
    """What a TA reads before answering, line by line; texts of students are theirs, and may hold anything."""
    task = assignment.task(request.task)
    yield f"request {request.number}: {request.student}, {task.number} {task.title}, received {request.received}"
    yield from _indented(request.reason)
    if not request.is_open:
        yield f"answered {request.answered} by {request.by}"
        yield from _indented(request.answer)
    yield ""
    for name in task.grade_ids:
        mark = marks.cells.get(name) if marks is not None else None
        if mark is not None:
            points = "not marked yet" if mark.points is None else f"{mark.points:g} of {points_text(mark.max_points)}"
            by_hand = f", by hand instead of {mark.auto or 0:g}" if mark.is_override else ""
            yield f"{'code' if name == task.auto_id and task.is_auto else 'text'}: {points}{by_hand}"
    for name in task.cell_ids:
        if marks is not None and marks.comments.get(name):
            yield f"comment: {marks.comments[name]}"
    results, _ = read_results(kept.results(assignment.name))
    result = next((one for one in results if one.student == request.student), None)
    if result is None:
        yield "There is no result of this student any more."
        return
    for found in result.tasks:
        if found.name == task.name:
            yield from _checks(found)
    cells = graded_cells(kept.notebook_path(result.student, assignment.name)) or ()
    for cell in cells:
        if cell.grade_id in (task.answer_id, task.written_id) and cell.grade_id in task.cell_ids:
            yield f"\n{cell.grade_id}:"
            yield from _indented(cell.text)


def not_as_answered(request: Request, marks: Marks | None, options: str) -> Iterator[str]:
    """That the gradebook does not have the points that were given with the answer, as an older one.

    The `options` are those of commands that are printed.
    """
    for cell, points in request.points.items():
        mark = marks.cells.get(cell) if marks is not None else None
        has = None if mark is None else mark.points
        if has != points:
            yield (
                f"Please check: request {request.number} of {request.student} was answered with {points_text(points)} "
                f"for {cell}, and the gradebook has {'none' if has is None else f'{has:g}'}: hippograd mark "
                f"{request.student} {cell} {points:g} --why …{options}, or answer once more with --again."
            )


def _checks(result: TaskResult) -> Iterator[str]:
    yield f"status: {result.status.replace('_', ' ')}{'; ' if result.note else ''}{result.note}"
    for check in result.checks:
        kind = "public" if check.public else "hidden"
        mark = "✓" if check.passed else "✗"
        yield f"{mark} {check.points:g}/{check.max_points:g} {check.idea} ({kind}, {check.name})"
        if not check.passed:
            yield from _indented("\n".join(filter(None, (check.message, check.detail, check.diagnosis))))


def _indented(text: str) -> Iterator[str]:
    return (f"    {line}" for line in text.splitlines())
