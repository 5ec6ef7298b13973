"""What a grader declares, a task and its checks, and how one check is run.

A grader is a plain pytest file; it fails by the assertions of `gradekit.assertions`.
"""

from __future__ import annotations

import hashlib
import inspect
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import numpy as np

from gradekit.failures import CheckFailed, StudentRaised, no_function, not_defined, usual_name
from gradekit.proxy import NotDefined, Student, StudentSide, TooMuch, Transport, inbound

F = TypeVar("F", bound=Callable[..., None])
_OURS = str(Path(__file__).parent)

RAISED_BY_VALUES = (
    *(ArithmeticError, AttributeError, BufferError, LookupError, MemoryError, RecursionError, TypeError, ValueError),
)
"""What a value of the student's can make a check raise. Anything else is a fault of the grader, and so is what comes
before a value was asked for."""


OF_ANOTHER_KIND = "Your code gave something of another kind than the task asks for."
COULD_NOT_BE_COMPLETED = "This check could not be completed with what your code gave."


@dataclass(frozen=True)
class Task:
    """The name of a task, and the earlier tasks of the same assignment that its checks rest on.

    Examples
    --------
    >>> Task("w_star", needs=["linear_forward"]).needs
    ['linear_forward']
    """

    name: str
    needs: Sequence[str] = ()

    def __post_init__(self) -> None:
        if isinstance(self.needs, str):
            raise ValueError(f"task {self.name} needs {self.needs!r}, a text: write a list of names, [{self.needs!r}]")


@dataclass(frozen=True)
class Check:
    """One graded statement about a student's work.

    `points` are what it is worth, `seconds` the deadline of each call into the student's code, `idea` the sentence that
    the student reads. `again` says whether it counts where the task is graded again over the course's own answers to
    earlier tasks.
    """

    name: str
    function: Callable[..., None]
    points: float
    public: bool
    seconds: float
    idea: str
    again: bool = True

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        return tuple(inspect.signature(self.function).parameters)


def check(points: float, *, public: bool = False, seconds: float = 10.0, again: bool = True) -> Callable[[F], F]:
    """Mark a test function of a grader as a check.

    Parameters
    ----------
    points : float
        What the check is worth.
    public : bool
        Whether it goes into the students' release and runs in their notebook too.
    seconds : float
        Deadline for each call into the student's code, s.
    again : bool
        False for a value that the student finds by thinking and not with earlier code: to grade it again over the
        course's own answers to earlier tasks would be a second guess.

    Examples
    --------
    >>> from gradekit.assertions import assert_close
    >>> @check(points=1)
    ... def test_doubles(student):
    ...     'It doubles.'
    ...     assert_close(student.double(3), 6, "double(3)")
    >>> test_doubles.check.idea, test_doubles.check.points
    ('It doubles.', 1)
    """

    def mark(function: F) -> F:
        idea = (inspect.getdoc(function) or "").strip().split("\n\n")[0].replace("\n", " ")
        if not idea:
            raise ValueError(f"check {function.__name__} has no docstring: it is the sentence that students read")
        if isinstance(points, bool) or not isinstance(points, int | float) or not points >= 0:
            raise ValueError(f"check {function.__name__} is worth {points!r} points, not a number from 0 on")
        function.check = Check(function.__name__, function, points, public, seconds, idea, again)  # type: ignore[attr-defined]
        return function

    return mark


def checks_of(module: ModuleType) -> list[Check]:
    """The checks of a grader module, in the order in which they are written."""
    return [value.check for value in vars(module).values() if isinstance(getattr(value, "check", None), Check)]


@dataclass(frozen=True)
class Outcome:
    """What one check gave."""

    check: Check
    passed: bool
    message: str = ""
    detail: str = ""
    diagnosis: str = ""
    names_cause: bool = False


def fixtures_of(
    check: Check, student: Student, fixtures: Mapping[str, Any], *, cohort: str, task: str, secret: str = ""
) -> dict[str, Any]:
    """What a check may ask for by name, with the student's generators and its own seeded by its name.

    Both seeds of a hidden check depend on the course's `secret` too, else student code could tell which check it is in;
    and they are two, else it could draw hidden inputs for itself.
    """
    name, known = f"{cohort}/{task}/{check.name}", "" if check.public else secret
    seed = _seed("student", known, name, length=4)  # all that numpy's old generator takes
    seeds = count(seed)
    student.begin(next(seeds))

    def anew() -> Student:
        """Return the student's work in a fresh process: it remembers no call, and draws other numbers."""
        other: Student = fixtures["in_a_fresh_process"]()
        other.begin(next(seeds))
        return other

    rng = np.random.default_rng(_seed(known, name, length=16))
    return {"student": student, "rng": rng, "anew": anew, **fixtures}


def _seed(*parts: str, length: int) -> int:
    """Return a number of so many bytes; sixteen cannot be found by trying."""
    return int.from_bytes(hashlib.sha256("/".join(parts).encode()).digest()[:length], "little")


def run_check(
    check: Check, student: Student, fixtures: Mapping[str, Any], *, cohort: str, task: str, secret: str = ""
) -> Outcome:
    """Run one check with every generator seeded, so that the same work always gets the same outcome.

    Raises
    ------
    KeyError
        When the check asks for a fixture that does not exist.
    Exception
        What a check raises by itself, before it has asked anything of the student's work.

    Examples
    --------
    >>> from gradekit.assertions import require
    >>> @check(points=1)
    ... def test_answer(student):
    ...     'The answer is 42.'
    ...     require(student.answer == 42, "answer is not right.")
    >>> run_check(test_answer.check, LocalStudent({"answer": 41}), {}, cohort="2026", task="answer").message
    'answer is not right.'
    """
    try:
        known = fixtures_of(check, student, fixtures, cohort=cohort, task=task, secret=secret)
    except CheckFailed as failure:
        return failed_outcome(check, failure)
    arguments = {name: known[name] for name in check.parameters}
    try:
        check.function(**arguments)
        student.settle()
    except CheckFailed as failure:
        return failed_outcome(check, failure)
    except (TooMuch, MemoryError) as much:
        return failed_outcome(
            check, CheckFailed("Your code gave far more numbers than the task asks for.", str(much), "too_much")
        )
    except RAISED_BY_VALUES as error:
        if not student._was_asked:
            raise
        detail = f"{place_in_check(check, error)}\n{type(error).__name__}: {str(error)[:1000]}"
        if str(error).endswith("object is not callable"):
            return failed_outcome(check, no_function())
        if isinstance(error, TypeError | AttributeError):  # a number was called, None was indexed
            return Outcome(check, False, OF_ANOTHER_KIND, detail, "wrong_type")
        return Outcome(check, False, COULD_NOT_BE_COMPLETED, detail, "not_completed")
    return Outcome(check, True)


def place_in_check(check: Check, error: Exception) -> str:
    """The line of the check's own file at which it could not go on."""
    file = check.function.__code__.co_filename
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    name = file.replace("\\", "/").rpartition("/")[2]  # of Windows too
    return f"{name}, line {lines[-1]}" if lines else ""


def failed_outcome(check: Check, failure: CheckFailed) -> Outcome:
    """What a check gave that does not hold."""
    return Outcome(check, False, failure.message, failure.detail, failure.diagnosis, failure.names_cause)


def _raised_here(error: Exception) -> StudentRaised:
    """What student code in this process raised, without the frames that lead there from a check."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if not one.filename.startswith(_OURS)]
    trace = [*traceback.format_list(frames[-3:]), *traceback.format_exception_only(error)]
    own = [one for one in frames if one.line and "site-packages" not in one.filename]
    line, function = (own[-1].line or "", own[-1].name.strip("<>")) if own else ("", "")
    inside = function if function not in ("module", "lambda") else ""
    return StudentRaised(usual_name(error), str(error), "".join(trace), line, inside)


class LocalTransport(Transport):
    """Performs operations in this process, on the names of the running notebook."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        super().__init__()
        self._side = StudentSide(namespace)

    def request(self, op: str, **fields: Any) -> Any:
        try:
            result = self._side.perform(op, **fields)
        except NotDefined as error:
            raise not_defined(str(error)) from None
        except Exception as error:
            raise _raised_here(error) from error
        return inbound(result, self)

    def tell(self, op: str, **fields: Any) -> None:
        self.request(op, **fields)

    def settle(self) -> None:
        pass


class LocalStudent(Student):
    """A student whose notebook runs in this process."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        super().__init__(LocalTransport(namespace))
