"""A pytest plugin for CI: a test that fails runs once more, alone. If it passes then, it is listed as flaky.

    pytest -p tests.again tests

A test that is listed has a defect of its own: mend it or delete it.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

MOST = 10
"""Failures in one run that are tried again. More than these are no chance."""

_flaky: list[str] = []


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Try what failed again, each in a process of its own."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput") or exitstatus != pytest.ExitCode.TESTS_FAILED:
        return
    failed = {report.nodeid for kind in ("failed", "error") for report in reporter.stats.get(kind, ())}
    if len(failed) > MOST:
        return
    for name in sorted(failed):
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", name]
        if subprocess.run(command, cwd=session.config.rootpath, capture_output=True, check=False).returncode:
            return
        _flaky.append(name)
    session.exitstatus = pytest.ExitCode.OK


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """The last lines name the flaky tests."""
    for name in _flaky:
        print(f"FLAKY: {name}")
