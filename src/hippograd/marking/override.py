"""A mark of a person's in the place of the grader's, with its reason."""

from __future__ import annotations

import secrets

from hippograd.course import Course, TaskInfo
from hippograd.errors import HippogradError
from hippograd.marking.store import Mark, MarkStore


def override(
    course: Course, store: MarkStore, student: str, task_name: str, points: float, why: str, marker: str
) -> str:
    """Give a student points for a task; a regrade keeps them. What was done, in words.

    Raises
    ------
    HippogradError
        When there is no such task or student, or the points are out of range.
    """
    task = _task(course, task_name)
    cell, most = (task.auto_id, task.auto_points) if task.is_auto else (task.written_id, task.written_points)
    if not 0 <= points <= most:
        raise HippogradError(f"{task_name} has {most:g} points, not {points:g}.", "Correct the number.")
    if not why.strip():
        raise HippogradError("A mark by hand needs a reason, which the student reads.", 'Add --why "…".')
    if student not in store.in_gradebook(task.assignment, cell):
        raise HippogradError(f"The gradebook has no {task.assignment} of {student!r}.", "Correct the id.")
    last = store.latest(task.assignment, cell).get(student)
    mark = Mark(
        student=student,
        marker=marker,
        items=[],
        points=points,
        comment=why.strip(),
        digest="",
        text="",
        batch=secrets.token_hex(8),
        number=0 if last is None else last.number + 1,
    )
    store.save(task.assignment, cell, [mark], task.answer_id if task.is_auto else None)
    return f"{student}: {task.number} {task.title}, {points:g} of {most:g} points by {marker}."


def _task(course: Course, name: str) -> TaskInfo:
    tasks = [task for one in course.assignments for task in course.assignment(one).tasks]
    found = [task for task in tasks if task.name == name]
    if len(found) != 1:
        raise HippogradError(
            f"There is no task {name!r}." if not found else f"Several assignments have a task {name!r}.",
            f"Known: {', '.join(task.name for task in tasks)}.",
        )
    return found[0]
