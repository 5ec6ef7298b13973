"""Grading many submissions: the same function on every worker, results as they come."""

from __future__ import annotations

import multiprocessing
import multiprocessing.util
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ..course import Course, find_root
from ..course.released import ReleasedCell
from ..errors import HippogradError
from ..intake import Submission
from ..sandbox.client import ForkServer, SharedServer
from ..sandbox.confine import LINUX, die_with_parent
from .cache import Cache
from .grader import Grader
from .plan import SUBMISSION_SECONDS, Plan
from .result import Graded, Result

Work = TypeVar("Work")
Done = TypeVar("Done")

IN_FLIGHT = 3
"""Submissions that are with the workers at a time, for each worker: enough to keep it busy, few enough to hold."""


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

    def plan(self) -> Plan:
        course = Course(Path(self.root) if self.root else find_root())
        return Plan(
            course,
            course.assignment(self.assignment),
            course.cohort(self.cohort),
            self.cells,
            self.cell_seconds,
            self.submission_seconds,
        )


_graders: dict[bytes, Grader] = {}


def worker_grader(setup: Setup) -> Grader:
    """This process's grader for `setup`, made when it is first asked for."""
    key = msgspec.msgpack.encode(setup)
    if key not in _graders:
        plan = setup.plan()
        shared = Path(setup.shared) if setup.shared else None
        server = ForkServer(plan.data, tier=setup.tier, shared=shared)  # imports while the graders below load
        multiprocessing.util.Finalize(None, server.close, exitpriority=10)  # for processes that end without atexit
        for task in plan.tasks:
            _ = task.checks
        server.await_ready()
        cache = Cache(Path(setup.cache)) if setup.cache else None
        _graders[key] = Grader(plan, server, everything=setup.everything, cache=cache)
    return _graders[key]


def start_worker(setup: Setup) -> None:
    """Get a worker process ready; the controller alone hears Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()
    single_threaded()
    worker_grader(setup)


def single_threaded() -> None:
    """One thread for each process: workers are as many as cores, and marks do not depend on how sums are split."""
    os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))


def grade_one(setup: Setup, submission: Submission) -> Graded:
    """Read and grade one submission; what is wrong with the file is in the result."""
    grader = worker_grader(setup)
    try:
        data = submission.read()
    except HippogradError as error:
        return Graded(not_gradable(setup, submission, error))
    return grader.grade(data, student=submission.student, file=submission.label, notes=submission.notes)


def not_gradable(setup: Setup, submission: Submission, error: HippogradError) -> Result:
    """The result of a submission that could not be graded."""
    return Result(
        submission.student,
        setup.assignment,
        setup.cohort,
        submission.label,
        "not_gradable",
        reason=error.message,
        remedy=error.remedy,
        notes=list(submission.notes),
    )


class Workers:
    """Worker processes that grade: they start at once, and import while the caller does other things.

    Parameters
    ----------
    setup : Setup
        What to grade, and how.
    jobs : int
        How many.
    """

    def __init__(self, setup: Setup, jobs: int) -> None:
        self._server = SharedServer(setup.plan().data) if jobs > 1 and LINUX else None
        shared = str(self._server.socket) if self._server is not None else ""
        self._setup = msgspec.structs.replace(setup, shared=shared)
        self._jobs = jobs
        self._pool = self._start(jobs)

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=start_worker, initargs=(self._setup,))
        for _ in range(jobs):
            pool.submit(os.getpid)  # a pool starts its processes when there is work for them
        return pool

    def grade(self, submissions: Iterable[Submission]) -> Iterator[tuple[Submission, Graded]]:
        """Grade submissions and give each result as soon as it is there.

        Parameters
        ----------
        submissions : iterable of Submission
            Read as workers become free, so that any number of them takes the same memory.

        Yields
        ------
        Submission, Graded
            In the order in which they finish. A submission that ends its worker twice is not gradable.
        """
        waiting = iter(submissions)
        suspects: list[Submission] = []
        while True:
            try:
                yield from as_completed(self._submit, waiting, self._jobs)
                break
            except Broken as broken:  # one of these ended its worker; each is tried again, alone
                suspects += broken.unfinished
                self._pool = self._start(self._jobs)
        for suspect in suspects:
            try:
                yield from as_completed(self._submit, iter([suspect]), 1)
            except Broken:
                self._pool = self._start(1)
                error = HippogradError(f"{suspect.label} ended the grading process twice.", "Look at it by hand.")
                yield suspect, Graded(not_gradable(self._setup, suspect, error))

    def _submit(self, submission: Submission) -> Future[Graded]:
        return self._pool.submit(grade_one, self._setup, submission)

    def close(self) -> None:
        """End the workers at once, whatever they do."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()
        if self._server is not None:
            self._server.close()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if kind is None:
            self._pool.shutdown()
        self.close()


class Broken(Exception):
    """A worker process died, and what was with the workers is not done."""

    def __init__(self, unfinished: list[Any]) -> None:
        super().__init__("a worker process died")
        self.unfinished = unfinished


def as_completed(
    submit: Callable[[Work], Future[Done]], waiting: Iterator[Work], jobs: int
) -> Iterator[tuple[Work, Done]]:
    """Submit work, a few pieces a worker at a time, and give each with what came of it as soon as it is done."""
    running = {submit(submission): submission for submission in islice(waiting, IN_FLIGHT * jobs)}
    while running:
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            try:
                graded = future.result()
            except BrokenProcessPool:
                raise Broken(list(running.values())) from None
            submission = running.pop(future)
            for following in islice(waiting, 1):
                running[submit(following)] = following
            yield submission, graded
