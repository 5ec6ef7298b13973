"""CPU seconds of one submission: graded behind the wall, and its cells and checks called bare in one warm process.

The submission is the course's own solution, so calling it here is safe. Both sides have everything imported, the same
stub of Otter, the sessions in memory, one thread, and no cache; they take turns.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
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
from hippograd.sandbox.orders import ServerSettings  # noqa: E402
from hippograd.sandbox.server import warm_up  # noqa: E402
from hippograd.sandbox.servers import imported  # noqa: E402


def plan_and_solution(course: Course, assignment: str, cohort: str) -> tuple[Plan, str]:
    """How an assignment is graded, and the course's own solution as the text of a notebook."""
    info, chosen = course.assignment(assignment), course.cohort(cohort)
    cells = released_cells(Offering(course, info, chosen))
    return Plan(Offering(course, info, chosen), cells), notebook_text(filled_notebook(cells, reference_answers(cells)))


def cpu_of_rounds(
    course: Course, assignment: str, cohort: str, rounds: int, times: int
) -> Iterator[tuple[float, float]]:
    """CPU seconds of one submission, called bare and graded, in turns: what slows the machine slows both."""
    plan, text = plan_and_solution(course, assignment, cohort)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context) as pool, plan.fork_server() as server:
        pool.submit(_prepare, str(course.root), assignment, cohort).result()
        grader = Grader(plan, server)

        def grade() -> None:
            result = grader.grade(text.encode(), student="amber01", file="amber01.ipynb").result
            if result.points != result.max_points:
                raise SystemExit(f"{assignment}: the solution gets {result.points} of {result.max_points}")

        family = [psutil.Process(), *_fork_servers()]
        grade()
        for _ in range(rounds):
            bare = pool.submit(_bare_calls, times).result()
            before = _cpu_of(family)
            for _ in range(times):
                grade()
            yield bare, (_cpu_of(family) - before) / times


def _fork_servers() -> list[psutil.Process]:
    """The fork servers of this process: what they fork counts once it has ended."""
    return [
        child for child in psutil.Process().children(recursive=True) if "hippograd.sandbox.server" in child.cmdline()
    ]


def _cpu_of(family: Sequence[psutil.Process]) -> float:
    """CPU seconds of some processes and of the fork server's children that have ended."""
    own, *servers = (process.cpu_times() for process in family)
    return own.user + own.system + sum(s.user + s.system + s.children_user + s.children_system for s in servers)


_ready: Callable[[], None]
_call: Callable[[], None]


def _prepare(root: str, assignment: str, cohort: str) -> None:
    """Have this process as warm as a fork server, and everything called once."""
    global _ready, _call
    plan, text = plan_and_solution(Course(Path(root)), assignment, cohort)
    cells, _ = match_cells(read_notebook(text.encode(), "solution"), plan.cells, "solution")
    large = imported(list(plan.course.kit.libraries), [text])
    shell = warm_up(ServerSettings("", str(plan.offering.data), str(plan.course.root), large, "unconfined", 0, 0))

    def ready() -> None:
        plan.course.kit.prepare(plan.offering.data)  # each session is found unpacked once, as in a fresh process

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

    _ready, _call = ready, call
    _bare_calls(1)


def _bare_calls(times: int) -> float:
    seconds = 0.0
    for _ in range(times):
        _ready()
        before = time.process_time()
        _call()
        seconds += time.process_time() - before
    return seconds / times
