"""Wait for an event, with one bound for all: it is never reached on a machine that works, however busy."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

SECONDS = 60


def wait_for(look: Callable[[], T]) -> T:
    """Return the first value of `look` that is true."""
    until = time.monotonic() + SECONDS
    while not (found := look()):
        assert time.monotonic() < until, "nothing came"
        time.sleep(0.05)
    return found
