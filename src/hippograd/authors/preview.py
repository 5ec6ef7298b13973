"""`hippograd preview`: a chapter as students get it and as it is solved, in a browser, made anew when it is saved."""

from __future__ import annotations

import html
import json
import multiprocessing
import secrets
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import nbformat
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from traitlets.config import Config

from hippograd.building.release import build_release
from hippograd.building.solutions import execute_solution, solved_notebook
from hippograd.course import Course, Offering
from hippograd.errors import HippogradError
from hippograd.files import files_in
from hippograd.records.cleaning import cleaned_markdown

LOOK_EVERY = 0.5
"""How often it is looked whether a source was saved, s."""

NOTHING_FROM_ELSEWHERE = "default-src 'self' 'unsafe-inline' data:"

_FRAME = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{name}</title>
<style>
body {{ margin: 0; font: 15px system-ui, sans-serif; display: flex; flex-direction: column; height: 100vh }}
header {{ padding: .5rem 1rem; border-bottom: 1px solid #bbb }}
pre {{ margin: 0; white-space: pre-wrap; color: #a00 }}
main {{ flex: 1; display: flex; min-height: 0 }}
iframe {{ flex: 1; border: 0; border-right: 1px solid #bbb }}
</style>
<header><strong>{name}</strong>: left what students get, right the solution. <span id="state" role="status"></span>
<pre id="problem"></pre></header>
<main><iframe title="what students get" src="student"></iframe>
<iframe title="the solution" src="solved"></iframe></main>
<script>
let shown = null;
async function look() {{
  try {{
    const state = await (await fetch("state", {{cache: "no-store"}})).json();
    document.getElementById("state").textContent =
      state.busy ? "Being built …" : state.problem ? "Not built: what you see is older." : "Up to date.";
    document.getElementById("problem").textContent = state.problem;
    if (shown !== null && shown !== state.version)
      for (const frame of document.querySelectorAll("iframe")) {{
        const top = frame.contentWindow.scrollY;
        frame.onload = () => frame.contentWindow.scrollTo(0, top);
        frame.contentWindow.location.reload();
      }}
    shown = state.version;
  }} catch {{ document.getElementById("state").textContent = "The command has ended."; }}
}}
setInterval(look, 1000); look();
</script></html>
"""


@dataclass
class Preview:
    """What is shown at the moment."""

    name: str
    student: str = "<p>Being built …</p>"
    solved: str = "<p>Being built …</p>"
    problem: str = ""
    version: int = 0
    busy: bool = True

    def page(self, path: str) -> tuple[str, str] | None:
        """Return the kind and the text of what is at an address; None where nothing is."""
        state = {"version": self.version, "problem": self.problem, "busy": self.busy}
        pages = {
            "": ("text/html", _FRAME.format(name=html.escape(self.name))),
            "student": ("text/html", self.student),
            "solved": ("text/html", self.solved),
            "state": ("application/json", json.dumps(state)),
        }
        return pages.get(path)


def watch(root: Path, name: str, cohort: str, preview: Preview, goes_on: Callable[[], bool]) -> None:
    """Build the chapter, and again whenever one of its sources has changed."""
    before: dict[str, tuple[int, int]] = {}
    while goes_on():
        now = dict(_sources(root, name))
        if now == before:
            time.sleep(LOOK_EVERY)
            continue
        before, preview.busy = now, True
        try:
            with _fresh_process() as process:  # the course's own code may have changed
                preview.student, preview.solved = process.submit(rendered, str(root), name, cohort).result()
            preview.problem = ""
            preview.version += 1
        except HippogradError as error:
            preview.problem = str(error)
        except Exception as error:  # noqa: BLE001 (a source is half written; the next save may be right)
            preview.problem = f"{type(error).__name__}: {error}"
        preview.busy = False


def _fresh_process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))


def _sources(root: Path, name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield all that a chapter is built from, with time and size."""
    chapter, graders = root / "assignments" / name, root / "autograder" / "graders" / name
    own = [path for folder in (chapter, graders) for path in files_in(folder).values()]
    tables = root.glob("assignments/*.toml")
    kit = (path for path in (root / "autograder").glob("*/*.py") if "answers" not in path.parts)
    for path in sorted({*own, *tables, *kit, *root.glob("autograder/*.py")}):
        if path.is_file():
            stat = path.stat()
            yield str(path), (stat.st_mtime_ns, stat.st_size)


def rendered(root: str, name: str, cohort: str) -> tuple[str, str]:
    """Return the pages of a chapter as students get it, and solved and executed."""
    course = Course(Path(root))
    offering = Offering.of(course, name, course.cohort(cohort))
    with tempfile.TemporaryDirectory(prefix="hippograd-") as work:
        release = build_release(offering, Path(work))
        student = nbformat.read(release / offering.assignment.notebook.name, as_version=4)
        solved = solved_notebook(offering.assignment, offering.cohort, release)
        return _html(student), _html(execute_solution(solved, offering.assignment, release))


def _html(nb: NotebookNode) -> str:
    """Return a page that fetches nothing: formulas are MathML."""
    config = Config()
    for script in ("mathjax_url", "require_js_url", "jquery_url"):
        config.HTMLExporter[script] = ""
    config.HTMLExporter.filters = {"markdown2html": f"{cleaned_markdown.__module__}.{cleaned_markdown.__name__}"}
    page, _ = HTMLExporter(config=config).from_notebook_node(nb)
    return str(page)


@contextmanager
def served(preview: Preview) -> Iterator[str]:
    """Serve the pages on this machine alone, at an address that nobody can guess; the address."""
    token = secrets.token_urlsafe(16)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            begins, path = self.path.partition("?")[0][: len(token) + 2], self.path.partition("?")[0][len(token) + 2 :]
            page = preview.page(path) if secrets.compare_digest(begins, f"/{token}/") else None
            if page is None:
                self.send_error(404)
                return
            kind, text = page
            data = text.encode()
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("Content-Security-Policy", NOTHING_FROM_ELSEWHERE)
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the address would stand in the terminal at each request."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/{token}/"
    finally:
        server.shutdown()
        server.server_close()
