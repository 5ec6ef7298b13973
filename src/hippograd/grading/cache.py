"""Results that were computed before, by key: identical work, in one class or on the next run, is done once."""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from hippograd.errors import HippogradError
from hippograd.grading.result import TaskResult
from hippograd.sandbox.process import CellRun

PATIENCE = 60.0
"""How long to wait for other workers, s."""


_DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)

_CHECKSUM = 4
"""Bytes before each value."""

Value = TypeVar("Value")


class Cache:
    """A file of results, shared by all workers of a machine."""

    def __init__(self, path: Path) -> None:
        try:
            self._database = _opened(path)
        except sqlite3.Error as error:
            raise HippogradError("cache-unusable", file=path, cause=error) from None

    def tasks(self, keys: Iterable[str]) -> dict[str, TaskResult]:
        """Return the task results that are known, by key."""
        known = ((key, self._get(key, TaskResult)) for key in keys)
        return {key: result for key, result in known if result is not None}

    def runs(self, key: str) -> dict[str, CellRun] | None:
        """Return what the cells of a notebook gave, if it ran before."""
        return self._get(key, dict[str, CellRun])

    def store(self, entries: Mapping[str, TaskResult | dict[str, CellRun]]) -> None:
        """Keep results; what has no lasting status is left out by the caller."""
        encoded = {key: msgspec.msgpack.encode(value) for key, value in entries.items()}
        rows = [(key, _checksum(key, value) + value) for key, value in encoded.items()]
        try:
            self._database.execute("begin immediate")
            self._database.executemany("insert or replace into entry values (?, ?)", rows)
            self._database.execute("commit")
        except sqlite3.Error:
            if self._database.in_transaction:
                self._database.execute("rollback")  # a cache that cannot be written only costs time

    def _get(self, key: str, kind: type[Value]) -> Value | None:
        try:
            row = self._database.execute("select value from entry where key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None  # the file is damaged: what it held is computed again
        stored = row[0] if row and isinstance(row[0], bytes) else b""
        value = stored[_CHECKSUM:]
        return msgspec.msgpack.decode(value, type=kind) if stored[:_CHECKSUM] == _checksum(key, value) else None


def _checksum(key: str, value: bytes) -> bytes:
    """Return what tells a value from one that is damaged, or of another key."""
    return zlib.crc32(value, zlib.crc32(key.encode())).to_bytes(_CHECKSUM)


def remove_if_damaged(path: Path) -> None:
    """Remove a cache that cannot be read, before any worker opens it: it is made anew."""
    if not path.is_file():
        return
    try:
        _opened(path).close()
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED:  # what else is wrong the workers say
            for ending in ("", "-wal", "-shm"):
                path.with_name(path.name + ending).unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        _use_log(database)
        database.execute("pragma synchronous = normal")
        database.execute("create table if not exists entry (key text primary key, value blob not null)")
    except sqlite3.Error:
        database.close()
        raise
    return database


def _use_log(database: sqlite3.Connection) -> None:
    """Switch a database to a write-ahead log; SQLite does not wait for it where others open the file at that moment."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            database.execute("pragma journal_mode = wal")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
