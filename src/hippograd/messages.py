"""The words of errors and notes, by code: `messages.toml` holds them, this module fills them in.

`{pages:page}` is a number of things, `1 page` or `2 pages`; a list is its first names and how many more there are.
"""

from __future__ import annotations

import re
import string
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from hippograd.text import counted, one_line, some_names


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one code.

    `for_staff` and `is_news` are of notes alone: see `hippograd.intake.Note`. `about` is for the page of messages: when
    it is said, and why, where the words do not tell.
    """

    text: str
    remedy: str = ""
    about: str = ""
    for_staff: bool = False
    is_news: bool = False


@cache
def table() -> dict[str, Message]:
    """Read the words of all codes."""
    text = files("hippograd").joinpath("messages.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Message])


def message(code: str) -> Message:
    """Return the words of a code."""
    return table()[code]


def plain_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Turn what an error is told into what JSON holds: numbers, lists of texts, and texts on one line."""
    return {name: _plain(value) for name, value in data.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [one_line(str(item)) for item in (sorted(value) if isinstance(value, set | frozenset) else value)]
    return one_line(str(value))


class _Words(string.Formatter):
    def format_field(self, value: Any, spec: str) -> str:
        if isinstance(value, list):
            return some_names(value)
        if isinstance(value, int) and len(spec) > 2 and spec.isalpha():
            return counted(value, spec)
        return str(super().format_field(value, spec))


def worded(text: str, data: Mapping[str, Any]) -> str:
    """Fill data into the words of a code; what is empty leaves no gap.

    Examples
    --------
    >>> worded("{pages:page} of {students} {nearest}", {"pages": 2, "students": ["amber01"], "nearest": ""})
    '2 pages of amber01'
    """
    return re.sub(" {2,}", " ", _Words().vformat(text, (), data)).strip()


def placeholders(code: str) -> set[str]:
    """Return what the words of a code need to be told."""
    kind = message(code)
    return {name for part in (kind.text, kind.remedy) for _, name, _, _ in string.Formatter().parse(part) if name}


def page() -> Iterator[str]:
    """Write the page of the documents that lists every code."""
    yield "# Messages\n"
    yield "What a command says, by the code behind it. A word in braces stands for what the command names.\n"
    for code, kind in sorted(table().items()):
        yield f"## {code}\n"
        yield f"{'Please check: ' if kind.for_staff else ''}{kind.text}\n"
        yield from (f"{part}\n" for part in (kind.remedy and f"**Remedy.** {kind.remedy}", kind.about) if part)


if __name__ == "__main__":
    sys.stdout.write("\n".join(page()))
