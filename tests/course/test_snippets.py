"""Code that stands in the text of a chapter runs on the course's own answers, and says what the text promises."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.conftest import ROOT


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
