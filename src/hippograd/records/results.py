"""The results of a class, read back from their file."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.grading.result import Result
from hippograd.intake import Origin
from hippograd.records.folder import Records

T = TypeVar("T", bound="Line | Result")


def read_results(path: Path) -> tuple[list[Result], list[int]]:
    """All results of a file, and the numbers of the lines that cannot be read.

    Raises
    ------
    HippogradError
        When there is no such file, or nothing in it.
    """
    if not path.is_file():
        raise HippogradError(f"{path} does not exist.", "Run `hippograd grade` first, or name other --records.")
    results, unreadable = last_lines(path, Result)
    if not results:
        raise HippogradError(f"{path} holds no result that can be read.", "Run `hippograd grade` again.")
    return list(results.values()), unreadable


def refuse_other_cohort(kept: Records, cohort: str) -> None:
    """Refuse records that have, of some assignment, results of other cohorts only: their texts and numbers are others.

    Raises
    ------
    HippogradError
        With the cohort that they are of.
    """
    for path in sorted(kept.folder.glob("*.jsonl")):
        found = set[str]()
        for line in read_lines(path, Line):
            if line.cohort in (cohort, ""):
                break
            found.add(line.cohort)
        else:
            if found:
                raise HippogradError(
                    f"{path} holds results of cohort {', '.join(sorted(found))}, not {cohort}.",
                    f"Add --cohort {min(found)}, or name other --records.",
                )


class Line(msgspec.Struct):
    """What is most often asked of a line of results; it takes a small part of the time of all of it."""

    student: str
    file: str = ""
    status: str = "graded"
    origin: Origin = Origin()
    content_hash: str = ""
    cohort: str = ""


def read_lines(path: Path, kind: type[T], unreadable: list[int] | None = None) -> Iterator[T]:
    """The lines of a file of results, one by one; none where there is no file.

    Parameters
    ----------
    path : Path
        A file of results.
    kind : type
        `Result`, or `Line`.
    unreadable : list of int, optional
        Gets the numbers of the lines that cannot be read.
    """
    with open(path, "rb") if path.is_file() else io.BytesIO() as lines:
        for number, line in enumerate(lines, 1):
            try:
                one = msgspec.json.decode(line, type=kind)
            except NO_JSON:  # cut short by a run that was stopped, which goes on with it
                if unreadable is not None:
                    unreadable.append(number)
            else:
                yield one


def results_with_marks(path: Path) -> dict[str, str]:
    """The `Result.identity` of each student whose last line has a mark; one line is in memory at a time."""
    found = {one.student: one.identity if one.has_mark else "" for one in read_lines(path, Result)}
    return {student: identity for student, identity in found.items() if identity}


def handed_in_together(path: Path) -> dict[str, list[str]]:
    """The members of each group that handed in one file, by member; who handed in alone is not there."""
    groups = defaultdict[tuple[str, str, Origin], list[str]](list)
    for one in last_lines(path, Line)[0].values():
        if one.status == "graded":
            groups[one.file, one.content_hash, one.origin].append(one.student)
    return {student: sorted(group) for group in groups.values() if len(group) > 1 for student in group}


def last_lines(
    path: Path, kind: type[T], wanted: Callable[[str], bool] = lambda _: True
) -> tuple[dict[str, T], list[int]]:
    """The last line about each student, and the numbers of the lines that cannot be read; none where there is no file.

    Parameters
    ----------
    path : Path
        A file of results.
    kind : type
        `Result`, or `Line`.
    wanted : callable
        Tells whether a student's line is kept; of a large class all take much memory.
    """
    unreadable = list[int]()
    found = {one.student: one for one in read_lines(path, kind, unreadable) if wanted(one.student)}
    return found, unreadable
