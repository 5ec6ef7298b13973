"""The marking desk in Chromium: marked with keys alone, whatever is killed meanwhile, and open to everybody."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from tests.marking.conftest import WRITTEN, A, course, graded
from tests.marking.test_desk import in_nbgrader

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser, Page, expect  # noqa: E402

__all__ = ["course", "graded"]

pytestmark = pytest.mark.slow


class Served:
    """`hippograd mark`, as often as it is started."""

    def __init__(self, course: Path) -> None:
        self.command = [str(Path(sys.executable).parent / "hippograd"), "--root", str(course), "mark", A]
        self.command += ["--cohort", "2030", "--marker", "tess", "--no-browser"]
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().split()[0]

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def served(course: Path) -> Iterator[Served]:
    running = Served(course)
    yield running
    running.kill()


@pytest.fixture
def at_desk(browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """Opens the desk at the first question; `asked` are the addresses that the page has asked for."""
    opened: list[Page] = []

    def open_desk(width: int = 1280, scheme: str = "light") -> Page:
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
        opened.append(page)
        page.goto(f"{served.address}#{A}%3Awhy_linear")
        expect(page.locator("#progress")).to_contain_text("marked")
        return page

    yield open_desk
    for page in opened:
        page.close()


def done(page: Page) -> int:
    found = re.match(r"(\d+) of", page.inner_text("#progress"))
    assert found is not None
    return int(found[1])


def test_a_class_is_marked_with_keys_alone(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    while (before := done(page)) < len(WRITTEN):
        in_group = "alike" in page.inner_text("#note") or "the same" in page.inner_text("#note")
        page.keyboard.press("1")
        page.keyboard.press("c")
        page.keyboard.type("And multiples? 12")  # signs that are keys elsewhere
        page.keyboard.press("Escape")
        if in_group:
            page.keyboard.press("g")
            expect(page.locator("#group-box")).to_be_visible()
        page.keyboard.press("g" if in_group else "Enter")
        expect(page.locator("#progress")).not_to_contain_text(f"{before} of")
    expect(page.locator("#answer")).to_contain_text("All answers are marked.")
    assert in_nbgrader(course, "cem03") == in_nbgrader(course, "amber01") == (1, False, "And multiples? 12")
    assert not [url for url in asked if not url.startswith("http://127.0.0.1")]


def test_no_key_is_lost_while_the_desk_is_busy(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for key in ["1", "Enter", "2", "Enter", "1", "2", "c", "S", "o", "Escape", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("4 of 6 marked, 3 by you")
    marks = sorted((in_nbgrader(course, student) for student in WRITTEN), key=str)
    assert marks[:3] == [(1, False, None), (1, False, None), (2, False, "So")]


def test_what_is_not_saved_is_there_again_and_nothing_is_saved_twice(
    at_desk: Callable[..., Page], course: Path
) -> None:
    page = at_desk()
    for key in ["1", "c", "S", "o", "Escape", "s", "b"]:
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text("Not saved yet.")
    assert (page.locator("#items input:checked").count(), page.input_value("#comment")) == (1, "So")
    page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_contain_text("1 by you")
    posted: list[str] = []
    page.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
    for key in ["b", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("1 by you")
    page.wait_for_timeout(500)
    assert posted == [], "it is marked, and nothing was changed"


def test_no_points_are_given_by_the_key_0_and_not_by_mistake(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_contain_text("Press 0 to give no points.")
    page.keyboard.press("0")
    expect(page.locator("#progress")).to_contain_text("1 by you")
    assert sorted(str(in_nbgrader(course, student)[0]) for student in WRITTEN).count("0.0") == 1


def test_a_comment_beside_a_mark_of_formgrader_leaves_it_its_points(at_desk: Callable[..., Page], course: Path) -> None:
    with Gradebook(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}") as book:
        for student in WRITTEN:
            book.find_grade("why_linear", A, A, student).manual_score = 1.25
        book.db.commit()
    page = at_desk()
    expect(page.locator("#note")).to_contain_text("Marked in formgrader: 1.25.")
    for key in ["c", "S", "o", "Control+Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("1 by you")
    assert [in_nbgrader(course, student)[0] for student in WRITTEN] == [1.25] * len(WRITTEN)


def test_what_is_not_saved_outlives_another_question(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    for key in ["1", "c", "S", "o", "Escape"]:
        page.keyboard.press(key)
    page.select_option("#task", index=1)
    expect(page.locator("#comment")).to_have_value("")
    page.select_option("#task", index=0)
    expect(page.locator("#comment")).to_have_value("So")


def test_a_mark_is_taken_back_from_the_answer_after_it(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for key in ["2", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("1 by you")
    page.keyboard.press("u")
    expect(page.locator("#note")).to_contain_text("1 taken back.")
    expect(page.locator("#progress")).to_contain_text("0 by you")


def test_comments_are_chosen_with_arrows_and_edited_for_all(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for key in ["1", "c", *"Why?", "Escape", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("1 by you")
    for key in ["2", "c", "ArrowDown", "Enter", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("2 by you")
    page.keyboard.press("b")
    expect(page.locator("#note")).to_contain_text("Marked by tess")
    page.keyboard.press("e")
    assert Axe().run(page).response["violations"] == []
    page.locator("#better").fill("Why so?\nAnd then?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#note")).to_contain_text("2 comments edited.")
    assert [in_nbgrader(course, student)[2] for student in WRITTEN].count("Why so?\nAnd then?") == 2


def test_what_was_saved_outlives_the_server_and_the_browser(
    at_desk: Callable[..., Page], served: Served, course: Path
) -> None:
    page = at_desk()
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_contain_text("2 of 6 marked, 1 by you")
    served.kill()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_contain_text("What was saved is safe; start it again and open the new address.")
    page.close()
    served.start()
    again = at_desk()
    expect(again.locator("#progress")).to_contain_text("2 of 6 marked, 1 by you")
    again.keyboard.press("b")
    assert sum(in_nbgrader(course, student)[0] == 1 for student in WRITTEN) == 1


def test_answer_comment_and_buttons_are_in_sight_together(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    page.keyboard.press("1")
    page.keyboard.press("c")
    for part in ("#answer", "#comment", "#points", "#marking button[type=submit]"):
        expect(page.locator(part)).to_be_in_viewport(ratio=0.5)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 820, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    at_desk: Callable[..., Page], width: int, scheme: str
) -> None:
    page = at_desk(width, scheme)
    while "alike" not in page.inner_text("#note"):
        page.keyboard.press("s")
        page.wait_for_timeout(300)
    page.keyboard.press("1")
    page.keyboard.press("g")
    page.keyboard.press("?")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
