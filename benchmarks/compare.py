"""How fast is grading? One table: submissions a minute here and with nbgrader, on the same files in one run.

usage: python benchmarks/compare.py [--students 48] [--stock 6] [--assignment 1_linear_regression]

The sample class has no hostile students, whose deadlines would be all that is measured. `stock` is nbgrader's own
autograde, which starts a kernel for each notebook and runs the public checks in it; it is slow, so it gets a few
students only. Ratios within one run count; the seconds are this machine's.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.building.sample_class import make_sample_class
from autograder.course import Course, find_root

BIN = Path(sys.executable).parent


def timed(*command: str | Path, folder: Path) -> float:
    """Seconds of a command; it may end with 1 (somebody was not gradable)."""
    started = time.monotonic()
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return time.monotonic() - started


def stock_course(course: Course, assignment: str, cohort: str, submitted: Path, work: Path, students: int) -> Path:
    """A copy of the course whose nbgrader grades in its own way, with some of the submissions."""
    for name in ("assignments", "sessions", "release", "autograder/graders"):
        shutil.copytree(course.root / name, work / name)
    config = (course.root / "nbgrader_config.py").read_text()
    (work / "nbgrader_config.py").write_text(config.replace("integrations.nbgrader", "building.stock"))
    release = course.release_folder / cohort / assignment
    for folder in sorted(submitted.iterdir())[:students]:
        target = work / "submitted" / folder.name / assignment
        target.mkdir(parents=True)
        (notebook,) = (folder / assignment).glob("*.ipynb")
        shutil.copy(notebook, target / f"{assignment}.ipynb")
        for name in ("decoding", "data", "checks", "tests"):
            shutil.copytree(release / name, target / name)
    return work


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", type=int, default=48)
    parser.add_argument("--stock", type=int, default=6)
    parser.add_argument("--assignment", default="1_linear_regression")
    options = parser.parse_args()
    course = Course(find_root())
    cohort, assignment = course.cohort(), course.assignment(options.assignment)
    os.environ["HIPPOGRAD_COHORT"] = cohort.name
    with tempfile.TemporaryDirectory(prefix="hippograd-") as name:
        work = Path(name)
        make_sample_class(course, assignment, cohort, work / "in", students=options.students, seed=1, hostile=False)
        one = next((work / "in").iterdir())
        shutil.copytree(one, work / "one" / one.name)

        def grade(folder: str, records: str, jobs: int) -> float:
            command = (BIN / "hippograd", "grade", work / folder, "-a", assignment.name, "-c", cohort.name)
            return timed(*command, "--records", work / records, "-j", str(jobs), folder=course.root)

        start = grade("one", "r0", 1)
        alone, both = grade("in", "r1", 1), grade("in", "r2", 2)
        again = grade("in", "r2", 2)
        stock = stock_course(course, assignment.name, cohort.name, work / "in", work / "stock", options.stock)
        timed(BIN / "nbgrader", "generate_assignment", assignment.name, "--force", folder=stock)
        theirs = timed(BIN / "nbgrader", "autograde", assignment.name, folder=stock)
    table = Table(
        title=f"{assignment.name}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )
    for heading in ("", "submissions", "seconds", "seconds each", "a minute", "times nbgrader"):
        table.add_column(heading, justify="right" if heading else "left")
    stock_rate = 60 * options.stock / theirs
    rows = {
        "nbgrader autograde": (options.stock, theirs),
        "hippograd grade, one submission": (1, start),
        "hippograd grade, 1 worker": (options.students, alone),
        "hippograd grade, 2 workers": (options.students, both),
        "the same again, nothing changed": (options.students, again),
    }
    for label, (count, seconds) in rows.items():
        rate = 60 * count / seconds
        table.add_row(
            label, str(count), f"{seconds:.1f}", f"{seconds / count:.2f}", f"{rate:.0f}", f"{rate / stock_rate:.1f}"
        )
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
