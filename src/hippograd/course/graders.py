"""Loading the graders. They are this project's own files and are trusted; nothing of a student's is loaded here."""

from functools import cache
from pathlib import Path
from types import ModuleType

from gradekit.checks import Task, checks_of
from hippograd.errors import HippogradError
from hippograd.kit import load_file


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
    module = load_file(path, f"hippograd_graders.{assignment}.{task}")
    declared = getattr(module, "TASK", None)
    if not isinstance(declared, Task) or declared.name != task:
        raise HippogradError(f"{path} does not declare its task.", f'Write TASK = Task("{task}") at its top.')
    if not checks_of(module):
        raise HippogradError(f"{path} holds no check.", "Mark its test functions with @check(points=…).")
    for found, value in vars(module).items():
        if found.startswith("test_") and callable(value) and not hasattr(value, "check"):
            raise HippogradError(
                f"{path}: {found} is not a check.", "Write @check(points=…) above it, with its brackets."
            )
    return module
