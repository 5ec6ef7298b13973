"""The cases of a hidden check: what is said of the case in which it fails, and what becomes of the arguments.

Hidden checks show no input. Where nothing else tells why an answer is wrong, the case does: "It is so for one cell."
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from gradekit.checks import CheckFailed, StudentRaised, as_array, require
from gradekit.proxy import Proxy, Student, value_of

__all__ = ["Given", "assert_repeatable", "case", "hint_if_raised"]

UNEXPLAINED = ("wrong_value", "constant_factor", "shifted", "not_completed")
"""Diagnoses that name no cause; in a case of its own the case is the diagnosis."""

PARTLY_EXPLAINED = ("raised", "wrong_shape", "not_finite", "wrong_type")
"""Diagnoses that say what happened, and gain by the case in which it did."""


@contextmanager
def case(slug: str, when: str) -> Iterator[None]:
    """Say in which case a check fails, where the failure names no cause.

    Parameters
    ----------
    slug : str
        The diagnosis of a wrong value in this case.
    when : str
        The case in words, such as ``"for whole numbers"``.

    Examples
    --------
    >>> with case("whole_numbers", "for whole numbers"):
    ...     assert_close(student.double(np.array([1, 2])), [2, 4], "double(x)")
    """
    try:
        yield
    except CheckFailed as failure:
        if failure.diagnosis not in UNEXPLAINED + PARTLY_EXPLAINED:
            raise
        diagnosis = slug if failure.diagnosis in UNEXPLAINED else failure.diagnosis
        message = f"{failure.message} It is so {when}."
        raise CheckFailed(message, failure.detail, diagnosis, failure.stage) from None


@contextmanager
def hint_if_raised(hint: str) -> Iterator[None]:
    """Say what most likely is wrong where the student's code raises.

    Examples
    --------
    >>> with hint_if_raised("W has the shape (2, N_cells), X has (N_cells, N)."):
    ...     Y_pred = model.forward(X)
    """
    try:
        yield
    except StudentRaised as raised:
        if raised.diagnosis != "raised":
            raise
        raise CheckFailed(f"{raised.message} {hint}", raised.detail, raised.diagnosis, raised.stage) from None


def assert_repeatable(call: Callable[[], Any], name: str) -> None:
    """Fail unless the same call gives the same numbers a second time.

    Parameters
    ----------
    call : callable
        Calls the student's function, always with the same arguments.
    name : str
        What the student calls the result.

    Examples
    --------
    >>> assert_repeatable(lambda: student.gram_by_loops(X), "gram_by_loops(X)")
    """
    first, second = (as_array(call(), name) for _ in range(2))
    same = first.shape == second.shape and np.allclose(first, second, equal_nan=True)
    kept = f"{name} is not the same when it is called again: something of the first call is kept, or chance is in it."
    require(same, kept, diagnosis="not_repeatable")


class Given:
    """Arguments on the student's side that can be looked at after the call.

    Examples
    --------
    >>> given = Given(student, Y_pred=Y_pred, Y_true=Y_true)
    >>> got = student.loss(given.Y_pred, given.Y_true)
    >>> given.require_unharmed("loss")
    """

    def __init__(self, student: Student, **arrays: Any) -> None:
        self._arrays = {name: np.array(array) for name, array in arrays.items()}
        self._kept = {name: student.keep(array) for name, array in self._arrays.items()}

    def __getattr__(self, name: str) -> Proxy:
        if name not in self._kept:
            raise AttributeError(name)
        return self._kept[name]

    def was(self, name: str) -> Any:
        """The array as it was given."""
        return self._arrays[name]

    def require_unharmed(self, function: str) -> None:
        """Fail where `function` has written into one of the arrays."""
        for name, kept in self._kept.items():
            require(
                np.array_equal(np.asarray(value_of(kept)), self._arrays[name]),
                f"{function} changes the array {name} that it is given: put what it calculates into a new array.",
                diagnosis="damages_input",
            )
