"""What becomes of records: packed for later, or deleted, of a person or of a year."""

from __future__ import annotations

import csv
import io
import os
import random
import re
import shutil
import stat
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from nbgrader.api import InvalidEntry
from sqlalchemy import inspect, text
from sqlalchemy.exc import SQLAlchemyError

from gradekit.saved import unescaped
from hippograd.course import Course
from hippograd.course.closed import CODE, COLUMNS, WORDS, closed_file
from hippograd.course.late import EXTENSIONS, SECTIONS
from hippograd.course.toml import editable_toml
from hippograd.errors import HippogradError, nearest, unusable
from hippograd.files import alone_in_folder, beside, files_in, put_in_place, stable_json, write_whole
from hippograd.grading.journal import Journal, without_student
from hippograd.grading.keys import environment
from hippograd.grading.result import Result
from hippograd.nbgrader_env import Gradebook
from hippograd.records.desk_marks import removed_marks
from hippograd.records.entries import (
    ENTERED_TABLE,
    copy_database,
    has_gradebook,
    require_gradebook,
    students_entered,
)
from hippograd.records.folder import Records, lines_of_others, students_of
from hippograd.records.marks import read_marks
from hippograd.records.patience import patiently
from hippograd.records.people import read_people
from hippograd.records.results import last_lines
from hippograd.records.roster import ROSTER, forgotten
from hippograd.records.whole import copy_whole, empty_whole
from hippograd.years.repository import git, uncommitted

HOW_TO_READ = """\
records/        gradebook.db (nbgrader's), executed notebooks, results (one line of JSON each), journals
course.bundle   the course with its graders: git clone course.bundle course
secret.txt      what hidden checks draw from: put it into course/autograder/graders
versions.json   the course's commit, Python and libraries when this was packed
{closed}
To grade again: clone the bundle, check out the commit in {where}, install it (see its README), and grade the
notebooks in records/autograded.
{changed}"""
OF_CLOSED = """\
closed.json     what the cohort was graded with
"""
CHANGED = """
These files of the course had changes that were not committed; the bundle has them as they were before:
"""


_OF_RECORDS = re.compile(r"\.(jsonl|journal|stopped|db(-\w+)?)$")
_OF_NO_SUBMISSION = text(f"delete from {ENTERED_TABLE} where submission not in (select id from submitted_assignment)")
"""With what files of the records end from which a student is taken out."""


def archive(course: Course, cohort: str, records: Records, target: Path, db_url: str | None = None) -> Path:
    """Pack the records of a cohort, the course and its versions into one zip that can be read and graded years later.

    A gradebook that is not in the records is copied into the zip, as gradebook.db. Of the course, what is committed is
    packed; README.txt in the zip names files that have changed since.

    Raises
    ------
    HippogradError
        When there are no records, the zip exists already, or git cannot pack the course; then nothing is written.
    """
    files = _plain_files(records.folder)
    if not files:
        raise HippogradError(f"There are no records in {records.folder}.", "Give their folder with --records.")
    if target.is_dir():
        raise HippogradError(f"{target} is a folder.", "Name a file, such as 2026.zip.")
    if target.exists():  # perhaps the only archive of what is not in the records any more
        new = f"{target.stem}-again{target.suffix}"
        raise HippogradError(f"{target} exists already.", f"Name a new file, such as {new}.")
    if target.resolve().is_relative_to(records.folder.resolve()):
        raise HippogradError(f"{target} would be deleted with the records.", f"Write it outside {records.folder}.")
    require_gradebook(db_url or records.db_url)
    with beside(target.resolve()) as work:
        bundle = work / "course.bundle"
        git(course, "bundle", "create", "--quiet", str(bundle), "HEAD")
        files = _with_copies(files, work / "databases")
        if db_url is not None and db_url != records.db_url:
            copy_whole(db_url, work / "gradebook.db")
            files = {**files, "gradebook.db": work / "gradebook.db"}
        built = work / "archive.zip"
        with zipfile.ZipFile(built, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as packed:
            closed = closed_file(course, cohort)
            packed.writestr("README.txt", _how_to_read(course, is_closed=closed.is_file()))
            commit = {"commit": git(course, "rev-parse", "HEAD")}
            packed.writestr("versions.json", stable_json(environment(course) | commit))
            packed.write(bundle, bundle.name)
            packed.writestr("secret.txt", f"{course.secret}\n")
            if closed.is_file():
                packed.write(closed, "closed.json")
            for name, path in files.items():
                packed.write(path, f"records/{name}")
        put_in_place(built, target.resolve(), work)
    return target


def _with_copies(files: dict[str, Path], folder: Path) -> dict[str, Path]:
    """The files, with copies of databases in their place: another program may be writing into them."""
    folder.mkdir()
    kept = {name: path for name, path in files.items() if not name.endswith((".db-wal", ".db-shm", ".db-journal"))}
    for number, name in enumerate(name for name in kept if name.endswith(".db")):
        copy_database(kept[name], folder / str(number))
        kept[name] = folder / str(number)
    return kept


def _how_to_read(course: Course, *, is_closed: bool) -> str:
    changed = uncommitted(course)
    return HOW_TO_READ.format(
        closed=OF_CLOSED if is_closed else "",
        where="closed.json" if is_closed else "versions.json",
        changed=CHANGED + "".join(f"{name}\n" for name in changed) if changed else "",
    )


def erase_cohort(records: Records, statistics: Path | None, db_url: str | None = None) -> list[str]:
    """Delete all records of a cohort; the files that were deleted.

    Parameters
    ----------
    records : Records
        Which.
    statistics : Path, optional
        Gets the points of every task beforehand, without names and in no order that tells who is who: of code those of
        the grader, of words those that people gave, if any.
    db_url : str, optional
        The gradebook, where it is not in the records: all its rows are deleted, whose cohort ever they are.

    Raises
    ------
    HippogradError
        When there are none, or a run is grading: nothing is deleted then. Or something resists; what was deleted until
        then is gone.
    """
    folder = records.folder.resolve()
    deleted = list(_plain_files(folder))
    if not deleted:
        raise HippogradError(f"There are no records in {records.folder}.", "Give their folder with --records.")
    if "gradebook.db" not in deleted:
        if not any(records.folder.glob("*.jsonl")):
            raise HippogradError(
                f"{records.folder} holds no gradebook and no results: is it the records of a cohort?",
                "Give their folder with --records.",
            )
        if db_url is None:
            raise HippogradError(
                f"{records.folder} has results and no gradebook, so marks and names would stay where that is.",
                "Name it with --db. If there is none any more, delete the folder yourself.",
            )
    with _no_run_in(records):
        if statistics is not None:
            if statistics.resolve().is_relative_to(folder):
                raise HippogradError(f"{statistics} would be deleted too.", f"Write it outside {records.folder}.")
            if statistics.exists():
                raise HippogradError(
                    f"{statistics} exists already.", "Name a new file; or leave --statistics out, if it has the points."
                )
            write_whole(statistics, _anonymous(records, db_url or records.db_url).encode())
        if db_url is not None and db_url != records.db_url:
            deleted += empty_whole(db_url)
        try:
            shutil.rmtree(folder)
            if records.folder.is_symlink():
                records.folder.unlink()
        except OSError as error:
            raise HippogradError(
                f"{error.filename} cannot be deleted: {error.strerror}.", "Correct its permissions, then erase again."
            ) from None
    return deleted


@contextmanager
def _no_run_in(records: Records) -> Iterator[list[Path]]:
    """The journals of a cohort, held: a run that writes into one would go on writing into what is gone by then.

    Raises
    ------
    HippogradError
        When a run is grading.
    """
    journals = sorted(records.folder.glob("*.journal"))
    with ExitStack() as held:
        for file in journals:
            held.enter_context(Journal(file))
        yield journals


def _plain_files(folder: Path) -> dict[str, Path]:
    """The files in a folder by name.

    Raises
    ------
    HippogradError
        Where something in it is neither a file nor a folder: a link may lead elsewhere or nowhere, a pipe never ends.
    """
    for path in (Path(where, name) for where, *both in os.walk(folder) for names in both for name in names):
        kind = stat.S_IFMT(path.lstat().st_mode)
        if kind not in (stat.S_IFREG, stat.S_IFDIR):
            raise HippogradError(
                f"{path} is a link or a pipe, and not a file.",
                "Put the file or folder itself in its place, or remove it.",
            )
    return files_in(folder)


def _anonymous(records: Records, db_url: str) -> str:
    rows = list(_points(records, db_url))
    numbers = {student: number for number, student in enumerate(_shuffled({row[0] for row in rows}), 1)}
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted([numbers[row[0]], *row[1:]] for row in rows))
    return table.getvalue()


def _points(records: Records, db_url: str) -> Iterator[tuple[str, str, str, float, float, str]]:
    """Whose, in which assignment and task, how many of how many, and of which kind the answer is."""
    for file in sorted(records.folder.glob("*.jsonl")):
        last, unreadable = last_lines(file, Result)
        if unreadable:
            raise HippogradError(
                f"Line {unreadable[0]} of {file} cannot be read, so its points would be missing; nothing was deleted.",
                "Grade again, remove that line, or erase without --statistics.",
            )
        graded = set()
        for result in last.values():
            for task in result.tasks:
                graded.add(task.name)
                yield result.student, result.assignment, task.name, task.points, task.max_points, CODE
        marks = read_marks(db_url, file.stem) if graded and has_gradebook(db_url) else {}
        for student, one in marks.items():
            for cell, mark in one.cells.items():
                if cell not in graded and mark.points is not None:
                    yield student, file.stem, cell, mark.points, mark.max_points, WORDS


def _shuffled(students: set[str]) -> list[str]:
    return random.SystemRandom().sample(sorted(students), len(students))


def remove_student(records: Records, db_url: str, student: str, assignment: str | None = None) -> list[str]:
    """Delete all that records hold of a student, or what they handed in for one assignment.

    Parameters
    ----------
    records : Records
        Of the cohort.
    db_url : str
        The gradebook; if there is one in the records as well, it is removed from both.
    student : str
        Whose.
    assignment : str, optional
        Which assignment; who they are and their extensions stay then.

    Returns
    -------
    list of str
        What was deleted, a line each.

    Raises
    ------
    HippogradError
        When nothing is known of the student, or the id is the path of something else; or a file is damaged, or is a
        link; or a run is grading. Nothing is deleted then.
    GradebookUnusable
        When the database refuses.
    """
    if student in ("", ".", "..") or Path(student).name != student:
        raise HippogradError(f"{student!r} is not the id of a student.", "Write it as `hippograd grade` shows it.")
    require_gradebook(db_url)
    _plain_files(records.folder)
    pages = _pages_that_name(records, student)
    for name in (EXTENSIONS, SECTIONS):
        editable_toml(records.folder / name)
    with _no_run_in(records) as journals:
        if assignment is not None:
            journals = [file for file in journals if file == records.journal(assignment)]
        return _removed(records, db_url, student, assignment, pages, journals)


def _removed(
    records: Records,
    db_url: str,
    student: str,
    assignment: str | None,
    pages: list[Path],
    journals: list[Path],
) -> list[str]:
    """Delete it, where nothing is damaged and nobody writes."""
    gradebooks = [db_url, records.db_url] if db_url != records.db_url and has_gradebook(records.db_url) else [db_url]
    deleted = [line for url in gradebooks for line in _removed_from_gradebook(url, student, assignment)]
    for folder in (folder / student for folder in theirs_in(records)):
        whole = folder / (assignment or "")
        if whole.is_dir():
            deleted += [str(whole / name) for name in files_in(whole)]
            shutil.rmtree(whole)
    for file in sorted(records.folder.glob("*.jsonl")) if assignment is None else [records.results(assignment)]:
        deleted += _without_lines(file, lines_of_others(file, {student})) if file.is_file() else []
    if assignment is None:
        deleted += _without_keys(records.folder / EXTENSIONS, student)
        deleted += _without_keys(records.folder / SECTIONS, student)
        deleted += forgotten(records.folder, student)
    left = {file: without_student(file, student) for file in journals}
    if deleted or any(kept != file.read_bytes() for file, kept in left.items()):
        for path in pages:  # a word that only stands in pages is nobody's id
            path.unlink()
            deleted.append(str(path))
    for file, kept in left.items():  # last: by them, a student whose removal was cut short is known again
        deleted += _without_lines(file, kept)
    if not deleted:
        of = f" for {assignment}" if assignment is not None else ""
        known = {who for file in records.folder.glob("*.jsonl") for who in students_of(file).values()}
        alike = nearest(student, known.union(read_people(db_url)))
        raise HippogradError(f"Nothing is recorded of {student!r}{of} in {records.folder}.", alike or "Correct the id.")
    return deleted + _made_anew(records)


def _removed_from_gradebook(db_url: str, student: str, assignment: str | None) -> list[str]:
    deleted: list[str] = []

    def remove() -> None:
        """Remove what is left; a try before this one may have been cut short anywhere."""
        try:
            with Gradebook(db_url) as gradebook:
                # before the student, who is found again if this is cut short
                marks = removed_marks(gradebook.engine, student, assignment)
                deleted.extend([f"{marks} mark{'s' * (marks > 1)} from the desk"] if marks else [])
                if assignment is not None:
                    if student in students_entered(db_url, assignment):
                        gradebook.remove_submission(assignment, student)
                        deleted.append(f"{assignment} of {student} in the gradebook")
                elif student in {known.id for known in gradebook.students}:
                    gradebook.remove_student(student)
                    deleted.append(f"{student} in the gradebook")
                if deleted:
                    with gradebook.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                        if inspect(connection).has_table(ENTERED_TABLE):
                            connection.execute(_OF_NO_SUBMISSION)
                        connection.execute(text("VACUUM"))  # what is deleted would stay in the file
        except (SQLAlchemyError, InvalidEntry, OSError) as error:
            raise unusable(db_url, error) from None

    patiently(remove)
    return deleted


def _pages_that_name(records: Records, student: str) -> list[Path]:
    """Pages about the class in which a student is: they are made anew, without."""
    pages = files_in(records.pages).values()
    return [path for path in pages if student in unescaped(path.read_text("utf-8", errors="replace"))]


def theirs_in(records: Records) -> list[Path]:
    """The folders that have one for each student."""
    return [records.autograded, records.feedback, records.earlier, records.originals]


def others_that_name(records: Records, student: str) -> list[Path]:
    """Files among the records that are none of theirs, such as a list that somebody wrote there, and have this id."""
    theirs = {*theirs_in(records), records.pages}
    known = {EXTENSIONS, SECTIONS, ROSTER}
    there = [
        path
        for path in files_in(records.folder).values()
        if not theirs & set(path.parents) and path.name not in known and not _OF_RECORDS.search(path.name)
    ]
    word = re.compile(rb"(?<!\w)" + re.escape(student.encode()) + rb"(?!\w)")
    return [path for path in there if any(map(word.search, (os.fsencode(path.name), *_contents(path))))]


def _contents(path: Path) -> list[bytes]:
    """What a file holds, or what is packed in it, as in a spreadsheet; nothing where it cannot be read."""
    with suppress(OSError, RuntimeError, zipfile.BadZipFile):  # a password is asked for by a RuntimeError
        if not zipfile.is_zipfile(path):
            return [path.read_bytes()]
        with zipfile.ZipFile(path) as packed:
            return [packed.read(name) for name in packed.namelist()]
    return []


def _made_anew(records: Records) -> list[str]:
    """Files in which a student's pages or outputs are among those of others, and which commands make again."""
    packed = [path for path in files_in(records.pages).values() if zipfile.is_zipfile(path)]  # spreadsheets, too
    found = [path for path in (*packed, records.cache) if path.is_file()]
    for path in (*found, *records.folder.glob(f"{records.cache.name}-*")):  # a database has a log beside it
        path.unlink()
    return [f"{path}, which is made anew when it is needed" for path in found]


def _without_lines(file: Path, kept: bytes) -> list[str]:
    gone = len(file.read_bytes().splitlines()) - len(kept.splitlines())
    if not gone:
        return []
    write_whole(file, kept)
    return [f"{gone} line{'s' * (gone > 1)} of {file}"]


def _without_keys(file: Path, student: str) -> list[str]:
    """Take a student out of a TOML file, and of all its tables."""
    with alone_in_folder(file.parent):
        document = editable_toml(file)
        tables = [table for table in (document, *document.values()) if isinstance(table, dict) and student in table]
        for table in tables:
            table.pop(student)
        if tables:
            write_whole(file, document.as_string().encode())
    return [f"{student} in {file}" for _ in tables]
