"""Task bias_term: the linear model with a bias, learnt as the weight of an input that is always 1.

Predictions 0.25 by the example, 0.5 for any sizes, 0.25 with the weights of the moment; the fit 0.25 by the example,
0.25 where data are met exactly, 0.5 for the best weights of any data. Looked past: that use_bias is taken the other
way round, and where the bias is kept once fit() has found it.
"""

from contextlib import suppress

import numpy as np

from gradekit import (
    CheckFailed,
    Fit,
    Found,
    Function,
    Model,
    Notes,
    StudentRaised,
    Task,
    array,
    assert_close,
    case,
    check,
    hint_if_raised,
    named,
    require,
    told,
)

TASK = Task("bias_term", needs=["linear_forward", "w_star"])
NEAR = 1e-3
"""How far a weight, or a prediction in metres, may be from the best one."""
ROW_IN_FIT = "The row of ones goes on top of the rates of all moments: (N_cells + 1, N)."
ROW_IN_FORWARD = (
    "With a bias, W has one column more than X has rows: forward() puts one row of ones on top of X, exactly one,"
    " as long as this X is."
)
WITHOUT_A_BIAS = np.array([[3.52], [-0.848]])
"""The best weights of the worked example without a bias."""
ONE_BIAS = "both coordinates have the same bias; each has its own"
APART = "the bias was chosen apart from the weights; both have to be fitted together"

WRONG_PREDICTIONS = {
    "bias_not_added": ("the bias is left out of the prediction", lambda W, X: W[:, 1:] @ X),
    "bias_twice": ("the bias is added twice", lambda right, W: right + W[:, :1]),
    "bias_subtracted": ("the bias is subtracted", lambda right, W: right - 2 * W[:, :1]),
    "bias_last": (
        "the bias is taken from the last column of W, it is in the first",
        lambda W, X: W[:, :-1] @ X + W[:, -1:],
    ),
    "first_cell_only": (
        "only the first cell is in it; X may have any number of cells",
        lambda W, X: W[:, :1] + W[:, 1:2] @ X[:1],
    ),
    "ones_twice": (
        "there are two rows of ones",
        lambda W, X: W @ np.vstack([np.ones((2, X.shape[1])), X])[: W.shape[1]],
    ),
    "biases_along_columns": (
        "the biases are added along the columns: b needs the shape (2, 1)",
        lambda W, X: W[:, 1:] @ X + W[:, 0],
    ),
    "one_bias_for_both": (ONE_BIAS, lambda right, W: right - W[:, :1] + W[:, 0].mean()),
    "bias_of_x_for_both": (ONE_BIAS, lambda right, W: right - W[:, :1] + W[0, 0]),
    "bias_only": ("the inputs are ignored", lambda W, X: np.repeat(W[:, :1], X.shape[1], 1)),
    "ones_for_a_cell": (
        "the row of ones takes the place of the first cell",
        lambda W, X: W @ np.vstack([np.ones((1, X.shape[1])), X])[: len(X)],
    ),
    "cut_to_whole": (
        "it is cut to whole numbers, where X holds such: calculate with floats",
        lambda right, X: np.trunc(right) if X.dtype.kind in "iu" else right,
    ),
}
WRONG_FITS = {
    "bias_last": ("the bias is in the last column, it belongs in the first", lambda right: np.roll(right, -1, axis=1)),
    "bias_afterwards": (
        APART,
        lambda X_train, Y_train, plain: np.hstack([(Y_train - plain @ X_train).mean(1, keepdims=True), plain]),
    ),
    "bias_zero": (
        "the bias is zero, as if the first row were not made of ones",
        lambda plain: np.hstack([0 * plain[:, :1], plain]),
    ),
    "inverse_missing": (
        "the inverse of X Xᵀ is missing",
        lambda X_train, Y_train: Y_train @ np.vstack([np.ones((1, X_train.shape[1])), X_train]).T,
    ),
    "transposed": ("it is the transpose of what it should be", lambda right: right.T),
}


def worked_example():
    """Weights of one cell with a bias, rates to predict for, and arrays of a model that these weights meet exactly."""
    W, X, X_train = np.array([[10.0, 2.0], [1.0, -1.0]]), np.array([[5.0, 6.0]]), np.array([[5.0, 6.0, 8.0]])
    return W, X, {"X_train": X_train, "Y_train": W[:, 1:] @ X_train + W[:, :1], "X_test": X, "Y_test": np.ones((2, 2))}


@check(points=0.25, public=True)
def test_worked_example_of_forward(student):
    """With one cell and the weights of the worked example forward() predicts what it says."""
    W, X, arrays = worked_example()
    model = student.LinearModelWithBias(**arrays, use_bias=True)
    model.W = W
    with hint_if_raised(ROW_IN_FORWARD):
        Y_pred = model.forward(X)
    right = np.array([[20.0, 22.0], [-4.0, -5.0]])
    assert_close(Y_pred, right, "forward(X)", mistakes=named(WRONG_PREDICTIONS, {"W": W, "X": X, "right": right}))


@check(points=0.25, public=True)
def test_worked_example_of_fit(student):
    """With one cell fit() finds the weights of the worked example."""
    W, _, arrays = worked_example()
    model = student.LinearModelWithBias(**arrays, use_bias=True)
    before = weights_before_fit(model)
    with hint_if_raised(ROW_IN_FIT):
        model.fit()
    require_set(model.W, before)
    text = (
        "After fit() self.W has no column for the bias. Where use_bias is True, and not where it is False, fit() puts a"
        " row of ones on top of X_train, beside all cells and not in place of one."
    )
    require(np.shape(model.W) != (2, 1), text, diagnosis="no_bias_in_fit")
    known = {**arrays, "right": W, "plain": WITHOUT_A_BIAS}
    assert_close(model.W, W, "W", rtol=1e-4, atol=NEAR, mistakes=named(WRONG_FITS, known))


@check(points=0, public=True)
def test_without_a_bias(student):
    """With use_bias=False it does what LinearModel does."""
    W, X, arrays = worked_example()
    plain = student.LinearModelWithBias(**arrays, use_bias=False)
    before = weights_before_fit(plain)
    plain.fit()
    require_set(plain.W, before)
    require(np.shape(plain.W) != (2, 2), "There is a bias even with use_bias=False.", diagnosis="always_biased")
    wrong = {"test_data": ("it is fitted to the test data", np.full((2, 1), 11 / 61))}
    assert_close(plain.W, WITHOUT_A_BIAS, "W without a bias", rtol=1e-4, atol=NEAR, mistakes=wrong)
    plain.W = W[:, 1:]
    assert_close(plain.forward(X), [[10.0, 12.0], [-5.0, -6.0]], "forward(X) without a bias", rtol=1e-5)


def weights_before_fit(model):
    """The weights that a model begins with."""
    try:
        return model.W
    except StudentRaised as raised:
        text = (
            "The model has no weights W before fit(): LinearModel makes them, from which LinearModelWithBias inherits."
        )
        raise CheckFailed(text, raised.detail, "other_parent") from raised


def require_set(W, before):
    """Fail where fit() has left the weights as they were before."""
    is_set = np.shape(W) != np.shape(before) or not np.array_equal(W, before)
    require(is_set, "fit() has not changed the weights: assign the result to self.W.", diagnosis="not_set")


def with_ones(X):
    """X with a row of ones on top."""
    return np.vstack([np.ones((1, X.shape[1])), X])


def least_squares(X_train, Y_train):
    """The best weights without a bias, (2, n_in)."""
    return np.linalg.solve(X_train @ X_train.T, X_train @ Y_train.T).T


def forward(student, use_bias=True, inverted=False):
    """The function that forward is; models have data of as many columns as X, or of three more."""

    data = "X_{0}=np.cos(np.resize(X, (len(X), {1}))), Y_{0}=np.ones((2, {1})), "
    n = "X.shape[1] + 3 * (X.shape[1] % 2)"
    return Function(
        "forward(W, X)",
        name="forward(X)",
        right=(lambda W, X: W @ with_ones(X)) if use_bias else (lambda W, X: W @ X),
        mistakes=WRONG_PREDICTIONS if use_bias else {"cut_to_whole": WRONG_PREDICTIONS["cut_to_whole"]},
        hint=ROW_IN_FORWARD,
        on=Model(
            "LinearModelWithBias",
            sets={"W": "W"},
            gives="model.forward(X)",
            known_by="np.shape(W)",
            made_with=data.format("train", n) + data.format("test", n) + f"use_bias={use_bias != inverted}",
        ),
        words={"K": "cell", "N": "column"},
        rtol=1e-4,
        atol=1e-6,
        takes={"W": array("2 K+1" if use_bias else "2 K"), "X": array("K N", 0, 2)},
    )


@check(points=0.5)
def test_predictions_are_weighted_sums_plus_a_bias(student, session, rng):
    """forward(X) is W X + b for any number of cells and columns, with weights that were set, or those of fit()."""
    inverted, many = works_the_other_way_round(student), {"K": 60, "N": session.t.size + 7}
    try:
        kinds = ("unharmed", "whole_numbers", "all_kinds", "small_numbers")
        forward(student, inverted=inverted).holds(student, rng, many=many, without=(*kinds, "nothing_kept"))
    except CheckFailed:
        if not predicts_with_its_own_weights(student, rng, not inverted):
            raise


def works_the_other_way_round(student):
    """Whether fit() has a bias where use_bias is False and none where it is True, which other checks tell."""
    _, _, arrays = worked_example()
    shapes = []
    with suppress(CheckFailed):
        for use_bias in (True, False):
            model = told(student.LinearModelWithBias)(**arrays, use_bias=use_bias)
            told(model.fit)()
            shapes.append(np.shape(model.W))
    return shapes == [(2, 1), (2, 2)]


def predicts_with_its_own_weights(student, rng, use_bias):
    """Whether predictions are right after fit(), wherever the bias is kept: that is told by other checks."""
    sizes = ((4, 7), (1, 5), (60, 5), (4, 1), (1, 1))
    notes, problems = Notes(), [(affine_data(rng, n_in), rng.uniform(size=(n_in, n))) for n_in, n in sizes]
    for (arrays, _), X in problems:
        model = told(student.LinearModelWithBias)(**arrays, use_bias=use_bias)
        told(model.fit)()
        notes.call(model.forward, X)
    try:
        for ((_, W), X), Y_pred in zip(problems, notes, strict=True):
            assert_close(Y_pred, W @ with_ones(X), "forward(X)", rtol=1e-4, atol=NEAR * (1 + X.sum(axis=0).max()))
    except CheckFailed:
        return False
    return True


@check(points=0.25)
def test_the_weights_of_the_moment_and_use_bias_decide(student, session, rng):
    """forward(X) uses self.W as it is and nothing else, and W[:, 0] is the bias; without one it is a LinearModel."""
    is_subclass = "lambda kind, parent: isinstance(kind, type) and issubclass(kind, parent)"
    text = (
        "LinearModelWithBias does not inherit from LinearModel, as it should: class LinearModelWithBias(LinearModel)."
    )
    inherits = student.function(is_subclass)(student.LinearModelWithBias, student.LinearModel)
    require(inherits, text, diagnosis="other_parent")
    for use_bias in (True, False):
        of = forward(student, use_bias)
        n_in, W = session.n_cells, of.draw(rng, K=session.n_cells)["W"]
        X = [rng.uniform(0, 2, size=(n_in, n)) for n in (8, 8, 3, 12)]
        ones = np.where(np.arange(n_in)[:, None] == 0, 1.0, X[0])
        slug, when = ("other_data", "for other data") if use_bias else ("without_a_bias", "with use_bias=False")
        cases = [(slug, when, {"W": W, "X": one}) for one in X]
        cases.append(("ones_among_the_rates", "where a cell fires at 1 throughout", {"W": W, "X": ones}))
        cases.append(("whole_numbers", "for rates in whole numbers", {"W": W, "X": rng.integers(0, 4, size=(n_in, 6))}))
        cases.append(("low_rates", "for low rates", {"W": W, "X": X[0] / 300}))
        of.holds(student, rng, only=cases, sizes={"K": n_in, "N": 8})
        require_set_weights_count_after_fit(student, rng, of, use_bias)
    arrays, W = affine_data(rng, 4)
    model, plain = (student.LinearModelWithBias(**arrays, use_bias=use_bias) for use_bias in (True, False))
    model.W, plain.W = W, W[:, 1:]
    text = "when there are two models, one without a bias. Keep what belongs to one in `self`, not in the class"
    with case("two_models", text):
        for one, right in ((model, arrays["Y_train"]), (plain, W[:, 1:] @ arrays["X_train"])):
            assert_close(one.forward(arrays["X_train"]), right, "forward(X)", rtol=1e-4, atol=1e-5)


def require_set_weights_count_after_fit(student, rng, of, use_bias):
    """Fail where a fitted model predicts with a bias or with weights that fit() has kept elsewhere."""
    arrays, fitted = affine_data(rng, 4)
    model = told(student.LinearModelWithBias)(**arrays, use_bias=use_bias)
    with suppress(StudentRaised):
        model.fit()  # whether it works is told by its own checks
    problem = of.draw(rng, K=4, N=6)
    model.W = W = problem["W"]
    old = fitted if use_bias else least_squares(arrays["X_train"], arrays["Y_train"])
    kept = {
        "weights_kept": (
            "it is made with weights that fit() has found; use self.W as it is now",
            of.right(old, problem["X"]),
        )
    }
    if use_bias:
        text = "its bias is one that was kept elsewhere; the bias is self.W[:, 0], whatever that is now"
        kept["bias_kept"] = (text, of.right(W, problem["X"]) - W[:, :1] + old[:, :1])
    with case("other_weights", "when the weights of a fitted model are set to other ones"):
        assert_close(
            model.forward(problem["X"]), of.right(**problem), "forward(X)", rtol=1e-4, atol=1e-5, mistakes=kept
        )


def affine_data(rng, n_in, n=None):
    """Arrays of a model with Y = A X + b, where once no cell fires, and (b, A); the test data obey another law."""
    A, b = rng.normal(size=(2, n_in)), rng.uniform(1, 2, size=(2, 1))
    X_train, X_test = rng.uniform(size=(2, n_in, n or 41 + 2 * n_in))
    X_train[:, 3:4] = 0
    return {"X_train": X_train, "Y_train": A @ X_train + b, "X_test": X_test, "Y_test": 2 - A @ X_test}, np.hstack(
        [b, A]
    )


def data(n_in=4, n=None, noise=0.5):
    def draw(rng, session):
        long = 2 * session.X_train.shape[1] + 7
        arrays, _ = affine_data(rng, n_in, n or (long if n_in == 2 else None))
        arrays["Y_train"] += noise * rng.normal(0.6, 1, size=arrays["Y_train"].shape)
        if n_in == 2:  # what comes later differs
            arrays["Y_train"][:, session.X_train.shape[1] :] += 1.0
            arrays["Y_train"][:, -1] += 1000.0
        return arrays

    return draw


def of_biased(X_train, Y_train):
    return least_squares(with_ones(X_train), Y_train)


def mistakes_of_fit():
    """What people fit in place of the bias and the weights."""
    return {slug: (text, of_plain(wrong)) for slug, (text, wrong) in WRONG_FITS.items()} | {
        "regularised": ("something was added to X Xᵀ before it was inverted, as in ridge regression", ridge),
        "bias_is_the_mean": (
            APART,
            lambda X_train, Y_train: np.hstack(
                [Y_train.mean(1, keepdims=True), least_squares(X_train, Y_train - Y_train.mean(1, keepdims=True))]
            ),
        ),
        "one_by_one": ("each cell is fitted on its own, but cells fire together", cell_by_cell),
        "only_bias_wrong": (
            "its weights are right, the bias is not",
            lambda right, got: np.hstack([got[:, :1] + NEAR / 50, right[:, 1:]]),  # any other cause is nearer
        ),
    }


def of_plain(wrong):
    """A mistake that may ask for the best weights without a bias."""

    def value(X_train, Y_train, right):
        known = {"X_train": X_train, "Y_train": Y_train, "right": right, "plain": least_squares(X_train, Y_train)}
        return named({"": ("", wrong)}, known)[""][1]()

    return value


def ridge(X_train, Y_train, got):
    """The weights of somebody who adds a number to the diagonal of X Xᵀ, for the number that fits best."""
    X = with_ones(X_train)
    added = np.sum((Y_train - got @ X) @ X.T * got) / np.sum(got * got)
    if added <= 0:
        raise ValueError("nothing was added")
    return np.linalg.solve(X @ X.T + added * np.eye(len(X)), X @ Y_train.T).T


def cell_by_cell(X_train, Y_train):
    """Slopes of each cell alone, with one bias for all of them."""
    x, y = X_train - X_train.mean(1, keepdims=True), Y_train - Y_train.mean(1, keepdims=True)
    slopes = (y @ x.T) / np.sum(x**2, axis=1)
    return np.hstack([Y_train.mean(1, keepdims=True) - slopes @ X_train.mean(1, keepdims=True), slopes])


def fit(use_bias=True, inverted=False):
    return Fit(
        "LinearModelWithBias",
        "fit",
        "W",
        right=of_biased if use_bias else least_squares,
        decides=("X_train", "Y_train"),
        kept_back={"X_train": "X_test", "Y_train": "Y_test"},
        mistakes=mistakes_of_fit() if use_bias else {},
        made_with={"use_bias": use_bias != inverted},
        hint=ROW_IN_FIT,
        near=NEAR,
        cases={
            "other_data": ("for other data than those of the example", data(noise=0)),
            "one_cell": ("for one cell", data(1, noise=0)),
            "many_cells": ("for more cells than this session has", data(60, noise=0)),
            "noisy_data": ("where no weights fit the data exactly", data()),
            "more_data": ("for other data", data(n=61)),
            "more_moments": ("for more moments than the session has", data(2)),
            "session": (
                "for the session, with its many moments and its overlapping cells",
                lambda rng, session: dict(session.arrays),
            ),
        },
    )


@check(points=0.25)
def test_affine_data_are_recovered_exactly(student, session, rng):
    """Where the data are exactly W X + b, fit() finds W and b, for any number of cells."""
    inverted = works_the_other_way_round(student)
    fit(inverted=inverted).values(student, rng, session, "other_data", "one_cell", "many_cells")


@check(points=0.5)
def test_best_weights_of_the_data_that_the_model_has(student, session, rng):
    """fit() finds the best weights of the session and of new data, and without a bias too; it changes no data."""
    fit().values(student, rng, session, "session", "more_moments")
    fit().nothing_else_counts(student, rng, session, "other_data", "more_data")
    with case("without_a_bias", "with use_bias=False, where it should be a LinearModel"):
        fit(use_bias=False).values(student, rng, session, "noisy_data")
    require_fit_after_forward(student, rng)


def require_fit_after_forward(student, rng):
    """Fail where fit() uses the rates of the last prediction."""
    arrays, W = affine_data(rng, 4)
    model = told(student.LinearModelWithBias)(**arrays, use_bias=True)
    with suppress(StudentRaised):
        model.forward(rng.uniform(size=arrays["X_train"].shape))
    told(model.fit)()
    with case("predicted_before", "when the model has predicted from other rates just before: fit() uses X_train"):
        fit()._judge().hold(iter([Found(model.W, W, known=arrays)]))
