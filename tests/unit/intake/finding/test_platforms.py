"""A class of 200 on every platform: each student, each member of a group, the last attempt, who was late."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from hippograd.errors import HippogradError
from hippograd.intake import Submission, find_submissions, read_naming, read_roster
from tests.unit.intake.finding import downloads
from tests.unit.intake.finding.downloads import DEADLINE, A, Download, HandIn, Person, notebook, the_class

HEADINGS = """| download | rows | single students right | members right | unmatched | last attempt | late told |
|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Row:
    """What came of a download: how many are right, and of whom something else was taken."""

    rows: int
    singles: int
    members: int
    unmatched: int
    resubmitted: int
    late: int
    wrong: tuple[str, ...] = ()


ALL = Row(190, 160, 30, 0, 12, 12)
EXPECTED = {
    "Canvas": ALL,
    "Canvas, anonymous": ALL,
    "Moodle, names only": replace(ALL, singles=158, unmatched=2, late=0),
    "Moodle, worksheet": ALL,
    "Moodle, flat, worksheet": ALL,
    "Moodle, groups": Row(30, 0, 30, 0, 0, 0),
    "Moodle, blind": ALL,
    "Blackboard": ALL,
    "Brightspace, folders": ALL,
    "Brightspace, flat": ALL,
    "Brightspace, names only": replace(ALL, singles=158, unmatched=2),
    "Gradescope": ALL,
    "Teams": replace(ALL, rows=188, singles=158),
    "Classroom": replace(ALL, rows=189, singles=158, unmatched=1, late=0),
    "Classroom, map": replace(ALL, late=0),
    "Sakai, folders": ALL,
    "Sakai, flat": replace(ALL, late=0),
    "--pattern": ALL,
}
"""Moodle, Classroom and Sakai's flat form tell no times; nothing but a table tells two people of one name apart, where
there is nothing but names. In Teams two folders of one name cannot be, so these two are left out."""


def submissions_in(download: Download) -> dict[str, Submission]:
    options = download.options
    table = Path(options["map"]) if "map" in options else None
    naming = read_naming(options.get("platform"), options.get("pattern"), table)
    roster = read_roster(*download.roster)
    return {one.student: one for one in find_submissions([download.path], A, roster, DEADLINE, naming=naming)}


def attributed(download: Download, people: dict[str, Person]) -> Row:
    """Hold what was found against what was handed in."""
    found = submissions_in(download)
    known = {student: one for student, one in found.items() if student in people}
    right = [people[student] for student, one in known.items() if _read(one) == download.expected.get(student, b"")]
    notes = {people[student].id: " ".join(map(str, one.notes)) for student, one in known.items()}
    return Row(
        len(found),
        sum(not person.group for person in right),
        sum(bool(person.group) for person in right),
        sum(student.startswith("unmatched ") for student in found),
        sum(person.resubmits for person in right),
        sum("handed in late" in notes[person.id].casefold() for person in right if person.is_late),
        tuple(student for student in known if people[student] not in right),
    )


def _read(submission: Submission) -> bytes:
    """The notebook; nothing where none was handed in, or an empty one."""
    try:
        return submission.read()
    except HippogradError:
        return b""


def test_a_class_of_200_is_attributed_on_every_platform(tmp_path: Path) -> None:
    class_ = the_class()
    people = {name: one for one in class_ for name in (one.id, f"Participant {one.participant}")}
    found = {one.name: attributed(one, people) for one in downloads.all_downloads(tmp_path)}
    print(f"\n{HEADINGS}")
    for name, row in found.items():
        print(
            f"| {name} | {row.rows} | {row.singles} of 160 | {row.members} of 30 | {row.unmatched} "
            f"| {row.resubmitted} of 12 | {row.late} of 12 |"
        )
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
    files, saved = downloads.teams(handed_in) if kind == "Teams" else ({}, {})
    files |= downloads.blackboard(handed_in) if kind == "Blackboard" else {}
    files |= downloads.brightspace(handed_in, flat="flat" in kind) if kind.startswith("Brightspace") else {}
    path = tmp_path / "download.zip"
    path.write_bytes(downloads.zipped(files, saved))
    roster = read_roster(downloads.write_roster(tmp_path, [ada, bob]))
    found = {one.student: one for one in find_submissions([path], A, roster, DEADLINE)}
    assert found[ada.id].read() == notebook(ada.id, 2)
    assert found[bob.id].read() == notebook(bob.id, 2)
    assert len(found[ada.id].notes) == 1
    late = str(found[bob.id].notes[-1])
    assert late.startswith("Please check: was this handed in late?" if kind == "Teams" else "Handed in late: ")
    assert (found[bob.id].timestamp == "") == (kind == "Teams")


def test_a_submission_says_what_the_platform_calls_it(tmp_path: Path) -> None:
    origins = {
        download.name: submissions_in(download)[("Participant 500140" if "blind" in download.name else "u020")].origin
        for download in downloads.all_downloads(tmp_path)
        if download.name != "Moodle, groups"
    }
    ada = the_class()[20]
    assert ada.participant == 500_140
    numbers = {name: one.number for name, one in origins.items() if one.number}
    assert numbers == {
        "Canvas": str(ada.canvas),
        "Canvas, anonymous": ada.anonymous,
        **dict.fromkeys([name for name in origins if name.startswith("Moodle")], "500140"),
        "Blackboard": ada.id,
        **dict.fromkeys([name for name in origins if name.startswith("Brightspace")], ada.brightspace),
        "Gradescope": numbers["Gradescope"],
        **dict.fromkeys(["Sakai, folders", "Sakai, flat"], ada.id),
    }
    assert origins["Canvas"].name.startswith(f"{ada.last}{ada.first}_{ada.canvas}_70000".lower())
    assert origins["Moodle, worksheet"].name == f"{ada.name}_500140_assignsubmission_file/{A}.ipynb"
    assert {one.platform for one in origins.values()} >= {"Canvas", "Moodle", "Teams", "Sakai", "Classroom"}
