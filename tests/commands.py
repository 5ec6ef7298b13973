"""Run `hippograd` and `nbgrader` as a shell would, but for the second of imports.

Each runs in a process of its own, with its own folder, environment, streams and status. It is forked from a process in
which the libraries are imported already.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from multiprocessing.reduction import DupFd
from pathlib import Path
from typing import Any

PRELOADED = (
    *("hippograd.__main__", "hippograd.cli", "hippograd.run", "hippograd.building.build", "hippograd.proofs.graders"),
    *("hippograd.records.feedback", "hippograd.years.new", "hippograd.reports", "hippograd.marking"),
    *("gradekit.assertions", "nbgrader.apps.nbgraderapp", "nbconvert.exporters", "typer._adapters", "tomlkit.api"),
    *("filelock", "pydantic.type_adapter", "numpy.typing", "pygments.unistring", "rich._emoji_codes", "nh3"),
)
"""Libraries only, and nothing of a course."""

PROGRAMS = {"hippograd": "hippograd.__main__", "nbgrader": "nbgrader.apps.nbgraderapp"}
MOST_SECONDS = 600

_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload([*PRELOADED])


def hippograd(
    *words: object, cwd: Path | None = None, env: Mapping[str, str] | None = None, check: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; return its status and what it said."""
    return run("hippograd", *words, cwd=cwd, env=env, check=check)


def run(
    *words: object, cwd: Path | None = None, env: Mapping[str, str] | None = None, check: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a program, which is the first word; `hippograd` and `nbgrader` are forked."""
    arguments = [*map(str, words)]
    if arguments[0] not in PROGRAMS:
        return subprocess.run(arguments, cwd=cwd, env=env, check=check, capture_output=True, text=True)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        place = (str(cwd or Path.cwd()), dict(os.environ if env is None else env), os.umask(0o022))
        os.umask(place[2])
        streams = [DupFd(file.fileno()) for file in (out, err)]  # type: ignore[no-untyped-call]
        process = _FORKING.Process(target=_run, args=(arguments, *place, streams))
        process.start()
        process.join(MOST_SECONDS)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise subprocess.TimeoutExpired(arguments, MOST_SECONDS)
        said = []
        for file in (out, err):
            file.seek(0)
            said.append(file.read().decode())
        done = subprocess.CompletedProcess(arguments, process.exitcode, *said)
    if check:
        done.check_returncode()
    return done


def _run(arguments: list[str], cwd: str, env: dict[str, str], umask: int, streams: list[Any]) -> None:
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    for number, stream in enumerate(streams, start=1):
        os.dup2(stream.detach(), number)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    os.umask(umask)
    sys.argv = arguments
    sys.exit(import_module(PROGRAMS[arguments[0]]).main())
