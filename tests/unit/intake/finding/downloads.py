"""A class of 200 invented people, and what each platform gives to download of it.

Written from the platforms' own sources and from what public scripts read, not from this project's code:

- Canvas: `lib/content_zipper.rb` of instructure/canvas-lms (`get_filename`, `add_upload_submission`).
- Moodle: `mod/assign/classes/downloader.php` of moodle/moodle (`get_student_prefix`, `load_submissionplugin_filelist`);
  the grading worksheet as it is exported, with its headings and dates.
- Blackboard: `bbcleanup.py` of kwurst/bb-file-cleanup. A group's name in the place of the user name is from teachers'
  accounts; no public source was found.
- Brightspace: the tests of kodiak, `13394-80551 - Charlie Brown - Mar 29, 2018 1205 PM - CBrown - Homework 6.zip`.
- Gradescope: `submission_metadata.yml` as public scripts read it.
- Teams: `DirAndFileScanner.cs` of lwchkg/teams_assignment_explorer.
- Sakai: `AssignmentServiceImpl.java` of sakaiproject/sakai (`zipSubmissions`, `zipGroupSubmissions`).
"""

from __future__ import annotations

import io
import json
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

A = "1_linear_regression"
DEADLINE = datetime(2026, 11, 1, 23, 59).astimezone()
IN_TIME = datetime(2026, 11, 1, 14, 5).astimezone()
LATE = datetime(2026, 11, 2, 9, 30).astimezone()

FIRST = (
    *("Ada", "Basil", "Cleo", "Dora", "Emil", "Fay", "Gus", "Hanna", "Ida", "Jonas", "Kim", "Lena", "Milo", "Nora"),
    *("Otto", "Pia", "Quinn", "Rosa", "Sami", "Tara", "Zoë", "José", "Søren", "Ève"),
)
LAST = (
    *("Lovelace", "Byron", "Example", "Núñez", "Ångström", "O'Hara", "van der Berg", "Müller-Lüdenscheidt", "Smith"),
    *("Kowalski", "Yılmaz", "Nguyễn", "Dvořák", "García López", "Ivanova", "Li", "Brown", "Ōta"),
)
SPECIAL = (
    ("Wei", "Chen"),
    ("Wei", "Chen"),
    ("Jean_Luc", "Picard"),
    ("", "Plato"),
    ("", "Suharto"),
    ("", "Madonna"),
    ("محمد", "الفارسي"),
    ("ليلى", "حداد"),
    ("Анна", "Каренина"),
    ("Лев", "Мышкин"),
    ("伟", "李"),
    ("芳", "王"),
    ("민준", "김"),
    ("Ana Maria", "de la Cruz"),
)
N_SINGLE, N_GROUPS, N_IN_GROUP, N_ABSENT = 160, 10, 3, 10
WRONG = ("pdf", "docx", "txt", "html", "zip", "project", "py", "rar", "two", "empty")
GRADED_WRONG = ("txt", "zip", "project", "py", "two")  # a script alone is read for graders that take one


@dataclass(frozen=True)
class Person:
    """One of the class, and what platforms call them."""

    id: str
    first: str
    last: str
    number: int
    group: str = ""
    wrong: str = ""
    resubmits: bool = False
    is_late: bool = False

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}".strip()

    @property
    def email(self) -> str:
        return f"{self.id}@example.org"

    @property
    def canvas(self) -> int:
        return 12_000 + self.number

    @property
    def anonymous(self) -> str:
        letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
        return "".join(random.Random(self.number).choices(letters, k=5))

    @property
    def participant(self) -> int:
        return 500_000 + self.number * 7 % 1009

    @property
    def brightspace(self) -> str:
        return f"{13_000 + self.number}-80551"


@dataclass(frozen=True)
class HandIn:
    """What one person or group handed in at one time."""

    people: tuple[Person, ...]
    time: datetime
    files: dict[str, bytes]
    attempt: int = 1

    @property
    def person(self) -> Person:
        return self.people[0]

    @property
    def group(self) -> str:
        return self.person.group if len(self.people) > 1 else ""

    @property
    def is_late(self) -> bool:
        return self.time > DEADLINE


@dataclass
class Download:
    """A zip as a platform gives it, and what should come of it."""

    name: str
    path: Path
    roster: list[Path]
    expected: dict[str, bytes]
    """What should be read for each student; nothing for those whose files hold no notebook."""

    options: dict[str, str] = field(default_factory=dict)


def notebook(*about: object) -> bytes:
    """A file that says whose it is."""
    return json.dumps({"cells": [], "nbformat": 4, "of": [str(one) for one in about]}).encode()


def zipped(files: dict[str, bytes], times: dict[str, datetime] | None = None) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            time = (times or {}).get(name, IN_TIME)
            archive.writestr(zipfile.ZipInfo(name, time.timetuple()[:6]), data)
    return made.getvalue()


def the_class() -> list[Person]:
    """200 people: 160 hand in by themselves, 30 in groups of three, and 10 nothing."""
    chance = random.Random(3)
    ordinary = [(first, last) for first in FIRST for last in LAST]
    names = [*SPECIAL, *chance.sample(ordinary, N_SINGLE + N_GROUPS * N_IN_GROUP + N_ABSENT - len(SPECIAL))]
    people = []
    for number, (first, last) in enumerate(names):
        group = f"Group {(number - N_SINGLE) // N_IN_GROUP + 1}" if N_SINGLE <= number < N_SINGLE + 30 else ""
        people.append(
            Person(
                f"u{number:03}",
                first,
                last,
                number,
                group,
                wrong=WRONG[number - 150] if 150 <= number < 160 else "",
                resubmits=number % 12 == 3 and number < 144,
                is_late=number % 12 == 5 and number < 144,
            )
        )
    return people


def hand_ins(people: list[Person]) -> list[HandIn]:
    """All that was handed in, in the order of time."""
    found = []
    for person in people[:N_SINGLE]:
        if person.resubmits:
            first = {f"{A}.ipynb": notebook(person.id, 1)}
            found.append(HandIn((person,), IN_TIME - timedelta(days=2, minutes=person.number), first, 1))
        time = LATE if person.is_late else IN_TIME + timedelta(minutes=person.number)
        found.append(HandIn((person,), time, _files(person), 2 if person.resubmits else 1))
    for at in range(N_GROUPS):
        members = tuple(people[N_SINGLE + at * N_IN_GROUP :][:N_IN_GROUP])
        found.append(HandIn(members, IN_TIME, {"our work.ipynb": notebook(members[0].group)}))
    return found


def _files(person: Person) -> dict[str, bytes]:
    """What a student hands in: mostly a notebook, called like this or that."""
    work = notebook(person.id, "last")
    match person.wrong:
        case "pdf" | "docx" | "html" | "rar":
            return {f"my work.{person.wrong}": b"%PDF"}
        case "txt":
            return {f"{A}.ipynb.txt": work}
        case "zip":
            return {"work.zip": zipped({"work.ipynb": work})}
        case "project":
            inner = {
                f"project/{A}.ipynb": work,
                f"project/.ipynb_checkpoints/{A}-checkpoint.ipynb": b"{}",
                f"__MACOSX/project/._{A}.ipynb": b"x",
            }
            return {"project.zip": zipped(inner)}
        case "py":
            return {"work.py": b"# %%\nx = 1\n"}
        case "two":
            return {"two.zip": zipped({f"{A}.ipynb": work, "scratch.ipynb": b"{}"})}
        case "empty":
            return {f"{A}.ipynb": b""}
    names = (f"{A}.ipynb", f"{A} (1).ipynb", "final version.ipynb", "Übung 1 – Lösung.ipynb", "a_1_2_b.ipynb")
    return {names[person.number % len(names)]: work}


def expected(handed_in: list[HandIn], *, singly: bool = False) -> dict[str, bytes]:
    """What should be read for each student: what counts is the last hand-in."""
    found = {}
    for one in handed_in:
        for person in one.people:
            if person.wrong in ("", *GRADED_WRONG):
                (data,) = one.files.values()
                found[person.id] = notebook(person.id, "last") if person.wrong in ("zip", "project", "two") else data
                if singly and len(one.people) > 1:
                    found[person.id] = notebook(person.id)
    return found


def singly(handed_in: list[HandIn]) -> list[HandIn]:
    """The same where members of groups hand in by themselves."""
    return [
        one if len(one.people) == 1 else HandIn((person,), one.time, {f"{A}.ipynb": notebook(person.id)})
        for one in handed_in
        for person in (one.people if len(one.people) > 1 else one.people[:1])
    ]


def last_only(handed_in: list[HandIn]) -> list[HandIn]:
    """The last of each, where a platform gives no other to download."""
    return list({one.people: one for one in handed_in}.values())


def write_roster(folder: Path, people: list[Person], *columns: str) -> Path:
    """A class list with ids, names, addresses, and what else is asked for."""
    known: dict[str, Callable[[Person], object]] = {
        "group": lambda person: person.group,
        "canvas": lambda person: person.canvas,
        "anonymous_id": lambda person: person.anonymous,
        "brightspace": lambda person: person.brightspace,
    }
    lines = [",".join(("id", "first name", "last name", "email", *columns))]
    lines += [
        ",".join(map(str, (one.id, one.first, one.last, one.email, *(known[name](one) for name in columns))))
        for one in people
    ]
    path = folder / "class.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def write_worksheet(folder: Path, people: list[Person], handed_in: list[HandIn]) -> Path:
    """Moodle's grading worksheet, as the assignment exports it."""
    times = {person.id: one.time for one in handed_in for person in one.people}
    lines = ["\ufeffIdentifier,Full name,Email address,Status,Group,Grade,Maximum grade,"]
    lines[0] += "Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments"
    for one in people:
        time = times.get(one.id)
        stamp = f'"{time:%A}, {time.day} {time:%B %Y}, {int(time.strftime("%I"))}:{time:%M %p}"' if time else "-"
        status = "Submitted for grading" if time else "No submission"
        lines.append(f"Participant {one.participant},{one.name},{one.email},{status},{one.group},,17.00,Yes,{stamp},-,")
    path = folder / "Grades-DL-Linear regression-77.csv"
    path.write_bytes("\r\n".join(lines).encode("utf-8"))
    return path


def canvas(handed_in: list[HandIn], *, anonymous: bool = False) -> dict[str, bytes]:
    files, upload = {}, 7_000_000
    for one in last_only(handed_in):
        for name, data in one.files.items():
            upload += 1
            sortable = one.group or ", ".join(filter(None, (one.person.last, one.person.first)))
            user = re.sub(r"_(\d+)_", r"\1", sortable).lower()
            number = f"anon_{one.person.anonymous}" if anonymous else str(one.person.canvas)
            parts = ([] if anonymous else [user]) + (["LATE"] if one.is_late else []) + [number]
            start = "".join(sign for sign in "_".join(parts) if sign == "_" or unicodedata.category(sign)[0] in "LMN")
            files[f"{start}_{upload}_{re.sub(r'[/:*?<>|]+', '_', name)}"] = data
    return files


def moodle(handed_in: list[HandIn], *, flat: bool = False) -> dict[str, bytes]:
    files = {}
    for one in last_only(handed_in):
        who = one.group or one.person.name
        number = 40 + int(one.group.split()[1]) if one.group else one.person.participant
        prefix = re.sub(r"[\x00-\x1f<>\"`|':\\/&]", "", f"{who.replace('_', ' ')}_{number}") + "_assignsubmission_file"
        for name, data in one.files.items():
            files[f"{prefix}_{name}" if flat else f"{prefix}/{name}"] = data
    return files


def blackboard(handed_in: list[HandIn]) -> dict[str, bytes]:
    files = {}
    for one in handed_in:
        user = one.group or one.person.id
        name = one.group or one.person.name
        start = f"Linear Regression_{user}_attempt_{one.time:%Y-%m-%d-%H-%M-%S}"
        about = f"Name: {name} ({user})\nAssignment: Linear Regression\nDate Submitted: {one.time:%c}\nCurrent Mark: \n"
        files[f"{start}.txt"] = about.encode()
        files |= {f"{start}_{name}": data for name, data in one.files.items()}
    return files


def brightspace(handed_in: list[HandIn], *, flat: bool = False) -> dict[str, bytes]:
    files = {"index.html": b"<html>"}
    for one in handed_in:
        stamp = f"{one.time:%b} {one.time.day}, {one.time:%Y} {int(one.time.strftime('%I'))}{one.time:%M %p}"
        start = f"{one.person.brightspace} - {one.group or one.person.name} - {stamp}"
        files |= {f"{start} - {name}" if flat else f"{start}/{name}": data for name, data in one.files.items()}
    return files


def gradescope(handed_in: list[HandIn]) -> dict[str, bytes]:
    root, table, files = "assignment_4242_export", "---\n", {}
    for at, one in enumerate(last_only(handed_in)):
        table += f"submission_{9000 + at}:\n  :submitters:\n"
        for person in one.people:
            table += f"  - :name: {json.dumps(person.name)}\n    :sid: '{person.id}'\n    :email: {person.email}\n"
        table += f"  :created_at: {one.time.astimezone(UTC):%Y-%m-%d %H:%M:%S}.123456000 Z\n  :score: 0.0\n"
        files |= {f"{root}/submission_{9000 + at}/{name}": data for name, data in one.files.items()}
    return {f"{root}/submission_metadata.yml": table.encode(), **files}


def teams(handed_in: list[HandIn]) -> dict[str, bytes]:
    start = "Submitted files/{}/1_Linear_Regression/Version {}/{}"
    return {start.format(one.person.name, one.attempt, f): d for one in handed_in for f, d in one.files.items()}


def sakai(handed_in: list[HandIn]) -> dict[str, bytes]:
    root, files = "Linear regression", {"Linear regression/grades.csv": b'"Linear regression","Points"\n\n"Display ID"'}
    for one in last_only(handed_in):
        person = one.person
        start = f"{root}/{_ascii(f'{person.last}, {person.first}'.rstrip() + f'({person.id})')}"
        files |= {f"{start}/Submission attachment(s)/{name}": data for name, data in one.files.items()}
        files[f"{start}/timestamp.txt"] = f"{one.time.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.123Z".encode()
        files[f"{start}/comments.txt"] = b""
    return files


def _ascii(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if sign.isascii())


def all_downloads(folder: Path) -> Iterator[Download]:
    """Each platform, and each variant of its download."""
    people = the_class()
    together = hand_ins(people)
    alone = singly(together)
    groups = [one for one in together if one.group]
    answers, answers_alone = expected(together), expected(alone)
    without_wei = [one for one in alone if one.person.name != "Wei Chen"]

    def made(name: str, files: dict[str, bytes], rows: dict[str, bytes], *rosters: Path, **options: str) -> Download:
        path = here(name) / "download.zip"
        path.write_bytes(zipped(files))
        return Download(name, path, list(rosters), rows, options)

    def here(name: str) -> Path:
        path = folder / name
        path.mkdir(exist_ok=True)
        return path

    def roster(name: str, *columns: str) -> Path:
        return write_roster(here(name), people, *columns)

    yield made(n := "Canvas", canvas(together), answers, roster(n, "group", "canvas"))
    yield made(n := "Canvas, anonymous", canvas(alone, anonymous=True), answers_alone, roster(n, "anonymous_id"))
    yield made(n := "Canvas, names only", canvas(alone), answers_alone, roster(n))
    yield made(n := "Moodle, names only", moodle(alone), answers_alone, roster(n))
    sheet = write_worksheet(here(n := "Moodle, worksheet"), people, alone)
    yield made(n, moodle(alone), answers_alone, roster(n), sheet)
    sheet = write_worksheet(here(n := "Moodle, flat, worksheet"), people, alone)
    yield made(n, moodle(alone, flat=True), answers_alone, roster(n), sheet)
    sheet = write_worksheet(here(n := "Moodle, groups"), people, groups)
    yield made(n, moodle(groups), expected(groups), roster(n, "group"), sheet)
    yield made(n := "Blackboard", blackboard(together), answers, roster(n, "group"))
    yield made(n := "Brightspace, folders", brightspace(together), answers, roster(n, "group", "brightspace"))
    yield made(n := "Brightspace, flat", brightspace(together, flat=True), answers, roster(n, "group", "brightspace"))
    yield made(n := "Gradescope", gradescope(together), answers, roster(n))
    yield made(n := "Teams", teams(without_wei), expected(without_wei), roster(n))
    yield made(n := "Sakai", sakai(alone), answers_alone, roster(n))
    own = {
        f"{one.time:%Y%m%dT%H%M}/HW1--{one.person.id}--{f}": d for one in last_only(alone) for f, d in one.files.items()
    }
    yield made(n := "--pattern", own, answers_alone, roster(n), pattern=r"(?P<time>\w+)/HW1--(?P<id>\w+?)--")
