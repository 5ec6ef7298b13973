"""Finding submissions: a notebook, a folder of them, nbgrader's layout, or what a learning platform gives to download.

1. List the files (`archives`). 2. See whose convention their names follow (`platforms`); if nobody's, names are what
people chose (`layouts`). 3. Gather the files of each attempt (`attempts`). 4. Choose each attempt's notebook. 5. Find
the student in the roster (`roster`). 6. Choose each student's attempt. What cannot be decided is a row that says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from ..errors import HippogradError, fault_of_ours
from .archives import LARGEST_FILE, Entry, files_in_folder, files_in_inner_zip, files_in_zip, label_of, read_file
from .attempts import SMALL_FILE, Attempt, attempts_in_download
from .layouts import attempts_of_people, in_students_folder
from .matching import DOUBT
from .other_formats import is_script
from .platforms import platform_of
from .roster import Key, Roster

_NUMBER = re.compile(r"(?:\((\d{1,9})\)|-(\d{1,9}))$")
"""What browsers and platforms put behind the name of a file that is there already: `work (1)`, `work-1`."""

MOST_SCRIPTS = 20
"""Python files of one student that are read to see whether one is an exported notebook."""


@dataclass(frozen=True)
class Submission:
    """One student's notebook, not yet read.

    Parameters
    ----------
    student : str
        The id: from the roster, the file's name, nbgrader's folder, or the platform.
    path : Path
        The notebook, or the zip that holds it.
    members : tuple of str
        Its name in the zip; two names for a zip in the zip, none for a plain file.
    timestamp : str
        When it was handed in, where that is known.
    notes : tuple of str
        What the feedback says about how it was handed in.
    problem, remedy : str
        Why there is nothing to grade, and what to do; empty where there is.
    """

    student: str
    path: Path
    members: tuple[str, ...] = ()
    timestamp: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""
    remedy: str = ""

    @property
    def label(self) -> str:
        """What messages call the file."""
        return label_of(self.path, self.members)

    def read(self) -> bytes:
        """The bytes of the notebook.

        Raises
        ------
        HippogradError
            When there is none, the file cannot be read, or is larger than 512 MB.
        """
        if self.problem:
            raise HippogradError(self.problem, self.remedy)
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
) -> list[Submission]:
    """All submissions in `paths`, one a student, in the order of their ids.

    Where a student has several and it is not known which is the last, none is chosen: there is a submission with that
    problem.

    Parameters
    ----------
    paths : sequence of Path
        Notebooks, folders, zips.
    assignment : str
        In nbgrader's layout, the folder of this assignment is taken; among several notebooks, the one of this name.
    roster : Roster or None
        Who is in the class. Submissions that match nobody for certain get an id that begins with `unmatched`.
    deadline : datetime or None
        Of several attempts the last one until then counts, or the last one if all are later.
    extensions : mapping of str to timedelta, optional
        Who has more time than that.
    notebook : str
        Which notebook is wanted where an assignment has several; then nobody's other notebooks are taken for it.
    others : collection of str, optional
        The names of all assignments: a student's folder with the name of another one is no submission of this one.

    Raises
    ------
    HippogradError
        When a path does not exist or is no notebook, or a folder holds no submission.
    """
    attempts: dict[str, list[tuple[Attempt, Submission]]] = defaultdict(list)
    for path in paths:
        for attempt in _attempts_in(path, assignment, roster, others):
            if notebook and not _has_notebook(attempt, notebook):
                continue
            submission = _submission(attempt, path, notebook or assignment, roster)
            if all(other != submission for _, other in attempts[submission.student]):
                attempts[submission.student].append((attempt, submission))
    if not attempts and not notebook:
        raise _nothing(paths[0], assignment)
    more_time = extensions or {}
    found = []
    for student in sorted(attempts):
        until = deadline + more_time.get(student, timedelta()) if deadline is not None else None
        found.append(_last_in_time(student, attempts[student], until))
    return found


def not_handed_in(submissions: Iterable[Submission], roster: Roster) -> list[str]:
    """The students of the roster of whom there is nothing, in the order of their ids."""
    found = {submission.student for submission in submissions}
    return sorted(student for student in roster.students if student_id(student) not in found)


def submission_in(folder: Path, assignment: str, student: str) -> Submission:
    """What one student handed in, which is all that a folder holds; the notebook is chosen as in `find_submissions`."""
    files = tuple(files_in_folder(folder)) if folder.is_dir() else ()
    return _submission(Attempt(student, (Key(student),), student, files), folder, assignment, None)


def read_deadline(text: str) -> datetime:
    """A deadline as it is typed, `2026-11-01T23:59` or `2026-11-01 23:59+01:00`; without a zone in this machine's.

    Raises
    ------
    HippogradError
        When it is no time, or a day without one: that would be its first moment, and few mean that.
    """
    if re.fullmatch(r"[\dW-]+", text.strip()):
        raise HippogradError(f"{text!r} is no time of the day.", f"Add it: {text.strip()}T23:59.")
    try:
        deadline = datetime.fromisoformat(text).astimezone()
        _ = deadline + timedelta(days=366 * 10)  # extensions are added to it
        return deadline
    except (ValueError, OverflowError):
        raise HippogradError(f"{text!r} is no time.", "Write it as 2026-11-01T23:59.") from None


def student_id(name: str) -> str:
    """A name as a student's id: no separators, no dots before it, so that it names one folder and nothing else."""
    safe = re.sub(r"[^\w.@+ -]", "_", name).strip(" .")
    return safe[:100] or "unnamed"


def _attempts_in(path: Path, assignment: str, roster: Roster | None, others: Collection[str]) -> list[Attempt]:
    try:
        if path.is_dir():
            entries = files_in_folder(path)
        elif path.suffix.lower() == ".zip" and path.is_file():
            entries = files_in_zip(path)
        elif path.suffix.lower() in (".ipynb", ".py") and path.is_file():
            return [Attempt(path.stem, (Key(path.stem),), path.stem, (Entry(path, (), path.name),))]
        elif path.exists():
            raise HippogradError(f"{path} is neither a notebook nor a folder nor a zip.", "Give one of these.")
        else:
            raise HippogradError(f"{path} does not exist.", "Check the path.")
    except OSError as error:
        raise HippogradError(f"{path} cannot be read: {error.strerror or error}.", "Check its permissions.") from None
    entries = [entry for entry in entries if not _is_roster(entry, roster)]
    known = platform_of(entries)
    if known is not None:
        return attempts_in_download(entries, *known)
    named = in_students_folder(path.resolve().name, entries, assignment, others) if path.is_dir() else entries
    found = attempts_of_people(named, assignment, in_zip=not path.is_dir(), others=others)
    if not found and named is entries:
        raise _nothing(path, assignment)
    return found  # none, where a student handed in other assignments


def _nothing(path: Path, assignment: str) -> HippogradError:
    expected = f"Expected: student.ipynb, or student/{assignment}/{assignment}.ipynb."
    return HippogradError(f"{path} holds no submission for {assignment}.", expected)


def _is_roster(entry: Entry, roster: Roster | None) -> bool:
    """Whether it is the file of the roster, which may lie among the submissions."""
    path = roster.path if roster is not None else None
    if path is None or entry.members or entry.path.name != path.name:
        return False
    return entry.path.resolve() == path.resolve()


def _submission(attempt: Attempt, path: Path, assignment: str, roster: Roster | None) -> Submission:
    """An attempt with its student and its notebook."""
    notes = list(attempt.notes)
    student = student_id(attempt.own_id)
    if roster is not None:
        known, doubt = roster.match(attempt.keys, attempt.name)
        student = student_id(known or f"unmatched {attempt.own_id}")
        if doubt:
            notes.append(f"{DOUBT}whose is this, handed in by {attempt.name or attempt.own_id}? {doubt}")
    try:
        if attempt.problem:
            raise HippogradError(attempt.problem, attempt.remedy)
        entry = _chosen_notebook(attempt.files, assignment, notes)
    except HippogradError as error:
        first = attempt.files[0] if attempt.files else Entry(path, (), path.name)
        return Submission(
            student, first.path, first.members, attempt.timestamp, tuple(notes), error.message, error.remedy
        )
    return Submission(student, entry.path, entry.members, attempt.timestamp, tuple(notes))


def _has_notebook(attempt: Attempt, notebook: str) -> bool:
    """Whether a notebook of this name was handed in, or a zip in which it may be."""
    return any(_is_open_zip(file) or _numbered(file)[0] == notebook.casefold() for file in attempt.files)


def _chosen_notebook(files: Sequence[Entry], assignment: str, notes: list[str]) -> Entry:
    """The notebook among all that was handed in at one time.

    Raises
    ------
    HippogradError
        When there is none, or several and none is called like the assignment.
    """
    everything = [inner for file in files for inner in (files_in_inner_zip(file) if _is_open_zip(file) else [file])]
    notebooks = [file for file in everything if file.suffix == ".ipynb"]
    if not notebooks:
        scripts = [file for file in everything if file.suffix == ".py" and not file.problem]
        notebooks = [file for file in scripts[:MOST_SCRIPTS] if _is_script(file)]
    if not notebooks:
        raise _no_notebook(everything)
    chosen = notebooks[0] if len(notebooks) == 1 else _of_several(notebooks, assignment)
    if chosen.problem:
        raise HippogradError(
            f"{chosen.name} cannot be graded: {chosen.problem}.", "Ask the student for the notebook itself."
        )
    if len(notebooks) > 1:
        notes.append(f"{len(notebooks)} notebooks were handed in; {chosen.name} was graded.")
    return chosen


def _no_notebook(files: Sequence[Entry]) -> HippogradError:
    names = [f"{file.name} ({file.problem})" if file.problem else file.name for file in files[:5]]
    remedy = "Ask the student for the .ipynb file."
    if any(".ipynb." in file.name.lower() for file in files):
        remedy = "If it is the notebook, give it back its name, which ends in .ipynb; then grade again."
    return HippogradError(f"No notebook was handed in, but {', '.join(names) or 'nothing'}.", remedy)


def _is_open_zip(file: Entry) -> bool:
    return file.suffix == ".zip" and not file.problem and len(file.members) < 2


def _is_script(file: Entry) -> bool:
    return is_script(read_file(file.path, file.members, SMALL_FILE).decode("utf-8", errors="replace"))


def _of_several(notebooks: list[Entry], assignment: str) -> Entry:
    """The one with the assignment's name, or all having one name, that with the highest number behind it."""
    named = [file for file in notebooks if _numbered(file)[0] == assignment.casefold()]
    ranked = sorted(named or notebooks, key=lambda file: _numbered(file)[1])
    if len({_numbered(file)[0] for file in ranked}) > 1 or len({_numbered(file) for file in ranked}) < len(ranked):
        raise HippogradError(
            f"{len(notebooks)} notebooks were handed in: {', '.join(file.name for file in notebooks[:5])}.",
            f"Keep the right one, or call it {assignment}.ipynb; then grade again.",
        )
    return ranked[-1]


def _numbered(file: Entry) -> tuple[str, int]:
    """The name in small letters without the number that was put behind it, and the number."""
    stem = PurePosixPath(file.name).stem.casefold()
    found = _NUMBER.search(stem)
    return (stem[: found.start()].rstrip(" _-"), int(found[1] or found[2])) if found else (stem, 0)


def _last_in_time(student: str, attempts: list[tuple[Attempt, Submission]], deadline: datetime | None) -> Submission:
    """The attempt that counts: the last until the deadline, else the last."""
    gradable = [pair for pair in attempts if not pair[1].problem] or attempts
    if len(gradable) > 1 and any(attempt.time is None for attempt, _ in gradable):
        labels = ", ".join(submission.label for _, submission in gradable[:5])
        problem = f"There are {len(gradable)} submissions of {student}, and no time tells the last: {labels}."
        return replace(gradable[0][1], problem=problem, remedy="Keep the one that counts; then grade again.")
    ordered = sorted(gradable, key=lambda pair: pair[0].time.timestamp() if pair[0].time is not None else 0.0)
    in_time = [pair for pair in ordered if not _is_late(pair[0], deadline)]
    attempt, submission = (in_time or ordered)[-1]
    notes = list(submission.notes)
    if len(attempts) > 1:
        notes.append(
            f"There are {len(attempts)} attempts; the one of {attempt.timestamp or 'unknown time'} was graded."
        )
    if _is_late(attempt, deadline):
        notes.append(f"Handed in late{': ' + attempt.timestamp if attempt.timestamp else ''}.")
    return replace(submission, notes=tuple(notes))


def _is_late(attempt: Attempt, deadline: datetime | None) -> bool:
    if deadline is None or attempt.time is None:
        return attempt.is_late
    return attempt.time > deadline.astimezone()
