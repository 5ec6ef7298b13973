"""A regrade says whose marks it changes and why; nothing that was on time is replaced by what was late.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from tests.system.test_regrading import A, course, grade, hand_in, scores

__all__ = ["course"]


def test_a_gradebook_that_is_locked_has_not_forgotten_who_was_on_time(course: Path) -> None:
    cohorts = course / "assignments" / "cohorts.toml"
    cohorts.write_text(cohorts.read_text() + f"\n[2030.late.deadlines]\n{A} = 2030-11-01T23:59:00+00:00\n")
    for name, answer, day in (("on_time", "x * factor", 1), ("late", "x * 2", 3)):
        hand_in(course, course.parent / name, "ada01", answer, f"2030-11-0{day} 10:00:00")
    grade(course, course.parent / "on_time" / "submitted")
    with closing(sqlite3.connect(course / "records" / "2030" / "gradebook.db", check_same_thread=False)) as held:
        held.execute("begin exclusive")
        release = threading.Timer(20, held.rollback)
        release.start()
        said = " ".join(grade(course, course.parent / "late" / "submitted").split())
        release.join()
    assert "counts, which was on time: the one with 4.5 of 4.5 points, of 1 November 2030, 10:00 UTC, and not" in said
    assert scores(course) == {"ada01": 2.5}
