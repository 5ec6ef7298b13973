"""What students have in hand: how far they are, and the last look before they hand in.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from gradekit.handing_in import look_at
from gradekit.public_checks import read_release
from tests.system.building.test_in_hand import NAME, Edit, folder

__all__ = ["folder"]


def test_a_cell_that_does_not_end_is_named(folder: Path, edit_cell: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    edit_cell(folder / NAME, "shifted-answer", source="# Wait.\nwhile True:\n    pass")
    monkeypatch.setattr("gradekit.rerun.LONGEST", 20)
    look = look_at(folder / NAME, read_release(folder))
    assert any("`# Wait.` was not done after" in line for line in look.lines), look.lines
