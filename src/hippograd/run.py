"""A grading run: submissions in; marks, executed notebooks and results out, journalled as they come."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hippograd.course import Offering
from hippograd.course.closed import changed_tasks, read_closed
from hippograd.course.late import read_extensions
from hippograd.course.manifest import other_points
from hippograd.errors import HippogradError
from hippograd.grading.journal import Journal
from hippograd.grading.keys import digest, run_key
from hippograd.grading.pool import Setup, Workers
from hippograd.grading.result import Graded, Result
from hippograd.intake import Note, Submission, read_notebook
from hippograd.intake.matching.other_cohort import likeliest_cohort, release_texts
from hippograd.records.entries import students_entered
from hippograd.records.folder import Records, ResultLines, exchange_files
from hippograd.sandbox.tiers import demand_tier

if TYPE_CHECKING:
    from hippograd.integrations.dask import Cluster

OLDER_MARK = Note("gradebook and feedback still have what an earlier submission earned.", for_staff=True)

MOST_LOOKED_AT = 20
"""Notebooks that are looked at to see which cohort they are of, before any is graded."""

MOST_BYTES = 1_000_000
"""Of a notebook that is looked at so: here nothing ends what takes long to read."""

Start = Callable[[Setup, int], "AbstractContextManager[Workers | Cluster]"]
"""Starts workers for this many submissions."""


def grade_class(
    offering: Offering,
    submissions: Sequence[Submission],
    records: Records,
    *,
    db_url: str,
    jobs: int,
    json: Path,
    tier: str = "confined",
    everything: bool = False,
    scheduler: str | None = None,
    say: Callable[[str], None] = print,
) -> Iterator[Result]:
    """Grade submissions and give each result once it is safe on disk.

    A submission that was graded before, with nothing changed that its marks depend on, is not graded again. A run that
    was stopped at any moment, by whatever, goes on from there.

    Parameters
    ----------
    offering : Offering
        What was handed in.
    submissions : sequence of Submission
        Read when a worker is free for them.
    records : Records
        Where notebooks, journal and cache are.
    db_url : str
        The gradebook.
    jobs : int
        Worker processes.
    json : Path
        Gets one line per submission. The file of the records keeps the lines of students who are not in `submissions`.
    tier : str
        The weakest sandbox tier that is accepted.
    everything : bool
        Whether demonstration cells run too.
    scheduler : str, optional
        Address of a Dask scheduler, whose workers grade in place of processes of this machine.
    say : callable
        Called with what the user should know while it runs.

    Yields
    ------
    Result

    Raises
    ------
    HippogradError
        When the gradebook or the disk refuses; what was done until then is kept.
    """
    records.prepare()
    offered, why = demand_tier(tier) if scheduler is None else (f"workers' own, {tier} at least", "")
    if why and offered != "confined":
        say(f"sandbox tier {offered}: {why}")
    for line in (*_otherwise_than_closed(offering), *_otherwise_than_released(offering)):
        say(line)
    extensions = read_extensions(records.folder, offering.assignment.name)
    key = digest(run_key(offering, offered, everything), repr(offering.cohort.late), repr(extensions))
    kept = (
        {submission.student for submission in submissions}
        if json == records.results(offering.assignment.name)
        else None
    )
    with Journal(records.folder / f"{offering.assignment.name}.journal") as journal, ResultLines(json, kept) as lines:
        entered = students_entered(db_url, offering.assignment.name)
        waiting = []
        for submission in submissions:
            known = None
            if submission.student in entered:
                known = _known(submission, journal, _own_key(key, submission), records)
            if known is None:
                waiting.append(submission)
            else:
                known = msgspec.structs.replace(known, origin=submission.origin)
                lines.add(known)
                yield known
        if not waiting:
            return
        setup = Setup(str(offering.course.root), offering.assignment.name, offering.cohort.name, [], tier, everything)
        start = _workers_here(records, jobs) if scheduler is None else _workers_of(scheduler, say)
        for submission, graded in _grade(setup, waiting, start, db_url, extensions):
            result = msgspec.structs.replace(graded.result, origin=submission.origin)
            if graded.notebook is not None:
                files = exchange_files(submission.path, submission.members, offering.assignment.name)
                records.save_notebook(graded, submission.timestamp, files)
            elif submission.student in entered:
                result = msgspec.structs.replace(result, notes=[*result.notes, OLDER_MARK])
            journal.add(result, _own_key(key, submission))
            lines.add(result)
            yield result


def _otherwise_than_closed(offering: Offering) -> Iterator[str]:
    """What is said where a closed cohort is graded with other graders or points than it was."""
    closed = read_closed(offering.course, offering.cohort.name)
    changed = changed_tasks(closed, offering.assignment) if closed is not None else []
    if closed is not None and changed:
        yield (
            f"Cohort {closed.cohort} was closed on {closed.date}; {', '.join(changed)} had other graders or points. "
            f"To grade as then: git worktree add ../course-{closed.cohort} {closed.state}, and grade with --root there."
        )


def _otherwise_than_released(offering: Offering) -> Iterator[str]:
    """What is said where points are others than those that students read in their notebook."""
    changed = other_points(offering.course, offering.cohort.name, offering.assignment)
    if changed:
        points = ", ".join(f"{name} {released:g}, now {now:g}" for name, (released, now) in changed.items())
        yield (
            f"The release of cohort {offering.cohort.name} has other points than its graders: {points}. "
            "Build it again and tell the class, or restore the points."
        )


def refuse_other_cohorts(offering: Offering, submissions: Sequence[Submission]) -> None:
    """Refuse a class whose notebooks are mostly those of another cohort.

    Raises
    ------
    HippogradError
        When more than half of the first ones that can be read are another cohort's.
    """
    releases = release_texts(offering.course.release_folder, offering.assignment.name)
    own, found = offering.cohort.name, Counter[str]()
    for submission in submissions[:MOST_LOOKED_AT]:
        with suppress(HippogradError):  # said when it is graded
            data = submission.read()
            if len(data) <= MOST_BYTES:
                cells = read_notebook(data, submission.path.name)
                found[likeliest_cohort(cells, releases, own)] += 1
    theirs, count = found.most_common(1)[0] if found else (own, 0)
    if theirs != own and count > found.total() / 2 and found.total() > 1:
        raise HippogradError(
            f"{count} of {found.total()} notebooks that were looked at are those of cohort {theirs}, not {own}.",
            f"Add --cohort {theirs}, or --cohort {own} if they shall be graded as they are.",
        )


def _own_key(key: str, submission: Submission) -> str:
    """The key of a run with what is known of one submission besides its file: when, and how it was handed in."""
    return digest(key, submission.timestamp, *map(str, submission.notes))


def _workers_here(records: Records, jobs: int) -> Start:
    cache = str((records.folder / "cache.db").resolve())
    return lambda setup, count: Workers(msgspec.structs.replace(setup, cache=cache), min(jobs, count))


def _workers_of(scheduler: str, say: Callable[[str], None]) -> Start:
    from hippograd.integrations.dask import Cluster  # Dask is an extra

    return lambda setup, count: Cluster(setup, scheduler, say)


def _grade(
    setup: Setup, waiting: list[Submission], start: Start, db_url: str, extensions: dict[str, timedelta] | None
) -> Iterator[tuple[Submission, Graded]]:
    """Grade and enter into the gradebook."""
    from hippograd.building import (  # nbgrader takes seconds to import; not needed when all is known
        register,
        released_cells,
    )
    from hippograd.records.gradebook import GradebookWriter, patiently
    from hippograd.records.lateness import Lateness

    plan = setup.plan()
    cells = released_cells(plan.offering)
    with ExitStack() as stack:
        workers = stack.enter_context(start(msgspec.structs.replace(setup, cells=cells), len(waiting)))
        lateness = Lateness(plan.cohort.late, extensions)
        book = stack.enter_context(patiently(lambda: GradebookWriter(db_url, lateness)))
        patiently(lambda: register(plan.offering, db_url))
        for submission, graded in workers.grade(waiting):
            if graded.notebook is not None:
                book.save(graded.result, {plan.assignment.name: graded.notebook}, submission.timestamp)
            yield submission, graded


def _known(submission: Submission, journal: Journal, key: str, records: Records) -> Result | None:
    """The result of an earlier run, if nothing has changed and the notebook it wrote is still there."""
    if not records.notebook_path(submission.student, journal.path.stem).is_file():
        return None
    try:
        content_hash = hashlib.sha256(submission.read()).hexdigest()
    except HippogradError:
        return None  # said when it is graded
    return journal.done(submission.student, content_hash, key)
