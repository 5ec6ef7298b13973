"""Comparing two results without showing either."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from decoding import compare

RIGHT = np.array([[1.0, -2.0, 3.0], [0.5, 0.0, 7.25]])


@pytest.mark.parametrize(
    ("mine", "said"),
    [
        (RIGHT, "✓ exact"),
        (RIGHT + 1e-9, "✓ close"),
        (RIGHT.T, "✗ the shapes are (3, 2) and (2, 3) (transposed?)"),
        (-RIGHT, "by 200 % of the largest entry; the sign is the other one"),
        (4800 * RIGHT, "all by the same factor, 4800"),
        (RIGHT + np.eye(2, 3), "✗ 2 of 6 entries differ, most at [0, 0], by 14 % of the largest entry"),
        (RIGHT * np.nan, "NaN"),
        (None, "the first is not an array of numbers"),
        ([[1.0], [1.0, 2.0]], "the first is not an array of numbers"),
    ],
)
def test_compare_says_how_near_two_results_are(mine: Any, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    compare("dL/dW2", mine, RIGHT)
    printed = capsys.readouterr().out
    assert printed.startswith("dL/dW2: ")
    assert said in printed
    assert "7.25" not in printed


def test_compare_takes_tensors_that_require_a_gradient(capsys: pytest.CaptureFixture[str]) -> None:
    torch = pytest.importorskip("torch")
    compare("dL/dW2", torch.tensor(RIGHT, requires_grad=True), RIGHT)
    assert capsys.readouterr().out == "dL/dW2: ✓ exact\n"
