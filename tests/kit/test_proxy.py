"""What is seen of a student's objects from the grader's side."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import pytest

from decoding.checks import LocalStudent, anatomy_of

SOURCE = """
def rows(X):
    return [row for row in X]

def fast(X, also=rows):
    return np.dot(X, tools["rows"](X))

class Tools:
    @staticmethod
    def of_rows(X):
        return rows(X)

def made(function):
    return lambda X: function(X)

tools, data = {"rows": rows}, np.ones(3)
dot, partly, wrapped, instance = rows, functools.partial(rows), made(rows), Tools()
"""


@pytest.fixture
def student() -> LocalStudent:
    names: dict[str, Any] = {"__name__": "__main__", "np": np, "functools": functools}
    exec(SOURCE, names)
    return LocalStudent(names)


def test_instructions_come_over_as_numbers_with_the_names_in_them(student: LocalStudent) -> None:
    parts = anatomy_of(student.fast)
    [[code, names]] = parts["codes"]
    assert bytes(code) == anatomy_bytes("def fast(X, also=rows):\n    return np.dot(X, tools['rows'](X))")
    assert names == ["np", "dot", "tools"]
    assert anatomy_of(student.rows)["is_function"]


def anatomy_bytes(source: str) -> bytes:
    names: dict[str, Any] = {"rows": None}
    exec(source, names)
    code: bytes = names["fast"].__code__.co_code
    return code


def test_what_a_function_may_call_is_found_by_name_and_inside(student: LocalStudent) -> None:
    rows = anatomy_of(student.rows)["number"]
    parts = anatomy_of(student.fast)
    assert {name: len(found) for name, found in parts["by_name"].items()} == {"np": 0, "dot": 1, "tools": 1}
    assert [anatomy_of(one)["number"] for one in parts["by_name"]["tools"] + parts["inside"]] == [rows, rows]
    for wrapper in (student.partly, student.wrapped):
        assert [anatomy_of(one)["number"] for one in anatomy_of(wrapper)["inside"]] == [rows]


def test_methods_are_found_by_their_names(student: LocalStudent) -> None:
    for thing in (student.Tools, student.instance):
        parts = anatomy_of(thing)
        assert not parts["is_function"]
        [method] = parts["by_name"]["of_rows"]
        [function] = anatomy_of(method)["inside"]
        assert anatomy_of(function)["codes"]


def test_functions_of_libraries_are_not_looked_into() -> None:
    student = LocalStudent({"stacked": np.stack, "rolled": np.ma.masked_equal, "pieces": functools.wraps})
    for thing in (student.stacked, student.rolled, student.pieces):
        assert anatomy_of(thing)["codes"] == []
