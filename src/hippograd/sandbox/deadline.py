"""Deadlines that a busy machine does not shorten: the same file gets the same mark on any day."""

from __future__ import annotations

import select
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TypeVar

from hippograd.sandbox.clock import LOOK, running_time

T = TypeVar("T")

_PACKAGE = f"{__name__.partition('.')[0]}."

AT_ONCE = 0.02
"""Nearly all answers come within this time; only after it is the system asked how long the process has waited, s."""

SOON = 0.5
"""Of the others, most come within this time; only after it is the system asked again, s."""

PATIENCE = 6
"""A request may take at most this many times its seconds, even on a busy machine or with many threads."""


def waited_for_a_core(pid: int) -> float:
    """Return how long a process has been ready to run without a core, s; 0 where the system does not count it."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


class Deadline:
    """The time that a process has for one request: seconds of our clock, less those that it spent waiting for a core.

    A loop and a sleep come to their end after `seconds`. A process that other programs keep from running does not: on
    Linux the kernel counts how long it was ready to run and had no core. Elsewhere the clock alone counts.
    When it is `until`, by `clock`, all must be done.
    """

    def __init__(
        self,
        pid: int,
        seconds: float,
        until: float,
        *,
        clock: Callable[[], float] = running_time,
        waited: Callable[[int], float] = waited_for_a_core,
    ) -> None:
        now = clock()
        left = until - now
        self._pid, self._clock, self._waited = pid, clock, waited
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
        while (left := min(self._end, self._last) - self._clock()) > 0:
            if poll.poll(1000 * min(wait, left)):
                return True
            self._give_back()
            wait = SOON if wait == AT_ONCE else LOOK
        return False

    def _give_back(self) -> None:
        """Add the time that the process waited for a core since it was last counted, if it was."""
        waited = self._waited(self._pid)
        if self._counted is not None:
            self._end += max(waited - self._counted, 0.0)  # it may be gone
        self._counted = waited


def ended_at(until: float, late: Callable[[], Exception], look: Callable[[], T]) -> T:
    """What `look` gives; when it is `until`, and again while it goes on, it is interrupted by what `late` makes.

    So an answer that takes long to look at takes no more than the time of its submission. This package's own code, by
    which `look` speaks with other processes, is never interrupted: half a message taken would make the next answer
    another one's. Only a main thread can be interrupted, and not on Windows; elsewhere it takes as long as it takes.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return look()
    here: FrameType | None = sys._getframe()
    is_over = False

    def ring(_: int, frame: FrameType | None) -> None:
        if running_time() >= until and not is_over and not _is_in_package(frame, here):
            raise late()

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, max(until - running_time(), AT_ONCE), LOOK)
    try:
        return look()
    finally:
        is_over, here = True, None  # a frame that knows itself stays until garbage is looked for
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _is_in_package(frame: FrameType | None, outermost: FrameType | None) -> bool:
    """Whether code of this package runs, or is waited for, in `frame` or above it, up to but without the outermost."""
    while frame is not None and frame is not outermost:
        if str(frame.f_globals.get("__name__")).startswith(_PACKAGE):
            return True
        frame = frame.f_back
    return False
