"""How the marks of several assignments become one: stated for a cohort in `cohorts.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hippograd.errors import HippogradError


@dataclass(frozen=True)
class Total:
    """What each assignment counts, and how many count.

    Without weights, points are added up; with weights, shares of the points of each assignment.
    """

    weights: dict[str, float] = field(default_factory=dict)
    best: int | None = None
    """Of the assignments, this many with the largest shares count; all by default."""

    def of(self, scores: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
        """The total, and the largest that there can be, of the scores and maxima by assignment.

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
    """The table `total` of a cohort; without it, all points are added up.

    Raises
    ------
    HippogradError
        When a key is unknown, or a value is no number that counts.
    """
    table = numbers.get("total", {})
    if not isinstance(table, dict):
        raise _wrong(cohort, "total", table, f"It is a table: write [{cohort}.total], and best = 4 below it.")
    weights, best = table.get("weights", {}), table.get("best")
    for name in table:
        if name not in ("weights", "best"):
            raise _wrong(cohort, f"total.{name}", table[name], "Known are weights and best.")
    if not isinstance(weights, dict):
        raise _wrong(cohort, "total.weights", weights, f"It is a table: [{cohort}.total.weights].")
    for name, value in weights.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
            raise _wrong(cohort, f"total.weights.{name}", value, "It is a number, 0 or more.")
    if best is not None and (isinstance(best, bool) or not isinstance(best, int) or best < 1):
        raise _wrong(cohort, "total.best", best, "It is how many assignments count: 4.")
    return Total({name: float(value) for name, value in weights.items()}, best)


def _wrong(cohort: str, name: str, value: Any, remedy: str) -> HippogradError:
    return HippogradError(f"assignments/cohorts.toml: [{cohort}] {name} = {value!r} cannot be used.", remedy)
