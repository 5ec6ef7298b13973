"""The examples in the docstrings of `gradekit` are run."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = ("assertions", "cases", "cell_names", "checks", "failures", "proxy", "reasons", "receipts", "saved")


@pytest.mark.parametrize("name", MODULES)
def test_documented_examples_hold(name: str) -> None:
    module = importlib.import_module(f"gradekit.{name}")
    found = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize("name", ["assertions", "cases"])
def test_every_public_function_has_an_example(name: str) -> None:
    module = importlib.import_module(f"gradekit.{name}")
    public = [value for key, value in vars(module).items() if not key.startswith("_")]
    own = [value for value in public if callable(value) and getattr(value, "__module__", "") == module.__name__]
    assert [value.__name__ for value in own if ">>>" not in (value.__doc__ or "")] == []
