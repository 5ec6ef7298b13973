"""What is nobody's: a table of whose each may be, which a person confirms and gives back with `--map`."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.files import write_whole
from hippograd.intake.finding.naming import Naming
from hippograd.intake.finding.platforms import PLATFORMS
from hippograd.intake.finding.roster import Roster
from hippograd.intake.finding.submissions import UNMATCHED, Submission


def write_proposals(submissions: Sequence[Submission], naming: Naming, folder: Path, assignment: str) -> Path | None:
    """Write the lines that a person has to confirm, below those of the map that was given; None where there are none.

    A table of before may hold what somebody filled in: it stays, and the new one has a number.
    """
    proposals = [line for submission in submissions for line in submission.proposals]
    if not proposals:
        return None
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(("path", "id", "why"))
    table.writerows((_path(path), student, "") for path, owners in naming.owners.items() for student in owners)
    table.writerows((_path(path), one, why) for path, one, why in proposals)
    data = written.getvalue().encode()
    for at in count(1):
        file = folder / f"{assignment}-whose{f'-{at}' if at > 1 else ''}.csv"
        if not file.exists():
            write_whole(file, data)
            return file
        if file.read_bytes() == data:
            return file
    raise AssertionError("there is always a further number")


def _path(path: str) -> str:
    """Return a path that no spreadsheet takes for a formula."""
    return f"./{path}" if path[:1] in "=+-@\t" else path


def require_most_matched(submissions: Sequence[Submission], roster: Roster | None, table: Path | None) -> None:
    """Stop where most of what was handed in is nobody's: then it is not about single students.

    Where it is somebody's of most of the class, the rest may be many files of one student.
    """
    lost = [submission for submission in submissions if submission.student.startswith(UNMATCHED)]
    found = len(submissions) - len(lost)
    if 2 * len(lost) <= len(submissions) or (roster is not None and 2 * found > len(roster.students)):
        return
    needs = {platform.name: f"{platform.name} needs in the roster: {platform.needs}." for platform in PLATFORMS}
    platforms = dict.fromkeys(
        needs[submission.origin.platform] for submission in lost if submission.origin.platform in needs
    )
    raise HippogradError(
        "most-are-nobodys",
        lost=len(lost),
        submissions=len(submissions),
        names=[submission.student.removeprefix(UNMATCHED) for submission in lost],
        platforms=" ".join(platforms),
        roster="" if roster is not None else "Give the class list: --roster class.csv.",
        proposals=f"Whose each may be is in {table}: confirm each line, then add --map {table}." if table else "",
    )
