"""Figures that a reader can play with, where somebody is there to play; plain figures everywhere else."""

from __future__ import annotations

import base64
import html
import importlib.util
import io
import os
import sys
from collections.abc import Callable
from typing import Any

from gradekit.release import data_folder

Slider = tuple[float, float, float, float]
"""Lowest value, highest value, step, and the value at the start. Four whole numbers make a slider of whole numbers."""

Choices = list[str]
"""What a menu offers; the first is chosen at the start."""


def runs_live() -> bool:
    """Whether a reader sits in front of the notebook: it was opened in Jupyter, VS Code or Colab and has ipywidgets.

    Returns
    -------
    bool
        False where a notebook is executed from a script, where ipywidgets is missing, or where no notebook runs.
    """
    in_browser = sys.platform == "emscripten" and "pyodide_kernel" in sys.modules
    widgets = data_folder().parent / "ipywidgets.zip"
    if in_browser and widgets.is_file() and str(widgets) not in sys.path:
        sys.path.append(str(widgets))  # it lies beside the notebook, as a browser has no pip
    if importlib.util.find_spec("ipywidgets") is None:
        return False
    main = vars(sys.modules["__main__"])
    in_browser = sys.platform == "emscripten" and "pyodide_kernel" in sys.modules
    return (
        in_browser or "JPY_SESSION_NAME" in os.environ or "__vsc_ipynb_file__" in main or "google.colab" in sys.modules
    )


class Picture:
    """A picture and its words. Notebooks get it as an HTML image: of other images, Jupyter shows no words."""

    def __init__(self, png: bytes, alt: str) -> None:
        self.png, self.alt = png, alt

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        data = base64.b64encode(self.png).decode("ascii")
        image = f'<img src="data:image/png;base64,{data}" alt="{html.escape(self.alt)}">'
        return {"text/html": image, "text/plain": self.alt}


def show(drawn: Any, alt: str) -> None:
    """Show a figure now, and say in words what is on it for readers who cannot see it.

    Parameters
    ----------
    drawn : Figure, or (fig, ax) as the functions that draw return it
        It is closed afterwards, so that it is not shown again at the end of the cell.
    alt : str
        The words: the alternative text of the image, for screen readers.
    """
    import matplotlib.pyplot as plt
    from IPython.display import display

    figure = drawn[0] if isinstance(drawn, tuple) else drawn
    png = io.BytesIO()
    figure.savefig(png, format="png", dpi=100, bbox_inches="tight", facecolor="white")
    plt.close(figure)
    display(Picture(png.getvalue(), alt))


def with_sliders(draw: Callable[..., Any], *, alt: str = "", **controls: Slider | Choices) -> None:
    """Draw a figure, with a slider or a menu for each argument where a reader is there to use it.

    Parameters
    ----------
    draw : callable
        Takes the arguments by name, draws a figure and returns it, as `show` takes it.
    alt : str
        What is on the figure, in words.
    **controls : (lowest, highest, step, start), or list of str
        One for each argument. Without a reader the figure is drawn once, at the starts.
    """

    def redraw(**values: float | str) -> None:
        drawn = draw(**values)
        if alt:
            show(drawn, alt)
        elif runs_live():
            import matplotlib.pyplot as plt

            plt.show()

    if runs_live():
        from ipywidgets import interact

        interact(redraw, **{name: _widget(control) for name, control in controls.items()})
    else:
        redraw(**{name: control[0] if isinstance(control, list) else control[3] for name, control in controls.items()})


def _widget(control: Slider | Choices) -> Any:
    from ipywidgets import Dropdown, FloatSlider, IntSlider

    if isinstance(control, list):
        return Dropdown(options=control)
    lowest, highest, step, start = control
    span = {"value": start, "min": lowest, "max": highest, "step": step, "continuous_update": False}
    whole = all(isinstance(number, int) for number in control)
    return IntSlider(**span) if whole else FloatSlider(**span, readout_format=".3g")


def fewer(number: int, in_browser: int, what: str) -> int:
    """A number of repetitions; in a browser, which calculates several times more slowly, a smaller one, and it says so.

    Parameters
    ----------
    number, in_browser : int
        How many elsewhere, and how many there.
    what : str
        What is repeated, for the sentence: ``"epochs"``.
    """
    if sys.platform != "emscripten":
        return number
    print(f"In the browser, {min(number, in_browser)} {what} in place of {number}: it calculates more slowly.")
    return min(number, in_browser)
