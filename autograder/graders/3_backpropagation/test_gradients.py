"""Task gradients: backpropagation through two hidden layers, each matrix against the central difference of the loss."""

from contextlib import nullcontext, suppress
from copy import copy

import numpy as np

from gradekit.assertions import as_array, assert_gradient, assert_shape, fail, numerical_gradient, require
from gradekit.cases import case, little_changes, put_in_place
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import Notes, attributes, keep, refill, told, value_of, values_of

TASK = Task("gradients", needs=["forward_pass"])
CLOSE = 2e-3  # relative; single precision is right too
DOES_NOT_DEPEND = "The loss does not depend on W{}: has forward been attached, and does it use every matrix?"
GIVEN = (
    "dLdW3 is not right, though its lines are given. If they stand as they were given, the layers or the prediction of"
    " forward are wrong: mend the forward pass first."
)
PULLED = "the pull towards zero is in it, which belongs in update"
BIASES_ZERO = "the slopes of the biases are zero: in equation (7) the row of ones stays"
DIVISORS = (2, 3, 4, 5, 8, 10, 12, 16, 20, 25, 32, 48, 50, 64, 100)


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


@check(points=1)
def test_second_matrix_with_relu(student, rng, cohort):
    """Where σ' is 1, or where it is σ, dLdW2 agrees but for one factor, its place and the biases; no nudges."""
    compare_directions(student, rng, cohort, which=[2])
    require_no_nudges(student, rng, cohort, 2)


@check(points=1)
def test_first_matrix_with_relu(student, rng, cohort):
    """Where σ' is 1, or where it is σ, dLdW1 agrees but for one factor, its place and the biases; no nudges."""
    compare_directions(student, rng, cohort, which=[1])
    require_no_nudges(student, rng, cohort, 1)


@check(points=1)
def test_slopes_of_the_second_matrix(student, rng, cohort):
    """dLdW2 agrees with the central difference of the loss for sigmoid and tanh, and comes of equations (4) to (7)."""
    for name in ("sigmoid", "tanh"):
        compare(student, rng, cohort, name, which=[2])
    agrees_with_the_equations(student, rng, cohort, 2)


@check(points=1)
def test_slopes_of_the_first_matrix(student, rng, cohort):
    """dLdW1 agrees with the central difference of the loss for sigmoid and tanh, and comes of equations (4) to (7)."""
    for name in ("sigmoid", "tanh"):
        compare(student, rng, cohort, name, which=[1])
    agrees_with_the_equations(student, rng, cohort, 1)


@check(points=0.5)
def test_second_matrix_without_biases(student, rng, cohort):
    """Without biases too, where σ' is 1 or σ, dLdW2 and dLdW3 agree but for one factor and their places."""
    compare_directions(student, rng, cohort, which=[3, 2], use_bias=False)


@check(points=0.5)
def test_first_matrix_without_biases(student, rng, cohort):
    """Without biases too, where σ' is 1 or σ, dLdW1 agrees but for one factor and its place."""
    compare_directions(student, rng, cohort, which=[1], use_bias=False)


@check(points=1)
def test_other_moments_and_nothing_is_damaged(student, rng, cohort):
    """One moment and others give their own slopes, without a nudge; truth, weights and layers stay as they were."""
    network = Network(rng, cohort, "tanh", n_batch=1)
    model = network.on_the_students_side(student)
    names, earlier = ("W1", "W2", "W3", "X", "N1", "N2", "N3", "H1", "H2"), None
    truths = []
    for n_batch in (7, 1, 1, 6):
        network.X, network.Y = rng.uniform(size=(network.n_in, n_batch)), rng.uniform(size=(2, n_batch))
        model.forward(network.X)
        before = [np.array(array) for array in attributes(model, *names)]
        truth = student.keep(network.Y)
        truths.append((truth, network.Y))
        with (
            case("single_moment", "for a single moment: every array has two axes, and one column")
            if n_batch == 1
            else nullcontext()
        ):
            slopes = three_arrays(student.gradients(model, truth))
        have_the_shapes_of_the_weights(slopes, [W.shape for W in network.weights], use_bias=True)
        left = values_of(*(kept for kept, _ in truths))
        unharmed = all(np.array_equal(one, Y) for one, (_, Y) in zip(left, truths, strict=True))
        require(
            unharmed, "gradients changes the truth Y_true, of this call or an earlier one.", diagnosis="damages_input"
        )
        for name, array, after in zip(names, before, attributes(model, *names), strict=True):
            require(
                np.array_equal(after, array),
                f"gradients changes {name} of the model; it should only look at it.",
                diagnosis="damages_model",
            )
        again = three_arrays(student.gradients(model, network.Y))
        for k in (3, 2, 1):
            doubled = {"piled_up": ("the second call adds to the slopes of the first", 2 * network.sweep()[k - 1])}
            for found, title, more in ((slopes, f"dLdW{k}", {}), (again, f"dLdW{k}, asked for again,", doubled)):
                mistakes = {**more, **network.mistakes(k)}
                if earlier is not None:
                    mistakes["kept"] = ("they are the slopes of an earlier pass; work them out anew", earlier[k - 1])
                assert_gradient(found[k - 1], network.numerical(k), title, n=n_batch, rtol=CLOSE, mistakes=mistakes)
        earlier = network.sweep()
    result = keep(student.gradients)(model, network.Y)
    before = three_arrays(value_of(result))
    model.forward(network.X + 0.1)
    student.gradients(model, network.Y - 0.1)
    require(
        all(np.array_equal(*pair) for pair in zip(before, three_arrays(value_of(result)), strict=True)),
        "The slopes of an earlier call change when gradients is called again: put them into new arrays.",
        diagnosis="result_kept",
    )
    truth = student.keep(network.Y)
    model.forward(network.X)
    student.gradients(model, truth)
    *_, network.Y = little_changes(network.Y)
    refill(truth, network.Y)
    slopes = three_arrays(student.gradients(model, truth))
    text = "it is that of an earlier call; the same array Y_true has come with other numbers in it"
    for k, want in enumerate(network.sweep(), 1):
        mistakes = {"kept": (text, earlier[k - 1])}
        assert_gradient(slopes[k - 1], want, f"dLdW{k}", n=network.X.shape[1], rtol=CLOSE, mistakes=mistakes)
    for part, when in (
        ("X", "when forward has seen other rates"),
        *((k, "when there are other numbers in the weights, as after a step") for k in (1, 2, 3)),
    ):
        if part == "X":
            network.X = next(little_changes(network.X))
        else:
            network.weights[part - 1] = next(little_changes(network.weights[part - 1]))
            put_in_place(model, f"W{part}", network.weights[part - 1])
        model.forward(network.X)
        slopes = three_arrays(student.gradients(model, network.Y))
        with case("kept", when):
            for k, want in enumerate(network.sweep(), 1):
                assert_gradient(slopes[k - 1], want, f"dLdW{k}", n=network.X.shape[1], rtol=CLOSE)
    model = network.on_the_students_side(student, student.function(RETURNS_ITS_ARGUMENT))
    model.forward(network.X)
    before = [np.array(array) for array in attributes(model, *names)]
    student.gradients(model, network.Y)
    for name, array, after in zip(names, before, attributes(model, *names), strict=True):
        require(
            np.array_equal(after, array),
            f"gradients changes {name} of the model where the activation function returns the array that it is given.",
            diagnosis="damages_model",
        )
    for k in (1, 2):
        require_no_nudges(student, rng, cohort, k)
    for use_bias in (True, False):
        for name in activations(cohort):
            compare(student, rng, cohort, name, [3, 2, 1], use_bias)
    large = {"n_batch": 300, "n_in": 25, "n_hidden": 30}  # larger than the training set of the others, with 25 cells
    for settings in ({"use_bias": False}, large, large | {"use_bias": False}, {"n_hidden": 230}):
        is_large = len(settings) > 1 or "n_hidden" in settings
        when = "for a larger network and more moments" if is_large else "without biases"
        with case("larger_sizes" if is_large else "without_biases", when):
            large_ones_are_right(student, Network(rng, cohort, "tanh", **settings))
    for off, slug, when in (
        (1e7, "large_error", "where the error is large"),
        (1e-9, "small_error", "where the error is small"),
    ):
        network = Network(rng, cohort, "tanh")
        if off < 1:  # with rates as small and no biases the prediction is, too: single precision cancels no digits
            network.X = off * network.X
            network.weights = [W * (np.arange(W.shape[1]) > 0) for W in network.weights]
        Y_pred = network.layers(network.weights)[-1]
        network.Y = Y_pred + off * rng.choice([-1, 1], size=Y_pred.shape) * rng.uniform(0.5, 1, size=Y_pred.shape)
        with case(slug, when):
            large_ones_are_right(student, network)


def large_ones_are_right(student, network):
    """Hold the slopes against those of the sweep, where to nudge each weight would take too long or lose digits."""
    model = network.on_the_students_side(student)
    model.forward(network.X)
    slopes = three_arrays(student.gradients(model, network.Y))
    have_the_shapes_of_the_weights(slopes, [W.shape for W in network.weights], network.use_bias)
    for k, want in enumerate(network.sweep(), 1):
        mistakes = cut_off(want)
        for most in (10, 32, 50, 64, 100, 128, 200):
            if most < network.X.shape[1]:
                text = f"only the first {most} moments are used"
                mistakes[f"first_{most}"] = (text, lambda most=most, k=k: network.of_the_first(most).sweep()[k - 1])
        assert_gradient(slopes[k - 1], want, f"dLdW{k}", n=network.X.shape[1], rtol=CLOSE, mistakes=mistakes)


def cut_off(slopes):
    """The slopes as they are where none may be steeper than a limit, by the limit."""
    text = "it is cut off; slopes are to be as steep as they are"
    return {f"cut_off_{most}": (text, np.clip(slopes, -most, most)) for most in (1, 2, 5, 10, 20, 50, 100)}


GROWTH = "lambda N, deriv=False: 0.3 * np.exp(N)"
RETURNS_ITS_ARGUMENT = "lambda N, deriv=False: np.ones_like(N) if deriv else N"
OTHER_SLOPE = "lambda N, deriv=False: 0.6 + 0.4 * np.sin(3 * N) if deriv else np.tanh(N)"
NUDGED = "The slopes are found by nudging weights, as for central differences; use equations (4) to (7)."


def network_of_another_slope(student, rng, cohort):
    """A network whose activation function says another slope than it has, so that no nudge gives what the text does.

    With it, and what the student's function gives.
    """
    network = Network(rng, cohort, "tanh", n_batch=3)
    network.act = eval(OTHER_SLOPE, {"np": np})
    network.X_train, network.Y_train = network.X, network.Y
    model = network.on_the_students_side(student, student.function(OTHER_SLOPE))
    model.forward(network.X)
    return network, model


def require_no_nudges(student, rng, cohort, k):
    """Fail if the slopes of matrix k are those that the loss has when its weights are nudged."""
    network, model = network_of_another_slope(student, rng, cohort)
    slopes, nudged, right = slopes_of(student, model, network.Y, [k]), network.numerical(k), network.sweep()[k - 1]
    by_nudges = any(distance(one, nudged) < min(0.02, distance(one, right)) for one in slopes)
    require(not by_nudges, NUDGED, diagnosis="by_differences")


def agrees_with_the_equations(student, rng, cohort, k):
    """Fail unless the slopes of matrix k are made of what the activation function says with deriv=True."""
    require_no_nudges(student, rng, cohort, k)
    network, model = network_of_another_slope(student, rng, cohort)
    found = slopes_of(student, model, network.Y, [k])[k - 1]
    try:
        assert_gradient(found, network.sweep()[k - 1], f"dLdW{k}", rtol=CLOSE)
    except CheckFailed as failed:
        message = f"dLdW{k} is not what equations (4) to (7) give: every σ'(N) is activation(N, deriv=True)."
        raise CheckFailed(message, failed.detail, "other_slopes") from failed


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


def compare_directions(student, rng, cohort, which, use_bias=True):
    """Hold some of the student's matrices against the central difference, and look past what other checks fail for.

    That is their order, whether one is turned round, one factor, and the slopes of the biases. All units and outputs
    are active, so every slope of relu is 1, wherever it is taken; the batch is the whole training set; no pull acts.
    Where that is wrong, what grows as fast as it is large will do, whose values are its slopes.
    """
    relu, growth = (
        Network(rng, cohort, name, use_bias, n_train=6, active=name == "relu") for name in ("relu", "growth")
    )
    for network in (relu, growth):
        network.X_train, network.Y_train, network.l2 = network.X, network.Y, 0.0
    try:
        compare(student, rng, cohort, "relu", which, use_bias, relu, looks_past=True)
    except CheckFailed:
        with suppress(CheckFailed):
            compare(student, rng, cohort, "growth", which, use_bias, growth, looks_past=True)
            return
        raise


def distance(found, want):
    """How far slopes, as they are or turned round, are from those wanted times any number, as a part of their size."""
    try:
        found = as_array(found, "the slopes")
    except CheckFailed:
        return 1.0
    least = 1.0
    for got in (found, found.T, found[:, 1:]) if found.ndim == 2 else ():
        if got.shape == want.shape and np.isfinite(got).all() and got.any():
            factor = np.sum(got * want) / np.sum(want * want)
            least = min(least, np.linalg.norm(got - factor * want) / np.linalg.norm(got))
    return least


def compare(student, rng, cohort, name, which, use_bias=True, network=None, looks_past=False):
    """Hold some of the student's matrices against the central difference.

    Where it `looks_past` their order and one factor, any array in the right direction will do.
    """
    network = network or Network(rng, cohort, name, use_bias)
    model = network.on_the_students_side(student)
    model.forward(network.X)
    try:
        slopes = slopes_of(student, model, network.Y, which)
    except StudentRaised as raised:
        raise why_it_raised(raised, student, rng, cohort, use_bias) from raised
    shapes = [W.shape for W in network.weights]
    wanted = {k: network.numerical(k) for k in which}
    if looks_past:
        aims = {k: [wanted[k], wanted[k][:, int(use_bias) :]] for k in which}
        which = [k for k in which if all(distance(one, aim) > CLOSE for one in slopes for aim in aims[k])]
    if not which:
        return
    have_the_shapes_of_the_weights(slopes, shapes, use_bias, which)
    for k in which:
        want, title, mistakes = wanted[k], f"dLdW{k} ({name})", network.mistakes(k)
        assert_gradient(slopes[k - 1], want, title, n=network.X.shape[1], rtol=CLOSE, mistakes=mistakes)


def why_it_raised(raised, student, rng, cohort, use_bias):
    """Why gradients raised, as far as other networks tell.

    With biases and without they show whether the row of ones is the reason. On a network with two units in each layer
    all shapes fit whatever is multiplied, so it has a value, and the value tells which mistake it is.
    """
    if raised.diagnosis != "raised":
        return raised
    try:
        on_network(student, Network(rng, cohort, "tanh", not use_bias))
    except CheckFailed:
        pass
    else:
        if use_bias:
            words = "Without biases the slopes are right: in (5) and (6) the matrix comes without its column 0"
            return CheckFailed(f"{raised.message} {words}.", raised.detail, "column_0_not_dropped", "raised")
        words = "With biases the slopes are right: a column is dropped, or a row of ones added, where there is none"
        return CheckFailed(f"{raised.message} {words}.", raised.detail, "always_a_column_dropped", "raised")
    try:
        on_network(student, Network(rng, cohort, "tanh", use_bias=False, n_batch=2, n_in=2, n_hidden=2, n_train=2))
    except StudentRaised:
        return raised
    except CheckFailed as failed:
        if failed.stage == "value" and failed.diagnosis not in ("wrong_value", "constant_factor"):
            words = f"Where each layer has two units it runs, but {failed.message}"
            return CheckFailed(f"{raised.message} {words}", raised.detail, failed.diagnosis, "raised")
    return raised


def on_network(student, network):
    """Hold all three matrices of a network against the central difference."""
    model = network.on_the_students_side(student)
    model.forward(network.X)
    slopes = three_arrays(student.gradients(model, network.Y))
    for k in (3, 2, 1):
        title, n = f"dLdW{k}", network.X.shape[1]
        assert_gradient(slopes[k - 1], network.numerical(k), title, n=n, rtol=CLOSE, mistakes=network.mistakes(k))


def activations(cohort):
    """Source text of the three activation functions, by name."""
    a = float(cohort.network.activation_scale)
    return {
        "relu": "lambda N, deriv=False: (N > 0) * 1.0 if deriv else np.maximum(N, 0)",
        "sigmoid": f"lambda N, deriv=False: {a} / (2 + np.exp(N) + np.exp(-N)) if deriv else {a} / (1 + np.exp(-N))",
        "tanh": f"lambda N, deriv=False: {a} / np.cosh(N)**2 if deriv else {a} * np.tanh(N)",
    }


class Network:
    """A small network on our side: weights, a batch, and what is right and wrong about its slopes.

    A draw is rejected where a pre-activation is within 1e-3 of the kink of relu, or where a layer is all silent or, if
    not asked for, all active: there a mistake would not show. Slopes must be large enough for the rounding of the
    central difference.
    """

    n_out = 2

    l2 = 0.3

    def __init__(self, rng, cohort, name, use_bias=True, n_batch=6, n_in=4, n_hidden=5, n_train=13, active=False):
        self.sources, self.name, self.scale = activations(cohort), name, cohort.network.activation_scale
        self.source = {**self.sources, "growth": GROWTH}[name]
        self.act = eval(self.source, {"np": np})
        self.use_bias, self.n_in, self.n_hidden, self.n_train = use_bias, n_in, n_hidden, n_train
        first = int(use_bias)
        shapes = ((n_hidden, n_in + first), (n_hidden, n_hidden + first), (self.n_out, n_hidden + first))
        gain = 3 if name == "sigmoid" else 1.5  # the sigmoid is nowhere steep
        self.X_train, self.Y_train = rng.uniform(size=(n_in, n_train)), rng.uniform(size=(self.n_out, n_train))
        middle, least = (0.1, 0.1) if n_hidden < 100 else (0.0, 1e-3)  # many units add up, and each has little to say
        while True:
            self.weights = [rng.normal(middle, gain / np.sqrt(shape[1]), size=shape) for shape in shapes]
            if active:  # with no weight below zero, all units and outputs are above it
                self.weights = [np.abs(W) / 2 for W in self.weights]
            self.X, self.Y = rng.uniform(size=(n_in, n_batch)), rng.uniform(size=(self.n_out, n_batch))
            _, N1, _, N2, _, N3, _ = self.layers(self.weights)
            parts = [np.mean(N > 0) for N in (N1, N2, N3)]
            clear = name != "relu" or min(np.abs(N).min() for N in (N1, N2, N3)) > 1e-3
            mixed = all(0.2 < part < 0.9 for part in parts)
            clear = clear and (min(parts) == 1 if active else n_batch in (1, 300) or mixed)
            if clear and all(least < np.abs(slopes).max() < 10 for slopes in self.sweep()):
                return

    def on_the_students_side(self, student, activation=None):
        """A student's network with these weights; its training set is another one than the batch."""
        model = told(student.DeepNeuralNetwork)(
            X_train=self.X_train,
            Y_train=self.Y_train,
            X_test=self.X_train[:, :1],
            Y_test=self.Y_train[:, :1],
            activation=activation or student.function(self.source),
            n_hidden=self.n_hidden,
            use_bias=self.use_bias,
            l2=self.l2,
            eta=ETA,
        )
        model.W1, model.W2, model.W3 = self.weights
        return model

    def with_ones(self, A, below=False):
        parts = [np.ones((1, A.shape[1])), A]
        return np.vstack(parts[::-1] if below else parts) if self.use_bias else A

    def layers(self, weights):
        N1 = weights[0] @ self.with_ones(self.X)
        H1 = self.act(N1)
        N2 = weights[1] @ self.with_ones(H1)
        H2 = self.act(N2)
        N3 = weights[2] @ self.with_ones(H2)
        return self.X, N1, H1, N2, H2, N3, self.act(N3)

    def of_the_first(self, n):
        """The same network with the first moments of its batch."""
        few = copy(self)
        few.X, few.Y = self.X[:, :n], self.Y[:, :n]
        return few

    def numerical(self, k):
        """The slopes of the loss for matrix k, by central differences."""

        def loss_with(W):
            weights = [W if place == k else other for place, other in enumerate(self.weights, 1)]
            return float(np.sum((self.layers(weights)[-1] - self.Y) ** 2) / self.X.shape[1])

        return numerical_gradient(loss_with, self.weights[k - 1])

    def mistakes(self, k):
        """What people compute instead of the slopes of matrix k, by name."""
        found = {slug: (text, (lambda slug=slug: self.sweep(slug)[k - 1])) for slug, text in FLAWS.items()}
        for other in self.sources:
            if other != self.name:
                text = f"σ' of {other} is used, whatever activation function the model has"
                found[f"slope_of_{other}"] = (text, lambda other=other: self.sweep("other_slope", other)[k - 1])
        for slug in FORMULAS:
            text = "σ' is the formula for one activation function; use model.activation(N, deriv=True)"
            found[slug] = (text, lambda slug=slug: self.sweep(slug)[k - 1])
        right, N = self.sweep()[k - 1], self.X.shape[1]
        found |= {
            "half": (
                "it is half of what it should be: mind the 2 of equation (7), and do not average over outputs",
                right / 2 if N > 1 else None,
            ),
            "n_train": (
                "it is divided by the size of the training set, not by that of this batch",
                right * N / self.n_train,
            ),
            "factor_and_mean_missing": (
                "it is N/2 times what it should be: mind the 2/N of equation (7), with N the number of moments",
                right * N / 2,
            ),
            "n_hidden": ("it is divided by the number of units, not of moments", right * N / self.n_hidden),
            "one_over_n_without_2": ("the factor 2 is missing and it is divided by N twice", right / (2 * N)),
            "mean_twice": ("2/N is taken twice", right * 2 / N if N > 2 else None),
            "square_of_2": ("the factor 2 is taken twice", 2 * right),
            "pull_included": (
                PULLED,
                right + self.l2 * self.weights[k - 1],
            ),
            "step_already": ("it is the step already; the learning rate belongs in update", ETA * right),
            "step_downhill_already": ("it is the step already; the learning rate belongs in update", -ETA * right),
            "new_weights": ("these are the weights after the step, not the slopes", self.weights[k - 1] - ETA * right),
            "weights": ("these are the weights themselves", self.weights[k - 1]),
        }
        found |= cut_off(right)
        for divisor in DIVISORS:
            text = "it is divided by a fixed number, whatever the number of moments is"
            found[f"divided_by_{divisor}"] = (text, right * N / divisor)
        if self.use_bias:
            found["biases_zero"] = (
                BIASES_ZERO,
                np.hstack([0 * right[:, :1], right[:, 1:]]),
            )
            found["biases_last"] = (
                "the slopes of the biases are in the last column; they belong in column 0",
                np.roll(right, -1, axis=1),
            )
        return found

    def sweep(self, flaw="", other=""):
        """The slopes of all three matrices, with one flaw in the way they are computed."""
        X, N1, H1, N2, H2, N3, Y_pred = self.layers(self.weights)
        _, W2, W3 = self.weights
        first = int(self.use_bias)
        act = eval(self.sources[other], {"np": np}) if other else self.act

        def slope(N, H, wrong_layer, blame):
            if flaw == "slope_missing" or (flaw == "lower_slope_missing" and N is N1):
                return np.ones_like(N)
            if flaw == "upper_slope_missing" and N is N2:
                return np.ones_like(N)
            if flaw == "slope_at_activation" or (flaw == "lower_slope_at_activation" and N is N1):
                return self.act(H, deriv=True)
            if flaw in ("value_for_slope", f"{'lower' if N is N1 else 'upper'}_value_for_slope"):
                return self.act(N)
            if flaw == "activation_for_slope":
                return H
            if flaw in FORMULAS:
                return FORMULAS[flaw](H, self.scale)
            if flaw == "slope_at_blame":
                return self.act(blame, deriv=True)
            flaws = ("slope_of_wrong_layer", f"{'lower' if N is N1 else 'upper'}_slope_of_wrong_layer")
            return act(wrong_layer if flaw in flaws else N, deriv=True)

        def transposed(W):
            is_lower = flaw == "lower_last_column_dropped" and W is W2
            W = W[:, :-1] if first and (is_lower or flaw == "last_column_dropped") else W[:, first:]
            if flaw in ("weights_reshaped", "everything_reshaped"):
                return W.reshape(W.shape[::-1])
            return W if flaw == "not_transposed_anywhere" and W.shape[0] == W.shape[1] else W.T

        error = {"output_before_the_bend": N3, "prediction_not_compared": Y_pred + self.Y}.get(flaw, Y_pred) - self.Y
        C3 = error if flaw == "top_slope_missing" else self.act(N3, deriv=True) * error
        blame = transposed(W3) @ (error if flaw == "error_not_blame" else C3)
        C2 = slope(N2, H2, N1, blame) * blame
        blame = W2[:, first:] @ C2 if flaw == "not_transposed" else transposed(W2) @ C2
        if flaw == "layer_skipped":
            blame = transposed(W3) @ C3
        if flaw == "weights_missing":
            blame = C2
        if flaw == "blame_without_slope":
            blame = transposed(W2) @ (transposed(W3) @ C3)
        if flaw == "other_matrix" and W3.shape == W2.shape:
            blame = transposed(W3) @ C2
        C1 = slope(N1, H1, N2, blame) * blame
        below1, below2, below3 = X, H1, H2
        if flaw == "activations_of_the_layer_above":
            below2 = H2
        if flaw == "activations_of_the_layer_above_everywhere" and H1.shape == X.shape:
            below1, below2 = H1, H2
        if flaw == "inputs_in_both":
            below1, below2 = (X, X) if X.shape == H1.shape else (X, H1)
        if flaw == "activations_before_the_bend":
            below2, below3 = N1, N2
        if flaw == "training_data_for_input" and self.X_train.shape[1] >= X.shape[1]:
            below1 = self.X_train[:, : X.shape[1]]
        factor = 2 / X.shape[1]
        pairs = [(C1, self.with_ones(below1)), (C2, self.with_ones(below2)), (C3, self.with_ones(below3))]
        if flaw == "ones_below":
            pairs = [(C1, self.with_ones(below1, True)), (C2, self.with_ones(below2, True)), pairs[2]]
        if flaw in ("layers_reshaped", "everything_reshaped"):
            return [factor * C @ below.reshape(below.shape[::-1]) for C, below in pairs[:2]] + [
                factor * C3 @ pairs[2][1].T
            ]
        return [factor * C @ below.T for C, below in pairs]


ETA = 0.07

FORMULAS = {
    "sigmoid_formula": lambda H, a: H * (1 - H / a),
    "familiar_sigmoid_formula": lambda H, a: H * (1 - H),
    "tanh_formula": lambda H, a: a * (1 - (H / a) ** 2),
    "familiar_tanh_formula": lambda H, a: 1 - H**2,
    "relu_formula": lambda H, a: (H > 0) * 1.0,
}

FLAWS = {
    "upper_slope_missing": "σ' is missing in C2, or is 1 everywhere",  # before the next: dLdW2 is the same for both
    "slope_missing": "σ' is missing in C2 and C1, or is 1 everywhere",
    "lower_slope_missing": "σ' is missing in C1, or is 1 everywhere",
    "slope_at_activation": "σ' is taken at H, after the bend; take it at N",
    "lower_slope_at_activation": "σ' is taken at H1, after the bend; take it at N1",
    "slope_at_blame": "σ' is taken of the blame; take it at N of the same layer",
    "upper_value_for_slope": "σ stands where σ' should in C2: pass deriv=True",  # before the next, as above
    "value_for_slope": "σ stands where σ' should: pass deriv=True",
    "lower_value_for_slope": "σ stands where σ' should in C1: pass deriv=True, or C1 has a factor H1 too many",
    "activation_for_slope": "H stands where σ' should: use activation(N, deriv=True)",
    "upper_slope_of_wrong_layer": "σ' in C2 is taken at N1; take it at N2",  # before the last: dLdW2 is the same
    "lower_slope_of_wrong_layer": "σ' in C1 is taken at N2; take it at N1",
    "slope_of_wrong_layer": "σ' of another layer is used",
    "error_not_blame": "the error is passed down in place of C3",
    "top_slope_missing": "σ' is missing in C3",
    "last_column_dropped": "the last column of the weights is dropped; the biases are in the first",
    "lower_last_column_dropped": "the last column of W2 is dropped; the biases are in the first",
    "not_transposed": "the weights must be transposed on the way down",
    "not_transposed_anywhere": "the weights must be transposed on the way down",
    "weights_reshaped": "reshape does not turn a matrix round; use .T for the weights on the way down",
    "layers_reshaped": "reshape does not turn a matrix round; use .T for the layers in equation (7)",
    "everything_reshaped": "reshape does not turn a matrix round; use .T",
    "layer_skipped": "C1 is made from C3, a layer is skipped",
    "other_matrix": "C1 needs W2 on the way down, not W3",
    "weights_missing": "C1 must be multiplied by the weights between the layers",
    "blame_without_slope": "C1 is made from W3ᵀ C3, where σ' of layer 2 is missing",
    "activations_of_the_layer_above": "C2 is multiplied by H2; the layer below, H1, feeds these weights",
    "activations_of_the_layer_above_everywhere": "each C is multiplied by its own layer; it should be the layer below",
    "inputs_in_both": "C2 is multiplied by X; the layer below, H1, feeds these weights",
    "activations_before_the_bend": "the layer below is used before its bend, N in place of H",
    "output_before_the_bend": "the prediction is taken before the last bend",
    "prediction_not_compared": "the prediction is not compared with the truth",
    "ones_below": "the row of ones goes on top, not below",
    "training_data_for_input": "the training data are used in place of the input of the last forward pass, model.X",
}
