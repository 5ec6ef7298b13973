"""Task gradients: backpropagation through two hidden layers, each matrix against the central difference of the loss.

Some slopes of the second and the third matrix 0.5, of the first 0.5, by central differences of the student's own
network; the method 1.75 for the second matrix and 1.75 for the first, where one slip is looked past, and that with
biases or without them it fails; exact slopes 0.5 for the second and the third matrix, and 0.5 for the first; all
without biases 0.5; any sizes, large and small errors, and nothing damaged or kept 1.
"""

from contextlib import suppress
from types import SimpleNamespace

import numpy as np

from gradekit import (
    CheckFailed,
    Function,
    GivenFunction,
    Model,
    Notes,
    Task,
    assert_gradient,
    assert_shape,
    case,
    check,
    numerical_gradient,
    require,
)
from gradekit.proxy import attributes, keep, value_of

TASK = Task("gradients", needs=["forward_pass"])
PULLED = "the pull towards zero is in it, which belongs in update"
BIASES_ZERO = "the slopes of the biases are zero: in equation (7) the row of ones stays"
STEP = "it is the step already; the learning rate belongs in update"
FIXED = "it is divided by a fixed number, whatever the number of moments is"
CUT = "it is cut off; slopes are to be as steep as they are"
FORMULA = "σ' is the formula for one activation function; use model.activation(N, deriv=True)"
L2, ETA, SCALE = 0.3, 0.07, 1.5


@check(points=0.5, public=True)
def test_some_slopes_of_the_second_matrix(student, session):
    """Some entries of dLdW2 and dLdW3 agree with the central difference of your network's loss, biases or not."""
    some_slopes_agree(student, session, [3, 2])


@check(points=0.5, public=True)
def test_some_slopes_of_the_first_matrix(student, session):
    """Some entries of dLdW1 agree with the central difference of your network's loss, biases or not."""
    some_slopes_agree(student, session, [1])


def some_slopes_agree(student, session, which):
    """Hold some slopes of these matrices against the central difference of the loss of the student's own network."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    X, Y = session.X_train[:, :1600:80], session.Y_train[:, :1600:80]
    for use_bias in (True, False):
        model = student.DeepNeuralNetwork(**session.arrays, activation=wave, n_hidden=7, use_bias=use_bias)
        model.forward(X)
        before = [np.array(W) for W in attributes(model, "W1", "W2", "W3")]
        slopes = student.function(ALL_NAMED)(student.gradients)(model, Y)
        three = isinstance(slopes, list) and len(slopes) == 3
        require(three, "gradients should return three arrays: dLdW1, dLdW2, dLdW3.", diagnosis="not_three")
        same = all(map(np.array_equal, attributes(model, "W1", "W2", "W3"), before))
        require(same, "gradients changes the weights of the model.", diagnosis="damages_input")
        shapes = [W.shape for W in before]
        order = "The slopes come in the wrong order: return those of W1, W2 and W3, in this order."
        require([np.shape(one) for one in slopes] != shapes[::-1], order, diagnosis="order_reversed")
        for k in which:
            (rows, columns), one = shapes[k - 1], slopes[k - 1]
            no_biases = f"dLdW{k} has no column for the biases: in equation (7) the row of ones stays."
            require(np.shape(one) != (rows, columns - 1) or not use_bias, no_biases, diagnosis="no_slopes_of_biases")
            assert_shape(one, (rows, columns), f"dLdW{k}")
            places = [(0, 0), (1, 2), (rows - 1, columns - 1), (rows // 2, columns // 2)]
            differences = np.array(central_differences(model, f"W{k}", places, X, Y))
            unused = f"The loss does not depend on W{k}: has forward been attached, and does it use every matrix?"
            require(differences.any(), unused, diagnosis="loss_does_not_depend_on_weights")
            pull = float(model.l2) * np.array([before[k - 1][place] for place in places])
            mistakes = {"pull_included": (PULLED, differences + pull)}
            if use_bias:
                mistakes["biases_zero"] = (BIASES_ZERO, [0.0, *differences[1:]])
            found = [np.asarray(one)[place] for place in places]
            name = f"dLdW{k} (some entries)"
            assert_gradient(found, differences, name, n=X.shape[1], rtol=1e-2, mistakes=mistakes)


def central_differences(model, name, places, X, Y, h=1e-3):
    """How the loss of a student's network changes with some of the weights in one matrix."""
    W, notes = np.array(getattr(model, name), dtype=float), Notes()
    for place in places:
        for nudge in (h, -h):
            nudged = W.copy()
            nudged[place] += nudge
            setattr(model, name, nudged)
            notes.call(model.forward, X)
    setattr(model, name, W)
    losses = []
    for predicted in notes:
        assert_shape(predicted, Y.shape, "forward(X)")
        losses.append(np.mean(np.sum((np.asarray(predicted) - Y) ** 2, axis=0)))
    return [(up - down) / (2 * h) for up, down in zip(losses[::2], losses[1::2], strict=True)]


# On the student's side: gradients where a matrix may have no slopes yet, and where all that a pass depends on is given.
ALL_NAMED = (
    "lambda gradients: lambda *given: ([gradients.__globals__.setdefault(name, None) for name in ('dLdW1', 'dLdW2')],"
    " gradients(*given))[1]"
)
OF_A_PASS = Model(
    "DeepNeuralNetwork",
    functions=("gradients",),
    sets={one: one for one in ("activation", "X_train")} | {f"W{k + 1}": f"weights[{k}]" for k in range(3)},
    gives="[gradients.__globals__.setdefault(name, None) for name in ('dLdW1', 'dLdW2')], model.forward(X),"
    " gradients(model, Y_true)",
    made_with="X_train=X_train, Y_train=X_train[:2], X_test=X_train[:, :1], Y_test=X_train[:2, :1],"
    " activation=activation, n_hidden=len(weights[0]), use_bias=weights[0].shape[1] > len(X),"
    f" l2={L2}, eta={ETA}",
    known_by="[W.shape for W in (X, *weights)]",
)


def with_ones(A, first):
    return np.vstack([np.ones((int(first), A.shape[1])), A])


def sweep(activation, weights, X, Y_true, slope=None, below=None, down=None, error=None, turned=None):
    """The slopes of all matrices; a flaw is another σ', layer below, blame handed down, error, or transpose."""
    s = SimpleNamespace(W=weights, act=activation, first=weights[0].shape[1] - len(X), N=[], H=[X], C={})
    for W in weights:
        s.N.append(W @ with_ones(s.H[-1], s.first))
        s.H.append(activation(s.N[-1]))
    s.V, s.slope = [W[:, s.first :] for W in weights], lambda k: activation(s.N[k], deriv=True)
    s.error = s.blame = error(s, Y_true) if error else s.H[3] - Y_true
    slopes = [None] * 3
    for k in (2, 1, 0):
        s.C[k] = (slope(s, k) if slope else s.slope(k)) * s.blame
        A = with_ones(below(s, k) if below else s.H[k], s.first)
        slopes[k] = 2 / X.shape[1] * s.C[k] @ (turned(A, k) if turned else A.T)
        s.blame = down(s, k, s.C[k]) if down else s.V[k].T @ s.C[k]
    return slopes


def flaw(**other):
    return lambda activation, weights, X, Y_true: sweep(activation, weights, X, Y_true, **other)


def bent(wrong, *layers):
    """A wrong σ' in these layers."""
    return flaw(slope=lambda s, k: wrong(s, k) if k in layers else s.slope(k))


def times(factor):
    return lambda right, weights, X, Y_true, X_train: [
        factor(X.shape[1], SimpleNamespace(train=X_train.shape[1], hidden=len(weights[0]), out=len(Y_true))) * one
        for one in right
    ]


def each(change):
    """The same done to the slopes of each matrix."""
    return lambda right, weights, X: [
        change(one, W, weights[0].shape[1] - len(X)) for one, W in zip(right, weights, strict=True)
    ]


def by_nudges(activation, weights, X, Y_true):
    def loss(k, V):
        H = X
        for place, W in enumerate(weights):
            H = activation((V if place == k else W) @ with_ones(H, weights[0].shape[1] - len(X)))
        return float(np.sum((H - Y_true) ** 2) / X.shape[1])

    return [numerical_gradient(lambda V, k=k: loss(k, V), W) for k, W in enumerate(weights)]


def one(s, k):
    return 1.0


def at_h(s, k):
    return s.act(s.H[k + 1], deriv=True)


def value(s, k):
    return s.H[k + 1]


def other_layer(s, k):
    return s.act(s.N[1 - k], deriv=True)


def last_dropped(*layers):
    return flaw(down=lambda s, k, C: (s.W[k][:, : len(s.V[k].T)] if k in layers else s.V[k]).T @ C)


def turn(A):
    return A.reshape(A.shape[::-1])


def from_layer(k, blame):
    return flaw(down=lambda s, at, C: blame(s, C) if at == k else s.V[at].T @ C)


RESHAPED = "reshape does not turn a matrix round; use .T"
SLIPS = {
    "upper_slope_missing": ("σ' is missing in C2, or is 1 everywhere", bent(one, 1)),
    "slope_missing": ("σ' is missing in C2 and C1, or is 1 everywhere", bent(one, 0, 1)),
    "lower_slope_missing": ("σ' is missing in C1, or is 1 everywhere", bent(one, 0)),
    "slope_at_activation": ("σ' is taken at H, after the bend; take it at N", bent(at_h, 0, 1)),
    "lower_slope_at_activation": ("σ' is taken at H1, after the bend; take it at N1", bent(at_h, 0)),
    "slope_at_blame": (
        "σ' is taken of the blame; take it at N of the same layer",
        bent(lambda s, k: s.act(s.blame, deriv=True), 0, 1),
    ),
    "upper_value_for_slope": ("σ stands where σ' should in C2: pass deriv=True", bent(value, 1)),
    "value_for_slope": ("σ stands where σ' should: pass deriv=True", bent(value, 0, 1)),
    "lower_value_for_slope": ("σ stands where σ' should in C1, or C1 has a factor H1 too many", bent(value, 0)),
    "upper_slope_of_wrong_layer": ("σ' in C2 is taken at N1; take it at N2", bent(other_layer, 1)),
    "lower_slope_of_wrong_layer": ("σ' in C1 is taken at N2; take it at N1", bent(other_layer, 0)),
    "slope_of_wrong_layer": ("σ' of another layer is used", bent(other_layer, 0, 1)),
    "relu_slope": ("σ' is that of relu, whatever activation function it is", bent(lambda s, k: s.N[k] > 0, 0, 1)),
    "error_not_blame": ("the error is passed down in place of C3", from_layer(2, lambda s, C: s.V[2].T @ s.error)),
    "top_slope_missing": ("σ' is missing in C3", bent(one, 2)),
    "last_column_dropped": (
        "the last column of the weights is dropped; the biases are in the first",
        last_dropped(1, 2),
    ),
    "lower_last_column_dropped": ("the last column of W2 is dropped; the biases are in the first", last_dropped(1)),
    "not_transposed": ("the weights must be transposed on the way down", from_layer(1, lambda s, C: s.V[1] @ C)),
    "weights_reshaped": (f"{RESHAPED} for the weights on the way down", flaw(down=lambda s, k, C: turn(s.V[k]) @ C)),
    "layers_reshaped": (
        f"{RESHAPED} for the layers in equation (7)",
        flaw(turned=lambda A, k: turn(A) if k < 2 else A.T),
    ),
    "everything_reshaped": (
        RESHAPED,
        flaw(turned=lambda A, k: turn(A) if k < 2 else A.T, down=lambda s, k, C: turn(s.V[k]) @ C),
    ),
    "layer_skipped": ("C1 is made from C3, a layer is skipped", from_layer(1, lambda s, C: s.V[2].T @ s.C[2])),
    "other_matrix": ("C1 needs W2 on the way down, not W3", from_layer(1, lambda s, C: s.V[2].T @ C)),
    "weights_missing": ("C1 must be multiplied by the weights between the layers", from_layer(1, lambda s, C: C)),
    "blame_without_slope": (
        "C1 is made from W3ᵀ C3, where σ' of layer 2 is missing",
        from_layer(1, lambda s, C: s.V[1].T @ s.V[2].T @ s.C[2]),
    ),
    "activations_of_the_layer_above": (
        "C2 is multiplied by H2; the layer below, H1, feeds these weights",
        flaw(below=lambda s, k: s.H[2 if k == 1 else k]),
    ),
    "activations_of_the_layer_above_everywhere": (
        "each C is multiplied by its own layer; it should be the layer below",
        flaw(below=lambda s, k: s.H[min(k + 1, 2)]),
    ),
    "inputs_in_both": (
        "C2 is multiplied by X; the layer below, H1, feeds these weights",
        flaw(below=lambda s, k: s.H[2 * (k > 1)]),
    ),
    "activations_before_the_bend": (
        "the layer below is used before its bend, N in place of H",
        flaw(below=lambda s, k: s.N[k - 1] if k else s.H[0]),
    ),
    "output_before_the_bend": ("the prediction is taken before the last bend", flaw(error=lambda s, Y: s.N[2] - Y)),
    "ones_below": ("the row of ones goes on top, not below", each(lambda one, W, first: np.roll(one, -first, axis=1))),
    "order_reversed": ("the slopes come in the wrong order; it is W1, W2, W3", lambda right: right[::-1]),
    "order_exchanged": ("dLdW1 and dLdW2 have changed places", lambda right: [right[1], right[0], right[2]]),
    "all_transposed": ("it is turned round", each(lambda one, *_: one.T)),
    "no_slopes_of_biases": ("it has no column for the biases", each(lambda one, W, first: one[:, first:])),
    "biases_zero": (BIASES_ZERO, each(lambda one, W, first: one * (np.arange(one.shape[1]) >= first))),
    "pull_included": (PULLED, each(lambda one, W, first: one + L2 * W)),
    "step_already": (STEP, each(lambda one, *_: ETA * one)),
    "step_downhill_already": (STEP, each(lambda one, *_: -ETA * one)),
    "sign_flipped": ("the sign is flipped", times(lambda n, size: -1)),
    "twice": ("it is twice what it should be", times(lambda n, size: 2)),
    "half": (
        "it is half of what it should be: mind the 2 of equation (7), and do not average over outputs",
        times(lambda n, size: 1 / 2),
    ),
    "n_times": ("it is N times too large, as where the mean is missing", times(lambda n, size: n)),
    "one_over_n": ("it is N times too small: there is one division by N too many", times(lambda n, size: 1 / n)),
    "n_train": ("it is divided by the size of the training set, not of this batch", times(lambda n, s: n / s.train)),
    "factor_and_mean_missing": (
        "it is N/2 times what it should be: mind the 2/N of equation (7), with N the number of moments",
        times(lambda n, size: n / 2),
    ),
    "n_hidden": ("it is divided by the number of units, not of moments", times(lambda n, s: n / s.hidden)),
    "mean_over_everything": (
        "it is averaged over the outputs too, and the factor 2 is missing",
        times(lambda n, s: 0.5 / s.out),
    ),
    "one_over_n_without_2": ("the factor 2 is missing and it is divided by N twice", times(lambda n, size: 1 / 2 / n)),
    "mean_twice": ("2/N is taken twice", times(lambda n, size: 2 / n)),
}
MISTAKES = {
    **SLIPS,
    "prediction_not_compared": ("the prediction is not compared with the truth", flaw(error=lambda s, Y: s.H[3])),
    "biases_last": (
        "the slopes of the biases are in the last column; they belong in column 0",
        each(lambda one, W, first: np.roll(one, -first, axis=1)),
    ),
    "weights": ("these are the weights themselves", lambda weights: weights),
    "kept": ("they are the slopes of an earlier pass; work them out anew", lambda before: before),
    "training_data_for_input": (
        "the training data are used in place of the input of the last forward pass, model.X",
        lambda activation, weights, X, Y_true, X_train: sweep(
            activation, weights, X, Y_true, below=lambda s, k: s.H[k] if k else X_train[:, : X.shape[1]]
        ),
    ),
    "by_differences": ("it is found by nudging weights; use equations (4) to (7)", by_nudges),
    **{
        f"{slug}_formula": (FORMULA, bent(lambda s, k, of=of, a=a: of(s.H[k + 1], a), 0, 1))
        for a in (1.0, SCALE)
        for slug, of in (
            ("sigmoid" if a > 1 else "familiar_sigmoid", lambda H, a: H * (1 - H / a)),
            ("tanh" if a > 1 else "familiar_tanh", lambda H, a: a * (1 - (H / a) ** 2)),
        )
    },
    **{
        f"divided_by_{divisor}": (FIXED, times(lambda n, size, divisor=divisor: n / divisor))
        for divisor in (2, 3, 4, 5, 8, 10, 12, 16, 20, 25, 32, 48, 50, 64, 100)
    },
    **{
        f"cut_off_{most}": (CUT, each(lambda one, *_, most=most: np.clip(one, -most, most)))
        for most in (1, 2, 5, 10, 20, 50, 100)
    },
}

gradients = Function(
    "gradients(activation, weights, X, Y_true, X_train)",
    right=lambda activation, weights, X, Y_true, X_train: sweep(activation, weights, X, Y_true),
    mistakes=MISTAKES,
    parts=("dLdW1", "dLdW2", "dLdW3"),
    on=OF_A_PASS,
    rtol=2e-3,
)
ACTIVATIONS = {
    "relu": "lambda N, deriv=False: (N > 0) * 1.0 if deriv else np.maximum(N, 0)",
    "sigmoid": "lambda N, deriv=False: 1.5 / (2 + np.exp(N) + np.exp(-N)) if deriv else 1.5 / (1 + np.exp(-N))",
    "tanh": "lambda N, deriv=False: 1.5 / np.cosh(N)**2 if deriv else 1.5 * np.tanh(N)",
    "other_slope": "lambda N, deriv=False: 0.6 + 0.4 * np.sin(3 * N) if deriv else np.tanh(N)",
    "passed_on": "lambda N, deriv=False: np.ones_like(N) if deriv else N",
}
OTHER = "where σ' is another one than σ has: every σ'(N) is activation(N, deriv=True)"


def network(rng, name, use_bias=True, n=6, n_in=4, n_hidden=5, n_out=2, n_train=13):
    """A network and a batch: no layer near the kink of relu, none silent, and no slopes too small or too large."""
    middle, gain = (0.1 if n_hidden < 100 else 0.0), 3 if name == "sigmoid" else 1.5  # the sigmoid is nowhere steep
    sizes = (n_hidden, n_in + use_bias), (n_hidden, n_hidden + use_bias), (n_out, n_hidden + use_bias)
    while True:
        weights = [rng.normal(middle, gain / np.sqrt(size[1]), size=size) for size in sizes]
        X, Y, H, clear = rng.uniform(size=(n_in, n)), rng.uniform(size=(n_out, n)), None, True
        activation = GivenFunction(ACTIVATIONS[name])
        for W in weights:
            N = W @ with_ones(X if H is None else H, use_bias)
            clear = clear and (n in (1, 300) or (np.abs(N).min() > 1e-3 and 0.2 < np.mean(N > 0) < 0.95))
            H = activation.ours(N)
        if clear and all(1e-3 < np.abs(one).max() < 10 for one in sweep(activation.ours, weights, X, Y)):
            found = {"activation": activation, "weights": weights, "X": X, "Y_true": Y}
            return found | {"X_train": rng.uniform(size=(n_in, n_train))}


def of_names(rng, use_bias, trained_on_it=False):
    when = "for other networks" if use_bias else "without biases"
    cases = [("other_data", when, network(rng, name, use_bias)) for name in ("relu", "sigmoid", "tanh")]
    cases.append(("other_slopes", OTHER, network(rng, "other_slope", use_bias, n=3)))
    return [(*case, one | {"X_train": one["X"]} if trained_on_it else one) for *case, one in cases]


def holds(student, rng, use_bias, *places, looks_past=()):
    """Hold the matrices of these places; where it raises, say whether it does so with biases, or without, alone."""
    words = {
        True: ("column_0_not_dropped", "Without biases it works: in (5) and (6) W comes without column 0"),
        False: ("always_a_column_dropped", "With biases it works: a column is dropped, or a row of ones added"),
    }
    slug, sentence = words[use_bias]
    alike = None if use_bias else network(rng, "tanh", use_bias, n=2, n_in=2, n_hidden=2, n_train=2)
    gradients.holds(
        student,
        rng,
        only=of_names(rng, use_bias, trained_on_it=bool(looks_past)),
        looks_past=looks_past,
        places=places,
        without=("nothing_kept", "unharmed"),
        alike=alike,
        works={slug: (sentence, of_names(rng, not use_bias))},
    )


def method_holds(student, rng, place):
    """Hold one matrix with biases, or without them, but for one slip."""
    try:
        holds(student, rng, True, place, looks_past={*SLIPS, "rounded"})
    except CheckFailed:
        with suppress(CheckFailed):
            return holds(student, rng, False, place, looks_past={*SLIPS, "rounded"})
        raise


@check(points=1.75)
def test_method_for_the_second_matrix(student, rng):
    """But for one slip dLdW2 is what equations (4) to (7) give."""
    method_holds(student, rng, 1)


@check(points=1.75)
def test_method_for_the_first_matrix(student, rng):
    """But for one slip dLdW1 is what equations (4) to (7) give."""
    method_holds(student, rng, 0)


@check(points=0.5)
def test_slopes_of_the_second_matrix(student, rng):
    """dLdW2 and dLdW3 are exactly what equations (4) to (7) give, for any activation function."""
    holds(student, rng, True, 2, 1)


@check(points=0.5)
def test_slopes_of_the_first_matrix(student, rng):
    """dLdW1 is exactly what equations (4) to (7) give, for any activation function."""
    holds(student, rng, True, 0)


@check(points=0.5)
def test_without_biases(student, rng):
    """Without biases no column is dropped, and there is no row of ones: all slopes are right then too."""
    holds(student, rng, False, 2, 1, 0)


@check(points=1)
def test_other_moments_and_nothing_is_damaged(student, rng):
    """Any number of moments, any size of the error; truth, weights and layers stay as they were, nothing is kept."""
    large = {"n": 300, "n_in": 25, "n_hidden": 30}
    cases = [
        ("other_data", "for other networks", network(rng, "tanh")),
        ("kept", "when the model has other weights, as after a step", network(rng, "tanh")),
        ("single_moment", "for a single moment: every array has two axes", network(rng, "tanh", n=1)),
        ("larger_sizes", "for a larger network and more moments", network(rng, "tanh", **large)),
        ("larger_sizes", "for a larger network", network(rng, "tanh", n_hidden=230)),
    ]
    steep, gentle = network(rng, "tanh"), network(rng, "tanh")
    gentle["X"] = 1e-9 * gentle["X"]  # the prediction is as small, with no biases: no digits are lost
    gentle["weights"] = [W * (np.arange(W.shape[1]) > 0) for W in gentle["weights"]]
    for size, slug, problem in ((1e7, "large_error", steep), (1e-9, "small_error", gentle)):
        error = size * rng.choice([-1, 1], size=(2, 6)) * rng.uniform(0.5, 1, size=(2, 6))
        H = problem["X"]
        for W in problem["weights"]:
            H = problem["activation"].ours(W @ with_ones(H, 1))
        cases.append((slug, f"where the error is {slug.partition('_')[0]}", problem | {"Y_true": H + error}))
    pair = network(rng, "tanh"), network(rng, "sigmoid")
    gradients.holds(student, rng, only=cases[:1], places=[1], without=("nothing_kept",))
    for name in ("tanh", "passed_on"):
        layers_stay(student, rng, name)
    gradients.holds(student, rng, only=cases, places=[1, 0, 2], pair=pair)


# On the student's side: layers before and after, the slopes, those of a second call, and those of another truth.
LOOKED_AT = (
    "lambda Network, gradients, activation, weights, X, Y, names: (lambda model, layers, slopes: [[setattr(model, *one)"
    " for one in zip(('W1', 'W2', 'W3'), weights)], model.forward(X), layers(model), slopes(model),"
    " layers(model), slopes(model), Y.__iadd__(0.1), slopes(model)][2:])(Network(X_train=X, Y_train=Y, X_test=X,"
    " Y_test=Y, activation=activation, n_hidden=len(weights[0])), lambda model: [np.array(getattr(model, one)) for one"
    " in names], lambda model: [np.array(one) for one in gradients(model, Y)])"
)


def layers_stay(student, rng, name):
    """Fail where layers of the model are changed, or where a second call gives other slopes than the first."""
    problem, names = network(rng, name), ["X", "N1", "N2", "N3", "H1", "H2"]
    given = [student.function(problem["activation"].source), problem["weights"], problem["X"], problem["Y_true"], names]
    looked = keep(student.function(LOOKED_AT))(student.DeepNeuralNetwork, student.gradients, *given)
    before, slopes, after, again, _, other = value_of(looked)
    for layer, old, new in zip(names, before, after, strict=True):
        text = f"gradients changes {layer} of the model; it should only look at it."
        require(np.array_equal(old, new), text, diagnosis="damages_model")
    activation, (_, weights, X, Y, _) = problem["activation"].ours, given
    for k, want in enumerate(sweep(activation, weights, X, Y + 0.1)):
        first, kept = np.asarray(slopes[k]), ("it is that of an earlier call", slopes[k])
        with case("called_again", "when it is asked for again"):
            mistakes = {"piled_up": ("the second call adds to the slopes of the first", 2 * first)}
            assert_gradient(again[k], first, f"dLdW{k + 1}", mistakes=mistakes)
        if np.allclose(first, sweep(activation, weights, X, Y)[k], rtol=2e-3):
            with case("kept", "when the truth has changed since"):
                assert_gradient(other[k], want, f"dLdW{k + 1}", rtol=2e-3, mistakes={"kept": kept})
