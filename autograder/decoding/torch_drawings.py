"""Drawings for the chapter on PyTorch: what autograd has written down, and how optimisers compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .plots import ACCENT, DARK, LIGHT


def draw_recording(result: Any, names: Mapping[str, Any]) -> tuple[Any, Any]:
    """Draw the graph that autograd has recorded while `result` was calculated.

    Parameters
    ----------
    result : torch.Tensor
        What the calculation ended with; it must not have been swept backwards with its record thrown away.
    names : mapping of str to torch.Tensor
        What to call the tensors that want a gradient.

    Returns
    -------
    fig, ax

    Notes
    -----
    Nothing is drawn from memory: the boxes and lines are those of ``result.grad_fn`` and its ``next_functions``.
    """
    import matplotlib.pyplot as plt

    columns, arrows = _recorded(result.grad_fn)
    places = _places(columns, arrows)
    labels = {node: _label(node, names) for node in places}
    end = (2.6 * (max(columns.values()) + 1), 0.0)
    fig, ax = plt.subplots(figsize=(0.72 * (end[0] + 2.0), 2.5), layout="constrained")
    _there_and_back(ax, places[result.grad_fn], end, labels[result.grad_fn], "result")
    for node, earlier in arrows:
        _there_and_back(ax, places[earlier], places[node], labels[earlier], labels[node])
    for node, place in places.items():
        _box(ax, place, labels[node], "0.85" if hasattr(node, "variable") else "white")
    _box(ax, end, "result", "0.85")
    ax.set_xlim(-1.0, end[0] + 1.0)
    low = min(y for _, y in places.values())
    ax.set_ylim(low - 1.1, max(y for _, y in places.values()) + 0.5)
    ax.text(-0.9, low - 0.95, "solid: the calculation, forwards", fontsize=9, color=DARK)
    ax.text(end[0] + 0.9, low - 0.95, "dashed: backward(), from the result", fontsize=9, color=ACCENT, ha="right")
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
    styles = ((LIGHT, "solid", 2.4), (ACCENT, "dashed", 1.8), (DARK, "solid", 1.6), ("black", "dotted", 1.6))
    for (name, history), (colour, dashes, width) in zip(histories.items(), styles, strict=False):
        centimetres = 100 * np.asarray(history["test_error"])
        ax.plot(history["epoch"], centimetres, color=colour, linestyle=dashes, linewidth=width, label=name)
    ax.axhline(100 * level, color="black", linewidth=0.9, linestyle=(0, (1, 3)), label=level_name)
    ax.set_yscale("log")
    ax.set(xlabel="epoch", ylabel="mean error on the test data / cm")
    marks = [mark for mark in (0.5, 1, 2, 5, 10, 20, 50) if mark >= 0.8 * ax.get_ylim()[0]]
    ax.set_yticks(marks, labels=[f"{mark:g}" for mark in marks])
    ax.tick_params(axis="y", which="minor", labelleft=False)
    ax.legend(frameon=False, fontsize=9)
    ax.spines[["top", "right"]].set_visible(False)
    return fig, ax


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


def _label(node: Any, names: Mapping[str, Any]) -> str:
    """The name of a tensor that wants a gradient, or of an operation that knows its derivative."""
    if hasattr(node, "variable"):
        return next(name for name, tensor in names.items() if tensor is node.variable)
    return type(node).__name__.removesuffix("0")


def _box(ax: Any, centre: tuple[float, float], label: str, face: str) -> None:
    frame = {"boxstyle": "round,pad=0.4", "facecolor": face, "edgecolor": "black", "linewidth": 1.2}
    ax.text(*centre, label, ha="center", va="center", fontsize=10, bbox=frame, zorder=3)


def _there_and_back(ax: Any, start: tuple[float, float], end: tuple[float, float], first: str, second: str) -> None:
    """An arrow from start to end, and a dashed one back, side by side and clear of the boxes with these labels."""
    left = start[0] + 0.3 + 0.068 * len(first)
    right = end[0] - 0.3 - 0.068 * len(second)
    rise = (end[1] - start[1]) / (end[0] - start[0])
    for x_from, x_to, shift, colour, dashes in (
        (left, right, 0.13, DARK, "solid"),
        (right, left, -0.13, ACCENT, "dashed"),
    ):
        tail, head = ((x, start[1] + rise * (x - start[0]) + shift) for x in (x_from, x_to))
        look = {"arrowstyle": "-|>", "color": colour, "linewidth": 1.4, "linestyle": dashes, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", head, tail, arrowprops=look)
