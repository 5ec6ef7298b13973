"""The report and the page of what is alike, in Chromium: at three widths, light and dark, nothing bars anybody."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from hippograd.course import Assignment
from hippograd.course.released import ReleasedCell
from hippograd.grading.result import CheckResult, Result, TaskResult
from hippograd.records.people import Known
from hippograd.reports.page import Part, report_page
from hippograd.reports.statistics import Statistics
from hippograd.reports.the_class import ClassRecord, Row
from hippograd.similarity.answers import Given, work_of
from hippograd.similarity.comparing import compare
from hippograd.similarity.looking import Looked
from hippograd.similarity.page import similar_page
from tests.conftest import Class

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402

ANSWERS = (
    {},
    {"w_star": "W_star = Y_train @ X_train.T"},
    {"fit_1d": "def fit_1d(x, y):\n    return (x @ y) / len(x)\n\n\nsigma_X = sigma_XY = W_1d = 0"},
    {"count_linear_parameters": "n_linear_parameters = 7", "w_star": "1 / 0"},
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, classroom: Class, linear_regression: Assignment) -> Path:
    """Of a class of 24, by four notebooks that were graded."""
    graded = [classroom.grade(classroom.text(**answers)).result for answers in ANSWERS]
    rows = [
        Row(Known(f"amber{n:02d}"), msgspec.structs.replace(graded[n % 4], student=f"amber{n:02d}"), late=late)
        for n, late in enumerate([timedelta(hours=3), *[timedelta()] * 23])
    ]
    record = ClassRecord(linear_regression, "2027", rows, [Known("zephyr01")])
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(report_page("2027", [Part(Statistics(record))], names=True))
    return file


@pytest.fixture(scope="module")
def similar(
    tmp_path_factory: pytest.TempPathFactory, linear_cells: list[ReleasedCell], linear_regression: Assignment
) -> Path:
    """Of twenty students, two of whom have the same long lines and the same wrong value."""
    given = Given.of(linear_cells)
    lines = [f"W_{n} = np.einsum('ij,jk->ik', X_train[{n}:], {'X_test + ' * 20}{n})" for n in range(20)]
    work = [work_of(f"amber{n:02d}", {"w_star_answer": lines[min(n, 18)]}, given) for n in range(20)]
    check = CheckResult("test", "Idea.", True, 0, 1, False, "It is negative.", "received -7.25", "sign")
    failed = [TaskResult("w_star", "", 0, 1, "failed", [check])]
    results = [Result(f"amber{n:02d}", linear_regression.name, "2027", "", "graded", failed) for n in (18, 19)]
    looked = Looked(compare(work, results), 20, given.is_code, ["2025"], ["zephyr01"])
    file = tmp_path_factory.mktemp("page") / "similar.html"
    file.write_text(similar_page(linear_regression, "2027", looked))
    return file


@pytest.mark.parametrize("kind", ["report", "similar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: Browser, kind: str, width: int, scheme: str, request: pytest.FixtureRequest
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(request.getfixturevalue(kind).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert page.evaluate("[...document.querySelectorAll('figure > svg')].every(one => one.querySelector('title'))")
    page.close()
