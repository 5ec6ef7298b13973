"""Kill the marking desk's server or its browser at random moments: every mark that was said to be saved is there, once.

usage: python benchmarks/marking_kills.py [--kills 100] [--seed 0]

A class of twelve, invented, of the example course. A program marks with keys, each answer with a comment of its own,
until a process is killed; then the gradebook is read, and marking goes on. A mark was said to be saved when the desk
has answered the key that saves it; what was on its way may be there or not, but whole.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import psutil
from nbgrader.api import Gradebook
from playwright.sync_api import Error, Page, Playwright, expect, sync_playwright

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering, find_root
from hippograd.marking.store import MarkStore
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from hippograd.store.desk_marks import FIRST

BIN = Path(sys.executable).parent
A, CELL, COHORT = "1_scaling", "why_linear", "2030"
WORDS = "sums multiples lines slopes zero doubles units proof order scale origin table".split()


def make_class(root: Path, folder: Path) -> Path:
    """Twelve answers that are not alike, graded; the gradebook."""
    course = Course(root)
    cells = released_cells(Offering.of(course, A, course.cohort(COHORT)))
    for number, word in enumerate(WORDS):
        answers = reference_answers(cells) | {CELL: " ".join([word] * 9)}
        (folder / f"student{number:02d}.ipynb").write_text(notebook_text(filled_notebook(cells, answers)))
    command = [str(BIN / "hippograd"), "--root", str(root), "grade", str(folder), "-a", A, "--cohort", COHORT]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return root / "records" / COHORT / "gradebook.db"


class Desk:
    """A server and a browser, either of which may be dead."""

    def __init__(self, playwright: Playwright, root: Path) -> None:
        self._playwright = playwright
        self._command = [str(BIN / "hippograd"), "--root", str(root), "mark", A, "--cohort", COHORT]
        self._command += ["--marker", "tess", "--no-browser"]
        self.start_server()
        self.start_browser()

    def start_server(self) -> None:
        self.server = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True)
        assert self.server.stdout is not None
        self.address = self.server.stdout.readline().split()[0]

    def start_browser(self) -> None:
        chromium = os.environ.get("HIPPOGRAD_CHROMIUM") or shutil.which("chromium")
        self.browser = self._playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--no-zygote"]
        )
        below = psutil.Process().children(recursive=True)
        self.processes = [one.pid for one in below if one.name().startswith(("chrom", "headless"))]

    def page(self) -> Page:
        page = self.browser.new_page()
        page.set_default_timeout(20_000)
        page.goto(f"{self.address}#{A}%3A{CELL}")
        expect(page.locator("#progress")).to_contain_text("marked", timeout=20_000)
        return page


def mark_until_killed(page: Page, rng: random.Random, said: list[str], sent: list[str], dies_at: float) -> None:
    """Mark one answer after another, each with a comment of its own, until the connection or the browser is gone."""
    while time.monotonic() < dies_at + 30:
        comment = f"mark {len(sent)}"
        page.keyboard.press(str(rng.randint(1, 2)))
        page.keyboard.press("c")
        page.locator("#comment").fill(comment)
        sent.append(comment)
        with page.expect_response(lambda answer: answer.url.endswith("/mark"), timeout=5_000) as answer:
            page.keyboard.press("Control+Enter")
        if answer.value.status == 200:
            said.append(comment)
        page.keyboard.press("Escape")
        page.keyboard.press("s")
        page.wait_for_timeout(30)


def problems(database: Path, said: list[str]) -> list[str]:
    """What is lost, doubled, or half there."""
    store = MarkStore(f"sqlite:///{database}")
    marks = store.all(A, CELL, FIRST)
    counts = Counter(mark.comment for mark in marks)
    found = [f"lost: {comment}" for comment in said if not counts[comment]]
    found += [f"doubled: {comment}" for comment, count in counts.items() if count > 1]
    with Gradebook(f"sqlite:///{database}") as book:
        for student, mark in store.latest(A, CELL).items():
            grade = book.find_grade(CELL, A, A, student)
            comment = book.find_comment(CELL, A, A, student)
            if (grade.manual_score, comment.manual_comment) != (mark.points, mark.comment):
                found.append(f"half: {student} has {grade.manual_score}, {comment.manual_comment}, not {mark}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rng, said, sent, kills = random.Random(options.seed), list[str](), list[str](), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="hippograd-") as name:
        root, folder = Path(name) / "course", Path(name) / "class"
        ignored = shutil.ignore_patterns("release", "solutions", "records", ".cache")
        shutil.copytree(find_root() / "examples" / "scaling", root, ignore=ignored)
        folder.mkdir()
        database = make_class(root, folder)
        found: list[str] = []
        with sync_playwright() as playwright:
            desk = Desk(playwright, root)
            for _ in range(options.kills):
                victim = rng.choice(["server", "browser"])
                pids = [desk.server.pid] if victim == "server" else desk.processes
                page, after = desk.page(), rng.uniform(0.05, 2)
                killer = subprocess.Popen(["sh", "-c", f"sleep {after}; kill -KILL {' '.join(map(str, pids))}"])
                try:
                    mark_until_killed(page, rng, said, sent, time.monotonic() + after)
                except Error:
                    kills[victim] += 1
                killer.wait()
                found += problems(database, said)
                if victim == "server":
                    desk.server.wait()
                    page.close()
                    desk.start_server()
                else:
                    desk.start_browser()
            desk.server.kill()
    print(f"{kills['server']} kills of the server, {kills['browser']} of the browser")
    print(f"{len(sent)} marks sent, {len(said)} said to be saved; {len(found)} problems")
    print(*sorted(set(found)), sep="\n")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
