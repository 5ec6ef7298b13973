"""Figures: each draws, says what it should, and keeps light and dark apart where colour is gone."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from decoding import plots

QUARTERS = np.array([[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]])


def luminance(colour: str) -> float:
    return float(np.dot(to_rgb(colour), (0.2126, 0.7152, 0.0722)))


def test_the_three_colours_are_apart_in_grey() -> None:
    shades = sorted(luminance(colour) for colour in (plots.LIGHT, plots.DARK, plots.ACCENT))
    assert np.diff(shades).min() > 0.15


def test_predictions_far_outside_are_counted() -> None:
    Y_true = np.full((2, 3), 0.5)
    Y_pred = np.array([[0.5, 0.5, 9.0], [0.5, 0.6, 9.0]])
    _, ax = plots.plot_predictions(Y_pred, Y_true)
    assert "predicted (1 of 3 out of view)" in ax.get_legend_handles_labels()[1]
    assert ax.get_xlim()[1] <= 1.5


def test_every_cell_of_the_box_is_labelled() -> None:
    _, ax = plots.plot_four_cells(QUARTERS)
    labels = {text.get_text() for text in ax.texts}
    assert {"cell 0", "cell 3", "(0.25, 0.75)"} <= labels


def test_each_point_of_the_box_belongs_to_the_nearest_cell() -> None:
    _, ax = plots.plot_four_cells(QUARTERS)
    regions = ax.images[0].get_array()
    assert (regions[0, 0], regions[0, -1], regions[-1, 0], regions[-1, -1]) == (0, 1, 2, 3)


def test_one_guess_in_six_is_tied_to_the_truth() -> None:
    Y_pred, Y_true = np.random.default_rng(0).uniform(size=(2, 2, 13))
    _, ax = plots.plot_predictions(Y_pred, Y_true)
    drawn = len(ax.lines)
    plots.draw_error_lines(Y_pred, Y_true, ax)
    ends = [line.get_xydata() for line in ax.lines[drawn:]]
    assert np.array_equal(ends, [[Y_pred[:, n], Y_true[:, n]] for n in (0, 6, 12)])


def test_the_linear_model_has_a_line_a_weight_for_the_drawn_cells() -> None:
    _, ax = plots.plot_linear_model(25)
    assert len(ax.lines) == 2 * 4


def test_the_line_of_a_fit_starts_at_the_origin_and_has_its_slope() -> None:
    _, ax = plots.plot_line_through_origin(np.array([1.0, 4.0]), np.array([2.0, 7.0]), W=1.8)
    assert np.allclose(ax.lines[0].get_xydata(), [[0, 0], [4, 7.2]])


def test_the_minimum_of_the_loss_is_marked_where_the_slope_is_zero() -> None:
    _, ax = plots.plot_loss_minimum(W=2.0, best=0.5)
    curve = ax.lines[0].get_xydata()
    marked = ax.collections[0].get_offsets()[1]
    assert marked[0] == 0.5
    assert curve[:, 1].min() == pytest.approx(marked[1], abs=1e-3)
