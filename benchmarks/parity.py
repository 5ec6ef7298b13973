"""Do `hippograd grade`, `nbgrader autograde` and the Gradescope zip give the same marks? On the corpus, task by task.

usage: python benchmarks/parity.py [ASSIGNMENT …] [--cohort 2027] [--notebooks N]

Each notebook answers every task, notebook k with the k-th answer of the corpus to each: right and wrong ones by turns,
until each answer was handed in at least once. The three are run as their users do: the two commands on all notebooks,
the zip unpacked into Gradescope's layout, its `run_autograder` started once for each notebook. `--notebooks` takes the
first few. The exit status is 1 where marks differ.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from itertools import chain, zip_longest
from pathlib import Path

from hippograd.building.released import released_cells
from hippograd.course import Assignment, Cohort, Course, Offering, find_root
from hippograd.proofs.answers import Variant, read_corpus
from hippograd.proofs.filling import filled_notebook, notebook_text

BIN = Path(sys.executable).parent
AUTO_SCORES = """
select student.id, base_cell.name, grade.auto_score
from grade join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
join student on submitted_assignment.student_id = student.id join base_cell on grade.cell_id = base_cell.id
where grade.auto_score is not null
"""
Marks = dict[tuple[str, str], float]
"""Points by notebook and task."""


def answers_by_task(course: Course, assignment: Assignment) -> dict[str, list[Variant]]:
    """The corpus, right and wrong answers by turns, so that the first two notebooks have one of each."""
    found = {}
    variants = read_corpus(course, assignment)
    for task in assignment.tasks:
        right = [variant for variant in variants if variant.task == task.name and variant.is_correct]
        wrong = [variant for variant in variants if variant.task == task.name and not variant.is_correct]
        turns = chain.from_iterable(zip_longest(right, wrong))
        if task.is_auto:
            found[task.name] = [variant for variant in turns if variant is not None]
    return found


def hand_in(course: Course, assignment: Assignment, cohort: Cohort, folder: Path, most: int | None) -> tuple[int, int]:
    """Write the notebooks into nbgrader's layout; how many, and how many answers are in them."""
    cells = released_cells(Offering(course, assignment, cohort))
    answers = answers_by_task(course, assignment)
    notebooks = min(max(map(len, answers.values())), most or sys.maxsize)
    for number in range(notebooks):
        chosen = {task: variants[number % len(variants)].source for task, variants in answers.items()}
        file = folder / f"notebook{number:03d}" / assignment.name / f"{assignment.name}.ipynb"
        file.parent.mkdir(parents=True)
        file.write_text(notebook_text(filled_notebook(cells, chosen)), encoding="utf-8")
    return notebooks, sum(min(notebooks, len(variants)) for variants in answers.values())


def run(folder: Path, cohort: Cohort, *command: str | Path) -> None:
    """Run a command of this environment in the course."""
    program, *arguments = map(str, command)
    environment = os.environ | {"HIPPOGRAD_COHORT": cohort.name}
    done = subprocess.run([BIN / program, *arguments], cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}")


def by_hippograd(course: Course, assignment: Assignment, cohort: Cohort) -> Marks:
    lines = course.root / "results.jsonl"
    run(
        course.root,
        cohort,
        "hippograd",
        "grade",
        "submitted",
        "-a",
        assignment.name,
        "--records",
        "ours",
        "--json",
        lines,
    )
    results = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    return {(result["student"], task["name"]): task["points"] for result in results for task in result["tasks"]}


def what_happened(course: Course, notebook: str, task: str) -> str:
    """What `hippograd grade` said of a task: status and messages."""
    for line in (course.root / "results.jsonl").read_text(encoding="utf-8").splitlines():
        result = json.loads(line)
        for entry in result["tasks"] if result["student"] == notebook else ():
            if entry["name"] == task:
                return "; ".join([entry["status"], entry["note"], *(check["message"] for check in entry["checks"])])
    return "no result"


def by_nbgrader(course: Course, assignment: Assignment, cohort: Cohort) -> Marks:
    run(course.root, cohort, "nbgrader", "autograde", assignment.name)
    with sqlite3.connect(course.records_folder / cohort.name / "gradebook.db") as gradebook:
        rows = gradebook.execute(AUTO_SCORES).fetchall()
    tasks = {task.auto_id: task.name for task in assignment.tasks if task.is_auto}
    return {(student, tasks[cell]): score for student, cell, score in rows if cell in tasks}


def by_gradescope(course: Course, assignment: Assignment, cohort: Cohort) -> Marks:
    root = course.root / "gradescope"
    run(course.root, cohort, "hippograd", "gradescope", assignment.name, "-o", "autograder.zip")
    with zipfile.ZipFile(course.root / "autograder.zip") as archive:
        archive.extractall(root / "source")
    shutil.copy(root / "source" / "run_autograder", root)
    (root / "run_autograder").chmod(0o755)
    environment = {"PATH": f"{BIN}:/usr/bin:/bin", "HOME": str(root)}
    marks: Marks = {}
    for handed_in in sorted((course.root / "submitted").iterdir()):
        shutil.rmtree(root / "submission", ignore_errors=True)
        shutil.copytree(handed_in / assignment.name, root / "submission")
        subprocess.run([root / "run_autograder"], cwd=root, env=environment, capture_output=True, check=True)
        output = json.loads((root / "results" / "results.json").read_text(encoding="utf-8"))
        for test in output["tests"]:
            for task in test.get("tags", []):
                marks[handed_in.name, task] = marks.get((handed_in.name, task), 0) + test["score"]
    return marks


def compare(course: Course, name: str, cohort: Cohort, most: int | None) -> bool:
    """Print an assignment's row of the table, and what differs; whether nothing does."""
    assignment = course.assignment(name)
    with tempfile.TemporaryDirectory(prefix="parity-") as work:
        copy = Course(Path(work))
        shutil.copy(course.root / "nbgrader_config.py", copy.root)
        for folder in ("assignments", "autograder", "release"):
            shutil.copytree(course.root / folder, copy.root / folder)
        notebooks, answers = hand_in(course, assignment, cohort, copy.root / "submitted", most)
        ours = by_hippograd(copy, assignment, cohort)
        theirs = {"nbgrader": by_nbgrader(copy, assignment, cohort), "zip": by_gradescope(copy, assignment, cohort)}
        differing = [
            f"{notebook}, {task}: {way} {marks.get((notebook, task))}, hippograd {ours.get((notebook, task))} "
            f"({what_happened(copy, notebook, task)})"
            for way, marks in theirs.items()
            for notebook, task in sorted({*ours, *marks})
            if ours.get((notebook, task)) != marks.get((notebook, task))
        ]
    full = {task.name: task.auto_points for task in assignment.tasks}
    losing = sum(points < full[task] for (_, task), points in ours.items())
    print(f"| {name} | {answers} | {notebooks} | {len(ours)} | {losing} | {len(differing)} |", flush=True)
    for line in differing:
        print(line, file=sys.stderr)
    return bool(ours) and not differing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("assignments", nargs="*")
    parser.add_argument("--cohort")
    parser.add_argument("--notebooks", type=int)
    options = parser.parse_args()
    course = Course(find_root())
    cohort = course.cohort(options.cohort)
    print("| assignment | answers | notebooks | marks of tasks | of them not full | differing |")
    print("|---|---|---|---|---|---|")
    names = options.assignments or course.assignments
    equal = [compare(course, name, cohort, options.notebooks) for name in names]
    sys.exit(0 if all(equal) else 1)


if __name__ == "__main__":
    main()
