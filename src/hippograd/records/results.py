"""The results of a class, read back from their file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.grading.result import Result


def read_results(path: Path) -> tuple[list[Result], list[int]]:
    """All results of a file, and the numbers of the lines that cannot be read.

    Raises
    ------
    HippogradError
        When there is no such file, or nothing in it.
    """
    if not path.is_file():
        raise HippogradError(f"{path} does not exist.", "Run `hippograd grade` first, or name other --records.")
    results: dict[str, Result] = {}
    unreadable = []
    for number, found in _lines(path):
        if found is None:
            unreadable.append(number)
        else:
            results[found.student] = found
    if not results:
        raise HippogradError(f"{path} holds no result that can be read.", "Run `hippograd grade` again.")
    return list(results.values()), unreadable


def refuse_other_cohort(results: Sequence[Result], cohort: str, path: Path) -> None:
    """Refuse results that are all of other cohorts, whose texts and numbers are others.

    Raises
    ------
    HippogradError
        With the cohort that they are of.
    """
    found = {result.cohort for result in results}
    if found and not found & {cohort, ""}:
        raise HippogradError(
            f"{path} holds results of cohort {', '.join(sorted(found))}, not {cohort}.",
            f"Add --cohort {min(found)}, or name other --records.",
        )


def _lines(path: Path) -> Iterator[tuple[int, Result | None]]:
    with open(path, "rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield number, msgspec.json.decode(line, type=Result)
            except NO_JSON:
                yield number, None
