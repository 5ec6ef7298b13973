"""Networks with an output that is silent at every moment, or at nearly every one: following them until they wake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .models import error
from .sessions import Session

FIRST_EPOCHS = 2
"""Epochs after which an output that is above zero at no moment counts as silent."""

FEWEST_ASLEEP = 3
"""Epochs for which it must stay so, or there is nothing to see."""

LOOKED_AT = 40
"""Starts among which another is looked for, where the first does not wake in time."""

EPOCHS = 50
"""When to give up; where fewer are asked for, as in a browser, no other start is looked for."""

NEARLY = -0.02
"""The largest pre-activation of an output that will wake soon."""


@dataclass
class Silence:
    """A training that begins with a silent output; the lists have one entry per epoch."""

    start: int
    output: int
    is_raised: bool = False
    """Whether its bias was raised until the output was nearly awake."""

    epochs: list[float] = field(default_factory=list)
    highest: list[float] = field(default_factory=list)
    """The largest pre-activation of the output at any training moment."""

    errors: list[float] = field(default_factory=list)
    """On the test data, m."""

    @property
    def asleep(self) -> list[float]:
        """The epochs at which the output was silent."""
        return [epoch for epoch, top in zip(self.epochs, self.highest, strict=True) if top <= 0]

    def __str__(self) -> str:
        raised = ", its bias raised until it is nearly awake," if self.is_raised else ""
        until = f"up to epoch {self.asleep[-1]:.0f}" if self.asleep else "no more"
        return (
            f"start {self.start}: output {self.output}{raised} is silent at all moments {until}\n"
            f"after {self.epochs[-1]:.0f} epochs the test error is {100 * self.errors[-1]:.1f} cm"
        )


@dataclass
class Speech:
    """How often an output is above zero while its network is trained; the lists have one entry per look."""

    epochs: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    """The part of the training moments at which the output is above zero."""

    errors: list[float] = field(default_factory=list)
    """On the test data, m."""

    def __str__(self) -> str:
        awake = [epoch for epoch, share in zip(self.epochs, self.shares, strict=True) if share > 0.5]
        since = f"from epoch {awake[0]:g} on" if awake else "never"
        return (
            f"above zero at {100 * self.shares[0]:.0f} % of the moments at first, {100 * self.shares[-1]:.0f} % after "
            f"{self.epochs[-1]:g} epochs, test error {100 * self.errors[-1]:.0f} cm; at more than half {since}"
        )


def listen(network: Any, session: Session, output: int, epochs: float, every: float = 0.25) -> Speech:
    """Train a network and note, again and again, how often one of its outputs is above zero.

    Parameters
    ----------
    network
        With `fit`, `forward` and `N3`, as `waking_start` makes them.
    session : Session
        What it is trained and tested on.
    output : int
    epochs, every : float
        How long, and how long from one look to the next.
    """
    heard = Speech()
    for look in range(round(epochs / every) + 1):
        if look > 0:
            network.fit(epochs=every)
        heard.epochs.append(look * every)
        network.forward(session.X_train)
        heard.shares.append(float(np.mean(network.N3[output] > 0)))
        heard.errors.append(error(network.forward(session.X_test), session.Y_test))
    return heard


def waking_start(
    new_network: Callable[[], Any], session: Session, first: int, low_error: float, most_epochs: int = EPOCHS
) -> Silence:
    """Find a start from which an output is silent for epochs, then wakes, and train from it.

    Where the first start is not one, another with a silent output is taken, and the bias of this output is raised.

    Parameters
    ----------
    new_network : callable
        Makes an untrained network with random weights of numpy's; it has `fit`, `forward`, `epoch`, `N3` and `W3`,
        whose first column holds the biases.
    session : Session
        What it is trained and tested on.
    first : int
        Seed of the first start.
    low_error : float
        Test error at which it has learned, m.
    most_epochs : int
        When to give up.
    """

    def begun(start: int) -> Any:
        np.random.seed(start)
        network = new_network()
        network.fit(epochs=FIRST_EPOCHS)
        network.forward(session.X_train)
        return network

    def silence(start: int, is_raised: bool) -> Silence:
        network = begun(start)
        tops = network.N3.max(axis=1)
        found = Silence(start, int(tops.argmin()), is_raised)
        if is_raised:
            network.W3[found.output, 0] += NEARLY - tops.min()
        while network.epoch < most_epochs - 0.1:
            network.forward(session.X_train)
            found.epochs.append(network.epoch)
            found.highest.append(float(network.N3[found.output].max()))
            found.errors.append(error(network.forward(session.X_test), session.Y_test))
            if len(found.epochs) > FEWEST_ASLEEP and found.errors[-1] <= low_error:
                break
            network.fit(epochs=1, record_every=100)
        return found

    found = silence(first, is_raised=False)
    if (len(found.asleep) >= FEWEST_ASLEEP and found.errors[-1] <= low_error) or most_epochs < EPOCHS:
        return found
    others = range(first, first + LOOKED_AT)
    silent = next((start for start in others if begun(start).N3.max(axis=1).min() <= 0), first)
    return silence(silent, is_raised=True)
