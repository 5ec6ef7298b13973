"""Mistakes in graders that would be silent otherwise: they are said when a release is built."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from hippograd.course import Offering, TaskInfo
from hippograd.errors import HippogradError, Problem

ALWAYS_KNOWN = ("student", "rng", "cohort", "bounds", "source")
"""What every check may ask for by name."""


def require_sound_graders(offering: Offering) -> None:
    """Refuse graders whose mistakes nobody would see before students do.

    Raises
    ------
    HippogradError
        With the file, the cause and the remedy of the first mistake.
    """
    module = offering.course.kit.fixtures
    known = {*ALWAYS_KNOWN, *(import_module(module).fixtures(offering.data) if module else ())}
    earlier: list[str] = []
    for task in offering.assignment.tasks:
        for problem in _problems(task, earlier, known):
            raise HippogradError(f"{task.grader}: {problem.message}", problem.remedy)
        earlier += [task.name] * task.is_auto


def _problems(task: TaskInfo, earlier: list[str], known: set[str]) -> Iterator[Problem]:
    for check in task.checks:
        for name in check.parameters:
            if name not in known:
                yield Problem(
                    f"{check.name} asks for {name}, which is nothing that checks may ask for.",
                    f"Known: {', '.join(sorted(known))}.",
                )
    if task.is_auto and not any(check.public for check in task.checks):
        yield Problem(
            f"{task.name} has no public check, so students cannot see whether they are on the way.",
            "Mark one with @check(points=…, public=True).",
        )
    if task.is_auto and not any(check.points for check in task.checks):
        yield Problem(f"no check of {task.name} is worth a point.", "Give one of them points.")
    for name in task.needs:
        if name not in earlier:
            yield Problem(
                f"{task.name} needs {name}, which is no earlier task with a grader.",
                f"Earlier: {', '.join(earlier) or 'none'}.",
            )
