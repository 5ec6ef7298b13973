"""The examples in docstrings are run, wherever there are any."""

from __future__ import annotations

import doctest
import importlib

import pytest

from tests.conftest import ROOT

MODULES = sorted(
    ".".join(file.relative_to(folder).with_suffix("").parts)
    for folder, packages in ((ROOT / "src", "*"), (ROOT / "autograder", "decoding"))
    for file in folder.glob(f"{packages}/**/*.py")
    if ">>> " in file.read_text("utf-8")
)


def test_modules_with_examples_are_found() -> None:
    assert {"gradekit.checks", "hippograd.course.late", "decoding.unit_drawings"} <= {*MODULES}


@pytest.mark.parametrize("name", MODULES)
def test_documented_examples_hold(name: str) -> None:
    found = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize("name", ["assertions", "cases"])
def test_every_public_function_has_an_example(name: str) -> None:
    module = importlib.import_module(f"gradekit.{name}")
    public = [value for key, value in vars(module).items() if not key.startswith("_")]
    own = [value for value in public if callable(value) and getattr(value, "__module__", "") == module.__name__]
    assert [value.__name__ for value in own if ">>>" not in (value.__doc__ or "")] == []
