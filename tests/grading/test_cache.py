"""The cache of results, a file that all workers of a machine share."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from hippograd.grading.cache import Cache


def test_workers_that_make_one_cache_at_the_same_moment_all_get_it(tmp_path: Path) -> None:
    n_workers = 4
    barrier = Barrier(n_workers)

    def open_it(path: Path) -> Cache:
        barrier.wait()
        return Cache(path)

    with ThreadPoolExecutor(n_workers) as pool:
        for number in range(150):
            assert len(list(pool.map(open_it, [tmp_path / f"{number}.db"] * n_workers))) == n_workers
