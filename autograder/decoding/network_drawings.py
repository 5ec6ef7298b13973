"""Drawings of deep networks: their layers, their activation functions, and the sweep backwards through them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from .plots import ACCENT, DARK, DARK_ACCENT, LIGHT, draw_arrow
from .waking import Speech

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
        f"$\\vec{{n}}^{{(3)}} \\to\\, \\hat{{\\vec{{y}}}}$\n{n_out} coordinates",
    )
    for x, caption in zip(columns, captions, strict=True):
        ax.text(x, -3.75, caption, ha="center", va="top", fontsize=11)
    ax.annotate("", (8.2, -3.25), (0.8, -3.25), arrowprops={"arrowstyle": "-|>", "color": "0.5", "linewidth": 1.2})
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

    fig, ax = plt.subplots(figsize=(10.6, 4.1), layout="constrained")
    names = ("X", "N^{(1)}", "H^{(1)}", "N^{(2)}", "H^{(2)}", "N^{(3)}", r"\hat{Y}")
    steps = ("W^{(1)}", r"\sigma", "W^{(2)}", r"\sigma", "W^{(3)}", r"\sigma")
    for k, name in enumerate(names):
        _box(ax, (2.0 * k, 2.2), f"${name}$", DARK)
        if k < len(steps):
            draw_arrow(ax, (2.0 * k + 0.47, 2.2), (2.0 * k + 1.53, 2.2), DARK)
            ax.text(2.0 * k + 1, 2.43, f"${steps[k]}$", ha="center", va="bottom", fontsize=13, color=DARK)
    _box(ax, (12.0, 0.6), r"$\hat{Y} - Y$", ACCENT)
    draw_arrow(ax, (12.0, 1.75), (12.0, 1.05), ACCENT)
    sweep = (
        (10.0, "C^{(3)}", r"\circ\,\sigma^\prime(N^{(3)})", 11.0),
        (6.0, "C^{(2)}", r"W^{(3)\mathsf{T}} \cdot \ \ \mathrm{then}\ \circ\,\sigma^\prime(N^{(2)})", 8.0),
        (2.0, "C^{(1)}", r"W^{(2)\mathsf{T}} \cdot \ \ \mathrm{then}\ \circ\,\sigma^\prime(N^{(1)})", 4.0),
    )
    right = 12.0
    for x, name, words, middle in sweep:
        _box(ax, (x, 0.6), f"${name}$", ACCENT)
        draw_arrow(ax, (right - (0.62 if right == 12.0 else 0.47), 0.6), (x + 0.47, 0.6), ACCENT)
        ax.text(middle, 0.28, f"${words}$", ha="center", va="top", fontsize=12, color=DARK_ACCENT)
        ax.plot([x, x], [1.75, 1.05], color=LIGHT, linewidth=1.4, linestyle="dotted", zorder=0)
        right = x
    products = (
        (2.0, r"W^{(1)}", r"C^{(1)} \tilde{X}^{\,\mathsf{T}}"),
        (6.0, r"W^{(2)}", r"C^{(2)} \tilde{H}^{(1)\,\mathsf{T}}"),
        (10.0, r"W^{(3)}", r"C^{(3)} \tilde{H}^{(2)\,\mathsf{T}}"),
    )
    for x, weights, product in products:
        draw_arrow(ax, (x, 0.15), (x, -0.6), "black")
        words = rf"$\dfrac{{\partial L}}{{\partial {weights}}} = \dfrac{{2}}{{N}}\, {product}$"
        ax.text(x, -0.7, words, ha="center", va="top", fontsize=13)
    ax.text(-0.45, 3.05, "forwards: the prediction", fontsize=12, color=DARK, ha="left")
    ax.text(-0.45, 0.6, "backwards:\nwho is to blame", fontsize=12, color=DARK_ACCENT, ha="left", va="center")
    ax.set_xlim(-0.6, 12.8)
    ax.set_ylim(-1.7, 3.4)
    ax.set_axis_off()
    return fig, ax


def draw_starts(
    epochs: Sequence[float], errors: Mapping[int, Sequence[float]], kinds: Mapping[int, str], level: float
) -> tuple[Any, Any]:
    """Draw the test errors of networks that started from different weights, by how often their outputs speak.

    Parameters
    ----------
    epochs : sequence of float, (n,)
    errors : mapping of int to sequence of float, (n,), metres
        By the seed of the start.
    kinds : mapping of int to str
        By the seed: "dead", "nearly dead" or "alive".
    level : float, metres
        The error of a linear model.

    Returns
    -------
    fig, ax
    """
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots(figsize=(7.4, 3.6), layout="constrained")
    for kind, (colour, dashes) in _LOOKS.items():
        curves = [100 * np.asarray(errors[seed]) for seed in errors if kinds[seed] == kind]
        for number, curve in enumerate(curves):
            label = f"{kind} ({len(curves)})" if number == 0 else None
            ax.plot(epochs, curve, linewidth=1.6, label=label, color=colour, linestyle=dashes)
    ax.axhline(100 * level, color="0.55", linewidth=1.2, linestyle="dashdot", label="linear model")
    ax.set_yscale("log")
    ticks = (5, 10, 20, 50, 100)
    ax.set_yticks(ticks, labels=[str(tick) for tick in ticks])
    ax.set_ylim(4, 120)
    ax.tick_params(axis="y", which="minor", labelleft=False)
    ax.set_xlabel("epoch")
    ax.set_xticks(np.arange(0, max(epochs) + 0.25, 0.5))
    ax.set_ylabel("mean error on the test data / cm")
    ax.legend(frameon=False, fontsize=9, loc="center left", bbox_to_anchor=(1.0, 0.5))
    ax.spines[["top", "right"]].set_visible(False)
    return fig, ax


def draw_speech(heard: Mapping[str, Speech], level: float) -> tuple[Any, Any]:
    """Draw how often an output is above zero while networks are trained, and their errors beside it.

    Parameters
    ----------
    heard : mapping of str to Speech
        By the kind of the output at the start: "dead", "nearly dead" or "alive".
    level : float, metres
        The error of a linear model.

    Returns
    -------
    fig, axes : Figure, ndarray of two Axes
    """
    import matplotlib.pyplot as plt

    fig, (left, right) = plt.subplots(1, 2, figsize=(8.4, 3.1), layout="constrained")
    for kind, speech in heard.items():
        look = {"color": _LOOKS[kind][0], "linestyle": _LOOKS[kind][1], "linewidth": 1.8, "label": kind}
        left.plot(speech.epochs, 100 * np.asarray(speech.shares), **look)
        right.semilogy(speech.epochs, 100 * np.asarray(speech.errors), **look)
    left.set(xlabel="epoch", ylabel="moments above zero / %", ylim=(-4, 104))
    left.set_title("the output", fontsize=10)
    right.axhline(100 * level, color="0.55", linewidth=1.2, linestyle="dashdot", label="linear model")
    right.set_yticks([5, 10, 20, 50, 100], labels=["5", "10", "20", "50", "100"])
    right.tick_params(axis="y", which="minor", labelleft=False)
    right.set(xlabel="epoch", ylabel="mean test error / cm", ylim=(4, 120))
    right.set_title("the network", fontsize=10)
    right.legend(frameon=False, fontsize=9, loc="center left", bbox_to_anchor=(1.0, 0.5))
    for ax in (left, right):
        ax.spines[["top", "right"]].set_visible(False)
    return fig, np.array([left, right])


def draw_waking(epochs: Sequence[float], highest: Sequence[float], errors: Sequence[float]) -> tuple[Any, Any]:
    """Draw how the largest pre-activation of a silent output creeps up to zero, and the error beside it.

    Parameters
    ----------
    epochs : sequence of float, (n,)
    highest : sequence of float, (n,)
        The largest pre-activation of the output at any moment.
    errors : sequence of float, (n,), metres
        On the test data.

    Returns
    -------
    fig, axes : Figure, ndarray of two Axes
    """
    import matplotlib.pyplot as plt

    fig, (left, right) = plt.subplots(1, 2, figsize=(8.4, 3.1), layout="constrained")
    left.axhline(0, color="black", linewidth=0.9, linestyle="dotted")
    left.plot(epochs, highest, color=ACCENT, marker="o", markersize=3.5, linewidth=1.4)
    low = float(np.min(highest))
    left.set_ylim(1.15 * low, max(0.25 * abs(low), 0.02))
    left.set(xlabel="epoch", ylabel="its largest pre-activation")
    left.set_title("the silent output", fontsize=10)
    right.semilogy(epochs, 100 * np.asarray(errors), color=DARK, marker="o", markersize=3.5, linewidth=1.4)
    right.set_yticks([5, 10, 20, 50], labels=["5", "10", "20", "50"])
    right.tick_params(axis="y", which="minor", labelleft=False)
    right.set(xlabel="epoch", ylabel="mean test error / cm")
    right.set_title("the network", fontsize=10)
    for ax in (left, right):
        ax.spines[["top", "right"]].set_visible(False)
    return fig, np.array([left, right])


_BIAS = -2.8
_LOOKS = {"alive": (DARK, "solid"), "nearly dead": ("black", "dotted"), "dead": (ACCENT, "dashed")}


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
