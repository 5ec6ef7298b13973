"""How the marks of several assignments become one: stated for a cohort in `cohorts.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec

from hippograd.course.toml import convert

MOST_WEIGHT = 1e6
"""Of an assignment: what counts is how large it is beside the others."""


class Total(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each assignment counts, and how many count.

    Without weights, points are added up; with weights, shares of the points of each assignment.
    """

    weights: dict[str, Annotated[float, msgspec.Meta(ge=0, le=MOST_WEIGHT)]] = {}
    best: Annotated[int, msgspec.Meta(ge=1)] | None = None
    """Of the assignments, this many with the largest shares count; all by default."""

    def of(self, scores: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
        """Return the total, and the largest that there can be, of the scores and maxima by assignment.

        Examples
        --------
        >>> Total().of({"a": (8, 10), "b": (5, 20)})
        (13, 30)
        >>> Total({"a": 1, "b": 3}).of({"a": (8, 10), "b": (5, 20)})
        (38.75, 100.0)
        >>> Total(best=1).of({"a": (8, 10), "b": (5, 20)})
        (8, 10)
        """
        shares = {name: score / most if most else 0.0 for name, (score, most) in scores.items()}
        chosen = sorted(scores, key=lambda name: -shares[name])[: self.best]
        if not self.weights:
            return sum(scores[name][0] for name in chosen), sum(scores[name][1] for name in chosen)
        weights = {name: self.weights.get(name, 0.0) for name in chosen}
        whole = sum(weights.values())
        return (100 * sum(weights[name] * shares[name] for name in chosen) / whole if whole else 0.0), 100.0


def total_of(cohort: str, numbers: Mapping[str, Any]) -> Total:
    """Return the table `total` of a cohort; without it, all points are added up."""
    return convert(
        numbers.get("total", {}),
        Total,
        f"assignments/cohorts.toml: [{cohort}] total",
        f"Write [{cohort}.total] with best, a number of assignments, and [{cohort}.total.weights].",
    )
