"""The other files that a student handed in with notebooks: plain files within limits, no links and no pipes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import (
    LARGEST_INNER_ZIP,
    MOST_INNER_FILES,
    Entry,
    files_in_folder,
    files_in_inner_zip,
    read_file,
)

_LEFT_OUT = (".ipynb", ".pyc", ".so")
"""Other notebooks, and what Python would take in the place of a module of the course."""


def files_beside(folder: Path, ignored: Sequence[str]) -> list[Path]:
    """Return the plain files that a student handed in with the notebooks; links, pipes and odd names are passed
    over."""
    names = [*ignored, "*.ipynb"]
    found = [
        entry.path
        for entry in files_in_folder(folder)
        if not entry.problem
        and str(entry.path).isprintable()
        and not any(fnmatch(part, name) for part in entry.path.relative_to(folder).parts for name in names)
    ]
    _refuse_too_much(folder, len(found), sum(path.lstat().st_size for path in found))
    return found


def entries_beside(notebook: Entry, files: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the files of a student's that lie in the folder of the notebook or below, as they are called from there;
    `files` hold it, or the zip in which it lies."""
    if notebook not in files:
        place = notebook.path, notebook.members[:-1]
        files = next(files_in_inner_zip(one) for one in files if (one.path, one.members) == place)
    folder = PurePosixPath(notebook.name).parent
    paths = {PurePosixPath(one.name): one for one in files if one != notebook and not one.problem}
    return tuple(
        replace(one, name=str(path.relative_to(folder)))
        for path, one in paths.items()
        if path.is_relative_to(folder)
        and ".." not in path.parts
        and path.name != "timestamp.txt"
        and one.suffix not in _LEFT_OUT
        and one.name.isprintable()
    )


def read_beside(files: Sequence[Entry], whose: str) -> dict[str, bytes]:
    """Return the bytes of a student's files, by their names beside the notebook `whose`."""
    _refuse_too_much(whose, len(files), 0)
    found, size = dict[str, bytes](), 0
    for one in files:
        found[one.name] = read_file(one.path, one.members, LARGEST_INNER_ZIP)
        size += len(found[one.name])
        _refuse_too_much(whose, len(files), size)
    return found


def _refuse_too_much(place: Path | str, files: int, size: int) -> None:
    if files > MOST_INNER_FILES or size > LARGEST_INNER_ZIP:
        raise HippogradError(
            "beside-too-much",
            folder=place,
            files=files,
            size=size // 1024**2,
            most=MOST_INNER_FILES,
            largest=LARGEST_INNER_ZIP // 1024**2,
        )
