"""What happens, and is said, where somebody stops a command."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from hippograd.errors import HippogradError


@contextmanager
def term_as_ctrl_c() -> Iterator[None]:
    """Let the signal TERM do what Ctrl-C does, so that what is half done is cleaned away."""
    before = signal.signal(signal.SIGTERM, _stop) if threading.current_thread() is threading.main_thread() else None
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def goes_on(command: str) -> Iterator[None]:
    """Turn Ctrl-C into one line with the command that goes on.

    Raises
    ------
    HippogradError
        Where it came; what was half done is cleaned away by then.
    """
    try:
        yield
    except KeyboardInterrupt:
        raise HippogradError("Stopped.", f"Run `{command}` again to go on; what is finished stays.") from None
