"""What graders are written with; it ships with every release, and never with a working answer."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gradekit.assertions import (
        assert_close,
        assert_finite,
        assert_gradient,
        assert_shape,
        fail,
        numerical_gradient,
        require,
    )
    from gradekit.cases import Given, assert_nothing_kept, case, hint_if_raised
    from gradekit.causes import Found, Judge, named, parts_of
    from gradekit.checks import Task, check
    from gradekit.declare import Function, Model, Value
    from gradekit.failures import CheckFailed, StudentRaised
    from gradekit.fits import Fit
    from gradekit.problems import GivenFunction, array, integers
    from gradekit.proxy import Notes, told
    from gradekit.steps import Steps

_MODULES = {
    "assertions": (
        "assert_close",
        "assert_finite",
        "assert_gradient",
        "assert_shape",
        "fail",
        "numerical_gradient",
        "require",
    ),
    "cases": ("Given", "assert_nothing_kept", "case", "hint_if_raised"),
    "causes": ("Found", "Judge", "named", "parts_of"),
    "checks": ("Task", "check"),
    "declare": ("Function", "Model", "Value"),
    "failures": ("CheckFailed", "StudentRaised"),
    "fits": ("Fit",),
    "problems": ("GivenFunction", "array", "integers"),
    "proxy": ("Notes", "told"),
    "steps": ("Steps",),
}
"""Where the names stand. They are imported when they are asked for: a notebook and a command need few of them."""

__all__ = [
    "CheckFailed",
    "Fit",
    "Found",
    "Function",
    "Given",
    "GivenFunction",
    "Judge",
    "Model",
    "Notes",
    "Steps",
    "StudentRaised",
    "Task",
    "Value",
    "array",
    "assert_close",
    "assert_finite",
    "assert_gradient",
    "assert_nothing_kept",
    "assert_shape",
    "case",
    "check",
    "fail",
    "hint_if_raised",
    "integers",
    "named",
    "numerical_gradient",
    "parts_of",
    "require",
    "told",
]


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"gradekit.{module}"), name)
    raise AttributeError(f"module 'gradekit' has no attribute {name!r}")
