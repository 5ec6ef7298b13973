"""Rows of files that are somebody else's by now: one that was nobody's goes, and of a student's own it is said."""

from __future__ import annotations

import os
import shlex
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from hippograd.errors import few
from hippograd.grading.result import Result
from hippograd.intake import UNMATCHED, Origin
from hippograd.records.results import Line
from hippograd.store.results import Results


class UnmatchedRows:
    """The results that a run does not grade again, while it finds out whose their files are."""

    def __init__(self, results: Results, students: Collection[str]) -> None:
        self._rows: dict[str | Origin, dict[str, str]] = defaultdict(dict)
        self._owners: dict[str, str] = {}
        for line in results.last(Line, lambda student: student not in students).values():
            if line.student.startswith(UNMATCHED) or line.status == "graded":
                for place in places(line.file, line.origin):
                    self._rows[place][line.student] = line.content_hash

    def note(self, result: Result) -> None:
        """Take down a result of the run, whose file lay there before with the same content."""
        for place in places(result.file, result.origin):
            for row, content in self._rows.get(place, {}).items():
                if content == result.content_hash:
                    self._owners[row] = result.student

    @property
    def settled(self) -> dict[str, str]:
        """Whose the files are that were nobody's and of which there is a row still, by the name of the row."""
        found = self._owners.items()
        return {row: owner for row, owner in found if row.startswith(UNMATCHED) > owner.startswith(UNMATCHED)}

    def said_of_others(self, assignment: str) -> Iterator[str]:
        """Yield whose marks are of files that are somebody else's in this run, or nobody's."""
        kept = {row: owner for row, owner in sorted(self._owners.items()) if not row.startswith(UNMATCHED)}
        if kept:
            yield (
                f"Please check: {len(kept)} with the mark of a file that is somebody else's in this run, or nobody's: "
                f"{few([f'{row} (now {owner})' for row, owner in kept.items()])} If it is theirs, --map says so. To "
                f"take a mark back: `hippograd student remove {shlex.quote(next(iter(kept)))} --assignment "
                f"{assignment}`; then grade what they have handed in themselves."
            )


@contextmanager
def unmatched_rows(results: Results, students: Collection[str], say: Callable[[str], None]) -> Iterator[UnmatchedRows]:
    """The rows of an assignment, for a run that notes its results; those whose files are somebody's go in the end."""
    rows = UnmatchedRows(results, students)
    yield rows
    for row, owner in rows.settled.items():
        results.book.remove(row, results.assignment, is_nobody=True)
        say(f"{row}: its file is {owner}'s; the row is removed.")
    for line in rows.said_of_others(results.assignment):
        say(line)


def places(label: str, origin: Origin) -> list[str | Origin]:
    """Return what tells a file: where it lies, and what its platform calls it, wherever the download lies.

    A path is taken as it is: one in a zip may be written so that it leads to another file.
    """
    return [os.path.join(os.getcwd(), label), *([origin] if origin.number else [])]
