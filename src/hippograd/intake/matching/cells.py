"""A cell of the notebook that is graded, beside the released one that it answers."""

from __future__ import annotations

from dataclasses import dataclass

from gradekit.cell_names import does_more_than_check
from gradekit.saved import shows_something
from hippograd.course.regions import without_scheme
from hippograd.course.released import ReleasedCell
from hippograd.intake.matching.notebooks import SubmittedCell
from hippograd.intake.notes import Note

NEEDED = ("setup", "answer", "check", "question", "written")
"""Kinds of cells that every notebook must have; they are put back where they are missing."""

LOCKED = ("setup", "check", "question")
"""Kinds of cells that students are not to change; the released text is what counts."""


@dataclass(frozen=True)
class MatchedCell:
    """A cell of the notebook that is graded."""

    name: str
    """What messages call it: the grade id of a released cell, or the place of a student's own."""

    cell_type: str
    """``"code"``, ``"markdown"`` or ``"raw"``; raw are also the cells that were set aside."""

    source: str
    """What is run or read: the student's text, or the released one where the cell is locked."""

    released: ReleasedCell | None
    """The cell that it answers; None for a cell of the student's own."""

    submitted: SubmittedCell | None
    """As it was handed in; None where it was missing."""

    @property
    def kind(self) -> str:
        return self.released.kind if self.released is not None else "own"

    @property
    def is_blank(self) -> bool:
        """Whether the student left the cell as it was released."""
        return self.released is not None and is_left_blank(self.source, self.released)


def matched_cell(
    cell: SubmittedCell | None, cell_type: str, text: str, twin: ReleasedCell | None, place: int
) -> MatchedCell:
    """Return a cell beside its released twin; locked ones have the released text, and so have answers that say nothing.

    Whoever reads the graded notebook, nbgrader too, then finds by the checksum of the release that they are blank.
    """
    if twin is None:
        return MatchedCell(f"your cell {place}", cell_type, text, None, cell)
    is_nothing = twin.kind == "written" and is_left_blank(text, twin)
    source = twin.source if twin.kind in LOCKED or is_nothing else text
    return MatchedCell(twin.grade_id or twin.id, cell_type, source, twin, cell)


def changed_locked_cells(matched: list[MatchedCell]) -> list[Note]:
    """Return a note for each locked cell whose text was not the released one."""
    return [Note.of("cell-restored", cell=cell.name) for cell in matched if cell.kind in LOCKED and is_changed(cell)]


def is_changed(cell: MatchedCell) -> bool:
    """Return whether a locked cell was handed in with another text; students' questions have no mark scheme.

    Where the course has corrected the cell since, the text that it was released with is none that a student changed.
    """
    if cell.submitted is None:
        return False
    text = cell.submitted.text
    is_todays = same_text(text, cell.source) or same_text(text, without_scheme(cell.source))
    return not is_todays and not cell.submitted.is_as_released


def has_own_code(cell: MatchedCell) -> bool:
    """Return whether a check cell was handed in with code that is not the check; an answer may be in it.

    In other courses, where tests are code of the cell itself, nobody can tell.
    """
    return (
        cell.kind == "check"
        and cell.submitted is not None
        and cell.submitted.cell_type == "code"
        and is_changed(cell)
        and not does_more_than_check(cell.source)
        and does_more_than_check(cell.submitted.text)
    )


def is_given(cell: ReleasedCell) -> bool:
    """Return whether it is ordinary code of the release, which answers may rest on."""
    return cell.kind == "plain" and cell.cell_type == "code"


def is_left_blank(text: str, twin: ReleasedCell) -> bool:
    """Return whether a cell is as it was released; an answer in words also if there is nothing to see in it."""
    return says_nothing(text, twin.source) if twin.kind == "written" else same_text(text, twin.source)


def says_nothing(text: str, released: str) -> bool:
    """Return whether an answer in words is the released blank, or has only white space and signs that nobody sees."""
    return same_text(text, released) or not shows_something(text)


def same_text(one: str, other: str) -> bool:
    """Return whether two sources differ in white space at most."""
    return one == other or squeezed(one) == squeezed(other)


def squeezed(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())
