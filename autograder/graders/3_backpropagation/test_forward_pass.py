"""Task forward_pass: Ŷ = σ(W3 σ(W2 σ(W1 X))), with rows of ones, and the layers stored on the way."""

import numpy as np

from gradekit.assertions import assert_close, fail, require
from gradekit.cases import assert_nothing_kept, case, little_changes, put_in_place
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import attributes, refill, told, value_of

TASK = Task("forward_pass")
STORED = ("N1", "H1", "N2", "H2", "N3")
CUT = "it is cut off; nothing else is done to the prediction"
TWO_NETWORKS = "Keep what belongs to one network in `self`: neither in the class nor in a global name."

# The worked example, with a second hidden layer that passes everything on and a second output, 0.5 + σ(x − 2).
EXAMPLE = {
    "W1": [[-2.0, 1.0], [2.0, -1.0]],
    "W2": [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    "W3": [[1.0, 2.0, -1.0], [0.5, 1.0, 0.0]],
}
EXAMPLE_LAYERS = {
    "N1": [[-1.0, 1.0], [1.0, -1.0]],
    "H1": [[0.0, 1.0], [1.0, 0.0]],
    "N2": [[0.0, 1.0], [1.0, 0.0]],
    "H2": [[0.0, 1.0], [1.0, 0.0]],
    "N3": [[0.0, 3.0], [0.5, 1.5]],
}
EXAMPLE_PREDICTION = [[0.0, 3.0], [0.5, 1.5]]

RELU = "lambda N, deriv=False: (N > 0) * 1.0 if deriv else np.maximum(N, 0)"
# The same with another bend, σ(N) = 1 − 2 N, that changes every layer, the last one too.
MIRROR = "lambda N, deriv=False: 0.0 * N - 2.0 if deriv else 1.0 - 2.0 * N"
MIRRORED_OUTPUT, MIRRORED_PREDICTION = [[-12.0, 12.0], [-4.5, 3.5]], [[25.0, -23.0], [10.0, -6.0]]


@check(points=0.5, public=True)
def test_prediction_of_the_worked_example(student):
    """With the weights of the worked example, the prediction is that of the example, for σ = 1 − 2 N too."""
    model = model_of_the_example(student, RELU)
    Y_pred = model.forward(np.array([[1.0, 3.0]]))
    require(Y_pred is not None, "forward returns nothing.", diagnosis="nothing_returned")
    require(
        np.shape(Y_pred) != (2, 3),
        "forward should predict from its argument X, but it predicts from the training data.",
        diagnosis="uses_training_data",
    )
    mistakes = {
        "biases_left_out": ("the biases are left out", [[2.0, 6.0], [1.0, 3.0]]),
        "clipped": (CUT, cut_like(Y_pred, EXAMPLE_PREDICTION)),
    }
    assert_close(Y_pred, EXAMPLE_PREDICTION, "forward(X)", rtol=1e-5, atol=1e-6, mistakes=mistakes)
    mistakes = {
        "output_not_bent": ("the output is not bent: the activation function acts on it as well", MIRRORED_OUTPUT),
        "bent_twice": ("the output is bent twice", [[-49.0, 47.0], [-19.0, 13.0]]),
        "relu_always": ("it uses relu whatever activation function the model was given", EXAMPLE_PREDICTION),
    }
    with case("another_bend", "for the bend 1 − 2 N"):
        Y_pred = model_of_the_example(student, MIRROR).forward(np.array([[1.0, 3.0]]))
        mistakes["clipped"] = (CUT, cut_like(Y_pred, MIRRORED_PREDICTION))
        assert_close(Y_pred, MIRRORED_PREDICTION, "forward(X)", rtol=1e-5, atol=1e-6, mistakes=mistakes)


def cut_like(Y_pred, right):
    """The right prediction, cut off where this one ends; nothing where this one is the same everywhere."""
    low, high = np.min(Y_pred), np.max(Y_pred)
    return np.clip(right, low, high) if low < high else None


@check(points=0.5, public=True)
def test_layers_of_the_worked_example(student):
    """With the weights of the worked example, the layers that are stored are those of the example."""
    model = model_of_the_example(student, RELU)
    model.forward(np.array([[1.0, 3.0]]))
    for name, found in stored(model):
        layer = EXAMPLE_LAYERS[name]
        with_ones = [[1.0, 1.0], *layer]
        mistakes = {"row_of_ones_stored": ("store the layer without its row of ones", with_ones)}
        if name == "N1":
            text = "it holds what belongs in a later layer, or negative values are set to zero"
            mistakes["holds_a_later_layer"] = (text, EXAMPLE_LAYERS["H1"])
        assert_close(found, layer, name, rtol=1e-5, atol=1e-6, mistakes=mistakes)


def model_of_the_example(student, activation):
    """A student's network with the weights of the worked example."""
    data = {f"X_{part}": np.array([[0.5, 1.5, 2.5]]) for part in ("train", "test")}
    data |= {f"Y_{part}": np.array([[0.5, 0.5, 0.5], [0.2, 0.4, 0.6]]) for part in ("train", "test")}
    model = student.DeepNeuralNetwork(**data, activation=student.function(activation), n_hidden=2)
    for name, W in EXAMPLE.items():
        setattr(model, name, np.array(W))
    return model


@check(points=1)
def test_predictions_with_known_weights(student, rng, cohort):
    """With given weights and any of the three activation functions, the predictions are right, and large ones too."""
    for sizes in ((4, 6, 9), (3, 5, 7)):
        for name in ("tanh", "sigmoid", "relu"):
            model, weights, X = known_network(student, rng, cohort, name, *sizes)
            try:
                predictions_are_right(student, model, weights, X, trusted(name, cohort))
            except StudentRaised as raised:
                raise with_biases_alone(raised, student, rng, cohort, use_bias=True) from raised
    for sizes, spread in EXTREMES:
        with extreme(sizes, spread):
            large, _, X, _, want = extreme_network(student, rng, sizes, spread)
            close = 1e-4 * np.abs(want["Y"]).max()
            assert_close(large.forward(X), want["Y"], "forward(X)", rtol=1e-4, atol=close, mistakes=cut_off(want["Y"]))


@check(points=0.5)
def test_first_hidden_layer_is_stored(student, rng, cohort):
    """N1 and H1 hold the first layer before and after the bend, and X the input, of the latest pass."""
    layers_are_stored(student, rng, cohort, ("N1", "H1"))


@check(points=0.5)
def test_second_hidden_layer_is_stored(student, rng, cohort):
    """N2 and H2 hold the second layer before and after the bend, of the latest pass."""
    layers_are_stored(student, rng, cohort, ("N2", "H2"))


@check(points=0.5)
def test_output_before_the_bend_is_stored(student, rng, cohort):
    """N3 holds the output before the bend, of the latest pass."""
    layers_are_stored(student, rng, cohort, ("N3",))


def layers_are_stored(student, rng, cohort, names):
    """Fail unless these layers are stored as they should be."""
    model, weights, _ = known_network(student, rng, cohort, "tanh")
    act, want = trusted("tanh", cohort), None
    for n_columns in (9, 9, 1, 11, 8):  # those of another batch, of a single moment, of the training and the test data
        X = rng.uniform(size=(4, n_columns))
        earlier, want = want, layers(weights, X, act)
        model.forward(X)
        for name, found in stored(model, names):
            others = {
                f"holds_{other.lower()}": (f"it holds what belongs in {other}", want[other])
                for other in STORED
                if other != name
            }
            if name == "N3":
                others["holds_prediction"] = ("it is the prediction, after the bend; N3 is before it", want["Y"])
            if earlier is not None:
                others["kept"] = ("it is that of an earlier pass: store the layers anew in each call", earlier[name])
            others["row_of_ones_stored"] = ("store the layer without its row of ones", with_ones(want[name], True))
            others["flattened"] = (
                "for a single moment it should still have one column",
                want[name].ravel() if n_columns == 1 else None,
            )
            assert_close(found, want[name], name, rtol=1e-4, atol=1e-5, mistakes=others)
        if names[0] == "N1":
            mistakes = {"row_of_ones_stored": ("store the input without its row of ones", with_ones(X, True))}
            assert_close(model.X, X, "X", rtol=1e-5, atol=1e-6, mistakes=mistakes)
    another, _, _ = known_network(student, rng, cohort, "tanh")
    another.forward(rng.uniform(size=X.shape))
    with case("another_network", "once another network of the same size has made a pass"):
        for name, found in stored(model, names):
            assert_close(found, want[name], name, rtol=1e-4, atol=1e-5)
    for sizes, spread in EXTREMES if follows_its_activation(student, rng, cohort) else ():
        with extreme(sizes, spread):
            model, _, X, _, want = extreme_network(student, rng, sizes, spread)
            model.forward(X)
            for name, found in stored(model, names):
                close = 1e-4 * np.abs(want[name]).max()
                assert_close(found, want[name], name, rtol=1e-4, atol=close)


def follows_its_activation(student, rng, cohort):
    """Whether predictions are right with relu too; where they are not, the check of predictions fails."""
    model, weights, X = known_network(student, rng, cohort, "relu")
    try:
        predictions_are_right(student, model, weights, X, trusted("relu", cohort))
    except CheckFailed:
        return False
    return True


def what_is_right(student, rng, cohort):
    """An activation function, what of a pass with it is looked at by checks that have another part, and use_bias.

    That is the prediction. Where it is wrong with tanh, the check of predictions fails for it, so the others look at
    what is right: the output before its bend, the prediction with relu alone, the first layer, or the prediction
    without biases.
    """
    for name, part, use_bias in (
        ("tanh", "Y", True),
        ("tanh", "N3", True),
        ("relu", "Y", True),
        ("tanh", "N1", True),
        ("tanh", "Y", False),
    ):
        model, weights, X = known_network(student, rng, cohort, name, use_bias=use_bias)
        try:
            predictions_are_right(student, model, weights, X, trusted(name, cohort), part=part)
        except CheckFailed:
            continue
        return ("sigmoid" if name == "tanh" else name), part, use_bias
    return "sigmoid", "Y", True


@check(points=0.5)
def test_without_biases(student, rng, cohort):
    """With use_bias=False there are no rows of ones."""
    another, part, _ = what_is_right(student, rng, cohort)
    part = "Y" if part == "N1" else part  # there may be a row of ones in any layer
    for name in ("relu", another):
        model, weights, X = known_network(student, rng, cohort, name, use_bias=False)
        try:
            predictions_are_right(student, model, weights, X, trusted(name, cohort), part=part)
        except StudentRaised as raised:
            raise with_biases_alone(raised, student, rng, cohort, use_bias=False) from raised


@check(points=1)
def test_called_again_it_predicts_anew_and_nothing_is_damaged(student, rng, cohort):
    """Other inputs, one column alone, and other weights give new predictions; inputs and weights stay as they were."""
    name, part, use_bias = what_is_right(student, rng, cohort)
    model, weights, X = known_network(student, rng, cohort, name, use_bias=use_bias)
    act = trusted(name, cohort)
    kept, set_to = student.keep(X), attributes(model, "W1", "W2", "W3")
    predictions_are_right(student, model, weights, X, act, given=kept, part=part)
    require_unharmed(model, set_to, kept, X)
    for columns in (slice(0, 1), slice(8, 9), slice(3, 7)):
        predictions_are_right(student, model, weights, X[:, columns], act, part=part)
    predictions_are_right(student, model, weights, rng.uniform(size=X.shape), act, part=part)
    assert_nothing_kept(
        forward_to(student, model, part),
        [X],
        [rng.uniform(size=X.shape)],
        NAMES[part],
        lambda X: layers(weights, X, act, use_bias)[part],
    )
    with case("whole_numbers", "for rates in whole numbers"):
        predictions_are_right(student, model, weights, rng.integers(0, 3, size=X.shape), act, part=part)
    for shift in (0.3, -0.5):
        weights = [W + shift for W in weights]
        predictions_are_right(student, model, weights, X, act, given=kept, changed=True, part=part)
    for k in (1, 2, 3):
        weights[k - 1] = next(little_changes(weights[k - 1]))
        put_in_place(model, f"W{k}", weights[k - 1])
        with case("other_weights", f"when there are other numbers in W{k}, as after a step in place"):
            predictions_are_right(student, model, weights, X, act, given=kept, part=part)
    refill(kept, X := next(little_changes(X)))
    predictions_are_right(student, model, weights, X, act, given=kept, part=part)
    for sizes, spread in EXTREMES:
        with extreme(sizes, spread):
            large, set_to, X_large, kept, _ = extreme_network(student, rng, sizes, spread)
            large.forward(kept)
            require_unharmed(large, set_to, kept, X_large)
    other = known_network(student, rng, cohort, "relu", use_bias=False)
    predictions_are_right(student, *other, trusted("relu", cohort), part=part)
    two = f"when there are two networks, each with settings of its own. {TWO_NETWORKS[:-1]}"
    with case("two_networks", two):
        predictions_are_right(student, model, weights, X, act, part=part)
        predictions_are_right(student, *other, trusted("relu", cohort), part=part)


def stored(model, names=STORED):
    """Layer after layer that the model has stored, by name, or a failure that says that it has not."""
    try:
        yield from zip(names, attributes(model, *names), strict=True)
    except StudentRaised:
        for name in names:
            yield name, stored_layer(model, name)


def stored_layer(model, name):
    """One of the layers, or a failure."""
    try:
        return getattr(model, name)
    except StudentRaised as raised:
        if raised.type_name != "AttributeError":
            raise
        fail(f"forward stores no {name}: the model needs it as self.{name}.", diagnosis="not_stored")


def require_unharmed(model, weights, kept, X):
    """Fail where forward has written into X or into the weights."""
    require(np.array_equal(value_of(kept), X), "forward changes the array that it is given.", diagnosis="damages_input")
    require_weights_unharmed(model, weights, rtol=0)


def require_weights_unharmed(model, weights, rtol=1e-5):
    """Fail where forward has written into the weights."""
    for k, (W, left) in enumerate(zip(weights, attributes(model, "W1", "W2", "W3"), strict=True), 1):
        unchanged = np.shape(left) == np.shape(W) and np.allclose(left, W, rtol=rtol, atol=0)
        require(unchanged, f"forward changes the weights W{k}.", diagnosis="damages_weights")


EXTREMES = (((4, 6, 9), 300.0), ((60, 70, 1500), 1.0), ((3, 230, 7), 1.0))
"""Sizes of networks and batches, and how far weights and inputs spread, to either side."""


def extreme(sizes, spread):
    """Which of them it is, in words."""
    when = "for large values, some above zero and some below" if spread > 1 else "for a larger network and more moments"
    return case("large_values" if spread > 1 else "larger_sizes", when)


def extreme_network(student, rng, sizes, spread):
    """A student's network without a bend, so that nothing keeps values small; its weights, X, X kept, the layers."""
    n_in, n_hidden, n = sizes
    data = {key: rng.normal(size=(rows, 11)) for key, rows in (("X_train", n_in), ("Y_train", 2))}
    data |= {key: rng.normal(size=(rows, 8)) for key, rows in (("X_test", n_in), ("Y_test", 2))}
    straight = student.function("lambda N, deriv=False: np.ones_like(N) if deriv else 1.0 * N")
    model = student.DeepNeuralNetwork(**data, activation=straight, n_hidden=n_hidden)
    shapes = ((n_hidden, n_in + 1), (n_hidden, n_hidden + 1), (2, n_hidden + 1))
    X, weights = (
        spread * rng.normal(size=(n_in, n)),
        [spread * rng.normal(size=shape) / np.sqrt(shape[1]) for shape in shapes],
    )
    model.W1, model.W2, model.W3 = weights
    return model, attributes(model, "W1", "W2", "W3"), X, student.keep(X), layers(weights, X, lambda N: N)


def cut_off(Y):
    """Predictions that are cut off or rounded."""
    return {
        "clipped_below": ("it is cut off below zero; nothing else is done to the prediction", np.maximum(Y, 0)),
        **{
            f"clipped_{top}": (CUT, np.clip(Y, low, top))
            for top in (1, 2, 5, 10, 100, 1000, 10**6)
            for low in (0, -top)
        },
    }


def with_biases_alone(raised, student, rng, cohort, use_bias):
    """Why forward raised: whether it does so with biases, or without, alone."""
    other = known_network(student, rng, cohort, "tanh", use_bias=not use_bias)
    try:
        predictions_are_right(student, *other, trusted("tanh", cohort))
    except CheckFailed:
        return raised
    if raised.diagnosis != "raised":
        return raised
    if use_bias:
        words, slug = "Without biases it works: a row of ones is missing, or there is one too many", "row_of_ones"
    else:
        words, slug = "With biases it works: a row of ones is added even where there are none", "always_a_row_of_ones"
    return CheckFailed(f"{raised.message} {words}; use self.add_bias_row.", raised.detail, slug, "raised")


NAMES = {"Y": "forward(X)", "N3": "N3", "N1": "N1"}


def forward_to(student, model, part):
    """The student's forward, which gives the prediction, or the layer that is the part."""
    if part == "Y":
        return model.forward
    return student.function(f"lambda model: lambda X: (model.forward(X), model.{part})[1]")(model)


def predictions_are_right(student, model, weights, X, act, given=None, changed=False, part="Y"):
    """Fail unless the model predicts what these weights give; `given` is X where that is on the student's side.

    With `changed`, these weights are new to the model, which has predicted from the same X with others. The `part`, a
    layer, is looked at in place of the prediction.
    """
    forward = forward_to(student, model, part)
    if changed:
        before = forward(given)
        model.W1, model.W2, model.W3 = weights
    use_bias = weights[0].shape[1] == X.shape[0] + 1
    want = layers(weights, X, act, use_bias)[part]
    Y_pred = forward(X if given is None else given)
    require(Y_pred is not None, "forward returns nothing.", diagnosis="nothing_returned")
    mistakes = wrong_outputs(weights, X, act, use_bias) if part == "Y" else {}
    if changed:
        text = "it is that of the earlier weights: something is kept from one call to the next"
        mistakes["kept"] = (text, before)
    try:
        assert_close(Y_pred, want, NAMES[part], rtol=1e-4, atol=1e-5, mistakes=mistakes)
    except CheckFailed as failed:
        if failed.diagnosis == "wrong_value" and X.shape[1] > 1:
            require_weights_unharmed(model, weights)
            alone = np.asarray(forward(X[:, :1]))
            require(
                alone.shape != want[:, :1].shape or np.allclose(alone, np.asarray(Y_pred)[:, :1], rtol=1e-4, atol=1e-5),
                f"{NAMES[part]} for one moment depends on the other moments in X.",
                diagnosis="columns_mixed",
            )
        raise


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


def known_network(student, rng, cohort, name, n_in=4, n_hidden=6, n=9, use_bias=True):
    """A student's network with weights that we know, these weights, and inputs (n_in, n)."""
    draw = {key: rng.uniform(size=(rows, 11)) for key, rows in (("X_train", n_in), ("Y_train", 2))}
    draw |= {key: rng.uniform(size=(rows, 8)) for key, rows in (("X_test", n_in), ("Y_test", 2))}
    activation = student.function(activations(cohort)[name])
    biases = {} if use_bias else {"use_bias": False}  # with biases is the default
    model = told(student.DeepNeuralNetwork)(**draw, activation=activation, n_hidden=n_hidden, **biases)
    extra = int(use_bias)
    shapes = ((n_hidden, n_in + extra), (n_hidden, n_hidden + extra), (2, n_hidden + extra))
    X, act = rng.uniform(size=(n_in, n)), trusted(name, cohort)
    while True:
        weights = [rng.normal(0.2, 3 / np.sqrt(columns), size=(rows, columns)) for rows, columns in shapes]
        found = layers(weights, X, act, use_bias)
        mixed = all(0.2 < np.mean(found[layer] > 0) < 0.9 for layer in ("N1", "N2", "N3"))
        if mixed and np.ptp(found["Y"], axis=1).min() > 0.1:
            break
    model.W1, model.W2, model.W3 = weights
    for W, found in zip(weights, attributes(model, "W1", "W2", "W3"), strict=True):
        kept = np.shape(found) == W.shape and np.allclose(found, W, rtol=1e-5, atol=1e-6)
        require(kept, "The network does not keep the weights that it is given.", diagnosis="weights_not_kept")
    return model, weights, X


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

    def through(first, second, third, ones_last=()):
        A = X
        for place, (W, bend) in enumerate(zip(weights, (first, second, third), strict=True)):
            extended = with_ones(A, use_bias)
            A = bend(W @ (np.roll(extended, -1, axis=0) if place in ones_last and use_bias else extended))
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
        "clipped": ("it is cut off at the walls of the box", np.clip(right["Y"], 0, 1)),
        "clipped_above": ("it is cut off at the walls of the box", np.minimum(right["Y"], 1)),
        "normalised": (
            "the inputs are scaled before they are used",
            lambda: layers(weights, X / np.maximum(X.sum(axis=0), 1e-9), act, use_bias)["Y"],
        ),
        "relu_always": (
            "it uses relu whatever activation function the model was given",
            lambda: through(*[lambda N: np.maximum(N, 0)] * 3),
        ),
        "relu_always_but_at_the_output": (
            "the hidden layers use relu whatever activation function the model was given",
            lambda: through(*[lambda N: np.maximum(N, 0)] * 2, act),
        ),
        "not_bent_but_first": ("only the first layer is bent", lambda: through(act, identity, identity)),
    }
    if use_bias:
        found["ones_added_up"] = (
            "1 is added where the learned biases belong, which are column 0 of each matrix",
            lambda: act(weights[2][:, 1:] @ act(weights[1][:, 1:] @ act(weights[0][:, 1:] @ X + 1) + 1) + 1),
        )
        found["biases_left_out"] = (
            "the biases are left out",
            lambda: layers([W[:, 1:] for W in weights], X, act, use_bias=False)["Y"],
        )
        found["ones_last"] = (
            "the row of ones is at the bottom, it belongs on top",
            lambda: through(act, act, act, (0, 1, 2)),
        )
        for place in range(3):
            found[f"ones_last_in_layer_{place + 1}"] = (
                f"the row of ones is at the bottom in layer {place + 1}, it belongs on top",
                lambda place=place: through(act, act, act, ones_last=(place,)),
            )
            found[f"no_biases_in_layer_{place + 1}"] = (
                f"the biases of W{place + 1} are left out",
                lambda place=place: layers(
                    [np.hstack([0 * W[:, :1], W[:, 1:]]) if k == place else W for k, W in enumerate(weights)], X, act
                )["Y"],
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
