"""Comparing a result with what it should be, without showing either: for use while deriving."""

from __future__ import annotations

from typing import Any

import numpy as np

ROUNDING = 1e-5
"""Relative to the largest entry: what a central difference leaves of the last digits."""


def compare(name: str, mine: Any, numerical: Any) -> None:
    """Say how near a result is to another one: exact, close, or where they differ most. No value is shown.

    Parameters
    ----------
    name : str
        What is compared, such as ``"dL/dW2"``.
    mine, numerical : array_like or tensor
        The two results, such as a derived gradient and central differences.

    Examples
    --------
    >>> compare("dL/dW", [2.0, -6.0], [2.0, -6.0])
    dL/dW: ✓ exact
    >>> compare("dL/dW", [2.0, -6.0], [2.0, 6.0])
    dL/dW: ✗ 1 of 2 entries differ, most at [1], by 200 % of the largest entry
    >>> compare("dL/dW", [2.0, 6.1], [2.0, 6.0])
    dL/dW: ✗ 1 of 2 entries differ, most at [1], by 1.7 % of the largest entry
    """
    ours, theirs = _array(mine), _array(numerical)
    if ours is None or theirs is None:
        print(f"{name}: ✗ {'the first' if ours is None else 'the second'} is not an array of numbers")
        return
    if ours.shape != theirs.shape:
        transposed = " (transposed?)" if ours.shape == theirs.shape[::-1] else ""
        print(f"{name}: ✗ the shapes are {ours.shape} and {theirs.shape}{transposed}")
        return
    print(f"{name}: {_difference(ours, theirs)}")


def _difference(ours: np.ndarray, theirs: np.ndarray) -> str:
    if not np.isfinite(ours).all() or not np.isfinite(theirs).all():
        return "✗ there is NaN or infinity in it"
    if np.array_equal(ours, theirs):
        return "✓ exact"
    off = np.abs(ours - theirs) / max(float(np.abs(theirs).max()), 1e-12)
    place = [int(index) for index in np.unravel_index(int(off.argmax()), off.shape)]
    where = f"most at {place}, by {_percent(100 * float(off.max()))} of the largest entry"
    if off.max() < ROUNDING:
        return f"✓ close; {where}"
    return f"✗ {int((off >= ROUNDING).sum())} of {off.size} entries differ, {where}{_likely(ours, theirs)}"


def _percent(share: float) -> str:
    return f"{share:.0f} %" if share >= 10 else f"{share:.2g} %"


def _likely(ours: np.ndarray, theirs: np.ndarray) -> str:
    """What the two have to do with each other, where it is simple."""
    scale = float(np.vdot(theirs, ours) / max(float(np.vdot(theirs, theirs)), 1e-300))
    if ours.size > 1 and scale != 0 and np.allclose(ours, scale * theirs, rtol=1e-4, atol=1e-6 * np.abs(ours).max()):
        return "; the sign is the other one" if np.isclose(scale, -1) else f"; all by the same factor, {scale:.4g}"
    return ""


def _array(value: Any) -> np.ndarray | None:
    if value is None:
        return None
    try:
        return np.asarray(value.detach() if hasattr(value, "detach") else value, dtype=np.float64)
    except (TypeError, ValueError, RuntimeError):
        return None
