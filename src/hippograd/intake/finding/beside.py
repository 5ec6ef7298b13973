"""The other files that a student handed in with notebooks: plain files within limits, no links and no pipes."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import LARGEST_INNER_ZIP, MOST_INNER_FILES, files_in_folder


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
    size = sum(path.lstat().st_size for path in found)
    if len(found) > MOST_INNER_FILES or size > LARGEST_INNER_ZIP:
        raise HippogradError(
            "beside-too-much",
            folder=folder,
            files=len(found),
            size=size // 1024**2,
            most=MOST_INNER_FILES,
            largest=LARGEST_INNER_ZIP // 1024**2,
        )
    return found
