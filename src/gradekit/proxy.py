"""How a grader reaches into a student's work without touching it.

A grader talks to `Student`. Every look-up and call becomes an operation that `StudentSide` performs where the
student's objects live: in the same process for a check in a student's own notebook, in a confined process when a
submission is graded. Only plain data come back (numbers, text, lists, dicts, arrays); any other object stays where it
is, and the grader holds a `Proxy` of it.
"""

from __future__ import annotations

import builtins
import math
import os
import random
import sys
import threading
import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import count, takewhile
from numbers import Number
from types import CodeType
from typing import Any

import numpy as np

from gradekit.failures import ASKED_FOR, CheckFailed, no_function

NAMESPACE = 0
"""The number under which the names of the student's notebook are reached."""

_KNOWN_TYPES = {name for name, value in vars(builtins).items() if isinstance(value, type)} | {
    *("function", "method", "builtin_function_or_method", "module", "generator", "NoneType"),
    *("numpy.ndarray", "torch.Tensor", "torch.nn.parameter.Parameter", "torch.nn.modules.container.Sequential"),
}

_CALLED = ("function", "method", "type")
"""Types of what is looked up to be called."""

MOST_NUMBERS = 4_000_000
"""In the arrays of one answer of the student's side: twenty times those of a whole session."""

_LARGEST_INT = 2**63 - 1
_FIRST_OF_GRADER = 2**62
"""Numbers from here on are of objects that the grader names, so that it need not wait for a name."""
_DEEPEST = 20
_LONG = 1_000
"""Numbers in a list from which it crosses the wall as an array."""


_PLAIN = frozenset((bool, bytes, float, int, np.ndarray, str, type(None)))
"""Types of what crosses the wall as it is; what is of a type made from one of these is looked at more closely."""


class NotDefined(Exception):
    """The student's notebook defines no such name."""


class TooMuch(ValueError):
    """An answer of the student's side holds more numbers than any task asks for."""


class Handle:
    """The number of an object that stays on the student's side, and the name of its type."""

    __slots__ = ("number", "type_name")

    def __init__(self, number: int, type_name: str) -> None:
        self.number = number
        self.type_name = type_name


class Reference:
    """Stands for a student-side object in the arguments of a call."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number


_ENTERED: list[Any] = []
"""PyTorch has no call that only sets its inference mode: what was entered for it ends once nothing holds it."""


@dataclass(frozen=True)
class LibrarySettings:
    """What a line sets for all code: numpy's errors, Python's warnings, PyTorch's dtype, device and modes."""

    errors: dict[str, Any]
    when_called: Any
    filters: list[Any]
    dtype: Any = None
    device: Any = None
    has_record: bool = True
    is_inference: bool = False

    @classmethod
    def now(cls) -> LibrarySettings:
        """As they are; PyTorch's only where it is loaded."""
        torch = sys.modules.get("torch")
        of_all = dict(np.geterr()), np.geterrcall(), list(warnings.filters)
        if torch is None:
            return cls(*of_all)
        of_torch = torch.get_default_dtype(), torch.get_default_device(), torch.is_grad_enabled()
        return cls(*of_all, *of_torch, torch.is_inference_mode_enabled())

    def restore(self) -> None:
        """Set them again, where they are others now."""
        if self == LibrarySettings.now():
            return
        np.seterr(**self.errors)
        np.seterrcall(self.when_called)
        warnings.resetwarnings()  # Python then forgets by which filters it has decided
        warnings.filters.extend(self.filters)  # type: ignore[attr-defined]
        if self.dtype is not None:
            torch = sys.modules["torch"]
            torch.set_default_dtype(self.dtype)
            if torch.get_default_device() != self.device:  # it slows every call, also where it is the processor
                torch.set_default_device(self.device)
            if torch.is_inference_mode_enabled() != self.is_inference:
                _ENTERED.append(torch.inference_mode(self.is_inference))
                _ENTERED[-1].__enter__()
            torch.set_grad_enabled(self.has_record)


class StudentSide:
    """Performs a grader's operations on a student's objects.

    Parameters
    ----------
    namespace : dict
        The names that the student's notebook defines.
    """

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.namespace = namespace
        self.objects: dict[int, Any] = {}
        self._next = NAMESPACE + 1
        self._set_after: dict[str, LibrarySettings] = {}

    def perform(self, op: str, **fields: Any) -> Any:
        """Carry out one operation and return plain data, handles for the rest."""
        return getattr(self, f"op_{op}")(**fields)

    def op_get(self, target: int, name: str) -> Any:
        return self._outgoing(self._found(target, name))

    def op_get_all(self, target: int, names: list[str]) -> list[Any]:
        return [self.op_get(target, name) for name in names]

    def op_look_up(self, number: int, target: int, name: str) -> None:
        self.objects[number] = self._found(target, name)

    def _found(self, target: int, name: str) -> Any:
        if target != NAMESPACE:
            return getattr(self.objects[target], name)
        if name not in self.namespace:
            raise NotDefined(name)
        return self.namespace[name]

    def op_set(self, target: int, name: str, value: Any) -> None:
        setattr(self.objects[target], name, self._incoming(value))

    def op_put(self, target: int, name: str, value: Any) -> None:
        owner, new = self.objects[target], self._incoming(value)
        found = getattr(owner, name)
        if (
            isinstance(found, np.ndarray)
            and found.flags.writeable
            and found.shape == new.shape
            and np.can_cast(new.dtype, found.dtype, "same_kind")
        ):
            np.copyto(found, new)
            new = found
        setattr(owner, name, new)

    def op_refill(self, target: int, value: Any) -> None:
        filled = self.objects[target]
        pairs = [(filled, value)] if isinstance(filled, np.ndarray) else zip(filled, value, strict=True)
        for array, numbers in pairs:
            array.flags.writeable = True  # it is ours, though a student's code may have closed it
            np.copyto(array, self._incoming(numbers))

    def op_item(self, target: int, key: Any) -> Any:
        return self._outgoing(self.objects[target][self._incoming(key)])

    def op_call(self, target: int, args: list[Any], kwargs: dict[str, Any], keep: bool = False) -> Any:
        function = self.objects[target]
        result = function(*self._incoming(args), **self._incoming(kwargs))
        return self._handle(result) if keep else self._outgoing(result)

    def op_make(self, number: int, target: int, args: list[Any], kwargs: dict[str, Any]) -> None:
        self.objects[number] = self.objects[target](*self._incoming(args), **self._incoming(kwargs))

    def op_note_call(self, number: int, target: int, args: list[Any], kwargs: dict[str, Any]) -> None:
        self.objects[number] = self.op_call(target, args, kwargs)

    def op_note_attribute(self, number: int, target: int, name: str) -> None:
        self.objects[number] = self.op_get(target, name)

    def op_note_values(self, number: int, kept: list[Any]) -> None:
        self.objects[number] = self.op_fetch(kept)

    def op_noted(self, numbers: list[int]) -> list[Any]:
        return [self.objects.pop(number) for number in takewhile(self.objects.__contains__, numbers)]

    def op_keep(self, number: int, value: Any) -> None:
        self.objects[number] = self._incoming(value)

    def op_fetch(self, kept: Any) -> Any:
        return self._outgoing(self._incoming(kept))

    def op_steps(self, target: int, args: list[Any]) -> int:
        return min(steps(self.objects[target], *self._incoming(args)) for _ in range(3))

    def op_function(self, number: int, source: str) -> None:
        self.objects[number] = eval(_compiled(source), {"np": np})

    def op_settle(self) -> None:
        """Nothing: whoever asks for it hears what went wrong before."""

    def remember(self, cell: str) -> None:
        """Take down how a cell left what is set for all code; see `op_begin`."""
        with suppress(Exception):  # of what a student has put into the place of a library's function
            self._set_after[cell] = LibrarySettings.now()

    def op_begin(self, seed: int, after: str = "") -> None:
        """Start a check: forget the objects of the last one, seed every generator, and set what is set for all code.

        That is as it was after the cell of this name, where a check below it would have met it: what a later cell sets
        would decide here too, where the whole notebook has run.
        """
        self.objects.clear()
        with suppress(Exception):  # there is no such cell, or see `remember`
            self._set_after[after].restore()
        random.seed(seed)
        np.random.seed(seed)
        torch = sys.modules.get("torch")
        if torch is not None:
            torch.manual_seed(seed)

    def _handle(self, obj: Any) -> Handle:
        number, self._next = self._next, self._next + 1
        self.objects[number] = obj
        return Handle(number, _full_name(type(obj)))

    def _incoming(self, value: Any) -> Any:
        if isinstance(value, np.ndarray):
            return value.copy()
        if isinstance(value, Reference):
            return self.objects[value.number]
        if isinstance(value, list):
            return [self._incoming(item) for item in value]
        if isinstance(value, dict):
            return {key: self._incoming(item) for key, item in value.items()}
        return value

    def _outgoing(self, obj: Any, depth: int = 0) -> Any:
        if type(obj) is float or obj is None or isinstance(obj, bool):
            return obj
        if isinstance(obj, np.generic):
            obj = float(obj) if isinstance(obj, np.floating) else obj.item()  # of more digits, too
        if isinstance(obj, (bool, np.bool_)):
            return bool(obj)
        if isinstance(obj, int) and abs(int(obj)) <= _LARGEST_INT:
            return int(obj)
        if isinstance(obj, float):
            return float(obj)
        if isinstance(obj, str):
            return str(obj)
        torch = sys.modules.get("torch")
        if torch is not None and isinstance(obj, torch.Tensor):
            obj = obj.detach().cpu().numpy()
        pandas = sys.modules.get("pandas")
        if pandas is not None and isinstance(obj, pandas.Series | pandas.DataFrame):
            obj = obj.to_numpy()
        if isinstance(obj, np.ndarray) and obj.dtype.kind in "biuf":
            return np.array(obj, np.float64 if obj.dtype.itemsize > 8 else None, subok=False)
        if isinstance(obj, (list, tuple)) and depth < _DEEPEST:
            if len(obj) > _LONG and all(type(item) is float or type(item) is int for item in obj):
                with suppress(OverflowError):
                    return self._outgoing(np.array(obj))
            return [self._outgoing(item, depth + 1) for item in obj]
        if isinstance(obj, dict) and depth < _DEEPEST and all(isinstance(key, str) for key in obj):
            return {str(key): self._outgoing(item, depth + 1) for key, item in obj.items()}
        if isinstance(obj, Number) and not isinstance(obj, (int, complex)):
            return float(obj)  # type: ignore[arg-type]  # a Fraction, a Decimal
        return self._handle(obj)


@cache
def _compiled(source: str) -> CodeType:
    """The expression of a check, which many of its cases ask for."""
    return compile(source, "<check>", "eval")


class Transport(ABC):
    """Carries operations to the student's side and brings plain data, or proxies, back.

    Parameters
    ----------
    kinds : dict, optional
        What was found to be a function or a class before, in the same process.
    """

    def __init__(self, kinds: dict[tuple[str, str], str] | None = None) -> None:
        self._numbers = count(_FIRST_OF_GRADER)
        self._kinds = {} if kinds is None else kinds
        self.doubt: CheckFailed | None = None
        """What a check ends with if nothing else fails in it."""

    @abstractmethod
    def request(self, op: str, **fields: Any) -> Any:
        """Have an operation performed, and wait for what it gives."""

    @abstractmethod
    def tell(self, op: str, **fields: Any) -> None:
        """Have an operation performed before the next request, which raises what this one raises."""

    @abstractmethod
    def settle(self) -> None:
        """Raise what an operation that was told has raised."""

    def make(self, op: str, kind: str, **fields: Any) -> Proxy:
        """Have an object made under a number of our own, without waiting for it."""
        number = next(self._numbers)
        self.tell(op, number=number, **fields)
        return Proxy(self, Handle(number, kind))

    def keep(self, value: Any) -> Proxy:
        """Have a copy of data on the student's side."""
        sent = outbound(value)
        kind = value._handle.type_name if isinstance(value, Proxy) else _full_name(type(sent))
        return self.make("keep", kind, value=sent)

    def look_up(self, target: int, owner: str, name: str) -> Any:
        """What an object has under a name; one that is known to be a function or a class is not waited for."""
        kind = self._kinds.get((owner, name))
        if kind is not None:
            return self.make("look_up", kind, target=target, name=name)
        found = self.request("get", target=target, name=name)
        if isinstance(found, Proxy) and found._handle.type_name in _CALLED:
            self._kinds[owner, name] = found._handle.type_name  # it will hardly be data the next time
        return found


class Student:
    """The names of a student's notebook, as a grader sees them: `student.LinearModel`, `student.W_by_hand`.

    Parameters
    ----------
    transport : Transport
        To the student's side.
    after : str
        The last cell before the task's check: what it left set for all code holds in the checks.
    """

    _was_asked = False
    """Whether anything was asked of the student's side since `begin`: what fails before that is no fault of theirs."""

    def __init__(self, transport: Transport, after: str = "") -> None:
        self._transport = transport
        self._after = after

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        ASKED_FOR.add(name)
        self._was_asked = True
        return self._transport.look_up(NAMESPACE, "", name)

    def keep(self, value: Any) -> Proxy:
        """Put a copy of data on the student's side, to look later at what became of it (`value_of`)."""
        return self._transport.keep(value)

    def function(self, source: str) -> Proxy:
        """Make a function on the student's side from the text of an expression, such as ``"lambda W: 2 * W"``."""
        self._was_asked = True
        return self._transport.make("function", "function", source=source)

    def begin(self, seed: int) -> None:
        """Forget all kept objects, seed the generators of Python, numpy and PyTorch, and restore what was set."""
        self._transport.tell("begin", seed=seed, after=self._after)
        self._transport.doubt = None
        self._was_asked = False

    def settle(self) -> None:
        """Raise what was told and not heard of since, or what an assertion has left for others to say."""
        self._transport.settle()
        if self._transport.doubt is not None:
            raise self._transport.doubt


class Proxy:
    """An object on the student's side. Attributes, items and calls work; data come back as data."""

    __slots__ = ("_handle", "_transport")

    def __init__(self, transport: Transport, handle: Handle) -> None:
        object.__setattr__(self, "_transport", transport)
        object.__setattr__(self, "_handle", handle)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        ASKED_FOR.add(name)
        return self._transport.look_up(self._handle.number, self._handle.type_name, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._transport.tell("set", target=self._handle.number, name=name, value=outbound(value))

    def __getitem__(self, key: Any) -> Any:
        return self._transport.request("item", target=self._handle.number, key=outbound(key))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _call(self, args, kwargs, keep=False)

    def __iter__(self) -> Any:
        raise TypeError(f"a {self._handle.type_name} of the student's cannot be iterated from here")

    def __repr__(self) -> str:
        return f"<student's {self._handle.type_name}>"


def told(proxy: Proxy) -> Callable[..., Proxy]:
    """Call `proxy` without waiting for it; the next question raises what this raises.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from gradekit.checks import LocalStudent
    >>> student = LocalStudent({"Model": lambda X: SimpleNamespace(X=X)})
    >>> told(student.Model)(3.0).X
    3.0
    """
    _require_function(proxy)

    def call(*args: Any, **kwargs: Any) -> Proxy:
        number, kind = proxy._handle.number, f"{proxy._handle.type_name}()"
        fields = {"args": outbound(list(args)), "kwargs": outbound(kwargs)}
        made: Proxy = proxy._transport.make("make", kind, target=number, **fields)
        return made

    return call


def keep(proxy: Proxy) -> Any:
    """Call `proxy` so that even a data result stays on the student's side: ``keep(network.forward)(X)``."""
    _require_function(proxy)
    return lambda *args, **kwargs: _call(proxy, args, kwargs, keep=True)


def value_of(proxy: Any) -> Any:
    """The data behind a proxy (a proxy again where it is not data)."""
    if not isinstance(proxy, Proxy):
        return proxy
    return proxy._transport.request("fetch", kept=outbound(proxy))


def beside(proxy: Proxy, value: Any) -> Proxy:
    """A copy of data on the student's side, where another object is."""
    kept: Proxy = proxy._transport.keep(value)
    return kept


def refill(array: Proxy, numbers: Any) -> None:
    """Put other numbers into an array, or a list of arrays, that was kept there, before the next question."""
    array._transport.tell("refill", target=array._handle.number, value=outbound(numbers))


def put_in_place(owner: Proxy, name: str, new: np.ndarray) -> None:
    """Put other numbers into the array that an attribute is, as ``model.W[...] = new`` does; or set it, if it is none.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from gradekit.checks import LocalStudent
    >>> W = np.zeros(2)
    >>> student = LocalStudent({"model": SimpleNamespace(W=W)})
    >>> put_in_place(student.model, "W", np.ones(2))
    >>> W
    array([1., 1.])
    """
    owner._transport.tell("put", target=owner._handle.number, name=name, value=outbound(new))


def values_of(*proxies: Proxy) -> list[Any]:
    """The data behind several proxies, asked for at once."""
    found: list[Any] = proxies[0]._transport.request("fetch", kept=outbound(proxies)) if proxies else []
    return found


class Notes:
    """What several calls give, and data at that time, asked for at once; what one raises is raised in its place.

    All of them share the time of one request, with a little more for each: they are for what takes a moment.

    Examples
    --------
    >>> from gradekit.checks import LocalStudent
    >>> student = LocalStudent({"half": lambda x: x / 2})
    >>> notes = Notes()
    >>> notes.call(student.half, 3)
    >>> notes.call(student.half, 8)
    >>> list(notes)
    [1.5, 4.0]
    """

    def __init__(self) -> None:
        self._transport: Transport | None = None
        self._numbers: list[int] = []
        self._failed: CheckFailed | None = None

    def call(self, function: Proxy, *args: Any, **kwargs: Any) -> None:
        """Note what a call gives."""
        _require_function(function)
        fields = {"args": outbound(list(args)), "kwargs": outbound(kwargs)}
        self._note("note_call", function, target=function._handle.number, **fields)

    def attribute(self, owner: Proxy, name: str) -> None:
        """Note an attribute of an object as it is now."""
        ASKED_FOR.add(name)
        self._note("note_attribute", owner, target=owner._handle.number, name=name)

    def values(self, *proxies: Proxy) -> None:
        """Note the data behind several proxies as they are now."""
        self._note("note_values", proxies[0], kept=outbound(proxies))

    def _note(self, op: str, proxy: Proxy, **fields: Any) -> None:
        self._transport = proxy._transport
        self._numbers.append(next(self._transport._numbers))
        try:
            if self._failed is None:
                self._transport.tell(op, number=self._numbers[-1], **fields)
        except CheckFailed as failed:
            self._failed = failed

    def __iter__(self) -> Iterator[Any]:
        if self._transport is None:
            return
        try:
            found = self._transport.request("noted", numbers=self._numbers)
        except CheckFailed as failed:
            self._failed = failed.with_traceback(None)  # whose frames hold what was read
            found = self._transport.request("noted", numbers=self._numbers)
        if len(found) > len(self._numbers) or (self._failed is None and len(found) < len(self._numbers)):
            raise ValueError(f"{len(found)} answers to {len(self._numbers)} questions")
        yield from found
        if self._failed is not None:
            raise self._failed


def results_of(function: Proxy, inputs: Iterable[Any]) -> Iterator[Any]:
    """What a function gives for one input after another, asked for at once, see `Notes`."""
    notes = Notes()
    for one in inputs:
        notes.call(function, one)
    return iter(notes)


def attributes(proxy: Proxy, *names: str) -> list[Any]:
    """Several attributes of an object, asked for at once."""
    ASKED_FOR.update(names)
    found: list[Any] = proxy._transport.request("get_all", target=proxy._handle.number, names=list(names))
    return found


def steps_of(proxy: Proxy, *args: Any) -> int:
    """How many steps a call of `proxy` takes on the student's side, see `steps`.

    The least of three calls: the first may import something.
    """
    _require_function(proxy)
    taken: int = proxy._transport.request("steps", target=proxy._handle.number, args=outbound(list(args)))
    return taken


def steps(function: Callable[..., Any], *args: Any) -> int:
    """How many lines of the student's own code a call executes, plus how many calls these make.

    An operation on whole arrays takes the same number of steps whatever their size; a loop takes more for more data.
    What libraries do within a call is theirs: printing an array is no loop. Threads that are already running are not
    counted.

    Examples
    --------
    >>> def loop(data):
    ...     for _ in data:
    ...         pass
    >>> steps(loop, range(100)) > steps(loop, range(10))
    True
    >>> steps(repr, np.ones(100)) == steps(repr, np.ones(10))
    True
    """
    taken = 0
    folders = [os.path.join(folder, "") for folder in sys.path if folder not in ("", os.getcwd())]
    libraries = ("<frozen ", *folders)

    def count(frame: Any, event: str, arg: Any) -> Any:
        nonlocal taken
        if frame.f_code.co_filename.startswith(libraries):
            return None
        taken += event in ("call", "line", "c_call")
        return count

    before = sys.gettrace(), sys.getprofile()
    threading.settrace(count)
    sys.setprofile(count)
    sys.settrace(count)
    try:
        function(*args)
    finally:
        sys.settrace(before[0])
        sys.setprofile(before[1])
        threading.settrace(None)
    return taken


def type_name(value: Any) -> str:
    """The name of the type of a student's object, such as ``"torch.Tensor"``; ``"object"`` for a class of their own.

    A name is for the student to choose, and could carry what a hidden check has shown to their code.
    """
    name = value._handle.type_name if isinstance(value, Proxy) else type(value).__name__
    return name if name in _KNOWN_TYPES else "object"


def _full_name(kind: type) -> str:
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _require_function(function: Any) -> None:
    """Fail where what is to be called is data."""
    if not isinstance(function, Proxy):
        raise no_function()


def _call(proxy: Proxy, args: tuple[Any, ...], kwargs: dict[str, Any], keep: bool) -> Any:
    return proxy._transport.request(
        "call", target=proxy._handle.number, args=outbound(list(args)), kwargs=outbound(kwargs), keep=keep
    )


def outbound(value: Any) -> Any:
    """Replace every proxy in an argument by a reference that the student's side resolves."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Proxy):
        return Reference(value._handle.number)
    if isinstance(value, (list, tuple)):
        return [outbound(item) for item in value]
    if isinstance(value, dict):
        return {key: outbound(item) for key, item in value.items()}
    if isinstance(value, np.generic):
        return value.item()
    return value


def inbound(value: Any, transport: Transport) -> Any:
    """Replace every handle in a result by a proxy that speaks through `transport`.

    Raises
    ------
    TooMuch
        When its arrays hold more than `MOST_NUMBERS` together.
    """
    if not isinstance(value, (np.ndarray, str, bytes, list, dict)):
        return _with_proxies(value, transport)
    size, longest = _size(value)
    if size * longest > MOST_NUMBERS:
        raise TooMuch(f"{size * longest} numbers, at most {MOST_NUMBERS}")
    return _with_proxies(value, transport)


def _size(value: Any) -> tuple[int, int]:
    """How many values a result holds, and the length of the longest text among them.

    In an array that numpy makes of lists with texts, each place takes as much as the longest. An axis without anything
    counts as one, else the others could be as long as they like.
    """
    if isinstance(value, np.ndarray):
        return math.prod(max(length, 1) for length in value.shape), 1
    if isinstance(value, (str, bytes)):
        return 1, max(len(value), 1)
    if isinstance(value, (list, dict)):
        size, longest = 0, 1
        for inside in value.values() if isinstance(value, dict) else value:
            if type(inside) is float or type(inside) is int:
                size += 1
            else:
                more, length = _size(inside)
                size, longest = size + more, max(longest, length)
        return size, longest
    return 1, 1


def _with_proxies(value: Any, transport: Transport) -> Any:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Handle):
        return Proxy(transport, value)
    if isinstance(value, list):
        return [_with_proxies(item, transport) for item in value]
    if isinstance(value, dict):
        return {key: _with_proxies(item, transport) for key, item in value.items()}
    return value
