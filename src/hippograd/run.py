"""A grading run: submissions in; marks, executed notebooks and results out, journalled as they come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from hippograd.course import Offering, points_text
from hippograd.course.closed import changed_tasks, read_closed
from hippograd.course.late import more_time
from hippograd.course.manifest import other_points
from hippograd.course.released import ReleasedCell
from hippograd.errors import few
from hippograd.files import alone_in_folder, write_whole
from hippograd.grading.cache import remove_if_damaged
from hippograd.grading.journal import Entry, Journal
from hippograd.grading.keys import causes, digest, run_key
from hippograd.grading.notebook import with_tasks
from hippograd.grading.pool import Setup, Workers
from hippograd.grading.result import Graded, Result
from hippograd.intake import UNMATCHED, Note, Origin, Submission
from hippograd.intake.finding.times import written_time
from hippograd.records.entries import results_entered, students_entered
from hippograd.records.folder import Records, ResultLines, exchange_files
from hippograd.records.originals import keep_original
from hippograd.records.patience import patiently
from hippograd.records.replacing import (
    Earlier,
    deadline_of,
    keep_notebook,
    replaced_notebook,
)
from hippograd.records.results import read_lines
from hippograd.records.unmatched import places, unmatched_rows
from hippograd.sandbox.tiers import demand_tier

if TYPE_CHECKING:
    from hippograd.records.gradebook import ByHand

OLDER_MARK = Note("gradebook and feedback still have what an earlier submission earned.", for_staff=True)

KEPT = "The published mark was kept; graded again, it would be {:g}."

Cells = Callable[[], list[ReleasedCell]]


class Grades(Protocol):
    """What grades submissions: this machine's workers, or others."""

    def grade(self, work: Iterable[Submission], /) -> Iterator[tuple[Submission, Graded]]: ...


Start = Callable[[Setup, int, Cells], AbstractContextManager[Grades]]
"""Starts workers for this many submissions, which answer these released cells."""


def grade_class(
    offering: Offering,
    submissions: Sequence[Submission],
    records: Records,
    *,
    db_url: str,
    jobs: int,
    tier: str = "confined",
    everything: bool = False,
    elsewhere: Start | None = None,
    deadline: datetime | None = None,
    never_lower: bool = False,
    takes_older: bool = False,
    run: str = "",
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
    tier : str
        The weakest sandbox tier that is accepted.
    everything : bool
        Whether demonstration cells run too.
    elsewhere : callable, optional
        Starts workers of other machines, which grade in place of processes of this one.
    deadline : datetime, optional
        Of the class; extensions are added. A submission that was on time is not replaced by a later one that is not.
    never_lower : bool
        Whether a task of the same file keeps its points where they would be fewer.
    takes_older : bool
        Whether a file takes the place of a later one, too.
    run : str
        When this run began, in ISO 8601, which the journal remembers.
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
    offered, why = demand_tier(tier) if elsewhere is None else (f"workers' own, {tier} at least", "")
    if why and offered != "confined":
        say(f"sandbox tier {offered}: {why}")
    for line in (*_otherwise_than_closed(offering, records), *_otherwise_than_released(offering)):
        say(line)
    extensions = more_time(offering.cohort.late, records.folder, offering.assignment.name)
    key = digest(run_key(offering, offered, everything), repr(offering.cohort.late), repr(extensions))
    name = offering.assignment.name
    _restore_what_is_lost(records.journal(name), records.results(name), say)
    with (
        Journal(records.journal(name), run, causes(offering)) as journal,
        unmatched_rows(records, name, {one.student for one in submissions}, say) as unmatched,
        ResultLines(records.results(name), keeps=True) as lines,
    ):
        if journal.cut_off:
            say(
                f"Line {journal.cut_off} of {journal.path.name} was cut short and is left out. The student whose "
                "result it was is graded again if their work is in this input."
            )
        entered = students_entered(db_url, name)
        results = results_entered(db_url, name)
        before = _Before(
            journal, records, entered, results, key, deadline, extensions or {}, never_lower, submissions, takes_older
        )
        for line in before.of_other_records():
            say(line)
        waiting, replaced = [], dict[str, Earlier]()
        for handed_in in submissions:
            submission, known, earlier = before.look(handed_in)
            if known is not None:
                keep_original(records, submission, name)
                lines.add(known)
                unmatched.note(known)
                yield _without_news(known)
            elif earlier is not None and (note := before.note_that_it_counts(earlier, submission)) is not None:
                lines.add(earlier.result)
                yield _with_notes(_without_news(earlier.result), note)
            else:
                waiting.append(submission)
                if earlier is not None:
                    replaced[submission.student] = earlier
        for line in (*_of_others(replaced), *before.of_other_results({one.student for one in waiting})):
            say(line)
        if not waiting:
            return
        setup = Setup(str(offering.course.root), offering.assignment.name, offering.cohort.name, [], tier, everything)
        start = elsewhere or _workers_here(offering, records, jobs)

        def settled(graded: Graded) -> Graded:
            return _not_lower(graded, journal.last(graded.result.student)) if never_lower else graded

        for submission, graded, by_hand in _grade(offering, setup, waiting, start, db_url, before, settled, replaced):
            result = msgspec.structs.replace(graded.result, origin=submission.origin)
            if graded.notebook is not None:
                if (earlier := replaced.get(submission.student)) is not None:
                    result = _with_notes(result, *_notes_on_replacing(earlier, submission, result, records, by_hand))
                files = None if submission.is_copy else exchange_files(submission.path, submission.members, name)
                records.save_notebook(graded, submission.timestamp, files)
                keep_original(records, submission, name)
            elif submission.student in entered:
                result = _with_notes(result, OLDER_MARK)
            journal.add(result, before.key_of(submission))
            lines.add(result)
            unmatched.note(result)
            yield result


@dataclass(frozen=True)
class _Before:
    """What earlier runs know of students and their files, and what decides which of two files counts."""

    journal: Journal
    records: Records
    entered: Mapping[str, datetime | None]
    """Who is in the gradebook, and when what is there was handed in."""

    results: Mapping[str, str]
    """Which result is there, by its `identity`."""

    key: str
    deadline: datetime | None
    extensions: Mapping[str, timedelta]
    never_lower: bool
    submissions: Sequence[Submission]
    """All of this run."""

    takes_older: bool = False

    others: dict[str, str] = field(default_factory=dict)
    """Of whom the gradebook has another result than the journal, and which; empty where it does not say."""

    missing: list[str] = field(default_factory=list)
    """Who has a mark by the journal and is not in the gradebook, though others are."""

    def look(self, handed_in: Submission) -> tuple[Submission, Result | None, Earlier | None]:
        """What is handed in, with the time that counts; its result, where that is known; else what it would replace."""
        student = handed_in.student
        is_there, last = student in self.entered, self.journal.last(student)
        if handed_in.problem is None and not is_there and self.entered and last is not None:
            self.missing.append(student)
        is_known = is_there and handed_in.problem is None
        if not is_known or not (content_hash := handed_in.content_hash()):  # why, is said when it is graded
            return handed_in, None, None
        submission, earlier = handed_in, None
        if last is not None:
            if self.results.get(student, last.identity) != last.identity:
                self.others[student] = self.results[student]
            earlier = Earlier(last, self._time_of(last))
            if last.content_hash == content_hash:
                submission, earlier = earlier.at_its_first_time(handed_in, self._deadline_of(student)), None
            else:
                earlier = replace(earlier, whose=self._whose(last))
        return submission, self._known(submission, content_hash), earlier

    def of_other_records(self) -> Iterator[str]:
        """Who has a mark in the gradebook of which these records know nothing, so that nobody can tell which counts."""
        students = sorted({one.student for one in self.submissions} & {*self.entered})
        unknown = [one for one in students if not self.journal.knows(one)]
        if unknown:
            yield (
                f"Please check: {len(unknown)} with a mark in the gradebook of which these records know nothing, "
                "perhaps graded into others or by nbgrader. What is handed in now takes its place, even if older: "
                f"{few(unknown)}"
            )

    def of_other_results(self, waiting: Container[str]) -> Iterator[str]:
        """Who has other marks in the gradebook than by the journal, and whether they are entered again."""
        known = [student for student, result in self.others.items() if result]
        if not_said := len(self.others) - len(known):
            yield f"{not_said} entered again: an older version filled the gradebook, which does not say what it has"
        for students, what in (
            ([one for one in (*known, *self.missing) if one in waiting], "Entered again"),
            ([one for one in known if one not in waiting], "Not entered, as the file that counts is not here"),
        ):
            if students:
                yield (
                    f"Please check: {len(students)} whose marks in the gradebook differed from these records: is it a "
                    "backup, or another gradebook, or was a run killed? Marks that people gave in another one "
                    f"are not known here: look for them there. {what}: {few(sorted(students))}"
                )

    def replaced(self, student: str, assignment: str, name: str) -> Path:
        """Where the notebook is of what the gradebook has."""
        other = self.others.get(student)
        kept = replaced_notebook(self.records, student, assignment, other) if other else None
        return kept or self.records.replaced(student, assignment, name)

    def _time_of(self, last: Result) -> datetime | None:
        """When the last result was handed in, as the gradebook has it if it has that result."""
        if last.student in self.others:
            return self.records.handed_in(last.student, last.assignment)
        return self.entered[last.student]

    def _whose(self, last: Result) -> str:
        """Whose in this run the file of an earlier result is, unless it is the student's still."""
        for place in places(last.file, last.origin):
            there = [one for one in self._lying.get(place, ()) if not one.student.startswith(UNMATCHED)]
            is_others = bool(there) and all(one.student != last.student for one in there)
            if is_others and there[0].content_hash() == last.content_hash:
                return there[0].student
        return ""

    @cached_property
    def _lying(self) -> dict[str | Origin, list[Submission]]:
        """What is handed in, by where it lies."""
        found = defaultdict[str | Origin, list[Submission]](list)
        for one in self.submissions:
            for place in places(one.label, one.origin):
                found[place].append(one)
        return dict(found)

    def note_that_it_counts(self, earlier: Earlier, submission: Submission) -> Note | None:
        """That what there is counts, and not what is handed in; None where that takes its place."""
        if self.takes_older:
            return None
        student = submission.student
        was_replaced = self.journal.was_replaced(student, submission.content_hash())
        return earlier.note_that_it_counts(submission, self._deadline_of(student), was_replaced=was_replaced)

    def key_of(self, submission: Submission) -> str:
        """The key of the run with what is known of one submission besides its file: when, and how it was handed in."""
        return digest(self.key, submission.timestamp, *map(str, submission.notes))

    def _deadline_of(self, student: str) -> datetime | None:
        return deadline_of(self.deadline, self.extensions.get(student))

    def _known(self, submission: Submission, content_hash: str) -> Result | None:
        """The result of an earlier run, if nothing has changed, and what it wrote is there: notebook and marks."""
        student = submission.student
        if not self.records.has_notebook_of(student, self.journal.path.stem, content_hash):
            return None
        known = self.journal.done(student, content_hash, self.key_of(submission))
        if known is None or (not self.never_lower and any(task.is_kept for task in known.tasks)):
            return None
        has, time = self.results.get(student, ""), self.entered[student]
        is_at_this_time = not submission.timestamp or (time is not None and written_time(time) == submission.timestamp)
        if has != known.identity or not is_at_this_time:
            self.others[student] = has
            return None
        return msgspec.structs.replace(known, origin=submission.origin)


def _of_others(replaced: Mapping[str, Earlier]) -> Iterator[str]:
    """Whose mark becomes that of another file, as the one that they had is somebody else's in this run."""
    others = [f"{student} ({earlier.whose}'s now)" for student, earlier in sorted(replaced.items()) if earlier.whose]
    if others:
        yield (
            f"Please check: {len(others)} had the mark of a file that is somebody else's in this run, and "
            f"get{'s' * (len(others) == 1)} that of another one: {few(others)} If groups or names have changed since "
            "it was handed in, the roster of that time keeps the marks as they were."
        )


def _has_content(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


def _restore_what_is_lost(journal: Path, results: Path, say: Callable[[str], None]) -> None:
    """Make the journal of earlier runs, or the file of results, anew from the other, where one of them is lost."""
    with alone_in_folder(journal.parent):
        if _has_content(results) and not journal.exists():
            lost, entries = journal, (Entry("", result) for result in read_lines(results, Result))  # graded again
            write_whole(journal, (msgspec.json.encode(entry) + b"\n" for entry in entries))
        elif _has_content(journal) and not results.exists():
            lost = results
            with Journal(journal) as known:
                write_whole(results, (msgspec.json.encode(result) + b"\n" for result in known.all_last()))
        else:
            return
    say(f"{lost.name} was lost, and is made anew from what else earlier runs left.")


def _without_news(result: Result) -> Result:
    """A result of an earlier run, without what that one said of itself."""
    return msgspec.structs.replace(result, notes=[note for note in result.notes if not note.is_news])


def _with_notes(result: Result, *notes: Note) -> Result:
    return msgspec.structs.replace(result, notes=[*result.notes, *notes])


def _notes_on_replacing(
    earlier: Earlier, submission: Submission, result: Result, records: Records, by_hand: Mapping[str, ByHand]
) -> list[Note]:
    """What is said of a result that takes an earlier one's place, whose notebook is kept."""
    is_kept = keep_notebook(records, earlier)
    return [*earlier.notes_on_replacing(submission, is_kept=is_kept), *_notes_on_hand(by_hand, result)]


def _notes_on_hand(by_hand: Mapping[str, ByHand], result: Result) -> Iterator[Note]:
    """That points given by hand for an earlier file stay, though this one earns others or has another text."""
    tasks = {task.name: task for task in result.tasks}
    for name, given in by_hand.items():
        if name in tasks:
            now = f"this one earns {tasks[name].points:g} of {tasks[name].max_points:g}"
        else:
            now = "in this one the text is another" if given.auto is None else "in this one it is blank"
        if given.points != given.auto:
            yield Note(
                f"what a person gave for an earlier file stays: {points_text(given.points)} for {name}; {now}. "
                "`hippograd mark` changes it.",
                for_staff=True,
                is_news=True,
            )


def _otherwise_than_closed(offering: Offering, records: Records) -> Iterator[str]:
    """What is said where a closed cohort is graded with other graders or points than it was."""
    closed = read_closed(offering.course, offering.cohort.name)
    changed = changed_tasks(closed, offering.assignment) if closed is not None else []
    if closed is not None and changed:
        yield (
            f"Cohort {closed.cohort} was closed on {closed.date}; {', '.join(changed)} had other graders or points. "
            f"To grade as then: git worktree add ../course-{closed.cohort} {closed.state}, go there, and add "
            f"--records {records.folder.resolve()} to all commands."
        )


def _otherwise_than_released(offering: Offering) -> Iterator[str]:
    """What is said where points are others than students read; a closed cohort has a message of its own."""
    if read_closed(offering.course, offering.cohort.name) is not None:
        return
    changed = other_points(offering.course, offering.cohort.name, offering.assignment)
    if changed:
        points = ", ".join(f"{name} {released:g}, now {now:g}" for name, (released, now) in changed.items())
        yield (
            f"The release of cohort {offering.cohort.name} has other points than its graders: {points}. "
            "Build it again and tell the class, or restore the points."
        )


def _workers_here(offering: Offering, records: Records, jobs: int) -> Start:
    cache = records.cache.resolve()
    remove_if_damaged(cache)
    return lambda setup, count, cells: Workers(
        msgspec.structs.replace(setup, cache=str(cache)), min(jobs, count), cells, offering
    )


def _not_lower(graded: Graded, before: Result | None) -> Graded:
    """A result in which no task of the same file has fewer points than before, unless it is worth fewer now."""
    if before is None or graded.notebook is None or before.content_hash != graded.result.content_hash:
        return graded
    had = {task.name: task.points for task in before.tasks}
    kept = {
        task.name: msgspec.structs.replace(
            task,
            points=min(had[task.name], task.max_points),
            note=f"{task.note} {KEPT.format(task.points)}".strip(),
        )
        for task in graded.result.tasks
        if task.points < min(had.get(task.name, 0.0), task.max_points)
    }
    tasks = [kept.get(task.name, task) for task in graded.result.tasks]
    return Graded(msgspec.structs.replace(graded.result, tasks=tasks), with_tasks(graded.notebook, kept))


def _grade(
    offering: Offering,
    setup: Setup,
    waiting: list[Submission],
    start: Start,
    db_url: str,
    before: _Before,
    settled: Callable[[Graded], Graded],
    replaced: Container[str],
) -> Iterator[tuple[Submission, Graded, dict[str, ByHand]]]:
    """Grade and enter into the gradebook; with the points that a person gave before."""

    @cache
    def cells() -> list[ReleasedCell]:
        from hippograd.building.released import released_cells

        return released_cells(offering)

    with ExitStack() as stack:
        workers = stack.enter_context(start(setup, len(waiting), cells))
        outcomes = workers.grade(waiting)
        # imported while they import and grade
        from hippograd.building.register import register
        from hippograd.records.gradebook import GradebookWriter
        from hippograd.records.lateness import Lateness

        lateness = Lateness(offering.cohort.late, before.records.folder)
        book = stack.enter_context(patiently(lambda: GradebookWriter(db_url, lateness, before.replaced)))
        patiently(lambda: register(offering, db_url, cells()))
        for submission, outcome in outcomes:
            graded = settled(outcome)
            by_hand: dict[str, ByHand] = {}
            if graded.notebook is not None:
                by_hand = book.save(
                    graded.result,
                    {offering.assignment.name: graded.notebook},
                    submission.timestamp,
                    is_other=submission.student in replaced or bool(before.others.get(submission.student)),
                )
            yield submission, graded, by_hand
