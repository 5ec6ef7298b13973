"""The clock by which student code is timed: it stands still while this process is stopped, as by Ctrl-Z."""

from __future__ import annotations

import signal
import threading
import time

LOOK = 1.0
"""How often, at least, it is looked at while something is waited for, s: a stop is known as exactly."""


class _Clock:
    stopped = 0.0
    """How long this process has been stopped so far, s."""

    read = 0.0
    """When it was looked at last, s of the system's clock."""


def running_time() -> float:
    """Seconds of the system's monotonic clock, less those for which this process was stopped."""
    _Clock.read = time.monotonic()
    return _Clock.read - _Clock.stopped


def notice_stops() -> None:
    """Have the clock know from now on when this process is stopped and continued; only a main thread can."""
    if hasattr(signal, "SIGCONT") and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGCONT, _continued)


def _continued(*_: object) -> None:
    now = time.monotonic()
    _Clock.stopped += now - (_Clock.read or now)
    _Clock.read = now
