"""Drawings for the chapter on PyTorch: what autograd has written down, how optimisers compare, what hidden units do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from .plots import ACCENT, DARK, DARK_ACCENT, LIGHT


def draw_recording(result: Any, names: Mapping[str, Any], between: Sequence[Any] = ()) -> tuple[Any, Any]:
    """Draw the graph that autograd has recorded while `result` was calculated, with values and slopes.

    Parameters
    ----------
    result : torch.Tensor
        What the calculation ended with, one number; its record must not have been used up.
    names : mapping of str to torch.Tensor
        What to call the tensors that want a gradient.
    between : sequence of torch.Tensor
        What was calculated in between.

    Returns
    -------
    fig, ax

    Notes
    -----
    Nothing is drawn from memory: the boxes and lines are those of ``result.grad_fn`` and its ``next_functions``, the
    slopes are those of ``torch.autograd.grad``. Of a step whose tensor is not given, no numbers are drawn.
    """
    import matplotlib.pyplot as plt

    columns, arrows = _recorded(result.grad_fn)
    places = _places(columns, arrows)
    labels = {node: _label(node, names) for node in places}
    numbers = _numbers(places, result, [*names.values(), *between, result])
    end = (2.6 * (max(columns.values()) + 1), 0.0)
    fig, ax = plt.subplots(figsize=(0.8 * (end[0] + 2.0), 2.7), layout="constrained")
    last = result.grad_fn
    _there_and_back(ax, places[last], end, (labels[last], "result"), numbers.get(last))
    for node, earlier in arrows:
        _there_and_back(ax, places[earlier], places[node], (labels[earlier], labels[node]), numbers.get(earlier))
    for node, place in places.items():
        _box(ax, place, labels[node], "0.85" if hasattr(node, "variable") else "white")
    _box(ax, end, "result", "0.85")
    ax.set_xlim(-1.0, end[0] + 1.0)
    low = min(y for _, y in places.values())
    ax.set_ylim(low - 1.2, max(y for _, y in places.values()) + 0.6)
    ax.text(-0.9, low - 1.0, "solid: the calculation, forwards, with values", fontsize=9, color=DARK)
    words = "dashed: backward(), from the result, with slopes"
    ax.text(end[0] + 0.9, low - 1.0, words, fontsize=9, color=DARK_ACCENT, ha="right")
    ax.set_axis_off()
    return fig, ax


def draw_race(
    histories: Mapping[str, Mapping[str, Sequence[float]]], level: float, level_name: str = "linear model"
) -> tuple[Any, Any]:
    """Draw the test error of several trainings against epochs, on a logarithmic axis.

    Parameters
    ----------
    histories : mapping of str to mapping
        Each model's `history`, under its name in the legend; errors in metres.
    level : float
        The error of another model, metres: a thin level line.
    level_name : str

    Returns
    -------
    fig, ax
    """
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots(figsize=(5.6, 3.4), layout="constrained")
    styles = ((ACCENT, "dashed", 1.8), ("black", "dotted", 1.8), (DARK, "solid", 1.8), (LIGHT, "solid", 2.4))
    for (name, history), (colour, dashes, width) in zip(histories.items(), styles, strict=False):
        centimetres = 100 * np.asarray(history["test_error"])
        ax.plot(history["epoch"], centimetres, color=colour, linestyle=dashes, linewidth=width, label=name)
    ax.axhline(100 * level, color="0.6", linewidth=1.0, label=level_name)
    ax.set_yscale("log")
    ax.set(xlabel="epoch", ylabel="mean error on the test data / cm")
    marks = [mark for mark in (0.5, 1, 2, 5, 10, 20, 50) if mark >= 0.8 * ax.get_ylim()[0]]
    ax.set_yticks(marks, labels=[f"{mark:g}" for mark in marks])
    ax.tick_params(axis="y", which="minor", labelleft=False)
    ax.legend(frameon=False, fontsize=9)
    ax.spines[["top", "right"]].set_visible(False)
    return fig, ax


def draw_rates(
    curves: Mapping[str, tuple[Sequence[float], Sequence[float]]], level: float, ceiling: float
) -> tuple[Any, Any]:
    """Draw the final error over the learning rate, one curve per optimiser.

    Parameters
    ----------
    curves : mapping of str to (rates, errors)
        Errors in metres, NaN where training ran away.
    level : float, metres
        The error of a linear model.
    ceiling : float, metres
        The error of a constant guess; what is worse, or ran away, is drawn a little above it.

    Returns
    -------
    fig, ax
    """
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots(figsize=(7.4, 3.5), layout="constrained")
    looks = ((ACCENT, "dashed", "s"), ("black", "dotted", "^"), (DARK, "solid", "o"))
    for (name, (rates, errors)), (colour, dashes, mark) in zip(curves.items(), looks, strict=False):
        shown = 100 * np.fmin(np.nan_to_num(errors, nan=np.inf), 1.15 * ceiling)
        ax.loglog(rates, shown, color=colour, linestyle=dashes, marker=mark, linewidth=1.8, label=name)
    for height, words in ((level, "linear decoder"), (ceiling, "always the same guess")):
        ax.axhline(100 * height, color="0.6", linewidth=1.0, zorder=0)
        ax.annotate(words, (0.22, 100 * height), xycoords=("axes fraction", "data"), va="bottom", fontsize=8)
    ax.set(xlabel="learning rate", ylabel="mean error on the test data / cm")
    marks = (0.5, 1, 2, 5, 10, 20, 50)
    ax.set_yticks(marks, labels=[f"{mark:g}" for mark in marks])
    ax.tick_params(axis="y", which="minor", left=False)
    ax.legend(frameon=False, fontsize=9, loc="center left", bbox_to_anchor=(1.0, 0.5))
    ax.spines[["top", "right"]].set_visible(False)
    return fig, ax


def draw_landscape(
    loss: Callable[[np.ndarray], np.ndarray],
    paths: Mapping[str, np.ndarray],
    span: float = 1.15,
    names: tuple[str, str] = ("a", "b"),
) -> tuple[Any, Any]:
    """Draw a loss with two weights as contour lines, and the weights that some descents have visited.

    Parameters
    ----------
    loss : callable
        Takes weights (2, ...) and returns their losses (...); its minimum is at zero.
    paths : mapping of str to ndarray, (n_steps + 1, 2)
        One panel each, on equal axes.
    span : float
        How far the map reaches from zero.
    names : (str, str)
        What the two weights are called.

    Returns
    -------
    fig, axes : Figure, ndarray of Axes
    """
    import matplotlib.pyplot as plt

    size = (3.3 * len(paths), 3.3)
    fig, axes = plt.subplots(1, len(paths), figsize=size, layout="constrained", sharex=True, sharey=True, squeeze=False)
    line = np.linspace(-span, span, 201)
    heights = loss(np.array(np.meshgrid(line, line)))
    levels = heights.max() * np.geomspace(1e-3, 1, 9)
    for ax, (name, path), colour in zip(axes[0], paths.items(), (ACCENT, "black", DARK), strict=False):
        ax.contour(line, line, heights, levels=levels, colors=LIGHT, linewidths=0.9)
        visited = np.clip(path, -1.5 * span, 1.5 * span)
        ax.plot(*visited.T, color=colour, linewidth=1.1, marker=".", markersize=4)
        ax.scatter(*visited[0], facecolor="white", edgecolor=colour, s=45, zorder=3)
        ax.scatter(*visited[-1], color=colour, s=45, zorder=3)
        ax.scatter(0, 0, marker="+", color="black", s=60, zorder=3)
        ax.set_title(f"{name}\nloss {float(loss(path[-1])):.2g} after {len(path) - 1} steps", fontsize=10)
        ax.set(
            xlim=(-span, span), ylim=(-span, span), xticks=[0], yticks=[0], xlabel=f"weight {names[0]}", aspect="equal"
        )
    axes[0, 0].set_ylabel(f"weight {names[1]}")
    return fig, axes[0]


def draw_walks(walks: Mapping[str, np.ndarray], loss: np.poly1d, n_shown: int = 200) -> tuple[Any, Any]:
    """Draw the weight over the first steps of some descents, and the levels of the two valleys.

    Parameters
    ----------
    walks : mapping of str to ndarray, (n_steps + 1,)
        The visited weights of each descent, under its name in the legend.
    loss : numpy.poly1d
        Of degree 4, with two valleys.
    n_shown : int
        How many steps are drawn.

    Returns
    -------
    fig, ax
    """
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots(figsize=(5.6, 3.0), layout="constrained")
    for (name, walk), colour, dashes in zip(walks.items(), (ACCENT, DARK), ("dashed", "solid"), strict=True):
        ax.plot(walk[:n_shown], color=colour, linestyle=dashes, linewidth=1.8, label=name)
    flat = loss.deriv().roots.real
    valleys = sorted((flat.min(), flat.max()), key=loss, reverse=True)
    for name, level in zip(("higher valley", "lower valley"), valleys, strict=True):
        ax.axhline(level, color=LIGHT, linewidth=1.0, zorder=0)
        ax.annotate(name, (n_shown, level), fontsize=8, ha="right", va="bottom")
    ax.set(xlabel="step", ylabel="weight W")
    ax.legend(frameon=False, fontsize=9)
    ax.spines[["top", "right"]].set_visible(False)
    return fig, ax


def hidden_activations(network: Any, X: np.ndarray) -> list[np.ndarray]:
    """What the hidden layers of a network say, ReLU included: one array (n_units, N) per layer.

    Parameters
    ----------
    network : torch.nn.Module
        With ``torch.nn.Linear`` layers, and a `forward` of the course.
    X : ndarray, (n_cells, N)

    Notes
    -----
    It listens to the layers while `forward` runs, so it need not know how they are called.
    """
    import torch

    heard: list[np.ndarray] = []
    linear = [layer for layer in network.modules() if isinstance(layer, torch.nn.Linear)]
    hooks = [
        layer.register_forward_hook(lambda _layer, _given, said: heard.append(np.maximum(0, said.detach().numpy().T)))
        for layer in linear
    ]
    try:
        network.forward(X)
    finally:
        for hook in hooks:
            hook.remove()
    return heard[:-1]


def _recorded(last: Any) -> tuple[dict[Any, int], list[tuple[Any, Any]]]:
    """Every step of the record with its distance from the result (the longest way), and who follows whom."""
    columns: dict[Any, int] = {}
    arrows: list[tuple[Any, Any]] = []
    waiting = [(last, 0)]
    while waiting:
        node, column = waiting.pop()
        columns[node] = max(column, columns.get(node, 0))
        for earlier, _ in node.next_functions:
            if earlier is not None:
                if (node, earlier) not in arrows:
                    arrows.append((node, earlier))
                waiting.append((earlier, column + 1))
    return columns, arrows


def _places(columns: Mapping[Any, int], arrows: Sequence[tuple[Any, Any]]) -> dict[Any, tuple[float, float]]:
    """Where each step is drawn: the result's on the right, each at the height of what follows it, none on another."""
    depth = max(columns.values())
    places: dict[Any, tuple[float, float]] = {}
    for column in range(depth + 1):
        members = [node for node, own in columns.items() if own == column]
        followers = {node: [places[after][1] for after, earlier in arrows if earlier is node] for node in members}
        wanted = {node: float(np.mean(heights)) if heights else 0.0 for node, heights in followers.items()}
        crowded = len(set(wanted.values())) < len(members)
        for row, node in enumerate(members):
            spread = 1.3 * ((len(members) - 1) / 2 - row) if crowded else 0.0
            places[node] = (2.6 * (depth - column), wanted[node] + spread)
    return places


def _numbers(places: Mapping[Any, Any], result: Any, tensors: Sequence[Any]) -> dict[Any, tuple[float, float]]:
    """The value of each step whose tensor is known, and the slope of the result with respect to it."""
    import torch

    known = {}
    for tensor, slope in zip(tensors, torch.autograd.grad(result, tensors, retain_graph=True), strict=True):
        for node in places:
            if tensor.grad_fn is node or getattr(node, "variable", None) is tensor:
                known[node] = (tensor.item(), slope.item())
    return known


def _label(node: Any, names: Mapping[str, Any]) -> str:
    """The name of a tensor that wants a gradient, or of an operation that knows its derivative."""
    if hasattr(node, "variable"):
        return next(name for name, tensor in names.items() if tensor is node.variable)
    return type(node).__name__.removesuffix("0")


def _box(ax: Any, centre: tuple[float, float], label: str, face: str) -> None:
    frame = {"boxstyle": "round,pad=0.4", "facecolor": face, "edgecolor": "black", "linewidth": 1.2}
    ax.text(*centre, label, ha="center", va="center", fontsize=10, bbox=frame, zorder=3)


def _there_and_back(
    ax: Any,
    start: tuple[float, float],
    end: tuple[float, float],
    labels: tuple[str, str],
    numbers: tuple[float, float] | None,
) -> None:
    """An arrow from start to end, and a dashed one back, side by side and clear of the boxes with these labels.

    The first carries the value at its start, the second the slope that comes back to it.
    """
    left = start[0] + 0.3 + 0.068 * len(labels[0])
    right = end[0] - 0.3 - 0.068 * len(labels[1])
    rise = (end[1] - start[1]) / (end[0] - start[0])
    middle = (left + right) / 2
    for x_from, x_to, shift, colour, dashes in (
        (left, right, 0.13, DARK, "solid"),
        (right, left, -0.13, ACCENT, "dashed"),
    ):
        tail, head = ((x, start[1] + rise * (x - start[0]) + shift) for x in (x_from, x_to))
        look = {"arrowstyle": "-|>", "color": colour, "linewidth": 1.4, "linestyle": dashes, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", head, tail, arrowprops=look)
    if numbers is not None:
        height = start[1] + rise * (middle - start[0])
        beside = {"ha": "center", "fontsize": 10.5, "fontweight": "bold"}
        ax.text(middle, height + 0.2, f"{numbers[0]:g}".replace("-", "−"), va="bottom", color=DARK, **beside)
        ax.text(middle, height - 0.22, f"{numbers[1]:g}".replace("-", "−"), va="top", color=DARK_ACCENT, **beside)
