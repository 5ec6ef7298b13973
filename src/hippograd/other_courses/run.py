"""A grading run of another nbgrader course: its submissions graded in parallel, marks where its formgrader looks."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
from nbformat.v4 import new_notebook
from sqlalchemy.exc import SQLAlchemyError

from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError, MachineUnfit, Problem, fault_of_ours, unusable
from hippograd.files import new_folder, write_whole
from hippograd.grading.grader import versions
from hippograd.grading.pool import ENDED, READING_SECONDS, Pool, shared_by, socket_of
from hippograd.grading.processes import Processes
from hippograd.grading.result import Result, TaskResult
from hippograd.intake import Submission
from hippograd.intake.finding.beside import files_beside
from hippograd.other_courses.grader import NOTEBOOK_SECONDS, GradedNotebook, PlainGrader, plain_server
from hippograd.other_courses.handed_in import HandedIn, note_on_missing
from hippograd.other_courses.source import OtherCourse, SourceNotebook
from hippograd.records.folder import HANDED_IN_AS, exchange_files, notebook_bytes, write_exchange_files
from hippograd.records.gradebook import enter_result
from hippograd.records.results import exported
from hippograd.sandbox.tiers import demand_tier
from hippograd.store.gradebook import Gradebook, patiently
from hippograd.store.results import Results, Row


class Setup(msgspec.Struct, frozen=True):
    """What a worker needs to know: plain data."""

    assignment: str
    notebooks: list[SourceNotebook]
    files: dict[str, str]
    ignored: list[str]
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
    """Grade submissions of another nbgrader course, and give each result once it is in the gradebook."""
    demand_tier(tier)
    files = {name: str(path) for name, path in course.files(assignment).items()}
    ignored = list(course.directory.ignore)
    setup = Setup(assignment, course.notebooks(assignment), files, ignored, course.cell_seconds, tier)
    _ = course.late_penalties  # what cannot be used is said before anything is graded
    patiently(lambda: course.register(assignment))
    results = Results(Gradebook(db_url), assignment)
    results.take_over(_row(result) for result in exported(json, Result))
    with results.exported(json), _Workers(setup, min(jobs, len(handed_in))) as workers:
        for work, graded in workers.grade(handed_in):
            add = partial(results.add, row=_row(graded.result))
            if graded.notebooks:
                enter_result(results.book, graded.result, graded.notebooks, work.timestamp, also=add)
                _keep(course, graded, work)
                _penalise(course, graded.result, list(graded.notebooks), db_url)
            else:
                results.book.writing(add)
            yield graded.result


def _row(result: Result) -> Row:
    return Row(result.student, result.content_hash, result.has_mark, msgspec.json.encode(result).decode())


def _kept(course: OtherCourse, student: str, assignment: str, name: str) -> Path:
    """Return where a student's executed notebook is."""
    return course.folder("autograded", student, assignment) / f"{name}.ipynb"


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
        write_whole(_kept(course, graded.result.student, assignment, name), notebook_bytes(notebook))
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


class _Workers(Pool[HandedIn, Graded]):
    """Processes that grade."""

    def __init__(self, setup: Setup, jobs: int) -> None:
        server = shared_by(new_folder())
        setup = msgspec.structs.replace(setup, shared=socket_of(server))
        seconds = len(setup.notebooks) * (2 * NOTEBOOK_SECONDS + READING_SECONDS)  # again if the server dies
        begin = partial(Processes, _grade_one, jobs, _start_worker, lambda: (setup,), seconds)
        super().__init__(begin, server, partial(_lost, setup))


def _start_worker(setup: Setup) -> None:
    plain_server(setup.tier, setup.shared)


def _grade_one(setup: Setup, work: HandedIn) -> Graded:
    """Grade all notebooks of one student; what is wrong with a file is in the result."""
    grader = PlainGrader(plain_server(setup.tier, setup.shared), setup.cell_seconds)
    started = time.monotonic()
    result = _result(setup, work)
    if not work.notebooks:
        return _not_gradable(
            result,
            Problem.of("notebooks-not-handed-in", names=[f"{source.name}.ipynb" for source in setup.notebooks]),
        )
    try:
        graded = {source.name: _graded_notebook(source, work, setup, grader) for source in setup.notebooks}
    except MachineUnfit:
        raise
    except HippogradError as error:
        return _not_gradable(result, error.problem)
    except Exception as error:  # noqa: BLE001 (one file must not stop a class)
        return _not_gradable(result, fault_of_ours(error).problem)
    result = msgspec.structs.replace(
        result,
        tasks=[task for name, one in graded.items() for task in _named(one.tasks, name, setup)],
        notes=[note for result in graded.values() for note in result.notes],
        seconds=round(time.monotonic() - started, 3),
    )
    return Graded(result, {name: one.notebook for name, one in graded.items() if name in work.notebooks})


def _graded_notebook(source: SourceNotebook, work: HandedIn, setup: Setup, grader: PlainGrader) -> GradedNotebook:
    """Return one notebook of a student's; without points where it was not handed in."""
    submission = work.notebooks.get(source.name)
    if submission is None:
        tests = [cell for cell in source.cells if cell.kind == "check"]
        note = note_on_missing(work, source.name, setup.assignment)
        return GradedNotebook([_without_points(cell) for cell in tests], {}, [note])
    files = together(beside(submission, setup), {name: Path(path) for name, path in setup.files.items()})
    graded = grader.grade(submission.read(), source, submission.label, files)
    return msgspec.structs.replace(graded, notes=[*submission.notes, *graded.notes])


def together(own: Mapping[str, Path], courses: Mapping[str, Path]) -> dict[str, Path]:
    """Return a student's files and the course's, which come first: what stands in the way of one of these is left out.

    So is a folder that Python would import in the place of a module of the course's.
    """
    modules = {str(path.with_suffix("")) for path in map(PurePosixPath, courses) if path.suffix == ".py"}
    folders = {str(folder) for name in courses for folder in PurePosixPath(name).parents}
    kept = {
        name: path
        for name, path in own.items()
        if name not in folders
        and not any(str(part) in courses or str(part) in modules for part in PurePosixPath(name).parents)
    }
    return {**kept, **courses}


def _named(tasks: list[TaskResult], notebook: str, setup: Setup) -> list[TaskResult]:
    """Return the rows of a notebook; where an assignment has several, with its name before theirs."""
    if len(setup.notebooks) == 1:
        return tasks
    return [msgspec.structs.replace(task, name=f"{notebook}/{task.name}") for task in tasks]


def _result(setup: Setup, work: HandedIn) -> Result:
    """Return a result without rows yet."""
    label = next((notebook.label for notebook in work.notebooks.values()), "")
    origin = work.anything.origin
    return Result(work.student, setup.assignment, "", label, "graded", versions=versions(()), origin=origin)


def _not_gradable(result: Result, problem: Problem) -> Graded:
    return Graded(msgspec.structs.replace(result, status="not_gradable", problem=problem), {})


def _lost(setup: Setup, work: HandedIn) -> Graded:
    return _not_gradable(_result(setup, work), Problem.of("notebook-ended-process", how=ENDED))


def _without_points(cell: ReleasedCell) -> TaskResult:
    points = float(cell.metadata["nbgrader"]["points"])
    return TaskResult(cell.grade_id, cell.grade_id, 0, points, "not_attempted", [])


def beside(submission: Submission, setup: Setup) -> dict[str, Path]:
    """Return the files that a student handed in with a notebook, in nbgrader's layout `<student>/<assignment>/`."""
    folder = submission.path.parent
    if submission.members or folder.name != setup.assignment:
        return {}
    found = files_beside(folder, [*setup.ignored, "timestamp.txt"])
    return {path.relative_to(folder).as_posix(): path for path in found}
