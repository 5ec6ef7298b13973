"""What is said of values that are right but for one thing, or right in part."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gradekit.assertions import assert_close
from gradekit.failures import CheckFailed

WANT = np.array([[1.5, -2.25, 4.0], [0.5, 3.75, -1.25], [2.5, -0.75, 6.5]])


def failure(got: Any, want: Any = WANT) -> CheckFailed:
    with pytest.raises(CheckFailed) as raised:
        assert_close(got, want, "M")
    return raised.value


@pytest.mark.parametrize(
    ("got", "diagnosis"),
    [
        (np.sign(WANT), "sign_only"),
        (np.abs(WANT), "absolute"),
        (np.maximum(WANT, 0), "negatives_cut"),
        (np.trunc(WANT), "whole_numbers"),
        (WANT**2, "squared"),
        (np.cumsum(WANT, axis=-1), "running_sum"),
        (np.roll(WANT, 1, axis=-1), "one_place_off"),
        (np.diag(np.diag(WANT)), "diagonal_only"),
        (WANT - np.diag(np.diag(WANT)), "diagonal_missing"),
        (np.triu(WANT), "half_filled"),
        (np.tril(WANT), "other_half_filled"),
        (np.repeat(WANT[1:2] + 1, 3, axis=0), "rows_alike"),
        (np.repeat(WANT[:, :1] + 1, 3, axis=1), "columns_alike"),
        (WANT[:, 1:], "first_missing"),
        (WANT[:, :-1], "last_missing"),
        (np.hstack([WANT[:, :1], WANT]), "one_more_at_the_start"),
        (np.hstack([WANT, WANT[:, :1]]), "one_more_at_the_end"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_thing_that_was_done_to_the_right_values_is_named(got: Any, diagnosis: str) -> None:
    failed = failure(got)
    assert (failed.diagnosis, failed.names_cause) == (diagnosis, True)


@pytest.mark.parametrize("turn", [np.asarray, np.transpose])
def test_columns_or_rows_that_are_alike_are_no_cause_where_they_should_be_alike(turn: Any) -> None:
    want = turn(np.array([[0.0, 1e-13], [1.0, 1.0]]))  # central differences differ a little
    assert failure(turn(np.array([[0.3, 0.3], [1.0, 1.0]])), want).diagnosis == "wrong_value"


def test_a_lost_axis_is_named() -> None:
    assert failure(WANT[:, 0], WANT[:, :1]).diagnosis == "axis_lost"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (np.s_[2], "Only the last row is wrong."),
        (np.s_[0], "Only the first row is wrong."),
        (np.s_[1:], "The first row is right, the later ones are not."),
        (np.s_[:, 2], "Only the last column is wrong."),
        (np.s_[1, 1], ""),
    ],
    ids=str,
)
def test_the_part_that_is_right_is_named_and_no_cause(wrong: Any, said: str) -> None:
    got = WANT.copy()
    got[wrong] = np.sin(got[wrong]) + 9
    failed = failure(got)
    assert failed.message.removeprefix("M has the right shape but the wrong value.").strip() == said
    assert not failed.names_cause
