"""A class of 200 on every platform: nobody's file is taken for another's, and each one is told or proposed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import Submission, find_submissions, read_naming, read_roster, write_proposals
from hippograd.intake.finding.platforms import PLATFORMS, RECOGNISED, Platform
from tests.conftest import ROOT
from tests.unit.intake.finding import downloads
from tests.unit.intake.finding.downloads import DEADLINE, A, Download, HandIn, Person, notebook, the_class

HEADINGS = """| download | told | right when confirmed | nobody's | last attempt | late |
|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Row:
    """What came of a download, at once and when each proposal was confirmed."""

    told: int
    """Students whose files an id, an address or a number tells."""

    right: int
    """Of 190 who handed in, those whose right file counts once the proposals are confirmed."""

    nobodys: int
    """What not even a name tells."""

    resubmitted: int
    late: int
    wrong: tuple[str, ...] = ()


ALL = Row(190, 190, 0, 12, 12)
BY_NAME = Row(0, 188, 2, 12, 0)
EXPECTED = {
    "Canvas": ALL,
    "Canvas, anonymous": ALL,
    "Canvas, names only": replace(BY_NAME, late=12),
    "Moodle, names only": BY_NAME,
    "Moodle, worksheet": ALL,
    "Moodle, flat, worksheet": ALL,
    "Moodle, groups": Row(0, 30, 0, 0, 0),
    "Blackboard": replace(ALL, told=160),
    "Brightspace, folders": ALL,
    "Brightspace, flat": ALL,
    "Gradescope": ALL,
    "Teams": replace(BY_NAME, nobodys=0),
    "Sakai": replace(ALL, late=0),
    "--pattern": ALL,
}
"""Two people have one name: a name proposes neither. In Teams two folders of one name cannot be. What
tells no time says of nobody that it was late."""


def submissions_in(download: Download, table: Path | None = None) -> dict[str, Submission]:
    naming = read_naming(download.options.get("platform"), download.options.get("pattern"), table)
    roster = read_roster(*download.roster)
    return {one.student: one for one in find_submissions([download.path], A, roster, DEADLINE, naming=naming)}


def attributed(download: Download, people: dict[str, Person]) -> Row:
    """Hold what was found against what was handed in."""
    first = submissions_in(download)
    proposed = write_proposals([*first.values()], read_naming(), download.path.parent, A)
    confirmed = None
    if proposed is not None:
        lines = [line for line in proposed.read_text().splitlines() if ",," not in line]
        confirmed = download.path.parent / "confirmed.csv"
        confirmed.write_text("\n".join(lines))
    found = submissions_in(download, confirmed)
    told = {student: one for student, one in found.items() if student in people}
    right = {student: one for student, one in told.items() if _read(one) == download.expected.get(student, b"")}
    return Row(
        len(first.keys() & people.keys()),
        len(right),
        sum(student.startswith("unmatched ") for student in found),
        sum(people[student].resubmits for student in right),
        sum(
            people[student].is_late and "handed in late" in " ".join(map(str, one.notes)).casefold()
            for student, one in right.items()
        ),
        tuple(told.keys() - right.keys()),
    )


def _read(submission: Submission) -> bytes:
    """The notebook; nothing where none was handed in, or an empty one."""
    try:
        return submission.read()
    except HippogradError:
        return b""


def test_a_class_of_200_is_attributed_on_every_platform(tmp_path: Path) -> None:
    people = {one.id: one for one in the_class()}
    found = {one.name: attributed(one, people) for one in downloads.all_downloads(tmp_path)}
    print(f"\n{HEADINGS}")
    for name, row in found.items():
        print(f"| {name} | {row.told} | {row.right} | {row.nobodys} | {row.resubmitted} of 12 | {row.late} of 12 |")
    assert found == EXPECTED


@pytest.mark.parametrize("kind", ["Blackboard", "Brightspace", "Brightspace, flat", "Teams"])
def test_of_several_attempts_the_last_until_the_deadline_counts(tmp_path: Path, kind: str) -> None:
    ada, bob = the_class()[20:22]
    times = [DEADLINE + timedelta(hours=hours) for hours in (-48, -24, 3, 9)]
    handed_in = [
        HandIn((one,), time, {f"{A}.ipynb": notebook(one.id, at)}, at)
        for one, those in ((ada, times), (bob, times[2:]))
        for at, time in enumerate(those, 1)
    ]
    files = downloads.teams(handed_in) if kind == "Teams" else {}
    files |= downloads.blackboard(handed_in) if kind == "Blackboard" else {}
    files |= downloads.brightspace(handed_in, flat="flat" in kind) if kind.startswith("Brightspace") else {}
    path = tmp_path / "download.zip"
    path.write_bytes(downloads.zipped(files))
    roster = read_roster(downloads.write_roster(tmp_path, [ada, bob], "brightspace"))
    table = tmp_path / "map.csv"
    table.write_text(f'path,id\n"Submitted files/{ada.name}",{ada.id}\n"Submitted files/{bob.name}",{bob.id}\n')
    naming = read_naming(None, None, table if kind == "Teams" else None)
    found = {one.student: one for one in find_submissions([path], A, roster, DEADLINE, naming=naming)}
    has_times = kind != "Teams"
    assert found[ada.id].read() == notebook(ada.id, 2 if has_times else 4)
    assert found[bob.id].read() == notebook(bob.id, 2)
    assert str(found[bob.id].notes[-1]).startswith("Handed in late: ") == has_times
    assert bool(found[bob.id].timestamp) == has_times


def test_a_submission_says_what_the_platform_calls_it(tmp_path: Path) -> None:
    ada = the_class()[20]
    origins = {
        download.name: found["u020"].origin
        for download in downloads.all_downloads(tmp_path)
        if "u020" in (found := submissions_in(download))
    }
    assert ada.participant == 500_140
    assert {name: one.number for name, one in origins.items() if one.number} == {
        "Canvas": str(ada.canvas),
        "Canvas, anonymous": ada.anonymous,
        **dict.fromkeys(["Moodle, worksheet", "Moodle, flat, worksheet"], "500140"),
        **dict.fromkeys(["Blackboard", "Sakai", "--pattern"], ada.id),
        **dict.fromkeys(["Brightspace, folders", "Brightspace, flat"], ada.brightspace),
        "Gradescope": origins["Gradescope"].number,
    }
    assert origins["Canvas"].name.startswith(f"{ada.last}{ada.first}_{ada.canvas}_70000".lower())
    assert origins["Moodle, worksheet"].name == f"{ada.name}_500140_assignsubmission_file/{A}.ipynb"


@pytest.mark.parametrize("row", PLATFORMS, ids=[one.name for one in PLATFORMS])
def test_each_row_of_the_table_is_in_the_docs_with_an_example_that_fits(row: Platform) -> None:
    assert all((row.example, row.source, row.needs))
    page = (ROOT / "docs" / "intake.md").read_text("utf-8")
    assert re.search(rf"^\| {row.name}\*? \| `{re.escape(re.split('[,;]', row.example)[0])}", page, re.M)
    if row in RECOGNISED and row.name != "Teams":
        assert re.match(row.pattern, row.example.removeprefix("assignment_1_export/"))
