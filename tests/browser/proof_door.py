"""The door's own pages in Chromium: a student comes in by their link, staff sees hand-ins as they come and gives back.

`HIPPOGRAD_SCREENSHOTS=folder` keeps a picture of the staff page there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scaling import A, copy_scaling
from tests.system.serve.door import STAFF, Server, key_of, notebook

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
from playwright.sync_api import Browser, Page, expect  # noqa: E402

SHOTS = os.environ.get("HIPPOGRAD_SCREENSHOTS", "")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(copy_scaling(tmp_path_factory.mktemp("door")), ("ada01", "ben02", "eve03"))
    yield running
    running.kill()


def come_in(browser: Browser, server: Server, who: str) -> Page:
    page = browser.new_context(viewport={"width": 1000, "height": 620}).new_page()
    page.goto(f"{server.address}login#{server.codes[who]}")
    expect(page.get_by_role("heading", name=who)).to_be_visible()
    assert server.codes[who] not in page.url
    return page


def barriers(page: Page) -> list[str]:
    return [one["id"] for one in axe.Axe().run(page).response["violations"]]


def test_staff_sees_hand_ins_as_they_come_gives_back_and_goes_to_the_desk(browser: Browser, server: Server) -> None:
    for who, text in (("ada01", "x * 2"), ("ben02", "x + factor"), ("ada01", "x * factor")):
        server.answer(who, key_of(server.hand_in(who, notebook(server, text)).json()["receipt"]))
    server.run("grade", server.records / "inbox", "-a", A, "-j", "1", "--tier", "unconfined")
    student, staff = come_in(browser, server, "ada01"), come_in(browser, server, STAFF)
    expect(student.get_by_text("All hand-ins")).to_have_count(0)
    staff.get_by_text("All hand-ins").click()
    expect(staff.get_by_text("3 in all")).to_be_visible()
    server.answer("eve03", key_of(server.hand_in("eve03", b"<script>document.title='no'</script>").json()["receipt"]))
    expect(staff.get_by_role("cell", name="eve03")).to_be_visible()
    staff.get_by_role("button", name="Give back").click()
    expect(staff.get_by_role("button", name="Take back")).to_be_visible()
    if SHOTS:
        staff.screenshot(path=Path(SHOTS) / "staff.png")
    assert barriers(staff) == barriers(student) == []
    staff.get_by_role("link", name="desk").click()
    expect(staff.get_by_role("heading", name="Marking desk")).to_be_visible()
    expect(staff.get_by_text("Marker: tess")).to_be_visible()
    expect(staff.locator("#task option").first).to_be_attached()
    for page in (student, staff):
        page.context.close()
