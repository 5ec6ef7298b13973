"""The last chapter: spikes on a real rat's walk, and how like a lattice a pattern is."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from decoding import error, lattices, simulate_session
from decoding.sessions import read_session, write_session
from tests.conftest import ROOT

CHAPTER = "6_grid_cells"
SESSION = ROOT / "autograder" / "sessions" / "2027" / "spikes.npz"
SHORT = {"kind": "spikes", "walk": "sargolini", "observation": "spikes", "minutes": 0.05, "train_minutes": 0.03}


def waves(*degrees: float) -> np.ndarray:
    """Waves in these directions on a sheet of 48 × 48, four periods along it, as weights."""
    x, y = np.meshgrid(np.arange(48) / 48, np.arange(48) / 48)
    angles = np.radians(degrees)
    along = (np.cos(angles)[:, None, None] * x + np.sin(angles)[:, None, None] * y) * 8 * np.pi
    return np.maximum(0, np.cos(along).sum(axis=0)).ravel()


def test_the_rat_walks_the_same_way_and_its_cells_fire_by_chance() -> None:
    first, second = (simulate_session(**SHORT, seed=seed) for seed in (1, 2))
    assert np.array_equal(first.Y, second.Y)
    assert not np.array_equal(first.X, second.X)
    assert np.array_equal(first.X, np.round(first.X))


def test_counts_take_a_byte_on_file_and_are_floats_to_work_with(tmp_path: Path) -> None:
    session = simulate_session(**SHORT, seed=1)
    write_session(session, tmp_path / "spikes.npz")
    again = read_session("spikes", tmp_path / "spikes.npz")
    with zipfile.ZipFile(tmp_path / "spikes.npz") as file, file.open("X.npy") as stored:
        np.lib.format.read_magic(stored)
        assert np.lib.format.read_array_header_1_0(stored)[2] == np.uint8
    assert again.X.dtype == np.float64
    assert np.array_equal(again.X, session.X)


def test_cells_fire_as_often_as_their_fields_say() -> None:
    rat = read_session("spikes", SESSION)
    expected = lattices.expected_counts(rat.centres, rat.Y, 0.15, 2.0)
    assert np.allclose(rat.X.sum(axis=1), expected.sum(axis=1), rtol=0.12)
    assert np.corrcoef(rat.X.ravel(), expected.ravel())[0, 1] > 0.6


@pytest.mark.parametrize(("degrees", "low", "high"), [((0, 60, 120), 0.9, 2), ((0, 90), -2, -0.5)])
def test_gridness_tells_triangles_from_squares(degrees: tuple[float, ...], low: float, high: float) -> None:
    assert low < lattices.gridness(waves(*degrees)) < high
    assert lattices.gridness(np.ones(48 * 48)) == 0


def test_a_difference_of_gaussians_has_no_mean_and_a_gaussian_has() -> None:
    assert abs(lattices.sheet_of_cells(32, 0.035).mean()) < 1e-4
    assert lattices.sheet_of_cells(32, 0.035, "bump").mean() > 1e-3


def solved() -> dict[str, str]:
    """The printed output of each cell of the solution."""
    file = ROOT / "solutions" / "2027" / CHAPTER / f"{CHAPTER}.ipynb"
    cells = json.loads(file.read_text("utf-8"))["cells"]
    return {cell["id"]: "".join("".join(one.get("text", "")) for one in cell.get("outputs", [])) for cell in cells}


def test_the_ladder_of_the_text_is_that_of_the_data() -> None:
    rat = read_session("spikes", SESSION)
    ones = [np.vstack([np.ones(X.shape[1]), X]) for X in (rat.X_train, rat.X_test)]
    with_bias = 100 * error(rat.Y_train @ np.linalg.pinv(ones[0]) @ ones[1], rat.Y_test)
    places = lattices.places_of_the_box(50)
    logs = rat.X_test.T @ np.log(lattices.expected_counts(rat.centres, places, 0.15, 2.0))
    logs -= lattices.expected_counts(rat.centres, places, 0.15, 2.0).sum(axis=0)
    likely = np.exp(logs - logs.max(axis=1, keepdims=True))
    floor = 100 * error(places @ (likely / likely.sum(axis=1, keepdims=True)).T, rat.Y_test)
    assert 12 < with_bias < 14
    assert 6.5 < floor < 7.5
    assert f"linear, with a bias {with_bias:11.1f} cm" in "".join(solved().values())
    assert f"knows the fields: {floor:.1f} cm" in solved()["posterior-figure"]


def test_narrow_fields_give_triangles_and_wide_ones_or_plain_gaussians_do_not() -> None:
    """What Figure 3 shows and the mark scheme counts on."""
    start = lattices.first_weights(32, 3)

    def learned(width: float, field: str = "difference") -> np.ndarray:
        R = lattices.sheet_of_cells(32, width, field)
        R = R - R.mean(axis=1, keepdims=True)
        C = R @ R.T / R.shape[1]
        w, C = start, C / np.linalg.eigvalsh(C)[-1]
        for _ in range(1000):
            w = np.maximum(0, w + C @ w)
            w = w / np.linalg.norm(w)
        return w

    assert lattices.gridness(learned(0.035)) > 1
    assert lattices.gridness(learned(0.1)) < 0
    assert lattices.gridness(learned(0.035, "bump")) < 0
