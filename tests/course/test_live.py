"""Figures carry words for those who cannot see them, and a still stands where nobody can move a slider."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import RichOutput, capture_output

from decoding import DecodingError, animations, live

mpl.use("Agg")


@pytest.fixture(autouse=True)
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words for two figures of a chapter 7."""
    file = tmp_path / "alt_texts.toml"
    file.write_text("[7]\nbox = 'a box &   a \"dot\"'\nplain = 'a box'\n", encoding="utf-8")
    monkeypatch.setattr(live, "ALT_TEXTS", file)


@pytest.fixture
def in_a_notebook() -> Any:
    """IPython with matplotlib's inline backend, and nobody in front of it."""
    from IPython.core.pylabtools import select_figure_formats

    shell = InteractiveShell()
    InteractiveShell._instance = shell
    select_figure_formats(shell, "png")
    yield shell
    InteractiveShell.clear_instance()


def figure() -> Any:
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=(1, 1))


def test_words_are_the_alternative_text_of_the_image(in_a_notebook: Any) -> None:
    import matplotlib.pyplot as plt

    with capture_output() as captured:
        live.show(figure(), "7/box")
    (shown,) = captured.outputs
    assert isinstance(shown, RichOutput)
    assert shown.data["text/html"].startswith('<img src="data:image/png;base64,')
    assert shown.data["text/html"].endswith('alt="a box &amp; a &quot;dot&quot;">')
    assert shown.data["text/plain"] == 'a box & a "dot"'
    assert not plt.get_fignums()


def test_a_figure_without_words_is_refused_and_says_where_they_belong() -> None:
    with pytest.raises(DecodingError, match=r"alt_texts.toml has no words for the figure '7/bix'. Correct the name"):
        live.show(figure(), "7/bix")


def test_without_a_reader_a_figure_is_drawn_once_at_the_starts(in_a_notebook: Any) -> None:
    drawn = []

    def draw(**values: float | str) -> Any:
        drawn.append(values)
        return figure()

    with capture_output() as captured:
        live.with_sliders(draw, "7/plain", n=(1, 9, 1, 4), rate=(0.0, 1.0, 0.1, 0.3), name=["ReLU", "tanh"])
    assert drawn == [{"n": 4, "rate": 0.3, "name": "ReLU"}]
    assert [shown.data["text/plain"] for shown in captured.outputs] == ["a box"]


def test_a_reader_gets_widgets_and_the_first_picture(in_a_notebook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ipywidgets")
    monkeypatch.setenv("JPY_SESSION_NAME", "chapter.ipynb")
    drawn = []

    def draw(**values: float | str) -> Any:
        drawn.append(values)
        return figure()

    with capture_output():
        live.with_sliders(draw, "7/plain", n=(1, 9, 1, 4), name=["ReLU", "tanh"])
    assert drawn == [{"n": 4, "name": "ReLU"}]


def test_words_say_what_was_moved_and_what_they_describe(in_a_notebook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def move(redraw: Any, **_: Any) -> None:
        redraw(n=4, rate=0.3, name="ReLU")
        redraw(n=5, rate=0.25, name="ReLU")

    monkeypatch.setattr(pytest.importorskip("ipywidgets"), "interact", move)
    monkeypatch.setattr(live, "runs_live", lambda: True)
    with capture_output() as captured:
        live.with_sliders(
            lambda **_: figure(), "7/plain", n=(1, 9, 1, 4), rate=(0.0, 1.0, 0.05, 0.3), name=["ReLU", "tanh"]
        )
    assert [shown.data["text/plain"] for shown in captured.outputs] == [
        "a box",
        "Drawn with n = 5, rate = 0.25, name = ReLU. With n = 4, rate = 0.3, name = ReLU it was: a box",
    ]


def test_whole_numbers_make_a_slider_of_whole_numbers() -> None:
    ipywidgets = pytest.importorskip("ipywidgets")
    assert isinstance(live._widget((1, 9, 1, 4)), ipywidgets.IntSlider)
    assert isinstance(live._widget((1.0, 9, 1, 4)), ipywidgets.FloatSlider)
    assert live._widget(["ReLU", "tanh"]).value == "ReLU"


def test_an_animation_is_a_still_until_its_script_runs() -> None:
    fig, ax = figure()
    page = animations.animate(fig, lambda number: ax.set_title(str(number)), 3, "7/box", seconds=3).data
    still, script = page.split("<script>")
    assert 'alt="a box &amp; a &quot;dot&quot;"' in still
    assert "<div hidden>" in still
    assert still.count("data:image/png") == 1
    assert script.count("data:image/png") == 3
    assert "1000);" in script
