"""Stands in for Otter behind the wall: quick to import, takes every call of a notebook and decides nothing."""

import sys
from collections.abc import Callable, Collection
from types import ModuleType
from typing import Any

CHECKED = "application/x-otter-check"
"""What a cell shows where it calls `check` in a course of Otter's: the name of the question."""


class Notebook:
    """Has the methods of `gradekit.notebook.Notebook` and of `otter.Notebook`; none does anything."""

    def __init__(self, *_: Any, **__: Any) -> None: ...

    def check(self, *_: Any, **__: Any) -> None: ...

    def check_all(self, *_: Any, **__: Any) -> None: ...

    def progress(self, *_: Any, **__: Any) -> None: ...

    def hand_in(self, *_: Any, **__: Any) -> None: ...

    def submit(self, *_: Any, **__: Any) -> None: ...

    def export(self, *_: Any, **__: Any) -> None: ...

    def to_pdf(self, *_: Any, **__: Any) -> None: ...

    def add_plugin_files(self, *_: Any, **__: Any) -> None: ...

    def run_plugin(self, *_: Any, **__: Any) -> None: ...


class test_case:  # noqa: N801 (as Otter calls it)
    """Marks a function of an exception-based test file, as `otter.test_files.test_case` does."""

    def __init__(self, *_: Any, **__: Any) -> None: ...

    def __call__(self, function: Callable[..., None]) -> "test_case":
        self.function = function
        return self


_cases: list[test_case] = []


def begin(questions: Collection[str]) -> None:
    """Have `check` show which of the questions of a course of Otter's it was called for, and tests find `test_case`."""
    from IPython.display import display

    def check(self: Notebook, question: str, *_: Any, **__: Any) -> None:
        if question not in questions:
            raise FileNotFoundError(f"Test {question} does not exist")
        display({CHECKED: question}, raw=True)

    Notebook.check = check  # type: ignore[method-assign]
    tests = ModuleType("otter.test_files")
    tests.test_case = test_case  # type: ignore[attr-defined]
    sys.modules[tests.__name__] = tests
    sys.modules["otter"].test_files = tests  # type: ignore[attr-defined]


def load(source: str, path: str) -> None:
    """Run an exception-based test file, apart from the names of the notebook."""
    names: dict[str, Any] = {}
    exec(compile(source, path, "exec"), names)
    _cases[:] = [value for value in names.values() if isinstance(value, test_case)]


def run_case(place: int, names: dict[str, Any]) -> None:
    """Run one of its cases with the names of the notebook that it asks for."""
    function = _cases[place].function
    wanted = function.__code__.co_varnames[: function.__code__.co_argcount + function.__code__.co_kwonlyargcount]
    function(**{name: names if name == "env" else names.get(name) for name in wanted})
