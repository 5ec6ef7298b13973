"""Drawings of place cells: what is drawn is what was given."""

from __future__ import annotations

import numpy as np
import pytest

from decoding import Session, cell_drawings

QUARTERS = np.array([[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]])


@pytest.fixture
def session() -> Session:
    rates = np.array([[1.0, 0.0, 0.2], [0.0, 0.5, 0.2], [0.0, 0.5, 0.2], [0.0, 0.0, 0.2]])
    places = np.array([[0.25, 0.5, 0.4], [0.25, 0.5, 0.6]])
    return Session(kind="place", t=np.arange(3.0), X=rates, Y=places, centres=QUARTERS, train_until=1.0)


def test_the_area_of_a_disc_is_the_size_of_its_weight_in_all_maps() -> None:
    one, other = np.array([[1.0, -2.0, 0.5, 0.0], [4.0, 0.0, 0.0, 0.0]]), np.full((2, 4), 2.0)
    _, axes = cell_drawings.plot_weight_maps({"one": one, "other": other}, QUARTERS)
    sizes = np.array([[ax.collections[0].get_sizes() for ax in row] for row in axes])
    weights = np.abs(np.stack([one, other], axis=1))
    assert np.allclose(sizes / sizes.max(), weights / 4)


def test_negative_weights_are_open_discs() -> None:
    _, axes = cell_drawings.plot_weight_maps({"one": np.array([[1.0, -2.0, 0.5, 3.0]] * 2)}, QUARTERS)
    faces = axes[0, 0].collections[0].get_facecolors()
    assert [bool(np.all(face == 1)) for face in faces] == [False, True, False, False]


def test_means_are_those_of_columns_above_and_of_rows_below() -> None:
    W = np.array([[0.1, 0.2, 0.3, 0.4], [0.1, 0.2, 0.3, -0.7]])
    _, axes = cell_drawings.plot_weight_maps({"one": W}, QUARTERS)
    assert [text.get_text() for text in axes[0, 0].texts] == [".20", ".30"]
    assert [text.get_text() for text in axes[1, 0].texts] == [".15", "−.20"]


def test_the_bars_of_a_guess_end_at_the_guess(session: Session) -> None:
    W = np.array([[0.3, 0.8, -0.1, 0.5], [0.2, 0.3, 0.9, 0.5]])
    _, axes = cell_drawings.draw_weighted_sum(session, W, moment=2)
    ends = [ax.patches[-1].get_x() + ax.patches[-1].get_width() for ax in axes[1:]]
    assert np.allclose(ends, W @ session.X[:, 2])


def test_the_riddle_keeps_the_animal_until_asked(session: Session) -> None:
    _, hidden = cell_drawings.draw_riddle(session, 1, "hidden")
    _, shown = cell_drawings.draw_riddle(session, 1, "shown")
    assert (len(hidden[0].collections), len(shown[0].collections)) == (0, 1)
    assert "0.50" not in hidden[0].get_title()


def test_moments_are_counted_by_how_many_cells_fire(session: Session) -> None:
    _, axes = cell_drawings.draw_cells(QUARTERS, 0.2, np.array([[1, 1, 0, 0], [0, 1, 0, 1.0]]))
    assert [bar.get_height() for bar in axes[1].patches] == [25, 50, 25]


def test_the_sum_of_weighted_fields_is_drawn() -> None:
    places, parts = np.array([0.0, 0.5, 1.0]), np.array([[0.1, 0.2, 0.3], [0.0, 0.3, 0.4]])
    _, axes = cell_drawings.draw_weighted_fields({"two cells": parts}, places)
    (total,) = [line for line in axes[0].lines if line.get_label() == "the sum of all"]
    assert np.allclose(total.get_ydata(), [0.1, 0.5, 0.7])


def test_places_without_a_visit_are_left_out_of_a_field(session: Session) -> None:
    _, axes = cell_drawings.plot_place_fields(session)
    drawn = axes[0, 0].images[0].get_array()
    assert np.isfinite(np.ma.filled(drawn, np.nan)).sum() == 3
