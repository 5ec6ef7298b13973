"""CPU seconds of one submission: graded behind the wall, and its cells and checks called bare in one warm process.

The submission is the course's own solution, so calling it here is safe. Both sides have everything imported, the same
stub of Otter, the sessions in memory, one thread, and no cache.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from hippograd.grading.pool import single_threaded

single_threaded()

import psutil  # noqa: E402

from gradekit.checks import LocalStudent, run_check  # noqa: E402
from hippograd.building.released import released_cells  # noqa: E402
from hippograd.course import Course, Offering  # noqa: E402
from hippograd.grading.grader import Grader  # noqa: E402
from hippograd.grading.plan import Plan  # noqa: E402
from hippograd.grading.running import cells_to_run  # noqa: E402
from hippograd.intake import read_notebook  # noqa: E402
from hippograd.intake.matching.match import match_cells  # noqa: E402
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers  # noqa: E402
from hippograd.sandbox.orders import Settings  # noqa: E402
from hippograd.sandbox.server import warm_up  # noqa: E402
from hippograd.sandbox.servers import imported  # noqa: E402


def plan_and_solution(course: Course, assignment: str, cohort: str) -> tuple[Plan, str]:
    """How an assignment is graded, and the course's own solution as the text of a notebook."""
    info, chosen = course.assignment(assignment), course.cohort(cohort)
    cells = released_cells(Offering(course, info, chosen))
    return Plan(Offering(course, info, chosen), cells), notebook_text(filled_notebook(cells, reference_answers(cells)))


def cpu_of_grading(course: Course, assignment: str, cohort: str, times: int) -> float:
    """CPU seconds of this process, the fork server and its children for one submission."""
    plan, text = plan_and_solution(course, assignment, cohort)
    with plan.fork_server() as server:
        grader = Grader(plan, server)

        def grade() -> None:
            result = grader.grade(text.encode(), student="amber01", file="amber01.ipynb").result
            if result.points != result.max_points:
                raise SystemExit(f"{assignment}: the solution gets {result.points} of {result.max_points}")

        grade()
        before = cpu_of_family()
        for _ in range(times):
            grade()
        return (cpu_of_family() - before) / times


def cpu_of_family() -> float:
    """CPU seconds of this process, its children, and theirs that have ended."""
    own = os.times()
    children = [child.cpu_times() for child in psutil.Process().children(recursive=True)]
    return own.user + own.system + sum(c.user + c.system + c.children_user + c.children_system for c in children)


def cpu_of_bare_calls(course: Course, assignment: str, cohort: str, times: int) -> float:
    """CPU seconds of the same cells and checks in a process of their own, warm as the fork server."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(_bare_calls, str(course.root), assignment, cohort, times).result()


def _bare_calls(root: str, assignment: str, cohort: str, times: int) -> float:
    plan, text = plan_and_solution(Course(Path(root)), assignment, cohort)
    cells, _ = match_cells(read_notebook(text.encode(), "solution"), plan.cells, "solution")
    shell = warm_up(
        Settings(
            "",
            str(plan.offering.data),
            str(plan.course.root),
            [],
            imported(list(plan.course.kit.libraries), [text]),
            "unconfined",
            0,
            0,
        )
    )

    def call() -> None:
        for cell in cells_to_run(cells):
            shell.run(cell.source, cell.name)
        student = LocalStudent(shell.user_ns)
        fixtures = {**plan.fixtures, "source": [cell.source for cell in cells if cell.kind == "answer"]}
        for task in plan.tasks:
            for check in task.checks:
                outcome = run_check(check, student, fixtures, cohort=cohort, task=task.name)
                if not outcome.passed:
                    raise SystemExit(f"{assignment}: {task.name}: {outcome.message}")

    call()
    before = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - before) / times
