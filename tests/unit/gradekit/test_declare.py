"""What a declared task holds without being told: laws, sizes, kinds of numbers, one cause of all that is wrong."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import gradekit
from gradekit import CheckFailed, Fit, Function, GivenFunction, Model, Steps, Value, array, integers
from gradekit.checks import LocalStudent
from gradekit.fits import but_for_one_slip

MISTAKES = {
    "over_rows": ("the sum runs over rows", lambda X: X.sum(axis=1) if X.shape[0] == X.shape[1] else None),
    "mean": ("it is the mean", lambda right, X: right / len(X)),
    "absolute_first": ("signs are lost", lambda X: np.abs(X).sum(axis=0)),
}
total = Function(
    "total(X)",
    right=lambda X: X.sum(axis=0),
    mistakes=MISTAKES,
    words={"K": "cell", "N": "moment"},
    n="N",
    takes={"X": array("K N")},
)


def found(declared: Any, answer: Callable[..., Any], **asked: Any) -> str:
    """The diagnosis that an answer gets; nothing where it is right."""
    try:
        declared.holds(LocalStudent({declared.name: answer}), np.random.default_rng(0), **asked)
    except CheckFailed as failed:
        return failed.diagnosis
    return ""


def in_place(X: Any) -> Any:
    X *= 1.0
    X[0] = X.sum(axis=0)
    return X[0]


def kept() -> Callable[..., Any]:
    store: dict[Any, Any] = {}
    return lambda X: store.setdefault(X.shape, X.sum(axis=0))


WRONG = {
    "mean": lambda X: X.mean(axis=0),
    "absolute_first": lambda X: np.abs(X).sum(axis=0),
    "twice": lambda X: 2 * X.sum(axis=0),
    "damages_input": lambda X: in_place(X) if X.dtype.kind == "f" else X.sum(axis=0),
    "one_cell": lambda X: X.sum(axis=0) if len(X) > 1 else X.sum(axis=0) + 1,
    "one_moment": lambda X: X.sum(axis=0) + (X.shape[1] == 1 < len(X)),
    "all_one": lambda X: X.sum(axis=0) + (X.shape == (1, 1)),
    "more_cells": lambda X: X[:20].sum(axis=0),
    "small_numbers": lambda X: X.sum(axis=0) + X[-1] * (np.abs(X).max() < 1e-3),
    "whole_numbers": lambda X: X.sum(axis=0) + 0.5 * (X.dtype.kind == "i"),
}


def test_a_right_answer_keeps_everything_however_it_is_written() -> None:
    assert found(total, lambda X: sum(X)) == ""
    assert found(total, lambda X: np.ones(len(X)) @ X.astype(np.float32)) == ""


@pytest.mark.parametrize("slug", WRONG)
def test_each_law_and_each_size_is_held_without_being_written(slug: str) -> None:
    assert found(total, WRONG[slug], many={"K": 60}) == slug


def test_what_is_kept_from_the_last_call_is_found() -> None:
    assert found(total, kept()) != ""


def test_a_law_is_waived_by_its_name() -> None:
    assert found(total, WRONG["all_one"], without=["all_one"]) == ""
    assert found(total, WRONG["one_cell"], without=["one_cell", "all_one"]) == ""


def test_a_cause_is_told_only_if_it_explains_all_that_is_wrong_and_leaves_right_what_is_right() -> None:
    assert found(total, lambda X: X.mean(axis=0) if len(X) > 9 else 2 * X.sum(axis=0)) not in ("mean", "twice")
    assert found(total, lambda X: X.mean(axis=0) if len(X) > 60 else X.sum(axis=0), many={"K": 90}) == "more_cells"


def test_a_slip_is_looked_past_where_another_check_tells_it() -> None:
    assert found(total, WRONG["mean"], looks_past=["mean"]) == ""
    assert found(total, WRONG["twice"], looks_past=["twice"]) == ""
    assert found(total, WRONG["absolute_first"], looks_past=["mean"]) == "absolute_first"


def test_a_gradient_is_held_against_the_central_difference_even_where_the_reference_is_wrong() -> None:
    slope = Function(
        "slope(W)",
        right=lambda W: 3 * W,
        words={"N": "weight"},
        gradient_of=lambda W: np.sum(W**2),
        wrt="W",
        takes={"W": array("N")},
    )
    assert found(slope, lambda W: 3 * W) != ""
    assert found(slope, lambda W: 3 * W, without=["central_differences"]) == ""


def test_whole_numbers_stay_below_their_letter_and_no_two_sizes_agree() -> None:
    one = Function(
        "pick(Z, k)",
        right=lambda Z, k: Z[k, np.arange(len(k))],
        takes={"Z": array("K N"), "k": integers("N", below="K")},
    )
    for seed in range(20):
        problem = one.draw(np.random.default_rng(seed))
        assert problem["k"].max() < len(problem["Z"]) != problem["Z"].shape[1]


def test_parts_of_a_result_are_judged_together() -> None:
    swapped = {"swapped": ("the parts are swapped", lambda right: right[::-1])}
    both = Function(
        "both(X)", right=lambda X: [X.sum(), X.max()], mistakes=swapped, parts=("sum", "max"), takes={"X": array("N")}
    )
    assert found(both, lambda X: [X.sum(), X.max()]) == ""
    assert found(both, lambda X: [X.max(), X.sum()]) == "swapped"
    assert found(both, lambda X: [X.sum()]) == "other_number"


class Linear:
    def __init__(self, X: Any, Y: Any) -> None:
        self.X, self.Y, self.W = X, Y, np.full((2, len(X)), 0.5)

    def forward(self, X: Any) -> Any:
        return self.W @ X

    def fit(self) -> None:
        self.W = np.linalg.lstsq(self.X.T, self.Y.T, rcond=None)[0].T


forward = Function(
    "forward(W, X)",
    right=lambda W, X: W @ X,
    on=Model("Linear", "model.forward(X)", sets={"W": "W"}, made_with="X=np.cos(X), Y=X[:2]"),
    words={"K": "cell", "N": "moment"},
    takes={"W": array("2 K"), "X": array("K N")},
)


def outcome(kind: type, check: Callable[..., Any]) -> str:
    try:
        check(LocalStudent({"Linear": kind}), np.random.default_rng(0))
    except CheckFailed as failed:
        return failed.diagnosis
    return ""


class FrozenWeights(Linear):
    def forward(self, X: Any) -> Any:
        self.first = getattr(self, "first", self.W.copy())
        return self.first @ X


class KeptWeights(Linear):
    def forward(self, X: Any) -> Any:
        if getattr(self, "of", None) is not self.W:
            self.of, self.first = self.W, self.W.copy()
        return self.first @ X


class OwnData(Linear):
    def forward(self, X: Any) -> Any:
        return self.W @ X + (X.shape == self.X.shape) * self.X[:1]


def test_a_method_uses_the_weights_of_the_moment_and_no_other_data() -> None:
    assert outcome(Linear, forward.holds) == ""
    assert outcome(FrozenWeights, forward.holds) == "called_again"
    assert outcome(KeptWeights, forward.holds) == "kept"
    assert outcome(OwnData, forward.holds) != ""


def data(n: int) -> Callable[..., Any]:
    return lambda rng, session: {"X": rng.uniform(size=(3, n)), "Y": rng.normal(size=(2, n))}


fit = Fit(
    "Linear",
    "fit",
    "W",
    right=lambda X, Y: np.linalg.solve(X @ X.T, X @ Y.T).T,
    decides=("X", "Y"),
    cases={"few": ("for few", data(31)), "many": ("for many", data(53))},
)


class Returned(Linear):
    def fit(self) -> Any:
        return np.linalg.lstsq(self.X.T, self.Y.T, rcond=None)[0].T


class Half(Linear):
    def fit(self) -> None:
        half = self.X.shape[1] // 2
        self.W = np.linalg.lstsq(self.X[:, :half].T, self.Y[:, :half].T, rcond=None)[0].T


class Once(Linear):
    def fit(self) -> None:
        if (self.W == 0.5).all():
            super().fit()


def values(*cases: str, **asked: Any) -> Callable[..., Any]:
    return lambda student, rng: fit.values(student, rng, None, *cases, **asked)


def test_a_fit_is_looked_for_where_it_is_left_and_on_the_data_that_were_used() -> None:
    assert outcome(Linear, values("few", "many")) == ""
    assert outcome(Returned, values("few")) == "not_set"
    assert outcome(Returned, values("few", "many", anywhere=True)) == ""
    assert outcome(Half, values("few", "many")) == "first_half"
    assert outcome(Half, values("few", "many", anywhere=True, looks_past=("other_data",))) == ""


def test_only_the_data_of_the_moment_decide_a_fit() -> None:
    def alone(student: Any, rng: Any) -> None:
        fit.nothing_else_counts(student, rng, None, "few", "many")

    assert outcome(Linear, alone) == ""
    assert outcome(Once, alone) == "depends_on_start" or outcome(Once, alone) == "fitted_once"


def test_one_slip_is_a_factor_an_order_or_a_row() -> None:
    W = np.array([[1.0, 2.0], [3.0, 5.0]])
    assert all(but_for_one_slip(one, W, 1e-3) for one in (2 * W, -W, W.T, W[::-1], W * [[1], [0]]))
    assert not but_for_one_slip(W + 1, W, 1e-3)


def downhill(derivative: Any, W: Any, eta: Any, n_steps: int) -> Any:
    path = [W]
    for _ in range(n_steps):
        path.append(path[-1] - eta * derivative(path[-1]))
    return np.array(path)


def test_the_usual_slips_in_a_path_need_not_be_written() -> None:
    steps = Steps("descend(derivative, W, eta, n_steps)", right=downhill)
    valley, hill = (steps.problem("lambda W: 2 * W", W, 0.1, 3) for W in (1.0, 2.0))
    asked = {"only": [("valley", "in a valley", valley)], "pair": (valley, hill)}
    assert found(steps, downhill, **asked) == ""
    assert found(steps, lambda *a: downhill(*a)[:-1], **asked) == "last_missing"
    assert found(steps, lambda *a: downhill(*a)[:-1], looks_past=["last_missing"], **asked) == ""


def test_a_given_function_is_the_same_on_both_sides() -> None:
    given = GivenFunction("lambda k: lambda W: k * W", 3.0)
    assert given.ours(2.0) == 6.0
    student = LocalStudent({"call": lambda f: f(2.0)})
    assert student.call(given.theirs(student)) == 6.0


def test_a_value_is_told_by_its_mistakes() -> None:
    value = Value("n", {"squared": ("it is squared", lambda right: right**2)})
    value.holds(LocalStudent({"n": 7}), 7)
    with pytest.raises(CheckFailed, match="it is squared"):
        value.holds(LocalStudent({"n": 49}), 7)


def test_zero_is_never_put_down_to_a_mistake_that_comes_near_it() -> None:
    nearly = {"tiny": ("it is tiny", lambda right: right * 1e-9)}
    judge = gradekit.Judge("n", nearly)
    with pytest.raises(CheckFailed) as failed:
        judge.hold(iter([gradekit.Found(0.0, np.asarray(1e3))]))
    assert failed.value.diagnosis == "all_zero"


def test_what_authors_import_is_little_and_has_an_example_each() -> None:
    assert len(gradekit.__all__) <= 30
    assert [name for name in gradekit.__all__ if ">>>" not in (getattr(gradekit, name).__doc__ or "")] == []


def test_where_an_answer_raises_for_its_shapes_equal_sizes_tell_why() -> None:
    product = Function(
        "product(W, X)",
        right=lambda W, X: W @ X,
        mistakes={"exchanged": ("the factors are exchanged", lambda W, X: X @ W)},
        takes={"W": array("M K"), "X": array("K N")},
    )
    alike = product.draw(np.random.default_rng(1), M=3, K=3, N=3)
    assert found(product, lambda W, X: X @ W) == "raised"
    assert found(product, lambda W, X: X @ W, alike=alike) == "exchanged"


def test_parts_that_are_asked_for_are_judged_each_by_itself() -> None:
    one_more = {"one_more": ("it is one too many", lambda right: [part + 1 for part in right])}
    both = Function(
        "both(X)", right=lambda X: [X.sum(), X.max()], mistakes=one_more, parts=("sum", "max"), takes={"X": array("N")}
    )
    wrong = lambda X: [X.sum() + 1, X.max()]  # noqa: E731
    assert found(both, wrong, places=[1], without=["nothing_kept"]) == ""
    assert found(both, wrong, places=[1, 0]) == "one_more"
    assert found(both, wrong) != "one_more"  # which would leave the other part wrong


def test_where_an_answer_raises_cases_in_which_it_works_tell_why() -> None:
    few = {"few": ("It works for few numbers", [("", "", total.draw(np.random.default_rng(1), K=2, N=3))])}
    assert found(total, lambda X: X[:3].sum(axis=0) if len(X) < 3 else [][1], works=few) == "few"
    assert found(total, lambda X: [][1], works=few) == "raised"


def test_a_mistake_with_a_free_number_finds_it_by_what_was_given() -> None:
    scaled = {
        "scaled": ("it is another multiple", lambda right, got: right * np.vdot(got, right) / np.vdot(right, right))
    }
    double = Function("double(X)", right=lambda X: 2 * X, mistakes=scaled, takes={"X": array("K N")})
    assert found(double, lambda X: 2.7 * X) == "scaled"
    assert found(double, lambda X: 2.7 * X**2) != "scaled"
