"""What of a grader students get, and what they never get."""

import ast
from pathlib import Path

import pytest

from hippograd.building.public_checks import public_checks
from hippograd.course import Course
from tests.refusals import refused

HEAD = '''"""Task t: an idea."""

from gradekit.assertions import assert_close, fail
from gradekit.checks import Task, check

TASK = Task("t")


def helper(x):
    return 2 * x


def secret(x):
    return helper(x) + 1


@check(points=1)
def test_hidden(student):
    """Hidden."""
    assert_close(student.x, secret(1), "x")

'''


def public(tmp_path: Path, tail: str) -> str:
    grader = tmp_path / "test_t.py"
    grader.write_text(HEAD + tail)
    return public_checks(grader)


def test_the_public_part_is_the_grader_without_what_only_hidden_checks_use(course: Course) -> None:
    text = public_checks(course.graders_folder / "1_scaling" / "test_scaled.py")
    assert (
        text
        == '''"""Task scaled: x times the factor of the cohort."""

from gradekit.assertions import assert_close, require
from gradekit.checks import Task, check

TASK = Task("scaled")

# Zero is the one number that every factor leaves alone.
FIXED_POINT = 0.0


def at(student, x):
    """What the student gives for x."""
    return student.scaled(x)


@check(points=1, public=True)
def test_zero_stays_zero(student):
    """Zero stays where it is."""
    assert_close(at(student, FIXED_POINT), 0.0, "scaled(0)")  # for any factor
    require(at(student, 1.0) != 0, "scaled(1) should not be zero.")
'''
    )


def test_names_are_followed_as_far_as_they_reach(tmp_path: Path) -> None:
    tail = '''
def first(x):
    return [second(y) for y in x]


second = lambda x: helper(x)


@check(points=1, public=True)
def test_open(student):
    """Open."""
    assert_close(first([student.x]), [2], "x")
'''
    text = public(tmp_path, tail)
    kept = {node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}
    assert kept == {"helper", "first", "test_open"}
    assert "second = lambda" in text


def test_a_local_name_does_not_bring_along_a_function_that_is_called_alike(tmp_path: Path) -> None:
    tail = '''
@check(points=1, public=True)
def test_open(student):
    """Open."""
    secret = student.x
    assert_close(secret, 0, "x")
'''
    assert "def secret" not in public(tmp_path, tail)


@pytest.mark.parametrize(
    ("arguments", "body", "what"),
    [
        pytest.param("student", "test_hidden(student)", "the hidden check test_hidden", id="hidden check"),
        pytest.param("student, bounds", "fail('x')", "bounds through test_open", id="bounds"),
    ],
)
def test_a_public_check_that_reaches_what_is_hidden_is_refused(
    tmp_path: Path, arguments: str, body: str, what: str
) -> None:
    tail = f'''
@check(points=1, public=True)
def test_open({arguments}):
    """Open."""
    {body}
'''
    with refused("public-check-reaches-hidden", what=what):
        public(tmp_path, tail)


def test_a_public_check_never_ships_a_declaration_that_answers_the_task(tmp_path: Path) -> None:
    tail = '''
double = Function("double(x)", right=lambda x: 2 * x)


@check(points=1, public=True)
def test_open(student, rng):
    """Open."""
    double.holds(student, rng)
'''
    with refused("public-check-reaches-hidden", what="what is right through double"):
        public(tmp_path, tail)


def test_a_task_without_public_checks_gives_a_file_that_still_loads(tmp_path: Path) -> None:
    text = public(tmp_path, "")
    assert text == '"""Task t: an idea."""\n\nfrom gradekit.checks import Task\n\nTASK = Task("t")\n'
