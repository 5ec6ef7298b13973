"""Task weight_update: W ← W − η (dL/dW + λ W) for all three matrices.

The worked example 0.5. From zero, where the pull has no say, W1 and W2 move down their slopes 0.5, W3 0.5: both look
past one slip. Exactly, with the pull, step after step, W1 and W2 0.25 and W3 0.25, and nothing else changes.
"""

import numpy as np

from gradekit import CheckFailed, Function, Model, Task, assert_close, check, told

TASK = Task("weight_update", needs=["forward_pass"])
SLOPES_ADDED = "the slopes are added to the weights, or take their place; a step goes down them, times η"
AWAY = "the pull has the wrong sign, and is not multiplied by the learning rate: mind the brackets of equation (8)"
CUT = "the slopes are cut off; they are to be used as they are"


@check(points=0.5, public=True)
def test_worked_example(student, cohort):
    """The step of the worked example, taken by every weight at once: from 2 to 1.89."""
    weights = [np.full(shape, 2.0) for shape in ((6, 5), (6, 7), (2, 7))]
    data = {name: np.ones((4 if name[0] == "X" else 2, 9)) for name in ("X_train", "Y_train", "X_test", "Y_test")}
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    model = student.DeepNeuralNetwork(**data, activation=wave, n_hidden=6, eta=0.1, l2=0.3)
    model.W1, model.W2, model.W3 = weights
    slopes = told(student.function("lambda *slopes: slopes"))(*[np.full(W.shape, 0.5) for W in weights])
    returned = student.update(model, slopes)
    not_moved = "it has not moved" + ": what update returns has to be put into the model" * (returned is not None)
    for k, W in enumerate(weights, 1):
        mistakes = {
            "not_moved": (not_moved, W),
            "pull_missing": ("the pull towards zero is missing", 0 * W + 1.95),
            "uphill": ("it moves up the slope", 0 * W + 1.99),
            "away_from_zero": ("the pull has the wrong sign: it pushes the weights away from zero", 0 * W + 2.01),
            "away_from_zero_without_eta": (AWAY, 0 * W + 2.55),
            "eta_missing": ("the learning rate is missing", 0 * W + 0.9),
            "uphill_and_away": ("both terms have the wrong sign: the step is subtracted", 0 * W + 2.11),
            "other_settings": (
                "η and λ are those of the notebook; use model.eta and model.l2, whatever they are",
                0 * W + 2 - cohort.network.eta * (0.5 + cohort.network.l2 * 2),
            ),
        }
        try:
            assert_close(getattr(model, f"W{k}"), 0 * W + 1.89, f"W{k}", mistakes=mistakes, rtol=1e-5)
        except CheckFailed as failed:
            if failed.diagnosis not in ("shifted", "constant_factor"):  # of equal weights both are true of any mistake
                raise
            message = f"W{k} has the right shape but the wrong value: a weight does not move from 2 to 1.89."
            raise CheckFailed(message, failed.detail) from failed


# The slopes stand in the same tuple as long as they are in the same list.
STEP = Model(
    "DeepNeuralNetwork",
    functions=("update",),
    sets={**{f"W{k + 1}": f"weights[{k}].copy()" for k in range(3)}, "eta": "eta", "l2": "l2"},
    gives="update(model, models.setdefault(id(slopes), (slopes, tuple(slopes)))[1]),"
    " [model.W1, model.W2, model.W3, model.eta, model.l2]",
    made_with="X_train=np.ones((len(weights[0].T) - 1, 9)), Y_train=np.ones((2, 9)), activation=np.tanh,"
    " X_test=np.ones((len(weights[0].T) - 1, 9)), Y_test=np.ones((2, 9)), n_hidden=len(weights[0])",
    known_by="[W.shape for W in weights]",
)


def by(rule):
    """The same for each matrix: what people put in place of W − η (slope + λ W)."""

    def stepped(weights, slopes, eta, l2):
        changed = [rule(W, g, eta, l2) for W, g in zip(weights, slopes, strict=True)]
        return [*changed, eta, l2]

    return stepped


def fitted(rule, terms):
    """The same with other numbers, whichever fit best: rule(W, g, eta, l2, numbers)."""

    def stepped(weights, slopes, eta, l2, got):
        found = []
        for W, g in zip(weights, slopes, strict=True):
            found.append(W)
            if np.shape(got) == W.shape:
                columns = np.stack([one.ravel() for one in terms(W, g, eta, l2)], axis=1)
                numbers = np.linalg.lstsq(columns, (W - got).ravel(), rcond=None)[0]
                if numbers[-1] < 1e-6:
                    raise ValueError("it does not move down the slope")
                found[-1] = rule(W, g, eta, l2, numbers) * (1 + 1e-6)  # what has no free number is nearer
        return [*found, eta, l2]

    return stepped


def right(W, g, eta, l2):
    return W - eta * (g + l2 * W)


def pulled(pull):
    """Another pull."""
    return by(lambda W, g, eta, l2: W - eta * (g + pull(W, g, l2)))


def pulled_where(columns):
    return pulled(lambda W, g, l2: l2 * W * columns(np.arange(W.shape[1])))


def slope_of(order):
    return lambda weights, slopes, eta, l2: by(right)(weights, [slopes[k] for k in order], eta, l2)


SLIPS = {
    "pull_missing": ("the pull towards zero is missing", pulled(lambda W, g, l2: 0)),
    "away_from_zero": (
        "the pull has the wrong sign: it pushes weights away from zero",
        pulled(lambda W, g, l2: -l2 * W),
    ),
    "away_from_zero_without_eta": (AWAY, by(lambda W, g, eta, l2: W - eta * g + l2 * W)),
    "uphill": ("it moves up the slope", by(lambda W, g, eta, l2: W + eta * (g - l2 * W))),
    "uphill_and_away": ("both terms have the wrong sign", by(lambda W, g, eta, l2: right(W, g, -eta, l2))),
    "eta_missing": ("the learning rate is missing", by(lambda W, g, eta, l2: right(W, g, 1, l2))),
    "eta_missing_in_the_pull": (
        "the pull has to be multiplied by the learning rate too",
        by(lambda W, g, eta, l2: W - eta * g - l2 * W),
    ),
    "eta_on_the_pull_only": (
        "the slopes have to be multiplied by the learning rate too",
        by(lambda W, g, eta, l2: W - g - eta * l2 * W),
    ),
    "one_eta_for_both": ("the learning rate is applied twice", by(lambda W, g, eta, l2: right(W, g, eta**2, l2))),
    "pull_doubled": ("the pull is twice as strong as it should be", pulled(lambda W, g, l2: 2 * l2 * W)),
    "pull_halved": ("the pull is half as strong as it should be", pulled(lambda W, g, l2: l2 * W / 2)),
    "pulled_again": (
        "it is pulled a second time, by the weights after the step",
        by(lambda W, g, eta, l2: (1 - eta * l2) * right(W, g, eta, l2)),
    ),
    "pull_after_the_step": (
        "the pull uses the weights after the step; it should use those before it",
        by(lambda W, g, eta, l2: (1 - eta * l2) * (W - eta * g)),
    ),
    "pull_before_the_step": (
        "all but the slopes is multiplied by 1 − λ",
        by(lambda W, g, eta, l2: (1 - l2) * W - eta * g),
    ),
    "pull_without_weights": ("the pull is λ times the weights, not λ alone", pulled(lambda W, g, l2: l2)),
    "pull_by_sign": ("the pull is λ times the weights, not their signs", pulled(lambda W, g, l2: l2 * np.sign(W))),
    "pull_by_squares": ("the pull is λ times the weights, not their squares", pulled(lambda W, g, l2: l2 * W**2)),
    "pull_of_the_size": ("the pull is λ times the weights, not their sizes", pulled(lambda W, g, l2: l2 * np.abs(W))),
    "half_square": (
        "the pull is λ times the weights; ½ λ W² is what is added to the loss, not its slope",
        pulled(lambda W, g, l2: l2 / 2 * W**2),
    ),
    "pull_of_the_mean": ("each weight is pulled by itself, not by the mean", pulled(lambda W, g, l2: l2 * np.mean(W))),
    "pull_of_the_example": (
        "the pull is that of the worked example, whose weight is 2; λ multiplies the weights",
        pulled(lambda W, g, l2: l2 * 2),
    ),
    "pull_on_slopes": ("λ multiplies the slopes, it should multiply the weights", pulled(lambda W, g, l2: l2 * g)),
    "flat_left_out": (
        "weights whose slope is zero are left alone; the pull acts on these too",
        pulled(lambda W, g, l2: l2 * W * (g != 0)),
    ),
    "biases_not_pulled": (
        "the biases are left out of the pull; it is for the whole matrix",
        pulled_where(lambda k: k > 0),
    ),
    "only_biases_pulled": (
        "only the biases are pulled; the pull is for the whole matrix",
        pulled_where(lambda k: k < 1),
    ),
    "step_doubled": (
        "the step is taken twice",
        by(lambda W, g, eta, l2: right(right(W, g, eta, l2), g, eta, l2)),
    ),
    "step_twice_as_long": (
        "the slopes enter twice; the factor 2 is in them already",
        by(lambda W, g, eta, l2: right(W, 2 * g, eta, l2)),
    ),
    "eta_and_l2_swapped": ("η and λ have changed places", by(lambda W, g, eta, l2: right(W, g, l2, eta))),
    "other_learning_rate": (
        "it moves the right way, but not as far as model.eta times the slopes and the pull, as they are",
        fitted(lambda W, g, eta, l2, of: W - of[0] * (g + l2 * W), lambda W, g, eta, l2: [g + l2 * W]),
    ),
    "other_l2": (
        "it is pulled with another strength: use model.l2",
        fitted(lambda W, g, eta, l2, of: W - of[0] * W - eta * g, lambda W, g, eta, l2: [W, g]),
    ),
    "other_settings": (
        "it moves along the slopes and the pull, but too far or not far enough: use model.eta and model.l2",
        fitted(lambda W, g, eta, l2, of: W - of[0] * W - of[1] * g, lambda W, g, eta, l2: [W, g]),
    ),
    "rounded_3": ("it is rounded", by(lambda W, g, eta, l2: np.round(right(W, g, eta, l2), 3))),
    "rounded_2": ("it is rounded", by(lambda W, g, eta, l2: np.round(right(W, g, eta, l2), 2))),
}
MISTAKES = {
    **SLIPS,
    "not_moved": ("it has not moved", by(lambda W, g, eta, l2: W)),
    "pull_only": ("the slopes are not used", by(lambda W, g, eta, l2: W - eta * l2 * W)),
    "slopes_for_weights": (SLOPES_ADDED, by(lambda W, g, eta, l2: g)),
    "slopes_added": (SLOPES_ADDED, by(lambda W, g, eta, l2: W + g)),
    "replaced": ("the weights are replaced by the step, not changed by it", by(lambda W, g, *of: right(W, g, *of) - W)),
    "slopes_by_sign": ("only the signs of the slopes are used", by(lambda W, g, *of: right(W, np.sign(g), *of))),
    "slopes_of_w3": ("the slopes of W3 are used for another matrix", slope_of((2, 2, 2))),
    "slopes_reversed": ("the slopes of another matrix are used", slope_of((2, 1, 0))),
    **{
        f"clipped_{most}": (CUT, by(lambda W, g, *of, most=most: right(W, np.clip(g, -most, most), *of)))
        for most in (0.5, 1, 5, 10, 100)
    },
}
update = Function(
    "update(weights, slopes, eta, l2)",
    right=by(right),
    mistakes=MISTAKES,
    parts=("W1", "W2", "W3", "model.eta after the step", "model.l2 after the step"),
    on=STEP,
    rtol=1e-4,
    of_largest=1e-5,
)


def step(rng, eta, l2, size=1.0, weight=1.0, flat=(), shapes=((6, 5), (6, 7), (2, 7))):
    """A problem whose slopes and weights are about so large, and slopes of these matrices are zero."""
    weights = [weight * size * rng.normal(size=shape) for shape in shapes]
    slopes = [(k not in flat) * size * rng.normal(size=shape) for k, shape in enumerate(shapes)]
    return {"weights": weights, "slopes": slopes, "eta": eta, "l2": l2}


def holds(student, rng, cases, *places, looks_past=(), **laws):
    alike = step(rng, 0.3, 0.7, shapes=((3, 3),) * 3)
    update.holds(student, rng, only=cases, places=places, looks_past=looks_past, alike=alike, **laws)


def from_zero(student, rng, *places):
    """Weights of zero are not pulled, and small slopes are cut off by nothing."""
    sizes = (20.0, 0.03, 0.01), (0.4, 0.2, 1.0)
    cases = [("other_data", "for weights of zero", step(rng, *numbers, weight=0.0)) for numbers in sizes]
    holds(student, rng, cases, *places, looks_past=SLIPS, without=("nothing_kept", "unharmed"))


def with_the_pull(student, rng, *places):
    cases = [("other_data", "for other weights", step(rng, *one)) for one in ((0.7, 0.2), (0.3, 0.7), (1, 0), (0.2, 0))]
    flat = "for weights whose slope is zero: the pull acts on these too"
    cases += [("flat", flat, step(rng, 0.4, 0.5, flat=which)) for which in ((0,), (1,), (2,), (0, 1, 2))]
    cases += [("steep", "for large slopes and weights", step(rng, 0.4, l2, 1e7)) for l2 in (0.5, 0.0)]
    cases.append(("gentle", "for small slopes and weights", step(rng, 40.0, 0.01, 1e-9)))
    pair = step(rng, 0.3, 0.2), step(rng, 0.1, 0.7)
    holds(student, rng, cases, *places, 3, 4, pair=pair)


@check(points=0.5)
def test_step_of_two_matrices_from_zero(student, rng):
    """From zero W1 and W2 move down their slopes, but for one slip."""
    from_zero(student, rng, 0, 1)


@check(points=0.5)
def test_step_of_the_last_matrix_from_zero(student, rng):
    """From zero W3 moves down its slopes, but for one slip."""
    from_zero(student, rng, 2)


@check(points=0.25)
def test_step_of_two_matrices_with_the_pull(student, rng):
    """W1 and W2 move by −η times their slopes and are pulled by η λ W, step after step; η and λ stay as they are."""
    with_the_pull(student, rng, 0, 1)


@check(points=0.25)
def test_step_of_the_last_matrix_with_the_pull(student, rng):
    """W3 moves by −η times its slopes and is pulled by η λ W, step after step; η and λ stay as they are."""
    with_the_pull(student, rng, 2)
