"""What the engine asks of this small course: a library, and a file of data for each cohort."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hippograd.errors import HippogradError
from hippograd.kit import CourseKit


def rulers(root: Path, cohort: str, numbers: Mapping[str, Any], kinds: Sequence[str]) -> Mapping[str, Path]:
    """The ruler of a cohort, as ``ruler.csv``, where an assignment asks for it."""
    file = root / "autograder" / "rulers" / f"{cohort}.csv"
    if "ruler" not in kinds:
        return {}
    if not file.is_file():
        raise HippogradError(f"{file} is missing, the ruler of cohort {cohort}.", "Restore it from git.")
    if hashlib.sha256(file.read_bytes()).hexdigest() != numbers["ruler"]["sha256"]:
        raise HippogradError(
            f"{file} is not the ruler that cohort {cohort} states: its SHA-256 differs.",
            "Restore the file, or state its new sum in assignments/cohorts.toml.",
        )
    return {"ruler.csv": file}


COURSE = CourseKit(
    package=Path(__file__).resolve().parent / "scaling",
    fixtures="scaling.fixtures",
    data_files=rulers,
)
