"""The figures of the course. Each function draws one picture and returns (fig, ax); all of them read in grey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

LIGHT = "0.72"  # what is given: true paths, data
DARK = "#1f3b66"  # what a model says
ACCENT = "#d9601a"  # what the eye should find
DARK_ACCENT = "#b34700"  # the same for small letters, which need more contrast


def plot_predictions(Y_pred: np.ndarray, Y_true: np.ndarray, ax: Any = None, title: str = "") -> tuple[Any, Any]:
    """Draw a true path and a dot for every predicted position.

    Parameters
    ----------
    Y_pred, Y_true : ndarray, (2, N), metres
    ax : matplotlib Axes, optional
    title : str
        The mean error, in centimetres, is written below it.

    Returns
    -------
    fig, ax

    Notes
    -----
    The view grows with the predictions, up to half a metre beyond the walls: farther dots are counted in the legend.
    """
    from .models import error

    fig, ax = _axes(ax, (3.6, 3.9))
    draw_box(ax)
    ax.plot(*Y_true, color=LIGHT, linewidth=2.2, label="true path", zorder=1)
    low = np.clip(np.min(Y_pred, axis=1) - 0.03, -0.5, -0.03)
    high = np.clip(np.max(Y_pred, axis=1) + 0.03, 1.03, 1.5)
    outside = np.any((Y_pred < low[:, None]) | (Y_pred > high[:, None]), axis=0).sum()
    label = f"predicted ({outside} of {Y_pred.shape[1]} out of view)" if outside else "predicted"
    few = np.unique(Y_pred, axis=1).shape[1] <= 20  # a handful of places must not be lost among the path
    ax.scatter(*Y_pred, color=DARK, s=60 if few else 5, linewidth=0, label=label, zorder=2)
    ax.set_xlim(low[0], high[0])
    ax.set_ylim(low[1], high[1])
    ax.set_title(f"{title}\nmean error {100 * error(Y_pred, Y_true):.1f} cm", fontsize=10)
    ax.legend(
        loc="upper center", bbox_to_anchor=(0.5, 0.0), ncols=2, frameon=False, fontsize=8, markerscale=1 if few else 2.5
    )
    return fig, ax


def draw_error_lines(Y_pred: np.ndarray, Y_true: np.ndarray, ax: Any) -> None:
    """Draw thin lines from some predicted positions to the true ones, below the dots of `plot_predictions`.

    Parameters
    ----------
    Y_pred, Y_true : ndarray, (2, N), metres
        One in six is drawn.
    ax : matplotlib Axes
    """
    ax.plot(*np.stack([Y_pred, Y_true], axis=1)[:, :, ::6], color=ACCENT, linewidth=0.6, zorder=1.5)


def plot_training_curves(
    history: Mapping[str, Sequence[float]], levels: Mapping[str, float] | None = None
) -> tuple[Any, Any]:
    """Draw training and test error against epochs on a logarithmic axis.

    Parameters
    ----------
    history : mapping
        A model's `history`; "epoch", "error" and "test_error" are drawn, the errors given in metres.
    levels : mapping of str to float, optional
        Errors of other models, metres: one level line each.

    Returns
    -------
    fig, ax
    """
    fig, ax = _axes(None, (4.8, 3.0))
    ax.plot(history["epoch"], _centimetres(history["error"]), color=LIGHT, linewidth=1, label="training batch")
    ax.plot(history["epoch"], _centimetres(history["test_error"]), color=DARK, linewidth=1.6, label="test data")
    for dashes, (name, level) in zip(_DASHES, (levels or {}).items(), strict=False):
        ax.axhline(100 * level, color=ACCENT, linewidth=1.4, linestyle=dashes, label=f"{name}, test data")
    ax.set_yscale("log")
    ax.set_xlabel("epoch")
    ax.set_ylabel("mean error / cm")
    ax.legend(frameon=False, fontsize=8)
    _bare(ax)
    return fig, ax


def draw_box(ax: Any) -> None:
    """Draw the walls of the 1 m by 1 m box and nothing else: no ticks, equal scales.

    Parameters
    ----------
    ax : matplotlib Axes
    """
    ax.plot([0, 1, 1, 0, 0], [0, 0, 1, 1, 0], color="black", linewidth=1.5, zorder=1)
    ax.set_aspect("equal")
    ax.set_axis_off()


def draw_arrow(ax: Any, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    """Draw an arrow between two points.

    Parameters
    ----------
    ax : matplotlib Axes
    start, end : tuple of two float
    colour : str
    """
    ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 1.6})


def plot_linear_model(n_inputs: int) -> tuple[Any, Any]:
    """Draw a linear model: every input is connected to both outputs by one weight.

    Parameters
    ----------
    n_inputs : int
        Number of place cells; the first three and the last are drawn.

    Returns
    -------
    fig, ax
    """
    fig, ax = _axes(None, (5.6, 3.3))
    last = n_inputs - 1
    heights = {0: 3.0, 1: 2.2, 2: 1.4, last: 0.0}
    outputs = {0: (r"$\hat{\mathsf{x}}$", 2.2), 1: (r"$\hat{\mathsf{y}}$", 0.8)}
    for i, y_in in heights.items():
        for j, (_, y_out) in outputs.items():
            colour, dashes = (DARK, "solid") if j == 0 else (ACCENT, "dashed")
            ax.plot([0, 3], [y_in, y_out], color=colour, linestyle=dashes, linewidth=1.4, zorder=1)
        _unit(ax, (0, y_in), f"$x_{{{i}}}$")
        ax.text(-0.35, y_in, f"rate of cell {i}", ha="right", va="center", fontsize=9)
    ax.text(0, 0.72, "⋮", ha="center", va="center", fontsize=16)
    for symbol, y_out in outputs.values():
        _unit(ax, (3, y_out), symbol)
    ax.text(3.35, 2.2, "x-coordinate", va="center", fontsize=9)
    ax.text(3.35, 0.8, "y-coordinate", va="center", fontsize=9)
    ax.text(1.5, 2.78, "row W[0]", color=DARK, ha="center", fontsize=10)
    ax.text(1.5, 0.12, "row W[1]", color=DARK_ACCENT, ha="center", fontsize=10)
    ax.set_xlim(-1.7, 4.6)
    ax.set_ylim(-0.4, 3.4)
    ax.set_aspect("equal")
    ax.set_axis_off()
    return fig, ax


def plot_four_cells(centres: np.ndarray) -> tuple[Any, Any]:
    """Draw the box in the regions of its one-hot cells: each point belongs to the nearest centre.

    Parameters
    ----------
    centres : ndarray, (n_cells, 2), metres

    Returns
    -------
    fig, ax
    """
    centres = np.asarray(centres)
    fig, ax = _axes(None, (3.6, 3.6))
    points = (np.arange(200) + 0.5) / 200
    grid = np.stack(np.meshgrid(points, points), axis=-1)
    nearest = np.argmin(np.linalg.norm(grid[:, :, None] - centres, axis=-1), axis=-1)
    ax.imshow(nearest, origin="lower", extent=(0, 1, 0, 1), cmap="Greys", vmin=-1, vmax=3 * len(centres), zorder=0)
    ax.plot([0, 1, 1, 0, 0], [0, 0, 1, 1, 0], color="black", linewidth=1.5)
    for i, (x, y) in enumerate(centres):
        ax.scatter(x, y, marker="x", color="black", s=45)
        ax.text(x, y + 0.05, f"cell {i}", ha="center", va="bottom", fontsize=11)
        ax.text(x, y - 0.05, f"({x:g}, {y:g})", ha="center", va="top", fontsize=9)
    ax.set_xticks([0, 0.5, 1])
    ax.set_yticks([0, 0.5, 1])
    ax.set_xlabel("x / m")
    ax.set_ylabel("y / m")
    _bare(ax)
    return fig, ax


def plot_loss_minimum(W: float = 2.2, best: float = 1.0) -> tuple[Any, Any]:
    """Draw a quadratic loss over one weight, its slope at `W`, and its minimum, where the slope is zero.

    Parameters
    ----------
    W : float
        Where the first tangent touches.
    best : float
        The weight with the smallest loss.

    Returns
    -------
    fig, ax
    """

    def height(weight: Any) -> Any:
        return 0.4 + (weight - best) ** 2

    fig, ax = _axes(None, (4.6, 3.0))
    weights = np.linspace(best - 1.8, best + 1.8, 200)
    ax.plot(weights, height(weights), color=DARK, linewidth=2.4)
    near = np.array([-0.55, 0.55])
    ax.plot(W + near, height(W) + 2 * (W - best) * near, color=ACCENT, linewidth=1.6, linestyle="dashed")
    ax.plot(best + 2 * near, [height(best)] * 2, color=ACCENT, linewidth=1.6, linestyle="dashed")
    ax.scatter([W, best], [height(W), height(best)], color="black", s=30, zorder=3)
    ax.text(W - 0.12, height(W) + 0.05, "slope > 0:\na smaller W is better", ha="right", va="bottom", fontsize=9)
    ax.text(best, height(best) + 0.18, "slope = 0", ha="center", va="bottom", fontsize=9)
    ax.set_xticks([best], ["$W^*$"])
    ax.set_yticks([])
    ax.set_ylim(0, height(best + 1.8))
    ax.set_xlabel("weight W")
    ax.set_ylabel("loss L(W)")
    _bare(ax)
    return fig, ax


def plot_line_through_origin(
    x: np.ndarray, y: np.ndarray, W: float | None = None, xlabel: str = "x", ylabel: str = "y"
) -> tuple[Any, Any]:
    """Draw data of one input and one output and, where given, the model ŷ = W x with its residuals.

    Parameters
    ----------
    x, y : ndarray, (N,)
    W : float, optional
        Slope of the line.
    xlabel, ylabel : str

    Returns
    -------
    fig, ax
    """
    fig, ax = _axes(None, (4.2, 3.2))
    if W is not None:
        ax.vlines(x, y, W * x, color=LIGHT, linewidth=1.2, label="residuals", zorder=1)
        ends = np.array([0, np.max(x)])
        ax.plot(ends, W * ends, color=ACCENT, linewidth=2, label=f"ŷ = {W:.2f} x", zorder=2)
    ax.scatter(x, y, color=DARK, s=18, label="data", zorder=3)
    ax.set_xlabel(xlabel)
    ax.set_ylabel(ylabel)
    ax.legend(frameon=False, fontsize=9)
    _bare(ax)
    return fig, ax


def plot_descent(
    loss: Any,
    paths: Mapping[str, np.ndarray],
    span: tuple[float, float],
    ax: Any = None,
    top: float | None = None,
    title: str = "",
) -> tuple[Any, Any]:
    """Draw a loss over one weight and the weights that one or more descents have visited.

    Parameters
    ----------
    loss : callable
        Takes an array of weights and returns their losses.
    paths : mapping of str to ndarray, (n_steps + 1,)
        The visited weights of each descent, under its name in the legend.
    span : (float, float)
        The weights between which the loss is drawn.
    ax : matplotlib Axes, optional
    top : float, optional
        The largest loss that is shown.
    title : str

    Returns
    -------
    fig, ax

    Notes
    -----
    A path begins with an open mark and ends with a large filled one.
    """
    fig, ax = _axes(ax, (4.8, 3.2))
    weights = np.linspace(*span, 300)
    ax.plot(weights, loss(weights), color=LIGHT, linewidth=3, zorder=1)
    sizes = (90, 45, 25, 15)  # paths may end at one point
    for (name, path), colour, mark, size in zip(paths.items(), _PATHS, "os^D", sizes, strict=False):
        visited = np.asarray(path)
        height = loss(visited)
        ax.plot(visited, height, color=colour, linewidth=0.9, linestyle="dashed", zorder=2)
        ax.scatter(visited[1:-1], height[1:-1], color=colour, marker=mark, s=16, zorder=3)
        ends = {"marker": mark, "edgecolor": colour, "linewidth": 1.6, "s": size, "zorder": 4}
        ax.scatter(visited[0], height[0], facecolor="white", **ends)
        ax.scatter(visited[-1], height[-1], facecolor=colour, label=name, **ends)
    ax.set_xlim(*span)
    if top is not None:
        low = float(np.min(loss(weights)))
        ax.set_ylim(low - 0.08 * (top - low), top)
    ax.set_xlabel("weight W")
    ax.set_ylabel("loss L(W)")
    if title:
        ax.set_title(title, fontsize=10)
    if len(paths) > 1:
        ax.legend(frameon=False, fontsize=8)
    _bare(ax)
    return fig, ax


def plot_split(session: Any, cells: Sequence[int]) -> tuple[Any, Any]:
    """Draw the rates of some cells over time and the walk, the training and the testing part apart.

    Parameters
    ----------
    session : Session
    cells : sequence of int
        Whose rates, from top to bottom.

    Returns
    -------
    fig, axes : Figure, ndarray of two Axes
    """
    import matplotlib.pyplot as plt

    fig, (rates, walk) = plt.subplots(1, 2, figsize=(10, 3.8), width_ratios=(1.9, 1), layout="constrained")
    minutes, n = session.t / 60, session.n_train
    for place, cell in enumerate(cells):
        level = len(cells) - 1 - place
        for part, colour in ((slice(0, n), DARK), (slice(n, None), ACCENT)):
            trace = level + 0.85 * session.X[cell, part]
            rates.fill_between(minutes[part], level, trace, color=colour, linewidth=0)
    rates.axvline(session.train_until / 60, color="black", linestyle="dashed", linewidth=1.2)
    for ha, words in (("right", "training  "), ("left", "  testing")):
        rates.text(session.train_until / 60, len(cells), words, ha=ha, va="bottom", fontsize=9)
    rates.set_yticks(np.arange(len(cells)), labels=[f"cell {cell}" for cell in reversed(cells)])
    rates.set_xlabel("time / min")
    rates.set_title("inputs X: firing rates", fontsize=10, pad=16)
    rates.spines[["top", "right", "left"]].set_visible(False)
    draw_box(walk)
    walk.plot(*session.Y_train, color=LIGHT, linewidth=0.8, label="training")
    walk.plot(*session.Y_test, color=ACCENT, linewidth=1.8, label="testing")
    walk.set_title("outputs Y: positions", fontsize=10)
    walk.legend(loc="upper center", bbox_to_anchor=(0.5, 0.02), ncols=2, frameon=False, fontsize=9)
    return fig, np.array([rates, walk])


def draw_errors(errors: Mapping[str, float], ax: Any = None, colours: Sequence[str] = ()) -> tuple[Any, Any]:
    """Draw one bar per decoder with its error.

    Parameters
    ----------
    errors : mapping of str to float, metres
    ax : matplotlib Axes, optional
    colours : sequence of str
        One per bar; dark ones by default.

    Returns
    -------
    fig, ax
    """
    fig, ax = _axes(ax, (6.8, 0.45 + 0.49 * len(errors)))
    lengths = [100 * value for value in errors.values()]
    bars = ax.barh(list(errors), lengths, color=list(colours) or DARK, edgecolor="black", linewidth=0.8)
    ax.bar_label(bars, fmt="%.1f cm", padding=4, fontsize=9)
    ax.invert_yaxis()
    ax.set(xlabel="mean error / cm", xlim=(0, 1.18 * max(lengths)))
    _bare(ax)
    return fig, ax


_DASHES = ("dashed", "dotted", "dashdot", (0, (5, 1)), (0, (1, 3)))
_PATHS = (DARK, ACCENT, "black", "0.45")


def _axes(ax: Any, figsize: tuple[float, float]) -> tuple[Any, Any]:
    """The given axes with their figure, or new ones."""
    if ax is not None:
        return ax.figure, ax
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=figsize, layout="constrained")


def _bare(ax: Any) -> None:
    ax.spines[["top", "right"]].set_visible(False)


def _unit(ax: Any, centre: tuple[float, float], label: str) -> None:
    """One unit of a network: a circle with its symbol."""
    from matplotlib.patches import Circle

    ax.add_patch(Circle(centre, 0.27, facecolor="white", edgecolor="black", linewidth=1.3, zorder=2))
    ax.text(*centre, label, ha="center", va="center", fontsize=10, zorder=3)


def _centimetres(metres: Sequence[float]) -> np.ndarray:
    return 100 * np.asarray(metres)
