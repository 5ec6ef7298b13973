"""Task training_step: one step of the network's own optimiser, W ← W − η dL/dW, with slopes that do not pile up.

The slopes that are expected are worked out here, in numpy, from the parameters before the step.
"""

from contextlib import nullcontext

import numpy as np

from gradekit.assertions import assert_close, assert_finite, assert_shape, fail, require
from gradekit.cases import case, hint_if_raised
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed
from gradekit.proxy import keep, type_name, value_of, values_of

TASK = Task("training_step", needs=["build_network"])

PARAMETERS = "lambda network: [p.detach().double().numpy() for p in network.parameters()]"
SET_PARAMETERS = (
    "lambda network, values:"
    " [p.data.copy_(__import__('torch').tensor(v)) for p, v in zip(network.parameters(), values)] and None"
)
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
CLEAR = "lambda network: [setattr(p, 'grad', None) for p in network.parameters()] and None"
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
UPHILL = "The step does not lead down the slope of the loss (1) of this batch."
RATES = "lambda optimiser: [float(group['lr']) for group in optimiser.param_groups]"


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


@check(points=0.5)
def test_loss_is_that_of_its_own_batch(student, rng, session, cohort):
    """The number returned is the loss of this batch before the step, for batches of any size, and it stays as it is."""
    network, _, _, _ = known_network(student, rng, 6)
    network.optimiser = student.function(SGD)(network, 0.01, 0.0)  # so short a step that no network runs away
    losses, kept, name = [], [], "the loss that is returned"
    for n in (6, 6, 1, 1500, 60):
        layers, (X, Y) = layers_of(student, network), batch(rng, n)
        if n == 60:  # a small loss, which rounding would change
            off = rng.normal(size=Y.shape)
            Y = predict(layers, X) + off * np.sqrt(2.4e-6 / np.mean(np.sum(off**2, axis=0)))
        kept_Y = student.keep(Y)
        kept.append(keep(student.training_step)(network, X, kept_Y))
        predicted = predict(layers, X)
        losses.append(loss_of(predicted, Y))
        mistakes = {
            "cut_off": (CUT_OFF, float(np.mean(np.minimum(np.sum((predicted - Y) ** 2, axis=0), 1)))),
            "other_size": (OTHER_SIZE, losses[-1] * n / size_of_a_batch(session, cohort)),
            "truth_changed": (CHANGED, loss_of(predicted, value_of(kept_Y))),
            "loss_after_the_step": (AFTER, loss_of(predict(layers_of(student, network), X), Y)),
            "distance": (DISTANCE, float(np.mean(np.linalg.norm(predicted - Y, axis=0)))),
            "absolute_differences": (ABSOLUTE, float(np.mean(np.sum(np.abs(predicted - Y), axis=0)))),
            "averaged_over_outputs": (OVER_OUTPUTS, losses[-1] / 2),
            "not_averaged": (N_TIMES, losses[-1] * n if n > 1 else None),
            "wrong_axis": (WRONG_AXIS, losses[-1] * n / 2),
            **other_losses(predicted, Y),
        }
        if len(losses) > 1:
            earlier_too = "earlier losses are in it; the loss of this batch alone is wanted"
            mistakes["mean_of_losses"] = earlier_too, np.mean(losses)
            mistakes["sum_of_losses"] = earlier_too, np.sum(losses)
        if n == 60:
            mistakes["rounded"] = ("it is rounded; give it as it is calculated", 0.0)
        assert_close(plain_number(kept[-1]), losses[-1], name, rtol=1e-3, n=n, mistakes=mistakes)
    require(
        np.allclose(values_of(*kept), losses, rtol=1e-3),
        "The loss that an earlier call has returned changes with a later one: return a plain number.",
        diagnosis="result_kept",
    )


@check(points=0.5)
def test_step_is_the_step_by_hand(student, rng, session, cohort):
    """Every parameter moves by −η times its slope, for a batch of any size, of one moment, and however steep it is."""
    for n, lr, gain in ((7, 0.5, 1), (1, 0.25, 1), (5, 0.01, 2.5), (1500, 0.25, 1), (8, 1e-4, 1)):
        network, layers, X, Y = known_network(student, rng, n, gain)
        if n == 8:  # a large loss, at which a step might be left out
            Y = 1000 * Y
        network.optimiser = student.function(SGD)(network, lr, 0.0)
        slopes = slopes_of(layers, X, Y)
        other, size = cohort.torch.sgd_lr / lr, np.sqrt(sum(np.sum(part**2) for layer in slopes for part in layer))
        off = predict(layers, X) - Y
        clipped = "its step is cut short; the slopes are to be used as they are"
        shorter = n / size_of_a_batch(session, cohort)
        wrong = {
            "other_size": (OTHER_SIZE, [tuple(shorter * part for part in layer) for layer in slopes]),
            "whole_set": (
                "its step follows the slopes of the whole training set, not of the batch",
                slopes_of(layers, np.asarray(network.X_train), np.asarray(network.Y_train)),
            ),
            **{
                f"first_{most}": (
                    "its step follows a part of the batch only",
                    slopes_of(layers, X[:, :most], Y[:, :most]),
                )
                for most in (n // 2, 1, 10, 32, 50, 64, 100, 128, 256, 480, 1000)
                if 0 < most < n
            },
            "other_learning_rate": (
                "its step has another learning rate: use network.optimiser",
                [tuple(other * part for part in layer) for layer in slopes],
            ),
            "roots": (
                "its step follows the distances, not their squares",
                distances_of(layers, X, Y),
            ),
            "absolute_differences": (
                "its step follows absolute differences, not their squares",
                slopes_of(layers, X, Y, blame=np.sign(off) / 2),
            ),
            "fourth_power": (POWER, slopes_of(layers, X, Y, blame=2 * off**3)),
            "whole_truth": (WHOLE, slopes_of(layers, X, np.trunc(Y))),
            "broadcast_moments": (BROADCAST, slopes_of(layers, X, Y.mean(axis=1, keepdims=True))),
            "broadcast_outputs": (BROADCAST, slopes_of(layers, X, Y.mean(axis=0))),
            **{
                f"clipped_{most}": (clipped, [tuple(part * min(1, most / size) for part in layer) for layer in slopes])
                for most in (0.1, 0.5, 1, 2, 5, 10)
            },
            **{
                f"clipped_one_by_one_{most}": (
                    clipped,
                    [tuple(np.clip(part, -most, most) for part in layer) for layer in slopes],
                )
                for most in (0.1, 0.5, 1, 5, 10)
            },
        }
        if n == 1:
            single = "for a single moment each output is compared with both true ones: keep the shape (2, 1) of Y_batch"
            wrong["squeezed"] = single, wrong.pop("broadcast_outputs")[1]
        for strength in (0.001, 0.01, 0.1):
            for factor in (1, 2):
                for slug, with_biases in (("pull", 1), ("pull_of_matrices", 0)):
                    wrong[f"{slug}_{1000 * factor * strength:.0f}_thousandths"] = (
                        "the weights are pulled towards zero as well; the loss (1) alone is wanted",
                        [
                            (dW + factor * strength * W, db + with_biases * factor * strength * b)
                            for (dW, db), (W, b) in zip(slopes, layers, strict=True)
                        ],
                    )
        kept_X, kept_Y = student.keep(X), student.keep(Y)
        seen = watched_step(student, network, kept_X, kept_Y)
        require_one_step(seen)
        for kept, given, name in ((kept_X, X, "X_batch"), (kept_Y, Y, "Y_batch")):
            unharmed = np.array_equal(value_of(kept), given)
            require(unharmed, f"training_step changes {name}.", diagnosis="damages_input")
        when = case("own_optimiser", "where another optimiser than network.optimiser takes the step")
        with when if seen["other_rate"] else nullcontext():
            rate = seen["other_rate"] or lr
            compare_step(layers, layers_of(student, network), slopes, rate, n, wrong, seen["why_not"])


@check(points=0.5)
def test_slopes_do_not_pile_up(student, rng):
    """Each step follows the slopes of its own batch only, whatever slopes there were, with the same learning rate."""
    lr = 0.01  # so short that no network runs away
    network, _, _, _ = known_network(student, rng, 6)
    network.optimiser = student.function(SGD)(network, lr, 0.0)
    for _ in range(2):
        values, layers, steps = student.function(PARAMETERS)(network), layers_of(student, network), []
        X_batch, Y_batch = batch_nearby(rng, layers, 6)
        right = slopes_of(layers, X_batch, Y_batch)
        for before in (CLEAR, None, LEAVE_SLOPES):  # no slopes, those of the call before, and those of another sweep
            student.function(SET_PARAMETERS)(network, values)
            if before:
                student.function(before)(network)
            kept = student.keep(Y_batch)
            seen = watched_step(student, network, X_batch, kept)
            rates = student.function(RATES)(network.optimiser)
            require(
                not seen["is_kept"] or (len(rates) == 1 and np.isclose(rates[0], lr, rtol=1e-6)),
                "training_step changes the learning rate of the optimiser.",
                diagnosis="rate_changed",
            )
            after = layers_of(student, network)
            steps.append((flat(layers) - flat(after)) / (seen["other_rate"] or lr))
            assert_finite(steps[-1], "the step")
            require(np.any(steps[-1] != 0), f"No parameter has moved: {seen['why_not']}.", diagnosis="not_moved")
            if before is CLEAR and seen["n_steps"] < 2:  # of a second step other checks tell
                step = [W - moved for (W, _), (moved, _) in zip(layers, after, strict=True)]
                require_downhill(step, right, slopes_of(layers, X_batch, value_of(kept)))
        own, again, other = steps  # whether its own slopes are right is the part of other checks
        close = {"rtol": 2e-3, "atol": 5e-5 + 1e-5 * float(np.abs(own).max())}
        too_many = "it follows the sum of all slopes so far: clear them"
        assert_close(again, own, "the step, taken again,", mistakes={"piled_up": (too_many, 2 * own)}, **close)
        before_it = "it follows slopes too that were there before the call: clear them first"
        mistakes = {"not_cleared_first": (before_it, own + 1)}
        assert_close(other, own, "the step after another sweep", mistakes=mistakes, **close)


@check(points=1.5)
def test_step_is_that_of_the_networks_own_optimiser(student, rng):
    """The optimiser that the network brings along takes the step, and it may remember earlier steps."""
    lr, momentum, n = 0.01, 0.5, 6
    network, layers, _, _ = known_network(student, rng, n)
    network.optimiser = student.function(SGD)(network, lr, momentum)
    velocity = 0.0
    for step_number in range(4):
        X, Y = batch_nearby(rng, layers, n)
        if step_number == 3:  # no loss: what is left of the velocity moves the weights
            Y = np.asarray(network.forward(X), dtype=float)
        before, right = flat(layers), slopes_of(layers, X, Y) if step_number < 3 else []
        followed_slopes = followed(student, network, X, Y, right, "own_optimiser")
        if step_number == 3 and not np.all(np.isfinite(followed_slopes)):
            break  # as those of a distance, where it is zero: another check says that it is not the loss
        want = 0.0
        for slopes in followed_slopes:
            velocity = momentum * velocity + slopes
            want = want + velocity
        layers, rate = layers_of(student, network), student.function(RATES)(network.optimiser)[0]
        mistakes = {
            "own_optimiser": (
                "the optimiser has forgotten its earlier steps: use network.optimiser",
                sum(followed_slopes),
            )
        }
        got = (before - flat(layers)) / rate
        assert_close(got, want, "the step", rtol=2e-3, atol=2e-5 + 1e-5 * np.abs(want).max(), mistakes=mistakes)
    network, _, _, _ = known_network(student, rng, n)
    for lr in (0.01, 0.05):
        before = layers_of(student, network)
        X, Y = batch_nearby(rng, before, n)
        network.optimiser = student.function(SGD)(network, lr, 0.0)
        slopes = sum(followed(student, network, X, Y, slopes_of(before, X, Y), "other_optimiser"))
        rate = student.function(RATES)(network.optimiser)[0]
        got = (flat(before) - flat(layers_of(student, network))) / rate
        with case("other_optimiser", "when the network has got another optimiser: use the one that it has now"):
            assert_close(got, slopes, "the step", rtol=2e-3, atol=2e-5 + 1e-5 * np.abs(slopes).max())


def followed(student, network, X, Y, right, diagnosis):
    """The slopes that steps of the network's own optimiser follow: which loss has them, and that one step is wanted,
    other checks look at.
    """
    before, kept = layers_of(student, network), student.keep(Y)
    student.function(CLEAR)(network)  # those that pile up are not this check's part
    seen = watched_step(student, network, X, kept)
    moved = not np.array_equal(flat(layers_of(student, network)), flat(before))
    small = "" if right else ", where the loss is zero; each call takes one"
    require(moved or seen["own"], f"No parameter has moved: {seen['why_not']}{small}.", diagnosis="not_moved")
    another = "training_step puts another optimiser into the network: use the one that it brings along."
    require(seen["is_kept"], another, diagnosis="own_optimiser")
    not_own = "The parameters do not move by network.optimiser alone, as it is now: let it take the step."
    require(seen["own"] and not seen["other_rate"], not_own, diagnosis=diagnosis)
    require(are_there(seen["own"][0]) or not right, f"The step is lost: {seen['why_not']}.", diagnosis="not_moved")
    all_there = all(one is not None for slopes in seen["own"] for one in slopes)
    require(all_there, "Some parameters have no slopes when the optimiser takes its step.", diagnosis="some_not_moved")
    of_steps = [layers_from([np.asarray(one, dtype=float) for one in slopes]) for slopes in seen["own"]]
    require_downhill([W for W, _ in of_steps[0]], right, slopes_of(before, X, value_of(kept)))
    return [flat(layers) for layers in of_steps]


def require_downhill(steps, right, as_left):
    """Fail unless the weights of each layer follow, more or less, their slopes; how well, other checks look at.

    `as_left` are the slopes for the positions as they were left: that they are changed is the part of another check.
    """
    for place, (step, (want, _), (other, _)) in enumerate(zip(steps, right, as_left, strict=False)):
        still = f"The weights of layer {place + 1} do not move, though the loss has slopes for them."
        require(np.any(step != 0) or not np.any(want), still, diagnosis="some_not_moved")
        agree = [np.vdot(step, one) >= 0.1 * np.linalg.norm(step) * np.linalg.norm(one) for one in (want, other)]
        require(any(agree), UPHILL, diagnosis="uphill")


def flat(layers):
    """All weights and biases in one array."""
    return np.concatenate([np.ravel(one) for layer in layers for one in layer])


def batch(rng, n):
    """Rates (3, n) and positions (2, n)."""
    return rng.uniform(size=(3, n)), rng.uniform(size=(2, n))


def batch_nearby(rng, layers, n):
    """Rates (3, n), and positions (2, n) near those that the layers predict: a loss that none cuts off."""
    X = rng.uniform(size=(3, n))
    return X, predict(layers, X) + rng.uniform(0.3, 0.6, size=(2, n))


def known_network(student, rng, n, gain=1.0):
    """A student's network with weights through which slopes reach every layer, its layers, and a batch of n moments."""
    data = {name: array for part in ("train", "test") for name, array in named(part, batch(rng, 10)).items()}
    network = student.TorchNetwork(**data, hidden_size=6)
    for _ in range(100):
        set_parameters(student, network, rng, gain)
        layers = layers_of(student, network)
        X, Y = batch(rng, n)
        if all(np.any(np.abs(part) > 1e-3) for layer in slopes_of(layers, X, Y) for part in layer):
            return network, layers, X, Y
    raise CheckFailed("A layer has no slopes, whatever its parameters are.", diagnosis="no_slopes")


def set_parameters(student, network, rng, gain=1.0):
    """Draw every parameter anew, large enough for signals to pass."""
    values = []
    for one in student.function(PARAMETERS)(network):
        shape = np.shape(one)
        scale = (
            gain * rng.normal(0, np.sqrt(2 / shape[1]), size=shape) if len(shape) == 2 else rng.uniform(0.1, 0.6, shape)
        )
        values.append(scale)
    student.function(SET_PARAMETERS)(network, values)
    require_kept(values, student.function(PARAMETERS)(network))


def require_kept(values, found):
    """Fail unless these are the values that were set, to single precision."""
    for value, one in zip(values, found, strict=True):
        kept = np.shape(one) == value.shape and np.allclose(one, value, rtol=1e-5, atol=1e-6)
        require(kept, "Parameters do not keep the values that they are given.", diagnosis="parameters_not_kept")


def named(part, arrays):
    return {f"X_{part}": arrays[0], f"Y_{part}": arrays[1]}


def layers_of(student, network):
    """Weights and biases of a network, layer by layer: sizes tell which is first and which is last."""
    return layers_from([np.asarray(value, dtype=float) for value in student.function(PARAMETERS)(network)])


def layers_from(values):
    """Weights and biases, or their slopes, layer by layer."""
    matrices = [value for value in values if value.ndim == 2]
    biases = [value for value in values if value.ndim == 1]
    hidden = next((W.shape[0] for W in matrices if W.shape[0] == W.shape[1]), None)
    layers = sorted(
        zip(matrices, biases, strict=False),
        key=lambda layer: (layer[0].shape[1] == hidden) + (layer[0].shape[0] != hidden),
    )
    fits = all(W.shape[1] == before.shape[0] for (W, _), (before, _) in zip(layers[1:], layers, strict=False))
    fits = fits and len(matrices) == len(biases) and 0 < len(layers) < 9 and layers[0][0].shape[1] == 3
    if not fits:
        fail("The network does not have the layers of the task, in their order.", diagnosis="layer_sizes")
    return layers


def predict(layers, X):
    """What a network of these layers says."""
    H = X
    for place, (W, b) in enumerate(layers):
        N = W @ H + b[:, None]
        H = N if place == len(layers) - 1 else np.maximum(N, 0)
    return H


def distances_of(layers, X, Y):
    """The slopes of the mean distance."""
    off = predict(layers, X) - Y
    return slopes_of(layers, X, Y, blame=off / np.linalg.norm(off, axis=0) / 2)


def slopes_of(layers, X, Y, blame=None):
    """The slopes of the loss for weights and biases of each layer, by the sweep of the last chapter."""
    H, N = [X], []
    for place, (W, b) in enumerate(layers):
        N.append(W @ H[-1] + b[:, None])
        H.append(N[-1] if place == len(layers) - 1 else np.maximum(N[-1], 0))
    blame, slopes = H[-1] - Y if blame is None else blame, []
    for place in reversed(range(len(layers))):
        if place < len(layers) - 1:
            blame = (N[place] > 0) * blame
        slopes.append((2 / X.shape[1] * blame @ H[place].T, 2 / X.shape[1] * blame.sum(axis=1)))
        blame = layers[place][0].T @ blame
    return slopes[::-1]


def compare_step(layers, after, slopes, lr, n, wrong, why_not_moved):
    """Hold the way that each parameter has moved, divided by −η, against its slope."""
    for place in reversed(range(len(layers))):
        for part, name in enumerate(("weights", "biases")):
            got = (layers[place][part] - after[place][part]) / lr
            want = slopes[place][part]
            mistakes = {
                "not_moved": (f"it has not moved: {why_not_moved}", 0 * want),
                "averaged_over_outputs": (
                    HALF_AS_LONG,
                    want / 2,
                ),
                "not_averaged": (
                    "its step is N times too long: the loss is the mean over the N moments of this batch",
                    want * n,
                ),
                "wrong_axis": (
                    "its step is summed over moments and averaged over outputs; the loss (1) is the other way round",
                    want * n / 2,
                ),
                "uphill": ("it moves up the slope", -want),
            }
            mistakes |= {slug: (text, values[place][part]) for slug, (text, values) in wrong.items()}
            title = f"the step of the {name} of layer {place + 1}"
            close = {"rtol": 2e-3, "atol": 2e-5 + 1e-5 * float(np.abs(want).max())}
            assert_close(got, want, title, mistakes=mistakes, **close)
