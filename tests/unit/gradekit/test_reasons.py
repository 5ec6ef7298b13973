"""Why code raised, said of exceptions that NumPy, PyTorch and Python really raise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from gradekit.reasons import reason

X = np.ones((3, 4))


def _torch(name: str) -> Callable[[], Any]:
    def run() -> Any:
        a = torch.ones((3, 4), requires_grad=True)
        if name == "twice":
            loss = (a**2).sum()
            loss.backward()
            return loss.backward()
        return {
            "factors": lambda: a @ a,
            "sides": lambda: a + torch.ones(7),
            "numpy": lambda: a.numpy(),
            "cut off": lambda: torch.ones(1).sum().backward(),
            "in place": lambda: a.add_(1),
            "dtype": lambda: torch.nn.Linear(4, 2)(torch.ones((3, 4), dtype=torch.float64)),
            "grid": lambda: bool(a),
            "no layers": lambda: torch.optim.SGD(torch.nn.Module().parameters(), lr=0.1),
        }[name]()

    return run


def _in_place() -> None:
    counts = np.ones(3, dtype=int)
    counts += 0.5


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (lambda: X @ X, "two factors"),
        (lambda: np.dot(X, X), "two factors"),
        (lambda: X + np.ones(3), "two sides"),
        (lambda: np.einsum("ij,jk->ik", X, np.ones((3, 5))), "two sides"),
        (lambda: np.einsum("i,i", X, X), "einsum"),
        (lambda: np.zeros(3).__setitem__(slice(None), np.ones(4)), "What is stored"),
        (lambda: X.reshape(5, -1), "new shape"),
        (lambda: bool(X > 0), "True or False"),
        (lambda: float(X), "single number"),
        (lambda: np.zeros(3).__setitem__(0, [1, 2]), "single number"),
        (lambda: np.array([[1, 2], [3]]), "different lengths"),
        (lambda: np.ones((3, 0)).max(), "empty"),
        (lambda: np.concatenate([X, np.ones(3)]), "stacked"),
        (lambda: np.vstack([X, np.ones((2, 3))]), "stacked"),
        (lambda: X[np.ones(4, dtype=bool)], "A mask"),
        (lambda: X[0, 0, 0], "fewer axes"),
        (lambda: X[7], "beyond the end"),
        (lambda: [1, 2][3], "beyond the end"),
        (lambda: X[0.5], "whole number"),
        (lambda: (lambda a: a)(1, 2), "other arguments"),  # type: ignore[call-arg, misc]
        (lambda: range(0.5), "whole number"),  # type: ignore[arg-type]
        (lambda: None + 1, "is None"),  # type: ignore[operator]
        (lambda: X(1), "no function"),  # type: ignore[operator]
        (lambda: len(3), "several are needed"),  # type: ignore[arg-type]
        (_in_place, "of floats"),
        (lambda: np.linalg.inv(np.zeros((2, 2))), "no inverse"),
        (lambda: np.linalg.inv(X), "square"),
        (lambda: 1 / 0, "divided by zero"),
        (lambda: 10.0**400, "becomes larger"),
        (_torch("factors"), "two factors"),
        (_torch("sides"), "two sides"),
        (_torch("numpy"), "Detach"),
        (_torch("cut off"), "cut off"),
        (_torch("in place"), "no_grad"),
        (_torch("twice"), "predict anew"),
        (_torch("dtype"), "kinds of floats"),
        (_torch("grid"), "True or False"),
        (_torch("no layers"), "finds no layers"),
    ],
)
def test_the_reason_of_a_real_exception(run: Callable[[], Any], said: str) -> None:
    with pytest.raises(Exception) as raised:  # noqa: PT011 (of many kinds; the reason is what counts)
        run()
    assert said in reason(raised.typename, str(raised.value), "Y = W @ X")


def test_nothing_of_an_exception_of_the_students_own_is_repeated() -> None:
    text = "secret 0.4711 is out of bounds"
    assert "0.4711" not in reason("ValueError", text, "W = f(X)")
    assert reason("ValueError", text, "    raise ValueError(text)") == ""
    assert reason("NameError", "name 'x0_4711' is not defined", "eval(text)") == ""
    part = reason("NameError", "name 'atch' is not defined", "use(X_batch)")
    assert part == "", "which part of a line is named could spell a number"
