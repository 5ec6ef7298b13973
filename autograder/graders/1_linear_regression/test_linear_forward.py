"""Task linear_forward: predictions are weighted sums of the inputs, Ŷ = W X."""

from contextlib import suppress
from functools import partial

import numpy as np

from gradekit.assertions import as_array, assert_close, require
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
from gradekit.failures import CheckFailed
from gradekit.proxy import Notes, results_of, told

TASK = Task("linear_forward")
NAME = "forward(X)"
SHAPES = "W has the shape (2, N_cells) and X has (N_cells, N), for any numbers of cells and of moments N."


@check(points=0.25, public=True)
def test_worked_example(student):
    """With three cells and two moments it gives the weighted sums that one finds by hand."""
    W = np.array([[2.0, 0.0, 1.0], [0.0, 1.0, -2.0]])
    X = np.array([[1.0, 0.5], [7.0, 7.0], [0.0, 4.0]])
    arrays = {"X_train": np.ones((3, 4)), "Y_train": np.ones((2, 4)), "X_test": X, "Y_test": np.ones((2, 2))}
    model = student.LinearModel(**arrays)
    model.W = W
    with hint_if_raised(SHAPES):
        Y_pred = model.forward(X)
    require(
        np.shape(Y_pred) != (2, 4),
        "forward(X) has a column for each moment of the training data, as if it predicted from these or had room for as"
        " many; it should have one for each column of its argument X.",
        diagnosis="uses_training_data",
    )
    no_say = "the last cell has no say: it is left out, or the sum is not over the cells"
    more = {"last_cell_has_no_say": (no_say, W[:, :-1] @ X[:-1])}
    assert_close(Y_pred, W @ X, NAME, rtol=1e-5, atol=1e-6, mistakes=partial(wrong_predictions, W, X, **more))


def wrong_predictions(W, X, **more):
    """What people calculate in place of W X."""
    n_in, n = X.shape
    return {
        **more,
        "first_column_only": ("every column has the prediction of the first", np.repeat(W @ X[:, :1], n, 1)),
        "last_column_missing": (
            "its last column is zero: the loop ends too early, or `return` stands inside it",
            SLIPS["last_column_missing"](W, X),
        ),
        "first_column_missing": ("its first column is zero: it is left out", SLIPS["first_column_missing"](W, X)),
        "first_column_alone": (
            "only its first column is filled, the others are zero: mind where `return` stands",
            np.hstack([W @ X[:, :1], np.zeros((len(W), n - 1))]),
        ),
        "mean_of_cells": ("it is the mean over the cells, where the sum is asked for", W @ X / n_in),
        "clipped": ("predictions are kept inside the box, which no weighted sum does", SLIPS["clipped"](W, X)),
        "no_negatives": ("negative predictions are cut off", SLIPS["no_negatives"](W, X)),
        "at_most_one": ("it is cut off at 1, or only its signs are kept", SLIPS["at_most_one"](W, X)),
        "signs_lost": ("the weights have lost their sign", np.abs(W) @ X),
        "absolute": ("negative predictions have lost their sign", SLIPS["absolute"](W, X)),
        "binary_rates": ("only whether a cell fires enters, not how strongly", W @ (X > 0)),
        "inputs_ignored": ("the inputs are ignored", np.repeat(W.sum(1, keepdims=True), n, 1)),
        "bias_from_nowhere": ("something is added to the weighted sum", W @ X + W[:, :1]),
        "normalised": ("it is divided by the sum of the rates", W @ X / X.sum(0)),
        "normalised_weights": ("it is divided by the sum of the weights", W @ X / W.sum(1, keepdims=True)),
        "centred": (
            "the mean of each cell's rates is taken off",
            W @ (X - X.mean(1, keepdims=True)) if X.shape[1] > 1 else None,
        ),
        "centred_result": ("its mean is taken off", W @ X - (W @ X).mean(1, keepdims=True) if X.shape[1] > 1 else None),
        "first_weight_as_bias": ("the first weight is taken for a bias", lambda: W[:, :1] + W[:, 1:] @ X[1:]),
        "one_more_cell": ("a row of ones, or a bias, is in it; this model has none", W @ X + W.sum(1, keepdims=True)),
        "one_added": ("a number is added to the weighted sum; this model has no bias", W @ X + 1),
        "ones_for_a_cell": ("a row of ones takes the place of the first cell", W @ np.vstack([np.ones((1, n)), X[1:]])),
        "ones_before": ("a row of ones is in it; this model has no bias", W @ np.vstack([np.ones((1, n)), X[:-1]])),
        "rows_added": ("the sum runs over the outputs as well", np.repeat((W @ X).sum(0, keepdims=True), len(W), 0)),
        "mean_row": ("both rows are the same mean", np.repeat((W @ X).mean(0, keepdims=True), len(W), 0)),
        "second_row_twice": ("both rows are the y-coordinate", np.repeat(W[1:] @ X, len(W), 0)),
        "rows_swapped": ("the rows are exchanged: row 0 is x", (W @ X)[::-1]),
        "squared_weights": ("the weights are squared", W**2 @ X),
        "squared_rates": ("the rates are squared", W @ X**2),
        "strongest_only": ("only the strongest cell counts", lambda: W[:, X.argmax(0)] * X.max(0)),
        "scaled_to_one": ("the rates are scaled before they are used", lambda: W @ (X / X.max())),
        "scaled_cells": ("the rates are scaled before they are used", lambda: W @ (X / X.max(1, keepdims=True))),
        "last_cell_missing": ("the last cell is left out", W[:, :-1] @ X[:-1]),
        "first_cell_missing": ("the first cell is left out", W[:, 1:] @ X[1:]),
        "sigmoid": ("it is bent by a sigmoid; a weighted sum is all that is asked for", 1 / (1 + np.exp(-W @ X))),
        "wrong_order": ("the factors are in the wrong order", lambda: W @ X.T),
        "two_columns_only": ("only the first two columns are predicted; X may have any number", W @ X[:, :2]),
        "weights_rounded": ("its weights were rounded", np.round(W, 1) @ X),
        "weights_rounded_little": ("its weights were rounded", np.round(W, 2) @ X),
        "rates_cut_to_whole": (
            "the rates are cut to whole numbers",
            W @ np.trunc(X) if np.trunc(X).any() else None,
        ),
        "cut_to_whole": ("it is cut to whole numbers, where X holds such: calculate with floats", np.trunc(W @ X)),
        "first_row_twice": ("both rows are the x-coordinate", np.repeat(W[:1] @ X, len(W), 0)),
    }


SLIPS = {
    "transposed": lambda W, X: (W @ X).T,
    "rows_swapped": lambda W, X: (W @ X)[::-1],
    "clipped": lambda W, X: np.clip(W @ X, 0, 1),
    "no_negatives": lambda W, X: np.maximum(W @ X, 0),
    "at_most_one": lambda W, X: np.minimum(W @ X, 1),
    "absolute": lambda W, X: np.abs(W @ X),
    "last_column_missing": lambda W, X: W @ X * (np.arange(X.shape[1]) < max(X.shape[1] - 1, 1)),
    "first_column_missing": lambda W, X: W @ X * (np.arange(X.shape[1]) >= min(X.shape[1] - 1, 1)),
    "first_row_twice": lambda W, X: np.repeat(W[:1] @ X, len(W), 0),
    "second_row_twice": lambda W, X: np.repeat(W[1:] @ X, len(W), 0),
    "last_cell_missing": lambda W, X: W[:, :-1] @ X[:-1],
    "first_cell_alone": lambda W, X: W[:, :1] @ X[:1],
    "one_added": lambda W, X: W @ X + 1,
    "mean_of_cells": lambda W, X: W @ X / len(X),
    "rounded": lambda W, X: np.round(W @ X, 2),
}
"""What one slip makes of W X. It is told by the example and the check that follows; the others look past it."""


def rule_of(student, session, rng):
    """What the answer makes of W and X: their product, or one that a slip makes of it."""
    n_in = session.n_cells  # of other numbers another check tells
    W, X = weights(rng, n_in), rng.uniform(size=(n_in, 5))
    with suppress(CheckFailed):
        Y_pred = as_array(model_with(student, rng, W, n_columns=5).forward(X), NAME)
        for rule in SLIPS.values():
            if rule(W, X).shape == Y_pred.shape and np.allclose(Y_pred, rule(W, X), rtol=1e-5, atol=1e-5):
                return rule
    return np.matmul


@check(points=0.75)
def test_predictions_are_weighted_sums(student, session, rng):
    """Each coordinate is the sum of the inputs times its row of weights, for any number of cells and columns."""
    notes, problems = Notes(), list(other_problems(student, session, rng))
    for _, _, model, _, X in problems:
        notes.call(model.forward, X)
    found = iter(notes)
    for slug, when, _, W, X in problems:
        with case(slug, when):
            require_weighted_sums(found, W, X)


def other_problems(student, session, rng):
    """Models, their weights and inputs, and which case they are."""
    for n_in, n_columns, slug, when in (
        (6, 9, "other_data", "for weights and inputs that the check draws, whether or not the example is right"),
        (3, 3, "square", "for as many columns as cells"),
        (1, 5, "one_cell", "for one cell"),
        (1, 1, "one_cell", "for one cell at one moment"),
        (session.n_cells + 6, 8, "more_cells", "for more cells than the session has"),
        (4, session.t.size + 7, "many_columns", "for more columns than the whole session has"),
    ):
        W, X = weights(rng, n_in), np.maximum(rng.uniform(-0.5, 1.5, size=(n_in, n_columns)), 0)
        yield slug, when, model_with(student, rng, W, n_columns), W, X
    W, X = weights(rng, 4), rng.integers(0, 5, size=(4, 6))
    for low in (X / 300, X * 1e-7):
        yield "small_numbers", "for low rates", model_with(student, rng, W, 6), W, low


@check(points=0.25)
def test_one_column_is_enough(student, session, rng):
    """A single column of inputs gives a single column of predictions."""
    rule = rule_of(student, session, rng)
    W, X = weights(rng, session.n_cells), rng.uniform(size=(session.n_cells, 1))
    require_weighted_sums(results_of(model_with(student, rng, W, n_columns=4).forward, [X]), W, X, rule)


@check(points=0.5)
def test_any_data_are_predicted(student, session, rng):
    """The same model predicts other data, few columns and many, and the data that it was made with have no say."""
    rule, n_in = rule_of(student, session, rng), session.n_cells
    W, inputs = weights(rng, n_in), [rng.uniform(size=(n_in, n)) for n in (7, 7, 3, 12)]
    model = model_with(student, rng, W, n_columns=7)
    assert_nothing_kept(model.forward, inputs[:1], inputs[1:2], NAME, partial(rule, W))
    notes = Notes()
    for _ in range(2):
        notes.call(model_with(student, rng, W, n_columns=7).forward, inputs[0])
    for X in inputs:
        notes.call(model.forward, X)
    found = iter(notes)
    one, other = (as_array(next(found), NAME) for _ in range(2))
    require(
        np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=1e-4, atol=1e-4),
        "forward should use its argument X and the weights only, but its result changes with the data of the model.",
        diagnosis="uses_training_data",
    )
    before = None
    for X in inputs:
        remembered = ("it is the prediction for the X of the call before", before)
        with case("other_columns", "for other data than those that the model was made with"):
            require_weighted_sums(found, W, X, rule, remembered=remembered)
        before = rule(W, X)
    require_weights_are_used(model, W, weights(rng, n_in), X, rule)


def require_weights_are_used(model, old, new, X, rule):
    """Fail unless a model with old weights predicts with new ones that it gets, and with others in their place."""
    notes, predictions = Notes(), [("when the model has got other weights", new, old)]
    model.W = new
    notes.call(model.forward, X)
    for numbers in (old, *little_changes(old)):
        put_in_place(model, "W", numbers)
        notes.call(model.forward, X)
        predictions.append(("when there are other numbers in the weights, as after `model.W *= 2`", numbers, new))
        new = numbers
    found = iter(notes)
    for when, W, before in predictions:
        kept = ("it is made with the weights that the model had before; use self.W as it is now", rule(before, X))
        with case("other_weights", when):
            require_weighted_sums(found, W, X, rule, weights_kept=kept)


@check(points=0.25)
def test_forward_leaves_its_input_and_the_weights_alone(student, session, rng):
    """Predicting changes neither the inputs, whole numbers among them, nor the weights."""
    rule, n_in = rule_of(student, session, rng), session.n_cells
    W = weights(rng, n_in)
    model = model_with(student, rng, W, n_columns=6)
    all_kinds = "where zeros, negative and large numbers are among the rates"
    inputs = [
        (
            "other_data",
            "for data that the check draws, whether or not the example is right",
            rng.uniform(0.1, 1, size=(n_in, 6)),
        ),
        ("all_kinds", all_kinds, numbers_of_all_kinds(rng, (n_in, 6))),
        ("zeros", "where no cell fires", np.zeros((n_in, 6))),
        ("whole_numbers", "for rates in whole numbers", rng.integers(0, 5, size=(n_in, 6))),
    ]
    notes, all_given = Notes(), [Given(student, X=X) for _, _, X in inputs]
    for given in all_given:
        given.note(notes, model.forward, given.X)
        notes.attribute(model, "W")
    found = iter(notes)
    for given, (slug, when, X) in zip(all_given, inputs, strict=True):
        with case(slug, when):
            with hint_if_raised(SHAPES):
                Y_pred = given.noted(found)
            given.require_unharmed("forward")
            left = next(found)
            require(
                np.shape(left) == W.shape and np.allclose(left, W, rtol=1e-6),
                "forward changes the weights of the model.",
                diagnosis="weights_changed",
            )
            require_weighted_sums(iter([Y_pred]), W, X, rule)


def require_weighted_sums(found, W, X, rule=np.matmul, **more):
    """Fail unless the next prediction is W X, or what a slip makes of it that other checks tell."""
    with hint_if_raised(SHAPES):
        Y_pred = next(found)
    assert_close(
        Y_pred,
        rule(W, X),
        NAME,
        rtol=1e-5,
        atol=2e-6 * np.abs(W @ X).max() + 1e-12,
        mistakes=partial(wrong_predictions, W, X, **more),
    )


def weights(rng, n_in):
    """Weights (2, n_in); some predictions with them are negative, whatever the seed."""
    W = rng.normal(1.0, 1.0, size=(2, n_in))
    W[0] *= -1
    return W


def model_with(student, rng, W, n_columns):
    """A student's model with the given weights and random data of n_columns columns."""
    n_out, n_in = W.shape
    model = told(student.LinearModel)(
        X_train=rng.uniform(size=(n_in, n_columns)),
        Y_train=rng.uniform(size=(n_out, n_columns)),
        X_test=rng.uniform(size=(n_in, n_columns)),
        Y_test=rng.uniform(size=(n_out, n_columns)),
    )
    model.W = W
    return model
