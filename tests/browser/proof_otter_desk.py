"""The marking desk in Chromium at a question that people mark in a course of Otter's."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from hippograd.course import Course, Offering
from hippograd.marking.desk import Desk
from hippograd.marking.questions import Answers, questions_of
from hippograd.marking.store import MarkStore
from hippograd.records.folder import Records
from hippograd.store.desk_marks import FIRST
from tests import commands
from tests.system.marking.conftest import Served
from tests.system.other_courses.otter_course import HALF, notebook, ok, zip_of

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Browser, expect

ASKED = ["# BEGIN QUESTION\nname: why\nmanual: true\npoints: 3", "Why is a half smaller?", "# END QUESTION"]
HANDED_IN = ["<!-- BEGIN QUESTION -->", "Two halves are *one* whole.", "<!-- END QUESTION -->"]
POINTS = "select manual_score from grade join base_cell on cell_id = base_cell.id where base_cell.name = 'why'"


def with_texts(kind: str, texts: list[str]) -> str:
    made = notebook([HALF])
    made["cells"] += [
        {"id": f"t{place}", "cell_type": kind if place != 1 else "markdown", "metadata": {}, "source": text}
        for place, text in enumerate(texts)
    ]
    return json.dumps(made)


def test_a_manual_question_of_otters_is_marked_with_keys(browser: Browser, tmp_path: Path) -> None:
    zip_of(tmp_path / "hw.zip", {"a": ok("a", ">>> half(3)\n1.5")}, {})
    (tmp_path / "master.ipynb").write_text(with_texts("raw", ASKED))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ada01.ipynb").write_text(with_texts("markdown", HANDED_IN))
    words = ("grade-course", "hw.zip", "in", "-a", "hw", "-j", "1", "--master", "master.ipynb")
    done = commands.hippograd(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    course = Course(tmp_path / "hippograd")
    questions = questions_of(Offering.of(course, "1_hw", course.cohort("class")))
    records = Records(course.root / "records" / "class")
    desk = Desk(MarkStore(records.db_url), Answers(records, questions), questions, "tess", FIRST, 1.0)
    served = Served(desk)
    try:
        page = browser.new_page()
        page.goto(f"{served.address}#1_hw%3Awhy")
        expect(page.locator("#answer")).to_contain_text("Two halves are one whole.")
        expect(page.locator("body")).to_contain_text("Why is a half smaller?")
        page.wait_for_function("() => !busy")
        page.keyboard.press("1")
        page.keyboard.press("Enter")
        expect(page.locator("#answer")).to_contain_text("All answers are marked.")
    finally:
        served.close()
    with sqlite3.connect(records.folder / "gradebook.db") as book:
        assert book.execute(POINTS).fetchall() == [(3.0,)]
