"""Task gradients: backpropagation through two hidden layers, each matrix against the central difference of the loss."""

import numpy as np
from gradekit.assertions import assert_gradient, assert_shape, fail, require
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import Notes, attributes

TASK = Task("gradients", needs=["forward_pass"])

DOES_NOT_DEPEND = "The loss does not depend on W{}: has forward been attached, and does it use every matrix?"

GIVEN = (
    "dLdW3 is not right, though its lines are given. If they stand as they were given, the layers or the prediction of"
    " forward are wrong: mend the forward pass first."
)

PULLED = "the pull towards zero is in it, which belongs in update"

BIASES_ZERO = "the slopes of the biases are zero: in equation (7) the row of ones stays"


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
        slopes = slopes_of(student, model, Y, which)
        require(
            all(map(np.array_equal, attributes(model, "W1", "W2", "W3"), before)),
            "gradients changes the weights of the model; it should only look at them.",
            diagnosis="damages_model",
        )
        shapes = [(7, session.n_cells + use_bias), (7, 7 + use_bias), (2, 7 + use_bias)]
        have_the_shapes_of_the_weights(slopes, shapes, use_bias, which)
        for k in which:
            rows, columns = shapes[k - 1]
            places = [(0, 0), (1, 2), (rows - 1, columns - 1), (rows // 2, columns // 2)]
            differences = central_differences(model, f"W{k}", places, X, Y)
            require(any(differences), DOES_NOT_DEPEND.format(k), diagnosis="loss_does_not_depend_on_weights")
            found = [np.asarray(slopes[k - 1])[place] for place in places]
            pull = float(model.l2) * np.array([before[k - 1][place] for place in places])
            mistakes = {"pull_included": (PULLED, differences + pull)}
            if use_bias:
                mistakes["biases_zero"] = (BIASES_ZERO, [0.0, *differences[1:]])
            try:
                title = f"dLdW{k} (some entries)"
                assert_gradient(found, differences, title, n=X.shape[1], rtol=1e-2, mistakes=mistakes)
            except CheckFailed as failed:
                if k != 3 or failed.diagnosis in mistakes:
                    raise
                raise CheckFailed(GIVEN, failed.detail, "given_lines_are_wrong") from failed


def central_differences(model, name, places, X, Y, h=1e-3):
    """How the loss of a student's network changes with some of the weights in one matrix."""
    W, forward, notes = np.array(getattr(model, name), dtype=float), model.forward, Notes()
    for place in places:
        for nudge in (h, -h):
            nudged = W.copy()
            nudged[place] += nudge
            setattr(model, name, nudged)
            notes.call(forward, X)
    setattr(model, name, W)
    losses = []
    for predicted in notes:
        assert_shape(predicted, Y.shape, "forward(X)")
        losses.append(np.mean(np.sum((np.asarray(predicted) - Y) ** 2, axis=0)))
    return [(up - down) / (2 * h) for up, down in zip(losses[::2], losses[1::2], strict=True)]


def three_arrays(found):
    """The three arrays of slopes that the student's function gave."""
    require(found is not None, "gradients returns nothing.", diagnosis="nothing_returned")
    if not isinstance(found, list) or len(found) != 3:
        fail("gradients should return three arrays: dLdW1, dLdW2, dLdW3.", diagnosis="not_three")
    return found


def have_the_shapes_of_the_weights(slopes, shapes, use_bias, which=(1, 2, 3)):
    """Fail unless these arrays of slopes have the shapes of their matrices, and say what most likely is wrong."""
    require(
        [np.shape(one) for one in slopes] != shapes[::-1],
        "The slopes come in the wrong order: return those of W1, W2 and W3, in this order.",
        diagnosis="order_reversed",
    )
    require(
        [np.shape(one) for one in slopes[:2]] != shapes[1::-1] or shapes[0] == shapes[1],
        "dLdW1 and dLdW2 have changed places: return the slopes of W1, W2 and W3, in this order.",
        diagnosis="order_exchanged",
    )
    for k in which:
        one, shape = slopes[k - 1], shapes[k - 1]
        require(
            np.shape(one) != (shape[0], shape[1] - 1) or not use_bias,
            f"dLdW{k} has no column for the biases: in equation (7) the row of ones stays.",
            diagnosis="no_slopes_of_biases",
        )
        require(
            np.shape(one) != (shape[0] + 1, shape[1]) or not use_bias or k == 3,
            f"dLdW{k} has one row too many: in (5) and (6) the matrix comes without its column 0.",
            diagnosis="column_0_not_dropped",
        )
        assert_shape(one, shape, f"dLdW{k}")


def slopes_of(student, model, Y, which):
    """The slopes that the student's function gives, where those that are not asked for may have no value."""
    try:
        return three_arrays(student.gradients(model, Y))
    except StudentRaised as raised:
        missing = [f"dLdW{k}" for k in (1, 2) if k not in which and f"'dLdW{k}' is not defined" in raised.detail]
        if not missing:
            raise
    return three_arrays(student.function(WITH_NONE_FOR)(missing[0], student.gradients, model, Y))


WITH_NONE_FOR = (
    "lambda name, f, *given:"
    " (f.__globals__.__setitem__(name, None), f(*given), f.__globals__.pop(name))[1]"
)  # fmt: skip
