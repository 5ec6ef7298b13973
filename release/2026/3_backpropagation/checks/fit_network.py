"""Task fit_network: training on random batches.

No variable of the student's is looked at. With one batch of the whole training set the change of the weights is the
step itself. For small batches each moment has a cell of its own, so the weights from that cell change only in steps
whose batch holds the moment, and an activation function remembers what the first layer was given.
"""

import re
import numpy as np
from gradekit.assertions import assert_finite, assert_gradient, assert_shape, require
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import Notes

TASK = Task("fit_network", needs=["forward_pass", "gradients", "weight_update"])

OTHER_PASS = (
    "The stored layers and the positions are not of equally many moments: X_batch goes through forward just before its"
    " slopes are found, and Y_batch are its positions. (record calls forward with the test data.)"
)

NO_HISTORY = (
    'history["{}"] is empty: each step has to come to the given call of record at the end of the loop. Is it there, and'
    " no `return`, `break` or `continue` before it?"
)


@check(points=0.5, public=True)
def test_one_batch_of_everything_is_one_step(student, session):
    """One batch of everything moves each weight by −η (dL/dW + λ W)."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    few = {f"X_{part}": session.X_train[:, :2400:80] for part in ("train", "test")}
    few |= {f"Y_{part}": session.Y_train[:, :2400:80] for part in ("train", "test")}
    model = student.DeepNeuralNetwork(**few, activation=wave, n_hidden=7, eta=0.5, l2=0.1)
    places, starts, differences = [(0, 0), (1, 3), (1, 7)], [], []
    for k in (1, 2, 3):
        starts.append(np.array(getattr(model, f"W{k}"), dtype=float))
        differences.append(central_differences(model, f"W{k}", starts[-1], places, few))
        require(
            any(differences[-1]),
            f"The loss does not depend on W{k}: does forward use every matrix?",
            diagnosis="loss_does_not_depend_on_weights",
        )
    train(model, epochs=1, batch_frac=1)
    for k, (start, slopes) in enumerate(zip(starts, differences, strict=True), 1):
        assert_shape(getattr(model, f"W{k}"), start.shape, f"W{k}")
        found = (start - np.asarray(getattr(model, f"W{k}"), dtype=float)) / 0.5
        still = f"fit(epochs=1, batch_frac=1), which is one step, has not changed W{k}: no step is left out."
        require(np.abs(found).max() > 0, still, diagnosis="not_moved")
        want = [slope + 0.1 * start[place] for slope, place in zip(slopes, places, strict=True)]
        title = f"The step of W{k} divided by −η (some entries)"
        mistakes = {"pull_missing": ("the pull towards zero is missing: use update", slopes)}
        assert_gradient([found[place] for place in places], want, title, n=30, rtol=1e-2, mistakes=mistakes)


@check(points=0, public=True)
def test_training_fills_the_history(student, session):
    """After two epochs each matrix has changed, and the history says how it went."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    model = student.DeepNeuralNetwork(**session.arrays, activation=wave, n_hidden=8)
    starts = [np.array(getattr(model, f"W{k}"), dtype=float) for k in (1, 2, 3)]
    train(model, epochs=2, batch_frac=0.1)
    for k, start in enumerate(starts, 1):
        W = getattr(model, f"W{k}")
        assert_shape(W, start.shape, f"W{k}")
        assert_finite(W, f"W{k} after training")
        require(not np.array_equal(W, start), f"After two epochs fit has not changed W{k}.", diagnosis="not_moved")
    for key in ("epoch", "error", "test_error"):
        require(len(model.history[key]) > 0, NO_HISTORY.format(key), diagnosis="no_history")
        assert_finite(model.history[key], f'history["{key}"]')
    counted = model.history["epoch"][-1]
    require(
        0.9 <= counted <= 2.0001,
        'After two epochs the last entry of history["epoch"] should be 2, or a little less.',
        f"it has counted {counted:.3g}",
        "epochs_miscounted",
    )


def train(model, **settings):
    """Call fit, and say more where it raises for too many columns, or for slopes that are not of the batch."""
    try:
        model.fit(**settings)
    except StudentRaised as raised:
        if "larger" in raised.detail and "population" in raised.detail:
            words, slug = "More different columns are asked for than there are to draw from.", "too_many_columns"
        elif "has no attribute 'N3'" in raised.detail:
            words, slug = "The slopes are those of the last forward pass, and none has stored N3 so far.", "no_pass"
        elif "in gradients" in raised.detail and re.search("broadcast|mismatch", raised.detail):
            words, slug = OTHER_PASS, "other_pass"
        else:
            raise
        raise CheckFailed(f"{raised.message} {words}", raised.detail, slug, "raised") from raised


def central_differences(model, name, W, places, data, h=1e-3):
    """How the loss of a student's network on its training data changes with some of the weights in one matrix."""
    forward, notes = model.forward, Notes()
    for place in places:
        for nudge in (h, -h):
            nudged = W.copy()
            nudged[place] += nudge
            setattr(model, name, nudged)
            notes.call(forward, data["X_train"])
    setattr(model, name, W)
    losses = []
    for predicted in notes:
        assert_shape(predicted, data["Y_train"].shape, "forward(X_train)")
        off = np.asarray(predicted) - data["Y_train"]
        losses.append(np.mean(np.sum(off**2, axis=0)))
    return [(up - down) / (2 * h) for up, down in zip(losses[::2], losses[1::2], strict=True)]
