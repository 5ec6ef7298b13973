"""A race of optimisers: every one of them gets the same network, the same batches, and a choice of learning rates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Optimiser = tuple[Callable[..., Any], Mapping[str, float], Sequence[float]]
"""What makes it from parameters and `lr`, its other settings, and the learning rates that it tries."""


@dataclass(frozen=True)
class Lane:
    """What one optimiser has reached."""

    name: str
    rates: Sequence[float]
    runners: Sequence[Any]
    """One trained network per learning rate."""

    errors: Sequence[float]
    """Their errors at the end, m; NaN where training ran away."""

    @property
    def best(self) -> Any:
        """The network with the smallest error."""
        return self.runners[int(np.nanargmin(self.errors))]

    def report(self, level: float) -> str:
        """All errors, and how many are below `level`, m."""
        each = "  ".join(f"lr {lr:g}: {100 * value:.1f} cm" for lr, value in zip(self.rates, self.errors, strict=True))
        beats = sum(value < level for value in self.errors)
        better = f"better than the linear decoder with {beats} of {len(self.rates)} rates"
        return f"{self.name:14s} {each}\n{'':14s} {better}"


def race(
    optimisers: Mapping[str, Optimiser],
    fresh_network: Callable[[str], Any],
    train: Callable[[Any], Any],
    final_error: Callable[[Any], float],
) -> list[Lane]:
    """Train a fresh network with each learning rate of each optimiser.

    Parameters
    ----------
    optimisers : mapping of str to (make, settings, rates)
    fresh_network : callable
        Takes a name and gives an untrained network, the same whenever it is called.
    train : callable
        Trains a network with its `optimiser`.
    final_error : callable
        The error of a trained network, m.
    """
    lanes = []
    for name, (make, settings, rates) in optimisers.items():
        runners = []
        for lr in rates:
            runner = fresh_network(f"{name}, lr {lr:g}")
            runner.optimiser = make(runner.parameters(), lr=lr, **settings)
            with np.errstate(all="ignore"):  # too large a rate runs away, and numpy would complain
                train(runner)
            runners.append(runner)
        lanes.append(Lane(name, rates, runners, [final_error(runner) for runner in runners]))
    return lanes
