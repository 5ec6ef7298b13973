"""The cache of results, a file that all workers of a machine share."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Timer

import pytest

from hippograd.grading.cache import Cache, remove_if_damaged
from hippograd.grading.result import TaskResult


def test_a_worker_waits_for_another_that_makes_the_cache_at_this_moment(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("begin immediate")
    other.execute("create table another (key text)")
    with pytest.raises(sqlite3.OperationalError, match="locked"):  # SQLite itself does not wait for this lock
        sqlite3.connect(path, timeout=60).execute("pragma journal_mode = wal")
    commits = Timer(0.2, other.execute, ["commit"])
    commits.start()
    assert Cache(path).tasks(["key"]) == {}
    commits.join()
    other.close()


def test_what_a_damaged_cache_held_is_computed_again(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    results = {key: TaskResult(key, "title", 1, 1, "passed", [], "x" * 500) for key in map(str, range(400))}
    cache = Cache(path)
    cache.store(results)
    assert cache.tasks(results) == results
    cache._database.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40_000] = bytes(40_000)
    path.write_bytes(data)
    remove_if_damaged(path)
    some = Cache(path).tasks([*results, "never stored"])
    assert len(some) < len(results)
    assert all(results[key] == result for key, result in some.items())


@pytest.mark.parametrize("damage", ["not a database " * 9, "\0" * 200, "SQLite format 3\0", "short"])
def test_a_cache_that_cannot_be_read_at_all_is_made_anew(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "cache.db"
    one = {"key": TaskResult("key", "title", 1, 1, "passed", [])}
    cache = Cache(path)
    cache.store(one)
    cache._database.close()
    path.write_bytes(damage.encode() + path.read_bytes()[len(damage) : 300])
    remove_if_damaged(path)
    anew = Cache(path)
    assert anew.tasks(one) == {}
    anew.store(one)
    assert Cache(path).tasks(one) == one
