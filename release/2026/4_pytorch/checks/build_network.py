"""Task build_network: hidden layers with ReLU, a linear output, predictions as an array or as a tensor with its record.

The layers are looked at from outside: by the shapes of the parameters, and by holding the predictions against those
that numpy makes of these parameters.
"""

import numpy as np
from gradekit.assertions import assert_close, assert_shape, require
from gradekit.cases import hint_if_raised
from gradekit.checks import Task, check
from gradekit.proxy import keep, type_name, value_of

TASK = Task("build_network")

PARAMETERS = "lambda network: [p.detach().numpy() for p in network.parameters()]"

FILL_PARAMETERS = (
    "lambda network: [p.data.fill_(1.0 if p.ndim == 2 else -0.5) for p in network.parameters()] and None"
)  # fmt: skip

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
    for name, kind, way in (
        ("forward(X)", "numpy.ndarray", {}),
        ("forward(X, return_torch=True)", "torch.Tensor", {"return_torch": True}),
    ):
        with hint_if_raised(NOT_TURNED if sizes_fit else OTHER_SIZES):
            kept = keep(network.forward)(X, **way)
        found = type_name(kept)
        require(found == kind, f"{name} gives a {found}; a {kind} is wanted.", diagnosis="array_or_tensor")
        end = 6 - n_layers / 2
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
        }
        found = value_of(kept)
        again = [value_of(keep(network.forward)(X, **way)) for _ in range(5)]
        require(all(np.array_equal(found, other) for other in again), CHANCE, diagnosis="not_repeatable")
        want, close = [[end, -0.5]] * 2, {"rtol": 1e-5, "atol": 1e-5}
        is_right = np.shape(found) == (2, 2) and np.allclose(found, want, **close)
        require(sizes_fit or is_right, OTHER_SIZES, diagnosis="layer_sizes")
        assert_close(found, want, name, mistakes=mistakes, **close)
    network = student.TorchNetwork(**session.arrays)
    for X in (session.X_test, session.X_test[:, :1]):
        assert_shape(network.forward(X), (2, X.shape[1]), "forward(X)")
