"""What graders are written with: tasks, checks, assertions, and the search for the likely cause of a wrong value.

A grader is a plain pytest file. Its assertions fail in stages, each with a message for the student: not defined, wrong
type, wrong shape, not finite, wrong value. A wrong value is held against what people get wrong, and the message says
which of them it was. `message` holds no number of a hidden check; the numbers are in `detail`.
"""

from __future__ import annotations

import hashlib
import inspect
import re
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from gradekit.proxy import (
    MOST_NUMBERS,
    NotDefined,
    Proxy,
    Student,
    StudentSide,
    TooMuch,
    inbound,
    keep,
    steps_of,
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
    "steps_of",
    "type_name",
    "value_of",
]

Array = NDArray[np.float64]
Mistakes = Mapping[str, tuple[str, Any]] | Callable[[], Mapping[str, tuple[str, Any]]]
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


EMPTY_BLANK = "this blank is still empty"
"""What the exception says that stands in a blank."""

USUAL_EXCEPTIONS = {
    *("AssertionError", "AttributeError", "FloatingPointError", "IndexError", "KeyError", "LinAlgError"),
    *("ModuleNotFoundError", "NameError", "NotImplementedError", "OverflowError", "RecursionError", "RuntimeError"),
    *("StopIteration", "TypeError", "UnboundLocalError", "ValueError", "ZeroDivisionError"),
}
"""The exceptions that messages name. Which one is raised is for the student's code to choose, and can carry data."""


class StudentRaised(CheckFailed):
    """The student's code raised.

    Parameters
    ----------
    type_name, text : str
        The exception's type and text.
    trace : str
        Its traceback.
    line : str
        The line of the student's own code that raised it; empty where that is not known.
    """

    def __init__(self, type_name: str, text: str, trace: str = "", line: str = "") -> None:
        detail = trace or f"{type_name}: {text}"
        if type_name == "NotImplementedError" and text in ("", EMPTY_BLANK):
            super().__init__("This blank is still empty.", detail, "not_attempted", "raised")
        elif type_name == "NotImplementedError" and (method := _missing_method(text)):
            message = f"The class has no method {method}: was it attached, or written inside the class?"
            super().__init__(message, detail, "method_missing", "raised")
        elif type_name == "MemoryError":
            super().__init__("Your code ran out of memory.", detail, "out_of_memory", "raised")
        else:
            super().__init__(_raised_sentence(type_name, line), detail, "raised", "raised")
        self.type_name = type_name


def _missing_method(text: str) -> str:
    """The method that a class lacks, where its base says so: ``"LinearModel has no fit method yet."``"""
    found = re.search(r"has no (\w{1,40}) method yet\.$", text)
    return found[1] if found else ""


def _raised_sentence(type_name: str, line: str) -> str:
    name = type_name if type_name in USUAL_EXCEPTIONS else "an exception of its own"
    where = f" in the line `{line}`" if line else ""
    if type_name == "AssertionError" and line:
        return f"Your own assertion failed{where}. The check kept to the shapes that the task states."
    return f"Your code raised {name}{where}."


def not_defined(name: str) -> CheckFailed:
    """The failure of a check that looks for a name which the notebook does not define."""
    return CheckFailed(f"{name} is not defined.", "", "not_defined", "not_defined")


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
    """

    def mark(function: F) -> F:
        idea = (inspect.getdoc(function) or "").strip().split("\n\n")[0].replace("\n", " ")
        if not idea:
            raise ValueError(f"check {function.__name__} has no docstring: it is the sentence that students read")
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


def fixtures_of(
    check: Check, student: Student, fixtures: Mapping[str, Any], *, cohort: str, task: str, secret: str = ""
) -> dict[str, Any]:
    """What a check may ask for by name, with the student's generators and its own seeded by its name.

    The seed of a hidden check depends on the course's `secret` too, and never is the seed of the student's process:
    else student code could draw hidden inputs for itself.
    """
    name = f"{cohort}/{task}/{check.name}"
    student.begin(_seed("student", name))
    return {"student": student, "rng": np.random.default_rng(_seed("" if check.public else secret, name)), **fixtures}


def _seed(*parts: str) -> int:
    return int.from_bytes(hashlib.sha256("/".join(parts).encode()).digest()[:4], "little")


def run_check(
    check: Check, student: Student, fixtures: Mapping[str, Any], *, cohort: str, task: str, secret: str = ""
) -> Outcome:
    """Run one check with every generator seeded, so that the same work always gets the same outcome.

    Raises
    ------
    KeyError
        When the check asks for a fixture that does not exist.
    """
    try:
        known = fixtures_of(check, student, fixtures, cohort=cohort, task=task, secret=secret)
    except CheckFailed as failure:
        return Outcome(check, False, failure.message, failure.detail, failure.diagnosis)
    arguments = {name: known[name] for name in check.parameters}
    try:
        check.function(**arguments)
    except CheckFailed as failure:
        return Outcome(check, False, failure.message, failure.detail, failure.diagnosis)
    except TooMuch as much:
        return Outcome(check, False, "Your code gave far more numbers than the task asks for.", str(much), "too_much")
    except RAISED_BY_VALUES as error:
        detail = traceback.format_exc(limit=-2)[-4000:]
        if isinstance(error, TypeError | AttributeError):  # a number was called, None was indexed
            message = "Your code gave something of another kind than the task asks for."
            return Outcome(check, False, message, detail, "wrong_type")
        return Outcome(
            check, False, "This check could not be completed with what your code gave.", detail, "not_completed"
        )
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
    diagnosis, found = _about_shape(array, shape)
    raise CheckFailed(f"{name} {found}; {shape} was expected.", f"received the shape {array.shape}", diagnosis, "shape")


def _about_shape(array: Array, shape: tuple[int, ...]) -> tuple[str, str]:
    """A diagnosis and words for a wrong shape.

    Shapes are for the student to choose and could carry hidden numbers: in words come only those made of the sides
    that were expected, and sides that are longer or shorter by one.
    """
    if len(shape) == 2 and array.shape == shape[::-1]:
        return "transposed", f"has the shape {array.shape} and looks transposed"
    if array.size == 0:
        return "wrong_shape", "is empty"
    if array.ndim == len(shape):
        off = np.subtract(array.shape, shape)
        if np.abs(off).sum() == 1:
            axis = int(np.abs(off).argmax())
            what = ("row", "column")[axis] if array.ndim == 2 else "number" if array.ndim == 1 else "layer"
            return "wrong_shape", f"has one {what} too {'many' if off[axis] > 0 else 'few'}"
    if array.ndim == 0:
        return "wrong_shape", "is a single number"
    if array.ndim <= 3 and set(array.shape) <= {1, *shape}:
        return "wrong_shape", f"has the shape {array.shape}"
    if array.ndim != len(shape):
        return "wrong_shape", f"has {array.ndim} {'axis' if array.ndim == 1 else 'axes'}"
    return "wrong_shape", "has another shape"


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
        gives it). A function that gives the mapping is called only where the value is wrong.

    Raises
    ------
    CheckFailed
        With the stage at which it failed and the diagnosis.
    """
    want = np.asarray(expected, dtype=np.float64)
    _something(want, name)
    got = as_array(actual, name)
    for slug, (sentence, wrong) in _known(mistakes).items() if got.shape != want.shape else ():
        candidate = _candidate(wrong)
        if candidate is not None and candidate.shape == got.shape and _same(got, candidate, rtol, atol):
            raise CheckFailed(_wrong(name, sentence), "", slug, "shape")
    _shaped(got, want.shape, name)
    assert_finite(got, name)
    if np.allclose(got, want, rtol=rtol, atol=atol):
        return
    _explain(got, want, name, max(rtol, 1e-6), atol, n, _known(mistakes))


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
    _explain(got, want, name, max(rtol, 1e-5), 1e-3 * tiny, n, _known(mistakes))


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


def _known(mistakes: Mistakes | None) -> Mapping[str, tuple[str, Any]]:
    with np.errstate(all="ignore"):
        return mistakes() if callable(mistakes) else mistakes or {}


_MOST_DIGITS = 9


def _candidate(wrong: Any) -> Array | None:
    try:
        with np.errstate(all="ignore"):
            return np.asarray(wrong() if callable(wrong) else wrong, dtype=np.float64)
    except (np.linalg.LinAlgError, ValueError, TypeError):
        return None


def _same(got: Array, candidate: Array, rtol: float, atol: float) -> bool:
    return bool(np.allclose(got, candidate, rtol=rtol, atol=atol))


def _wrong(name: str, sentence: str) -> str:
    return f"{name} is not right: {sentence}."


def _distance(got: Array, other: Array) -> float:
    return float(np.abs(got - other).max(initial=0.0))


def _explain(
    got: Array,
    want: Array,
    name: str,
    rtol: float,
    atol: float,
    n: int | None,
    mistakes: Mapping[str, tuple[str, Any]],
) -> None:
    worst = np.unravel_index(int(np.abs(got - want).argmax()), want.shape) if want.ndim else ()
    where = f"{name}[{', '.join(str(i) for i in worst)}]" if worst else name
    detail = f"received {got[worst]:.6g} for {where}, but was expecting {want[worst]:.6g}"
    for known in (mistakes, _usual_mistakes(want, n)):
        named = _nearest(got, want, rtol, atol, known)
        if named is not None:
            slug, sentence = named
            raise CheckFailed(_wrong(name, sentence), detail, slug)
    if any(_same(got, np.round(want, digits), rtol, atol) for digits in range(_MOST_DIGITS)):
        raise CheckFailed(_wrong(name, "it is rounded; give it as it is calculated"), detail, "rounded")
    if _in_half_precision(got, want):
        sentence = "it is in half precision (float16), which keeps three digits"
        raise CheckFailed(_wrong(name, sentence), detail, "half_precision")
    factor = _constant_factor(got, want, rtol, atol)
    if factor is not None:
        message = f"{name} is not right: every value is off by the same factor"
        raise CheckFailed(f"{message}.", f"{detail} (a factor of {factor:.6g})", "constant_factor")
    if want.size > 1 and _same(got - want, np.full_like(want, (got - want).flat[0]), rtol, atol):
        raise CheckFailed(_wrong(name, "every value is off by the same amount"), detail, "shifted")
    message = f"{name} has the right shape but the wrong value." if want.ndim else f"{name} is not right."
    if _is_close(got, want):
        message += " It is close, as if it were rounded, had too few digits, or had not quite got there."
    raise CheckFailed(message, detail, "wrong_value")


_CLOSE = 0.02
"""What is said to be close to the right value: so far off, as a part of the largest number in it."""


def _is_close(got: Array, want: Array) -> bool:
    """Whether measured numbers, not counted ones, are nearly right."""
    return bool((want % 1 != 0).any()) and _distance(got, want) < _CLOSE * float(np.abs(want).max())


def _in_half_precision(got: Array, want: Array) -> bool:
    """Whether numbers that are close to the right ones are all such that float16 can hold."""
    with np.errstate(all="ignore"):
        return _is_close(got, want) and bool((got.astype(np.float16) == got).all())


def _nearest(
    got: Array, want: Array, rtol: float, atol: float, mistakes: Mapping[str, tuple[str, Any]]
) -> tuple[str, str] | None:
    """Name and sentence of the mistake that `got` is nearest to: nearer than to `want`, and within tolerance."""
    best, least = None, _distance(got, want)
    for slug, (sentence, wrong) in mistakes.items():
        candidate = _candidate(wrong)
        if candidate is None or candidate.shape != got.shape or _same(candidate, want, rtol, atol):
            continue
        if _same(got, candidate, rtol, atol) and _distance(got, candidate) < least:
            best, least = (slug, sentence), _distance(got, candidate)
    return best


def _usual_mistakes(want: Array, n: int | None) -> dict[str, tuple[str, Array]]:
    found: dict[str, tuple[str, Array]] = {}
    if want.ndim == 2 and want.shape[0] == want.shape[1]:
        found["transposed"] = ("it is the transpose of what it should be", want.T)
    if want.any():
        found["all_zero"] = ("it is zero everywhere" if want.ndim else "it is zero", np.zeros_like(want))
        found["sign_flipped"] = ("the sign is flipped", -want)
        if n is not None and n > 1:
            found["n_times"] = ("it is N times too large, so a mean over the N datapoints is missing", want * n)
            found["one_over_n"] = ("it is N times too small, so there is one division by N too many", want / n)
        found["twice"] = ("it is twice what it should be", 2 * want)
        found["half"] = ("it is half of what it should be", want / 2)
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
