"""Freezing: sessions of a cohort are what its numbers say, and the files are those that cohorts.toml vouches for.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from decoding.sessions import simulate_session
from hippograd.course import Course
from hippograd.errors import HippogradError
from tests.course.test_freeze import KIT, ROOT, SMALL, frozen, tiny

__all__ = ["tiny"]


def test_sessions_that_students_may_have_are_not_simulated_anew(tmp_path: Path, tiny: Path) -> None:
    assert KIT.freeze is not None
    before = {path: path.read_bytes() for path in tiny.rglob("*.npz")}
    numbers = tomllib.loads(SMALL)["tiny"]
    stated, others = numbers | {"sessions": {"place": {}}}, numbers | {"grid": numbers["grid"] | {"seed": 9}}
    for refused in (stated, others):
        with pytest.raises(HippogradError, match="the sessions of tiny are frozen"):
            KIT.freeze(tmp_path, "tiny", refused)
        assert {path: path.read_bytes() for path in tiny.rglob("*.npz")} == before


def test_a_freeze_that_was_stopped_before_its_sums_were_written_goes_on(tmp_path: Path, tiny: Path) -> None:
    assert KIT.freeze is not None
    before = {path: path.read_bytes() for path in tiny.rglob("*.npz")}
    KIT.freeze(tmp_path, "tiny", tomllib.loads(SMALL)["tiny"])
    assert {path: path.read_bytes() for path in tiny.rglob("*.npz")} == before


def test_the_frozen_place_session_is_what_its_numbers_simulate() -> None:
    numbers = Course(ROOT).cohort("2027").numbers
    assert np.allclose(simulate_session("place", **numbers["session"]).X, frozen("place").X, atol=1e-9)
