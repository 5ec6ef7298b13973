"""Otter's rules for points, its forms of tests, and what is compared how: no process is started."""

from __future__ import annotations

import doctest
from itertools import product
from math import isclose
from pathlib import Path
from random import Random
from typing import Any

import pytest

from hippograd.grading.result import TaskResult
from hippograd.other_courses.otter import _as_a_whole, _is_met, _pieces, _with_another_value
from hippograd.other_courses.otter_tests import case_points, read_source
from hippograd.sandbox.process import ExampleRun
from tests.refusals import refused


class _Guess(float):
    """A number that claims to be whatever lies between two bounds."""

    def __new__(cls, least: float, most: float) -> _Guess:
        made = super().__new__(cls, least)
        made.bounds = (least, most)
        return made

    bounds: tuple[float, float]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, int | float) and self.bounds[0] <= other <= self.bounds[1]

    __hash__ = float.__hash__

    def __sub__(self, other: float) -> float:
        return 0.0 if self == other else 1e9


@pytest.mark.parametrize(
    ("total", "own", "expected"),
    [
        (None, [None, None, None, None], [0.25] * 4),
        (None, [0, None], [0, 1]),
        (None, [0, 0], [0, 0]),
        (None, [2, None], [2, 0]),
        (None, [1, 2.5], [1, 2.5]),
        (0, [None, None], [0, 0]),
        (3, [None, None], [1.5, 1.5]),
        (3, [1, None, None], [1, 1, 1]),
        (3, [1, 1], [1, 1]),
        ([1, 0], [5, None], [1, 0]),
        ([None, 2], [None, None], [0, 2]),
        (None, [], []),
        (None, [None, None, None], [1 / 3] * 3),
        (2, [1, 0.5, 0.5], [1, 0.5, 0.5]),
        (4, [1, None, None], [1, 1.5, 1.5]),
        (4, [1, 3, None], [1, 3, 0]),
        (None, [0, None, None], [0, 0.5, 0.5]),
        ([1, 2, 3], [0.5, 0.5, 0.5], [1, 2, 3]),
    ],
)
def test_points_of_cases(total: Any, own: list[Any], expected: list[float]) -> None:
    """The last six are of otter-grader's test/test_test_files/test_abstract_test.py, BSD-3-Clause."""
    assert case_points(total, own) == expected


@pytest.mark.parametrize(
    ("total", "own"), [(2, [3]), (2, [1, 1.5, None]), ([1], [None, None]), ("2", [None]), (None, ["1"]), (None, [True])]
)
def test_points_that_cannot_be(total: Any, own: list[Any]) -> None:
    with pytest.raises(ValueError, match="points"):
        case_points(total, own)


def test_a_test_file_is_parsed_and_not_run(tmp_path: Path) -> None:
    file = tmp_path / "tests" / "q1.py"
    file.parent.mkdir()
    file.write_text(
        "import no_such_module\nfrom otter.test_files import test_case\n\nname = 'q1'\n"
        "raise SystemExit\n\n@test_case(points=2, hidden=True)\ndef test_it(env):\n    pass\n"
    )
    (question,) = read_source(tmp_path).questions
    assert [(case.name, case.points, case.hidden) for case in question.cases] == [("q1 - 1", 2, True)]
    file.write_text("test = {'name': 'q1', 'suites': [{'cases': [{'code': '>>> 1\\n1', 'points': 1 / 3}]}]}\n")
    with refused("otter-test-bad"):
        read_source(tmp_path)


@pytest.mark.parametrize(
    ("printed", "raised", "text", "expected"),
    [
        ("9\n", None, "9", True),
        ("9", None, "9", True),
        ("9 \n", None, "9", False),
        ("", None, "", True),
        ("noise\n", "KeyError: 'a'\n", "Traceback (most recent call last):\nKeyError: 'a'", True),
        ("", "KeyError: 'b'\n", "Traceback (most recent call last):\nKeyError: 'a'", False),
        ("9\n", "KeyError: 'a'\n", "9", False),
        ("9\n", None, "Traceback (most recent call last):\nKeyError: 'a'", False),
    ],
)
def test_an_example_is_compared_as_doctest_compares(
    printed: str, raised: str | None, text: str, expected: bool
) -> None:
    (example,) = doctest.DocTestParser().get_examples(f">>> f()\n{text}")
    assert _is_met(example, ExampleRun(printed, raised)) == expected


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("x = 1\ng.check('a')\nx = 2", ["x = 1\ng.check('a')", "x = 2"]),
        ("g.check('a')", ["g.check('a')"]),
        ("for k in 'ab':\n    g.check(k)\n\ny = 1", ["for k in 'ab':\n    g.check(k)", "\ny = 1"]),
        ("%time g.check('a')\nx = 2", ["%time g.check('a')\nx = 2"]),
        ("", [""]),
    ],
)
def test_a_cell_is_cut_behind_its_checks(source: str, pieces: list[str]) -> None:
    assert list(_pieces(source)) == pieces


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("half(4) == 2", ["(half(4)) == "]),
        ("2 == x and y in [1, 2]", ["(x) == ", "(y) in ["]),
        ("a == b == c", []),
        ("x != 3", []),
        ("half(4)", []),
        ("x = 3", []),
        ("bool(np.isclose(x, 1.5, atol=2))", ["np.isclose(x, ", "np.isclose(1.5, "]),
        ("np.allclose([1, 2], x)", ["np.allclose([1, 2], ", "np.allclose(x, "]),
        ("assert abs(2.5 - x) < 0.001", ["abs((2.5) - ", "abs((x) - "]),
        ("np.array_equal(f(1), x) and x <= 3", ["np.array_equal(f(1), ", "np.array_equal(x, "]),
    ],
)
def test_a_comparison_is_made_again_with_another_value(source: str, asked: list[str]) -> None:
    example = doctest.Example(source, "" if source.startswith("assert") else "True")
    found = [other for other, _ in _with_another_value(example, Random(1))]
    starts = [start for one in found for start in asked if one.startswith(start)]
    assert list(dict.fromkeys(starts)) == asked
    assert len(starts) == len(found)


@pytest.mark.parametrize(
    "source",
    [
        "x in [1, 2, 4]",
        "x in (2, 4.0)",
        "x == 4",
        "abs(4 - x) < 10",
        "abs(x - 4.0) <= 0.9",
        "isclose(x, 4, rel_tol=0.04)",
        "isclose(1000 * x, 4000, rel_tol=0.04)",
        "isclose(x, 4, rel_tol=0.45)",
        "isclose(10**6 * x, 4000000, rel_tol=1e-5)",
        "abs(x - 4) < limit",
    ],
)
def test_a_right_value_is_never_the_other_one(source: str) -> None:
    """Near or far, it is further away than the test allows."""
    names = {"x": 4, "isclose": isclose, "limit": 50}
    others = list(_with_another_value(doctest.Example(source, "True"), Random(1)))
    assert others
    assert not any(eval(other, names) for other, _ in others)
    assert all(eval(given, names) for _, given in others)


@pytest.mark.parametrize("wanted", [4, 2.5, -3, 0, 0.5, 100])
@pytest.mark.parametrize("test", ["guess == {0}", "isclose(guess, {0})", "abs(guess - {0}) < 0.001"])
def test_a_guess_that_is_near_to_whatever_is_plausible_is_near_to_another_value_too(wanted: float, test: str) -> None:
    """A range that holds the right value and, on either side, whatever is a share of it away."""
    others = list(_with_another_value(doctest.Example(test.format(wanted), "True"), Random(1)))
    reaches = (0, 1 + abs(wanted), 1000)
    for below, above in product(reaches, reaches):
        guess = _Guess(wanted - below, wanted + above)
        names = {"guess": guess, "isclose": lambda one, other: one == other}
        assert any(eval(other, names) for other, _ in others) == (below + above > 0)


def test_below_its_threshold_an_assignment_has_no_points() -> None:
    tasks = [TaskResult("a", "a", 2, 2, "passed", []), TaskResult("b", "b", 0, 2, "failed", [])]
    totals = {threshold: [task.points for task in _as_a_whole(tasks, threshold)] for threshold in (None, 0.5, 0.6)}
    assert totals == {None: [2, 0], 0.5: [2, 2], 0.6: [0, 0]}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("hw.Rmd", "---\nassignment_name: hw\n", "otter-zip-bad"),
        ("hw.ipynb", '{"cells": [], "metadata": {}}', "otter-nothing"),
        ("hw.ipynb", '{"cells": [{"source": ["# ASSIGNMENT CONFIG"]}], "metadata": {}}', "otter-master"),
        ("hw.ipynb", "{", "source-not-notebook"),
        ("otter_config.json", "{", "otter-config-bad"),
    ],
)
def test_what_is_no_course_is_refused_with_what_to_do(tmp_path: Path, name: str, content: str, code: str) -> None:
    (tmp_path / name).write_text(content)
    if code == "otter-config-bad":
        (tmp_path / "tests").mkdir()
        (tmp_path / "tests" / "q1.py").write_text("test = {'name': 'q1', 'suites': [{'cases': []}]}")
        name = ""
    with refused(code):
        read_source(tmp_path / name)
