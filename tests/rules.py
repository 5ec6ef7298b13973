"""What no test of `make test` may depend on: it is refused, whoever asks for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

TESTS = str(Path(__file__).parent)
WAITING = str(Path(__file__).with_name("waiting.py"))
STARTS = ("subprocess.Popen", "os.fork", "os.posix_spawn", "os.system")
HERE = ("127.", "localhost", "::1", "0.0.0.0")
_running: Path | None = None
"""The file of the test that runs."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if _running is None:
        return
    if event in STARTS and "unit" in _running.parts:
        raise RuntimeError(f"A unit test starts a process ({event}): move it to tests/system.")
    if event == "time.sleep":
        sleeper = sys._getframe(1).f_code.co_filename
        if sleeper.startswith(TESTS) and sleeper != WAITING:
            raise RuntimeError("A test sleeps: wait for an event, or move it to a file proof_*.py.")
    if event in ("socket.connect", "socket.getaddrinfo"):
        host = arguments[1] if event == "socket.connect" else arguments[0]
        host = host[0] if isinstance(host, tuple) else host
        if isinstance(host, str) and host[:1] not in ("", "/", "\0") and not host.startswith(HERE):
            raise RuntimeError(f"A test asks {host}, beyond this machine: move it to a file proof_*.py.")


sys.addaudithook(_refuse)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    global _running
    _running = None if item.path.name.startswith("proof_") else item.path
    yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    global _running
    try:
        yield
    finally:
        _running = None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that is skipped, for whatever the machine lacks, has failed."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome, report.longrepr = "failed", f"In CI no test is skipped: {report.longrepr}"
    return report
