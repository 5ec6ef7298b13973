"""What one student, or a group, handed in at one time, and what a download says about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.roster import Key
from hippograd.intake.notes import Note

WORK = (".ipynb", ".zip", ".py")
"""Suffixes of what may be graded."""

SMALL_FILE = 16 * 1024**2
"""Bytes of the largest of a platform's own files that is read."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a download says of a file: who handed it in, and when. Files of one claim were handed in together."""

    own_id: str
    """The id where there is no roster."""

    name: str = ""
    """Of the student or the group, as far as it is known."""

    keys: tuple[Key, ...] = ()
    """Ids and addresses by which a roster knows the student."""

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

    rivals: tuple[Key, ...] = ()
    """Ids that may be whose it is instead: they make it doubtful, and never anybody's."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was handed in at one time."""

    claim: Claim
    """By whom, and when."""

    files: tuple[Entry, ...]
    """All of it, named as the student named it."""

    students: tuple[str, ...] = ()
    """Whose it is by a table of the user's (`--map`), whatever the claim says."""

    platform: str = ""
    """By whose convention."""


class Proposal(NamedTuple):
    """A line for `--map`: whose a file or folder may be that is nobody's, and what speaks against it."""

    path: str
    student: str
    """Empty where nothing says whose."""

    why: str


def stem_of(name: str) -> str:
    """Return a file's name without its suffix, and without `.ipynb` before it: `dan.ipynb.txt` is dan's."""
    stem = PurePosixPath(name).stem
    return stem[: -len(".ipynb")] if stem.casefold().endswith(".ipynb") else stem
