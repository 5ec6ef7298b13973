"""Unit tests start no process: one that does is refused, and belongs into `tests/system`."""

import sys
from collections.abc import Iterator

import pytest

STARTS = ("subprocess.Popen", "os.fork", "os.posix_spawn", "os.system")
_is_running = False


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if _is_running and event in STARTS:
        raise RuntimeError(f"A unit test starts a process ({event}): move it to tests/system.")


sys.addaudithook(_refuse)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    global _is_running
    _is_running = True
    yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    global _is_running
    try:
        yield
    finally:
        _is_running = False
