"""The one folder that a student's process may write to: how full it is, and making it empty again."""

from __future__ import annotations

import errno
import os
import signal
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path

MOST_BYTES = 256 * 1024**2
"""Bytes that the files of one process may take together."""

MOST_FILES = 2_000
"""Files and folders that one process may keep."""

MOST_THREADS = 512
"""Threads that one process may have."""

LOOK_SECONDS = 0.05
"""How often the fork server counts threads, s: what is started in between is not seen."""

STOP_SECONDS = 0.1
"""How long a process that is stopped may take to stand still, s."""

LOOKS_AT_FILES = 3
"""One look in this many is at the files too, where the folder itself has no bounds."""


def too_many_threads(pid: int) -> str:
    """Why a process has too many threads; an empty string while it has not."""
    try:
        threads = os.stat(f"/proc/{pid}/task").st_nlink - 2
    except OSError:
        return ""  # it is gone, or this system does not say
    return f"it started more than {MOST_THREADS} threads" if threads > MOST_THREADS else ""


def overfull(folder: Path, pid: int) -> str:
    """Why a process has written more than it may; an empty string while it has not.

    Files that it deleted and still holds open count too, where one may look at what it has open. The process is held
    still for the look: otherwise it could move files behind it. The look ends at the first excess, so that it costs
    little however much was written.
    """
    try:
        with suppress(FileNotFoundError, ProcessLookupError):  # where it has ended
            _require_no_link(folder)
            with _held_still(pid):
                return _excess(folder, pid)
    except OSError as error:
        return f"its folder cannot be looked into: {error.strerror}"
    return ""


def _excess(folder: Path, pid: int) -> str:
    size, seen = 0, set[tuple[int, int]]()
    for status in chain(_kept(folder), _deleted(pid)):
        file = (status.st_dev, status.st_ino)  # all threads have a file open that one of them opened
        size += 512 * status.st_blocks if file not in seen else 0
        seen.add(file)
        if size > MOST_BYTES:
            return f"its files take more than {MOST_BYTES // 1024**2} MB"
        if len(seen) > MOST_FILES:
            return f"it keeps more than {MOST_FILES} files"
    return ""


@contextmanager
def _held_still(pid: int) -> Iterator[None]:
    """The process stopped, with all its threads."""
    os.kill(pid, signal.SIGSTOP)
    try:
        until = time.monotonic() + STOP_SECONDS
        while not _is_stopped(pid) and time.monotonic() < until:
            time.sleep(0.001)
        yield
    finally:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


def _is_stopped(pid: int) -> bool:
    return _all_are(pid, b"TtZX")


def has_ended(pid: int) -> bool:
    """Whether a process has ended, with all its threads: the first may end alone."""
    return not os.path.exists(f"/proc/{pid}/stat") or _all_are(pid, b"ZX")


def _all_are(pid: int, states: bytes) -> bool:
    """Whether all threads of a process are in one of these states, named by the letters that Linux has for them."""
    try:
        return all(_state_of(task) in states for task in _tasks(pid))
    except (FileNotFoundError, ProcessLookupError):
        return False  # a thread has just ended, so not all stood still


def _state_of(task: str) -> bytes:
    # Its name stands before the state, in brackets, and is any bytes that it likes.
    return Path(task, "stat").read_bytes().rpartition(b")")[2].split()[0]


def _kept(folder: Path) -> Iterator[os.stat_result]:
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    if status.st_mode & stat.S_IRWXU != stat.S_IRWXU:
                        os.chmod(entry.path, stat.S_IRWXU)
                    waiting.append(entry.path)
                yield status


def _deleted(pid: int) -> Iterator[os.stat_result]:
    """The files that a process holds open and that have no name any more."""
    with suppress(PermissionError):  # without Landlock: see `keep_descriptors`
        for task in _tasks(pid):
            for name in os.listdir(f"{task}/fd"):
                status = os.stat(f"{task}/fd/{name}")
                if stat.S_ISREG(status.st_mode) and status.st_nlink == 0:
                    yield status


def _require_no_link(folder: Path) -> None:
    """Leave alone what a link leads to that was put in the place of a scratch folder."""
    if folder.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, "a link stands in its place", str(folder))


def _tasks(pid: int) -> list[str]:
    """The process and its threads, where the system shows them; each could have descriptors of its own."""
    folder = f"/proc/{pid}/task"
    return [f"{folder}/{task}" for task in os.listdir(folder)] if os.path.isdir("/proc/self/task") else []


def empty(folder: Path) -> None:
    """Delete everything in a folder, however deep and whatever its permissions.

    Folders in folders are first moved up, so that no path is too long and no depth too great.

    Raises
    ------
    OSError
        When something resists.
    """
    _require_no_link(folder)
    numbers = count()
    while entries := os.listdir(folder):
        for name in entries:
            path = os.path.join(folder, name)
            if not stat.S_ISDIR(os.lstat(path).st_mode):
                os.unlink(path)
                continue
            os.chmod(path, 0o700)
            for inner in os.listdir(path):
                below = os.path.join(path, inner)
                if stat.S_ISDIR(os.lstat(below).st_mode):
                    os.chmod(below, 0o700)
                    os.rename(below, _free_name(folder, numbers))
                else:
                    os.unlink(below)
            os.rmdir(path)


def _free_name(folder: Path, numbers: Iterator[int]) -> str:
    return next(path for n in numbers if not os.path.lexists(path := os.path.join(folder, f"moved-up-{n}")))


def remove(folder: Path) -> None:
    """Delete a scratch folder; what resists stays, and nobody is stopped by it."""
    try:
        empty(folder)
        folder.rmdir()
    except OSError:
        pass
