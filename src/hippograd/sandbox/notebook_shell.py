"""IPython without a kernel: runs the cells of a notebook in this process and collects what they show."""

from __future__ import annotations

import builtins
import io
import os
import sys
import traceback
from functools import cache
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from IPython.utils.path import compress_user
from IPython.utils.text import SList
from traitlets.config import Config

from gradekit.cell_loop import CellLoop
from hippograd.files import storable

_compile, _exec, _repr = compile, exec, repr
"""As they are before any student's code runs."""

LARGEST_OUTPUT = 2_000_000
"""Characters of output that one cell may leave; the rest is dropped and said so."""

MOST_OUTPUTS = 5_000
"""Outputs of one cell that are kept: texts to one stream in a row are one, and each form of what is shown is one."""

CUT = "\n… output cut here: there is too much of it.\n"

CELL = "cell "
"""How the file name of a cell's code begins; the cell's name follows."""

Output = dict[str, Any]


@cache
def module_folders() -> tuple[str, ...]:
    """Where modules are found, the longest first. It is asked before any student's code runs."""
    whole = [module for name, module in sys.modules.items() if "." not in name]
    packages = [folder for module in whole for folder in getattr(module, "__path__", None) or ()]
    there = [path for path in (*sys.path, *map(os.path.dirname, packages)) if len(path) > 1]
    return tuple(sorted({*there, *map(compress_user, there)}, key=len, reverse=True))


def without_folders(text: str) -> str:
    """A traceback that names modules as `numpy/linalg/…`, and no folder of this machine."""
    for folder in module_folders():
        text = text.replace(f"{folder}/", "")
    return text


class Outputs:
    """What the running cell has shown so far, in nbformat's form."""

    def __init__(self) -> None:
        self.items: list[Output] = []
        self.count = 0
        self.room = LARGEST_OUTPUT
        self._clear_first = False

    def start(self) -> None:
        self.items, self.count, self.room, self._clear_first = [], 0, LARGEST_OUTPUT, False

    def write(self, name: str, text: str) -> None:
        self._clear_if_asked()
        if self.room <= 0:
            return
        text = storable(text[: self.room + 1])
        if len(text) > self.room:
            text = text[: self.room] + CUT
        self.room -= len(text)
        last = self.items[-1] if self.items else {}
        if last.get("output_type") == "stream" and last.get("name") == name:
            last["text"].append(text)
        else:
            self._append({"output_type": "stream", "name": name, "text": [text]})

    def show(self, output: Output) -> None:
        self._clear_if_asked()
        data = {kind: storable(value) for kind, value in output["data"].items() if isinstance(value, str)}
        size = sum(map(len, data.values()))
        if size <= self.room:
            self.room -= size
            self._append({**output, "data": data}, len(data))

    def _append(self, output: Output, forms: int = 1) -> None:
        self.count += forms
        if self.count > MOST_OUTPUTS:
            output, self.room = {"output_type": "stream", "name": "stdout", "text": [CUT]}, -1
        self.items.append(output)

    def clear(self, wait: bool) -> None:
        self._clear_first = True
        if not wait:
            self._clear_if_asked()

    def _clear_if_asked(self) -> None:
        if self._clear_first:
            self.start()

    def finished(self) -> list[Output]:
        return [
            {**item, "text": "".join(item["text"])} if item["output_type"] == "stream" else item for item in self.items
        ]


class _Stream:
    """Stands in for sys.stdout and sys.stderr."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, name: str, outputs: Outputs) -> None:
        self.name = name
        self._outputs = outputs

    def write(self, text: str) -> int:
        self._outputs.write(self.name, str(text))
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return False

    def fileno(self) -> int:
        raise OSError("this stream is not a file")


class _DisplayHook(DisplayHook):  # type: ignore[misc]
    def write_output_prompt(self) -> None: ...

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        self.shell.outputs.show(
            {"output_type": "execute_result", "data": format_dict, "metadata": {}, "execution_count": None}
        )

    def finish_displayhook(self) -> None:
        self._is_active = False


class _DisplayPublisher(DisplayPublisher):  # type: ignore[misc]
    def publish(self, data: dict[str, Any], metadata: dict[str, Any] | None = None, **_: Any) -> None:
        self.shell.outputs.show({"output_type": "display_data", "data": data, "metadata": {}})

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear(wait)


class _Compiler(CachingCompiler):  # type: ignore[misc]
    """Names a cell's code after the cell, so that tracebacks speak of `cell w_star_answer`."""

    cell_name = "cell"

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        return self.cell_name


class NotebookShell(InteractiveShell):  # type: ignore[misc]
    """An IPython shell whose output goes into a list and whose system commands do nothing."""

    compiler_class = _Compiler
    displayhook_class = _DisplayHook
    display_pub_class = _DisplayPublisher

    @classmethod
    def make(cls) -> NotebookShell:
        """The one shell of this process, with history and its database switched off."""
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "nocolor"
        config.InteractiveShell.autocall = 0
        config.InteractiveShell.cache_size = 3  # for `_`; as cells have no numbers here, one output is kept
        shell: NotebookShell = cls.instance(config=config)
        shell.db = {}  # of folders and bookmarks, which is a folder of files in the home folder
        shell.outputs = Outputs()
        shell.cells = CellLoop()
        shell.user_ns["__name__"] = "__main__"
        shell.names_of_test = {}
        return shell

    last_traceback: list[str]

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        self.last_traceback = stb

    def system(self, cmd: str) -> None:
        print(f"The grader does not run system commands: {cmd}")

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> SList:
        self.system(cmd)
        return SList()

    def enable_gui(self, gui: str | None = None) -> None: ...

    def enable_matplotlib(self, gui: str | None = None) -> tuple[str, str]:
        """What a student's machine draws with may be missing here; figures are drawn as they are for all."""
        return gui or "agg", "agg"

    def run(self, source: str, name: str) -> tuple[list[Output], dict[str, Any] | None]:
        """Run the text of one cell, which tracebacks call `name`; magics work.

        What comes back is its outputs and, where it raised, the error output, in nbformat's form.
        """
        self.outputs.start()
        self.compile.cell_name = CELL + name
        self.last_traceback = []
        streams = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = _Stream("stdout", self.outputs), _Stream("stderr", self.outputs)
        try:
            result = self.cells.run(self._run_within_loop(source))
            failure = result.error_before_exec or result.error_in_exec
        except BaseException as raised:  # noqa: BLE001 (a cell too deep to be compiled, a task that exits)
            failure = raised
        finally:
            sys.stdout, sys.stderr = streams
        if failure is None:
            return self.outputs.finished(), None
        error = {
            "output_type": "error",
            "ename": type(failure).__name__,
            "evalue": storable(str(failure)[:2000]),
            "traceback": [storable(without_folders(line[:4000])) for line in self.last_traceback][-20:],
        }
        return self.outputs.finished(), error

    def run_example(self, source: str, is_first: bool) -> dict[str, str | None]:
        """Run one example as `doctest` does: all of a test in a copy of the notebook's names. Nothing is compared here.

        What comes back is what it printed, its results among that as text, and the last line of what it raised.
        """
        printed = io.StringIO()
        write = printed.write

        def show(value: object) -> None:
            if value is not None:
                builtins._ = None  # type: ignore[attr-defined]  # as Python's own hook
                write(f"{_repr(value)}\n")
                builtins._ = value  # type: ignore[attr-defined]

        before = sys.stdout, sys.stderr, sys.displayhook
        sys.stdout, sys.stderr, sys.displayhook = printed, io.StringIO(), show
        self.outputs.start()
        raised = None
        if is_first:
            self.names_of_test = dict(self.user_ns)
        try:
            _exec(_compile(source, "<doctest>", "single", 0, True), self.names_of_test)
        except BaseException as error:  # noqa: BLE001 (`exit()` in a student's function is an error like any other)
            raised = storable(traceback.format_exception_only(error)[-1][:LARGEST_OUTPUT])
        finally:
            sys.stdout, sys.stderr, sys.displayhook = before
        return {"printed": storable(printed.getvalue()[:LARGEST_OUTPUT]), "raised": raised}

    async def _run_within_loop(self, source: str) -> ExecutionResult:
        """What `run_cell` does, within the running loop whether the cell waits for something or not."""
        failure = result = None
        try:
            transformed = self.transform_cell(source)
        except Exception:  # noqa: BLE001 (IPython shows it as the cell's)
            transformed, failure = source, sys.exc_info()
        try:
            result = await self.run_cell_async(source, transformed_cell=transformed, preprocessing_exc_tuple=failure)
        finally:
            self.events.trigger("post_execute")
            self.events.trigger("post_run_cell", result)
        return result
