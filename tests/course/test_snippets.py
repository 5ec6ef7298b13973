"""Code of a chapter, tried as its readers do: a snippet of the text, a figure's sliders, a public check."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest

from gradekit.notebook import TaskNotDone
from hippograd.course import Course
from hippograd.proofs.answers import answers_to
from tests.conftest import ROOT

mpl.use("Agg")


def answers_until(chapter: str, last: str) -> tuple[dict[str, Any], str]:
    """The names that a solution has after its cell `last`, figures and checks left out; and the text after it."""
    file = ROOT / "solutions" / "2027" / chapter / f"{chapter}.ipynb"
    names: dict[str, Any] = {}
    done = False
    for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if done:
            return names, source if cell["cell_type"] == "markdown" else ""
        if cell["cell_type"] == "code" and cell["metadata"].get("tags") != ["demo"] and "grader.check" not in source:
            exec(source, names)  # the course's own answer
        done = cell["id"] == last
    raise AssertionError(last)


def test_the_snippet_of_chapter_3_finds_a_wrong_matrix(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chapter = "3_backpropagation"
    monkeypatch.chdir(ROOT / "release" / "2027" / chapter)
    names, text = answers_until(chapter, "gradients-check")
    (snippet,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    capsys.readouterr()
    exec(snippet, names)
    assert re.match(r"dL/dW2: ✓", capsys.readouterr().out)
    right = names["gradients"]
    names["gradients"] = lambda model, Y: [1.1 * slopes for slopes in right(model, Y)]
    exec(snippet, names)
    assert "dL/dW2: ✗" in capsys.readouterr().out


def slid(chapter: str, cell: str, names: dict[str, Any]) -> tuple[Callable[..., Any], dict[str, Any]]:
    """What a cell with sliders draws, and the sliders."""
    file = ROOT / "solutions" / "2027" / chapter / f"{chapter}.ipynb"
    cells = {cell["id"]: "".join(cell["source"]) for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]}
    found = []
    exec(cells[cell], {**names, "with_sliders": lambda draw, _name, **sliders: found.append((draw, sliders))})
    return found[0]


def test_every_rate_can_be_played_on_the_two_valleys_also_with_a_slope_in_plain_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import matplotlib.pyplot as plt

    chapter = "2_gradient_descent"
    monkeypatch.chdir(ROOT / "release" / "2027" / chapter)
    names, _ = answers_until(chapter, "quartic-answer")
    c4, c3, c2, c1 = names["coefficients"]
    names["quartic_derivative"] = lambda W: 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W + c1
    draw, sliders = slid(chapter, "play-quartic-figure", names)
    lowest, highest, step, _ = sliders["eta"]
    start = sliders["start"][3]
    titles = []
    for eta in np.arange(lowest, highest + step / 2, step):
        _, ax = draw(start=start, eta=float(eta), n_steps=60)
        titles.append(ax.get_title())
        plt.close("all")
    assert "ends at" in titles[0]
    assert "ran away" in titles[-1]
    for start in sliders["start"][:2]:
        assert draw(start=start, eta=0.05, n_steps=1)[1].get_ylim()[1] > names["quartic"](start)
        plt.close("all")


def test_the_rates_that_the_play_on_the_parabola_asks_for_are_on_its_slider(monkeypatch: pytest.MonkeyPatch) -> None:
    chapter = "2_gradient_descent"
    monkeypatch.chdir(ROOT / "release" / "2027" / chapter)
    names, _ = answers_until(chapter, "update-rule-answer")
    _, sliders = slid(chapter, "play-figure", {**names, "with_sliders": None})
    lowest, highest, step, start = sliders["eta"]
    for rate in (1 / (2 * names["a"]), 1 / names["a"], start):
        assert lowest < rate < highest
        assert (rate - lowest) / step == pytest.approx(round((rate - lowest) / step), abs=1e-6)


@pytest.mark.parametrize(
    ("chapter", "task", "before", "wrong", "said"),
    [
        ("2_gradient_descent", "update_rule", "update-rule-answer", "slope_outside", "all its steps are alike"),
        ("2_gradient_descent", "update_rule", "update-rule-answer", "in_place", "gradient_descent"),
        ("4_pytorch", "training_step", "training-step-answer", "never_cleared", "clear them first"),
    ],
)
def test_the_mistakes_that_a_hint_warns_of_fail_a_public_check(
    monkeypatch: pytest.MonkeyPatch, chapter: str, task: str, before: str, wrong: str, said: str
) -> None:
    monkeypatch.chdir(ROOT / "release" / "2027" / chapter)
    names, _ = answers_until(chapter, before)
    names["grader"].check(task, names)
    course = Course(ROOT)
    (answer,) = (
        one.source
        for one in answers_to(course, course.assignment(chapter), task).variants
        if one.name == wrong and not one.is_correct
    )
    exec(answer, names)
    with pytest.raises(TaskNotDone, match=said):
        names["grader"].check(task, names)
