"""Which of two submissions counts where the second comes in another run: the gradebook remembers when the first was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from hippograd.course import points_text
from hippograd.files import write_whole
from hippograd.grading.result import Result
from hippograd.intake import Note, Submission
from hippograd.intake.finding.submissions import PERHAPS_LATE, handed_in_late
from hippograd.intake.finding.times import written_time
from hippograd.records.folder import Records
from hippograd.text import day_of


@dataclass(frozen=True)
class Earlier:
    """What a student has so far: the last result that has a mark, and when it was handed in, where that is known."""

    result: Result
    time: datetime | None
    whose: str = ""
    """Who else has handed in that file, by what this run knows: then it does not count as this student's."""

    @property
    def shown(self) -> str:
        """What messages call it."""
        when = f", of {_written(self.time)}" if self.time is not None else ""
        return f"the one with {self.result.points:g} of {points_text(self.result.max_points)}{when}"

    def note_that_it_counts(
        self, submission: Submission, deadline: datetime | None, *, was_replaced: bool = False
    ) -> Note | None:
        """Return a note that it counts, and not a later one that was late, or one from before it; None where the other
        counts.

        Where times are not known, a file is from before it that it has replaced.
        """
        time = time_of(submission)
        if self.whose or self.result.status != "graded":
            return None
        if self.time is None or time is None:
            return Note.of("older-file", counts=self.shown, file=submission.label) if was_replaced else None
        is_late, was_late = (deadline is not None and one > deadline for one in (time, self.time))
        if is_late == was_late and time >= self.time:
            return None
        if was_late and not is_late:
            return None
        why = "was on time" if is_late and not was_late else "is later"
        remedy = " To have this one counted, write an extension into extensions.toml." if is_late else ""
        told = {"counts": self.shown, "why": why, "time": _written(time), "file": submission.label, "remedy": remedy}
        return Note.of("older-submission", **told)

    def at_its_first_time(self, submission: Submission, deadline: datetime | None) -> Submission:
        """Return the same file once more: handed in when it was first; where it would be late now, a person is
        asked."""
        time = time_of(submission)
        if self.time is None or (time is not None and time <= self.time):
            return submission
        first, late = written_time(self.time), handed_in_late(submission.timestamp)
        notes = [note for note in submission.notes if note != late and not note.text.startswith(PERHAPS_LATE)]
        notes += [handed_in_late(first)] if deadline is not None and self.time > deadline else []
        if deadline is not None and time is not None and time > deadline:
            notes.append(Note.of("same-file-later", first=_written(self.time), time=_written(time)))
        return replace(submission, timestamp=first, notes=tuple(notes))

    def notes_on_replacing(self, submission: Submission, *, is_kept: bool) -> Iterator[Note]:
        """Yield notes that another one, which may have counted before, has taken its place, and has no time where this
        one
        has."""
        whose = f", whose file is {self.whose}'s in this run" if self.whose else ""
        where = " Its notebook is kept in earlier/<student>/<assignment>/." if is_kept else ""
        yield Note.of("submission-replaced", earlier=f"{self.shown}{whose}", where=where)
        if self.time is not None and not submission.timestamp:
            yield Note.of("time-unknown")


def deadline_of(deadline: datetime | None, extension: timedelta | None) -> datetime | None:
    """Return a student's own deadline."""
    return deadline + (extension or timedelta()) if deadline is not None else None


def keep_notebook(records: Records, earlier: Earlier) -> bool:
    """Keep the executed notebook of a submission that is replaced, if it has one.

    What was kept before stays: where another notebook has the name, this one gets a number.

    The time that stands beside it is not that of the one that takes its place, and goes.
    """
    result = earlier.result
    source = records.notebook_path(result.student, result.assignment)
    if not source.is_file():
        return False
    when = f"{earlier.time.astimezone(UTC):%Y-%m-%d-%H-%M-%S}" if earlier.time is not None else "earlier"
    name = f"{when}-{result.content_hash[:8]}"
    target = records.earlier / result.student / result.assignment / f"{name}.ipynb"
    data, numbers = source.read_bytes(), count(2)
    while target.is_file() and target.read_bytes() != data:
        target = target.with_name(f"{name}-{next(numbers)}.ipynb")
    write_whole(target, data)
    source.with_name("timestamp.txt").unlink(missing_ok=True)
    return True


def time_of(submission: Submission) -> datetime | None:
    """Return when a submission was handed in; `Submission.timestamp` has one form only."""
    if not submission.timestamp:
        return None
    return datetime.fromisoformat(submission.timestamp.removesuffix(" UTC")).replace(tzinfo=UTC)


def _written(time: datetime) -> str:
    utc = time.astimezone(UTC)
    return f"{day_of(utc)}, {utc:%H:%M} UTC"
