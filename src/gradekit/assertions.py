"""Assertions, and the search for the likely cause of a wrong value.

They fail in stages, each with a message for the student: not defined, wrong type, wrong shape, not finite, wrong value.
A wrong value is compared with what people get wrong, and the message says which of them it was. `message` holds no
number of a hidden check; the numbers are in `detail`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradekit.failures import CheckFailed, FaultyCheck
from gradekit.proxy import MOST_NUMBERS, Proxy, TooMuch, type_name

Array = NDArray[np.float64]
Mistakes = Mapping[str, tuple[str, Any]] | Callable[[], Mapping[str, tuple[str, Any]]]


def fail(message: str, detail: str = "", diagnosis: str = "wrong_value") -> None:
    """Fail the check with a message for the student.

    Examples
    --------
    >>> fail("The weights did not move.", diagnosis="not_trained")
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: The weights did not move.
    """
    raise CheckFailed(message, detail, diagnosis)


def require(condition: object, message: str, detail: str = "", diagnosis: str = "wrong_value") -> None:
    """Fail the check unless `condition` holds.

    Examples
    --------
    >>> require(2 + 2 == 4, "Sums should be right.")
    >>> require(2 + 2 == 5, "Sums should be larger.")
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: Sums should be larger.
    """
    if not condition:
        fail(message, detail, diagnosis)


def as_array(value: Any, name: str, *, wanted: str = "numbers") -> Array:
    """Numbers in any shape as float64, ``(…)``; anything else fails the check with stage ``"type"``.

    Examples
    --------
    >>> as_array([1, 2], "W")
    array([1., 2.])
    >>> as_array(None, "W")
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: W should be numbers, but it is nothing (None), as from a function without `return`.
    """
    if isinstance(value, Proxy) or value is None or isinstance(value, str | bytes | dict):
        kind = type_name(value).rsplit(".", 1)[-1]
        named = {
            "NoneType": "nothing (None), as from a function without `return`",
            "object": "an object of another kind",
            "ndarray": "an array of something other than real numbers",
        }.get(kind, f"a {kind}")
        raise CheckFailed(f"{name} should be {wanted}, but it is {named}.", "", "wrong_type", "type")
    try:
        array = np.empty(0, dtype=object) if _holds_text(value) else np.asarray(value)
    except ValueError:  # rows of different lengths, or lists in lists in lists
        array = np.empty(0, dtype=object)
    if array.size > MOST_NUMBERS:
        raise TooMuch(f"{name} has the shape {array.shape}")
    if array.dtype.kind not in "biuf":
        raise CheckFailed(f"{name} should be one regular array of numbers.", "", "wrong_type", "type")
    return array.astype(np.float64)


def _holds_text(value: Any) -> bool:
    """Whether a text is among the values; numpy would make an array of which each place has room for the longest."""
    return isinstance(value, str | bytes) or (isinstance(value, list | tuple) and any(map(_holds_text, value)))


def assert_shape(value: Any, shape: tuple[int, ...], name: str) -> None:
    """Fail unless `value` holds numbers in this shape.

    Examples
    --------
    >>> assert_shape(np.zeros((3, 2)), (2, 3), "W")
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: W has the shape (3, 2) and looks transposed; (2, 3) was expected.
    received the shape (3, 2)
    """
    _shaped(_array_for(shape, value, name), shape, name)


def _array_for(shape: tuple[int, ...], value: Any, name: str) -> Array:
    return as_array(value, name, wanted="numbers" if shape else "one number")


def _shaped(array: Array, shape: tuple[int, ...], name: str) -> None:
    if array.shape == shape:
        return
    diagnosis, found = _about_shape(array, shape)
    raise CheckFailed(
        f"{name} {found}; {_words(shape)} was expected.", f"received the shape {array.shape}", diagnosis, "shape"
    )


def _about_shape(array: Array, shape: tuple[int, ...]) -> tuple[str, str]:
    """A diagnosis and words for a wrong shape.

    Shapes are for the student to choose and could carry hidden numbers: in words come only those made of the sides
    that were expected, and which sides are too long or too short.
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
        return "wrong_shape", _sides(array.shape, shape)
    if array.ndim == 0:
        return "wrong_shape", "is a single number, not several"
    if shape == ():
        return (
            "wrong_shape",
            f"is a list or an array that holds {'the number' if array.size == 1 else 'several numbers'}",
        )
    if array.shape == shape[1:]:
        return "wrong_shape", f"is a single {'row' if len(shape) == 2 else 'layer'} of shape {array.shape}"
    if array.ndim <= 3 and set(array.shape) <= {1, *shape}:
        return "wrong_shape", f"has the shape {array.shape}"
    if array.size == np.prod(shape):
        return "wrong_shape", "has as many numbers as it should, in another shape"
    return "wrong_shape", f"has {array.ndim} {'axis' if array.ndim == 1 else 'axes'}"


def _words(shape: tuple[int, ...]) -> str:
    return str(shape) if shape else "one number"


def _sides(found: tuple[int, ...], shape: tuple[int, ...]) -> str:
    """Which of the sides is too long or too short; ``found`` and ``shape`` have as many."""
    if set(found) <= {1, *shape}:
        return f"has the shape {found}"
    what = {1: ("numbers",), 2: ("rows", "columns")}.get(len(shape), ("entries along an axis",) * len(shape))
    wrong = [
        f"too {'many' if a > b else 'few'} {name}" for a, b, name in zip(found, shape, what, strict=True) if a != b
    ]
    return f"has {' and '.join(wrong)}"


def _something(want: Array, name: str) -> None:
    """Fail where there is nothing to compare, which would be equal to anything."""
    if want.size == 0:
        raise CheckFailed(f"{name} leaves nothing to look at.", "", "nothing_to_compare")


def assert_finite(value: Any, name: str) -> None:
    """Fail when a value is not a number (NaN) or infinite.

    Examples
    --------
    >>> assert_finite([1.0, float("nan")], "the loss")
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: the loss contains NaN.
    """
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

    Examples
    --------
    >>> assert_close([1.0, 2.0], [1.0, 2.0], "W")
    >>> try:
    ...     assert_close([2.0, 4.0], [1.0, 2.0], "W", mistakes={"doubled": ("it is doubled", [2.0, 4.0])})
    ... except CheckFailed as failure:
    ...     print(failure.message, failure.diagnosis)
    W is not right: it is doubled. doubled
    """
    want = np.asarray(expected, dtype=np.float64)
    _something(want, name)
    got = _array_for(want.shape, actual, name)
    for slug, (sentence, wrong) in _known(mistakes).items() if got.shape != want.shape else ():
        value = candidate(wrong)
        if value is not None and value.shape == got.shape and _same(got, value, rtol, atol):
            raise CheckFailed(_wrong(name, sentence), "", slug, "shape")
    if got.shape != want.shape and (cut := _cut_or_squeezed(got, want, rtol, atol)):
        slug, sentence = cut
        raise CheckFailed(_wrong(name, sentence), f"received the shape {got.shape}", slug, "shape")
    _shaped(got, want.shape, name)
    assert_finite(got, name)
    if all_close(got, want, rtol=rtol, atol=atol):
        return
    _explain(got, want, name, max(rtol, 1e-6), atol, n, _known(mistakes))


def assert_gradient(
    actual: Any,
    numerical: Any,
    name: str,
    *,
    n: int | None = None,
    rtol: float = 1e-5,
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

    Examples
    --------
    >>> numerical = numerical_gradient(lambda w: float(np.sum(w**2)), [1.0, -3.0])
    >>> assert_gradient([2.0, -6.0], numerical, "the slope")
    """
    want = np.asarray(numerical, dtype=np.float64)
    _something(want, name)
    got = _array_for(want.shape, actual, name)
    _shaped(got, want.shape, name)
    assert_finite(got, name)
    tiny = max(1e-3 * float(np.abs(want).max(initial=0.0)), 1e-12)
    scale = np.maximum(np.maximum(np.abs(got), np.abs(want)), tiny)
    if float((np.abs(got - want) / scale).max()) < rtol:
        return
    _explain(got, want, name, max(rtol, 1e-5), 1e-3 * tiny, n, _known(mistakes))


def all_close(one: Array, other: Array, *, rtol: float, atol: float, equal_nan: bool = False) -> bool:
    """What `numpy.allclose` says of arrays of one shape, at a third of its price where they are close.

    Examples
    --------
    >>> all_close(np.ones(3), np.ones(3) + 1e-9, rtol=1e-6, atol=0)
    True
    """
    with np.errstate(all="ignore"):
        off = np.abs(np.subtract(one, other, dtype=np.float64))
        near = (off <= atol + rtol * np.abs(other)) & (off < np.inf)
    return bool(near.all()) or np.allclose(one, other, rtol=rtol, atol=atol, equal_nan=equal_nan)


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

    Examples
    --------
    >>> numerical_gradient(lambda w: float(np.sum(w**2)), [1.0, -3.0]).round(6)
    array([ 2., -6.])
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
        known = mistakes() if callable(mistakes) else mistakes or {}
    if not isinstance(known, Mapping):
        raise FaultyCheck(f"the mistakes are not a mapping of names to pairs, but a {type(known).__name__}")
    for slug, mistake in known.items():
        if not (isinstance(mistake, tuple) and len(mistake) == 2 and isinstance(mistake[0], str)):
            raise FaultyCheck(f"the mistake {slug!r} is not a pair of a sentence and a value, but {mistake!r:.80}")
    return known


_MOST_DIGITS = 9


def candidate(wrong: Any) -> Array | None:
    """Return the value of a mistake; nothing where it cannot be calculated.

    Examples
    --------
    >>> candidate(lambda: [1, 2]), candidate(lambda: [1, 2][3])
    (array([1., 2.]), None)
    """
    try:
        with np.errstate(all="ignore"):
            return np.asarray(wrong() if callable(wrong) else wrong, dtype=np.float64)
    except (np.linalg.LinAlgError, ArithmeticError, LookupError, ValueError, TypeError):
        return None


def _same(got: Array, other: Array, rtol: float, atol: float) -> bool:
    return all_close(got, other, rtol=rtol, atol=atol)


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
    for known in (mistakes, usual_mistakes(got, want, n), altered(got, want)):
        named = _nearest(got, want, rtol, atol, known)
        if named is not None:
            slug, sentence = named
            raise CheckFailed(_wrong(name, sentence), detail, slug)
    if any(
        _same(got, np.round(want, digits), rtol, atol) and _has_no_more(digits, got) for digits in range(_MOST_DIGITS)
    ):
        sentence = "it is rounded, or read off a grid; give it as it is calculated"
        raise CheckFailed(_wrong(name, sentence), detail, "rounded")
    if _in_half_precision(got, want):
        sentence = "it is in half precision (such as float16), which keeps three digits at most"
        raise CheckFailed(_wrong(name, sentence), detail, "half_precision")
    factor = _constant_factor(got, want, rtol, atol)
    if factor is not None:
        message = f"{name} is not right: every value is off by the same factor"
        raise CheckFailed(f"{message}.", f"{detail} (a factor of {factor:.6g})", "constant_factor")
    if want.size > 1 and _same(got - want, np.full_like(want, (got - want).flat[0]), rtol, atol):
        raise CheckFailed(_wrong(name, "every value is off by the same amount"), detail, "shifted")
    message = f"{name} has the right shape but the wrong value." if want.ndim else f"{name} is not right."
    message += _which_part(np.isclose(got, want, rtol=rtol, atol=atol), got)
    if _is_close(got, want):
        message += " It is close: an approximation, rounding, or a small term added or left out may be the cause."
    raise CheckFailed(message, detail, "wrong_value")


_CLOSE = 0.02
"""What is said to be close to the right value: so far off, as a part of the largest number in it."""


def _has_no_more(digits: int, got: Array) -> bool:
    """Whether numbers have no more digits than this behind the point, but for single precision."""
    return _same(got, np.round(got, digits), 1e-6, 1e-9)


def _is_close(got: Array, want: Array) -> bool:
    """Whether measured numbers, not counted ones, are nearly right."""
    return bool((want % 1 != 0).any()) and _distance(got, want) < _CLOSE * float(np.abs(want).max())


def _in_half_precision(got: Array, want: Array) -> bool:
    """Whether numbers that are close to the right ones are all such that float16 can hold."""
    with np.errstate(all="ignore"):
        return _is_close(got, want) and bool((got.astype(np.float16) == got).all() and (got % 1 != 0).any())


def _nearest(
    got: Array, want: Array, rtol: float, atol: float, mistakes: Mapping[str, tuple[str, Any]]
) -> tuple[str, str] | None:
    """Name and sentence of the mistake that `got` is nearest to: nearer than to `want`, and within tolerance."""
    best, least = None, _distance(got, want)
    for slug, (sentence, wrong) in mistakes.items():
        value = candidate(wrong)
        if value is None or value.shape != got.shape or _same(value, want, rtol, atol):
            continue
        if value.any() and not got.any():  # zero is told as such, though what is nearly zero comes near it
            continue
        if _same(got, value, rtol, atol) and _distance(got, value) < least:
            best, least = (slug, sentence), _distance(got, value)
    return best


def usual_mistakes(got: Array, want: Array, n: int | None) -> dict[str, tuple[str, Array]]:
    """Return what everybody gets wrong.

    Examples
    --------
    >>> sorted(usual_mistakes(np.ones(1), np.ones(1), n=3))
    ['half', 'n_times', 'one_over_n', 'sign_flipped', 'twice']
    """
    found: dict[str, tuple[str, Array]] = {}
    if want.ndim == 2 and want.shape[0] == want.shape[1]:
        found["transposed"] = ("it is the transpose of what it should be", want.T)
    if want.any():
        if not got.any():
            found["all_zero"] = ("it is zero everywhere" if want.ndim else "it is zero", got)
        found["sign_flipped"] = ("the sign is flipped", -want)
        if n is not None and n > 1:
            found["n_times"] = ("it is N times too large, as where the mean over the N datapoints is missing", want * n)
            found["one_over_n"] = ("it is N times too small, so there is one division by N too many", want / n)
        found["twice"] = ("it is twice what it should be", 2 * want)
        found["half"] = ("it is half of what it should be", want / 2)
    if want.ndim and want.shape[0] > 1:
        sentence = "its rows are in the wrong order" if want.ndim > 1 else "its values come in reverse order"
        found["rows_reversed"] = (sentence, want[::-1])
    if want.ndim == 2 and want.shape[1] > 1:
        found["columns_reversed"] = ("its columns are in the wrong order", want[:, ::-1])
    return found


def altered(got: Array, want: Array) -> dict[str, tuple[str, Array]]:
    """Right values to which one thing more was done, or that stand in some of the places only.

    Examples
    --------
    >>> altered(np.ones(2), np.array([1.5, -2.0]))["negatives_cut"][1]
    array([1.5, 0. ])
    """
    with np.errstate(all="ignore"):
        found = {
            "absolute": ("negative values have lost their sign", np.abs(want)),
            "negatives_cut": ("negative values are set to zero", np.maximum(want, 0)),
            "whole_numbers": ("it is cut to whole numbers", np.trunc(want)),
            "squared": ("it is squared", want**2),
            "root": ("its root was taken", np.sqrt(np.abs(want))),
        }
    if (got % 1 == 0).all():
        found["rounded_down"] = ("it is rounded down to whole numbers", np.floor(want))
    if want.size > 1:
        found["sign_only"] = (
            "every value is 1, 0 or −1: it is cut off there, or only the signs are kept",
            np.sign(want),
        )
    if want.ndim and want.shape[-1] > 1:
        found["running_sum"] = ("it holds running sums of the right values", np.cumsum(want, axis=-1))
        what = "columns" if want.ndim == 2 else "values"
        found["one_place_off"] = (f"its {what} are shifted one place to the right", np.roll(want, 1, axis=-1))
        found["one_place_back"] = (f"its {what} are shifted one place to the left", np.roll(want, -1, axis=-1))
    if want.ndim == 2 and want.shape[0] == want.shape[1] > 1:
        diagonal = np.diag(np.diag(want))
        found["diagonal_only"] = ("it is zero off the diagonal", diagonal)
        found["diagonal_missing"] = ("its diagonal is zero", want - diagonal)
        found["half_filled"] = ("it is zero below the diagonal", np.triu(want))
        found["other_half_filled"] = ("it is zero above the diagonal", np.tril(want))
    if want.ndim == 2 and got.shape[0] > 1 and not np.allclose(want, want[:1]):
        found["rows_alike"] = ("all its rows are alike; they should differ", np.broadcast_to(got[:1], got.shape))
    if want.ndim == 2 and got.shape[1] > 1 and not np.allclose(want, want[:, :1]):
        found["columns_alike"] = (
            "all its columns are alike; they should differ",
            np.broadcast_to(got[:, :1], got.shape),
        )
    return found


def _cut_or_squeezed(got: Array, want: Array, rtol: float, atol: float) -> tuple[str, str] | None:
    """Name and sentence where the values are right, but one is missing or too many at an end, or an axis is gone."""
    if got.ndim == want.ndim and want.ndim in (1, 2) and got.shape[:-1] == want.shape[:-1] and got.size and want.size:
        what = "number" if want.ndim == 1 else "column"
        for slug, sentence, mine, right in (
            ("first_missing", f"its first {what} is missing", got, want[..., 1:]),
            ("last_missing", f"its last {what} is missing", got, want[..., :-1]),
            ("one_more_at_the_start", f"there is one {what} too many at its start", got[..., 1:], want),
            ("one_more_at_the_end", f"there is one {what} too many at its end", got[..., :-1], want),
        ):
            if mine.shape == right.shape and right.size and _same(mine, right, rtol, atol):
                return slug, sentence
    if got.ndim < want.ndim and got.shape == want.squeeze().shape and _same(got, want.squeeze(), rtol, atol):
        return "axis_lost", "its values are right, but an axis of length 1 is lost"
    return None


def _which_part(right: NDArray[np.bool_], got: Array) -> str:
    """A sentence about which rows or columns of a wrong array are right, where that is plain."""
    if not right.any() or right.ndim not in (1, 2):
        return ""
    if right.ndim == 2 and len(right) > 1 and right.all(axis=1).any():
        parts, what = right.all(axis=1), "row"
    elif right.ndim == 1 or right.all(axis=0).any():
        parts, what = (right, "number") if right.ndim == 1 else (right.all(axis=0), "column")
    else:
        return ""
    parts = np.asarray(parts)
    good = np.flatnonzero(parts)
    bad = np.flatnonzero(~parts)
    wrong = got[~parts] if what != "column" else got[:, ~parts]
    zero = ", which is zero" if not wrong.any() and len(bad) == 1 else ", which are zero" if not wrong.any() else ""
    if len(bad) == 1 and bad[0] == len(parts) - 1:
        return f" Only the last {what} is wrong{zero}."
    if len(bad) == 1 and bad[0] == 0:
        return f" Only the first {what} is wrong{zero}."
    if bad[0] > good[-1]:
        return f" The first {what}{'s are' if len(good) > 1 else ' is'} right, the later ones are not{zero}."
    if good[0] > bad[-1]:
        return f" The last {what}{'s are' if len(good) > 1 else ' is'} right, the earlier ones are not{zero}."
    return ""


def _constant_factor(got: Array, want: Array, rtol: float, atol: float) -> float | None:
    norm = float((want * want).sum())
    if norm == 0.0 or not np.ptp(want[want != 0]):  # of values that are all one, any are a multiple
        return None
    factor = float((got * want).sum()) / norm
    return factor if factor != 0.0 and _same(got, factor * want, rtol, atol) else None
