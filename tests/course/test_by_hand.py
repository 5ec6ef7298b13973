"""The network by hand, the race and the decoders of the milestone do what chapters 3 and 4 say of them."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from decoding import DecodingError, Session, error, plots, torch_drawings
from decoding import given as given_in_notebook
from decoding.racing import race
from decoding.sessions import read_session
from tests.conftest import ROOT
from tests.course.given import given

by_hand, milestone = given("by_hand"), given("milestone")
ByHandWithAdam, NetworkByHand = by_hand.ByHandWithAdam, by_hand.NetworkByHand
gradients_by_hand, layers_by_hand = by_hand.gradients_by_hand, by_hand.layers_by_hand

RELEASE = ROOT / "release" / "2027" / "4_pytorch"
SESSIONS = ROOT / "autograder" / "sessions" / "2027"
NUMBERS = {"batch_frac": 0.01, "eta": 0.01, "l2": 0.01}


@pytest.fixture
def place() -> Session:
    return read_session("place", SESSIONS / "place.npz")


def test_the_sweep_finds_the_slopes_of_central_differences() -> None:
    rng = np.random.default_rng(1)
    X, Y = rng.uniform(size=(3, 20)), rng.uniform(size=(2, 20))
    weights = [rng.normal(size=shape) for shape in ((5, 4), (4, 6), (2, 5))]
    for k, slopes in enumerate(gradients_by_hand(weights, X, Y)):
        nudged = np.zeros(weights[k].shape)
        for here in np.ndindex(nudged.shape):
            for h in (1e-6, -1e-6):
                weights[k][here] += h
                nudged[here] += np.sum((layers_by_hand(weights, X)[-1] - Y) ** 2) / 20 / (2 * h)
                weights[k][here] -= h
        assert np.abs(slopes).max() > 0.01
        assert np.allclose(slopes, nudged, atol=1e-6)


@pytest.mark.parametrize("kind", [NetworkByHand, ByHandWithAdam])
def test_a_network_by_hand_learns_with_the_numbers_of_its_cohort(
    kind: type[NetworkByHand], place: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(RELEASE)
    np.random.seed(1)
    network = kind(**place.arrays)
    assert [W.shape for W in network.weights] == [(160, 37), (160, 161), (2, 161)]
    before = error(network.forward(place.X_test), place.Y_test)
    network.fit(2)
    assert error(network.forward(place.X_test), place.Y_test) < 0.4 * before
    if kind is NetworkByHand:
        assert network.settings == NUMBERS
        network.fit(0.02, eta=0.02)
        assert network.settings == NUMBERS | {"eta": 0.02}
        assert network.epoch == pytest.approx(2.02)


def test_the_best_of_a_lane_is_found_beside_one_that_ran_away() -> None:
    def make(parameters: list[float], lr: float) -> float:
        return parameters[0] * lr

    def train(runner: SimpleNamespace) -> None:
        runner.error = {0.1: 0.08, 1.0: 0.02, 10.0: np.nan}[runner.optimiser]

    (lane,) = race(
        {"plain descent": (make, {}, [0.1, 1.0, 10.0])},
        lambda name: SimpleNamespace(name=name, parameters=lambda: [1.0]),
        train,
        lambda runner: runner.error,
    )
    assert lane.best.name == "plain descent, lr 1"
    assert (
        lane.report(0.05).split()
        == (
            "plain descent lr 0.1: 8.0 cm lr 1: 2.0 cm lr 10: nan cm better than the linear decoder with 1 of 3 rates"
        ).split()
    )


def test_decoders_of_the_milestone_read_the_walk_that_they_know(place: Session) -> None:
    def descend(derivative, W, eta, beta, n_steps):  # type: ignore[no-untyped-def]
        for _ in range(n_steps):
            W = W - eta * derivative(W)
        return [W]

    known = place.X_train[:, ::50], place.Y_train[:, ::50]
    assert np.array_equal(milestone.look_up(place)(known[0]), known[1])
    errors = [
        error(decode(place.X_test), place.Y_test)
        for decode in (
            milestone.linear_with_bias(place),
            milestone.linear_by_descent(place, descend),
            milestone.constant_guess(place),
        )
    ]
    assert errors == sorted(errors)
    assert errors[1] < 0.05 < 0.3 < errors[2]


def test_the_unseen_session_is_drawn_with_a_bar_for_every_decoder(place: Session) -> None:
    unseen = read_session("unseen", SESSIONS / "unseen.npz")
    decoders = {"middle": milestone.constant_guess(place), "linear": milestone.linear_with_bias(place)}
    _, (box, bars) = milestone.draw_decoded(unseen, decoders, 0.0, ["linear"])
    assert len(box.collections[0].get_offsets()) == 600, "the first minute"
    assert [label.get_text() for label in bars.get_yticklabels()] == ["middle", "linear"]
    off = 100 * error(decoders["linear"](unseen.X), unseen.Y)
    assert bars.patches[1].get_width() == pytest.approx(off)
    assert f"{off:.1f}   cm" in milestone.compare_walks(place, unseen, decoders)
    assert milestone.compare_noises(unseen, decoders, (0.0, 0.3)).splitlines()[2].split()[1] == f"{off:.1f}"


def test_a_valley_is_called_lower_by_its_loss_wherever_it_lies() -> None:
    for loss in (np.poly1d([1, 1, -1, -1, 0]), np.poly1d([1, -1, -1, 1, 0])):
        _, ax = torch_drawings.draw_walks({"plain descent": np.zeros(9), "with momentum": np.zeros(9)}, loss)
        levels = {text.get_text(): text.xy[1] for text in ax.texts}
        assert loss(levels["lower valley"]) < loss(levels["higher valley"]) - 0.1


def test_errors_are_drawn_in_centimetres() -> None:
    _, ax = plots.draw_errors({"a": 0.1, "b": 0.02})
    assert [bar.get_width() for bar in ax.patches] == pytest.approx([10, 2])
    assert ax.yaxis_inverted()


def test_code_that_answers_an_earlier_chapter_ships_with_its_own_alone() -> None:
    found = sorted(path for name in ("by_hand.py", "milestone.py") for path in RELEASE.parent.rglob(name))
    assert found == [RELEASE / "data" / "by_hand.py", RELEASE / "data" / "milestone.py"]


def test_the_notebook_takes_given_code_from_its_own_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADEKIT_DATA", str(RELEASE / "data"))
    found = given_in_notebook("by_hand")
    assert found.__file__ == str(RELEASE / "data" / "by_hand.py")
    monkeypatch.setenv("GRADEKIT_DATA", str(ROOT / "release" / "2027" / "3_backpropagation" / "data"))
    with pytest.raises(DecodingError, match=r"milestone\.py is missing"):
        given_in_notebook("milestone")
