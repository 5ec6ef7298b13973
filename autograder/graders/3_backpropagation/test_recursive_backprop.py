"""Task recursive_backprop: the backward sweep for any number of layers, each matrix against the central difference."""

from contextlib import suppress
from itertools import pairwise

import numpy as np

from gradekit.assertions import as_array, assert_gradient, assert_shape, numerical_gradient, require
from gradekit.cases import assert_nothing_kept, case, little_changes
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import keep, refill, value_of

TASK = Task("recursive_backprop")
CLOSE = 2e-3  # relative; single precision is right too
DIVISORS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 48, 50, 64, 100)


@check(points=0.5, public=True)
def test_slopes_agree_with_central_differences(student, rng):
    """For one matrix and for two, there is one array of slopes for each, and it agrees with central differences."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    W, V = rng.normal(size=(4, 3)), rng.normal(size=(2, 4))
    X, Y_one, Y_two = rng.normal(size=(3, 6)), rng.normal(size=(4, 6)), rng.normal(size=(2, 6))

    def loss(Y_pred, Y):
        return float(np.sum((Y_pred - Y) ** 2) / 6)

    slopes = list_of_slopes(student.recursive_gradients([W], [wave], X, Y_one), 1)
    one_matrix = numerical_gradient(lambda W: loss(np.sin(W @ X), Y_one), W)
    assert_gradient(slopes[0], one_matrix, "slopes[0] of one matrix", n=6, rtol=2e-3)

    slopes = list_of_slopes(student.recursive_gradients([W, V], [wave, wave], X, Y_two), 2)
    shapes = [np.shape(one) for one in slopes]
    reversed_order = "The slopes come in the wrong order, those of the last matrix first."
    require(shapes != [(2, 4), (4, 3)], reversed_order, diagnosis="order_reversed")
    upper = numerical_gradient(lambda V: loss(np.sin(V @ np.sin(W @ X)), Y_two), V)
    lower = numerical_gradient(lambda W: loss(np.sin(V @ np.sin(W @ X)), Y_two), W)
    for k, differences in ((1, upper), (0, lower)):
        assert_gradient(slopes[k], differences, f"slopes[{k}] of two matrices", n=6, rtol=2e-3)


def list_of_slopes(found, n_layers):
    """The arrays of slopes that the student's function gave, one for each matrix."""
    require(found is not None, "recursive_gradients returns nothing.", diagnosis="nothing_returned")
    require(
        isinstance(found, list) and len(found) == n_layers,
        "recursive_gradients should return a list with one array for each matrix, and none from an earlier call.",
        diagnosis="not_one_a_matrix",
    )
    return found


@check(points=0.5)
def test_one_matrix(student, rng):
    """With no hidden layer the one matrix agrees with the central difference, and comes of the equations."""
    compare(student, rng, Tower(rng, (7, 9), ["sigmoid"]))
    agrees_with_the_equations(student, rng, 1)


@check(points=0.5)
def test_one_hidden_layer(student, rng):
    """With one hidden layer, where σ' is 1 or σ, the last matrix agrees but for factor and place; no nudges."""
    for widths in ((3, 5, 3), (4, 4, 4)):
        compare_directions(student, rng, widths, [1])
    require_no_nudges(student, rng, 2)


@check(points=0.5)
def test_two_hidden_layers(student, rng):
    """With two hidden layers, where σ' is 1 or σ, every matrix agrees but for factor and place; no nudges."""
    compare_directions(student, rng, (4, 5, 2, 3), [0, 1, 2])
    require_no_nudges(student, rng, 3)


@check(points=0.5)
def test_three_to_five_hidden_layers(student, rng):
    """With three, four and five hidden layers too, each layer with its own activation function."""
    for widths, names in (  # the first, the last and relu are three
        ((3, 4, 5, 2, 3), "sigmoid relu linear tanh"),
        ((2, 3, 4, 3, 4, 3), "tanh relu sigmoid relu sigmoid"),
        ((4, 4, 4, 4, 4, 4, 4), "sigmoid tanh relu sigmoid relu tanh"),
    ):
        compare(student, rng, Tower(rng, widths, names.split()))
    with case("many_layers", "for a network with many layers"):
        against_the_sweep(student, Tower(rng, [3] * 14, ["tanh"] * 13))
    agrees_with_the_equations(student, rng, 4)


@check(points=0.5)
def test_every_layer_has_its_own_activation_and_nothing_is_damaged(student, rng):
    """Each layer uses its own activation function; lists, matrices, inputs and outputs stay as they were."""
    tower = Tower(rng, (4, 5, 2, 3), ["tanh", "relu", "sigmoid"])
    make_list = keep(student.function("lambda *items: list(items)"))
    weights, activations = make_list(*tower.weights), make_list(*map(student.function, tower.sources))
    X, Y = student.keep(tower.X), student.keep(tower.Y)
    items = [keep(student.function("lambda given: list(given)"))(given) for given in (weights, activations)]
    same = student.function("lambda one, other: all(map(lambda a, b: a is b, one, other))")
    for _ in range(2):
        slopes = list_of_slopes(student.recursive_gradients(weights, activations, X, Y), 3)
        n_left = student.function("lambda *lists: [len(one) for one in lists]")(weights, activations)
        require(n_left == [3, 3], "recursive_gradients changes a list that it is given.", diagnosis="damages_list")
        unharmed = all(same(one, given) for one, given in zip(items, (weights, activations), strict=True))
        require(
            unharmed, "recursive_gradients replaces what stands in a list that it is given.", diagnosis="damages_list"
        )
        left = [*value_of(weights), value_of(X), value_of(Y)]
        for theirs, ours in zip(left, (*tower.weights, tower.X, tower.Y), strict=True):
            require(
                np.array_equal(theirs, ours),
                "recursive_gradients changes an array that it is given.",
                diagnosis="damages_input",
            )
        compare_slopes(slopes, tower)
    tower.X, tower.Y = tower.X + 0.1, tower.Y - 0.1
    for theirs, ours in ((X, tower.X), (Y, tower.Y)):  # the same arrays with other numbers
        refill(theirs, ours)
    tower.weights[-1] = 1.2 * tower.weights[-1]
    student.function("lambda arrays, new: np.copyto(arrays[-1], new)")(weights, tower.weights[-1])
    with case("kept", "when the same arrays come again with other numbers in them: keep nothing of an earlier call"):
        compare_slopes(list_of_slopes(student.recursive_gradients(weights, activations, X, Y), 3), tower)
    compare(student, rng, Tower(rng, (4, 4, 4, 4), ["sigmoid", "tanh", "linear"]))
    compare(student, rng, Tower(rng, (4, 4, 4, 4), ["linear", "sigmoid", "tanh"]))
    for n in (6, 1):
        compare(student, rng, Tower(rng, (3, 4, 2), ["relu", "linear"], n=n))
    for name in SOURCES:
        for widths in ((3, 5, 3), (4, 5, 2, 3)):
            compare(student, rng, Tower(rng, widths, [name] * (len(widths) - 1)))
    for n_layers in (2, 3):
        agrees_with_the_equations(student, rng, n_layers)
    with case("larger_sizes", "for a larger network and more moments"):
        against_the_sweep(student, Tower(rng, (25, 30, 20, 2), ["tanh"] * 3, n=1500))
    tower = Tower(rng, (3, 4, 2), ["tanh", "sigmoid"])
    activations = [student.function(source) for source in tower.sources]
    first, second = ([tower.weights, activations, tower.X, Y] for Y in (tower.Y, tower.Y + 1))
    assert_nothing_kept(student.recursive_gradients, first, second, "The list of slopes")
    for part in ("first", "last", "activations", "X", "Y"):
        if part in ("first", "last"):
            place = 0 if part == "first" else -1
            tower.weights[place] = next(little_changes(tower.weights[place]))
        elif part == "activations":
            activations, tower.acts = activations[::-1], tower.acts[::-1]
        else:
            setattr(tower, part, next(little_changes(getattr(tower, part))))
        slopes = list_of_slopes(student.recursive_gradients(tower.weights, activations, tower.X, tower.Y), 2)
        with case("kept", "when one of the arguments is another one and the others come again"):
            agree_with_the_sweep(slopes, tower)
    tower = Tower(rng, (4, 5, 4, 2), ["tanh", "sigmoid", "tanh"])
    tower.Y = 1e7 * rng.choice([-1, 1], size=tower.Y.shape) * rng.uniform(0.5, 1, size=tower.Y.shape)
    with case("large_error", "where the error is large"):
        against_the_sweep(student, tower)
    with case("small_error", "where the error is small"):
        against_the_sweep(student, nearly_right(rng))
    tower = Tower(rng, (4, 5, 4, 2), ["relu", "linear", "linear"])
    tower.weights = [100 * W for W in tower.weights]
    with case("large_values", "where the values of the layers are large"):
        against_the_sweep(student, tower)


def nearly_right(rng):
    """A tower with small errors: its outputs are zero, since in whole numbers no digits are lost in any precision.

    Its inputs are multiples of each other, and so are the activations of the layer below the outputs.
    """
    tower = Tower(rng, (4, 5, 4, 2), ["relu", "relu", "linear"])
    tower.X = np.outer(rng.integers(-3, 4, size=4), [1.0, 2.0, 3.0, 1.0, 4.0, 2.0])
    tower.weights[:2] = (rng.integers(-3, 4, size=W.shape).astype(float) for W in tower.weights[:2])
    a, b, c, d = tower.layers(tower.weights)[1][-2][:, 0]
    tower.weights[2] = np.array([[b, -a, d, -c], [c, d, -a, -b]])
    tower.Y = 1e-11 * rng.choice([-1, 1], size=tower.Y.shape) * rng.uniform(0.5, 1, size=tower.Y.shape)
    return tower if all(np.abs(slopes).max() > 1e-11 for slopes in tower.sweep()) else nearly_right(rng)


def against_the_sweep(student, tower):
    """Hold the slopes against those of the sweep, where to nudge each weight would take too long or lose digits."""
    agree_with_the_sweep(slopes_of(student, tower), tower)


def agree_with_the_sweep(slopes, tower):
    for k, want in enumerate(tower.sweep()):
        assert_shape(slopes[k], want.shape, f"slopes[{k}]")
        cut = {
            f"cut_off_{most}": ("it is cut off; slopes are to be as steep as they are", np.clip(want, -most, most))
            for most in (1, 2, 5, 10, 20, 50, 100)
        }
        assert_gradient(slopes[k], want, f"slopes[{k}]", n=tower.X.shape[1], rtol=CLOSE, mistakes=cut)


OTHER_SLOPE = "lambda N, deriv=False: 0.6 + 0.4 * np.sin(3 * N) if deriv else 1.5 * np.tanh(N)"


def agrees_with_the_equations(student, rng, n_layers):
    """Fail unless the slopes are made of what the activation functions say with deriv=True.

    They say another slope than they have, so no nudge gives what the equations do.
    """
    require_no_nudges(student, rng, n_layers)
    tower = tower_of_another_slope(rng, n_layers)
    slopes = slopes_of(student, tower)
    for k, want in enumerate(tower.sweep()):
        try:
            assert_gradient(slopes[k], want, f"slopes[{k}]", rtol=CLOSE)
        except CheckFailed as failed:
            text = "is not what equations (10) to (12) give: every σ'(N) is that layer's activation(N, deriv=True)."
            raise CheckFailed(f"slopes[{k}] {text}", failed.detail, "other_slopes") from failed


def tower_of_another_slope(rng, n_layers):
    """A tower whose activation functions say another slope than they have."""
    tower = Tower(rng, (4,) * (n_layers + 1), ["tanh"] * n_layers)
    tower.sources = [OTHER_SLOPE] * n_layers
    tower.acts = [eval(OTHER_SLOPE, {"np": np})] * n_layers
    return tower


def require_no_nudges(student, rng, n_layers):
    """Fail if the slopes are those that the loss has when weights are nudged."""
    tower = tower_of_another_slope(rng, n_layers)
    found = result_for(student, tower)
    slopes = found if isinstance(found, list) else list_of_slopes(found, n_layers)
    nudges = "The slopes are found by nudging weights, as for central differences; use equations (10) to (12)."
    for k, right in enumerate(tower.sweep()):
        nudged = tower.numerical(k)
        by_nudges = any(distance(one, nudged) < min(0.02, distance(one, right)) for one in slopes)
        require(not by_nudges, nudges, diagnosis="by_differences")


def compare_directions(student, rng, widths, which):
    """Hold some matrices of slopes against the central difference, and look past what other checks fail for.

    That is their order, whether one is turned round, one factor, and the others. All units are active, so every slope
    of relu is 1, wherever it is taken. Where that is wrong, what grows as fast as it is large will do, whose values are
    its slopes.
    """
    relu, growth = (
        Tower(rng, widths, [name] * (len(widths) - 1), active=name == "relu") for name in ("relu", "growth")
    )
    try:
        compare(student, rng, relu, which)
    except CheckFailed:
        with suppress(CheckFailed):
            compare(student, rng, growth, which)
            return
        raise


def distance(found, want):
    """How far slopes, as they are or turned round, are from those wanted times any number, as a part of their size."""
    try:
        found = as_array(found, "the slopes")
    except CheckFailed:
        return 1.0
    least = 1.0
    for got in (found, found.T):
        if got.shape == want.shape and np.isfinite(got).all() and got.any():
            factor = np.sum(got * want) / np.sum(want * want)
            least = min(least, np.linalg.norm(got - factor * want) / np.linalg.norm(got))
    return least


def compare(student, rng, tower, directions=()):
    """Hold all matrices of slopes against the central difference.

    Where `directions` are asked for, of some matrices, arrays in these will do, wherever they stand.
    """
    n_layers, n = len(tower.weights), tower.X.shape[1]
    when = (
        "for a single moment: every array has two axes, and one column"
        if n == 1
        else f"for {n_layers} {'matrix' if n_layers == 1 else 'matrices'}"
    )
    with case("other_depth", when):
        try:
            found = result_for(student, tower)
        except StudentRaised as raised:
            raise why_it_raised(raised, student, rng, tower) from raised
        if directions and isinstance(found, list):
            wanted = [tower.numerical(k) for k in directions]
            if all(any(distance(one, want) < CLOSE for one in found) for want in wanted):
                return
        slopes = list_of_slopes(found, n_layers)
    compare_slopes(slopes, tower)


def result_for(student, tower):
    functions = {source: student.function(source) for source in tower.sources}  # layers share them
    activations = [functions[source] for source in tower.sources]
    return student.recursive_gradients(tower.weights, activations, tower.X, tower.Y)


def slopes_of(student, tower):
    return list_of_slopes(result_for(student, tower), len(tower.weights))


def compare_slopes(slopes, tower):
    shapes, n_layers = [np.shape(one) for one in slopes], len(tower.weights)
    wanted = [W.shape for W in tower.weights]
    reversed_order = "The slopes come in the wrong order, those of the last matrix first."
    require(shapes != wanted[::-1] or shapes == wanted, reversed_order, diagnosis="order_reversed")
    for k in range(n_layers):
        title = f"slopes[{k}]" if n_layers > 1 else "slopes[0] of a single matrix"
        require(
            shapes[k] != (wanted[k][0], len(tower.X)) or shapes[k] == wanted[k],
            f"{title} is not right: {FLAWS['inputs_everywhere']}.",
            diagnosis="inputs_everywhere",
        )
        require(
            shapes[k] != (wanted[k][0], wanted[k][0]) or shapes[k] == wanted[k],
            f"{title} is not right: {FLAWS['activations_of_the_layer_above']}.",
            diagnosis="activations_of_the_layer_above",
        )
        assert_shape(slopes[k], wanted[k], title)
        n, mistakes = tower.X.shape[1], tower.mistakes(k)
        assert_gradient(slopes[k], tower.numerical(k), title, n=n, rtol=CLOSE, mistakes=mistakes)


def why_it_raised(raised, student, rng, tower):
    """Why the function raised: where all layers are alike, nothing need raise, and the values tell."""
    if raised.diagnosis != "raised":
        return raised
    n_layers = len(tower.weights)
    try:
        alike = Tower(rng, (3,) * (n_layers + 1), ["tanh"] * n_layers, n=3)
        compare_slopes(slopes_of(student, alike), alike)
    except StudentRaised:
        return raised
    except CheckFailed as failed:
        if failed.stage == "value" and failed.diagnosis not in ("wrong_value", "constant_factor"):
            words = f"Where all layers have three units it runs, but {failed.message}"
            return CheckFailed(f"{raised.message} {words}", raised.detail, failed.diagnosis, "raised")
    return raised


SOURCES = {
    "relu": "lambda N, deriv=False: (N > 0) * 1.0 if deriv else np.maximum(N, 0)",
    "sigmoid": "lambda N, deriv=False: 1.5 / (2 + np.exp(N) + np.exp(-N)) if deriv else 1.5 / (1 + np.exp(-N))",
    "tanh": "lambda N, deriv=False: 1.5 / np.cosh(N)**2 if deriv else 1.5 * np.tanh(N)",
}
GROWTH = "lambda N, deriv=False: 0.3 * np.exp(N)"
LINEAR = "lambda N, deriv=False: np.ones_like(N) if deriv else 1.0 * N"


class Tower:
    """A network of any depth on our side.

    Draws near the kink of relu, with a silent layer, or with slopes so small that the rounding of the central
    difference would show, are rejected.
    """

    def __init__(self, rng, widths, names, n=6, active=False):
        self.sources = [{**SOURCES, "linear": LINEAR, "growth": GROWTH}[name] for name in names]
        self.acts = [eval(source, {"np": np}) for source in self.sources]
        pairs = list(pairwise(widths))
        while True:
            self.weights = [
                rng.normal(0.1, (4 if name == "sigmoid" else 1.4) / np.sqrt(below), size=(above, below))
                for (below, above), name in zip(pairs, names, strict=True)
            ]
            self.X, self.Y = rng.normal(size=(widths[0], n)), rng.uniform(size=(widths[-1], n))
            if active:  # with no number below zero, every unit of relu is above it
                self.X, self.weights = np.abs(self.X), [np.abs(W) / 2 for W in self.weights]
            N, _ = self.layers(self.weights)
            clear = n > 100 or all(np.abs(one).min() > 1e-3 and np.mean(one > 0) > 0.2 for one in N)
            if clear and all(0.1 < np.abs(slopes).max() < 10 for slopes in self.sweep()):
                return

    def layers(self, weights):
        """The pre-activations of every layer, and the activations with the input in front."""
        N, H = [], [self.X]
        for W, act in zip(weights, self.acts, strict=True):
            N.append(W @ H[-1])
            H.append(act(N[-1]))
        return N, H

    def numerical(self, k):
        """The slopes of the loss for matrix k, by central differences."""

        def loss_with(W):
            weights = [W if place == k else other for place, other in enumerate(self.weights)]
            return float(np.sum((self.layers(weights)[1][-1] - self.Y) ** 2) / self.X.shape[1])

        return numerical_gradient(loss_with, self.weights[k])

    def mistakes(self, k):
        """What people compute instead of the slopes of matrix k, by name."""
        found = {slug: (text, (lambda slug=slug: self.sweep(slug)[k])) for slug, text in FLAWS.items()}
        right, n = self.sweep()[k], self.X.shape[1]
        half = "the factor 2 of equation (12) is missing" + (
            ", or it is averaged over the two outputs" if len(self.Y) == 2 else ""
        )
        found |= {
            "order_reversed": ("the slopes of the last matrix come first", lambda: self.sweep()[-1 - k]),
            "factor_and_mean_missing": (
                "it is N/2 times what it should be: mind the 2/N of equation (12), with N the number of moments",
                right * n / 2,
            ),
            "half": (f"it is half of what it should be: {half}", right / 2),
            "mean_over_outputs": (
                "it is averaged over the outputs too; the loss adds them up",
                right / len(self.Y) if len(self.Y) != 2 else None,
            ),
            "mean_over_everything": (
                "it is averaged over the outputs too, and the factor 2 is missing",
                right / len(self.Y) / 2,
            ),
            **self.divided_by_a_size(right * n),
            "weights": ("these are the weights themselves", self.weights[k]),
        }
        for divisor in DIVISORS:
            if divisor != n:
                text = "it is divided by a fixed number, whatever the number of moments is"
                found[f"divided_by_{divisor}"] = (text, right * n / divisor)
        return found

    def divided_by_a_size(self, total):
        """Slopes that are divided by another size than the number of moments, where no other is as large."""
        sizes = {"inputs": len(self.X), "outputs": len(self.Y), "matrices": len(self.weights)}
        return {
            f"n_{name}": (f"it is divided by the number of {name}, not of moments", total / size)
            for name, size in sizes.items()
            if list(sizes.values()).count(size) == 1 < size
        }

    def sweep(self, flaw=""):
        """The slopes of all matrices, with one flaw in the way they are computed."""
        N, H = self.layers(self.weights)
        last = len(N) - 1
        acts = {
            "first_activation_for_all": self.acts[:1] * (last + 1),
            "last_activation_for_all": self.acts[-1:] * (last + 1),
        }
        if flaw in acts:
            N, H = [], [self.X]
            for W, act in zip(self.weights, acts[flaw], strict=True):
                N.append(W @ H[-1])
                H.append(act(N[-1]))
        acts["first_slope_for_all"], acts["last_slope_for_all"] = acts.values()
        slopes, blame = [None] * (last + 1), H[-1] - self.Y
        if flaw == "output_not_bent":
            blame = N[-1] - self.Y
        for k in reversed(range(last + 1)):
            here = "" if k == last and flaw.startswith("hidden_") else flaw.removeprefix("hidden_")
            act = acts.get(here, self.acts)[k]
            slope = act(N[k], deriv=True)
            if here == "slope_missing" or (flaw == "top_slope_missing" and k == last):
                slope = np.ones_like(slope)
            if here == "slope_at_activation":
                slope = act(H[k + 1], deriv=True)
            if flaw == "slope_at_blame" and k < last:
                slope = act(blame, deriv=True)
            if here == "relu_slope":
                slope = (N[k] > 0) * 1.0
            if flaw == "slope_of_the_layer_below" and k > 0 and N[k - 1].shape == N[k].shape:
                slope = act(N[k - 1], deriv=True)
            if here == "value_for_slope":
                slope = act(N[k])
            if flaw == "activation_of_the_layer_above" and k < last:
                slope = self.acts[k + 1](N[k], deriv=True)
            if flaw == "activations_shifted":
                slope = self.acts[max(k - 1, 0)](N[k], deriv=True)
            C = slope * blame
            below = H[k + 1] if flaw == "activations_of_the_layer_above" else H[k]
            if flaw == "activations_before_the_bend" and k > 0:
                below = N[k - 1]
            if flaw == "inputs_everywhere":
                below = self.X
            turned = below.reshape(below.shape[::-1]) if flaw == "layers_reshaped" else below.T
            slopes[k] = 2 / self.X.shape[1] * C @ turned
            W = self.weights[k]
            blame = (W if flaw == "not_transposed" else W.T) @ C
            if flaw == "weights_reshaped":
                blame = W.reshape(W.shape[::-1]) @ C
            if flaw == "matrix_of_the_layer_below" and k > 0:
                blame = self.weights[k - 1].T @ C
            if flaw == "error_in_every_layer" and k == last:
                error = H[-1] - self.Y
            if flaw == "error_in_every_layer":
                blame = blame * error
            if flaw == "blame_not_passed_on" and k > 0:
                blame = self.weights[k].T @ (H[-1] - self.Y)
            if flaw == "weights_missing":
                blame = C
        return slopes


FLAWS = {
    "slope_missing": "σ' is missing",
    "top_slope_missing": "σ' is missing in the last layer",
    "hidden_slope_missing": "σ' is missing in the hidden layers",
    "slope_at_activation": "σ' is taken at H, after the bend; take it at N",
    "hidden_slope_at_activation": "σ' of the hidden layers is taken at H, after the bend; take it at N",
    "slope_at_blame": "σ' is taken of the blame; take it at N of the same layer",
    "slope_of_the_layer_below": "σ' is taken at N of the layer below",
    "activation_of_the_layer_above": "σ' is that of the layer above",
    "value_for_slope": "σ stands where σ' should: pass deriv=True",
    "hidden_value_for_slope": "σ stands where σ' should in the hidden layers: pass deriv=True",
    "first_activation_for_all": "the first activation function is used in all layers",
    "last_activation_for_all": "the last activation function is used in all layers",
    "first_slope_for_all": "the slope of the first activation function is used in all layers",
    "last_slope_for_all": "the slope of the last activation function is used in all layers",
    "hidden_first_slope_for_all": "the slope of the first activation function is used in all hidden layers",
    "activations_shifted": "σ' is that of the layer below",
    "relu_slope": "σ' is that of relu in each layer, whatever activation function it has",
    "hidden_relu_slope": "σ' is that of relu in the hidden layers, whatever activation function they have",
    "activations_of_the_layer_above": "C is multiplied by the layer above these weights; it should be the layer below",
    "activations_before_the_bend": "the layer below is used before its bend, N in place of H",
    "inputs_everywhere": "C is multiplied by X in all layers; it should be the layer below these weights",
    "layers_reshaped": "reshape does not turn a matrix round; use .T for the layers in equation (12)",
    "not_transposed": "the weights must be transposed on the way down",
    "weights_reshaped": "reshape does not turn a matrix round; use .T for the weights on the way down",
    "matrix_of_the_layer_below": "the blame goes down through the wrong matrix",
    "weights_missing": "the blame must be multiplied by the weights between the layers",
    "output_not_bent": "the prediction is taken before the last bend",
    "error_in_every_layer": "the error enters again in each layer; it should enter once, at the top",
    "blame_not_passed_on": "the error is passed down in place of C",
}
