"""Whether a submission answers another cohort's release of the same assignment: last year's notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from hippograd.intake.matching.cells import squeezed
from hippograd.intake.matching.notebooks import SubmittedCell, read_notebook
from hippograd.intake.notes import Note


def release_texts(folder: Path, assignment: str) -> dict[str, frozenset[str]]:
    """The cells of an assignment as each cohort got them, without white space, by cohort.

    Parameters
    ----------
    folder : Path
        Holds `<cohort>/<assignment>/<assignment>.ipynb`.
    assignment : str
        Which assignment.
    """
    found = {}
    for path in sorted(folder.glob(f"*/{assignment}/{assignment}.ipynb")):
        cells = read_notebook(path.read_bytes(), str(path))
        found[path.parts[-3]] = frozenset(squeezed(cell.text) for cell in cells)
    return found


def likeliest_cohort(cells: Iterable[SubmittedCell], releases: Mapping[str, frozenset[str]], cohort: str) -> str:
    """The cohort whose notebook this is, by the cells that only one of two cohorts has."""
    return _signs(cells, releases, cohort)[0]


def note_on_cohort(cells: Iterable[SubmittedCell], releases: Mapping[str, frozenset[str]], cohort: str) -> list[Note]:
    """Notes for the TA and the student where more cells are another cohort's than are this one's.

    What cohorts have in common tells nothing. Only cells that differ between the two count, and that the student left
    as they were: texts with last year's numbers, figures, given code.

    Parameters
    ----------
    cells : iterable of SubmittedCell
        The submission.
    releases : mapping of str to frozenset of str
        What `release_texts` gives.
    cohort : str
        The cohort that the submission is graded for.
    """
    likeliest, theirs, ours = _signs(cells, releases, cohort)
    if likeliest == cohort:
        return []
    return [
        Note(
            f"this is cohort {likeliest}'s notebook ({theirs} of its cells are that cohort's only, {ours} are "
            f"{cohort}'s). It was graded for {cohort}, whose numbers are others. Ask the student for {cohort}'s; "
            f"or see with `hippograd check --cohort {likeliest}` what it earns there, and give those points by hand: "
            "`hippograd mark STUDENT TASK POINTS --why …`.",
            for_staff=True,
        ),
        Note(
            f"This is cohort {likeliest}'s notebook. It was graded for {cohort}, whose numbers are others: ask your "
            "teacher which one to hand in."
        ),
    ]


def _signs(cells: Iterable[SubmittedCell], releases: Mapping[str, frozenset[str]], cohort: str) -> tuple[str, int, int]:
    """The likeliest cohort, how many cells are only its, and how many only those of `cohort`."""
    texts = {squeezed(cell.text) for cell in cells}
    own = releases.get(cohort, frozenset())
    signs = {
        name: (len(texts & theirs - own), len(texts & own - theirs))
        for name, theirs in releases.items()
        if name != cohort
    }
    likeliest = max(signs, key=lambda name: signs[name][0] - signs[name][1], default=cohort)
    theirs, ours = signs.get(likeliest, (0, 0))
    return (likeliest, theirs, ours) if theirs > ours else (cohort, 0, 0)
