"""A grader as a table: what is right, on which problems it is tried, and which mistakes have a name.

`Function` gives a result, `Value` is typed or calculated, `Fit` (in `gradekit.fits`) sets an attribute from a model's
data. What a kind holds by default is waived by its name in `without`. No reference ships: a public check that reaches
one is refused when a release is built.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from inspect import signature
from typing import Any

import numpy as np

from gradekit.assertions import assert_gradient, numerical_gradient, require
from gradekit.cases import assert_nothing_kept, case, hint_if_raised
from gradekit.causes import Found, Judge, Table, named, parts_of
from gradekit.failures import CheckFailed
from gradekit.problems import Case, GivenFunction, Letters, Problem, drawn, usual_cases
from gradekit.proxy import Notes, Proxy, Student, keep


@dataclass(frozen=True)
class Model:
    """A model of the student's, looked at through a function of all that its result depends on.

    The function sets what it is given on a model, the same one for arguments of the same shapes, and gives a result.
    So whatever holds of a function holds of the model: weights that are set or changed in place count at once.

    Examples
    --------
    >>> from gradekit.checks import LocalStudent
    >>> from types import SimpleNamespace
    >>> class Linear:
    ...     def forward(self, X):
    ...         return self.W @ X
    >>> forward = Model("Linear", sets={"W": "W"}, gives="model.forward(X)")
    >>> forward.through(LocalStudent({"Linear": Linear}), ["W", "X"])(np.eye(2), np.ones((2, 1))).tolist()
    [[1.0], [1.0]]
    """

    kind: str
    gives: str
    """The result, as text, of the arguments and `model`."""
    sets: Mapping[str, str] = field(default_factory=dict)
    """What is set on the model, as texts."""
    made_with: str = ""
    """The arguments that it is made with, as text."""
    functions: Sequence[str] = ()
    """Other names of the student's that stand in these texts."""
    known_by: str = ""
    """What tells models apart, as text; the shapes of the arguments by default."""

    def through(self, student: Student, arguments: Sequence[str]) -> Proxy:
        """Make the function on the student's side."""
        sets = " ".join(f"setattr(model, {name!r}, {value})," for name, value in self.sets.items())
        known_by = self.known_by or f"[np.shape(one) for one in ({', '.join(arguments)},)]"
        source = (
            f"lambda Kind, {', '.join(self.functions)}: (lambda models: lambda {', '.join(arguments)}: (lambda model:"
            f" [{sets} {self.gives}][-1])((lambda of: models.get(of) or models.setdefault(of, Kind({self.made_with})))"
            f"(str({known_by}))))({{}})"
        ).replace("Kind, :", "Kind:")
        given = (getattr(student, name) for name in (self.kind, *self.functions))
        made: Proxy = keep(student.function(source))(*given)
        return made


class Function:
    """A function, or a method of a model, that gives a result for any arguments.

    Parameters
    ----------
    call : str
        How the student calls it: ``"gram(X)"``.
    right : callable
        Gives what is right, from the arguments by name.
    mistakes : mapping
        A slug, the sentence for the student, and a function of the arguments, see `gradekit.causes`.
    name : str
        What messages call the result; the call by default.
    hint : str
        What most likely is wrong where it raises.
    knows : callable, optional
        Gives more that mistakes may ask for by name, from the arguments.
    on : Model, optional
        The model through which it is looked at; then `call` names all that the result depends on.
    words : mapping
        What letters stand for: ``{"N": "moment"}``.
    n : str
        The letter of the number of datapoints: the last one of an argument.
    gradient_of : callable, optional
        The loss, of the arguments: the result is held against its central difference by the argument `wrt` too.
    any_shape : bool
        Whether the argument may have any shape.
    parts : sequence of str, or callable
        The names of the arrays that it returns, where it returns several; or what gives them for a problem.
    through : callable, optional
        Makes, on the student's side, the function of these arguments from what the student has.
    takes : mapping
        The letters of the arguments, and of what is set on the model.

    Examples
    --------
    >>> from gradekit.checks import LocalStudent
    >>> from gradekit.problems import array
    >>> double = Function("double(x)", right=lambda x: 2 * x, takes={"x": array("N")})
    >>> double.holds(LocalStudent({"double": lambda x: x + x}), np.random.default_rng(0))
    >>> double.holds(LocalStudent({"double": lambda x: x * x}), np.random.default_rng(0))
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: double(x) has the right shape but the wrong value. This happens ...
    """

    def __init__(
        self,
        call: str,
        *,
        right: Callable[..., Any],
        mistakes: Table | None = None,
        name: str = "",
        hint: str = "",
        knows: Callable[..., Mapping[str, Any]] | None = None,
        on: Model | None = None,
        words: Mapping[str, str] | None = None,
        n: str = "",
        gradient_of: Callable[..., Any] | None = None,
        wrt: str = "",
        any_shape: bool = False,
        parts: Sequence[str] | Callable[[Problem], Sequence[str]] = (),
        through: Callable[[Student], Proxy] | None = None,
        rtol: float = 1e-5,
        atol: float = 1e-12,
        of_largest: float = 2e-6,
        takes: Mapping[str, Letters] | None = None,
    ) -> None:
        self.call, self.name, self.right, self.hint = call, call.partition("(")[0], right, hint
        self.words, self.gradient_of, self.wrt, self.any_shape = dict(words or {}), gradient_of, wrt, any_shape
        self.draws, self.knows, self.parts = dict(takes or {}), knows, parts
        self.arguments = [name.strip() for name in call.partition("(")[2].rstrip(")").split(",")]
        self.through = partial(on.through, arguments=self.arguments) if on else through
        counted = next((name for name in self.draws if n and self.draws[name].shape.split()[-1:] == [n]), None)
        count = None if counted is None else lambda known: np.shape(known[counted])[-1]
        self.judge = Judge(name or call, mistakes or {}, rtol=rtol, atol=atol, of_largest=of_largest, n=count)

    def draw(self, rng: np.random.Generator, kind: str = "", **sizes: int) -> Problem:
        """Draw a problem of one's own; letters without a size get few."""
        return drawn(self.draws, rng, sizes, kind)

    def holds(
        self,
        student: Student,
        rng: np.random.Generator,
        *,
        many: Mapping[str, int] | None = None,
        also: Sequence[Case] = (),
        only: Sequence[Case] | None = None,
        without: Collection[str] = (),
        looks_past: Collection[str] = (),
        sizes: Mapping[str, int] | None = None,
        pair: tuple[Problem, Problem] | None = None,
        alike: Problem | None = None,
        places: Sequence[int] = (),
        works: Mapping[str, tuple[str, Sequence[Case]]] | None = None,
        **known: Any,
    ) -> None:
        """Fail unless it is right on the usual problems and those of the author, and keeps the laws.

        Parameters
        ----------
        many : mapping
            The largest size of each letter, such as that of the session.
        also, only : sequence of cases
            Problems of the author, besides the usual ones or in place of them.
        without : collection of str
            What is waived: usual cases by their slugs; ``"unharmed"``, ``"nothing_kept"``, ``"central_differences"``.
        looks_past : collection of str
            Slips that other checks tell; the laws are held with them in place of what is right.
        sizes : mapping
            The size of a letter where laws are held.
        pair : two problems, optional
            What it is called with to see that nothing is kept; drawn by default.
        alike : problem, optional
            One whose sizes are equal, so that nothing need raise: its value tells why another one did.
        places : sequence of int
            Which of its parts are looked at, each by itself; all of them together by default.
        works : mapping, optional
            By slug, a sentence and cases: where it raises, that it is right in these cases, or has one slip, tells why.
        **known
            What mistakes may ask for by name, besides the arguments.
        """

        def draw(sizes: Mapping[str, int], kind: str = "") -> Problem:
            return self.draw(rng, kind, **sizes)

        usual = usual_cases(draw, self.words, many or {}, tuple(without)) if only is None else only
        letters = dict.fromkeys(letter for one in self.draws.values() for letter in one.letters())
        few = {**dict(zip(letters, (6, 5, 7), strict=False)), **(sizes or {})}
        pair = pair or (draw(few), draw(few))
        cases, slip = [*usual, *also], ""
        try:
            answers = self._all(student, cases, without, known)
            for place in places or (None,):
                slip = self.judge.hold(answers(place), looks_past) or slip
        except CheckFailed as failed:
            if failed.diagnosis == "raised" and alike is not None:
                self._where_sizes_are_equal(student, alike, failed, known)
            for slug, (sentence, others) in (works or {}).items() if failed.diagnosis == "raised" else ():
                with suppress(CheckFailed):
                    self.judge.hold(self._answers(student, others, ("unharmed",), known), self.judge.mistakes)
                    failed = CheckFailed(f"{failed.message} {sentence}.", failed.detail, slug, "raised")
                    break
            if not failed.names_cause and failed.stage in ("value", "shape") and "nothing_kept" not in without:
                self._nothing_kept(student, None, pair)  # chance, or what is kept, may be the cause
            raise failed from None
        right = self._with(slip, known)
        if "nothing_kept" not in without:
            self._nothing_kept(student, right, pair)
        if self.gradient_of is not None and not slip and "central_differences" not in without:
            self._agrees_with_central_differences(student, rng, self.gradient_of)

    def _where_sizes_are_equal(
        self,
        student: Student,
        alike: Problem,
        raised: CheckFailed,
        known: Any,
    ) -> None:
        """Fail with the cause that shows where all sizes are equal, if there is one."""
        try:
            self.judge.hold(self._answers(student, [("alike", "", alike)], ("unharmed",), known))
        except CheckFailed as failed:
            if failed.stage == "value" and failed.names_cause:
                message = f"{raised.message} Where all sizes are equal it runs, but {failed.message}"
                raise CheckFailed(message, raised.detail, failed.diagnosis, "raised") from raised

    def slip(self, student: Student, problem: Problem, looks_past: Collection[str], **known: Any) -> str:
        """Return the slip that a task's other checks look past; nothing where it is right, or wrong in another way."""
        with suppress(CheckFailed):
            answers = self._answers(student, [("other_data", "", problem)], ("unharmed",), known)
            return self.judge.hold(answers, looks_past)
        return ""

    # -- on the student's side -----------------------------------------------------------------------------------------

    def _of(self, student: Student) -> Proxy:
        """The function, or what is made of what the student has."""
        return self.through(student) if self.through else getattr(student, self.name)

    def _theirs(self, student: Student, problem: Problem) -> list[Any]:
        """The arguments, with functions as they are on the student's side."""
        return [_theirs(student, problem[name]) for name in self.arguments]

    def _known(self, problem: Problem) -> Problem:
        """What mistakes may ask for: the problem, with its functions as they are on our side, and what follows."""
        ours = _ours(problem)
        return {**(self.knows(**ours) if self.knows else {}), **ours}

    def _want(self, problem: Problem) -> Any:
        with np.errstate(all="ignore"):
            right = self.right(**_ours(problem))
        return list(right) if self.parts else np.asarray(right, dtype=np.float64)

    def _all(
        self, student: Student, cases: Sequence[Case], without: Collection[str], known: Any
    ) -> Callable[[int | None], Iterator[Found]]:
        """Ask once, and give the answers of one part, or of all, with what was raised at last."""
        found: list[Found] = []
        raised: CheckFailed | None = None
        try:
            for one in self._answers(student, cases, without, known):
                found.append(one)  # what came before is kept where one raises
        except CheckFailed as failed:
            raised = failed

        def of(place: int | None) -> Iterator[Found]:
            yield from (one for one in found if place is None or one.place == place)
            if raised is not None:
                raise raised

        return of

    def _answers(
        self,
        student: Student,
        cases: Sequence[Case],
        without: Collection[str],
        known: Any,
    ) -> Iterator[Found]:
        """Ask for all problems in one crossing, and look at each: what it gave, and what it left of its arguments."""
        notes, asked, unharmed, function = Notes(), [], "unharmed" not in without, self._of(student)
        for slug, when, problem in cases:
            theirs = dict(zip(self.arguments, self._theirs(student, problem), strict=True))
            arrays = {name: problem[name] for name, one in theirs.items() if isinstance(one, np.ndarray | list)}
            given = {name: student.keep(theirs[name]) for name in arrays}
            notes.call(function, *(given.get(name, value) for name, value in theirs.items()))
            if unharmed and arrays:
                notes.values(*given.values())
            asked.append((slug, when, problem, arrays))
        results, before = iter(notes), None
        for slug, when, problem, arrays in asked:
            with case(slug, when), hint_if_raised(self.hint):
                got = next(results)
            want = self._want(problem)
            if unharmed and arrays:
                self._require_unharmed(arrays, next(results))
            everything = {**known, **self._known(problem), **({} if before is None else {"before": before})}
            if not self.parts:
                yield Found(got, want, slug, when, everything)
            else:
                names = self.parts(problem) if callable(self.parts) else self.parts
                yield from parts_of(self.name, got, want, names, slug, when, everything)
            before = want

    def _require_unharmed(self, arrays: Mapping[str, Any], left: Sequence[Any]) -> None:
        for (name, array), one in zip(arrays.items(), left, strict=True):
            is_kept = not isinstance(array, list) or _shapes(one) == _shapes(array)
            kind, diagnosis = ("array", "damages_input") if is_kept else ("list", "damages_list")
            text = f"{self.name} changes the {kind} {name} that it is given: put what it calculates into a new {kind}."
            require(_same(one, array), text, diagnosis=diagnosis)

    # -- the laws ------------------------------------------------------------------------------------------------------

    def _with(self, slip: str, known: Mapping[str, Any]) -> Callable[[Problem], Any] | None:
        """What is right, or what the slip that is looked past makes of it; nothing where that is not known."""
        table = {name: one for name, one in {**USUAL_SLIPS, **self.judge.mistakes}.items() if name == slip}

        if slip and ("got" in signature(table[slip][1]).parameters if slip in table else True):
            return None

        def right(problem: Problem) -> np.ndarray:
            want = self._want(problem)
            wrong = named(table, {**known, **self._known(problem), "right": want})
            return (wrong[slip][1]() if self.parts else np.asarray(wrong[slip][1]())) if slip else want

        return right

    def _nothing_kept(
        self,
        student: Student,
        right: Callable[[Problem], Any] | None,
        pair: tuple[Problem, Problem],
    ) -> None:
        first, second = pair
        function = self._of(student)
        one, two = self._theirs(student, first), self._theirs(student, second)

        asked = zip([*one, *two], [*map(first.get, self.arguments), *map(second.get, self.arguments)], strict=True)
        ours = {id(theirs): value for theirs, value in asked if not isinstance(theirs, np.ndarray)}

        def of(*values: Any) -> Any:
            given = {name: ours.get(id(one), one) for name, one in zip(self.arguments, values, strict=True)}
            return right({**first, **given}) if right else None

        assert_nothing_kept(function, one, two, self.judge.name, of if right else None, any_shape=self.any_shape)

    def _agrees_with_central_differences(
        self, student: Student, rng: np.random.Generator, loss: Callable[..., Any]
    ) -> None:
        problem = self.draw(rng)
        function = self._of(student)
        numerical = numerical_gradient(lambda V: float(loss(**{**problem, self.wrt: V})), problem[self.wrt])
        assert_gradient(function(*(problem[name] for name in self.arguments)), numerical, self.judge.name, rtol=1e-4)


def _ours(problem: Problem) -> Problem:
    """A problem with its functions as they are on our side."""
    return {name: _our(value) for name, value in problem.items()}


def _our(value: Any) -> Any:
    if isinstance(value, list):
        return [_our(one) for one in value]
    return value.ours if isinstance(value, GivenFunction) else value


def _theirs(student: Student, value: Any) -> Any:
    if isinstance(value, list):
        return [_theirs(student, one) for one in value]
    return value.theirs(student) if isinstance(value, GivenFunction) else value


def _shapes(values: Any) -> list[Any]:
    """The shapes of the arrays in a list, as far as they are arrays."""
    return [one.shape if isinstance(one, np.ndarray) else None for one in values]


def _same(left: Any, array: Any) -> bool:
    if isinstance(array, list):
        return isinstance(left, list) and len(left) == len(array) and all(map(_same, left, array))
    return isinstance(array, GivenFunction) or np.array_equal(np.asarray(left), array)


USUAL_SLIPS: Table = {
    "sign_flipped": ("the sign is flipped", lambda right: -right),
    "twice": ("it is twice what it should be", lambda right: 2 * right),
    "half": ("it is half of what it should be", lambda right: right / 2),
    "transposed": ("it is transposed", lambda right: right.T),
    "rows_reversed": ("its rows are in the wrong order", lambda right: right[::-1]),
}


@dataclass(frozen=True)
class Value:
    """A value that is typed or calculated: its name, what is right, the named mistakes.

    Examples
    --------
    >>> from gradekit.checks import LocalStudent
    >>> half = Value("n_half", mistakes={"twice_it": ("it is doubled", lambda n: 2 * n)})
    >>> half.holds(LocalStudent({"n_half": 12}), 3, n=6)
    Traceback (most recent call last):
    gradekit.failures.CheckFailed: n_half is not right: it is doubled.
    ...
    """

    name: str
    mistakes: Table = field(default_factory=dict)
    rtol: float = 1e-6
    atol: float = 1e-9

    def holds(self, student: Student, right: Any, looks_past: Collection[str] = (), **known: Any) -> None:
        """Fail unless the value is right; `known` is what mistakes may ask for by name."""
        judge = Judge(self.name, self.mistakes, self.rtol, self.atol, of_largest=0.0)
        want = np.asarray(right, dtype=np.float64)
        judge.hold(iter([Found(getattr(student, self.name), want, known=known)]), looks_past)
