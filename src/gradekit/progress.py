"""How far a notebook is: for each task what its public checks give, what is blank, what raised, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from gradekit.checks import Outcome
from gradekit.public_checks import Release, ReleasedTask
from gradekit.saved import Saved

State = Literal["done", "form right", "not right yet", "raised", "not run", "blank", "not looked at"]

SIGNS: Mapping[State, str] = {
    "done": "✓",
    "form right": "✓",
    "not right yet": "✗",
    "raised": "✗",
    "not run": "·",
    "blank": "▢",
    "not looked at": "·",
}


@dataclass(frozen=True)
class TaskProgress:
    """One task: its state, and how many of its public checks hold, out of how many."""

    task: ReleasedTask
    state: State
    held: int = 0
    count: int = 0
    hint: str = ""

    @property
    def is_done(self) -> bool:
        return self.state in ("done", "form right")


@dataclass(frozen=True)
class Progress:
    """The tasks of a notebook and how far each is; shown as a table."""

    tasks: tuple[TaskProgress, ...]

    @property
    def done(self) -> int:
        return sum(one.is_done for one in self.tasks)

    @property
    def minutes_left(self) -> int:
        """What the tasks that are not done are expected to take, min."""
        return sum(one.task.minutes for one in self.tasks if not one.is_done)

    @property
    def next(self) -> TaskProgress | None:
        """The first task that is not done."""
        return next((one for one in self.tasks if not one.is_done), None)

    def __str__(self) -> str:
        if self.next is None:
            return f"All {len(self.tasks)} tasks are filled in and hold in their public checks. Next: grader.hand_in()"
        what = f"{self.next.task.number} {self.next.task.title} ({self.next.state})"
        return f"{self.done} of {len(self.tasks)} tasks · about {self.minutes_left} minutes left · next: {what}"

    def __repr__(self) -> str:
        return "\n".join([*map(_row, self.tasks), *_hint(self.next), str(self)])

    def _repr_html_(self) -> str:
        head = "".join(f"<th scope='col'>{name}</th>" for name in ("", "task", "", "public checks", "minutes left"))
        rows = "".join(
            f"<tr{_marked(one)}><td>{SIGNS[one.state]}</td><td style='text-align:left'>{one.task.number} "
            f"{escape(one.task.title)}</td><td style='text-align:left'>{one.state}</td><td>{_points(one)}</td>"
            f"<td>{_left(one)}</td></tr>"
            for one in self.tasks
        )
        hint = "".join(f"<p>{escape(line)}</p>" for line in _hint(self.next))
        return f"{bar(self)}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{hint}"


def bar(progress: Progress) -> str:
    """The progress as a bar of HTML with one sentence."""
    share = 100 * progress.done / max(1, len(progress.tasks))
    return (
        f"<div role='progressbar' aria-label='tasks done' aria-valuemin='0' aria-valuemax='{len(progress.tasks)}' "
        f"aria-valuenow='{progress.done}' style='background:#d0d7de;border-radius:4px;height:8px;max-width:40em'>"
        f"<div style='background:#1a7f37;border-radius:4px;height:8px;width:{share:.0f}%'></div></div>"
        f"<p style='margin:.3em 0'>{escape(str(progress))}</p>"
    )


def progress_of(release: Release, found: Mapping[str, Sequence[Outcome]], saved: Saved | None) -> Progress:
    """How far a notebook is.

    Parameters
    ----------
    release : Release
        Its tasks.
    found : mapping of str to sequence of Outcome
        What the public checks of tasks gave; a task that is not in it was not looked at.
    saved : Saved or None
        The file, for what is blank; None where there is none.
    """
    blank = {task.name for task in saved.blanks(release)} if saved is not None else set()
    return Progress(tuple(_progress(task, found.get(task.name), task.name in blank, saved) for task in release.tasks))


def _progress(task: ReleasedTask, found: Sequence[Outcome] | None, is_blank: bool, saved: Saved | None) -> TaskProgress:
    if task.answer and found is None:
        return TaskProgress(task, "blank" if is_blank else "not looked at")
    found = found or ()
    held, count = sum(one.passed for one in found), len(found)
    wrong = next((one for one in found if not one.passed), None)
    if wrong is not None:
        return TaskProgress(task, _state(wrong, is_blank), held, count, wrong.message)
    if task.written:
        cell = saved.by_grade_id.get(task.written) if saved is not None else None
        state: State = "not looked at" if saved is None else "blank" if cell is None or cell.is_blank else "done"
        return TaskProgress(task, state, held, count)
    has_values = any(one.check.points for one in found)
    return TaskProgress(task, "done" if has_values else "form right", held, count)


def _state(wrong: Outcome, is_blank: bool) -> State:
    if wrong.diagnosis == "not_attempted":
        return "blank"
    if wrong.diagnosis == "not_defined":
        return "blank" if is_blank else "not run"
    return "raised" if wrong.diagnosis == "raised" else "not right yet"


def _row(one: TaskProgress) -> str:
    task = f"{SIGNS[one.state]} {one.task.number:5} {one.task.title:42.42}"
    return f"{task} {one.state:14} {_points(one):13} {_left(one)}".rstrip()


def _points(one: TaskProgress) -> str:
    if not one.task.answer:
        return f"{one.task.points:g} by a person"
    return f"{one.held} of {one.count}"


def _left(one: TaskProgress) -> str:
    return "" if one.is_done else str(one.task.minutes)


def _hint(one: TaskProgress | None) -> list[str]:
    return [f"{one.task.number}: {one.hint}"] if one is not None and one.hint else []


def _marked(one: TaskProgress) -> str:
    """A blank stands out from what is done."""
    return " style='background:#fff8c5;color:#1f2328'" if one.state == "blank" else ""
