"""What was handed in at the door: a folder for each attempt, named as nbgrader's exchange names it.

`hippograd grade` reads the inbox like any download.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import json
import os
import re
import secrets
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import msgspec

from hippograd.errors import NO_JSON
from hippograd.intake import Submission

FORM = "%Y-%m-%d %H:%M:%S.%f UTC"
FAULT = "fault"
"""In an answer: why we could not grade the file. For the staff alone."""

MOST_BYTES_OF_ONE = 500_000_000
"""Of all that a student hands in, so that one cannot fill the disk of all."""

MOST_SIGNS = 100
"""Of an id, in bytes: a folder's name has 255."""

SIGNS = 16
"""How many of a file's digest stand in the name of its folder."""

_NAME = re.compile(
    r"(?P<student>[^+/]+)\+(?P<assignment>[^+/]+)\+(?P<time>[\d-]+ [\d:.]+ UTC)\+(?P<digest>[0-9a-f]{16})"
)


def is_folder_name(student: str) -> bool:
    """Whether an id can be a part of a folder's name."""
    return 0 < len(student.encode()) <= MOST_SIGNS and student[0] != "." and not set(student) & set("+/\\\0\n")


class Attempt(msgspec.Struct, frozen=True):
    """A file that was handed in."""

    student: str
    assignment: str
    time: str
    """When the server had it, `2026-11-03 10:00:00.250000 UTC`, as nbgrader writes times."""

    digest: str
    """The first signs of the SHA-256 of the file."""

    @property
    def key(self) -> str:
        """The name of its folder."""
        return f"{self.student}+{self.assignment}+{self.time}+{self.digest}"


class Inbox:
    """The attempts of a cohort, and what their public checks said."""

    def __init__(self, records: Path, secret: str) -> None:
        self.folder = records / "inbox"
        self._answers = records / "answers"
        self._secret = secret.encode()
        self._one = threading.Lock()
        for folder in (self.folder, self._answers):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for half in (*self.folder.glob(".*"), *self._answers.glob(".*")):  # a process that was killed left it
            _remove(half)
        self._there: dict[tuple[str, str], list[Attempt]] = {}
        self._bytes: Counter[str] = Counter()
        for attempt in sorted(self._on_disk(), key=lambda one: one.time):
            self._enter(attempt, self.submission(attempt).path.stat().st_size)

    def put(self, student: str, assignment: str, data: bytes) -> Attempt:
        """Keep a file; it is on disk when this returns. The last file again is the same attempt."""
        digest = hashlib.sha256(data).hexdigest()[:SIGNS]
        with self._one:
            return self._put(student, assignment, data, digest)

    def _put(self, student: str, assignment: str, data: bytes, digest: str) -> Attempt:
        before = self.attempts(student, assignment)
        if before and before[-1].digest == digest:  # an older one again is a new attempt: the last one counts
            return before[-1]
        if self._bytes[student] + len(data) > MOST_BYTES_OF_ONE:
            raise OSError(errno.EDQUOT, "a student's share of the disk is used up")
        attempt = Attempt(student, assignment, datetime.now(UTC).strftime(FORM), digest)
        half = self.folder / f".{secrets.token_hex(8)}"
        try:
            half.mkdir(mode=0o700)
            _write(half / f"{assignment}.ipynb", data)
            _write(half / "timestamp.txt", attempt.time.encode())
            half.rename(self.folder / attempt.key)
        except OSError:
            _remove(half)
            raise
        _sync(self.folder)
        self._enter(attempt, len(data))
        return attempt

    def _enter(self, attempt: Attempt, size: int) -> None:
        self._there.setdefault((attempt.student, attempt.assignment), []).append(attempt)
        self._bytes[attempt.student] += size

    def _on_disk(self) -> Iterator[Attempt]:
        for path in self.folder.iterdir():
            if match := _NAME.fullmatch(path.name):
                yield Attempt(*match.group("student", "assignment", "time", "digest"))

    def attempts(self, student: str, assignment: str) -> list[Attempt]:
        """Return what a student handed in for an assignment, the oldest first."""
        return self._there.get((student, assignment), [])

    def everything(self) -> list[Attempt]:
        """Return all that was handed in, the oldest first."""
        with self._one:
            return sorted(chain.from_iterable(self._there.values()), key=lambda one: one.time)

    def submission(self, attempt: Attempt) -> Submission:
        """Return the attempt as what is graded."""
        file = self.folder / attempt.key / f"{attempt.assignment}.ipynb"
        return Submission(attempt.student, file, timestamp=attempt.time)

    def receipt(self, attempt: Attempt) -> dict[str, str]:
        """Return what the student keeps: the attempt and a signature of it."""
        said = msgspec.to_builtins(attempt)
        text = json.dumps(said, sort_keys=True).encode()
        return {**said, "signature": hmac.digest(self._secret, text, "sha256").hex()}

    def waiting(self) -> Iterator[Attempt]:
        """Yield the attempts without an answer, or with one that only says that we were at fault; the oldest first."""
        return (one for one in self.everything() if (found := self.answer(one)) is None or FAULT in found)

    def answer(self, attempt: Attempt) -> dict[str, object] | None:
        """Return what the public checks said; None while they have not run."""
        with suppress(FileNotFoundError, *NO_JSON):
            found: dict[str, object] = msgspec.json.decode(self._answer(attempt).read_bytes())
            return found
        return None

    def keep_answer(self, attempt: Attempt, answer: dict[str, object]) -> None:
        """Keep what the public checks said."""
        half = self._answers / f".{secrets.token_hex(8)}"
        _write(half, msgspec.json.encode(answer))
        half.rename(self._answer(attempt))

    def _answer(self, attempt: Attempt) -> Path:
        return self._answers / f"{attempt.key}.json"


def _write(file: Path, data: bytes) -> None:
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())
    _sync(file.parent)


def _sync(folder: Path) -> None:
    """Have the names in a folder outlive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _remove(half: Path) -> None:
    if half.is_dir():
        for file in half.iterdir():
            file.unlink()
        half.rmdir()
    else:
        half.unlink(missing_ok=True)
