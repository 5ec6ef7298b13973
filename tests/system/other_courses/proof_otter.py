"""A course for Otter: its rules beside `otter run`, and its marks where those of every course go.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

from pathlib import Path

from tests.system.other_courses.otter_course import (
    CONFIG,
    SUBMISSIONS,
    TESTS,
    hand_in,
    our_scores,
    stock_scores,
    zip_of,
)
from tests.system.other_courses.test_otter import graded

BESIDE_STOCK = ("right", "broken", "script")
"""What `otter run` grades too, some seconds each."""


def test_scores_of_every_case_are_those_of_otter_run(tmp_path: Path) -> None:
    zipped = zip_of(tmp_path / "hw-autograder.zip", TESTS, CONFIG)
    folder = hand_in(tmp_path / "handed_in", {name: SUBMISSIONS[name] for name in BESIDE_STOCK})
    graded(tmp_path, zipped, folder)
    ours, stock = our_scores(tmp_path / "rows.jsonl"), stock_scores(zipped, folder)
    assert sum(len(rows) for rows in stock.values()) == len(BESIDE_STOCK) * len(TESTS)
    assert ours == stock
