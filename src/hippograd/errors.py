"""Errors that a user can cause, each with a code and a remedy."""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from hippograd.messages import message, plain_data, worded
from hippograd.text import counted as counted
from hippograd.text import few as few
from hippograd.text import nearest as nearest
from hippograd.text import one_line as one_line
from hippograd.text import printable as printable
from hippograd.text import printable_lines as printable_lines
from hippograd.text import some_names as some_names

NO_JSON = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What `msgspec.json.decode` raises where bytes are no JSON, JSON of another form, or lists in lists without end."""


class Problem(msgspec.Struct, frozen=True):
    """An expected failure as a value: a code, what the code was told, and the words for both."""

    message: str
    remedy: str = ""
    code: str = ""
    data: dict[str, Any] = {}

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "message", one_line(self.message))
        msgspec.structs.force_setattr(self, "remedy", one_line(self.remedy))

    def __hash__(self) -> int:
        return hash(self.message)

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()

    @classmethod
    def of(cls, code: str, **data: Any) -> Problem:
        """Build the problem that `messages.toml` calls by this code."""
        kind, kept = message(code), plain_data(data)
        return cls(worded(kind.text, kept), worded(kind.remedy, kept), code, kept)

    def at(self, place: object) -> Problem:
        """Say where it is, before the message."""
        return msgspec.structs.replace(self, message=f"{place}: {self.message}")

    @property
    def error(self) -> HippogradError:
        """The same, to be raised."""
        return HippogradError.of(self)


class HippogradError(Exception):
    """An expected failure: a code of `messages.toml`, and what its words need.

    Examples
    --------
    >>> print(HippogradError("cohort-unknown", name="2206", file="cohorts.toml", nearest="", known=["2026"]))
    There is no cohort 2206 in cohorts.toml. Known: 2026.
    """

    def __init__(self, code: str, remedy: str = "", /, **data: Any) -> None:
        # what a course says itself has no code: it gives the sentence and its remedy
        self._hold(Problem(code, remedy) if " " in code else Problem.of(code, **data))

    @classmethod
    def of(cls, problem: Problem) -> HippogradError:
        """Build the error from a problem that was kept."""
        error = HippogradError.__new__(HippogradError)
        error._hold(problem)
        return error

    def _hold(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.message, self.remedy, self.code, self.data = problem.message, problem.remedy, problem.code, problem.data

    def __reduce__(self) -> tuple[Callable[[Problem], HippogradError], tuple[Problem]]:
        return HippogradError.of, (self.problem,)

    def __str__(self) -> str:
        return str(self.problem)

    @property
    def problem(self) -> Problem:
        """The same, to be kept in a result."""
        return Problem(self.message, self.remedy, self.code, self.data)


class MachineUnfit(HippogradError):
    """This machine lacks what grading takes, whatever the submission."""


def fault_of_ours(error: Exception) -> HippogradError:
    """Return what a submission's row says where the grader itself failed on it."""
    if isinstance(error, OSError):
        raise error
    place = traceback.extract_tb(error.__traceback__)[-1]
    return HippogradError(
        "grader-failed", error=type(error).__name__, file=Path(place.filename).name, line=place.lineno
    )


def refused_by_machine(error: OSError | UnicodeEncodeError) -> HippogradError:
    """Return what is said of a file that cannot be used, or of a text that cannot be written, wherever a command meets
    it."""
    if isinstance(error, UnicodeEncodeError):
        text = error.object[: error.end][-40:]
        return HippogradError("text-not-utf8", text=text)
    name = "A file, or where the output goes," if error.filename is None else os.fsdecode(error.filename)
    return HippogradError("machine-refuses", name=name, cause=error.strerror or error)


def place_of(db_url: str) -> str:
    """Return where a gradebook is, without what stands before it, which may be a password."""
    return db_url.rsplit("@", 1)[-1]


class GradebookUnusable(HippogradError):
    """The gradebook's database refuses: it is not there, may not be written to, is full, locked or damaged."""

    def __init__(self, db_url: str, cause: str) -> None:
        is_damaged = any(words in cause for words in ("not a database", "malformed"))
        place = place_of(db_url)
        self._hold(
            Problem.of("gradebook-damaged", gradebook=place, cause=cause)
            if is_damaged
            else Problem.of("gradebook-unusable", gradebook=place, cause=cause)
        )
        in_the_way = ("locked", "already exists", "UNIQUE constraint", "duplicate key", "serialize", "deadlock")
        self.may_pass = any(word in cause for word in in_the_way)
        """Whether another program was in the way, so that a further try may succeed."""


def unusable(db_url: str, error: Exception) -> GradebookUnusable:
    """Return what is said of a gradebook that refuses: the first line, without the name of the driver before it."""
    said = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
    return GradebookUnusable(db_url, re.sub(r"^\([\w.]+\) ", "", said.splitlines()[0]))
