"""A grading run: submissions in; marks, executed notebooks and results out, each whole in the store as it comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Protocol

import msgspec

from hippograd.course import Offering, points_text
from hippograd.course.closed import changed_tasks, read_closed
from hippograd.course.late import more_time
from hippograd.course.manifest import other_points
from hippograd.course.released import ReleasedCell
from hippograd.errors import NO_JSON, HippogradError, few
from hippograd.grading.cache import remove_if_damaged
from hippograd.grading.keys import causes, digest, run_key
from hippograd.grading.notebook import with_tasks
from hippograd.grading.pool import Setup, Workers
from hippograd.grading.result import Graded, Result
from hippograd.intake import UNMATCHED, Note, Origin, Submission
from hippograd.intake.finding.times import written_time
from hippograd.records.folder import Records, exchange_files
from hippograd.records.originals import keep_original
from hippograd.records.replacing import Earlier, deadline_of, keep_notebook
from hippograd.records.unmatched import places, unmatched_rows
from hippograd.sandbox.tiers import demand_tier
from hippograd.store.gradebook import ByHand, Gradebook
from hippograd.store.patience import patiently
from hippograd.store.results import Past, Results, Row

OLDER_MARK = Note.of("older-mark-kept")

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
    results = Results(Gradebook(db_url), name)
    with (
        records.one_run(name),
        _exported(results, records.results(name)),
        unmatched_rows(results, {one.student for one in submissions}, say) as unmatched,
        results.run(run) as begun,
    ):
        before = _Before(
            results,
            records,
            results.book.submitted(name),
            key,
            deadline,
            extensions or {},
            never_lower,
            submissions,
            takes_older,
        )
        for line in before.of_other_records():
            say(line)
        waiting, replaced = [], dict[str, Earlier]()
        for handed_in in submissions:
            submission, known, earlier = before.look(handed_in)
            if known is not None:
                keep_original(records, submission, name)
                unmatched.note(known)
                yield _without_news(known)
            elif earlier is not None and (note := before.note_that_it_counts(earlier, submission)) is not None:
                before.show(earlier.result)
                yield _with_notes(_without_news(earlier.result), note)
            else:
                waiting.append(submission)
                if earlier is not None:
                    replaced[submission.student] = earlier
        for line in _of_others(replaced):
            say(line)
        if not waiting:
            return
        setup = Setup(str(offering.course.root), offering.assignment.name, offering.cohort.name, [], tier, everything)
        start = elsewhere or _workers_here(offering, records, jobs)
        made_from = msgspec.json.encode(causes(offering)).decode()

        def settled(graded: Graded, submission: Submission) -> Graded:
            result = msgspec.structs.replace(graded.result, origin=submission.origin)
            graded = msgspec.structs.replace(graded, result=result)
            return _not_lower(graded, before.last(result.student)) if never_lower else graded

        def row_of(result: Result) -> Row:
            text = msgspec.json.encode(result).decode()
            return Row(result.student, result.content_hash, result.has_mark, text, "", begun, made_from)

        for submission, graded, by_hand in _grade(
            offering, setup, waiting, start, results, before, settled, replaced, row_of
        ):
            result = graded.result
            if graded.notebook is not None:
                if (earlier := replaced.get(submission.student)) is not None:
                    notes = earlier.notes_on_replacing(submission, is_kept=keep_notebook(records, earlier))
                    result = _with_notes(result, *notes, *_notes_on_hand(by_hand, result))
                files = None if submission.is_copy else exchange_files(submission.path, submission.members, name)
                records.save_notebook(graded, submission.timestamp, files)
                keep_original(records, submission, name)
            elif submission.student in before.entered:
                result = _with_notes(result, OLDER_MARK)
            row = row_of(result)._replace(key=before.key_of(submission))
            if graded.notebook is not None:
                results.finish(row)
            else:
                results.book.writing(partial(results.add, row=row))
            unmatched.note(result)
            yield result


@contextmanager
def _exported(results: Results, path: Path) -> Iterator[None]:
    """Write the file of results in the end, also of a run that is stopped."""
    try:
        yield
    except BaseException:
        with suppress(HippogradError):
            results.export(path)
        raise
    results.export(path)


@dataclass(frozen=True)
class _Before:
    """What earlier runs know of students and their files, and what decides which of two files counts."""

    results: Results
    records: Records
    entered: Mapping[str, datetime | None]
    """Who is in the gradebook, and when what is there was handed in."""

    key: str
    deadline: datetime | None
    extensions: Mapping[str, timedelta]
    never_lower: bool
    submissions: Sequence[Submission]
    """All of this run."""

    takes_older: bool = False

    @cached_property
    def past(self) -> Past:
        return self.results.past()

    def last(self, student: str) -> Result | None:
        """Return the result that a student has so far; None of one of another version, which is graded again."""
        row = self.past.last.get(student)
        with suppress(*NO_JSON):
            return msgspec.json.decode(self.results.text(row.number), type=Result) if row is not None else None
        return None

    def look(self, handed_in: Submission) -> tuple[Submission, Result | None, Earlier | None]:
        """Return what is handed in, with the time that counts; its result, where that is known; else what it would
        replace."""
        student = handed_in.student
        is_known = student in self.entered and handed_in.problem is None
        if not is_known or not (content_hash := handed_in.content_hash()):  # why, is said when it is graded
            return handed_in, None, None
        last = self.last(student)
        if last is None:
            return handed_in, None, None
        earlier = Earlier(last, self.entered[student])
        if last.content_hash != content_hash:
            return handed_in, None, replace(earlier, whose=self._whose(last))
        submission = earlier.at_its_first_time(handed_in, self._deadline_of(student))
        known = self._known(submission, last)
        if known is not None:
            self.show(known, is_new=known.origin != last.origin)
        return submission, known, None

    def show(self, result: Result, *, is_new: bool = False) -> None:
        """Have the last result with a mark be the student's of today, where another one is or it is told anew."""
        row = self.past.last[result.student]
        if is_new or self.past.today[result.student].number != row.number:
            self.results.show(row._replace(text=msgspec.json.encode(result).decode()))

    def of_other_records(self) -> Iterator[str]:
        """Yield who has a mark in the gradebook of which there is no result, so that nobody can tell which counts."""
        students = sorted({one.student for one in self.submissions} & {*self.entered})
        unknown = [one for one in students if one not in self.past.last]
        if unknown:
            yield (
                f"Please check: {len(unknown)} with a mark in the gradebook of which these records know nothing, "
                "perhaps graded by nbgrader. What is handed in now takes its place, even if older: "
                f"{few(unknown)}"
            )

    def _whose(self, last: Result) -> str:
        """Return whose in this run the file of an earlier result is, unless it is the student's still."""
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
        """Return a note that what there is counts, and not what is handed in; None where that takes its place."""
        if self.takes_older:
            return None
        student = submission.student
        was_replaced = (student, submission.content_hash()) in self.past.files
        return earlier.note_that_it_counts(submission, self._deadline_of(student), was_replaced=was_replaced)

    def key_of(self, submission: Submission) -> str:
        """Return the key of the run with what is known of one submission besides its file: when, and how it was handed
        in."""
        return digest(self.key, submission.timestamp, *map(str, submission.notes))

    def _deadline_of(self, student: str) -> datetime | None:
        return deadline_of(self.deadline, self.extensions.get(student))

    def _known(self, submission: Submission, last: Result) -> Result | None:
        """Return the result of an earlier run, if nothing has changed and its notebook is there."""
        key, time = self.past.last[submission.student].key, self.entered[submission.student]
        is_at_this_time = not submission.timestamp or (time is not None and written_time(time) == submission.timestamp)
        if key != self.key_of(submission) or not is_at_this_time or not last.lasts:
            return None
        if not self.never_lower and any(task.is_kept for task in last.tasks):
            return None
        if not self.records.has_notebook_of(submission.student, self.results.assignment, last.content_hash):
            return None
        return msgspec.structs.replace(last, origin=submission.origin)


def _of_others(replaced: Mapping[str, Earlier]) -> Iterator[str]:
    """Yield whose mark becomes that of another file, as the one that they had is somebody else's in this run."""
    others = [f"{student} ({earlier.whose}'s now)" for student, earlier in sorted(replaced.items()) if earlier.whose]
    if others:
        yield (
            f"Please check: {len(others)} had the mark of a file that is somebody else's in this run, and "
            f"get{'s' * (len(others) == 1)} that of another one: {few(others)} If groups or names have changed since "
            "it was handed in, the roster of that time keeps the marks as they were."
        )


def _without_news(result: Result) -> Result:
    """Return a result of an earlier run, without what that one said of itself."""
    return msgspec.structs.replace(result, notes=[note for note in result.notes if not note.is_news])


def _with_notes(result: Result, *notes: Note) -> Result:
    return msgspec.structs.replace(result, notes=[*result.notes, *notes])


def _notes_on_hand(by_hand: Mapping[str, ByHand], result: Result) -> Iterator[Note]:
    """Yield a note that points given by hand for an earlier file stay, though this one earns others or has another
    text."""
    tasks = {task.name: task for task in result.tasks}
    for name, given in by_hand.items():
        if name in tasks:
            now = f"this one earns {tasks[name].points:g} of {tasks[name].max_points:g}"
        else:
            now = "in this one the text is another" if given.auto is None else "in this one it is blank"
        if given.points != given.auto:
            yield Note.of("hand-mark-kept", points=points_text(given.points), task=name, now=now)


def _otherwise_than_closed(offering: Offering, records: Records) -> Iterator[str]:
    """Yield what is said where a closed cohort is graded with other graders or points than it was."""
    closed = read_closed(offering.course, offering.cohort.name)
    changed = changed_tasks(closed, offering.assignment) if closed is not None else []
    if closed is not None and changed:
        yield (
            f"Cohort {closed.cohort} was closed on {closed.date}; {', '.join(changed)} had other graders or points. "
            f"To grade as then: git worktree add ../course-{closed.cohort} {closed.state}, go there, and add "
            f"--records {records.folder.resolve()} to all commands."
        )


def _otherwise_than_released(offering: Offering) -> Iterator[str]:
    """Yield what is said where points are others than students read; a closed cohort has a message of its own."""
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
    """Return a result in which no task of the same file has fewer points than before, unless it is worth fewer now."""
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
    results: Results,
    before: _Before,
    settled: Callable[[Graded, Submission], Graded],
    replaced: Container[str],
    row_of: Callable[[Result], Row],
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
        from hippograd.records.gradebook import enter_result
        from hippograd.store.lateness import Lateness

        lateness = Lateness(offering.cohort.late, before.records.folder)
        patiently(lambda: register(offering, results.book.url, cells()))
        for submission, outcome in outcomes:
            graded = settled(outcome, submission)
            by_hand: dict[str, ByHand] = {}
            if graded.notebook is not None:
                by_hand = enter_result(
                    results.book,
                    graded.result,
                    {offering.assignment.name: graded.notebook},
                    submission.timestamp,
                    is_other=submission.student in replaced,
                    lateness=lateness,
                    also=partial(results.add, row=row_of(graded.result)),
                )
            yield submission, graded, by_hand
