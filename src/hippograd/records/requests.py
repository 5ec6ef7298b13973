"""What students ask to have looked at again, and what they were answered: text of theirs, kept as data."""

from __future__ import annotations

import re
import tomllib
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from hippograd.course import Course
from hippograd.errors import NO_JSON, HippogradError, nearest
from hippograd.files import alone_in_folder, stable_json, write_whole

KINDS = (".md", ".txt", ".toml")
MOST_BYTES = 16_000
"""Of a form."""

LONGEST = 4_000
"""Characters of a reason."""

MOST = 20
"""Requests of one student for one assignment."""

FILE = "requests.json"
HOW = "Write it as docs/class.md shows: student, assignment, task, and below them the reason."

_HEAD = re.compile(r"\s*(?:[-*]\s*)?\**(student|assignment|task)\**\s*[:=]\**\s*(.+?)\s*", re.I)


class Form(NamedTuple):
    """What stands in a student's form."""

    student: str
    assignment: str
    task: str
    reason: str


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One request. `task` is the name of a task; times are in UTC."""

    number: int
    student: str
    assignment: str
    task: str
    reason: str
    received: str
    answer: str = ""
    answered: str = ""
    by: str = ""
    points: dict[str, float] = {}
    """What was given with the answer, by cell."""

    @property
    def is_open(self) -> bool:
        return not self.answered


class _Kept(msgspec.Struct, frozen=True):
    """What the file holds. Files of before it was an object hold the requests alone."""

    next: int
    """The number of the next request, which nobody has had: not one that was removed, either."""

    requests: list[Request]


class Requests:
    """The requests of a cohort, in one file of its records; no student's text becomes a path.

    Parameters
    ----------
    folder : Path
        The cohort's records.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE

    def all(self) -> list[Request]:
        """All requests, in the order in which they came.

        Raises
        ------
        HippogradError
            When their file is damaged.
        """
        return self._kept().requests

    def _kept(self) -> _Kept:
        if not self._file.is_file():
            return _Kept(1, [])
        try:
            data = self._file.read_bytes().removeprefix(BOM_UTF8)
            found = msgspec.json.decode(data, type=_Kept | list[Request])
        except (*NO_JSON, OSError) as error:
            raise HippogradError(f"{self._file} cannot be read: {error}.", "Restore it from a backup.") from None
        if isinstance(found, _Kept):
            return found
        return _Kept(max((one.number for one in found), default=0) + 1, found)

    def of(self, student: str, assignment: str) -> list[Request]:
        """Those of a student for an assignment."""
        return [one for one in self.all() if (one.student, one.assignment) == (student, assignment)]

    def one(self, number: int) -> Request:
        """The request of a number.

        Raises
        ------
        HippogradError
            When there is none.
        """
        found = [one for one in self.all() if one.number == number]
        if not found:
            raise HippogradError(f"There is no request {number}.", "See `hippograd request list --all`.")
        return found[0]

    def add(self, form: Form) -> Request:
        """Take a request down; one that is there already stays as it is.

        Raises
        ------
        HippogradError
            When the student has made very many.
        """
        with alone_in_folder(self._file.parent):
            kept = self._kept()
            theirs = [one for one in kept.requests if (one.student, one.assignment) == (form.student, form.assignment)]
            for one in theirs:
                if (one.task, one.reason) == (form.task, form.reason):
                    return one
            if len(theirs) >= MOST:
                raise HippogradError(
                    f"{form.student} has made {len(theirs)} requests for {form.assignment}.",
                    "Talk to each other. Those that others made in this name: `hippograd request remove`.",
                )
            made = Request(number=kept.next, received=_now(), **form._asdict())
            self._write(_Kept(kept.next + 1, [*kept.requests, made]))
            return made

    def answer(
        self,
        number: int,
        answer: str,
        by: str,
        *,
        again: bool = False,
        mark: Callable[[], None] = lambda: None,
        points: Mapping[str, float] | None = None,
    ) -> Request:
        """Answer a request; what it was before.

        Parameters
        ----------
        number : int
            Of the request.
        answer : str
            What the student reads.
        by : str
            Who answers.
        again : bool
            Whether an answer that there is may be replaced.
        mark : callable
            Changes the mark before the answer is kept, while nobody else can answer.
        points : mapping of str to float, optional
            Those that `mark` gives, by cell.

        Raises
        ------
        HippogradError
            When there is no such request, or it is answered; then `mark` is not called.
        """
        if not answer.strip():
            raise HippogradError("An answer needs a text, which the student reads.", "Write it behind the number.")
        with alone_in_folder(self._file.parent):
            before = self.one(number)
            if not (before.is_open or again):
                said = " ".join(before.answer.split())
                raise HippogradError(
                    f"{before.by} answered request {number} already, {before.answered}: {said}",
                    "To put another answer in its place, add --again.",
                )
            mark()
            answered = replace(before, answer=answer.strip(), answered=_now(), by=by, points=dict(points or {}))
            kept = self._kept()
            requests = [answered if one.number == number else one for one in kept.requests]
            self._write(_Kept(kept.next, requests))
            return before

    def remove(self, number: int) -> Request:
        """Delete a request that waits for an answer; what it was. Its number does not come again.

        Raises
        ------
        HippogradError
            When there is no such request, or it is answered.
        """
        with alone_in_folder(self._file.parent):
            removed = self.one(number)
            if not removed.is_open:
                raise HippogradError(
                    f"{removed.by} answered request {number}, so it stays with its answer.",
                    "To answer otherwise: `hippograd request answer --again`.",
                )
            kept = self._kept()
            self._write(_Kept(kept.next, [one for one in kept.requests if one.number != number]))
            return removed

    def remove_all_of(self, student: str) -> int:
        """Delete all of a student's; how many there were. Their numbers do not come again."""
        with alone_in_folder(self._file.parent):
            kept = self._kept()
            of_others = [one for one in kept.requests if one.student != student]
            if len(of_others) < len(kept.requests):
                self._write(_Kept(kept.next, of_others))
            return len(kept.requests) - len(of_others)

    def _write(self, kept: _Kept) -> None:
        write_whole(self._file, stable_json(msgspec.to_builtins(kept)).encode())


def read_form(path: Path) -> Form:
    """What stands in a form: TOML, or lines `task: 1.6` with the reason below.

    Raises
    ------
    HippogradError
        When it is not a form, is too long, or is not text.
    """
    if path.is_symlink():
        raise HippogradError(f"{path} is a link, and may lead to any file.", "Give the form itself.")
    if not path.exists():
        raise HippogradError(f"{path} does not exist.", "Correct its name.")
    if path.suffix.lower() not in KINDS or not path.is_file():
        raise HippogradError(f"{path} is not a form.", f"Give files that end with {', '.join(KINDS)}.")
    with open(path, "rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise HippogradError(f"{path} is longer than {MOST_BYTES} bytes.", "Ask the student for a few sentences.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise HippogradError(f"{path} is not text in UTF-8.", "Save it again as UTF-8.") from None
    said = _toml(path, text) if path.suffix.lower() == ".toml" else _markdown(path, text)
    reason = "\n".join(line.rstrip() for line in said.get("reason", "").strip().splitlines())
    if not said.get("task") or not reason:
        raise HippogradError(f"{path} names no {'task' if not said.get('task') else 'reason'}.", HOW)
    if len(reason) > LONGEST:
        raise HippogradError(f"{path}: the reason is longer than {LONGEST} characters.", "Ask for a few sentences.")
    return Form(said.get("student", ""), said.get("assignment", ""), said["task"], reason)


def checked_form(course: Course, form: Form, students: Collection[str]) -> Form:
    """A form whose student, assignment and task there are; the task by its name.

    Raises
    ------
    HippogradError
        When there is no such student, assignment or task.
    """
    same = [one for one in students if one.casefold() == form.student.casefold()]
    if form.student not in students and len(same) != 1:
        raise HippogradError(
            f"{form.student!r} has no result in {form.assignment}." if form.student else "It is not said whose it is.",
            nearest(form.student, students) or "Give --student, as `hippograd list` shows the id.",
        )
    tasks = course.assignment(form.assignment).tasks
    found = [task for task in tasks if form.task.lower() in (task.number, task.name, f"task {task.number}")]
    if not found:
        raise HippogradError(
            f"{form.assignment} has no task {form.task!r}.", f"Known: {', '.join(task.number for task in tasks)}."
        )
    return form._replace(student=form.student if form.student in students else same[0], task=found[0].name)


def _toml(path: Path, text: str) -> dict[str, str]:
    try:
        table = tomllib.loads(text, parse_float=str)  # of task 1.10 the zero counts
        return {name.lower(): str(value) for name, value in table.items() if isinstance(value, str | int | float)}
    except (ValueError, RecursionError) as error:  # also of a number or of lists without end
        raise HippogradError(f"{path} is not TOML: {error}.", HOW) from None


def _markdown(path: Path, text: str) -> dict[str, str]:
    """The lines at the top that say whose and what, and all below."""
    said: dict[str, str] = {}
    lines = text.splitlines()
    for place, line in enumerate(lines):
        found = _HEAD.fullmatch(line)
        if found:
            if found[1].lower() in said:
                raise HippogradError(f"{path} says {found[1].lower()} twice.", HOW)
            said[found[1].lower()] = found[2].strip("`\"' ")
        elif line.strip() and not line.lstrip().startswith(("---", "#")):
            said["reason"] = re.sub(r"^\s*reason\s*:\s*", "", "\n".join(lines[place:]), flags=re.I)
            break
    return said


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
