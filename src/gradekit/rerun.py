"""Running a saved notebook from top to bottom where nothing else has run: in a process of its own.

``python -m gradekit.rerun FILE RESULT`` is that process. A browser has only one: there the cells run in a fresh
namespace of it.
"""

from __future__ import annotations

import ast
import contextlib
import inspect
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from gradekit.cell_loop import CellLoop
from gradekit.cell_names import needed_places
from gradekit.failures import is_blank_error
from gradekit.public_checks import Release, outcomes, read_release
from gradekit.saved import Cell, Saved, digest, read_saved

SILENT = "GRADEKIT_RERUN"
"""Environment variable under which the checks in a notebook say nothing: all of them run afterwards."""

LONGEST = 600
"""Seconds after which a run is given up."""

CELL = "<cell>"
"""What tracebacks call each cell."""

RESULT, NOW = "result.json", "now.txt"
"""What the process writes: what came of it, and before that what is running."""


@dataclass(frozen=True)
class Rerun:
    """What a run from top to bottom gave."""

    cells: int
    """How many cells were run."""

    seconds: float
    raised: list[str] = field(default_factory=list)
    """A sentence for each cell that raised, blanks aside."""

    checks: dict[str, list[bool]] = field(default_factory=dict)
    """Of each task, which of its public checks hold."""

    @property
    def held(self) -> int:
        return sum(map(sum, self.checks.values()))

    @property
    def count(self) -> int:
        return sum(map(len, self.checks.values()))


def rerun(saved: Saved, release: Release) -> Rerun:
    """Run a notebook from top to bottom where no file of its author's is, then its public checks.

    Demonstrations that are as they were released run where an answer needs their names, as when it is graded.
    """
    if sys.platform == "emscripten":
        with _silent():
            return run_here(saved, release)
    with tempfile.TemporaryDirectory() as work:
        result, last_words, where = Path(work, RESULT), Path(work, "stderr"), Path(work, "release")
        for name in release.folders:
            if (release.folder / name).is_dir():
                shutil.copytree(release.folder / name, where / name, ignore=shutil.ignore_patterns("__pycache__"))
        command = [sys.executable, "-m", "gradekit.rerun", str(saved.path.absolute()), str(result)]
        environment = {**os.environ, SILENT: "1", "MPLBACKEND": "agg", "PYTHONPATH": str(where), "PYTHONSAFEPATH": ""}
        nowhere = subprocess.DEVNULL
        try:
            with last_words.open("wb") as errors:
                done = subprocess.run(
                    command, cwd=where, env=environment, stdin=nowhere, stdout=nowhere, stderr=errors, timeout=LONGEST
                )
        except subprocess.TimeoutExpired:
            now = result.with_name(NOW)
            cell = now.read_text(encoding="utf-8") if now.is_file() else "it"
            return Rerun(0, LONGEST, [f"{cell} was not done after {LONGEST // 60} minutes in all: does a loop end?"])
        if not result.is_file():
            cause = "it may have used up the memory."
            if done.returncode == 1:  # as Python ends after a traceback
                *_, cause = cause, *last_words.read_text("utf-8", "replace").splitlines()
            return Rerun(0, 0.0, [f"the process that ran it ended: {cause[:300]}"])
        return Rerun(**json.loads(result.read_text(encoding="utf-8")))


def run_here(saved: Saved, release: Release, begin: Callable[[str], object] = lambda _: None) -> Rerun:
    """The same in this process, in a fresh namespace; `begin` is told what is run next."""
    started = time.monotonic()
    module = ModuleType("__main__")
    names = vars(module)
    cells = CellLoop()
    run = _runner(names, cells)
    raised, count = [], 0
    code = [cell for cell in saved.cells if cell.kind == "code" and cell.source.strip()]
    is_shown = [digest(cell.source) in release.given for cell in code]
    with _shell_of(module):
        for place in needed_places([cell.source for cell in code], is_shown):
            count += 1
            begin(_called(code[place], 0))
            error = run(code[place].source)
            if error is not None and not is_blank_error(type(error).__name__, str(error)):
                raised.append(_sentence(code[place], error))
        held = {}
        for task, told in release.checked.items():
            begin(f"a check of task {told.number}")
            held[task] = cells.call(outcomes, release, task, names)
    cells.close()
    checks = {task: [one.passed for one in found] for task, found in held.items()}
    return Rerun(count, round(time.monotonic() - started, 1), raised, checks)


def _runner(names: dict[str, Any], cells: CellLoop) -> Callable[[str], BaseException | None]:
    """What runs the text of a cell by IPython's rules on these names and gives what it raised."""
    from IPython.core.getipython import get_ipython
    from IPython.core.inputtransformer2 import TransformerManager
    from IPython.display import display

    names |= {"display": display, "get_ipython": get_ipython}  # every notebook has them

    async def execute(code: CodeType) -> None:
        waits = eval(code, names)
        if code.co_flags & inspect.CO_COROUTINE:
            await waits

    def run(source: str) -> BaseException | None:
        try:
            text = TransformerManager().transform_cell(source)
            code = compile(text, CELL, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                cells.run(execute(code))
        except BaseException as error:  # noqa: BLE001 (it is the student's)
            return error
        return None

    return run


@contextlib.contextmanager
def _shell_of(module: ModuleType) -> Iterator[None]:
    """Let magics that run code, such as `%%time`, run it in this module."""
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()
    if shell is None:
        yield
        return
    before = shell.user_module, shell.user_ns
    shell.user_module, shell.user_ns = module, vars(module)
    try:
        yield
    finally:
        shell.user_module, shell.user_ns = before


def _sentence(cell: Cell, error: BaseException) -> str:
    said = str(error).strip().partition("\n")[0]
    return f"{_called(cell, _line_of(error))}: {type(error).__name__}: {said}"[:300]


def _called(cell: Cell, number: int) -> str:
    """A cell by its place and one of its lines; by the first that says something where there is none of this number."""
    lines = cell.source.splitlines()
    line = lines[number - 1] if 0 < number <= len(lines) else next((one for one in lines if one.strip()), "")
    return f"cell {cell.number}, `{line.strip()[:60]}`"


def _line_of(error: BaseException) -> int:
    """The line of the cell that raised, from 1 on; 0 where that is not known."""
    if isinstance(error, SyntaxError) and error.filename == CELL:
        return error.lineno or 0
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == CELL]
    return lines[0] if lines else 0


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    os.environ[SILENT] = "1"
    try:
        yield
    finally:
        del os.environ[SILENT]


def main(file: str, result: str) -> None:
    """Run a notebook in this process and write what came out."""
    from IPython.core.interactiveshell import InteractiveShell

    sys.modules["otter"] = None  # type: ignore[assignment]  # seconds to import, and nobody listens
    InteractiveShell.instance()  # magics ask for one
    now = Path(result).with_name(NOW)

    def begin(what: str) -> None:
        now.write_text(what, encoding="utf-8", errors="replace")

    found = run_here(read_saved(Path(file)), read_release(), begin)
    Path(result).write_text(json.dumps(asdict(found)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
