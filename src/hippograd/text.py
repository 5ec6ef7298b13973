"""Words on one line: names in a row, numbers of things, what a terminal may show."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal


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


def day_of(time: date) -> str:
    """Return a day, such as ``1 November 2026``."""
    return f"{time.day} {time:%B %Y}"


MOST_MARKS = 30
"""Combining marks on one sign, as in the Stream-Safe Text Format of Unicode Standard Annex 15."""

_JOINER = "\N{COMBINING GRAPHEME JOINER}"


def normalized(form: Literal["NFC", "NFKD"], text: str) -> str:
    """Return a text in a normal form.

    Python sorts the marks on a sign in a time that grows with the square of their number. Where there are more than
    anybody writes, an invisible sign is put between them, as the annex tells.

    Examples
    --------
    >>> normalized("NFC", "e\\N{COMBINING ACUTE ACCENT}") == "\\N{LATIN SMALL LETTER E WITH ACUTE}"
    True
    """
    return text if text.isascii() else unicodedata.normalize(form, "".join(_stream_safe(text)))


def _stream_safe(text: str) -> Iterator[str]:
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks > MOST_MARKS:
            yield _JOINER
            marks = 1
        yield sign
