"""Whatever one student puts into a folder, a zip or a file's name changes no row but that student's."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hippograd.errors import HippogradError
from hippograd.files import sha256
from hippograd.intake import Roster, Submission, find_submissions, read_deadline, read_roster

A = "1_linear_regression"
OTHERS = ("0_neural_data", A, "2_gradient_descent")
DEADLINE = read_deadline("2026-11-01T23:59")
SAVED = read_deadline("2026-10-30T12:00").timestamp()
ROSTER = """id,name,email,canvas,anonymous_id,brightspace,group
ada01,Ada Lovelace,ada@example.org,101,aaaaa,1-80551,
ben02,Ben Byron,ben@example.org,102,bbbbb,2-80551,
cem03,Cem Yilmaz,cem@example.org,103,ccccc,3-80551,
dora04,Dora Zoë,dora@example.org,104,ddddd,4-80551,Group 1
emil05,Emil Li,emil@example.org,105,eeeee,5-80551,Group 1
mallory,Mallory Mal,mallory@example.org,199,mmmmm,9-80551,
"""
SHEET = """Identifier,Email address
Participant 601,ada@example.org
Participant 602,ben@example.org
Participant 603,cem@example.org
Participant 699,mallory@example.org
"""
EXAMPLES = settings().max_examples
"""Payloads that are tried on each layout."""

STUDENTS = (("ada01", "Ada Lovelace"), ("ben02", "Ben Byron"), ("cem03", "Cem Yilmaz"), ("mallory", "Mallory Mal"))
NUMBERS = {student: 101 + at if student != "mallory" else 199 for at, (student, _) in enumerate(STUDENTS)}


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 10, 30, 12, 0, 0)), data)
    return made.getvalue()


def notebook(of: str) -> bytes:
    return json.dumps({"cells": [], "nbformat": 4, "of": of}).encode()


@dataclass(frozen=True)
class Layout:
    """Where a platform puts a file of a student's, and what it writes itself."""

    place: Callable[[str, str], str]
    own: Callable[[], dict[str, bytes]] = dict
    is_flat: bool = False

    def files(self, student: str, name: str, handed_in: dict[str, bytes]) -> dict[str, bytes]:
        flat = {path.replace("/", "_"): data for path, data in handed_in.items()}
        return {self.place(student, name) + path: data for path, data in (flat if self.is_flat else handed_in).items()}


def canvas(student: str, name: str) -> str:
    first, last = name.lower().split()
    return f"{last}{first}_{NUMBERS[student]}_70{NUMBERS[student]}_"


def gradescope() -> dict[str, bytes]:
    rows = [
        f"submission_{NUMBERS[student]}:\n  :submitters:\n  - :name: {name}\n    :sid: {student}\n    :email: x\n"
        "  :created_at: 2026-11-01 10:00:00 Z\n"
        for student, name in STUDENTS
    ]
    return {"export/submission_metadata.yml": "".join(["---\n", *rows]).encode()}


def sakai() -> dict[str, bytes]:
    stamps = {sakai_folder(*who) + "timestamp.txt": b"2026-11-01T10:00:00Z" for who in STUDENTS}
    return {"Linear/grades.csv": b"x", **stamps}


def sakai_folder(student: str, name: str) -> str:
    return f"Linear/{name.split()[1]}, {name.split()[0]}({student})/"


def moodle(student: str, name: str) -> str:
    return f"{name}_{500 + NUMBERS[student]}_assignsubmission_file"


def brightspace(student: str, name: str) -> str:
    return f"{NUMBERS[student] - 100}-80551 - {name} - Nov 1, 2026 1005 AM"


def nbgrader_stamps() -> dict[str, bytes]:
    return {f"submitted/{student}/{A}/timestamp.txt": b"2026-11-01 10:00:00.25 UTC" for student, _ in STUDENTS}


LAYOUTS = {
    "folders": Layout(lambda student, name: f"{student}/"),
    "folders in a folder": Layout(lambda student, name: f"class/{student}/"),
    "folders by name": Layout(lambda student, name: f"{name}/"),
    "nbgrader, folders of students": Layout(lambda student, name: f"submitted/{student}/"),
    "nbgrader": Layout(lambda student, name: f"submitted/{student}/{A}/", nbgrader_stamps),
    "Canvas": Layout(canvas, is_flat=True),
    "Canvas, anonymous": Layout(lambda student, name: f"anon_{student[0] * 5}_7000_", is_flat=True),
    "Moodle": Layout(lambda *who: f"{moodle(*who)}/"),
    "Moodle, flat": Layout(lambda *who: f"{moodle(*who)}_", is_flat=True),
    "Blackboard": Layout(lambda student, name: f"HW_{student}_attempt_2026-11-01-10-11-12_", is_flat=True),
    "Brightspace": Layout(lambda *who: f"{brightspace(*who)}/", lambda: {"index.html": b""}),
    "Brightspace, flat": Layout(lambda *who: f"{brightspace(*who)} - ", is_flat=True),
    "Gradescope": Layout(lambda student, name: f"export/submission_{NUMBERS[student]}/", gradescope),
    "Teams": Layout(lambda student, name: f"Submitted files/{name}/{A}/Version 1/"),
    "nbgrader's exchange": Layout(lambda student, name: f"inbound/{student}+{A}+2026-11-01 10:00:00 UTC+x/"),
    "Sakai": Layout(lambda *who: sakai_folder(*who) + "Submission attachment(s)/", sakai),
}

SEGMENTS = [
    *(A, f"{A}.ipynb", f"{A} (9).ipynb", "work.ipynb", "work.py", "work.ipynb.txt", "work.zip", "work.rar"),
    *("timestamp.txt", "submitted", "Submitted files", "Working files", "Version 9", "Submission attachment(s)"),
    *("ada01", "ada01.ipynb", "Ada Lovelace", "Group 1", "..", "class", "hw1", "autograded", "1_linear_regresion"),
    *("submission_101", "submission_metadata.yml", "grades.csv", "members.txt", "index.html", "class.csv", "export"),
    *("lovelaceada_101_70101_work.ipynb", "101_102_work.ipynb", "anon_aaaaa_7000_work.ipynb", "_101_1_2_3.ipynb"),
    *("Ada Lovelace_601_assignsubmission_file", "Ada Lovelace_601_assignsubmission_file_work.ipynb", "101"),
    *("x_ada01_attempt_2026-11-02-10-11-12_work.ipynb", "x_ada01_attempt_2026-11-02-10-11-12.txt", "__MACOSX"),
    *("1-80551 - Ada Lovelace - Nov 1, 2026 1105 AM", "1-80551 - Ada Lovelace - Nov 1, 2026 1105 AM - work.ipynb"),
    *("dl26-Linear-101-ada01", f"ada01+{A}+2026-10-01 10:00:00 UTC+x", "linear-regression-ada01.ipynb", "inbound"),
    *("Ada Lovelace - work.ipynb", "Lovelace, Ada(ada01)", "Lovelace, Ada(ada01)_Submission attachment(s)_work.ipynb"),
    "0_neural_data",
]
DATA = [
    *(notebook("mallory"), b"", b"{", b"2026-10-01 10:00:00 UTC", b"# %%\nx = 1\n", b"Name: Ada Lovelace (ada01)\n"),
    *(b"Lovelace, Ada(ada01); Byron, Ben(ben02)", b"id,name\nada01,Mallory Mal\n", zipped({"ada01/x.ipynb": b"{}"})),
    b"---\nsubmission_199:\n  :submitters:\n  - :sid: ada01\n    :name: Ada Lovelace\n    :email: ada@example.org\n",
    *(zipped({f"submitted/ada01/{A}/{A}.ipynb": notebook("mallory"), "submission_metadata.yml": b"---\n"}), b"PK no"),
]
EIGHT = {
    "attempts": "x_ada01_attempt_2026-11-01-10-11-1{}_work.ipynb",
    "Canvas's": "lovelaceada_101_7010{}_work.ipynb",
    "Moodle's": "Ada Lovelace_601_assignsubmission_file_{}.ipynb",
    "Brightspace's": "1-80551 - Ada Lovelace - Nov 1, 2026 110{} AM - work.ipynb",
    "Sakai's": "Lovelace, Ada(ada01)_Submission attachment(s)_{}.ipynb",
    "Classroom's": "Ada Lovelace - {}.ipynb",
    "Gradescope's": "submission_101/{}.ipynb",
    "Teams's": "Ada Lovelace/Linear/Version {}/work.ipynb",
    "people's": "ada0{}.ipynb",
    "Windows's": "ada0{}\\work.ipynb",
}
LAID = {
    f"submitted/ada01/{A}/{A} (9).ipynb": notebook("mallory"),
    f"submitted/ada01/{A}/timestamp.txt": b"2026-12-24 10:00:00 UTC",
}
ATTACKS = [
    LAID,
    {f"{A}/{path}": data for path, data in LAID.items()},
    {f"{A}/{A}.ipynb": notebook("mallory")},
    {"timestamp.txt": b"2026-10-01 10:00:00 UTC", f"{A}.ipynb": notebook("mallory")},
    *({name.format(at): notebook("mallory") for at in range(1, 9)} for name in EIGHT.values()),
]
"""What is known to have moved another student's row, and what looks likeliest to."""

paths = st.lists(st.sampled_from(SEGMENTS) | st.text("ab_-() .0é\\", min_size=1, max_size=9), min_size=1, max_size=4)
payloads = st.dictionaries(paths.map("/".join), st.sampled_from(DATA), min_size=1, max_size=12)


def class_list(folder: Path) -> Roster:
    """The roster, with the numbers of Moodle."""
    (folder / "roster.csv").write_text(ROSTER)
    (folder / "sheet.csv").write_text(SHEET)
    return read_roster(folder / "roster.csv", folder / "sheet.csv")


def put_into(folder: Path, files: dict[str, bytes], *, is_zip: bool) -> Path:
    """The download, as a zip or as a folder; what cannot be in a folder is left out."""
    if is_zip:
        (folder / "class.zip").write_bytes(zipped(files))
        return folder / "class.zip"
    shutil.rmtree(folder / "in", ignore_errors=True)
    for name, data in files.items():
        path = folder / "in" / name
        if ".." in path.parts:
            continue
        with contextlib.suppress(NotADirectoryError, FileExistsError, IsADirectoryError):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            os.utime(path, (SAVED, SAVED))
    return folder / "in"


def rows_with(
    folder: Path, layout: Layout, of_mallory: dict[str, bytes], roster: Roster | None, *, is_zip: bool
) -> dict[str, tuple[Submission, str]]:
    """The rows of a class in which all but mallory hand in one notebook each."""
    files = layout.own()
    for student, name in STUDENTS:
        honest = {"hw/work.ipynb" if student == "ben02" else f"{A}.ipynb": notebook(student)}
        files = layout.files(student, name, of_mallory if student == "mallory" else honest) | files
    path = put_into(folder, files, is_zip=is_zip)
    found = find_submissions([path], A, roster, DEADLINE, others=OTHERS)
    return {one.student: (one, one.content_hash()) for one in found}


def read(submission: Submission) -> bytes:
    try:
        return submission.read()
    except HippogradError as error:
        return error.message.encode()


def is_mallorys(student: str) -> bool:
    """Whether it is her row, whatever the platform calls her."""
    return re.search("mallory|submission_199|malmallory_199|anon_mmmmm", student, re.IGNORECASE) is not None


@pytest.mark.parametrize("kind", ["zip", "folder"])
@pytest.mark.parametrize("with_roster", [True, False], ids=["roster", "no roster"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_nothing_of_a_students_choosing_changes_the_row_of_another(
    tmp_path: Path, layout: Layout, with_roster: bool, kind: str
) -> None:
    roster = class_list(tmp_path) if with_roster else None
    is_zip = kind == "zip" or layout is LAYOUTS["folders in a folder"]
    before = rows_with(tmp_path, layout, {f"{A}.ipynb": notebook("mallory")}, roster, is_zip=is_zip)
    assert len(before) == len(STUDENTS)
    others = {student: row for student, row in before.items() if not is_mallorys(student)}
    assert {data for _, data in others.values()} == {sha256(notebook(student)) for student, _ in STUDENTS[:-1]}

    def holds(handed_in: dict[str, bytes]) -> None:
        after = rows_with(tmp_path, layout, handed_in, roster, is_zip=is_zip)
        assert {student: row for student, row in after.items() if not is_mallorys(student)} == others

    forged = layout.place("ada01", "Ada Lovelace")  # the platform's own form, deeper and behind its part of a name
    for attack in ({f"{forged}x.ipynb": notebook("mallory")}, *ATTACKS):
        holds(attack)

    @settings(max_examples=EXAMPLES if is_zip else EXAMPLES // 3)
    @given(payload=payloads, as_zip=st.booleans())
    def holds_for_any(payload: dict[str, bytes], as_zip: bool) -> None:
        holds({"my work.zip": zipped(payload)} if as_zip else payload)

    holds_for_any()


def lone(folder: Path, handed_in: dict[str, bytes]) -> list[Path]:
    return [put_into(folder, {f"mallory/{path}": data for path, data in handed_in.items()}, is_zip=False)]


def lone_zip(folder: Path, handed_in: dict[str, bytes]) -> list[Path]:
    (folder / "mallory.zip").write_bytes(zipped(handed_in))
    return [folder / "mallory.zip"]


def zips_side_by_side(folder: Path, handed_in: dict[str, bytes]) -> list[Path]:
    (folder / "cem03.zip").write_bytes(zipped({f"{A}.ipynb": notebook("cem03")}))
    return [*lone_zip(folder, handed_in), folder / "cem03.zip"]


@pytest.mark.parametrize(
    ("named", "with_roster"),
    [(lone, True), (lone_zip, True), (zips_side_by_side, True), (zips_side_by_side, False)],
)
def test_nor_where_few_have_handed_in(
    tmp_path: Path, named: Callable[[Path, dict[str, bytes]], list[Path]], with_roster: bool
) -> None:
    roster = class_list(tmp_path) if with_roster else None

    def holds(handed_in: dict[str, bytes]) -> None:
        try:
            found = find_submissions(named(tmp_path, handed_in), A, roster, DEADLINE, others=OTHERS)
        except HippogradError:
            return  # it is said, and nobody is graded
        rows = {one.student: read(one) for one in found if not is_mallorys(one.student)}
        assert rows == ({"cem03": notebook("cem03")} if named is zips_side_by_side else {})

    for attack in ATTACKS:
        holds(attack)
    members = {f"{A}.ipynb": notebook("mallory"), "members.txt": b"Lovelace, Ada(ada01); Byron, Ben(ben02)"}
    holds(members)
    holds({f"Group 1/{path}": data for path, data in members.items()} | {"grades.csv": b"x"})

    @settings(max_examples=EXAMPLES)
    @given(payload=payloads)
    def holds_for_any(payload: dict[str, bytes]) -> None:
        holds(payload)

    holds_for_any()
