"""Task w_star: the optimal weights W* = (Y Xᵀ)(X Xᵀ)⁻¹."""

from functools import partial
import numpy as np
from gradekit.assertions import as_array, assert_close, assert_finite, assert_shape, require
from gradekit.cases import hint_if_raised
from gradekit.checks import Task, check
from gradekit.proxy import Notes, told

TASK = Task("w_star", needs=["linear_forward"])

NEAR = 1e-3

SHAPES = "Sums run over the moments: Y Xᵀ has the shape (2, N_cells) and X Xᵀ has (N_cells, N_cells), in this order."


@check(points=0.5, public=True)
def test_worked_example(student):
    """For two cells and three moments fit() sets the weights of the worked example."""
    X, W = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([[1.0, 2.0], [3.0, 1.0]])
    arrays = {"X_train": X, "Y_train": W @ X, "X_test": np.array([[2.0, 1.0], [1.0, 3.0]]), "Y_test": 1 - W}
    (got,) = all_fitted(student, [arrays], [W])
    require_weights(got, W, arrays, partial(slips, arrays, W))


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


def note_fit(notes, model):
    """Note the weights of a model after another fit()."""
    told(model.fit)()
    notes.attribute(model, "W")


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
