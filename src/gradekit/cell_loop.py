"""The running event loop in which a notebook's cells run, one for all of them, as in Jupyter's kernel."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable, Coroutine
from contextvars import copy_context
from typing import Any, TypeVar

T = TypeVar("T")

BROWSER = sys.platform == "emscripten"

TURNS = 100
"""After a cell, what it has started gets so many turns at once; in a kernel it gets hundreds before the next cell."""

TURN_SECONDS = 0.5
"""After so long, s, the next cell is run though there are turns left, as in a kernel that has a cell waiting."""


class CellLoop:
    """Runs cells in one event loop and in one context: what a cell sets there (`numpy.seterr`) holds in the next.

    ``asyncio.run`` in a cell, which Jupyter refuses, works as it does in a script; a browser keeps its own.

    Attributes
    ----------
    context : contextvars.Context
        Of all cells, and of what is called after them.
    """

    def __init__(self) -> None:
        self.context = copy_context()
        self._loop: asyncio.AbstractEventLoop | None = None
        if not BROWSER:
            asyncio.run = _run

    def run(self, cell: Coroutine[Any, Any, T]) -> T:
        """Run one cell to its end; what it has started goes on while later cells run."""
        loop = self._made()
        with _NoRunningLoop():
            task = loop.create_task(_with_turns(cell), context=self.context)
            try:
                return loop.run_until_complete(task)
            finally:
                task.cancel()  # of no effect on one that is done; others have been interrupted

    def call(self, function: Callable[..., T], *arguments: Any, **named: Any) -> T:
        """Call what the cells have defined as a cell of checks would: in their context, and while their loop runs."""
        with _NoRunningLoop():
            asyncio._set_running_loop(self._made())
            try:
                return self.context.run(function, *arguments, **named)
            finally:
                asyncio._set_running_loop(None)

    def _made(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = _Waiting() if BROWSER else asyncio.new_event_loop()
        return self._loop

    def close(self) -> None:
        """Give the system's files of the loop back; a cell that runs later gets a new loop."""
        if self._loop is not None:
            self._loop.close()
        self._loop = None


async def _with_turns(cell: Coroutine[Any, Any, T]) -> T:
    found = await cell
    until = time.monotonic() + TURN_SECONDS
    for _ in range(TURNS):
        if len(asyncio.all_tasks()) == 1 or time.monotonic() > until:  # this one is always among them
            break
        await asyncio.sleep(0)
    return found


class _NoRunningLoop:
    """Has the loop that runs here, if one does, look as if it did not, so that another one may run within it."""

    def __enter__(self) -> None:
        self._loop = asyncio._get_running_loop()
        if self._loop is None:
            return
        self._task = asyncio.current_task()
        if self._task is not None:
            asyncio._leave_task(self._loop, self._task)
        asyncio._set_running_loop(None)

    def __exit__(self, *_: object) -> None:
        if self._loop is None:
            return
        asyncio._set_running_loop(self._loop)
        if self._task is not None:
            asyncio._enter_task(self._loop, self._task)


_run_in_script = asyncio.run


def _run(main: Coroutine[Any, Any, T], **options: Any) -> T:
    with _NoRunningLoop():
        return _run_in_script(main, **options)


class _Waiting(asyncio.BaseEventLoop):
    """For a browser, whose own loop cannot be waited for: time passes, and no files are looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = self

    def select(self, timeout: float | None) -> list[Any]:
        if timeout is None:
            raise RuntimeError("this cell waits for what does not come")
        if timeout:
            time.sleep(timeout)
        return []

    def _process_events(self, events: list[Any]) -> None: ...

    def _write_to_self(self) -> None: ...
