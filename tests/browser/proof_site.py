"""The course as a web site in Chromium, with all that is not the site refused: read, run, hand in; and what goes wrong.

`HIPPOGRAD_SCREENSHOTS=folder` keeps a picture of each page there.
"""

from __future__ import annotations

import functools
import json
import os
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from hippograd.course import Course
from hippograd.site.build import MARKER, build_site
from tests.conftest import ROOT, Class, copy_course
from tests.system.serve.door import Server
from tests.system.wasm.bundle import bundle

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route  # noqa: E402

A = "1_linear_regression"
PAGES = (
    "index.html",
    f"chapters/{A}.html",
    "chapters/4_pytorch.html",
    "docs/start.html",
    "docs/graders.html",
    "search.html",
)
PATIENCE = 180_000
"""How long anything may take, ms: Python that starts in a browser of a busy machine."""
SHOTS = os.environ.get("HIPPOGRAD_SCREENSHOTS", "")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None: ...


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of two chapters is served, Pyodide with it."""
    folder = tmp_path_factory.mktemp("site") / "site"
    course = Course(ROOT)
    assert build_site(course, course.cohort("2027"), folder, [A, "4_pytorch"], bundle()) == [A]
    assert (folder / MARKER).is_file()
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class Reader:
    """A browser of a reader's own, which reaches the site and nothing else."""

    def __init__(self, browser: Browser, address: str, width: int = 1280, scheme: Any = "light") -> None:
        self.address = address
        self.refused: list[str] = []
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.route("**/*", self._let_through)

    def _let_through(self, route: Route) -> None:
        if route.request.url.startswith((self.address, "data:", "blob:")):
            route.continue_()
        else:
            self.refused.append(route.request.url)
            route.abort()

    def page(self, path: str) -> Page:
        page: Page = self.context.new_page()
        page.goto(self.address + path)
        return page


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    one = Reader(browser, address)
    yield one
    one.context.close()


def picture(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"site-{name.replace('/', '-')}.png")


CUT_OFF = """() => [...document.querySelectorAll("div.math > math > :first-child")].filter(
    (one) => one.getBoundingClientRect().left < one.closest("div").getBoundingClientRect().left - 1).length"""
"""How many formulas begin left of where their box can be scrolled to."""


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_every_kind_of_page_is_free_of_barriers_fits_and_asks_nobody_else(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    reader = Reader(browser, address, width, scheme)
    found = []
    for path in PAGES:
        page = reader.page(path)
        picture(page, f"{path}-{width}")
        found += [
            f"{path}: {one['id']}: {one['nodes'][0]['html'][:200]}"
            for one in axe.Axe().run(page).response["violations"]
        ]
        wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{path}: {wide} px too wide"] * (wide > 0)
        found += [f"{path}: the beginning of a formula is out of reach"] * page.evaluate(CUT_OFF)
        page.close()
    reader.context.close()
    assert found == []
    assert reader.refused == []


class Desk:
    """A student at the page that runs a chapter."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.wait_for_function("() => !document.getElementById('save').disabled")
        self.frame: Frame = next(frame for frame in page.frames if "/lite/notebooks/" in frame.url)
        self.frame.wait_for_function(
            "() => window.jupyterapp.shell.currentWidget.sessionContext?.session?.kernel?.status === 'idle'"
        )

    def _cells(self, expression: str, **given: Any) -> Any:
        return self.frame.evaluate(
            f"async (given) => {{ const app = window.jupyterapp; const nb = app.shell.currentWidget.content;"
            f" const cells = nb.widgets; {expression} }}",
            given,
        )

    def place(self, start: str) -> int:
        found: int = self._cells(
            "return cells.findIndex(c => c.model.sharedModel.source.startsWith(given.start));", start=start
        )
        assert found >= 0, start
        return found

    def fill(self, place: int, source: str) -> None:
        self._cells("cells[given.place].model.sharedModel.setSource(given.source);", place=place, source=source)

    def begin(self, place: int) -> None:
        """Run a cell, and do not wait for its end."""
        self._cells(
            "nb.activeCellIndex = given.place; nb.deselectAll(); app.commands.execute('notebook:run-cell');",
            place=place,
        )

    def run(self, place: int) -> str:
        """Run a cell; the text of its outputs."""
        said: str = self._cells(
            "nb.activeCellIndex = given.place; nb.deselectAll(); await nb.scrollToItem(given.place, 'center');"
            " await app.commands.execute('notebook:run-cell');"
            " return JSON.stringify(cells[given.place].model.outputs.toJSON());",
            place=place,
        )
        return json.dumps(json.loads(said), ensure_ascii=False)


CHECK = 'grader.check("count_linear_parameters")'
SLIDER = "from decoding import live\nlive.with_sliders(lambda a: plt.subplots(), '1/pull-figure', a=(0, 1.0, 0.1, 0))"


def test_a_student_opens_a_chapter_fails_passes_looks_once_more_and_hands_in(
    reader: Reader, classroom: Class, tmp_path: Path
) -> None:
    page = reader.page(f"run/{A}.html")
    desk = Desk(page)
    first = desk.run(desk.place("import matplotlib"))
    assert "0 of 12 tasks" in first
    check = desk.place(CHECK)
    assert "n_linear_parameters is not defined." in desk.run(check)
    desk.fill(check - 1, "n_linear_parameters = 'many'")
    desk.run(check - 1)
    picture(page, "failing")
    assert "✗ n_linear_parameters is one whole number." in desk.run(check)
    desk.fill(check - 1, "n_linear_parameters = 72")
    desk.run(check - 1)
    assert "✓ n_linear_parameters is one whole number." in desk.run(check)
    picture(page, "passing")
    desk.fill(check, f"{SLIDER}\n{CHECK}\ngrader.hand_in()")
    page.click("#save")
    page.get_by_text("Saved in this browser at").wait_for()
    look = desk.run(check)
    picture(page, "hand-in")
    assert "application/vnd.jupyter.widget-view+json" in look
    desk.frame.get_by_role("slider").first.wait_for()
    assert f"! {A}.ipynb CAN BE HANDED IN, with 11 of 12 tasks blank." in look
    with page.expect_download() as given:
        page.click("#hand-in")
    given.value.save_as(tmp_path / f"{A}.ipynb")
    with page.expect_download() as saved:
        desk.frame.get_by_role("link", name=f"Save {A}.ipynb to hand it in").click()
    saved.value.save_as(tmp_path / "saved.ipynb")
    for name in (f"{A}.ipynb", "saved.ipynb"):
        result = classroom.grade((tmp_path / name).read_bytes()).result
        assert {task.name: task.points for task in result.tasks if task.points} == {"count_linear_parameters": 1}
    assert reader.refused == []


def test_a_student_hands_in_from_the_site_at_the_courses_server(browser: Browser, address: str, tmp_path: Path) -> None:
    course = tmp_path / "course"
    course.mkdir()
    Course(copy_course(course)).secret_file.unlink()  # others know it: with it nobody is let in
    server = Server(course, ("ada01",), "-j", "1", "--tier", "unconfined", cohort="2027", site=address.rstrip("/"))
    reader = Reader(browser, address)
    reader.context.unroute_all()  # the course's server is elsewhere
    try:
        desk = Desk(page := reader.page(f"run/{A}.html"))
        desk.run(desk.place("import matplotlib"))
        check = desk.place(CHECK)
        desk.fill(check - 1, "n_linear_parameters = 72")
        desk.fill(check, f"import os\nos.environ['HIPPOGRAD_SERVER'] = {server.address!r}\ngrader.submit()")
        page.click("#save")
        page.get_by_text("Saved in this browser at").wait_for()
        desk.begin(check)
        asked = desk.frame.locator(".jp-Stdin-input")
        asked.fill(server.codes["ada01"])
        asked.press("Enter")
        desk.frame.get_by_text("IS HANDED IN: attempt 1").wait_for()
        (there,) = (server.records / "inbox").iterdir()
        assert there.name.startswith(f"ada01+{A}+")
        assert server.codes["ada01"] not in (there / f"{A}.ipynb").read_text()
    finally:
        server.kill()
        reader.context.close()


def test_what_goes_wrong_is_a_sentence_and_no_work_is_lost(reader: Reader, tmp_path: Path) -> None:
    reader.context.route("**/pyodide-lock.json", lambda route: route.abort())
    page = reader.page(f"run/{A}.html")
    page.get_by_text("Python could not be fetched from 127.0.0.1").wait_for()
    page.wait_for_function("() => !document.getElementById('save').disabled")
    second = reader.page(f"run/{A}.html")
    second.get_by_text("This notebook is open in another tab of this browser.").wait_for()
    assert second.locator("iframe").get_attribute("src") is None
    second.set_input_files("#mine", ROOT / "release" / "2027" / A / f"{A}.ipynb")
    second.get_by_text("The notebook is not open in this tab. Nothing was changed.").wait_for()
    picture(second, "second-tab")
    second.close()
    theirs = json.loads((ROOT / "release" / "2026" / A / f"{A}.ipynb").read_text("utf-8"))
    for name, content, said in (
        (
            "last-year.ipynb",
            json.dumps(theirs),
            f"last-year.ipynb is {A} of cohort 2026, and this page is {A} of cohort 2027.",
        ),
        ("essay.ipynb", "Dear reader", "essay.ipynb is not a notebook. Nothing was changed."),
    ):
        (tmp_path / name).write_text(content, "utf-8")
        page.set_input_files("#mine", tmp_path / name)
        page.get_by_text(said).wait_for()
    picture(page, "trouble")
    frame = next(frame for frame in page.frames if "/lite/notebooks/" in frame.url)
    cells = "window.jupyterapp?.shell?.currentWidget?.content?.widgets"
    frame.evaluate(f"() => {cells}[0].model.sharedModel.setSource('Mine.')")
    page.click("#save")
    page.get_by_text("Saved in this browser at").wait_for()
    page.reload()
    page.wait_for_function("() => !document.getElementById('save').disabled")
    frame = next(frame for frame in page.frames if "/lite/notebooks/" in frame.url)
    frame.wait_for_function(f"() => {cells}?.[0]?.model.sharedModel.source === 'Mine.'")
    mine = json.loads((ROOT / "release" / "2027" / A / f"{A}.ipynb").read_text("utf-8"))
    mine["cells"][0]["source"] = "From home."
    (tmp_path / "home.ipynb").write_text(json.dumps(mine), "utf-8")
    page.set_input_files("#mine", tmp_path / "home.ipynb")
    page.get_by_text("home.ipynb was opened; what was here before is kept as").wait_for()
    frame.wait_for_function(f"() => {cells}?.[0]?.model.sharedModel.source === 'From home.'")
    kept = page.locator("#state").inner_text().partition("kept as ")[2].removesuffix(".")
    before = frame.evaluate(
        "async path => (await window.jupyterapp.serviceManager.contents.get(path, { content: true })).content", kept
    )
    assert "".join(before["cells"][0]["source"]) == "Mine."
    violations = axe.Axe().run(page, options={"iframes": False}).response["violations"]
    assert [one["id"] for one in violations] == []


@pytest.mark.parametrize(
    ("spoils", "said"),
    [
        ("delete window.WebAssembly", "This browser is too old to run Python"),
        (
            "indexedDB.open = () => { throw new DOMException('', 'SecurityError') }",
            "This browser refuses to store anything",
        ),
        (
            "navigator.storage.estimate = async () => ({ quota: 1e6, usage: 1e6 })",
            "has hardly any room left for this page",
        ),
    ],
    ids=["an old browser", "no storage", "storage full"],
)
def test_a_browser_that_cannot_is_told_why(reader: Reader, spoils: str, said: str) -> None:
    reader.context.add_init_script(spoils)
    reader.page(f"run/{A}.html").get_by_text(said).wait_for()
