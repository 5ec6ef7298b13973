"""Task fit_network: training on random batches.

No variable of the student's is looked at. With one batch of the whole training set the change of the weights is the
step itself; and an activation function that remembers what it was given tells which columns each batch was made of.
"""

import numpy as np

from decoding.checks import (
    Task,
    assert_close,
    assert_finite,
    assert_shape,
    check,
    numerical_gradient,
    require,
    value_of,
)

TASK = Task("fit_network", needs=["forward_pass", "gradients", "weight_update"])

RELU = "lambda N, deriv=False: (N > 0) * 1.0 if deriv else np.maximum(N, 0)"
REMEMBERING_RELU = (
    "lambda seen: lambda N, deriv=False:"
    " (N > 0) * 1.0 if deriv else (len(N) > 2 and seen.append(np.array(N)), np.maximum(N, 0))[1]"
)


@check(points=1, public=True)
def test_training_changes_all_weights_and_fills_the_history(student, session):
    """Two epochs change all three matrices, and the history says how it went."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    model = student.DeepNeuralNetwork(**session.arrays, activation=wave, n_hidden=8)
    before = model.W1, model.W2, model.W3
    model.fit(epochs=2, batch_frac=0.1)
    shapes = ((8, session.n_cells + 1), (8, 9), (2, 9))
    for k, (W, start, shape) in enumerate(zip((model.W1, model.W2, model.W3), before, shapes, strict=True), 1):
        assert_finite(start, f"W{k} before training")
        assert_shape(W, shape, f"W{k}")
        assert_finite(W, f"W{k}")
        require(not np.array_equal(W, start), f"fit has not changed W{k}.", diagnosis="not_moved")
    history = model.history
    for key in ("epoch", "error", "test_error"):
        require(len(history[key]) > 0, f'history["{key}"] is empty: call record.', diagnosis="no_history")
        assert_finite(history[key], f'history["{key}"]')
    require(
        0.9 <= history["epoch"][-1] <= 2.0001,
        "After two epochs the history has counted another number of epochs.",
        f"it has counted {history['epoch'][-1]:.3g}",
        "epochs_miscounted",
    )


@check(points=2)
def test_one_batch_of_everything_is_one_step_of_descent(student, rng):
    """With batch_frac = 1 and one epoch, the weights move by exactly one step, −η (dL/dW + λ W)."""
    for eta, l2, use_bias in ((1.0, 0.0, True), (0.5, 0.4, True), (0.5, 0.4, False)):
        data, weights = small_problem(rng, use_bias)
        model = student.DeepNeuralNetwork(
            **data, activation=student.function("lambda N, deriv=False: 1 / np.cosh(N)**2 if deriv else np.tanh(N)"),
            n_hidden=5, eta=eta, l2=l2, use_bias=use_bias,
        )  # fmt: skip
        set_weights(model, weights)
        model.fit(epochs=1, batch_frac=1)
        for k in (3, 2, 1):
            slope, on_test = (
                slopes_by_differences(k, weights, data[f"X_{part}"], data[f"Y_{part}"], use_bias)
                for part in ("train", "test")
            )
            W, n = weights[k - 1], data["X_train"].shape[1]
            mistakes = {
                "not_moved": ("it has not moved: the step is missing", W),
                "uphill": ("it moves up the slope", W + eta * (slope + l2 * W)),
                "test_data": ("it is trained on the test data", W - eta * (on_test + l2 * W)),
                "pull_missing": ("the pull towards zero is missing: use update", W - eta * slope),
                "eta_missing": ("the learning rate is missing: use update", W - (slope + l2 * W)),
                "mean_missing": ("the slopes are N times too large", W - eta * (n * slope + l2 * W)),
            }
            want = W - eta * (slope + l2 * W)
            assert_close(getattr(model, f"W{k}"), want, f"W{k}", rtol=1e-4, atol=1e-5, mistakes=mistakes)


@check(points=1.5)
def test_batches_are_random_and_different_each_time(student, rng):
    """Each step has a fresh batch of the right size, drawn at random and without repeats."""
    n, n_batch, n_steps = 40, 10, 16
    model, seen, _, _ = tagged_network(student, rng, n, eta=0.0)
    model.fit(epochs=4, batch_frac=0.25)
    batches, on_test = batches_seen(seen, n)
    parts = [batch for batch in batches if len(batch) < n]
    require(parts or not batches, "Every step uses the whole training set.", diagnosis="whole_set")
    require(batches or not on_test, "The batches are drawn from the test data.", diagnosis="test_data")
    require(parts, "fit makes no prediction for any batch of the training data.", diagnosis="no_batches")
    sets = {frozenset(batch) for batch in parts}
    require(len(sets) > 1, "Every step uses the same batch.", diagnosis="same_batch")
    sizes = {len(batch) for batch in parts}
    require(sizes == {n_batch}, "The batches do not have int(batch_frac · n_train) columns.", diagnosis="batch_size")
    repeats = any(len(set(batch)) < n_batch for batch in parts)
    require(
        not repeats,
        "A batch holds some columns more than once: draw without replacement.",
        diagnosis="with_replacement",
    )
    require(
        len(parts) != 4 or n_steps == 4,
        "There is one step an epoch; each epoch has 1 / batch_frac.",
        diagnosis="too_few_steps",
    )
    in_a_row = all(np.ptp(batch) == n_batch - 1 for batch in parts)
    require(not in_a_row, "The batches are moments in a row; they should be drawn at random.", diagnosis="consecutive")
    require(
        len(sets) == len(parts), "The same batches come again: draw anew for every step.", diagnosis="batches_recur"
    )
    covered = len(set().union(*sets))
    require(covered > 0.7 * n, "A part of the training set is never drawn.", diagnosis="part_of_the_data")
    require(
        len(parts) == n_steps,
        "The number of steps should be epochs / batch_frac.",
        f"{len(parts)} in place of {n_steps}",
        "wrong_number_of_steps",
    )


@check(points=1)
def test_each_step_uses_its_own_batch(student, rng):
    """Rates and positions of a batch are of the same moments, and each step follows the slopes of its own batch."""
    n, eta = 40, 0.2
    model, seen, data, start = tagged_network(student, rng, n, eta)
    X, Y = data["X_train"], data["Y_train"]
    model.fit(epochs=1, batch_frac=0.5)
    batches, _ = batches_seen(seen, n)
    require(
        len(batches) == 2,
        "Two half batches should make two steps, each after one prediction.",
        diagnosis="not_two_steps",
    )
    one, two = batches

    def after(*steps):
        weights = start
        for columns, truth, size in steps:
            slopes = slopes_by_sweep(weights, X[:, columns], truth, size)
            weights = [W - eta * slope for W, slope in zip(weights, slopes, strict=True)]
        return weights

    half = n // 2
    want = after((one, Y[:, one], half), (two, Y[:, two], half))
    wrong = {
        "truth_in_order": (
            "positions and rates are of different moments: the positions are always the first ones",
            after((one, Y[:, :half], half), (two, Y[:, :half], half)),
        ),
        "truth_sorted": (
            "positions and rates are of different moments: the order of one of them was changed",
            after((one, Y[:, sorted(one)], half), (two, Y[:, sorted(two)], half)),
        ),
        "n_train": (
            "the slopes are divided by the size of the training set, not by that of the batch",
            after((one, Y[:, one], n), (two, Y[:, two], n)),
        ),
        "first_step_only": ("only the first step changes it", after((one, Y[:, one], half))),
        "last_step_only": ("every step starts from the first weights again", after((two, Y[:, two], half))),
        "not_moved": ("it has not moved: the step is missing", start),
        "first_truth_kept": (
            "the second step has the positions of the first batch",
            after((one, Y[:, one], half), (two, Y[:, one], half)),
        ),
    }
    for k in (3, 2, 1):
        mistakes = {slug: (text, weights[k - 1]) for slug, (text, weights) in wrong.items()}
        assert_close(getattr(model, f"W{k}"), want[k - 1], f"W{k}", rtol=1e-4, atol=1e-5, mistakes=mistakes)


@check(points=1.5, seconds=60)
def test_training_reaches_the_error_that_it_can(student, session, cohort, bounds):
    """From a healthy start, a small network comes as close to the test data as this training can bring it."""
    reached = calibration_run(student, session, cohort)
    detail = f"mean test error {100 * reached:.2f} cm, at most {100 * bounds['fit_network']:.2f} cm"
    require(np.isfinite(reached), "Training ends at weights that are not finite.", detail, "not_finite")
    require(reached < 0.3, "After training it is no better than guessing.", detail, "not_trained")
    require(reached <= bounds["fit_network"], "Training ends at too large an error.", detail, "error_too_large")


def calibration_run(student, session, cohort):
    """Train a small network from one healthy start, 1000 steps; the mean error on the test data, metres.

    Only the batches are left to chance. The outputs begin at the mean position, so none of them is dead.
    """
    rng, n_hidden, n_steps = np.random.default_rng(3), 50, 1000
    data = session.arrays
    few = {name: array[:, ::40] if "test" in name else array for name, array in data.items()}
    model = student.DeepNeuralNetwork(**few, activation=student.function(RELU), n_hidden=n_hidden)
    n_in, n_out = session.n_cells, session.Y.shape[0]
    W3 = rng.normal(0, 0.3 / np.sqrt(n_hidden), size=(n_out, n_hidden + 1))
    W3[:, 0] = session.Y_train.mean(axis=1)
    model.W1 = rng.normal(0, 2 / np.sqrt(n_in), size=(n_hidden, n_in + 1))
    model.W2 = rng.normal(0, np.sqrt(2 / n_hidden), size=(n_hidden, n_hidden + 1))
    model.W3 = W3
    model.eta, model.l2 = cohort.network.eta, cohort.network.l2
    model.fit(epochs=10, batch_frac=10 / n_steps)
    weights = [np.asarray(W, dtype=float) for W in (model.W1, model.W2, model.W3)]
    for k, (W, shape) in enumerate(zip(weights, ((50, n_in + 1), (50, 51), (n_out, 51)), strict=True), 1):
        assert_shape(W, shape, f"W{k}")
    Y_pred = predict(weights, session.X_test, lambda N: np.maximum(N, 0))
    return float(np.linalg.norm(Y_pred - session.Y_test, axis=0).mean())


def predict(weights, X, bend):
    """The prediction of a network; it has biases where its first matrix has a column more than X has rows."""
    H, use_bias = X, weights[0].shape[1] > X.shape[0]
    for W in weights:
        H = bend(W @ (np.vstack([np.ones((1, H.shape[1])), H]) if use_bias else H))
    return H


def set_weights(model, weights):
    """Give a student's network these three matrices."""
    model.W1, model.W2, model.W3 = weights


def small_problem(rng, use_bias):
    """Data of a model, as many for testing as for training, and three weight matrices."""
    data = {f"X_{part}": rng.uniform(0, 1.5, size=(4, 12)) for part in ("train", "test")}
    data |= {f"Y_{part}": rng.uniform(size=(3, 12)) for part in ("train", "test")}
    shapes = ((5, 4 + use_bias), (5, 5 + use_bias), (3, 5 + use_bias))
    return data, [rng.normal(0.1, 1 / np.sqrt(shape[1]), size=shape) for shape in shapes]


def slopes_by_differences(k, weights, X, Y, use_bias):
    """The slopes of the loss for matrix k of a tanh network, by central differences."""

    def loss_with(W):
        changed = [W if place == k else other for place, other in enumerate(weights, 1)]
        return float(np.sum((predict(changed, X, np.tanh) - Y) ** 2) / X.shape[1])

    return numerical_gradient(loss_with, weights[k - 1])


def tagged_network(student, rng, n, eta):
    """A student's network whose first hidden unit gives the number of the column, and a list of what it was given.

    With them, the data and the weights of the network.

    Column i of the training data makes the pre-activation (i + 1) / n there, column i of the test data 2 + i. The first
    unit of the second layer is always below zero, so that the two layers can be told apart. No slope reaches the
    weights of the first unit in the first step: its weights to the second layer are zero.
    """
    seen = student.keep([])
    data = {"X_train": rng.uniform(size=(3, n)), "Y_train": rng.uniform(size=(2, n))}
    data |= {"X_test": rng.uniform(size=(3, n)), "Y_test": rng.uniform(size=(2, n))}
    data["X_train"][0] = (np.arange(n) + 1) / n
    data["X_test"][0] = 2 + np.arange(n)
    activation = student.function(REMEMBERING_RELU)(seen)
    model = student.DeepNeuralNetwork(**data, activation=activation, n_hidden=6, eta=eta, l2=0.0)
    W1, W2, W3 = (rng.uniform(-0.2, 0.6, size=shape) for shape in ((6, 4), (6, 7), (2, 7)))
    W1[0], W2[:, 1] = [0, 1, 0, 0], 0
    W2[0] = [-5, 0, 0, 0, 0, 0, 0]
    W3[:] = np.abs(W3)
    set_weights(model, (W1, W2, W3))
    for k, W in enumerate((W1, W2, W3), 1):
        found = getattr(model, f"W{k}")
        kept = np.shape(found) == W.shape and np.allclose(found, W, rtol=1e-5, atol=1e-6)
        require(kept, "The network does not keep the weights that it is given.", diagnosis="weights_not_kept")
    return model, seen, data, (W1, W2, W3)


def batches_seen(seen, n):
    """The columns of each batch of training data in order, and how often test data were seen."""
    batches, on_test = [], 0
    for N in value_of(seen):
        tags = np.atleast_2d(np.asarray(N, dtype=float))[0]
        if tags.size and tags.min() > 1.5:
            on_test += 1
        elif tags.size and tags.min() > 0:
            batch = [int(tag) for tag in np.rint(tags * n) - 1]
            if not batches or batch != batches[-1]:
                batches.append(batch)
    return batches, on_test


def slopes_by_sweep(weights, X, Y, size):
    """The slopes of a relu network with biases, their mean taken over `size`."""
    W1, W2, W3 = weights
    X1 = np.vstack([np.ones(X.shape[1]), X])
    N1 = W1 @ X1
    H1 = np.vstack([np.ones(X.shape[1]), np.maximum(N1, 0)])
    N2 = W2 @ H1
    H2 = np.vstack([np.ones(X.shape[1]), np.maximum(N2, 0)])
    N3 = W3 @ H2
    C3 = (N3 > 0) * (np.maximum(N3, 0) - Y)
    C2 = (N2 > 0) * (W3[:, 1:].T @ C3)
    C1 = (N1 > 0) * (W2[:, 1:].T @ C2)
    return [2 / size * C @ H.T for C, H in ((C1, X1), (C2, H1), (C3, H2))]
