"""Task weight_update: W ← W − η (dL/dW + λ W) for all three matrices."""

import numpy as np
from decoding.checks import Task, assert_finite, assert_shape, check, keep, require, value_of

TASK = Task("weight_update", needs=["forward_pass"])


@check(points=0.5, public=True)
def test_all_three_matrices_move(student, rng):
    """One step changes W1, W2 and W3, keeps their shapes, and leaves the slopes as they are."""
    model, weights, slopes, kept = network_and_slopes(student, rng)
    student.update(model, kept)
    for k, (W, before) in enumerate(zip(moved(model), weights, strict=True), 1):
        assert_shape(W, before.shape, f"W{k}")
        assert_finite(W, f"W{k}")
        require(not np.array_equal(W, before), f"W{k} has not moved.", diagnosis=f"w{k}_not_moved")
    left = value_of(kept)
    same = all(np.array_equal(one, other) for one, other in zip(left, slopes, strict=True))
    require(same, "update changes the slopes that it is given.", diagnosis="damages_slopes")


def network_and_slopes(student, rng, eta=0.1, l2=0.3):
    """A student's network with known weights, these, slopes, and a tuple of the slopes on the student's side."""
    data = {"X_train": rng.uniform(size=(4, 9)), "Y_train": rng.uniform(size=(2, 9))}
    data |= {"X_test": rng.uniform(size=(4, 5)), "Y_test": rng.uniform(size=(2, 5))}
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    model = student.DeepNeuralNetwork(**data, activation=wave, n_hidden=6, eta=eta, l2=l2)
    shapes = ((6, 5), (6, 7), (2, 7))
    weights, slopes = ([rng.normal(size=shape) for shape in shapes] for _ in range(2))
    model.W1, model.W2, model.W3 = weights
    return model, weights, slopes, keep(student.function("lambda *slopes: slopes"))(*slopes)


def moved(model):
    """The three matrices of a student's network."""
    return model.W1, model.W2, model.W3
