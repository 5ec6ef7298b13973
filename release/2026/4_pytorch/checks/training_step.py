"""Task training_step: one step of the network's own optimiser, W ← W − η dL/dW, with slopes that do not pile up.

The slopes that are expected are worked out here, in numpy, from the parameters before the step.
"""

import numpy as np
from decoding.checks import Task, as_array, assert_close, assert_finite, assert_shape, check, require

TASK = Task("training_step", needs=["build_network"])

PARAMETERS = "lambda network: [p.detach().numpy() for p in network.parameters()]"

SGD = (
    "lambda network, lr, momentum:"
    " __import__('torch').optim.SGD(network.parameters(), lr=lr, momentum=momentum)"
)  # fmt: skip


@check(points=1, public=True)
def test_step_lowers_the_loss_and_says_what_it_was(student, session):
    """The step returns the loss of the batch before it, a number, and lowers it; every parameter moves."""
    network = student.TorchNetwork(**session.arrays, hidden_size=20)
    network.optimiser = student.function(SGD)(network, 0.02, 0.0)
    X, Y = session.X_train[:, :60], session.Y_train[:, :60]
    before = student.function(PARAMETERS)(network)
    off = difference(network, X, Y)
    want = float(np.mean(np.sum(off**2, axis=0)))
    got = student.training_step(network, X, Y)
    require(got is not None, "training_step returns nothing; return the loss.", diagnosis="nothing_returned")
    got = np.asarray(as_array(got, "the loss that is returned"))
    assert_shape(got.reshape(got.shape if got.size != 1 else ()), (), "the loss that is returned")
    after = difference(network, X, Y)
    mistakes = {
        "averaged_over_outputs": ("the mean over the outputs is taken too; the loss (1) sums over them", want / 2),
        "not_averaged": ("the mean over the moments is missing", want * X.shape[1]),
        "loss_after_the_step": (
            "it is the loss after the step, not before it",
            float(np.mean(np.sum(after**2, axis=0))),
        ),
        "distance": ("it is the mean distance; the loss has squares", float(np.mean(np.linalg.norm(off, axis=0)))),
    }
    assert_close(float(got.reshape(-1)[0]), want, "the loss that is returned", rtol=1e-4, mistakes=mistakes)
    stepped = student.function(PARAMETERS)(network)
    for values in stepped:
        assert_finite(values, "a parameter after the step")
    moved = [not np.array_equal(a, b) for a, b in zip(stepped, before, strict=True)]
    require(any(moved), "No parameter has moved: the sweep or the step is missing.", diagnosis="not_moved")
    require(all(moved), "Some parameters have not moved.", diagnosis="some_not_moved")


def difference(network, X, Y):
    """What the network predicts, minus Y."""
    predicted = network.forward(X)
    assert_shape(predicted, Y.shape, "forward(X)")
    return np.asarray(predicted, dtype=float) - Y
