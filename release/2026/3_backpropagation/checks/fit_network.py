"""Task fit_network: training on random batches.

No variable of the student's is looked at. With one batch of the whole training set the change of the weights is the
step itself. For small batches each moment has a cell of its own, so the weights from that cell change only in steps
whose batch holds the moment, and an activation function remembers what the first layer was given.
"""

from contextlib import contextmanager
import numpy as np
from gradekit.assertions import assert_finite, assert_gradient, assert_shape, require
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import Notes

TASK = Task("fit_network", needs=["forward_pass", "gradients", "weight_update"])


@check(points=1, public=True)
def test_training_takes_the_steps_and_fills_the_history(student, session):
    """One batch of everything moves each weight by −η (dL/dW + λ W); after two epochs the history says how it went."""
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
    with more_about_what_it_raises():
        model.fit(epochs=1, batch_frac=1)
    for k, (start, slopes) in enumerate(zip(starts, differences, strict=True), 1):
        assert_shape(getattr(model, f"W{k}"), start.shape, f"W{k}")
        found = (start - np.asarray(getattr(model, f"W{k}"), dtype=float)) / 0.5
        require(np.abs(found).max() > 0, f"fit has not changed W{k}.", diagnosis="not_moved")
        want = [slope + 0.1 * start[place] for slope, place in zip(slopes, places, strict=True)]
        title = f"the step of W{k}, divided by −η (some entries)"
        mistakes = {"pull_missing": ("the pull towards zero is missing: use update", slopes)}
        assert_gradient([found[place] for place in places], want, title, n=30, rtol=1e-2, mistakes=mistakes)
    model = student.DeepNeuralNetwork(**session.arrays, activation=wave, n_hidden=8)
    model.fit(epochs=2, batch_frac=0.1)
    for k in (1, 2, 3):
        assert_finite(getattr(model, f"W{k}"), f"W{k} after training")
    for key in ("epoch", "error", "test_error"):
        require(len(model.history[key]) > 0, f'history["{key}"] is empty: call record.', diagnosis="no_history")
        assert_finite(model.history[key], f'history["{key}"]')
    counted = model.history["epoch"][-1]
    require(
        0.9 <= counted <= 2.0001,
        "After two epochs the history has counted another number of epochs.",
        f"it has counted {counted:.3g}",
        "epochs_miscounted",
    )


@contextmanager
def more_about_what_it_raises():
    """Say so where more different columns are asked for than there are, or slopes before there are layers."""
    try:
        yield
    except StudentRaised as raised:
        if "larger" in raised.detail and "population" in raised.detail:
            words, slug = "More different columns are asked for than there are to draw from.", "too_many_columns"
        elif "has no attribute 'N3'" in raised.detail:
            words, slug = "The slopes are those of the last forward pass, and none has stored N3 so far.", "no_pass"
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
