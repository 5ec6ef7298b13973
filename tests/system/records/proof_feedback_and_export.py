"""What leaves the gradebook: feedback pages, and what they keep to themselves; tables, filled files, zips.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from hippograd.records.feedback import write_feedback
from hippograd.records.folder import Records
from tests.system.records.test_feedback_and_export import A, course, page, run

__all__ = ["course"]


def test_stopped_it_ends_at_once(course: Path, tmp_path: Path) -> None:
    records = Records(shutil.copytree(course / "records" / "2027", tmp_path / "records"))
    pages = write_feedback(course, records, records.db_url, A, ["amber01"] * 500, 1)
    assert next(pages).failure is None
    started = time.monotonic()
    del pages
    assert time.monotonic() - started < 5


def test_a_page_that_takes_too_long_is_given_up_with_the_one_from_before(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = Records(shutil.copytree(course / "records" / "2027", tmp_path / "records"))
    monkeypatch.setattr("hippograd.records.feedback.PAGE_SECONDS", 0.0)
    before = records.feedback / "amber01" / A / f"{A}.html"
    before.parent.mkdir(parents=True, exist_ok=True)
    before.write_text("as it was")
    (page,) = write_feedback(course, records, records.db_url, A, ["amber01"], 1)
    assert page.failure is not None
    assert "it took more than" in page.failure.message
    assert not before.exists()


def test_nbgrader_writes_the_same_page(course: Path) -> None:
    ours = page(course, "basil01")
    done = run("nbgrader", "generate_feedback", A, "--student", "basil01", "--force", course=course)
    assert done.returncode == 0, done.stderr
    assert (course / "records" / "2027" / "feedback" / "basil01" / A / f"{A}.html").read_text() == ours
