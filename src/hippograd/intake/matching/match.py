"""Putting a submission's cells beside the released ones: which is whose, what is missing, what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError
from hippograd.intake.matching.cell_names import defined_names, does_more_than_check, within_reach
from hippograd.intake.matching.notebooks import SubmittedCell

NEEDED = ("setup", "answer", "check", "question", "written")
"""Kinds of cells that every notebook must have; they are put back where they are missing."""

TASKS = ("answer", "written", "check")
"""Kinds of cells that a task is made of."""

LOCKED = ("setup", "check", "question")
"""Kinds of cells that students are not to change; the released text is what counts."""

_BEGIN, _END = "=== BEGIN MARK SCHEME ===", "=== END MARK SCHEME ==="

DOUBT = "Please check: "
"""How a note begins that a person has to decide about."""


@dataclass(frozen=True)
class MatchedCell:
    """A cell of the notebook that is graded.

    Parameters
    ----------
    name : str
        What messages call it: the grade id of a released cell, or the place of a student's own.
    cell_type : str
        ``"code"``, ``"markdown"`` or ``"raw"``; raw are also the cells that were set aside.
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
        return self.released is not None and same_text(self.source, self.released.source)


def match_cells(
    cells: list[SubmittedCell], released: list[ReleasedCell], label: str
) -> tuple[list[MatchedCell], list[str]]:
    """Match a submission's cells with the released ones, and put right what is damaged.

    Cells are told by nbgrader's id, then by the cell's. Only where that leaves something open are they read more
    closely (`hippograd.intake.matching.repair`).

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
        What was put right, for the feedback; what a person has to decide begins with `DOUBT`.

    Raises
    ------
    HippogradError
        When no task's cell is there: another assignment, or a notebook of another kind.
    """
    twins = twins_by_id(cells, released)
    matched = [
        matched_cell(cell, cell.cell_type, cell.text, released[twin] if twin is not None else None, place)
        for place, (cell, twin) in enumerate(zip(cells, twins, strict=True), 1)
    ]
    if _is_whole(matched, twins, released):
        return matched, changed_locked_cells(matched)
    from hippograd.intake.matching.repair import repaired_notebook

    matched, notes = repaired_notebook(cells, twins, released)
    has_tasks = any(cell.kind in TASKS for cell in released)
    if has_tasks and not any(cell.kind in TASKS and cell.submitted is not None for cell in matched):
        raise HippogradError(
            f"{label} has none of the tasks of this assignment.", "Is it a submission for another one?"
        )
    return matched, notes


def twins_by_id(cells: list[SubmittedCell], released: list[ReleasedCell]) -> list[int | None]:
    """For each submitted cell the place in the release of the cell whose id it has; two may have the same."""
    by_grade_id = {cell.grade_id: place for place, cell in enumerate(released) if cell.grade_id}
    by_id = {cell.id: place for place, cell in enumerate(released)}
    return [by_grade_id.get(cell.grade_id, by_id.get(cell.own_id)) for cell in cells]


def matched_cell(
    cell: SubmittedCell | None, cell_type: str, text: str, twin: ReleasedCell | None, place: int
) -> MatchedCell:
    """A cell beside its released twin; locked ones have the released text."""
    if twin is None:
        return MatchedCell(f"your cell {place}", cell_type, text, None, cell)
    source = twin.source if twin.kind in LOCKED else text
    return MatchedCell(twin.grade_id or twin.id, cell_type, source, twin, cell)


def changed_locked_cells(matched: list[MatchedCell]) -> list[str]:
    """A note for each locked cell whose text was not the released one."""
    return [
        f"The cell {cell.name} was changed and was restored."
        for cell in matched
        if cell.kind in LOCKED and is_changed(cell)
    ]


def is_changed(cell: MatchedCell) -> bool:
    """Whether a locked cell was handed in with another text; students' questions have no mark scheme."""
    if cell.submitted is None:
        return False
    text = cell.submitted.text
    return not same_text(text, cell.source) and not same_text(text, without_scheme(cell.source))


def has_own_code(cell: MatchedCell) -> bool:
    """Whether a check cell was handed in with code that is not the check; an answer may be in it.

    In other courses, where tests are code of the cell itself, that cannot be told.
    """
    return (
        cell.kind == "check"
        and cell.submitted is not None
        and cell.submitted.cell_type == "code"
        and is_changed(cell)
        and not does_more_than_check(cell.source)
        and does_more_than_check(cell.submitted.text)
    )


def redefined_below(matched: list[MatchedCell]) -> dict[str, str]:
    """For each task whose names the student's own cells below its answer define again: a note that says so.

    Checks look at the names as the whole notebook leaves them.
    """
    answers: dict[str, str] = {}
    found = {}
    code = [cell for cell in matched if cell.cell_type == "code" and cell.kind in ("answer", "own")]
    for cell in code[: within_reach([cell.source for cell in code])]:
        if cell.kind == "answer" and cell.released is not None:
            answers |= dict.fromkeys(defined_names(cell.source), cell.released.task)
        else:
            for name in sorted(defined_names(cell.source) & answers.keys()):
                found[answers[name]] = (
                    f"{cell.name[0].upper()}{cell.name[1:]} defines {name} again, below the answer to "
                    f"{answers[name]}; what the end of the notebook leaves was graded."
                )
    return found


def _is_whole(matched: list[MatchedCell], twins: list[int | None], released: list[ReleasedCell]) -> bool:
    """Whether ids tell all: each cell that is needed is there once, in order, and no answer may stand elsewhere."""
    places = [twin for twin in twins if twin is not None]
    if any(later <= earlier for earlier, later in pairwise(places)):
        return False
    if any(cell.released is not None and cell.released.cell_type != cell.cell_type for cell in matched):
        return False
    there = set(places)
    if any((cell.kind in NEEDED or is_given(cell)) and place not in there for place, cell in enumerate(released)):
        return False
    if any((cell.kind in ("setup", "question") and is_changed(cell)) or has_own_code(cell) for cell in matched):
        return False
    return not any(cell.kind == "answer" and cell.is_blank for cell in matched)


def is_given(cell: ReleasedCell) -> bool:
    """Whether it is ordinary code of the release, which answers may rest on."""
    return cell.kind == "plain" and cell.cell_type == "code"


@lru_cache(maxsize=256)
def without_scheme(source: str) -> str:
    """A question as students have it."""
    found, done = [], 0
    while (start := source.find(_BEGIN, done)) >= 0 and (end := source.find(_END, start)) >= 0:
        found.append(source[done:start])
        done = end + len(_END)
    return "".join(found) + source[done:]


def same_text(one: str, other: str) -> bool:
    """Whether two sources differ in white space at most."""
    return one == other or squeezed(one) == squeezed(other)


def squeezed(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())
