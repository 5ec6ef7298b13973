"""Grading on many machines: the same function on every Dask worker, files and results as bytes, results one by one."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hippograd.course import Course, Offering, find_root
from hippograd.errors import HippogradError
from hippograd.grading.keys import ingredients
from hippograd.grading.pool import Setup, not_gradable, single_threaded, worker_grader
from hippograd.grading.result import Graded
from hippograd.intake import Submission
from hippograd.intake.notes import Note
from hippograd.sandbox.tiers import demand_tier

if TYPE_CHECKING:
    from hippograd.run import Start

LOOK = 1.0
"""How often to look which workers there are, s."""

CONNECT = 10.0
"""How long the scheduler may take to answer the first time, s."""

IN_FLIGHT = 3
"""Submissions that are with the cluster at a time, for each thread: enough to keep it busy, few enough to hold."""

_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Scheduler:
    """Where a scheduler is, such as ``tls://10.0.0.1:8786``, and our certificates: fields of Dask's `Security`."""

    address: str
    tls: dict[str, str] = field(default_factory=dict)

    def refuse_in_the_clear(self) -> None:
        """Refuse a network without TLS: who reaches such a port can run programs on the workers, and on this
        machine."""
        protocol, _, rest = self.address.rpartition("://")
        host = rest.rpartition(":")[0].strip("[]") or rest
        with suppress(ValueError):
            if host == "localhost" or ipaddress.ip_address(host).is_loopback:
                return
        if protocol not in ("tls", "wss"):
            raise HippogradError("scheduler-without-tls", address=self.address)

    def workers(self, say: Callable[[str], None]) -> Start:
        """Return what starts the cluster's workers in the place of this machine's; `say` is told who gets no work."""
        return lambda setup, _, cells: Cluster(
            msgspec.structs.replace(setup, cells=cells()), self.address, say, tls=self.tls
        )


def ingredients_here(assignment: str, cohort: str, tier: str) -> dict[str, str]:
    """On a worker: what its results would depend on, for the course in the folder that it was started in."""
    demand_tier(tier)
    course = Course(find_root())
    return ingredients(Offering.of(course, assignment, course.cohort(cohort)))


def grade_bytes(
    setup: Setup, data: bytes, student: str, file: str, notes: list[Note], beside: dict[str, bytes]
) -> bytes:
    """On a worker: grade one notebook."""
    from distributed import get_worker

    with _one_at_a_time:
        single_threaded()
        try:
            graded = worker_grader(setup).grade(data, student=student, file=file, notes=notes, beside=beside)
        except (OSError, HippogradError) as error:
            raise WorkerUnfit(str(get_worker().address), str(error)) from None
    return msgspec.msgpack.encode(graded)


class WorkerUnfit(Exception):
    """A worker cannot grade, whatever the submission: its address, and what its machine lacks."""


@dataclass(frozen=True)
class _Sent:
    """A submission that is with the cluster, and the workers that may grade it."""

    submission: Submission
    data: bytes
    workers: frozenset[str]


class Cluster:
    """The workers of a Dask cluster, instead of this machine's; used like `Workers`.

    Each worker is checked before it gets work: one whose graders, kit, libraries or data are not those of this machine
    would give other marks, so it gets none. A worker that joins later is checked then.
    """

    def __init__(
        self,
        setup: Setup,
        address: str,
        say: Callable[[str], None],
        patience: float = 60.0,
        tls: dict[str, str] | None = None,
    ) -> None:
        try:
            from distributed import Client, Security
        except ImportError:
            raise HippogradError("cluster-not-installed") from None
        try:
            security = Security(**(tls or {}))
            asyncio.run(asyncio.wait_for(_require_scheduler(address, security), CONNECT + 1))
            self._client: Any = Client(address, timeout=CONNECT, set_as_default=False, security=security)
        except (OSError, ValueError, TypeError, ImportError, TimeoutError) as error:
            cause = str(error).rstrip(".") or "what listens there does not speak Dask's protocol"
            raise HippogradError("scheduler-silent", address=address, cause=cause) from None
        for name in ("distributed.client", "distributed.utils", "distributed.core"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # the loss of a scheduler is said by us, not as a trace
        self._address = address
        course = Course(Path(setup.root))
        self._ours = ingredients(Offering.of(course, setup.assignment, course.cohort(setup.cohort)))
        self._setup = msgspec.structs.replace(setup, root="", cache="")
        self._say = say
        self._patience = patience
        self._executor = self._client.get_executor(pure=False)
        self._verdicts: dict[str, str] = {}
        self._able: dict[str, int] = {}
        self._looked = -math.inf

    def grade(self, submissions: Iterable[Submission]) -> Iterator[tuple[Submission, Graded]]:
        """Grade submissions and give each result as soon as it is known."""
        waiting = deque(submissions)
        running: dict[Future[bytes], _Sent] = {}
        while waiting or running:
            self._look()
            for future, sent in list(running.items()):
                if not sent.workers & self._able.keys():  # all that could do it are gone
                    del running[future]
                    future.cancel()
                    running |= self._submit(sent.submission, sent.data)
            while waiting and len(running) < IN_FLIGHT * sum(self._able.values()):
                submission = waiting.popleft()
                try:
                    running |= self._submit(submission, submission.read())
                except HippogradError as error:
                    yield submission, Graded(not_gradable(self._setup, submission, error))
            for future in wait(running, timeout=LOOK, return_when=FIRST_COMPLETED).done:
                submission = running.pop(future).submission
                try:
                    yield submission, self._graded(submission, future)
                except WorkerUnfit as unfit:
                    self._turn_away(*unfit.args)
                    waiting.appendleft(submission)

    def workers(self) -> dict[str, int]:
        """Return the workers that there are, checked or not: addresses and numbers of threads."""
        found: dict[str, int] = self._client.nthreads()
        return found

    def _submit(self, submission: Submission, data: bytes) -> dict[Future[bytes], _Sent]:
        workers = frozenset(self._able)
        about = (submission.student, submission.label, list(submission.notes), submission.read_beside())
        with self._scheduler_there():
            future = self._executor.submit(grade_bytes, self._setup, data, *about, workers=list(workers))
        return {future: _Sent(submission, data, workers)}

    def _graded(self, submission: Submission, future: Future[bytes]) -> Graded:
        from distributed import KilledWorker

        try:
            return msgspec.msgpack.decode(future.result(), type=Graded)
        except KilledWorker:
            error = HippogradError("notebook-ended-processes", file=submission.label)
            return Graded(not_gradable(self._setup, submission, error))
        except CancelledError:
            raise self._scheduler_gone() from None

    @contextmanager
    def _scheduler_there(self) -> Iterator[None]:
        """What Dask raises when the scheduler is gone, as an error of ours."""
        try:
            yield
        except Exception as error:
            if isinstance(error, OSError | CancelledError) or self._client.status != "running":
                raise self._scheduler_gone() from None
            raise

    def _scheduler_gone(self) -> HippogradError:
        return HippogradError("scheduler-gone", address=self._address)

    def _look(self) -> None:
        """Bring up to date which workers there are that may get work."""
        if time.monotonic() - self._looked < LOOK:
            return
        until = time.monotonic() + self._patience
        while True:
            with self._scheduler_there():
                threads = self.workers()
                self._verdicts = {address: self._verdicts[address] for address in threads if address in self._verdicts}
                self._check([address for address in threads if address not in self._verdicts])
            self._able = {address: number for address, number in threads.items() if not self._verdicts[address]}
            self._looked = time.monotonic()
            if self._able:
                return
            if time.monotonic() > until:
                raise HippogradError("cluster-unfit") if threads else HippogradError("cluster-empty")
            time.sleep(LOOK)

    def _check(self, addresses: list[str]) -> None:
        """Ask workers what their results depend on, and remember what differs from here; nothing is a good verdict."""
        if not addresses:
            return
        wanted = (self._setup.assignment, self._setup.cohort, self._setup.tier)
        answers = self._client.run(ingredients_here, *wanted, workers=addresses, on_error="return")
        for address in addresses:
            answer = answers.get(address)
            if isinstance(answer, dict):
                wrong = ", ".join(
                    f"{name} {_short(answer.get(name))} instead of {_short(value)}"
                    for name, value in self._ours.items()
                    if answer.get(name) != value
                )
            else:
                wrong = f"{type(answer).__name__}: {answer}"
            self._verdicts[address] = ""
            if wrong:
                self._turn_away(address, wrong)

    def _turn_away(self, address: str, reason: str) -> None:
        """Give a worker no more work, and say so once."""
        if not self._verdicts.get(address):
            self._say(f"worker {address} gets no work: {reason}")
        self._verdicts[address] = reason
        self._able.pop(address, None)
        if not self._able:
            self._looked = -math.inf  # wait for others before anything is sent

    def close(self) -> None:
        """Take back what is not done, and leave the cluster."""
        self._executor.shutdown(wait=False)
        self._client.close()

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


async def _require_scheduler(address: str, security: Any) -> None:
    """Raise when no scheduler answers; Dask's own client waits for ever for one that accepts and then says nothing."""
    from distributed import rpc

    connection = security.get_connection_args("client")
    async with rpc(address, timeout=CONNECT, connection_args=connection) as peer:
        found = (await peer.identity())["type"]
    if found != "Scheduler":
        raise ValueError(f"that is the address of a {found.lower()}")


def _short(value: str | None) -> str:
    """Return a version as it is, a hash by its beginning."""
    return "nothing" if value is None else value[:12]
