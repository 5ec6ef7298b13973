"""Whether a submission answers another release: last year's notebook, or that of another assignment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.intake.matching.cells import squeezed
from hippograd.intake.matching.notebooks import SubmittedCell, read_notebook
from hippograd.intake.notes import Note

FEWEST_SIGNS = 5
"""Cells that only another assignment has, from which a submission may be told to be that one's."""

SURE = 10
"""How many times more they are than the cells that only this one has."""


def release_texts(folder: Path, assignment: str) -> dict[str, frozenset[str]]:
    """Return the cells of an assignment as each cohort got them, without white space, by cohort."""
    return {path.parts[-3]: _texts(path) for path in sorted(folder.glob(f"*/{assignment}/{assignment}.ipynb"))}


def assignment_texts(folder: Path, cohort: str, assignments: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the same of a cohort's assignments, by assignment; without those that are not released."""
    paths = {name: folder / cohort / name / f"{name}.ipynb" for name in assignments}
    return {name: _texts(path) for name, path in paths.items() if path.is_file()}


def _texts(path: Path) -> frozenset[str]:
    return frozenset(squeezed(cell.text) for cell in read_notebook(path.read_bytes(), str(path)))


def refuse_other_assignment(
    cells: Iterable[SubmittedCell], releases: Mapping[str, frozenset[str]], assignment: str, label: str
) -> None:
    """Refuse the notebook of another assignment, whose texts would be taken for answers."""
    if assignment not in releases:
        return
    likeliest, theirs, ours = _signs(cells, releases, assignment)
    if theirs >= FEWEST_SIGNS and theirs > SURE * ours:
        raise HippogradError(
            f"{label} is the notebook of {likeliest}: {theirs} of its cells are that one's only, {ours} are "
            f"{assignment}'s.",
            f"Ask the student for the notebook of {assignment}.",
        )


def likeliest_cohort(cells: Iterable[SubmittedCell], releases: Mapping[str, frozenset[str]], cohort: str) -> str:
    """Return the cohort whose notebook this is, by the cells that only one of two cohorts has."""
    return _signs(cells, releases, cohort)[0]


def note_on_cohort(cells: Iterable[SubmittedCell], releases: Mapping[str, frozenset[str]], cohort: str) -> list[Note]:
    """Return notes for the TA and the student where more cells are another cohort's than are this one's.

    What cohorts have in common tells nothing. Only cells that differ between the two count, and that the student left
    as they were: texts with last year's numbers, figures, given code.
    """
    likeliest, theirs, ours = _signs(cells, releases, cohort)
    if likeliest == cohort:
        return []
    return [
        Note.of("notebook-of-another-cohort", likeliest=likeliest, theirs=theirs, ours=ours, cohort=cohort),
        Note.of("your-notebook-of-another-cohort", likeliest=likeliest, cohort=cohort),
    ]


def _signs(cells: Iterable[SubmittedCell], releases: Mapping[str, frozenset[str]], own: str) -> tuple[str, int, int]:
    """Return the likeliest release, how many cells are only its, and how many only those of its `own`."""
    texts = {squeezed(cell.text) for cell in cells}
    expected = releases.get(own, frozenset())
    signs = {
        name: (len(texts & theirs - expected), len(texts & expected - theirs))
        for name, theirs in releases.items()
        if name != own
    }
    likeliest = max(signs, key=lambda name: signs[name][0] - signs[name][1], default=own)
    theirs, ours = signs.get(likeliest, (0, 0))
    return (likeliest, theirs, ours) if theirs > ours else (own, 0, 0)
