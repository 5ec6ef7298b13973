"""What models have in common: the loss and the error, the bias row, the history, the two plots."""

from __future__ import annotations

from collections.abc import Iterator

import matplotlib as mpl
import numpy as np
import pytest

from decoding import Model, error, loss
from gradekit.assertions import numerical_gradient

mpl.use("Agg")


class Linear(Model):
    name = "linear"
    W: np.ndarray

    def forward(self, X: np.ndarray) -> np.ndarray:
        return self.W @ self.add_bias_row(X)


def linear(W: np.ndarray, use_bias: bool = False) -> Linear:
    rng = np.random.default_rng(0)
    n_in = W.shape[1] - use_bias
    model = Linear(rng.random((n_in, 9)), rng.random((2, 9)), rng.random((n_in, 4)), rng.random((2, 4)), use_bias)
    model.W = W
    return model


@pytest.fixture
def model() -> Linear:
    return linear(np.array([[1.0, 0.0, 0.5], [0.0, 2.0, 0.0]]))


@pytest.fixture(autouse=True)
def closed_figures() -> Iterator[None]:
    import matplotlib.pyplot as plt

    yield
    plt.close("all")


def test_loss_sums_over_outputs_and_averages_over_columns() -> None:
    Y_pred, Y_true = np.array([[3.0, 0.0], [4.0, 0.0]]), np.zeros((2, 2))
    assert loss(Y_pred, Y_true) == 12.5


def test_error_is_the_mean_distance() -> None:
    Y_pred, Y_true = np.array([[3.0, 0.0], [4.0, 1.0]]), np.zeros((2, 2))
    assert error(Y_pred, Y_true) == 3.0


def test_loss_and_error_are_plain_numbers() -> None:
    Y = np.ones((2, 3), dtype=np.float32)
    assert type(loss(Y, Y)) is float
    assert type(error(Y, Y)) is float


def test_two_over_n_times_the_residuals_is_the_exact_gradient_of_the_loss() -> None:
    rng = np.random.default_rng(1)
    W, X, Y = rng.random((2, 3)), rng.random((3, 7)), rng.random((2, 7))
    gradient = 2 / 7 * (W @ X - Y) @ X.T
    assert np.allclose(gradient, numerical_gradient(lambda V: loss(V @ X, Y), W), rtol=1e-6)


def test_a_model_knows_its_sizes(model: Linear) -> None:
    assert (model.n_in, model.n_out, model.n_train, model.use_bias, model.epoch) == (3, 2, 9, False, 0)


def test_forward_and_fit_are_left_to_the_reader() -> None:
    empty = Model(np.zeros((1, 2)), np.zeros((2, 2)), np.zeros((1, 2)), np.zeros((2, 2)))
    with pytest.raises(NotImplementedError, match="forward"):
        empty.forward(np.zeros((1, 2)))
    with pytest.raises(NotImplementedError, match="fit"):
        empty.fit()


def test_the_bias_row_is_on_top_and_only_with_a_bias() -> None:
    X = np.array([[5.0, 6.0]])
    assert np.array_equal(linear(np.zeros((2, 2)), use_bias=True).add_bias_row(X), [[1, 1], [5, 6]])
    assert np.array_equal(linear(np.zeros((2, 1))).add_bias_row(X), X)


def test_the_first_column_of_the_weights_is_the_bias() -> None:
    model = linear(np.array([[10.0, 2.0], [20.0, 0.0]]), use_bias=True)
    assert np.array_equal(model.forward(np.array([[5.0, 6.0]])), [[20, 22], [20, 20]])


def test_every_record_fills_the_whole_history(model: Linear) -> None:
    Y_pred, Y_true = np.array([[3.0], [4.0]]), np.zeros((2, 1))
    model.record(Y_pred, Y_true, epochs=0.25)
    model.record(Y_true, Y_true, epochs=0.5)
    assert model.history["epoch"] == [0.25, 0.75]
    assert model.history["loss"] == [25, 0]
    assert model.history["error"] == [5, 0]
    Y_test_pred = model.forward(model.X_test)
    assert model.history["test_loss"] == [loss(Y_test_pred, model.Y_test)] * 2
    assert model.history["test_error"] == [error(Y_test_pred, model.Y_test)] * 2
    assert model.epoch == 0.75


def test_models_do_not_share_a_history(model: Linear) -> None:
    model.record(model.Y_train, model.Y_train, epochs=1)
    assert linear(model.W).history["epoch"] == []


def test_testing_performance_is_titled_in_centimetres(model: Linear) -> None:
    _, ax = model.plot_testing_performance(title="A decoder")
    centimetres = 100 * error(model.forward(model.X_test), model.Y_test)
    assert ax.get_title() == f"A decoder\nmean error {centimetres:.1f} cm"


def test_testing_performance_draws_where_it_is_told(model: Linear) -> None:
    import matplotlib.pyplot as plt

    fig, axes = plt.subplots(1, 2)
    drawn_fig, drawn_ax = model.plot_testing_performance(ax=axes[1])
    assert (drawn_fig, drawn_ax) == (fig, axes[1])
    assert axes[1].get_title().startswith("linear")


def test_training_error_is_drawn_in_centimetres_on_a_log_axis(model: Linear) -> None:
    model.record(np.array([[0.3], [0.4]]), np.zeros((2, 1)), epochs=1)
    _, ax = model.plot_training_error()
    assert ax.get_yscale() == "log"
    assert "cm" in ax.get_ylabel()
    assert ax.lines[0].get_ydata()[0] == pytest.approx(50)
    assert ax.lines[1].get_ydata()[0] == pytest.approx(100 * model.history["test_error"][0])


@pytest.mark.parametrize(("comparison", "lines"), [(None, 2), ("one", 3), ("list", 4)])
def test_training_error_draws_a_level_for_each_comparison(model: Linear, comparison: str, lines: int) -> None:
    others = {None: None, "one": model, "list": [model, linear(model.W)]}[comparison]
    if comparison == "list":
        others[1].name = "another"
    model.record(model.Y_train, model.Y_train, epochs=1)
    _, ax = model.plot_training_error(comparison=others)
    assert len(ax.lines) == lines
