"""Where records go on disk, and how: each file whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.files import held, refuse_signs, write_whole
from hippograd.grading.notebook import HIPPOGRAD
from hippograd.grading.result import Graded
from hippograd.store.gradebook import Gradebook
from hippograd.store.results import Results

SECRET = "submission_secret.txt"
"""What `nbgrader submit` leaves with student and course, so that `nbgrader fetch_feedback` finds the student's page."""

HANDED_IN_AS = "handed_in_as.txt"
"""The name, without suffix, of the notebook that was graded, which is what `nbgrader fetch_feedback` looks for."""

_LONGEST_SECRET = 1_000

_OF_FILE = re.compile(rb'"content_hash": "([0-9a-f]+)"')
"""In the metadata of a notebook as it was graded: which file it is."""

_METADATA = 4_000
"""Bytes at the end of a notebook in which that stands."""


def exchange_files(notebook: Path, members: Sequence[str], assignment: str) -> dict[str, bytes]:
    """Return what nbgrader's exchange has to know of a submission, by name of a file; nothing if it came another
    way."""
    secret = notebook.parent / SECRET
    if members or notebook.parent.name.casefold() != assignment.casefold() or secret.is_symlink():
        return {}
    if not secret.is_file() or secret.stat().st_size > _LONGEST_SECRET:
        return {}
    return {SECRET: secret.read_bytes(), HANDED_IN_AS: notebook.stem.encode(errors="surrogateescape")}


def write_exchange_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write them beside a graded notebook; those of an earlier submission do not stay."""
    for name in (SECRET, HANDED_IN_AS):
        if name in files:
            write_whole(folder / name, files[name])
        else:
            (folder / name).unlink(missing_ok=True)


@dataclass(frozen=True)
class Records:
    """The records of one cohort, in nbgrader's layout."""

    folder: Path
    """Holds gradebook.db, autograded/, feedback/ and the results of each assignment. Student data: never in version
    control."""

    store: str = ""
    """The address of the gradebook, where it is not in the folder."""

    def __post_init__(self) -> None:
        refuse_signs(self.folder)

    @property
    def db_url(self) -> str:
        return f"sqlite:///{os.path.realpath(self.folder / 'gradebook.db')}"

    def results_of(self, assignment: str) -> Results:
        """Return all results of an assignment, which are in the gradebook's database."""
        return Results(Gradebook(self.store or self.db_url), assignment)

    @property
    def autograded(self) -> Path:
        return self.folder / "autograded"

    @property
    def feedback(self) -> Path:
        return self.folder / "feedback"

    @property
    def pages(self) -> Path:
        """Pages about the class: made anew at any time, and not of any student alone."""
        return self.folder / "pages"

    @property
    def originals(self) -> Path:
        """The files that count, as they were handed in."""
        return self.folder / "originals"

    @property
    def earlier(self) -> Path:
        """Executed notebooks of submissions that were replaced."""
        return self.folder / "earlier"

    @property
    def cache(self) -> Path:
        """Results of cells and tasks, by what they depend on: without it grading takes longer."""
        return self.folder / "cache.db"

    def at_the_door(self, student: str, assignment: str | None = None) -> list[Path]:
        """Return what a student handed in at the server and what it answered, by the names that `serve.inbox` gives."""
        there = [path for name in ("inbox", "answers") for path in sorted((self.folder / name).glob("*+*"))]
        return [path for path in there if path.name.split("+")[:2] == [student, assignment or path.name.split("+")[1]]]

    @property
    def has_results(self) -> bool:
        """Whether earlier runs left results here."""
        return any(file.stat().st_size for file in self.folder.glob("*.jsonl"))

    def one_run(self, assignment: str) -> AbstractContextManager[None]:
        """Grade an assignment into these records while no other run does; one that does is an error."""
        return held(self.folder / f"{assignment}.grading", waits=False)

    def prepare(self) -> None:
        """Make the folder."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HippogradError("records-not-made", folder=self.folder, cause=error.strerror) from None

    def save_notebook(self, graded: Graded, timestamp: str = "", files: Mapping[str, bytes] | None = None) -> None:
        """Write the executed notebook where formgrader looks for it, and beside it what the exchange needs."""
        path = self.notebook_path(graded.result.student, graded.result.assignment)
        notebook = graded.notebook or {}
        metadata = notebook.get("metadata", {})
        ours = metadata.get(HIPPOGRAD, {}) | {"content_hash": graded.result.content_hash}
        write_whole(path, notebook_bytes(notebook | {"metadata": metadata | {HIPPOGRAD: ours}}))
        if timestamp:
            write_whole(path.with_name("timestamp.txt"), timestamp.encode())
        if files is not None:
            write_exchange_files(path.parent, files)

    def results(self, assignment: str) -> Path:
        """Return what a run exports: the results of everybody, one line of JSON each."""
        return self.folder / f"{assignment}.jsonl"

    def notebook_path(self, student: str, assignment: str) -> Path:
        """Return where a student's executed notebook is."""
        return self.autograded / student / assignment / f"{assignment}.ipynb"

    def has_notebook_of(self, student: str, assignment: str, content_hash: str) -> bool:
        """Return whether a student's executed notebook is of the file whose hash begins so; one that does not say
        is."""
        try:
            with open(self.notebook_path(student, assignment), "rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - _METADATA))
                said = _OF_FILE.findall(file.read())
        except OSError:
            return False
        return not said or said[-1].decode().startswith(content_hash)


def notebook_bytes(notebook: dict[str, Any]) -> bytes:
    """Return a notebook as JupyterLab writes it: one space of indentation, a line end at the end."""
    return msgspec.json.format(msgspec.json.encode(notebook), indent=1) + b"\n"


class _Who(msgspec.Struct):
    student: str


def students_of(path: Path) -> dict[int, str]:
    """Return whom each line of a file of results is about, by its number; one that was cut short is about nobody."""
    found = {}
    with open(path, "rb") if path.is_file() else io.BytesIO() as lines:
        for number, line in enumerate(lines):
            with contextlib.suppress(*NO_JSON):
                found[number] = msgspec.json.decode(line, type=_Who).student
    return found


def lines_of_others(path: Path, students: set[str]) -> bytes:
    """Return the lines of a file of results but for those about these students, or cut short and with their id."""
    about = students_of(path)
    ids = [msgspec.json.encode(student) for student in students]
    with open(path, "rb") if path.is_file() else io.BytesIO() as lines:
        return b"".join(
            line
            for number, line in enumerate(lines)
            if (about[number] not in students if number in about else not any(student in line for student in ids))
        )
