"""Which of the files that were handed in at one time is the notebook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry, files_in_inner_zip
from hippograd.intake.notes import Note

_NUMBER = re.compile(r"(?:\((\d{1,9})\)|-(\d{1,9}))$")
"""What browsers and platforms put behind the name of a file that is there already: `work (1)`, `work-1`."""

RENAMED = re.compile(r"\.ipynb\.(?:txt|json)$", re.IGNORECASE)
"""What browsers and editors put behind the suffix of a notebook."""

_OTHER_ARCHIVES = (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")


def may_be_work(file: Entry) -> bool:
    """Return whether a file is a notebook, or something that a notebook may have been made or packed into."""
    return file.suffix in (".zip", ".py", *_OTHER_ARCHIVES) or ".ipynb" in file.name.casefold()


def chosen_notebook(
    files: Sequence[Entry], assignment: str, *, is_one_of_several: bool = False
) -> tuple[Entry, list[Note]]:
    """Return the notebook among all that was handed in at one time."""
    everything = [inner for file in files for inner in (files_in_inner_zip(file) if _is_open_zip(file) else [file])]
    notebooks = [file for file in everything if file.suffix == ".ipynb"]
    notebooks = notebooks or [file for file in everything if RENAMED.search(file.name)]
    if not notebooks:
        scripts = [file for file in everything if file.suffix == ".py"]
        notebooks = scripts if len(scripts) == 1 else []  # a grader of scripts takes it, and others say that it is none
    if not notebooks:
        raise _no_notebook(everything)
    if is_one_of_several:  # told apart by name: no file may count for two
        names, notebooks = [file.name for file in notebooks], _named(notebooks, assignment)
        if not notebooks:
            raise HippogradError("notebook-missing", name=assignment, files=names)
    chosen = _of_several(notebooks, assignment)
    if chosen.problem:
        raise HippogradError("notebook-not-readable", file=chosen.name, cause=chosen.problem)
    notes = [Note.of("notebook-renamed", file=chosen.name)] if RENAMED.search(chosen.name) else []
    others = [file for file in notebooks if file != chosen]
    if others:
        notes.append(Note.of("notebook-chosen", file=chosen.name, notebooks=len(others) + 1))
        notes.append(Note.of("notebook-to-check", file=chosen.name, others=[file.name for file in others]))
    return chosen, notes


def _no_notebook(files: Sequence[Entry]) -> HippogradError:
    names = [f"{file.name} ({file.problem})" if file.problem else file.name for file in files]
    if any(file.suffix in _OTHER_ARCHIVES for file in files):
        return HippogradError("handed-in-archive", files=names)
    return HippogradError("handed-in-no-notebook", files=names) if names else HippogradError("handed-in-nothing")


def _is_open_zip(file: Entry) -> bool:
    return file.suffix == ".zip" and not file.problem and len(file.members) < 2


def _of_several(notebooks: Sequence[Entry], assignment: str) -> Entry:
    """Return the one with the assignment's name, or all having one name, that with the highest number behind it."""
    if len(notebooks) == 1:
        return notebooks[0]
    ranked = sorted(_named(notebooks, assignment) or notebooks, key=lambda file: _numbered(file)[1])
    if len({_numbered(file)[0] for file in ranked}) > 1 or len({_numbered(file) for file in ranked}) < len(ranked):
        are_alike = len({file.name for file in notebooks}) < len(notebooks)
        names = [file.listed if are_alike else file.name for file in notebooks]
        raise HippogradError("notebooks-several", notebooks=len(notebooks), files=names, assignment=assignment)
    return ranked[-1]


def _named(files: Sequence[Entry], name: str) -> list[Entry]:
    return [file for file in files if _numbered(file)[0] == name.casefold()]


def _numbered(file: Entry) -> tuple[str, int]:
    """Return the name of a file in lower case without the number that was put behind it, and the number."""
    stem = PurePosixPath(RENAMED.sub(".ipynb", file.name)).stem.casefold()
    found = _NUMBER.search(stem)
    return (stem[: found.start()].rstrip(" _-"), int(found[1] or found[2])) if found else (stem, 0)
