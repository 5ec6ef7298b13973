"""What Gradescope runs: one submission graded behind the wall, written as Gradescope's `results.json`.

`python -m hippograd.integrations.gradescope /autograder` reads `source/`, the unpacked zip of `hippograd gradescope`,
and `submission/`. Whatever happens, it leaves results: what cannot be graded gets no mark but an explanation. Their
form is that of https://gradescope-autograders.readthedocs.io/en/latest/specs/.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import msgspec

from hippograd import __version__
from hippograd.course import Assignment, Course
from hippograd.course.released import ReleasedCell
from hippograd.errors import NO_JSON, HippogradError, printable_lines
from hippograd.files import write_whole
from hippograd.grading.notebook import report
from hippograd.grading.pool import Setup, grade_one, single_threaded
from hippograd.grading.result import Result, TaskResult
from hippograd.intake import Note, Submission, submission_in
from hippograd.sandbox.confine import LINUX

Visibility = Literal["visible", "hidden", "after_due_date", "after_published"]
Output = dict[str, Any]

ORDER = "hippograd.json"
"""The file in the zip that says what is graded, and how."""

NOBODY = 65534
"""The user whose files are nobody's, by convention."""

CUT_SHORT = (
    "The grading process ended before it had a result: it ran out of memory or time, or could not start because the "
    "image was not built. See the output of the autograder, and of its build."
)


class Order(msgspec.Struct, frozen=True):
    """What a zip grades, when students see what came of its hidden checks, and the weakest sandbox tier it accepts."""

    assignment: str
    cohort: str
    cells: list[ReleasedCell]
    cell_seconds: float
    hidden: Visibility = "after_published"
    tier: str = "container"
    submission_seconds: float = 120.0


def main() -> None:
    """Grade the submission below the folder that is named, and write the results."""
    root = Path(sys.argv[1]).resolve()
    try:
        output = grade(root)
    except HippogradError as error:
        output = ungraded(staff=str(error))
    except Exception:  # noqa: BLE001 (a fault of ours is never the student's)
        output = ungraded(staff=traceback.format_exc())
    write(output, root / "results" / "results.json")


def grade(root: Path) -> Output:
    """Grade the submission below `root`, Gradescope's `/autograder`."""
    single_threaded()
    source = root / "source"
    order = read_order(source)
    assignment = Course(source).assignment(order.assignment)
    student, notes = handed_in(root / "submission_metadata.json")
    os.chdir(root)  # messages name files as the student does
    submission = submission_in(Path("submission"), order.assignment, student)
    result = grade_submission(source, order, submission)
    result = msgspec.structs.replace(result, notes=[*notes, *result.notes])
    return results(result, assignment, order.hidden)


def read_order(source: Path) -> Order:
    """Return the order in an unpacked zip."""
    try:
        return msgspec.json.decode((source / ORDER).read_bytes(), type=Order)
    except (OSError, *NO_JSON) as error:
        raise HippogradError("order-unreadable", file=source / ORDER, cause=error) from None


def grade_submission(source: Path, order: Order, submission: Submission) -> Result:
    """Grade with the course in `source`, as `hippograd grade` does; students' processes cannot open the rest of it."""
    library = Course(source).kit.package
    close(source, [source / "src" / "gradekit", *([library] if library is not None else [])])
    setup = Setup(
        str(source),
        order.assignment,
        order.cohort,
        order.cells,
        order.tier,
        cell_seconds=order.cell_seconds,
        submission_seconds=order.submission_seconds,
    )
    return grade_one(setup, submission).result


def close(source: Path, needed: Sequence[Path]) -> None:
    """Give an unpacked zip to another user, and leave open only the folders that students' processes need.

    A container may deny Landlock. Student code is root's there, but has no capabilities, so that the files of others
    stay closed to it. Only root can give files away.
    """
    if not LINUX or os.geteuid() != 0:
        return
    for path in [source, *source.rglob("*")]:
        is_open = any(folder == path or folder in path.parents for folder in needed)
        is_on_the_way = any(path in folder.parents for folder in needed)
        own = path.stat().st_mode & 0o700
        for_others = own & 0o500 if is_open else own & 0o100 if is_on_the_way else 0
        os.chown(path, NOBODY, NOBODY)
        path.chmod(own | for_others >> 3 | for_others >> 6)


def handed_in(metadata: Path) -> tuple[str, list[Note]]:
    """Return who handed in, and a note where it was late, from Gradescope's `submission_metadata.json`."""
    try:
        said = json.loads(metadata.read_text(encoding="utf-8"))
        users = [user["email"] for user in said["users"]]
        own = said["users"][0].get("assignment", {}).get("due_date")  # with this student's extension
        created, due = said["created_at"], own or said["assignment"]["due_date"]
        late = datetime.fromisoformat(created) > datetime.fromisoformat(due)
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return "submission", []
    return ", ".join(map(str, users)), [Note.of("handed-in-after-due", time=created)] if late else []


def results(result: Result, assignment: Assignment, hidden: Visibility) -> Output:
    """Return a result in Gradescope's form: for each task one test of its public checks and one of its hidden ones."""
    if not result.tasks and result.problem is not None:
        return ungraded(result.problem.message, staff=str(result.problem), result=result)
    numbers = {task.name: task.number for task in assignment.tasks}
    tests = [test for task in result.tasks for test in _tests(task, numbers[task.name], hidden)]
    doubts = [str(note) for note in result.notes if note.for_staff]
    if doubts:
        tests.append(
            {"name": "For the teaching staff", "visibility": "hidden", "output": printable_lines("\n".join(doubts))}
        )
    said = [f"Graded by hippograd {__version__}, sandbox tier: {result.tier}."]
    said += [str(note) for note in result.notes if not note.for_staff]
    return {
        "score": sum(test.get("score", 0) for test in tests),
        "output": printable_lines("\n".join(said)),
        "stdout_visibility": "hidden",
        "tests": tests,
        "extra_data": _about(result),
    }


def ungraded(reason: str = "", *, staff: str, result: Result | None = None) -> Output:
    """No mark: students see why, as far as it is about their file, and the staff in a test that is hidden from them.

    The format knows no missing score; it is 0, and the text says that this is not a mark.
    """
    said = reason or "The autograder failed. That is not your doing."
    test = {
        "name": "Not gradable: for the teaching staff",
        "score": 0,
        "max_score": 0,
        "status": "failed",
        "visibility": "hidden",
        "output": staff,
    }
    return {
        "score": 0,
        "output": f"Not graded. {said} This is not a mark: hand in again, or ask the teaching staff.",
        "stdout_visibility": "hidden",
        "tests": [test],
        "extra_data": _about(result) if result is not None else {"status": "not_gradable"},
    }


def write(output: Output, file: Path) -> None:
    """Write results, whole or not at all."""
    write_whole(file, json.dumps(output, indent=1).encode())


def _tests(task: TaskResult, number: str, hidden: Visibility) -> list[Output]:
    if task.status == "not_gradable":
        detail = "\n".join(check.detail for check in task.checks)
        return [_test(task, number, "hidden", "not gradable", f"The grader failed: {task.note}\n{detail}")]
    found = []
    for public in (True, False):
        checks = [check for check in task.checks if check.public == public]
        if checks:
            points, maximum = (sum(getattr(check, name) for check in checks) for name in ("points", "max_points"))
            part = msgspec.structs.replace(task, checks=checks, points=points, max_points=maximum)
            kind = "public checks" if public else "hidden checks"
            found.append(_test(part, number, "visible" if public else hidden, kind, report(part)))
    return found


def _test(task: TaskResult, number: str, visibility: Visibility, kind: str, said: str) -> Output:
    return {
        "name": f"{task.title}: {kind}",
        "number": number,
        "score": task.points,
        "max_score": task.max_points,
        "status": "passed" if all(check.passed for check in task.checks) else "failed",
        "visibility": visibility,
        "output": printable_lines(said),
        "tags": [task.name],
    }


def _about(result: Result) -> Output:
    """Return what a mark depends on, for whoever looks at it later."""
    names = ("status", "file", "tier", "versions", "content_hash")
    return {name: getattr(result, name) for name in names}


if __name__ == "__main__":
    main()
