"""The check cells of a release are Otter's: its own commands run them, and a failing one is loud.

What takes long, or depends on moments and load.
"""

from pathlib import Path

from tests.system.building.test_otter import Edit, release, run

__all__ = ["release"]


def test_nbgrader_validate_fails_where_a_check_fails(release: Path, edit_cell: Edit) -> None:
    assert "Success!" in run(release, "nbgrader", "validate", "1_scaling.ipynb")
    edit_cell(release / "1_scaling.ipynb", "scaled-answer", source="def scaled(x):\n    return x + 1")
    failed = run(release, "nbgrader", "validate", "1_scaling.ipynb")
    assert "VALIDATION FAILED ON 2 CELL" in failed
    assert "received 1 for scaled(0), but was expecting 0" in failed
