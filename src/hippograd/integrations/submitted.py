"""What nbgrader reads of `submitted/`, through intake's guarded reader: plain files only, no links, within limits.

nbgrader itself copies a student's other files wherever links lead and however large they are, waits for pipes, prints
names as they are, and ends for everybody at a folder whose name it does not understand.
"""

from __future__ import annotations

import logging
import os
from datetime import datetime
from pathlib import Path

from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter, NbGraderException
from nbgrader.coursedir import CourseDirectory

from hippograd.errors import HippogradError, printable
from hippograd.files import write_whole
from hippograd.intake.finding.archives import LARGEST_INNER_ZIP, read_file
from hippograd.intake.finding.beside import files_beside
from hippograd.intake.finding.times import time_of

STAMP = "timestamp.txt"

_LONGEST_STAMP = 1_000
"""Bytes of the longest `timestamp.txt` that is read."""


class GuardedFiles(BaseConverter):  # type: ignore[misc]
    """What nbgrader's converters do with the other files in a student's folder."""

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Copy those that may lie beside the notebooks."""
        source, target = (Path(place(assignment_id, student_id)) for place in (self._format_source, self._format_dest))
        for path in files_beside(source, self.coursedir.ignore):
            write_whole(target / path.relative_to(source), read_file(path, (), LARGEST_INNER_ZIP))


class GuardedAutograde(Autograde, GuardedFiles):  # type: ignore[misc]
    """nbgrader's autograde; a folder that is not as it should be is named, left as before, and costs only itself."""

    def start(self) -> None:
        named = _PrintableNames()
        self.log.addFilter(named)
        try:
            super().start()
        finally:
            self.log.removeFilter(named)

    def init_notebooks(self) -> None:
        super().init_notebooks()
        self.refuse_odd_folders()

    def refuse_odd_folders(self) -> None:
        """Leave out folders that are links, and those whose names cannot be shown, at which nbgrader ends."""
        self._refused: list[str] = []
        for folder in sorted(self.assignments):
            student = os.path.basename(os.path.dirname(folder))
            if not folder.isprintable():
                self._refuse(student, "the folder's name has characters that cannot be shown. Rename it.")
            elif os.path.islink(folder) or os.path.islink(os.path.dirname(folder)):
                self._refuse(student, "the folder is a symbolic link. Put the folder itself there.")
            else:
                continue
            del self.assignments[folder]

    def _refuse(self, student: str, why: str) -> None:
        self.log.error("%s: %s", student, why)
        self._refused.append(printable(student))

    def convert_notebooks(self) -> None:
        super().convert_notebooks()
        if self._refused:
            message = f"Not graded, and left as before: {', '.join(self._refused)}. Above is why."
            self.log.error(message)
            raise NbGraderException(message)

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        """Return whether there is something to grade; all that will be read of it was looked at."""
        if student_id in self.coursedir.student_id_exclude.split(","):
            return False
        try:
            return self.begins(assignment_id, student_id)
        except (HippogradError, OSError) as error:
            self._refuse(student_id, str(error))
            return False

    def begins(self, assignment_id: str, student_id: str) -> bool:
        """Return whether there is something to grade."""
        source = Path(self._format_source(assignment_id, student_id))
        handed_in_at(source)
        files_beside(source, self.coursedir.ignore)
        for notebook in self.notebooks:
            read_file(Path(notebook), ())
        due: bool = super().init_destination(assignment_id, student_id)
        return due


class _PrintableNames(logging.Filter):
    """Names in what nbgrader logs, without what a terminal obeys."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(printable(one) if isinstance(one, str) else one for one in record.args)
        record.msg = "\n".join(map(printable, str(record.msg).split("\n")))
        return True


def handed_in_at(folder: Path) -> datetime | None:
    """Return the time in a folder's `timestamp.txt`, in UTC and without a zone, as nbgrader has it; None if there is no
    file."""
    stamp = folder / STAMP
    if not os.path.lexists(stamp):
        return None
    no_time = HippogradError("timestamp-bad", file=stamp)
    try:
        said = read_file(stamp, (), _LONGEST_STAMP).decode().strip()
    except (HippogradError, ValueError):
        raise no_time from None
    time = time_of(said)
    if said and time is None:
        raise no_time
    return time.replace(tzinfo=None) if time is not None else None


def existing_timestamp(directory: CourseDirectory, folder: str) -> datetime | None:
    """Return what nbgrader's `CourseDirectory.get_existing_timestamp` answers; no time where there is none to be
    read."""
    try:
        return handed_in_at(Path(folder))
    except HippogradError as error:
        directory.log.warning(printable(error.message))
        return None
