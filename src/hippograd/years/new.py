"""`hippograd cohort new`: from last year's numbers to a release that is built, calibrated and verified."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from rich.console import RenderableType

from hippograd.building.build import build
from hippograd.course import Cohort, Course, Offering
from hippograd.course.cohorts import check_name
from hippograd.course.late import NOT_IN_NOTEBOOKS
from hippograd.course.root import COHORTS
from hippograd.course.toml import put_table
from hippograd.errors import HippogradError, MachineUnfit
from hippograd.files import alone_in_folder, held, write_whole
from hippograd.proofs.calibration import calibrate
from hippograd.proofs.graders import verify_course
from hippograd.years.complete import is_frozen, lacks_steps, uncalibrated
from hippograd.years.tables import LATE, shifted_deadlines, with_cohort, years_between

MOST_TRIES = 20
"""Draws of numbers before it is given up that their sessions can be used."""


def new_cohort(
    root: Path, name: str, source: str | None, *, jobs: int, seeds: int, say: Callable[[RenderableType], None]
) -> list[str]:
    """Make a cohort from another, up to the verified release; begun again, it goes on from where it stopped."""
    with held(root / ".new-cohort.lock", waits=False):
        return _new_cohort(root, name, source, jobs, seeds, say)


def _new_cohort(
    root: Path, name: str, source: str | None, jobs: int, seeds: int, say: Callable[[RenderableType], None]
) -> list[str]:
    course = Course(root)
    base = course.cohort(source)
    if name in course.cohorts:
        whole = not lacks_steps(course, course.cohort(name))
        say(f"{name} has {'all that it needs; it is verified' if whole else 'its numbers; what is missing is done'}.")
    else:
        check_name(root / COHORTS, name)
        course.refuse_closed(name)
        draw_cohort(course, base, name, say)
    course = Course(root)
    cohort = course.cohort(name)
    if not is_frozen(course, cohort):
        say(f"freezing the data of {name}")
        freeze(course, cohort)
        course = Course(root)
        cohort = course.cohort(name)
    for assignment in course.assignments:
        if not Offering.of(course, assignment, cohort).solution.is_file():
            build(course, cohort, [assignment], progress=say)
    left = uncalibrated(course, cohort)
    if left:
        calibrate(course, cohort, left, seeds, say, jobs)
        course = Course(root)
        cohort = course.cohort(name)
    return list(verify_course(course, cohort, list(course.assignments), jobs, False, say))


def freeze(course: Course, cohort: Cohort) -> list[str]:
    """Make the data of a cohort, and write their checksums and settings into `cohorts.toml`; their kinds."""
    if course.kit.freeze is None:
        raise HippogradError("freeze-undefined")
    return _write_sums(course.root, _frozen(course, cohort))


def _frozen(course: Course, cohort: Cohort) -> Mapping[str, str]:
    """Make the data of a cohort; the tables that `cohorts.toml` needs then, by kind."""
    if course.kit.freeze is None:
        return {}
    try:
        return course.kit.freeze(course.root, cohort.name, cohort.numbers)
    except OSError as error:
        raise MachineUnfit("data-not-written", cohort=cohort.name, cause=error.strerror or error) from error


def _write_sums(root: Path, tables: Mapping[str, str]) -> list[str]:
    with alone_in_folder(root):
        for lines in tables.values():
            put_table(root / COHORTS, lines.partition("\n")[0], lines)
    return list(tables)


def to_look_at(course: Course, cohort: Cohort, source: str) -> Iterator[str]:
    """Yield what a person has to look at before the release is handed out, a line each."""
    deadlines = cohort.late.deadlines
    if deadlines:
        dates = ", ".join(f"{name} {when:%a %d %b %Y %H:%M %Z}" for name, when in deadlines.items())
        yield f"deadlines, proposed on the same weekdays as those of {source}: {dates}"
    else:
        yield f"deadlines: [{cohort.name}.late.deadlines] has none yet"
    yield f"numbers: hippograd cohort diff {source} {cohort.name}"
    yield f"what students get: release/{cohort.name}, most of all sentences around the new numbers, and figures"
    yield f"graders on all known answers: hippograd verify --cohort {cohort.name} --corpus"
    yield (
        f'the current cohort is still {course.default_cohort}; when the term begins, write current = "{cohort.name}" '
        f"at the top of {COHORTS}"
    )


def draw_cohort(course: Course, base: Cohort, name: str, say: Callable[[RenderableType], None]) -> None:
    """Draw numbers and write their tables; drawn again where the data made with them cannot be used."""
    if course.kit.draw_numbers is None:
        raise HippogradError("draw-undefined", base=base.name)
    numbers = course.numbers_of_all
    marks = {table: value for table, value in course.tables(base.name).items() if table in NOT_IN_NOTEBOOKS}
    if LATE in marks:
        marks[LATE] = shifted_deadlines(marks[LATE], years_between(base.name, name))
    seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")
    said_before = ""
    for place in range(MOST_TRIES):
        drawn = course.kit.draw_numbers(numbers[base.name], list(numbers.values()), seed + place)
        tables = {**drawn, **marks}
        try:
            sums = _frozen(course, course.with_sound_numbers(Cohort(name, tables, {})))
        except MachineUnfit:
            raise
        except HippogradError as error:
            if place == MOST_TRIES - 1 or error.message == said_before:  # other numbers do not help
                raise
            said_before = error.message
            say(f"drawn again: {error.message}")
        else:
            file = course.root / COHORTS
            with alone_in_folder(course.root):
                text = file.read_text(encoding="utf-8-sig")
                write_whole(file, with_cohort(text, name, tables, base.name, course.default_cohort).encode())
            kinds = _write_sums(course.root, sums)
            say(f"numbers of {name} drawn; frozen: {', '.join(kinds) or 'nothing'}")
            return
