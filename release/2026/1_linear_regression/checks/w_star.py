"""Task w_star: the optimal weights W* = (Y Xᵀ)(X Xᵀ)⁻¹.

The method 2, which looks past one slip (a factor, an order, a row), other data, and where the weights are put; other
sizes and the session 1, wherever the weights are put; only the training data decide 0.75; the worked example 0.25.
"""

import numpy as np
from gradekit import Task, assert_close, check, named, require

TASK = Task("w_star", needs=["linear_forward"])


def of_products(wrong):
    """What people make of Y Xᵀ and X Xᵀ."""
    return lambda X_train, Y_train: wrong(Y_train @ X_train.T, X_train @ X_train.T)


SLIPS = {
    "other_order": (
        "it is (X Xᵀ)⁻¹ (Y Xᵀ), the two factors in the other order",
        of_products(lambda P, M: np.linalg.solve(M, P)),
    ),
    "inverse_missing": ("it is Y Xᵀ alone, the inverse of X Xᵀ is missing", of_products(lambda P, M: P)),
    "mean_product": (
        "it is Y Xᵀ over N, the inverse of X Xᵀ is missing",
        lambda X_train, Y_train: Y_train @ X_train.T / X_train.shape[1],
    ),
    "not_inverted": ("X Xᵀ is multiplied where its inverse is needed", of_products(lambda P, M: P @ M)),
    "elementwise_inverse": ("one over every element of X Xᵀ is not its inverse", of_products(lambda P, M: P @ (1 / M))),
    "divided": ("dividing element by element is not multiplying by the inverse", of_products(lambda P, M: P / M)),
    "diagonal_only": (
        "it looks at one cell at a time, but cells fire together",
        of_products(lambda P, M: P / np.diag(M)),
    ),
    "transposed": ("it is the transpose of what it should be", lambda right: right.T),
    "no_negatives": ("negative weights are cut off", lambda right: np.maximum(right, 0)),
    "first_row_twice": ("both rows are the weights of x", lambda right: np.repeat(right[:1], 2, 0)),
}


@check(points=0.25, public=True)
def test_worked_example(student):
    """For two cells and three moments fit() sets the weights of the worked example."""
    X, W = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([[1.0, 2.0], [3.0, 1.0]])
    model = student.LinearModel(X_train=X, Y_train=W @ X, X_test=np.array([[2.0, 1.0], [1.0, 3.0]]), Y_test=1 - W)
    before = model.W
    model.fit()
    is_set = np.shape(model.W) != np.shape(before) or not np.array_equal(model.W, before)
    require(is_set, "fit() has not changed the weights: assign the result to self.W.", diagnosis="not_set")
    mistakes = named(SLIPS, {"X_train": X, "Y_train": W @ X, "right": W})
    text = "the best weights are added to those that the model has: they should take the place of these"
    mistakes["added_to_the_old"] = (text, lambda: W + before)
    assert_close(model.W, W, "W", rtol=0, atol=1e-3, n=3, mistakes=mistakes)
