"""An assignment as one cohort gets it."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hippograd.course.assignments import Assignment, package_of
from hippograd.course.cohorts import Cohort
from hippograd.course.root import Course
from hippograd.errors import MachineUnfit
from hippograd.files import new_folder, stable_json


@dataclass(frozen=True)
class Offering:
    """An assignment as one cohort gets it: what is built, graded and proved."""

    course: Course
    assignment: Assignment
    cohort: Cohort

    @classmethod
    def of(cls, course: Course, name: str, cohort: Cohort) -> Offering:
        """Return the assignment of this name, for a cohort; see `Course.assignment`."""
        return cls(course, course.assignment(name), cohort)

    @property
    def release(self) -> Path:
        """The folder that students get."""
        return self.course.release_folder / self.cohort.name / self.assignment.name

    @property
    def solution(self) -> Path:
        """The executed solution."""
        return self.course.solutions_folder / self.cohort.name / self.assignment.name / self.assignment.notebook.name

    @property
    def how_to_build(self) -> str:
        """The command that builds it."""
        return f"hippograd build {self.assignment.name} --cohort {self.cohort.name}"

    @property
    def libraries(self) -> list[str]:
        """The large libraries that the assignment requires."""
        required = {package_of(requirement) for requirement in self.assignment.requirements}
        return [name for name in self.course.kit.libraries if name in required]

    def data_files(self) -> Mapping[str, bytes]:
        """Return what a release's `data` folder holds, by name: the cohort's numbers and the files of the course; of a
        course that was made of another one, where `data` is a name like any other, nothing."""
        if self.assignment.handed_in is not None:
            return {}
        files = self.course.data_files(self.assignment, self.cohort)
        numbers = stable_json(self.cohort.public).encode()
        return {"cohort.json": numbers, **{name: path.read_bytes() for name, path in files.items()}}

    @cached_property
    def _made(self) -> Path:
        files = self.data_files()
        folder = new_folder("hippograd-data-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        try:
            for name, content in files.items():
                (folder / name).write_bytes(content)
        except OSError as error:
            raise MachineUnfit("scratch-full", folder=tempfile.gettempdir(), cause=error.strerror) from None
        return folder

    @property
    def data(self) -> Path:
        """The `data` folder, made from the sources; it exists as long as this object does."""
        return self._made
