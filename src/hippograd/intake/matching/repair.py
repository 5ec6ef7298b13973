"""A damaged notebook put right: each step looks at what the steps before left open.

1. ids (`match`), 2. text that is exactly a released cell's, 3. calls of `check`, 4. the names that a task's answer
defines, 5. likeness to a released cell, 6. the place between cells that are known, 7. blanks in their order.

Two cells for one task are joined if one is the rest of the other or builds on it; otherwise the last that is not blank
counts, and where that is a choice, a person is asked to look. Nothing is thrown away: what does not count stays, as
text.
"""

from __future__ import annotations

from hippograd.course.released import ReleasedCell
from hippograd.intake.matching.assembly import assembled, how_recognised
from hippograd.intake.matching.cells import MatchedCell, changed_locked_cells
from hippograd.intake.matching.notebooks import SubmittedCell
from hippograd.intake.matching.pieces import Piece, ReleasedNotebook, taken
from hippograd.intake.matching.recognition import (
    below_blanks,
    blanks_in_order,
    by_check,
    by_likeness,
    by_names,
    by_place,
    by_text,
)
from hippograd.intake.matching.rivals import settle
from hippograd.intake.notes import Note

BY_CONTENT = (by_text, by_check, by_names, settle, below_blanks, by_likeness, settle)

BY_ORDER = (by_place, blanks_in_order)
"""What they conclude rests on cells that were recognised."""


def repaired_notebook(
    cells: list[SubmittedCell], twins: list[int | None], released: list[ReleasedCell]
) -> tuple[list[MatchedCell], list[Note]]:
    """Return the notebook to grade, and what was done to it."""
    release = ReleasedNotebook(released)
    pieces = [
        Piece(number, cell, cell.text, twin) for number, (cell, twin) in enumerate(zip(cells, twins, strict=True), 1)
    ]
    notes: list[Note] = []
    for step in BY_CONTENT:
        pieces, more = step(pieces, release)
        notes += more
    for step in BY_ORDER if _has_a_task(pieces, release) else ():
        pieces, more = step(pieces, release)
        notes += more
    matched, more = assembled(pieces, release)
    return matched, notes + more + changed_locked_cells(matched) + how_recognised(pieces, release)


def _has_a_task(pieces: list[Piece], release: ReleasedNotebook) -> bool:
    return any(release.cells[twin].kind in ("answer", "written", "check") for twin in taken(pieces))
