"""Words on one line: names in a row, numbers of things, what a terminal may show."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence


def one_line(text: str) -> str:
    """Return a text without ends of lines, so that the name of a file begins no line of its own where the text is
    listed.

    Examples
    --------
    >>> one_line("work\\n! basil02: Please check.ipynb")
    'work\ufffd! basil02: Please check.ipynb'
    """
    lines = text.splitlines()
    return "\N{REPLACEMENT CHARACTER}".join(lines)


def few(shown: Sequence[str], most: int = 5) -> str:
    """Return the first of them, and whether there are more, as a sentence ends."""
    return ", ".join(shown[:most]) + (", …" if len(shown) > most else ".")


def nearest(said: str, known: Iterable[str]) -> str:
    """Return the question after a name that is not there: which of those that are written nearly so is meant?

    Examples
    --------
    >>> nearest("ambr01", ["amber01", "basil02"])
    'Did you mean amber01?'
    """
    spelt = {one.casefold(): one for one in known}
    alike = difflib.get_close_matches(said.casefold(), spelt, 3)
    return f"Did you mean {' or '.join(spelt[one] for one in alike)}?" if alike else ""


def counted(number: int, one: str) -> str:
    """Return a number of things, `1 page` or `2 pages`."""
    return f"{number} {one}{'s' * (number != 1)}"


MOST_NAMES = 20
"""What is named in one line."""


def some_names(names: Sequence[str], between: str = ", ") -> str:
    """Return names in one line; of many, the first and how many more there are."""
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return between.join(map(printable, names[:MOST_NAMES])) + more


_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and patterns that leave their place empty, as a text could be moved with to where another begins."""


def printable(text: str) -> str:
    """Return a text on one line, without what a terminal obeys or turns round, and with no other blank than a space."""
    return "".join(sign if sign.isprintable() and sign not in _BLANK else "\N{REPLACEMENT CHARACTER}" for sign in text)


def printable_lines(text: str) -> str:
    """Return the same of a text of several lines, which stay apart."""
    return "\n".join(map(printable, text.replace("\t", "    ").splitlines()))
