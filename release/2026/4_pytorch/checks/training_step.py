"""Task training_step: one step of the network's own optimiser, W ← W − η dL/dW, with slopes that do not pile up.

The slopes that are expected are worked out here, in numpy, from the parameters before the step.
"""

import numpy as np
from gradekit.assertions import assert_close, assert_finite, assert_shape, require
from gradekit.cases import hint_if_raised
from gradekit.checks import Task, check
from gradekit.proxy import keep, type_name, value_of

TASK = Task("training_step", needs=["build_network"])

PARAMETERS = "lambda network: [p.detach().double().numpy() for p in network.parameters()]"

SGD = (
    "lambda network, lr, momentum:"
    " __import__('torch').optim.SGD(network.parameters(), lr=lr, momentum=momentum)"
)  # fmt: skip

NUDGE = "lambda network, place, by: list(network.parameters())[place].data.view(-1)[:1].add_(by) is None"

LEAVE_SLOPES = "lambda network: [setattr(p, 'grad', 0 * p.detach() + 1) for p in network.parameters()] and None"

# Runs a function and tells of each step of an optimiser meanwhile whether it is the network's own, its slopes, and its
# learning rate.
WATCHED = (
    "lambda train, network, *batch: (lambda steps, own, slopes: (lambda watch:"
    " [train(network, *batch), watch.remove(), [steps, slopes(), network.optimiser is own]][2])"
    "(__import__('torch.optim.optimizer', fromlist=['optimizer']).register_optimizer_step_post_hook(lambda one, *_:"
    " steps.append([one is own, slopes(), float(one.param_groups[0]['lr'])]))))([], network.optimiser,"
    " lambda: [None if p.grad is None else p.grad.detach().clone().double().numpy() for p in network.parameters()])"
)

AFTER = "it is the loss after the step, not before it"

N_TIMES = "it is N times too large: it should be the mean over the N moments of this batch"

DISTANCE = "it is the mean distance; the loss has squares"

OVER_OUTPUTS = "it is halved, as by a mean over the outputs or a factor ½; the loss (1) sums and has no factor"

HALF_AS_LONG = "it is half as long, as by a mean over the outputs or a factor ½; the loss (1) sums and has no factor"

ABSOLUTE = "it is made of absolute differences; the loss has squares"

WRONG_AXIS = "it is summed over the moments and averaged over the outputs"

OTHER_SIZE = "it is divided by the number of moments in a batch of the notebook, not by that of this batch"

BROADCAST = (
    "shapes are broadcast, so that each prediction is compared with more than its own true position: print the shapes"
    " of what is subtracted"
)

WHOLE = "the true positions are cut to whole numbers, or not used"

POWER = "the differences are raised to the fourth power; the loss has squares"

HALF = "it is that of a half of the batch"

CUT_OFF = "distances above 1 m are cut off; the loss has them as they are"

CHANGED = "training_step changes Y_batch, and this is for what it makes of it"


@check(points=0.5, public=True)
def test_loss_before_the_step_is_returned(student, session, cohort):
    """The loss of the batch before the step is returned, a plain number."""
    network = student.TorchNetwork(**session.arrays, hidden_size=20)
    network.optimiser = student.function(SGD)(network, 0.02, 0.0)
    X, Y = session.X_train[:, :2400:40], session.Y_train[:, :2400:40]
    predicted, off = np.asarray(network.forward(X), dtype=float), difference(network, X, Y)
    want = loss_of(predicted, Y)
    kept = student.keep(Y)
    returned = keep(student.training_step)(network, X, kept)
    after = difference(network, X, Y)
    mistakes = {
        "cut_off": (CUT_OFF, float(np.mean(np.minimum(np.sum(off**2, axis=0), 1)))),
        "other_size": (OTHER_SIZE, want * X.shape[1] / size_of_a_batch(session, cohort)),
        "truth_changed": (CHANGED, float(np.mean(np.sum((off + Y - value_of(kept)) ** 2, axis=0)))),
        "averaged_over_outputs": (OVER_OUTPUTS, want / 2),
        "not_averaged": (N_TIMES, want * X.shape[1]),
        "wrong_axis": (WRONG_AXIS, want * X.shape[1] / 2),
        "loss_after_the_step": (AFTER, float(np.mean(np.sum(after**2, axis=0)))),
        "distance": (DISTANCE, float(np.mean(np.linalg.norm(off, axis=0)))),
        "root": ("it is the root of the loss", np.sqrt(want)),
        "absolute_differences": (ABSOLUTE, float(np.mean(np.sum(np.abs(off), axis=0)))),
        **other_losses(predicted, Y),
    }
    assert_close(plain_number(returned), want, "the loss that is returned", rtol=1e-4, mistakes=mistakes)


def loss_of(predicted, Y):
    """The loss (1)."""
    return float(np.mean(np.sum((predicted - Y) ** 2, axis=0)))


def other_losses(predicted, Y):
    """What is calculated from the same differences, or from others, in place of the loss, with the sentences."""

    def of_every_moment():
        return float(np.mean(np.sum((predicted[:, :, None] - Y[:, None, :]) ** 2, axis=0)))

    half = Y.shape[1] // 2
    return {
        "broadcast_moments": (BROADCAST, of_every_moment),
        "broadcast_outputs": (BROADCAST, float(np.mean(np.sum((predicted - Y[:, None]) ** 2, axis=0)))),
        "whole_truth": (WHOLE, loss_of(predicted, np.trunc(Y))),
        "fourth_power": (POWER, float(np.mean(np.sum((predicted - Y) ** 4, axis=0)))),
        "half_of_the_batch": (HALF, loss_of(predicted[:, :half], Y[:, :half]) if half else None),
    }


@check(points=0.5, public=True)
def test_step_goes_down_the_slope(student, session, cohort):
    """All parameters move, and a bias of the output down its own slope, also where slopes of another sweep are left."""
    network = student.TorchNetwork(**session.arrays, hidden_size=20)
    network.optimiser = student.function(SGD)(network, 0.02, 0.0)
    X, Y = session.X_train[:, :2400:40], session.Y_train[:, :2400:40]
    parameters = student.function(PARAMETERS)
    for leaves_slopes in (False, True):
        place, slope = bias_of_the_output(student, network, X, Y)
        before = parameters(network)
        kept, off = student.keep(Y), difference(network, X, Y)
        mistakes = {"averaged_over_outputs": (HALF_AS_LONG, slope / 2)}
        mistakes["other_size"] = OTHER_SIZE, slope * X.shape[1] / size_of_a_batch(session, cohort)
        absolute = (
            "it follows absolute differences, or is cut off; the loss has squares, and its slopes stay as they are"
        )
        mistakes["absolute_differences"] = absolute, np.mean(np.sign(off[0]))
        if leaves_slopes:
            student.function(LEAVE_SLOPES)(network)
            too = "it follows slopes too that were there before the call: clear them first"
            mistakes["not_cleared_first"] = (too, slope + 1)
            mistakes["not_swept"] = ("it follows the slopes that were there before the call: sweep first", 1.0)
        seen = watched_step(student, network, X, kept)
        require_one_step(seen)
        mistakes["truth_changed"] = CHANGED, 2 * float(np.mean((off + Y - value_of(kept))[0]))
        stepped = parameters(network)
        for values in stepped:
            assert_finite(values, "a parameter after the step")
        moved = [not np.array_equal(a, b) for a, b in zip(stepped, before, strict=True)]
        require(any(moved), f"No parameter has moved: {seen['why_not']}.", diagnosis="not_moved")
        require(all(moved), "Some parameters have not moved.", diagnosis="some_not_moved")
        step = (np.asarray(before[place])[0] - np.asarray(stepped[place])[0]) / (seen["other_rate"] or 0.02)
        title = "the step of a bias of the output, divided by −η"
        close = {"rtol": 1e-2, "atol": 1e-4}
        another = f"{title} is not right: another optimiser than network.optimiser takes the step."
        is_right = seen["other_rate"] is None or np.allclose(step, slope, **close)
        require(is_right, another, diagnosis="own_optimiser")
        assert_close(step, slope, title, n=X.shape[1], mistakes=mistakes, **close)


def size_of_a_batch(session, cohort):
    """How many moments a batch of the notebook has."""
    return int(cohort.torch.batch_frac * session.n_train)


def watched_step(student, network, X, Y):
    """Call training_step, and tell what was seen of the steps of optimisers meanwhile.

    Where another than the network's own takes the step, which is the part of one check, `other_rate` is its learning
    rate, by which the other checks look past that.
    """
    hint = "If a numpy array meets a tensor there: forward(X_batch, return_torch=True) gives a tensor, for training."
    with hint_if_raised(hint):
        steps, left, is_own = student.function(WATCHED)(student.training_step, network, X, Y)
    if not steps:
        why_not = "no optimiser takes a step"
    elif not any(own for own, *_ in steps):
        why_not = "the step is taken by another optimiser than that of the network which is given"
    elif any(are_there(slopes) for _, slopes, _ in steps):
        why_not = "there are slopes, but the step does not follow them"
    elif are_there(left):
        why_not = "the step comes before the sweep"
    else:
        why_not = (
            "the step finds no slopes, as where the sweep is missing, they are cleared before it, or no record leads"
            " from the loss back to these parameters"
        )
    return {
        "own": [slopes for own, slopes, _ in steps if own],
        "n_steps": len(steps),
        "why_not": why_not,
        "is_kept": is_own is True,
        "other_rate": next((rate for own, _, rate in steps if not own), None),
    }


def are_there(slopes):
    """Whether a sweep has left slopes."""
    return any(one is not None and np.any(np.asarray(one) != 0) for one in slopes)


def require_one_step(seen):
    """Fail where optimisers have taken several steps."""
    several = f"training_step takes {seen['n_steps']} steps of an optimiser; one is wanted."
    require(seen["n_steps"] < 2, several, diagnosis="two_steps")


def bias_of_the_output(student, network, X, Y):
    """Which parameter holds the biases of the output, and the slope of the loss at the first, by nudging it."""
    shapes = [np.shape(one) for one in student.function(PARAMETERS)(network)]
    place = max((k for k, shape in enumerate(shapes) if shape == (2,)), default=None)
    require(place is not None, "The network has no output layer with two units.", diagnosis="layer_sizes")
    nudged = []
    for nudge in (0.05, -0.1):
        student.function(NUDGE)(network, place, nudge)
        nudged.append(np.mean(np.sum(difference(network, X, Y) ** 2, axis=0)))
    student.function(NUDGE)(network, place, 0.05)
    slope = float(nudged[0] - nudged[1]) / 0.1
    require(
        slope != 0,
        "The loss does not depend on a bias of the output: what forward predicts must come from the parameters.",
        diagnosis="loss_does_not_depend_on_weights",
    )
    return place, slope


def plain_number(returned):
    """The number that training_step returned, which is kept on the student's side; no tensor."""
    tensor = "training_step returns a tensor; .item() gives the plain number that is wanted, without a record."
    require(type_name(returned) != "torch.Tensor", tensor, diagnosis="tensor_returned")
    missing = "training_step returns nothing; return the loss."
    require(type_name(returned) != "NoneType", missing, diagnosis="nothing_returned")
    number = value_of(returned)
    assert_shape(number, (), "the loss that is returned")
    return number


def difference(network, X, Y):
    """What the network predicts, minus Y."""
    predicted = network.forward(X)
    assert_shape(predicted, Y.shape, "forward(X)")
    return np.asarray(predicted, dtype=float) - Y
