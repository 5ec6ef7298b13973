"""A notebook of a course of Otter's cannot write its own verdict."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.grading.grader import Grader, grader_for
from hippograd.grading.plan import Plan
from hippograd.other_courses.otter_course import make_course
from hippograd.sandbox.servers import ForkServer
from tests.conftest import ROOT
from tests.system.other_courses.otter_course import HALF, Cells, notebook, ok, zip_of

TESTS = {
    "number": ok("number", ">>> half(3)\n1.5"),
    "equal": ok("equal", ">>> half(4) == 2\nTrue", {"code": ">>> half(5) == 2.5 and x == 4\nTrue"}),
    "turned": ok("turned", ">>> 'four' == y\nTrue"),
    "kind": ok("kind", ">>> type(x) is int\nTrue"),
    "listed": ok("listed", ">>> x in [1, 2, 4]\nTrue"),
    "close": ok("close", ">>> bool(np.isclose(half(3), 1.5))\nTrue", {"code": ">>> assert abs(half(5) - 2.5) < 0.001"}),
    "printed": ok("printed", ">>> print(half(2), x)\n1.0 4"),
    "raised": ok("raised", ">>> half('a')\nTraceback (most recent call last):\nTypeError: no"),
}
RIGHT: Cells = [
    "import numpy as np\nimport otter\ngrader = otter.Notebook()",
    f"{HALF} if not isinstance(x, str) else no()\n\n\ndef no():\n    raise TypeError('no')",
    "x, y = 4, 'four'",
    'grader.check("number")',
    'grader.check("equal")',
]
ATTACKS = [path for kind in ("04", "05", "06", "16") for path in sorted((ROOT / "tests" / "attacks").glob(f"{kind}_*"))]


def otter_grader(folder: Path, server: ForkServer | None, tests: dict[str, str], **config: object) -> Grader:
    """What grades an assignment with these tests."""
    root, name, _ = make_course(zip_of(folder / "hw-autograder.zip", tests, config), "hw", None, 5)
    course = Course(root)
    offering = Offering.of(course, name, course.cohort())
    plan = Plan(offering, released_cells(offering), submission_seconds=30)
    return grader_for(plan, server or plan.fork_server())


def points(grader: Grader, cells: Cells) -> dict[str, float]:
    graded = grader.grade(json.dumps(notebook(cells)).encode(), student="umber01", file="umber01.ipynb").result
    assert graded.status == "graded", graded.problem
    return {task.name: task.points for task in graded.tasks}


@pytest.fixture(scope="module")
def grader(tmp_path_factory: pytest.TempPathFactory, server: ForkServer) -> Grader:
    return otter_grader(tmp_path_factory.mktemp("otter"), server, TESTS)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda path: path.stem)
def test_an_attack_earns_nothing_and_the_next_notebook_all(grader: Grader, attack: Path) -> None:
    cells = [RIGHT[0], attack.read_text(), *RIGHT[3:]]
    assert set(points(grader, cells).values()) == {0}
    assert set(points(grader, RIGHT).values()) == {1}


def test_what_is_expected_and_what_was_not_asked_yet_is_nowhere_in_the_students_process(
    tmp_path: Path, server: ForkServer
) -> None:
    """Every byte that the process may read of itself: an expected value is never there, a later question not yet."""
    tests = {"a": ok("a", ">>> look()\n'EXPECTED' 'SECRET'"), "b": ok("b", ">>> look() or 'LATER' 'EXAMPLE'\n1")}
    look = """
import gc, sys
def look():
    texts = [thing for thing in gc.get_objects() if isinstance(thing, (bytes, str, bytearray))]
    containers = [thing for thing in gc.get_objects() if isinstance(thing, (list, tuple, dict))]
    for one in containers:
        texts += [value for value in (one.values() if isinstance(one, dict) else one) if isinstance(value, str)]
    frame = sys._getframe()
    while frame is not None:
        texts += [value for value in frame.f_locals.values() if isinstance(value, str)]
        frame = frame.f_back
    wanted = ["' '".join(["EXPECTED", "SECRET"]), "' '".join(["LATER", "EXAMPLE"])]
    print([any(word in text for text in texts if text not in wanted) for word in wanted])
"""
    graded = otter_grader(tmp_path, server, tests).grade(
        json.dumps(notebook([look, "import otter\notter.Notebook().check('a')"])).encode(), student="u", file="u.ipynb"
    )
    first, second = (task.checks[0].detail for task in graded.result.tasks)
    assert "[False, False]" in first
    assert "[False, True]" in second, "the look finds an example while it runs"


def test_what_student_code_meets_in_a_hidden_case_is_in_nothing_that_students_read(
    tmp_path: Path, server: ForkServer
) -> None:
    tests = {"a": ok("a", {"code": ">>> half(31337)\n1"}), "b": ok("b", ">>> print(met) or half(2)\n1.0")}
    cells: Cells = [
        "met = []\ndef half(x):\n    met.append(x)\n    return x / 2",
        "import otter\notter.Notebook().check('a')",
        "print('here', met)",
    ]
    graded = otter_grader(tmp_path, server, tests).grade(
        json.dumps(notebook(cells)).encode(), student="u", file="u.ipynb"
    )
    assert "here []" in json.dumps(graded.notebook)
    assert "31337" not in json.dumps(graded.notebook)
    hidden, public = (task.checks[0] for task in graded.result.tasks)
    assert "31337" in hidden.detail, "the staff reads it"
    assert "[]" in public.detail
    assert "31337" not in public.detail + public.message


@pytest.mark.parametrize(
    ("metadata", "source"),
    [
        ({"otter": 5, "tags": 7}, "pass"),
        ({"otter": {"tests": "number"}}, "pass"),
        ({"otter": {"tests": [["number"], 3, "no such"]}}, "pass"),
        ({}, "display({'application/x-otter-check': 'no such'}, raw=True)"),
    ],
)
def test_odd_metadata_of_a_student_cost_nobody_a_mark(grader: Grader, metadata: dict[str, object], source: str) -> None:
    assert set(points(grader, [*RIGHT, (source, metadata)]).values()) == {1}


def test_tests_in_the_students_own_metadata_count_for_nothing(grader: Grader) -> None:
    own = {"otter": {"OK_FORMAT": True, "tests": {"number": {"name": "number", "suites": [{"cases": []}]}}}}
    data = json.dumps(notebook(RIGHT[:1], own)).encode()
    graded = grader.grade(data, student="umber01", file="umber01.ipynb").result
    assert {task.points for task in graded.tasks} == {0}


def test_a_value_with_an_honest_comparison_is_not_taken_for_a_lie(tmp_path: Path, server: ForkServer) -> None:
    tests = {
        "object": ok("object", ">>> Money(2) == Money(2)\nTrue", ">>> Money(2) != Money(3)\nTrue"),
        "array": ok("array", ">>> (a == np.array([1, 2])).all() == True\nnp.True_", ">>> a.shape == (2,)\nTrue"),
        "used": ok("used", ">>> next(numbers) == 0\nTrue", ">>> next(numbers) == 1 and len(a) == 2\nTrue"),
    }
    money = (
        "class Money:\n    def __init__(self, n):\n        self.n = n\n"
        "    def __eq__(self, other):\n        return self.n == other.n\n"
    )
    cells: Cells = ["import numpy as np\na = np.array([1, 2])\nnumbers = iter(range(9))", money]
    assert set(points(otter_grader(tmp_path, server, tests), cells).values()) == {1}
