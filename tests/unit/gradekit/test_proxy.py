"""What is seen of a student's objects from the grader's side."""

from __future__ import annotations

import warnings
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import torch

from gradekit.checks import LocalStudent
from gradekit.failures import StudentRaised
from gradekit.proxy import Proxy, StudentSide, attributes, steps_of, value_of, values_of

SOURCE = """
def whole(X):
    return X @ X.T

def by_rows(X):
    return [X @ row for row in X]

def by_key(X):
    return sorted(range(len(X)), key=lambda i: float(X[i].sum()))
"""


@pytest.fixture
def student() -> LocalStudent:
    names: dict[str, Any] = {"__name__": "__main__", "np": np}
    exec(SOURCE, names)
    return LocalStudent(names)


def test_an_operation_on_whole_arrays_takes_as_many_steps_for_more_data(student: LocalStudent) -> None:
    assert steps_of(student.whole, np.ones((3, 4))) == steps_of(student.whole, np.ones((30, 40)))


@pytest.mark.parametrize("name", ["by_rows", "by_key"])
def test_a_loop_takes_more_steps_for_more_data(student: LocalStudent, name: str) -> None:
    function = getattr(student, name)
    assert steps_of(function, np.ones((30, 4))) >= steps_of(function, np.ones((3, 4))) + 27


def test_a_long_list_of_numbers_comes_over_as_an_array() -> None:
    numbers = [0.5] * 5000
    student = LocalStudent({"numbers": numbers, "mixed": [*numbers, "x"], "short": [1, 2]})
    assert isinstance(student.numbers, np.ndarray)
    assert student.mixed == [*numbers, "x"]
    assert student.short == [1, 2]


def test_exact_numbers_come_over_as_floats() -> None:
    student = LocalStudent({"third": Fraction(1, 3), "tenth": [Decimal("0.1")], "far": 2**70, "imaginary": 1j})
    assert student.third == 1 / 3
    assert student.tenth == [0.1]
    assert isinstance(student.far, Proxy)
    assert isinstance(student.imaginary, Proxy)


def test_numbers_with_more_digits_come_over_as_floats() -> None:
    student = LocalStudent({"array": np.ones(3, np.longdouble), "number": np.longdouble(0.5), "half": np.float16(0.5)})
    assert student.array.dtype == np.float64
    assert (type(student.number), student.number, student.half) == (float, 0.5, 0.5)


class Model:
    def __init__(self) -> None:
        self.W, self.name = np.arange(6.0).reshape(2, 3), "linear"


def test_several_attributes_are_asked_for_at_once() -> None:
    model = LocalStudent({"Model": Model}).Model()
    W, name, W_again = attributes(model, "W", "name", "W")
    assert np.array_equal(W, model.W)
    assert np.array_equal(W_again, model.W)
    assert name == "linear"
    with pytest.raises(StudentRaised, match="AttributeError"):
        attributes(model, "W", "bias")


def test_data_that_were_kept_come_back_together() -> None:
    student = LocalStudent({"fill": lambda array: array.fill(7)})
    one, other = student.keep(np.zeros(2)), student.keep([1.0, 2.0])
    student.fill(one)
    seen = values_of(one, other)
    assert np.array_equal(seen[0], [7, 7])
    assert seen[1] == value_of(other) == [1.0, 2.0]
    assert values_of() == []


def test_a_check_meets_what_was_set_for_all_code_as_the_answer_left_it() -> None:
    def kinds() -> list[Any]:
        warned = "error" in [found[0] for found in warnings.filters]
        of_torch = torch.is_grad_enabled(), torch.is_inference_mode_enabled()
        return [np.geterr()["over"], warned, str(torch.get_default_dtype()), *of_torch]

    side = StudentSide({"kinds": kinds})
    with np.errstate(), warnings.catch_warnings():
        before = kinds()
        side.remember("first_answer")
        np.seterr(all="raise")
        warnings.simplefilter("error")
        torch.set_default_dtype(torch.float64)
        torch.set_grad_enabled(False)
        left_on = torch.inference_mode()
        left_on.__enter__()
        try:
            after = kinds()
            assert [one == other for one, other in zip(before, after, strict=True)] == [False] * 5
            side.remember("second_answer")
            for cell, wanted in (("first_answer", before), ("second_answer", after), ("unheard_of", after)):
                side.perform("begin", seed=1, after=cell)
                assert kinds() == wanted
            side.perform("begin", seed=1, after="first_answer")
        finally:
            left_on.__exit__(None, None, None)
            torch.set_default_dtype(torch.float32)
            torch.set_grad_enabled(True)
