"""Worker processes, each with a socket of its own: one that dies takes nothing with it but the work that it had.

`concurrent.futures` has one pipe for all its processes: when one is killed while it sends an answer, the rest of the
answer never comes, and whoever waits for it waits for ever.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import os
import signal
import subprocess
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from hippograd.errors import HippogradError
from hippograd.files import new_folder
from hippograd.sandbox.clock import notice_stops, running_time
from hippograd.sandbox.confine import WITHOUT_LANDLOCK, die_with_parent, keep_descriptors, leave_signals_alone, probe
from hippograd.sandbox.scratch import remove
from hippograd.sandbox.threads import ONE_THREAD

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

Work = TypeVar("Work")
Done = TypeVar("Done")

_COMMAND = f"import sys, hippograd.__main__; from {__name__} import serve; serve(*sys.argv[1:])"

AHEAD = 2
"""Pieces of work that are with a process at a time: it begins the next while the answer to the last is dealt with."""

LOOK = 60.0
"""How often to look for processes that take too long, s."""

MOST_MEMORY = 6 * 1024**3
"""Bytes of data that a process may hold."""

PATIENCE = 10.0
"""How long an idle process may take to end, s."""


class Answer(NamedTuple):
    """What a process sends: that it is ready or what came of its work, or why there is nothing."""

    value: Any = None
    error: Exception | None = None


class _Process(Generic[Work]):
    """One process, of one thread, and this end of its socket.

    It imports what its work needs alone, from where we do and never from the working directory, and holds nothing of
    ours but its socket, which no other process can open: what it is sent, at the start too, is for it alone.
    """

    def __init__(self, start: Callable[..., object], temporary: Path, *, hidden: bool) -> None:
        self.connection, theirs = multiprocessing.Pipe()
        command = [sys.executable, "-P", "-c", _COMMAND, str(theirs.fileno()), "hidden" if hidden else ""]
        nothing = subprocess.DEVNULL
        self.process = subprocess.Popen(
            command,
            env=os.environ | ONE_THREAD | {"TMPDIR": str(temporary)},
            pass_fds=[theirs.fileno()],
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
        )
        theirs.close()  # so that its death ends what comes from this socket
        self.ready = False
        self.given: deque[Work] = deque()
        self.since = running_time()
        """When it began what it does now, s."""
        self.send([path for path in sys.path if path])
        self.send(start)  # at which it imports

    def send(self, message: object) -> None:
        with suppress(OSError):  # it is dead: seen when its answer is asked for
            self.connection.send(message)

    def give(self, piece: Work) -> None:
        if not self.given:
            self.since = running_time()
        self.given.append(piece)
        self.send(piece)

    def end(self, patience: float = 0.0) -> None:
        """Close the socket, at which it ends by itself once it is idle; after `patience`, s, end it."""
        self.connection.close()
        for end, seconds in ((self.process.terminate, patience), (self.process.kill, PATIENCE)):
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(seconds)
                return
            end()
        self.process.wait()


class Processes(Generic[Work, Done]):
    """Processes that start at once and do pieces of work."""

    def __init__(
        self,
        function: Callable[..., Done],
        jobs: int,
        start: Callable[..., object],
        arguments: Callable[[], tuple[Any, ...]] = tuple,
        seconds: float = math.inf,
    ) -> None:
        hidden = probe()[0] in WITHOUT_LANDLOCK
        if hidden:
            keep_descriptors()
        notice_stops()
        self._seconds = seconds
        self._temporary = new_folder()  # what a process that is killed leaves is removed with it
        self._start: Callable[[], _Process[Work]] = partial(_Process, start, self._temporary, hidden=hidden)
        self._processes: list[_Process[Work]] = [self._start() for _ in range(jobs)]
        self._ended_at_start = 0
        self._deadly: list[Work] = []
        """The pieces that are not tried once more if they end their process."""
        try:
            self._rest = function, arguments()
        except BaseException:
            self.close()
            raise
        for process in self._processes:
            process.send(self._rest)

    def run(self, work: Iterable[Work]) -> Iterator[tuple[Work, Done | None]]:
        """Have all pieces done, the first of them from now on, and give what came of each as they finish."""
        waiting = deque(work)
        self._give(waiting)  # before they are ready: they begin while the caller does other things
        return self._answers(waiting)

    def _answers(self, waiting: deque[Work]) -> Iterator[tuple[Work, Done | None]]:
        while waiting or any(process.given for process in self._processes):
            self._give(waiting)
            by_connection: dict[Any, _Process[Work]] = {process.connection: process for process in self._processes}
            for connection in wait(list(by_connection), min(self._seconds, LOOK)):
                process = by_connection[connection]
                try:
                    answer = process.connection.recv()
                except (EOFError, OSError):
                    yield from self._replace(process, waiting)
                    continue
                if answer.error is not None:
                    raise answer.error
                process.since = running_time()
                if not process.ready:
                    process.ready = True
                    continue
                piece = process.given.popleft()
                self._give(waiting)
                yield piece, answer.value
            self._end_the_late()

    def _end_the_late(self) -> None:
        """Kill processes whose piece takes too long; they are replaced when their socket ends."""
        for process in self._processes:
            if process.ready and process.given and running_time() - process.since > self._seconds:
                self._deadly.append(process.given[0])
                process.process.kill()

    def _give(self, waiting: deque[Work]) -> None:
        """Give each process a piece, and a second one while there are more than processes."""
        for so_many in range(AHEAD):
            for process in self._processes:
                if len(process.given) <= so_many and len(waiting) > so_many * len(self._processes):
                    process.give(waiting.popleft())

    def _replace(self, process: _Process[Work], waiting: deque[Work]) -> Iterator[tuple[Work, None]]:
        """Start another process for one that died; what it was doing is tried once more, when all else is done."""
        process.end()
        if not process.ready:
            self._ended_at_start += 1
            if self._ended_at_start > len(self._processes):
                raise HippogradError("processes-end", status=process.process.returncode)
        another = self._processes[self._processes.index(process)] = self._start()
        another.send(self._rest)
        waiting.extendleft(reversed(process.given))
        if process.ready and process.given:
            piece = waiting.popleft()
            if any(piece is one for one in self._deadly):
                yield piece, None
            else:
                self._deadly.append(piece)
                waiting.append(piece)

    def close(self, patience: float = 0.0) -> None:
        """End all processes, by default at once, whatever they do."""
        for process in self._processes:
            process.connection.close() if patience else process.process.terminate()
        for process in self._processes:
            process.end(patience)
        remove(self._temporary)

    def __enter__(self) -> Processes[Work, Done]:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close(PATIENCE if kind is None else 0.0)


def serve(descriptor: str, hidden: str) -> None:
    """A process: get ready, say so, then answer until nobody listens; the controller alone hears Ctrl-C."""
    leave_signals_alone()
    signal.signal(signal.SIGTERM, _leave)
    die_with_parent()
    if hidden:
        keep_descriptors()
    _limit_memory()
    connection = Connection(int(descriptor))
    try:
        sys.path[:] = connection.recv()
        start = connection.recv()
        function, arguments = connection.recv()
        answer = _answer(start, *arguments)._replace(value=None)
        while True:
            connection.send(answer)
            answer = _answer(function, *arguments, connection.recv())
            _collect_if_much()
    except (EOFError, OSError):
        return


def _leave(*_: object) -> None:
    """End, so that what it has made is removed; another signal does not hinder that."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(1)


def _limit_memory() -> None:
    """What a student's answer makes of our memory costs that answer's check, and not the machine."""
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if hard == resource.RLIM_INFINITY or hard > MOST_MEMORY:
            resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, hard))


def _collect_if_much() -> None:
    """Look for garbage where there is much: what one piece has left in cycles would be missing to the next."""
    with suppress(OSError, IndexError):  # a system without this file sets no limit either
        data = int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
        if data > MOST_MEMORY // 8:
            gc.collect()


def _answer(function: Callable[..., object], *arguments: object) -> Answer:
    try:
        return Answer(function(*arguments))
    except HippogradError as error:
        return Answer(error=error.problem.error)  # whatever kind, it can be pickled
    except OSError as error:
        return Answer(error=HippogradError("process-cannot-go-on", cause=error))
    except Exception:  # noqa: BLE001 (a fault of ours; its traceback is all that the other side can use)
        return Answer(error=RuntimeError(f"in a grading process:\n{traceback.format_exc()}"))


@contextmanager
def ended_at_once(pool: ProcessPoolExecutor) -> Iterator[None]:
    """End the processes where this one is stopped, whatever they do."""
    try:
        yield
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()
        raise
