"""Drawings of units carry right numbers: slopes of a chain and of autograd, maps over the box, patches in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest

from decoding import torch_drawings, unit_drawings

mpl.use("Agg")


@pytest.fixture(autouse=True)
def closed_figures() -> Iterator[None]:
    import matplotlib.pyplot as plt

    yield
    plt.close("all")


def words_of(ax: Any) -> list[str]:
    return [text.get_text() for text in ax.texts]


def chain_loss(weights: list[float], x: float = 2.0, y: float = 1.0) -> float:
    for w in weights:
        x = max(0.0, w * x)
    return (x - y) ** 2


@pytest.mark.parametrize("weights", [[0.5, 2.0, 0.75], [0.25, 2.0, 0.75], [-0.5, 2.0, 0.75]])
def test_slopes_of_the_drawn_chain_are_those_of_its_loss(weights: list[float]) -> None:
    _, ax = unit_drawings.draw_chain(weights)
    drawn = [words.rsplit(" = ", 1)[1].replace("−", "-") for words in words_of(ax) if "partial L" in words]
    for k, slope in zip((2, 1, 0), map(float, drawn), strict=True):
        losses = []
        for nudge in (1e-6, -1e-6):
            nudged = list(weights)
            nudged[k] += nudge
            losses.append(chain_loss(nudged))
        assert slope == pytest.approx((losses[0] - losses[1]) / 2e-6, abs=1e-4)


def test_the_chain_is_drawn_as_far_as_the_sweeps_have_come() -> None:
    said = ["\n".join(words_of(unit_drawings.draw_chain([0.5, 2.0, 0.75], step=step)[1])) for step in range(8)]
    assert ["$n_1$ = 1" in words for words in said] == [step >= 1 for step in range(8)]
    assert ["error" in words for words in said] == [step >= 4 for step in range(8)]
    assert ["$c_3$ =" in words for words in said] == [step >= 5 for step in range(8)]
    assert ["$c_1$ =" in words for words in said] == [step >= 7 for step in range(8)]


def test_a_chain_takes_the_place_of_the_one_before() -> None:
    fig, ax = unit_drawings.draw_chain([0.5, 2.0, 0.75])
    whole = words_of(ax)
    assert unit_drawings.draw_chain([0.5, 2.0, 0.75], step=2, ax=ax) == (fig, ax)
    assert len(words_of(ax)) < len(whole)
    unit_drawings.draw_chain([0.5, 2.0, 0.75], ax=ax)
    assert words_of(ax) == whole


def test_a_hidden_layer_has_a_line_for_each_unit() -> None:
    _, (left, right) = unit_drawings.draw_kinked_lines(5)
    assert len(left.lines) == 5 + 1
    assert len(right.collections[0].get_offsets()) == 5


def test_a_map_is_the_mean_where_the_animal_was_and_nothing_elsewhere() -> None:
    Y = np.array([[0.1, 0.2, 0.9], [0.1, 0.2, 0.9]])
    assert np.array_equal(
        unit_drawings.mean_map(np.array([1.0, 3.0, 5.0]), Y, n_bins=2), [[2, np.nan], [np.nan, 5]], equal_nan=True
    )


@pytest.mark.parametrize(
    ("mean", "patches"),
    [([[9, 0, 9], [9, 0, 0], [1, 0, 9]], 3), ([[9, 9], [9, np.nan]], 1), ([[9, 0], [0, 9]], 2), ([[4, 9]], 1)],
)
def test_patches_are_what_hangs_together_above_half_of_the_maximum(mean: list[list[float]], patches: int) -> None:
    assert unit_drawings.count_patches(np.array(mean, dtype=float)) == patches


def test_a_silent_unit_is_said_to_be_silent() -> None:
    Y = np.random.default_rng(0).uniform(size=(2, 50))
    _, axes = unit_drawings.draw_unit_maps({"layer 1": np.array([np.zeros(50), np.ones(50)])}, Y)
    assert ["silent" in words_of(ax) for ax in axes[0]] == [True, False]


def test_the_record_carries_values_forwards_and_slopes_backwards() -> None:
    torch = pytest.importorskip("torch")
    w, b = torch.tensor(2.0, requires_grad=True), torch.tensor(-1.0, requires_grad=True)
    product = w * 3.0
    guess = product + b
    difference = guess - 4.0
    _, ax = torch_drawings.draw_recording(difference**2, {"w": w, "b": b}, between=[product, guess, difference])
    bold = [text.get_text() for text in ax.texts if text.get_fontweight() == "bold"]
    pairs = sorted(zip(bold[::2], bold[1::2], strict=True))
    assert pairs == sorted([("2", "6"), ("−1", "2"), ("6", "2"), ("5", "2"), ("1", "2"), ("1", "1")])
    assert w.grad is None


def test_hidden_layers_are_heard_after_their_bend_and_the_output_is_left_out() -> None:
    torch = pytest.importorskip("torch")
    network = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.ReLU(), torch.nn.Linear(4, 2))
    inner = network.forward
    network.forward = lambda X: inner(torch.tensor(X.T, dtype=torch.float32))
    X = np.random.default_rng(0).normal(size=(3, 7))
    (hidden,) = torch_drawings.hidden_activations(network, X)
    W, bias = (parameter.detach().numpy() for parameter in network[0].parameters())
    assert np.allclose(hidden, np.maximum(0, W @ X + bias[:, None]), atol=1e-6)
    assert not network[0]._forward_hooks
