"""The last test of the course: simple decoders to set beside your models, and a walk that none of them has seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from decoding import Session, error
from decoding.plots import DARK, LIGHT, draw_box, draw_errors

Decoder = Callable[[np.ndarray], np.ndarray]
"""Takes rates (n_cells, N) and gives positions (2, N), metres."""


def constant_guess(session: Session) -> Decoder:
    """Always the average place of the training walk (chapter 0)."""
    middle = session.Y_train.mean(axis=1, keepdims=True)
    return lambda X: np.repeat(middle, X.shape[1], axis=1)


def look_up(session: Session) -> Decoder:
    """Where the animal was at the training moment whose rates are nearest (chapter 0)."""

    def decode(X: np.ndarray) -> np.ndarray:
        nearest = [np.argmin(((session.X_train - x[:, None]) ** 2).sum(axis=0)) for x in X.T]
        return session.Y_train[:, nearest]

    return decode


def with_ones(X: np.ndarray) -> np.ndarray:
    """X with a row of ones on top."""
    return np.vstack([np.ones((1, X.shape[1])), X])


def linear_with_bias(session: Session) -> Decoder:
    """The best weighted sum with a bias, in closed form (chapter 1)."""
    W = np.linalg.lstsq(with_ones(session.X_train).T, session.Y_train.T, rcond=None)[0].T
    return lambda X: W @ with_ones(X)


def linear_by_descent(session: Session, descend: Callable[..., Any], n_steps: int = 1000) -> Decoder:
    """A weighted sum whose weights are found by plain descent from zero, at half the largest rate (chapter 2).

    Parameters
    ----------
    session : Session
    descend : callable
        The `momentum_descent` of chapter 4; with β = 0 it is plain descent.
    n_steps : int
    """
    X, Y, N = session.X_train, session.Y_train, session.n_train
    second_moments, cross_moments = X @ X.T / N, Y @ X.T / N
    eta = 0.5 / np.linalg.eigvalsh(second_moments)[-1]
    start = np.zeros((2, session.n_cells))
    W = descend(lambda W: 2 * (W @ second_moments - cross_moments), start, eta, 0.0, n_steps)[-1]
    return lambda X: W @ X


def noisy(session: Session, noise: float) -> np.ndarray:
    """The rates of a session with as much noise added to each, always the same."""
    return session.X + noise * np.random.default_rng(0).normal(size=session.X.shape)


def compare_walks(session: Session, unseen: Session, decoders: Mapping[str, Decoder]) -> str:
    """The error of each decoder in cm on the test walk of a session and on another one; and how near walls they run."""
    walks = ((session.X_test, session.Y_test), (unseen.X, unseen.Y))
    lines = [f"{'':32s} old test walk   new session"]
    for name, decode in decoders.items():
        old, new = (100 * error(decode(X), Y) for X, Y in walks)
        lines.append(f"{name:32s} {old:10.1f} {new:15.1f}   cm")
    old, new = (100 * np.mean(((Y < 0.1) | (Y > 0.9)).any(axis=0)) for _, Y in walks)
    lines.append(f"{'moments within 10 cm of a wall':32s} {old:10.0f} {new:15.0f}   %")
    return "\n".join(lines)


def compare_noises(session: Session, decoders: Mapping[str, Decoder], noises: Sequence[float]) -> str:
    """The error of each decoder in cm, one column per amount of noise."""
    lines = [f"{'noise in the rates':32s} " + " ".join(f"{noise:6g}" for noise in noises)]
    for name, decode in decoders.items():
        errors = [100 * error(decode(noisy(session, noise)), session.Y) for noise in noises]
        lines.append(f"{name:32s} " + " ".join(f"{value:6.1f}" for value in errors) + "   cm")
    return "\n".join(lines)


def draw_decoded(
    session: Session, decoders: Mapping[str, Decoder], noise: float, shown: Sequence[str], seconds: float = 60
) -> tuple[Any, Any]:
    """Draw how decoders read a session: the beginning of its walk in a box each, and the errors of all as bars.

    Parameters
    ----------
    session : Session
    decoders : mapping of str to Decoder
    noise : float
        Standard deviation of what is added to the rates.
    shown : sequence of str
        Which of them get a box.
    seconds : float
        How much of the walk is drawn; the errors are those of all of it.

    Returns
    -------
    fig, axes : Figure, ndarray of Axes
    """
    import matplotlib.pyplot as plt

    X, Y = noisy(session, noise), session.Y
    predictions = {name: decode(X) for name, decode in decoders.items()}
    part = session.t <= seconds
    fig = plt.figure(figsize=(3.2 * len(shown), 6.3), layout="constrained")
    above, below = fig.subfigures(2, 1, height_ratios=(1.2, 1))
    boxes = np.atleast_1d(above.subplots(1, len(shown)))
    for ax, name in zip(boxes, shown, strict=True):
        draw_box(ax)
        ax.plot(*Y[:, part], color=LIGHT, linewidth=2.2, zorder=1)
        ax.scatter(*predictions[name][:, part], color=DARK, s=5, linewidth=0, zorder=2)
        ax.set(xlim=(-0.1, 1.1), ylim=(-0.1, 1.1))
        ax.set_title(name, fontsize=10)
    errors = {name: error(Y_pred, Y) for name, Y_pred in predictions.items()}
    bars = below.subplots()
    draw_errors(errors, bars, colours=[DARK if name in shown else LIGHT for name in errors])
    return fig, np.array([*boxes, bars])
