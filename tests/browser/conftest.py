"""Chromium, started once for the pages of a file, and a feedback page.

While Chromium runs, no other loop of events can.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbformat import from_dict

from hippograd.course import Course
from hippograd.records.page import page_data
from hippograd.records.page_exporter import page_of
from hippograd.store.marks import CellMark, Marks
from tests.conftest import Class
from tests.machine import chromium

SWITCHES = ("no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking")
MORE = ("disable-component-update", "disable-sync")
A = "1_linear_regression"
WRONG = "def fit_1d(x, y):\n    return (x @ y) / len(x)\n\n\nsigma_X = sigma_XY = W_1d = 0\nplt.plot(size, price);"
ANSWER = "# A heading\n\n| a | b |\n|---|---|\n| 1 | $$\\frac{1}{N} \\sum_n x^{(n)}$$ |\n\n- first\n\n`code`"
COVER = "<mpadded width='0' height='0' voffset='60px'><mrow style='color:#ff00ff'><mi>████████</mi></mrow></mpadded>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = chromium()
    sync_api.expect.set_options(timeout=30_000)  # ms: a busy machine is no failure
    with sync_api.sync_playwright() as playwright:
        flags = [f"--{name}" for name in SWITCHES + MORE]
        started = playwright.chromium.launch(executable_path=program, args=flags)
        yield started
        started.close()


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory, classroom: Class, linear_course: Course) -> Path:
    answer = f"{ANSWER}\n\nYes. <math>{COVER}</math> <math display='block'>{COVER}</math>"
    graded = classroom.grade(classroom.text(fit_1d=WRONG, w_star="", interpret_weights=answer))
    results = {task.name: task for task in graded.result.tasks}
    cells = {}
    for task in linear_course.assignment(A).tasks:
        for name, most in task.grade_ids.items():
            cells[name] = CellMark(most, results[name].points if name in results else None, None, 0.0)
    cells["interpret_weights"] = CellMark(4.0, None, 1.5, 0.0)
    marks = Marks("amber01", None, 1.5, "Amber", "Example", cells=cells, comments={"interpret_weights": "Why $W_0$?"})
    text = page_of(page_data(from_dict(graded.notebook), linear_course.assignment(A), marks))
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(text)
    return file
