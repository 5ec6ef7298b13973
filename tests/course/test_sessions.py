"""Sessions: simulated reproducibly, split without loss, read only if they are the ones that were frozen."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from decoding import DecodingError, Session, load_cohort, load_session, simulate_session
from decoding.sessions import KINDS, read_session, write_session

SHORT = {"minutes": 0.2, "train_minutes": 0.1, "seed": 4}


@pytest.fixture(scope="module")
def simulated() -> dict[str, Session]:
    return {kind: simulate_session(kind, **SHORT) for kind in KINDS}


@pytest.fixture
def data(tmp_path: Path, simulated: dict[str, Session], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder as a release has it, with a place session."""
    sha256 = write_session(simulated["place"], tmp_path / "place.npz")
    numbers = {"name": "test", "session": {"n_cells": 25}, "sessions": {"place": {"sha256": sha256}}}
    (tmp_path / "cohort.json").write_text(json.dumps(numbers))
    monkeypatch.setenv("GRADEKIT_DATA", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("kind", KINDS)
def test_two_simulations_with_one_seed_are_bit_identical(kind: str, simulated: dict[str, Session]) -> None:
    again = simulate_session(kind, **SHORT)
    for name in ("t", "X", "Y"):
        assert getattr(again, name).tobytes() == getattr(simulated[kind], name).tobytes()


def test_another_seed_gives_another_walk(simulated: dict[str, Session]) -> None:
    assert not np.array_equal(simulate_session(**{**SHORT, "seed": 5}).Y, simulated["place"].Y)


def test_kinds_with_one_seed_record_one_walk(simulated: dict[str, Session]) -> None:
    assert np.array_equal(simulated["place"].Y, simulated["grid"].Y)
    assert np.array_equal(simulated["place"].Y, simulated["one_hot"].Y)


def test_simulating_leaves_the_global_generator_where_it_was() -> None:
    np.random.seed(1)
    expected = np.random.random(3)
    np.random.seed(1)
    simulate_session(minutes=0.01, train_minutes=0.005)
    assert np.array_equal(np.random.random(3), expected)


def test_a_simulation_that_fails_leaves_the_global_generator_where_it_was() -> None:
    np.random.seed(1)
    before = np.random.get_state()[1].copy()
    with pytest.raises(ValueError, match="no number"):
        simulate_session("one_hot", minutes=0.01, centres=[["no number", 0.0]])
    assert np.array_equal(np.random.get_state()[1], before)


def test_place_cells_fire_as_gaussians_of_the_distance_to_their_centre(simulated: dict[str, Session]) -> None:
    session = simulated["place"]
    distance = np.linalg.norm(session.Y[None] - session.centres[:, :, None], axis=1)
    assert np.allclose(session.X, np.exp(-(distance**2) / (2 * 0.15**2)), atol=1e-4)


def test_one_hot_cells_fire_one_at_a_time_and_the_nearest(simulated: dict[str, Session]) -> None:
    session = simulated["one_hot"]
    distance = np.linalg.norm(session.Y[None] - session.centres[:, :, None], axis=1)
    assert np.array_equal(session.X.sum(axis=0), np.ones(session.X.shape[1]))
    assert np.array_equal(session.X.argmax(axis=0), distance.argmin(axis=0))


def test_grid_cells_have_no_single_centre(simulated: dict[str, Session]) -> None:
    assert simulated["grid"].centres is None
    assert simulated["grid"].X.shape == (25, 120)


@pytest.mark.parametrize("kind", KINDS)
def test_rates_and_positions_are_in_range(kind: str, simulated: dict[str, Session]) -> None:
    session = simulated[kind]
    assert session.Y.shape == (2, 120)
    for array in (session.X, session.Y):
        assert array.min() >= 0
        assert array.max() <= 1


def test_the_sample_on_the_boundary_is_for_training(simulated: dict[str, Session]) -> None:
    session = simulated["place"]
    assert session.t[59] == session.train_until == 6.0
    assert session.n_train == 60
    assert np.array_equal(session.X_train[:, -1], session.X[:, 59])


def test_ten_minutes_split_into_4800_and_1200_columns() -> None:
    t = np.round(0.1 * np.arange(1, 6001), 9)
    session = Session("place", t, np.zeros((1, 6000)), np.zeros((2, 6000)), None, 480.0)
    assert (session.X_train.shape[1], session.X_test.shape[1]) == (4800, 1200)


def test_the_split_loses_and_repeats_nothing(simulated: dict[str, Session]) -> None:
    session = simulated["place"]
    assert np.array_equal(np.hstack([session.X_train, session.X_test]), session.X)
    assert np.array_equal(np.hstack([session.Y_train, session.Y_test]), session.Y)
    assert set(session.arrays) == {"X_train", "Y_train", "X_test", "Y_test"}


def test_arrays_cannot_be_changed(simulated: dict[str, Session]) -> None:
    for array in (simulated["place"].X, *simulated["place"].arrays.values()):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 1.0


def test_a_session_does_not_follow_the_arrays_that_it_was_made_from() -> None:
    X = np.zeros((1, 3))
    session = Session("place", np.arange(3.0), X, np.zeros((2, 3)), None, 1.0)
    X[:] = 1
    assert not session.X.any()


@pytest.mark.parametrize("kind", KINDS)
def test_a_written_session_comes_back_bit_by_bit(kind: str, simulated: dict[str, Session], tmp_path: Path) -> None:
    session, path = simulated[kind], tmp_path / "session.npz"
    write_session(session, path)
    again = read_session(kind, path)
    assert (again.X.tobytes(), again.Y.tobytes()) == (session.X.tobytes(), session.Y.tobytes())
    assert again.train_until == session.train_until
    assert (again.centres is None) == (kind == "grid")


def test_a_session_file_holds_no_time_of_writing(simulated: dict[str, Session], tmp_path: Path) -> None:
    sha256 = write_session(simulated["place"], tmp_path / "a.npz")
    assert sha256 == hashlib.sha256((tmp_path / "a.npz").read_bytes()).hexdigest()
    with zipfile.ZipFile(tmp_path / "a.npz") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pickled_objects_are_not_read(tmp_path: Path) -> None:
    np.savez(tmp_path / "place.npz", t=np.array([{}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        read_session("place", tmp_path / "place.npz")


def test_the_frozen_session_is_loaded(data: Path, simulated: dict[str, Session]) -> None:
    assert np.array_equal(load_session().X, simulated["place"].X)


def test_a_changed_session_file_is_refused_with_a_remedy(data: Path) -> None:
    content = bytearray((data / "place.npz").read_bytes())
    content[-1] ^= 1
    (data / "place.npz").write_bytes(content)
    with pytest.raises(DecodingError, match=r"not the session of this cohort.*Unpack the assignment again"):
        load_session()


def test_a_missing_session_file_is_named(data: Path) -> None:
    (data / "place.npz").unlink()
    with pytest.raises(DecodingError, match=r"place\.npz does not exist"):
        load_session()


def test_a_kind_that_the_cohort_has_not_is_said_so(data: Path) -> None:
    with pytest.raises(DecodingError, match="no grid session"):
        load_session("grid")


@pytest.mark.parametrize("function", [load_session, simulate_session])
def test_an_unknown_kind_is_refused_with_the_known_ones(function: object, data: Path) -> None:
    with pytest.raises(DecodingError, match="Choose one of place, one_hot, grid"):
        function("head_direction")  # type: ignore[operator]


def test_cohort_numbers_are_attributes(data: Path) -> None:
    assert load_cohort().session.n_cells == 25
    assert load_cohort().name == "test"


def test_a_damaged_cohort_file_is_named(data: Path) -> None:
    (data / "cohort.json").write_text("{")
    with pytest.raises(DecodingError, match=r"cohort\.json is damaged"):
        load_cohort()


def test_the_data_folder_of_the_notebook_is_found_without_a_variable(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GRADEKIT_DATA")
    (data / "work").mkdir()
    (data / "work" / "data").symlink_to(data)
    monkeypatch.chdir(data / "work")
    assert load_session().kind == "place"


def test_importing_the_kit_loads_no_heavy_package() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import gradekit, decoding; "
        "print([name for name in ('torch', 'matplotlib', 'ratinabox', 'scipy') if name in sys.modules])"
    )
    kit = Path(__file__).parents[2] / "autograder"
    done = subprocess.run([sys.executable, "-c", program, str(kit)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
