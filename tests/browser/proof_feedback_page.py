"""The feedback page as Chromium paints it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Browser  # noqa: E402


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
