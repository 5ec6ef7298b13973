"""What every model of the course has in common, and how models are judged."""

from __future__ import annotations

from typing import Any

import numpy as np


def loss(Y_pred: np.ndarray, Y_true: np.ndarray) -> float:
    """Mean squared distance between prediction and truth: (1/N) Σ_n ||ŷ_n − y_n||².

    Parameters
    ----------
    Y_pred, Y_true : ndarray, (n_out, N), metres

    Returns
    -------
    float, square metres
        Summed over the outputs and averaged over the N columns, so that for a linear model
        ``(2 / N) * (Y_pred - Y_true) @ X.T`` is its exact gradient.
    """
    return float(np.mean(np.sum(np.square(Y_pred - Y_true), axis=0)))


def error(Y_pred: np.ndarray, Y_true: np.ndarray) -> float:
    """Mean distance between prediction and truth: (1/N) Σ_n ||ŷ_n − y_n||.

    Parameters
    ----------
    Y_pred, Y_true : ndarray, (n_out, N), metres

    Returns
    -------
    float, metres
    """
    return float(np.mean(np.linalg.norm(Y_pred - Y_true, axis=0)))


class Model:
    """A decoder: firing rates go in, positions come out. Each chapter fills in `forward` and `fit`.

    Parameters
    ----------
    X_train : ndarray, (n_in, n_train)
    Y_train : ndarray, (n_out, n_train), metres
    X_test : ndarray, (n_in, n_test)
    Y_test : ndarray, (n_out, n_test), metres
    use_bias : bool
        Whether each layer gains a first input that is always 1.

    Attributes
    ----------
    n_in, n_out, n_train : int
        Number of inputs, of outputs, and of columns to train on.
    epoch : float
        How many times the training set was seen so far.
    history : dict of lists
        "epoch", "loss", "test_loss" (square metres), "error" and "test_error" (metres): one entry per call of `record`.
    name : str
        What figures call the model.
    """

    name = "Model"

    def __init__(
        self,
        X_train: np.ndarray,
        Y_train: np.ndarray,
        X_test: np.ndarray,
        Y_test: np.ndarray,
        use_bias: bool = False,
    ) -> None:
        self.X_train, self.Y_train = X_train, Y_train
        self.X_test, self.Y_test = X_test, Y_test
        self.use_bias = use_bias
        self.n_in, self.n_train = X_train.shape
        self.n_out = Y_train.shape[0]
        self.epoch = 0.0
        self.history: dict[str, list[float]] = {
            "epoch": [],
            "loss": [],
            "test_loss": [],
            "error": [],
            "test_error": [],
        }

    def forward(self, X: np.ndarray) -> np.ndarray:
        """Predict one position per column: X is (n_in, N), the result (n_out, N), metres."""
        raise NotImplementedError(f"{type(self).__name__} has no forward method yet.")

    def fit(self) -> None:
        """Choose the weights with the training data."""
        raise NotImplementedError(f"{type(self).__name__} has no fit method yet.")

    def add_bias_row(self, X: np.ndarray) -> np.ndarray:
        """Put a row of ones on top of X when the model uses a bias; otherwise give X back as it is.

        Parameters
        ----------
        X : ndarray, (n, N)

        Returns
        -------
        ndarray, (n + 1, N) with a bias, (n, N) without
        """
        if not self.use_bias:
            return X
        return np.vstack([np.ones((1, X.shape[1])), X])

    def record(self, Y_batch_pred: np.ndarray, Y_batch_true: np.ndarray, epochs: float) -> None:
        """Add one entry to the history.

        Parameters
        ----------
        Y_batch_pred, Y_batch_true : ndarray, (n_out, n_batch), metres
            Prediction and truth of the columns that were just trained on.
        epochs : float
            Which part of the training set they were: 0.01 for a batch of 1 %.
        """
        self.epoch += epochs
        Y_test_pred = self.forward(self.X_test)
        entry = {
            "epoch": self.epoch,
            "loss": loss(Y_batch_pred, Y_batch_true),
            "test_loss": loss(Y_test_pred, self.Y_test),
            "error": error(Y_batch_pred, Y_batch_true),
            "test_error": error(Y_test_pred, self.Y_test),
        }
        for key, value in entry.items():
            self.history[key].append(value)

    def plot_testing_performance(self, ax: Any = None, title: str | None = None) -> tuple[Any, Any]:
        """Draw the true path of the test data and a dot for every predicted position.

        Parameters
        ----------
        ax : matplotlib Axes, optional
            Where to draw; a new figure otherwise.
        title : str, optional
            First line of the title, the model's name otherwise. The second is the mean error in centimetres.

        Returns
        -------
        fig, ax
        """
        from .plots import plot_predictions

        return plot_predictions(self.forward(self.X_test), self.Y_test, ax=ax, title=title or self.name)

    def plot_training_error(self, comparison: Any = None) -> tuple[Any, Any]:
        """Draw training and test error against epochs, in centimetres on a logarithmic axis.

        Parameters
        ----------
        comparison : Model or list of Model, optional
            Each is drawn as a level line: its error on the test data.

        Returns
        -------
        fig, ax
        """
        from .plots import plot_training_curves

        others = comparison if isinstance(comparison, (list, tuple)) else [comparison]
        levels = {other.name: error(other.forward(other.X_test), other.Y_test) for other in others if other is not None}
        return plot_training_curves(self.history, levels)
