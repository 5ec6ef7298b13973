"""The form that all platforms have: how one names what it gives to download, and what a name tells."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.attempts import WORK, Attempt, Claim, stem_of

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Top:
    """A file or a folder at the top of a download.

    Parameters
    ----------
    name : str
        What it is called.
    files : tuple of Entry
        What lies in the folder, named from it on; or the file itself.
    is_folder : bool
        Which it is.
    """

    name: str
    files: tuple[Entry, ...]
    is_folder: bool

    @property
    def has_work(self) -> bool:
        """Whether there is something in it that may be graded."""
        return any(file.suffix in WORK for file in self.files)

    @property
    def called(self) -> str:
        """Its name, of a file without the suffix."""
        return self.name if self.is_folder else stem_of(self.name)


@dataclass(frozen=True)
class Names:
    """The names of assignments: of the one that is graded, and of the others of the course where they are known."""

    assignment: str
    others: frozenset[str] = frozenset()


class Platform(ABC):
    """A convention of naming, of a learning platform or of people.

    The platform decides how something at the top of a download is called, a folder or a file for each student, and how
    a file of its own is called beside them. All else is of the students' choosing, and tells nothing about whose a file
    is.
    """

    name: str
    """What messages call it; in lower case, what `--platform` takes."""

    folder: re.Pattern[str] = NEVER
    """Of the names of folders at the top."""

    file: re.Pattern[str] = NEVER
    """Of the names of files at the top. The group `file` is what the student called it."""

    own: re.Pattern[str] = NEVER
    """Of the names at the top that are the platform's own and nobody's work: a table, an index."""

    hint: str = ""
    """What helps where the roster knows few of those who handed something in."""

    @property
    def shown(self) -> str:
        """What messages call what follows the convention."""
        return f"a download of {self.name}"

    def match(self, top: Top) -> re.Match[str] | None:
        """What a name at the top says; None if it is not the platform's."""
        return (self.folder if top.is_folder else self.file).fullmatch(top.name)

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        """What at the top looks like this platform's, but for the platform's own files."""
        return [top for top in tops if self.match(top) is not None and not self.is_own(top)]

    def is_own(self, top: Top) -> bool:
        """Whether something at the top is the platform's own."""
        return self.own.fullmatch(top.name) is not None

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        """What was handed in; what does not fit is passed over."""
        found: dict[Claim, list[Entry]] = defaultdict(list)
        for top in tops:
            match = self.match(top)
            if match is not None:
                found[self.claim(match)] += self.work(match, top)
        return [Attempt(claim, tuple(files)) for claim, files in found.items()]

    @abstractmethod
    def claim(self, match: re.Match[str]) -> Claim:
        """What a name at the top tells."""

    def work(self, match: re.Match[str], top: Top) -> tuple[Entry, ...]:
        """The student's own files, called as the student called them."""
        if top.is_folder or not match["file"]:
            return top.files
        return tuple(replace(file, name=match["file"]) for file in top.files)


def tops_of(entries: Iterable[Entry]) -> list[Top]:
    """What lies at the top of a folder or zip; empty folders beside files in one of these are nothing."""
    found: dict[tuple[str, bool], list[Entry]] = defaultdict(list)
    for entry in entries:
        parts = entry.parts or ("unnamed",)
        is_folder = len(parts) > 1
        found[parts[0], is_folder].append(below(entry) if is_folder else entry)
    return [Top(name, _without_empty(files), is_folder) for (name, is_folder), files in found.items()]


def _without_empty(files: list[Entry]) -> tuple[Entry, ...]:
    return tuple(file for file in files if not file.is_nothing) or tuple(files[:1])


def below(entry: Entry) -> Entry:
    """A file, named from one folder further in."""
    return replace(entry, name="/".join(entry.parts[1:]))
