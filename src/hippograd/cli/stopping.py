"""What is said where somebody stops a command that goes on from there when it is given again."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from hippograd.errors import HippogradError


@contextmanager
def goes_on(command: str) -> Iterator[None]:
    """Turn Ctrl-C and the signal TERM into one line with the command that goes on.

    Raises
    ------
    HippogradError
        Where one of them came; what was half done is cleaned away by then.
    """
    before = signal.signal(signal.SIGTERM, _stop) if threading.current_thread() is threading.main_thread() else None
    try:
        yield
    except KeyboardInterrupt:
        raise HippogradError("Stopped.", f"Run `{command}` again to go on; what is finished stays.") from None
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
