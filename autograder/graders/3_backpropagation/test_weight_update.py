"""Task weight_update: W ← W − η (dL/dW + λ W) for all three matrices."""

import numpy as np

from decoding.checks import Task, assert_close, assert_finite, assert_shape, check, keep, require, value_of

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


@check(points=0.5)
def test_step_without_the_pull(student, rng):
    """With l2 = 0 each matrix moves by −η times its slopes."""
    for eta in (1.0, 0.2):
        model, weights, slopes, kept = network_and_slopes(student, rng, eta, l2=0.0)
        student.update(model, kept)
        compare(model, weights, slopes, eta, 0.0)


@check(points=1)
def test_step_with_the_pull(student, rng):
    """With l2 > 0 each matrix is pulled towards zero as well, by η λ W; a second step starts where the first ended."""
    for eta, l2 in ((1.0, 0.25), (0.3, 0.7)):
        model, weights, slopes, kept = network_and_slopes(student, rng, eta, l2)
        student.update(model, kept)
        compare(model, weights, slopes, eta, l2)
        weights = [W - eta * (slope + l2 * W) for W, slope in zip(weights, slopes, strict=True)]
        student.update(model, kept)
        compare(model, weights, slopes, eta, l2)


def compare(model, weights, slopes, eta, l2):
    """Hold the matrices after a step against what they should be."""
    for k, (W, before, slope) in enumerate(zip(moved(model), weights, slopes, strict=True), 1):
        want = before - eta * (slope + l2 * before)
        assert_close(W, want, f"W{k}", rtol=1e-5, atol=1e-6, mistakes=wrong_steps(before, slope, eta, l2))


def wrong_steps(W, slope, eta, l2):
    """What people do instead of W ← W − η (slope + λ W)."""
    down = W - eta * slope
    return {
        "not_moved": ("it has not moved", W),
        "uphill": ("it moves up the slope", W + eta * (slope - l2 * W)),
        "away_from_zero": ("the pull has the wrong sign: it pushes the weights away from zero", down + eta * l2 * W),
        "uphill_and_away": ("both terms have the wrong sign", W + eta * (slope + l2 * W)),
        "eta_missing": ("the learning rate is missing", W - (slope + l2 * W)),
        "eta_missing_in_the_pull": ("the pull has to be multiplied by the learning rate too", down - l2 * W),
        "pull_missing": ("the pull towards zero is missing", down),
        "pull_doubled": ("the pull is twice as strong as it should be", down - 2 * eta * l2 * W),
        "pull_only": ("the slopes are not used", W - eta * l2 * W),
        "pull_without_weights": ("the pull is λ times the weights, not λ alone", W - eta * (slope + l2)),
        "pull_by_sign": ("the pull is λ times the weights, not times their signs", W - eta * (slope + l2 * np.sign(W))),
        "pull_after_the_step": (
            "the pull uses the weights after the step; it should use those before it",
            down - eta * l2 * down,
        ),
        "pull_on_slopes": ("λ multiplies the slopes, it should multiply the weights", W - eta * (slope + l2 * slope)),
        "biases_not_pulled": (
            "the biases are left out of the pull; equation (8) is for the whole matrix",
            down - eta * l2 * np.hstack([np.zeros((len(W), 1)), W[:, 1:]]),
        ),
        "replaced": ("the weights are replaced by the step, not changed by it", -eta * (slope + l2 * W)),
        "one_eta_for_both": ("the learning rate is applied twice", W - eta**2 * (slope + l2 * W)),
    }
