"""A start from which an output is silent and wakes is found or, where there is none, made."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from decoding.waking import NEARLY, listen, waking_start

SESSION = SimpleNamespace(X_train=np.ones((1, 3)), X_test=np.ones((1, 3)), Y_test=np.zeros((2, 3)))


class Creeping:
    """A network whose second output is silent after even seeds, and rises by 0.001 per epoch from -1 or `top`."""

    def __init__(self, top: float = -1.0) -> None:
        self.epoch, self.W3 = 0, np.zeros((2, 3))
        self.top = top if np.random.get_state()[1][0] % 2 == 0 else 1.0

    def fit(self, epochs: int, record_every: int = 1) -> None:
        self.epoch += epochs

    def forward(self, X: np.ndarray) -> np.ndarray:
        self.N3 = np.ones((2, 3))
        self.N3[1] = self.top + self.W3[1, 0] + 0.001 * (self.epoch - 2)
        return np.full((2, 3), 0.3 * (self.N3[1, 0] <= 0))


def test_a_first_start_that_wakes_is_taken_as_it_is() -> None:
    found = waking_start(lambda: Creeping(-0.0095), SESSION, 4, 0.1)
    assert (found.start, found.output, found.is_raised) == (4, 1, False)
    assert found.asleep == list(range(2, 12))
    assert found.errors[-1] == 0


def test_where_the_first_does_not_wake_another_one_nearly_does() -> None:
    found = waking_start(Creeping, SESSION, 5, 0.1)
    assert (found.start, found.is_raised) == (6, True)
    assert found.highest[0] == pytest.approx(NEARLY)
    assert len(found.asleep) == 21
    assert found.errors[-1] == 0
    assert "its bias raised until it is nearly awake, is silent at all moments up to epoch 22" in str(found)


@pytest.mark.parametrize(("top", "since"), [(-0.0025, "from epoch 5 on"), (-1.0, "never")])
def test_one_hears_from_when_on_an_output_speaks(top: float, since: str) -> None:
    np.random.seed(4)
    heard = listen(Creeping(top), SESSION, output=1, epochs=6, every=1)
    assert heard.epochs == list(range(7))
    assert heard.shares == [float(since != "never" and epoch >= 5) for epoch in range(7)]
    assert [e > 0.1 for e in heard.errors] == [share == 0 for share in heard.shares]
    assert str(heard).startswith("above zero at 0 % of the moments at first, ")
    assert str(heard).endswith(f"at more than half {since}")


def test_in_a_browser_one_start_is_enough() -> None:
    found = waking_start(Creeping, SESSION, 4, 0.1, most_epochs=10)
    assert (found.start, found.is_raised, len(found.epochs)) == (4, False, 8)
