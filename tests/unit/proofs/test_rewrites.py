"""Rewrites compute the same, and look different; answers of the right shape hold nothing but the shape."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np
import pytest

from hippograd.proofs.answers import Variant
from hippograd.proofs.filling import shapes_only
from hippograd.proofs.rewrites import RULES, Rewrite, rewrites
from hippograd.proofs.shape_alone import FILLINGS

ANSWER = """
import math

def helper(values):
    doubled = []
    for value in values:
        doubled.append(2 * value)
    return doubled


def answer(X, power=2):
    total = 0.0
    for i in range(len(X)):
        total += X[i] ** power
    rest = [x + 1 for x in X if x > 1]
    return np.array([total, len(rest), *helper(X)])


def half(x):
    return x / 2


third = lambda x: x / 3
first = np.sum([1, 2])
second = 3
listed = np.array([math.pi * k for k in range(3)])


class Box:
    def __init__(self):
        self.size = 3

    def area(self, times):
        area = times * self.size
        return area
"""
DEFINES = frozenset({"answer", "half", "third", "first", "second", "listed", "Box"})
PLAIN = Rewrite((), ANSWER, defines=DEFINES)


def outcome(one: Rewrite) -> list[Any]:
    """What the cells compute; IPython's magics are left out."""
    names: dict[str, Any] = {"np": np}
    for source in (*one.above, one.source, *one.below):
        exec("\n".join(line for line in source.splitlines() if not line.startswith("%")), names)
    X = np.array([1.0, 2.0, 3.0])
    numbers = [names["answer"](X), names["answer"](X, power=3), names["half"](3.0), names["third"](3.0)]
    return [*numbers, names["first"], names["second"], names["listed"], names["Box"]().area(2)]


def equal(one: list[Any], other: list[Any]) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_changes_the_text_and_not_what_it_computes(rule: str) -> None:
    done = RULES[rule](PLAIN)
    assert done is not None
    assert (done.above, done.source, done.below) != ((), ast.unparse(ast.parse(ANSWER)), ())
    assert equal(outcome(done), outcome(PLAIN))


@pytest.mark.parametrize("number", range(40))
def test_many_rules_together_compute_the_same(number: int) -> None:
    for one in rewrites(
        Variant("task", f"answer {number}", ANSWER), number, DEFINES, {"asserted": "assert first == 3"}
    ):
        assert one.rules
        assert equal(outcome(one), outcome(PLAIN))


def test_every_answer_meets_the_texts_below_two_rules_and_many_together() -> None:
    found = list(rewrites(Variant("task", "a", ANSWER), 3, DEFINES, {"asserted": "assert first == 3"}))
    assert [len(one.rules) for one in found[:3]] == [1, 1, 1]
    assert len(found[3].rules) > 3
    assert found[0].rules == ("asserted",)


def test_a_cell_with_magics_is_rewritten_around_them() -> None:
    found = list(rewrites(Variant("task", "a", "%%time\nW = 1"), 0, frozenset({"W"}), {}))
    assert {rule for one in found for rule in one.rules} == {"more_cells"}


FILLED = """
def pair(X):
    return X.T, [float(X.sum())]


class Model:
    def fit(self):
        self.W = np.arange(6.0).reshape(2, 3) + 0.4

    def forward(self, X):
        return self.W @ X


def update(model):
    model.W = model.W - 1


number: int = 3
kind = IndexError
"""


@pytest.mark.parametrize("filling", FILLINGS)
def test_shapes_alone_keep_the_shapes_and_none_of_the_values(filling: str) -> None:
    right: dict[str, Any] = {"np": np}
    shapes: dict[str, Any] = {"np": np}
    exec(FILLED, right)
    exec(shapes_only(FILLED, filling), shapes)
    X = np.arange(12.0).reshape(3, 4) + 0.1
    models = right["Model"](), shapes["Model"]()
    pairs = [(right["pair"](X)[0], shapes["pair"](X)[0]), (right["pair"](X)[1], shapes["pair"](X)[1])]
    for model in models:
        model.fit()
    pairs += [(models[0].W, models[1].W), (models[0].forward(X), models[1].forward(X))]
    kept = models[1].W
    models[0].W, models[1].W = right["pair"](X)[0][:2, :3], right["pair"](X)[0][:2, :3]
    right["update"](models[0]), shapes["update"](models[1])
    pairs += [(models[0].W, models[1].W), (right["number"], shapes["number"])]
    for want, got in pairs:
        assert np.shape(want) == np.shape(got)
        assert not np.isclose(want, got).any()
    assert np.array_equal(kept, models[1].W)  # the same shape, the same numbers
    assert shapes["kind"] is ArithmeticError
