"""Finding submissions: a notebook, a folder of them, nbgrader's layout, or what a learning platform gives to download.

1. See what each path was taken for (`downloads`), and what was handed in there (`platforms`). 2. Find whose each
attempt is: by the map (`naming`), else by the roster (`roster`); what is nobody's is a row that says whose it may be
(`proposals`). 3. Choose each attempt's notebook (`choosing`), and each student's attempt.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from hippograd.errors import HippogradError, Problem, fault_of_ours
from hippograd.files import sha256
from hippograd.intake.finding.archives import LARGEST_FILE, Entry, files_in_folder, label_of, read_file
from hippograd.intake.finding.beside import entries_beside, read_beside
from hippograd.intake.finding.choosing import chosen_notebook, may_be_work
from hippograd.intake.finding.downloads import nothing_in, read_downloads
from hippograd.intake.finding.naming import Naming
from hippograd.intake.finding.platforms import Attempt, Names
from hippograd.intake.finding.roster import GROUP, Key, Match, Roster
from hippograd.intake.finding.roster.person import student_id
from hippograd.intake.finding.times import doubtful_time, local_time, time_of, written_time
from hippograd.intake.notes import Note

UNMATCHED = "unmatched "
"""With it begin the ids of those whom the roster does not know."""


class Origin(msgspec.Struct, frozen=True):
    """Where a submission came from, as the platform calls it: feedback goes back under these names."""

    platform: str = ""
    """Whose convention the names follow."""

    number: str = ""
    """The platform's number of the submission or of who handed it in."""

    name: str = ""
    """The path of the file in the download; of the zip, where the notebook lies in a student's zip."""


UNKNOWN_ORIGIN = Origin()


class Proposal(NamedTuple):
    """A line for `--map`: whose a file or folder may be that is nobody's, and what speaks against it."""

    path: str
    student: str
    """Empty where nothing says whose."""

    why: str


_IN_ENGLISH = (
    "Moodle translates its times: set your language there to English, download the worksheet again; then grade again."
)


@dataclass(frozen=True, slots=True)
class Submission:
    """One student's notebook, not yet read."""

    student: str
    """The id: from the roster, the file's name, nbgrader's folder, or the platform."""

    path: Path
    """The notebook, or the zip that holds it."""

    members: tuple[str, ...] = ()
    """Its name in the zip; two names for a zip in the zip, none for a plain file."""

    timestamp: str = ""
    """When it was handed in, where that is known."""

    notes: tuple[Note, ...] = ()
    """What the feedback says about how it was handed in."""

    problem: Problem | None = None
    """Why there is nothing to grade."""

    origin: Origin = UNKNOWN_ORIGIN
    """What the platform calls it."""

    called: str = ""
    """What messages call the file, where this is the copy that the records keep."""

    proposals: tuple[Proposal, ...] = ()
    """Where it is nobody's: whose it may be."""

    beside: tuple[Entry, ...] = ()
    """What lies beside it when it runs: other files that were handed in, where the course takes them."""

    @property
    def is_copy(self) -> bool:
        """Whether it is the copy that the records keep."""
        return bool(self.called)

    @property
    def label(self) -> str:
        """What messages call the file."""
        return self.called or label_of(self.path, self.members)

    def read(self) -> bytes:
        """Return the bytes of the notebook."""
        if self.problem is not None:
            raise self.problem.error
        return self._read()

    def content_hash(self) -> str:
        """Return what stands for the file and those beside it, also where it is not graded; empty where one cannot be
        read."""
        try:
            return hash_of(self._read(), self.read_beside())
        except HippogradError:
            return ""

    def read_beside(self) -> dict[str, bytes]:
        """Return the bytes of the files beside the notebook, by name."""
        return read_beside(self.beside, self.label)

    def _read(self) -> bytes:
        try:
            return read_file(self.path, self.members, LARGEST_FILE)
        except HippogradError:
            raise
        except Exception as error:  # noqa: BLE001 (one file must not stop a class)
            raise fault_of_ours(error) from None


def hash_of(data: bytes, beside: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of a file; where others lie beside it, of all of them."""
    others = [f"{name} {sha256(beside[name])}" for name in sorted(beside)]
    return sha256("\n".join([sha256(data), *others]).encode()) if others else sha256(data)


def find_submissions(
    paths: Sequence[Path],
    assignment: str,
    roster: Roster | None = None,
    deadline: datetime | None = None,
    extensions: Mapping[str, timedelta] | None = None,
    others: Collection[str] = (),
    *,
    called: str = "",
    is_one_of_several: bool = False,
    takes_beside: bool = False,
    naming: Naming = Naming(),  # noqa: B008 (frozen)
    say: Callable[[str], None] = lambda line: None,
) -> list[Submission]:
    """Return all submissions in `paths`, one per student, in the order of their ids.

    Where a student has several and it is not known which is the last, none is chosen: there is a submission with that
    problem. So there is for each that is nobody's in the roster for certain.
    """
    names = Names(assignment, frozenset(others))
    downloads = read_downloads(paths, names, roster, naming, say)
    listed = {path for download in downloads for path in download.listed}
    naming = _checked_owners(naming, roster, listed)
    by_student: dict[str, list[_Handed]] = defaultdict(list)
    handed_in: list[Entry] = []
    read = partial(_submissions, is_one_of_several=is_one_of_several, takes_beside=takes_beside)
    for download in downloads:
        for attempt in (part for whole in download.attempts(names) for part in _by_owner(whole, naming)):
            handed_in += attempt.files
            attempt = _with_time(attempt, roster)
            wanted = called or assignment, roster, listed
            for found in read(attempt, download.path, *wanted):
                if all(other.submission != found for other in by_student[found.student]):
                    by_student[found.student].append(_Handed(attempt, found))
    is_no_class = roster is None and len(by_student) > 1 and not any(map(may_be_work, handed_in))
    if not by_student or is_no_class:
        raise nothing_in(paths[0], assignment)
    more_time = extensions or {}
    return [
        _counting(student, by_student[student], deadline and deadline + more_time.get(student, timedelta()))
        for student in sorted(by_student)
    ]


class _Handed(NamedTuple):
    """What was handed in at one time, and what is graded of it."""

    attempt: Attempt
    submission: Submission


def not_handed_in(submissions: Iterable[Submission], roster: Roster, earlier: Iterable[str] = ()) -> list[str]:
    """Return the students of the roster of whom there is nothing, nor was earlier, in the order of their ids."""
    found = {submission.student for submission in submissions}.union(earlier)
    return sorted(roster.students - found)


def submission_in(folder: Path, assignment: str, student: str, *, takes_beside: bool = False) -> Submission:
    """Return what one student handed in, which is all that a folder holds; the notebook is chosen as in
    `find_submissions`."""
    files = tuple(files_in_folder(folder)) if folder.is_dir() else ()
    attempt = Attempt(files, student, keys=(Key(student),))
    (submission,) = _submissions(attempt, folder, assignment, None, (), takes_beside=takes_beside)
    return submission


def read_deadline(text: str, in_zone: Callable[[datetime], datetime] = datetime.astimezone) -> datetime:
    """Return a deadline as it is typed, `2026-11-01T23:59` or `2026-11-01 23:59+01:00`; `in_zone` gives one its
    zone."""
    if re.fullmatch(r"[\dW-]+", text.strip()):
        raise HippogradError("deadline-without-time", text=text.strip())
    try:
        deadline = in_zone(datetime.fromisoformat(text))
        _ = deadline + timedelta(days=366 * 10)  # extensions are added to it
        return deadline
    except (ValueError, OverflowError):
        raise HippogradError("deadline-not-a-time", text=text) from None


def _checked_owners(naming: Naming, roster: Roster | None, listed: Iterable[str]) -> Naming:
    """Return what the user says about owners, with the roster's ids."""
    if not naming.owners:
        return naming
    there = {"/".join(name.split("/")[:depth]) for name in listed for depth in range(1, name.count("/") + 2)}
    owners = {}
    for path, ids in naming.owners.items():
        if path not in there:
            example = min(there, default="nothing")
            raise HippogradError("map-path-unknown", file=naming.table, path=path, example=example)
        owners[path] = tuple(student for said in ids for student in _owner(naming, roster, path, said))
    return replace(naming, owners=owners)


def _owner(naming: Naming, roster: Roster | None, path: str, said: str) -> tuple[str, ...]:
    if roster is None:
        return (student_id(said),)
    students = roster.match((Key(said),)).students
    if not students:
        raise HippogradError("map-id-unknown", file=naming.table, path=path, student=said)
    return students


def _by_owner(attempt: Attempt, naming: Naming) -> list[Attempt]:
    """Return an attempt, cut into what the user gives to different students."""
    if not naming.owners or not attempt.files:
        return [attempt]
    parts: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for file in attempt.files:
        parts[naming.owners_of(file.listed)].append(file)
    return [replace(attempt, files=tuple(files), students=owners) for owners, files in parts.items()]


def _submissions(
    attempt: Attempt,
    path: Path,
    assignment: str,
    roster: Roster | None,
    listed: Collection[str],
    *,
    is_one_of_several: bool = False,
    takes_beside: bool = False,
) -> list[Submission]:
    """Return an attempt with its notebook, for each student whose it is; `listed` are the files of all attempts."""
    match = _match(attempt, roster)
    entry = attempt.files[0] if attempt.files else Entry(path, (), path.name)
    notes, problem, proposals = list(attempt.notes), match.doubt, list[Proposal]()
    beside: tuple[Entry, ...] = ()
    if match.doubt is not None:
        own, proposed = _places(attempt.files, listed), match.proposed or ("",)
        proposals = [Proposal(place, student, match.doubt.message) for place in own for student in proposed]
    try:
        entry, choice = chosen_notebook(attempt.files, assignment, is_one_of_several=is_one_of_several)
        notes += choice if match.doubt is None else ()
        beside = entries_beside(entry, attempt.files) if takes_beside else ()
    except HippogradError as error:
        problem = problem or error.problem
    if len(match.students) > 1:
        notes.append(Note.of("handed-in-together", name=attempt.name or attempt.own_id, students=len(match.students)))
    stamp = written_time(attempt.time) if attempt.time is not None else ""
    origin = Origin(attempt.platform, attempt.number, entry.listed)
    return [
        Submission(
            student, entry.path, entry.members, stamp, tuple(notes), problem, origin, "", tuple(proposals), beside
        )
        for student in match.students or (student_id(UNMATCHED + attempt.own_id),)
    ]


def _counting(student: str, handed_in: Sequence[_Handed], deadline: datetime | None) -> Submission:
    """Return what counts of all that has one name: of a student, one attempt; of nobody, all of it."""
    if any(handed.submission.proposals for handed in handed_in):
        return _nobodys([handed.submission for handed in handed_in])
    return _last_in_time(student, handed_in, deadline)


def _nobodys(submissions: Sequence[Submission]) -> Submission:
    """Return all that is nobody's under one name, with whose each may be and the paths by which a map says whose it
    is."""
    last = submissions[-1]
    proposals = tuple(dict.fromkeys(line for submission in submissions for line in submission.proposals))
    quoted = ['"{}"'.format(path.replace('"', '""')) for path in dict.fromkeys(line.path for line in proposals)]
    why, cause = (last.problem.message, last.problem.code) if last.problem is not None else ("", "")
    problem = Problem.of("submission-is-nobodys", paths=quoted, why=why, cause=cause)
    return replace(last, problem=problem, proposals=proposals)


def _places(files: Sequence[Entry], listed: Collection[str]) -> list[str]:
    """Return the path by which a map says whose something is: of each file, or of the folder that holds all of it."""
    own = sorted({file.listed for file in files})
    folder = posixpath.commonpath(own) if own[1:] else ""
    is_whole = folder and sum(path.startswith(f"{folder}/") for path in listed) == len(own)
    return [folder] if is_whole else own


def _match(attempt: Attempt, roster: Roster | None) -> Match:
    """Return whose an attempt is: by the map, else by the roster, else by the id that the download itself tells."""
    if attempt.students:
        return Match(attempt.students)
    if roster is None:
        told = [key.value for key in attempt.keys if key.platform in ("", GROUP)][:1]
        return Match((student_id(told[0]),)) if told else Match((), (), Problem.of("owner-without-roster"))
    found = roster.match(attempt.keys, attempt.name)
    others = {student for rival in attempt.rivals for student in roster.match((rival,)).students} - {*found.students}
    return Match((), (), Problem.of("owner-number-doubtful", students=others)) if others else found


def _with_time(attempt: Attempt, roster: Roster | None) -> Attempt:
    """Return an attempt with the time that Moodle's grading worksheet gives, where the download has none."""
    if roster is None or attempt.platform != "Moodle" or attempt.time is not None:
        return attempt
    students = attempt.students or roster.match(attempt.keys, attempt.name).students
    stamps = {stamp for student in students if student in roster.people and (stamp := roster.people[student].handed_in)}
    if len(stamps) != 1:
        return attempt
    (stamp,) = stamps
    time = local_time(stamp) or time_of(stamp)
    notes = () if time is not None else (doubtful_time("the grading worksheet", stamp, _IN_ENGLISH),)
    return replace(attempt, time=time, notes=(*attempt.notes, *notes))


def _last_in_time(student: str, handed_in: Sequence[_Handed], deadline: datetime | None) -> Submission:
    """Return the attempt that counts: the last until the deadline, else the last."""
    gradable = [handed for handed in handed_in if not handed.submission.problem] or handed_in
    attempts = [handed.attempt for handed in gradable]
    is_numbered = len({attempt.attempt for attempt in attempts} - {0}) == len(attempts)
    if len(attempts) > 1 and not is_numbered and any(attempt.time is None for attempt in attempts):
        labels = [handed.submission.label for handed in gradable]
        problem = Problem.of("attempts-without-times", student=student, attempts=len(gradable), files=labels)
        return replace(gradable[0].submission, problem=problem)
    ordered = sorted(gradable, key=lambda handed: _order(handed.attempt))
    attempt, submission = ([handed for handed in ordered if not _is_late(handed.attempt, deadline)] or ordered)[-1]
    notes = list(submission.notes)
    if len(handed_in) > 1:
        which = submission.timestamp or f"number {attempt.attempt}"
        notes.append(Note.of("attempt-chosen", attempts=len(handed_in), which=which))
    for later, unread in handed_in if not submission.problem else ():
        if unread.problem is not None and not _is_late(later, deadline) and _order(later) > _order(attempt):
            notes.append(Note.of("attempt-unreadable", file=unread.label, cause=unread.problem.message))
    if _is_late(attempt, deadline):
        notes.append(_note_on_lateness(attempt, submission))
    return replace(submission, notes=tuple(notes))


def _order(attempt: Attempt) -> tuple[int, float]:
    return attempt.attempt, attempt.time.timestamp() if attempt.time is not None else 0.0


def _is_late(attempt: Attempt, deadline: datetime | None) -> bool:
    if deadline is None or attempt.time is None:
        return attempt.is_late
    return attempt.time > deadline.astimezone()


PERHAPS_LATE = "was this handed in late?"
"""With it begins what a person is asked where a download says that a submission may be late, and not since when."""

HANDED_IN_LATE = "Handed in late: "


def handed_in_late(timestamp: str) -> Note:
    """Return what a student reads of a late submission, where no page tells it by the deadlines and extensions of that
    day."""
    return Note.of("handed-in-late", time=timestamp)


def _note_on_lateness(attempt: Attempt, submission: Submission) -> Note:
    if attempt.time is None:
        platform = submission.origin.platform or "its name"
        return Note.of("perhaps-late", platform=platform, student=submission.student)
    return handed_in_late(submission.timestamp)
