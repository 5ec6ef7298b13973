"""Grading many submissions: the same function on every worker, results as they come."""

from __future__ import annotations

import atexit
import math
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Generic, Self, TypeVar

import msgspec
from threadpoolctl import threadpool_limits

from hippograd.course import Course, Offering, find_root
from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError
from hippograd.grading.cache import Cache
from hippograd.grading.grader import Grader, grader_for
from hippograd.grading.plan import SUBMISSION_SECONDS, Plan
from hippograd.grading.processes import Processes
from hippograd.grading.result import Graded, Result
from hippograd.intake import Submission
from hippograd.sandbox.confine import LINUX
from hippograd.sandbox.servers import SharedServer
from hippograd.sandbox.threads import ONE_THREAD

Work = TypeVar("Work")
Done = TypeVar("Done")

READING_SECONDS = 300.0
"""How long reading a file and matching it to the release may take, s; what is usual is hundredths."""

ENDED = "ended the grading process twice, or kept it for too long"


class Setup(msgspec.Struct, frozen=True):
    """What a worker needs to know to make its grader: plain data, the same on every machine.

    `root` is the course's folder; when it is empty, the worker finds the course where it was started.
    """

    root: str
    assignment: str
    cohort: str
    cells: list[ReleasedCell]
    tier: str = "container"
    everything: bool = False
    cell_seconds: float = 0.0
    submission_seconds: float = SUBMISSION_SECONDS
    cache: str = ""
    shared: str = ""
    only: tuple[str, ...] = ()
    longest: float = math.inf

    def plan(self) -> Plan:
        course = Course(Path(self.root) if self.root else find_root())
        return Plan(
            Offering.of(course, self.assignment, course.cohort(self.cohort)),
            self.cells,
            self.cell_seconds,
            self.submission_seconds,
            self.only,
            self.longest,
        )


_graders: dict[bytes, Grader] = {}


def worker_grader(setup: Setup) -> Grader:
    """This process's grader for `setup`, made when it is first asked for."""
    key = msgspec.msgpack.encode(setup)
    if key not in _graders:
        plan = setup.plan()
        shared = Path(setup.shared) if setup.shared else None
        # It imports while all that follows does.
        server = plan.fork_server(setup.tier, shared)
        atexit.register(server.close)
        for task in plan.tasks:
            _ = task.checks
        cache = Cache(Path(setup.cache)) if setup.cache else None
        grader = grader_for(plan, server, everything=setup.everything, cache=cache)
        server.await_ready()
        _graders[key] = grader
    return _graders[key]


def start_worker(setup: Setup) -> None:
    """Get a worker process ready."""
    worker_grader(setup)


def single_threaded() -> None:
    """Have this process calculate with one thread, where others began it and numpy is loaded already.

    Workers are as many as cores, and marks do not depend on how sums are split.
    """
    threadpool_limits(1)
    os.environ.update(ONE_THREAD)


def grade_one(setup: Setup, submission: Submission) -> Graded:
    """Read and grade one submission; what is wrong with the file is in the result."""
    grader = worker_grader(setup)
    try:
        data, beside = submission.read(), submission.read_beside()
    except HippogradError as error:
        result = not_gradable(setup, submission, error)
        return Graded(msgspec.structs.replace(result, content_hash=submission.content_hash()))
    return grader.grade(
        data,
        student=submission.student,
        file=submission.label,
        notes=submission.notes,
        beside=beside,
    )


def not_gradable(setup: Setup, submission: Submission, error: HippogradError) -> Result:
    """Return the result of a submission that could not be graded."""
    return Result(
        submission.student,
        setup.assignment,
        setup.cohort,
        submission.label,
        "not_gradable",
        problem=error.problem,
        notes=list(submission.notes),
    )


class Pool(Generic[Work, Done]):
    """Worker processes, and the warm server that they fork students' processes from."""

    def __init__(
        self, begin: Callable[[], Processes[Work, Done]], server: SharedServer | None, lost: Callable[[Work], Done]
    ) -> None:
        self._server = server
        self._lost = lost
        try:
            self._processes = begin()
        except BaseException:
            self._close_server()
            raise

    def grade(self, work: Iterable[Work]) -> Iterator[tuple[Work, Done]]:
        """Have each piece of work done, from now on, and give what came of it, in the order in which they finish."""
        answers = self._processes.run(work)
        return ((piece, done if done is not None else self._lost(piece)) for piece, done in answers)

    def close(self) -> None:
        """End the workers at once, whatever they do."""
        self._processes.close()
        self._close_server()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._processes.__exit__(kind)
        self._close_server()

    def _close_server(self) -> None:
        if self._server is not None:
            self._server.close()


def shared_by(data: Path, course: Path | None = None, libraries: Sequence[str] = ()) -> SharedServer | None:
    """Return the server that all workers share: it imports while they do. None where each starts its own."""
    return SharedServer(data, course, libraries) if LINUX else None


def socket_of(server: SharedServer | None) -> str:
    """Return where workers find it, as a setup has it."""
    return str(server.socket) if server is not None else ""


class Workers(Pool[Submission, Graded]):
    """Worker processes that grade: they start at once, and import while the caller does other things."""

    def __init__(
        self,
        setup: Setup,
        jobs: int,
        cells: Callable[[], list[ReleasedCell]] | None = None,
        offering: Offering | None = None,
    ) -> None:
        self._offering = offering = offering or setup.plan().offering  # its data are there as long as it is
        server = shared_by(offering.data, offering.course.root, offering.libraries)
        setup = msgspec.structs.replace(setup, shared=socket_of(server))
        seconds = 4 * setup.submission_seconds + READING_SECONDS  # again over references, again if the server dies

        def whole() -> tuple[Setup]:
            return (setup if cells is None else msgspec.structs.replace(setup, cells=cells()),)

        begin = partial(Processes, grade_one, jobs, start_worker, whole, seconds)
        super().__init__(begin, server, partial(_lost, setup))


def _lost(setup: Setup, submission: Submission) -> Graded:
    error = HippogradError("process-ended", file=submission.label, cause=ENDED)
    return Graded(not_gradable(setup, submission, error))
