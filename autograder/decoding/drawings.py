"""Drawings that explain: what deep learning is, what the task is, a matrix product, a step downhill."""

from __future__ import annotations

from typing import Any

import numpy as np

from .plots import ACCENT, DARK, LIGHT, draw_box
from .sessions import Session


def draw_illusion(n_units: tuple[int, ...] = (3, 8, 30)) -> tuple[Any, Any]:
    """Draw a smooth curve and what sums of kinked lines make of it, the last one also under a magnifying glass.

    Parameters
    ----------
    n_units : tuple of int
        How many kinked lines, ``max(0, x - kink)``, are added up in each panel; the first shows each of them, too.

    Returns
    -------
    fig, axes : Figure, ndarray of Axes, one more than there are numbers

    Notes
    -----
    The heights of the lines are chosen by least squares. Nothing is trained.
    """
    import matplotlib.pyplot as plt

    fig, axes = plt.subplots(1, len(n_units) + 1, figsize=(2.7 * (len(n_units) + 1), 2.9), layout="constrained")
    x = np.linspace(0, 1, 2001)
    close = (0.10, 0.29)
    for ax, n in zip(axes, (*n_units, n_units[-1]), strict=True):
        kinks = np.linspace(0, 1, n, endpoint=False)
        heights = np.linalg.lstsq(kinked_lines(x, kinks), smooth_curve(x), rcond=None)[0]
        corners = kinked_lines(kinks, kinks) @ heights
        ax.plot(x, smooth_curve(x), color=LIGHT, linewidth=5, solid_capstyle="round")
        ax.plot(x, kinked_lines(x, kinks) @ heights, color=DARK, linewidth=1.6)
        if ax is axes[0]:  # the lines that are added up, once
            ax.plot(x, heights[0] + kinked_lines(x, kinks)[:, 1:] * heights[1:], color="0.5", linewidth=0.7)
            ax.set_ylim(smooth_curve(x).min() - 0.35, smooth_curve(x).max() + 0.35)
        ax.set_title(f"{n} kinked lines", fontsize=10)
        ax.set_xticks([])
        ax.set_yticks([])
        if n < n_units[-1] or ax is axes[-1]:
            ax.scatter(kinks, corners, color=ACCENT, s=18, zorder=3)
    inside = (x > close[0]) & (x < close[1])
    low, high = smooth_curve(x)[inside].min(), smooth_curve(x)[inside].max()
    axes[-1].set_xlim(*close)
    axes[-1].set_ylim(low - 0.02, high + 0.02)
    axes[-1].set_title("the same, close up", fontsize=10)
    frame = {"facecolor": "none", "edgecolor": ACCENT, "linewidth": 1.3}
    axes[-2].add_patch(plt.Rectangle((close[0], low), close[1] - close[0], high - low, **frame))
    for spine in axes[-1].spines.values():
        spine.set(color=ACCENT, linewidth=1.3)
    return fig, axes


def draw_task(session: Session, column: int) -> tuple[Any, Any]:
    """Draw one datapoint: the animal among its place fields, the rates at that moment, and the position to be found.

    Parameters
    ----------
    session : Session
        With place cells.
    column : int
        Which moment.

    Returns
    -------
    fig, axes : Figure, ndarray of three Axes
    """
    import matplotlib.pyplot as plt

    fig, axes = plt.subplots(1, 3, figsize=(10, 3.4), width_ratios=(1, 0.8, 1), layout="constrained")
    fig.get_layout_engine().set(wspace=0.16)
    rates, (x, y) = session.X[:, column], session.Y[:, column]
    _draw_fields(axes[0], session, column)
    axes[0].set_title("an animal among place fields", fontsize=10)

    axes[1].barh(np.arange(session.n_cells), rates, color=DARK, height=0.75)
    axes[1].invert_yaxis()
    axes[1].set(xlim=(0, 1), xlabel="firing rate", ylabel="cell", yticks=[0, session.n_cells // 2, session.n_cells - 1])
    axes[1].spines[["top", "right"]].set_visible(False)
    axes[1].set_title(r"input $\vec{x}^{(n)}$: what we record", fontsize=10)

    draw_box(axes[2])
    axes[2].plot([x, x], [0, y], color=ACCENT, linestyle="dashed", linewidth=1.5)
    axes[2].plot([0, x], [y, y], color=ACCENT, linestyle="dashed", linewidth=1.5)
    axes[2].scatter(x, y, color="black", s=70, zorder=3)
    axes[2].text(x, -0.03, rf"$\mathsf{{x}}$ = {x:.2f} m", ha="center", va="top", fontsize=10)
    axes[2].text(-0.03, y, rf"$\mathsf{{y}}$ = {y:.2f} m", ha="right", va="center", rotation=90, fontsize=10)
    axes[2].set_title(r"output $\vec{y}^{(n)}$: what we want to know", fontsize=10)
    for left, words in ((axes[0], "record"), (axes[1], "decode")):
        beside = {"xycoords": "axes fraction", "ha": "center", "va": "center"}
        left.annotate("", (1.26, 0.5), (1.04, 0.5), xycoords="axes fraction", arrowprops=_ARROW)
        left.annotate(words, (1.14, 0.58), **beside, fontsize=10)
    return fig, axes


def draw_matrix_product(X: np.ndarray, i: int, j: int) -> tuple[Any, Any]:
    """Draw M = X Xᵀ with the row, the column and the entry that belong together.

    Parameters
    ----------
    X : ndarray, (n_cells, N)
        A few cells and moments.
    i, j : int
        The entry of M that is marked.

    Returns
    -------
    fig, axes : Figure, ndarray of three Axes
    """
    import matplotlib.pyplot as plt

    n_cells, n = X.shape
    fig, axes = plt.subplots(1, 3, figsize=(10, 3.6), width_ratios=(n, n_cells, n_cells), layout="constrained")
    fig.get_layout_engine().set(wspace=0.12)
    titles = (f"X: {n_cells} cells × {n} moments", f"Xᵀ: {n} × {n_cells}", f"M = X Xᵀ: {n_cells} × {n_cells}")
    for ax, matrix, title in zip(axes, (X, X.T, X @ X.T), titles, strict=True):
        ax.imshow(matrix, cmap="Greys", vmin=0, vmax=1.3 * matrix.max())  # a scale of its own
        ax.set_xticks(np.arange(matrix.shape[1] + 1) - 0.5, labels=[])
        ax.set_yticks(np.arange(matrix.shape[0] + 1) - 0.5, labels=[])
        ax.grid(color="white", linewidth=1)
        ax.tick_params(length=0)
        ax.spines[:].set_visible(False)
        ax.set_title(title, fontsize=10)
    for left, sign in ((axes[0], "@"), (axes[1], "=")):
        left.annotate(sign, (1.0, 0.5), (14, 0), "axes fraction", textcoords="offset points", va="center", fontsize=16)
    _mark(axes[0], (-0.5, i - 0.5), n, 1, "solid")
    _mark(axes[1], (j - 0.5, -0.5), 1, n, "dashed")
    _mark(axes[2], (j - 0.5, i - 0.5), 1, 1, "solid")
    axes[0].text(-0.8, i, f"row {i}", ha="right", va="center", fontsize=10)
    axes[1].text(j, n - 0.3, f"column {j}", ha="center", va="top", fontsize=10)
    axes[2].text(n_cells - 0.3, i, f"M[{i}, {j}]", ha="left", va="center", fontsize=10)
    return fig, axes


def draw_steps_downhill(eta: float = 0.35) -> tuple[Any, Any]:
    """Draw a loss over one weight and the step of gradient descent from both walls of its valley and from its bottom.

    Parameters
    ----------
    eta : float
        The learning rate: the length of each arrow is `eta` times the slope.

    Returns
    -------
    fig, ax
    """
    import matplotlib.pyplot as plt

    def loss(W: Any) -> Any:
        return 0.5 * W**2 + 0.35 * np.sin(2.2 * W)

    def slope(W: Any) -> Any:
        return W + 0.35 * 2.2 * np.cos(2.2 * W)

    fig, ax = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
    weights = np.linspace(-2.6, 2.5, 300)
    ax.plot(weights, loss(weights), color=LIGHT, linewidth=4, zorder=1)
    near = np.array([-0.35, 0.35])
    balls = (-2.1, "slope < 0:\nstep to the right", "left"), (1.75, "slope > 0:\nstep to the left", "right")
    for W, words, ha in balls:
        foot = loss(W) - 0.45
        ax.plot(W + near, loss(W) + slope(W) * near, color=ACCENT, linestyle="dashed", linewidth=2)
        ax.plot([W, W], [foot, loss(W)], color=DARK, linewidth=0.8, linestyle="dotted")
        ax.annotate("", (W - eta * slope(W), foot), (W, foot), arrowprops={**_ARROW, "color": DARK})
        landing = W - eta * slope(W)
        ax.plot([landing, landing], [foot, loss(landing)], color=DARK, linewidth=0.8, linestyle="dotted")
        ax.scatter(landing, loss(landing), facecolor="white", edgecolor=DARK, s=40, zorder=3)
        ax.scatter(W, loss(W), color=DARK, s=80, zorder=3)
        ax.text(W, loss(W) + 0.3, words, ha=ha, va="bottom", fontsize=9)
    bottom = weights[np.argmin(loss(weights))]
    ax.scatter(bottom, loss(bottom), facecolor="white", edgecolor=DARK, linewidth=2, s=80, zorder=3)
    ax.text(bottom, loss(bottom) + 0.25, "slope = 0:\nstay", ha="center", va="bottom", fontsize=9)
    ax.set(xlabel="weight W", ylabel="loss L(W)", xticks=[], yticks=[], ylim=(-0.6, 4.2))
    ax.spines[["top", "right"]].set_visible(False)
    return fig, ax


_ARROW = {"arrowstyle": "-|>", "color": "black", "linewidth": 1.6, "mutation_scale": 18}


def smooth_curve(x: np.ndarray) -> np.ndarray:
    return np.sin(7 * x) * np.exp(-x) + 0.5 * x


def kinked_lines(x: np.ndarray, kinks: np.ndarray) -> np.ndarray:
    """A constant and one kinked line for each kink, (len(x), len(kinks) + 1)."""
    return np.column_stack([np.ones_like(x), np.maximum(0, x[:, None] - kinks)])


def draw_discs(ax: Any, centres: np.ndarray, rates: np.ndarray) -> None:
    """A disc for each place field, (n_cells, 2) metres, the darker the higher the rate of its cell, (n_cells,)."""
    from matplotlib.patches import Circle

    for (x, y), rate in zip(centres, rates, strict=True):
        ax.add_patch(Circle((x, y), 0.075, facecolor=str(0.97 - 0.6 * rate), edgecolor=LIGHT, linewidth=0.8, zorder=0))


def _draw_fields(ax: Any, session: Session, column: int) -> None:
    """The box, the recent path, and a disc for each place field, the darker the faster its cell fires."""
    draw_box(ax)
    draw_discs(ax, session.centres, session.X[:, column])
    ax.plot(*session.Y[:, max(0, column - 150) : column + 1], color=DARK, linewidth=1.3, zorder=2)
    ax.scatter(*session.Y[:, column], color="black", s=70, zorder=3)


def _mark(ax: Any, corner: tuple[float, float], width: float, height: float, linestyle: str) -> None:
    from matplotlib.patches import Rectangle

    frame = {"facecolor": "none", "edgecolor": ACCENT, "linewidth": 2.6, "linestyle": linestyle, "zorder": 3}
    ax.add_patch(Rectangle(corner, width, height, clip_on=False, **frame))
