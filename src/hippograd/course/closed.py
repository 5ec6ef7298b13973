"""Closed cohorts: by which version of the course a past year is graded, kept beside its release."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hippograd.errors import NO_JSON, HippogradError

CLOSED = "closed.json"


class Closed(msgspec.Struct, frozen=True):
    """A closed cohort.

    `commit` is the state of the course that it was graded with, and `tag` its name where it has one; `files` are the
    SHA-256 of its release and its solutions, and `numbers` what its answers hang on: no later cohort may have the same.
    """

    cohort: str
    date: str
    commit: str
    tag: str
    versions: dict[str, str]
    files: dict[str, str]
    numbers: dict[str, Any]

    @property
    def state(self) -> str:
        """What to check out to have everything as it was."""
        return self.tag or self.commit


def closed_file(releases: Path, cohort: str) -> Path:
    """Return where it is kept that a cohort is closed."""
    return releases / cohort / CLOSED


def inherited_file(releases: Path, cohort: str) -> Path:
    """Return what says that a cohort came with a course that was taken over."""
    return releases / cohort / "inherited.txt"


def is_inherited(releases: Path, cohort: str) -> bool:
    """Return whether a cohort came with a course that was taken over: it stays as it came."""
    return inherited_file(releases, cohort).is_file()


def read_closed(releases: Path, cohort: str) -> Closed | None:
    """Return what a closed cohort was graded with; None for one that is open."""
    file = closed_file(releases, cohort)
    if not file.is_file():
        return None
    try:
        return msgspec.json.decode(file.read_bytes(), type=Closed)
    except (OSError, *NO_JSON) as error:
        raise HippogradError("closed-unreadable", file=file, cause=error) from None
