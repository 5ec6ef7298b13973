"""Loading the graders. They are this project's own files and are trusted; nothing of a student's is loaded here."""

import importlib.util
import sys
import traceback
from functools import cache
from pathlib import Path
from types import ModuleType

from gradekit.checks import Task, checks_of
from hippograd.errors import HippogradError


@cache
def load_grader(path: Path, assignment: str, task: str) -> ModuleType:
    """The grader module of a task; loaded once.

    Parameters
    ----------
    path : Path
        Its file, ``…/graders/<assignment>/test_<task>.py``.
    assignment, task : str
        Whose it is; they make the module's name and are compared with its `TASK`.

    Raises
    ------
    HippogradError
        When the file does not load, is for another task, or holds no check.
    """
    name = f"hippograd_graders.{assignment}.{task}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None, "a path that ends in .py has a loader"
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
        where = f" at line {lines[-1]}" if lines else ""
        raise HippogradError(
            f"{path} does not load{where}: {type(error).__name__}: {error}.", "Correct the grader."
        ) from error
    declared = getattr(module, "TASK", None)
    if not isinstance(declared, Task) or declared.name != task:
        raise HippogradError(f"{path} does not declare its task.", f'Write TASK = Task("{task}") at its top.')
    if not checks_of(module):
        raise HippogradError(f"{path} holds no check.", "Mark its test functions with @check(points=…).")
    for found, value in vars(module).items():
        if found.startswith("test_") and callable(value) and not hasattr(value, "check"):
            raise HippogradError(f"{path}: {found} is no check.", "Write @check(points=…) above it, with its brackets.")
    return module
