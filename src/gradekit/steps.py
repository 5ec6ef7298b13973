"""`Steps`: the path of an optimiser, the slips that people make in it, and walks by any rule for a step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from gradekit.causes import Table
from gradekit.declare import Function
from gradekit.problems import GivenFunction, Problem

Walk = Callable[..., np.ndarray]


def walking(step: Callable[..., Any]) -> Walk:
    """Return a walk whose next weight is ``step(derivative, W, eta)``, as a mistake that asks for all of them by name.

    Examples
    --------
    >>> walking(lambda slope, W, eta: W - eta * slope(W))(lambda W: 2 * W, 1.0, 0.25, 2).tolist()
    [1.0, 0.5, 0.25]
    """

    def walk(derivative: Callable[[Any], Any], W: Any, eta: Any, n_steps: int) -> np.ndarray:
        path = [np.asarray(W, dtype=np.float64)]
        for _ in range(n_steps):
            path.append(step(derivative, path[-1], eta))
        return np.array(path)

    return walk


def _alike(one: np.ndarray, right: np.ndarray) -> np.ndarray:
    return np.broadcast_to(one, right.shape)


PATHS: Table = {
    "start_missing": ("the first weight must be the start itself", lambda right: right[1:]),
    "last_missing": ("the weight after the last step is missing", lambda right: right[:-1]),
    "zero_for_the_start": (
        "the first weight must be the start itself, not 0",
        lambda right: np.concatenate([0 * right[:1], right[1:]]),
    ),
    "aliased": (
        "every entry is the last weight: one array was changed in place and stored again and again; store copies",
        lambda right: _alike(right[-1], right),
    ),
    "start_twice": ("the start stands there twice", lambda right: np.concatenate([right[:1], right])),
    "start_twice_end_missing": (
        "the start stands there twice, and the weight after the last step is missing",
        lambda right: np.concatenate([right[:1], right[:-1]]),
    ),
    "reversed": ("it is given backwards; it begins with the start", lambda right: right[::-1]),
    "in_a_column": (
        "its weights stand in a column; those of one number stand in a row",
        lambda right: right if right.ndim > 1 else right[:, None],
    ),
    "always_from_the_start": (
        "each step is taken from the start; it is taken from the weight before it",
        lambda right: np.concatenate([right[:1], np.repeat(right[1:2], len(right) - 1, axis=0)]),
    ),
}
"""What one slip makes of the right path, (n_steps + 1, …)."""

LOST: Table = {
    "start_only": (
        "every entry is the start: each step leads to a new weight, to be assigned to W and stored, wherever it leads",
        lambda right: _alike(right[0], right),
    ),
    "last_only": ("all visited weights are wanted, not the last one only", lambda right: right[-1]),
    "ends_only": (
        "it holds the start and the last weight only; those between are wanted too, so store each in the loop",
        lambda right: right[[0, -1]],
    ),
    "first_step_only": (
        "it ends after one step, as where `return` stands inside the loop",
        lambda right: right[:2],
    ),
    "changes_only": ("these are the changes, not the weights", lambda right: np.diff(right, axis=0)),
    "changes_after_the_start": (
        "after the start these are the changes, not the weights",
        lambda right: np.concatenate([right[:1], np.diff(right, axis=0)]),
    ),
    "sorted": (
        "the weights are sorted; they should stand in the order of the visits",
        lambda right: np.sort(right, axis=0),
    ),
    "transposed": (
        "the steps come first: (n_steps + 1, …), then the shape of W",
        lambda right: np.moveaxis(right, 0, -1),
    ),
    "whole_numbers_at_the_end": ("the weights are cut to whole numbers", lambda right: np.trunc(right)),
}
"""What loses more of it."""


class Steps(Function):
    """A path down a hill: all visited weights, from the slope function that is the first argument.

    Parameters
    ----------
    call, right, mistakes, hint, rtol
        As of a `Function`; the usual slips in a path are added to the mistakes.

    Examples
    --------
    >>> from gradekit.checks import LocalStudent
    >>> def downhill(derivative, W, eta, n_steps):
    ...     path = [W]
    ...     for _ in range(n_steps):
    ...         path.append(path[-1] - eta * derivative(path[-1]))
    ...     return np.array(path)
    >>> descent = Steps("descend(derivative, W, eta, n_steps)", right=downhill)
    >>> valley = [("valley", "in a valley", descent.problem("lambda W: 2 * W", 1.0, 0.1, 3))]
    >>> student = LocalStudent({"descend": lambda *hill: downhill(*hill)[1:]})
    >>> descent.holds(student, np.random.default_rng(0), only=valley, without=["nothing_kept"])
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: The path is not right: the first weight must be the start itself.
    """

    def __init__(
        self, call: str, *, right: Walk, mistakes: Table | None = None, hint: str = "", rtol: float = 1e-5
    ) -> None:
        known = {**PATHS, **LOST, **(mistakes or {})}
        super().__init__(call, name="The path", right=right, mistakes=known, hint=hint, rtol=rtol, atol=0)

    def problem(self, source: str, *arguments: Any) -> Problem:
        """Return a problem: the text of the slope function, the other arguments, and what the text is a function of."""
        n = len(self.arguments) - 1
        return dict(zip(self.arguments, (GivenFunction(source, *arguments[n:]), *arguments[:n]), strict=True))
