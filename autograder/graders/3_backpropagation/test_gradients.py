"""Task gradients: backpropagation through two hidden layers, each matrix against the central difference of the loss."""

import numpy as np

from decoding.checks import (
    Task,
    assert_close,
    assert_gradient,
    assert_shape,
    check,
    fail,
    numerical_gradient,
    require,
    value_of,
)

TASK = Task("gradients", needs=["forward_pass"])


@check(points=1, public=True)
def test_slopes_have_the_shapes_of_the_weights(student, session):
    """There are three arrays of slopes, one for each matrix of weights and of its shape, with biases and without."""
    wave = student.function("lambda N, deriv=False: np.cos(N) if deriv else np.sin(N)")
    for use_bias in (True, False):
        model = student.DeepNeuralNetwork(**session.arrays, activation=wave, n_hidden=7, use_bias=use_bias)
        model.forward(session.X_train[:, :20])
        slopes = three_arrays(student.gradients(model, session.Y_train[:, :20]))
        shapes = [(7, session.n_cells + use_bias), (7, 7 + use_bias), (2, 7 + use_bias)]
        require(
            [np.shape(one) for one in slopes] != shapes[::-1],
            "The slopes come in the wrong order: return those of W1, W2 and W3, in this order.",
            diagnosis="order_reversed",
        )
        for k, (one, shape) in enumerate(zip(slopes, shapes, strict=True), 1):
            require(
                np.shape(one) != (shape[0], shape[1] - 1) or not use_bias,
                f"dLdW{k} has no column for the biases: in equation (7) the row of ones stays.",
                diagnosis="no_slopes_of_biases",
            )
            assert_shape(one, shape, f"dLdW{k}")


def three_arrays(found):
    """The three arrays of slopes that the student's function gave."""
    require(found is not None, "gradients returns nothing.", diagnosis="wrong_type")
    if not isinstance(found, list) or len(found) != 3:
        fail("gradients should return three arrays: dLdW1, dLdW2, dLdW3.", diagnosis="not_three")
    return found


@check(points=0.5)
def test_slopes_of_the_third_matrix(student, rng, cohort):
    """dLdW3 agrees with the central difference of the loss."""
    for name in activations(cohort):
        compare(student, rng, cohort, name, which=[3])


@check(points=1.5)
def test_slopes_of_the_second_matrix(student, rng, cohort):
    """dLdW2 agrees with the central difference of the loss, for each activation function."""
    for name in activations(cohort):
        compare(student, rng, cohort, name, which=[2])


@check(points=1.5)
def test_slopes_of_the_first_matrix(student, rng, cohort):
    """dLdW1 agrees with the central difference of the loss, for each activation function."""
    for name in activations(cohort):
        compare(student, rng, cohort, name, which=[1])


@check(points=1)
def test_slopes_without_biases(student, rng, cohort):
    """Without biases all three agree with the central difference too."""
    for name in activations(cohort):
        compare(student, rng, cohort, name, which=[3, 2, 1], use_bias=False)


@check(points=0.5)
def test_one_moment_and_nothing_is_damaged(student, rng, cohort):
    """A batch of one moment works; the truth, the weights and the layers stay as they were."""
    network = Network(rng, cohort, "tanh", n_batch=1)
    model = network.on_the_students_side(student)
    model.forward(network.X)
    names = ("W1", "W2", "W3", "N1", "N2", "N3", "H1", "H2")
    before = {name: np.array(getattr(model, name)) for name in names}
    truth = student.keep(network.Y)
    slopes = three_arrays(student.gradients(model, truth))
    for k in (3, 2, 1):
        assert_gradient(slopes[k - 1], network.numerical(k), f"dLdW{k}", mistakes=network.mistakes(k))
    require(
        np.array_equal(value_of(truth), network.Y), "gradients changes the truth Y_true.", diagnosis="damages_input"
    )
    for name, array in before.items():
        require(
            np.array_equal(getattr(model, name), array),
            f"gradients changes {name} of the model; the step comes later.",
            diagnosis="damages_model",
        )
    again = three_arrays(student.gradients(model, network.Y))
    for k in (1, 2, 3):
        assert_close(again[k - 1], slopes[k - 1], f"dLdW{k}, asked for a second time")


def compare(student, rng, cohort, name, which, use_bias=True):
    """Hold some of the student's matrices against the central difference."""
    network = Network(rng, cohort, name, use_bias)
    model = network.on_the_students_side(student)
    model.forward(network.X)
    slopes = three_arrays(student.gradients(model, network.Y))
    for k in which:
        want = network.numerical(k)
        assert_gradient(slopes[k - 1], want, f"dLdW{k} ({name})", n=network.X.shape[1], mistakes=network.mistakes(k))


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

    A draw is rejected where a pre-activation is within 1e-3 of the kink of relu, or where a layer is all silent or all
    active: there a mistake would not show. Slopes must be large enough for the rounding of the central difference.
    """

    n_in, n_hidden, n_out, n_train = 4, 5, 3, 13

    def __init__(self, rng, cohort, name, use_bias=True, n_batch=6):
        self.source = activations(cohort)[name]
        self.act = eval(self.source, {"np": np})
        self.use_bias = use_bias
        first = int(use_bias)
        shapes = (
            (self.n_hidden, self.n_in + first),
            (self.n_hidden, self.n_hidden + first),
            (self.n_out, self.n_hidden + first),
        )
        gain = 3 if name == "sigmoid" else 1.5  # the sigmoid is nowhere steep
        while True:
            self.weights = [rng.normal(0.1, gain / np.sqrt(shape[1]), size=shape) for shape in shapes]
            self.X, self.Y = rng.uniform(0, 1.5, size=(self.n_in, n_batch)), rng.uniform(size=(self.n_out, n_batch))
            _, N1, _, N2, _, N3, _ = self.layers(self.weights)
            active = [np.mean(N > 0) for N in (N1, N2, N3)]
            clear = min(np.abs(N).min() for N in (N1, N2, N3)) > 1e-3 and all(0.3 < part < 0.9 for part in active)
            if clear and all(0.1 < np.abs(slopes).max() < 10 for slopes in self.sweep()):
                return

    def on_the_students_side(self, student):
        """A student's network with these weights; its training set is larger than the batch."""
        model = student.DeepNeuralNetwork(
            X_train=np.tile(self.X[:, :1], self.n_train),
            Y_train=np.tile(self.Y[:, :1], self.n_train),
            X_test=self.X[:, :1],
            Y_test=self.Y[:, :1],
            activation=student.function(self.source),
            n_hidden=self.n_hidden,
            use_bias=self.use_bias,
        )
        model.W1, model.W2, model.W3 = self.weights
        return model

    def with_ones(self, A):
        return np.vstack([np.ones((1, A.shape[1])), A]) if self.use_bias else A

    def layers(self, weights):
        N1 = weights[0] @ self.with_ones(self.X)
        H1 = self.act(N1)
        N2 = weights[1] @ self.with_ones(H1)
        H2 = self.act(N2)
        N3 = weights[2] @ self.with_ones(H2)
        return self.X, N1, H1, N2, H2, N3, self.act(N3)

    def numerical(self, k):
        """The slopes of the loss for matrix k, by central differences."""

        def loss_with(W):
            weights = [W if place == k else other for place, other in enumerate(self.weights, 1)]
            return float(np.sum((self.layers(weights)[-1] - self.Y) ** 2) / self.X.shape[1])

        return numerical_gradient(loss_with, self.weights[k - 1])

    def mistakes(self, k):
        """What people compute instead of the slopes of matrix k, by name."""
        flaws = FLAWS if self.use_bias else {slug: text for slug, text in FLAWS.items() if "column" not in slug}
        found = {slug: (text, (lambda slug=slug: self.sweep(slug)[k - 1])) for slug, text in flaws.items()}
        right, N = self.sweep()[k - 1], self.X.shape[1]
        found["n_train"] = (
            "it is divided by the size of the training set, not by that of this batch",
            right * N / self.n_train,
        )
        found["factor_and_mean_missing"] = ("both the factor 2 and the mean are missing", right * N / 2)
        found["one_over_n_without_2"] = ("the factor 2 is missing and it is divided by N twice", right / (2 * N))
        found["mean_over_outputs"] = ("it is averaged over the outputs too; the loss adds them up", right / self.n_out)
        return found

    def sweep(self, flaw=""):
        """The slopes of all three matrices, with one flaw in the way they are computed."""
        X, N1, H1, N2, H2, N3, Y_pred = self.layers(self.weights)
        _, W2, W3 = self.weights
        first = int(self.use_bias)

        def slope(N, H, other):
            if flaw == "slope_missing" or (flaw == "lower_slope_missing" and N is N1):
                return np.ones_like(N)
            if flaw == "slope_at_activation":
                return self.act(H, deriv=True)
            if flaw == "value_for_slope":
                return self.act(N)
            return self.act(other if flaw == "slope_of_wrong_layer" else N, deriv=True)

        def passed_down(W):
            return W[:, :-1] if flaw == "last_column_dropped" and first else W[:, first:]

        error = {"output_before_the_bend": N3, "prediction_not_compared": Y_pred + self.Y}.get(flaw, Y_pred) - self.Y
        C3 = error if flaw == "top_slope_missing" else self.act(N3, deriv=True) * error
        blame = error if flaw == "error_not_blame" else C3
        C2 = slope(N2, H2, N1) * (passed_down(W3).T @ blame)
        W_down = W2[:, first:].T if flaw == "not_transposed" else passed_down(W2)
        C1 = slope(N1, H1, N2) * (W_down.T @ C2)
        if flaw == "layer_skipped":
            C1 = slope(N1, H1, N2) * (passed_down(W3).T @ C3)
        if flaw == "weights_missing":
            C1 = slope(N1, H1, N2) * C2
        below1, below2, below3 = X, H1, H2
        if flaw == "activations_of_the_layer_above":
            below2 = H2
        if flaw == "activations_before_the_bend":
            below2, below3 = N1, N2
        factor = 2 / X.shape[1]
        pairs = ((C1, below1), (C2, below2), (C3, below3))
        return [factor * C @ self.with_ones(below).T for C, below in pairs]


FLAWS = {
    "slope_missing": "σ' is missing in C2 or C1",
    "lower_slope_missing": "σ' is missing in C1",
    "slope_at_activation": "σ' is taken at H, after the bend; take it at N",
    "value_for_slope": "σ stands where σ' should: pass deriv=True",
    "slope_of_wrong_layer": "σ' of another layer is used",
    "error_not_blame": "the error is passed down in place of C3",
    "top_slope_missing": "σ' is missing in C3",
    "last_column_dropped": "the last column of the weights is dropped; the biases are in the first",
    "not_transposed": "the weights must be transposed on the way down",
    "layer_skipped": "C1 is made from C3, a layer is skipped",
    "weights_missing": "C1 must be multiplied by the weights between the layers",
    "activations_of_the_layer_above": "C2 is multiplied by H2; the layer below, H1, feeds these weights",
    "activations_before_the_bend": "the layer below is used before its bend, N in place of H",
    "output_before_the_bend": "the prediction is taken before the last bend",
    "prediction_not_compared": "the prediction is not compared with the truth",
}
