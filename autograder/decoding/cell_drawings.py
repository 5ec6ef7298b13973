"""Drawings of place cells: which of them fire, what their weights are, and how weighted fields add up to a ramp."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .drawings import draw_discs
from .plots import ACCENT, DARK, DARK_ACCENT, LIGHT, draw_box
from .sessions import Session
from .unit_drawings import mean_map


def plot_place_fields(session: Session, cells: Sequence[int] | None = None) -> tuple[Any, Any]:
    """Draw where each cell fires: its mean rate in small squares; squares without a visit are hatched.

    Parameters
    ----------
    session : Session
    cells : sequence of int, optional
        Which cells; all of them by default.

    Returns
    -------
    fig, axes : Figure, ndarray of Axes
    """
    import matplotlib.pyplot as plt

    chosen = list(range(session.n_cells)) if cells is None else list(cells)
    n_columns = min(len(chosen), max(5, int(np.ceil(np.sqrt(len(chosen))))))
    n_rows = -(-len(chosen) // n_columns)
    size = (1.45 * n_columns, 1.6 * n_rows)
    fig, axes = plt.subplots(n_rows, n_columns, figsize=size, layout="constrained", squeeze=False)
    for ax in axes.flat:
        ax.set_axis_off()
    for ax, cell in zip(axes.flat, chosen, strict=False):
        draw_box(ax)
        unseen = {"facecolor": "white", "edgecolor": LIGHT, "hatch": "////", "linewidth": 0, "zorder": 0}
        ax.add_patch(plt.Rectangle((0, 0), 1, 1, **unseen))
        mean = mean_map(session.X[cell], session.Y)
        shades = {"cmap": "Greys", "vmin": 0, "vmax": 1}
        drawn = ax.imshow(mean.T, origin="lower", extent=(0, 1, 0, 1), zorder=0.9, **shades)
        ax.set_title(f"cell {cell}", fontsize=8, pad=2)
    fig.colorbar(drawn, ax=axes, shrink=0.6, label="mean rate", ticks=[0, 0.5, 1])
    return fig, axes


def draw_riddle(session: Session, moment: int, animal: str) -> tuple[Any, Any]:
    """Draw what the cells say at one moment and, if wanted, where the animal was.

    Parameters
    ----------
    session : Session
        With place cells.
    moment : int
    animal : str
        "hidden" or "shown".

    Returns
    -------
    fig, axes : Figure, ndarray of two Axes
    """
    import matplotlib.pyplot as plt

    fig, (box, bars) = plt.subplots(1, 2, figsize=(7.2, 3.5), width_ratios=(1, 1.1), layout="constrained")
    draw_box(box)
    draw_discs(box, session.centres, session.X[:, moment])
    for cell in (0, session.n_cells - 1):
        x, y = session.centres[cell]
        box.text(x, y, str(cell), ha="center", va="center", fontsize=8)
    said = "the animal is hidden"
    if animal == "shown":
        x, y = session.Y[:, moment]
        box.scatter(x, y, color=ACCENT, edgecolor="black", s=90, zorder=3)
        said = f"the animal is at ({x:.2f} m, {y:.2f} m)"
    box.set_title(f"moment {moment}: {said}", fontsize=10)
    bars.bar(np.arange(session.n_cells), session.X[:, moment], color=DARK)
    bars.set(ylim=(0, 1), xlabel="cell", ylabel="firing rate")
    bars.spines[["top", "right"]].set_visible(False)
    return fig, np.array([box, bars])


def draw_cells(centres: np.ndarray, width: float, rates: np.ndarray) -> tuple[Any, Any]:
    """Draw the place fields of some cells, and at how many moments how many of the cells fire.

    Parameters
    ----------
    centres : ndarray, (n_cells, 2), metres
    width : float, metres
        Standard deviation of a field, and radius of its circle.
    rates : ndarray, (n_cells, N)

    Returns
    -------
    fig, axes : Figure, ndarray of two Axes
    """
    import matplotlib.pyplot as plt

    fig, (box, counts) = plt.subplots(1, 2, figsize=(7.2, 3.5), width_ratios=(1, 1.1), layout="constrained")
    draw_box(box)
    for x, y in centres:
        box.add_patch(plt.Circle((x, y), width, facecolor=DARK, alpha=0.09, edgecolor="none", zorder=0))
        box.add_patch(plt.Circle((x, y), width, facecolor="none", edgecolor=DARK, linewidth=0.6, zorder=0))
    box.scatter(*centres.T, color=DARK, s=6)
    box.set(xlim=(-0.1, 1.1), ylim=(-0.1, 1.1))
    box.set_title(f"{len(centres)} cells, fields {width:g} m wide", fontsize=10)
    firing = np.sum(rates > 0.5, axis=0)
    shares = np.bincount(firing, minlength=2) / firing.size
    counts.bar(np.arange(shares.size), 100 * shares, color=DARK)
    counts.set(xlabel="cells above half of their highest rate", ylabel="moments / %", ylim=(0, 100))
    counts.xaxis.get_major_locator().set_params(integer=True)
    counts.set_title(f"on average {firing.mean():.1f} cells at once", fontsize=10)
    counts.spines[["top", "right"]].set_visible(False)
    return fig, np.array([box, counts])


def draw_weighted_fields(panels: Mapping[str, np.ndarray], places: np.ndarray) -> tuple[Any, Any]:
    """Draw along a line through the box what each cell adds to the guessed x-coordinate, and the sum.

    Parameters
    ----------
    panels : mapping of str to ndarray, (n_parts, n_places), metres
        The parts that are added up, such as rate times weight of each cell, under the title of their panel.
    places : ndarray, (n_places,), metres
        The x-coordinates along the line.

    Returns
    -------
    fig, axes : Figure, ndarray of Axes
    """
    import matplotlib.pyplot as plt

    size = (4.3 * len(panels), 3.5)
    fig, axes = plt.subplots(1, len(panels), figsize=size, layout="constrained", sharey=True, squeeze=False)
    for ax, (title, parts) in zip(axes[0], panels.items(), strict=True):
        ax.plot(places, parts.T, color="0.5", linewidth=0.9)
        ax.plot([], [], color="0.5", linewidth=0.9, label="one cell: rate times weight")
        ax.plot(places, places, color=ACCENT, linewidth=4, alpha=0.6, label="wanted: a ramp")
        ax.plot(places, parts.sum(axis=0), color=DARK, linewidth=2.2, label="the sum of all")
        ax.set(xlabel="where the animal is: x / m")
        ax.set_title(title, fontsize=10)
        ax.spines[["top", "right"]].set_visible(False)
    axes[0, 0].set_ylabel("part of the guessed x / m")
    axes[0, 0].legend(frameon=False, fontsize=8)
    return fig, axes[0]


def plot_weight_maps(maps: Mapping[str, np.ndarray], centres: np.ndarray) -> tuple[Any, Any]:
    """Draw every weight as a disc at the centre of its place cell: its area is the size of the weight.

    Parameters
    ----------
    maps : mapping of str to ndarray, (2, n_cells), metres for a rate of 1
        Weights without a bias, under the title of their column of maps.
    centres : ndarray, (n_cells, 2), metres
        On a lattice; the mean weight of each column or row of it is written beside the map.

    Returns
    -------
    fig, axes : Figure, ndarray (2, n_maps) of Axes
    """
    import matplotlib.pyplot as plt

    largest = max(np.abs(W).max() for W in maps.values())
    size = (2.9 * len(maps) + 0.3, 6.1)
    fig, axes = plt.subplots(2, len(maps), figsize=size, layout="constrained", squeeze=False)
    for column, (title, W) in zip(axes.T, maps.items(), strict=True):
        for row, ax in enumerate(column):
            draw_box(ax)
            sizes = 420 * np.abs(W[row]) / largest
            face = np.where(W[row] >= 0, DARK, "white")
            edge = np.where(W[row] >= 0, DARK, DARK_ACCENT)
            ax.scatter(*centres.T, s=sizes, c=face, edgecolors=edge, linewidth=1.4, zorder=2)
            _write_means(ax, W[row], centres, row)
            ax.set(xlim=(-0.04, 1.16), ylim=(-0.16, 1.04))
        column[0].set_title(f"{title}\nW[0]: to the x-coordinate", fontsize=10)
        column[1].set_title("W[1]: to the y-coordinate", fontsize=10)
    return fig, axes


def draw_weighted_sum(session: Session, W: np.ndarray, moment: int) -> tuple[Any, Any]:
    """Draw how one moment is decoded: rate times weight, added up cell by cell, for both coordinates.

    Parameters
    ----------
    session : Session
        With place cells.
    W : ndarray, (2, n_cells), metres
    moment : int

    Returns
    -------
    fig, axes : Figure, ndarray of three Axes
    """
    import matplotlib.pyplot as plt

    fig, axes = plt.subplots(1, 3, figsize=(10, 3.5), layout="constrained")
    rates, truth = session.X[:, moment], session.Y[:, moment]
    guess = W @ rates
    draw_box(axes[0])
    draw_discs(axes[0], session.centres, rates)
    axes[0].plot(*np.array([truth, guess]).T, color="black", linewidth=1, zorder=3)
    axes[0].scatter(*truth, color=LIGHT, edgecolor="black", s=80, zorder=4, label="true")
    axes[0].scatter(*guess, color=ACCENT, edgecolor="black", marker="s", s=60, zorder=4, label="guessed")
    axes[0].set_title(f"off by {100 * np.linalg.norm(guess - truth):.1f} cm", fontsize=10)
    axes[0].legend(loc="upper center", bbox_to_anchor=(0.5, 0.02), ncols=2, frameon=False, fontsize=8)
    loudest = np.sort(np.argsort(rates)[::-1][:8])
    for ax, row, axis in zip(axes[1:], W, "xy", strict=True):
        parts = np.append(rates[loudest] * row[loudest], 0.0)
        parts[-1] = row @ rates - parts.sum()
        ends = np.cumsum(parts)
        ax.barh(
            np.arange(len(parts)), parts, left=ends - parts, color=[DARK if part >= 0 else ACCENT for part in parts]
        )
        ax.axvline(truth["xy".index(axis)], color="black", linestyle="dashed", linewidth=1.2)
        ax.set_yticks(np.arange(len(parts)), labels=[*(f"cell {cell}" for cell in loudest), "all others"], fontsize=8)
        ax.invert_yaxis()
        ax.set(xlabel=f"sum so far: {axis} / m")
        ax.set_title(f"guessed {axis}: {ends[-1]:.2f} m", fontsize=10)
        ax.spines[["top", "right"]].set_visible(False)
    return fig, axes


def _write_means(ax: Any, weights: np.ndarray, centres: np.ndarray, axis: int) -> None:
    """The mean weight of each column (axis 0) or row (axis 1) of the lattice, beside the map."""
    lines = np.unique(np.round(centres[:, axis], 6))
    for line in lines:
        mean = weights[np.isclose(centres[:, axis], line)].mean()
        place = (line, -0.05) if axis == 0 else (1.04, line)
        ha, va = ("center", "top") if axis == 0 else ("left", "center")
        words = f"{round(mean, 2) + 0.0:.2f}".replace("-", "−").replace("0.", ".", 1)
        ax.text(*place, words, ha=ha, va=va, fontsize=8, color=DARK_ACCENT)
