"""Task forward_pass: Ŷ = σ(W3 σ(W2 σ(W1 X))), with rows of ones, and the layers stored on the way."""

import numpy as np

from decoding.checks import Task, assert_close, assert_shape, check, require, value_of

TASK = Task("forward_pass")
STORED = ("N1", "H1", "N2", "H2", "N3")


@check(points=1, public=True)
def test_every_layer_has_its_shape(student, session):
    """forward(X) gives one position a column, and the stored layers have a row a unit and a column a moment."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    model = student.DeepNeuralNetwork(**session.arrays, activation=wave, n_hidden=7)
    X = session.X_test[:, :50]
    Y_pred = model.forward(X)
    require(
        np.shape(Y_pred) != session.Y_train.shape,
        "forward should predict from its argument X, but it predicts from the training data.",
        diagnosis="uses_training_data",
    )
    assert_shape(Y_pred, (2, 50), "forward(X)")
    for name in STORED:
        layer = getattr(model, name)
        rows = 2 if name == "N3" else 7
        require(
            np.shape(layer) != (rows + 1, 50),
            f"{name} has one row too many: store the layer without its row of ones.",
            diagnosis="row_of_ones_stored",
        )
        assert_shape(layer, (rows, 50), name)


@check(points=2)
def test_predictions_with_known_weights(student, rng, cohort):
    """With given weights and any of the three activation functions, the predictions are right."""
    for name in activations(cohort):
        model, weights, X = known_network(student, rng, cohort, name)
        act = trusted(name, cohort)
        want = layers(weights, X, act)["Y"]
        Y_pred = model.forward(X)
        assert_close(Y_pred, want, "forward(X)", rtol=1e-4, atol=1e-5, mistakes=wrong_outputs(weights, X, act))


@check(points=1)
def test_stored_layers_hold_what_they_should(student, rng, cohort):
    """N1, H1, N2, H2 and N3 hold the layers before and after the bend, and X the input of this pass."""
    model, weights, X = known_network(student, rng, cohort, "tanh")
    act = trusted("tanh", cohort)
    want = layers(weights, X, act)
    model.forward(X)
    for name in STORED:
        others = {
            f"holds_{other.lower()}": (f"it holds what belongs in {other}", want[other])
            for other in STORED
            if other != name
        }
        assert_close(getattr(model, name), want[name], name, rtol=1e-4, atol=1e-5, mistakes=others)
    mistakes = {"row_of_ones_stored": ("store the input without its row of ones", with_ones(X, True))}
    assert_close(model.X, X, "X", rtol=1e-5, atol=1e-6, mistakes=mistakes)


@check(points=0.5)
def test_without_biases(student, rng, cohort):
    """With use_bias=False there are no rows of ones."""
    for name in ("relu", "tanh"):
        model, weights, X = known_network(student, rng, cohort, name, use_bias=False)
        act = trusted(name, cohort)
        want = layers(weights, X, act)["Y"]
        mistakes = wrong_outputs(weights, X, act, use_bias=False)
        assert_close(model.forward(X), want, "forward(X)", rtol=1e-4, atol=1e-5, mistakes=mistakes)


@check(points=0.5)
def test_one_column_or_many_and_nothing_is_damaged(student, rng, cohort):
    """One column alone is predicted as among others; inputs and weights stay as they were."""
    model, weights, X = known_network(student, rng, cohort, "sigmoid")
    want = layers(weights, X, trusted("sigmoid", cohort))["Y"]
    kept = student.keep(X)
    together = model.forward(kept)
    require(np.array_equal(value_of(kept), X), "forward changes the array that it is given.", diagnosis="damages_input")
    for k, W in enumerate(weights, 1):
        unchanged = np.array_equal(getattr(model, f"W{k}"), W)
        require(unchanged, f"forward changes the weights W{k}.", diagnosis="damages_weights")
    assert_shape(together, want.shape, "forward(X)")
    for n in (0, X.shape[1] - 1):
        alone = model.forward(X[:, n : n + 1])
        assert_shape(alone, (want.shape[0], 1), "forward of a single column")
        require(
            np.allclose(np.asarray(alone)[:, 0], np.asarray(together)[:, n], rtol=1e-4, atol=1e-5),
            "The prediction for one moment depends on the other moments in X.",
            diagnosis="columns_mixed",
        )


def activations(cohort):
    """Source text of the three activation functions, by name."""
    a = float(cohort.network.activation_scale)
    return {
        "relu": "lambda N, deriv=False: (N > 0) * 1.0 if deriv else np.maximum(N, 0)",
        "sigmoid": f"lambda N, deriv=False: {a} / (2 + np.exp(N) + np.exp(-N)) if deriv else {a} / (1 + np.exp(-N))",
        "tanh": f"lambda N, deriv=False: {a} / np.cosh(N)**2 if deriv else {a} * np.tanh(N)",
    }


def trusted(name, cohort):
    """The activation function of this name, on our side."""
    return eval(activations(cohort)[name], {"np": np})


def known_network(student, rng, cohort, name, use_bias=True, n_in=4, n_hidden=6, n_out=3):
    """A student's network with weights that we know, these weights, and inputs (n_in, 9)."""
    draw = {key: rng.uniform(size=(rows, 11)) for key, rows in (("X_train", n_in), ("Y_train", n_out))}
    draw |= {key: rng.uniform(size=(rows, 8)) for key, rows in (("X_test", n_in), ("Y_test", n_out))}
    activation = student.function(activations(cohort)[name])
    model = student.DeepNeuralNetwork(**draw, activation=activation, n_hidden=n_hidden, use_bias=use_bias)
    extra = int(use_bias)
    shapes = ((n_hidden, n_in + extra), (n_hidden, n_hidden + extra), (n_out, n_hidden + extra))
    weights = [rng.normal(0.2, 1.2 / np.sqrt(columns), size=(rows, columns)) for rows, columns in shapes]
    model.W1, model.W2, model.W3 = weights
    return model, weights, rng.uniform(0, 1.5, size=(n_in, 9))


def with_ones(A, use_bias):
    """A with a row of ones on top when there are biases."""
    return np.vstack([np.ones((1, A.shape[1])), A]) if use_bias else A


def layers(weights, X, act, use_bias=None):
    """All layers of a forward pass, by name."""
    if use_bias is None:
        use_bias = weights[0].shape[1] == X.shape[0] + 1
    N1 = weights[0] @ with_ones(X, use_bias)
    H1 = act(N1)
    N2 = weights[1] @ with_ones(H1, use_bias)
    H2 = act(N2)
    N3 = weights[2] @ with_ones(H2, use_bias)
    return {"N1": N1, "H1": H1, "N2": N2, "H2": H2, "N3": N3, "Y": act(N3)}


def wrong_outputs(weights, X, act, use_bias=True):
    """What people compute instead of the prediction."""
    right = layers(weights, X, act, use_bias)

    def identity(N):
        return N

    def through(first, second, third, ones_last=False):
        A = X
        for W, bend in zip(weights, (first, second, third), strict=True):
            extended = with_ones(A, use_bias)
            A = bend(W @ (np.roll(extended, -1, axis=0) if ones_last and use_bias else extended))
        return A

    found = {
        "output_not_bent": ("the output is not bent: the activation function acts on it as well", right["N3"]),
        "no_bend": ("no activation function is applied anywhere", through(identity, identity, identity)),
        "hidden_not_bent": ("the hidden layers are not bent", through(identity, identity, act)),
        "first_layer_not_bent": ("the first hidden layer is not bent", through(identity, act, act)),
        "second_layer_not_bent": ("the second hidden layer is not bent", through(act, identity, act)),
        "bent_twice": ("the output is bent twice", lambda: act(right["Y"])),
        "derivative_used": ("σ' is used where σ belongs", lambda: through(*[lambda N: act(N, deriv=True)] * 3)),
        "second_layer_skipped": (
            "the second hidden layer is left out",
            lambda: act(weights[2] @ with_ones(right["H1"], use_bias)),
        ),
        "first_column_only": (
            "every column has the prediction of the first",
            np.repeat(right["Y"][:, :1], X.shape[1], axis=1),
        ),
        "relu_always": (
            "it uses relu whatever activation function the model was given",
            lambda: through(*[lambda N: np.maximum(N, 0)] * 3),
        ),
    }
    if use_bias:
        found["biases_left_out"] = (
            "the biases are left out",
            lambda: layers([W[:, 1:] for W in weights], X, act, use_bias=False)["Y"],
        )
        found["ones_last"] = (
            "the row of ones is at the bottom, it belongs on top",
            lambda: through(act, act, act, True),
        )
        found["biases_in_first_layer_only"] = (
            "only the first layer has biases",
            lambda: act(weights[2][:, 1:] @ act(weights[1][:, 1:] @ right["H1"])),
        )
    elif weights[1].shape[0] == weights[1].shape[1]:
        found["transposed_weights"] = (
            "the second matrix is transposed",
            lambda: layers([weights[0], weights[1].T, weights[2]], X, act, use_bias)["Y"],
        )
    return found
