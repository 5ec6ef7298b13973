"""Task autograd_agrees: slopes by autograd for the two-hidden-layer network of the last chapter."""

from itertools import pairwise

import numpy as np

from decoding.checks import (
    Task,
    assert_close,
    assert_gradient,
    assert_shape,
    check,
    numerical_gradient,
    require,
    type_name,
    value_of,
)

TASK = Task("autograd_agrees")
CLOSE = 5e-4  # relative; single precision is right too


def three_slopes(result):
    """What torch_gradients gave, as a list of three arrays."""
    require(result is not None, "torch_gradients returns nothing.", diagnosis="nothing_returned")
    is_list = isinstance(result, list) and len(result) == 3
    require(is_list, "torch_gradients should return a list of three arrays.", f"{type_name(result)}", "not_three")
    missing = any(one is None for one in result)
    require(not missing, "Slopes are None: no sweep has reached these tensors.", diagnosis="no_slopes")
    return result


def loss_of(weights, X, Y):
    """The loss of network (2), a number."""
    H = X
    for W in weights:
        H = np.maximum(W @ np.vstack([np.ones((1, H.shape[1])), H]), 0)
    return float(np.sum((H - Y) ** 2) / X.shape[1])


@check(points=0.5, public=True)
def test_slopes_agree_with_the_central_difference(student):
    """On a small problem each of the three slopes has the shape of its matrix and agrees with central differences."""
    rng = np.random.default_rng(5)
    weights = [rng.normal(0.2, 0.5, size=shape) for shape in ((4, 3), (3, 5), (2, 4))]
    weights[2][:, 0] += 1.0
    X, Y = rng.uniform(size=(2, 6)), rng.uniform(size=(2, 6))
    slopes = three_slopes(student.torch_gradients(weights, X, Y))
    turned = [np.shape(slope) for slope in slopes[::-1]] == [W.shape for W in weights]
    require(not turned, "The slopes come in the wrong order: that of W1 first.", diagnosis="order_reversed")
    for k, W in enumerate(weights):
        name = f"the slope of W{k + 1}"
        assert_shape(slopes[k], W.shape, name)

        def nudged(V, k=k):
            return loss_of([*weights[:k], V, *weights[k + 1 :]], X, Y)

        assert_gradient(slopes[k], numerical_gradient(nudged, W), name, n=6, rtol=CLOSE)


@check(points=1)
def test_slopes_are_those_of_the_sweep_by_hand(student, rng, session):
    """For other sizes, numbers of outputs and of moments, autograd agrees with the sweep by hand."""
    for sizes, n in (((3, 6, 5, 2), 11), ((5, 4, 7, 3), 4), ((3, 5, 4, 2), 1)):
        weights, X, Y = problem(rng, sizes, n)
        slopes = three_slopes(student.torch_gradients(weights, X, Y))
        right = sweep(weights, X, Y)
        wrong = {
            "averaged_over_outputs": (
                "the mean over the outputs is taken too; the loss (1) sums over them",
                [slope / sizes[-1] for slope in right],
            ),
            "output_not_bent": ("the output of this network is bent too", sweep(weights, X, Y, bends=(1, 1, 0))),
            "not_bent": ("there is no ReLU", sweep(weights, X, Y, bends=(0, 0, 0))),
            "ones_below": ("the row of ones goes on top, not below", ones_below(weights, X, Y)),
            "biases_left_out": ("the biases are left out", without_biases(weights, X, Y)),
            "weights_themselves": ("these are the matrices themselves, not their slopes", weights),
            "wrong_divisor": (
                "the mean is taken over the training set, not over the moments that were given",
                [slope * n / session.n_train for slope in right],
            ),
            "absolute": ("the loss has squares of the differences", sweep(weights, X, Y, power=1)),
        }
        for k in (2, 1, 0):
            mistakes = {slug: (text, values[k]) for slug, (text, values) in wrong.items()}
            assert_gradient(slopes[k], right[k], f"the slope of W{k + 1}", n=n, rtol=CLOSE, mistakes=mistakes)


@check(points=0.5)
def test_matrices_come_out_unharmed_and_a_second_call_gives_the_same(student, rng):
    """The matrices are left as they were, and a second call gives the slopes once more, not their sum."""
    weights, X, Y = problem(rng, (3, 5, 4, 2), 8)
    kept = student.keep(weights)
    first = three_slopes(student.torch_gradients(kept, X, Y))
    second = three_slopes(student.torch_gradients(kept, X, Y))
    for k, (W, one, other) in enumerate(zip(value_of(kept), first, second, strict=True), 1):
        same = np.shape(W) == weights[k - 1].shape and np.array_equal(W, weights[k - 1])
        require(same, "torch_gradients changes the matrices that it is given.", diagnosis="damages_weights")
        assert_shape(one, weights[k - 1].shape, f"the slope of W{k}")
        mistakes = {"piled_up": ("the second call gives the sum of both sweeps", 2 * np.asarray(one, dtype=float))}
        assert_close(other, one, f"the slope of W{k}, called again", rtol=1e-5, atol=1e-7, mistakes=mistakes)
    assert_gradient(first[0], sweep(weights, X, Y)[0], "the slope of W1", n=8, rtol=CLOSE)


def problem(rng, sizes, n):
    """Three matrices with biases in column 0, inputs and true outputs; no pre-activation is near the kink."""
    while True:
        weights = [rng.normal(0.1, 1 / np.sqrt(n_from), size=(n_to, n_from + 1)) for n_from, n_to in pairwise(sizes)]
        weights[-1][:, 0] += 1.0
        X, Y = rng.uniform(size=(sizes[0], n)), rng.uniform(size=(sizes[-1], n))
        N = pre_activations(weights, X)
        slopes = sweep(weights, X, Y)
        alive = all(np.abs(slope).max() > 1e-3 for slope in slopes)
        if min(np.abs(one).min() for one in N) > 1e-3 and alive and (N[-1] < 0).any() == (n > 1):
            return weights, X, Y


def pre_activations(weights, X):
    """N1, N2 and N3."""
    H, found = X, []
    for W in weights:
        found.append(W @ np.vstack([np.ones((1, H.shape[1])), H]))
        H = np.maximum(found[-1], 0)
    return found


def sweep(weights, X, Y, bends=(1, 1, 1), power=2):
    """The slopes of the loss for each matrix, from the output backwards."""
    H, N = [X], []
    for W, bend in zip(weights, bends, strict=True):
        N.append(W @ np.vstack([np.ones((1, H[-1].shape[1])), H[-1]]))
        H.append(np.maximum(N[-1], 0) if bend else N[-1])
    blame = H[-1] - Y if power == 2 else np.sign(H[-1] - Y) / 2
    slopes = []
    for k in reversed(range(len(weights))):
        if bends[k]:
            blame = (N[k] > 0) * blame
        slopes.append(2 / X.shape[1] * blame @ np.vstack([np.ones((1, X.shape[1])), H[k]]).T)
        blame = weights[k][:, 1:].T @ blame
    return slopes[::-1]


def ones_below(weights, X, Y):
    """The slopes that one gets with the row of ones at the bottom, where the last column meets it."""
    return [np.roll(slope, -1, axis=1) for slope in sweep([np.roll(W, 1, axis=1) for W in weights], X, Y)]


def without_biases(weights, X, Y):
    """The slopes of the network without its biases; those of the biases are zero."""
    found = sweep([np.hstack([0 * W[:, :1], W[:, 1:]]) for W in weights], X, Y)
    return [np.hstack([0 * slope[:, :1], slope[:, 1:]]) for slope in found]
