"""A student in JupyterLab, a TA in formgrader, both in a real browser.

`HIPPOGRAD_SCREENSHOTS=folder` keeps a picture of each step there.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from hippograd.course import Course
from tests.conftest import ROOT, copy_course

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Browser, Page, expect  # noqa: E402

A = "1_linear_regression"
TOKEN = "of-this-test-only"
PATIENCE = 120_000
"""How long anything may take, ms: a kernel that imports PyTorch on a busy machine."""
SHOTS = os.environ.get("HIPPOGRAD_SCREENSHOTS", "")


class Desk:
    """The course with a student's copy of the release, and a Jupyter server on it."""

    def __init__(self, course: Path) -> None:
        self.course = course
        self.home = course / "home" / A
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={self.port}"]
        command += [f"--IdentityProvider.token={TOKEN}", "--expose-app-in-browser", "--ServerApp.port_retries=0"]
        environment = os.environ | {"HIPPOGRAD_COHORT": "2027", "HOME": str(course)}
        environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
        self.log = open(course / "jupyter.log", "w")  # noqa: SIM115 (closed by close)
        self.process = subprocess.Popen(command, cwd=course, env=environment, stdout=self.log, stderr=self.log)
        self._await()

    def _await(self) -> None:
        until = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.url}/api?token={TOKEN}", timeout=5)
                return
            except OSError:
                time.sleep(0.5)
        raise AssertionError((self.course / "jupyter.log").read_text()[-3000:])

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(30)
        self.log.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    course = tmp_path_factory.mktemp("course")
    copy_course(course, "nbgrader_config.py", "release")
    shutil.copytree(ROOT / "release" / "2027" / A, course / "home" / A)
    running = Desk(course)
    yield running
    running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def picture(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png")


def cells_of(path: Path) -> list[dict[str, object]]:
    cells: list[dict[str, object]] = json.loads(path.read_text())["cells"]
    return cells


def place_of(path: Path, cell_id: str) -> int:
    return next(place for place, cell in enumerate(cells_of(path)) if cell["id"] == cell_id)


def go_to(page: Page, place: int) -> None:
    """Make a cell the active one and scroll it into view."""
    page.evaluate(
        """async place => {
            const notebook = window.jupyterapp.shell.currentWidget.content;
            notebook.activeCellIndex = place;
            notebook.deselectAll();
            await notebook.scrollToItem(place, 'center');
        }""",
        place,
    )


def wait_until_idle(page: Page) -> None:
    session = "window.jupyterapp.shell.currentWidget.sessionContext.session"
    page.wait_for_function(f"() => {session}?.kernel?.status === 'idle'")


def answer_and_check(page: Page, text: str, answer: int, check: int) -> str:
    """Type an answer, run it and the check below it; what the check shows."""
    go_to(page, answer)
    editor = page.locator(".jp-Cell.jp-mod-active .cm-content")
    editor.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    page.keyboard.press("Control+Enter")
    go_to(page, check)
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-cell')")
    wait_until_idle(page)
    return page.locator(".jp-Cell.jp-mod-active .jp-OutputArea").inner_text()


def test_a_student_opens_a_release_runs_it_sees_checks_fail_and_pass_and_validates(desk: Desk, page: Page) -> None:
    notebook = desk.home / f"{A}.ipynb"
    answer = place_of(notebook, "count-linear-parameters-answer")
    check = place_of(notebook, "count-linear-parameters-check")
    page.goto(f"{desk.url}/lab/tree/home/{A}/{A}.ipynb?token={TOKEN}")
    page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for()
    wait_until_idle(page)
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    blank = page.get_by_text("NotImplementedError: this blank is still empty").first
    blank.wait_for()
    picture(page, "student-blank")
    failing = answer_and_check(page, "n_linear_parameters = 'many'", answer, check)
    picture(page, "student-failing")
    assert "✗" in failing
    passing = answer_and_check(page, "n_linear_parameters = 72", answer, check)
    picture(page, "student-passing")
    assert "✓" in passing
    assert "✗" not in passing
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    page.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog-content, .modal-content, .nbgrader-ValidationDialog").first
    dialog.wait_for()
    picture(page, "student-validation")
    assert "failed" in dialog.inner_text()
    assert "four_cells_by_hand" in dialog.inner_text() or "four-cells" in dialog.inner_text()
    (saved,) = (cell for cell in cells_of(notebook) if cell["id"] == "count-linear-parameters-answer")
    assert "".join(saved["source"]) == "n_linear_parameters = 72"  # type: ignore[arg-type]


def test_a_ta_autogrades_reads_marks_comments_and_gives_feedback(desk: Desk, page: Page) -> None:
    handed_in = json.loads((desk.home / f"{A}.ipynb").read_text())
    written = next(
        cell
        for cell in handed_in["cells"]
        if cell["metadata"].get("nbgrader", {}).get("solution") and cell["cell_type"] == "markdown"
    )
    written["source"] = "The decoder is *linear*, so it cannot bend."
    name = written["metadata"]["nbgrader"]["grade_id"]
    folder = desk.course / "submitted" / "amber01" / A
    folder.mkdir(parents=True)
    (folder / f"{A}.ipynb").write_text(json.dumps(handed_in))

    page.goto(f"{desk.url}/formgrader/manage_assignments?token={TOKEN}")
    page.get_by_role("link", name=A, exact=True).first.wait_for()
    picture(page, "formgrader-assignments")
    assert "sessions" not in page.locator("#main-table").inner_text()
    assert page.locator("#main-table tr").count() == len(Course(ROOT).assignments)

    page.goto(f"{desk.url}/formgrader/manage_submissions/{A}")
    page.locator("#main-table .autograde a").click()
    page.get_by_text("Successfully autograded").wait_for()
    picture(page, "formgrader-autograded")

    page.goto(f"{desk.url}/formgrader/gradebook/{A}/{A}")
    page.locator("#main-table a").first.click()
    comment = page.locator(f"[id='{name}-comment']")
    comment.wait_for()
    assert "MARK SCHEME" in page.content()
    assert "it cannot bend" in page.content()
    page.get_by_text("n_linear_parameters").first.wait_for()
    score = page.locator(f"input.score[id='{name}']")
    score.scroll_into_view_if_needed()
    score.fill("1.5")
    comment.fill("Bend it how?")
    comment.press("Tab")
    page.wait_for_load_state("networkidle")
    picture(page, "formgrader-marks")

    page.goto(f"{desk.url}/formgrader/manage_submissions/{A}")
    page.locator("#main-table .generate-feedback a").click()
    page.get_by_text("Successfully generated feedback").wait_for()
    feedback = desk.course / "records" / "2027" / "feedback" / "amber01" / A / f"{A}.html"
    page.goto(feedback.as_uri())
    picture(page, "feedback-top")
    expect(page.get_by_text("Bend it how?").first).to_be_visible()
    page.get_by_text("Bend it how?").first.scroll_into_view_if_needed()
    picture(page, "feedback-comment")
    text = page.inner_text("body")
    assert "1.5 of 2" in text
    assert "1 of 1" in text
    assert "MARK SCHEME" not in text
