"""Drawings of single units: kinked lines that add up to a curve, a chain of units with numbers, maps over the box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .drawings import kinked_lines, smooth_curve
from .plots import ACCENT, DARK, DARK_ACCENT, LIGHT, draw_arrow, draw_box


def draw_kinked_lines(n_units: int) -> tuple[Any, Any]:
    """Draw a hidden layer with one input: the weighted kinked line of each unit, and the curve that they add up to.

    Parameters
    ----------
    n_units : int
        Units of the hidden layer, ``max(0, x - kink)``.

    Returns
    -------
    fig, axes : Figure, ndarray of two Axes
    """
    import matplotlib.pyplot as plt

    x = np.linspace(0, 1, 1001)
    kinks = np.linspace(0, 1, n_units, endpoint=False)
    lines = kinked_lines(x, kinks)
    weights = np.linalg.lstsq(lines, smooth_curve(x), rcond=None)[0]
    fig, (left, right) = plt.subplots(1, 2, figsize=(8.4, 3.2), layout="constrained", sharex=True)
    left.plot(x, lines[:, 1:] * weights[1:], color=DARK, linewidth=1.0)
    left.axhline(0, color=LIGHT, linewidth=0.8, zorder=0)
    left.set_title(f"the layer: {n_units} units, each times its weight", fontsize=10)
    right.plot(x, smooth_curve(x), color=LIGHT, linewidth=5, solid_capstyle="round", label="wanted")
    right.plot(x, lines @ weights, color=DARK, linewidth=1.6, label="sum of the units, and a bias")
    right.scatter(kinks, kinked_lines(kinks, kinks) @ weights, color=ACCENT, s=18, zorder=3, label="kinks")
    right.set_title("the output", fontsize=10)
    right.legend(frameon=False, fontsize=8)
    for ax in (left, right):
        ax.set(xlabel="input x", yticks=[])
        ax.spines[["top", "right", "left"]].set_visible(False)
    return fig, np.array([left, right])


def draw_chain(
    weights: Sequence[float], x: float = 2.0, y: float = 1.0, step: int = 7, names: str = "w", ax: Any = None
) -> tuple[Any, Any]:
    """Draw a chain of one ReLU unit per layer, with its numbers, as far as the sweeps have come.

    Parameters
    ----------
    weights : sequence of float
        One per layer.
    x, y : float
        Input and true output.
    step : int
        How many layers the two sweeps have done: 0 shows the input alone, ``len(weights)`` the whole forward sweep,
        one more the error, and then one more layer of the backward sweep each.
    names : str
        What the weights are called.
    ax : matplotlib Axes, optional
        Where to draw, in place of what is there; a new figure otherwise.

    Returns
    -------
    fig, ax
    """
    import matplotlib.pyplot as plt

    n_layers = len(weights)
    before, after = [], [x]
    for w in weights:
        before.append(w * after[-1])
        after.append(max(0.0, before[-1]))
    blame, passed = [0.0] * n_layers, after[-1] - y
    for k in reversed(range(n_layers)):
        blame[k] = passed * (before[k] > 0)
        passed = weights[k] * blame[k]

    if ax is None:
        _, ax = plt.subplots(figsize=(10.4, 3.7), layout="constrained")
    ax.clear()
    _box(ax, (0, 1), f"x = {_number(x)}", DARK)
    for k, w in enumerate(weights):
        place = 3.2 * (k + 1)
        ax.text(place - 1.65, 1.22, f"· ${names}_{k + 1}$ = {_number(w)}", ha="center", va="bottom", fontsize=11)
        draw_arrow(ax, (place - 2.5, 1), (place - 0.85, 1), DARK if step > k else LIGHT)
        name = r"\hat{y}" if k == n_layers - 1 else f"h_{k + 1}"
        said = (
            f"$n_{k + 1}$ = {_number(before[k])}\n${name}$ = {_number(after[k + 1])}"
            if step > k
            else f"$n_{k + 1}$, ${name}$"
        )
        _box(ax, (place, 1), said, DARK if step > k else LIGHT)
    end = 3.2 * n_layers
    if step > n_layers:
        draw_arrow(ax, (end, 0.45), (end, -0.25), ACCENT)
        slope = float(before[-1] > 0)
        words = f"error $\\hat{{y}} - y$ = {_number(after[-1] - y)}\n· $\\sigma^\\prime(n_{n_layers})$ = {slope:g}"
        ax.text(end + 0.15, 0.1, words, fontsize=10, color=DARK_ACCENT, va="center")
    for k in reversed(range(n_layers)):
        place = 3.2 * (k + 1)
        if step <= n_layers + n_layers - k:
            continue
        _box(ax, (place, -0.75), f"$c_{k + 1}$ = {_number(blame[k])}", ACCENT)
        if k < n_layers - 1:
            draw_arrow(ax, (place + 2.35, -0.75), (place + 0.8, -0.75), ACCENT)
            words = f"· ${names}_{k + 2}$, · $\\sigma^\\prime(n_{k + 1})$ = {_number(float(before[k] > 0))}"
            ax.text(place + 1.6, -0.6, words, ha="center", va="bottom", fontsize=9.5, color=DARK_ACCENT)
        below = "x" if k == 0 else f"h_{k}"
        slope = 2 * blame[k] * after[k]
        words = f"$\\dfrac{{\\partial L}}{{\\partial {names}_{k + 1}}}$ = $2\\,c_{k + 1}\\,{below}$ = {_number(slope)}"
        ax.text(place, -1.35, words, ha="center", va="top", fontsize=11)
    ax.text(-0.7, 1.75, "forwards: the prediction", fontsize=10, color=DARK)
    ax.text(-0.7, -0.75, "backwards:\nthe blame", fontsize=10, color=DARK_ACCENT, va="center")
    ax.set_xlim(-0.8, end + 1.9)
    ax.set_ylim(-2.1, 2.0)
    ax.set_axis_off()
    return ax.figure, ax


def draw_unit_maps(
    rows: Mapping[str, np.ndarray], Y: np.ndarray, n_bins: int = 16, size: float = 1.25
) -> tuple[Any, Any]:
    """Draw where in the box each of some units is active: its mean activation, the darker the higher.

    Parameters
    ----------
    rows : mapping of str to ndarray, (n_units, N)
        Activations of some units at N moments, under the name of the row; each unit has a scale of its own.
    Y : ndarray, (2, N), metres
        Where the animal was.
    n_bins : int
        Squares along each wall.
    size : float, inches
        Of each map.

    Returns
    -------
    fig, axes : Figure, ndarray of Axes
    """
    import matplotlib.pyplot as plt

    n_units = max(len(activations) for activations in rows.values())
    whole = (size * n_units + 1.2, 1.02 * size * len(rows))
    fig, axes = plt.subplots(len(rows), n_units, figsize=whole, layout="constrained", squeeze=False)
    for row, (name, activations) in zip(axes, rows.items(), strict=True):
        for ax in row:
            ax.set_axis_off()
        for ax, unit in zip(row, activations, strict=False):
            draw_box(ax)
            ax.lines[0].set(zorder=3, clip_on=False)  # on the map, not below it
            ax.add_patch(plt.Rectangle((0, 0), 1, 1, facecolor="white", edgecolor=LIGHT, hatch="////", linewidth=0))
            mean = mean_map(unit, Y, n_bins)
            top = np.nanmax(mean)
            ax.imshow(
                mean.T, origin="lower", extent=(0, 1, 0, 1), cmap="Greys", vmin=0, vmax=top if top > 0 else 1, zorder=1
            )
            if not top > 0:
                ax.text(0.5, 0.5, "silent", ha="center", va="center", fontsize=8, zorder=2)
        row[0].text(-0.1, 0.5, name, ha="right", va="center", fontsize=9)
    return fig, axes


def mean_map(activation: np.ndarray, Y: np.ndarray, n_bins: int = 16) -> np.ndarray:
    """The mean activation of a unit in each square of the box, (n_bins, n_bins); NaN where the animal never was.

    Parameters
    ----------
    activation : ndarray, (N,)
    Y : ndarray, (2, N), metres
    n_bins : int
        Squares along each wall.
    """
    walls = [np.linspace(0, 1, n_bins + 1)] * 2
    visits = np.histogram2d(*Y, bins=walls)[0]
    total = np.histogram2d(*Y, bins=walls, weights=activation)[0]
    return np.where(visits > 0, total / np.maximum(visits, 1), np.nan)


def count_patches(mean: np.ndarray) -> int:
    """In how many separate patches a map is above half of its maximum; squares that touch along a side hang together.

    Parameters
    ----------
    mean : ndarray, (n, n)
        As `mean_map` gives it; squares with NaN belong to no patch.

    Examples
    --------
    >>> count_patches(np.array([[9, 0, 9], [9, 0, 0], [1, 0, 9]]))
    3
    """
    waiting = {(int(row), int(column)) for row, column in np.argwhere(mean > 0.5 * np.nanmax(mean))}
    patches = 0
    while waiting:
        patches += 1
        edge = [waiting.pop()]
        while edge:
            row, column = edge.pop()
            near = {(row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)} & waiting
            waiting -= near
            edge += near
    return patches


def _number(value: float) -> str:
    """A number as it is printed in books: a true minus sign, and none before a zero."""
    return f"{value + 0.0:g}".replace("-", "−")


def _box(ax: Any, centre: tuple[float, float], label: str, colour: str) -> None:
    frame = {"boxstyle": "round,pad=0.4", "facecolor": "white", "edgecolor": colour, "linewidth": 1.6}
    ax.text(*centre, label, ha="center", va="center", fontsize=11, bbox=frame, zorder=3)
