"""Calibrating the bounds of marks that depend on training: how large an error can a correct answer end at?

A grader that has such a bound defines ``calibration_run``, which trains once and gives the number that its check holds
against the bound; it asks for fixtures by name, as checks do. Here it is run for the course's own answer and for every
correct answer of the corpus, over many seeds, and the bound is put far out in the tail of what came out.
"""

from __future__ import annotations

import inspect
import math
import multiprocessing
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

from gradekit.failures import CheckFailed
from hippograd.building.released import CACHE, released_cells
from hippograd.course import Cohort, Course, Offering, TaskInfo
from hippograd.course.graders import load_grader, tasks_with_bounds
from hippograd.course.toml import put_table
from hippograd.errors import NO_JSON, HippogradError
from hippograd.files import alone_in_folder, write_whole
from hippograd.grading.keys import digest, ingredients
from hippograd.grading.plan import Plan
from hippograd.grading.pool import single_threaded
from hippograd.grading.processes import ended_at_once
from hippograd.grading.running import RunningNotebook
from hippograd.intake import read_notebook
from hippograd.intake.matching.match import match_cells
from hippograd.proofs.answers import read_corpus
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from hippograd.sandbox.confine import leave_signals_alone

FAILURE_CHANCE = 1e-6
"""How likely a correct answer may be to end beyond the bound: a hundredth of the 1 in 10 000 that is promised."""

MARGIN = 1.02
"""The bound is at least this many times the largest value that was seen."""

SECONDS = 120.0
"""Deadline of each call into the course's own answers, s."""


@dataclass(frozen=True)
class Calibration:
    """What correct answers to one task end at."""

    task: str
    """Whose bound it is."""

    values: Mapping[str, Sequence[float]]
    """What each answer ended at, seed by seed, in the unit of the bound; by the answer's name."""

    seconds: float
    """What one run takes on average, s."""

    @property
    def pooled(self) -> list[float]:
        """All values, whichever answer they are from."""
        return [value for values in self.values.values() for value in values]

    @property
    def tail(self) -> statistics.NormalDist:
        """The normal distribution that is fitted to the logarithms of all values."""
        logs = [math.log(value) for value in self.pooled]
        return statistics.NormalDist(statistics.fmean(logs), max(statistics.stdev(logs), 1e-9))

    @property
    def bound(self) -> float:
        """Where the log-normal tail holds `FAILURE_CHANCE`, or `MARGIN` times the largest value if that is farther."""
        quantile = math.exp(self.tail.inv_cdf(1 - FAILURE_CHANCE))
        return _rounded_up(max(quantile, MARGIN * max(self.pooled)))

    @property
    def failure_chance(self) -> float:
        """How likely a correct answer is to end beyond the bound, by the log-normal tail."""
        standard = statistics.NormalDist()
        return standard.cdf((self.tail.mean - math.log(self.bound)) / self.tail.stdev)


class _Measured(msgspec.Struct, frozen=True):
    """What one answer ends at, seed by seed, and how long that took, s."""

    values: list[float]
    seconds: float


def calibrate(
    course: Course,
    cohort: Cohort,
    tasks: Sequence[str] | None = None,
    seeds: int = 40,
    tell: Callable[[str], None] = print,
    jobs: int = 1,
) -> list[Calibration]:
    """Measure the bounds of a cohort and write them into `assignments/calibration.toml`."""
    file = course.assignments_folder / "calibration.toml"
    found = []
    for assignment, task in tasks_with_bounds(course, tasks):
        tell(f"{task.name}, cohort {cohort.name}: {seeds} runs for each correct answer")
        calibration = measure(Offering(course, assignment, cohort), task, seeds, tell, jobs)
        with alone_in_folder(course.root):
            write_calibration(file, cohort.name, calibration)
        tell(
            f"  bound {calibration.bound:g}, largest of {len(calibration.pooled)} runs {max(calibration.pooled):.4g},"
            f" chance to fail a correct answer {calibration.failure_chance:.1g}"
        )
        found.append(calibration)
    return found


def measure(
    offering: Offering, task: TaskInfo, seeds: int, tell: Callable[[str], None] = print, jobs: int = 1
) -> Calibration:
    """Run one task's `calibration_run` for every correct answer, behind the same wall as submissions.

    Each answer's runs are kept, so that a stopped calibration goes on at the answer where it was.
    """
    answers = _correct_answers(offering, task)
    seeds_of = {name: range(place * seeds, (place + 1) * seeds) for place, name in enumerate(answers)}
    without_bounds = Offering(offering.course, offering.assignment, replace(offering.cohort, bounds={}))
    made_with = [f"{name} {value}" for name, value in ingredients(without_bounds).items()]
    files = {
        name: offering.course.root / CACHE / f"runs-{digest(*made_with, task.name, source, str(seeds_of[name]))}.json"
        for name, source in answers.items()
    }
    found: dict[str, _Measured] = {}
    for name, file in files.items():
        with suppress(OSError, *NO_JSON):
            found[name] = msgspec.json.decode(file.read_bytes(), type=_Measured)
    if found:
        tell(f"  {len(found)} of {len(answers)} answers have run before")
    left = [name for name in answers if name not in found]
    started, context = time.monotonic(), multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max(1, min(jobs, len(left))), context, _start_worker) as pool, ended_at_once(pool):
        where = (offering.course.root, offering.assignment.name, offering.cohort.name, task.name)
        running = {pool.submit(_run_answer, *where, answers[name], seeds_of[name]): name for name in left}
        for place, done in enumerate(as_completed(running), 1):
            name = running[done]
            try:
                found[name] = runs = done.result()
            except HippogradError as error:
                raise error.problem.at(f"{task.name}, {name}").error from None
            write_whole(files[name], msgspec.json.encode(runs))
            remaining = (time.monotonic() - started) / place * (len(left) - place)
            tell(
                f"  {name}: {statistics.fmean(runs.values):.4g}, at most {max(runs.values):.4g}"
                f" ({len(found)} of {len(answers)} answers, about {timedelta(seconds=round(remaining))} left)"
            )
    spent = sum(runs.seconds for runs in found.values())
    return Calibration(task.name, {name: found[name].values for name in answers}, spent / (seeds * len(answers)))


def _start_worker() -> None:
    leave_signals_alone()
    single_threaded()


def _correct_answers(offering: Offering, task: TaskInfo) -> dict[str, str]:
    answers = {"the course's own": reference_answers(released_cells(offering))[task.name]}
    return answers | {
        variant.name: variant.source
        for variant in read_corpus(offering.course, offering.assignment, offering.cohort.name)
        if variant.task == task.name and variant.is_correct
    }


def _run_answer(root: Path, assignment: str, cohort: str, task: str, source: str, seeds: Sequence[int]) -> _Measured:
    """Return what one answer ends at; in a process of its own."""
    course = Course(root)
    offering = Offering.of(course, assignment, course.cohort(cohort))
    grader = offering.assignment.task(task).grader
    assert grader is not None, "a task that is calibrated has a grader"
    run = load_grader(grader, assignment, task).calibration_run
    cells = released_cells(offering)
    plan = Plan(offering, cells)
    text = notebook_text(filled_notebook(cells, reference_answers(cells) | {task: source}))
    matched, _ = match_cells(read_notebook(text.encode(), task), cells, task)
    started = time.monotonic()
    server = plan.fork_server()
    try:
        running = RunningNotebook(server, matched, plan, until=math.inf)
        try:
            values = list(_runs(run, running, plan, seeds))
        finally:
            running.close()
    finally:
        server.close()
    return _Measured(values, time.monotonic() - started)


def write_calibration(file: Path, cohort: str, calibration: Calibration) -> None:
    """Put a task's bound into the file, in place of the one that is there; all else stays as it is."""
    heading = f"[{cohort}.{calibration.task}]"
    values = calibration.pooled
    lines = [
        heading,
        f"# Measured by hippograd calibrate: {len(calibration.values)} correct answers, the course's own among them,",
        f"# {len(values) // len(calibration.values)} seeds each.",
        "# The chance is that of the tail of a log-normal distribution fitted to all runs.",
        f"bound = {calibration.bound:g}",
        f"runs = {len(values)}",
        f"answers = {len(calibration.values)}",
        f"mean = {statistics.fmean(values):.6g}",
        f"std = {statistics.stdev(values):.3g}",
        f"smallest = {min(values):.6g}",
        f"largest = {max(values):.6g}",
        'distribution = "log-normal"',
        f"failure_chance = {calibration.failure_chance:.1e}",
        f"seconds = {calibration.seconds:.2f} # for one run",
    ]
    put_table(file, heading, "\n".join(lines))


def _runs(run: Callable[..., float], running: RunningNotebook, plan: Plan, seeds: Sequence[int]) -> Iterator[float]:
    student = running.student(SECONDS)
    known: dict[str, Any] = {**plan.fixtures, "student": student}
    arguments = {name: known[name] for name in inspect.signature(run).parameters}
    for seed in seeds:  # each answer has its own, or answers that draw alike would count twice
        student.begin(seed)
        try:
            value = run(**arguments)
        except CheckFailed as error:
            raise HippogradError("answer-fails", cause=error) from None
        if not (math.isfinite(value) and value > 0):
            raise HippogradError("answer-ends-at", value=value)
        yield value


def _rounded_up(value: float) -> float:
    """Return the value rounded up to three digits."""
    digits = 2 - math.floor(math.log10(value))
    return math.ceil(value * 10.0**digits) / float(10.0**digits)
