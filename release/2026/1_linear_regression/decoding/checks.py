"""What graders are written with: tasks, checks, assertions, and the search for the likely cause of a wrong value.

A grader is a plain pytest file. Its assertions fail in stages, each with a message for the student: not defined, wrong
type, wrong shape, not finite, wrong value. A wrong value is held against what people get wrong, and the message says
which of them it was. `message` holds no number of a hidden check; the numbers are in `detail`.
"""

from __future__ import annotations

import builtins
import inspect
import traceback
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from .proxy import (
    MOST_NUMBERS,
    NotDefined,
    Proxy,
    Student,
    StudentSide,
    TooMuch,
    anatomy_of,
    inbound,
    keep,
    type_name,
    value_of,
)

__all__ = [
    "Check",
    "CheckFailed",
    "LocalStudent",
    "Outcome",
    "StudentRaised",
    "Task",
    "anatomy_of",
    "assert_close",
    "assert_finite",
    "assert_gradient",
    "assert_shape",
    "check",
    "checks_of",
    "fail",
    "fixtures_of",
    "keep",
    "numerical_gradient",
    "raises_in_student",
    "require",
    "run_check",
    "type_name",
    "value_of",
]

Array = NDArray[np.float64]
Mistakes = Mapping[str, tuple[str, Any]]
F = TypeVar("F", bound=Callable[..., None])

RAISED_BY_VALUES = (
    *(ArithmeticError, AttributeError, BufferError, LookupError, MemoryError, RecursionError, TypeError, ValueError),
)
"""What a value of the student's can make a check raise. Anything else is a fault of the grader."""


@dataclass(frozen=True)
class Task:
    """The name of a task, and the earlier tasks of the same assignment that its checks rest on."""

    name: str
    needs: Sequence[str] = ()


@dataclass(frozen=True)
class Check:
    """One graded statement about a student's work.

    `points` are what it is worth, `seconds` the deadline of each call into the student's code, `idea` the sentence that
    the student reads.
    """

    name: str
    function: Callable[..., None]
    points: float
    public: bool
    seconds: float
    idea: str

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        return tuple(inspect.signature(self.function).parameters)


class CheckFailed(Exception):
    """A check that does not hold.

    Parameters
    ----------
    message : str
        What is wrong, without any number of hidden data.
    detail : str
        The numbers; shown to students for public checks only.
    diagnosis : str
        A short name of the likely cause, such as ``"transposed"``.
    stage : str
        ``"not_defined"``, ``"raised"``, ``"type"``, ``"shape"``, ``"finite"`` or ``"value"``.
    """

    def __init__(self, message: str, detail: str = "", diagnosis: str = "wrong_value", stage: str = "value") -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail
        self.diagnosis = diagnosis
        self.stage = stage

    def __str__(self) -> str:
        return f"{self.message}\n{self.detail}" if self.detail else self.message


class StudentRaised(CheckFailed):
    """The student's code raised. Only the names of Python's own exceptions enter the message: a name can carry data."""

    def __init__(self, type_name: str, text: str, trace: str = "") -> None:
        if type_name == "NotImplementedError":
            super().__init__("This blank is still empty.", trace, "not_attempted", "raised")
        elif type_name == "MemoryError":
            super().__init__("Your code ran out of memory.", trace, "out_of_memory", "raised")
        else:
            known = isinstance(getattr(builtins, type_name, None), type)
            name = type_name if known else "an exception of its own"
            super().__init__(f"Your code raised {name}.", trace or f"{type_name}: {text}", "raised", "raised")
        self.type_name = type_name


def not_defined(name: str) -> CheckFailed:
    """The failure of a check that looks for a name which the notebook does not define."""
    return CheckFailed(f"{name} is not defined.", "", "not_defined", "not_defined")


def check(points: float, *, public: bool = False, seconds: float = 10.0) -> Callable[[F], F]:
    """Mark a test function of a grader as a check.

    Parameters
    ----------
    points : float
        What the check is worth.
    public : bool
        Whether it goes into the students' release and runs in their notebook too.
    seconds : float
        Deadline for each call into the student's code, s.
    """

    def mark(function: F) -> F:
        idea = (inspect.getdoc(function) or "").strip().split("\n\n")[0].replace("\n", " ")
        if not idea:
            raise ValueError(f"check {function.__name__} has no docstring: it is the sentence that students read")
        function.check = Check(function.__name__, function, points, public, seconds, idea)  # type: ignore[attr-defined]
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


def fixtures_of(
    check: Check, student: Student, fixtures: Mapping[str, Any], *, cohort: str, task: str
) -> dict[str, Any]:
    """What a check may ask for by name; the student's generators and its own are seeded by its name."""
    seed = zlib.crc32(f"{cohort}/{task}/{check.name}".encode())
    student.begin(seed)
    return {"student": student, "rng": np.random.default_rng(seed), **fixtures}


def run_check(check: Check, student: Student, fixtures: Mapping[str, Any], *, cohort: str, task: str) -> Outcome:
    """Run one check with every generator seeded, so that the same work always gets the same outcome.

    Raises
    ------
    KeyError
        When the check asks for a fixture that does not exist.
    """
    try:
        known = fixtures_of(check, student, fixtures, cohort=cohort, task=task)
    except CheckFailed as failure:
        return Outcome(check, False, failure.message, failure.detail, failure.diagnosis)
    arguments = {name: known[name] for name in check.parameters}
    try:
        check.function(**arguments)
    except CheckFailed as failure:
        return Outcome(check, False, failure.message, failure.detail, failure.diagnosis)
    except TooMuch as much:
        return Outcome(check, False, "Your code gave far more numbers than the task asks for.", str(much), "too_much")
    except RAISED_BY_VALUES:
        # The student's work gave data of another kind than the check went on to use.
        message = "Your code gave something of another kind than the task asks for."
        return Outcome(check, False, message, traceback.format_exc(limit=-2)[-4000:], "wrong_type")
    return Outcome(check, True)


class LocalTransport:
    """Performs operations in this process, on the names of the running notebook."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._side = StudentSide(namespace)

    def request(self, op: str, **fields: Any) -> Any:
        try:
            result = self._side.perform(op, **fields)
        except NotDefined as error:
            raise not_defined(str(error)) from None
        except Exception as error:
            trace = "".join(traceback.format_exception(error, limit=-3))
            raise StudentRaised(type(error).__name__, str(error), trace) from error
        return inbound(result, self)


class LocalStudent(Student):
    """A student whose notebook runs in this process."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        super().__init__(LocalTransport(namespace))


@contextmanager
def raises_in_student(*type_names: str) -> Iterator[None]:
    """Expect the student's code to raise; with names given, one of those exceptions."""
    try:
        yield
    except StudentRaised as raised:
        if type_names and raised.type_name not in type_names:
            raise
        return
    fail(
        f"An exception was expected here ({', '.join(type_names) or 'any'}), but none was raised.",
        diagnosis="no_raise",
    )


def fail(message: str, detail: str = "", diagnosis: str = "wrong_value") -> None:
    """Fail the check with a message for the student."""
    raise CheckFailed(message, detail, diagnosis)


def require(condition: object, message: str, detail: str = "", diagnosis: str = "wrong_value") -> None:
    """Fail the check unless `condition` holds."""
    if not condition:
        fail(message, detail, diagnosis)


def as_array(value: Any, name: str) -> Array:
    """Numbers in any shape as float64, ``(…)``; anything else fails the check with stage ``"type"``."""
    if isinstance(value, Proxy) or value is None or isinstance(value, str | bytes | dict):
        kind = type_name(value).rsplit(".", 1)[-1]
        named = {"NoneType": "nothing (None)", "object": "an object of another kind"}.get(kind, f"a {kind}")
        raise CheckFailed(f"{name} should be numbers, but it is {named}.", "", "wrong_type", "type")
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths, or lists in lists in lists
        array = np.empty(0, dtype=object)
    if array.size > MOST_NUMBERS:
        raise TooMuch(f"{name} has the shape {array.shape}")
    if array.dtype.kind not in "biuf":
        raise CheckFailed(f"{name} should be one regular array of numbers.", "", "wrong_type", "type")
    return array.astype(np.float64)


def assert_shape(value: Any, shape: tuple[int, ...], name: str) -> None:
    """Fail unless `value` holds numbers in this shape."""
    _shaped(as_array(value, name), shape, name)


def _shaped(array: Array, shape: tuple[int, ...], name: str) -> None:
    if array.shape == shape:
        return
    transposed = len(shape) == 2 and array.shape == shape[::-1]
    hint = " It looks transposed." if transposed else ""
    # Shapes are for the student to choose: those of no values, or of many axes, could carry hidden numbers.
    plain = array.size and array.ndim <= 3
    found = f"shape {array.shape}" if plain else f"{array.ndim} axes{'' if array.size else ' and no values'}"
    raise CheckFailed(
        f"{name} has {found}, but {shape} was expected.{hint}",
        "",
        "transposed" if transposed else "wrong_shape",
        "shape",
    )


def _something(want: Array, name: str) -> None:
    """Fail where there is nothing to compare, which would be equal to anything."""
    if want.size == 0:
        raise CheckFailed(f"{name} leaves nothing to look at.", "", "nothing_to_compare")


def assert_finite(value: Any, name: str) -> None:
    """Fail when a value is not a number (NaN) or infinite."""
    array = as_array(value, name)
    if not np.isfinite(array).all():
        kind = "NaN" if np.isnan(array).any() else "infinity"
        raise CheckFailed(f"{name} contains {kind}.", "", "not_finite", "finite")


def assert_close(
    actual: Any,
    expected: Any,
    name: str,
    *,
    rtol: float = 1e-6,
    atol: float = 1e-9,
    n: int | None = None,
    mistakes: Mistakes | None = None,
) -> None:
    """Fail unless `actual` equals `expected`, and say why it most likely does not.

    Parameters
    ----------
    actual, expected : array_like, same shape
        What the student's code gave, and what is right.
    name : str
        What the student calls it.
    rtol, atol : float
        Tolerances, as in `numpy.allclose`.
    n : int, optional
        The number of datapoints: a value exactly n times too large or small gets its own diagnosis.
    mistakes : mapping of str to (str, array_like or callable), optional
        Wrong values that people arrive at: a short name, the sentence for the student, the value (or a function that
        gives it).

    Raises
    ------
    CheckFailed
        With the stage at which it failed and the diagnosis.
    """
    want = np.asarray(expected, dtype=np.float64)
    _something(want, name)
    got = as_array(actual, name)
    for slug, (sentence, wrong) in (mistakes or {}).items():
        candidate = _candidate(wrong)
        shaped_as_given = candidate is not None and candidate.shape == got.shape != want.shape
        if candidate is not None and shaped_as_given and _same(got, candidate, rtol, atol):
            raise CheckFailed(_wrong(name, sentence), "", slug, "shape")
    _shaped(got, want.shape, name)
    assert_finite(got, name)
    if np.allclose(got, want, rtol=rtol, atol=atol):
        return
    _explain(got, want, name, max(rtol, 1e-6), atol, n, mistakes or {})


def assert_gradient(
    actual: Any,
    numerical: Any,
    name: str,
    *,
    n: int | None = None,
    rtol: float = 1e-6,
    mistakes: Mistakes | None = None,
) -> None:
    """Fail unless a gradient agrees with the numerical one, element by element.

    The relative error is |a - n| / max(|a|, |n|, tiny), where tiny is a thousandth of the largest element: below it the
    rounding of the central difference is all that is left.

    Parameters
    ----------
    actual, numerical : array_like, same shape
        The student's gradient and the central difference.
    name : str
        What the student calls it.
    n : int, optional
        The number of datapoints.
    rtol : float
        The largest relative error that passes.
    mistakes : mapping, optional
        As in `assert_close`.
    """
    want = np.asarray(numerical, dtype=np.float64)
    _something(want, name)
    got = as_array(actual, name)
    _shaped(got, want.shape, name)
    assert_finite(got, name)
    tiny = max(1e-3 * float(np.abs(want).max(initial=0.0)), 1e-12)
    scale = np.maximum(np.maximum(np.abs(got), np.abs(want)), tiny)
    if float((np.abs(got - want) / scale).max()) < rtol:
        return
    _explain(got, want, name, max(rtol, 1e-5), 1e-3 * tiny, n, mistakes or {})


def numerical_gradient(f: Callable[[Array], float], W: Any, h: float = 1e-5) -> Array:
    """The gradient of a scalar function by central differences.

    Parameters
    ----------
    f : callable
        Takes an array like `W`, gives a number.
    W : array_like
        Where the gradient is taken.
    h : float
        Half the step.

    Returns
    -------
    ndarray, like W
    """
    point = np.array(W, dtype=np.float64)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        middle = point[index]
        point[index] = middle + h
        above = f(point)
        point[index] = middle - h
        below = f(point)
        point[index] = middle
        gradient[index] = (above - below) / (2 * h)
    return gradient


def _candidate(wrong: Any) -> Array | None:
    try:
        return np.asarray(wrong() if callable(wrong) else wrong, dtype=np.float64)
    except (np.linalg.LinAlgError, ValueError, TypeError):
        return None


def _same(got: Array, candidate: Array, rtol: float, atol: float) -> bool:
    return bool(np.allclose(got, candidate, rtol=10 * rtol, atol=10 * atol))


def _wrong(name: str, sentence: str) -> str:
    return f"{name} is not right: {sentence}."


def _explain(got: Array, want: Array, name: str, rtol: float, atol: float, n: int | None, mistakes: Mistakes) -> None:
    worst = np.unravel_index(int(np.abs(got - want).argmax()), want.shape) if want.ndim else ()
    where = f"{name}[{', '.join(str(i) for i in worst)}]" if worst else name
    detail = f"received {got[worst]:.6g} for {where}, but was expecting {want[worst]:.6g}"
    for slug, (sentence, wrong) in {**mistakes, **_usual_mistakes(want, n)}.items():
        candidate = _candidate(wrong)
        if candidate is None or candidate.shape != got.shape or np.allclose(candidate, want, rtol=rtol, atol=atol):
            continue
        if _same(got, candidate, rtol, atol):
            raise CheckFailed(_wrong(name, sentence), detail, slug)
    factor = _constant_factor(got, want, rtol, atol)
    if factor is not None:
        message = f"{name} is not right: every value is off by the same factor"
        raise CheckFailed(f"{message}.", f"{detail} (a factor of {factor:.6g})", "constant_factor")
    if want.size > 1 and _same(got - want, np.full_like(want, (got - want).flat[0]), rtol, atol):
        raise CheckFailed(_wrong(name, "every value is off by the same amount"), detail, "shifted")
    raise CheckFailed(f"{name} has the right shape but the wrong value.", detail, "wrong_value")


def _usual_mistakes(want: Array, n: int | None) -> dict[str, tuple[str, Array]]:
    found: dict[str, tuple[str, Array]] = {}
    if want.ndim == 2 and want.shape[0] == want.shape[1]:
        found["transposed"] = ("it is the transpose of what it should be", want.T)
    if want.any():
        found["sign_flipped"] = ("the sign is flipped", -want)
        if n is not None and n > 1:
            found["n_times"] = (
                "it is exactly N times too large, so a mean over the N datapoints is missing",
                want * n,
            )
            found["one_over_n"] = (
                "it is exactly N times too small, so there is one division by N too many",
                want / n,
            )
        found["twice"] = ("it is exactly twice what it should be", 2 * want)
        found["half"] = ("it is exactly half of what it should be, so a factor 2 is missing", want / 2)
        found["all_zero"] = ("it is zero everywhere", np.zeros_like(want))
    if want.ndim and want.shape[0] > 1:
        found["rows_reversed"] = ("its rows are in the wrong order", want[::-1])
    if want.ndim == 2 and want.shape[1] > 1:
        found["columns_reversed"] = ("its columns are in the wrong order", want[:, ::-1])
    return found


def _constant_factor(got: Array, want: Array, rtol: float, atol: float) -> float | None:
    norm = float((want * want).sum())
    if want.size < 2 or norm == 0.0:
        return None
    factor = float((got * want).sum()) / norm
    return factor if factor != 0.0 and _same(got, factor * want, rtol, atol) else None
