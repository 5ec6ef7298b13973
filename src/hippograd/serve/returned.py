"""Which assignments are given back: from then on each student sees their own feedback page."""

from __future__ import annotations

import json
from pathlib import Path

from hippograd.files import alone_in_folder, write_whole

RETURNED = "returned.json"
"""The file in the records of a cohort."""


def is_returned(records: Path, assignment: str) -> bool:
    """Whether students see their pages of an assignment."""
    return assignment in _read(records)


def give_back(records: Path, assignment: str, *, takes_back: bool = False) -> None:
    """Show students their pages of an assignment, or no longer."""
    with alone_in_folder(records):
        others = _read(records) - {assignment}
        now = others if takes_back else others | {assignment}
        write_whole(records / RETURNED, json.dumps(sorted(now)).encode())


def _read(records: Path) -> set[str]:
    file = records / RETURNED
    return set(json.loads(file.read_text("utf-8"))) if file.exists() else set()
