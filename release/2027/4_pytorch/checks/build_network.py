"""Task build_network: hidden layers with ReLU, a linear output, predictions as an array or as a tensor with its record.

The layers are looked at from outside: by the shapes of the parameters, and by holding the predictions against those
that numpy makes of these parameters.
"""

import math
import numpy as np
from gradekit.assertions import assert_close, assert_shape, require
from gradekit.cases import case, hint_if_raised
from gradekit.checks import Task, check
from gradekit.proxy import keep, type_name

TASK = Task("build_network")

PARAMETERS = "lambda network: [p.detach().double().numpy() for p in network.parameters()]"

# Those of parts with a matrix, also of such that stand in ordinary lists: that there are other parameters, or that
# PyTorch does not find these, is the part of other checks.
OF_LAYERS = (
    "list({id(p): p for kept in [network, *(one for kept in vars(network).values() if isinstance(kept, (list, tuple))"
    " for one in kept if hasattr(one, 'parameters'))] for part in kept.modules()"
    " if any(p.ndim > 1 for p in part.parameters(False)) for p in part.parameters(False)}.values())"
)

FILL_PARAMETERS = f"lambda network: [p.data.fill_(1.0 if p.ndim == 2 else -0.5) for p in {OF_LAYERS}] and None"

NUMBERS = "lambda found: found.detach().double().numpy() if hasattr(found, 'detach') else found"

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

IN_A_LIST = (
    "PyTorch finds only one layer in the network: __init__ has to keep each as an attribute, or several in an"
    " nn.ModuleList. Layers in an ordinary list, or made in forward, are not found."
)


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
