"""Problems that a declared task is tried on: arrays by letters, in the sizes and kinds in which answers go wrong."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from gradekit.cases import numbers_of_all_kinds
from gradekit.proxy import Student, keep

Problem = dict[str, Any]
"""What a task is given, by name."""

Case = tuple[str, str, Problem]
"""A slug, the case in words, and the problem."""

_FEW = (5, 7, 11, 13)
"""Sizes that agree in no factor: N is told from K, and from 2."""


@dataclass(frozen=True)
class Letters:
    """An array by the letters of its shape: ``"K N"``, ``"2 K+1"``, ``""`` for one number."""

    shape: str
    low: float = -2.0
    high: float = 2.0
    below: str = ""
    """Of whole numbers: the letter that they stay below."""

    def letters(self) -> list[str]:
        return [part for side in self.shape.split() for part in side.split("+") if not part.isdigit()]

    def sides(self, sizes: Mapping[str, int]) -> tuple[int, ...]:
        """Return the shape for these sizes.

        Examples
        --------
        >>> array("2 K+1").sides({"K": 5})
        (2, 6)
        """
        sides = (side.split("+") for side in self.shape.split())
        return tuple(sum(int(part) if part.isdigit() else sizes[part] for part in side) for side in sides)

    def draw(self, rng: np.random.Generator, sizes: Mapping[str, int], kind: str = "") -> Any:
        """Return numbers of a kind: any, ``"whole_numbers"``, ``"small_numbers"`` or ``"all_kinds"``."""
        shape = self.sides(sizes)
        if self.below:
            return rng.integers(sizes[self.below], size=shape)
        if kind == "whole_numbers":
            return rng.integers(int(np.ceil(self.low)), int(self.high) + 3, size=shape)
        if kind == "all_kinds" and self.low < 0:
            return numbers_of_all_kinds(rng, shape)
        numbers = rng.uniform(self.low, self.high, size=shape)
        return numbers * 2e-7 if kind == "small_numbers" else numbers


@dataclass(frozen=True)
class GivenFunction:
    """A function that an answer is given, as one text for both sides; with `values`, the text makes it from them.

    Examples
    --------
    >>> GivenFunction("lambda k: lambda W: k * W", 2.0).ours(3.0)
    6.0
    """

    source: str
    values: tuple[Any, ...]

    def __init__(self, source: str, *values: Any) -> None:
        object.__setattr__(self, "source", source)
        object.__setattr__(self, "values", values)

    @property
    def ours(self) -> Callable[..., Any]:
        function = eval(self.source, {"np": np})
        return function(*self.values) if self.values else function  # type: ignore[no-any-return]

    def theirs(self, student: Student) -> Any:
        function = student.function(self.source)
        return keep(function)(*self.values) if self.values else function


def array(shape: str, low: float = -2.0, high: float = 2.0) -> Letters:
    """Declare an array of numbers from `low` to `high` by the letters of its shape.

    Examples
    --------
    >>> array("K N").draw(np.random.default_rng(0), {"K": 2, "N": 3}).shape
    (2, 3)
    """
    return Letters(shape, low, high)


def integers(shape: str, below: str) -> Letters:
    """Declare an array of whole numbers from 0 to a letter, such as the classes of N moments.

    Examples
    --------
    >>> set(integers("N", below="K").draw(np.random.default_rng(0), {"K": 3, "N": 50}).tolist())
    {0, 1, 2}
    """
    return Letters(shape, below=below)


def drawn(
    arrays: Mapping[str, Letters],
    rng: np.random.Generator,
    sizes: Mapping[str, int] | None = None,
    kind: str = "",
) -> Problem:
    """Draw one problem; letters without a size get few, no two the same.

    Examples
    --------
    >>> problem = drawn({"X": array("K N"), "w": array("K")}, np.random.default_rng(0), {"N": 1})
    >>> problem["X"].shape[1], len(problem["X"]) == len(problem["w"])
    (1, True)
    """
    letters = dict.fromkeys(letter for one in arrays.values() for letter in one.letters())
    few = dict(zip(letters, rng.permutation(_FEW).tolist(), strict=False)) | dict(sizes or {})
    return {name: one.draw(rng, few, kind) for name, one in arrays.items()}


def usual_cases(
    draw: Callable[..., Problem], words: Mapping[str, str], many: Mapping[str, int], without: Collection[str] = ()
) -> Iterator[Case]:
    """Draw the problems that every function is tried on, but for those that are waived by their slug."""
    found: list[tuple[str, str, Callable[[], Problem]]] = [
        ("other_data", "for other data than those of the example", partial(draw, {})),
        ("called_again", "when it is called again with other data", partial(draw, {})),
    ]
    for letter, word in words.items():
        found.append((f"one_{word}", f"for one {word}", partial(draw, {letter: 1})))
        size = many.get(letter, 200)
        found.append((f"more_{word}s", f"for many {word}s", partial(draw, {letter: size})))
    if len(words) > 1:
        found.append(("all_one", "where every size is 1", partial(draw, dict.fromkeys(words, 1))))
        found.append(("square", "where sizes are equal", partial(draw, dict.fromkeys(words, 4))))
    for kind, when in (
        ("whole_numbers", "for whole numbers"),
        ("all_kinds", "where zeros, negative, large and small numbers are among the data"),
        ("small_numbers", "for small numbers"),
    ):
        found.append((kind, when, partial(draw, {}, kind)))
    for slug, when, make in found:
        problem = make()  # also of what is waived: the others draw the same then
        if slug not in without:
            yield slug, when, problem
