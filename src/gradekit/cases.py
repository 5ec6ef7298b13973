"""The cases of a hidden check: what is said of the case in which it fails, and what becomes of the arguments.

Hidden checks show no input. Where nothing else tells why an answer is wrong, the case does:
"This happens for one cell."
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import numpy as np

from gradekit.assertions import all_close, as_array, require
from gradekit.failures import PARTLY_EXPLAINED, UNEXPLAINED, CheckFailed, StudentRaised
from gradekit.proxy import Notes, Proxy, Student, beside, put_in_place, refill, told, values_of

__all__ = [
    "Given",
    "assert_nothing_kept",
    "case",
    "hint_if_raised",
    "little_changes",
    "numbers_of_all_kinds",
    "put_in_place",
]


@contextmanager
def case(slug: str, when: str) -> Iterator[None]:
    """Say in which case a check fails, where the failure names no cause.

    Parameters
    ----------
    slug : str
        The diagnosis of a wrong value in this case.
    when : str
        The case in words, such as ``"for whole numbers"``.

    Examples
    --------
    >>> from gradekit.assertions import assert_close
    >>> with case("whole_numbers", "for whole numbers"):
    ...     assert_close([3, 9], [2, 4], "double(x)")
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: double(x) has the right shape but the wrong value. This happens for whole numbers.
    received 9 for double(x)[1], but was expecting 4
    """
    try:
        yield
    except CheckFailed as failure:
        if failure.names_cause or failure.diagnosis not in UNEXPLAINED + PARTLY_EXPLAINED:
            raise
        diagnosis = slug if failure.diagnosis in UNEXPLAINED else failure.diagnosis
        message = f"{failure.message} This happens {when}."
        raise CheckFailed(message, failure.detail, diagnosis, failure.stage, names_cause=False) from None


@contextmanager
def hint_if_raised(hint: str) -> Iterator[None]:
    """Say what most likely is wrong where the student's code raises, unless the message says that already.

    Examples
    --------
    >>> from gradekit.checks import LocalStudent
    >>> forward = lambda X: int("x")
    >>> student = LocalStudent({"forward": forward})
    >>> with hint_if_raised("W is (2, N)."):
    ...     Y_pred = student.forward(np.ones((4, 5)))
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: Your code raised ValueError in the line `forward = lambda X: int("x")`. W is (2, N).
    ...
    """
    try:
        yield
    except StudentRaised as raised:
        is_said = raised.names_cause or raised.type_name in ("NameError", "AttributeError")
        if raised.diagnosis != "raised" or is_said:
            raise
        raise CheckFailed(f"{raised.message} {hint}", raised.detail, raised.diagnosis, raised.stage) from None


def assert_nothing_kept(
    function: Proxy,
    first: Sequence[Any],
    second: Sequence[Any],
    name: str,
    right: Callable[..., Any] | None = None,
    *,
    any_shape: bool = False,
) -> None:
    """Fail where one call of a function has a say in another.

    The result of the first call, and its arguments, have to stay as they were while the function is called with other
    ones; the result has to come again when it is called with the first ones again, and has to be another one when the
    same arrays come with the numbers of the others in them.

    Parameters
    ----------
    function : Proxy
        The student's function or method.
    first, second : sequence
        The arguments of two calls, best of the same shapes: that is what results are kept by.
    name : str
        What the student calls the result.
    right : callable, optional
        Gives the right result. With it, and where both calls are right, others follow that lead from the first to the
        second by small steps: one argument at a time changes, a little (`little_changes`) and then wholly.
    any_shape : bool
        Whether arrays may have any shape: then the same numbers come at last in another one, if the function is right
        for other numbers of that shape.

    Examples
    --------
    >>> from gradekit.checks import LocalStudent
    >>> student = LocalStudent({"double": lambda x: 2 * x})
    >>> assert_nothing_kept(student.double, [np.ones(2)], [np.zeros(2)], "double(x)")
    """
    call, notes = told(function), Notes()
    given = [beside(function, one) for one in first]
    result = call(*given)
    notes.values(result, *given)
    notes.call(function, *second)
    notes.values(result, *given)
    notes.call(function, *first)
    call(*given)
    notes.call(function, *(_refilled(*three) for three in zip(given, first, second, strict=True)))
    found, seen = iter(notes), partial(_must_be_data, function, name)
    before, *left = next(found)
    require(
        _same(left, list(first)),
        "An argument is changed: put what is calculated into new arrays.",
        diagnosis="damages_input",
    )
    other, (after, *left) = next(found), next(found)
    require(
        _same(seen(after), seen(before)),
        f"{name} of an earlier call changes when the function is called again: put each result into a new array.",
        diagnosis="result_kept",
    )
    require(
        _same(left, list(first)),
        "An argument of an earlier call is changed by a later one: keep nothing that a call is given.",
        diagnosis="damages_input",
    )
    require(
        _same(seen(next(found)), before),
        f"{name} is not the same when it is called again: something of an earlier call is kept, or chance is in it.",
        diagnosis="not_repeatable",
    )
    require(
        _same(seen(next(found)), seen(other)),
        f"{name} is that of an earlier call when the same array comes again with other numbers: keep nothing of it.",
        diagnosis="kept",
    )
    if right is not None and _near(before, right(*first)):
        require(
            _near(other, right(*second)),
            f"{name} is right for one call, and wrong for the next, with other data: keep nothing of a call.",
            diagnosis="called_again",
        )
        _require_each_step_counts(function, given, first, second, name, right, any_shape)


def _require_each_step_counts(
    function: Proxy,
    given: list[Proxy],
    first: Sequence[Any],
    second: Sequence[Any],
    name: str,
    right: Callable[..., Any],
    any_shape: bool,
) -> None:
    """Fail where a right function is wrong for one of the calls that lead from the first to the second."""
    same_arrays = [_refilled(*three) for three in zip(given, second, first, strict=True)]
    told(function)(*same_arrays)
    numbers, notes, path = list(first), Notes(), []
    for place, another in enumerate(second):
        for new in (*little_changes(numbers[place]), another):
            same_arrays[place] = _refilled(given[place], numbers[place], new)
            numbers[place] = new
            notes.call(function, *same_arrays)
            path.append(list(numbers))
    turned = [one.reshape(one.shape[::-1]) if isinstance(one, np.ndarray) else one for one in numbers]
    flipped = [np.flip(one) if isinstance(one, np.ndarray) else one for one in turned]
    if any_shape:
        notes.call(function, *flipped)
        notes.call(function, *turned)
    found, seen = iter(notes), partial(_must_be_data, function, name)
    for arguments in path:
        require(
            _near(seen(next(found)), right(*arguments)),
            f"{name} is right for two calls and wrong for one in which little has changed: keep nothing of a call, and "
            "have it right for all numbers.",
            diagnosis="kept",
        )
    if any_shape and _is_right(function, name, found, right, flipped):
        require(
            _near(seen(next(found)), right(*turned)),
            f"{name} is that of an earlier call when the same numbers come in another shape: keep nothing of a call.",
            diagnosis="kept",
        )


def _must_be_data(function: Proxy, name: str, result: Any) -> Any:
    """A result as it is; the check fails at its end if this is no data, and nothing else has said so."""
    try:
        if isinstance(result, list):
            for place, one in enumerate(result, 1):
                as_array(one, f"{name}, part {place} of {len(result)},")
        else:
            as_array(result, name)
    except CheckFailed as failed:
        _end_with(failed, function)
    return result


def _end_with(failed: CheckFailed, function: Proxy) -> None:
    """Have the check fail at its end, if nothing else does: what is wrong may have a nearer cause."""
    function._transport.doubt = function._transport.doubt or failed


def _is_right(
    function: Proxy, name: str, found: Iterator[Any], right: Callable[..., Any], arguments: Sequence[Any]
) -> bool:
    """Whether the next result, for arguments of another shape, is right too; the check fails at its end if not."""
    try:
        is_right = _near(next(found), right(*arguments))
        message = f"{name} is right for arrays of one shape, and not for those of another: it should be for any."
        failed = CheckFailed(message, "", "other_shape")
    except StudentRaised as raised:
        is_right, failed = False, raised
    if not is_right:
        _end_with(failed, function)
    return is_right


def little_changes(array: Any) -> Iterator[np.ndarray]:
    """The array after one small change after another: what is kept by a part or a sum of it is found by one of them.

    In the last row, every other number inside is put in reverse order: sums stay, and so do ends and the first row.
    Then the first column is put in reverse order, and the last number becomes the smallest of all, or the largest if it
    is that, so that all stay in their range (where all are alike, it is raised). Where there is a single axis, and the
    numbers rise, nothing is changed: they may have to.

    Examples
    --------
    >>> [one.tolist() for one in little_changes(np.array([[1, 2, 3, 4, 5], [6, 7, 8, 9, 0]]))]
    [[[1, 2, 3, 4, 5], [6, 9, 8, 7, 0]], [[6, 2, 3, 4, 5], [1, 9, 8, 7, 0]], [[6, 2, 3, 4, 5], [1, 9, 8, 7, 9]]]
    """
    if not isinstance(array, np.ndarray) or array.ndim == 0 or (array.ndim == 1 and np.all(np.diff(array) >= 0)):
        return
    changed = array.copy()
    rows = changed.reshape(-1, changed.shape[-1])
    if rows.shape[1] > 4:
        rows[-1, 1:-1:2] = rows[-1, 1:-1:2][::-1].copy()
        yield changed.copy()
    if len(rows) > 1:
        rows[:, 0] = rows[::-1, 0].copy()
        yield changed.copy()
    rows[-1, -1] = next(one for one in (rows.min(), rows.max(), rows.max() + 1) if one != rows[-1, -1])
    yield changed.copy()


def _refilled(given: Proxy, first: Any, second: Any) -> Any:
    """Arrays on the student's side with other numbers in them; where that cannot be, the other argument."""
    if not _can_be_refilled(first, second):
        return second
    refill(given, second)
    return given


def _can_be_refilled(first: Any, second: Any) -> bool:
    """Whether both are arrays, or lists of arrays, of the same shapes."""
    if isinstance(first, list) and isinstance(second, list) and len(first) == len(second):
        return all(map(_can_be_refilled, first, second))
    return isinstance(first, np.ndarray) and isinstance(second, np.ndarray) and first.shape == second.shape


def _same(value: Any, other: Any, rtol: float = 1e-5, of_largest: float = 0.0) -> bool:
    """Whether two results, arrays or nested lists of them, hold the same numbers but for rounding."""
    if isinstance(value, list | tuple) and isinstance(other, list | tuple):
        pairs = zip(value, other, strict=False)
        return len(value) == len(other) and all(_same(*pair, rtol, of_largest) for pair in pairs)
    if isinstance(value, Proxy) or isinstance(other, Proxy) or value is None or other is None:
        return True  # no data: what it is instead is for another assertion to say
    try:
        one, two = np.asarray(value), np.asarray(other)
    except ValueError:  # rows of several lengths
        return False
    if not {one.dtype.kind, two.dtype.kind} <= set("biuf"):
        return True
    atol = 1e-12 + of_largest * np.abs(two).max(initial=0)
    return one.shape == two.shape and all_close(one, two, rtol=rtol, atol=atol, equal_nan=True)


def _near(value: Any, right: Any) -> bool:
    """Whether a result is right to single precision."""
    is_one_array = isinstance(right, list | tuple) and not isinstance(value, list | tuple)
    return not is_one_array and _same(value, right, rtol=1e-3, of_largest=1e-3)


def numbers_of_all_kinds(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """Numbers that code may treat apart: negative ones, zeros, ones, large and small ones, in random order.

    Examples
    --------
    >>> numbers_of_all_kinds(np.random.default_rng(0), (2, 4)).shape
    (2, 4)
    """
    kinds = np.array([-1.5, 0.0, 1.0, 40.0, -0.01, 0.3, 2.0, -7.0])
    return rng.permutation(np.resize(kinds, int(np.prod(shape)))).reshape(shape)


class Given:
    """Arguments on the student's side that can be looked at after the call.

    Examples
    --------
    >>> from gradekit.checks import LocalStudent
    >>> student = LocalStudent({"total": lambda X: X.sum()})
    >>> given = Given(student, X=[1.0, 2.0])
    >>> given.to(student.total, given.X)
    3.0
    >>> given.require_unharmed("total")
    """

    def __init__(self, student: Student, **arrays: Any) -> None:
        self._arrays = {name: np.array(array) for name, array in arrays.items()}
        self._kept = {name: student.keep(array) for name, array in self._arrays.items()}
        self._seen: list[Any] | None = None

    def to(self, function: Proxy, *args: Any, **kwargs: Any) -> Any:
        """What a function gives that is called with them, or else; what became of them is asked for with it."""
        notes = Notes()
        self.note(notes, function, *args, **kwargs)
        return self.noted(iter(notes))

    def note(self, notes: Notes, function: Proxy, *args: Any, **kwargs: Any) -> None:
        """Note what a function gives that is called with them, and what became of them."""
        notes.call(function, *args, **kwargs)
        notes.values(*self._kept.values())

    def noted(self, found: Iterator[Any]) -> Any:
        """The result that was noted next; `require_unharmed` then looks at what that call left of them."""
        result = next(found)
        self._seen = next(found)
        return result

    def __getattr__(self, name: str) -> Proxy:
        if name not in self._kept:
            raise AttributeError(name)
        return self._kept[name]

    def was(self, name: str) -> Any:
        """The array as it was given."""
        return self._arrays[name]

    def require_unharmed(self, function: str) -> None:
        """Fail where `function`, the last that they were given `to`, or any, has written into one of the arrays."""
        seen, self._seen = self._seen or values_of(*self._kept.values()), None
        for name, value in zip(self._kept, seen, strict=True):
            require(
                np.array_equal(np.asarray(value), self._arrays[name]),
                f"{function} changes the array {name} that it is given: put what it calculates into a new array.",
                diagnosis="damages_input",
            )
