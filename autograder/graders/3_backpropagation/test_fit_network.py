"""Task fit_network: training on random batches.

No variable of the student's is looked at. With one batch of the whole training set the change of the weights is the
step itself. For small batches each moment has a cell of its own, so the weights from that cell change only in steps
whose batch holds the moment, and an activation function remembers what the first layer was given.
"""

import re
from contextlib import nullcontext
from dataclasses import dataclass, field

import numpy as np

from gradekit.assertions import assert_close, assert_finite, assert_gradient, assert_shape, numerical_gradient, require
from gradekit.cases import case, put_in_place
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import Notes, attributes, told, value_of

TASK = Task("fit_network", needs=["forward_pass", "gradients", "weight_update"])

OTHER_PASS = (
    "The stored layers and the positions are not of equally many moments: X_batch goes through forward just before its"
    " slopes are found, and Y_batch are its positions. (record calls forward with the test data.)"
)
NO_HISTORY = (
    'history["{}"] is empty: each step has to come to the given call of record at the end of the loop. Is it there, and'
    " no `return`, `break` or `continue` before it?"
)
RELU = "lambda N, deriv=False: (N > 0) * 1.0 if deriv else np.maximum(N, 0)"
TANH = "lambda N, deriv=False: 1 / np.cosh(N)**2 if deriv else np.tanh(N)"
REMEMBERING_TANH = (
    "lambda seen: lambda N, deriv=False: 1 / np.cosh(N)**2 if deriv else"
    " (seen.append(np.array(N, dtype=float)), np.tanh(N))[1]"
)
EXACT = {"rtol": 1e-3, "atol": 1e-4}  # single precision is right too


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


@check(points=0.5)
def test_a_batch_of_everything_is_a_step_of_descent(student, rng):
    """With batch_frac = 1 an epoch is one step, −η (dL/dW + λ W), on the data that the network has now."""
    alike = not batches_are_right(student, rng)
    require_going_on(student, rng, alike)
    for eta, l2, use_bias, size in (
        (1.0, 0.0, True, 1),
        (0.5, 0.4, True, 1),
        (0.5, 0.4, False, 1),
        (1e-4, 0, True, 1e4),
    ):
        data, weights = small_problem(rng, use_bias, alike)
        data |= {name: size * data[name] for name in ("Y_train", "Y_test")}  # the larger they are, the steeper
        model = known_network(student, data, weights, eta, l2, use_bias)
        take_steps(model, 1, alike)
        for k in (3, 2, 1):
            slope, on_test, mixed = (
                slopes_by_differences(k, weights, data[f"X_{one}"], data[f"Y_{other}"], use_bias)
                for one, other in (("train", "train"), ("test", "test"), ("test", "train"))
            )
            W, n = weights[k - 1], data["X_train"].shape[1] // (2 if alike else 1)
            mistakes = {
                "not_moved": (STILL, W),
                "uphill": ("it moves up the slope", W + eta * (slope + l2 * W)),
                "test_data": ("it is trained on the test data", W - eta * (on_test + l2 * W)),
                "slopes_after_record": (
                    "the slopes are those of the last forward pass, and that was the one of record on the test data",
                    W - eta * (mixed + l2 * W),
                ),
                "pull_missing": ("the pull towards zero is missing: use update", W - eta * slope),
                "pull_twice": ("the pull towards zero is applied twice", W - eta * (slope + 2 * l2 * W)),
                "step_twice": (
                    "the step is taken twice, or its slopes are doubled",
                    W - eta * (slope + l2 * W) - eta * (slope + l2 * (W - eta * (slope + l2 * W))),
                ),
                "eta_missing": ("the learning rate is missing: use update", W - (slope + l2 * W)),
                "mean_missing": ("the slopes are N times too large", W - eta * (n * slope + l2 * W)),
            }
            if size > 1:
                del mistakes["not_moved"]  # a step that is cut off is as short
            want = W - eta * (slope + l2 * W)
            with case("steep", "where slopes are steep: take the step as it is") if size > 1 else nullcontext():
                assert_close(getattr(model, f"W{k}"), want, f"W{k}", mistakes=mistakes, **EXACT)
    data_are_those_of_now(student, rng, model, weights, alike)
    record_is_given_the_batch(student, rng, alike)


@check(points=1)
def test_no_step_is_left_out_and_the_last_weights_stay(student, rng):
    """fit goes on from the weights that there are, leaves out no step, and ends with the weights of the last one."""
    alike = not batches_are_right(student, rng)
    require_going_on(student, rng, alike)
    n_slopes, n_pulls = what_a_step_holds(student, rng, alike)
    all_steps_count(student, rng, None, 3, alike, n_slopes)
    all_steps_count(student, rng, 0.02, 240, alike, n_slopes)
    if n_pulls:
        nothing_stops_it(student, rng, alike, n_pulls)
    training = Training(student, rng)
    try:
        n_steps = len(training.run(epochs=4))
    except CheckFailed:
        return  # the checks of the batches say why
    require(
        n_steps == 16,
        "The weights should move epochs / batch_frac times: once in each step, and at no other time.",
        f"{n_steps} times in place of 16",
        "wrong_number_of_steps",
    )
    counted = float(training.model.history["epoch"][-1])
    miscounted = "After four epochs the history has counted another number of epochs: keep the given lines."
    require(3 <= counted <= 4.0001, miscounted, f"it has counted {counted:.3g}", "epochs_miscounted")


def require_going_on(student, rng, alike):
    """Fail unless a step that moves hardly anything ends at the weights from which fit began."""
    data, weights = small_problem(rng, True, alike)
    model = known_network(student, data, weights, 1e-9, 0.0, use_bias=True)
    take_steps(model, 1, alike)
    for k, W in enumerate(weights, 1):
        got = getattr(model, f"W{k}")
        assert_shape(got, W.shape, f"W{k}")
        require(np.abs(np.asarray(got) - W).max() < 0.01, FRESH, diagnosis="fresh_weights")


def batches_are_right(student, rng):
    """Whether batches are as large as they should be, all columns too, hold none twice, and are what each step follows.

    Where they are not, the checks of the batches fail. Then steps are looked at where all moments are alike, so that it
    does not matter which of them, and how many, are in a batch.
    """
    try:
        steps = Training(student, rng).run(epochs=4)
        steps_follow_their_batches(student, rng)
        take_steps(known_network(student, *small_problem(rng, True), 0.5, 0.0, use_bias=True), 1, alike=False)
    except CheckFailed:
        return False
    return all(len(step.columns) == 10 and not step.has_repeats for step in steps)


def take_steps(model, n_steps, alike, **settings):
    """Train for some steps: with the whole training set, or with half of it where all moments are alike."""
    part = 0.5 if alike else 1
    train(model, epochs=n_steps * part, batch_frac=part, **settings)


def data_are_those_of_now(student, rng, model, weights, alike):
    """Fail unless a step with l2 = 0 is that of other data, put into the arrays that the model has."""
    data, _ = small_problem(rng, True, alike)
    for name, other in data.items():
        put_in_place(model, name, other)
    model.W1, model.W2, model.W3 = weights
    model.eta = 0.5
    take_steps(model, 1, alike)
    slopes = slopes_by_sweep(weights, data["X_train"], data["Y_train"], data["X_train"].shape[1])
    with case("data_kept", "when there are other numbers in X_train and Y_train: use those that the model has now"):
        for k in (3, 2, 1):
            assert_close(getattr(model, f"W{k}"), weights[k - 1] - 0.5 * slopes[k - 1], f"W{k}", **EXACT)


def record_is_given_the_batch(student, rng, alike):
    """Fail unless the errors in the history are those of the batch, predicted before or after the step."""
    data, weights = small_problem(rng, True, alike)
    model = known_network(student, data, weights, 0.5, 0.0, use_bias=True)
    take_steps(model, 1, alike, record_every=1)
    require(len(model.history["error"]) > 0, NO_HISTORY.format("error"), diagnosis="no_history")
    X, Y = data["X_train"], data["Y_train"]
    before_and_after = [
        np.linalg.norm(predict(step, X, np.tanh) - Y, axis=0).mean() for step in descent(weights, data, 0.5, 1)
    ]
    require(
        np.isclose(float(model.history["error"][-1]), before_and_after, rtol=1e-3).any(),
        "The errors in the history are not those of the batches: give record a prediction of Y_batch.",
        diagnosis="other_errors_recorded",
    )


def what_a_step_holds(student, rng, alike):
    """How often the slopes and the pull are in one step: once each, or twice, or no pull, which other checks tell."""
    data, weights = small_problem(rng, True, alike)
    eta, l2 = 0.5, 0.4
    model = known_network(student, data, weights, eta, l2, use_bias=True)
    take_steps(model, 1, alike)
    W, slope = weights[2], slopes_by_sweep(weights, data["X_train"], data["Y_train"], data["X_train"].shape[1])[2]
    assert_shape(model.W3, W.shape, "W3")
    terms = eta * np.stack([slope.ravel(), l2 * W.ravel()], axis=1)
    found = np.rint(np.linalg.lstsq(terms, (W - np.asarray(model.W3)).ravel(), rcond=None)[0]).tolist()
    return found if found in ([1, 0], [2, 1], [2, 2]) else [1, 1]


def nothing_stops_it(student, rng, alike, n_pulls):
    """Fail unless steps go on where loss and errors are zero from the start, and only the pull moves the weights.

    There are more of them than in the notebook.
    """
    data, weights = small_problem(rng, True, alike)
    data |= {name: 0 * data[name] for name in ("Y_train", "Y_test")}
    weights[2] = 0 * weights[2]
    n_steps, left = 5500, 0.9998 ** (5500 * n_pulls)
    model = known_network(student, data, weights, 0.5, 0.0004, use_bias=True)
    take_steps(model, n_steps, alike, record_every=10)
    for W, got, k in zip(weights[:2], attributes(model, "W1", "W2"), (1, 2), strict=True):
        part = np.median(np.asarray(got) / W) if np.shape(got) == W.shape else left
        require(
            not left + 1e-3 < part <= 1,
            "Where losses and errors are zero, training ends too early or leaves out steps: all steps are to be taken,"
            " however many they are, whatever the errors are, and those of the test data have no say.",
            diagnosis="stopped_early",
        )
        with case("stopped_early", "where losses and errors are zero: steps go on there, and only the pull acts"):
            assert_close(got, left * W, f"W{k}", **EXACT)


def all_steps_count(student, rng, eta, n_steps, alike, n_slopes):
    """Fail unless fit ends where that many steps lead, with the slopes so often in each.

    Without `eta`, the steps are so long that the loss on the training data rises, and the last weights do best on the
    test data. With it, the loss falls and the first weights do best on the test data.
    """
    data, weights = small_problem(rng, True, alike)
    overshoots = eta is None
    while eta is None:
        data, weights = small_problem(rng, True, alike)
        eta = next((eta for eta in (1, 1.5, 2, 2.5, 3, 4) if rises(weights, data, eta)), None)
    visited = descent(weights, data, n_slopes * eta, n_steps)
    data["Y_test"] = predict(visited[-1 if overshoots else 0], data["X_test"], np.tanh)
    model = known_network(student, data, weights, eta, 0.0, use_bias=True)
    take_steps(model, n_steps, alike)
    require_settings_kept(model, eta)
    for k in (3, 2, 1):
        path = np.array([step[k - 1] for step in visited])
        mistakes = {
            "average_of_weights": (
                "it is the average over several steps; the last weights are wanted",
                path.mean(axis=0),
            ),
            "average_of_later_weights": (
                "it is the average over several steps; the last weights are wanted",
                path[1:].mean(axis=0),
            ),
        }
        got = getattr(model, f"W{k}")
        for number, earlier in enumerate(path[:-1]):
            early = FIRST if number < 20 else EARLY if number < n_steps / 2 else LATE
            slug, text = EARLIER[number] if overshoots else early
            mistakes[f"{slug} {number}"] = (text.format(number), earlier)
        try:
            assert_close(got, path[-1], f"W{k} after {n_steps} steps", mistakes=mistakes, **EXACT)
        except CheckFailed as failed:
            failed.diagnosis = failed.diagnosis.partition(" ")[0]
            raise


def require_settings_kept(model, eta):
    """Fail unless the learning rate is still this one, and l2 is zero."""
    kept = np.isclose(float(model.eta), eta, rtol=1e-6) and np.isclose(float(model.l2), 0.0)
    require(kept, "fit changes model.eta or model.l2; it should change the weights only.", diagnosis="damages_settings")


def rises(weights, data, eta):
    """Whether the first and the third of three steps of this learning rate raise the loss, and the second lowers it."""
    X, Y = data["X_train"], data["Y_train"]
    start, *losses = (np.sum((predict(step, X, np.tanh) - Y) ** 2) for step in descent(weights, data, eta, 3))
    return losses[0] > 1.05 * start and losses[1] < 0.98 * losses[0] and losses[1] < 0.98 * losses[2]


def descent(weights, data, eta, n_steps):
    """The weights that steps on the whole training set visit, the start first."""
    X, Y, visited = data["X_train"], data["Y_train"], [weights]
    for _ in range(n_steps):
        slopes = slopes_by_sweep(visited[-1], X, Y, X.shape[1])
        visited.append([W - eta * slope for W, slope in zip(visited[-1], slopes, strict=True)])
    return visited


@check(points=1)
def test_batches_are_random_and_different_each_time(student, session, rng):
    """Each step has a fresh batch of the right size, drawn at random and without repeats."""
    training = Training(student, rng)
    steps = training.run(epochs=4)
    n, n_batch = training.n, 10
    batches = [step.columns for step in steps]
    training.require_parts(steps)
    sets = {frozenset(batch) for batch in batches}
    require(len(sets) > 1 or len(batches) < 2, SAME, diagnosis="same_batch")
    require(not any(step.has_repeats for step in steps), REPEATS, diagnosis="with_replacement")
    training.require_steps(steps, 16)
    require(all(len(batch) == n_batch for batch in batches), SIZES, diagnosis="batch_size")
    in_a_row = np.mean([np.ptp(batch) == n_batch - 1 for batch in batches]) > 0.5  # one may go on at the other end
    require(not in_a_row, "The batches are moments in a row; they should be drawn at random.", diagnosis="consecutive")
    require(len(sets) == len(batches), RECUR, diagnosis="batches_recur")
    covered = len(set().union(*sets))
    require(covered > 0.7 * n, "A part of the training set is never drawn.", diagnosis="part_of_the_data")
    second = training.run(epochs=1)
    require(second and set(second[0].columns) != set(batches[0]), SEED, diagnosis="seed_inside")
    long = training.run(epochs=12)
    require(not any(step.has_repeats for step in long), REPEATS, diagnosis="with_replacement")
    require(all(len(step.columns) == n_batch for step in long), SIZES, diagnosis="batch_size")
    require(len({frozenset(step.columns) for step in long}) == len(long), RECUR, diagnosis="batches_recur")
    # a column misses 68 batches of nearly a quarter with a chance of 2e-8
    drawn = set().union(*sets, *(step.columns for step in long))
    require(len(drawn) == n, "Some columns are never drawn, however long it trains.", diagnosis="part_of_the_data")
    require_other_batches_without_a_record(Training(student, rng))
    batches_of_a_long_session(student, rng, 50 * (session.t.size // 50 + 1) + 10)  # so that batches leave some over
    after_another = Training(student, rng).run(epochs=3)
    same = after_another and set(after_another[0].columns) == set(batches[0])
    require(not same, "Every new network draws the same batches: set no seed inside fit.", diagnosis="seed_inside")
    require(not any(step.has_repeats for step in after_another), REPEATS, diagnosis="with_replacement")
    require(all(len(step.columns) == n_batch for step in after_another), SIZES, diagnosis="batch_size")


EARLIER = [
    ("not_moved", "it is what it was before the first of them"),
    (
        "one_step_only",
        "it is where a single step leads: steps are left out, as by `return` or `continue` in the loop, or they do not"
        " go on from where the last one ended",
    ),
    (
        "chosen_by_training_data",
        "it is where two steps lead: a step is left out, or the weights that did best on the training data are kept",
    ),
]
FIRST = (
    "chosen_by_test_data",
    "it is where the first few steps lead: training ends there, or weights are kept that did best on the test data, at"
    " which it must not look",
)
EARLY = (
    "ends_early",
    "it is where about {} steps lead: training ends too early or leaves out steps, or earlier weights are kept, such as"
    " those that did best on the test data",
)
LATE = (
    "earlier_weights",
    "it is where an earlier step leads, or an average over several steps; the last weights are wanted",
)
NO_STEP = "the step is missing, or its slopes are zero"
STILL = f"it has not moved: {NO_STEP}"
FRESH = (
    "fit changes weights that a step should hardly move here: it draws or sets weights of its own, cuts off large ones,"
    " or takes steps with other numbers than model.eta and model.l2."
)
OTHER_RATES = (
    "The weights from one cell have changed, though it is silent in the whole training set and model.l2 is 0: is a"
    " batch drawn from the test data, are rates changed, or is there a pull of your own?"
)
SEED = "Called again, fit draws the same batches: set no seed inside fit."
WHOLE_SET = (
    "For a small training set every step uses all of it: a batch has int(batch_frac · n_train) columns, whatever"
    " n_train is."
)
REPEATS = "A batch holds some columns more than once: draw without replacement."
SIZES = (
    "The batches do not have int(batch_frac · n_train) columns, a step of fit is not one step of the weights, or the"
    " weights at the end are not those of the last step."
)
SAME = "Where record_every is 1, every step uses the same batch: new columns are to be drawn at every step."
RECUR = "The same batches come again: draw new columns at every step, or shuffle anew when an order is used up."
SAME_COLUMNS = (
    "For a longer training set, forward is called with the same columns again at other steps: each step draws new ones,"
    " and record is given a prediction of these."
)


def require_other_batches_without_a_record(training):
    """Fail where fit draws the same batches again while the history stays as it is, so that it does not tell a seed."""
    ends = []
    for off in (0.0, 1e-7):
        training.model.W1, training.model.W2, training.model.W3 = (W + off for W in training.start)
        train(training.model, epochs=1, batch_frac=0.25, record_every=1000)
        ends.append(np.asarray(training.weights()[0], dtype=float))
    moved = not np.allclose(ends[0], training.start[0], rtol=1e-4, atol=1e-5)  # where it has not, other checks say so
    require(not (moved and np.allclose(*ends, rtol=1e-4, atol=1e-5)), SEED, diagnosis="seed_inside")


def batches_of_a_long_session(student, rng, n):
    """The batches from n moments, told by what the activation function is given, while hardly any weight moves.

    The one cell tells the moment: n times its rate. The first layer multiplies it by 1, 2 and −3, which tells its
    pre-activations from those of other layers. Rates of the test data are negative.
    """
    n_batch, n_steps = int(0.04 * n), 75  # three times the columns are what the steps take
    rates = (np.arange(n)[None, :] + 0.5) / n
    data = {"X_train": rates, "Y_train": rng.uniform(size=(2, n))}
    data |= {"X_test": -rates[:, :2], "Y_test": rng.uniform(size=(2, 2))}
    seen = student.keep([])
    activation = student.function(REMEMBERING_TANH)(seen)
    model = student.DeepNeuralNetwork(**data, activation=activation, n_hidden=3, eta=1e-12, l2=0.0)
    model.W1 = np.array([[0.0, 1.0], [0.0, 2.0], [0.0, -3.0]])
    train(model, epochs=3, batch_frac=0.04, record_every=1)
    batches, now = [], []
    for N in value_of(seen):
        N = np.asarray(N, dtype=float)
        N = N.T if N.ndim == 2 and N.shape[0] != 3 else N
        rows = N.reshape(3, -1) if N.ndim and N.shape[0] == 3 else np.ones((3, 1))
        if not np.allclose(rows, rows[:1] * [[1], [2], [-3]], atol=1e-5):
            continue  # another layer
        if rows[0].min() >= 0:
            now.append(set(np.rint(rows[0] * n - 0.5).astype(int).tolist()))
        elif now:
            batches.append(now)
            now = []
    # a batch may come in pieces; and whoever looks at the whole set in between predicts the batch last
    sets = [batch[-1] if len(batch[-1]) == n_batch else set().union(*batch) for batch in batches]
    require(
        len(sets) == n_steps,
        "The number of steps should be epochs / batch_frac, also where training makes no progress.",
        f"{len(sets)} in place of {n_steps}",
        "wrong_number_of_steps",
    )
    require(
        all(len(batch) == n_batch for batch in sets),
        "For a longer training set, forward is called with other columns than the int(batch_frac · n_train) of each"
        " step's batch.",
        diagnosis="batch_size",
    )
    require(len(set(map(frozenset, sets))) == n_steps, SAME_COLUMNS, diagnosis="batches_recur")
    gaps = [np.unique(np.diff(sorted(batch)), return_counts=True)[1].max() for batch in sets]
    in_a_row = "The batches are stretches of the walk, or moments at equal distances; draw each column at random."
    require(np.mean(gaps) < n_batch / 3, in_a_row, diagnosis="consecutive")
    used = np.isin(np.arange(n), list(set().union(*sets))).reshape(10, -1).mean(axis=1)
    require(used.min() > 0.5, "A part of the training set is never drawn.", diagnosis="part_of_the_data")


@check(points=1)
def test_each_step_uses_its_own_batch(student, rng):
    """Rates and positions of a batch are of the same moments, and each step follows the slopes of its own batch."""
    steps_follow_their_batches(student, rng)


def steps_follow_their_batches(student, rng):
    """Fail unless the steps lead where those of their batches do."""
    training = Training(student, rng)
    steps = training.run(epochs=1)
    training.require_parts(steps)
    training.require_steps(steps, 4)
    Y, n = training.data["Y_train"], training.n

    def after(truths, size=None, times=1, kept=""):
        weights = training.start
        for columns, truth in zip([step.columns for step in steps], truths, strict=True):
            first = training.start if kept == "start" else weights
            for _ in range(times):
                of_the_layers = first if kept else weights
                of_the_blame = weights if kept == "layers" else of_the_layers
                slopes = training.slopes(of_the_layers, columns, truth, size, of_the_blame)
                weights = [W - training.eta * slope for W, slope in zip(weights, slopes, strict=True)]
        return weights

    right = [Y[:, step.columns] for step in steps]
    wrong = {
        "truth_in_order": (
            "positions and rates are of different moments: the positions are always the first ones",
            lambda: after([Y[:, : len(step.columns)] for step in steps]),
        ),
        "truth_sorted": (
            "positions and rates are of different moments: the order of one of them was changed",
            lambda: after([Y[:, sorted(step.columns)] for step in steps]),
        ),
        "n_train": (
            "the slopes are divided by the size of the training set, not by that of the batch",
            lambda: after(right, n),
        ),
        "start_kept": ("every step takes the slopes at the first weights", lambda: after(right, kept="start")),
        "two_steps": ("each batch is used for two steps", lambda: after(right, times=2)),
        "slopes_used_twice": (
            "each batch is used for two steps with the same slopes, or the slopes are doubled",
            lambda: after(right, times=2, kept="slopes"),
        ),
        "layers_used_twice": (
            "each batch is used for two steps, without another forward pass",
            lambda: after(right, times=2, kept="layers"),
        ),
        "truth_of_the_first": (
            "each step has the positions of the first batch",
            lambda: after([right[0]] * len(right)),
        ),
        "truth_of_the_step_before": (
            "a step has the positions of the batch before",
            lambda: after([right[0], *right[:-1]]),
        ),
        "not_moved": (STILL, lambda: training.start),
    }
    want = after(right)
    for k in (3, 2, 1):
        mistakes = {slug: (text, lambda way=way, k=k: way()[k - 1]) for slug, (text, way) in wrong.items()}
        try:
            assert_close(training.weights()[k - 1], want[k - 1], f"W{k}", mistakes=mistakes, **EXACT)
        except CheckFailed as failed:
            if failed.diagnosis == "wrong_value":
                require_settings_kept(training.model, training.eta)
                message = (
                    f"W{k} does not follow the slopes of the batches: are X_batch and Y_batch of the same moments, and"
                    " is each batch used for one step?"
                )
                raise CheckFailed(message, failed.detail, "other_slopes") from failed
            raise


@dataclass
class Step:
    """One step of the weights: the columns of its batch, in the order of the forward pass where that is known."""

    columns: list[int]
    has_repeats: bool = False


@dataclass
class Training:
    """A student's network that is trained while the weights of its first layer are watched.

    There is a cell for each moment, which is 1 at this moment only, and one more that is 1 in all test data. The test
    data hold each cell alone, so what the first layer is given when the errors are recorded tells its weights. Of the
    first unit, saturated, the sign tells training data from test data, and both from the second layer.
    """

    student: object
    rng: np.random.Generator
    n: int = 43
    """No multiple of the size of a batch, which is 10."""

    n_hidden: int = 6
    eta: float = 0.4
    data: dict = field(init=False)
    start: list = field(init=False)

    def __post_init__(self):
        n, rng = self.n, self.rng
        eye, none = np.eye(n), np.zeros((n, 1))
        X_train = np.vstack([eye, np.zeros((1, n))])
        X_test = np.vstack([np.hstack([eye, none]), np.ones((1, n + 1))])
        self.data = {"X_train": X_train, "Y_train": rng.uniform(size=(2, n))}
        self.data |= {"X_test": X_test, "Y_test": rng.uniform(size=(2, n + 1))}
        self.seen = self.student.keep([])
        activation = self.student.function(REMEMBERING_TANH)(self.seen)
        settings = {"activation": activation, "n_hidden": self.n_hidden, "eta": self.eta, "l2": 0.0}
        self.model = self.student.DeepNeuralNetwork(**self.data, **settings)
        W1, W2, W3 = (rng.uniform(-0.6, 0.9, size=shape) for shape in ((6, n + 2), (6, 7), (2, 7)))
        W1[0, 1:-1] = rng.uniform(0, 1, size=n)
        W1[0, 0], W1[0, -1] = -20, 100
        self.start = [W1, W2, W3]
        self.model.W1, self.model.W2, self.model.W3 = self.start
        require_kept(self.start, self.weights())

    def weights(self):
        """The three matrices as they are now."""
        return attributes(self.model, "W1", "W2", "W3")

    def run(self, epochs):
        """Train with quarter batches; the steps that were taken."""
        before = self.weights()
        shapes = [np.shape(W) for W in before]
        n_seen, n_recorded = len(value_of(self.seen)), len(self.model.history["epoch"])
        train(self.model, epochs=epochs, batch_frac=0.25, record_every=1)
        after = self.weights()
        for k, (W, shape) in enumerate(zip(after, shapes, strict=True), 1):
            assert_shape(W, shape, f"W{k}")
            assert_finite(W, f"W{k}")
        marks = [np.asarray(W[0])[0][[0, -1]] for W in (before, after)]
        require(np.allclose(*marks, rtol=1e-3), FRESH, diagnosis="fresh_weights")
        same_for_test_data = np.allclose(np.asarray(before[0])[:, -1], np.asarray(after[0])[:, -1], atol=1e-5)
        require(same_for_test_data, OTHER_RATES, diagnosis="test_data")
        moved = any(not np.allclose(one, other, atol=1e-6) for one, other in zip(before, after, strict=True))
        require(
            moved,
            f"fit does not change the weights: {NO_STEP}.",
            diagnosis="not_moved",
        )
        n_recorded = len(self.model.history["epoch"]) - n_recorded
        require(
            n_recorded >= 4 * epochs or n_recorded == epochs,
            "The history is too short: take all steps, and record the errors after every record_every steps, as given.",
            diagnosis="not_recorded",
        )
        return self._steps(value_of(self.seen)[n_seen:], np.asarray(before[0], dtype=float))

    def require_parts(self, steps):
        """Fail where each step uses the whole training set."""
        all_of_it = all(len(set(step.columns)) == self.n for step in steps)
        require(not all_of_it, WHOLE_SET, diagnosis="whole_set")

    def require_steps(self, steps, n_steps):
        """Fail where there are far fewer or more steps than told; one of them is the part of another check."""
        found = f"{len(steps)} times in place of {n_steps}"
        one_per_epoch = len(steps) == n_steps // 4
        per_epoch = "There is one step per epoch; each epoch has 1 / batch_frac."
        require(not one_per_epoch, per_epoch, found, "too_few_steps")
        few = "In training with quarter batches the weights should move four times per epoch, once in each step."
        require(abs(len(steps) - n_steps) <= 1, few, found, "wrong_number_of_steps")

    def _steps(self, seen, W1):
        """The steps between recordings, from what the activation function was given."""
        steps, order, waiting = [], [], np.empty((self.n_hidden, 0))
        for N in map(self._units_by_moments, seen):
            order += self._moments(N[:, N[0] < -10], W1)
            waiting = np.hstack([waiting, N[:, N[0] > 50]])
            while waiting.shape[1] > self.n:
                record, waiting = waiting[:, : self.n + 1], waiting[:, self.n + 1 :]
                biases = record[:, -1:] - W1[:, -1:]
                now = np.hstack([biases, record[:, :-1] - record[:, -1:], W1[:, -1:]])
                change = (now - W1)[1:, 1:-1]
                if np.abs(change).max() > 1e-5:
                    steps.append(self._step(change, order))
                    W1, order = now, []
        return steps

    def _units_by_moments(self, N):
        """What an activation function was given, as (n_hidden, moments); nothing where it is another layer's."""
        N = np.asarray(N, dtype=float)
        if N.ndim == 2 and N.shape[0] != self.n_hidden and N.shape[1] == self.n_hidden:
            N = N.T
        if not N.size or N.shape[0] != self.n_hidden:
            return np.empty((self.n_hidden, 0))
        N = N.reshape(self.n_hidden, -1)
        return N[:, np.isfinite(N).all(axis=0)]

    def _moments(self, N, W1):
        """Which moments of the training data these are, where the first weights are W1."""
        cells = W1[1:, 1:-1] + W1[1:, :1]
        found = []
        for column in N[1:].T:
            off = np.abs(cells - column[:, None]).max(axis=0)
            if off.min() < 1e-4:
                found.append(int(off.argmin()))
        return found

    def _step(self, change, order):
        sizes = np.abs(change).max(axis=0)
        moved = [int(column) for column in np.flatnonzero(sizes > 1e-4 * sizes.max())]
        known = len(order) == 10 and set(moved) <= set(order)  # some may hardly move
        return Step(order if known else moved, known and len(set(order)) < 10)

    def slopes(self, weights, columns, truth, size=None, of_the_blame=None):
        """The slopes of the loss on these columns, with these positions; the mean is taken over `size`."""
        X = self.data["X_train"][:, columns]
        return slopes_by_sweep(weights, X, truth, size or len(columns), of_the_blame)


@check(points=1, seconds=60)
def test_training_reaches_the_error_that_it_can(student, session, cohort, bounds):
    """From a healthy start, a small network comes as close to the test data as this training can bring it."""
    reached = calibration_run(student, session, cohort)
    detail = f"mean test error {100 * reached:.2f} cm, at most {100 * bounds['fit_network']:.2f} cm"
    require(np.isfinite(reached), "Training ends at weights that are not finite.", detail, "not_finite")
    require(reached < 0.3, "After training it is no better than guessing.", detail, "not_trained")
    require(reached <= bounds["fit_network"], "Training ends at too large an error.", detail, "error_too_large")


def calibration_run(student, session, cohort):
    """Train a small network from one healthy start, 1000 steps; the mean error on the test data, metres.

    Only the batches are left to chance. The outputs begin at the mean position, so none of them is dead.
    """
    rng, n_hidden, n_steps = np.random.default_rng(3), 50, 1000
    data = session.arrays
    few = {name: array[:, ::40] if "test" in name else array for name, array in data.items()}
    model = student.DeepNeuralNetwork(**few, activation=student.function(RELU), n_hidden=n_hidden)
    n_in, n_out = session.n_cells, session.Y.shape[0]
    W3 = rng.normal(0, 0.3 / np.sqrt(n_hidden), size=(n_out, n_hidden + 1))
    W3[:, 0] = session.Y_train.mean(axis=1)
    model.W1 = rng.normal(0, 2 / np.sqrt(n_in), size=(n_hidden, n_in + 1))
    model.W2 = rng.normal(0, np.sqrt(2 / n_hidden), size=(n_hidden, n_hidden + 1))
    model.W3 = W3
    model.eta, model.l2 = cohort.network.eta, cohort.network.l2
    train(model, epochs=10, batch_frac=10 / n_steps)
    weights = [np.asarray(W, dtype=float) for W in attributes(model, "W1", "W2", "W3")]
    for k, (W, shape) in enumerate(zip(weights, ((50, n_in + 1), (50, 51), (n_out, 51)), strict=True), 1):
        assert_shape(W, shape, f"W{k}")
    Y_pred = predict(weights, session.X_test, lambda N: np.maximum(N, 0))
    return float(np.linalg.norm(Y_pred - session.Y_test, axis=0).mean())


def predict(weights, X, bend):
    """The prediction of a network; it has biases where its first matrix has a column more than X has rows."""
    H, use_bias = X, weights[0].shape[1] > X.shape[0]
    for W in weights:
        H = bend(W @ (np.vstack([np.ones((1, H.shape[1])), H]) if use_bias else H))
    return H


def known_network(student, data, weights, eta, l2, use_bias):
    """A student's tanh network with these weights."""
    settings = {"n_hidden": 5, "eta": eta, "l2": l2, "use_bias": use_bias}
    model = told(student.DeepNeuralNetwork)(**data, activation=student.function(TANH), **settings)
    model.W1, model.W2, model.W3 = weights
    require_kept(weights, attributes(model, "W1", "W2", "W3"))
    return model


def require_kept(weights, found):
    """Fail unless these are the weights that were set."""
    for W, one in zip(weights, found, strict=True):
        kept = np.shape(one) == W.shape and np.allclose(one, W, rtol=1e-5, atol=1e-5)
        require(kept, "The network does not keep the weights that it is given.", diagnosis="weights_not_kept")


def small_problem(rng, use_bias, alike=False):
    """Data of a model, as many for testing as for training, and three weight matrices; all moments may be alike."""
    n, copies = (1, 60) if alike else (12, 1)
    data = {f"X_{part}": np.repeat(rng.uniform(0, 1, size=(4, n)), copies, axis=1) for part in ("train", "test")}
    data |= {f"Y_{part}": np.repeat(rng.uniform(size=(2, n)), copies, axis=1) for part in ("train", "test")}
    shapes = ((5, 4 + use_bias), (5, 5 + use_bias), (2, 5 + use_bias))
    return data, [rng.normal(0.1, 1 / np.sqrt(shape[1]), size=shape) for shape in shapes]


def slopes_by_differences(k, weights, X, Y, use_bias):
    """The slopes of the loss for matrix k of a tanh network, by central differences."""

    def loss_with(W):
        changed = [W if place == k else other for place, other in enumerate(weights, 1)]
        return float(np.sum((predict(changed, X, np.tanh) - Y) ** 2) / X.shape[1])

    return numerical_gradient(loss_with, weights[k - 1])


def slopes_by_sweep(weights, X, Y, size, of_the_blame=None):
    """The slopes of a tanh network with biases, their mean taken over `size`; the blame may meet other weights."""
    W1, W2, W3 = weights
    X1 = np.vstack([np.ones(X.shape[1]), X])
    H1 = np.vstack([np.ones(X.shape[1]), np.tanh(W1 @ X1)])
    H2 = np.vstack([np.ones(X.shape[1]), np.tanh(W2 @ H1)])
    Y_pred = np.tanh(W3 @ H2)
    _, W2, W3 = of_the_blame or weights
    C3 = (1 - Y_pred**2) * (Y_pred - Y)
    C2 = (1 - H2[1:] ** 2) * (W3[:, 1:].T @ C3)
    C1 = (1 - H1[1:] ** 2) * (W2[:, 1:].T @ C2)
    return [2 / size * C @ H.T for C, H in ((C1, X1), (C2, H1), (C3, H2))]
