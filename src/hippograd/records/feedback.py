"""Each student's feedback page, written by nbgrader's own converter, with our page in the place of its template."""

from __future__ import annotations

import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.converters import GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearMarkScheme
from traitlets.config import Config

from hippograd.building.converting import quiet
from hippograd.errors import HippogradError, Problem
from hippograd.files import sha256
from hippograd.grading.processes import Processes
from hippograd.records.cleaning import cleaned_html, cleaned_markdown, highlighted_code
from hippograd.records.folder import HANDED_IN_AS, Records
from hippograd.records.page_exporter import FeedbackPage
from hippograd.store.gradebook import Gradebook
from hippograd.store.lateness import Lateness

LOOK = "Look at the notebook: it may be meant to do this. The others have their pages."

_OURS = re.compile(r"hippograd\.errors\.\w+: ")
"""With what a cause begins that is an error of this project, whose remedy follows."""

PAGE_SECONDS = 120.0
"""How long the writing of one page may take, s."""

TOO_MUCH = f"it took more than {PAGE_SECONDS:g} s, or too much memory"


def feedback_config(config: Config, root: Path, grace_minutes: float = 0.0) -> Config:
    """Return what nbgrader's `generate_feedback` and formgrader are told, here and by `nbgrader_config.py`."""
    config.HTMLExporter.sanitize_html = True  # formgrader's outputs alone: Markdown has its filter
    config.HTMLExporter.filters = {
        "markdown2html": f"{cleaned_markdown.__module__}.{cleaned_markdown.__name__}",
        "clean_html": f"{cleaned_html.__module__}.{cleaned_html.__name__}",  # nbconvert's own leaves classes and ids
        "highlight_code": f"{highlighted_code.__module__}.{highlighted_code.__name__}",
    }
    config.GenerateFeedback.exporter_class = FeedbackPage
    config.FeedbackPage.root = str(root)
    config.FeedbackPage.grace_minutes = float(grace_minutes)
    config.GenerateFeedback.preprocessors = [ClearOwnMarkSchemes]
    config.ClearMarkScheme.enforce_metadata = False
    return config


def students_with_feedback_due(records: Records, assignment: str) -> list[str]:
    """Return the students whose notebook was graded, also where it is not there any more."""
    found = {path.parent.name for path in records.autograded.glob(f"*/{assignment}") if path.is_dir()}
    found |= {row.student for row in records.results_of(assignment).past().today.values() if row.has_mark}
    if not found:
        raise HippogradError("graded-none", folder=records.autograded, assignment=assignment)
    return sorted(found)


@dataclass(frozen=True)
class Page:
    """A student's feedback page."""

    student: str
    path: Path
    """Where it is."""

    failure: HippogradError | None = None
    """Why it could not be written."""

    is_changed: bool = False
    """Whether there was one before that says something else."""


def write_feedback(
    root: Path,
    records: Records,
    db_url: str,
    assignment: str,
    students: list[str],
    jobs: int,
    lateness: Lateness | None = None,
) -> Iterator[Page]:
    """Write the pages and give each as it is done, in no order; one that cannot be written stops no other."""
    book = Gradebook(db_url)
    book.require()
    if lateness is not None:
        book.enter_penalties(assignment, students, lateness)
    grace_minutes = lateness.policy.grace_minutes if lateness is not None else 0.0
    paths = {student: records.feedback / student / assignment / f"{assignment}.html" for student in students}
    before = {student: _digest(path) for student, path in paths.items()}
    amiss = _notebooks_amiss(records, assignment, students)
    processes: Processes[str, _Written] = Processes(
        _write_page, jobs, _ready, lambda: (root, records, db_url, grace_minutes, assignment), PAGE_SECONDS
    )
    with processes:
        written = processes.run([student for student in students if student not in amiss])
        for student, one in chain(amiss.items(), written):
            path = paths[student]
            problem = one.problem if one is not None else _problem(student, assignment, TOO_MUCH, LOOK)
            if problem is not None:
                with suppress(OSError):
                    path.unlink(missing_ok=True)  # an older page would be taken for this one
            is_changed = problem is None and before[student] not in ("", _digest(path))
            yield Page(student, path, problem.error if problem is not None else None, is_changed)


def _notebooks_amiss(records: Records, assignment: str, students: list[str]) -> dict[str, _Written]:
    """Return whose page would be made from a notebook that is not that of their result, or not there, and what is
    said."""
    results, found = records.results_of(assignment).past().today, {}
    for student in students:
        row = results.get(student)
        if row is not None and row.has_mark and not records.has_notebook_of(student, assignment, row.content_hash[:8]):
            path = records.notebook_path(student, assignment)
            is_there = "is not of the file that their result is of" if path.is_file() else "is not there"
            remedy = "Grade that file again, which writes it; or restore it from a backup."
            found[student] = _Written(_problem(student, assignment, f"{path} {is_there}", remedy))
    return found


def _digest(page: Path) -> str:
    """Of what a page says; empty where there is none."""
    try:
        return sha256(page.read_bytes())
    except OSError:
        return ""


def _problem(student: str, assignment: str, cause: str, remedy: str) -> Problem:
    return Problem.of("page-not-written", student=student, assignment=assignment, cause=cause, remedy=remedy)


class _Written(NamedTuple):
    """What came of a page."""

    problem: Problem | None = None


def _ready(*_: object) -> None:
    """Nothing: what a page needs is imported with this module."""


class ClearOwnMarkSchemes(ClearMarkScheme):  # type: ignore[misc]
    """nbgrader's step for the cells that are ours: a line like a scheme's in a student's text is their text."""

    def preprocess_cell(self, cell: NotebookNode, resources: Any, cell_index: int) -> tuple[NotebookNode, Any]:
        if not utils.is_locked(cell):
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)  # type: ignore[no-any-return]


class FeedbackByName(GenerateFeedback):  # type: ignore[misc]
    """nbgrader's `generate_feedback`, whose page also has the name of the notebook as it was handed in.

    `nbgrader release_feedback` files pages by their names, and `fetch_feedback` looks for the student's own.
    """

    def write_single_notebook(self, output: str, resources: Any) -> None:
        super().write_single_notebook(output, resources)
        names = resources["nbgrader"]
        source, target = (
            Path(place(names["assignment"], names["student"])) for place in (self._format_source, self._format_dest)
        )
        with suppress(OSError):  # a name that was too long with another suffix
            stem = os.fsdecode((source / HANDED_IN_AS).read_bytes())
            if stem != names["notebook"] and stem == Path(stem).name:
                shutil.copyfile(target / f"{names['notebook']}.html", target / f"{stem}.html")


def _write_page(
    root: Path, records: Records, db_url: str, grace_minutes: float, assignment: str, student: str
) -> _Written:
    config = feedback_config(Config(), root, grace_minutes)
    config.CourseDirectory.root = str(records.folder.resolve())
    config.CourseDirectory.autograded_directory = records.autograded.name
    config.CourseDirectory.feedback_directory = records.feedback.name
    config.CourseDirectory.assignment_id = assignment
    config.CourseDirectory.student_id = student
    config.CourseDirectory.db_url = db_url
    converter = FeedbackByName(coursedir=CourseDirectory(config=config), config=config)
    converter.force = True
    log = quiet(converter)
    logging.getLogger("traitlets").addHandler(logging.NullHandler())
    try:
        converter.start()
    except NbGraderException as error:
        if ours := _OURS.match(log.cause):
            return _Written(_problem(student, assignment, log.cause[ours.end() :].rstrip("."), ""))
        cause = f"nbgrader says: {log.cause or error}"
        if "[Errno " in log.cause:
            remedy = f"Make room in {records.feedback}, or check its permissions; then run the command again."
            raise _problem(student, assignment, cause, remedy).error from None
        return _Written(_problem(student, assignment, cause, "Grade the submission again."))
    except MemoryError:
        return _Written(_problem(student, assignment, TOO_MUCH, LOOK))
    return _Written()
