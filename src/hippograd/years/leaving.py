"""What becomes of records: packed for later, or deleted, of a person or of a year."""

from __future__ import annotations

import os
import re
import shutil
import stat
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from gradekit.saved import unescaped
from hippograd.course import Course
from hippograd.course.closed import closed_file
from hippograd.course.late import EXTENSIONS, SECTIONS
from hippograd.course.toml import editable_toml
from hippograd.errors import HippogradError, nearest
from hippograd.files import alone_in_folder, beside, files_in, put_in_place, stable_json, write_whole
from hippograd.grading.keys import environment
from hippograd.records.folder import Records, lines_of_others, students_of
from hippograd.records.people import read_people
from hippograd.records.roster import ROSTER, forgotten
from hippograd.store.gradebook import Gradebook, copy_database
from hippograd.years.repository import git, uncommitted

HOW_TO_READ = """\
records/        gradebook.db (nbgrader's, and all results), executed notebooks, results (one line of JSON each)
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


_OF_RECORDS = re.compile(r"\.(jsonl|grading|lock|db(-\w+)?)$")
"""With what files of the records end from which a student is taken out."""


def archive(course: Course, cohort: str, records: Records, target: Path, db_url: str | None = None) -> Path:
    """Pack the records of a cohort, the course and its versions into one zip that can be read and graded years later.

    A gradebook that is not in the records is copied into the zip, as gradebook.db. Of the course, what is committed is
    packed; README.txt in the zip names files that have changed since.
    """
    files = _plain_files(records.folder)
    if not files:
        raise HippogradError("records-missing", folder=records.folder)
    if target.is_dir():
        raise HippogradError("target-is-folder", file=target, example="2026.zip")
    if target.exists():  # perhaps the only archive of what is not in the records any more
        new = f"{target.stem}-again{target.suffix}"
        raise HippogradError("file-exists", file=target, example=new)
    if target.resolve().is_relative_to(records.folder.resolve()):
        raise HippogradError("target-among-records", file=target, folder=records.folder)
    Gradebook(db_url or records.db_url).require()
    with beside(target.resolve()) as work:
        bundle = work / "course.bundle"
        git(course, "bundle", "create", "--quiet", str(bundle), "HEAD")
        files = _with_copies(files, work / "databases")
        if db_url is not None and db_url != records.db_url:
            Gradebook(db_url).copy_to(work / "gradebook.db")
            files = {**files, "gradebook.db": work / "gradebook.db"}
        built = work / "archive.zip"
        with zipfile.ZipFile(built, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as packed:
            closed = closed_file(course.release_folder, cohort)
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
    """Return the files, with copies of databases in their place: another program may be writing into them."""
    folder.mkdir()
    left = (".db-wal", ".db-shm", ".db-journal", ".grading")
    kept = {name: path for name, path in files.items() if not name.endswith(left)}
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


def erase_cohort(records: Records, db_url: str | None = None) -> list[str]:
    """Delete all records of a cohort; the files that were deleted."""
    folder = records.folder.resolve()
    deleted = list(_plain_files(folder))
    if not deleted:
        raise HippogradError("records-missing", folder=records.folder)
    if "gradebook.db" not in deleted:
        if not any(records.folder.glob("*.jsonl")):
            raise HippogradError("records-of-no-cohort", folder=records.folder)
        if db_url is None:
            raise HippogradError("records-without-gradebook", folder=records.folder)
    with _no_run_in(records):
        if db_url is not None and db_url != records.db_url:
            deleted += Gradebook(db_url).empty()
        try:
            shutil.rmtree(folder)
            if records.folder.is_symlink():
                records.folder.unlink()
        except OSError as error:
            raise HippogradError("file-not-deleted", file=error.filename, cause=error.strerror) from None
    return deleted


@contextmanager
def _no_run_in(records: Records) -> Iterator[None]:
    """Keep runs from these records: one would go on writing into what is gone by then."""
    with ExitStack() as held:
        for file in sorted(records.folder.glob("*.grading")):
            held.enter_context(records.one_run(file.stem))
        yield


def _plain_files(folder: Path) -> dict[str, Path]:
    """Return the files in a folder by name."""
    for path in (Path(where, name) for where, *both in os.walk(folder) for names in both for name in names):
        kind = stat.S_IFMT(path.lstat().st_mode)
        if kind not in (stat.S_IFREG, stat.S_IFDIR):
            raise HippogradError("records-link", file=path)
    return files_in(folder)


def remove_student(records: Records, db_url: str, student: str, assignment: str | None = None) -> list[str]:
    """Delete all that records hold of a student, or what they handed in for one assignment."""
    if student in ("", ".", "..") or Path(student).name != student:
        raise HippogradError("student-id-bad", student=student)
    Gradebook(db_url).require()
    _plain_files(records.folder)
    pages = _pages_that_name(records, student)
    for name in (EXTENSIONS, SECTIONS):
        editable_toml(records.folder / name)
    with _no_run_in(records):
        return _removed(records, db_url, student, assignment, pages)


def _removed(
    records: Records,
    db_url: str,
    student: str,
    assignment: str | None,
    pages: list[Path],
) -> list[str]:
    """Delete it, where nothing is damaged and nobody writes."""
    deleted = [
        line for url in dict.fromkeys([db_url, records.db_url]) for line in Gradebook(url).remove(student, assignment)
    ]
    for folder in (folder / student for folder in theirs_in(records)):
        whole = folder / (assignment or "")
        if whole.is_dir():
            deleted += [str(whole / name) for name in files_in(whole)]
            shutil.rmtree(whole)
    for path in records.at_the_door(student, assignment):
        deleted.append(str(path))
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for file in sorted(records.folder.glob("*.jsonl")) if assignment is None else [records.results(assignment)]:
        deleted += _without_lines(file, lines_of_others(file, {student})) if file.is_file() else []
    if assignment is None:
        deleted += _without_keys(records.folder / EXTENSIONS, student)
        deleted += _without_keys(records.folder / SECTIONS, student)
        deleted += forgotten(records.folder, student)
    if deleted:
        for path in pages:  # a word that only stands in pages is nobody's id
            path.unlink()
            deleted.append(str(path))
    if not deleted:
        of = f" for {assignment}" if assignment is not None else ""
        known = {who for file in records.folder.glob("*.jsonl") for who in students_of(file).values()}
        alike = nearest(student, known.union(read_people(db_url)))
        raise HippogradError(
            "student-not-recorded", student=student, of=of, folder=records.folder, nearest=alike or "Correct the id."
        )
    return deleted + _made_anew(records)


def _pages_that_name(records: Records, student: str) -> list[Path]:
    """Pages about the class in which a student is: they are made anew, without."""
    pages = files_in(records.pages).values()
    return [path for path in pages if student in unescaped(path.read_text("utf-8", errors="replace"))]


def theirs_in(records: Records) -> list[Path]:
    """Return the folders that have one for each student."""
    return [records.autograded, records.feedback, records.earlier, records.originals]


def others_that_name(records: Records, student: str) -> list[Path]:
    """Return files among the records that are none of theirs, such as a list that somebody wrote there, and have this
    id."""
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
    """Return what a file holds, or what is packed in it, as in a spreadsheet; nothing where it cannot be read."""
    with suppress(OSError, RuntimeError, zipfile.BadZipFile):  # a password is asked for by a RuntimeError
        if not zipfile.is_zipfile(path):
            return [path.read_bytes()]
        with zipfile.ZipFile(path) as packed:
            return [packed.read(name) for name in packed.namelist()]
    return []


def _made_anew(records: Records) -> list[str]:
    """Return files in which a student's pages or outputs are among those of others, and which commands make again."""
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
