"""Key presses and waiting of a marker, at the desk and in formgrader: the same class, the same marks, one run.

usage: python benchmarks/marking.py [--students 60] [--formgrader 12]

Sixty invented answers to each of three tasks (`written_answers.json`). The marker is a program: it ticks items by a
rule of its own, comments on every third answer, takes a comment that it gave before from the bank, and marks what is
ticked of a group as one. In formgrader it types points and comment and goes on. Key presses and clicks are counted;
waiting is from the key that saves to the next answer on the screen. What a person needs for reading is in neither.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.table import Table

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering, find_root
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers

BIN = Path(sys.executable).parent
COHORT = "2027"
WRITTEN = json.loads(Path(__file__).with_name("written_answers.json").read_text(encoding="utf-8"))
COMMENTS = [
    "Say why.",
    "And what of the walls?",
    "Good point.",
    "Which layer do you mean?",
    "This describes, and does not explain.",
]
TOKEN = "of-this-run-only"


class Tally:
    """What a marker did."""

    def __init__(self) -> None:
        self.keys: list[int] = []
        self.waits: list[float] = []
        self.answers = 0


def make_class(root: Path, folder: Path, students: int) -> None:
    """Notebooks with the course's own code and these answers in words."""
    course = Course(root)
    for assignment in sorted({key.partition("/")[0] for key in WRITTEN}):
        offering = Offering.of(course, assignment, course.cohort(COHORT))
        cells = released_cells(offering)
        for number in range(students):
            answers = reference_answers(cells)
            for key, texts in WRITTEN.items():
                name, _, task = key.partition("/")
                if name == assignment:
                    answers[task] = texts[number % len(texts)]
            target = folder / assignment / f"student{number:02d}.ipynb"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(notebook_text(filled_notebook(cells, answers)), encoding="utf-8")
        command = [str(BIN / "hippograd"), "--root", str(root), "grade", str(folder / assignment), "-a", assignment]
        subprocess.run([*command, "--cohort", COHORT], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def press(page: Page, *keys: str) -> int:
    for key in keys:
        page.keyboard.press(key)
    return len(keys)


def wanted(place: int, n_items: int) -> tuple[list[str], str]:
    """The items, as keys, and the comment of the answer at a place."""
    items = [str(number + 1) for number in range(min(n_items, 9)) if (place * 7 + number * 3) % 5 < 2]
    return items, COMMENTS[place // 3 % len(COMMENTS)] if place % 3 == 0 else ""


def at_desk(page: Page, address: str, key: str, tally: Tally) -> None:
    """Mark all answers to a question."""
    page.goto(f"{address}#{key.replace(':', '%3A')}")
    page.reload()
    page.wait_for_function("document.getElementById('progress').textContent.includes('marked')")
    place = 0
    while "All answers are marked" not in page.inner_text("#answer"):
        done = int(page.inner_text("#progress").split()[0])
        items, comment = wanted(place, page.locator("#items input").count())
        keys = press(page, *items)
        if comment:
            keys += press(page, "c")
            page.keyboard.type(comment[:4])
            keys += 4
            offered = page.locator("#bank button", has_text=comment)
            if offered.count():
                offered.first.click()
                keys += 1
            else:
                page.keyboard.type(comment[4:])
                keys += len(comment) - 4 + press(page, "Escape")
        is_group = "the same" in page.inner_text("#note") or "alike" in page.inner_text("#note")
        if is_group:
            keys += press(page, "g")
            page.wait_for_selector("#group-box:not([hidden])")
        page.wait_for_timeout(500)  # the desk saves nothing that has only just come
        zero = () if items or comment else ("0",)  # once more, as no comment says why
        keys += press(page, *zero)
        began = time.perf_counter()
        keys += press(page, *zero or ("g" if is_group else "Enter",))
        page.wait_for_function(f"!document.getElementById('progress').textContent.startsWith('{done} of')")
        tally.waits.append(time.perf_counter() - began)
        tally.keys.append(keys)
        tally.answers += int(page.inner_text("#progress").split()[0]) - done
        place += 1


def in_formgrader(page: Page, url: str, assignment: str, task: str, most: int, tally: Tally) -> None:
    """Mark the first answers to a question, one submission after another."""
    page.goto(f"{url}/formgrader/gradebook/{assignment}/{assignment}")
    page.wait_for_load_state("networkidle")
    page.locator("#main-table a").first.click()
    for place in range(most):
        name = page.locator(f"input.score[id='{task}'], input.score[name='{task}']").first
        name.wait_for()
        items, comment = wanted(place, 4)
        points = f"{len(items) / 2:g}"
        name.scroll_into_view_if_needed()
        name.click()
        page.keyboard.type(points)
        keys = 1 + len(points)
        if comment:
            box = page.locator(f"textarea[id='{task}-comment'], textarea.comment").first
            box.click()
            page.keyboard.type(comment)
            keys += 1 + len(comment)
        keys += press(page, "Tab")
        began = time.perf_counter()
        page.locator("li.next a").first.click()
        keys += 1
        page.wait_for_load_state("networkidle")
        tally.waits.append(time.perf_counter() - began)
        tally.keys.append(keys)
        tally.answers += 1


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=60)
    parser.add_argument("--formgrader", type=int, default=12, help="answers that are marked in formgrader, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hippograd-") as folder:
        root = Path(folder) / "course"
        for name in ("assignments", "autograder", "nbgrader_config.py", "release"):
            source = find_root() / name
            if source.is_dir():
                shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("answers", "__pycache__"))
            else:
                shutil.copy(source, root / name)
        make_class(root, Path(folder) / "class", options.students)
        desk, form = Tally(), Tally()
        records = root / "records" / COHORT
        shutil.copy(records / "gradebook.db", records / "unmarked.db")
        with sync_playwright() as playwright:
            chromium = os.environ.get("HIPPOGRAD_CHROMIUM") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
            page.route(lambda url: not url.startswith("http://127.0.0.1"), lambda route: route.abort())
            command = [str(BIN / "hippograd"), "--root", str(root), "mark", "--cohort", COHORT, "--no-browser"]
            with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
                assert served.stdout is not None
                address = served.stdout.readline().split()[0]
                for key in WRITTEN:
                    at_desk(page, address, key.replace("/", ":"), desk)
                served.kill()
            shutil.copy(records / "unmarked.db", records / "gradebook.db")
            port = free_port()
            environment = os.environ | {"HIPPOGRAD_COHORT": COHORT, "HIPPOGRAD_ROOT": str(root), "HOME": folder}
            environment["PATH"] = f"{BIN}{os.pathsep}{environment['PATH']}"
            command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
            command += [f"--IdentityProvider.token={TOKEN}"]
            with subprocess.Popen(command, cwd=root, env=environment, stderr=subprocess.DEVNULL) as jupyter:
                try:
                    for _ in range(240):
                        with suppress(OSError):
                            urllib.request.urlopen(f"http://127.0.0.1:{port}/api?token={TOKEN}", timeout=5)
                            break
                        time.sleep(0.5)
                    page.goto(f"http://127.0.0.1:{port}/formgrader?token={TOKEN}")
                    page.set_default_timeout(120_000)
                    for key in WRITTEN:
                        assignment, _, task = key.partition("/")
                        in_formgrader(page, f"http://127.0.0.1:{port}", assignment, task, options.formgrader, form)
                finally:
                    jupyter.kill()  # asked kindly, it waits for its kernels
            browser.close()
    show(desk, form)


def show(desk: Tally, form: Tally) -> None:
    table = Table(title="marking in words", title_justify="left")
    for heading in (
        "",
        "answers",
        "keys and clicks an answer",
        "waiting an answer / s",
        "median wait / s",
        "longest / s",
    ):
        table.add_column(heading, justify="right" if heading else "left")
    for name, tally in (("desk", desk), ("formgrader", form)):
        table.add_row(
            name,
            str(tally.answers),
            f"{sum(tally.keys) / tally.answers:.1f}",
            f"{sum(tally.waits) / tally.answers:.2f}",
            f"{statistics.median(tally.waits):.2f}",
            f"{max(tally.waits):.2f}",
        )
    Console().print(table)


if __name__ == "__main__":
    main()
