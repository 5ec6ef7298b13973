"""Task build_network: hidden layers with ReLU, a linear output, predictions as an array or as a tensor with its record.

The layers are looked at from outside: by the shapes of the parameters, and by holding the predictions against those
that numpy makes of these parameters.
"""

from decoding.checks import Task, assert_finite, assert_shape, check, keep, require, type_name

TASK = Task("build_network")


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
