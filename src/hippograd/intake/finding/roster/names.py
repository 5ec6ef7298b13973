"""How names, ids and addresses are compared, however people and programs write them."""

from __future__ import annotations

import re
import unicodedata

from hippograd.unicode import normalized

_DOTLESS = str.maketrans({"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{COMBINING GRAPHEME JOINER}": None})
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})


def key_value(text: str) -> str:
    """An id or address as it is looked up: in lower case, its signs composed."""
    return normalized("NFC", text.strip().casefold())


def spelt_name(name: str) -> str:
    """A name in lower case without spaces and signs, with its accents: `Zoë O'Hara` is `zoëohara`.

    The two letters i of Turkish are one, as capital letters of other languages do not tell them apart.
    """
    letters = name.casefold().translate(_DOTLESS).replace("i\N{COMBINING DOT ABOVE}", "i")
    return "".join(sign for sign in normalized("NFC", letters) if sign.isalnum() or _is_mark(sign))


def written_out(name: str) -> str:
    """A name in lower case with its umlauts as ASCII writes them: `mueller` of `Müller`."""
    return normalized("NFC", name.casefold()).translate(_UMLAUTS)


def plain_name(name: str) -> str:
    """The same without accents: `zoeohara`. Marks that are no accents, as the vowels of Devanagari, stay."""
    spelt = spelt_name(name)
    if spelt.isascii():
        return spelt
    found: list[str] = []
    has_accents = False
    for sign in normalized("NFKD", spelt).casefold().translate(_DOTLESS).translate(_STROKES):
        if sign.isalnum():
            has_accents = _has_accents(sign)
            found.append(sign)
        elif _is_mark(sign) and not has_accents:
            found.append(sign)
    return "".join(found)


def orders(name: str) -> set[str]:
    """A name with its parts in all orders that lists use: first name first, or a family name of any length first."""
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    return {spelt_name("".join(parts[turn:] + parts[:turn])) for turn in range(len(parts))} - {""}


def nearly(student: str) -> str:
    """An id without what people write in other ways: capital letters, zeros before it, a domain, a number behind it."""
    return re.sub(r"(?<=[^\W\d])_\d+$|@.*", "", student.casefold()).lstrip("0") or student


def group_keys(cell: str) -> set[str]:
    """The names of the groups in a cell: the whole of it, and what commas and semicolons separate."""
    return {plain_name(part) for part in (cell, *re.split(r"[;,]", cell))} - {""}


def _is_mark(sign: str) -> bool:
    return not sign.isascii() and unicodedata.category(sign) in ("Mn", "Mc")


def _has_accents(letter: str) -> bool:
    """Whether what is combined with a letter is an accent, without which a name is the same."""
    return letter.isascii() or unicodedata.name(letter, "").startswith(("LATIN ", "GREEK ", "CYRILLIC "))
