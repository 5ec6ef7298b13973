"""Task forward_pass: Ŷ = σ(W3 σ(W2 σ(W1 X))), with rows of ones, and the layers stored on the way.

The worked example: its prediction 0.5, its layers 0.5. The method of the prediction 1, the first layer 0.5, the second
0.5 and the output before its bend 0.5 where they are stored: all four look past one slip, and have as many moments as
the training data. The prediction exactly, for other sizes and for large values 0.5; without biases 0.5; called again,
with nothing kept or damaged, 0.5.
"""

import numpy as np

from gradekit import Function, GivenFunction, Model, Task, assert_close, case, check, require

TASK = Task("forward_pass")
STORED = ("N1", "H1", "N2", "H2", "N3", "X")
CUT = "it is cut off; nothing else is done to the prediction"
RELU_ALWAYS = "it uses relu whatever activation function the model was given"

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
    for name, layer in EXAMPLE_LAYERS.items():
        found = student.function("lambda model, name: getattr(model, name, 'not stored')")(model, name)
        require(
            found != "not stored" if isinstance(found, str) else True,
            f"forward stores no {name}: the model needs it as self.{name}.",
            diagnosis="not_stored",
        )
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


A_PASS = Model(
    "DeepNeuralNetwork",
    sets={"activation": "activation", **{f"W{k + 1}": f"weights[{k}]" for k in range(3)}},
    gives=f"[model.forward(X), *[getattr(model, one, None) for one in {STORED}], model.W1, model.W2, model.W3]",
    made_with="X_train=np.full((len(X), 11), 0.5), Y_train=np.full((2, 11), 0.5), X_test=np.full((len(X), 8), 0.5),"
    " Y_test=np.full((2, 8), 0.5), activation=activation, n_hidden=len(weights[0]),"
    " **({} if weights[0].shape[1] > len(X) else {'use_bias': False})",
    known_by="[activation(0.5), *[W.shape for W in (X, *weights)]]",
)


def with_ones(A, first):
    return np.vstack([np.ones((int(first), A.shape[1])), A])


def layers(activation, weights, X, bends=None, extend=None):
    """The prediction and all that is stored; a flaw bends otherwise, or puts the ones elsewhere."""
    found, H = [], X
    for k, (W, bend) in enumerate(zip(weights, bends or [activation] * 3, strict=True)):
        A = with_ones(H, W.shape[1] - len(H))
        N = W @ (extend(A, k) if extend and len(A) > len(H) else A)
        H = bend(N)
        found += [N, H]
    return [found[-1], *found[:-1], X, *weights]


def bent(*which):
    """Other bends: 1 stands for the right one."""
    return lambda activation, weights, X: layers(
        activation, weights, X, [activation if bend == 1 else bend for bend in which]
    )


def of_weights(change):
    """What other weights give, where there are biases."""

    def wrong(activation, weights, X):
        first = weights[0].shape[1] - len(X)
        return layers(activation, [change(W, k, first) for k, W in enumerate(weights)], X)

    return wrong


def prediction(change):
    return lambda right, activation, weights, X: [change(right, activation, weights), *right[1:]]


def ones_last(*which):
    return lambda activation, weights, X: layers(
        activation, weights, X, extend=lambda A, k: np.roll(A, -1, axis=0) if k in which else A
    )


def no_biases(*which):
    return of_weights(lambda W, k, first: W * (np.arange(W.shape[1]) >= (first if k in which else 0)))


def straight(N):
    return N


def relu(N):
    return np.maximum(N, 0)


def last_layer(W, H):
    return W @ with_ones(H, W.shape[1] - len(H))


SLIPS = {
    "output_not_bent": ("the output is not bent: the activation function acts on it as well", bent(1, 1, straight)),
    "no_bend": ("no activation function is applied anywhere", bent(straight, straight, straight)),
    "hidden_not_bent": ("the hidden layers are not bent", bent(straight, straight, 1)),
    "first_layer_not_bent": ("the first hidden layer is not bent", bent(straight, 1, 1)),
    "second_layer_not_bent": ("the second hidden layer is not bent", bent(1, straight, 1)),
    "not_bent_but_first": ("only the first layer is bent", bent(1, straight, straight)),
    "bent_twice": ("the output is bent twice", prediction(lambda right, act, _: act(right[0]))),
    "derivative_used": (
        "σ' is used where σ belongs",
        lambda activation, weights, X: layers(activation, weights, X, [lambda N: activation(N, deriv=True)] * 3),
    ),
    "derivative_in_the_second": (
        "σ' is used where σ belongs in the second layer",
        lambda activation, weights, X: layers(
            activation, weights, X, [activation, lambda N: activation(N, deriv=True), activation]
        ),
    ),
    "second_layer_skipped": (
        "the second hidden layer is left out",
        prediction(lambda right, act, weights: act(last_layer(weights[2], right[2]))),
    ),
    "clipped": (CUT, prediction(lambda right, *_: np.clip(right[0], 0, 1))),
    "clipped_below": (CUT, prediction(lambda right, *_: np.maximum(right[0], 0))),
    "clipped_above": (CUT, prediction(lambda right, *_: np.minimum(right[0], 1))),
    **{
        f"clipped_{top}": (CUT, prediction(lambda right, *_, top=top, sign=sign: np.clip(right[0], top * sign, top)))
        for sign in (-1, 0)
        for top in (1, 2, 4, 5, 10, 100, 1000, 10**6)
    },
    "centred": (
        "the mean over the moments is subtracted",
        prediction(lambda right, *_: right[0] - right[0].mean(axis=1, keepdims=True)),
    ),
    "normalised": (
        "the inputs are scaled before they are used",
        lambda activation, weights, X: layers(activation, weights, X / np.maximum(X.sum(axis=0), 1e-9)),
    ),
    "relu_always": (RELU_ALWAYS, bent(relu, relu, relu)),
    "relu_always_but_at_the_output": (RELU_ALWAYS, bent(relu, relu, 1)),
    "ones_added_up": (
        "1 is added where the learned biases belong, which are column 0 of each matrix",
        of_weights(lambda W, k, first: np.hstack([0 * W[:, :first] + 1, W[:, first:]])),
    ),
    "biases_left_out": ("the biases are left out", no_biases(0, 1, 2)),
    "biases_in_first_layer_only": ("only the first layer has biases", no_biases(1, 2)),
    "ones_last": ("the row of ones is at the bottom, it belongs on top", ones_last(0, 1, 2)),
    **{
        f"ones_last_in_layer_{k + 1}": (f"the row of ones is at the bottom in layer {k + 1}", ones_last(k))
        for k in range(3)
    },
    **{f"no_biases_in_layer_{k + 1}": (f"the biases of W{k + 1} are left out", no_biases(k)) for k in range(3)},
    "transposed_weights": (
        "the second matrix is transposed",
        of_weights(lambda W, k, first: W.T if k == 1 and not first else W),
    ),
}
MISTAKES = {
    **SLIPS,
    "first_column_only": (
        "every column has the prediction of the first",
        prediction(lambda right, *_: np.repeat(right[0][:, :1], right[0].shape[1], axis=1)),
    ),
    "holds_prediction": ("it is the prediction, after the bend; N3 is before it", lambda right: right[:1] * 10),
    **{
        f"holds_{name.lower()}": (f"it holds what belongs in {name}", lambda right, k=k: right[k : k + 1] * 10)
        for k, name in enumerate(STORED[:-1], 1)
    },
    "kept": ("it is that of an earlier pass: work all layers out anew in each call", lambda before: before),
    "row_of_ones_stored": ("store it without its row of ones", lambda right: [with_ones(one, 1) for one in right]),
    "flattened": (
        "for a single moment it should still have one column",
        lambda right: [one.ravel() if one.shape[1] == 1 else None for one in right],
    ),
}
pass_of = Function(
    "forward(activation, weights, X)",
    right=layers,
    mistakes=MISTAKES,
    parts=("forward(X)", *STORED, *(f"W{k} after the pass" for k in (1, 2, 3))),
    on=A_PASS,
    rtol=1e-4,
    atol=1e-5,
    of_largest=1e-4,
)
ACTIVATIONS = {
    "relu": RELU,
    "sigmoid": "lambda N, deriv=False: 1.5 / (2 + np.exp(N) + np.exp(-N)) if deriv else 1.5 / (1 + np.exp(-N))",
    "tanh": "lambda N, deriv=False: 1.5 / np.cosh(N)**2 if deriv else 1.5 * np.tanh(N)",
    "straight": "lambda N, deriv=False: np.ones_like(N) if deriv else 1.0 * N",
}


def network(rng, name, n_in=4, n_hidden=6, n=11, use_bias=True, spread=0.0):
    """A network and inputs: some of each layer is above zero, some below, and the outputs differ."""
    sizes = (n_hidden, n_in + use_bias), (n_hidden, n_hidden + use_bias), (2, n_hidden + use_bias)
    while True:
        weights = [rng.normal(0.2, (spread or 3) / np.sqrt(size[1]), size=size) for size in sizes]
        X = spread * rng.normal(size=(n_in, n)) if spread else rng.uniform(size=(n_in, n))
        found = {"activation": GivenFunction(ACTIVATIONS[name]), "weights": weights, "X": X}
        Y, N1, _, N2, _, N3, *_ = layers(found["activation"].ours, weights, X)
        mixed = all(0.2 < np.mean(N > 0) < 0.9 for N in (N1, N2, N3))
        if spread or (mixed and (n == 1 or np.ptp(Y, axis=1).min() > 0.1)):
            return found


def of_names(rng, use_bias=True, **sizes):
    names = ("relu", "sigmoid", "tanh", "tanh")
    cases = [("other_data", "for other networks", network(rng, one, use_bias=use_bias, **sizes)) for one in names]
    return [*cases[:3], ("kept", "when the network has other weights, as after a step", cases[3][2])]


def holds(student, rng, cases, *places, looks_past=(), without=("nothing_kept",), **laws):
    """Hold the prediction, or what is stored; where it raises, say whether it does so with biases, or without."""
    use_bias = cases[0][2]["weights"][0].shape[1] > len(cases[0][2]["X"])
    words = {
        True: ("row_of_ones", "Without biases it works: a row of ones is missing, or there is one too many"),
        False: ("always_a_row_of_ones", "With biases it works: a row of ones is added even where there are none"),
    }
    slug, sentence = words[use_bias]
    works = {slug: (f"{sentence}; use self.add_bias_row", of_names(rng, not use_bias))}
    pass_of.holds(student, rng, only=cases, places=places, looks_past=looks_past, works=works, without=without, **laws)


@check(points=1)
def test_method_of_the_prediction(student, rng):
    """But for one slip, forward predicts what the weights give, with any of the three activation functions."""
    holds(student, rng, of_names(rng), 0, looks_past=LOOKED_PAST, without=("nothing_kept", "unharmed"))


LOOKED_PAST = {*SLIPS, "rounded", "transposed"}


def stored(student, rng, *places):
    """Hold layers, where weights and inputs are others and where they are the same as before."""
    cases = of_names(rng)[2:]
    holds(student, rng, cases, *places, looks_past=LOOKED_PAST, without=("nothing_kept", "unharmed"))


@check(points=0.5)
def test_first_hidden_layer_is_stored(student, rng):
    """N1 and H1 hold the first layer before and after the bend, and X the input, of the latest pass."""
    stored(student, rng, 1, 2, 6)


@check(points=0.5)
def test_second_hidden_layer_is_stored(student, rng):
    """N2 and H2 hold the second layer before and after the bend, of the latest pass."""
    stored(student, rng, 3, 4)


@check(points=0.5)
def test_output_before_the_bend_is_stored(student, rng):
    """N3 holds the output before the bend, of the latest pass."""
    stored(student, rng, 5)


@check(points=0.5)
def test_predictions_with_known_weights(student, rng):
    """Predictions and layers are exactly right: for other sizes, one moment, and large values of either sign."""
    cases = of_names(rng, n_in=3, n_hidden=5, n=7)
    cases.append(("single_moment", "for a single moment", network(rng, "tanh", n=1)))
    cases.append(("large_values", "for large values of either sign", network(rng, "straight", n=9, spread=300.0)))
    holds(student, rng, cases, 0, without=("nothing_kept", "unharmed"))


@check(points=0.5)
def test_without_biases(student, rng):
    """With use_bias=False there are no rows of ones."""
    holds(student, rng, of_names(rng, use_bias=False), 0, without=("nothing_kept", "unharmed"))


@check(points=0.5)
def test_called_again_it_predicts_anew_and_nothing_is_damaged(student, rng):
    """Other inputs, whole numbers and other weights give new predictions; inputs and weights stay as they were."""
    first, second, other = network(rng, "tanh"), network(rng, "tanh"), network(rng, "relu", use_bias=False)
    whole = ("whole_numbers", "for rates in whole numbers", first | {"X": rng.integers(0, 3, size=(4, 11))})
    two = "when there are two networks, each with settings of its own: keep what belongs to one in `self`"
    cases = [("other_data", "for other networks", first), whole, ("two_networks", two, other)]
    cases += [
        ("two_networks", two, first),
        ("large_values", "for large values", network(rng, "straight", spread=300.0)),
    ]
    cases.append(("kept", "for as many moments as the test data have", network(rng, "tanh", n=8)))
    cases.append(("single_moment", "for a single moment", network(rng, "tanh", n=1)))
    for sizes in ((60, 70, 1500), (3, 230, 7)):
        when = "for a larger network and more moments"
        cases.append(("larger_sizes", when, network(rng, "straight", *sizes, spread=1.0)))
    holds(student, rng, cases, *range(10), looks_past=LOOKED_PAST, without=(), pair=(first, second))
