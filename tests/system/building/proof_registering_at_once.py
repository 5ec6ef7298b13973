"""Several commands make one new gradebook at the same moment; each finds the assignment entered, whole and once."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hippograd.building.register import register
from hippograd.course import Course, Offering
from hippograd.store.gradebook import patiently
from tests.conftest import ROOT

TOGETHER = 4


def ours(folder: Path) -> Callable[[], None]:
    course = Course(ROOT)
    offering = Offering(course, course.assignment("1_linear_regression"), course.cohort("2027"))
    return lambda: register(offering, f"sqlite:///{folder / 'gradebook.db'}")


def enter(folders: list[Path], start: Any, said: Any) -> None:
    for folder in folders:
        action = ours(folder)
        start.wait()
        try:
            patiently(action)
            said.put("")
        except Exception as error:  # noqa: BLE001 (a process has no other way to tell)
            said.put(f"{type(error).__name__}: {error}")


def test_an_assignment_is_entered_by_several_at_once(tmp_path: Path) -> None:
    folders = [tmp_path / f"{n}" for n in range(3)]
    for folder in folders:
        folder.mkdir()
    spawn = multiprocessing.get_context("spawn")
    start, said = spawn.Barrier(TOGETHER), spawn.Queue()
    processes = [spawn.Process(target=enter, args=(folders, start, said)) for _ in range(TOGETHER)]
    for process in processes:
        process.start()
    assert [said.get(timeout=120) for _ in processes for _ in folders] == [""] * TOGETHER * len(folders)
    for process in processes:
        process.join()
    for folder in folders:
        with sqlite3.connect(folder / "gradebook.db") as connection:
            (cells,) = connection.execute("select count(*) from base_cell").fetchone()
            (notebooks,) = connection.execute("select count(*) from notebook").fetchone()
            (versions,) = connection.execute("select count(*) from alembic_version").fetchone()
        assert (notebooks, versions) == (1, 1)
        assert cells > 5
