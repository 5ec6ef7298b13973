"""Unicode's normal forms, in a time that grows with the text and no faster."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal

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
