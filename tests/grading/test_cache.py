"""The cache of results, a file that all workers of a machine share."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from hippograd.grading.cache import Cache
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
    some = Cache(path).tasks([*results, "never stored"])
    assert len(some) < len(results)
    assert all(results[key] == result for key, result in some.items())
