"""Submissions that people put together themselves: notebooks side by side, folders of students, nbgrader's layout."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

from .archives import Entry, read_file
from .attempts import SMALL_FILE, Attempt
from .roster import Key


def attempts_of_people(entries: list[Entry], assignment: str, *, in_zip: bool) -> list[Attempt]:
    """The attempts in a folder or zip that follows no platform's convention.

    `amber01.ipynb` and `amber01.zip` are of amber01; so is all below `amber01/<assignment>/`, and where nobody has
    such a folder, all below `amber01/`. A lone folder around everything in a zip is passed over.

    Parameters
    ----------
    entries : list of Entry
        The files.
    assignment : str
        Its folders are meant where there are several assignments' (nbgrader's `submitted/<student>/<assignment>/`).
    in_zip : bool
        Whether it is a zip; in a folder, nbgrader's layout begins right there.
    """
    folders = _assignment_folders(entries, assignment, in_zip)
    if not folders:
        entries = _without_lone_folder(entries) if in_zip else entries
        folders = _student_folders(entries)
    found = []
    for entry in entries:
        if (len(entry.parts) == 1 and entry.suffix in (".ipynb", ".zip")) or (in_zip and _is_beside(entry, folders)):
            stem = PurePosixPath(entry.name).stem
            found.append(Attempt(stem, (Key(stem),), stem, (replace(entry, name=entry.parts[-1]),)))
    for student, files in folders.items():
        stamp = _timestamp(files)
        work = tuple(entry for entry in files if entry.name != "timestamp.txt")
        found.append(Attempt(student, (Key(student),), student, work, _time(stamp), stamp))
    return found


def _assignment_folders(entries: list[Entry], assignment: str, in_zip: bool) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        folders = entry.parts[:-1]
        places = [at for at, part in enumerate(folders) if part == assignment and at > 0]
        if places and (in_zip or places[0] == 1):
            at = places[-1] if in_zip else 1
            found[folders[at - 1]].append(replace(entry, name="/".join(entry.parts[at + 1 :])))
    return dict(found)


def _student_folders(entries: list[Entry]) -> dict[str, list[Entry]]:
    """Folders with a notebook or zip somewhere in them, unless it is another assignment's, or a release."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if len(entry.parts) > 1 and not _is_of_an_assignment(entry):
            found[entry.parts[0]].append(replace(entry, name="/".join(entry.parts[1:])))
    return {name: files for name, files in found.items() if any(file.suffix in (".ipynb", ".zip") for file in files)}


def _is_of_an_assignment(entry: Entry) -> bool:
    """Whether it lies in a folder of its own name that begins with a number: `0_neural_data/0_neural_data.ipynb`."""
    folder = entry.parts[-2]
    return re.match(r"\d+_", folder) is not None and PurePosixPath(entry.name).stem == folder


def _without_lone_folder(entries: list[Entry]) -> list[Entry]:
    while entries and len({entry.parts[0] for entry in entries}) == 1 and all(len(e.parts) > 1 for e in entries):
        entries = [replace(entry, name="/".join(entry.parts[1:])) for entry in entries]
    return entries


def _is_beside(entry: Entry, folders: Iterable[str]) -> bool:
    """Whether it is a notebook beside the folders of students, `submitted/basil01.ipynb`."""
    return len(entry.parts) == 2 and entry.suffix == ".ipynb" and entry.parts[0] not in folders


def _timestamp(files: list[Entry]) -> str:
    """What nbgrader's timestamp.txt says."""
    for entry in files:
        if entry.name == "timestamp.txt" and not entry.problem:
            return read_file(entry.path, entry.members, SMALL_FILE).decode("utf-8", errors="replace").strip()[:100]
    return ""


def _time(stamp: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(stamp.replace(" UTC", "+00:00"))
    except ValueError:
        return None
    return time if time.tzinfo is not None else time.replace(tzinfo=UTC)
