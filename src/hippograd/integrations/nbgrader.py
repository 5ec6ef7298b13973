"""What stands in for nbgrader's running a notebook: the same grading as `hippograd grade`, called by nbgrader.

With the repository's nbgrader_config.py, `nbgrader autograde` and formgrader's button take each student's file as
`hippograd grade` does, run it behind the wall and give the same marks; nbgrader saves them as ever.
"""

from __future__ import annotations

import atexit
import glob
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.apps import api, autogradeapp, generatefeedbackapp
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    Execute,
    OverwriteCells,
)
from nbgrader.utils import rmtree
from traitlets import Enum, Unicode
from traitlets.config import Config

from hippograd.building.converting import converter_config
from hippograd.building.register import register
from hippograd.building.release import add_companions
from hippograd.building.released import released_cells
from hippograd.course import Cohort, Course, Offering
from hippograd.errors import HippogradError
from hippograd.files import write_whole
from hippograd.grading.grader import Grader, grader_for
from hippograd.grading.keys import run_key
from hippograd.grading.plan import Plan
from hippograd.intake import submission_in
from hippograd.integrations.collecting import NAMES, CollectByName
from hippograd.integrations.submitted import STAMP, GuardedAutograde, existing_timestamp, handed_in_at
from hippograd.nbgrader_env import Gradebook
from hippograd.records.feedback import FeedbackByName, feedback_config
from hippograd.records.folder import exchange_files, write_exchange_files
from hippograd.records.late_penalties import CohortLatePolicy, LatePenalties
from hippograd.sandbox.confine import probe
from hippograd.sandbox.tiers import TIERS, demand_tier
from hippograd.store.gradebook import Gradebook as Store

COHORT_VARIABLE, DB_VARIABLE = "HIPPOGRAD_COHORT", "HIPPOGRAD_DB"

NOT_NEEDED = (ClearOutput, DeduplicateIds, OverwriteCells, CheckCellMetadata)
"""Steps that mend a notebook before nbgrader grades it."""


def configure(config: Config, root: Path) -> None:
    """Configure nbgrader for the course at `root`, with our grading and our pages in the place of its own."""
    os.umask(0o077)  # records are for their owner alone; what it releases to students, nbgrader opens to them itself
    configure_stock(config, root)
    cohort = Course(root).cohort(config.StampTasks.cohort)
    replace_steps(config, {Execute: None, AssignLatePenalties: LatePenalties})
    config.GradeBehindTheWall.root = config.CohortLatePolicy.root = str(root)
    config.GradeBehindTheWall.cohort = config.CohortLatePolicy.cohort = cohort.name
    config.ZipCollectApp.collector_plugin = CollectByName
    config.FileNameCollectorPlugin.named_regexp = NAMES
    config.LatePenalties.plugin_class = CohortLatePolicy
    feedback_config(config, root, cohort.late.grace_minutes)
    config.GenerateFeedback.preprocessors = [LatePenalties, *config.GenerateFeedback.preprocessors]
    read_guarded(GradeBehindTheWall)
    for module in (generatefeedbackapp, api):
        module.GenerateFeedback = FeedbackByName


def configure_stock(config: Config, root: Path) -> None:
    """Configure nbgrader for the course at `root`.

    The cohort is the one in $HIPPOGRAD_COHORT, or the current one; the gradebook is that in $HIPPOGRAD_DB, or in the
    records.
    """
    try:
        course = Course(root)
        cohort = course.cohort(os.environ.get(COHORT_VARIABLE) or None)
    except HippogradError as error:
        sys.exit(str(error))  # an ordinary exception here would only be logged, and nbgrader would go on without us
    records = course.records_folder / cohort.name
    records.mkdir(parents=True, exist_ok=True)
    config.merge(converter_config(course, cohort))
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.source_directory = "assignments"
    config.CourseDirectory.release_directory = f"release/{cohort.name}"
    config.CourseDirectory.submitted_directory = "submitted"
    config.CourseDirectory.autograded_directory = f"records/{cohort.name}/autograded"
    config.CourseDirectory.feedback_directory = f"records/{cohort.name}/feedback"
    config.CourseDirectory.db_url = os.environ.get(DB_VARIABLE) or f"sqlite:///{records / 'gradebook.db'}"
    config.GenerateAssignment.post_convert_hook = _Companions(course, cohort)
    config.Autograde.pre_convert_hook = _Registration(course, cohort, config.CourseDirectory.db_url)


class GradeBehindTheWall(GuardedAutograde):
    """nbgrader's autograde with our grading in the place of its running a notebook.

    Whose file is taken, and what it earns, is found out as by `hippograd grade` and before nbgrader looks for names or
    removes anything: a submission that cannot be graded leaves no row, and what there was of it stays.
    """

    root = Unicode("", help="The folder that holds assignments/cohorts.toml").tag(config=True)
    cohort = Unicode("", help="The cohort whose release was handed in").tag(config=True)
    tier = Enum(TIERS, "confined", help="The weakest sandbox tier that is accepted").tag(config=True)

    def init_notebooks(self) -> None:
        """Each folder of a student counts as holding the assignment's notebook, whatever files are in it."""
        found = glob.glob(self._format_source(self.coursedir.assignment_id, self.coursedir.student_id))
        if not found:
            super().init_notebooks()  # says so
        self.assignments = {folder: [os.path.join(folder, f"{os.path.basename(folder)}.ipynb")] for folder in found}
        self.refuse_odd_folders()

    def begins(self, assignment_id: str, student_id: str) -> bool:
        """Grade; whether there is something to enter.

        nbgrader would clear the folder here and after any error: a submission that cannot be graded is none for it.
        """
        if not self._is_due(assignment_id, student_id):
            return False
        self._executed = self._grade(assignment_id, student_id)
        folder = self._format_dest(assignment_id, student_id)
        if os.path.exists(folder):
            rmtree(folder)
        return True

    def _is_due(self, assignment_id: str, student_id: str) -> bool:
        """Return whether it was not graded yet, or was handed in again since, or all are to be graded."""
        before = Path(self._format_dest(assignment_id, student_id))
        new, old = handed_in_at(Path(self._format_source(assignment_id, student_id))), handed_in_at(before)
        is_newer = new is not None and old is not None and new > old
        return self.force or is_newer or not (before / f"{assignment_id}.ipynb").exists()

    def _grade(self, assignment_id: str, student_id: str) -> dict[str, Any]:
        """Return the executed notebook."""
        grader = _grader(self.root, self.cohort, assignment_id, self.tier)
        folder = Path(self._format_source(assignment_id, student_id))
        is_of_others = grader.plan.assignment.handed_in is not None
        submission = submission_in(folder, assignment_id, student_id, takes_beside=is_of_others)
        self._exchange_files = exchange_files(submission.path, submission.members, assignment_id)
        graded = grader.grade(
            submission.read(),
            student=student_id,
            file=submission.label,
            notes=submission.notes,
            beside=submission.read_beside(),
        )
        if graded.result.problem is not None:
            raise graded.result.problem.error
        assert graded.notebook is not None, "what was graded was run"
        for note in graded.result.notes:
            self.log.warning("%s: %s", student_id, note)
        return graded.notebook

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Enter student and submission; of the student's files, none but the time stamp is kept beside the notebook.

        nbgrader would go on to give 0 where the file has not the assignment's name.
        """
        folder = Path(self._format_dest(assignment_id, student_id))
        write_exchange_files(folder, self._exchange_files)
        stamp = handed_in_at(Path(self._format_source(assignment_id, student_id)))
        if stamp is not None:
            write_whole(folder / STAMP, f"{stamp} UTC".encode())
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as book:
            if self.create_student:
                book.update_or_create_student(student_id)
            book.update_or_create_submission(assignment_id, student_id, **({"timestamp": stamp} if stamp else {}))

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Have nbgrader save the marks of the executed notebook, and the notebook."""
        resources = self.init_single_notebook_resources(notebook_filename)
        self._sanitizing = False  # nbgrader's word for which of its steps come now
        try:
            self._init_preprocessors()
        finally:
            self._sanitizing = True
        output, resources = self.exporter.from_notebook_node(nbformat.from_dict(self._executed), resources)
        self.write_single_notebook(output, resources)


_graders: dict[tuple[str, str, str], tuple[str, Grader]] = {}


def _grader(root: str, cohort_name: str, assignment: str, tier: str) -> Grader:
    """Return one grader, with its warm fork server, for all notebooks; another one when graders or sources have
    changed.

    Formgrader keeps its process for days.
    """
    demand_tier(tier)
    course = Course(Path(root))
    info, cohort = course.assignment(assignment), course.cohort(cohort_name)
    place = (root, cohort_name, assignment)
    offering = Offering(course, info, cohort)
    key = run_key(offering, probe()[0], everything=False)
    known, grader = _graders.get(place, ("", None))
    if grader is None or known != key:
        if grader is not None:
            atexit.unregister(grader.close)
            grader.close()
        plan = Plan(offering, released_cells(offering))
        grader = grader_for(plan, plan.fork_server(tier))
        atexit.register(grader.close)
        _graders[place] = (key, grader)
    return grader


def read_guarded(autograde: type[GuardedAutograde]) -> None:
    """Put our classes in the place of nbgrader's in its command and behind formgrader's button; it has no setting."""
    for module in (autogradeapp, api):
        module.Autograde = autograde
    CourseDirectory.get_existing_timestamp = existing_timestamp


def replace_steps(config: Config, replaced: dict[type, type | None]) -> None:
    """Put our steps, or none, in place of nbgrader's; leave out those whose work ours do on the notebook as handed in.

    nbgrader's own fail where a notebook is damaged, and then the whole class is not graded: at a cell that is there
    twice, for example.
    """
    for name in ("sanitize_preprocessors", "autograde_preprocessors"):
        steps = config.Autograde.get(name) or Autograde.class_traits()[name].default()
        left = [step for step in steps if name != "sanitize_preprocessors" or step not in NOT_NEEDED]
        config.Autograde[name] = [step for step in (replaced.get(step, step) for step in left) if step is not None]


class _Registration:
    """Enters an assignment into the gradebook before its first submission: releases are in the repository already."""

    def __init__(self, course: Course, cohort: Cohort, db_url: str) -> None:
        self.course = course
        self.cohort = cohort
        self.db_url = db_url

    def __call__(self, assignment: str, student: str, notebooks: list[str]) -> None:
        if not Store(self.db_url).has_assignment(assignment):
            try:
                register(Offering.of(self.course, assignment, self.cohort), self.db_url)
            except HippogradError as error:
                sys.exit(str(error))  # nbgrader only logs what a hook raises


class _Companions:
    """Completes what `nbgrader generate_assignment` has written with what else a release holds."""

    def __init__(self, course: Course, cohort: Cohort) -> None:
        self.course = course
        self.cohort = cohort

    def __call__(self, assignment: str, student: str, notebooks: list[str]) -> None:
        offering = Offering.of(self.course, assignment, self.cohort)
        folder = offering.release
        try:
            add_companions(offering, folder)
        except (HippogradError, OSError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            sys.exit(f"{error} Nothing was released.")  # nbgrader only logs what a hook raises
