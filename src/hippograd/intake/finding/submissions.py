"""Finding submissions: a notebook, a folder of them, nbgrader's layout, or what a learning platform gives to download.

1. List the files of each path (`sources`, `archives`). 2. See whose convention the names at the top follow
(`recognising`), and what was handed in by that convention (`platforms`) or by what the user says (`naming`). 3. Choose
each attempt's notebook (`choosing`). 4. Find the students in the roster (`roster`). 5. Choose each student's attempt.
What cannot be decided is a row that says so, with whose it may be (`proposals`).
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec

from hippograd.errors import HippogradError, Problem, fault_of_ours
from hippograd.files import sha256
from hippograd.intake.finding.archives import LARGEST_FILE, Entry, files_in_folder, label_of, read_file
from hippograd.intake.finding.attempts import Attempt, Claim, Proposal
from hippograd.intake.finding.choosing import chosen_notebook, may_be_work, may_hold_notebook, numbered
from hippograd.intake.finding.naming import Naming
from hippograd.intake.finding.platforms import Names
from hippograd.intake.finding.platforms.canvas import CANVAS
from hippograd.intake.finding.platforms.folders import claim_of
from hippograd.intake.finding.roster import GROUP, Key, Match, Roster
from hippograd.intake.finding.roster.person import student_id
from hippograd.intake.finding.sources import nothing_in, read_sources
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
        """Return the SHA-256 of the file, also where it is not graded; empty where it cannot be read."""
        try:
            return sha256(self._read())
        except HippogradError:
            return ""

    def _read(self) -> bytes:
        try:
            return read_file(self.path, self.members, LARGEST_FILE)
        except HippogradError:
            raise
        except Exception as error:  # noqa: BLE001 (one file must not stop a class)
            raise fault_of_ours(error) from None


def find_submissions(
    paths: Sequence[Path],
    assignment: str,
    roster: Roster | None = None,
    deadline: datetime | None = None,
    extensions: Mapping[str, timedelta] | None = None,
    notebook: str = "",
    others: Collection[str] = (),
    *,
    called: str = "",
    naming: Naming = Naming(),  # noqa: B008 (frozen)
    say: Callable[[str], None] = lambda line: None,
) -> list[Submission]:
    """Return all submissions in `paths`, one per student, in the order of their ids.

    Where a student has several and it is not known which is the last, none is chosen: there is a submission with that
    problem. So there is for each that is nobody's in the roster for certain.
    """
    names = Names(assignment, frozenset(others))
    sources = read_sources(paths, names, roster, naming, say)
    listed = {entry.listed for source in sources for entry in source.entries}
    naming = _checked_owners(naming, roster, listed)
    attempts: dict[str, list[_Handed]] = defaultdict(list)
    handed_in: list[Entry] = []
    for source in sources:
        for part in (part for attempt in source.attempts(names) for part in _by_owner(attempt, naming)):
            if notebook and not may_hold_notebook(part.files, notebook):
                continue
            attempt, wanted = _with_time(part, roster), notebook or called or assignment
            handed_in += attempt.files
            for submission in _submissions(
                attempt, source.path, wanted, roster, listed, is_one_of_several=bool(notebook)
            ):
                if all(other.submission != submission for other in attempts[submission.student]):
                    attempts[submission.student].append(_Handed(attempt.claim, submission))
    is_no_class = roster is None and len(attempts) > 1 and not any(map(may_be_work, handed_in))
    if not notebook and (not attempts or is_no_class):
        raise nothing_in(paths[0], assignment)
    more_time = extensions or {}
    return [
        _counting(student, attempts[student], deadline and deadline + more_time.get(student, timedelta()))
        for student in sorted(attempts)
    ]


class _Handed(NamedTuple):
    """What was handed in at one time, and what a download says about it."""

    claim: Claim
    submission: Submission


def not_handed_in(submissions: Iterable[Submission], roster: Roster, earlier: Iterable[str] = ()) -> list[str]:
    """Return the students of the roster of whom there is nothing, nor was earlier, in the order of their ids."""
    found = {submission.student for submission in submissions}.union(earlier)
    return sorted(roster.students - found)


def submission_in(folder: Path, assignment: str, student: str) -> Submission:
    """Return what one student handed in, which is all that a folder holds; the notebook is chosen as in
    `find_submissions`."""
    files = tuple(files_in_folder(folder)) if folder.is_dir() else ()
    (submission,) = _submissions(Attempt(claim_of(student), files), folder, assignment, None, ())
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
    for path in naming.owners:
        if path not in there:
            example = min(there, default="nothing")
            raise HippogradError("map-path-unknown", file=naming.table, path=path, example=example)
    if roster is None:
        return replace(naming, owners={path: tuple(map(student_id, ids)) for path, ids in naming.owners.items()})
    owners = {}
    for path, ids in naming.owners.items():
        students = [roster.match((Key(student),)).students for student in ids]
        for one, found in zip(ids, students, strict=True):
            if not found:
                raise HippogradError("map-id-unknown", file=naming.table, path=path, student=one)
        owners[path] = tuple(chain.from_iterable(students))
    return replace(naming, owners=owners)


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
) -> list[Submission]:
    """Return an attempt with its notebook, for each student whose it is; `listed` are the files of all attempts."""
    claim, notes, problem = attempt.claim, list(attempt.claim.notes), None
    match = _match(attempt, roster)
    entry = attempt.files[0] if attempt.files else Entry(path, (), path.name)
    try:
        entry, choice = chosen_notebook(attempt.files, assignment, is_one_of_several=is_one_of_several)
        notes += choice
    except HippogradError as error:
        problem = error.problem
    proposals: tuple[Proposal, ...] = ()
    if match.doubt is not None:
        own = _places(attempt.files, listed)
        proposals = tuple(Proposal(place, one, match.doubt.message) for place in own for one in match.proposed or ("",))
        notes, problem = list(claim.notes), match.doubt
    if len(match.students) > 1:
        notes.append(Note.of("handed-in-together", name=claim.name or claim.own_id, students=len(match.students)))
    stamp = written_time(claim.time) if claim.time is not None else ""
    origin = Origin(attempt.platform, claim.number, entry.listed)
    return [
        Submission(student, entry.path, entry.members, stamp, tuple(notes), problem, origin, "", proposals)
        for student in match.students or (student_id(UNMATCHED + claim.own_id),)
    ]


def _counting(student: str, attempts: Sequence[_Handed], deadline: datetime | None) -> Submission:
    """Return what counts of all that has one name: of a student, one attempt; of nobody, all of it."""
    if any(attempt.submission.proposals for attempt in attempts):
        return _nobodys([attempt.submission for attempt in attempts])
    return _last_in_time(student, attempts, deadline)


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
    claim = attempt.claim
    if attempt.students:
        return Match(attempt.students)
    if roster is None:
        told = [key.value for key in claim.keys if key.platform in ("", GROUP)][:1]
        return Match((student_id(told[0]),)) if told else Match((), (), Problem.of("owner-without-roster"))
    found = roster.match(claim.keys, claim.name)
    others = {student for rival in claim.rivals for student in roster.match((rival,)).students} - {*found.students}
    if others:
        return Match((), (), Problem.of("owner-number-doubtful", students=others))
    return found


def _with_time(attempt: Attempt, roster: Roster | None) -> Attempt:
    """Return an attempt with the time that Moodle's grading worksheet gives, where the download has none."""
    claim = attempt.claim
    if roster is None or attempt.platform != "Moodle" or claim.time is not None:
        return attempt
    students = attempt.students or roster.match(claim.keys, claim.name).students
    stamps = {stamp for student in students if student in roster.people and (stamp := roster.people[student].handed_in)}
    if len(stamps) != 1:
        return attempt
    (stamp,) = stamps
    time = local_time(stamp) or time_of(stamp)
    notes = () if time is not None else (doubtful_time("the grading worksheet", stamp, _IN_ENGLISH),)
    return replace(attempt, claim=replace(claim, time=time, notes=(*claim.notes, *notes)))


def _last_in_time(student: str, attempts: Sequence[_Handed], deadline: datetime | None) -> Submission:
    """Return the attempt that counts: the last until the deadline, else the last."""
    gradable = [attempt for attempt in attempts if not attempt.submission.problem] or attempts
    ordered = _in_order(gradable)
    if not ordered:
        labels = [attempt.submission.label for attempt in gradable]
        problem = Problem.of("attempts-without-times", student=student, attempts=len(gradable), files=labels)
        return replace(gradable[0].submission, problem=problem)
    in_time = [attempt for attempt in ordered if not _is_late(attempt.claim, deadline)]
    claim, submission = (in_time or ordered)[-1]
    notes = list(submission.notes)
    if len(attempts) > 1:
        which = submission.timestamp or f"number {claim.attempt}"
        notes.append(Note.of("attempt-chosen", attempts=len(attempts), which=which))
    later = [
        attempt
        for attempt in attempts
        if not _is_late(attempt.claim, deadline) and _order(attempt.claim) > _order(claim)
    ]
    if unread := [attempt.submission for attempt in later if attempt.submission.problem and not submission.problem]:
        cause = unread[-1].problem.message if unread[-1].problem is not None else ""
        notes.append(Note.of("attempt-unreadable", file=unread[-1].label, cause=cause))
    if _is_late(claim, deadline):
        notes.append(_note_on_lateness(claim, submission))
    return replace(submission, notes=tuple(notes))


def _in_order(attempts: Sequence[_Handed]) -> list[_Handed]:
    """Return attempts, the last at the end; nothing where neither numbers nor times tell which that is."""
    uploads = [uploaded_as(attempt.submission.origin) for attempt in attempts]
    names = {name for name, _ in uploads}
    if len(names) == 1 and names != {""} and len(set(uploads)) == len(uploads):
        attempts = [
            one._replace(claim=replace(one.claim, attempt=number))
            for one, (_, number) in zip(attempts, uploads, strict=True)
        ]
    claims = [attempt.claim for attempt in attempts]
    is_numbered = len({claim.attempt for claim in claims} - {0}) == len(claims)
    if len(claims) > 1 and not is_numbered and any(claim.time is None for claim in claims):
        return []
    return sorted(attempts, key=lambda one: _order(one.claim))


def _order(claim: Claim) -> tuple[int, float]:
    return claim.attempt, claim.time.timestamp() if claim.time is not None else 0.0


def _is_late(claim: Claim, deadline: datetime | None) -> bool:
    if deadline is None or claim.time is None:
        return claim.is_late
    return claim.time > deadline.astimezone()


def uploaded_as(origin: Origin) -> tuple[str, int]:
    """Return the name of a file on Canvas, and which upload of this name it is: `work-1.ipynb` came after `work.ipynb`.

    Empty for files of other platforms.
    """
    found = re.match(CANVAS.pattern, PurePosixPath(origin.name).name, re.S) if origin.platform == CANVAS.name else None
    if found is None or not found["file"]:
        return "", 0
    name, number = numbered(found["file"])
    return name, number + 1


PERHAPS_LATE = "was this handed in late?"
"""With it begins what a person is asked where a download says that a submission may be late, and not since when."""


HANDED_IN_LATE = "Handed in late: "


def handed_in_late(timestamp: str) -> Note:
    """Return what a student reads of a late submission, where no page tells it by the deadlines and extensions of that
    day."""
    return Note.of("handed-in-late", time=timestamp)


def _note_on_lateness(claim: Claim, submission: Submission) -> Note:
    if claim.time is None:
        platform = submission.origin.platform or "its name"
        return Note.of("perhaps-late", platform=platform, student=submission.student)
    return handed_in_late(submission.timestamp)
