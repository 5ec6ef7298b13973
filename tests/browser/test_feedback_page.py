"""The feedback page in Chromium: nothing bars anybody from reading it, at three widths, light and dark."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from hippograd.course import Course
from hippograd.records.page import page_data
from hippograd.records.page_exporter import page_of
from hippograd.store.marks import CellMark, Marks
from tests.conftest import Class

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from nbformat import from_dict  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402

A = "1_linear_regression"
WRONG = "def fit_1d(x, y):\n    return (x @ y) / len(x)\n\n\nsigma_X = sigma_XY = W_1d = 0\nplt.plot(size, price);"
ANSWER = "# A heading\n\n| a | b |\n|---|---|\n| 1 | $$\\frac{1}{N} \\sum_n x^{(n)}$$ |\n\n- first\n\n`code`"
COVER = "<mpadded width='0' height='0' voffset='60px'><mrow style='color:#ff00ff'><mi>████████</mi></mrow></mpadded>"


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


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(browser: Browser, page_file: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    for width, scheme in ((390, "dark"), (768, "light"), (1280, "light")):  # colours do not depend on the width
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], (width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()


def test_nothing_of_a_formula_covers_what_is_beside_it(browser: Browser, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(page_file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    formulas = page.locator("mpadded").all()
    assert len(formulas) >= 2
    for space, is_seen in (("padding-top: 80px", True), ("padding-top: 0; margin-top: 80px", False)):
        page.add_style_tag(content=f"math:has(mpadded) {{ {space} }}")
        for formula in formulas:
            formula.evaluate("(one) => one.scrollIntoView({ block: 'center' })")
            assert _has_magenta(page.screenshot()) is is_seen, "inside its own box, and nowhere else, it is shown"
    page.close()


def _has_magenta(picture: bytes) -> bool:
    pixels = Image.open(io.BytesIO(picture)).convert("RGB")
    return (255, 0, 255) in {colour for _, colour in pixels.getcolors(pixels.width * pixels.height)}


def test_a_link_to_the_whole_task_opens_the_notebook(browser: Browser, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    page.get_by_text("The whole task 1.6").click()
    page.wait_for_function("document.querySelector('.notebook details').open")
    page.close()


def test_the_headings_of_the_table_are_whole_words(browser: Browser, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.goto(page_file.as_uri())
    page.evaluate("document.querySelectorAll('td.points').forEach((one) => one.textContent = '1 of 1')")
    lines = """(heading) => {
        const range = document.createRange();
        range.selectNodeContents(heading);
        return range.getClientRects().length;
    }"""
    assert page.locator(".tasks thead th", has_text="Points").evaluate(lines) == 1
    page.close()
