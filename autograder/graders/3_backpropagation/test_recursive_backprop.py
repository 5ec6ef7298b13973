"""Task recursive_backprop: the backward sweep for any number of layers, each matrix against the central difference."""

from itertools import pairwise

import numpy as np

from decoding.checks import Task, assert_gradient, assert_shape, check, numerical_gradient, require, value_of

TASK = Task("recursive_backprop")


@check(points=0.5, public=True)
def test_one_array_of_slopes_for_each_matrix(student, rng):
    """There is one array of slopes for each matrix, of its shape, in the order of the matrices."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    for widths in ((3, 2), (5, 3, 4, 2)):
        weights = [rng.normal(size=(above, below)) for below, above in pairwise(widths)]
        X, Y = rng.normal(size=(widths[0], 6)), rng.normal(size=(widths[-1], 6))
        slopes = student.recursive_gradients(weights, [wave] * len(weights), X, Y)
        require(slopes is not None, "recursive_gradients returns nothing.", diagnosis="wrong_type")
        require(
            isinstance(slopes, list) and len(slopes) == len(weights),
            "recursive_gradients should return a list with one array for each matrix.",
            diagnosis="not_one_a_matrix",
        )
        shapes = [np.shape(one) for one in slopes]
        require(
            len(weights) == 1 or shapes != [W.shape for W in weights[::-1]],
            "The slopes come in the wrong order, those of the last matrix first.",
            diagnosis="order_reversed",
        )
        for k, (one, W) in enumerate(zip(slopes, weights, strict=True)):
            assert_shape(one, W.shape, f"slopes[{k}]")


@check(points=1)
def test_one_or_two_hidden_layers(student, rng):
    """With one hidden layer, and with two, every matrix agrees with the central difference."""
    for widths in ((3, 5, 3), (4, 4, 4), (4, 5, 2, 3)):
        for name in SOURCES:
            compare(student, Tower(rng, widths, [name] * (len(widths) - 1)))


@check(points=1)
def test_three_to_five_hidden_layers(student, rng):
    """With three, four and five hidden layers too."""
    for widths, name in (((3, 4, 5, 2, 3), "relu"), ((2, 3, 4, 3, 4, 3), "tanh"), ((4, 4, 4, 4, 4, 4, 4), "sigmoid")):
        compare(student, Tower(rng, widths, [name] * (len(widths) - 1)))


@check(points=0.5)
def test_every_layer_has_its_own_activation_and_nothing_is_damaged(student, rng):
    """Each layer uses its own activation function; matrices, inputs and outputs stay as they were."""
    compare(student, Tower(rng, (4, 5, 2, 3), ["tanh", "relu", "sigmoid"]))
    compare(student, Tower(rng, (4, 4, 4, 4), ["sigmoid", "tanh", "linear"]))
    tower = Tower(rng, (4, 3, 2), ["relu", "linear"])
    kept = [student.keep(array) for array in (*tower.weights, tower.X, tower.Y)]
    activations = [student.function(source) for source in tower.sources]
    student.recursive_gradients(kept[:-2], activations, *kept[-2:])
    for theirs, ours in zip(kept, (*tower.weights, tower.X, tower.Y), strict=True):
        require(
            np.array_equal(value_of(theirs), ours),
            "recursive_gradients changes an array that it is given.",
            diagnosis="damages_input",
        )


def compare(student, tower):
    """Hold all matrices of slopes against the central difference."""
    activations = [student.function(source) for source in tower.sources]
    slopes = student.recursive_gradients(tower.weights, activations, tower.X, tower.Y)
    n_layers, n = len(tower.weights), tower.X.shape[1]
    require(
        isinstance(slopes, list) and len(slopes) == n_layers,
        "recursive_gradients should return a list with one array for each matrix.",
        diagnosis="not_one_a_matrix",
    )
    for k in range(n_layers):
        require(
            np.ndim(slopes[k]) == 2,
            f"slopes[{k}] should be an array like its matrix.",
            diagnosis="wrong_shape",
        )
        assert_gradient(slopes[k], tower.numerical(k), f"slopes[{k}]", n=n, mistakes=tower.mistakes(k))


SOURCES = {
    "relu": "lambda N, deriv=False: (N > 0) * 1.0 if deriv else np.maximum(N, 0)",
    "sigmoid": "lambda N, deriv=False: 1.5 / (2 + np.exp(N) + np.exp(-N)) if deriv else 1.5 / (1 + np.exp(-N))",
    "tanh": "lambda N, deriv=False: 1.5 / np.cosh(N)**2 if deriv else 1.5 * np.tanh(N)",
}
LINEAR = "lambda N, deriv=False: np.ones_like(N) if deriv else 1.0 * N"


class Tower:
    """A network of any depth on our side.

    Draws near the kink of relu, with a silent layer, or with slopes so small that the rounding of the central
    difference would show, are rejected.
    """

    def __init__(self, rng, widths, names, n=6):
        self.sources = [{**SOURCES, "linear": LINEAR}[name] for name in names]
        self.acts = [eval(source, {"np": np}) for source in self.sources]
        pairs = list(pairwise(widths))
        while True:
            self.weights = [
                rng.normal(0.1, (4 if name == "sigmoid" else 1.4) / np.sqrt(below), size=(above, below))
                for (below, above), name in zip(pairs, names, strict=True)
            ]
            self.X, self.Y = rng.normal(size=(widths[0], n)), rng.uniform(size=(widths[-1], n))
            N, _ = self.layers(self.weights)
            clear = all(np.abs(one).min() > 1e-3 and np.mean(one > 0) > 0.2 for one in N)
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
        found["order_reversed"] = ("the slopes of the last matrix come first", lambda: self.sweep()[-1 - k])
        found["factor_and_mean_missing"] = ("both the factor 2 and the mean are missing", right * n / 2)
        found["mean_over_outputs"] = ("it is averaged over the outputs too; the loss adds them up", right / len(self.Y))
        return found

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
        slopes, blame = [None] * (last + 1), H[-1] - self.Y
        for k in reversed(range(last + 1)):
            act = acts.get(flaw, self.acts)[k]
            slope = act(N[k], deriv=True)
            if flaw == "slope_missing" or (flaw == "top_slope_missing" and k == last):
                slope = np.ones_like(slope)
            if flaw == "hidden_slopes_missing" and k < last:
                slope = np.ones_like(slope)
            if flaw == "slope_at_activation":
                slope = act(H[k + 1], deriv=True)
            if flaw == "value_for_slope":
                slope = act(N[k])
            if flaw == "activations_shifted":
                slope = self.acts[max(k - 1, 0)](N[k], deriv=True)
            C = slope * blame
            below = H[k + 1] if flaw == "activations_of_the_layer_above" else H[k]
            if flaw == "activations_before_the_bend" and k > 0:
                below = N[k - 1]
            slopes[k] = 2 / self.X.shape[1] * C @ below.T
            blame = (self.weights[k] if flaw == "not_transposed" else self.weights[k].T) @ C
            if flaw == "error_in_every_layer" and k == last:
                error = H[-1] - self.Y
            if flaw == "error_in_every_layer":
                blame = blame * error
            if flaw == "blame_not_passed_on" and k > 0:
                blame = self.weights[k].T @ (H[-1] - self.Y)
        return slopes


FLAWS = {
    "slope_missing": "σ' is missing",
    "top_slope_missing": "σ' is missing in the last layer",
    "hidden_slopes_missing": "σ' is missing in the hidden layers",
    "slope_at_activation": "σ' is taken at H, after the bend; take it at N",
    "value_for_slope": "σ stands where σ' should: pass deriv=True",
    "first_activation_for_all": "the first activation function is used in all layers",
    "last_activation_for_all": "the last activation function is used in all layers",
    "activations_shifted": "σ' is that of the layer below",
    "activations_of_the_layer_above": "C is multiplied by the layer above these weights; it should be the layer below",
    "activations_before_the_bend": "the layer below is used before its bend, N in place of H",
    "not_transposed": "the weights must be transposed on the way down",
    "error_in_every_layer": "the error enters again in each layer; it should enter once, at the top",
    "blame_not_passed_on": "the error is passed down in place of C",
}
