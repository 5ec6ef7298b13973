"""The cache of results, a file that all workers of a machine share."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from hippograd.grading.cache import Cache, remove_if_damaged
from hippograd.grading.result import TaskResult


def test_workers_that_make_one_cache_at_the_same_moment_all_get_it(tmp_path: Path) -> None:
    n_workers = 4
    barrier = Barrier(n_workers)

    def open_it(path: Path) -> Cache:
        barrier.wait()
        return Cache(path)

    with ThreadPoolExecutor(n_workers) as pool:
        for number in range(150):
            assert len(list(pool.map(open_it, [tmp_path / f"{number}.db"] * n_workers))) == n_workers


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
