"""Drawings of deep networks: their layers, their activation functions, and the sweep backwards through them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from .plots import ACCENT, DARK, LIGHT

Activation = Callable[..., np.ndarray]


def draw_network(n_in: int, n_hidden: int, n_out: int = 2) -> tuple[Any, Any]:
    """Draw a network with two hidden layers and a bias unit in front of every layer of weights.

    Parameters
    ----------
    n_in, n_hidden, n_out : int
        Numbers of inputs, of units in each hidden layer, and of outputs; a few of each are drawn.

    Returns
    -------
    fig, ax
    """
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots(figsize=(9.2, 4.5), layout="constrained")
    heights = [(3, 2, 1, -1), (3.5, 2.5, 1.5, -1.5), (3.5, 2.5, 1.5, -1.5), (1.8, 0.2)]
    columns = [0.0, 3.0, 6.0, 9.0]
    for k in range(3):
        for y_from in (*heights[k], _BIAS):
            for y_to in heights[k + 1]:
                bias = y_from == _BIAS
                style = {"color": ACCENT, "linestyle": "dotted"} if bias else {"color": LIGHT, "linestyle": "solid"}
                ax.plot([columns[k], columns[k + 1]], [y_from, y_to], linewidth=1.0, zorder=1, **style)
        ax.text((columns[k] + columns[k + 1]) / 2, 4.15, f"$W^{{({k + 1})}}$", ha="center", fontsize=14)
        _bias_unit(ax, (columns[k], _BIAS))
    for k, (x, ys) in enumerate(zip(columns, heights, strict=True)):
        for y in ys:
            _half_unit(ax, (x, y), split=k > 0)
        if k < 3:
            ax.text(x, (ys[-1] + ys[-2]) / 2, "⋮", ha="center", va="center", fontsize=20)
    captions = (
        f"input $\\vec{{x}}$\n{n_in} cells",
        f"$\\vec{{n}}^{{(1)}} \\to \\vec{{h}}^{{(1)}}$\n{n_hidden} units",
        f"$\\vec{{n}}^{{(2)}} \\to \\vec{{h}}^{{(2)}}$\n{n_hidden} units",
        f"$\\vec{{n}}^{{(3)}} \\to \\hat{{\\vec{{y}}}}$\n{n_out} coordinates",
    )
    for x, caption in zip(columns, captions, strict=True):
        ax.text(x, -3.75, caption, ha="center", va="top", fontsize=11)
    ax.set_xlim(-0.8, 9.8)
    ax.set_ylim(-5.0, 4.8)
    ax.set_aspect("equal")
    ax.set_axis_off()
    return fig, ax


def draw_activations(functions: Mapping[str, Activation], reach: float = 5.0) -> tuple[Any, Any]:
    """Draw activation functions side by side, each with its derivative.

    Parameters
    ----------
    functions : mapping of str to callable
        Each takes an array and gives its values, and with ``deriv=True`` the slopes there.
    reach : float
        The largest argument that is drawn.

    Returns
    -------
    fig, axes : Figure, ndarray of Axes
    """
    import matplotlib.pyplot as plt

    size = (2.9 * len(functions), 2.9)
    fig, axes = plt.subplots(1, len(functions), figsize=size, layout="constrained", squeeze=False)
    n = np.linspace(-reach, reach, 501)
    for ax, (name, function) in zip(axes[0], functions.items(), strict=True):
        slopes = np.asarray(function(n, deriv=True), dtype=float)
        slopes[1:][np.abs(np.diff(slopes)) > 0.5] = np.nan  # a jump is a gap, not a steep line
        ax.plot(n, function(n), color=DARK, linewidth=2.2, label=r"$\sigma(n)$")
        ax.plot(n, slopes, color=ACCENT, linewidth=1.8, linestyle="dashed", label=r"$\sigma^\prime(n)$")
        ax.axhline(0, color=LIGHT, linewidth=0.8, zorder=0)
        ax.axvline(0, color=LIGHT, linewidth=0.8, zorder=0)
        ax.set_title(name, fontsize=11)
        ax.set_xlabel("n")
        ax.set_ylim(-1.9, 3.1)
        ax.spines[["top", "right"]].set_visible(False)
    axes[0, 0].legend(frameon=False, fontsize=10, loc="upper left")
    return fig, axes[0]


def draw_backward_sweep() -> tuple[Any, Any]:
    """Draw a network of three layers of weights as a chain, the sweep forwards above and the one backwards below.

    Returns
    -------
    fig, ax
    """
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots(figsize=(10.6, 4.4), layout="constrained")
    names = ("X", "N^{(1)}", "H^{(1)}", "N^{(2)}", "H^{(2)}", "N^{(3)}", r"\hat{Y}")
    steps = ("W^{(1)}", r"\sigma", "W^{(2)}", r"\sigma", "W^{(3)}", r"\sigma")
    for k, name in enumerate(names):
        _box(ax, (2.0 * k, 2.6), f"${name}$", DARK)
        if k < len(steps):
            _arrow(ax, (2.0 * k + 0.47, 2.6), (2.0 * k + 1.53, 2.6), DARK)
            ax.text(2.0 * k + 1, 2.83, f"${steps[k]}$", ha="center", va="bottom", fontsize=12, color=DARK)
    _box(ax, (12.0, 0.6), r"$\hat{Y} - Y$", ACCENT)
    _arrow(ax, (12.0, 2.15), (12.0, 1.05), ACCENT)
    sweep = (
        (10.0, "C^{(3)}", r"\circ\,\sigma^\prime(N^{(3)})", 11.0),
        (6.0, "C^{(2)}", r"W^{(3)\mathsf{T}} \cdot \ \ \mathrm{then}\ \circ\,\sigma^\prime(N^{(2)})", 8.0),
        (2.0, "C^{(1)}", r"W^{(2)\mathsf{T}} \cdot \ \ \mathrm{then}\ \circ\,\sigma^\prime(N^{(1)})", 4.0),
    )
    right = 12.0
    for x, name, words, middle in sweep:
        _box(ax, (x, 0.6), f"${name}$", ACCENT)
        _arrow(ax, (right - (0.62 if right == 12.0 else 0.47), 0.6), (x + 0.47, 0.6), ACCENT)
        ax.text(middle, 0.28, f"${words}$", ha="center", va="top", fontsize=11, color=ACCENT)
        ax.plot([x, x], [2.15, 1.05], color=LIGHT, linewidth=1.4, linestyle="dotted", zorder=0)
        right = x
    for k, (x, below) in enumerate(((2.0, "X"), (6.0, "H^{(1)}"), (10.0, "H^{(2)}")), 1):
        _arrow(ax, (x, 0.15), (x, -0.75), "black")
        product = (
            rf"$\dfrac{{\partial L}}{{\partial W^{{({k})}}}} = \dfrac{{2}}{{N}}\, C^{{({k})}} {below}^{{\mathsf{{T}}}}$"
        )
        product = product.replace("}^{\\mathsf{T}}", "\\,\\mathsf{T}}") if below != "X" else product
        ax.text(x, -0.85, product, ha="center", va="top", fontsize=12)
    ax.text(-0.45, 3.45, "forwards: the prediction", fontsize=11, color=DARK, ha="left")
    ax.text(-0.45, 0.6, "backwards:\nwho is to blame", fontsize=11, color=ACCENT, ha="left", va="center")
    ax.set_xlim(-0.6, 12.8)
    ax.set_ylim(-2.0, 3.9)
    ax.set_axis_off()
    return fig, ax


def draw_starts(
    epochs: Sequence[float], errors: Mapping[int, Sequence[float]], dead: Sequence[int], level: float
) -> tuple[Any, Any]:
    """Draw the test errors of networks that started from different weights, those with a dead output apart.

    Parameters
    ----------
    epochs : sequence of float, (n,)
    errors : mapping of int to sequence of float, (n,), metres
        By the seed of the start.
    dead : sequence of int
        The seeds whose network has an output that is zero everywhere.
    level : float, metres
        The error of a linear model.

    Returns
    -------
    fig, ax
    """
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
    labels = {True: "an output dead, or nearly", False: "all outputs alive"}
    for seed, curve in errors.items():
        lost = seed in dead
        style = {"color": ACCENT, "linestyle": "dashed"} if lost else {"color": DARK, "linestyle": "solid"}
        ax.plot(epochs, 100 * np.asarray(curve), linewidth=1.6, label=labels.pop(lost, None), **style)
    ax.axhline(100 * level, color="black", linewidth=1.2, linestyle="dotted", label="linear model")
    ax.set_yscale("log")
    ticks = (5, 10, 20, 50, 100)
    ax.set_yticks(ticks, labels=[str(tick) for tick in ticks])
    ax.tick_params(axis="y", which="minor", labelleft=False)
    ax.set_xlabel("epoch")
    ax.set_ylabel("mean error on the test data / cm")
    ax.legend(frameon=False, fontsize=9, loc="center left", bbox_to_anchor=(1.0, 0.5))
    ax.spines[["top", "right"]].set_visible(False)
    return fig, ax


_BIAS = -2.8


def _half_unit(ax: Any, centre: tuple[float, float], *, split: bool) -> None:
    """A unit; where it is split, the left half stands for n and the dark right half for h = σ(n)."""
    from matplotlib.patches import Circle, Wedge

    ax.add_patch(Circle(centre, 0.34, facecolor="white", edgecolor="black", linewidth=1.3, zorder=2))
    if split:
        ax.add_patch(Wedge(centre, 0.34, -90, 90, facecolor=DARK, edgecolor="black", linewidth=1.3, zorder=3))


def _bias_unit(ax: Any, centre: tuple[float, float]) -> None:
    x, y = centre
    frame = {"boxstyle": "square,pad=0.35", "facecolor": "white", "edgecolor": ACCENT, "linewidth": 1.4}
    ax.text(x, y, "1", ha="center", va="center", fontsize=11, bbox=frame, zorder=3)


def _box(ax: Any, centre: tuple[float, float], label: str, colour: str) -> None:
    frame = {"boxstyle": "round,pad=0.38", "facecolor": "white", "edgecolor": colour, "linewidth": 1.6}
    ax.text(*centre, label, ha="center", va="center", fontsize=13, bbox=frame, zorder=3)


def _arrow(ax: Any, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 1.6})
