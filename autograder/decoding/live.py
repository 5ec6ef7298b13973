"""Figures that a reader can play with, where somebody is there to play; plain figures everywhere else."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from typing import Any

Slider = tuple[float, float, float, float]
"""Lowest value, highest value, step, and the value at the start."""


def runs_live() -> bool:
    """Whether a reader sits in front of the notebook: it was opened in Jupyter, VS Code or Colab and has ipywidgets.

    Returns
    -------
    bool
        False where a notebook is executed from a script, where ipywidgets is missing, or where no notebook runs.
    """
    if importlib.util.find_spec("ipywidgets") is None:
        return False
    main = vars(sys.modules["__main__"])
    return "JPY_SESSION_NAME" in os.environ or "__vsc_ipynb_file__" in main or "google.colab" in sys.modules


def with_sliders(draw: Callable[..., Any], **sliders: Slider) -> None:
    """Draw a figure, with a slider for each of its numbers where a reader is there to move it.

    Parameters
    ----------
    draw : callable
        Takes the numbers by name and draws a figure.
    **sliders : (lowest, highest, step, start)
        One for each of the numbers. Without a reader the figure is drawn once, at the starts.
    """
    if not runs_live():
        draw(**{name: start for name, (_, _, _, start) in sliders.items()})
        return
    import matplotlib.pyplot as plt
    from ipywidgets import FloatSlider, interact

    def redraw(**numbers: float) -> None:
        draw(**numbers)
        plt.show()

    widgets = {
        name: FloatSlider(start, min=lowest, max=highest, step=step, continuous_update=False, readout_format=".3g")
        for name, (lowest, highest, step, start) in sliders.items()
    }
    interact(redraw, **widgets)
