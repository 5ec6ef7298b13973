"""What happens where somebody stops a command. It imports nothing of ours, so that it is there before all else."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_HEARD = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Ctrl-C, what a system that is shut down sends, and what a terminal sends as it is closed."""


@contextmanager
def term_as_ctrl_c() -> Iterator[None]:
    """Let the signals TERM and HUP do what Ctrl-C does, so that what is half done is cleaned away.

    The first is heard, wherever it comes, and no other, so that the cleaning ends.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in _HEARD if signal.getsignal(number) != signal.SIG_IGN}
    hook = sys.unraisablehook
    for number in before:
        signal.signal(number, _stop)
    sys.unraisablehook = lambda lost: _not_lost(lost, hook)
    try:
        yield
    except Exception:
        if any(signal.getsignal(number) is not _stop for number in before):  # Python has wrapped what was raised
            raise KeyboardInterrupt from None
        raise
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            was_heard = signal.getsignal(number) is not _stop  # then this process is about to end
            signal.signal(number, signal.SIG_IGN if was_heard else handler)


def is_heard() -> bool:
    """Return whether somebody has stopped this process: what comes as another exception now may be that one,
    wrapped."""
    return signal.getsignal(signal.SIGTERM) is _ignore


def _stop(number: int, frame: FrameType | None) -> None:
    for other in _HEARD:
        signal.signal(other, _ignore)
    raise KeyboardInterrupt


def _ignore(number: int, frame: FrameType | None) -> None:
    """Do nothing. Were Python told to ignore signals, it would complain of one that came together with the first."""


def _not_lost(lost: Any, hook: Callable[[Any], object]) -> None:
    """Send the signal once more where it came while Python drops exceptions, as it does in a destructor."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        hook(lost)
        return
    signal.signal(signal.SIGTERM, _stop)
    threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGTERM)).start()
