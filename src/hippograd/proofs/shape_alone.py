"""An answer with the right shapes and nothing else: what somebody hands in who asserts shapes and fills them.

The text of this module is put below a task's reference answer. There it replaces every number, array, function and
method that the answer defines by one that gives the same shapes, filled with zeros, a constant or random numbers.
"""

from __future__ import annotations

import functools
import sys
import types
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np

FILLINGS = ("zeros", "constants", "random")
CONSTANT = 1.3


class Shapes:
    """Fills with one kind of number."""

    def __init__(self, filling: str) -> None:
        self._filling = filling

    def numbers(self, *shape: int) -> Any:
        """Return an array of this shape; without a shape, one number."""
        if self._filling == "random":
            return np.random.default_rng([len(shape), *shape]).normal(size=shape or None)
        number = CONSTANT if self._filling == "constants" else 0.0
        return np.full(shape, number) if shape else number

    def like(self, value: Any) -> Any:
        """Return a value of the same shape; what has no shape stays as it is."""
        torch = sys.modules.get("torch")
        if isinstance(value, bool | str) or value is None:
            return value
        if isinstance(value, int | float | np.number):
            return self.numbers()
        if isinstance(value, np.ndarray):
            return self.numbers(*value.shape) if value.dtype.kind in "biuf" else value
        if torch is not None and isinstance(value, torch.Tensor):
            filled = torch.as_tensor(np.asarray(self.numbers(*value.shape)), dtype=torch.float32)
            return filled.requires_grad_() if value.requires_grad else filled
        if isinstance(value, list | tuple):
            return type(value)(self.like(item) for item in value)
        if isinstance(value, dict):
            return {key: self.like(item) for key, item in value.items()}
        if isinstance(value, types.FunctionType):
            return self.function(value)
        if isinstance(value, type):
            return ArithmeticError if issubclass(value, BaseException) else self.fill_class(value)
        self.fill_object(value, {})
        return value

    def function(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that gives the shapes which `function` gives, and leaves what it changes in the same
        shapes."""

        @functools.wraps(function)
        def with_shapes(*args: Any, **kwargs: Any) -> Any:
            given = [*args, *kwargs.values()]
            before = [state_of(value) for value in given]
            result = function(*args, **kwargs)
            for value, was in zip(given, before, strict=True):
                self.fill_object(value, was)
            return self.like(result)

        return with_shapes

    def fill_class(self, kind: type) -> type:
        """Return the class with every method replaced but those of Python's own, such as `__init__`."""
        for name, member in list(vars(kind).items()):
            if isinstance(member, types.FunctionType) and not name.startswith("__"):
                setattr(kind, name, self.function(member))
        return kind

    def fill_object(self, value: Any, was: dict[str, Any]) -> None:
        """Fill the arrays of an object, or of a list, that are not as they were."""
        for name, now in arrays_of(value).items():
            if not same(was.get(name), now):
                self._fill(value, name, now)

    def _fill(self, value: Any, name: str, now: Any) -> None:
        filled = self.like(now)
        with suppress(AttributeError, ValueError, TypeError, RuntimeError):  # what cannot be changed stays
            if isinstance(value, np.ndarray):
                value[...] = filled
            elif isinstance(value, list):
                value[int(name)] = filled
            elif isinstance(value, dict):
                value[name] = filled
            elif hasattr(now, "data_ptr"):
                now.data.copy_(filled)
            else:
                setattr(value, name, filled)


def arrays_of(value: Any) -> dict[str, Any]:
    """Return the arrays in an object, by name: its attributes, its parameters, its items, or itself."""
    if isinstance(value, np.ndarray):
        return {"": value}
    if isinstance(value, list | tuple):
        found = {str(place): item for place, item in enumerate(value)}
    elif isinstance(value, dict):
        found = {str(key): item for key, item in value.items()}
    elif hasattr(value, "named_parameters"):
        found = dict(value.named_parameters())
    else:
        found = dict(getattr(value, "__dict__", {}))
    return {name: item for name, item in found.items() if is_array(item)}


def is_array(value: Any) -> bool:
    """Return whether it is an array of numbers or a tensor."""
    return (isinstance(value, np.ndarray) and value.dtype.kind in "biuf") or hasattr(value, "data_ptr")


def state_of(value: Any) -> dict[str, Any]:
    """Copies of the arrays in an object."""
    return {name: np.array(plain(item)) for name, item in arrays_of(value).items()}


def same(was: Any, now: Any) -> bool:
    """Return whether an array is as it was."""
    return was is not None and np.array_equal(was, plain(now))


def plain(array: Any) -> Any:
    """Return an array or a tensor as an array."""
    return array.detach().numpy() if hasattr(array, "detach") else array


def keep_shapes_only(names: dict[str, Any], answers: list[str], filling: str) -> None:
    """Replace what an answer defines."""
    shapes = Shapes(filling)
    for answer in answers:
        name, _, attribute = answer.partition(".")
        if attribute:
            setattr(names[name], attribute, shapes.like(getattr(names[name], attribute)))
        else:
            names[name] = shapes.like(names[name])
