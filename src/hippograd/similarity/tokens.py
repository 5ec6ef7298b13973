"""Code and text as tokens that stay when names, layout and comments change."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from pygments.lexers import PythonLexer
from pygments.token import Comment, Number, String, Text

LONGEST = 20_000
"""Characters of an answer that are looked at: no person writes more for one task."""

PYTHON = frozenset(dir(builtins)) | frozenset(keyword.kwlist)
OF_NUMPY = frozenset(
    name
    for owner in (np, np.ndarray, np.linalg, np.random, np.random.Generator)
    for name in dir(owner)
    if not name.startswith("_")
)
"""Names behind a dot that nobody can change, because a library has them."""

ANY_NAME, ANY_TEXT = "v", "s"
_PYTHON = PythonLexer(stripnl=False)  # whose lines are those of the answer
_OPEN, _CLOSE = "([{", ")]}"
_WITHOUT_MEANING = frozenset("(),;:\\")
"""Signs that layout adds and takes away."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True)
class Statement:
    """The tokens of one statement, or of one sentence, and the lines that it stands in, from 0."""

    tokens: tuple[str, ...]
    lines: tuple[int, ...]
    """The line of each token."""


def statements_of(code: str, known: frozenset[str]) -> list[Statement]:
    """Code as statements of tokens; broken code as far as it is code.

    Examples
    --------
    >>> one, other = "mine = (x + 1)  # one more", "y=x  +1"
    >>> statements_of(one, frozenset("x"))[0].tokens == statements_of(other, frozenset("x"))[0].tokens
    True
    """
    found: list[Statement] = []
    tokens: list[str] = []
    lines: list[int] = []
    for line, token in _tokens(code[:LONGEST]):
        if token == "\n":
            if tokens:
                found.append(Statement(tuple(_normalised(tokens, known)), tuple(lines)))
            tokens, lines = [], []
        elif token not in _WITHOUT_MEANING:
            tokens.append(token)
            lines.append(line)
    return found


def _tokens(code: str) -> Iterator[tuple[int, str]]:
    """Line and text of each token, a line end between statements; texts and comments are gone."""
    line = depth = 0
    in_text = False
    for kind, text in _PYTHON.get_tokens(code + "\n"):
        if kind in Comment or kind in String.Doc:
            pass
        elif kind in String:
            if not in_text:
                yield line, ANY_TEXT
        elif kind in Text and not text.strip():
            if "\n" in text and not depth:
                yield line, "\n"
        elif text == ";" and not depth:
            yield line, "\n"
        else:
            depth = max(0, depth + sum(sign in _OPEN for sign in text) - sum(sign in _CLOSE for sign in text))
            yield line, _number(text) if kind in Number else text
        in_text = kind in String
        line += text.count("\n")
    yield line, "\n"


def _number(text: str) -> str:
    """Return a number as its value: 1., 1.0 and 1 are one."""
    try:
        return f"{float(text.replace('_', '')):g}"
    except ValueError:
        return text


def _normalised(tokens: list[str], known: frozenset[str]) -> Iterator[str]:
    before = ""
    for token in tokens:
        is_name = token[0].isalpha() or token[0] == "_"
        is_kept = token in known or token in PYTHON or (before == "." and token in OF_NUMPY)
        yield token if is_kept or not is_name or token == ANY_TEXT else ANY_NAME
        before = token


def sentences_of(text: str) -> list[Statement]:
    """Return a written answer as its words, a paragraph at a time, without punctuation and capitals."""
    found = []
    for number, line in enumerate(text[:LONGEST].split("\n")):
        words = tuple(_WORD.findall(line.casefold()))
        if words:
            found.append(Statement(words, (number,) * len(words)))
    return found
