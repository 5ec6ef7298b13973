"""The results of a class, read back from the store, or from the file that a run exports."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.grading.result import Result
from hippograd.intake import Origin
from hippograd.records.folder import Records
from hippograd.store.results import Results, Row

T = TypeVar("T", bound="Line | Result")


class Line(msgspec.Struct):
    """What is most often asked of a result; it takes a small part of the time of all of it."""

    student: str
    file: str = ""
    status: str = "graded"
    origin: Origin = Origin()
    content_hash: str = ""
    cohort: str = ""


def read_results(results: Results) -> list[Result]:
    """Return all results of today."""
    found = list(results.last(Result).values())
    if not found:
        raise HippogradError("results-missing", assignment=results.assignment, gradebook=results.book.shown)
    return found


def marks_lost(results: Results, students: Collection[str] | None = None) -> HippogradError | None:
    """Return what is said of students who have a result with a mark and no submission in the gradebook; None of
    nobody."""
    marked = {row.student for row in results.past().today.values() if row.has_mark}
    lost = sorted(marked - results.book.submitted(results.assignment).keys())
    lost = [student for student in lost if students is None or student in students]
    if not lost:
        return None
    book = results.book.shown
    return HippogradError(
        "marks-taken-out", assignment=results.assignment, count=len(lost), gradebook=book, students=lost
    )


def refuse_lost_marks(results: Results, students: Collection[str] | None = None) -> None:
    """Refuse a gradebook out of which somebody has taken marks."""
    if (lost := marks_lost(results, students)) is not None:
        raise lost


def refuse_other_cohort(kept: Records, cohort: str) -> None:
    """Refuse records that have, of some assignment, results of other cohorts only: their texts and numbers are
    others."""
    for path in sorted(kept.folder.glob("*.jsonl")):
        found = set[str]()
        for line in exported(path, Line):
            if line.cohort in (cohort, ""):
                break
            found.add(line.cohort)
        else:
            if found:
                raise HippogradError(
                    "results-of-another-cohort", file=path, found=sorted(found), cohort=cohort, first=min(found)
                )


class _Journalled(msgspec.Struct):
    """A line of a file in which an earlier version kept all results."""

    key: str
    result: msgspec.Raw
    run: str = ""
    causes: dict[str, str] = {}


def take_over_journals(kept: Records) -> None:
    """Enter into the store what an earlier version kept in files, which are deleted then."""
    for path in sorted(kept.folder.glob("*.journal")):
        results = kept.results_of(path.stem)
        if not results.book.is_there:
            continue
        rows = []
        for line in path.read_bytes().splitlines():
            with suppress(*NO_JSON):  # the last one may be cut short
                one = msgspec.json.decode(line, type=_Journalled)
                result = msgspec.json.decode(one.result, type=Result)
                made_from = msgspec.json.encode(one.causes).decode()
                of = (result.student, result.content_hash, result.has_mark, bytes(one.result).decode())
                rows.append(Row(*of, one.key or "-", one.run, made_from))
        results.take_over(rows)
        for taken in (path, path.with_suffix(".stopped")):
            taken.unlink(missing_ok=True)


def exported(path: Path, kind: type[T]) -> Iterator[T]:
    """Yield the results in a file that a run wrote; none where there is no file."""
    with open(path, "rb") if path.is_file() else io.BytesIO() as lines:
        for line in lines:
            try:
                yield msgspec.json.decode(line, type=kind)
            except NO_JSON:  # somebody has damaged it
                continue


def handed_in_together(results: Results) -> dict[str, list[str]]:
    """Return the members of each group that handed in one file, by member; who handed in alone is not there."""
    groups = defaultdict[tuple[str, str, Origin], list[str]](list)
    for one in results.last(Line).values():
        if one.status == "graded":
            groups[one.file, one.content_hash, one.origin].append(one.student)
    return {student: sorted(group) for group in groups.values() if len(group) > 1 for student in group}
