"""Putting a submission's cells beside the released ones: which is whose, what is missing, what was changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..course.released import ReleasedCell
from ..errors import HippogradError
from .notebooks import SubmittedCell

_NEEDED = ("setup", "answer", "check", "question", "written")
_LOCKED = ("setup", "check", "question")


@dataclass(frozen=True)
class MatchedCell:
    """A cell of the notebook that is graded.

    Parameters
    ----------
    name : str
        What messages call it: the grade id of a released cell, or the place of a student's own.
    cell_type : str
        ``"code"``, ``"markdown"`` or ``"raw"``.
    source : str
        What is run or read: the student's text, or the released one where the cell is locked.
    released : ReleasedCell or None
        The cell that it answers; None for a cell of the student's own.
    submitted : SubmittedCell or None
        As it was handed in; None where it was missing.
    """

    name: str
    cell_type: str
    source: str
    released: ReleasedCell | None
    submitted: SubmittedCell | None

    @property
    def kind(self) -> str:
        return self.released.kind if self.released is not None else "own"

    @property
    def is_blank(self) -> bool:
        """Whether the student left the cell as it was released."""
        return self.released is not None and _same_text(self.source, self.released.source)


def match_cells(
    cells: list[SubmittedCell], released: list[ReleasedCell], label: str
) -> tuple[list[MatchedCell], list[str]]:
    """Match a submission's cells with the released ones, and put back what is missing.

    Parameters
    ----------
    cells : list of SubmittedCell
        The submission, in its own order.
    released : list of ReleasedCell
        The release.
    label : str
        What messages call the file.

    Returns
    -------
    matched : list of MatchedCell
        The notebook to grade.
    notes : list of str
        What was put right, for the feedback.

    Raises
    ------
    HippogradError
        When no task's cell is there: another assignment, or a notebook of another kind.
    """
    by_grade_id = {cell.grade_id: cell for cell in released if cell.grade_id}
    by_id = {cell.id: cell for cell in released}
    taken: set[str] = set()
    matched: list[MatchedCell] = []
    notes: list[str] = []
    for place, cell in enumerate(cells, 1):
        twin = by_grade_id.get(cell.grade_id) or by_id.get(cell.id)
        if twin is not None and (twin.id in taken or twin.cell_type != cell.cell_type):
            twin = None
        if twin is not None:
            taken.add(twin.id)
        matched.append(_matched(cell, twin, place, notes))
    if not any(cell.kind in ("answer", "written", "check") for cell in matched):
        raise HippogradError(
            f"{label} has none of the tasks of this assignment.", "Is it a submission for another one?"
        )
    for index, needed in enumerate(released):
        if needed.kind in _NEEDED and needed.id not in taken:
            _put_back(matched, released, index)
            notes.append(f"The cell {needed.grade_id} was missing and was put back.")
    return matched, notes


def _matched(cell: SubmittedCell, twin: ReleasedCell | None, place: int, notes: list[str]) -> MatchedCell:
    if twin is None:
        return MatchedCell(f"your cell {place}", cell.cell_type, cell.text, None, cell)
    source = cell.text
    if twin.kind in _LOCKED:
        if twin.kind != "question" and not _same_text(source, twin.source):
            notes.append(f"The cell {twin.grade_id} was changed and was restored.")
        source = twin.source
    return MatchedCell(twin.grade_id or twin.id, cell.cell_type, source, twin, cell)


def _put_back(matched: list[MatchedCell], released: list[ReleasedCell], index: int) -> None:
    """Insert a missing released cell after the nearest released cell before it."""
    missing = released[index]
    before = {cell.id for cell in released[:index]}
    place = 0
    for position, cell in enumerate(matched, 1):
        if cell.released is not None and cell.released.id in before:
            place = position
    matched.insert(place, MatchedCell(missing.grade_id, missing.cell_type, missing.source, missing, None))


def _same_text(one: str, other: str) -> bool:
    return re.sub(r"\s+", "", one) == re.sub(r"\s+", "", other)
