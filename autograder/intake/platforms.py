"""How learning platforms name the files of their downloads: one pattern each, and what its groups mean.

Groups: `name` of the student, `key` (the platform's id of the student, or the user name), `late`, `time` (in the
server's zone), `file` (what the student called it), `typed` (what the platform calls what was typed into a form).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .archives import Entry


@dataclass(frozen=True)
class Platform:
    """One naming convention.

    Parameters
    ----------
    name : str
        Of the platform.
    pattern : pattern
        Of the last parts of a path in its download, joined with slashes.
    """

    name: str
    pattern: re.Pattern[str]


CANVAS = Platform(
    "Canvas",
    re.compile(
        r"(?P<name>[^_/]+)_(?P<late>LATE_)?(?P<key>\d+)_(?:\d+_(?P<file>.+)|(?P<typed>(?:text|link)\.html))", re.S
    ),
)
"""`lovelaceada_LATE_12345_67890_work-1.ipynb`: family name first, late mark, ids of the user and of the file."""

MOODLE = Platform(
    "Moodle",
    re.compile(r"(?P<name>[^/]+?)_(?P<key>\d+)_assignsubmission_(?:file|onlinetext)(?:_?/|_)(?P<file>.+)", re.S),
)
"""`Ada Lovelace_12345_assignsubmission_file_/work.ipynb`, or flat; the number is of this assignment only."""

BLACKBOARD = Platform(
    "Blackboard",
    re.compile(
        r"[^/]*?_(?P<key>[^_/]+)_[^\W\d_]+_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>[^/]+(?:/.*)?)|(?P<text>\.txt))",
        re.S,
    ),
)
"""`Assignment_ada01_attempt_2026-11-01-10-11-12_work.ipynb`; the word before the time is in the server's language.
The first that reads so is Blackboard's: all behind it is of the student's choosing."""

GRADESCOPE = Platform("Gradescope", re.compile(r"(?P<key>submission_\d+)/(?P<file>.+)", re.S))
"""`submission_123456/work.ipynb`; who it is stands in submission_metadata.yml."""

PLATFORMS = (MOODLE, BLACKBOARD, GRADESCOPE, CANVAS)

WORK = (".ipynb", ".zip", ".py")


def platform_of(entries: Sequence[Entry]) -> tuple[Platform, int] | None:
    """The platform whose convention most files follow, and how many folders of the download lie above them.

    Returns
    -------
    Platform, int or None
        None where fewer than half of the notebooks and zips follow any: then names are what people chose. Where
        there is none of either, all files count.
    """
    works = [entry for entry in entries if entry.suffix in WORK] or entries
    best: tuple[int, Platform, int] | None = None
    for platform in PLATFORMS:
        for above in (0, 1):
            count = sum(match_of(platform, above, entry) is not None for entry in works)
            if count and (best is None or count > best[0]):
                best = (count, platform, above)
    return best[1:] if best is not None and 2 * best[0] > len(works) else None


def match_of(platform: Platform, above: int, entry: Entry) -> re.Match[str] | None:
    """The groups of one file's name."""
    return platform.pattern.fullmatch("/".join(entry.parts[above:]))
