"""How fast is grading, and beside what? Tables of ratios within one run, the machine in the head.

usage: python benchmarks/run.py [--most N] [--history FILE] [section ...]
sections: bare compare workers size again cold gradescope feedback; all by default

Nothing else should run meanwhile. Seconds are this machine's, so ratios count. Submissions are the course's own
answers, no two with the same code: what the cache saves shows in `again` only.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psutil
from bare import cpu_of_rounds
from rich.console import Console
from rich.table import Table

from hippograd.course import Course, Offering, find_root
from hippograd.grading.grader import versions
from hippograd.proofs.sample_class import make_sample_class
from hippograd.records.folder import Records

BIN = Path(sys.executable).parent
ASSIGNMENT = "1_linear_regression"
STOCK = 4
"""Submissions for the tools that take seconds for each."""

CLASS = 200
"""Submissions where only our own speed is asked for."""

ROUNDS = 9
"""Turns that bare calls and grading take."""

SIZES = (1000, 10_000, 100_000)


@dataclass(frozen=True)
class Timed:
    """A command that has run: seconds, CPU seconds and largest memory (bytes) of its first process, what it printed."""

    seconds: float
    cpu: float
    memory: int
    printed: str

    @property
    def megabytes(self) -> str:
        return f"{self.memory / 1e6:.0f}"


def run(*command: str | Path, folder: Path) -> Timed:
    """Run a command to its end; 1 is no failure (somebody was not gradable)."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as out:
        running = psutil.Popen([str(word) for word in command], cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        memory, cpu = 0, 0.0
        while running.poll() is None:
            try:
                with running.oneshot():
                    memory = max(memory, running.memory_info().rss)
                    times = running.cpu_times()
                    cpu = times.user + times.system
            except psutil.Error:
                break
            time.sleep(0.1)
        running.wait()
        seconds = time.monotonic() - started
        out.seek(0)
        printed = out.read().decode(errors="replace")
    if running.returncode not in (0, 1):
        sys.exit(printed)
    return Timed(seconds, cpu, memory, printed)


@dataclass(frozen=True)
class Bench:
    """A course, a cohort and a folder to work in."""

    course: Course
    cohort: str
    work: Path
    console: Console
    most: int
    tables: list[Table] = field(default_factory=list)
    """What was measured, in order."""

    def people(self, count: int) -> Path:
        """A folder of `count` submissions: the course's own answers, no two with the same code."""
        return self._folder(f"class-{count}", [self._solution()] * count)

    def invented(self, count: int) -> Path:
        """A folder of `count` submissions as the corpus answers, right and wrong in many ways, some of them slowly."""
        some = self.work / f"some-{count}"
        info, cohort = self.course.assignment(ASSIGNMENT), self.course.cohort(self.cohort)
        if not some.is_dir():
            make_sample_class(Offering(self.course, info, cohort), some, students=min(count, 48), seed=1, hostile=False)
        texts = [path.read_text() for path in sorted(some.rglob("*.ipynb"))]
        notebooks = [text for text in texts if _is_whole(text)]
        return self._folder(f"invented-{count}", [notebooks[number % len(notebooks)] for number in range(count)])

    def _solution(self) -> str:
        return (self.course.root / "solutions" / self.cohort / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_text()

    def _folder(self, name: str, notebooks: Sequence[str]) -> Path:
        folder = self.work / name
        if folder.is_dir():
            return folder
        folder.mkdir()
        for number, text in enumerate(notebooks):
            notebook = json.loads(text)
            cell = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code" and "answer" in cell["id"])
            cell["source"] = "".join(cell["source"]) + f"\nnumber_of_this_student = {number}"
            (folder / f"student{number:05d}.ipynb").write_text(json.dumps(notebook))
        return folder

    def grade(self, submitted: Path, records: str, *more: str, root: Path | None = None) -> Timed:
        course = root or self.course.root
        command = [BIN / "hippograd", "--root", course, "grade", submitted, "-a", ASSIGNMENT, "-c", self.cohort]
        return run(*command, "--records", self.work / records, *more, folder=course)

    def table(self, title: str, *headings: str) -> Table:
        table = Table(title=title, title_justify="left")
        self.tables.append(table)
        for heading in headings:
            table.add_column(heading, justify="left" if heading == headings[0] else "right")
        return table


def _is_whole(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def bare(bench: Bench) -> None:
    """CPU of a graded submission beside the same cells and checks called in one warm process, in turns."""
    table = bench.table(
        "the course's own solutions: CPU of one submission", "assignment", "bare calls / ms", "graded / ms", "ratio"
    )
    whole = [(0.0, 0.0)] * ROUNDS
    for name in bench.course.assignments:
        times = 1 if "pytorch" in name else 4
        rounds = list(cpu_of_rounds(bench.course, name, bench.cohort, ROUNDS, times))
        whole = [(a + c, b + d) for (a, b), (c, d) in zip(whole, rounds, strict=True)]
        table.add_row(name, *_in_turns(rounds))
    table.add_row("a student's whole course", *_in_turns(whole))
    bench.console.print(table)


def _in_turns(rounds: list[tuple[float, float]]) -> tuple[str, str, str]:
    """Medians of what was called and of what was graded; minimum, median and maximum of their ratios."""
    called, graded = zip(*rounds, strict=True)
    ratios = [grading / calling for calling, grading in rounds]
    return f"{1000 * median(called):.0f}", f"{1000 * median(graded):.0f}", _three(ratios, 2)


def compare(bench: Bench) -> None:
    """Submissions a minute, beside nbgrader's own autograde and Otter's own run, on the same files."""
    many, few = bench.people(CLASS), sorted(bench.people(CLASS).glob("*.ipynb"))[:STOCK]
    table = bench.table(
        f"{ASSIGNMENT}: submissions a minute",
        "tool",
        "submissions",
        "seconds",
        "a minute",
        "times nbgrader",
        "times otter",
    )
    rates: dict[str, tuple[int, float]] = {}
    with stock_nbgrader(bench, few) as folder:
        rates["nbgrader autograde"] = STOCK, run(BIN / "nbgrader", "autograde", ASSIGNMENT, folder=folder).seconds
    rates["otter run"] = STOCK, stock_otter(bench, few)
    rates["hippograd grade, 1 worker"] = CLASS, bench.grade(many, "one", "-j", "1").seconds
    rates["hippograd grade, 2 workers"] = CLASS, bench.grade(many, "two", "-j", "2").seconds
    rates["hippograd grade --full, 2 workers"] = CLASS, bench.grade(many, "full", "-j", "2", "--full").seconds
    invented = bench.invented(CLASS)
    rates["hippograd grade, 2 workers, as the corpus answers"] = (
        CLASS,
        bench.grade(invented, "mixed", "-j", "2").seconds,
    )
    theirs = [60 * rates[tool][0] / rates[tool][1] for tool in ("nbgrader autograde", "otter run")]
    for tool, (count, seconds) in rates.items():
        rate = 60 * count / seconds
        times = [f"{rate / other:.1f}" for other in theirs]
        table.add_row(tool, str(count), f"{seconds:.1f}", f"{rate:.0f}", *times)
    bench.console.print(table)


@contextmanager
def stock_nbgrader(bench: Bench, notebooks: list[Path]) -> Iterator[Path]:
    """A copy of the course whose nbgrader grades in its own way: a kernel a notebook, the public checks in it."""
    course, work = bench.course, bench.work / "stock"
    for name in ("assignments", "autograder", "release"):
        shutil.copytree(course.root / name, work / name)
    config = (course.root / "nbgrader_config.py").read_text()
    (work / "nbgrader_config.py").write_text(config.replace("import configure", "import configure_stock as configure"))
    for path in notebooks:
        target = work / "submitted" / path.stem / ASSIGNMENT
        target.parent.mkdir(parents=True)
        shutil.copytree(course.release_folder / bench.cohort / ASSIGNMENT, target)
        shutil.copy(path, target / f"{ASSIGNMENT}.ipynb")
    run(BIN / "nbgrader", "generate_assignment", ASSIGNMENT, "--force", folder=work)
    yield work
    shutil.rmtree(work)


def stock_otter(bench: Bench, notebooks: list[Path]) -> float:
    """Seconds of Otter's own grading: the release's test files in a zip of `otter generate`, `otter run` for each."""
    work = bench.work / "otter"
    shutil.copytree(bench.course.release_folder / bench.cohort / ASSIGNMENT, work)
    parts = [name for name in ("decoding", "data", "checks") if (work / name).exists()]
    run(BIN / "otter", "generate", "-t", "tests", "-o", "grader.zip", "--no-environment", *parts, folder=work)
    seconds = 0.0
    for path in notebooks:
        shutil.copy(path, work / f"{ASSIGNMENT}.ipynb")
        seconds += run(BIN / "otter", "run", "-a", "grader.zip", f"{ASSIGNMENT}.ipynb", folder=work).seconds
        if not (work / "results.json").is_file():
            sys.exit("otter run left no results.json")
        (work / "results.json").unlink()
    return seconds


def workers(bench: Bench) -> None:
    """Two workers beside one, between the tenth and the last result, so that starting up is left out."""
    submitted = bench.people(CLASS)
    table = bench.table(f"{CLASS} submissions", "workers", "a minute, once started", "times one worker")
    first = 0.0
    for count in (1, 2):
        rate = steady_rate(bench, submitted, f"workers-{count}", count)
        first = first or rate
        table.add_row(str(count), f"{rate:.0f}", f"{rate / first:.2f}")
    bench.console.print(table)


def steady_rate(bench: Bench, submitted: Path, records: str, count: int) -> float:
    """Results a minute from the tenth to the last, by the rows of the store."""
    command = [BIN / "hippograd", "grade", submitted, "-a", ASSIGNMENT, "-c", bench.cohort, "-j", str(count)]
    folder = bench.work / records
    results = Records(folder).results_of(ASSIGNMENT)
    out = subprocess.DEVNULL
    running = psutil.Popen(
        [str(word) for word in [*command, "--records", folder]], cwd=bench.course.root, stdout=out, stderr=out
    )
    seen: list[tuple[float, int]] = []
    while running.poll() is None:
        seen.append((time.monotonic(), results.newest()))
        time.sleep(0.05)
    start = next(entry for entry in seen if entry[1] >= 10)
    end = next(entry for entry in seen if entry[1] == seen[-1][1])
    return 60 * (end[1] - start[1]) / (end[0] - start[0])


def size(bench: Bench) -> None:
    """What each submission costs, and what the controller takes, for classes of three sizes.

    Forty-eight notebooks of the corpus over and over: from the forty-ninth on all is the controller's work.
    """
    name = "2_gradient_descent"
    table = bench.table(
        f"{name}: class size, 2 workers",
        "submissions",
        "seconds",
        "controller's CPU each / ms",
        "controller's memory / MB",
        "gradebook / MB",
    )
    offering = Offering.of(bench.course, name, bench.course.cohort(bench.cohort))
    notebooks = make_sample_class(offering, bench.work / "corpus", students=48, seed=1, hostile=False)
    for count in sorted({min(count, bench.most) for count in SIZES}):
        folder, records = bench.work / f"size-{count}", bench.work / f"size-{count}-records"
        folder.mkdir()
        for number in range(count):
            os.link(notebooks[number % len(notebooks)], folder / f"student{number:06d}.ipynb")
        command = [BIN / "hippograd", "grade", folder, "-a", name, "-c", bench.cohort, "-j", "2"]
        timed = run(*command, "--records", records, folder=bench.course.root)
        gradebook = f"{(records / 'gradebook.db').stat().st_size / 1e6:.0f}"
        table.add_row(str(count), f"{timed.seconds:.0f}", f"{1000 * timed.cpu / count:.1f}", timed.megabytes, gradebook)
        shutil.rmtree(folder)
        shutil.rmtree(records)
    bench.console.print(table)


def again(bench: Bench) -> None:
    """The same command again: nothing changed, then one grader changed."""
    root = bench.work / "course"
    for name in ("assignments", "autograder", "release"):
        shutil.copytree(bench.course.root / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    submitted = bench.people(CLASS)
    table = bench.table(f"{CLASS} submissions, 2 workers", "run", "seconds", "of the first")
    first = bench.grade(submitted, "again", "-j", "2", root=root).seconds
    table.add_row("the first", f"{first:.1f}", "100 %")
    unchanged = bench.grade(submitted, "again", "-j", "2", root=root).seconds
    table.add_row("again, nothing changed", f"{unchanged:.1f}", f"{100 * unchanged / first:.1f} %")
    with (root / "autograder" / "graders" / ASSIGNMENT / "test_fit_1d.py").open("a") as grader:
        grader.write("# changed\n")
    changed = bench.grade(submitted, "again", "-j", "2", root=root).seconds
    table.add_row("again, the grader of fit_1d changed", f"{changed:.1f}", f"{100 * changed / first:.1f} %")
    bench.console.print(table)


def cold(bench: Bench) -> None:
    """One submission, from the command to its mark: CPU of all processes, and seconds; three times."""
    table = bench.table("one submission, 1 worker", "run", "seconds", "CPU seconds")
    light, other = sorted(bench.people(2).glob("*.ipynb"))
    heavy = bench.work / "heavy" / "student.ipynb"
    heavy.parent.mkdir()
    shutil.copy(bench.course.root / "solutions" / bench.cohort / "4_pytorch" / "4_pytorch.ipynb", heavy)
    runs = {
        "new records": lambda number: (light, ASSIGNMENT, f"cold-{number}"),
        "into an existing gradebook": lambda number: (other, ASSIGNMENT, f"cold-{number}"),
        "4_pytorch, new records": lambda number: (heavy, "4_pytorch", f"heavy-{number}"),
    }
    for name, of in runs.items():
        times = [whole(bench, *of(number)) for number in range(3)]
        seconds, cpu = zip(*times, strict=True)
        table.add_row(name, _three(seconds), _three(cpu))
    bench.console.print(table)


def whole(bench: Bench, submitted: Path, assignment: str, records: str) -> tuple[float, float]:
    """Seconds of a grading run, and CPU seconds of all its processes."""
    command = [BIN / "hippograd", "grade", submitted, "-a", assignment, "-c", bench.cohort, "-j", "1"]
    return of_all_processes(*command, "--records", bench.work / records, folder=bench.course.root)


def of_all_processes(*command: str | Path, folder: Path) -> tuple[float, float]:
    """Seconds of a command, and CPU seconds of it and all that it starts."""
    started = time.monotonic()
    out = subprocess.DEVNULL
    running = psutil.Popen([str(word) for word in command], cwd=folder, stdout=out, stderr=out)
    unwaited: dict[int, float] = {}
    while not (ended := os.wait4(running.pid, os.WNOHANG))[0]:
        with suppress(psutil.Error, OSError):  # one of them has just ended
            for parent in filter(_waits_for_none, running.children(recursive=True)):
                unwaited |= {child.pid: _with_its_own(child) for child in parent.children()}
        time.sleep(0.02)
    _, status, usage = ended
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode not in (0, 1):
        sys.exit(f"{command} ended with {running.returncode}")
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime + sum(unwaited.values())


def _waits_for_none(process: psutil.Process) -> bool:
    """Whether it leaves its children's exit statuses to the system, which then forgets what CPU time they took."""
    (ignored,) = re.findall(r"SigIgn:\s*(\w+)", Path(f"/proc/{process.pid}/status").read_text())
    return bool(int(ignored, 16) >> (signal.SIGCHLD - 1) & 1)


def _with_its_own(process: psutil.Process) -> float:
    """CPU seconds so far of a process and of its children, ended or not."""
    own = process.cpu_times()
    alive = [child.cpu_times() for child in process.children()]
    return own.user + own.system + own.children_user + own.children_system + sum(t.user + t.system for t in alive)


def _three(values: Sequence[float], digits: int = 1) -> str:
    """The least, the middle and the largest."""
    return " · ".join(f"{value:.{digits}f}" for value in (min(values), median(values), max(values)))


def gradescope(bench: Bench) -> None:
    """Gradescope's own run of one submission: the zip unpacked, its entry; half a core needs twice the CPU time."""
    table = bench.table("Gradescope's run, one submission", "assignment", "CPU seconds", "seconds at half a core")
    for assignment in (ASSIGNMENT, "4_pytorch"):
        root = bench.work / f"gradescope-{assignment}"
        archive = bench.work / f"{assignment}.zip"
        run(BIN / "hippograd", "gradescope", assignment, "-c", bench.cohort, "-o", archive, folder=bench.course.root)
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(root / "source")
        run(sys.executable, "-m", "compileall", "-q", root / "source", folder=root)  # as the image is built with it
        entry = Path(shutil.copy(root / "source" / "run_autograder", root))
        entry.chmod(0o755)
        solution = bench.course.root / "solutions" / bench.cohort / assignment / f"{assignment}.ipynb"
        (root / "submission").mkdir()
        shutil.copy(solution, root / "submission")
        cpu = [of_all_processes("/usr/bin/env", f"PATH={BIN}:/usr/bin:/bin", entry, folder=root)[1] for _ in range(3)]
        if not json.loads((root / "results" / "results.json").read_text())["score"]:
            sys.exit(f"{root}: Gradescope's run gave no points.")
        table.add_row(assignment, _three(cpu), _three([2 * each for each in cpu]))
    bench.console.print(table)


def feedback(bench: Bench) -> None:
    """Feedback pages of a class."""
    table = bench.table(f"feedback, {CLASS} pages, 2 processes", "seconds", "CPU seconds")
    bench.grade(bench.people(CLASS), "pages", "-j", "2")
    command = [BIN / "hippograd", "feedback", "-a", ASSIGNMENT, "-c", bench.cohort, "-j", "2", "--unmarked"]
    seconds, cpu = of_all_processes(*command, "--records", bench.work / "pages", folder=bench.course.root)
    table.add_row(f"{seconds:.1f}", f"{cpu:.1f}")
    bench.console.print(table)


SECTIONS = {section.__name__: section for section in (bare, compare, workers, size, again, cold, gradescope, feedback)}


def machine(course: Course) -> str:
    """What was measured on."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    found = ", ".join(f"{name} {number}" for name, number in versions(course.kit.libraries).items())
    memory = psutil.virtual_memory().total / 2**30
    return f"{model}, {psutil.cpu_count()} cores, {memory:.0f} GiB, load {os.getloadavg()[0]:.1f}; {found}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], metavar="section")
    parser.add_argument("--most", type=int, default=10_000, help="the largest class of section size")
    parser.add_argument("--history", type=Path, help="add what was measured to this file, a line of JSON per table")
    options = parser.parse_args()
    chosen = options.sections or list(SECTIONS)
    course, console = Course(find_root()), Console(width=120)
    console.print(machine(course))
    with tempfile.TemporaryDirectory(prefix="hippograd-") as name:
        os.environ["HIPPOGRAD_COHORT"] = course.default_cohort
        bench = Bench(course, course.default_cohort, Path(name), console, options.most)
        for section in chosen:
            SECTIONS[section](bench)
    if options.history:
        with options.history.open("a", encoding="utf-8") as history:
            for table in bench.tables:
                history.write(json.dumps(_line(table, machine(course))) + "\n")


def _line(table: Table, measured_on: str) -> dict[str, object]:
    headings = [str(column.header) for column in table.columns]
    rows = zip(*(map(str, column.cells) for column in table.columns), strict=True)
    when = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())
    found = [dict(zip(headings, row, strict=True)) for row in rows]
    return {"time": when, "machine": measured_on, "table": str(table.title), "rows": found}


if __name__ == "__main__":
    main()
