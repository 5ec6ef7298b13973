"""Task weight_update: W ← W − η (dL/dW + λ W) for all three matrices."""

import numpy as np

from gradekit.assertions import assert_close, require
from gradekit.cases import case
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import attributes, told, values_of

TASK = Task("weight_update", needs=["forward_pass"])

SHAPES = ((6, 5), (6, 7), (2, 7))  # of the three matrices, for four inputs
SLOPES_CHANGED = "update changes the slopes that it is given, those of this call or of an earlier one."
SLOPES_ADDED = "the slopes are added to the weights, or take their place; a step goes down them, times η"
AWAY = "the pull has the wrong sign, and is not multiplied by the learning rate: mind the brackets of equation (8)"
EXACT = {"rtol": 1e-4, "atol": 1e-5}  # single precision is right too


@check(points=0.5, public=True)
def test_worked_example(student, cohort):
    """The step of the worked example, taken by every weight at once: from 2 to 1.89."""
    weights = [np.full(shape, 2.0) for shape in ((6, 5), (6, 7), (2, 7))]
    model = network(student, weights, eta=0.1, l2=0.3)
    returned = student.update(model, kept_slopes(student, [np.full(W.shape, 0.5) for W in weights]))
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


def network(student, weights, eta, l2, n_in=4):
    """A student's network with these weights."""
    n_hidden, columns = weights[0].shape
    grid = np.linspace(0, 1, 9)
    data = {f"X_{part}": np.outer(np.linspace(0.2, 1, n_in), grid) for part in ("train", "test")}
    data |= {f"Y_{part}": np.outer([0.5, 1.0], grid) for part in ("train", "test")}
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    settings = {"n_hidden": n_hidden, "eta": eta, "l2": l2, "use_bias": columns == n_in + 1}
    model = told(student.DeepNeuralNetwork)(**data, activation=wave, **settings)
    model.W1, model.W2, model.W3 = weights
    return model


def kept_slopes(student, slopes):
    """A tuple of the slopes on the student's side."""
    return told(student.function("lambda *slopes: slopes"))(*slopes)


@check(points=0.5)
def test_step_of_two_matrices_from_zero(student, rng):
    """From zero W1 and W2 move down their slopes, with any learning rate; the slopes stay as they are."""
    from_zero(student, rng, (1, 2))


@check(points=0.5)
def test_step_of_the_last_matrix_from_zero(student, rng):
    """From zero W3 moves down its slopes, with any learning rate; the slopes stay as they are."""
    from_zero(student, rng, (3,))


@check(points=0.25)
def test_step_of_two_matrices_with_the_pull(student, rng):
    """W1 and W2 move by −η times their slopes and are pulled by η λ W, step after step; η and λ stay as they are."""
    with_the_pull(student, rng, (1, 2))


@check(points=0.25)
def test_step_of_the_last_matrix_with_the_pull(student, rng):
    """W3 moves by −η times its slopes and is pulled by η λ W, step after step; η and λ stay as they are."""
    with_the_pull(student, rng, (3,))


def from_zero(student, rng, which):
    """Weights of zero are not pulled, and small slopes are cut off by nothing; how far they move, other checks tell."""
    take_steps(student, rng, [(20.0, 0.03)], which, steepness=0.01, from_zero=True)


def with_the_pull(student, rng, which):
    for numbers in ([(0.7, 0.2), (0.7, 0.2)], [(0.3, 0.7), (0.3, 0.7), (0.1, 0.2)], [(1.0, 0.0)], [(0.2, 0.0)]):
        take_steps(student, rng, numbers, which)
    with case("flat", "for weights whose slope is zero: the pull acts on these too"):
        for flat in ((0,), (1,), (2,), (0, 1, 2)):
            take_steps(student, rng, [(0.4, 0.5)], which, steepness=0.0, flat=flat)
    with case("steep", "for large slopes and weights"):
        take_steps(student, rng, [(0.4, 0.5), (0.4, 0.0)], which, steepness=1e7)
    with case("gentle", "for small slopes and weights"):
        take_steps(student, rng, [(40.0, 0.01)], which, steepness=1e-9)
    nothing_is_kept(student, rng, which)


def nothing_is_kept(student, rng, which):
    """Fail where the step of one model changes another, or the same slopes make the same step with other settings."""
    weights, slopes, others = ([rng.normal(size=shape) for shape in SHAPES] for _ in range(3))
    kept = kept_slopes(student, slopes)
    model, other = network(student, weights, 0.3, 0.2), network(student, others, 0.3, 0.2)
    student.update(model, kept)
    names = [f"W{k}" for k in which]
    stepped = attributes(model, *names)
    student.update(other, kept)
    require(
        all(map(np.array_equal, stepped, attributes(model, *names))),
        "The weights of a model change when another one takes a step: put them into new arrays.",
        diagnosis="weights_shared",
    )
    model.W1, model.W2, model.W3 = weights
    model.eta, model.l2 = 0.1, 0.7
    student.update(model, kept)
    with case("settings_kept", "when the same slopes come again, and the model has another eta and l2"):
        compare(model, weights, slopes, 0.1, 0.7, which=which)


def take_steps(student, rng, numbers, which, steepness=1.0, flat=(), from_zero=False):
    """Take a step for each pair of learning rate and pull, and hold these matrices against what they should be.

    Slopes and weights are about as large as `steepness`; where it is zero, half of the slopes are. All slopes are zero
    of the matrices whose places, counted from 0, are in `flat`. With weights that start `from_zero` any learning rate
    will do.
    """
    weights = [(not from_zero) * (steepness or 1.0) * rng.normal(size=shape) for shape in SHAPES]
    model = network(student, weights, *numbers[0])
    earlier, given = None, []
    for eta, l2 in numbers:
        model.eta, model.l2 = eta, l2
        slopes = [(steepness or rng.integers(2, size=shape)) * rng.normal(size=shape) for shape in SHAPES]
        for place in flat:
            slopes[place] = np.zeros(SHAPES[place])
        kept = kept_slopes(student, slopes)
        try:
            student.update(model, kept)
        except StudentRaised as raised:
            raise why_it_raised(raised, student, rng) from raised
        compare(model, weights, slopes, eta, l2, earlier, which, any_rate=from_zero)
        given.append((kept, slopes))
        for left, were in zip(values_of(*(one for one, _ in given)), (were for _, were in given), strict=True):
            same = len(left) == 3 and all(np.array_equal(one, other) for one, other in zip(left, were, strict=True))
            require(same, SLOPES_CHANGED, diagnosis="damages_slopes")
        if l2 > 0 and not from_zero:
            require_settings_kept(model, eta, l2)
        earlier = [-eta * (slope + l2 * W) for W, slope in zip(weights, slopes, strict=True)]
        weights = [W + step for W, step in zip(weights, earlier, strict=True)]


def require_settings_kept(model, eta, l2):
    """Fail where update has changed the learning rate or the strength of the pull."""
    found = attributes(model, "eta", "l2")
    require(
        np.isclose(float(found[0]), eta, rtol=1e-6) and np.isclose(float(found[1]), l2, rtol=1e-6),
        "update changes model.eta or model.l2; it should change the weights only.",
        diagnosis="damages_settings",
    )


def why_it_raised(raised, student, rng):
    """Why update raised: where all matrices have the same shape, nothing need raise, and the values tell."""
    if raised.diagnosis != "raised":
        return raised
    weights, slopes = ([rng.normal(size=(2, 2)) for _ in range(3)] for _ in range(2))
    model = network(student, weights, 0.3, 0.7, n_in=2)
    try:
        student.update(model, kept_slopes(student, slopes))
        compare(model, weights, slopes, 0.3, 0.7)
    except StudentRaised:
        return raised
    except CheckFailed as failed:
        if failed.diagnosis not in ("wrong_value", "constant_factor"):
            words = f"Where all matrices have the same shape it runs, but {failed.message}"
            return CheckFailed(f"{raised.message} {words}", raised.detail, failed.diagnosis, "raised")
    return raised


def compare(model, weights, slopes, eta, l2, earlier=None, which=(1, 2, 3), any_rate=False):
    """Hold these matrices after a step against what they should be; `earlier` is the step before, if there is one."""
    right = [W - eta * (slope + l2 * W) for W, slope in zip(weights, slopes, strict=True)]
    found = attributes(model, "W1", "W2", "W3")
    for k in which:
        before, slope, want = weights[k - 1], slopes[k - 1], right[k - 1]
        mistakes = wrong_steps(before, slope, eta, l2)
        for part in (0.5, 0.8, 0.9, 0.95, 0.99) if earlier is not None else ():
            text = "a part of the step before is in it, as with momentum; equation (8) has none"
            mistakes[f"momentum_{100 * part:g}"] = (text, want + part * earlier[k - 1])
        for other in range(1, 4):
            if other == k:
                continue
            V, theirs = weights[other - 1], slopes[other - 1]
            if V.shape == before.shape:
                text = f"the slopes of W{other} are used for W{k}"
                mistakes[f"slopes_of_w{other}"] = (text, before - eta * (theirs + l2 * before))
                text = f"W{k} is pulled by the weights of W{other}"
                mistakes[f"pulled_by_w{other}"] = (text, before - eta * (slope + l2 * V))
            mistakes[f"holds_w{other}"] = (f"it holds what belongs in W{other}", right[other - 1])
        got = found[k - 1]
        if any_rate and has_moved_down(got, slope):
            continue
        try:
            close = {"rtol": 1e-4, "atol": 1e-5 * float(np.abs(before).max() or np.abs(want).max())}
            assert_close(got, want, f"W{k}", mistakes=mistakes, **close)
        except CheckFailed as failed:
            if failed.diagnosis == "wrong_value":
                require_other_numbers_are_not_the_reason(np.asarray(got), before, slope, eta, l2, f"W{k}")
            raise


def has_moved_down(W, slope):
    """Whether a matrix that was zero lies down these slopes now, however far."""
    if np.shape(W) != slope.shape or not np.isfinite(W).all():
        return False
    rate = np.sum(W * slope) / np.sum(slope**2)
    return rate < 0 and np.allclose(W, rate * slope, rtol=1e-4, atol=1e-5 * np.abs(rate * slope).max())


def require_other_numbers_are_not_the_reason(got, W, slope, eta, l2, name):
    """Fail with the reason where the step is right for another learning rate, or another strength of the pull."""
    step, right = W - got, slope + l2 * W
    size = np.abs(right).max()
    step, right, slope, W = step / size, right / size, slope / size, W / size
    rate = np.sum(step * right) / np.sum(right * right)
    require(
        not np.allclose(step, rate * right, **EXACT),
        f"{name} moves the right way, but not as far as model.eta times the slopes and the pull, as they are.",
        diagnosis="other_learning_rate",
    )
    pull = step / eta - slope
    strength = np.sum(pull * W) / np.sum(W * W)
    require(
        not np.allclose(pull, strength * W, **EXACT),
        f"{name} is pulled with another strength: use model.l2.",
        diagnosis="other_l2",
    )
    terms = np.stack([slope.ravel(), W.ravel()], axis=1)
    both = np.linalg.lstsq(terms, step.ravel(), rcond=None)[0]
    of_both = np.allclose(step.ravel(), terms @ both, **EXACT)
    require(not of_both or both[0] > 0, f"{name} moves up the slopes, or not along them at all.", diagnosis="uphill")
    require(
        not of_both,
        f"{name} moves along the slopes and the pull, but too far or not far enough along one of them, or both.",
        diagnosis="other_settings",
    )


def wrong_steps(W, slope, eta, l2):
    """What people do instead of W ← W − η (slope + λ W)."""
    down = W - eta * slope
    cut = "the slopes are cut off; they are to be used as they are"
    found = {
        f"clipped_{most}": (cut, W - eta * (np.clip(slope, -most, most) + l2 * W)) for most in (0.5, 1, 5, 10, 100)
    }
    return found | {
        "pull_of_the_size": ("the pull is λ times the weights, not their sizes", W - eta * (slope + l2 * np.abs(W))),
        "half_square": (
            "the pull is λ times the weights; ½ λ W² is what is added to the loss, not its slope",
            W - eta * (slope + l2 / 2 * W**2),
        ),
        "pull_of_the_mean": ("each weight is pulled by itself, not by the mean", W - eta * (slope + l2 * np.mean(W))),
        "pull_of_the_example": (
            "the pull is that of the worked example, whose weight is 2; λ multiplies the weights",
            W - eta * (slope + l2 * 2),
        ),
        "rounded": ("it is rounded", np.round(W - eta * (slope + l2 * W), 3)),
        "rounded_2": ("it is rounded", np.round(W - eta * (slope + l2 * W), 2)),
        "flat_left_out": (
            "weights whose slope is zero are left alone; the pull acts on these too",
            W - eta * (slope + l2 * W) * (slope != 0),
        ),
        "not_moved": ("it has not moved", W),
        "uphill": ("it moves up the slope", W + eta * (slope - l2 * W)),
        "away_from_zero": ("the pull has the wrong sign: it pushes the weights away from zero", down + eta * l2 * W),
        "away_from_zero_without_eta": (AWAY, down + l2 * W),
        "uphill_and_away": ("both terms have the wrong sign", W + eta * (slope + l2 * W)),
        "eta_missing": ("the learning rate is missing", W - (slope + l2 * W)),
        "eta_missing_in_the_pull": ("the pull has to be multiplied by the learning rate too", down - l2 * W),
        "eta_on_the_pull_only": ("the slopes have to be multiplied by the learning rate too", W - slope - eta * l2 * W),
        "pull_missing": ("the pull towards zero is missing", down),
        "pulled_again": (
            "it is pulled a second time, by the weights after the step",
            (1 - eta * l2) * (W - eta * (slope + l2 * W)),
        ),
        "pull_doubled": ("the pull is twice as strong as it should be", down - 2 * eta * l2 * W),
        "pull_halved": ("the pull is half as strong as it should be", down - eta * l2 * W / 2),
        "pull_only": ("the slopes are not used", W - eta * l2 * W),
        "pull_without_weights": ("the pull is λ times the weights, not λ alone", W - eta * (slope + l2)),
        "pull_by_sign": ("the pull is λ times the weights, not times their signs", W - eta * (slope + l2 * np.sign(W))),
        "pull_by_squares": ("the pull is λ times the weights, not their squares", W - eta * (slope + l2 * W**2)),
        "pull_after_the_step": (
            "the pull uses the weights after the step; it should use those before it",
            down - eta * l2 * down,
        ),
        "pull_before_the_step": ("all but the slopes is multiplied by 1 − λ", (1 - l2) * W - eta * slope),
        "pull_on_slopes": ("λ multiplies the slopes, it should multiply the weights", W - eta * (slope + l2 * slope)),
        "biases_not_pulled": (
            "the biases are left out of the pull; equation (8) is for the whole matrix",
            down - eta * l2 * np.hstack([np.zeros((len(W), 1)), W[:, 1:]]),
        ),
        "only_biases_pulled": (
            "only the biases are pulled; equation (8) is for the whole matrix",
            down - eta * l2 * np.hstack([W[:, :1], np.zeros((len(W), W.shape[1] - 1))]),
        ),
        "slopes_for_weights": (SLOPES_ADDED, slope),
        "slopes_added": (SLOPES_ADDED, W + slope),
        "replaced": ("the weights are replaced by the step, not changed by it", -eta * (slope + l2 * W)),
        "one_eta_for_both": ("the learning rate is applied twice", W - eta**2 * (slope + l2 * W)),
        "slopes_by_sign": ("only the signs of the slopes are used", W - eta * (np.sign(slope) + l2 * W)),
        "step_doubled": ("the step is taken twice", down - eta * l2 * W - eta * (slope + l2 * (down - eta * l2 * W))),
        "step_twice_as_long": (
            "the slopes enter twice; the factor 2 is in them already",
            W - eta * (2 * slope + l2 * W),
        ),
        "eta_and_l2_swapped": ("η and λ have changed places", W - l2 * (slope + eta * W)),
    }
