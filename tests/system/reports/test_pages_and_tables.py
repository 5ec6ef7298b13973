"""What `feedback` and `export` say of a class in which one file could not be graded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.system.reports.conftest import A, hippograd


@pytest.fixture
def records(root: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(root / "records" / "2030", tmp_path / "records"))


def test_feedback_says_which_pages_changed_and_who_has_none(root: Path, records: Path) -> None:
    where = ("-c", "2030", "--records", records)
    pages = ("feedback", "-a", A, "--unmarked", "-j", 1, *where)
    first = hippograd(root, *pages, "ada00", "ada01").stdout
    assert "changed" not in first
    assert "no page" not in first, "it is about some"
    assert hippograd(root, "mark", "ada01", "scaled", 0.5, "--why", "By hand.", *where).returncode == 0
    again = hippograd(root, *pages).stdout
    assert "\nchanged    1 of those that were there before: ada01\n" in again
    assert "\nno page    1, whose files could not be graded: eve01; their addresses: hippograd list 1_scaling " in again
