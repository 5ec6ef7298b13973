"""Finding submissions: a notebook, a folder of them, nbgrader's submitted/<student>/<assignment>/, or a zip of any."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import HippogradError

LARGEST_FILE = 512 * 1024**2
"""Bytes of the largest notebook that is read."""


@dataclass(frozen=True)
class Submission:
    """One student's notebook, not yet read.

    Parameters
    ----------
    student : str
        From the name of the file or of nbgrader's folder.
    path : Path
        The notebook, or the zip that holds it.
    member : str
        Its name in the zip; empty for a plain file.
    timestamp : str
        When it was handed in, where nbgrader's timestamp.txt lies beside it.
    """

    student: str
    path: Path
    member: str = ""
    timestamp: str = ""

    @property
    def label(self) -> str:
        """What messages call the file."""
        return f"{self.path}!{self.member}" if self.member else str(self.path)

    def read(self) -> bytes:
        """The bytes of the notebook.

        Raises
        ------
        HippogradError
            When the file cannot be read, or is larger than 512 MB.
        """
        try:
            if not self.member:
                size = self.path.stat().st_size
                _refuse_if_too_large(self.label, size)
                return self.path.read_bytes()
            with zipfile.ZipFile(self.path) as archive:
                _refuse_if_too_large(self.label, archive.getinfo(self.member).file_size)
                with archive.open(self.member) as file:
                    data = file.read(LARGEST_FILE + 1)
                _refuse_if_too_large(self.label, len(data))
                return data
        except OSError as error:
            raise HippogradError(
                f"{self.label} cannot be read: {error.strerror or error}.", "Check the file's permissions."
            ) from None
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
            raise HippogradError(f"{self.label} cannot be unpacked: {error}.", "Ask for the file again.") from None


def find_submissions(paths: list[Path], assignment: str) -> list[Submission]:
    """All submissions in `paths`, in the order of their students' names.

    Parameters
    ----------
    paths : list of Path
        Notebooks, folders, zips.
    assignment : str
        In nbgrader's layout, the folder of this assignment is taken.

    Raises
    ------
    HippogradError
        When a path does not exist or is no notebook, a folder holds no notebook, or one student has two.
    """
    found: dict[str, Submission] = {}
    for path in paths:
        for submission in _in_path(path, assignment):
            other = found.setdefault(submission.student, submission)
            if other != submission:
                raise HippogradError(
                    f"Two submissions of {submission.student}: {other.label} and {submission.label}.",
                    "Grade them in two runs, or remove one.",
                )
    return [found[student] for student in sorted(found)]


def student_id(name: str) -> str:
    """A name as a student's id: no separators, no dots before it, so that it names one folder and nothing else."""
    safe = re.sub(r"[^\w.@+ -]", "_", name).strip(" .")
    return safe[:100] or "unnamed"


def _in_path(path: Path, assignment: str) -> list[Submission]:
    try:
        if path.is_dir():
            found = list(_in_folder(path, assignment))
        elif path.suffix == ".zip":
            found = list(_in_zip(path, assignment))
        elif path.suffix == ".ipynb" and path.is_file():
            return [Submission(student_id(path.stem), path)]
        elif path.exists():
            raise HippogradError(f"{path} is neither a notebook nor a folder nor a zip.", "Give one of these.")
        else:
            raise HippogradError(f"{path} does not exist.", "Check the path.")
    except OSError as error:
        raise HippogradError(f"{path} cannot be read: {error.strerror or error}.", "Check its permissions.") from None
    if not found:
        raise HippogradError(
            f"{path} holds no submission for {assignment}.",
            f"Expected: student.ipynb, or student/{assignment}/{assignment}.ipynb.",
        )
    return found


def _in_folder(folder: Path, assignment: str) -> Iterator[Submission]:
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.suffix == ".ipynb" and entry.is_file():
            yield Submission(student_id(entry.stem), entry)
        elif entry.is_dir() and (entry / assignment).is_dir():
            yield from _in_student_folder(entry.name, entry / assignment, assignment)


def _in_student_folder(student: str, folder: Path, assignment: str) -> Iterator[Submission]:
    named = folder / f"{assignment}.ipynb"
    notebooks = [named] if named.is_file() else sorted(folder.glob("*.ipynb"))
    stamp = folder / "timestamp.txt"
    timestamp = stamp.read_text(encoding="utf-8", errors="replace").strip()[:100] if stamp.is_file() else ""
    for notebook in notebooks[:1]:
        yield Submission(student_id(student), notebook, timestamp=timestamp)


def _in_zip(path: Path, assignment: str) -> Iterator[Submission]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.endswith(".ipynb")]
    except zipfile.BadZipFile:
        raise HippogradError(f"{path} is no zip archive, or is cut short.", "Download it again.") from None
    for name in sorted(names):
        parts = PurePosixPath(name).parts
        if parts[-1].startswith(".") or "__MACOSX" in parts:
            continue
        if len(parts) >= 3 and parts[-2] == assignment:
            yield Submission(student_id(parts[-3]), path, name)
        elif len(parts) < 3:
            yield Submission(student_id(PurePosixPath(name).stem), path, name)


def _refuse_if_too_large(label: str, size: int) -> None:
    if size > LARGEST_FILE:
        raise HippogradError(
            f"{label} has {size // 1024**2} MB, more than {LARGEST_FILE // 1024**2}.",
            "Ask the student to clear all outputs and hand in again.",
        )
