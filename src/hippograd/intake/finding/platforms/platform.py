"""How a learning platform names what it gives to download: a row of a table, or what `--pattern` says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.roster import GROUP, Key
from hippograd.intake.finding.times import doubtful_time, local_time, time_of
from hippograd.intake.notes import Note

WORK = (".ipynb", ".zip")
"""Suffixes of what may be graded."""

SMALL_FILE = 16 * 1024**2
"""Bytes of the largest of a platform's own files that is read."""

GROUPS = ("id", "email", "name", "group", "number", "time", "late", "attempt", "assignment", "file")
"""What a pattern may tell."""

TELLING = GROUPS[:5]
"""Of these it must tell one."""

_DIGITS = re.compile(r"(\d{4})\D?(\d\d)\D?(\d\d)\D?(\d\d)\D?(\d\d)(?:\D?(\d\d))?", re.ASCII)
"""`2026-11-01-10-11-12`, `20261101T1011`."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was handed in at one time, and what a download says of it: who handed it in, and when."""

    files: tuple[Entry, ...]
    """All of it, named as the student named it."""

    own_id: str
    """The id where there is no roster."""

    name: str = ""
    """Of the student or the group, as far as it is known."""

    keys: tuple[Key, ...] = ()
    """Ids and addresses by which a roster knows the student."""

    rivals: tuple[Key, ...] = ()
    """Ids that may be whose it is instead: they make it doubtful, and never anybody's."""

    number: str = ""
    """The platform's number of the submission or of who handed it in; it means nothing elsewhere."""

    attempt: int = 0
    """Which attempt it is, where the platform numbers them."""

    time: datetime | None = None
    """When it was handed in, with its zone."""

    is_late: bool = False
    """Whether the platform says so."""

    notes: tuple[Note, ...] = ()
    """What is to be said about how it was handed in."""

    students: tuple[str, ...] = ()
    """Whose it is by a table of the user's (`--map`), whatever the download says."""

    platform: str = ""
    """By whose convention."""


@dataclass(frozen=True)
class Top:
    """A file or a folder at the top of a download."""

    name: str
    files: tuple[Entry, ...]
    """What lies in the folder, named from it on; or the file itself."""

    is_folder: bool

    @property
    def has_work(self) -> bool:
        """Whether there is something in it that may be graded."""
        return any(file.suffix in WORK for file in self.files)

    @property
    def paths(self) -> Iterator[tuple[str, Entry]]:
        """Its files, each with its path from the top on."""
        return ((f"{self.name}/{file.name}" if self.is_folder else self.name, file) for file in self.files)


class Names(NamedTuple):
    """The names of assignments: of the one that is graded, and of the others of the course where they are known."""

    assignment: str
    others: frozenset[str] = frozenset()

    def is_assignment(self, name: str) -> bool:
        """Return whether it is the name of the assignment; capital letters do not matter."""
        return name.casefold() == self.assignment.casefold()

    def is_another(self, name: str) -> bool:
        """Return whether it is the name of another assignment of the course."""
        return not self.is_assignment(name) and name.casefold() in {other.casefold() for other in self.others}


@dataclass(frozen=True)
class Platform:
    """A convention of naming, of a learning platform or of people.

    The platform decides how paths in its download begin. All behind that is of the students' choosing, and tells
    nothing about whose a file is: no pattern reaches further, as no student's part may look like the platform's.
    """

    name: str
    """What messages call it; in lower case, what `--platform` takes."""

    pattern: str
    """A regular expression that paths in the download begin with, with groups of `GROUPS`."""

    example: str = ""
    source: str = ""
    """Where the convention is taken from."""

    needs: str = ""
    """What the roster needs, that it knows those who handed something in."""

    own: str = r"(?!)"
    """Of the names at the top that are the platform's own and nobody's work: a table, an index."""

    @property
    def shown(self) -> str:
        """What messages call what follows the convention."""
        return f"a download of {self.name}"

    def is_own(self, top: Top) -> bool:
        """Return whether something at the top is the platform's own."""
        return re.fullmatch(self.own, top.name, re.S) is not None

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        """Return what at the top looks like this platform's, but for the platform's own files."""
        begins = re.compile(self.pattern, re.S)
        return [top for top in tops if not self.is_own(top) and any(begins.match(path) for path, _ in top.paths)]

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        """Return what was handed in for the assignment; what does not fit is passed over."""
        begins = re.compile(self.pattern, re.S)
        paths = [pair for top in tops if not self.is_own(top) for pair in top.paths]
        found = [(match, path, file) for path, file in paths if (match := begins.match(path)) is not None]
        titles = sorted({match["assignment"] for match, _, _ in found if "assignment" in begins.groupindex})
        if titles and not any(map(names.is_assignment, titles)):
            raise HippogradError("titles-of-others", assignment=names.assignment, titles=titles, pattern=self.pattern)
        together: dict[tuple[str, ...], list[tuple[re.Match[str], Entry]]] = defaultdict(list)
        for match, path, file in found:
            told = {**match.groupdict(""), "file": ""}
            called = match.groupdict().get("file") or path[match.end() :].strip("/_ -") or path.rpartition("/")[2]
            if names.is_assignment(told.get("assignment", names.assignment)):
                together[tuple(told.values())].append((match, replace(file, name=called)))
        return [self.attempt(own[0][0], tuple(file for _, file in own)) for own in together.values()]

    def attempt(self, match: re.Match[str], files: tuple[Entry, ...]) -> Attempt:
        """Return files with what the platform's part of their paths tells."""
        told = {group: (match.groupdict().get(group) or "").strip() for group in GROUPS}
        user, email, name, group, number, stamp, late, attempt, *_ = told.values()
        time = _time(stamp) if stamp else None
        keys = (Key(user), Key(user, self.name), Key(email), Key(group, GROUP), Key(number, self.name))
        return Attempt(
            files,
            user or email or "_".join(filter(None, (name or group, number))) or "unnamed",
            name or group or user,
            tuple(key for key in keys if key.value),
            number=number or user,
            attempt=int("".join(re.findall(r"[0-9]", attempt))[:9] or 0),
            time=time,
            is_late=bool(late),
            notes=(doubtful_time("the name", stamp),) if stamp and time is None else (),
        )


def _time(text: str) -> datetime | None:
    digits = _DIGITS.fullmatch(text)
    if digits:
        return local_time("".join(part or "00" for part in digits.groups()), "%Y%m%d%H%M%S")
    return local_time(text) or time_of(text)


def tops_of(entries: Iterable[Entry]) -> list[Top]:
    """Return what lies at the top of a folder or zip."""
    found: dict[tuple[str, bool], list[Entry]] = defaultdict(list)
    for entry in entries:
        parts = entry.parts or ("unnamed",)
        is_folder = len(parts) > 1
        found[parts[0], is_folder].append(below(entry) if is_folder else entry)
    return [Top(name, tuple(files), is_folder) for (name, is_folder), files in found.items()]


def below(entry: Entry) -> Entry:
    """Return a file, named from one folder further in."""
    return replace(entry, name="/".join(entry.parts[1:]))


def folder_of(entry: Entry) -> str:
    """Return the first folder of its path; empty if there is none."""
    return entry.parts[0] if len(entry.parts) > 1 else ""


def stem_of(name: str) -> str:
    """Return a file's name without its suffix, and without `.ipynb` before it: `dan.ipynb.txt` is dan's."""
    stem = PurePosixPath(name).stem
    return stem[: -len(".ipynb")] if stem.casefold().endswith(".ipynb") else stem
