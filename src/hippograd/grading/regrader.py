"""What is wrong, graded again over the course's own answers to the tasks that it rests on."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from gradekit.cell_names import defined_names
from gradekit.checks import Check
from hippograd.course import TaskInfo
from hippograd.grading.checker import Checker
from hippograd.grading.plan import Plan
from hippograd.grading.result import CheckResult, TaskResult, task_status
from hippograd.grading.running import RunningNotebook
from hippograd.intake.matching.cells import MatchedCell
from hippograd.intake.matching.omitting import helpers_in, without_definitions
from hippograd.sandbox.clock import running_time
from hippograd.sandbox.servers import ForkServer

_NO_VALUE = (
    *("not_defined", "method_missing", "not_attempted", "raised", "wrong_type"),
    *("too_much", "timeout", "crashed", "out_of_memory", "tampered"),
)
"""Diagnoses of what gave nothing that could be held against the right value."""

_OVER = "Graded again with the course's own answer to task"


class Regrader:
    """Grades tasks again over references, so that one mistake is paid for once."""

    def __init__(self, plan: Plan, server: ForkServer) -> None:
        self._plan = plan
        self._server = server
        self._checker = Checker(plan)

    def better(
        self, by_name: dict[str, TaskResult], fresh: set[str], cells: list[MatchedCell]
    ) -> dict[str, TaskResult]:
        """Grade what is wrong again over the course's own answers to the tasks that it rests on; the better counts.

        First only the wrong ones among these are replaced, then all: an answer that passes its own checks can still be
        the reason. No task is graded once its own reference has been in a process: student code in there could hand it
        on to a later one.
        """
        wrong = {task.name for task in by_name.values() if task.points < task.max_points}
        groups: dict[frozenset[str], list[TaskInfo]] = {}
        for task in self._plan.tasks:
            if task.name in fresh & wrong and _tried(by_name[task.name]):
                needs = frozenset(self._plan.all_needs(task))
                for replaced in dict.fromkeys((needs & wrong, needs)):
                    groups.setdefault(replaced, []).append(task)
        groups.pop(frozenset(), None)
        place = {task.name: place for place, task in enumerate(self._plan.assignment.tasks)}
        better: dict[str, TaskResult] = {}
        guessed: set[tuple[str, str]] = set()
        until = running_time() + self._plan.submission_seconds
        for replaced in sorted(groups, key=lambda names: (max(place[name] for name in names), len(names))):
            best = by_name | better
            group = [task for task in groups[replaced] if best[task.name].points < best[task.name].max_points]
            if group:
                better |= self._better_over(replaced, group, best, guessed, cells, until)
        return better

    def _better_over(
        self,
        replaced: frozenset[str],
        group: list[TaskInfo],
        so_far: dict[str, TaskResult],
        guessed: set[tuple[str, str]],
        cells: list[MatchedCell],
        until: float,
    ) -> dict[str, TaskResult]:
        """Return those of some tasks that earn more over the course's own answers to others, or fail for another
        reason.

        `guessed` are the checks that have found a value over such answers by now.
        """
        names = frozenset[str]().union(*(defined_names(self._plan.references[name]) for name in replaced))
        over = [self._with_reference(cell, replaced) for cell in without_definitions(names, cells)]
        if [cell.source.strip() for cell in over] == [cell.source.strip() for cell in cells]:
            return {}  # it rests on the course's own answers already, as where a course proves itself
        running = RunningNotebook(self._server, over, self._plan, until=until, quotes=False)
        titles = ", ".join(self._plan.assignment.task(name).number for name in sorted(replaced))
        better = {}
        try:
            for task, again in zip(group, self._checker.tasks(group, running, over).values(), strict=True):
                before = so_far[task.name]
                merged = _merged(task, self._plan.checks(task), before, again, guessed)
                if merged.points > before.points:
                    note = f"{_OVER} {titles} in place of yours, so that one mistake counts once."
                elif merged.points == before.points and merged.checks != before.checks and _OVER not in before.note:
                    note = f"{_OVER} {titles} in place of yours; that earns no more points."
                else:
                    continue
                better[task.name] = msgspec.structs.replace(merged, note=note)
        finally:
            running.close()
        return better

    def _with_reference(self, cell: MatchedCell, broken: frozenset[str]) -> MatchedCell:
        if cell.kind == "answer" and cell.released is not None and cell.released.task in broken:
            helpers = helpers_in(cell.source, self._plan.released_names)
            return replace(cell, source=f"{cell.released.reference}\n\n{helpers}".rstrip())
        return cell


def _tried(task: TaskResult) -> bool:
    return task.status not in ("not_attempted", "not_gradable")


def _merged(
    task: TaskInfo, checks: list[Check], first: TaskResult, again: TaskResult, guessed: set[tuple[str, str]]
) -> TaskResult:
    """Return a task's result over references; where these make no difference to a check, a first guess counts."""
    if again.status == "not_gradable":
        return first
    merged = []
    for check, before, after in zip(checks, first.checks, again.checks, strict=True):
        is_open = before.diagnosis == "not_defined" and (task.name, check.name) not in guessed
        merged.append(_as_again(before, after) if check.again or is_open else before)
        if after.diagnosis != "not_defined":
            guessed.add((task.name, check.name))
    points = sum(check.points for check in merged)
    status = again.status if points == again.points else task_status(merged, False, False)
    return msgspec.structs.replace(again, checks=merged, points=points, status=status)


def _as_again(first: CheckResult, again: CheckResult) -> CheckResult:
    """Return the check as it came out over references; what was said of it before, unless there is another wrong value
    now.

    Where nothing came of it, the course's own answers may be why: what the student's had beside them is gone. They
    were in the student's process: numbers and text of it are not shown.
    """
    if again.passed:
        return msgspec.structs.replace(again, message="", detail="")
    has_value = again.diagnosis not in _NO_VALUE
    return msgspec.structs.replace(again, detail="") if has_value and first.diagnosis != again.diagnosis else first
