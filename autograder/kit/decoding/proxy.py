"""How a grader reaches into a student's work without touching it.

A grader talks to `Student`. Every look-up and call becomes an operation that `StudentSide` performs where the
student's objects live: in the same process for a check in a student's own notebook, in a confined process when a
submission is graded. Only plain data come back (numbers, text, lists, dicts, arrays); any other object stays where it
is, and the grader holds a `Proxy` of it.
"""

from __future__ import annotations

import builtins
import functools
import random
import sys
from collections.abc import Iterator
from contextlib import suppress
from types import CodeType, FunctionType, MethodType, ModuleType
from typing import Any, Protocol

import numpy as np

NAMESPACE = 0
"""The number under which the names of the student's notebook are reached."""

_KNOWN_TYPES = {name for name, value in vars(builtins).items() if isinstance(value, type)} | {
    *("function", "method", "builtin_function_or_method", "module", "generator", "NoneType"),
    *("numpy.ndarray", "torch.Tensor", "torch.nn.parameter.Parameter", "torch.nn.modules.container.Sequential"),
}

MOST_NUMBERS = 4_000_000
"""In the arrays of one answer of the student's side: twenty times those of a whole session."""

_LARGEST_INT = 2**63 - 1
_DEEPEST = 20


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

    def perform(self, op: str, **fields: Any) -> Any:
        """Carry out one operation and return plain data, handles for the rest."""
        return getattr(self, f"op_{op}")(**fields)

    def op_get(self, target: int, name: str) -> Any:
        if target == NAMESPACE:
            if name not in self.namespace:
                raise NotDefined(name)
            return self._outgoing(self.namespace[name])
        return self._outgoing(getattr(self.objects[target], name))

    def op_set(self, target: int, name: str, value: Any) -> None:
        setattr(self.objects[target], name, self._incoming(value))

    def op_item(self, target: int, key: Any) -> Any:
        return self._outgoing(self.objects[target][self._incoming(key)])

    def op_call(self, target: int, args: list[Any], kwargs: dict[str, Any], keep: bool = False) -> Any:
        function = self.objects[target]
        result = function(*self._incoming(args), **self._incoming(kwargs))
        return self._handle(result) if keep else self._outgoing(result)

    def op_keep(self, value: Any) -> Handle:
        return self._handle(self._incoming(value))

    def op_fetch(self, target: int) -> Any:
        return self._outgoing(self.objects[target])

    def op_anatomy(self, target: int) -> Any:
        return self._outgoing(anatomy(self.objects[target]))

    def op_function(self, source: str) -> Handle:
        return self._handle(eval(source, {"np": np}))

    def op_begin(self, seed: int) -> None:
        """Start a check: forget the objects of the last one and seed every generator."""
        self.objects.clear()
        random.seed(seed)
        np.random.seed(seed)
        torch = sys.modules.get("torch")
        if torch is not None:
            torch.manual_seed(seed)

    def _handle(self, obj: Any) -> Handle:
        number, self._next = self._next, self._next + 1
        self.objects[number] = obj
        kind = type(obj)
        return Handle(number, kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}")

    def _incoming(self, value: Any) -> Any:
        if isinstance(value, Reference):
            return self.objects[value.number]
        if isinstance(value, np.ndarray):
            return value.copy()
        if isinstance(value, list):
            return [self._incoming(item) for item in value]
        if isinstance(value, dict):
            return {key: self._incoming(item) for key, item in value.items()}
        return value

    def _outgoing(self, obj: Any, depth: int = 0) -> Any:
        if obj is None or isinstance(obj, bool):
            return obj
        if isinstance(obj, np.generic):
            obj = obj.item()
        if isinstance(obj, bool | np.bool_):
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
        if isinstance(obj, np.ndarray) and obj.dtype.kind in "biuf":
            return np.array(obj, subok=False)
        if isinstance(obj, list | tuple) and depth < _DEEPEST:
            return [self._outgoing(item, depth + 1) for item in obj]
        if isinstance(obj, dict) and depth < _DEEPEST and all(isinstance(key, str) for key in obj):
            return {str(key): self._outgoing(item, depth + 1) for key, item in obj.items()}
        return self._handle(obj)


class Transport(Protocol):
    """Carries one operation to the student's side and brings plain data, or proxies, back."""

    def request(self, op: str, **fields: Any) -> Any: ...


class Student:
    """The names of a student's notebook, as a grader sees them: `student.LinearModel`, `student.W_by_hand`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._transport.request("get", target=NAMESPACE, name=name)

    def keep(self, value: Any) -> Proxy:
        """Put a copy of data on the student's side, to look later at what became of it (`value_of`)."""
        kept: Proxy = self._transport.request("keep", value=outbound(value))
        return kept

    def function(self, source: str) -> Proxy:
        """Make a function on the student's side from the text of an expression, such as ``"lambda W: 2 * W"``."""
        made: Proxy = self._transport.request("function", source=source)
        return made

    def begin(self, seed: int) -> None:
        """Forget all kept objects and seed the generators of Python, numpy and PyTorch."""
        self._transport.request("begin", seed=seed)


class Proxy:
    """An object on the student's side. Attributes, items and calls work; data come back as data."""

    __slots__ = ("_handle", "_transport")

    def __init__(self, transport: Transport, handle: Handle) -> None:
        object.__setattr__(self, "_transport", transport)
        object.__setattr__(self, "_handle", handle)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._transport.request("get", target=self._handle.number, name=name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._transport.request("set", target=self._handle.number, name=name, value=outbound(value))

    def __getitem__(self, key: Any) -> Any:
        return self._transport.request("item", target=self._handle.number, key=outbound(key))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _call(self, args, kwargs, keep=False)

    def __iter__(self) -> Any:
        raise TypeError(f"a {self._handle.type_name} of the student's cannot be iterated from here")

    def __repr__(self) -> str:
        return f"<student's {self._handle.type_name}>"


def keep(proxy: Proxy) -> Any:
    """Call `proxy` so that even a data result stays on the student's side: ``keep(network.forward)(X)``."""
    return lambda *args, **kwargs: _call(proxy, args, kwargs, keep=True)


def value_of(proxy: Any) -> Any:
    """The data behind a proxy (a proxy again where it is no data)."""
    if not isinstance(proxy, Proxy):
        return proxy
    return proxy._transport.request("fetch", target=proxy._handle.number)


def anatomy_of(proxy: Proxy) -> dict[str, Any]:
    """What an object of the student's is made of, see `anatomy`; the objects in it are proxies."""
    found: dict[str, Any] = proxy._transport.request("anatomy", target=proxy._handle.number)
    return found


def anatomy(obj: Any) -> dict[str, Any]:
    """The instructions of a function, and what it or any other object may call, as far as names tell.

    Of libraries only what the notebook has put into them is looked at, such as the function in a `functools.partial`.

    Parameters
    ----------
    obj : object
        On the student's side.

    Returns
    -------
    dict
        ``is_function``: whether it was made by def or lambda. ``number``: tells one object from another. ``called``:
        for any other object, its own name and that of its type. ``codes``: of its code and each inside it, the bytes of
        the instructions and the names in them. ``by_name``: what can be called behind global names, or of the members
        of a class. ``modules``: the names of those behind global names. ``inside``: what can be called of what it holds
        without a name.
    """
    is_function = type(obj) is FunctionType
    codes = list(_codes(obj.__code__)) if is_function and _of_notebook(obj.__globals__.get("__name__")) else []
    names = {name for code in codes for name in code.co_names}
    known = {name: obj.__globals__[name] for name in names if name in obj.__globals__} if codes else _members(obj)
    return {
        "is_function": is_function,
        "number": id(obj),
        "called": [] if is_function or isinstance(getattr(obj, "__self__", None), np.ufunc) else _names(obj),
        "codes": [[list(code.co_code), list(code.co_names)] for code in codes],
        "by_name": {name: _callables([value]) for name, value in known.items()},
        "modules": [value.__name__ for value in known.values() if isinstance(value, ModuleType)],
        "inside": _callables(_contents(obj)),
    }


def _names(obj: Any) -> list[str]:
    return [str(getattr(one, "__name__", "")) for one in (obj, type(obj))]


def _of_notebook(module: Any) -> bool:
    return module == "__main__" or getattr(sys.modules.get(module), "__spec__", None) is None


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _members(obj: Any) -> dict[str, Any]:
    """What the classes of the notebook define that an object, or a class, is of."""
    kind = obj if isinstance(obj, type) else type(obj)
    ours = [one for one in reversed(kind.__mro__) if _of_notebook(one.__module__)]
    return {name: value for one in ours for name, value in vars(one).items() if name not in ("__dict__", "__weakref__")}


def _contents(obj: Any) -> list[Any]:
    """What a function, or another object, holds."""
    if isinstance(obj, FunctionType):
        return [*_cells(obj), *(obj.__defaults__ or ()), *(obj.__kwdefaults__ or {}).values()]
    if isinstance(obj, functools.partial):
        return [obj.func, *obj.args, *obj.keywords.values()]
    if isinstance(obj, staticmethod | classmethod | MethodType):
        return [obj.__func__, getattr(obj, "__self__", None)]
    if isinstance(obj, property):
        return [obj.fget]
    return [] if isinstance(obj, type) else list(getattr(obj, "__dict__", {}).values())


def _cells(function: FunctionType) -> Iterator[Any]:
    for cell in function.__closure__ or ():
        with suppress(ValueError):  # a cell may be empty
            yield cell.cell_contents


def _callables(values: list[Any]) -> list[Any]:
    """Those of some values, and of what is in lists and dicts among them, that can be called or have methods."""
    flat: list[Any] = []
    for value in values:
        flat += value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else [value]
    return [one for one in flat if _has_code(one)]


def _has_code(value: Any) -> bool:
    if isinstance(value, ModuleType):
        return False
    return callable(value) or isinstance(value, property) or _of_notebook(type(value).__module__)


def type_name(value: Any) -> str:
    """The name of the type of a student's object, such as ``"torch.Tensor"``; ``"object"`` for a class of their own.

    A name is for the student to choose, and could carry what a hidden check has shown to their code.
    """
    name = value._handle.type_name if isinstance(value, Proxy) else type(value).__name__
    return name if name in _KNOWN_TYPES else "object"


def _call(proxy: Proxy, args: tuple[Any, ...], kwargs: dict[str, Any], keep: bool) -> Any:
    return proxy._transport.request(
        "call", target=proxy._handle.number, args=outbound(list(args)), kwargs=outbound(kwargs), keep=keep
    )


def outbound(value: Any) -> Any:
    """Replace every proxy in an argument by a reference that the student's side resolves."""
    if isinstance(value, Proxy):
        return Reference(value._handle.number)
    if isinstance(value, list | tuple):
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
    if _size(value) > MOST_NUMBERS:
        raise TooMuch(f"{_size(value)} numbers, at most {MOST_NUMBERS}")
    return _with_proxies(value, transport)


def _size(value: Any) -> int:
    """How many numbers the arrays of a result hold."""
    if isinstance(value, np.ndarray):
        return value.size
    if isinstance(value, list | dict):
        return sum(map(_size, value.values() if isinstance(value, dict) else value))
    return 0


def _with_proxies(value: Any, transport: Transport) -> Any:
    if isinstance(value, Handle):
        return Proxy(transport, value)
    if isinstance(value, list):
        return [_with_proxies(item, transport) for item in value]
    if isinstance(value, dict):
        return {key: _with_proxies(item, transport) for key, item in value.items()}
    return value
