"""The journal of a run: each result is durable before it is shown, and the next run goes on from there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.files import cannot_write, write_whole
from hippograd.grading.cache import LASTING
from hippograd.grading.result import Result

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class Entry(msgspec.Struct, frozen=True):
    """A result with the key of all that it depends on besides the submission."""

    key: str
    result: Result
    run: str = ""
    """When the run began that made it, to the millisecond: a run may take less than a second."""

    causes: dict[str, str] = {}
    """What it depends on, as `hippograd.grading.keys.causes` gives it: where it differs, a mark may."""


class _Place(NamedTuple):
    """Where in the file the last entry of a student that has a mark is, and a digest of what it was made from."""

    made_from: bytes
    start: int
    length: int
    content_hash: str


class Journal:
    """An append-only file of results, held by one run at a time.

    Parameters
    ----------
    path : Path
        The file; made when it does not exist.
    run : str
        When this run began. Where the run before did not come to its end, this one goes on with it, and has its
        beginning: what both change is told together.
    causes : mapping of str to str
        What its results depend on besides the submissions.

    Raises
    ------
    HippogradError
        When it cannot be written, or another run holds it.
    """

    def __init__(self, path: Path, run: str = "", causes: Mapping[str, str] | None = None) -> None:
        self.path = path
        self._is_run, self._causes = bool(run), dict(causes or {})
        self._stopped = path.with_suffix(".stopped")
        try:
            self._file = open(path, "ab+", buffering=0)  # noqa: SIM115 (closed by __exit__)
        except OSError as error:
            raise cannot_write(self.path, error) from None
        if not self._is_held_alone():
            self._file.close()
            raise HippogradError(
                f"Another run is grading into {path.parent}.", "Wait for it, or give this one a folder with --records."
            )
        self._run = self._stopped.read_text() if self._stopped.is_file() else run
        self._replaced = set[tuple[str, str]]()
        self._places: dict[str, _Place] = {}  # results stay on disk: a large class would fill the memory
        self._end = 0
        self.cut_off = 0
        """The number of the last line where it was cut short and is no more; 0 where it was whole."""

        self._read()

    def _is_held_alone(self) -> bool:
        """Hold the file; not where another run does, or has put another file in its place meanwhile."""
        if fcntl is None:
            return True
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return os.path.samestat(os.fstat(self._file.fileno()), os.stat(self.path))
        except OSError:
            return False

    def done(self, student: str, content_hash: str, key: str) -> Result | None:
        """The result of a submission that was graded before under the same key, if every status in it lasts."""
        place = self._places.get(student)
        if place is None or place.made_from != _made_from(key, content_hash):
            return None
        result = self._entry(place).result
        lasting = result.status == "graded" and all(task.status in LASTING for task in result.tasks)
        return result if lasting else None

    def knows(self, student: str) -> bool:
        """Whether a student has a result that `last` gives; nothing is read for it."""
        return student in self._places

    def last(self, student: str) -> Result | None:
        """The result that a student has so far, whose notebook is in the records: the last that has a mark."""
        place = self._places.get(student)
        return self._entry(place).result if place is not None else None

    def was_replaced(self, student: str, content_hash: str) -> bool:
        """Whether a student's file had a mark, and another one took its place."""
        return (student, content_hash[:16]) in self._replaced

    def _entry(self, place: _Place) -> Entry:
        self._file.seek(place.start)
        return msgspec.json.decode(self._file.read(place.length), type=Entry)

    def add(self, result: Result, key: str) -> None:
        """Append a result and see it onto the disk.

        Raises
        ------
        HippogradError
            When the disk is full.
        """
        line = msgspec.json.encode(Entry(key, result, self._run, self._causes)) + b"\n"
        try:
            if self._is_run and not self._stopped.is_file():
                write_whole(self._stopped, self._run.encode())
            self._file.write(line)
            os.fsync(self._file.fileno())
        except OSError as error:
            raise cannot_write(self.path, error) from None
        self._remember(key, result, len(line))

    def all_last(self) -> Iterator[Result]:
        """What `last` gives for each student; one result is in memory at a time."""
        return (self._entry(place).result for place in self._places.values())

    def _read(self) -> None:
        """Find the entries that count; a line that was cut short by a sudden end is cut off."""
        with open(self.path, "rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.endswith(b"\n"):
                    self._file.truncate(self._end)
                    self.cut_off = number
                    break
                try:
                    entry = msgspec.json.decode(line, type=Entry)
                except NO_JSON:
                    self._end += len(line)  # of another version: graded again
                else:
                    self._remember(entry.key, entry.result, len(line))

    def _remember(self, key: str, result: Result, length: int) -> None:
        if result.has_mark:
            made_from, content_hash = _made_from(key, result.content_hash), result.content_hash[:16]
            if (before := self._places.get(result.student)) is not None and before.content_hash != content_hash:
                self._replaced.add((result.student, before.content_hash))
            self._places[result.student] = _Place(made_from, self._end, length, content_hash)
        self._end += length

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._is_run and kind is None:
            self._stopped.unlink(missing_ok=True)
        self._file.close()


def _made_from(key: str, content_hash: str) -> bytes:
    return hashlib.blake2b(f"{key} {content_hash}".encode(), digest_size=16).digest()


def without_student(path: Path, student: str) -> bytes:
    """The lines of a journal that are about others."""
    kept = []
    for line in path.read_bytes().splitlines(keepends=True):
        try:
            other = msgspec.json.decode(line, type=Entry).result.student != student
        except NO_JSON:
            other = student.encode() not in line  # of another version: better lost than kept
        if other:
            kept.append(line)
    return b"".join(kept)
