"""A mark of a person's in the place of the grader's, with its reason; and the grader's again in its place."""

from __future__ import annotations

import difflib
import secrets

from hippograd.course import Course, TaskInfo, points_text
from hippograd.errors import HippogradError
from hippograd.marking.store import MarkStore
from hippograd.records.people import read_people, require_known
from hippograd.store.desk_marks import FIRST, FORMGRADER, Mark, Score, state


def override(
    course: Course,
    store: MarkStore,
    student: str,
    task_name: str,
    points: float | None,
    why: str,
    marker: str,
) -> str:
    """Give a student points for a task, which a regrade keeps; None takes a mark by hand back to the automatic one.

    What was done, in words.
    """
    task, cell = _cell(course, task_name)
    most = task.grade_ids[cell]
    is_code = task.is_auto and cell == task.auto_id
    if points is None and not is_code:
        raise HippogradError("override-of-words", task=task_name, assignment=task.assignment, cell=cell)
    if points is not None:
        points += 0.0  # no minus before a zero
        if not 0 <= points <= most:
            raise HippogradError("points-out-of-range", task=task_name, most=points_text(most), points=points)
        if not why.strip():
            raise HippogradError("override-without-reason")
    require_known(student, read_people(store.url))
    comment_cell = task.answer_id if is_code else cell
    score = store.in_gradebook(task.assignment, cell, comment_cell).get(student)
    if score is None:
        raise HippogradError("override-not-graded", assignment=task.assignment, student=student)
    if points is None and score.manual is None:
        raise HippogradError("override-missing", student=student, task=task_name)
    history = [mark for mark in store.history(task.assignment, cell, student) if mark.kind == FIRST]
    last = history[-1] if history else None
    now = state(student, history, score, last.digest if last is not None else "")
    before = [now.unsaved] if now.unsaved is not None else []
    if points is None and not why.strip():  # the comment that the automatic mark had
        why = next((one.comment for one in reversed([*history, *before]) if one.points is None), "")
    number, batch = now.number + len(before), secrets.token_hex(8)
    mark = Mark(student, marker, [], points, why.strip(), "", "", batch, number=number)
    store.save(task.assignment, cell, [*before, mark], comment_cell=comment_cell)
    part = "" if len(task.grade_ids) == 1 else ", checks" if is_code else ", in words"
    if points is not None:
        given = f"{points:g} of {points_text(most)} by {marker}"
    else:
        given = f"the automatic {score.auto:g} of {points_text(most)}" if score.auto is not None else "not graded yet"
    return f"{student}: {task.number} {task.title}{part}: {given}{_in_place_of(score, last)}."


def _in_place_of(score: Score, last: Mark | None) -> str:
    """Return which mark is replaced, and whose it is; nothing where there is none."""
    if score.manual is None:
        return f", in place of the automatic {score.auto:g}" if score.auto is not None else ""
    by = last.marker if last is not None and last.points == score.manual else FORMGRADER
    return f", in place of {score.manual:g} by {by}"


def _cell(course: Course, name: str) -> tuple[TaskInfo, str]:
    """Return the task, and the cell whose mark it is, that a name or a number says, such as
    ``"large_steps_written"``."""
    tasks = [task for assignment in course.assignments for task in course.assignment(assignment).tasks]
    found = [(task, cell) for task in tasks for cell in task.cells_called(name)]
    if len(found) == 1:
        return found[0]
    if not found:
        known = [one for task in tasks for one in (task.number, *task.grade_ids)]
        alike = difflib.get_close_matches(name, known) or [
            f"{task.number} {cell}" for task in tasks for cell in task.grade_ids
        ]
        raise HippogradError("task-not-found", name=name, known=alike)
    if len({task.number for task, _ in found}) == 1:
        cells = " or ".join(cell for _, cell in found)
        raise HippogradError("task-has-two-marks", task=name, cells=cells)
    numbers = ", ".join(task.number for task, _ in found)
    raise HippogradError("task-ambiguous", task=name, numbers=numbers)
