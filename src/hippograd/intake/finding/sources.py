"""A path that was named: its files, and what they were taken for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.files import where_it_leads
from hippograd.intake.finding.archives import Entry, entry_of, files_in_folder, files_in_zip
from hippograd.intake.finding.attempts import Attempt, stem_of
from hippograd.intake.finding.choosing import RENAMED
from hippograd.intake.finding.naming import Naming
from hippograd.intake.finding.platforms import FOLDERS, NBGRADER, RECOGNISED, Names, tops_of
from hippograd.intake.finding.platforms.folders import BESIDE_SUBMITTED, Folders, claim_of, holds_assignments_only
from hippograd.intake.finding.recognising import SUBMITTED, Download, recognise
from hippograd.intake.finding.roster import Roster


@dataclass(frozen=True)
class Source:
    """A path that was named, with its files."""

    path: Path
    """The notebook, folder or zip."""

    entries: list[Entry]
    download: Download | None
    """What a folder or zip of several students was taken for."""

    student: str = ""
    """Whose it is, where it is a notebook or a folder of one student."""

    @classmethod
    def of(cls, path: Path, names: Names, roster: Roster | None, naming: Naming, *, is_of_row: bool) -> Source:
        """Return a path, and what it was taken for."""
        platform, is_zip = naming.platform, _is_zip(path)
        is_by_people = platform is None or isinstance(platform, Folders)
        is_one_students = is_by_people and (is_of_row or (roster is not None and roster.knows(_called(path))))
        if is_zip and is_one_students:
            return cls(path, [_of_one_student(path) if platform is None else entry_of(path)], None, _called(path))
        entries = [entry for entry in _entries_of(path) if not _is_roster(entry, roster)]
        if not path.is_dir() and not is_zip:
            return cls(path, entries, None, stem_of(entries[0].name) if entries else "")
        if not is_zip and (is_one_students or (is_by_people and _looks_like_one_students(path, entries, names))):
            return cls(path, entries, None, _called(path))
        download = recognise(entries, names, str(path), is_zip=is_zip, roster=roster, platform=platform)
        is_submitted = where_it_leads(path).name == SUBMITTED and not is_zip and platform is None
        if is_submitted and download.platform is FOLDERS:
            download = replace(download, platform=NBGRADER)
        return cls(path, entries, download)

    def attempts(self, names: Names) -> list[Attempt]:
        """Return what was handed in here."""
        if self.download is not None:
            found = self.download.attempts(names)
            if not found:
                raise nothing_in(self.path, names.assignment)
            return found
        if not self.path.is_dir():
            return [Attempt(claim_of(self.student), tuple(self.entries), platform=FOLDERS.name)]
        in_submitted = where_it_leads(self.path).parent.name == SUBMITTED
        platform = NBGRADER if in_submitted else FOLDERS
        named = [replace(entry, name=f"{self.student}/{entry.name}") for entry in self.entries]
        return [replace(one, platform=platform.name) for one in platform.read(tops_of(named), names)]


def _looks_like_one_students(folder: Path, entries: Sequence[Entry], names: Names) -> bool:
    """Return whether a folder lies in nbgrader's `submitted`, or holds nothing but folders of assignments."""
    there = where_it_leads(folder)
    is_students = there.name not in BESIDE_SUBMITTED and holds_assignments_only(entries, names)
    return there.parent.name == SUBMITTED or is_students


def read_sources(
    paths: Sequence[Path], names: Names, roster: Roster | None, naming: Naming, say: Callable[[str], None]
) -> list[Source]:
    """Return the files of all paths; `say` is called with what each folder or zip was taken for."""
    rows = defaultdict[tuple[Path, str], set[Path]](set)
    for path in paths:
        rows[_row_of(path)].add(path)
    of_students = {
        row for row, beside in rows.items() if len(beside) > 1 and _are_students(row, beside, roster, naming)
    }
    found = [Source.of(path, names, roster, naming, is_of_row=_row_of(path) in of_students) for path in paths]
    for source in found:
        if source.download is not None:
            say(f"{source.path}: taken for {source.download.described()}")
    students = [source for source in found if source.download is None and _row_of(source.path)[1]]
    if students:
        kind = _row_of(students[0].path)[1]
        several = len(students) > 1
        said = f"taken for the {kind}{'s of one student each' if several else ' of one student'}"
        is_unsure = several and naming.platform is not None and roster is None
        of_sections = "; those of sections are told by --roster, too" if is_unsure else ""
        say(f"{students[0].path}{' and others' if several else ''}: {said}{of_sections}")
    return found


def _row_of(path: Path) -> tuple[Path, str]:
    """Return where a path lies, and what it is, so that those side by side can be counted; notebooks form no row."""
    kind = "folder" if path.is_dir() else "zip" if path.suffix.lower() == ".zip" else ""
    return where_it_leads(path).parent, kind


def _are_students(row: tuple[Path, str], beside: Collection[Path], roster: Roster | None, naming: Naming) -> bool:
    """Return whether what is side by side is single students'.

    It is, unless the user says that these hold people's folders, and the roster knows nobody who is called like one.
    """
    kind = row[1]
    if not kind or naming.platform is None or roster is None:
        return kind != ""
    return any(roster.knows(_called(path)) for path in beside)


def _called(path: Path) -> str:
    """Return whose a folder or zip would be if it were one student's."""
    there = where_it_leads(path)
    return there.stem if _is_zip(path) else there.name


def _of_one_student(path: Path) -> Entry:
    """Return a zip among others, or called after somebody; not to be read where it may be a class's, or a trick."""
    entry = entry_of(path)
    try:
        tops = tops_of(files_in_zip(path))
    except HippogradError:  # said when its notebook is chosen
        return entry
    looks = next((platform for platform in RECOGNISED if 2 * len(platform.fitting(tops)) > len(tops)), None)
    if looks is None:
        return entry
    return replace(
        entry,
        problem=f"it holds what looks like {looks.shown}: add --platform {looks.name.casefold()} if it is a class's, "
        "--platform folders if it is one student's",
    )


def _is_zip(path: Path) -> bool:
    return path.suffix.lower() == ".zip" and path.is_file()


def _entries_of(path: Path) -> list[Entry]:
    try:
        if path.is_dir():
            return files_in_folder(path)
        if _is_zip(path):
            return files_in_zip(path)
        if (path.suffix.lower() in (".ipynb", ".py") or RENAMED.search(path.name)) and path.is_file():
            return [entry_of(path)]
        if path.is_symlink() and not path.exists():
            return [replace(entry_of(path), problem="it is a symbolic link")]
        if path.exists():
            raise HippogradError("path-no-submission", path=path)
        raise HippogradError("path-missing", path=path)
    except OSError as error:
        raise HippogradError("file-not-readable", file=path, cause=error.strerror or error) from None


def nothing_in(path: Path, assignment: str) -> HippogradError:
    """Return the error where a path holds no submission."""
    return HippogradError("nothing-to-grade", path=path, assignment=assignment)


def _is_roster(entry: Entry, roster: Roster | None) -> bool:
    """Return whether it is a file of the roster, which may lie among the submissions."""
    if roster is None or entry.members or entry.path.name not in {path.name for path in roster.paths}:
        return False
    return where_it_leads(entry.path) in map(where_it_leads, roster.paths)
