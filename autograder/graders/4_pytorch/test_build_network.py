"""Task build_network: hidden layers with ReLU, a linear output, predictions as an array or as a tensor with its record.

The layers are looked at from outside: by the shapes of the parameters, and by holding the predictions against those
that numpy makes of these parameters.
"""

import math
from itertools import permutations

import numpy as np

from gradekit.assertions import assert_close, assert_shape, fail, require
from gradekit.cases import assert_nothing_kept, case, hint_if_raised
from gradekit.checks import Task, check
from gradekit.proxy import keep, type_name, value_of

TASK = Task("build_network")

START_ALIKE = (
    "All units of a layer start with the same weights, so they get the same slopes and stay alike for ever. "
    "Leave the start to nn.Linear, which draws it at random."
)
PARAMETERS = "lambda network: [p.detach().double().numpy() for p in network.parameters()]"
# Those of parts with a matrix, also of such that stand in ordinary lists: that there are other parameters, or that
# PyTorch does not find these, is the part of other checks.
OF_LAYERS = (
    "list({id(p): p for kept in [network, *(one for kept in vars(network).values() if isinstance(kept, (list, tuple))"
    " for one in kept if hasattr(one, 'parameters'))] for part in kept.modules()"
    " if any(p.ndim > 1 for p in part.parameters(False)) for p in part.parameters(False)}.values())"
)
VALUES = f"lambda network: [p.detach().double().numpy() for p in {OF_LAYERS}]"
SET_PARAMETERS = (
    f"lambda network, values: [p.data.copy_(__import__('torch').tensor(v)) for p, v in zip({OF_LAYERS}, values)]"
    " and None"
)
FILL_PARAMETERS = f"lambda network: [p.data.fill_(1.0 if p.ndim == 2 else -0.5) for p in {OF_LAYERS}] and None"
HALF = f"lambda network: [str(p.dtype).removeprefix('torch.') for p in {OF_LAYERS} if p.dtype.itemsize < 4]"
AT_REST = "lambda network: network.eval() and None"
NUMBERS = "lambda found: found.detach().double().numpy() if hasattr(found, 'detach') else found"
HAS_RECORD = "lambda tensor: tensor.grad_fn is not None"
SWEEP = (
    "lambda network, X: [(network.forward(X, return_torch=True) ** 2).sum().backward(),"
    f" [[p.requires_grad, p.grad is not None and bool((p.grad != 0).any())] for p in {OF_LAYERS}]][1]"
)
OPTIMISED = (
    "lambda network: {id(p) for p in network.parameters()}"
    " <= {id(p) for group in network.optimiser.param_groups for p in group['params']}"
)
RULE = (
    "lambda network: (lambda o: [type(o) is __import__('torch').optim.SGD, *(group.get(name)"
    " for group in o.param_groups for name in ('lr', 'momentum', 'weight_decay', 'nesterov'))])(network.optimiser)"
)
NOT_REGISTERED = "PyTorch finds no parameters in the network: keep layers as attributes, several in an nn.ModuleList."
NOT_TURNED = "If rows and columns do not fit: X has the moments as columns, a layer takes them as rows."
OTHER_SIZES = (
    "This network has one cell and hidden_size=1, and its layers do not have these sizes: they are from self.n_in to"
    " hidden_size, from hidden_size to hidden_size, and at last to self.n_out."
)
CHANCE = (
    "forward gives another prediction each time that it is called: nothing in it may be left to chance, such as dropout"
    " or layers that are made anew."
)
TOGETHER = (
    "forward predicts another position for a moment when others come with it: each is predicted by itself, without a"
    " normalisation over the moments, such as nn.BatchNorm1d."
)
THROUGH_SIGMOID = "the output goes through a sigmoid; it should be left unbent"
SHORTCUTS = "the layers have shortcuts past them; each takes only what the one before gives"
ACTIVATIONS = {
    "tanh": ("the hidden layers go through tanh, not ReLU", np.tanh),
    "sigmoid": ("the hidden layers go through a sigmoid, not ReLU", lambda N: 1 / (1 + np.exp(-N))),
    "leaky": (
        "the hidden layers go through a leaky ReLU; below zero it should give zero",
        lambda N: np.where(N > 0, N, 0.01 * N),
    ),
    **{
        slug: ("the hidden layers go through a smoothed ReLU", smoothed)
        for slug, smoothed in (
            ("silu", lambda N: N / (1 + np.exp(-N))),
            ("gelu", lambda N: N / 2 * (1 + np.vectorize(math.erf)(N / math.sqrt(2)))),
            ("softplus", lambda N: np.logaddexp(0, N)),
            ("elu", lambda N: np.where(N > 0, N, np.expm1(np.minimum(N, 0)))),
        )
    },
}
"""What the hidden layers may go through in place of ReLU, with the sentences."""
IN_A_LIST = (
    "PyTorch finds only one layer in the network: __init__ has to keep each as an attribute, or several in an"
    " nn.ModuleList. Layers in an ordinary list, or made in forward, are not found."
)


def small_data(rng, n_in=3, n=8):
    """The four arrays of a small session of random numbers."""
    data = {f"X_{part}": rng.uniform(size=(n_in, n)) for part in ("train", "test")}
    return data | {f"Y_{part}": rng.uniform(size=(2, n)) for part in ("train", "test")}


@check(points=1, public=True)
def test_chain_of_units(student, session, cohort):
    """One cell, one unit per layer, weights 1 and biases −½: 6 falls by ½ in each step, and 1 ends at −½."""
    data = {f"X_{part}": np.array([[0.5, 0.2, 0.9]]) for part in ("train", "test")}
    data |= {f"Y_{part}": np.array([[0.5, 0.2, 0.9], [0.1, 0.2, 0.3]]) for part in ("train", "test")}
    network = student.TorchNetwork(**data, hidden_size=1)
    student.function(FILL_PARAMETERS)(network)
    X, n_layers = np.array([[6.0, 1.0]]), cohort.torch.n_hidden_layers + 1
    matrices = [one for one in student.function(PARAMETERS)(network) if np.ndim(one) == 2]
    require(len(matrices) > 1, IN_A_LIST if matrices else NOT_REGISTERED, diagnosis="not_registered")
    sizes_fit = {np.shape(one) for one in matrices} <= {(1, 1), (2, 1)}
    end = 6 - n_layers / 2

    def past(N):
        return max(N, 0) + N + 0.5

    mistakes = {
        "output_bent": ("the output goes through ReLU too; it should be left unbent", [[end, 0.0]] * 2),
        "no_relu": ("there is no ReLU between the layers", [[end, 1 - n_layers / 2]] * 2),
        "clipped": ("it is cut off at the walls of the box", [[1.0, 0.0]] * 2),
        "one_layer_short": ("one hidden layer is missing, or not used", [[end + 0.5, -0.5]] * 2),
        "one_layer_more": (
            "6 falls by ½ once too often, as with a hidden layer too many, one used twice, or X changed before",
            [[end - 0.5, -0.5]] * 2,
        ),
        "no_biases": ("there are no biases", [[6.0, 1.0]] * 2),
        "no_bias_at_the_output": ("the output layer has no bias", [[end + 0.5, 0.0]] * 2),
        "relu_forgotten_last": ("the last hidden layer has no ReLU", [[end, -1.0]] * 2),
        "output_through_sigmoid": (THROUGH_SIGMOID, [[1 / (1 + np.exp(-end)), 1 / (1 + np.exp(0.5))]] * 2),
        "shortcuts": (SHORTCUTS, [[chain(one, n_layers, past) for one in X[0]]] * 2),
        "shortcuts_from_the_second": (SHORTCUTS, [[chain(one, n_layers - 1, past) for one in (5.5, 0.5)]] * 2),
    }
    for slug, (sentence, activation) in ACTIVATIONS.items():
        mistakes[f"other_activation_{slug}"] = sentence, [[chain(one, n_layers, activation) for one in X[0]]] * 2
    want, close = [[end, -0.5]] * 2, {"rtol": 1e-5, "atol": 1e-5}
    for name, kind, way in (
        ("forward(X)", "numpy.ndarray", {}),
        ("forward(X, return_torch=True)", "torch.Tensor", {"return_torch": True}),
    ):
        with hint_if_raised(NOT_TURNED if sizes_fit else OTHER_SIZES):
            kept = keep(network.forward)(X, **way)
        found = type_name(kept)
        require(found == kind, f"{name} gives a {found}; a {kind} is wanted.", diagnosis="array_or_tensor")
        found = student.function(NUMBERS)(kept)
        again = [numbers_of_forward(student, network, X, way) for _ in range(5)]
        require(all(np.array_equal(found, other) for other in again), CHANCE, diagnosis="not_repeatable")
        is_right = np.shape(found) == (2, 2) and np.allclose(found, want, **close)
        require(sizes_fit or is_right, OTHER_SIZES, diagnosis="layer_sizes")
        with_more = np.asarray(numbers_of_forward(student, network, np.array([[6.0, 1.0, 1.0]]), way))
        same = with_more.shape != (2, 3) or np.shape(found) != (2, 2) or np.allclose(with_more[:, :2], found, **close)
        require(same, TOGETHER, diagnosis="moments_together")
        assert_close(found, want, name, mistakes=mistakes, **close)
        with case("one_moment", "for a single moment"):
            alone = numbers_of_forward(student, network, X[:, :1], way)
            assert_close(alone, [[end], [end]], name, **close)
    network = student.TorchNetwork(**session.arrays)
    for X in (session.X_test, session.X_test[:, :1]):
        found = network.forward(X)
        assert_shape(found, (2, X.shape[1]), "forward(X)")
        require(np.array_equal(found, network.forward(X)), CHANCE, diagnosis="not_repeatable")


def chain(number, n_layers, activation):
    """What becomes of a number in a chain of units that bend by another function than ReLU."""
    for _ in range(n_layers - 1):
        number = float(activation(number - 0.5))
    return number - 0.5


def numbers_of_forward(student, network, X, way):
    """What forward predicts, as numbers, be it an array or a tensor of whatever precision."""
    return student.function(NUMBERS)(keep(network.forward)(X, **way))


@check(points=1)
def test_layers_have_the_right_parameters(student, session, rng, cohort):
    """All layers are there, each with its weights and biases, and the optimiser has them; any sizes will do."""
    n_hidden = cohort.torch.n_hidden_layers
    parameters_of = student.function(PARAMETERS)
    parameters = parameters_of(student.TorchNetwork(**session.arrays))
    require_parameters(parameters, (session.n_cells, cohort.torch.hidden_size, 2), n_hidden, is_default=True)
    matrices = [np.asarray(one) for one in parameters if np.ndim(one) == 2]
    require(not any(np.allclose(one, one[:1]) for one in matrices), START_ALIKE, diagnosis="start_alike")
    for n_in, hidden_size in ((3, 7), (6, 4)):
        network = student.TorchNetwork(**small_data(rng, n_in), hidden_size=hidden_size)
        require_parameters(parameters_of(network), (n_in, hidden_size, 2), n_hidden)
        require(
            student.function(OPTIMISED)(network) is True,
            "network.optimiser does not have all parameters: the last line of __init__ is given, and stays the last.",
            diagnosis="optimiser_without_all",
        )
    require(
        student.function(RULE)(network) == [True, student.sgd_lr, 0, 0, False],
        "network.optimiser is not the one that is given: leave the last line of __init__ as it is.",
        diagnosis="other_optimiser",
    )


def require_slopes_reach_all(student, network, rng, n_in):
    """Fail unless a sweep from a prediction reaches every parameter, and say what most likely keeps it from it."""
    shapes = [np.shape(one) for one in student.function(VALUES)(network)]
    X = rng.uniform(size=(n_in, 20))
    tensor = keep(network.forward)(X, return_torch=True)
    kind = type_name(tensor)
    found = f"forward(X, return_torch=True) gives a {kind}; a torch.Tensor is wanted."
    require(kind == "torch.Tensor", found, diagnosis="array_or_tensor")
    require(
        student.function(HAS_RECORD)(tensor) is True,
        "The tensor of forward(X, return_torch=True) has no record behind it: do not detach it or make a new one.",
        diagnosis="detached_tensor",
    )
    silent = set(range(len(shapes)))
    for _ in range(20):  # a layer may be silent by chance
        values = [healthy(shape, rng) + 0.5 * (len(shape) == 1) for shape in shapes]
        student.function(SET_PARAMETERS)(network, values)
        reached = student.function(SWEEP)(network, X)
        require(all(wanted for wanted, _ in reached), "Some parameters want no gradient.", diagnosis="frozen")
        silent -= {place for place, (_, slope) in enumerate(reached) if slope}
        if not silent:
            return
    predictions = []
    for more in (0, 0.7):  # of layers that are not used, other checks tell
        student.function(SET_PARAMETERS)(network, [one + more * (k in silent) for k, one in enumerate(values)])
        predictions.append(numbers_of_forward(student, network, X, {}))
    require(
        np.array_equal(*predictions),
        "Some parameters get no slope, although the prediction depends on them: the record is cut on the way.",
        diagnosis="unused_layer",
    )


def require_parameters(parameters, sizes, n_hidden, is_default=False):
    """Hold the shapes of a network's parameters against what they should be, in any order."""
    n_in, hidden_size, n_out = sizes
    want = shapes_of(n_in, hidden_size, n_out, n_hidden)
    found = [tuple(np.shape(one)) for one in parameters]
    if sorted(found) == sorted(want):
        return
    weights = [shape for shape in found if len(shape) == 2]
    biases = [shape for shape in found if len(shape) == 1]
    matrices = [shape for shape in want if len(shape) == 2]
    require(found, NOT_REGISTERED, diagnosis="not_registered")
    other = [shape for shape in found if len(shape) > 2]
    require(not other, "Use nn.Linear for all layers.", diagnosis="other_layers")
    require(len(biases) >= len(weights), "Some layers have no biases.", diagnosis="no_biases")
    turned = sorted(shape[::-1] for shape in weights) == sorted(matrices) != sorted(weights)
    require(not turned, "The sizes of the layers are the wrong way round: nn.Linear(n_from, n_to).", diagnosis="turned")
    widths = {shape[0] for shape in weights[:-1]}
    if len(weights) == len(matrices) and len(widths) == 1 and hidden_size not in widths:
        if is_default:
            fail("The default of hidden_size is not the one that the task gives.", diagnosis="default_size")
        fail("The hidden layers do not have hidden_size units each.", diagnosis="fixed_size")
    require(len(weights) != len(matrices) - n_hidden or len(weights) > n_hidden, IN_A_LIST, diagnosis="not_registered")
    middle = weights.count((hidden_size, hidden_size))
    require(
        not (n_hidden > 2 and middle == 1 and len(weights) == 3),
        "There is one set of weights between hidden layers where several are wanted: there are two hidden layers only, "
        "or one layer is used again and again, or stands in a list several times. Make each of its own.",
        f"{len(weights)} where {len(matrices)} were expected",
        "layer_shared",
    )
    require(
        len(weights) >= len(matrices),
        "There are too few layers.",
        f"{len(weights)} where {len(matrices)} were expected",
        "too_few_layers",
    )
    require(
        len(weights) <= len(matrices),
        "There are too many layers.",
        f"{len(weights)} where {len(matrices)} were expected",
        "too_many_layers",
    )
    require(
        sorted(weights) != sorted(matrices),
        "There are parameters besides those of the layers, such as those of a normalisation.",
        f"{found}",
        "other_parameters",
    )
    missing = [shape for shape in matrices if shape not in weights]
    extra = [shape for shape in weights if shape not in matrices]
    if len(missing) == len(extra) == 1:
        first = missing[0] == (hidden_size, n_in) and extra[0][0] == hidden_size
        require(not first, "The first layer does not take self.n_in inputs.", diagnosis="fixed_inputs")
        last = missing[0] == (n_out, hidden_size) and extra[0][1] == hidden_size
        require(not last, "The output layer does not have self.n_out outputs.", diagnosis="other_outputs")
    fail(
        "The layers do not have the right sizes: n_in to hidden_size, hidden_size to hidden_size, at last to n_out.",
        f"{found}",
        "layer_sizes",
    )


def shapes_of(n_in, hidden_size, n_out, n_hidden):
    """The shapes of all weights and biases."""
    sizes = [n_in] + [hidden_size] * n_hidden + [n_out]
    pairs = list(zip(sizes[1:], sizes[:-1], strict=True))
    return pairs + [(n_to,) for n_to, _ in pairs]


@check(points=1)
def test_prediction_is_that_of_its_layers(student, session, rng, cohort):
    """With known weights the prediction is ReLU after each hidden layer and a plain weighted sum at the end."""
    set_parameters, parameters_of = student.function(SET_PARAMETERS), student.function(VALUES)
    for *sizes, n, gain in ((3, 7, 9, 1), (4, 5, 1500, 1), (3, 7, 9, 2), (3, 7, 9, 40)):
        network, n_in = network_with_a_chain(student, session, rng, cohort, *sizes)
        half = next(iter(student.function(HALF)(network)), None)
        in_half = f"The layers are in half precision ({half}), which keeps two or three digits; use torch.float32."
        require(half is None, in_half, diagnosis="half_precision")
        shapes = [np.shape(one) for one in parameters_of(network)]
        while True:
            values = [gain * healthy(shape, rng) for shape in shapes]
            X = rng.normal(0.3, 1, size=(n_in, n))
            orders = list(orders_of_layers(values, n_in))
            layers = orders[0]
            found = all_layers(layers, X)
            reaches = found[-1].min() < -0.2 and found[-1].max() > 1.2
            if reaches and all(0.1 < np.mean(H > 0) < 0.95 for H in found):
                break
        set_parameters(network, values)
        for name, way in (("forward(X)", {}), ("forward(X, return_torch=True)", {"return_torch": True})):
            prediction = numbers_of_forward(student, network, X, way)
            assert_shape(prediction, (2, n), name)
            again = numbers_of_forward(student, network, X, way)
            require(np.array_equal(prediction, again), CHANCE, diagnosis="not_repeatable")
            if any(is_close(prediction, predict(layers, X), gain) for layers in orders):
                continue
            cut_off = f"{name} is not right where outputs are large: they may be of any size and sign."
            require(gain < 10, cut_off, diagnosis="large_outputs")
            close = {"rtol": 1e-4, "atol": 1e-4 * gain**5}
            assert_close(prediction, predict(layers, X), name, mistakes=other_ways(layers, X), **close)


def other_ways(layers, X):
    """What networks of these layers say that bend otherwise, or use their layers otherwise, with the sentences."""
    n_layers = len(layers)
    bends = [1] * (n_layers - 1) + [0]
    mistakes = {
        "output_bent": ("the output goes through ReLU too; it should be left unbent", predict(layers, X, [1] * 9)),
        "no_relu": ("there is no ReLU between the layers", predict(layers, X, [0] * 9)),
        "relu_forgotten_last": (
            "the last hidden layer has no ReLU: ReLU comes after each hidden layer, not before it",
            predict(layers, X, [*bends[:-2], 0, 0]),
        ),
        "relu_before_each_layer": (
            "ReLU comes before each hidden layer, not after it",
            predict(layers, np.maximum(X, 0), [*bends[:-2], 0, 0]),
        ),
        "relu_forgotten_first": ("the first hidden layer has no ReLU", predict(layers, X, [0, *bends[1:]])),
        **{
            f"other_activation_{slug}": (sentence, predict(layers, X, bends, activation))
            for slug, (sentence, activation) in ACTIVATIONS.items()
        },
        "shortcuts": (SHORTCUTS, predict_with_shortcuts(layers, X)),
        "inputs_bent": ("the inputs are bent too; ReLU comes after hidden layers", predict(layers, np.maximum(X, 0))),
        "inputs_scaled": (
            "the inputs are divided by their largest; use them as they are",
            predict(layers, X / X.max()),
        ),
        "inputs_whole": ("the inputs are cut to whole numbers", predict(layers, np.trunc(X))),
        "half_precision": ("the inputs are in half precision (float16)", predict(layers, X.astype(np.float16))),
        **{
            f"relu_{top}": (
                f"the hidden layers are cut off at {top}; ReLU goes on rising",
                predict(layers, X, bends, lambda N, top=top: np.clip(N, 0, top)),
            )
            for top in (1, 6, 10)
        },
        "clipped": ("it is cut off at the walls of the box", np.clip(predict(layers, X), 0, 1)),
        **{
            f"reshaped_{slug}": ("rows and columns are mixed up: to reshape is not to transpose", value)
            for slug, value in (
                ("input", predict(layers, X.reshape(X.T.shape).T)),
                ("output", reshaped(predict(layers, X))),
                ("both", reshaped(predict(layers, X.reshape(X.T.shape).T))),
            )
        },
        "output_through_sigmoid": (
            THROUGH_SIGMOID,
            1 / (1 + np.exp(-predict(layers, X))),
        ),
    }
    if n_layers == 3:
        for times in range(2, 8):
            mistakes[f"layer_used_{times}_times"] = (
                "one hidden layer is used again and again in place of several",
                predict([layers[0], *[layers[1]] * times, layers[2]], X),
            )
    for place in range(1, n_layers - 1):
        mistakes[f"layer_{place + 1}_left_out"] = (
            "a hidden layer is never used",
            predict([*layers[:place], *layers[place + 1 :]], X),
        )
    for place in range(1, n_layers - 2):
        mistakes[f"layer_{place + 2}_used_for_{place + 1}"] = (
            "a hidden layer is used twice",
            predict([*layers[: place + 1], layers[place], *layers[place + 2 :]], X),
        )
    mistakes["one_layer_for_all"] = (
        "one hidden layer is used again and again in place of the others",
        predict([layers[0], *[layers[1]] * (n_layers - 2), layers[-1]], X),
    )
    return mistakes


def reshaped(Y):
    """Rows and columns mixed up, as where a transpose is reshaped."""
    return Y.T.reshape(Y.shape)


def network_with_a_chain(student, session, rng, cohort, n_in, hidden_size):
    """A network for a small session, whose layers can follow one another, and its number of cells.

    Where the sizes of the notebook's session are typed in, which is the part of another check, its cells are as many.
    Dropout and normalisation over moments, the part of another check too, are at rest in it.
    """
    network = student.TorchNetwork(**small_data(rng, n_in), hidden_size=hidden_size)
    student.function(AT_REST)(network)
    values = student.function(VALUES)(network)
    for n_cells in (n_in, session.n_cells):
        if next(orders_of_layers(values, n_cells), None) is not None:
            return network, n_cells
    require_parameters(values, (n_in, hidden_size, 2), cohort.torch.n_hidden_layers)
    fail("The layers cannot follow one another.", diagnosis="layer_sizes")
    return None


def healthy(shape, rng):
    """Values of one parameter, large enough for signals to pass."""
    if len(shape) == 2:
        return rng.normal(0, np.sqrt(2 / shape[1]), size=shape)
    return rng.uniform(-0.3, 0.5, size=shape)


def orders_of_layers(values, n_in):
    """Every order in which these weights and biases can follow one another, the likeliest first."""
    matrices = [value for value in values if np.ndim(value) == 2]
    biases = [value for value in values if np.ndim(value) == 1]
    if len(biases) < len(matrices):  # that biases are missing is the part of another check
        following = [*values[1:], None]
        pairs = [(W, b) for W, b in zip(values, following, strict=True) if np.ndim(W) == 2]
        biases = [b if b is not None and np.ndim(b) == 1 else np.zeros(len(W)) for W, b in pairs]
    elif len(matrices) + len(biases) != len(values):
        return
    if len(matrices) != len(biases) or len(matrices) > 8:
        return
    layers = list(zip(matrices, biases, strict=True))
    first = [layer for layer in layers if np.shape(layer[0])[1] == n_in]
    hidden_size = np.shape(first[0][0])[0] if first else 0
    middle = [layer for layer in layers if np.shape(layer[0]) == (hidden_size, hidden_size)]
    last = [layer for layer in layers if np.shape(layer[0]) == (2, hidden_size)]
    if len(first) == len(last) == 1 and len(middle) == len(layers) - 2:
        for order in permutations(middle):
            yield [*first, *order, *last]


def predict(layers, X, bends=None, activation=lambda N: np.maximum(N, 0)):
    """What a network of these layers says; `bends` tells after which of them the activation function comes."""
    H = X
    for place, (W, b) in enumerate(layers):
        H = W @ H + np.asarray(b)[:, None]
        if place < len(layers) - 1 if bends is None else bends[place]:
            H = activation(H)
    return H


def predict_with_shortcuts(layers, X):
    """What a network says that adds what goes into a layer to what comes out, where both are as many."""
    first, *middle, last = layers
    H = predict([first], X, [1])
    for layer in middle:
        H = H + predict([layer], H, [1])
    return predict([last], H)


def all_layers(layers, X):
    """The hidden layers and the output before their bends."""
    found, H = [], X
    for W, b in layers:
        found.append(W @ H + np.asarray(b)[:, None])
        H = np.maximum(found[-1], 0)
    return found


def is_close(predicted, want, gain):
    return np.allclose(predicted, want, rtol=1e-4, atol=1e-4 * gain**5)


@check(points=1)
def test_tensor_has_its_record_and_array_has_none(student, session, rng, cohort):
    """With return_torch=True slopes reach every parameter; without it there is no record, and X stays as it is."""
    network, n_in = network_with_a_chain(student, session, rng, cohort, 3, 6)
    require_slopes_reach_all(student, network, rng, n_in)
    for _ in range(2):
        X = rng.normal(0.3, 2, size=(n_in, 20))
        for way in ({}, {"return_torch": True}):
            kept = student.keep(X)
            given = keep(network.forward)(kept, **way)
            kind, wanted = type_name(given), "torch.Tensor" if way else "numpy.ndarray"
            name = "forward(X, return_torch=True)" if way else "forward(X)"
            require(kind == wanted, f"{name} gives a {kind}; a {wanted} is wanted.", diagnosis="array_or_tensor")
            require(
                np.array_equal(value_of(kept), X),
                "forward changes the array that it is given.",
                diagnosis="damages_input",
            )
            found = student.function(NUMBERS)(given)
            assert_shape(in_columns(found, 20), (2, 20), name)
            again = numbers_of_forward(student, network, X, way)
            require(np.array_equal(found, again), CHANCE, diagnosis="not_repeatable")
    twin, _ = network_with_a_chain(student, session, rng, cohort, 3, 6)
    predicts_anew(student, network, twin, rng, n_in)


def in_columns(found, n):
    """A prediction with its moments as columns: that they are rows is the part of other checks."""
    found = np.asarray(found)
    return found.T if found.shape == (n, 2) else found


def predicts_anew(student, network, twin, rng, n_in):
    """Fail if something is kept of earlier predictions, for the same X with other parameters or the other way round.

    A twin that is given the same parameters says what is right: how the layers bend is the part of other checks.
    """
    X = rng.normal(size=(n_in, 20))
    assert_nothing_kept(network.forward, [X], [rng.normal(size=X.shape)], "forward(X)")
    kept = student.keep(X)
    of_the_twin = twin.forward(X)
    values = [healthy(np.shape(one), rng) for one in student.function(VALUES)(network)]
    student.function(SET_PARAMETERS)(network, values)
    require(
        np.array_equal(of_the_twin, twin.forward(X)),
        "Another network of the same size predicts other things when the parameters of this one change: make layers "
        "for each network.",
        diagnosis="layers_shared",
    )
    for new_parameters in (True, True, False):
        if new_parameters:
            values = [value + 0.2 for value in values]
            for one in (network, twin):
                student.function(SET_PARAMETERS)(one, values)
        else:
            X = X + 0.3
            student.function("lambda array, new: np.copyto(array, new)")(kept, X)
        for way in ({}, {"return_torch": True}):
            found = np.asarray(numbers_of_forward(student, network, kept, way))
            right = np.asarray(numbers_of_forward(student, twin, X + 1e-6, way))  # other numbers, if both keep theirs
            same = found.shape == right.shape and np.allclose(found, right, rtol=0, atol=0.02 * np.abs(right).max())
            earlier = "forward gives an earlier prediction again, though X or the parameters have changed."
            require(same, earlier, diagnosis="kept")
