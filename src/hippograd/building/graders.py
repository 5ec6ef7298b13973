"""Mistakes in graders that would be silent otherwise: they are said when a release is built."""

from __future__ import annotations

import ast
import builtins
import difflib
from collections import Counter
from collections.abc import Collection, Iterator
from importlib import import_module
from pathlib import Path

from hippograd.building.public_checks import hidden_checks, names_in_scopes, open_checks
from hippograd.course import Offering, TaskInfo
from hippograd.course.graders import load_grader
from hippograd.errors import Problem

ALWAYS_KNOWN = ("student", "anew", "kept", "rng", "cohort", "bounds", "source")
"""What every check may ask for by name."""


def require_sound_graders(offering: Offering) -> None:
    """Refuse graders whose mistakes nobody would see before students do."""
    module = offering.course.kit.fixtures
    known = {*ALWAYS_KNOWN, *(import_module(module).fixtures(offering.data) if module else ())}
    earlier: list[str] = []
    for task in offering.assignment.tasks:
        for problem in _problems(task, earlier, known):
            raise problem.at(task.grader).error
        earlier += [task.name] * task.is_auto


def _problems(task: TaskInfo, earlier: list[str], known: set[str]) -> Iterator[Problem]:
    for check in task.checks:
        for name in check.parameters:
            if name not in known:
                yield Problem.of("check-asks-unknown", check=check.name, name=name, known=sorted(known))
    if task.grader is not None:
        yield from _in_text(task.grader, vars(load_grader(task.grader, task.assignment, task.name)).keys())
    if task.is_auto and not any(check.public for check in task.checks):
        yield Problem.of("task-without-public-check", task=task.name)
    if task.is_auto and not any(check.points for check in task.checks):
        yield Problem.of("task-without-points", task=task.name)
    for name in task.needs:
        if name not in earlier:
            yield Problem.of("task-needs-unknown", task=task.name, needs=name, known=earlier or ["none"])


def _in_text(grader: Path, defined: Collection[str]) -> Iterator[Problem]:
    """Yield what loading a grader does not show: a check behind another of its name, a name that nothing defines."""
    source = grader.read_text(encoding="utf-8")
    module = ast.parse(source, str(grader))
    for name, times in Counter(check.name for check in (*open_checks(module), *hidden_checks(module))).items():
        if times > 1:
            yield Problem.of("check-twice", name=name, times=times)
    known = {*defined, *vars(builtins)}
    for first, names in names_in_scopes(source, grader).items():
        for name in sorted(names - known):
            lines = [node.lineno for node in ast.walk(module) if isinstance(node, ast.Name) and node.id == name]
            line = min(number for number in lines if number >= first)
            alike = difflib.get_close_matches(name, known, 1)
            meant = f"Is {alike[0]} meant?" if alike else ""
            yield Problem.of("grader-name-undefined", line=line, name=name, meant=meant)
