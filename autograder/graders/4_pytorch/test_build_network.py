"""Task build_network: hidden layers with ReLU, a linear output, predictions as an array or as a tensor with its record.

The layers are looked at from outside: by the shapes of the parameters, and by holding the predictions against those
that numpy makes of these parameters.
"""

from itertools import permutations

import numpy as np

from decoding.checks import Task, assert_close, assert_finite, assert_shape, check, fail, keep, require, type_name

TASK = Task("build_network")

PARAMETERS = "lambda network: [p.detach().numpy() for p in network.parameters()]"
SET_PARAMETERS = (
    "lambda network, values:"
    " [p.data.copy_(__import__('torch').tensor(v)) for p, v in zip(network.parameters(), values)] and None"
)
SWEEP = (
    "lambda network, X: [(network.forward(X, return_torch=True) ** 2).sum().backward(),"
    " [p.grad is not None and bool((p.grad != 0).any()) for p in network.parameters()]][1]"
)


def small_data(rng, n_in=3, n_out=2, n=8):
    """The four arrays of a small session of random numbers."""
    data = {f"X_{part}": rng.uniform(size=(n_in, n)) for part in ("train", "test")}
    return data | {f"Y_{part}": rng.uniform(size=(n_out, n)) for part in ("train", "test")}


@check(points=1, public=True)
def test_prediction_has_one_column_a_moment(student, session):
    """forward gives a numpy array (2, N), whatever N is, and a tensor of the same shape when it is asked for one."""
    network = student.TorchNetwork(**session.arrays)
    for X in (session.X_test, session.X_test[:, :7], session.X_test[:, :1]):
        shape = (session.Y.shape[0], X.shape[1])
        predicted = network.forward(X)
        assert_shape(predicted, shape, "forward(X)")
        assert_finite(predicted, "forward(X)")
        assert_shape(network.forward(X, return_torch=True), shape, "forward(X, return_torch=True)")
    for kept, name, kind in (
        (keep(network.forward)(session.X_test), "forward(X)", "numpy.ndarray"),
        (keep(network.forward)(session.X_test, return_torch=True), "forward(X, return_torch=True)", "torch.Tensor"),
    ):
        found = type_name(kept)
        require(found == kind, f"{name} gives a {found}, not a {kind}.", diagnosis="array_or_tensor")


@check(points=1)
def test_layers_have_the_right_parameters(student, session, rng, cohort):
    """All layers are there, each with its weights and biases, for any size of input, hidden layers and output."""
    n_hidden = cohort.torch.n_hidden_layers
    parameters_of = student.function(PARAMETERS)
    require_parameters(
        parameters_of(student.TorchNetwork(**session.arrays)),
        (session.n_cells, cohort.torch.hidden_size, session.Y.shape[0]),
        n_hidden,
        is_default=True,
    )
    for sizes in ((3, 7, 2), (6, 4, 3)):
        network = student.TorchNetwork(**small_data(rng, sizes[0], sizes[2]), hidden_size=sizes[1])
        require_parameters(parameters_of(network), sizes, n_hidden)


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
    require(found, "PyTorch finds no parameters in the network: keep layers as attributes.", diagnosis="not_registered")
    require(biases or not weights, "The layers have no biases.", diagnosis="no_biases")
    widths = {shape[0] for shape in weights[:-1]}
    if len(weights) == len(matrices) and len(widths) == 1 and hidden_size not in widths:
        if is_default:
            fail("The default of hidden_size is not the one that the task gives.", diagnosis="default_size")
        fail("The hidden layers do not have hidden_size units each.", diagnosis="fixed_size")
    require(
        len(weights) != len(matrices) - n_hidden or len(weights) > n_hidden,
        "Only the output layer is found: layers in an ordinary list are not found by PyTorch; use nn.ModuleList.",
        diagnosis="not_registered",
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
    fail("The layers do not have the right sizes.", f"{found}", "layer_sizes")


def shapes_of(n_in, hidden_size, n_out, n_hidden):
    """The shapes of all weights and biases."""
    sizes = [n_in] + [hidden_size] * n_hidden + [n_out]
    pairs = list(zip(sizes[1:], sizes[:-1], strict=True))
    return pairs + [(n_to,) for n_to, _ in pairs]


@check(points=1)
def test_prediction_is_that_of_its_layers(student, rng, cohort):
    """With known weights the prediction is ReLU after each hidden layer and a plain weighted sum at the end."""
    set_parameters, parameters_of = student.function(SET_PARAMETERS), student.function(PARAMETERS)
    for n_in, hidden_size, n_out, n in ((3, 7, 2, 9), (4, 5, 2, 1)):
        network = student.TorchNetwork(**small_data(rng, n_in, n_out), hidden_size=hidden_size)
        values = [healthy(np.shape(one), rng) for one in parameters_of(network)]
        set_parameters(network, values)
        X = rng.uniform(-1, 1, size=(n_in, n))
        orders = list(orders_of_layers(values, n_in, hidden_size, n_out))
        require(
            orders and len(values) == 2 * (cohort.torch.n_hidden_layers + 1),
            "The layers are not those of the task.",
            diagnosis="layer_sizes",
        )
        predicted = network.forward(X)
        require(
            np.array_equal(predicted, network.forward(X)),
            "forward gives another prediction each time that it is called.",
            diagnosis="not_repeatable",
        )
        if any(is_close(predicted, predict(layers, X)) for layers in orders):
            continue
        layers, n_layers = orders[0], len(orders[0])
        bends = [1] * (n_layers - 1) + [0]
        mistakes = {
            "output_bent": ("the output goes through ReLU too; it should be left unbent", predict(layers, X, [1] * 9)),
            "no_relu": ("there is no ReLU between the layers", predict(layers, X, [0] * 9)),
            "relu_forgotten_last": (
                "the last hidden layer has no ReLU",
                predict(layers, X, [*bends[:-2], 0, 0]),
            ),
            "relu_forgotten_first": ("the first hidden layer has no ReLU", predict(layers, X, [0, *bends[1:]])),
            "other_activation_tanh": (
                "the hidden layers go through tanh, not ReLU",
                predict(layers, X, bends, np.tanh),
            ),
            "other_activation_sigmoid": (
                "the hidden layers go through a sigmoid, not ReLU",
                predict(layers, X, bends, lambda N: 1 / (1 + np.exp(-N))),
            ),
            "other_activation_leaky": (
                "the hidden layers go through a leaky ReLU; below zero it should give zero",
                predict(layers, X, bends, lambda N: np.where(N > 0, N, 0.01 * N)),
            ),
            "relu_before_the_layers": (
                "ReLU comes before each hidden layer; it should come after each",
                predict(layers, np.maximum(X, 0), [*bends[:-2], 0, 0]),
            ),
        }
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
        assert_close(predicted, predict(layers, X), "forward(X)", rtol=1e-4, atol=1e-5, mistakes=mistakes)


def healthy(shape, rng):
    """Values of one parameter, large enough for signals to pass."""
    if len(shape) == 2:
        return rng.normal(0, np.sqrt(2 / shape[1]), size=shape)
    return rng.uniform(-0.3, 0.5, size=shape)


def orders_of_layers(values, n_in, hidden_size, n_out):
    """Every order in which these weights and biases can follow one another, the likeliest first."""
    matrices = [value for value in values if np.ndim(value) == 2]
    biases = [value for value in values if np.ndim(value) == 1]
    if len(matrices) != len(biases):
        return
    layers = list(zip(matrices, biases, strict=True))
    first = [layer for layer in layers if layer[0].shape == (hidden_size, n_in)]
    middle = [layer for layer in layers if layer[0].shape == (hidden_size, hidden_size)]
    last = [layer for layer in layers if layer[0].shape == (n_out, hidden_size)]
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


def is_close(predicted, want):
    return np.shape(predicted) == want.shape and np.allclose(predicted, want, rtol=1e-4, atol=1e-5)


@check(points=1)
def test_tensor_has_its_record_and_array_has_none(student, rng, cohort):
    """With return_torch=True slopes reach every parameter; without it there is no record, and the input is unharmed."""
    network = student.TorchNetwork(**small_data(rng), hidden_size=6)
    values = [healthy(np.shape(one), rng) for one in student.function(PARAMETERS)(network)]
    for value in values:
        if value.ndim == 1:
            value += 0.5
    student.function(SET_PARAMETERS)(network, values)
    X = rng.uniform(size=(3, 20))
    wants = student.function("lambda tensor: getattr(tensor, 'requires_grad', None)")
    tensor = keep(network.forward)(X, return_torch=True)
    require(
        wants(tensor) is True,
        "The tensor of forward(X, return_torch=True) has no record behind it: do not detach it.",
        diagnosis="detached_tensor",
    )
    array = keep(network.forward)(X)
    require(wants(array) is None, "forward(X) gives a tensor, not an array.", diagnosis="array_or_tensor")
    reached = student.function(SWEEP)(network, X)
    found_all = len(reached) == 2 * (cohort.torch.n_hidden_layers + 1)
    require(found_all, "PyTorch does not find the parameters of all layers.", diagnosis="not_registered")
    require(all(reached), "Some parameters get no slope: a layer is not used.", diagnosis="unused_layer")
    plain = network.forward(X)
    assert_shape(plain, (2, 20), "forward(X)")
    assert_close(network.forward(X, return_torch=True), plain, "forward(X, return_torch=True)", rtol=1e-5, atol=1e-6)
    kept = student.keep(X)
    network.forward(kept)
    unharmed = student.function("lambda kept, X: bool((kept == X).all())")(kept, X)
    require(unharmed, "forward changes the array that it is given.", diagnosis="damages_input")
