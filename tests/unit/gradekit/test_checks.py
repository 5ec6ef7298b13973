"""The assertions of the graders: the right stage, the right diagnosis, no number of hidden data in a message."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np
import pytest

from gradekit.assertions import (
    all_close,
    as_array,
    assert_close,
    assert_finite,
    assert_gradient,
    assert_shape,
    numerical_gradient,
)
from gradekit.cases import Given, assert_nothing_kept
from gradekit.checks import OF_ANOTHER_KIND, LocalStudent, LocalTransport, Task, check, run_check
from gradekit.failures import CheckFailed, FaultyCheck, StudentRaised
from gradekit.proxy import StudentSide, TooMuch, attributes, inbound, keep, results_of, steps_of, told

RIGHT = np.array([[1.0, -2.0], [3.0, 5.0]])


@pytest.mark.parametrize("kind", [np.float64, np.float32, np.int64, np.uint16, np.bool_])
@pytest.mark.parametrize(("rtol", "atol"), [(1e-6, 1e-9), (0.0, 1e-12), (1e-3, 0.0)])
def test_numbers_are_close_where_numpy_says_so(kind: type, rtol: float, atol: float) -> None:
    special = [0, 1, -1, 1e-9, 1 + 1e-9, 1.1, 1e300, -1e300, np.inf, -np.inf, np.nan]
    numbers = special if issubclass(kind, np.floating) else [0, 1, 2, 60_000]
    for one, other, equal_nan in itertools.product(numbers, numbers, (False, True)):
        with np.errstate(all="ignore"):
            a, b = (np.full((2, 2), number).astype(kind) for number in (one, other))
            want = np.allclose(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan)
        assert all_close(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan) == want, (one, other)


@pytest.mark.parametrize(
    ("value", "stage", "diagnosis"),
    [
        (None, "type", "wrong_type"),
        ("text", "type", "wrong_type"),
        ({"a": 1}, "type", "wrong_type"),
        ([[1, 2], [3]], "type", "wrong_type"),
        ([1, None], "type", "wrong_type"),
        (np.ones((3, 2)), "shape", "wrong_shape"),
        (np.full((2, 2), np.nan), "finite", "not_finite"),
        (np.full((2, 2), np.inf), "finite", "not_finite"),
        (RIGHT.T, "value", "transposed"),
        (-RIGHT, "value", "sign_flipped"),
        (2 * RIGHT, "value", "twice"),
        (RIGHT / 2, "value", "half"),
        (7 * RIGHT, "value", "n_times"),
        (RIGHT / 7, "value", "one_over_n"),
        (3 * RIGHT, "value", "constant_factor"),
        (RIGHT + 4, "value", "shifted"),
        (0 * RIGHT, "value", "all_zero"),
        (RIGHT[::-1], "value", "rows_reversed"),
        (RIGHT[:, ::-1], "value", "columns_reversed"),
        (RIGHT**2, "value", "squared"),
        (RIGHT + np.array([[0, 0], [0, 2.0]]), "value", "wrong_value"),
        (RIGHT + np.array([[0, 0.1], [0, 0]]), "value", "wrong_value"),
    ],
)
def test_a_wrong_value_fails_at_its_stage_with_its_diagnosis(value: Any, stage: str, diagnosis: str) -> None:
    with pytest.raises(CheckFailed) as failed:
        assert_close(value, RIGHT, "W", n=7, mistakes={"squared": ("it is squared", lambda: RIGHT**2)})
    assert (failed.value.stage, failed.value.diagnosis) == (stage, diagnosis)
    assert "W" in failed.value.message


@pytest.mark.parametrize("value", [RIGHT, RIGHT.astype(np.float32), RIGHT.tolist(), RIGHT.astype(int)])
def test_right_values_pass_whatever_carries_them(value: Any) -> None:
    assert_close(value, RIGHT, "W")
    assert_shape(value, (2, 2), "W")
    assert_finite(value, "W")


def test_the_message_holds_no_number_and_the_detail_does() -> None:
    with pytest.raises(CheckFailed) as failed:
        assert_close(RIGHT * 1.2345, RIGHT * 6.789, "W")
    assert not any(character.isdigit() for character in failed.value.message)
    assert "6.789" in failed.value.detail or "33.945" in failed.value.detail


def test_a_transposed_shape_is_called_transposed() -> None:
    with pytest.raises(CheckFailed) as failed:
        assert_shape(np.ones((3, 2)), (2, 3), "W")
    assert failed.value.diagnosis == "transposed"


def test_a_mistake_near_the_right_value_is_still_told_apart() -> None:
    with pytest.raises(CheckFailed) as failed:
        assert_close(1.03, 1.0, "eta", rtol=0.005, mistakes={"near": ("a near miss", 1.03)})
    assert failed.value.diagnosis == "near"


def test_the_numerical_gradient_of_a_quadratic_is_exact() -> None:
    A = np.array([[2.0, 1.0], [1.0, 3.0]])
    W = np.array([0.5, -1.5])
    np.testing.assert_allclose(numerical_gradient(lambda v: float(v @ A @ v), W), 2 * A @ W, rtol=1e-9)


def test_a_gradient_is_held_to_a_millionth_and_a_missing_mean_is_named() -> None:
    exact = np.random.default_rng(1).normal(size=(3, 4))
    assert_gradient(exact * (1 + 1e-8), exact, "dLdW", n=6)
    with pytest.raises(CheckFailed):
        assert_gradient(exact * (1 + 1e-4), exact, "dLdW", n=6)
    with pytest.raises(CheckFailed) as failed:
        assert_gradient(6 * exact, exact, "dLdW", n=6)
    assert failed.value.diagnosis == "n_times"
    assert "mean over the N datapoints is missing" in failed.value.message


def run(function: Any, **names: Any) -> Any:
    return run_check(function.check, LocalStudent(names), {}, cohort="2027", task="t")


def test_an_outcome_says_what_was_missing_or_raised() -> None:
    @check(points=1)
    def test_looks(student: Any) -> None:
        """f gives one."""
        assert_close(student.f(), 1.0, "f()")

    def blank() -> float:
        raise NotImplementedError

    assert run(test_looks, f=lambda: 1).passed
    assert run(test_looks).diagnosis == "not_defined"
    assert run(test_looks, f=blank).diagnosis == "not_attempted"
    assert run(test_looks, f=lambda: 1 / 0).diagnosis == "raised"
    assert run(test_looks, f=lambda: [0] * 2).diagnosis == "wrong_shape"
    assert run(test_looks, f=3).diagnosis == "wrong_type"


def test_every_generator_is_seeded_by_the_name_of_the_check() -> None:
    @check(points=1)
    def test_draws(student: Any, rng: Any) -> None:
        """Draws agree."""
        drawn.append((student.draw(), float(rng.normal())))

    drawn: list[Any] = []
    for _ in range(2):
        assert run(test_draws, draw=lambda: float(np.random.normal())).passed
    assert drawn[0] == drawn[1]


def test_arguments_are_copies() -> None:
    @check(points=1)
    def test_damage(student: Any) -> None:
        """X stays as it is."""
        X = np.ones(3)
        student.damage(X)
        assert_close(X, np.ones(3), "X")

    def damage(X: Any) -> None:
        X[:] = 7

    assert run(test_damage, damage=damage).passed


def test_a_check_without_a_docstring_is_refused() -> None:
    with pytest.raises(ValueError, match="no docstring"):

        @check(points=1)
        def test_silent(student: Any) -> None: ...


@pytest.mark.parametrize(
    "value",
    [float("inf"), float("nan"), 0, "text", None, [], {}, [[1], [1, 2]], 10**400, np.ones((2, 3)), np.array(["a"]), 1j],
)
def test_no_value_of_a_students_is_a_fault_of_the_grader(value: Any) -> None:
    @check(points=1)
    def test_careless(student: Any) -> None:
        """The value is one."""
        got = student.value
        assert 1 / got == int(got) == float(got[0]) == math.exp(1e3 * got.size) == got["a"]

    outcome = run(test_careless, value=value)
    assert not outcome.passed
    assert outcome.diagnosis in ("wrong_type", "not_completed")


@pytest.mark.parametrize("fault", [NameError, AssertionError, ImportError, NotImplementedError, OSError])
@pytest.mark.parametrize("ask", [False, True])
def test_a_fault_of_the_grader_is_nobody_elses(fault: type[Exception], ask: bool) -> None:
    @check(points=1)
    def test_broken(student: Any) -> None:
        """This grader is broken."""
        if ask:
            assert student.value == 1
        raise fault

    with pytest.raises(fault):
        run(test_broken, value=1)


@pytest.mark.parametrize("fault", [ZeroDivisionError, KeyError, TypeError, AttributeError])
def test_what_fails_before_anything_is_asked_for_is_a_fault_of_the_grader(fault: type[Exception]) -> None:
    @check(points=1)
    def test_broken(student: Any) -> None:
        """This grader is broken."""
        raise fault

    with pytest.raises(fault):
        run(test_broken)


@pytest.mark.parametrize(
    "value",
    [
        np.ones(5_000_000, dtype=bool),
        [np.ones(1_000_000, dtype=bool)] * 5,
        {"a": [np.ones((2500, 2500), np.int8)]},
        np.empty((5_000_000, 0)),
        [["x" * 20_000], *[["a"]] * 300],
    ],
)
def test_more_numbers_than_any_task_asks_for_are_refused_before_they_are_looked_at(value: Any) -> None:
    @check(points=1)
    def test_looks(student: Any) -> None:
        """The value is one."""
        assert_close(student.value, 1.0, "value")

    outcome = run(test_looks, value=value)
    assert (outcome.passed, outcome.diagnosis) == (False, "too_much")
    with pytest.raises(TooMuch):
        assert_shape(np.broadcast_to(True, (5000, 5000)), (5000, 5000), "value")


def test_a_comparison_of_nothing_is_no_agreement() -> None:
    for compare in (assert_close, assert_gradient):
        with pytest.raises(CheckFailed) as failed:
            compare(np.ones((0, 3)), np.ones((0, 3)), "W")
        assert failed.value.diagnosis == "nothing_to_compare"


def test_a_named_mistake_is_said_only_if_it_is_nearer_than_what_is_right() -> None:
    near = {"rounded_mean": ("it is the ratio of the means", 5.1658)}
    with pytest.raises(CheckFailed) as failed:
        assert_close(5.17, 5.1709, "W_1d", rtol=1e-4, mistakes=near)
    assert failed.value.diagnosis == "rounded"
    with pytest.raises(CheckFailed) as failed:
        assert_close(5.16581, 5.1709, "W_1d", rtol=1e-4, mistakes=near)
    assert failed.value.diagnosis == "rounded_mean"


def test_a_shape_is_named_only_if_it_is_made_of_expected_sides() -> None:
    for shape, expected, said in [
        ((25, 2), (2, 25), "looks transposed"),
        ((2, 26), (2, 25), "one column too many"),
        ((3, 4), (4, 4), "one row too few"),
        ((2, 2), (2, 25), "the shape (2, 2)"),
        ((448, 839, 1), (), "several numbers"),
        ((1,), (), "holds the number; one number was expected"),
        ((448, 839), (2, 25), "too many rows and too many columns"),
        ((2, 839), (2, 25), "has too many columns"),
        ((25,), (2, 25), "a single row"),
        ((50,), (2, 25), "as many numbers as it should"),
        ((448, 1, 1), (2, 25), "3 axes"),
        ((), (21,), "is a single number"),
        ((0, 25), (2, 25), "is empty"),
    ]:
        with pytest.raises(CheckFailed) as failed:
            assert_shape(np.zeros(shape), expected, "W")
        assert said in failed.value.message
        assert "448" not in failed.value.message


def test_the_generator_of_a_hidden_check_depends_on_the_secret_and_is_not_the_students() -> None:
    drawn: list[Any] = []

    def made(public: bool) -> Any:
        @check(points=1, public=public)
        def test_draws(student: Any, rng: Any) -> None:
            """Draws."""
            theirs = np.random.get_state()[1][0]
            drawn.append((float(rng.normal()), float(np.random.default_rng(theirs).normal())))

        return test_draws.check  # type: ignore[attr-defined]

    for public, secret in [(False, "a"), (False, "b"), (True, "a"), (True, "b")]:
        run_check(made(public), LocalStudent({}), {}, cohort="2027", task="t", secret=secret)
    hidden_a, hidden_b, public_a, public_b = drawn
    assert hidden_a[0] != hidden_b[0]
    assert hidden_a[1] != hidden_b[1]
    assert public_a == public_b
    assert all(ours != theirs for ours, theirs in drawn)


def test_a_failed_assertion_of_the_students_is_quoted() -> None:
    raised = StudentRaised("AssertionError", "", "", "assert Y.shape == (2, N)")
    assert "`assert Y.shape == (2, N)`" in raised.message
    with suppress(CheckFailed):
        LocalStudent({}).fit  # noqa: B018 (a grader looks it up)
    assert StudentRaised("NotImplementedError", "LinearModel has no fit method yet.").diagnosis == "method_missing"
    invented = StudentRaised("NotImplementedError", f"LinearModel has no {'ж' * 40} method yet.")
    assert (invented.diagnosis, "ж" in invented.message) == ("raised", False)
    assert StudentRaised("NotImplementedError", "this blank is still empty").diagnosis == "not_attempted"
    assert StudentRaised("UserWarning", "").message == "Your code raised an exception of its own."


def test_texts_do_not_become_an_array_with_room_for_the_longest_at_each_place() -> None:
    with pytest.raises(CheckFailed, match="one regular array of numbers"):
        as_array(["x" * 10_000_000] + [""] * 100_000, "W")
    with pytest.raises(TooMuch):
        inbound(["x" * 10_000] + [""] * 75_000, LocalTransport(StudentSide({})))
    assert inbound(["a name"] * 10, LocalTransport(StudentSide({}))) == ["a name"] * 10


def test_what_a_check_cannot_go_on_with_names_its_line() -> None:
    @check(points=1)
    def adds_a_number(student: Any) -> None:
        """It is a number."""
        student.number + 1

    outcome = run_check(adds_a_number.check, LocalStudent({"number": None}), {}, cohort="2027", task="t", secret="a")  # type: ignore[attr-defined]
    assert outcome.detail.startswith("test_checks.py, line ")


def test_an_answer_that_our_memory_cannot_hold_fails_its_check() -> None:
    def too_large() -> None:
        """It is small."""
        raise MemoryError

    check(points=1)(too_large)
    outcome = run_check(too_large.check, LocalStudent({}), {}, cohort="2027", task="t", secret="a")  # type: ignore[attr-defined]
    assert (outcome.passed, outcome.diagnosis) == (False, "too_much")


def test_of_values_that_are_all_one_no_factor_is_named() -> None:
    with pytest.raises(CheckFailed) as failed:
        assert_close(np.full(4, 1.9), np.full(4, 1.7), "W")
    assert "same factor" not in failed.value.message


def test_a_rounded_value_is_called_rounded() -> None:
    with pytest.raises(CheckFailed) as failed:
        assert_close(np.round(RIGHT / 7, 3), RIGHT / 7, "W")
    assert failed.value.diagnosis == "rounded"


def test_a_value_with_many_digits_near_a_rounded_one_is_not_called_rounded() -> None:
    with pytest.raises(CheckFailed) as failed:
        assert_close(0.6733, 2 / 3, "the limit", rtol=0, atol=0.0051)
    assert failed.value.diagnosis == "wrong_value"


def test_text_in_place_of_one_number_or_of_several_is_said_as_such() -> None:
    with pytest.raises(CheckFailed, match=r"n should be one number, but it is a str\."):
        assert_close("3", 3, "n")
    with pytest.raises(CheckFailed, match=r"n should be one number, but it is a str\."):
        assert_shape("3", (), "n")
    with pytest.raises(CheckFailed, match=r"W should be numbers, but it is a str\."):
        assert_close("3", [3], "W")


def test_wrong_values_that_take_time_are_computed_only_where_the_value_is_wrong() -> None:
    calls = []

    def mistakes() -> dict[str, tuple[str, Any]]:
        calls.append(1)
        return {"squared": ("it is squared", RIGHT**2)}

    assert_close(RIGHT, RIGHT, "W", mistakes=mistakes)
    assert not calls
    with pytest.raises(CheckFailed, match="it is squared"):
        assert_close(RIGHT**2, RIGHT, "W", mistakes=mistakes)


@pytest.mark.parametrize("mistake", ["it is squared", np.ones(2), ("it is squared", 1.0, 2.0), (1.0, "it is squared")])
def test_a_mistake_that_is_no_pair_is_the_graders_fault(mistake: Any) -> None:
    with pytest.raises(FaultyCheck, match="the mistake 'squared' is not a pair of a sentence and a value"):
        assert_close(RIGHT + 0.3, RIGHT, "W", mistakes={"squared": mistake})


def test_what_a_task_needs_is_a_list() -> None:
    with pytest.raises(ValueError, match=r"task b needs 'one', a text: write a list of names, \['one'\]"):
        Task("b", needs="one")


def test_mistakes_that_are_no_mapping_are_the_graders_fault() -> None:
    with pytest.raises(FaultyCheck, match="the mistakes are not a mapping of names to pairs, but a list"):
        assert_close(RIGHT + 0.3, RIGHT, "W", mistakes=[("it is squared", RIGHT)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "call",
    [
        lambda student: student.f(3),
        lambda student: told(student.f)(3),
        lambda student: keep(student.f)(3),
        lambda student: list(results_of(student.f, [3])),
        lambda student: steps_of(student.f, 3),
        lambda student: Given(student, x=3).to(student.f, 3),
        lambda student: assert_nothing_kept(student.f, [3], [4], "f(x)"),
    ],
)
@pytest.mark.parametrize("value", [4, None, np.ones(3), [1, 2]])
def test_data_that_a_check_calls_are_said_to_be_no_function(call: Callable[[Any], object], value: Any) -> None:
    @check(points=1)
    def test_calls(student: Any) -> None:
        """It can be called."""
        call(student)

    outcome = run(test_calls, f=value)
    assert "no function at the end of the notebook" in outcome.message
    assert outcome.names_cause


def test_data_that_a_check_takes_for_an_object_are_not_said_to_be_no_function() -> None:
    @check(points=1)
    def test_has_weights(student: Any) -> None:
        """It has weights."""
        attributes(student.model, "W")

    assert run(test_has_weights, model=4).message == OF_ANOTHER_KIND
