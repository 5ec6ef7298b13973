"""How a learning platform names what it gives to download: a row of a table, or what `--pattern` says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.attempts import WORK, Attempt, Claim
from hippograd.intake.finding.roster import GROUP, Key
from hippograd.intake.finding.times import doubtful_time, local_time, time_of

GROUPS = ("id", "email", "name", "group", "number", "time", "late", "attempt", "assignment", "file")
"""What a pattern may tell."""

TELLING = GROUPS[:5]
"""Of these it must tell one."""

_DIGITS = re.compile(r"(\d{4})\D?(\d\d)\D?(\d\d)\D?(\d\d)\D?(\d\d)(?:\D?(\d\d))?", re.ASCII)
"""`2026-11-01-10-11-12`, `20261101T1011`."""


@dataclass(frozen=True)
class Top:
    """A file or a folder at the top of a download."""

    name: str
    """What it is called."""

    files: tuple[Entry, ...]
    """What lies in the folder, named from it on; or the file itself."""

    is_folder: bool
    """Which it is."""

    @property
    def has_work(self) -> bool:
        """Whether there is something in it that may be graded."""
        return any(file.suffix in WORK for file in self.files)

    @property
    def paths(self) -> Iterator[tuple[str, Entry]]:
        """Its files, each with its path from the top on."""
        return ((f"{self.name}/{file.name}" if self.is_folder else self.name, file) for file in self.files)


@dataclass(frozen=True)
class Names:
    """The names of assignments: of the one that is graded, and of the others of the course where they are known."""

    assignment: str
    others: frozenset[str] = frozenset()


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

    is_asked_for: bool = False
    """Whether it counts with `--platform` only, as names of others may look like it."""

    @property
    def shown(self) -> str:
        """What messages call what follows the convention."""
        return f"a download of {self.name}"

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        """Return what at the top looks like this platform's, but for the platform's own files."""
        begins = re.compile(self.pattern, re.S)
        return [top for top in tops if not self.is_own(top) and any(begins.match(path) for path, _ in top.paths)]

    def is_own(self, top: Top) -> bool:
        """Return whether something at the top is the platform's own."""
        return re.fullmatch(self.own, top.name, re.S) is not None

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        """Return what was handed in for the assignment; what does not fit is passed over."""
        begins = re.compile(self.pattern, re.S)
        pairs = [(path, file) for top in tops if not self.is_own(top) for path, file in top.paths]
        found = [(match, path, file) for path, file in pairs if (match := begins.match(path)) is not None]
        if "assignment" in begins.groupindex and found:
            titles = sorted({match["assignment"] for match, _, _ in found})
            found = [one for one in found if one[0]["assignment"].casefold() == names.assignment.casefold()]
            if not found:
                raise HippogradError(
                    "titles-of-others", assignment=names.assignment, titles=titles, pattern=self.pattern
                )
        together: dict[tuple[str, ...], list[tuple[re.Match[str], Entry]]] = defaultdict(list)
        for match, path, file in found:
            told = {**match.groupdict(""), "file": ""}
            called = match.groupdict().get("file") or path[match.end() :].strip("/_ -") or path.rpartition("/")[2]
            together[tuple(told.values())].append((match, replace(file, name=called)))
        return [Attempt(self.claim(own[0][0]), tuple(file for _, file in own)) for own in together.values()]

    def claim(self, match: re.Match[str]) -> Claim:
        """Return what the platform's part of a path tells."""
        told = {one: (match.groupdict().get(one) or "").strip() for one in GROUPS}
        user, email, name, group, number, stamp, late, attempt, *_ = told.values()
        time = _time(stamp) if stamp else None
        keys = (Key(user), Key(user, self.name), Key(email), Key(group, GROUP), Key(number, self.name))
        return Claim(
            user or email or "_".join(filter(None, (name or group, number))) or "unnamed",
            name or group or user,
            tuple(key for key in keys if key.value),
            number or user,
            int("".join(re.findall(r"[0-9]", attempt))[:9] or 0),
            time,
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
