"""Deadlines that a busy machine does not shorten: the same file gets the same mark on any day."""

from __future__ import annotations

import select
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hippograd.sandbox.clock import LOOK, running_time

AT_ONCE = 0.02
"""Nearly all answers come within this time; only after it is the system asked how long the process has waited, s."""

SOON = 0.5
"""Of the others, most come within this time; only after it is the system asked again, s."""

PATIENCE = 6
"""A request may take at most this many times its seconds, even on a busy machine or with many threads."""


class Deadline:
    """The time that a process has for one request: seconds of our clock, less those that it spent waiting for a core.

    A loop and a sleep come to their end after `seconds`. A process that other programs keep from running does not: on
    Linux the kernel counts how long it was ready to run and had no core. Elsewhere the clock alone counts.

    Parameters
    ----------
    pid : int
        The process.
    seconds : float
        What it has, s.
    until : float
        When all must be done, by `running_time`, s.
    """

    def __init__(self, pid: int, seconds: float, until: float) -> None:
        now = running_time()
        left = until - now
        self._pid = pid
        self._of_this_request = seconds if seconds <= left else None
        seconds = max(min(seconds, left), 0.0)
        self._end = now + seconds
        self._last = min(self._end + (PATIENCE - 1) * seconds, until)
        self._counted: float | None = None

    @property
    def allowed(self) -> str:
        """What the process has, as messages say it."""
        own = self._of_this_request
        return "the time that one submission has" if own is None else f"{own:g} s"

    def await_event(self, poll: select.poll) -> bool:
        """Whether what `poll` waits for happens in time."""
        wait = AT_ONCE
        while (left := min(self._end, self._last) - running_time()) > 0:
            if poll.poll(1000 * min(wait, left)):
                return True
            self._give_back()
            wait = SOON if wait == AT_ONCE else LOOK
        return False

    def _give_back(self) -> None:
        """Add the time that the process waited for a core since it was last counted, if it was."""
        waited = self._waited()
        if self._counted is not None:
            self._end += max(waited - self._counted, 0.0)  # it may be gone
        self._counted = waited

    def _waited(self) -> float:
        """How long the process has been ready to run without a core, s."""
        try:
            return int(Path(f"/proc/{self._pid}/schedstat").read_text().split()[1]) / 1e9
        except (OSError, IndexError, ValueError):
            return 0.0


@contextmanager
def ended_at(until: float, late: Callable[[], Exception]) -> Iterator[None]:
    """Raise what `late` makes in whatever the block does when it is `until`, and again while the block goes on.

    So an answer that takes long to look at takes no more than the time of its submission. Only a main thread can be
    interrupted, and not on Windows; elsewhere the block takes as long as it takes.

    Parameters
    ----------
    until : float
        By `running_time`, s.
    late : callable
        Makes the exception.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        if running_time() >= until:  # not while this process was stopped
            raise late()

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, max(until - running_time(), AT_ONCE), LOOK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
