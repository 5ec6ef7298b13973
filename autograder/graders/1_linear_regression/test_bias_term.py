"""Task bias_term: the linear model with a bias, learnt as the weight of an input that is always 1."""

from contextlib import suppress
from functools import partial

import numpy as np

from gradekit.assertions import assert_close, assert_shape, require
from gradekit.cases import (
    Given,
    assert_nothing_kept,
    case,
    hint_if_raised,
    little_changes,
    numbers_of_all_kinds,
    put_in_place,
)
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import Notes, told

TASK = Task("bias_term", needs=["linear_forward", "w_star"])
NEAR = 1e-3
"""How far a weight, or a prediction in metres, may be from the best one."""
IS_SUBCLASS = "lambda kind, parent: isinstance(kind, type) and issubclass(kind, parent)"
ROW_IN_FIT = "The row of ones goes on top of the rates of all moments: (N_cells + 1, N)."
ROW_IN_FORWARD = (
    "With a bias, W has one column more than X has rows: forward() puts one row of ones on top of X, exactly one,"
    " as long as this X is."
)
WITHOUT_A_BIAS = np.array([[3.52], [-0.848]])
"""The best weights of the worked example without a bias."""
TWO_MODELS = "Keep what belongs to one model in `self`: neither in the class nor in a global name."


@check(points=0.25, public=True)
def test_worked_example_of_forward(student):
    """With one cell and the weights of the worked example forward() predicts what it says."""
    W, X, arrays = worked_example()
    model = student.LinearModelWithBias(**arrays, use_bias=True)
    model.W = W
    with hint_if_raised(ROW_IN_FORWARD):
        Y_pred = model.forward(X)
    assert_close(Y_pred, [[20, 22], [-4, -5]], "forward(X)", mistakes=partial(wrong_predictions, W, X))


@check(points=0.25, public=True)
def test_worked_example_of_fit(student):
    """With one cell fit() finds the weights of the worked example."""
    W, _, arrays = worked_example()
    model = student.LinearModelWithBias(**arrays, use_bias=True)
    before = weights_before_fit(model)
    with hint_if_raised(ROW_IN_FIT):
        model.fit()
    require_set(model.W, before)
    require(
        np.shape(model.W) != (2, 1),
        "After fit() self.W has no column for the bias. Where use_bias is True, and not where it is False, fit() puts a"
        " row of ones on top of X_train, beside all cells and not in place of one.",
        diagnosis="no_bias_in_fit",
    )
    require_weights(model.W, W, partial(slips, arrays, W, WITHOUT_A_BIAS))


@check(points=0, public=True)
def test_without_a_bias(student):
    """With use_bias=False it does what LinearModel does."""
    W, X, arrays = worked_example()
    plain = student.LinearModelWithBias(**arrays, use_bias=False)
    before = weights_before_fit(plain)
    plain.fit()
    require_set(plain.W, before)
    require(
        np.shape(plain.W) != (2, 2),
        "There is a bias even with use_bias=False.",
        diagnosis="always_biased",
    )
    of_test_data = "it is fitted to the test data", np.full((2, 1), 11 / 61)
    wrong = {"test_data": of_test_data}
    assert_close(plain.W, WITHOUT_A_BIAS, "W without a bias", rtol=1e-4, atol=NEAR, mistakes=wrong)
    plain.W = W[:, 1:]
    assert_close(plain.forward(X), W[:, 1:] @ X, "forward(X) without a bias", rtol=1e-5)


def weights_before_fit(model):
    """The weights that a model begins with."""
    try:
        return model.W
    except StudentRaised as raised:
        text = (
            "The model has no weights W before fit(): LinearModel makes them, from which LinearModelWithBias inherits."
        )
        raise CheckFailed(text, raised.detail, "other_parent") from raised


def worked_example():
    """Weights of one cell with a bias, rates to predict for, and arrays of a model that these weights meet exactly."""
    W, X, X_train = np.array([[10.0, 2.0], [1.0, -1.0]]), np.array([[5.0, 6.0]]), np.array([[5.0, 6.0, 8.0]])
    return W, X, {"X_train": X_train, "Y_train": W[:, 1:] @ X_train + W[:, :1], "X_test": X, "Y_test": np.ones((2, 2))}


@check(points=0.5)
def test_predictions_are_weighted_sums_plus_a_bias(student, session, rng):
    """forward(X) is W X + b for any number of cells and columns, with weights that were set, or those of fit()."""
    problems, inverted = [], works_the_other_way_round(student)
    for n_in, n_columns, slug, when in (
        (4, 7, "other_data", "for data that the check draws, whether or not the example is right"),
        (1, 5, "one_cell", "for one cell"),
        (60, 5, "many_cells", "for more cells than this session has"),
        (4, 1, "one_column", "for one column"),
        (1, 1, "one_column", "for one cell at one moment"),
        (4, 48, "as_many_columns", "for as many columns as the training data have"),
        (3, session.t.size + 7, "many_columns", "for more columns than the session has"),
    ):
        arrays, A, b = affine_data(rng, n_in, 40 + 2 * n_in)
        X = rng.uniform(0, 2, size=(n_in, n_columns))
        X[:, 3:4] = 0  # no cell fires: the bias is all there is
        problems.append((slug, when, arrays, np.hstack([b, A]), X))
    try:
        require_affine(student, problems, fitted=False, use_bias=not inverted)
    except (CheckFailed, StudentRaised):
        if not predicts_with_its_own_weights(student, problems, not inverted):
            raise


def works_the_other_way_round(student):
    """Whether fit() has a bias where use_bias is False and none where it is True, which other checks tell."""
    _, _, arrays = worked_example()
    with suppress(CheckFailed):
        found = [np.shape(told_to_fit(student, arrays, use_bias).W) for use_bias in (True, False)]
        return found == [(2, 1), (2, 2)]
    return False


def predicts_with_its_own_weights(student, problems, use_bias):
    """Whether predictions are right after fit(), wherever the bias is kept: that is told by other checks."""
    try:
        require_affine(student, problems, fitted=True, use_bias=use_bias)
    except (CheckFailed, StudentRaised):
        return False
    return True


def require_affine(student, problems, *, fitted, use_bias):
    """Fail unless models predict A X + b, after fit() or with these weights set."""
    notes = Notes()
    for _, _, arrays, W, X in problems:
        model = told(student.LinearModelWithBias)(**arrays, use_bias=use_bias)
        if fitted:
            told(model.fit)()
        else:
            model.W = W
        notes.call(model.forward, X)
    found = iter(notes)
    for slug, when, _, W, X in problems:
        with case(slug, when):
            mistakes = partial(wrong_predictions, W, X)
            assert_close(next(found), W @ with_ones(X), "forward(X)", rtol=1e-4, atol=near(X), mistakes=mistakes)


def near(X):
    """How far predictions for X may be off where each weight may be off by NEAR."""
    return NEAR * (1 + np.abs(X).sum(axis=0).max())


@check(points=0.25)
def test_the_weights_of_the_moment_and_use_bias_decide(student, rng):
    """forward(X) uses self.W as it is and nothing else, and W[:, 0] is the bias; without one it is a LinearModel."""
    require(
        student.function(IS_SUBCLASS)(student.LinearModelWithBias, student.LinearModel),
        "LinearModelWithBias does not inherit from LinearModel, as it should: class LinearModelWithBias(LinearModel).",
        diagnosis="other_parent",
    )
    arrays = noisy_data(rng, 4)
    model, plain = (student.LinearModelWithBias(**arrays, use_bias=use_bias) for use_bias in (True, False))
    for one in (model, plain):
        fit_if_it_can(one)
    require_weights_are_used(student, model, least_squares(with_ones(arrays["X_train"]), arrays["Y_train"]), rng, True)
    W, X = rng.normal(size=(2, 4)), rng.uniform(size=(4, 5))
    plain.W = W
    with case("without_a_bias", "with use_bias=False, where it should be a LinearModel"):
        assert_close(plain.forward(X), W @ X, "forward(X)", rtol=1e-5, atol=1e-5)
    require_weights_are_used(student, plain, least_squares(arrays["X_train"], arrays["Y_train"]), rng, False)
    notes, right = Notes(), []
    for one, inputs in ((model, with_ones), (plain, np.asarray)):
        W, X = rng.normal(size=(2, 4 + (one is model))), rng.uniform(size=(4, 5))
        one.W = W
        notes.call(one.forward, X)
        right.append(W @ inputs(X))
    with case("two_models", f"when there are two models. {TWO_MODELS[:-1]}"):
        for Y_pred, predicted in zip(notes, right, strict=True):
            assert_close(Y_pred, predicted, "forward(X)", rtol=1e-5, atol=1e-5)
    unfitted = student.LinearModelWithBias(**arrays, use_bias=True)
    unfitted.W = W = rng.normal(size=(2, 5))
    with case("not_fitted", "when the model has not been fitted, and its weights are set"):
        mistakes = partial(wrong_predictions, W, X)
        assert_close(unfitted.forward(X), W @ with_ones(X), "forward(X)", rtol=1e-5, atol=1e-5, mistakes=mistakes)


def fit_if_it_can(model):
    """Fit a model whose weights will be set: whether fit() works is told by its own checks."""
    with suppress(StudentRaised):
        model.fit()


@check(points=0.25)
def test_affine_data_are_recovered_exactly(student, rng):
    """Where the data are exactly W X + b, fit() finds W and b, for any number of cells."""
    notes, problems, inverted = Notes(), [], works_the_other_way_round(student)
    for n_in, slug, when in (
        (4, "other_data", "for data that the check draws, whether or not the example is right"),
        (1, "one_cell", "for one cell"),
        (60, "many_cells", "for more cells than this session has"),
    ):
        arrays, _, b = affine_data(rng, n_in, 40 + 2 * n_in)
        arrays["X_train"][:, 3:4] = 0  # no cell fires: the bias is all there is
        arrays["Y_train"][:, 3:4] = b
        notes.attribute(told_to_fit(student, arrays, use_bias=not inverted), "W")
        problems.append((slug, when, arrays))
    found = iter(notes)
    for slug, when, arrays in problems:
        with case(slug, when):
            require_best(next(found), arrays)


def told_to_fit(student, arrays, use_bias=True):
    """A student's model of these arrays that is told to fit them, and not waited for."""
    model = told(student.LinearModelWithBias)(**arrays, use_bias=use_bias)
    told(model.fit)()
    return model


@check(points=0.5)
def test_best_weights_of_the_data_that_the_model_has(student, session, rng):
    """fit() finds the best weights of the session and of new data, and without a bias too; it changes no data."""
    require_best_of_the_session(student, session, rng)
    arrays, other = noisy_data(rng, 4), noisy_data(rng, 4, n=55)
    given, notes = Given(student, **arrays), Notes()
    model = told(student.LinearModelWithBias)(**{name: getattr(given, name) for name in arrays}, use_bias=True)
    given.note(notes, model.fit)
    for name in ("X_train", "W"):
        notes.attribute(model, name)
    found = iter(notes)
    given.noted(found)
    X_train, W = next(found), next(found)
    require(
        np.shape(X_train) == arrays["X_train"].shape and np.array_equal(X_train, arrays["X_train"]),
        "fit() changes the data of the model, so that fitting again would add another row.",
        diagnosis="data_changed",
    )
    given.require_unharmed("fit()")
    require_best(W, arrays)
    require_fitted_anew(model, other, rng)
    with case("without_a_bias", "with use_bias=False, where it should be a LinearModel"):
        plain = told_to_fit(student, arrays, use_bias=False)
        assert_close(plain.W, least_squares(arrays["X_train"], arrays["Y_train"]), "W", rtol=1e-4, atol=NEAR)
    require_any_start(student, rng)


def require_set(W, before):
    """Fail where fit() has left the weights as they were before."""
    require(
        np.shape(W) != np.shape(before) or not np.array_equal(W, before),
        "fit() has not changed the weights: the result has to be assigned to self.W.",
        diagnosis="not_set",
    )


def require_best_of_the_session(student, session, rng):
    """Fail unless the weights are the best ones for the session, and for more moments."""
    arrays = dict(session.arrays)
    longer = noisy_data(rng, 2, 2 * session.X_train.shape[1] + 7)
    longer["Y_train"][:, session.X_train.shape[1] :] += 1.0  # what comes later differs
    longer["Y_train"][:, -1] += 1000.0
    notes = Notes()
    for data in (arrays, arrays, longer):
        model = told(student.LinearModelWithBias)(**data, use_bias=True)
        notes.attribute(model, "W")
        note_fit(notes, model)
    found = iter(notes)
    before, W, _, W_again, _, of_longer = found
    require_set(W, before)
    require(
        np.shape(W) == np.shape(W_again) and np.allclose(W, W_again, rtol=0, atol=NEAR),
        "Two models of the same session get different weights: the weights that they start with, chance, or an earlier"
        " fit has a say.",
        diagnosis="depends_on_start",
    )
    with case("session", "for the session, with its many moments and its overlapping cells"):
        require_best(W, arrays)
    with case("more_moments", "for more moments than the session has"):
        require_best(of_longer, longer)


def require_fitted_anew(model, arrays, rng):
    """Fail unless a fitted model that is given these data, and then others in place, fits them all; the last ones."""
    start, notes, fits = rng.normal(scale=100, size=(2, 5)), Notes(), []
    model.X_train, model.Y_train = arrays["X_train"], arrays["Y_train"]
    model.W = start
    note_fit(notes, model)
    fitted_once = {"fitted_once": ("fit() does nothing when it is called a second time", start)}
    fits.append((arrays, "when the model has got other training data and is fitted again", fitted_once))
    for name in ("X_train", "Y_train"):
        arrays = arrays | {name: next(little_changes(arrays[name]))}
        put_in_place(model, name, arrays[name])
        note_fit(notes, model)
        fits.append((arrays, f"when there are other numbers in {name} and the model is fitted again", {}))
    found = iter(notes)
    for arrays, when, more in fits:
        with hint_if_raised("The model has got other data, with more columns than those that it was made with."):
            W = next(found)
        with case("called_again", when):
            require_best(W, arrays, **more)
    with suppress(StudentRaised):
        model.forward(rng.uniform(size=arrays["X_train"].shape))
    told(model.fit)()
    with case("predicted_before", "when the model has predicted from other rates just before: fit() uses X_train"):
        require_best(model.W, arrays)


def note_fit(notes, model):
    """Note the weights of a model after another fit()."""
    told(model.fit)()
    notes.attribute(model, "W")


def require_any_start(student, rng):
    """Fail where fit() leaves weights that are nearly the best ones."""
    arrays, A, b = affine_data(rng, 4)
    arrays["X_train"] /= 30  # so the loss is small near by
    arrays["Y_train"] = A @ arrays["X_train"] + b
    near_by, notes = told(student.LinearModelWithBias)(**arrays, use_bias=True), Notes()
    near_by.W = np.hstack([b, A + 0.002])
    note_fit(notes, near_by)
    with case("depends_on_start", "where rates are low, and the weights that it starts with are nearly the best ones"):
        require_best(next(iter(notes)), arrays)


def require_weights_are_used(student, model, fitted, rng, use_bias):
    """Fail unless a model of four cells, with these fitted weights, predicts with self.W as it is, for any X."""
    ones_first = rng.uniform(size=(4, 6))
    ones_first[0] = 1
    W, old = rng.normal(size=(2, 4 + use_bias)), fitted
    model.W = W
    inputs = (
        (rng.uniform(size=(4, 6)), "other_weights", "when the weights of the model are set to other ones"),
        (rng.integers(0, 4, size=(4, 6)), "whole_numbers", "for rates in whole numbers"),
        (rng.uniform(size=(4, 6)) / 300, "low_rates", "for low rates"),
        (ones_first, "ones_among_the_rates", "where a cell fires at 1 throughout, which is no row of ones of yours"),
        (numbers_of_all_kinds(rng, (4, 6)), "all_kinds", "where zeros, negative and large numbers are among the rates"),
    )
    notes, forward = Notes(), model.forward
    all_given = [Given(student, X=X) for X, _, _ in inputs]
    for given in all_given:
        given.note(notes, forward, given.X)
    found = iter(notes)
    for given, (X, slug, when) in zip(all_given, inputs, strict=True):
        with case(slug, when):
            Y_pred = given.noted(found)
            given.require_unharmed("forward")
            right, before = (V @ (with_ones(X) if use_bias else X) for V in (W, old))
            mistakes = {
                "weights_kept": (
                    "it is made with weights that fit() has found; use self.W as it is now",
                    before,
                ),
                "cut_to_whole": (
                    "it is cut to whole numbers, where X holds such: calculate with floats",
                    np.trunc(right),
                ),
            }
            if use_bias:
                kept_bias = right - W[:, :1] + old[:, :1]
                sentence = "its bias is one that was kept elsewhere; the bias is self.W[:, 0], whatever that is now"
                mistakes |= {"bias_kept": (sentence, kept_bias), **wrong_predictions(W, X)}
            assert_close(Y_pred, right, "forward(X)", rtol=1e-5, atol=2e-6 * np.abs(right).max(), mistakes=mistakes)

    def predicted(X, weights=W):
        return weights @ (with_ones(X) if use_bias else X)

    first, second = rng.uniform(size=(2, 1, 4, 6))
    assert_nothing_kept(model.forward, first, second, "forward(X)", predicted)
    X, changes, notes = second[0], list(little_changes(W)), Notes()
    for numbers in changes:
        put_in_place(model, "W", numbers)
        notes.call(forward, X)
    for numbers, Y_pred in zip(changes, notes, strict=True):
        right = predicted(X, numbers)
        with case("other_weights", "when there are other numbers in the weights, as after `model.W *= 2`"):
            assert_close(Y_pred, right, "forward(X)", rtol=1e-5, atol=2e-6 * np.abs(right).max())


def require_best(W, arrays, **more):
    """Fail unless W holds the best bias and the best weights for the training data."""
    best = least_squares(with_ones(arrays["X_train"]), arrays["Y_train"])
    require_weights(W, best, partial(wrong_fits, arrays, best), **more)


def require_weights(W, best, mistakes, **more):
    """Fail unless W holds this bias and these weights."""
    assert_shape(W, best.shape, "W")
    with_its_bias = np.hstack([np.asarray(W)[:, :1], best[:, 1:]])
    W_now = np.asarray(W)
    alike = len(W_now) > 1 and np.ptp(W_now[:, 0]) < 1e-9 < np.ptp(best[:, 0])
    both = ": both coordinates have the same one, and each needs its own" if alike else ""
    more["only_bias_wrong"] = (f"its weights are right, the bias is not{both}", with_its_bias)
    assert_close(W, best, "W", rtol=1e-4, atol=NEAR, mistakes=partial(mistakes, **more))


def slips(arrays, best, plain, **more):
    """What people make of the best bias and weights, or of those without a bias."""
    X, Y = arrays["X_train"], arrays["Y_train"]
    together = "the bias was chosen apart from the weights; both have to be fitted together"
    return {
        "bias_last": ("the bias is in the last column, it belongs in the first", np.roll(best, -1, axis=1)),
        "bias_afterwards": (together, np.hstack([(Y - plain @ X).mean(1, keepdims=True), plain])),
        "bias_zero": (
            "the bias is zero, as if the first row were not made of ones",
            np.hstack([np.zeros((len(plain), 1)), plain]),
        ),
        "inverse_missing": ("the inverse of X Xᵀ is missing", Y @ with_ones(X).T),
        "transposed": ("it is the transpose of what it should be", best.T),
        **more,
    }


def wrong_fits(arrays, best, **more):
    """What people fit in place of the bias and the weights."""
    X, Y = arrays["X_train"], arrays["Y_train"]
    mean = Y.mean(1, keepdims=True)
    a_part = "only a part of the training data is used"
    together = "the bias was chosen apart from the weights; both have to be fitted together"
    return {
        **slips(arrays, best, least_squares(X, Y)),
        "bias_is_the_mean": (together, np.hstack([mean, least_squares(X, Y - mean)])),
        "one_by_one": ("each cell is fitted on its own, but cells fire together", lambda: cell_by_cell(X, Y)),
        "test_data": (
            "it is fitted to the test data",
            lambda: least_squares(with_ones(arrays["X_test"]), arrays["Y_test"]),
        ),
        "first_500": (a_part, lambda: least_squares(with_ones(X)[:, :500], Y[:, :500])),
        "first_1000": (a_part, lambda: least_squares(with_ones(X)[:, :1000], Y[:, :1000])),
        "first_half": (a_part, lambda: least_squares(with_ones(X)[:, ::2], Y[:, ::2])),
        **{
            f"regularised_e{power}": (
                "something was added to X Xᵀ before it was inverted, as in ridge regression",
                lambda power=power: ridge(with_ones(X), Y, 10.0**power),
            )
            for power in range(-3, 2)
        },
        **more,
    }


def ridge(X, Y, added):
    """The weights of somebody who adds a number to the diagonal of X Xᵀ."""
    return np.linalg.solve(X @ X.T + added * np.eye(len(X)), X @ Y.T).T


def cell_by_cell(X, Y):
    """Slopes of each cell alone, with one bias for all of them."""
    x, y = X - X.mean(1, keepdims=True), Y - Y.mean(1, keepdims=True)
    slopes = (y @ x.T) / np.sum(x**2, axis=1)
    return np.hstack([Y.mean(1, keepdims=True) - slopes @ X.mean(1, keepdims=True), slopes])


def wrong_predictions(W, X, **more):
    """What people predict in place of W X, X with its row of ones."""
    A, b = W[:, 1:], W[:, :1]
    return {
        **more,
        "bias_not_added": ("the bias is left out of the prediction", A @ X),
        "bias_twice": ("the bias is added twice", A @ X + 2 * b),
        "bias_subtracted": ("the bias is subtracted", A @ X - b),
        "bias_last": ("the bias is taken from the last column of W, it is in the first", W[:, :-1] @ X + W[:, -1:]),
        "first_cell_only": ("only the first cell is in it; X may have any number of cells", b + A[:, :1] @ X[:1]),
        "ones_twice": (
            "there are two rows of ones",
            lambda: W @ np.vstack([np.ones((1, X.shape[1])), with_ones(X)])[: W.shape[1]],
        ),
        "biases_along_columns": (
            "the biases are added along the columns: b needs the shape (2, 1)",
            lambda: A @ X + b.T,
        ),
        "one_bias_for_both": ("both coordinates have the same bias; each has its own", A @ X + b.mean()),
        "bias_of_x_for_both": ("both coordinates have the same bias; each has its own", A @ X + b[:1]),
        "zero_row": ("a row of zeros is added in place of one of ones", A @ X + 0 * b),
        "bias_only": ("the inputs are ignored", np.repeat(b, X.shape[1], 1)),
        "ones_for_a_cell": ("the row of ones takes the place of the first cell", lambda: W @ with_ones(X)[: len(X)]),
    }


def with_ones(X):
    """X with a row of ones on top."""
    return np.vstack([np.ones((1, X.shape[1])), X])


def affine_data(rng, n_in, n=40):
    """Arrays of a model with Y = A X + b, and A (2, n_in) and b (2, 1); the test data obey another law."""
    A, b = rng.normal(size=(2, n_in)), rng.uniform(1, 2, size=(2, 1))
    X_train, X_test = rng.uniform(size=(2, n_in, n))
    return {"X_train": X_train, "Y_train": A @ X_train + b, "X_test": X_test, "Y_test": 2 - A @ X_test}, A, b


def noisy_data(rng, n_in, n=40):
    """Arrays of a model that no weights meet exactly, with n columns to train on."""
    arrays, _, _ = affine_data(rng, n_in, n)
    return arrays | {"Y_train": arrays["Y_train"] + rng.normal(0.3, 0.5, size=(2, n))}


def least_squares(X, Y):
    """The best weights without a bias, (n_out, n_in)."""
    return np.linalg.solve(X @ X.T, X @ Y.T).T
