"""A grading run: what counts of what a class handed in is graded, and each result stored whole as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property, partial
from typing import Protocol

import msgspec

from hippograd.course import Offering, points_text
from hippograd.course.manifest import other_points
from hippograd.course.released import ReleasedCell
from hippograd.errors import NO_JSON, few
from hippograd.grading.cache import remove_if_damaged
from hippograd.grading.changes import Changes, Comparison, changes_since
from hippograd.grading.keys import causes, digest, run_key
from hippograd.grading.notebook import with_tasks
from hippograd.grading.pool import Setup, Workers
from hippograd.grading.result import Graded, Result
from hippograd.intake import Note, Submission
from hippograd.intake.finding.times import written_time
from hippograd.records.folder import Records, exchange_files
from hippograd.records.moved import is_nobodys, moved, said_of_moved
from hippograd.records.originals import keep_original
from hippograd.records.replacing import Earlier, deadline_of, keep_notebook, time_of
from hippograd.sandbox.confine import WITHOUT_LANDLOCK
from hippograd.sandbox.tiers import demand_tier
from hippograd.store.gradebook import ByHand, patiently
from hippograd.store.lateness import Lateness
from hippograd.store.results import Past, Results, Row

KEPT = "The published mark was kept; graded again, it would be {:g}."

Cells = Callable[[], list[ReleasedCell]]


class Grades(Protocol):
    """What grades submissions: this machine's workers, or others."""

    def grade(self, work: Iterable[Submission], /) -> Iterator[tuple[Submission, Graded]]: ...


Start = Callable[[Setup, int, Cells], AbstractContextManager[Grades]]
"""Starts workers for this many submissions, which answer these released cells."""


@dataclass
class ClassRun:
    """A run over what a class handed in; the next one goes on where it was stopped, at whatever moment."""

    offering: Offering
    records: Records
    jobs: int = 1
    tier: str = "confined"
    """The weakest sandbox tier that is accepted."""

    everything: bool = False
    """Whether demonstration cells run too."""

    elsewhere: Start | None = None
    """Starts workers of other machines, which grade in place of processes of this one."""

    deadline: datetime | None = None
    """Of the class. A submission that was on time is not replaced by a later one that is not."""

    extensions: Mapping[str, timedelta] = field(default_factory=dict)
    """Who has more time than the class."""

    never_lower: bool = False
    """Whether a task of the same file keeps its points where they would be fewer."""

    takes_older: bool = False
    """Whether a file takes the place of a later one, too."""

    is_preview: bool = False
    """Whether nothing is written but the cache."""

    begun: str = ""
    """When this run began, in ISO 8601, which its results remember."""

    say: Callable[[str], None] = print
    """Called with what the user should know while it runs."""

    changes: Changes | None = None
    """Whose mark is another, once all are graded; None where there was nothing to grade."""

    times: dict[str, datetime | None] = field(default_factory=dict)
    """When each submission was handed in that is in the gradebook, or would be after a preview."""

    def grade(self, submissions: Sequence[Submission]) -> Iterator[Result]:
        """Yield each result once it is safe on disk; of a file that was graded before as now, that of then."""
        if self.elsewhere is None:
            demand_tier(self.tier)
        with self._alone():
            for line in self._remarks(submissions):
                self.say(line)
            waiting, replaced = [], dict[str, Earlier]()
            for handed_in in submissions:
                submission, earlier, result = self._counting(handed_in)
                if result is not None:
                    yield result
                    continue
                waiting.append(submission)
                if earlier is not None:
                    replaced[submission.student] = earlier
            for submission, graded in self._graded(waiting) if waiting else ():
                yield self._stored(submission, self._settled(submission, graded), replaced.get(submission.student))
            for row in () if self.is_preview else filter(is_nobodys, self._moved):
                self.results.book.remove(row, self.results.assignment, is_nobody=True)
                self.say(f"{row}: its file is {self._moved[row]}'s; the row is removed.")

    # what there is

    @cached_property
    def results(self) -> Results:
        return self.records.results_of(self.offering.assignment.name)

    @cached_property
    def _past(self) -> Past:
        return self.results.past()

    @cached_property
    def _entered(self) -> dict[str, datetime | None]:
        """Who is in the gradebook, and when what is there was handed in."""
        return self.results.book.submitted(self.results.assignment)

    @cached_property
    def _key(self) -> str:
        """Stands for all that marks depend on besides the file."""
        offered = demand_tier(self.tier)[0] if self.elsewhere is None else f"workers' own, {self.tier} at least"
        late = repr(self.offering.cohort.late), repr(sorted(self.extensions.items()))
        return digest(run_key(self.offering, offered, self.everything), *late)

    @cached_property
    def _causes(self) -> dict[str, str]:
        return causes(self.offering)

    @cached_property
    def _lateness(self) -> Lateness:
        return Lateness(self.offering.cohort.late, self.records.folder)

    @cached_property
    def _comparison(self) -> Comparison:
        return Comparison(self.results, self._causes)

    def _last(self, student: str) -> Result | None:
        """Return the result that a student has so far; None of one of another version, which is graded again."""
        row = self._past.last.get(student)
        with suppress(*NO_JSON):
            return msgspec.json.decode(self.results.text(row.number), type=Result) if row is not None else None
        return None

    def _remarks(self, submissions: Sequence[Submission]) -> Iterator[str]:
        """Yield what the user should know before anything is graded."""
        if self.elsewhere is None and (tier := demand_tier(self.tier))[0] in WITHOUT_LANDLOCK:
            yield f"sandbox tier {tier[0]}: {tier[1]}"
        yield from _otherwise_than_released(self.offering)
        self._moved = moved(self.results, submissions)
        yield from said_of_moved(self._moved, self.results.assignment)
        unknown = sorted(
            {submission.student for submission in submissions} & self._entered.keys() - self._past.last.keys()
        )
        if unknown:
            yield (
                f"Please check: {len(unknown)} with a mark in the gradebook of which these records know nothing, "
                "perhaps graded by nbgrader. What is handed in now takes its place, even if older: "
                f"{few(unknown)}"
            )

    # which file counts

    def _counting(self, handed_in: Submission) -> tuple[Submission, Earlier | None, Result | None]:
        """Return what is handed in, with the time that counts; what it would replace; its result, where none is new."""
        student = handed_in.student
        last = self._last(student) if student in self._entered and handed_in.problem is None else None
        if last is None or not (content_hash := handed_in.content_hash()):  # why, is said when it is graded
            return handed_in, None, None
        whose = self._moved.get(student, "")
        earlier = Earlier(last, self._entered[student], "" if is_nobodys(whose) else whose)
        until = deadline_of(self.deadline, self.extensions.get(student))
        if last.content_hash != content_hash:
            was_replaced = (student, content_hash) in self._past.files
            note = earlier.note_that_it_counts(handed_in, until, was_replaced=was_replaced)
            if note is None or self.takes_older:
                return handed_in, earlier, None
            self._show(last)
            return handed_in, earlier, _with_notes(_without_news(last), note)
        submission = earlier.at_its_first_time(handed_in, until)
        if not self._still_holds(submission, last):
            return submission, None, None
        result = msgspec.structs.replace(last, origin=submission.origin)
        self._show(result, is_new=result.origin != last.origin)
        if not self.is_preview:
            keep_original(self.records, submission, self.results.assignment)
        return submission, None, _without_news(result)

    def _still_holds(self, submission: Submission, last: Result) -> bool:
        """Return whether nothing has changed since a file was graded, and its notebook is there."""
        time, student = self._entered[submission.student], submission.student
        is_at_this_time = not submission.timestamp or (time is not None and written_time(time) == submission.timestamp)
        return (
            self._past.last[student].key == self._key_of(submission)
            and is_at_this_time
            and last.lasts
            and (self.never_lower or not any(task.is_kept for task in last.tasks))
            and self.records.has_notebook_of(student, self.results.assignment, last.content_hash)
        )

    def _key_of(self, submission: Submission) -> str:
        """Return the key of the run with what is known of one submission besides its file: when, and how it was handed
        in."""
        return digest(self._key, submission.timestamp, *map(str, submission.notes))

    def _show(self, result: Result, *, is_new: bool = False) -> None:
        """Have the last result with a mark be the student's of today, where another one is or it is told anew."""
        row = self._past.last[result.student]
        if not self.is_preview and (is_new or self._past.today[result.student].number != row.number):
            self.results.show(row._replace(text=msgspec.json.encode(result).decode()))

    # grading

    def _graded(self, waiting: list[Submission]) -> Iterator[tuple[Submission, Graded]]:
        """Yield what workers make of submissions, in the order in which they finish."""
        offering = self.offering
        setup = Setup(
            str(offering.course.root), offering.assignment.name, offering.cohort.name, [], self.tier, self.everything
        )
        with (self.elsewhere or self._workers_here)(setup, len(waiting), lambda: self._cells) as workers:
            graded = workers.grade(waiting)
            if not self.is_preview:
                from hippograd.building.register import register  # imported while they import and grade

                patiently(lambda: register(offering, self.results.book.url, self._cells))
            yield from graded
        self.changes = self._comparison.end() if self.is_preview else changes_since(self.results)

    @cached_property
    def _cells(self) -> list[ReleasedCell]:
        from hippograd.building.released import released_cells

        return released_cells(self.offering)

    def _workers_here(self, setup: Setup, count: int, cells: Cells) -> Workers:
        cache = self.records.cache.resolve()
        remove_if_damaged(cache)
        if not self.is_preview or cache.is_file():
            setup = msgspec.structs.replace(setup, cache=str(cache))
        return Workers(setup, min(self.jobs, count), cells, self.offering)

    def _settled(self, submission: Submission, graded: Graded) -> Graded:
        result = msgspec.structs.replace(graded.result, origin=submission.origin)
        graded = msgspec.structs.replace(graded, result=result)
        return _not_lower(graded, self._last(result.student)) if self.never_lower else graded

    # storing

    def _stored(self, submission: Submission, graded: Graded, earlier: Earlier | None) -> Result:
        """Return a result with what is to be said of it, once all that belongs to it is stored."""
        name, result = self.results.assignment, graded.result
        if graded.notebook is None:
            if submission.student in self._entered:
                result = _with_notes(result, Note.of("older-mark-kept"))
            if not self.is_preview:
                self.results.book.writing(partial(self.results.add, row=self._row(submission, result)))
            return result
        if self.is_preview:
            self._comparison.add(result)
            time = (
                time_of(submission) if submission.timestamp or earlier is not None else self.times.get(result.student)
            )
            self.times[result.student] = time
            notes = earlier.notes_on_replacing(submission, is_kept=False) if earlier is not None else ()
            return _with_notes(result, *notes)
        by_hand = self._enter(submission, graded, is_other=earlier is not None)
        if earlier is not None:
            notes = earlier.notes_on_replacing(submission, is_kept=keep_notebook(self.records, earlier))
            result = _with_notes(result, *notes, *_notes_on_hand(by_hand, result))
        files = None if submission.is_copy else exchange_files(submission.path, submission.members, name)
        self.records.save_notebook(graded, submission.timestamp, files)
        keep_original(self.records, submission, name)
        self.results.finish(self._row(submission, result))
        return result

    def _enter(self, submission: Submission, graded: Graded, *, is_other: bool) -> dict[str, ByHand]:
        """Enter marks and result in one transaction; return the points that a person gave before."""
        from hippograd.records.gradebook import enter_result  # nbgrader, which takes seconds

        row = self._row(submission, graded.result)._replace(key="")  # its notebook is not on the disk yet
        return enter_result(
            self.results.book,
            graded.result,
            {self.results.assignment: graded.notebook or {}},
            submission.timestamp,
            is_other=is_other,
            lateness=self._lateness,
            also=partial(self.results.add, row=row),
        )

    def _row(self, submission: Submission, result: Result) -> Row:
        text, made_from = (msgspec.json.encode(one).decode() for one in (result, self._causes))
        return Row(
            result.student, result.content_hash, result.has_mark, text, self._key_of(submission), self._run, made_from
        )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other runs from this assignment, and write the file of results in the end, also of a stopped run."""
        if self.is_preview:
            self.times = dict(self._entered)
            yield
            return
        self.records.prepare()
        path = self.records.results(self.results.assignment)
        with (
            self.records.one_run(self.results.assignment),
            self.results.exported(path),
            self.results.run(self.begun) as self._run,
        ):
            yield
        self.times = self.results.book.submitted(self.results.assignment)


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


def _otherwise_than_released(offering: Offering) -> Iterator[str]:
    """Yield what is said where points are others than students read."""
    changed = other_points(offering.course, offering.cohort.name, offering.assignment)
    if changed:
        points = ", ".join(f"{name} {released:g}, now {now:g}" for name, (released, now) in changed.items())
        yield (
            f"The release of cohort {offering.cohort.name} has other points than its graders: {points}. "
            "Build it again and tell the class, or restore the points."
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
