"""Names of files for `nbgrader zip_collect`: whose it is, when it was handed in, what the student called it."""

from __future__ import annotations

from datetime import datetime

from nbgrader.plugins import FileNameCollectorPlugin

from hippograd.intake.finding.times import written_time

NAMES = r"""(?x).*/extracted/(?:[^/]+/)??             # at most one folder: a zip of the whole class
(?:[^/]*?_(?=[^_/]+_[^\W\d_]+_\d{4}(?:-\d\d){5}_))?   # Blackboard writes the assignment first
(?!\d_)                                              # an assignment's number is not a student
(?=(?:[^_/]+(?:_LATE)?(?:_\d+_\d+|_\d+_assignsubmission_file_?)?(?:(?:_[^\W\d_]+)?_\d{4}(?:-\d\d){5}[_-]|[_/]))?
(?P<file_id>[^/]+)$)
(?P<student_id>[^_/]+?)(?=_|\.ipynb$)
(?:(?:_[^\W\d_]+)?_(?P<timestamp>\d{4}(?:-\d\d){5}))?"""
"""`ada01.ipynb`, `ada01_work.ipynb`, and what platforms write: Canvas and Moodle people's names."""


class CollectByName(FileNameCollectorPlugin):  # type: ignore[misc]
    """nbgrader's plugin, with the times that platforms write in names read right: nbgrader takes 10-11-12 for 22:00."""

    def _match(self, filename: str) -> dict[str, str | None] | None:
        found: dict[str, str | None] | None = super()._match(filename)
        if found and found.get("timestamp"):
            try:
                time = datetime.strptime(str(found["timestamp"]), "%Y-%m-%d-%H-%M-%S")
                found["timestamp"] = written_time(time.astimezone())
            except (ValueError, OverflowError):  # no time, or written in another way by a pattern of the user's
                self.log.debug("%s is left to nbgrader to read", found["timestamp"])
        return found
