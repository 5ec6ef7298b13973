"""How many right marks do damaged notebooks keep? Here and with stock nbgrader, on the same files in one run.

usage: python benchmarks/damaged.py [--every 4] [--assignment 2_gradient_descent]

Every fourth of the kinds of damage in tests/damaged is taken, in the order in which they stand there. A mark is
right if it is the one that the same grader gives the undamaged notebook. `stock` is nbgrader's own autograde, run for
one student at a time, because it stops at some of these; its tests are the public checks.
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
from pathlib import Path

from rich.console import Console
from rich.table import Table

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering, find_root
from hippograd.course.released import ReleasedCell
from hippograd.grading.grader import Grader
from hippograd.grading.plan import Plan
from hippograd.intake.matching.cells import without_scheme
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers

BIN = Path(sys.executable).parent
Marks = dict[str, float | None]
SCORES = """
select base_cell.name, grade.auto_score from grade join base_cell on grade.cell_id = base_cell.id
join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
where submitted_assignment.student_id = ?
"""


class Stock:
    """A copy of the course in which nbgrader grades in its own way."""

    def __init__(self, course: Course, cohort: str, assignment: str, work: Path) -> None:
        self.work, self.cohort, self.assignment = work, cohort, assignment
        self.release = course.release_folder / cohort / assignment
        for name in ("assignments", "autograder", "release"):
            shutil.copytree(course.root / name, work / name)
        config = (course.root / "nbgrader_config.py").read_text()
        (work / "nbgrader_config.py").write_text(
            config.replace("import configure", "import configure_stock as configure")
        )
        self._nbgrader("generate_assignment", assignment, "--force")

    def _nbgrader(self, *arguments: str) -> None:
        subprocess.run([str(BIN / "nbgrader"), *arguments], cwd=self.work, capture_output=True, check=False)

    def marks(self, student: str, data: bytes) -> Marks:
        """The scores of one notebook; none where nbgrader has none."""
        folder = self.work / "submitted" / student / self.assignment
        shutil.copytree(self.release, folder)
        (folder / f"{self.assignment}.ipynb").write_bytes(data)
        self._nbgrader("autograde", self.assignment, "--student", student)
        with sqlite3.connect(self.work / "records" / self.cohort / "gradebook.db") as book:
            return dict(book.execute(SCORES, (student,)).fetchall())


def text_of(cells: list[ReleasedCell], answers: dict[str, str]) -> str:
    notebook = json.loads(notebook_text(filled_notebook(cells, answers)))
    for cell in notebook["cells"]:
        cell["source"] = without_scheme(cell["source"])  # students do not get it
    return json.dumps(notebook)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=4)
    parser.add_argument("--assignment", default="2_gradient_descent")
    options = parser.parse_args()
    course = Course(find_root())
    sys.path.insert(0, str(course.root))
    from tests.damaged.recipes import RECIPES

    cohort, assignment = course.cohort("2027"), course.assignment(options.assignment)
    os.environ["HIPPOGRAD_COHORT"] = cohort.name
    cells = released_cells(Offering(course, assignment, cohort))
    plan = Plan(Offering(course, assignment, cohort), cells)
    tasks = [task.name for task in plan.tasks]
    reference = reference_answers(cells)
    chosen = [recipe for recipe in RECIPES if recipe.gradable and assignment.name in recipe.assignments]
    chosen = chosen[:: options.every]
    table = Table("damage", "hippograd", "stock nbgrader", title=f"right marks, of {len(tasks)} in {assignment.name}")
    totals = [0, 0]
    with tempfile.TemporaryDirectory(prefix="hippograd-") as work, plan.fork_server() as server:
        grader, stock = Grader(plan, server), Stock(course, cohort.name, assignment.name, Path(work))

        def ours(name: str, data: bytes) -> Marks:
            result = grader.grade(data, student=name, file=f"{name}.ipynb").result
            return {task.name: task.points for task in result.tasks}

        graders = (ours, stock.marks)
        whole: dict[str, list[Marks]] = {}
        for recipe in chosen:
            answers = recipe.answers | recipe.instead
            key = json.dumps(answers, sort_keys=True)
            if key not in whole:
                data = text_of(cells, reference | answers).encode()
                whole[key] = [marks(f"whole{len(whole)}", data) for marks in graders]
            made = recipe.damage(json.loads(text_of(cells, reference | recipe.answers)))
            data = made if isinstance(made, bytes) else json.dumps(made).encode()
            row = []
            for place, marks in enumerate(graders):
                right = whole[key][place] | dict.fromkeys(recipe.loses, 0.0)
                given = marks(recipe.name, data)
                row.append(sum(given.get(task) == right[task] for task in tasks))
                totals[place] += row[-1]
            table.add_row(recipe.name.replace("_", " "), *map(str, row))
            print(recipe.name, row, flush=True)
    table.add_row(f"all {len(chosen)}, of {len(chosen) * len(tasks)}", *map(str, totals))
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
