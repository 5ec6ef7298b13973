"""What nbgrader exports by our plugins is what `hippograd export` would write of the same records."""

from __future__ import annotations

import csv
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete

from hippograd.integrations.exporting import PlatformExporter, SpreadsheetExporter
from hippograd.nbgrader_env import Gradebook
from hippograd.store.gradebook import Gradebook as Store
from hippograd.store.results import Results, Row
from hippograd.store.tables import RESULTS

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")


@pytest.fixture
def gradebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gradebook]:
    """A gradebook in records/2030, opened from the folder above: of ada there is a mark, of ben only a result."""
    records = tmp_path / "records" / "2030"
    records.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    with Gradebook("sqlite:///records/2030/gradebook.db") as book:
        book.add_assignment("1_scaling")
        book.add_notebook("1_scaling", "1_scaling")
        book.add_grade_cell("scaled", "1_scaling", "1_scaling", max_score=2, cell_type="code")
        book.add_student("ada")
        book.add_submission("1_scaling", "ada")
        book.find_grade("scaled", "1_scaling", "1_scaling", "ada").auto_score = 2
        book.db.commit()
        ada = '{"student": "ada", "origin": {"platform": "Moodle", "number": "7"}}'
        ben = '{"student": "ben", "status": "not_gradable"}'
        rows = [Row("ada", "abc", True, ada), Row("ben", "", False, ben)]
        Results(Store("sqlite:///records/2030/gradebook.db"), "1_scaling").take_over(rows)
        yield book


def test_results_are_read_from_the_gradebook(gradebook: Gradebook, tmp_path: Path) -> None:
    SpreadsheetExporter(to="marks.csv").export(gradebook)
    rows = {row["id"]: row for row in csv.DictReader((tmp_path / "marks.csv").read_text("utf-8-sig").splitlines())}
    assert {who: row["1_scaling: status"] for who, row in rows.items()} == {"ada": "graded", "ben": "not gradable"}
    (tmp_path / "moodle.csv").write_text("Identifier,Full name,Grade\nParticipant 7,Ada Example,\n")
    PlatformExporter(to="up.csv", exported="moodle.csv").export(gradebook)
    assert (tmp_path / "up.csv").read_text().endswith("Ada Example,2\n")


def test_results_that_are_missing_are_named(gradebook: Gradebook, caplog: pytest.LogCaptureFixture) -> None:
    Store("sqlite:///records/2030/gradebook.db").writing(lambda connection: connection.execute(delete(RESULTS)))
    with caplog.at_level(logging.WARNING):
        SpreadsheetExporter().export(gradebook)
    assert "There are no results of 1_scaling" in caplog.text
