"""Named mistakes, and the one cause that explains everything that is wrong."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np

from gradekit.assertions import (
    all_close,
    altered,
    assert_close,
    assert_shape,
    candidate,
    require,
    usual_mistakes,
)
from gradekit.cases import case
from gradekit.failures import CheckFailed

Table = Mapping[str, tuple[str, Any]]
"""Mistakes by slug: the sentence for the student, and a function that asks for what it needs by name:
``{"no_square": ("the square is missing", lambda x, y: (x @ y) / x.sum())}``. ``right`` is what is right, ``got`` what
was given: by it, a mistake with a free number finds that."""

SLIPS = frozenset({"sign_flipped", "twice", "half", "n_times", "one_over_n", "transposed", "rows_reversed", "rounded"})
"""One slip, whatever the task: a factor, a sign, an order. It costs half of a task's points."""

_OWN = inspect.Parameter.empty


def named(table: Table, known: Mapping[str, Any]) -> dict[str, tuple[str, Any]]:
    """Give each mistake what it asks for by name; leave out those that ask for what is not known.

    Examples
    --------
    >>> table = {"halved": ("it is halved", lambda x: x / 2), "other": ("it is y", lambda y: y)}
    >>> [(slug, wrong()) for slug, (_, wrong) in named(table, {"x": 3.0}).items()]
    [('halved', 1.5)]
    """
    found = {}
    for slug, (sentence, wrong) in table.items():
        if not callable(wrong):
            found[slug] = sentence, wrong
            continue
        parameters = inspect.signature(wrong).parameters
        if any(one.kind is one.VAR_KEYWORD for one in parameters.values()):
            found[slug] = sentence, partial(wrong, **known)
            continue
        asked = {name: one.default for name, one in parameters.items()}
        if all(name in known or default is not _OWN for name, default in asked.items()):
            found[slug] = sentence, partial(wrong, **{name: known[name] for name in asked if name in known})
    return found


@dataclass(frozen=True)
class Found:
    """A value that an answer gave, what is right, and in which case.

    Examples
    --------
    >>> Found(4.0, 3.0, "whole_numbers", "for whole numbers").part
    ''
    """

    got: Any
    want: Any
    slug: str = "other_data"
    when: str = "for other data than those of the example"
    known: Mapping[str, Any] = field(default_factory=dict)
    """What mistakes may ask for by name."""
    part: str = ""
    """Of a result in several parts: the name of the part; of a mistake the part of the same place counts."""
    place: int = 0

    def mistakes(self, table: Table) -> dict[str, tuple[str, Any]]:
        """Return the mistakes of a table with the values that they give here."""
        found = named(table, {"right": self.want, "got": self.got, **self.known})
        if self.part:
            return {slug: (sentence, _part_of(wrong, self.place)) for slug, (sentence, wrong) in found.items()}
        return found


def _part_of(wrong: Any, place: int) -> Any:
    return (lambda: wrong()[place]) if callable(wrong) else wrong[place]


def parts_of(
    function: str,
    got: Any,
    want: Sequence[Any],
    names: Sequence[str],
    slug: str = Found.slug,
    when: str = Found.when,
    known: Mapping[str, Any] | None = None,
) -> Iterator[Found]:
    """Take a result apart that should be so many arrays; anything else fails the check.

    Examples
    --------
    >>> [one.part for one in parts_of("split", [[1.0], [2.0]], [np.ones(1), np.ones(1)], ["first", "second"])]
    ['first', 'second']
    """
    require(got is not None, f"{function} returns nothing.", diagnosis="nothing_returned")
    some = isinstance(got, list | tuple) and len(got) == len(want)
    wanted = f"{len(want)} arrays: {', '.join(names)}" if len(want) > 1 else "a list of one array"
    require(some, f"{function} should return {wanted}.", diagnosis="other_number")
    everything = {**(known or {}), "right": want}
    for place, (name, one, right) in enumerate(zip(names, got, want, strict=True)):
        yield Found(one, np.asarray(right, dtype=np.float64), slug, when, everything, name, place)


@dataclass(frozen=True)
class Judge:
    """What is held against values of one name.

    Examples
    --------
    >>> double = Judge("double(x)", {"squared": ("it is the square of x", lambda x: x**2)})
    >>> double.hold(Found(x * x, np.asarray(2 * x), known={"x": x}) for x in (3.0, 5.0))
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: double(x) is not right: it is the square of x.
    received 9 for double(x), but was expecting 6
    >>> double.hold(Found(x * 2, np.asarray(2 * x), known={"x": x}) for x in (3.0, 5.0))
    ''
    """

    name: str
    mistakes: Table = field(default_factory=dict)
    rtol: float = 1e-5
    atol: float = 1e-12
    of_largest: float = 2e-6
    """A part of the largest right number by which all may be off; single precision needs it."""
    n: Callable[[Mapping[str, Any]], int] | None = None
    """The number of datapoints in what is known."""

    def close(self, one: Found, mistakes: Table) -> None:
        """Fail unless one value is right; the cause is the nearest of these mistakes, or of the usual ones."""
        if one.want.size == 0:
            assert_shape(one.got, one.want.shape, one.part or self.name)
            return
        atol = self.atol + self.of_largest * float(np.abs(one.want).max(initial=0.0))
        n = None if self.n is None else self.n(one.known)
        given = partial(one.mistakes, mistakes)
        assert_close(one.got, one.want, one.part or self.name, rtol=self.rtol, atol=atol, n=n, mistakes=given)

    def failure(self, one: Found, mistakes: Table) -> CheckFailed | None:
        try:
            self.close(one, mistakes)
        except CheckFailed as failed:
            return failed
        return None

    def hold(self, found: Iterator[Found], looks_past: Collection[str] = ()) -> str:
        """Fail unless all values are right, or are wrong by one slip that is looked past, whose slug is returned.

        A cause is told only if it explains all that is wrong. Of several that do, the nearest is told.
        """
        wrong: list[tuple[Found, CheckFailed]] = []
        right: list[Found] = []
        raised: CheckFailed | None = None
        try:
            for one in found:
                if failure := self.failure(one, {} if wrong else self.mistakes):
                    wrong.append((one, failure))
                else:
                    right.append(one)
        except CheckFailed as failed:
            if not wrong:
                raise
            raised = failed
        if not wrong:
            return ""
        first, nearest = wrong[0]
        for failure in self._causes(first, nearest):
            slug = failure.diagnosis
            if all(self._explains(slug, one) for one, _ in wrong[1:]) and all(self._agrees(slug, one) for one in right):
                if failure.diagnosis in looks_past and raised is None:
                    return failure.diagnosis
                raise failure
        if not nearest.names_cause:
            with case(first.slug, first.when):
                raise nearest
        message = f"{first.part or self.name} is not right. This happens {first.when}, and in other cases too."
        raise CheckFailed(message, nearest.detail, first.slug, nearest.stage, names_cause=False)

    def _causes(self, one: Found, nearest: CheckFailed) -> Iterator[CheckFailed]:
        """The causes that explain one value: the nearest first, then the author's, then a usual one."""
        if nearest.names_cause or nearest.diagnosis == "constant_factor":
            yield nearest
        for slug, (sentence, _) in self.mistakes.items():
            if slug != nearest.diagnosis and self._comes_of(slug, one):
                yield CheckFailed(
                    f"{one.part or self.name} is not right: {sentence}.", nearest.detail, slug, nearest.stage
                )
        usual = self.failure(one, {})
        if usual is not None and usual.names_cause and usual.diagnosis != nearest.diagnosis:
            yield usual

    def _explains(self, slug: str, one: Found) -> bool:
        """Whether a cause explains another value too; one that cannot be calculated there does not deny it."""
        if slug in self.mistakes:
            return self._comes_of(slug, one) is not False
        failure = self.failure(one, {})
        return failure is not None and failure.diagnosis == slug

    def _agrees(self, slug: str, one: Found) -> bool:
        """Whether a cause leaves a value right that is right."""
        if slug in self.mistakes:
            given = one.mistakes({slug: self.mistakes[slug]})
            value = candidate(given[slug][1]) if given else None
        else:
            n = None if self.n is None else self.n(one.known)
            usual = {**usual_mistakes(one.want, one.want, n), **altered(one.want, one.want)}
            value = candidate(usual[slug][1]) if slug in usual else None
        return value is None or self._near(Found(value, one.want), one.want)

    def _comes_of(self, slug: str, one: Found) -> bool | None:
        """Whether a wrong value is that of a mistake; None where that cannot be calculated."""
        given = one.mistakes({slug: self.mistakes[slug]})
        value = candidate(given[slug][1]) if given else None
        return None if value is None else self._near(one, value) and not self._near(Found(value, one.want), one.want)

    def _near(self, one: Found, other: np.ndarray) -> bool:
        """Whether a value is another one within the tolerance for what is right."""
        try:
            got = np.asarray(one.got, dtype=np.float64)
        except (TypeError, ValueError):
            return False
        atol = self.atol + self.of_largest * float(np.abs(one.want).max(initial=0.0))
        return got.shape == other.shape and all_close(got, other, rtol=max(self.rtol, 1e-6), atol=atol)
