"""`Fit`: a method that sets an attribute of a model from the data that the model has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any

import numpy as np

from gradekit.assertions import as_array, require
from gradekit.cases import Given, case, hint_if_raised, little_changes, put_in_place
from gradekit.causes import Found, Judge, Table
from gradekit.failures import CheckFailed
from gradekit.proxy import Notes, Proxy, Student, told

Data = Mapping[str, np.ndarray]
Draw = Callable[[np.random.Generator, Any], Data]

ARRAYS_LEFT = (
    "lambda model, method: [array for array in [getattr(model, method)(), *getattr(model, '__dict__', {}).values()]"
    " if hasattr(array, 'shape')]"
)
"""The array that a method returns, and all that the model has then."""


@dataclass(frozen=True)
class Fit:
    """A method that sets an attribute from those data that decide.

    Examples
    --------
    >>> from gradekit.checks import LocalStudent
    >>> class Mean:
    ...     def __init__(self, x):
    ...         self.x, self.m = x, 0.0
    ...     def fit(self):
    ...         self.m = self.x.mean(keepdims=True)
    >>> mean = Fit("Mean", "fit", "m", right=lambda x: [x.mean()], decides=("x",), cases={
    ...     "few": ("for few", lambda rng, session: {"x": rng.normal(1, size=5)}),
    ...     "many": ("for many", lambda rng, session: {"x": rng.normal(1, size=50)})})
    >>> mean.values(LocalStudent({"Mean": Mean}), np.random.default_rng(0), None, "few", "many")
    """

    model: str
    method: str
    sets: str
    right: Callable[..., Any]
    """Gives the right value, from the data that decide, by name."""
    decides: Sequence[str]
    """The data that decide; no other ones have a say."""
    cases: Mapping[str, tuple[str, Draw]]
    """By slug: the case in words, and what draws its data."""
    mistakes: Table = field(default_factory=dict)
    kept_back: Mapping[str, str] = field(default_factory=dict)
    """The data that may be taken for those that decide, and must not: ``{"X_train": "X_test"}``."""
    made_with: Mapping[str, Any] = field(default_factory=dict)
    hint: str = ""
    near: float = 1e-3
    """How far a number may be off."""

    def want(self, data: Data) -> np.ndarray:
        """Return the right value for these data."""
        return np.asarray(self.right(**{name: data[name] for name in self.decides}), dtype=np.float64)

    def values(
        self,
        student: Student,
        rng: np.random.Generator,
        session: Any,
        *slugs: str,
        anywhere: bool = False,
        looks_past: Collection[str] = (),
    ) -> None:
        """Fail unless the value is right in these cases.

        Other checks tell what is looked past: with `anywhere`, that the right value is returned or stands under another
        name; ``"one_slip"``, see `but_for_one_slip`; and ``"other_data"``, that other data were used.
        """
        notes, drawn = Notes(), [(slug, *self.cases[slug]) for slug in slugs]
        problems = [(slug, when, draw(rng, session)) for slug, when, draw in drawn]
        for _, _, data in problems:
            start = np.zeros_like(self.want(data)) if anywhere else None  # what is added to it is right then
            model = self._made(student, data, start)
            notes.attribute(model, self.sets)
            notes.call(student.function(ARRAYS_LEFT), model, self.method)
            notes.attribute(model, self.sets)
        found = self._found(iter(notes), problems, anywhere, "one_slip" in looks_past)
        other_data = {slug for slug in self._wrong_data() if "centred" not in slug and "shifted" not in slug}
        self._judge().hold(found, other_data if "other_data" in looks_past else ())

    def _found(self, notes: Iterator[Any], problems: Any, anywhere: bool, but_for_a_slip: bool) -> Iterator[Found]:
        for slug, when, data in problems:
            with case(slug, when), hint_if_raised(self.hint):
                before, left, got = (next(notes) for _ in range(3))
            want, best = self.want(data), []
            for one in (got, *left) if anywhere else (got,):
                with suppress(CheckFailed):
                    array = as_array(one, self.sets)
                    is_right = array.shape == want.shape and np.abs(array - want).max() < self.near
                    if is_right or (but_for_a_slip and but_for_one_slip(array, want, self.near)):
                        best.append(one)
            if not best:
                self._require_set(got, before, want)
            if not best or not (anywhere or but_for_a_slip):
                yield self._one(got, data, slug, when)

    def _judge(self, more: Table | None = None) -> Judge:
        found = {**(more or {}), **self.mistakes, **self._wrong_data()}
        return Judge(self.sets, found, rtol=0, atol=self.near, of_largest=0, n=self._n)

    def _n(self, data: Data) -> int:
        return int(data[self.decides[0]].shape[-1])

    def _one(self, got: Any, data: Data, slug: str, when: str, **more: Any) -> Found:
        return Found(got, self.want(data), slug, when, {**data, **more})

    def _made(self, student: Student, data: Data, start: Any = None) -> Proxy:
        model = told(getattr(student, self.model))(**data, **self.made_with)
        if start is not None:
            setattr(model, self.sets, start)
        return model

    def _note(self, notes: Notes, model: Proxy) -> None:
        told(getattr(model, self.method))()
        notes.attribute(model, self.sets)

    def _require_set(self, got: Any, before: Any, want: np.ndarray) -> None:
        """Fail where the attribute is as it was, or what is right is added to that."""
        got, before = as_array(got, self.sets), as_array(before, self.sets)
        if got.shape != before.shape:
            return
        text = f"{self.method}() has not changed {self.sets}: the result has to be assigned to self.{self.sets}."
        require(not np.array_equal(got, before), text, diagnosis="not_set")
        is_added = got.shape == want.shape and np.allclose(got - before, want, rtol=0, atol=self.near)
        text = f"{self.method}() adds what is right to the {self.sets} that the model has: it should take its place."
        require(not is_added or not before.any(), text, diagnosis="added_to_the_old")
        left = np.flatnonzero(np.all(got == before, axis=1)) if got.ndim == 2 else ()
        text = f"{self.method}() has left a row of {self.sets} as it was."
        require(len(left) == 0, text, diagnosis="row_not_set")

    def _wrong_data(self) -> dict[str, tuple[str, Any]]:
        """The right value of wrong data: a part of them, shifted or centred ones, those that have no say."""
        part = "only a part of the data is used"
        cuts: dict[str, tuple[str, Any]] = {
            "first_half": (part, lambda n: slice(n // 2)),
            "second_half": (part, lambda n: slice(n // 2, None)),
            "first_column_missing": ("the first moment is left out", lambda n: slice(1, None)),
            "last_column_missing": ("the last moment is left out", lambda n: slice(-1)),
        }
        cuts |= {f"every_{step}": (part, lambda n, step=step: slice(None, None, step)) for step in (2, 3, 5, 10)}
        cuts |= {f"first_{few}": (part, lambda n, few=few: slice(few)) for few in (100, 500, 1000)}

        def of(change: Callable[[str, np.ndarray], np.ndarray]) -> Callable[..., Any]:
            return lambda **data: self.right(**{name: change(name, data[name]) for name in self.decides})

        found: dict[str, tuple[str, Any]] = {}
        for slug, (sentence, cut) in cuts.items():
            found[slug] = sentence, of(partial(_cut, cut))
        for name in self.decides:
            text = f"{name} is shifted against the rest: their columns belong together"
            shift = lambda other, array, name=name: array[..., 1:] if other == name else array[..., :-1]  # noqa: E731
            found[f"shifted_{name}"] = (text, of(shift))
            centre = lambda other, array, name=name: _centred(array) if other == name else array  # noqa: E731
            found[f"centred_{name}"] = (f"a mean was subtracted from {name}", of(centre))
        text = "it is the fit of another model, one with a bias, or of data whose means were subtracted"
        found["centred"] = (text, of(lambda _, array: _centred(array)))
        if self.kept_back:
            back = self.kept_back
            text = "it is fitted to the data that are kept back to test it"
            found["test_data"] = (text, lambda **data: self.right(**{name: data[back[name]] for name in self.decides}))
            both = lambda **data: self.right(**{k: np.hstack([data[k], data[back[k]]]) for k in self.decides})  # noqa: E731
            found["all_data"] = ("the data that are kept back to test it were used in the fit", both)
        return found

    # -- what holds of every fit ---------------------------------------------------------------------------------------

    def nothing_else_counts(
        self, student: Student, rng: np.random.Generator, session: Any, first: str, second: str
    ) -> None:
        """Fail where data change, or where another model, an earlier fit, chance, a start or other data have a say."""
        one, two = (dict(self.cases[slug][1](rng, session)) for slug in (first, second))
        given, notes = Given(student, **one), Notes()
        model = told(getattr(student, self.model))(**{name: getattr(given, name) for name in one}, **self.made_with)
        given.note(notes, getattr(model, self.method))
        for name in (*one, self.sets):
            notes.attribute(model, name)
        twin = self._made(student, one)
        self._note(notes, twin)
        self._note(notes, self._made(student, two))
        notes.attribute(model, self.sets)
        found = iter(notes)
        with hint_if_raised(self.hint):
            given.noted(found)
        given.require_unharmed(f"{self.method}()")
        for name, array in one.items():
            same = np.array_equal(next(found), array)
            require(same, f"{self.method}() changes {name} of the model.", diagnosis="data_changed")
        got, again, _, after = found
        alike = np.shape(got) == np.shape(again) and np.allclose(got, again, rtol=0, atol=self.near)
        random = "Two models of the same data get different values: their start, chance, or an earlier fit has a say."
        require(alike, random, diagnosis="depends_on_start")
        shared = f"{self.sets} of a model changes when another one is fitted: give each model its own."
        require(np.array_equal(got, after), shared, diagnosis="weights_shared")
        small = {name: array / 100 for name, array in one.items()}
        near = self.want(small)
        near[..., -1] += 0.01  # where numbers are small, hardly any loss
        far = rng.normal(scale=300, size=near.shape)
        others = one | {name: array for name, array in two.items() if name not in self.decides}
        alike_in_shape = dict(self.cases[first][1](rng, session))
        notes, asked = Notes(), list[Any]([("other_data", "for other data", one, {})])
        for slug, when, data, start in (
            ("called_again", "when another model has been fitted before", one, None),
            ("irrelevant_data", "when data that should not matter are other ones", others, None),
            ("depends_on_start", "when it starts far off, which should not matter", one, far),
            ("depends_on_start", "when numbers are small and it starts nearly right", small, near),
            ("called_again", "when a model with data of the same shapes has been fitted before", alike_in_shape, None),
        ):
            self._note(notes, self._made(student, data, start))
            known = {"first": self.want(one)} if data is alike_in_shape else {}
            asked.append((slug, when, data, known if start is None else {"start": start}))
        changed = {**one, **{name: two[name] for name in self.decides}}
        for name in self.decides:
            setattr(model, name, two[name])
        self._note(notes, model)
        first_fit = self.want(one)
        asked.append(
            ("called_again", "when the model has other data and is fitted again", changed, {"first": first_fit})
        )
        filled = self.want(changed)
        for name in self.decides:
            old: dict[str, Any] = {"first": first_fit, "filled": filled, "before": self.want(changed)}
            changed = {**changed, name: next(little_changes(changed[name]))}
            put_in_place(model, name, changed[name])
            self._note(notes, model)
            when = f"when there are other numbers in {name} and the model is fitted again"
            asked.append(("called_again", when, changed, old))

        def answers() -> Iterator[Found]:
            results = chain([got], notes)
            for slug, when, data, more in asked:
                with case(slug, when), hint_if_raised(self.hint):
                    found = next(results)
                yield self._one(found, data, slug, when, **more)

        self._judge(FITTED_ONCE).hold(answers())


EARLIER = "it is the result of an earlier fit: the data have changed since"
ADDED = "what is right is added to what the model has: it should take its place"
FITTED_ONCE: Table = {
    "fitted_once": (EARLIER, lambda first: first),
    "kept": (EARLIER, lambda before: before),
    "kept_by_array": (EARLIER, lambda filled: filled),
    "added_to_the_old": (
        "what is right is added to what the model has: it should take its place",
        lambda start, right: start + right,
    ),
}


def but_for_one_slip(got: np.ndarray, want: np.ndarray, near: float) -> bool:
    """Return whether an array is right but for its order, one factor, rounding or one row.

    Examples
    --------
    >>> W = np.array([[1.0, 2.0], [3.0, 5.0]])
    >>> but_for_one_slip(-2 * W.T, W, 1e-3), but_for_one_slip(W**2, W, 1e-3)
    (True, False)
    """
    with np.errstate(all="ignore"):
        if got.shape == want.shape and want.ndim == 2 and len(want) > 1:
            off = np.abs(got - want).max(axis=1)
            if off.min() < near and off.max() > 0.1:
                return True
        for one in (got, got.T, got[::-1]) if got.ndim == 2 else (got,):
            if one.shape == want.shape and one.any():
                factor = np.sum(one * want) / np.sum(one**2)
                if factor and np.abs(one * factor - want).max() < 10 * near:
                    return True
    return False


def _cut(cut: Callable[[int], slice], _: str, array: np.ndarray) -> np.ndarray:
    part: np.ndarray = array[..., cut(array.shape[-1])]
    return part


def _centred(array: np.ndarray) -> np.ndarray:
    centred: np.ndarray = array - array.mean(axis=-1, keepdims=True)
    return centred
