"""Rows of files that are somebody else's by now: one that was nobody's goes, and of a student's own it is said."""

from __future__ import annotations

import os
import shlex
import shutil
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

from hippograd.errors import few
from hippograd.grading.result import Result
from hippograd.intake import UNMATCHED, Origin
from hippograd.records.folder import Records
from hippograd.records.results import Line
from hippograd.store.results import Results


class UnmatchedRows:
    """The results that a run does not grade again, while it finds out whose their files are.

    Parameters
    ----------
    results : Results
        As the run finds them.
    students : collection of str
        Who hands in something in this run. Of the others' rows, those count whose files were nobody's or are graded.
    """

    def __init__(self, results: Results, students: Collection[str]) -> None:
        self._rows: dict[str | Origin, dict[str, str]] = defaultdict(dict)
        self._contents: dict[str, set[str]] = defaultdict(set)
        self._seen: set[str] = set()
        self._owners: dict[str, tuple[str, str]] = {}
        self._alike: dict[str, tuple[str, str]] = {}
        others = results.last(Line, lambda student: student.startswith(UNMATCHED) or student not in students)
        for line in others.values():
            is_unmatched = line.student.startswith(UNMATCHED)
            if is_unmatched:
                self._contents[line.content_hash].add(line.student)
            if is_unmatched or line.status == "graded":
                for place in places(line.file, line.origin):
                    self._rows[place][line.student] = line.content_hash

    def note(self, result: Result) -> None:
        """Take down a result of the run. A file is somebody's once it is graded, and is what lay there before."""
        is_unmatched = result.student.startswith(UNMATCHED)
        if is_unmatched:
            self._seen.add(result.student)
        if not (is_unmatched or result.status == "graded"):
            return
        for place in places(result.file, result.origin):
            for row, content in self._rows.get(place, {}).items():
                is_other = row != result.student and not (is_unmatched and row.startswith(UNMATCHED))
                if is_other and content == result.content_hash:
                    self._owners[row] = (result.student, result.file)
        for row in self._contents.get(result.content_hash, ()) if not is_unmatched else ():
            self._alike[row] = (result.student, result.file)

    @property
    def owners(self) -> dict[str, str]:
        """Whose the files are that were nobody's and of which there is a row still, by the name of the row."""
        found = self._owners.items()
        return {row: owner for row, (owner, _) in found if row.startswith(UNMATCHED) and row not in self._seen}

    def said_of_others(self, assignment: str) -> Iterator[str]:
        """Whose marks are of files that are somebody else's in this run, and which rows have the same content."""
        kept = {row: found for row, found in sorted(self._owners.items()) if not row.startswith(UNMATCHED)}
        nobodys = {row: found for row, found in kept.items() if found[0].startswith(UNMATCHED)}
        others = {row: found for row, found in kept.items() if row not in nobodys}
        if others:
            shown = [f"{row} ({file}, now {owner}'s)" for row, (owner, file) in others.items()]
            yield (
                f"Please check: {len(others)} keep{'s' * (len(others) == 1)} the mark of a file that is somebody "
                f"else's in this run: {few(shown)} If it is theirs still, --map gives it to them. "
                f"{_to_take_back(others, assignment)}"
            )
        if nobodys:
            shown = [f"{row} ({file})" for row, (_, file) in nobodys.items()]
            remedy = _to_take_back(nobodys, assignment)
            yield (
                f"Please check: {len(nobodys)} keep{'s' * (len(nobodys) == 1)} the mark of a file that is nobody's in "
                f"this run: {few(shown)} If it is theirs, nothing is wrong; --map says whose it is, or the roster. "
                f"{remedy}"
            )
        for row, (owner, file) in sorted(self._alike.items()):
            if row not in self.owners and row not in self._seen:
                yield (
                    f"{row}: what was handed in is the same as {owner}'s {file}. If it is {owner}'s: "
                    f"`hippograd student remove {shlex.quote(row)}`."
                )


def _to_take_back(rows: Iterable[str], assignment: str) -> str:
    return (
        f"To take one back that is not theirs: `hippograd student remove {shlex.quote(next(iter(rows)))} --assignment "
        f"{assignment}`; then grade what they have handed in themselves, also if that was graded before."
    )


@contextmanager
def unmatched_rows(
    records: Records, results: Results, students: Collection[str], say: Callable[[str], None]
) -> Iterator[UnmatchedRows]:
    """The rows of an assignment, for a run that notes its results; those whose files are somebody's go in the end."""
    rows = UnmatchedRows(results, students)
    yield rows
    for line in _removed(records, results, rows.owners):
        say(line)
    for line in rows.said_of_others(results.assignment):
        say(line)


def places(label: str, origin: Origin) -> list[str | Origin]:
    """What tells a file: where it lies, and what its platform calls it, wherever the download lies.

    A path is taken as it is: one in a zip may be written so that it leads to another file.
    """
    return [os.path.join(os.getcwd(), label), *([origin] if origin.number else [])]


def _removed(records: Records, results: Results, owners: Mapping[str, str]) -> Iterator[str]:
    """Remove results that are nobody's any more, with their marks, notebooks and pages; what was done, a line each.

    A row that a person has marked stays.
    """
    book, assignment = results.book, results.assignment
    rows = owners.keys() & book.submitted(assignment).keys()
    marks = book.marks(assignment, rows) if rows else {}
    for row, owner in owners.items():
        if row in marks and marks[row].is_by_hand:
            yield (
                f"{row}: its file is {owner}'s, but the row stays, as a person marked it. Give {owner} the marks with "
                f'`hippograd mark`; then run `hippograd student remove "{row}"`.'
            )
            continue
        book.remove(row, assignment, is_nobody=True)
        for folder in (records.autograded, records.feedback, records.originals):
            shutil.rmtree(folder / row / assignment, ignore_errors=True)
            with suppress(OSError):  # there is none, or it holds another assignment
                (folder / row).rmdir()
        yield f"{row}: its file is {owner}'s; the row is removed."
