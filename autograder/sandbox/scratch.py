"""The one folder that a student's process may write to: how full it is, and making it empty again."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path

MOST_BYTES = 256 * 1024**2
"""Bytes that the files of one process may take together."""

MOST_FILES = 2_000
"""Files and folders that one process may keep."""

LOOK_SECONDS = 0.2
"""How often the fork server looks, s: what is written in between is not seen."""


def overfull(folder: Path, pid: int) -> str:
    """Why a process has written more than it may; an empty string while it has not.

    Files that it deleted and still holds open count too. The look ends at the first excess, so that it costs little
    however much was written.
    """
    size = 0
    try:
        for number, status in enumerate(_kept(folder, pid), 1):
            size += 512 * status.st_blocks
            if size > MOST_BYTES:
                return f"its files take more than {MOST_BYTES // 1024**2} MB"
            if number > MOST_FILES:
                return f"it keeps more than {MOST_FILES} files"
    except FileNotFoundError:
        return ""  # deleted while we looked: the next look counts it, or not
    except OSError as error:
        return f"its folder cannot be looked into: {error.strerror}"
    return ""


def _kept(folder: Path, pid: int) -> Iterator[os.stat_result]:
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    waiting.append(entry.path)
                yield status
    descriptors = f"/proc/{pid}/fd"
    for name in os.listdir(descriptors) if os.path.isdir("/proc/self/fd") else []:
        status = os.stat(f"{descriptors}/{name}")
        if stat.S_ISREG(status.st_mode) and status.st_nlink == 0:
            yield status


def empty(folder: Path) -> None:
    """Delete everything in a folder, however deep and whatever its permissions.

    Folders in folders are first moved up, so that no path is too long and no depth too great.

    Raises
    ------
    OSError
        When something resists.
    """
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
