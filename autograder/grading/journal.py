"""The journal of a run: each result is durable before it is shown, and the next run goes on from there."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from ..errors import HippogradError
from .cache import LASTING
from .result import Result

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class Entry(msgspec.Struct, frozen=True):
    """A result with the key of all that it depends on besides the submission."""

    key: str
    result: Result


class Journal:
    """An append-only file of results, held by one run at a time.

    Parameters
    ----------
    path : Path
        The file; made when it does not exist.

    Raises
    ------
    HippogradError
        When it cannot be written, or another run holds it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._file = open(path, "ab+", buffering=0)  # noqa: SIM115 (closed by __exit__)
        except OSError as error:
            raise self._unusable(error) from None
        if fcntl is not None:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self._file.close()
                raise HippogradError(
                    f"Another run is grading into {path.parent}.",
                    "Wait for it, or give this one a folder with --records.",
                ) from None
        self._entries = self._read()

    def done(self, student: str, content_hash: str, key: str) -> Result | None:
        """The result of a submission that was graded before under the same key, if every status in it lasts."""
        entry = self._entries.get(student)
        if entry is None or entry.key != key or entry.result.content_hash != content_hash:
            return None
        lasting = entry.result.status == "graded" and all(task.status in LASTING for task in entry.result.tasks)
        return entry.result if lasting else None

    def add(self, result: Result, key: str) -> None:
        """Append a result and see it onto the disk.

        Raises
        ------
        HippogradError
            When the disk is full.
        """
        entry = Entry(key, result)
        try:
            self._file.write(msgspec.json.encode(entry) + b"\n")
            os.fsync(self._file.fileno())
        except OSError as error:
            raise self._unusable(error) from None
        self._entries[result.student] = entry

    def _read(self) -> dict[str, Entry]:
        """The last entry of each student; a line that was cut short by a sudden end is cut off."""
        self._file.seek(0)
        data = self._file.read()
        whole = data.rfind(b"\n") + 1
        if whole < len(data):
            self._file.truncate(whole)
        found = {}
        for line in data[:whole].splitlines():
            try:
                entry = msgspec.json.decode(line, type=Entry)
            except msgspec.MsgspecError:
                continue  # of another version: graded again
            found[entry.result.student] = entry
        return found

    def _unusable(self, error: OSError) -> HippogradError:
        return HippogradError(
            f"{self.path} cannot be written: {error.strerror}.", "Make room or check permissions; then run it again."
        )

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
