"""The proofs behind `hippograd verify`: what can be shown about a course before a single student sees it."""

from __future__ import annotations

import math
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from rich.table import Table

from gradekit.cell_names import defined_names, parsed
from gradekit.checks import COULD_NOT_BE_COMPLETED, OF_ANOTHER_KIND
from hippograd.building.released import released_cells
from hippograd.course import Assignment, Cohort, Course, Offering
from hippograd.course.released import ReleasedCell
from hippograd.course.toml import read_toml
from hippograd.errors import HippogradError
from hippograd.grading.pool import Setup, Workers
from hippograd.grading.result import Result, TaskResult
from hippograd.intake import Submission
from hippograd.proofs.answers import Variant, answers_file, answers_to, read_corpus
from hippograd.proofs.filling import (
    filled_notebook,
    notebook_text,
    reference_answers,
    shapes_only,
    with_cells,
)
from hippograd.proofs.literals import literal_answers
from hippograd.proofs.mutants import Mutant, equivalent_file, equivalent_mutants, mutants
from hippograd.proofs.released_functions import copied_answers
from hippograd.proofs.releases import (
    disagreeing_points,
    leaks,
    missing_requirements,
    notebooks_that_do_not_parse,
    releases_that_do_not_start,
)
from hippograd.proofs.rewrites import Rewrite, rewrites
from hippograd.proofs.shape_alone import FILLINGS

Say = Callable[[RenderableType], None]
"""Called with what holds: lines with Rich's markup, and tables."""

WHOLE_EVERY = 4
"""One wrong answer in this many stands in a whole notebook; below the others, all is left blank."""

RELEASE_PROOFS = {
    "points of notebook, graders and gradebook agree": disagreeing_points,
    "no solution, mark scheme or hidden check is in a release": leaks,
    "every release parses": notebooks_that_do_not_parse,
    "every release runs up to its first blank": releases_that_do_not_start,
    "requirements name all that a release imports": missing_requirements,
}


def verify_course(
    course: Course,
    cohort: Cohort,
    assignments: Sequence[str],
    jobs: int,
    corpus: bool,
    say: Say,
    only: Collection[str] = (),
) -> Iterator[str]:
    """Run every proof, and give what is wrong as soon as it is known."""
    there = [task.name for name in assignments for task in course.assignment(name).tasks]
    if unknown := sorted({*only} - {*there}):
        raise HippogradError("no-such-task", name=unknown[0], known=there)
    for name in assignments:
        offering = Offering.of(course, name, cohort)
        release = offering.release / offering.assignment.notebook.name
        if not release.is_file():
            raise HippogradError("release-missing", folder=offering.release, command=offering.how_to_build)
    for statement, proof in RELEASE_PROOFS.items():
        found = proof(course, cohort, assignments)
        say(f"{'[green]✓[/]' if not found else '[red]✗[/]'} {statement}")
        yield from found
    for name in assignments:
        offering = Offering.of(course, name, cohort)
        cells = released_cells(offering)
        yield from _solution_and_blank(offering, cells, jobs, say)
        yield from _points_for_shapes(offering, cells, jobs, say)
        yield from _copied_from_older_cohorts(offering, cells, jobs, say)
        yield from _copied_from_checks(offering, cells, jobs, say)
        if corpus:
            found, kept = _corpus(offering, cells, jobs, say, only)
            yield from found
            yield from _rewritten(offering, cells, kept, jobs, say)
    bounds = {task: row for task, row in _bounds(course, cohort).items() if task in (only or there)}
    if corpus and bounds:
        say(_calibration_table(course, cohort, bounds))


def try_answers(
    offering: Offering, wanted: Collection[str], jobs: int, say: Say, longest: float = math.inf
) -> list[str]:
    """Grade answers to single tasks and say what students would read.

    Parameters
    ----------
    longest : float, optional
        Leave out checks whose calls may take longer, s, where the others name the mistake. Points are not judged then.
    """
    cells = released_cells(offering)
    reference = reference_answers(cells)
    variants = read_corpus(offering.course, offering.assignment, offering.cohort.name)
    named = {
        task: [variant for variant in variants if task in (variant.task, f"{variant.task}/{variant.name}")]
        for task in wanted
    }
    if missing := [task for task, found in named.items() if not found]:
        raise HippogradError("answer-unknown", name=missing[0])
    problems: list[str] = []
    by_task: dict[str, list[Variant]] = defaultdict(list)  # a batch pays the start of its processes once
    for found in named.values():
        by_task[found[0].task] += found
    for task, found in by_task.items():
        above = {name: reference[name] for name in _up_to(offering.assignment, task) if name in reference}
        texts = {
            str(n): notebook_text(filled_notebook(cells, above | {task: variant.source}))
            for n, variant in enumerate(found)
        }
        results = {}
        if any(check.seconds > longest for check in offering.assignment.task(task).checks):
            first = _grade_texts(offering, cells, texts, jobs, [task], longest)
            results = {n: result for n, result in first.items() if _is_diagnosed(found[int(n)], result)}
            found = [replace(one, points=None) if str(n) in results else one for n, one in enumerate(found)]
        results |= _grade_texts(offering, cells, {n: texts[n] for n in texts if n not in results}, jobs, [task])
        for n, variant in enumerate(found):
            (own,) = _tasks(results[str(n)])
            said = dict.fromkeys(f"    {check.message}" for check in own.checks if not check.passed and check.message)
            say("\n".join([f"{_side(variant)} {variant.name}: {own.points:g} of {own.max_points:g}", *said]))
            problems += _judge(_file_of(offering, variant), variant, results[str(n)], _Tally(), {task})
    return problems


def _bounds(course: Course, cohort: Cohort) -> dict[str, Any]:
    file = course.assignments_folder / "calibration.toml"
    found: dict[str, Any] = read_toml(file).get(cohort.name, {}) if file.exists() else {}
    return found


def _calibration_table(course: Course, cohort: Cohort, rows: dict[str, Any]) -> Table:
    """Return the bounds that depend on a fit or on training, and what is behind each."""
    unit, scale = course.kit.bound_unit
    table = Table(title=f"cohort {cohort.name}: calibrated bounds", title_justify="left")
    in_unit = f" / {unit}" if unit else ""
    for heading in ("task", f"bound{in_unit}", "runs", f"largest{in_unit}", "chance to fail a correct answer"):
        table.add_column(heading, justify="left" if heading == "task" else "right")
    for task, row in rows.items():
        bound, largest = (f"{scale * row[name]:.2f}" if name in row else "-" for name in ("bound", "largest"))
        chance = f"{row['failure_chance']:.0e}" if "failure_chance" in row else "-"
        table.add_row(task, bound, str(row.get("runs", "-")), largest, chance)
    return table


def _solution_and_blank(offering: Offering, cells: list[ReleasedCell], jobs: int, say: Say) -> list[str]:
    release = offering.release / offering.assignment.notebook.name
    solution = notebook_text(filled_notebook(cells, reference_answers(cells)))
    texts = {"solution": solution, "blank": release.read_text(encoding="utf-8")}
    results = _grade_texts(offering, cells, texts, jobs)
    problems = []
    for task in _tasks(results["solution"]):
        if task.points != task.max_points:
            problems.append(
                f"{offering.assignment.name}: the solution gets {task.points:g} of {task.max_points:g} in {task.name}: "
                f"{_at_fault(task) or _why(task)}"
            )
    problems += [
        f"{offering.assignment.name}: the blank release gets {task.points:g} points in {task.name}"
        for task in _tasks(results["blank"])
        if task.points != 0
    ]
    for statement, result in results.items():
        say(f"  {offering.assignment.name}: the {statement} gets {result.points:g} of {result.max_points:g}")
    return problems


def _points_for_shapes(offering: Offering, cells: list[ReleasedCell], jobs: int, say: Say) -> list[str]:
    """Return where an answer of the right shapes, filled with any numbers, earns something."""
    reference = reference_answers(cells)
    tasks = [task.name for task in offering.assignment.tasks if task.is_auto]
    texts = {
        f"{task}.{filling}": notebook_text(filled_notebook(cells, reference | {task: shapes_only(source, filling)}))
        for task in tasks
        for filling in FILLINGS
        for source in answers_to(offering.course, offering.assignment, task).shape_alone or [reference[task]]
    }
    results = _grade_texts(offering, cells, texts, jobs)
    table = Table(
        title=f"{offering.assignment.name}, cohort {offering.cohort.name}: points for shapes alone",
        title_justify="left",
    )
    for heading in ("task", *FILLINGS):
        table.add_column(heading, justify="left" if heading == "task" else "right")
    problems = []
    for task in tasks:
        rows = [_row(results[f"{task}.{filling}"], task) for filling in FILLINGS]
        table.add_row(task, *(f"{row.points:g}" for row in rows))
        for filling, row in zip(FILLINGS, rows, strict=True):
            free = ", ".join(check.name for check in row.checks if check.passed and check.max_points)
            if row.points:
                problems.append(
                    f"{offering.assignment.name}/{task}: {filling} of the right shape earn {row.points:g}: {free}"
                )
    say(table)
    return problems


def _row(result: Result, task: str) -> TaskResult:
    return next(row for row in _tasks(result) if row.name == task)


@dataclass
class _Tally:
    """How a task's grader does on its corpus."""

    correct: int = 0
    kept: int = 0
    wrong: int = 0
    caught: int = 0
    diagnosed: int = 0
    mutants: int = 0
    mutants_caught: int = 0
    equivalent: int = 0


def _corpus(
    offering: Offering, cells: list[ReleasedCell], jobs: int, say: Say, only: Collection[str]
) -> tuple[list[str], list[Variant]]:
    """Return what is wrong with how the corpus is graded, and the right answers that keep all their points."""
    tasks = {task.name for task in offering.assignment.tasks if not only or task.name in only}
    variants = {
        f"{variant.task}.{_side(variant)}.{variant.name}": variant
        for variant in read_corpus(offering.course, offering.assignment, offering.cohort.name)
        if variant.task in tasks
    }
    problems = list(_without_answers(offering, variants.values(), tasks)) + list(_of_no_cohort(offering))
    equivalent = equivalent_mutants(offering.course, offering.assignment)
    machine = {}
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for n, mutant in enumerate(mutants(offering.assignment, offering.cohort)):
        if mutant.task in tasks and {(mutant.task, mutant.before, mutant.after), (mutant.task, "", "")} & equivalent:
            tallies[mutant.task].equivalent += 1
        elif mutant.task in tasks:
            machine[f"{mutant.task}.mutant.{n}"] = mutant
    reference = reference_answers(cells)
    should_keep = {key: _Piece(one.task, one.source) for key, one in variants.items() if one.is_correct}
    wrong = {key: answer for key, answer in (variants | machine).items() if key not in should_keep}
    kept_tasks = {
        key: set(reference) if place % WHOLE_EVERY == 0 else _up_to(offering.assignment, answer.task)
        for place, (key, answer) in enumerate(wrong.items())
    }
    texts = {
        key: notebook_text(
            filled_notebook(
                cells,
                {name: reference[name] for name in reference if name in kept_tasks[key]} | {answer.task: answer.source},
            )
        )
        for key, answer in wrong.items()
    }
    results = _grade_right(offering, cells, should_keep, jobs) | _grade_texts(offering, cells, texts, jobs)
    kept: list[Variant] = []
    for key, variant in variants.items():
        answered = kept_tasks.get(key, set(reference))
        found = list(_judge(_file_of(offering, variant), variant, results[key], tallies[variant.task], answered))
        problems += found
        kept += [variant] if variant.is_correct and not found else []
    for key, mutant in machine.items():
        problems += _judge_mutant(offering, mutant, results[key], tallies[mutant.task])
    say(_table(offering, tallies))
    return problems, kept


def _judge_mutant(offering: Offering, mutant: Mutant, result: Result, tally: _Tally) -> Iterator[str]:
    """Yield a complaint if a mutant gets full marks."""
    tally.mutants += 1
    own = next((task for task in result.tasks if task.name == mutant.task), None)
    if own is not None and own.points < own.max_points:
        tally.mutants_caught += 1
        return
    excused = equivalent_file(offering.course, offering.assignment).relative_to(offering.course.root)
    yield (
        f"{offering.assignment.name}/{mutant.task}: a mutant gets full marks: {mutant.label}. "
        f"Sharpen a check, or say in {excused.as_posix()} why it does the same."
    )


def _table(offering: Offering, tallies: Mapping[str, _Tally]) -> Table:
    table = Table(
        title=f"{offering.assignment.name}, cohort {offering.cohort.name}: the graders on the corpus",
        title_justify="left",
    )
    for heading in ("task", "right kept", "wrong caught", "diagnosed", "mutants caught", "equivalent"):
        table.add_column(heading, justify="left" if heading == "task" else "right")
    for task, tally in tallies.items():
        right, caught = f"{tally.kept}/{tally.correct}", f"{tally.caught}/{tally.wrong}"
        diagnosed, by_machine = f"{tally.diagnosed}/{tally.wrong}", f"{tally.mutants_caught}/{tally.mutants}"
        table.add_row(task, right, caught, diagnosed, by_machine, str(tally.equivalent))
    return table


def _without_answers(offering: Offering, variants: Collection[Variant], tasks: Collection[str]) -> Iterator[str]:
    """Yield those of the tasks whose graders are proved on no right or on no wrong answer."""
    there = {(variant.task, _side(variant)) for variant in variants}
    for task in offering.assignment.tasks:
        for side in ("right", "wrong"):
            if task.is_auto and task.name in tasks and (task.name, side) not in there:
                file = answers_file(offering.course, offering.assignment, task.name)
                yield f"{offering.assignment.name}/{task.name}: there is no {side} answer to prove its grader: {file}"


def _of_no_cohort(offering: Offering) -> Iterator[str]:
    """Yield the answers with numbers of a cohort that there is not, which so stand for nobody."""
    cohorts = offering.course.cohorts
    for variant in read_corpus(offering.course, offering.assignment):
        if variant.cohort is not None and variant.cohort not in cohorts:
            yield f"{_file_of(offering, variant)}: there is no cohort {variant.cohort}. Known: {', '.join(cohorts)}."


def _rewritten(
    offering: Offering,
    cells: list[ReleasedCell],
    right: list[Variant],
    jobs: int,
    say: Say,
) -> list[str]:
    """Right answers that keep all their points keep them when they are written another way."""
    reference = reference_answers(cells)
    below = {task: answers_to(offering.course, offering.assignment, task).below for task in reference}
    found: dict[str, tuple[Variant, Rewrite]] = {}
    for number, variant in enumerate(right):
        names = defined_names(reference[variant.task])
        for place, one in enumerate(rewrites(variant, number, names, below[variant.task])):
            found[f"{variant.task}.{variant.name}.{place}"] = variant, one
    pieces = {key: _Piece(variant.task, one.source, one.above, one.below) for key, (variant, one) in found.items()}
    problems, rules = [], set[str]()
    for key, result in _grade_right(offering, cells, pieces, jobs).items():
        variant, one = found[key]
        rules |= set(one.rules)
        problems += [
            f"{_file_of(offering, variant)}, rewritten by {', '.join(one.rules)}, gets"
            f" {task.points:g} of {task.max_points:g} in {task.name}: {_why(task)}"
            for task in _tasks(result)
            if task.points < task.max_points
        ]
    say(
        f"  {offering.assignment.name}: {len(pieces)} rewrites of {len(right)} right answers by {len(rules)} rules,"
        f" {len(problems)} lose points"
    )
    return problems


def _up_to(assignment: Assignment, name: str) -> set[str]:
    """Return a task and those before it."""
    names = [task.name for task in assignment.tasks]
    return set(names[: names.index(name) + 1])


def _judge(key: str, variant: Variant, result: Result, tally: _Tally, answered: Collection[str]) -> Iterator[str]:
    if result.problem is not None:
        yield f"{key}: not gradable: {result.problem.message}"
        return
    own = next(task for task in result.tasks if task.name == variant.task)
    others = [
        task.name
        for task in result.tasks
        if task.name != variant.task and task.name in answered and task.points < task.max_points
    ]
    if others:
        yield f"{key}: loses points on {', '.join(others)} too"
    if variant.is_correct:
        tally.correct += 1
        tally.kept += own.points == own.max_points
        if own.points < own.max_points:
            no_python = "It is not Python. " if parsed(variant.source) is None else ""
            yield f"{key}: is right but gets {own.points:g} of {own.max_points:g}: {no_python}{_why(own)}"
        return
    tally.wrong += 1
    tally.caught += own.points < own.max_points
    if own.points == own.max_points:
        yield f"{key}: is wrong but gets full marks"
        return
    if variant.points is not None and own.points != variant.points:
        yield f"{key}: keeps {own.points:g} of {own.max_points:g} points, not {variant.points:g}"
    if _is_diagnosed(variant, result):
        tally.diagnosed += 1
    else:
        found = [check.diagnosis for check in own.checks if not check.passed]
        said = f"{key}: diagnosed as {' and '.join(dict.fromkeys(found))}, not as {variant.diagnosis}."
        if parsed(variant.source) is None:
            yield f"{said} It is not Python: correct the answer."
        else:
            yield f"{said} Name one of these in its head, or give the check a mistake of that name."


def _is_diagnosed(variant: Variant, result: Result) -> bool:
    own = next(task for task in _tasks(result) if task.name == variant.task)
    found = [check.diagnosis for check in own.checks if not check.passed]
    return any(one in found for one in variant.diagnosis.split(" or "))


def _copied_from_older_cohorts(offering: Offering, cells: list[ReleasedCell], jobs: int, say: Say) -> list[str]:
    """Return where the values of an older cohort earn full marks."""
    problems = []
    reference = reference_answers(cells)
    for older in offering.course.cohorts[: offering.course.cohorts.index(offering.cohort.name)]:
        then = Offering(offering.course, offering.assignment, offering.course.cohort(older))
        old = Setup(str(offering.course.root), offering.assignment.name, older, released_cells(then))
        copied = literal_answers(old.plan(), filled_notebook(old.cells, reference_answers(old.cells)))
        texts = {
            task: notebook_text(filled_notebook(cells, reference | {task: source})) for task, source in copied.items()
        }
        if not texts:
            continue
        results = _grade_texts(offering, cells, texts, jobs)
        kept = [
            task
            for task, result in results.items()
            if any(row.name == task and row.points == row.max_points for row in result.tasks)
        ]
        say(f"  {offering.assignment.name}: answers of {older} lose points in {len(texts) - len(kept)} of {len(texts)}")
        problems += [
            f"{offering.assignment.name}/{task}: the values of cohort {older} earn full marks." for task in kept
        ]
    return problems


def _copied_from_checks(offering: Offering, cells: list[ReleasedCell], jobs: int, say: Say) -> list[str]:
    """Return where a function of a released check earns points as an answer."""
    reference = reference_answers(cells)
    copied = {
        f"{task}.{function}.{place}": (task, function, source)
        for task, own in reference.items()
        for check in [offering.release / "checks" / f"{task}.py"]
        if check.is_file()
        for place, (function, source) in enumerate(copied_answers(own, check.read_text(encoding="utf-8")))
    }
    texts = {
        key: notebook_text(filled_notebook(cells, reference | {task: source}))
        for key, (task, _, source) in copied.items()
    }
    results = _grade_texts(offering, cells, texts, jobs)
    full = [key for key, result in results.items() if (row := _row(result, copied[key][0])).points == row.max_points]
    lose = f"{len(copied) - len(full)} of {len(copied)}"
    say(f"  {offering.assignment.name}: functions copied from checks lose points in {lose}")
    return [
        f"{offering.assignment.name}/{task}: the released check answers the task: {function} in place of the course's "
        "own calculation earns full marks. Let the public check compare with numbers, or calculate in another way."
        for task, function, _ in (copied[key] for key in full)
    ]


@dataclass(frozen=True)
class _Piece:
    """An answer to a task, with cells of one's own above and below it."""

    task: str
    source: str
    above: Sequence[str] = ()
    below: Sequence[str] = ()


def _grade_right(
    offering: Offering, cells: list[ReleasedCell], pieces: dict[str, _Piece], jobs: int
) -> dict[str, Result]:
    """Grade answers that should earn everything, one to each task in a notebook; what loses anything, alone as well."""
    by_task: dict[str, list[str]] = defaultdict(list)
    for key, piece in pieces.items():
        by_task[piece.task].append(key)
    packs = [list(filter(None, pack)) for pack in zip_longest(*by_task.values())]
    texts = {f"{n}": _notebook_of(cells, [pieces[key] for key in pack]) for n, pack in enumerate(packs)}
    together = _grade_texts(offering, cells, texts, jobs)
    results = {key: together[f"{n}"] for n, pack in enumerate(packs) for key in pack}
    alone = [key for key, one in results.items() if one.problem is not None or one.points < one.max_points]
    apart = _grade_texts(offering, cells, {key: _notebook_of(cells, [pieces[key]]) for key in alone}, jobs)
    return results | apart


def _notebook_of(cells: list[ReleasedCell], pieces: Sequence[_Piece]) -> str:
    """Return the course's own solution with these answers in it."""
    answers = reference_answers(cells) | {piece.task: piece.source for piece in pieces}
    places = {cell.task: place for place, cell in enumerate(cells) if cell.kind == "answer"}
    notebook = filled_notebook(cells, answers)
    for piece in sorted(pieces, key=lambda piece: -places[piece.task]):  # from below, so that places stay
        notebook = with_cells(notebook, places[piece.task], piece.above, piece.below)
    return notebook_text(notebook)


def _grade_texts(
    offering: Offering,
    cells: list[ReleasedCell],
    texts: dict[str, str],
    jobs: int,
    only: Sequence[str] = (),
    longest: float = math.inf,
) -> dict[str, Result]:
    """Grade notebooks that are given as text, by name."""
    if not texts:
        return {}
    setup = Setup(
        str(offering.course.root),
        offering.assignment.name,
        offering.cohort.name,
        cells,
        only=tuple(only),
        longest=longest,
    )
    with tempfile.TemporaryDirectory(prefix="hippograd-") as folder:
        submissions = []
        for name, text in texts.items():
            path = Path(folder) / f"{name}.ipynb"
            path.write_text(text, encoding="utf-8")
            submissions.append(Submission(name, path))
        with Workers(setup, min(jobs, len(submissions))) as workers:
            return {submission.student: one.result for submission, one in workers.grade(submissions)}


def _tasks(result: Result) -> list[TaskResult]:
    if result.problem is not None:
        raise result.problem.at(f"{result.file} is not gradable").error
    return result.tasks


def _file_of(offering: Offering, variant: Variant) -> str:
    file = answers_file(offering.course, offering.assignment, variant.task).relative_to(offering.course.root)
    return f"{file.as_posix()}, {_side(variant)} {variant.name}"


def _side(variant: Variant) -> str:
    return "right" if variant.is_correct else "wrong"


def _at_fault(task: TaskResult) -> str:
    """Return where a check could not be run to its end, as it was with the course's own answer; empty where that is not
    so."""
    failed = next((check for check in task.checks if not check.passed), None)
    if failed is None or failed.message not in (OF_ANOTHER_KIND, COULD_NOT_BE_COMPLETED):
        return ""
    place, *_, error = failed.detail.strip().splitlines()
    return f"{failed.name} fails with the course's own answer, {place}: {error.rstrip('.')}. Correct the grader."


def _why(task: TaskResult) -> str:
    failed = next((check for check in task.checks if not check.passed), None)
    return f"{failed.name}: {failed.message} {failed.detail}".strip() if failed is not None else task.note
