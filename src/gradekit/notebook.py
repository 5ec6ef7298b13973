"""What a notebook calls: its checks, its progress, and the last look before it is handed in.

Where Otter is installed, the checks are Otter's, and importing this module imports it, which takes a second or two.
Where it is not, as in a browser, the same checks run without it and say the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from gradekit.checks import Outcome
from gradekit.failures import CheckFailed
from gradekit.handing_in import HandIn, look_at
from gradekit.progress import Progress, bar, progress_of
from gradekit.public_checks import LAST, outcomes, public_checks, read_release
from gradekit.rerun import SILENT
from gradekit.saved import NotANotebook, Saved, copy_from_colab, live_notebook, read_saved
from gradekit.submitting import Submitted, submit

try:
    from otter import Notebook as _Base
except ImportError:
    _Base = object

FORM_ONLY = "A wrong value can pass here too: the values are checked when it is graded."
"""Said of a public check without points that holds."""

BAR = "gradekit-progress"
"""The name of the bar at the top of a notebook, under which it is renewed."""


class TaskNotDone(Exception):
    """At least one public check of the task does not hold."""

    def _render_traceback_(self) -> list[str]:
        # IPython shows this in place of a traceback through the kit, which would tell a student nothing.
        return str(self).splitlines()


class Notebook(_Base):  # type: ignore[misc]
    """The checks of a release: ``grader = Notebook()``, then ``grader.check("w_star")`` below the task.

    Unlike Otter's own it raises where a check fails, so that `nbgrader validate` and a kernel that runs everything
    notice, and it keeps no log file.
    """

    def __init__(self) -> None:
        self._release = read_release()
        if _Base is not object:
            super().__init__(tests_dir=str(self._release.folder / "tests"))
        _show_bar(self._progress(), again=False)

    def check(self, question: str, global_env: dict[str, Any] | None = None) -> None:
        """Run the public checks of a task on the names that this notebook defines.

        Parameters
        ----------
        question : str
            The name of the task, such as ``"w_star"``.
        global_env : dict, optional
            Names to check in place of the notebook's.

        Raises
        ------
        TaskNotDone
            When a check does not hold; its text says which and why.
        FileNotFoundError
            When the release has no checks for a task of this name.
        """
        if os.environ.get(SILENT):
            return
        tasks = self._release.checked
        if question not in tasks:
            raise FileNotFoundError(
                f"There is no check for a task called {question!r}. Known tasks: {', '.join(sorted(tasks))}."
            )
        names = _notebook_names() if global_env is None else global_env
        LAST.pop(question, None)
        if _Base is not object:
            super().check(question, names)
        found = list(LAST.get(question, {}).values())
        if len(found) < len(public_checks(self._release, question)):  # Otter keeps what went wrong to itself
            found = outcomes(self._release, question, names)
        _show_bar(self._progress(), again=True)
        report = "\n".join(map(_line, found))
        if not all(one.passed for one in found):
            raise TaskNotDone(report)
        print(report)
        print("All public checks hold. The grader runs these and a few more.")

    def check_all(self) -> None:
        """Run the public checks of every task.

        Raises
        ------
        TaskNotDone
            When a check of any task does not hold; its text names the tasks.
        """
        if os.environ.get(SILENT):
            return
        failed = []
        for task in sorted(self._release.checked):
            print(f"{task}:")
            try:
                self.check(task)
            except TaskNotDone as report:
                print(report)
                failed.append(task)
        if failed:
            raise TaskNotDone(f"✗ Not done yet: {', '.join(failed)}.")

    def progress(self) -> Progress | None:
        """Run all public checks and show a table of the tasks: what holds, what is blank, what comes next.

        What is written, and what is blank, is read from the notebook as it was saved last.
        """
        if os.environ.get(SILENT):
            return None
        copy_from_colab(self._release)
        names = _notebook_names()
        for task in self._release.checked:
            outcomes(self._release, task, names)
        _show_bar(self._progress(), again=True)
        return self._progress()

    def hand_in(self) -> HandIn | None:
        """Look at this notebook as it was saved, and run it from top to bottom; nothing is sent.

        The last line says whether the file can be handed in, and which it is.
        """
        if os.environ.get(SILENT):
            return None
        print("Running the saved notebook from the top, without demonstrations that no answer needs.", flush=True)
        copy_from_colab(self._release)
        return HandIn(look_at(live_notebook(self._release), self._release, _cells_run()))

    def submit(self) -> HandIn | Submitted | None:
        """Look at this notebook as `hand_in` does, and send it to the course's server; it says what public checks find.

        The last line says whether the file is handed in. Without a server nothing is sent.
        """
        if os.environ.get(SILENT):
            return None
        print("Running the saved notebook from the top, without demonstrations that no answer needs.", flush=True)
        return submit(look_at(live_notebook(self._release), self._release, _cells_run()))

    def _progress(self) -> Progress:
        saved: Saved | None = None
        with suppress(NotANotebook):
            saved = read_saved(live_notebook(self._release))
        return progress_of(self._release, {task: list(found.values()) for task, found in LAST.items()}, saved)

    def _log_event(self, *_: Any, **__: Any) -> None:
        """Otter's own pickles every result into `.OTTER_LOG`, which nobody reads here and a full disk refuses."""


def _line(outcome: Outcome) -> str:
    check = outcome.check
    if outcome.passed:
        return f"✓ {check.idea}" if check.points else f"✓ {check.idea}\n    {FORM_ONLY}"
    said = str(CheckFailed(outcome.message, outcome.detail))
    reason = "\n    ".join(said.strip().splitlines())
    return f"✗ {check.idea}\n    {reason}"


def _notebook_names() -> dict[str, Any]:
    shell = _shell()
    if shell is not None:
        names: dict[str, Any] = shell.user_ns
        return names
    return vars(sys.modules["__main__"])


def _cells_run() -> list[str]:
    """The cells that ran in this session, as they were written."""
    history = getattr(_shell(), "history_manager", None)
    return list(history.input_hist_raw[1:]) if history is not None else []


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def _show_bar(progress: Progress, *, again: bool) -> None:
    """The bar at the top, in a program that shows HTML."""
    if getattr(_shell(), "kernel", None) is None or os.environ.get(SILENT):
        return
    from IPython.display import display

    shown: Mapping[str, str] = {"text/plain": str(progress), "text/html": bar(progress)}
    display(shown, raw=True, display_id=BAR, update=again)
