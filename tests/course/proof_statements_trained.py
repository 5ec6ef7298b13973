"""What the chapters say of trainings that no cell shows is so."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from decoding import Session, error
from decoding.sessions import read_session
from tests.conftest import ROOT
from tests.course.given import given

gradients_by_hand, layers_by_hand = given("by_hand").gradients_by_hand, given("by_hand").layers_by_hand

COHORT = "2027"
NUMBERS = tomllib.loads((ROOT / "assignments" / "cohorts.toml").read_text(encoding="utf-8"))[COHORT]
TEXT = " ".join(
    (ROOT / "assignments" / "3_backpropagation" / "3_backpropagation.ipynb")
    .read_text(encoding="utf-8")
    .replace('\\n",', "")
    .replace('"', "")
    .split()
)
Weights = list[np.ndarray]


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """For matrices as small as these, more threads only wait for one another."""
    with threadpool_limits(1):
        yield


@cache
def session_of(kind: str) -> Session:
    return read_session(kind, ROOT / "autograder" / "sessions" / COHORT / f"{kind}.npz")


class Trained:
    """The network of chapter 3, in single precision; `epochs` go on from one call to the next."""

    def __init__(self, seed: int, n_hidden: int | None = None, careful: bool = False, kind: str = "place") -> None:
        self.session, self.numbers = session_of(kind), SimpleNamespace(**NUMBERS["network"])
        n_hidden = n_hidden or self.numbers.n_hidden
        np.random.seed(seed)
        sizes = [self.session.n_cells, n_hidden, n_hidden, 2]
        spread = self.numbers.init_scale
        weights = [np.random.normal(0, spread / np.sqrt(n), size=(m, n + 1)) for n, m in pairwise(sizes)]
        if careful:
            weights[2] *= 0.1
            weights[2][:, 0] = self.session.Y_train.mean(axis=1)
        self.weights: Weights = [W.astype(np.float32) for W in weights]

    def train(self, epochs: float, eta: float | None = None, fixed: int = 0, pull: bool = True) -> Trained:
        """Train for some epochs; the lowest `fixed` matrices stay as they are."""
        numbers, session = self.numbers, self.session
        eta = eta or numbers.eta
        X, Y = session.X_train.astype(np.float32), session.Y_train.astype(np.float32)
        for _ in range(round(epochs / numbers.batch_frac)):
            drawn = np.random.choice(session.n_train, size=int(numbers.batch_frac * session.n_train), replace=False)
            slopes = gradients_by_hand(self.weights, X[:, drawn], Y[:, drawn])
            moved = [W - eta * (slope + pull * numbers.l2 * W) for W, slope in zip(self.weights, slopes, strict=True)]
            self.weights = self.weights[:fixed] + moved[fixed:]
        return self

    def forward(self, X: np.ndarray) -> np.ndarray:
        return layers_by_hand(self.weights, X.astype(np.float32))[-1]

    @property
    def centimetres(self) -> float:
        """The test error."""
        return 100 * error(self.forward(self.session.X_test), self.session.Y_test)

    @property
    def share_alive(self) -> float:
        """At which part of the training moments the quieter output is above zero."""
        return float((self.forward(self.session.X_train) > 0).mean(axis=1).min())


def test_most_dead_outputs_do_not_wake_while_one_waits() -> None:
    assert "Most dead outputs do not have this luck" in TEXT
    network = Trained(seed=9).train(2)
    assert network.share_alive == 0
    assert network.train(24).centimetres > 40
    assert network.share_alive == 0


def test_some_setting_beats_the_linear_model_in_five_epochs() -> None:
    assert "Find a setting that beats the linear model in five epochs" in TEXT
    session = session_of("place")
    best = session.Y_train @ np.linalg.pinv(session.X_train)
    linear = 100 * error(best @ session.X_test, session.Y_test)
    network = Trained(NUMBERS["network"]["seed"], 200, careful=True)
    assert network.train(5, 0.03).centimetres < linear


def test_random_features_come_close() -> None:
    assert "The maps suggest that it comes close." in TEXT
    whole, last_only = (Trained(1, careful=True).train(10, fixed=fixed).centimetres for fixed in (0, 2))
    assert last_only < 1.3 * whole


def test_a_rate_that_is_too_large_silences_an_output_of_a_wide_network_first() -> None:
    assert "The more units, the smaller the rate at which that happens" in TEXT
    assert "can push an output below zero at every moment" in TEXT
    seed = 2  # with which the first network of the chapter was trained
    wide, gently, narrow = (
        Trained(seed, n_hidden, careful=True).train(5, eta) for n_hidden, eta in ((200, 0.05), (200, 0.01), (25, 0.05))
    )
    assert wide.share_alive == 0
    assert wide.centimetres > 35
    assert min(gently.share_alive, narrow.share_alive) > 0.9
    assert gently.centimetres < 0.8 * Trained(seed, 25, careful=True).train(5, 0.01).centimetres
    assert narrow.centimetres < 10


def test_plain_descent_without_a_pull_does_not_reach_the_control_on_grid_cells() -> None:
    text = (ROOT / "assignments" / "4_pytorch" / "4_pytorch.ipynb").read_text(encoding="utf-8")
    assert "still ends at 11 to 12 cm" in text
    epochs = NUMBERS["grid_cells"]["torch_epochs"]
    network = Trained(seed=2, careful=True, kind="grid").train(epochs, pull=False)
    assert 10.5 < network.centimetres < 12.5
