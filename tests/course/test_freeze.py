"""Freezing: sessions of a cohort are what its numbers say, and the files are those that cohorts.toml vouches for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from decoding.sessions import KINDS, Session, read_session
from hippograd.course import Course
from hippograd.course.freeze import freeze_sessions, simulate_for_cohort
from hippograd.errors import HippogradError

ROOT = Path(__file__).parents[2]
SMALL = """
[tiny.session]
n_cells = 9
width = 0.2
minutes = 0.1
train_minutes = 0.05
dt = 0.1
seed = 3

[tiny.one_hot]
centres = [[0.2, 0.5], [0.8, 0.5]]

[tiny.grid]
n_cells = 6
scales = [0.4]
orientations = [0.0]
seed = 8
"""


def small_course(root: Path) -> None:
    (root / "assignments").mkdir()
    (root / "assignments" / "cohorts.toml").write_text(SMALL)


def frozen(kind: str) -> Session:
    return read_session(kind, ROOT / "sessions" / "2026" / f"{kind}.npz")


def linear_fit(session: Session) -> tuple[np.ndarray, float]:
    """The best weights and their test error in centimetres."""
    W = np.linalg.lstsq(session.X_train.T, session.Y_train.T, rcond=None)[0].T
    return W, 100 * float(np.linalg.norm(W @ session.X_test - session.Y_test, axis=0).mean())


def test_every_kind_is_written_and_its_hash_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_course(tmp_path)
    hashes = freeze_sessions("tiny", tmp_path)
    printed = capsys.readouterr().out
    for kind in KINDS:
        file = tmp_path / "sessions" / "tiny" / f"{kind}.npz"
        assert hashes[kind] == hashlib.sha256(file.read_bytes()).hexdigest()
        assert f'[tiny.sessions.{kind}]\nsha256 = "{hashes[kind]}"' in printed


def test_sessions_that_students_may_have_are_not_simulated_anew(tmp_path: Path) -> None:
    small_course(tmp_path)
    freeze_sessions("tiny", tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "sessions").rglob("*.npz")}
    with pytest.raises(HippogradError, match="the sessions of tiny are frozen"):
        freeze_sessions("tiny", tmp_path)
    assert {path: path.read_bytes() for path in (tmp_path / "sessions").rglob("*.npz")} == before


def test_the_special_tables_override_the_session(tmp_path: Path) -> None:
    small_course(tmp_path)
    freeze_sessions("tiny", tmp_path)
    place, one_hot, grid = (read_session(kind, tmp_path / "sessions" / "tiny" / f"{kind}.npz") for kind in KINDS)
    assert (place.n_cells, one_hot.n_cells, grid.n_cells) == (9, 2, 6)
    assert np.array_equal(place.Y, one_hot.Y)
    assert not np.array_equal(place.Y, grid.Y)


@pytest.mark.parametrize("kind", KINDS)
def test_frozen_files_are_those_that_the_cohort_vouches_for(kind: str) -> None:
    course = Course(ROOT)
    for name in course.cohorts:
        file = course.sessions_folder / name / f"{kind}.npz"
        assert hashlib.sha256(file.read_bytes()).hexdigest() == course.cohort(name).sha256(kind)


def test_frozen_sessions_are_small_enough_to_ship() -> None:
    for file in (ROOT / "sessions").rglob("*.npz"):
        assert file.stat().st_size < 2e6


def test_the_frozen_place_session_is_what_its_numbers_simulate() -> None:
    numbers = Course(ROOT).cohort("2026").numbers
    assert np.allclose(simulate_for_cohort("place", numbers).X, frozen("place").X, atol=1e-9)


def test_2026_is_decoded_linearly_with_the_errors_that_the_curriculum_states() -> None:
    assert linear_fit(frozen("place"))[1] == pytest.approx(5.9, abs=0.05)
    assert linear_fit(frozen("grid"))[1] == pytest.approx(33.5, abs=0.6)


def test_2026_has_four_cells_whose_best_weights_are_near_the_quarter_points() -> None:
    W, _ = linear_fit(frozen("one_hot"))
    assert np.allclose(W, [[0.22, 0.73, 0.26, 0.78], [0.26, 0.25, 0.73, 0.79]], atol=0.035)
