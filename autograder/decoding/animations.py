"""Pictures that move, with buttons to play, to pause and to step; where no script may run, the last picture stands."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from .live import words_of
from .plots import ACCENT, DARK, LIGHT, draw_box


def animate(
    fig: Any, draw: Callable[[int], None], n_frames: int, figure_name: str, *, seconds: float, dpi: int = 90
) -> Any:
    """Draw a figure again and again and show the pictures in a small player.

    Parameters
    ----------
    fig : matplotlib Figure
        It is closed afterwards.
    draw : callable
        Takes the number of a picture, from 0, and changes the figure to it.
    n_frames : int
        How many pictures there are.
    figure_name : str
        Under which `live.words_of` has their words, for readers who cannot see them.
    seconds : float
        How long one round takes. It starts when the reader says so, and stops at the last picture.
    dpi : int
        Pixels per inch.

    Returns
    -------
    IPython.display.HTML
        The animation, held in the page itself.
    """
    import matplotlib.pyplot as plt
    from IPython.display import HTML
    from PIL import Image

    size = tuple(int(inches * dpi) for inches in fig.get_size_inches())
    pictures = []
    for number in range(n_frames):
        draw(number)
        drawn, small = io.BytesIO(), io.BytesIO()
        fig.savefig(drawn, format="rgba", dpi=dpi, facecolor="white")
        fig.set_layout_engine("none")  # what stands around the picture stays where the first one has it
        picture = Image.frombytes("RGBA", size, drawn.getvalue()).convert("RGB")
        picture.quantize(48, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
        pictures.append("data:image/png;base64," + base64.b64encode(small.getvalue()).decode("ascii"))
    plt.close(fig)
    player = _PLAYER.replace("@PICTURES@", json.dumps(pictures))
    name = "player-" + hashlib.sha256(player.encode()).hexdigest()[:12]
    values = {"NAME": name, "LAST": pictures[-1], "MOST": n_frames - 1, "PAUSE": round(1000 * seconds / n_frames)}
    for word, value in (values | {"ALT": html.escape(words_of(figure_name))}).items():
        player = player.replace(f"@{word}@", str(value))  # no picture has an @ in it
    return HTML(player)


_PLAYER = """<div id="@NAME@"><img src="@LAST@" alt="@ALT@">
<div hidden>
<button type="button">Play</button> <button type="button" aria-label="one picture back">◀</button>
<button type="button" aria-label="one picture on">▶</button>
<input type="range" min="0" max="@MOST@" value="@MOST@" aria-label="picture">
</div></div>
<script>
(() => {
  const pictures = @PICTURES@;
  const [image, controls] = document.getElementById("@NAME@").children;
  const [play, back, on, slider] = controls.children;
  let timer = null;
  const show = (number) => {
    slider.value = Math.min(Math.max(number, 0), pictures.length - 1);
    image.src = pictures[slider.value];
  };
  const pause = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = "Play";
  };
  const step = (by) => {
    pause();
    show(Number(slider.value) + by);
  };
  play.onclick = () => {
    if (timer) return pause();
    if (Number(slider.value) === pictures.length - 1) show(0);
    play.textContent = "Pause";
    timer = setInterval(() => {
      show(Number(slider.value) + 1);
      if (Number(slider.value) === pictures.length - 1) pause();
    }, @PAUSE@);
  };
  back.onclick = () => step(-1);
  on.onclick = () => step(1);
  slider.oninput = () => step(0);
  controls.hidden = false;
})();
</script>"""


def animate_descents(
    loss: Callable[[np.ndarray], np.ndarray],
    paths: Mapping[str, np.ndarray],
    span: tuple[float, float],
    figure_name: str,
    n_frames: int = 60,
) -> Any:
    """Let one ball per descent roll over a loss with one weight, all on the same clock.

    Parameters
    ----------
    loss : callable
        Takes an array of weights and returns their losses.
    paths : mapping of str to ndarray, (n_steps + 1,)
        The visited weights of each descent, under its name.
    span : (float, float)
        The weights between which the loss is drawn.
    figure_name : str
        Under which `live.words_of` has its words.
    n_frames : int
        How many pictures.

    Returns
    -------
    IPython.display.HTML
    """
    import matplotlib.pyplot as plt

    fig, axes = plt.subplots(1, len(paths), figsize=(3.6 * len(paths), 2.9), layout="constrained", sharey=True)
    weights = np.linspace(*span, 200)
    balls, tracks = [], []
    for ax, (name, path), colour, mark in zip(np.atleast_1d(axes), paths.items(), (ACCENT, DARK), "so", strict=False):
        ax.plot(weights, loss(weights), color=LIGHT, linewidth=3)
        ax.scatter(path[0], loss(path[0]), facecolor="white", edgecolor="black", s=45, zorder=2)
        tracks.append(ax.plot([], [], color=colour, linewidth=1.2)[0])
        balls.append(ax.plot([], [], marker=mark, color=colour, markersize=10, zorder=3)[0])
        ax.set_title(name, fontsize=10)
        ax.set(xlabel="weight W", xticks=[], yticks=[])
        ax.spines[["top", "right"]].set_visible(False)
    np.atleast_1d(axes)[0].set_ylabel("loss L(W)")
    longest = max(len(path) for path in paths.values())
    shown = np.unique(np.linspace(0, longest - 1, n_frames).astype(int))
    clock = fig.text(0.99, 0.01, "", ha="right", va="bottom", fontsize=9)

    def draw(number: int) -> None:
        step = shown[number]
        clock.set_text(f"step {step}")
        for path, ball, track in zip(paths.values(), balls, tracks, strict=True):
            visited = np.asarray(path[: step + 1])
            track.set_data(visited, loss(visited))
            ball.set_data(visited[-1:], loss(visited[-1:]))

    return animate(fig, draw, len(shown), figure_name, seconds=6)


def animate_learning(
    predictions: Sequence[np.ndarray], epochs: Sequence[float], Y_true: np.ndarray, figure_name: str
) -> Any:
    """Show how the predictions for a walk settle on it while a model learns.

    Parameters
    ----------
    predictions : sequence of ndarray, (2, N), metres
        What the model said of the walk at each moment of its training.
    epochs : sequence of float
        When that was.
    Y_true : ndarray, (2, N), metres
        The walk.
    figure_name : str
        Under which `live.words_of` has its words.

    Returns
    -------
    IPython.display.HTML
    """
    import matplotlib.pyplot as plt

    from .models import error

    fig, ax = plt.subplots(figsize=(5.0, 5.4), layout="constrained")
    draw_box(ax)
    ax.plot(*Y_true, color=LIGHT, linewidth=2.2, zorder=1)
    dots = ax.scatter(*predictions[0], color=DARK, s=5, linewidth=0, zorder=2)
    title = ax.set_title(" \n ", fontsize=10)
    ax.set_xlim(-0.2, 1.1)
    ax.set_ylim(-0.2, 1.1)

    def draw(number: int) -> None:
        dots.set_offsets(predictions[number].T)
        distance = 100 * error(predictions[number], Y_true)
        title.set_text(f"epoch {epochs[number]:.1f}\nmean error {distance:.1f} cm")

    return animate(fig, draw, len(predictions), figure_name, seconds=12)
