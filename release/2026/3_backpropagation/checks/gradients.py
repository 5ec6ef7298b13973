"""Task gradients: backpropagation through two hidden layers, each matrix against the central difference of the loss.

Some slopes of the second and the third matrix 0.5, of the first 0.5, by central differences of the student's own
network; the method 1.75 for the second matrix and 1.75 for the first, where one slip is looked past, and that with
biases or without them it fails; exact slopes 0.5 for the second and the third matrix, and 0.5 for the first; all
without biases 0.5; any sizes, large and small errors, and nothing damaged or kept 1.
"""

import numpy as np
from gradekit import Notes, Task, assert_gradient, assert_shape, check, require
from gradekit.proxy import attributes

TASK = Task("gradients", needs=["forward_pass"])

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
