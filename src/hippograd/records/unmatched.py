"""Rows of files that were nobody's in the roster: each goes once its file has been graded for somebody."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from hippograd.errors import unusable
from hippograd.files import write_whole
from hippograd.grading.result import Result
from hippograd.intake import UNMATCHED, Origin
from hippograd.records.entries import students_entered
from hippograd.records.folder import Records, lines_of_others
from hippograd.records.results import Line, last_lines


class UnmatchedRows:
    """The rows in a file of results whose files were nobody's, while a run finds out whose some are.

    Parameters
    ----------
    path : Path
        The file of results, as the run finds it.
    """

    def __init__(self, path: Path) -> None:
        self._rows: dict[str | Origin, dict[str, str]] = defaultdict(dict)
        self._seen: set[str] = set()
        self._owners: dict[str, str] = {}
        for line in _last_lines(path):
            for place in _places(line.file, line.origin):
                self._rows[place][line.student] = line.content_hash

    def note(self, result: Result) -> None:
        """Take down a result of the run. A file is somebody's once it is graded, and is what lay there before."""
        if result.student.startswith(UNMATCHED):
            self._seen.add(result.student)
        elif result.status == "graded":
            for place in _places(result.file, result.origin):
                for row, content in self._rows.get(place, {}).items():
                    if content == result.content_hash:
                        self._owners[row] = result.student

    @property
    def owners(self) -> dict[str, str]:
        """Whose the files are of which there is a row still, by the name of the row."""
        return {row: owner for row, owner in self._owners.items() if row not in self._seen}


@contextmanager
def unmatched_rows(
    records: Records, db_url: str, assignment: str, say: Callable[[str], None]
) -> Iterator[UnmatchedRows]:
    """The rows of an assignment, for a run that notes its results; those whose files are somebody's go in the end."""
    rows = UnmatchedRows(records.results(assignment))
    yield rows
    for line in _removed(records, db_url, assignment, rows.owners):
        say(line)


def _last_lines(path: Path) -> list[Line]:
    """The last line about each file that was nobody's."""
    found, _ = last_lines(path, Line, UNMATCHED.encode())  # nearly all are without it: none of these is parsed
    return [one for one in found.values() if one.student.startswith(UNMATCHED)]


def _places(label: str, origin: Origin) -> list[str | Origin]:
    """What tells a file: where it lies, and what its platform calls it, wherever the download lies.

    A path is taken as it is: one in a zip may be written so that it leads to another file.
    """
    return [os.path.join(os.getcwd(), label), *([origin] if origin.number else [])]


def _removed(records: Records, db_url: str, assignment: str, owners: Mapping[str, str]) -> Iterator[str]:
    """Remove rows from results and gradebook, with their notebooks and pages; what was done, a line each.

    A row that a person has marked stays; the journal keeps what there ever was.
    """
    if not owners:
        return
    marked = _removed_from_gradebook(db_url, assignment, owners.keys() & students_entered(db_url, assignment).keys())
    results = records.results(assignment)
    write_whole(results, lines_of_others(results, owners.keys() - marked))
    for row, owner in owners.items():
        if row in marked:
            yield (
                f"{row}: its file is {owner}'s, but the row stays, as a person marked it. Give {owner} the marks with "
                f'`hippograd mark`; then run `hippograd student remove "{row}"`.'
            )
            continue
        for folder in (records.autograded, records.feedback):
            shutil.rmtree(folder / row / assignment, ignore_errors=True)
            with suppress(OSError):  # there is none, or it holds another assignment
                (folder / row).rmdir()
        yield f"{row}: its file is {owner}'s; the row is removed."


def _removed_from_gradebook(db_url: str, assignment: str, rows: Collection[str]) -> set[str]:
    """Remove rows from a gradebook; those that a person has marked stay, and are given back."""
    if not rows:
        return set()
    from nbgrader.api import InvalidEntry
    from sqlalchemy.exc import SQLAlchemyError

    from hippograd.nbgrader_env import Gradebook
    from hippograd.records.marks import read_marks

    marks = read_marks(db_url, assignment, rows)
    marked = {row for row in rows if marks[row].is_by_hand}
    try:
        with Gradebook(db_url) as gradebook:
            for row in set(rows) - marked:
                gradebook.remove_submission(assignment, row)
                if not gradebook.student_submissions(row):
                    gradebook.remove_student(row)
    except (SQLAlchemyError, InvalidEntry, OSError) as error:
        raise unusable(db_url, error) from None
    return marked
