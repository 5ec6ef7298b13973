"""Task w_star: the optimal weights W* = (Y Xᵀ)(X Xᵀ)⁻¹."""

from contextlib import suppress
from functools import partial

import numpy as np

from gradekit.assertions import as_array, assert_close, assert_finite, assert_shape, require
from gradekit.cases import Given, case, hint_if_raised, little_changes, put_in_place
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed
from gradekit.proxy import Notes, told

TASK = Task("w_star", needs=["linear_forward"])
NEAR = 1e-3
"""How far a weight may be from the best one."""
ARRAYS_LEFT = (
    "lambda model: [array for array in [model.fit(), *getattr(model, '__dict__', {}).values()] if hasattr(array,"
    " 'shape')] + [model.W]"
)
"""The array that fit() returns, all that the model has then, and its weights."""
SHAPES = "Sums run over the moments: Y Xᵀ has the shape (2, N_cells) and X Xᵀ has (N_cells, N_cells), in this order."


@check(points=0.5, public=True)
def test_worked_example(student):
    """For two cells and three moments fit() sets the weights of the worked example."""
    X, W = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([[1.0, 2.0], [3.0, 1.0]])
    arrays = {"X_train": X, "Y_train": W @ X, "X_test": np.array([[2.0, 1.0], [1.0, 3.0]]), "Y_test": 1 - W}
    (got,) = all_fitted(student, [arrays], [W])
    require_weights(got, W, arrays, partial(slips, arrays, W))


@check(points=1.5)
def test_equations_are_solved(student, session, rng):
    """But for one slip the weights are the best ones: W X Xᵀ = Y Xᵀ, whether the data can be met exactly or not."""
    n = session.n_cells  # of other numbers another check tells
    problems = [
        ("exact_data", "where the data are exactly W X", make_data(rng, n, 10 * n, noise=0.0)),
        ("noisy_data", "where no weights fit the data exactly", make_data(rng, n, 11 * n, noise=0.5)),
    ]
    notes, arrays_left, start = Notes(), student.function(ARRAYS_LEFT), np.zeros((2, n))
    for _, _, arrays in problems:
        model = told(student.LinearModel)(**arrays)
        model.W = start  # so that weights that are added to it are found too
        notes.call(arrays_left, model)
    found = iter(notes)
    for slug, when, arrays in problems:
        with case(slug, when):
            with hint_if_raised(SHAPES):
                left = next(found)
            want = optimum(arrays)
            if not any(best_but_for_one_slip(one, want) for one in left):
                require_replaced(left[-1], start, want)
                require_best(left[-1], arrays)


def best_but_for_one_slip(found, want):
    """Whether these are the best weights but for order, one factor, rounding or one row, which other checks tell."""
    with suppress(CheckFailed), np.errstate(all="ignore"):
        W = as_array(found, "W")
        off = np.abs(W - want).max(axis=1) if W.shape == want.shape else np.ones(1)
        if off.min() < NEAR and off.max() > 0.1:
            return True
        for one in (W, W.T, W[::-1]) if W.ndim == 2 else ():
            if one.shape == want.shape and np.abs(one * (np.sum(one * want) / np.sum(one**2)) - want).max() < 0.01:
                return True
    return False


@check(points=0.5)
def test_other_numbers_of_cells(student, session, rng):
    """fit() works for one cell, for more cells and more moments than the session has, and for cells almost alike."""
    two_cells = make_data(rng, 2, 60, noise=0.5)
    alike = {name: array[:, [*range(60), *[7] * 9]] for name, array in two_cells.items()}
    problems = [
        ("two_cells", "for two cells", two_cells),
        ("alike", "where some moments are alike", alike),
    ]
    for n_in, n_train, slug, when in (
        (1, 300, "one_cell", "for one cell"),
        (session.n_cells + 6, 300, "more_cells", "for more cells than the session has"),
        (2, 2 * session.X_train.shape[1] + 7, "more_moments", "for more moments than the session has"),
    ):
        arrays = make_data(rng, n_in, n_train, noise=0.3)
        arrays["Y_train"][:, 300:] += 1.0  # what comes later differs
        arrays["Y_train"][:, -1] += n_train / 10  # and the last moment counts
        problems.append((slug, when, arrays))
    square = make_data(rng, 3, 3, noise=0.3)
    square["X_train"] += 2 * np.eye(3)
    problems.append(("as_many_moments", "for as many moments as there are cells", square))
    arrays = make_data(rng, 2, 300, noise=0.0)
    W = 0.05 * (optimum(arrays) + np.array([[0.5, -0.5], [-0.5, 0.5]]))  # single precision is right too
    arrays["X_train"][1] = arrays["X_train"][0] + rng.normal(scale=0.008, size=300)
    arrays["Y_train"] = W @ arrays["X_train"]
    when = "where two cells fire nearly alike, so that every direction of X counts, weak ones too"
    problems.append(("cells_alike", when, arrays))
    arrays = make_data(rng, 2, 60, noise=0.0)
    arrays["X_train"][1] *= 9e-5  # not lost in single precision, and where 1e-4 of the strongest direction is cut off
    arrays["Y_train"] = np.array([[0.0, 0.004], [0.0, -0.003]]) @ arrays["X_train"]
    problems.append(("weak_cell", "where one cell fires far less than another, and counts all the same", arrays))
    require_all_best(student, problems)


@check(points=0.75)
def test_best_weights_of_the_session(student, session):
    """The weights are the best ones for the session, with all its moments and its overlapping cells."""
    arrays = dict(session.arrays)
    W, again = all_fitted(student, [arrays, arrays], 2 * [optimum(arrays)])
    require_the_same(W, again)
    with case("session", "for the session, with its many moments and its overlapping cells"):
        require_best(W, arrays)


@check(points=0.75)
def test_training_data_decide_and_nothing_else(student, session, rng):
    """Only the training data decide, those that the model has when fit() is called, and they stay as they were."""
    n = session.n_cells  # of other numbers another check tells
    arrays, other = make_data(rng, n, 8 * n, noise=0.3), make_data(rng, n, 12 * n, noise=0.3)
    given, notes = Given(student, **arrays), Notes()
    model = told(student.LinearModel)(**{name: getattr(given, name) for name in arrays})
    given.note(notes, model.fit)
    for name in (*arrays, "W"):
        notes.attribute(model, name)
    found = iter(notes)
    given.noted(found)
    given.require_unharmed("fit()")
    for name, array in arrays.items():
        left = next(found)
        unchanged = np.shape(left) == array.shape and np.array_equal(left, array)
        require(unchanged, f"fit() changes {name} of the model.", diagnosis="data_changed")
    first = next(found)
    again, _ = all_fitted(student, [arrays, other], [optimum(arrays), optimum(other)])
    require_the_same(first, again)
    require(
        np.array_equal(first, model.W),
        "The weights of a model change when another one is fitted: give each model weights of its own.",
        diagnosis="weights_shared",
    )
    require_best(first, arrays)
    other_test_data = arrays | {name: other[name] for name in ("X_test", "Y_test")}
    problems = [
        ("called_again", "when another model has been fitted before", arrays),
        ("test_data", "when the test data are other ones, which should not matter", other_test_data),
    ]
    require_all_best(student, problems)
    model.X_train, model.Y_train = other["X_train"], other["Y_train"]
    require_fitted_anew(model, other, first)
    far_off = told(student.LinearModel)(**arrays)
    far_off.W = rng.normal(scale=300, size=(2, n))
    W = weights_after_fit(far_off)
    with case("depends_on_start", "when the weights that it starts with are far off, which should not matter"):
        require_best(W, arrays)
    require_best_from_near_by(student, rng, n)
    as_many = make_data(rng, n, 8 * n, noise=0.3)
    when = "when a model with other training data, of the same shapes, has been fitted before"
    require_all_best(student, [("called_again", when, as_many)])
    given.require_unharmed("fit() of another model")


def require_fitted_anew(model, arrays, first):
    """Fail unless a model with weights `first` whose data are these now, and then others in place, fits them all."""
    notes, fits = Notes(), []
    note_fit(notes, model)
    nothing_done = "fit() does nothing when it is called a second time"
    fits.append((arrays, "when the model has got other training data and is fitted again", (nothing_done, first)))
    for name in ("X_train", "Y_train"):
        old_data = "fit() uses the data of an earlier call", optimum(arrays)
        arrays = arrays | {name: next(little_changes(arrays[name]))}
        put_in_place(model, name, arrays[name])
        note_fit(notes, model)
        fits.append((arrays, f"when there are other numbers in {name} and the model is fitted again", old_data))
    found = iter(notes)
    for arrays, when, fitted_once in fits:
        with hint_if_raised("The model has got other data, with more columns than those that it was made with."):
            W = next(found)
        wrong = partial(wrong_weights, arrays, fitted_once=fitted_once)
        with case("called_again", when):
            assert_close(W, optimum(arrays), "W", rtol=0, atol=NEAR, mistakes=wrong)


def require_best_from_near_by(student, rng, n):
    """Fail where fit() leaves weights that are nearly the best ones; rates are so low that loss and slope are small."""
    arrays = {name: array / 100 for name, array in make_data(rng, n, 9 * n, noise=0.0).items()}
    model, want = told(student.LinearModel)(**arrays), optimum(arrays)
    near_by = want.copy()
    near_by[:, 0] += 0.01
    model.W = near_by
    W = weights_after_fit(model)
    with case("depends_on_start", "where rates are low, and the weights that it starts with are nearly the best ones"):
        assert_shape(W, want.shape, "W")
        require_not_regularised(np.asarray(W), want, arrays)
        assert_close(W, want, "W", rtol=0, atol=NEAR)


def make_data(rng, n_in, n_train, noise):
    """Arrays of a model whose rates and positions do not average to zero; test data of the same size."""
    W = rng.normal(0.5, 1.0, size=(2, n_in))
    X_train, X_test = rng.uniform(0, 1, size=(2, n_in, n_train))
    disturbance, other = rng.normal(0.4, 1, size=(2, 2, n_train))
    return {
        "X_train": X_train,
        "Y_train": W @ X_train + noise * disturbance,
        "X_test": X_test,
        "Y_test": (W + rng.normal(size=W.shape)) @ X_test + noise * other,
    }


def all_fitted(student, problems, best):
    """The weights of a model of each of these arrays after fit(), or a failure if fit() has not touched them."""
    notes = Notes()
    for arrays in problems:
        model = told(student.LinearModel)(**arrays)
        notes.attribute(model, "W")
        note_fit(notes, model)
    noted = iter(notes)
    for want in best:
        before = next(noted)
        with hint_if_raised(SHAPES):
            found = next(noted)
        require_replaced(found, before, want)
        yield found


def require_replaced(W, before, best):
    """Fail where fit() has left weights as they were, or has added the best ones to them."""
    W, before = as_array(W, "W"), as_array(before, "W")
    if W.shape != before.shape:
        return
    require(
        not np.array_equal(W, before),
        "fit() has not changed the weights: the result has to be assigned to self.W.",
        diagnosis="not_set",
    )
    require(
        W.shape != best.shape or not np.allclose(W - before, best, rtol=0, atol=NEAR),
        "fit() adds the best weights to those that the model has: they should take the place of these.",
        diagnosis="added_to_the_old",
    )
    left = np.flatnonzero(np.all(before == W, axis=1)) if W.ndim == 2 else ()
    require(
        len(left) == 0,
        f"fit() has left a row of the weights as it was, row {min(left, default=0)}.",
        diagnosis="row_not_set",
    )


def require_all_best(student, problems):
    """Fail unless fit() finds the best weights in each case: its name, when it is so, arrays."""
    all_arrays = [arrays for _, _, arrays in problems]
    found = all_fitted(student, all_arrays, map(optimum, all_arrays))
    for slug, when, arrays in problems:
        with case(slug, when):
            require_best(next(found), arrays)


def note_fit(notes, model):
    """Note the weights of a model after another fit()."""
    told(model.fit)()
    notes.attribute(model, "W")


def weights_after_fit(model):
    """The weights of a model after another fit()."""
    told(model.fit)()
    return model.W


def require_the_same(W, again):
    """Fail unless two models of the same data have got the same weights."""
    require(
        np.shape(W) == np.shape(again) and np.allclose(W, again, rtol=0, atol=NEAR),
        "Two models of the same data get different weights: the random weights that they start with, chance, or an"
        " earlier fit has a say.",
        diagnosis="depends_on_start",
    )


def require_best(W, arrays):
    """Fail unless W are the weights with the smallest training loss."""
    require_weights(W, optimum(arrays), arrays, partial(wrong_weights, arrays))


def require_weights(W, want, arrays, mistakes):
    """Fail unless W are these weights of a model of these arrays."""
    assert_shape(W, want.shape, "W")
    assert_finite(W, "W")
    require_not_regularised(np.asarray(W), want, arrays)
    assert_close(W, want, "W", rtol=0, atol=NEAR, n=arrays["X_train"].shape[1], mistakes=mistakes)


def require_not_regularised(W, want, arrays):
    """Fail where W solves W (X Xᵀ + λ 1) = Y Xᵀ for some λ that is not zero."""
    X, Y = arrays["X_train"], arrays["Y_train"]
    left_over = (Y - W @ X) @ X.T
    added = np.sum(left_over * W) / max(np.sum(W * W), 1e-12)
    alike = np.allclose(left_over, added * W, rtol=1e-3, atol=1e-4 * np.abs(added * W).max())
    regularised = alike and added > 0 and W.size > 2 and np.abs(W - want).max() > NEAR
    require(
        not regularised,
        "W is not right: something was added to X Xᵀ before it was inverted, as in ridge regression.",
        diagnosis="regularised",
    )


def optimum(arrays):
    """The weights with the smallest training loss, (n_out, n_in)."""
    return least_squares(arrays["X_train"], arrays["Y_train"])


def slips(arrays, best):
    """What people compute instead of (Y Xᵀ)(X Xᵀ)⁻¹ from the same two products, or make of the best weights."""
    X, Y = arrays["X_train"], arrays["Y_train"]
    moments, mixed = X @ X.T, Y @ X.T
    return {
        "other_order": (
            "it is (X Xᵀ)⁻¹ (Y Xᵀ), the two factors in the other order, or the transpose of what it should be",
            lambda: np.linalg.solve(moments, mixed) if mixed.shape == moments.shape else None,
        ),
        "inverse_missing": ("it is Y Xᵀ alone, the inverse of X Xᵀ is missing", mixed),
        "not_inverted": ("X Xᵀ is multiplied where its inverse is needed", mixed @ moments),
        "elementwise_inverse": ("one over every element of X Xᵀ is not its inverse", lambda: mixed @ (1 / moments)),
        "divided": ("dividing element by element is not multiplying by the inverse", lambda: mixed / moments),
        "diagonal_only": ("it looks at one cell at a time, but cells fire together", mixed / np.diag(moments)),
        "mean_product": ("it is Y Xᵀ over N, the inverse of X Xᵀ is missing", mixed / X.shape[1]),
        "transposed": ("it is the transpose of what it should be", best.T),
        "no_negatives": ("negative weights are cut off", np.maximum(best, 0)),
        "first_row_twice": ("both rows are the weights of x", np.repeat(best[:1], 2, 0)),
    }


def wrong_weights(arrays, **more):
    """What people compute instead of (Y Xᵀ)(X Xᵀ)⁻¹."""
    X, Y, X_test, Y_test = (arrays[name] for name in ("X_train", "Y_train", "X_test", "Y_test"))
    moments, best = X @ X.T, optimum(arrays)
    X_all, Y_all = np.hstack([X, X_test]), np.hstack([Y, Y_test])
    X_centred, Y_centred = X - X.mean(1, keepdims=True), Y - Y.mean(1, keepdims=True)
    half = X.shape[1] // 2
    a_part = "only a part of the training data is used"
    total, active = np.abs(X).sum(0), X.sum(0) > 0.5
    shifted = "X and Y are shifted: a column of X belongs to the same column of Y"
    few = "small singular values are left out, as by an `rcond` of your own or by steps that end too early"
    return {
        **more,
        **slips(arrays, best),
        "test_data": ("it is fitted to the test data", lambda: least_squares(X_test, Y_test)),
        "all_data": ("the test data were used in the fit", lambda: least_squares(X_all, Y_all)),
        "centred": (
            "it is the fit of another model, one with a bias, or of data whose means were subtracted",
            lambda: least_squares(X_centred, Y_centred),
        ),
        "no_negatives_fitted": (
            "only weights that are not negative are tried; weights may be negative",
            lambda: nonnegative(X, Y) if X.shape[1] < 400 else None,
        ),
        "first_half": (a_part, lambda: least_squares(X[:, :half], Y[:, :half])),
        "every_second": (a_part, lambda: least_squares(X[:, ::2], Y[:, ::2])),
        "first_1000": (a_part, lambda: least_squares(X[:, :1000], Y[:, :1000])),
        "first_500": (a_part, lambda: least_squares(X[:, :500], Y[:, :500])),
        "first_column_missing": ("the first moment is left out", lambda: least_squares(X[:, 1:], Y[:, 1:])),
        "every_third": (a_part, lambda: least_squares(X[:, ::3], Y[:, ::3])),
        "every_fifth": (a_part, lambda: least_squares(X[:, ::5], Y[:, ::5])),
        "every_tenth": (a_part, lambda: least_squares(X[:, ::10], Y[:, ::10])),
        "second_half": (a_part, lambda: least_squares(X[:, half:], Y[:, half:])),
        "one_moment_later": (shifted, lambda: least_squares(X[:, :-1], Y[:, 1:])),
        "one_moment_earlier": (shifted, lambda: least_squares(X[:, 1:], Y[:, :-1])),
        "product_shifted": (shifted, lambda: np.linalg.solve(moments, X[:, :-1] @ Y[:, 1:].T).T),
        "product_shifted_back": (shifted, lambda: np.linalg.solve(moments, X[:, 1:] @ Y[:, :-1].T).T),
        "targets_centred": ("a mean was subtracted from Y", lambda: least_squares(X, Y_centred)),
        "last_column_missing": ("the last moment is left out", lambda: least_squares(X[:, :-1], Y[:, :-1])),
        "few_weights_only": (few, lambda: np.linalg.lstsq(X.T, Y.T, rcond=0.1)[0].T),
        "fewer_weights_only": (few, lambda: np.linalg.lstsq(X.T, Y.T, rcond=0.3)[0].T),
        "few_weights_left_out": (few, lambda: np.linalg.lstsq(X.T, Y.T, rcond=0.01)[0].T),
        "inactive_left_out": (a_part, lambda: least_squares(X[:, active], Y[:, active])),
        "first_columns": (a_part, lambda: Y[:, : len(X)] @ np.linalg.pinv(X[:, : len(X)])),
        "weighted": ("moments do not count alike: they were scaled", lambda: least_squares(X / total, Y / total)),
        "scaled_rates": (
            "the rates were scaled before the fit, and the weights were not scaled back",
            lambda: best * X.max(1),
        ),
        "standardised": (
            "the rates were scaled before the fit, and the weights were not scaled back",
            lambda: least_squares(X_centred, Y_centred) * X.std(1),
        ),
    }


def nonnegative(X, Y):
    """The best weights that are not negative, by projected descent on a problem with few cells."""
    moments, mixed = X @ X.T, Y @ X.T
    W = np.maximum(mixed / np.trace(moments), 0)
    for _ in range(4000):
        W = np.maximum(W - (W @ moments - mixed) / np.trace(moments), 0)
    return W


def least_squares(X, Y):
    """(Y Xᵀ)(X Xᵀ)⁻¹ for any X (n_in, N) and Y (n_out, N)."""
    return np.linalg.solve(X @ X.T, X @ Y.T).T
