"""What hidden checks say of the case in which they fail, and what they see of the arguments."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from gradekit.assertions import assert_close
from gradekit.cases import (
    Given,
    assert_nothing_kept,
    case,
    hint_if_raised,
    little_changes,
    put_in_place,
)
from gradekit.checks import LocalStudent, check, run_check
from gradekit.failures import CheckFailed, StudentRaised


def student(**names: Any) -> LocalStudent:
    return LocalStudent(names)


def raising(error: Exception) -> Any:
    def function(*_: Any) -> None:
        raise error

    return function


def failure(got: Any, want: Any = 1.0) -> CheckFailed:
    with pytest.raises(CheckFailed) as failed, case("one_cell", "for one cell"):
        assert_close(got, want, "W")
    return failed.value


def test_a_wrong_value_without_a_cause_is_explained_by_its_case() -> None:
    assert failure(5.5).diagnosis == "one_cell"
    assert failure(5.5).message == "W is not right. This happens for one cell."


def test_a_cause_that_is_known_is_not_replaced_by_the_case() -> None:
    assert failure(-1.0).diagnosis == "sign_flipped"
    assert "one cell" not in failure(-1.0).message


def test_a_wrong_shape_keeps_its_diagnosis_and_gains_the_case() -> None:
    assert failure([1.0]).diagnosis == "wrong_shape"
    assert failure([1.0]).message.endswith("This happens for one cell.")


def test_a_case_in_which_all_is_well_says_nothing() -> None:
    with case("one_cell", "for one cell"):
        assert_close(1.0, 1.0, "W")


def test_an_exception_is_given_a_hint_and_an_empty_blank_is_not() -> None:
    with pytest.raises(CheckFailed, match=r"ValueError.* The shapes") as failed, hint_if_raised("The shapes?"):
        student(f=raising(ValueError("no"))).f()
    assert failed.value.diagnosis == "raised"
    with pytest.raises(CheckFailed) as failed, hint_if_raised("The shapes?"):
        student(f=raising(NotImplementedError("this blank is still empty"))).f()
    assert failed.value.diagnosis == "not_attempted"


@pytest.mark.parametrize("harm", [lambda A: A.sort(), lambda A: A.__imul__(-1), lambda A: A.fill(0)])
def test_an_argument_that_was_written_into_is_seen_after_the_first_call(harm: Any) -> None:
    one = student(f=lambda A: [harm(A), 1.0][1])
    given = Given(one, A=np.array([3.0, 1.0]))
    one.f(given.A)
    with pytest.raises(CheckFailed, match="f changes the array A"):
        given.require_unharmed("f")
    assert np.array_equal(given.was("A"), [3.0, 1.0])


def test_what_became_of_arguments_is_asked_for_with_the_call_and_again_after_other_calls() -> None:
    one = student(harm=lambda A, by=-1: A.__imul__(by).sum(), read=lambda A: A.sum())
    given = Given(one, A=np.array([3.0, 1.0]), B=np.ones(2))
    assert given.to(one.read, given.A) == 4
    given.require_unharmed("read")
    assert given.to(one.harm, given.A, by=2) == 8
    with pytest.raises(CheckFailed, match="harm changes the array A"):
        given.require_unharmed("harm")
    given = Given(one, A=np.array([3.0, 1.0]))
    assert given.to(one.read, given.A) == 4
    given.require_unharmed("read")
    one.harm(given.A)
    with pytest.raises(CheckFailed, match="harm changes the array A"):
        given.require_unharmed("harm")


def test_an_argument_that_was_only_read_is_unharmed() -> None:
    one = student(f=lambda A: A.sum())
    given = Given(one, A=np.array([3, 1]))
    assert one.f(given.A) == 4
    given.require_unharmed("f")


def test_a_result_in_a_buffer_that_the_next_call_fills_is_found() -> None:
    buffer = np.empty(3)
    ours = student(f=lambda x: np.multiply(x, 2, out=buffer))
    with pytest.raises(CheckFailed) as failed:
        assert_nothing_kept(ours.f, [np.ones(3)], [np.zeros(3)], "f(x)")
    assert failed.value.diagnosis == "result_kept"


def test_of_several_results_the_one_that_is_no_data_is_named() -> None:
    @check(points=1)
    def test_two(student: Any) -> None:
        """Two results."""
        assert_nothing_kept(student.f, [np.ones(3)], [np.zeros(3)], "The result of f")

    outcome = run_check(test_two.check, student(f=lambda x: (2 * x, None)), {}, cohort="2027", task="f")  # type: ignore[attr-defined]
    nothing = "nothing (None), as from a function without `return`"
    assert outcome.message == f"The result of f, part 2 of 2, should be numbers, but it is {nothing}."


def test_an_argument_that_a_later_call_changes_is_found() -> None:
    given: list[Any] = []

    def double(x: Any, more: list[Any]) -> Any:
        for old in given:
            old.fill(0)
        given[:] = [*more]
        return 2 * x

    ours = student(f=double)
    with pytest.raises(CheckFailed, match="An argument of an earlier call is changed by a later one") as failed:
        assert_nothing_kept(ours.f, [1.0, [np.ones(3)]], [1.0, [np.ones(3)]], "f")
    assert failed.value.diagnosis == "damages_input"
    harmless = student(f=lambda x, more: 2 * x)
    assert_nothing_kept(harmless.f, [1.0, [np.ones(3), harmless.f]], [1.0, []], "f")
    assert_nothing_kept(harmless.f, [1.0, (np.ones(3), np.ones((2, 2)))], [1.0, ()], "f")
    assert_nothing_kept(student(f=lambda x: x.sum()).f, [np.ones(3)], [np.ones(4)], "f")


def test_a_result_that_depends_on_the_call_before_is_found() -> None:
    calls: list[float] = []

    def running_mean(x: float) -> float:
        calls.append(x)
        return sum(calls) / len(calls)

    with pytest.raises(CheckFailed) as failed:
        assert_nothing_kept(student(f=running_mean).f, [1.0], [2.0], "f(x)")
    assert failed.value.diagnosis == "not_repeatable"


@pytest.mark.parametrize("others", [[], [3.0]])
def test_a_result_that_is_remembered_by_the_array_itself_is_found(others: list[Any]) -> None:
    last: list[Any] = [None, None]

    def double(x: Any, *_: Any) -> Any:
        if last[0] is not x:
            last[:] = [x, 2 * x]
        return last[1].copy()

    with pytest.raises(CheckFailed, match="the same array comes again with other numbers") as failed:
        assert_nothing_kept(student(f=double).f, [np.ones((2, 3)), *others], [np.zeros((2, 3)), *others], "f(x)")
    assert failed.value.diagnosis == "kept"


@pytest.mark.parametrize("key", [lambda x, y: x.tobytes(), lambda x, y: y.tobytes(), lambda x, y: (id(x), y.tobytes())])
def test_a_result_that_is_remembered_without_one_argument_is_found(key: Any) -> None:
    known: dict[Any, Any] = {}
    numbers = np.arange(6.0).reshape(2, 3)
    ours = student(f=lambda x, y: known.setdefault(key(x, y), (x, x @ y))[1].copy())
    with pytest.raises(CheckFailed, match="in which little has changed") as failed:
        assert_nothing_kept(ours.f, numbers, numbers + 1, "f(x, y)", np.dot)
    assert failed.value.diagnosis == "kept"
    assert_nothing_kept(student(f=lambda x, y: np.float32(x @ y)).f, numbers, numbers + 1, "f(x, y)", np.dot)


KEYS = {
    "sum": np.sum,
    "row sums": lambda x: x.sum(axis=1).tobytes(),
    "squares": lambda x: np.sum(x * x),
    "first row": lambda x: x[0].tobytes(),
    "first column": lambda x: x[:, 0].tobytes(),
    "last column": lambda x: x[:, -1].tobytes(),
    "all but the first column": lambda x: x[:, 1:].tobytes(),
    "all but the last number": lambda x: x.ravel()[:-1].tobytes(),
    "every other column": lambda x: x[:, ::2].tobytes(),
}


@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
def test_a_result_that_is_remembered_by_a_part_or_a_sum_of_an_argument_is_found(key: Any) -> None:
    known: dict[Any, Any] = {}
    first, second = np.random.default_rng(2).permutation(42).reshape(2, 1, 3, 7).astype(float)
    ours = student(f=lambda x: known.setdefault(key(x), x**2).copy())
    with pytest.raises(CheckFailed, match="in which little has changed") as failed:
        assert_nothing_kept(ours.f, first, second, "f(x)", np.square)
    assert failed.value.diagnosis == "kept"
    by_all = student(f=lambda x: known.setdefault((x.shape, x.tobytes()), x**2).copy())
    assert_nothing_kept(by_all.f, first, second, "f(x)", np.square)


def test_a_result_that_is_remembered_by_a_list_of_arrays_is_found() -> None:
    known: dict[int, Any] = {}
    first, second = ([[np.full(3, size), np.full(4, size)]] for size in (1.0, 2.0))
    ours = student(f=lambda arrays: known.setdefault(id(arrays), (arrays, sum(one.sum() for one in arrays)))[1])
    with pytest.raises(CheckFailed, match="the same array comes again with other numbers"):
        assert_nothing_kept(ours.f, first, second, "f(arrays)")


def test_a_result_that_is_remembered_without_the_shape_is_found_where_any_shape_may_come() -> None:
    known: dict[bytes, Any] = {}
    first, second = np.random.default_rng(2).normal(size=(2, 1, 2, 6))
    ours = student(f=lambda x: known.setdefault(x.tobytes(), x**2).copy())
    assert_nothing_kept(ours.f, first, second, "f(x)", np.square)
    with pytest.raises(CheckFailed, match="come in another shape") as failed:
        assert_nothing_kept(ours.f, first, second, "f(x)", np.square, any_shape=True)
    assert failed.value.diagnosis == "kept"
    assert_nothing_kept(student(f=np.square).f, first, second, "f(x)", np.square, any_shape=True)


@pytest.mark.parametrize("f", [lambda x: 2 * x[:2], lambda x: 2 * x.reshape(2, 6), lambda x: 12 * x / x.shape[1]])
def test_what_is_wrong_for_another_shape_is_no_memory_and_ends_the_check(f: Any) -> None:
    first, second = np.random.default_rng(2).normal(size=(2, 1, 2, 6))
    ours = student(f=f)
    assert_nothing_kept(ours.f, first, second, "f(x)", lambda x: 2 * x, any_shape=True)
    with pytest.raises(CheckFailed, match="not for those of another") as failed:
        ours.settle()
    assert failed.value.diagnosis == "other_shape"


def test_what_raises_for_another_shape_ends_the_check() -> None:
    first, second = np.random.default_rng(2).normal(size=(2, 1, 2, 6))
    ours = student(f=lambda x: 2 * x if x.shape == (2, 6) else 1 / 0)
    assert_nothing_kept(ours.f, first, second, "f(x)", lambda x: 2 * x, any_shape=True)
    with pytest.raises(StudentRaised, match="ZeroDivisionError"):
        ours.settle()


def test_what_cuts_off_outside_the_range_of_the_data_is_no_memory() -> None:
    first, second = np.random.default_rng(2).uniform(size=(2, 1, 3, 6))
    cut = student(f=lambda x: 2 * np.clip(x, 0, 1))
    assert_nothing_kept(cut.f, first, second, "f(x)", lambda x: 2 * x)


def test_a_change_follows_where_all_numbers_are_alike() -> None:
    assert [one.tolist() for one in little_changes(np.ones((1, 1)))] == [[[2.0]]]


@pytest.mark.parametrize(
    ("before", "is_filled"),
    [
        (np.zeros(2), True),
        (np.zeros(2, np.float32), True),
        (np.zeros(2, int), False),
        (np.zeros(3), False),
        (np.broadcast_to(0.0, 2), False),
        ([0.0, 0.0], False),
    ],
    ids=["floats", "single precision", "whole numbers", "another shape", "read-only", "a list"],
)
def test_numbers_are_put_into_the_array_that_is_there_or_one_is_set(before: Any, is_filled: bool) -> None:
    model = SimpleNamespace(W=before)
    put_in_place(student(model=model).model, "W", np.array([0.5, 2.0]))
    assert (model.W is before) == is_filled
    assert np.array_equal(model.W, [0.5, 2.0])


def test_where_numbers_rise_they_stay_in_order() -> None:
    assert list(little_changes(np.arange(5.0))) == []
    assert list(little_changes(np.float64(2))) == []
    assert len(list(little_changes(np.array([3.0, 1.0, 2.0, 5.0, 4.0])))) == 2


def test_what_is_wrong_for_both_calls_is_left_to_other_checks() -> None:
    numbers = np.arange(6.0).reshape(2, 3)
    assert_nothing_kept(student(f=lambda x, y: x.sum()).f, numbers, numbers + 1, "f(x, y)", np.dot)
    assert_nothing_kept(student(f=lambda x, y: [x, y[:2]]).f, numbers, numbers + 1, "f(x, y)", np.add)
    ragged = student(f=lambda x, y: [[[1.0], [1.0, 2.0]]])
    assert_nothing_kept(ragged.f, numbers, numbers + 1, "f(x, y)", lambda x, y: [x + y])


def test_an_argument_that_the_call_itself_changes_is_no_memory() -> None:
    ours = student(f=lambda x: np.multiply(x, 2, out=x).copy())
    with pytest.raises(CheckFailed, match="An argument is changed: put") as failed:
        assert_nothing_kept(ours.f, [np.ones(3)], [np.zeros(3)], "f(x)")
    assert failed.value.diagnosis == "damages_input"


def test_results_of_their_own_pass() -> None:
    assert_nothing_kept(student(f=lambda x: [x, 2 * x[:1]]).f, [np.ones(3)], [np.zeros(3)], "f(x)")


@pytest.mark.parametrize("nothing", [None, "text", {"a": 1.0}, object()])
def test_a_result_that_is_no_data_fails_the_check_where_nothing_else_does(nothing: Any) -> None:
    calls: list[Any] = []

    def evades(x: Any) -> Any:
        calls.append(x)
        return 2 * x if len(calls) < 4 else nothing

    def outcome(function: Any, says_more: bool) -> Any:
        @check(points=1)
        def test_twice(student: Any) -> None:
            """f(x) is twice x."""
            assert_nothing_kept(student.f, [np.arange(3.0)], [np.arange(1.0, 4.0)], "f(x)", lambda x: 2 * x)
            if says_more:
                assert_close(student.f(1.0), 3.0, "f(1)", mistakes={"double": ("it is twice as much", 2.0)})

        calls.clear()
        return run_check(test_twice.check, student(f=function), {}, cohort="2027", task="t")  # type: ignore[attr-defined]

    assert outcome(lambda x: 2 * x, False).passed
    found = outcome(evades, False)
    assert (found.passed, found.diagnosis) == (False, "wrong_type")
    assert outcome(lambda x: nothing if np.ndim(x) else 2 * x, True).diagnosis == "double"
