"""Figures that a reader can play with, where somebody is there to play; plain figures everywhere else."""

from __future__ import annotations

import base64
import html
import importlib.util
import io
import os
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from gradekit.release import data_folder

from .errors import DecodingError

ALT_TEXTS = Path(__file__).with_name("alt_texts.toml")
"""What is on each figure, in words."""

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


def words_of(figure_name: str) -> str:
    """What is on a figure, in words: the alternative text of its image, for screen readers.

    Parameters
    ----------
    figure_name : str
        The chapter and the cell that draws it: ``"4/race-figure"``.

    Raises
    ------
    DecodingError
        If `alt_texts.toml` has no words for it.
    """
    chapter, _, cell = figure_name.partition("/")
    words = tomllib.loads(ALT_TEXTS.read_text(encoding="utf-8")).get(chapter, {}).get(cell)
    if words is None:
        raise DecodingError(
            f"{ALT_TEXTS.name} has no words for the figure {figure_name!r}.", "Correct the name, or add them."
        )
    return " ".join(words.split())


def show(drawn: Any, figure_name: str, before: str = "") -> None:
    """Show a figure now, with its words for readers who cannot see it.

    Parameters
    ----------
    drawn : Figure, or (fig, ax) as the functions that draw return it
        It is closed afterwards, so that it is not shown again at the end of the cell.
    figure_name : str
        Under which `words_of` has its words.
    before : str
        What is to be said before them.
    """
    import matplotlib.pyplot as plt
    from IPython.display import display

    figure = drawn[0] if isinstance(drawn, tuple) else drawn
    png = io.BytesIO()
    figure.savefig(png, format="png", dpi=100, bbox_inches="tight", facecolor="white")
    plt.close(figure)
    display(Picture(png.getvalue(), before + words_of(figure_name)))


def with_sliders(draw: Callable[..., Any], figure_name: str, /, **controls: Slider | Choices) -> None:
    """Draw a figure, with a slider or a menu for each argument where a reader is there to use it.

    Parameters
    ----------
    draw : callable
        Takes the arguments by name, draws a figure and returns it, as `show` takes it.
    figure_name : str
        Under which `words_of` has its words.
    **controls : (lowest, highest, step, start), or list of str
        One for each argument. Without a reader the figure is drawn once, at the starts.

    Notes
    -----
    Its words describe the start. Of a picture at other values they say so, and what these values are.
    """
    starts = {name: control[0] if isinstance(control, list) else control[3] for name, control in controls.items()}

    def redraw(**values: float | str) -> None:
        moved = f"Drawn with {_listed(values)}. With {_listed(starts)} it was: "
        show(draw(**values), figure_name, "" if values == starts else moved)

    if runs_live():
        from ipywidgets import interact

        interact(redraw, **{name: _widget(control) for name, control in controls.items()})
    else:
        redraw(**starts)


def _listed(values: Mapping[str, float | str]) -> str:
    return ", ".join(f"{name} = {value if isinstance(value, str) else f'{value:g}'}" for name, value in values.items())


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
