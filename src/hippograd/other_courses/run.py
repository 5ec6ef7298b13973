"""A grading run of another nbgrader course: its submissions graded in parallel, marks where its formgrader looks."""

from __future__ import annotations

import multiprocessing.util
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
from nbformat.v4 import new_notebook
from sqlalchemy.exc import SQLAlchemyError

from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError, MachineUnfit, fault_of_ours
from hippograd.grading.grader import versions
from hippograd.grading.pool import ENDED, READING_SECONDS, single_threaded
from hippograd.grading.processes import Processes
from hippograd.grading.result import Result, TaskResult
from hippograd.intake import Submission
from hippograd.other_courses.grader import NOTEBOOK_SECONDS, PlainGrader
from hippograd.other_courses.handed_in import HandedIn, note_on_missing
from hippograd.other_courses.source import OtherCourse, SourceNotebook
from hippograd.records.folder import (
    HANDED_IN_AS,
    ResultLines,
    exchange_files,
    notebook_bytes,
    write_exchange_files,
    write_whole,
)
from hippograd.records.gradebook import GradebookWriter, patiently, unusable
from hippograd.sandbox.confine import LINUX
from hippograd.sandbox.servers import ForkServer, SharedServer
from hippograd.sandbox.tiers import demand_tier


class Setup(msgspec.Struct, frozen=True):
    """What a worker needs to know: plain data."""

    assignment: str
    notebooks: list[SourceNotebook]
    files: dict[str, str]
    cell_seconds: float
    tier: str
    shared: str = ""


class Graded(msgspec.Struct):
    """A result, and the notebooks as they ran, by name."""

    result: Result
    notebooks: dict[str, dict[str, Any]]


def grade_other_class(
    course: OtherCourse, assignment: str, handed_in: list[HandedIn], db_url: str, jobs: int, json: Path, tier: str
) -> Iterator[Result]:
    """Grade submissions of another nbgrader course, and give each result once it is in the gradebook.

    Parameters
    ----------
    course : OtherCourse
        Whose assignment.
    assignment : str
        Which.
    handed_in : list of HandedIn
        One a student.
    db_url : str
        The gradebook.
    jobs : int
        Worker processes.
    json : Path
        Gets one line a submission.
    tier : str
        The weakest sandbox tier that is accepted.

    Raises
    ------
    HippogradError
        When the source is wrong, or the gradebook or the disk refuses; what was done until then is kept.
    """
    demand_tier(tier)
    files = {name: str(path) for name, path in course.files(assignment).items()}
    setup = Setup(assignment, course.notebooks(assignment), files, course.cell_seconds, tier)
    _ = course.late_penalties  # what cannot be used is said before anything is graded
    patiently(lambda: course.register(assignment))
    with ExitStack() as stack:
        lines = stack.enter_context(ResultLines(json))
        workers = stack.enter_context(_Workers(setup, min(jobs, len(handed_in))))
        book = stack.enter_context(patiently(lambda: GradebookWriter(db_url)))
        for work, graded in workers.grade(handed_in):
            if graded.notebooks:
                book.save(graded.result, graded.notebooks, work.timestamp)
                _keep(course, graded, work)
                _penalise(course, graded.result, list(graded.notebooks), db_url)
            lines.add(graded.result)
            yield graded.result


def _keep(course: OtherCourse, graded: Graded, work: HandedIn) -> None:
    """Write the notebooks where formgrader looks for them, and beside them what the exchange needs."""
    timestamp, assignment = work.timestamp, graded.result.assignment
    folder = course.folder("autograded", graded.result.student, assignment)
    files: dict[str, bytes] = {}
    for submission in work.notebooks.values():
        files = files or exchange_files(submission.path, submission.members, assignment)
    if len(graded.notebooks) > 1:
        files.pop(HANDED_IN_AS, None)  # several are told apart by their names, so none was renamed
    write_exchange_files(folder, files)
    for name, notebook in graded.notebooks.items():
        write_whole(folder / f"{name}.ipynb", notebook_bytes(notebook))
    if timestamp:
        write_whole(folder / "timestamp.txt", timestamp.encode())


def _penalise(course: OtherCourse, result: Result, notebooks: list[str], db_url: str) -> None:
    """Have nbgrader assign the penalties that the course's plugin for late submissions says."""
    names = {"student": result.student, "assignment": result.assignment, "db_url": db_url}

    def assign() -> None:
        try:
            for name in notebooks:
                course.late_penalties.preprocess(new_notebook(), {"nbgrader": {**names, "notebook": name}})
        except SQLAlchemyError as error:
            raise unusable(db_url, error) from None

    patiently(assign)


class _Workers:
    """Processes that grade, with one warm server that they fork theirs from."""

    def __init__(self, setup: Setup, jobs: int) -> None:
        self._empty = tempfile.TemporaryDirectory(prefix="hippograd-")
        data = Path(self._empty.name)
        self._server = SharedServer(data) if jobs > 1 and LINUX else None
        shared = str(self._server.socket) if self._server is not None else ""
        self._setup = msgspec.structs.replace(setup, shared=shared)
        seconds = len(setup.notebooks) * (2 * NOTEBOOK_SECONDS + READING_SECONDS)  # again if the server dies
        self._processes = Processes(_grade_one, jobs, _start_worker, (self._setup, str(data)), seconds)

    def grade(self, handed_in: list[HandedIn]) -> Iterator[tuple[HandedIn, Graded]]:
        for work, graded in self._processes.run(handed_in):
            if graded is None:
                reason = f"It {ENDED}."
                graded = Graded(_not_gradable(_result(self._setup, work), reason, "Look at it by hand."), {})
            yield work, graded

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._processes.__exit__(kind)
        if self._server is not None:
            self._server.close()
        self._empty.cleanup()


_worker: dict[str, tuple[Setup, PlainGrader]] = {}


def _start_worker(setup: Setup, data: str) -> None:
    single_threaded()
    server = ForkServer(Path(data), tier=setup.tier, shared=Path(setup.shared) if setup.shared else None)
    multiprocessing.util.Finalize(None, server.close, exitpriority=10)
    _worker["only"] = (setup, PlainGrader(server, setup.cell_seconds))


def _grade_one(work: HandedIn) -> Graded:
    """Grade all notebooks of one student."""
    setup, grader = _worker["only"]
    started = time.monotonic()
    graded: dict[str, dict[str, Any]] = {}
    result = _result(setup, work)
    if not work.notebooks:
        names = ", ".join(f"{source.name}.ipynb" for source in setup.notebooks)
        reason = "None of the notebooks of this assignment was handed in."
        remedy = f"They are called {names}: rename what there is, and grade again."
        return Graded(_not_gradable(result, reason, remedy), {})
    for source in setup.notebooks:
        prefix = f"{source.name}/" if len(setup.notebooks) > 1 else ""
        submission = work.notebooks.get(source.name)
        if submission is None:
            result.notes.append(note_on_missing(work, source.name, setup.assignment))
            tests = [cell for cell in source.cells if cell.kind == "check"]
            result.tasks.extend(_without_points(prefix + cell.grade_id, cell) for cell in tests)
            continue
        try:
            files = {name: Path(path) for name, path in setup.files.items()}
            one = grader.grade(
                submission.read(), source, submission.label, {**beside(submission, setup.assignment), **files}
            )
        except MachineUnfit:
            raise
        except HippogradError as error:
            return Graded(_not_gradable(result, error.message, error.remedy), {})
        except Exception as error:  # noqa: BLE001 (one file must not stop a class)
            ours = fault_of_ours(error)
            return Graded(_not_gradable(result, ours.message, ours.remedy), {})
        graded[source.name] = one.notebook
        result.tasks.extend(msgspec.structs.replace(task, name=prefix + task.name) for task in one.tasks)
        result.notes.extend([*submission.notes, *one.notes])
    seconds = round(time.monotonic() - started, 3)
    return Graded(msgspec.structs.replace(result, seconds=seconds), graded)


def _result(setup: Setup, work: HandedIn) -> Result:
    """A result without rows yet."""
    label = next((one.label for one in work.notebooks.values()), "")
    origin = work.anything.origin
    return Result(work.student, setup.assignment, "", label, "graded", versions=versions(()), notes=[], origin=origin)


def _not_gradable(result: Result, reason: str, remedy: str) -> Result:
    return msgspec.structs.replace(result, status="not_gradable", reason=reason, remedy=remedy, tasks=[])


def _without_points(name: str, cell: ReleasedCell) -> TaskResult:
    return TaskResult(name, name, 0, float(cell.metadata["nbgrader"]["points"]), "not_attempted", [])


def beside(submission: Submission, assignment: str) -> dict[str, Path]:
    """The files that a student handed in with a notebook, in nbgrader's layout `<student>/<assignment>/`."""
    folder = submission.path.parent
    if submission.members or folder.name != assignment:
        return {}
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    names = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path for name, path in names.items() if path.suffix != ".ipynb" and name != "timestamp.txt"}
