"""The network of chapter 3, coded by hand: its layers, the sweep backwards, and its training. For chapter 4 alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from decoding import Model, load_cohort


def with_ones(H: np.ndarray) -> np.ndarray:
    """H with a row of ones on top: (n, N) becomes (n + 1, N)."""
    return np.vstack([np.ones((1, H.shape[1]), dtype=H.dtype), H])


def layers_by_hand(weights: Sequence[np.ndarray], X: np.ndarray) -> list[np.ndarray]:
    """The input and each layer of the network, in order, without their rows of ones.

    Parameters
    ----------
    weights : sequence of ndarray, (n_to, n_from + 1)
        One matrix per layer, its biases in column 0. Every layer is bent by ReLU, the output too.
    X : ndarray, (n_in, N)
    """
    layers = [X]
    for W in weights:
        layers.append(np.maximum(0, W @ with_ones(layers[-1])))
    return layers


def gradients_by_hand(weights: Sequence[np.ndarray], X: np.ndarray, Y: np.ndarray) -> list[np.ndarray]:
    """The slopes of the loss for each matrix, by the sweep of chapter 3.

    Parameters
    ----------
    weights : sequence of ndarray, (n_to, n_from + 1)
    X : ndarray, (n_in, N)
    Y : ndarray, (n_out, N)

    Returns
    -------
    list of ndarray
        In the order and the shapes of `weights`.
    """
    layers = layers_by_hand(weights, X)
    slopes = []
    blame = layers[-1] - Y
    for W, below, above in zip(weights[::-1], layers[-2::-1], layers[:0:-1], strict=True):
        blame = (above > 0) * blame
        slopes.append(2 / X.shape[1] * (blame @ with_ones(below).T))
        blame = W[:, 1:].T @ blame
    return slopes[::-1]


class NetworkByHand(Model):
    """Two hidden layers, trained with `gradients_by_hand`, in single precision because that is faster.

    It has the careful start: outputs that begin in the middle of the box, so that none of them is dead.
    Where a number is not given, it is that of this cohort's chapter 3.
    """

    name = "Network by hand"

    def __init__(self, *args: Any, n_hidden: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = load_cohort().network
        n_hidden = numbers.n_hidden if n_hidden is None else n_hidden
        sizes = [self.n_in, n_hidden, n_hidden, self.n_out]
        spread = numbers.init_scale
        W1, W2, W3 = (np.random.normal(0, spread / np.sqrt(n), size=(m, n + 1)) for n, m in pairwise(sizes))
        W3 *= 0.1
        W3[:, 0] = self.Y_train.mean(axis=1)
        self.weights = [W.astype(np.float32) for W in (W1, W2, W3)]

    def forward(self, X: np.ndarray) -> np.ndarray:
        """Positions (2, N), metres, for the rates X (n_in, N)."""
        return layers_by_hand(self.weights, X.astype(np.float32))[-1]

    def fit(
        self,
        epochs: float,
        batch_frac: float | None = None,
        eta: float | None = None,
        l2: float | None = None,
    ) -> None:
        """Train by plain descent in random batches, each a fraction `batch_frac` of the training set."""
        numbers = load_cohort().network
        batch_frac = numbers.batch_frac if batch_frac is None else batch_frac
        eta = numbers.eta if eta is None else eta
        l2 = numbers.l2 if l2 is None else l2
        self.settings = {"batch_frac": batch_frac, "eta": eta, "l2": l2}
        for X, Y in self._batches(epochs, batch_frac):
            slopes = gradients_by_hand(self.weights, X, Y)
            self.weights = [W - eta * (slope + l2 * W) for W, slope in zip(self.weights, slopes, strict=True)]
        self.record(self.forward(X), Y, epochs)

    def _batches(self, epochs: float, batch_frac: float) -> Any:
        """Random batches of the training set, until `epochs` times the set was seen."""
        X, Y = self.X_train.astype(np.float32), self.Y_train.astype(np.float32)
        for _ in range(round(epochs / batch_frac)):
            columns = np.random.choice(self.n_train, size=int(batch_frac * self.n_train), replace=False)
            yield X[:, columns], Y[:, columns]


class ByHandWithAdam(NetworkByHand):
    """The network of chapter 3 with its own slopes; only the steps are Adam's, on batches as large as PyTorch's."""

    name = "Network by hand, steps by Adam"

    def fit(self, epochs: float, batch_frac: float | None = None) -> None:  # type: ignore[override]
        """Train with PyTorch's Adam; its optimiser looks at nothing but `.grad`, whoever has filled it."""
        import torch

        numbers = load_cohort().torch
        tensors = [torch.tensor(W) for W in self.weights]
        self.weights = [tensor.numpy() for tensor in tensors]  # the same memory: when one changes, so does the other
        optimiser = torch.optim.Adam(tensors, lr=numbers.adam_lr)
        for X, Y in self._batches(epochs, numbers.batch_frac if batch_frac is None else batch_frac):
            for tensor, slope in zip(tensors, gradients_by_hand(self.weights, X, Y), strict=True):
                tensor.grad = torch.from_numpy(slope.astype(np.float32))
            optimiser.step()
