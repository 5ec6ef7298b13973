"""Drawings of the chapter on grid cells: fields, patterns of weights, spikes, and what they say about the place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from .lattices import gridness, sheet_of_cells
from .plots import ACCENT, DARK, DARK_ACCENT, LIGHT, draw_box
from .sessions import Session


def draw_fields(side: int, width: float) -> tuple[Any, Any]:
    """Draw the field of one place cell of the sheet, as a difference of Gaussians and as a Gaussian.

    Parameters
    ----------
    side : int
        Cells in a row.
    width : float
        Standard deviation of the fields, in sides of the room.

    Returns
    -------
    fig, axes : Figure, ndarray of Axes, (2, 2)
    """
    import matplotlib.pyplot as plt

    fig, axes = plt.subplots(2, 2, figsize=(6.6, 4.6), height_ratios=(2.2, 1), layout="constrained")
    titles = {"difference": "difference of Gaussians", "bump": "Gaussian"}
    middle = side // 2
    for (field, title), (sheet, line) in zip(titles.items(), axes.T, strict=True):
        one = sheet_of_cells(side, width, field)[middle * side + middle].reshape(side, side)
        sheet.imshow(one, cmap="RdGy", vmin=-0.4, vmax=0.4, extent=(0, 1, 0, 1), origin="lower")
        sheet.set_title(title, fontsize=10)
        sheet.set(xticks=[0, 1], yticks=[0, 1])
        line.axhline(0, color=LIGHT, linewidth=1)
        line.plot((np.arange(side) + 0.5) / side, one[middle], color=DARK)
        line.set(xlabel="place / sides of the room", xlim=(0, 1), ylim=(-0.3, 1.1))
        line.spines[["top", "right"]].set_visible(False)
    axes[1, 0].set_ylabel("activity")
    return fig, axes


def draw_patterns(patterns: Mapping[str, np.ndarray]) -> tuple[Any, Any]:
    """Draw weights where the cells of the sheet sit, with the gridness of each pattern.

    Parameters
    ----------
    patterns : mapping of str to ndarray, (side²,)
        Weights by title.

    Returns
    -------
    fig, axes : Figure, ndarray of Axes
    """
    import matplotlib.pyplot as plt

    n = len(patterns)
    fig, axes = plt.subplots(1, n, figsize=(1.75 * n, 2.35), layout="constrained", squeeze=False)
    for ax, (title, weights) in zip(axes.flat, patterns.items(), strict=True):
        side = round(len(weights) ** 0.5)
        ax.imshow(weights.reshape(side, side), cmap="Greys", vmin=0, origin="lower")
        ax.set_title(title, fontsize=9)
        ax.set_xlabel(f"gridness {gridness(weights):.2f}", fontsize=9)
        ax.set(xticks=[], yticks=[])
    return fig, axes[0]


def draw_recording(session: Session, seconds: float) -> tuple[Any, Any]:
    """Draw the beginning of a walk, and the spikes of all cells meanwhile.

    Parameters
    ----------
    session : Session
    seconds : float
        How much of it.

    Returns
    -------
    fig, axes : Figure, ndarray of two Axes
    """
    import matplotlib.pyplot as plt

    n = int(np.count_nonzero(session.t <= seconds))
    fig, (box, raster) = plt.subplots(1, 2, figsize=(7.6, 3.5), width_ratios=(1, 1.5), layout="constrained")
    draw_box(box)
    box.plot(*session.Y[:, :n], color=DARK, linewidth=0.9)
    box.scatter(*session.Y[:, n - 1], color=ACCENT, edgecolor="black", s=60, zorder=3)
    box.set_title("the walk; the dot is its end", fontsize=10)
    extent = (0, float(session.t[n - 1]), session.n_cells - 0.5, -0.5)
    shades = raster.imshow(session.X[:, :n], cmap="Greys", aspect="auto", extent=extent, interpolation="nearest")
    raster.set(xlabel="time / s", ylabel="cell")
    raster.set_title("spikes", fontsize=10)
    fig.colorbar(shades, ax=raster, label="spikes in a time step", shrink=0.8)
    return fig, np.array([box, raster])


def draw_guesses(
    Y_pred: np.ndarray, Y_true: np.ndarray, places: np.ndarray, expected: np.ndarray, X: np.ndarray
) -> tuple[Any, Any]:
    """Draw for four moments how likely the spikes make each place, with the guess and the truth.

    Parameters
    ----------
    Y_pred, Y_true : ndarray, (2, N), metres
    places : ndarray, (2, side²), metres
        The middles of the squares of a lattice.
    expected : ndarray, (n_cells, side²)
        Expected counts at these places.
    X : ndarray, (n_cells, N)
        Counts.

    Returns
    -------
    fig, axes : Figure, ndarray of four Axes
    """
    import matplotlib.pyplot as plt

    side = round(places.shape[1] ** 0.5)
    totals = X.sum(axis=0)
    order = np.argsort(totals, kind="stable")
    chosen = order[np.linspace(len(order) // 200, len(order) - 1, 4).astype(int)]
    fig, axes = plt.subplots(1, 4, figsize=(7.6, 2.4), layout="constrained")
    for ax, moment in zip(axes, chosen, strict=True):
        likely = X[:, moment] @ np.log(expected) - expected.sum(axis=0)
        likely = np.exp(likely - likely.max()).reshape(side, side)
        ax.imshow(likely, cmap="Greys", extent=(0, 1, 0, 1), origin="lower")
        ax.scatter(*Y_pred[:, moment], color=DARK_ACCENT, marker="x", s=50, linewidth=2, label="guess")
        ax.scatter(*Y_true[:, moment], color=ACCENT, edgecolor="black", s=40, label="rat")
        ax.set_title(f"{totals[moment]:.0f} spikes", fontsize=9)
        ax.set(xticks=[0, 1], yticks=[0, 1], xlim=(0, 1), ylim=(0, 1))
    axes[0].legend(fontsize=7, loc="lower left")
    return fig, axes


def draw_decoded(Y_pred: np.ndarray, Y_true: np.ndarray, t: np.ndarray, seconds: float = 60) -> tuple[Any, Any]:
    """Draw the end of a walk and of what was decoded, each coordinate over time.

    Parameters
    ----------
    Y_pred, Y_true : ndarray, (2, N), metres
    t : ndarray, (N,), seconds
    seconds : float
        How much of it.

    Returns
    -------
    fig, axes : Figure, ndarray of two Axes
    """
    import matplotlib.pyplot as plt

    shown = t > t[-1] - seconds
    fig, axes = plt.subplots(2, 1, figsize=(7.2, 3.6), sharex=True, layout="constrained")
    for ax, row, name in zip(axes, range(2), "xy", strict=True):
        ax.plot(t[shown], Y_true[row, shown], color=LIGHT, linewidth=3, label="rat")
        ax.plot(t[shown], Y_pred[row, shown], color=DARK, linewidth=0.9, label="decoder")
        ax.set(ylabel=f"{name} / m", ylim=(-0.05, 1.05))
        ax.spines[["top", "right"]].set_visible(False)
    axes[0].legend(fontsize=8, ncols=2, loc="upper right")
    axes[1].set_xlabel("time / s")
    return fig, axes
