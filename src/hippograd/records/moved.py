"""Whose in a run the files are of which earlier runs have a row of somebody else, or of nobody."""

from __future__ import annotations

import os
import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hippograd.errors import few
from hippograd.intake import UNMATCHED, Origin, Submission
from hippograd.records.results import Line
from hippograd.store.results import Results


def moved(results: Results, submissions: Iterable[Submission]) -> dict[str, str]:
    """Return who hands in the file of an earlier row now, by whose the row is: it lies where it lay, as it was."""
    there = defaultdict[str | Origin, list[Submission]](list)
    for one in submissions:
        for place in _places(one.label, one.origin):
            there[place].append(one)
    found = {}
    for line in results.last(Line).values():
        theirs = [one for place in _places(line.file, line.origin) for one in there.get(place, ())]
        if not theirs or any(submission.student == line.student for submission in theirs):
            continue
        counts = not is_nobodys(theirs[0].student) if is_nobodys(line.student) else line.status == "graded"
        if counts and theirs[0].content_hash() == line.content_hash:
            found[line.student] = theirs[0].student
    return found


def said_of_moved(found: Mapping[str, str], assignment: str) -> Iterator[str]:
    """Yield whose marks are of files that are somebody else's in this run, or nobody's."""
    theirs = {student: owner for student, owner in sorted(found.items()) if not is_nobodys(student)}
    if theirs:
        yield (
            f"Please check: {len(theirs)} with the mark of a file that is somebody else's in this run, or nobody's: "
            f"{few([f'{student} (now {owner})' for student, owner in theirs.items()])} Whoever hands in another file "
            "gets the mark of that one. If it is theirs, --map says so, or the roster of that time. To take a mark "
            f"back: `hippograd student remove {shlex.quote(next(iter(theirs)))} --assignment {assignment}`"
        )


def is_nobodys(student: str) -> bool:
    """Tell whether a row stands for a file that is nobody's."""
    return student.startswith(UNMATCHED)


def _places(label: str, origin: Origin) -> list[str | Origin]:
    """Return what tells a file: where it lies, and what its platform calls it, wherever the download lies.

    A path is taken as it is: one in a zip may be written so that it leads to another file.
    """
    return [os.path.join(os.getcwd(), label), *([origin] if origin.number else [])]
